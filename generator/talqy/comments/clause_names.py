"""Which clause people mean: by its id, its printed number or its heading, when that is plain."""

import re
from collections.abc import Callable

from talqy.comments import import_kinds
from talqy.comments.import_kinds import at, in_cell
from talqy.compare.quotes import folded
from talqy.model.comment import WHOLE
from talqy.model.nearness import nearest
from talqy.model.problem import Problem
from talqy.model.revision import Clause, Revision
from talqy.office.grids import Place
from talqy.project.comments import no_clause

_AFTER = "after:"
_WHOLE = frozenset(
    folded(word)
    for word in (
        *("", "-", "–", "—", "whole", "general", "all"),
        *(
            "весь",
            "весь текст",
            "весь проект",
            "проект в целом",
            "в целом",
            "общее",
            "ко всему проекту",
        ),
        *("жоба", "бүкіл жоба", "жалпы", "жалпы жоба", "жоба тұтас", "тұтас жоба", "бүкіл мәтін"),
    )
)
# What people write around a number: пункт 3, п. 3, 3-тармақ, clause 3.
_AROUND = re.compile(
    r"(?:подпункт[аеу]?|пункт[аеу]?|пп?\.|тармақша|тармақ|тармағы|clause|subclause|item|№|§)\s*"
)
_NUMBER = re.compile(r"\d+(?:[.-]\d+)*\)?")
_MOST_NAMED = 20
_DAY = re.compile(r"\d{4}-\d\d-\d\d(?:T.*)?")

Target = str | dict[str, str]
"""A clause as a comment's file has it: an id, `whole`, or `{after: id}`."""


def clause_named(
    said: str, standard: str, revision: Revision, place: Place
) -> tuple[Target, list[Problem]]:
    """Find the clause that is meant; where that is not plain, return why."""
    words = said.strip()
    is_after = words.startswith(_AFTER)
    name = words.removeprefix(_AFTER).strip()
    if not is_after and folded(name) in _WHOLE:
        return WHOLE, []
    meant = clauses_meant(name, revision)
    if len(meant) == 1:
        return ({"after": meant[0].id} if is_after else meant[0].id), []
    return "", [_unclear(name, meant, standard, revision, place)]


def clauses_meant(name: str, revision: Revision) -> list[Clause]:
    """Return the clauses that a name fits: an id beats a number, a number beats a heading.

    `1` is rather `1.` than `1)`, which is the number of an item.
    """
    clauses, number, heading = list(revision.walk()), _number(name), _heading(name)
    ways: tuple[Callable[[Clause], bool], ...] = (
        lambda clause: clause.id == name,
        lambda clause: bool(number) and _number(clause.number) == number,
        lambda clause: bool(number) and _bare(clause.number) == _bare(name),
        lambda clause: heading in map(_heading, (clause.heading or {}).values()),
        lambda clause: heading in _numbered_headings(clause),
    )
    found = (list(filter(fits, clauses)) for fits in ways)
    return next(filter(None, found), [])


def _numbered_headings(clause: Clause) -> list[str]:
    """Return what a clause is called with its number before its heading: “3. Term”."""
    return [_heading(f"{clause.number} {said}") for said in (clause.heading or {}).values()]


def _number(name: str) -> str:
    """Return the number alone, where nothing else is said: `п. 10.2.` is 10.2."""
    bare = _AROUND.sub(" ", name.lower()).strip(" -.")
    return bare if _NUMBER.fullmatch(bare) else ""


def _bare(name: str) -> str:
    return _number(name).rstrip(")")


def _heading(said: str) -> str:
    return folded(said).strip(" .")


def _unclear(
    name: str, meant: list[Clause], standard: str, revision: Revision, place: Place
) -> Problem:
    if meant:
        clauses = ", ".join(clause.id for clause in meant)
        return at(import_kinds.CLAUSE_UNCLEAR, place, value=name, clauses=clauses)
    if _DAY.fullmatch(name):
        return at(import_kinds.CLAUSE_IS_DAY, place, value=name)
    near = near_clauses(name, revision)
    return in_cell(no_clause(place.file, standard, revision, name, near), place)


def near_clauses(name: str, revision: Revision) -> str:
    """Return the id of the clause that is probably meant, else the numbers and ids of the first."""
    known = {said: clause.id for clause in revision.walk() for said in _names(clause)}
    near = nearest(name, known)
    numbers = [f"{clause.number} {clause.id}" for clause in revision.walk()]
    return known[near] if near else ", ".join(numbers[:_MOST_NAMED])


def _names(clause: Clause) -> list[str]:
    return [clause.id, *(clause.heading or {}).values()]
