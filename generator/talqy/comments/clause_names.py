"""Which clause people mean: by its id, number, heading or words, when that is plain.

What is not plain is left: a comment is never filed to the whole draft, or to another clause,
because nobody understood what it is about.
"""

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import islice

from talqy.comments import clause_kinds
from talqy.comments.clause_words import SaidName, decimal_in, hyphen_as_point, said_name
from talqy.comments.heading_names import clauses_headed, clauses_near, clauses_shortened
from talqy.comments.months import DAY_OR_MONTH
from talqy.comments.number_words import has_roman
from talqy.comments.place_words import OF_ANY_ACT, Unit
from talqy.comments.whole_words import is_whole
from talqy.compare.quotes import HowFound, find_words, folded
from talqy.errors import Spoken
from talqy.language.clause_sayings import spoken_clause, spoken_clauses
from talqy.model.comment import WHOLE
from talqy.model.nearness import all_near
from talqy.model.problem import Kind, Problem
from talqy.model.revision import Clause, Revision
from talqy.office.grids import Place, at, in_cell
from talqy.project import faults
from talqy.project.comments import no_clause

_AFTER = "after:"
_QUOTE_MARKS = "\"'«»“”„ "
_LEAST_WORDS, _LEAST_LETTERS = 3, 12
_SHORT = 3
_LONGEST = 500  # letters; what is longer is no name of a clause
_STEM = 5
_LEAST_OF_HEADING = 2
_NEAR_ONES = 3

# The fault of the files, told to a person who has a table and no file.
_NOTHING_NEAR = replace(
    faults.NO_CLAUSE,
    hint="write number or heading of a clause; all of them are listed on the sheet “Clauses” of "
    "the empty table (“talqy comment template”)",
)

Target = str | dict[str, str]
"""A clause as a comment's file has it: an id, `whole`, or `{after: id}`."""


@dataclass(frozen=True, slots=True)
class _Meant:
    """The clauses that may be meant, and what a person should know of the way to them."""

    clauses: tuple[Clause, ...] = ()
    is_part: bool = False
    is_near: bool = False
    is_at_odds: bool = False
    is_several: bool = False


def clause_named(
    said: str, standard: str, revision: Revision, place: Place
) -> tuple[Target, list[Problem]]:
    """Find the clause that is meant; where that is not plain, return why.

    A problem that is no error comes with a clause: what a person should know of it.
    """
    words = said.strip()
    is_after = words.startswith(_AFTER)
    name = words.removeprefix(_AFTER).strip()
    is_short = not is_after and len(name) <= _LONGEST
    if is_short and is_whole(name) and not _by_heading(name, revision):
        return WHOLE, []
    meant = _meant(name, revision)
    if len(meant.clauses) == 1 and not meant.is_at_odds:
        (clause,) = meant.clauses
        target: Target = {"after": clause.id} if is_after else clause.id
        return target, list(_told(name, meant, revision, place))
    return "", [_unclear(name, meant, standard, revision, place)]


def _told(name: str, meant: _Meant, revision: Revision, place: Place) -> Iterator[Problem]:
    """Say of a clause that was found what a person should know of the way to it."""
    clause = spoken_clause(revision, meant.clauses[0])
    if meant.is_part:
        yield at(clause_kinds.PART_OF_CLAUSE, place, value=name, clause=clause)
    if meant.is_near:
        yield at(clause_kinds.CLAUSE_BESIDE, place, value=name, clause=clause)


def clause_with(quote: str, revision: Revision) -> Clause | None:
    """Return the clause in which the quoted words stand; None where none has them, or several."""
    clauses = _by_words(quote, revision)
    return clauses[0] if len(clauses) == 1 else None


def clauses_meant(name: str, revision: Revision) -> tuple[Clause, ...]:
    """Return the clauses that a name fits; none where its number and its words do not agree."""
    meant = _meant(name.strip(), revision)
    return () if meant.is_at_odds else meant.clauses


def is_day(name: str) -> bool:
    """Return whether a name of a clause is a day: spreadsheets make one of 6.1."""
    return bool(DAY_OR_MONTH.fullmatch(name))


def near_clauses(name: str, revision: Revision) -> Spoken | None:
    """Return what is probably meant, three clauses at most; None where nothing is near."""
    known = {said: clause for clause in revision.walk() for said in _names(clause)}
    named = _meant(name, revision).clauses or [known[one] for one in all_near(name, known)]
    near = {clause.id: clause for clause in named}
    return spoken_clauses(revision, islice(near.values(), _NEAR_ONES)) if near else None


# --- looking --------------------------------------------------------------------------------


def _meant(name: str, revision: Revision) -> _Meant:
    """Return what a name fits: an id beats a number, a number beats a heading, then the words."""
    if len(name) > _LONGEST:
        return _Meant()
    named = _by_name(name, revision)
    return named or _by_said_number(name, revision) or _quoted(name, revision) or _Meant()


def _by_name(name: str, revision: Revision) -> _Meant | None:
    """Return the clauses of an id or a heading, whole or shortened, or of a decimal number."""
    by_id = tuple(clause for clause in revision.walk() if clause.id == name.lower())
    if headed := by_id or _by_heading(name, revision):
        return _Meant(headed)
    if clauses := _by_words_of_heading(name, revision) or clauses_shortened(name, revision):
        return _Meant(clauses, is_near=True)
    decimal = decimal_in(name)
    clauses = _numbered(decimal, revision) if decimal else ()
    return _Meant(clauses) if clauses else None


def _by_said_number(name: str, revision: Revision) -> _Meant | None:
    """Return the clauses of the numbers said, unless words beside them speak of something else."""
    said = said_name(name)
    if not said.numbers or _is_of_another(said, revision) or is_day(name):
        return None
    numbered = _by_number(said, revision)
    if said.is_roman:
        printed = (number for clause in numbered.clauses for number in clause.numbers)
        numbered = replace(numbered, is_near=not any(map(has_roman, printed)))
    if not said.rest or (len(numbered.clauses) == 1 and _agrees(said, numbered.clauses[0])):
        return numbered
    odd = replace(numbered, is_part=False, is_near=False, is_at_odds=True)
    return _quoted(name, revision) or odd


def _quoted(name: str, revision: Revision) -> _Meant | None:
    clauses = _by_words(name, revision)
    return _Meant(clauses) if clauses else None


def _by_heading(name: str, revision: Revision) -> tuple[Clause, ...]:
    heading = _folded(name)
    clauses = revision.walk() if heading else ()
    return tuple(clause for clause in clauses if heading in map(_folded, _names(clause)))


def _by_words_of_heading(name: str, revision: Revision) -> tuple[Clause, ...]:
    """Return the clauses of whose heading some words are left out: at least half are said.

    «Срок оказания услуги» for “Срок оказания государственной услуги”: the words are in order, and
    may have other endings.
    """
    said = _stems(name)
    if len(said) < _LEAST_OF_HEADING or said_name(name).numbers:
        return ()
    return tuple(
        clause
        for clause in revision.walk()
        if any(_is_shortened(said, _stems(words)) for words in (clause.heading or {}).values())
    )


def _stems(words: str) -> list[str]:
    return [word[:_STEM] for word in re.findall(r"\w+", folded(words)) if len(word) >= _SHORT]


def _is_shortened(said: Sequence[str], heading: Sequence[str]) -> bool:
    rest = iter(heading)
    return 2 * len(said) >= len(heading) and all(stem in rest for stem in said)


def _folded(said: str) -> str:
    return folded(" ".join(said.split())).strip(" ." + _QUOTE_MARKS)


def _by_words(words: str, revision: Revision) -> tuple[Clause, ...]:
    """Return the clauses in which these very words stand; an inner clause speaks for itself."""
    quote = words.strip(_QUOTE_MARKS)
    if len(quote.split()) < _LEAST_WORDS or len(quote) < _LEAST_LETTERS:
        return ()
    spans = ((clause, find_words(quote, (clause,), "")) for clause in revision.walk())
    return tuple(clause for clause, span in spans if span and span.how is not HowFound.NEAR)


def _agrees(said: SaidName, clause: Clause) -> bool:
    """Return whether words beside a number are words of the clause's heading."""
    stems = {
        word[:_STEM]
        for heading in (clause.heading or {}).values()
        for word in re.findall(r"\w+", folded(heading))
    }
    rest = [folded(word) for word in said.rest if len(word) >= _SHORT]
    return bool(rest) and all(word[:_STEM] in stems for word in rest)


# --- numbers --------------------------------------------------------------------------------


def _by_number(said: SaidName, revision: Revision) -> _Meant:
    """Go down from the greatest unit that is named to the smallest that is a clause here."""
    if said.pair and (items := _of_pair(said.pair, revision)):
        return items
    if said.is_several:
        named = [clause for _, number in said.numbers for clause in _numbered(number, revision)]
        clauses_named = tuple({clause.id: clause for clause in named}.values())
        return _Meant(clauses_named, is_at_odds=True, is_several=True)
    clauses: tuple[Clause, ...] | None = None
    for unit in (Unit.ANNEX, Unit.SECTION, Unit.CHAPTER, Unit.ARTICLE, Unit.CLAUSE):
        for number in said.of(unit):
            clauses = _inside(clauses, _of_unit(number, unit, revision))
    for number in said.of(Unit.ITEM):
        return _item(number, clauses, revision)
    for number in said.of(Unit.LINE):
        if parts := _parts(number, clauses or ()):
            return _Meant(parts)
    if clauses is not None and not clauses:
        return _written_otherwise(said.of(Unit.CLAUSE), revision)
    return _Meant(clauses or (), is_part=bool(said.of(Unit.LINE)))


def _of_pair(pair: tuple[str, str], revision: Revision) -> _Meant | None:
    """Return the item that «5 п. 2» means: the second of 5 or, the other way, the fifth of 2.

    None where neither or both stand in the draft: then these are two places.
    """
    ways = dict.fromkeys((pair, pair[::-1]))
    found = [_item_of(*way, revision) for way in ways]
    plain = [one for one in found if len(one.clauses) == 1]
    return plain[0] if len(plain) == 1 else None


def _written_otherwise(numbers: Sequence[str], revision: Revision) -> _Meant:
    """Return what a number of no clause may say: «5.2» is item 2) of 5, «5)» 5, «10-1» 10.1."""
    if len(numbers) != 1:
        return _Meant()
    outer, _, item = numbers[0].rpartition(".")
    if outer:
        return _item_of(outer, item.rstrip(")"), revision)
    number = numbers[0].rstrip(")")
    if number == numbers[0]:
        dotted = hyphen_as_point(number)
        return _Meant(_numbered(dotted, revision) if dotted else (), is_near=True)
    items = tuple(clause for clause in revision.walk() if _has_item(clause, number))
    return _Meant((*_numbered(number, revision), *items), is_near=True)


def _item_of(outer: str, item: str, revision: Revision) -> _Meant:
    """Return an item of a clause; nothing where the draft has none of this number."""
    meant = _item(item, _numbered(outer, revision), revision)
    # Items that are clauses with numbers of their own («10.1») are named by these.
    return _Meant() if meant.is_near else meant


def _inside(outer: Sequence[Clause] | None, found: tuple[Clause, ...]) -> tuple[Clause, ...]:
    """Return those of the clauses found that stand in an outer one, if one is named."""
    if outer is None:
        return found
    inner = {clause.id for one in outer for clause in one.walk()}
    return tuple(clause for clause in found if clause.id in inner)


def _of_unit(number: str, unit: Unit, revision: Revision) -> tuple[Clause, ...]:
    """Return the clauses of a number; a chapter is one only where the text calls it so."""
    if unit is Unit.CLAUSE:
        return _numbered(number, revision)
    called = tuple(
        clause for clause in revision.walk() if (unit, number) in _units_and_numbers(clause)
    )
    # Where a text has numbered clauses alone, people call the great ones sections.
    is_plain = unit is Unit.SECTION and not any(map(_is_chapter, revision.walk()))
    return called or (_numbered(number, revision, revision.clauses) if is_plain else ())


def _is_of_another(said: SaidName, revision: Revision) -> bool:
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


def _numbered(
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


def _printed(clause: Clause) -> tuple[str, ...]:
    return tuple(number.strip(" .").lower() for number in clause.numbers)


def _item(number: str, outer: Sequence[Clause] | None, revision: Revision) -> _Meant:
    """Find an item: a clause inside of the one that is named, or a line of its text."""
    bare = number.rstrip(")")
    if outer is None:
        return _Meant(tuple(clause for clause in revision.walk() if f"{bare})" in _printed(clause)))
    inner = [clause for one in outer for clause in one.walk() if clause is not one]
    if items := tuple(
        clause for clause in inner if {bare, f"{bare})"}.intersection(_printed(clause))
    ):
        return _Meant(items)
    if holders := tuple(one for one in outer if _has_item(one, bare)):
        return _Meant(holders, is_part=True)
    # “10.2” is a clause beside the items of clause 10; people call it “2) of 10” all the same.
    dotted = {f"{printed}.{bare}" for one in outer for printed in _printed(one)}
    return _Meant(
        tuple(clause for clause in inner if dotted.intersection(_printed(clause))), is_near=True
    )


def _has_item(clause: Clause, number: str) -> bool:
    item = re.compile(rf"^\s*{re.escape(number)}\s*\)", re.MULTILINE)
    return any(item.search(text) for text in (clause.text or {}).values())


# --- what is not plain ----------------------------------------------------------------------


def _unclear(name: str, meant: _Meant, standard: str, revision: Revision, place: Place) -> Problem:
    name = name if len(name) <= _LONGEST else f"{name[:_LONGEST]}…"
    if is_day(name):
        return at(clause_kinds.CLAUSE_IS_DAY, place, value=name)
    if meant.clauses:
        return at(_kind(meant), place, value=name, clauses=spoken_clauses(revision, meant.clauses))
    hinted = clauses_headed(name, revision) or clauses_near(name, revision)
    if _is_of_another(said_name(name), revision) and hinted and not said_name(name).numbers:
        likely = spoken_clauses(revision, hinted)
        return in_cell(no_clause(place.file, standard, revision, name, likely), place)
    if _is_of_another(said_name(name), revision):
        return at(clause_kinds.OTHER_ACT, place, value=name)
    probable = near_clauses(name, revision)
    problem = no_clause(place.file, standard, revision, name, probable or "")
    return in_cell(problem if probable else replace(problem, kind=_NOTHING_NEAR), place)


def _kind(meant: _Meant) -> Kind:
    if len(meant.clauses) == 1:
        return clause_kinds.CLAUSE_AT_ODDS
    return clause_kinds.SEVERAL_NAMED if meant.is_several else clause_kinds.CLAUSE_UNCLEAR


def _names(clause: Clause) -> Iterator[str]:
    """Yield what a clause is called: its id, its headings, and these with the number in front."""
    yield clause.id
    for language, words in (clause.heading or {}).items():
        number = clause.number_in(language).removesuffix(".")
        yield from (words, f"{number} {words}", f"{number}. {words}")
