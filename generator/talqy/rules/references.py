"""T: what a text says of its own clauses still leads to them after they got other numbers."""

from collections.abc import Iterator

from talqy.compare.align import successors
from talqy.compare.references import Reference, references_of
from talqy.model.problem import Level, Problem
from talqy.model.revision import Clause
from talqy.rules.rule import CheckContext, breach, rule
from talqy.rules.steps import Step, steps


@rule(
    "T11",
    level=Level.WARNING,
    source="a reference leads to the clause that it was written for, whatever its number is now",
)
def references_lead_where_they_led(context: CheckContext) -> Iterator[Problem]:
    """A reference to a clause follows it when it is renumbered, and goes when it is removed."""
    for step in steps(context):
        for clause in step.revision.walk():
            was = step.base.clause(clause.id)
            for language in (was.text or {}) if was else ():
                yield from _astray(step, was or clause, clause, language)


def _astray(step: Step, was: Clause, clause: Clause, language: str) -> Iterator[Problem]:
    """Report the references that stayed as they were, and lead to another clause or to none."""
    led = _by_words(references_of(was, language, step.base))
    for words, now in _by_words(references_of(clause, language, step.revision)).items():
        target = led.get(words, "")
        if not target or now == target or now in _became(step, target):
            continue
        there = step.revision.clause(target)
        yield breach(
            step.file,
            ("clauses", f"#{clause.id}", "text", language),
            "“{words}” was the clause “{target}” in r{base}, and is another one now"
            if now
            else "“{words}” was the clause “{target}” in r{base}, and leads to no clause now",
            "the clause has the number “{number}” now: write it, if that is meant"
            if there and there.numbers
            else "the clause is not in the text any more: say what holds instead",
            words=words,
            target=target,
            base=step.base.revision,
            number=there.number_in(language) if there else "",
        )


def _became(step: Step, target: str) -> tuple[str, ...]:
    """Return what a clause became that was split or joined on the way."""
    found = successors({target: (target,)}, (step.revision,), step.revision)
    return found.get(target, ())


def _by_words(found: tuple[Reference, ...]) -> dict[str, str]:
    return {one.words: one.clause for one in found}
