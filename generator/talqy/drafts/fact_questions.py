"""Facts that the words of new clauses seem to set, and those that changed words have left behind.

Both are questions that may stay without an answer.
"""

from collections.abc import Collection, Iterator, Mapping
from typing import Any, NamedTuple

from talqy.drafts import word_kinds
from talqy.drafts.composing import Composed, clause_trees
from talqy.drafts.import_plan import Decided, ImportPlan
from talqy.drafts.proposed_facts import ProposedFact, proposed_facts
from talqy.drafts.questions import Answer, TextQuestion
from talqy.language.fact_words import FactContext, fact_words, plain
from talqy.model.codes import CodeLists, in_words
from talqy.model.facts import Facts, Fee, Term
from talqy.model.problem import Problem
from talqy.model.revision import Clause, Revision
from talqy.model.walk import is_unwritten
from talqy.project.validate import shaped
from talqy.rules.fact_texts import FACT_NAMES, faults_of_clause
from talqy.rules.facts_left import NAMES, facts_left, values_now
from talqy.wording.quantity import Quantity

_UNITS = {"day-and-night": "day"}
_FEE_UNIT = "mci"


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


def left_questions(
    made: Composed, plan: ImportPlan, codes: CodeLists, context: FactContext | None = None
) -> Iterator[FactQuestion]:
    """Yield a question for each fact of which the words of its clause say another value now."""
    languages, trees = plan.origins.text.languages, clause_trees(made.clauses)
    for one, old, now in _reworded(made, plan, codes):
        words = "\n".join(filter(None, (one.passage.text(code) for code in languages)))
        for fact, at, said in values_now(old, now):
            values = trees[now.id]["facts"][fact]
            if (value := _changed(fact, values[at], said)) is None:
                continue
            new = ProposedFact(now.id, fact, [*values[:at], value, *values[at + 1 :]])
            told = {
                "facts": said_fact(ProposedFact(now.id, fact, [values[at]]), context),
                "now": said_fact(ProposedFact(now.id, fact, [value]), context),
            }
            problem = one.passage.at(word_kinds.FACT_LEFT, clause=now.id, **told)
            choices = (str(Answer.YES), str(Answer.NO))
            yield FactQuestion(TextQuestion(problem, 0, new.line, "", words, choices), new)


def facts_told(
    made: Composed, plan: ImportPlan, codes: CodeLists, asked: Collection[ProposedFact]
) -> Iterator[Problem]:
    """Yield the other facts that stayed while their words changed: what P10 and P12 will say.

    Of those the words say no one value that could be asked about.
    """
    known = {(one.clause, one.name) for one in asked}
    for one, old, now in _reworded(made, plan, codes):
        before = set(faults_of_clause(old))
        for fault in faults_of_clause(now):
            if fault not in before and (now.id, fault.fact) not in known:
                yield one.passage.at(
                    word_kinds.FACT_APART,
                    clause=now.id,
                    fact=FACT_NAMES[fault.fact],
                    value=in_words(fault.value, codes),
                    language=fault.language,
                    said=", ".join(fault.said),
                )
        for left in facts_left(old, now):
            if (now.id, left.fact) not in known:
                yield one.passage.at(
                    word_kinds.FACT_STAYS,
                    clause=now.id,
                    fact=NAMES[left.fact],
                    was=left.was,
                    now=left.now,
                    value=in_words(left.value, codes),
                )


def _reworded(
    made: Composed, plan: ImportPlan, codes: CodeLists
) -> Iterator[tuple[Decided, Clause, Clause]]:
    """Yield the clauses with other words and the facts they had: as they are, were and will be."""
    base, languages = plan.origins.base, plan.origins.text.languages
    trees, decided = clause_trees(made.clauses), dict(zip(made.ids, plan.decided, strict=True))
    for name in made.changed:
        old, tree, one = base.clause(name) if base else None, trees.get(name), decided.get(name)
        if old is None or tree is None or one is None or one.is_unknown or name in made.reset:
            continue
        if now := shaped(Clause, tree, "", {"languages": languages, "codes": codes.lists})[0]:
            yield one, old, now


def _changed(fact: str, value: Mapping[str, Any], said: Quantity) -> Mapping[str, Any] | None:
    """Return a value of a fact as the words say it now; None where a fact cannot say that."""
    if fact == "fee":
        changed = {**value, "amount": said.value}
        return changed if said.unit == _FEE_UNIT and shaped(Fee, changed, "")[0] else None
    if not said.value.isdecimal():
        return None
    changed = {**value, "amount": int(said.value), "unit": _UNITS.get(said.unit, said.unit)}
    return changed if shaped(Term, changed, "")[0] else None
