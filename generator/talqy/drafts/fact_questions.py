"""Facts that the words of new clauses seem to set, as questions that may stay without an answer."""

from collections.abc import Iterator
from typing import NamedTuple

from talqy.drafts import word_kinds
from talqy.drafts.composing import Composed
from talqy.drafts.import_plan import ImportPlan
from talqy.drafts.proposed_facts import ProposedFact, proposed_facts
from talqy.drafts.questions import Answer, TextQuestion
from talqy.language.fact_words import FactContext, fact_words, plain
from talqy.model.facts import Facts
from talqy.model.revision import Revision
from talqy.model.walk import is_unwritten


class FactQuestion(NamedTuple):
    """The question whether a fact holds, and the fact."""

    asked: TextQuestion
    fact: ProposedFact


def fact_questions(
    made: Composed, plan: ImportPlan, context: FactContext | None = None
) -> Iterator[FactQuestion]:
    """Yield a question for each fact that the words of a new clause seem to set.

    It is said as pages say it where a `context` is known. None is asked about a passage of which
    it is still open what it is.
    """
    base, languages = plan.origins.base, plan.origins.text.languages
    new = frozenset(name for name in made.ids if _was_unwritten(base, name))
    decided = dict(zip(made.ids, plan.decided, strict=True))
    for fact in proposed_facts(made.clauses, new):
        one = decided[fact.clause]
        if not one.is_unknown:
            passage = one.passage
            now = "\n".join(filter(None, (passage.text(code) for code in languages)))
            said = {"facts": said_fact(fact, context), "line": fact.line}
            problem = passage.at(word_kinds.FACT_ASKED, clause=fact.clause, **said)
            choices = (str(Answer.YES), str(Answer.NO))
            yield FactQuestion(TextQuestion(problem, 0, fact.line, "", now, choices), fact)


def said_fact(fact: ProposedFact, context: FactContext | None) -> str:
    """Return a fact in words: «Срок оказания услуги: 3 рабочих дня»."""
    if context is None:
        return fact.line
    facts = Facts.model_validate({fact.name: list(fact.values)})
    rows = fact_words(context.locale, context.unit, facts, context.year)
    return "; ".join(f"{row.label}: {', '.join(map(plain, row.lines))}" for row in rows)


def _was_unwritten(base: Revision | None, name: str) -> bool:
    """Return whether a clause is new in all but its id: “…” stood in the place of its text."""
    clause = base.clause(name) if base else None
    texts = clause.text if clause else None
    return clause is None or (bool(texts) and all(map(is_unwritten, (texts or {}).values())))
