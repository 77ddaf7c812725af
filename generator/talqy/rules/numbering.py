"""N: printed numbers. Citations rest on them, so each is there once, and in order."""

import re
from collections.abc import Iterator, Sequence

from talqy.model import paths
from talqy.model.problem import Level, Problem
from talqy.model.revision import Clause
from talqy.model.standing import is_mendable
from talqy.rules.rule import CheckContext, breach, rule

# “п. 3”, “3)”, “3-1.” and “4.10”: what stands around the number says what it numbers.
_PARAGRAPH = re.compile(r"(?i)^(?:пп?|т|тт|para)\.\s*")
_NUMBER = re.compile(r"\d+(?:[.-]\d+)*")

_Key = tuple[str, tuple[int, ...]]


@rule("N01", source="a citation names one place: clauses are cited by their printed numbers")
def numbers_are_single(context: CheckContext) -> Iterator[Problem]:
    """No two clauses side by side have the same printed number."""
    for file, siblings, mendable in _siblings(context):
        first: dict[_Key, Clause] = {}
        for clause, number in _numbered(siblings):
            other = first.setdefault(_key(clause, number), clause)
            if other is not clause:
                yield breach(
                    file,
                    ("clauses", f"#{clause.id}", "number"),
                    "the number “{number}” stands here again: the clause “{other}” has it already",
                    "number the clauses anew; their ids stay as they are",
                    number=number,
                    other=other.id,
                    mild=not mendable,
                )


@rule("N02", source="a citation is looked up in the order of the numbers", level=Level.WARNING)
def numbers_follow_one_another(context: CheckContext) -> Iterator[Problem]:
    """Printed numbers side by side go up; gaps are no fault, since clauses are excluded."""
    for file, siblings, _ in _siblings(context):
        previous: dict[str, tuple[tuple[int, ...], str]] = {}
        for clause, printed in _numbered(siblings):
            form, number = _key(clause, printed)
            if not number:
                continue
            before = previous.get(form)
            previous[form] = (number, printed)
            if before and number < before[0]:
                yield breach(
                    file,
                    ("clauses", f"#{clause.id}", "number"),
                    "the number “{number}” comes after “{before}”",
                    "put the clauses in the order of their numbers, or number them anew",
                    number=printed,
                    before=before[1],
                )


def _siblings(context: CheckContext) -> Iterator[tuple[str, Sequence[Clause], bool]]:
    """Yield the clauses that stand side by side, with their file and whether it can be mended."""
    for record, revision, standing in context.revisions():
        file = paths.revision_file(record.id, revision.revision)
        mendable = is_mendable(standing.stage)
        yield file, revision.clauses, mendable
        for clause in revision.walk():
            yield file, clause.clauses, mendable


def _numbered(siblings: Sequence[Clause]) -> Iterator[tuple[Clause, str]]:
    """Yield each clause with each way in which its number is printed; one without has no turn."""
    for clause in siblings:
        yield from ((clause, number) for number in clause.numbers)


def _key(clause: Clause, printed: str) -> _Key:
    """Return what is around the digits of a number, and these; “Глава 2” and “2)” are no rivals.

    Nor are article 2 and annex 2, which their unit tells apart.

    A number without digits (“а)”, “IV”) is its own words, and has no order that we know.
    """
    words = _PARAGRAPH.sub("", printed.strip()).casefold().removesuffix(".")
    found = _NUMBER.search(words)
    if not found:
        return f"{clause.unit}/{words}", ()
    number = tuple(int(part) for part in re.split("[.-]", found[0]))
    return f"{clause.unit}/{words[: found.start()]}#" + words[found.end() :], number
