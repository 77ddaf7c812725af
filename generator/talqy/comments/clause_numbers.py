"""Which clause is meant by the numbers that people say: of clauses, items, chapters, annexes.

Whether words beside a number speak of something else is decided in `clause_names.py`.
"""

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from talqy.comments.clause_words import SaidName, hyphen_as_point, said_name
from talqy.comments.patterns import late
from talqy.comments.place_words import OF_ANY_ACT, Unit
from talqy.model.nearness import all_near
from talqy.model.revision import Clause, Revision


@dataclass(frozen=True, slots=True)
class ClausesMeant:
    """The clauses that may be meant, and what a person should know of the way to them."""

    clauses: tuple[Clause, ...] = ()
    is_part: bool = False
    is_near: bool = False
    is_at_odds: bool = False
    is_several: bool = False


def by_number(said: SaidName, revision: Revision) -> ClausesMeant:
    """Go down from the greatest unit that is named to the smallest that is a clause here."""
    if said.pair and (items := _of_pair(said.pair, revision)):
        return items
    if said.is_several:
        return _items_of_one(said, revision) or _several(said, revision)
    clauses: tuple[Clause, ...] | None = None
    for unit in (Unit.ANNEX, Unit.SECTION, Unit.CHAPTER, Unit.ARTICLE, Unit.CLAUSE):
        for number in said.of(unit):
            clauses = _inside(clauses, _of_unit(number, unit, revision))
    for number in said.of(Unit.ITEM):
        return _item(number, clauses, revision)
    for number in said.of(Unit.LINE):
        if parts := _parts(number, clauses or ()):
            return ClausesMeant(parts)
    if clauses is not None and not clauses:
        return _written_otherwise(said, revision)
    return ClausesMeant(clauses or (), is_part=bool(said.of(Unit.LINE)))


def _several(said: SaidName, revision: Revision) -> ClausesMeant:
    named = [clause for _, number in said.numbers for clause in numbered(number, revision)]
    clauses = tuple({clause.id: clause for clause in named}.values())
    return ClausesMeant(clauses, is_at_odds=True, is_several=True)


def _items_of_one(said: SaidName, revision: Revision) -> ClausesMeant | None:
    """Return the clause whose items are named, where these are lines of its text: «пп. 1, 2 п. 5».

    None where an item is a clause of its own: then these are several.
    """
    outer, items = said.of(Unit.CLAUSE), said.of(Unit.ITEM)
    if len(outer) != 1 or len(items) < 2 or len(said.numbers) != len(items) + 1:
        return None
    found = [_item(item, numbered(outer[0], revision), revision) for item in items]
    clauses = {clause.id: clause for one in found for clause in one.clauses}
    if len(clauses) != 1 or not all(one.is_part and len(one.clauses) == 1 for one in found):
        return None
    return ClausesMeant(tuple(clauses.values()), is_part=True)


def _of_pair(pair: tuple[str, str], revision: Revision) -> ClausesMeant | None:
    """Return the item that «5 п. 2» means: the second of 5 or, the other way, the fifth of 2.

    None where neither or both stand in the draft: then these are two places.
    """
    ways = dict.fromkeys((pair, pair[::-1]))
    found = [_item_of(*way, revision) for way in ways]
    plain = [one for one in found if len(one.clauses) == 1]
    return plain[0] if len(plain) == 1 else None


def _written_otherwise(said: SaidName, revision: Revision) -> ClausesMeant:
    """Return what a number of no clause may say: «5.2» is item 2) of 5, «5)» 5, «10-1» 10.1.

    «5) тармақ» is clause 5, whatever items of this number there are.
    """
    numbers = said.of(Unit.CLAUSE)
    if len(numbers) != 1:
        return ClausesMeant()
    outer, _, item = numbers[0].rpartition(".")
    if outer:
        return _item_of(outer, item.rstrip(")"), revision)
    number = numbers[0].rstrip(")")
    if number == numbers[0]:
        dotted = hyphen_as_point(number)
        return ClausesMeant(numbered(dotted, revision) if dotted else (), is_near=True)
    if said.is_called and (called := numbered(number, revision)):
        return ClausesMeant(called, is_near=True)
    items = tuple(clause for clause in revision.walk() if _has_item(clause, number))
    return ClausesMeant((*numbered(number, revision), *items), is_near=True)


def _item_of(outer: str, item: str, revision: Revision) -> ClausesMeant:
    """Return an item of a clause; nothing where the draft has none of this number."""
    meant = _item(item, numbered(outer, revision), revision)
    # Items that are clauses with numbers of their own («10.1») are named by these.
    return ClausesMeant() if meant.is_near else meant


def _inside(outer: Sequence[Clause] | None, found: tuple[Clause, ...]) -> tuple[Clause, ...]:
    """Return those of the clauses found that stand in an outer one, if one is named."""
    if outer is None:
        return found
    inner = {clause.id for one in outer for clause in one.walk()}
    return tuple(clause for clause in found if clause.id in inner)


def _of_unit(number: str, unit: Unit, revision: Revision) -> tuple[Clause, ...]:
    """Return the clauses of a number; a chapter is one only where the text calls it so."""
    if unit is Unit.CLAUSE:
        return numbered(number, revision)
    called = tuple(
        clause for clause in revision.walk() if (unit, number) in _units_and_numbers(clause)
    )
    # Where a text has numbered clauses alone, people call the great ones sections.
    is_plain = unit is Unit.SECTION and not any(map(_is_chapter, revision.walk()))
    return called or (numbered(number, revision, revision.clauses) if is_plain else ())


def is_of_another(said: SaidName, revision: Revision) -> bool:
    """Return whether a name speaks of another act; an article of the draft itself is none."""
    parts = [one for one in said.numbers if one[0] in OF_ANY_ACT]
    known = {name for clause in revision.walk() for name in _units_and_numbers(clause)}
    return said.is_other_act and not (said.is_part_of_act and parts and known.issuperset(parts))


def _parts(number: str, outer: Sequence[Clause]) -> tuple[Clause, ...]:
    """Return the parts (часть, бөлік) with a number inside of the clauses that are named."""
    inner = (clause for one in outer for clause in one.clauses if clause.unit == "part")
    return tuple(clause for clause in inner if number in _printed(clause))


_UNITS = {
    "annex": Unit.ANNEX,
    "section": Unit.SECTION,
    "chapter": Unit.CHAPTER,
    "article": Unit.ARTICLE,
}


def _units_and_numbers(clause: Clause) -> frozenset[tuple[Unit, str]]:
    """Return what a clause is, by its unit and by the words of its number: (chapter, 2)."""
    said = [one for number in clause.numbers for one in said_name(number).numbers]
    unit = _UNITS.get(clause.unit or "")
    return frozenset(said if unit is None else ((unit, number) for _, number in said))


def _is_chapter(clause: Clause) -> bool:
    return any(unit <= Unit.CHAPTER for unit, _ in _units_and_numbers(clause))


def numbered(
    number: str, revision: Revision, among: Sequence[Clause] | None = None
) -> tuple[Clause, ...]:
    """Return the clauses with a number: `1` is rather `1.` than `1)`, the number of an item."""
    clauses = tuple(revision.walk()) if among is None else tuple(among)
    clauses = tuple(clause for clause in clauses if not _is_chapter(clause))
    ways: tuple[Callable[[Clause], bool], ...] = (
        lambda clause: number in _printed(clause),
        lambda clause: f"{number})" in _printed(clause),
    )
    matching = (tuple(filter(fits, clauses)) for fits in ways)
    return next(filter(None, matching), ())


def with_like_numbers(said: SaidName, revision: Revision) -> tuple[Clause, ...]:
    """Return the clauses whose numbers are like one that no clause has."""
    known = {number: clause for clause in revision.walk() for number in _printed(clause)}
    like = (near for _, number in said.numbers for near in all_near(number, known))
    return tuple(known[number] for number in like)


def _printed(clause: Clause) -> tuple[str, ...]:
    return tuple(number.strip(" .").lower() for number in clause.numbers)


def _item(number: str, outer: Sequence[Clause] | None, revision: Revision) -> ClausesMeant:
    """Find an item: a clause inside of the one that is named, or a line of its text."""
    bare = number.rstrip(")")
    if outer is None:
        return ClausesMeant(
            tuple(clause for clause in revision.walk() if f"{bare})" in _printed(clause))
        )
    inner = [clause for one in outer for clause in one.walk() if clause is not one]
    if items := tuple(
        clause for clause in inner if {bare, f"{bare})"}.intersection(_printed(clause))
    ):
        return ClausesMeant(items)
    if holders := tuple(one for one in outer if _has_item(one, bare)):
        return ClausesMeant(holders, is_part=True)
    # “10.2” is a clause beside the items of clause 10; people call it “2) of 10” all the same.
    dotted = {f"{printed}.{bare}" for one in outer for printed in _printed(one)}
    return ClausesMeant(
        tuple(clause for clause in inner if dotted.intersection(_printed(clause))), is_near=True
    )


def _has_item(clause: Clause, number: str) -> bool:
    item = late(rf"^[^\S\n]*{re.escape(number)}\s*\)", re.MULTILINE)
    return any(item.search(text) for text in (clause.text or {}).values())
