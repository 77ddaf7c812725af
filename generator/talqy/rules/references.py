"""T: what a text says of its own clauses still leads to them after they got other numbers."""

from collections.abc import Iterator, Mapping

from talqy.compare.align import successors
from talqy.compare.part_words import part_words
from talqy.compare.references import Reference, references_of
from talqy.compare.text_items import Path, item_now, items_of
from talqy.model.problem import Level, Problem
from talqy.model.revision import Clause
from talqy.rules.rule import CheckContext, breach, rule
from talqy.rules.steps import Step, steps


@rule(
    "T11",
    of_words=True,
    level=Level.WARNING,
    source="a reference leads to the clause that it was written for, whatever its number is now",
)
def references_lead_where_they_led(context: CheckContext) -> Iterator[Problem]:
    """A reference to a clause, or to an item of one, follows it, and goes when it is removed."""
    words = part_words(context.register.codes)
    for step in steps(context):
        for clause in step.revision.walk():
            was = step.base.clause(clause.id)
            for language in (was.text or {}) if was else ():
                led = references_of(was or clause, language, step.base, words)
                now = references_of(clause, language, step.revision, words)
                yield from _astray(step, clause, language, _by_words(led), _by_words(now))


_Said = Mapping[tuple[object, ...], Reference]


def _astray(
    step: Step, clause: Clause, language: str, led: _Said, leads: _Said
) -> Iterator[Problem]:
    """Report the references that stayed as they were, and lead to another clause or to none."""
    for key, now in leads.items():
        before = led.get(key)
        if before is None or not before.clause:
            continue
        path = ("clauses", f"#{clause.id}", "text", language)
        if before.item and step.revision.clause(before.clause):
            yield from _item_astray(step, path, before, now, language)
        elif not _leads_there(step, before.clause, now.clause):
            yield _clause_astray(step, path, before, now, language)


def _clause_astray(
    step: Step, path: tuple[str, ...], before: Reference, now: Reference, language: str
) -> Problem:
    there = step.revision.clause(before.clause)
    return breach(
        step.file,
        path,
        "“{words}” was the clause “{target}” in r{base}, and is another one now"
        if now.clause
        else "“{words}” was the clause “{target}” in r{base}, and leads to no clause now",
        "the clause has the number “{number}” now: write it, if that is meant"
        if there and there.numbers
        else "the clause is not in the text any more: say what holds instead",
        words=before.words,
        target=before.clause,
        base=step.base.revision,
        number=there.number_in(language) if there else "",
    )


_SHOWN = 60  # letters of an item: enough to know it by


def _item_astray(
    step: Step, path: tuple[str, ...], before: Reference, now: Reference, language: str
) -> Iterator[Problem]:
    """Report a reference to an item that is gone, that has another label, or another clause."""
    target = before.clause
    there = step.revision.clause(target)
    items = _items(step.base.clause(target), language)
    where = item_now(before.item, items, _items(there, language))
    is_there = now.item == where if now.clause == target else _leads_there(step, target, now.clause)
    if is_there or target in step.revision.around(now.clause):
        return
    if where and where == before.item:
        yield _clause_astray(step, path, before, now, language)
        return
    yield breach(
        step.file,
        path,
        "“{words}” was the item “{said}” of the clause “{target}” in r{base}, and is another one "
        "now"
        if now.clause
        else "“{words}” was the item “{said}” of the clause “{target}” in r{base}, and leads "
        "nowhere now",
        "the item has the number “{item}” now: write it, if that is meant"
        if where
        else "the item is not in the text any more: say what holds instead",
        words=before.words,
        said=items[before.item][:_SHOWN],
        target=target,
        base=step.base.revision,
        item=" ".join(where),
    )


def _items(clause: Clause | None, language: str) -> dict[Path, str]:
    return items_of((clause.text or {}).get(language, "")) if clause else {}


def _leads_there(step: Step, target: str, now: str) -> bool:
    """Return whether words lead to the clause that they were written for, or to what it became."""
    if not now:
        return False
    became = successors({target: (target,)}, (step.revision,), step.revision).get(target, ())
    return now == target or now in became


def _by_words(found: tuple[Reference, ...]) -> _Said:
    return {(one.words, one.steps): one for one in found}
