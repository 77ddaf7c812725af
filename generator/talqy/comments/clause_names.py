"""Which clause people mean: by its id, number, heading or words, when that is plain.

What is not plain is left: a comment is never filed to the whole draft, or to another clause,
because nobody understood what it is about.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import islice

from talqy.comments import clause_kinds
from talqy.comments.clause_numbers import (
    ClausesMeant,
    by_number,
    is_of_another,
    numbered,
    with_like_numbers,
)
from talqy.comments.clause_words import SaidName, decimal_in, said_name
from talqy.comments.heading_names import clauses_headed, clauses_near, clauses_shortened
from talqy.comments.months import DAY_OR_MONTH
from talqy.comments.number_words import has_roman
from talqy.comments.patterns import late
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
# «Раздел «Основания для отказа»»: the unit, and its heading in quotes.
_CALLED = late(
    r"(?:раздел|глава|пункт|часть|section|chapter"
    r"|clause)\w{0,3}\s?[«“\"](?P<ru>[^«»“”\"]{3,200})[»”\"]"
    r"|[«“\"](?P<kk>[^«»“”\"]{3,200})[»”\"]\s?(?:деген )?(?:бөлім|тармақ|тармағ|тарау)\w{0,6}",
    re.IGNORECASE,
)
_IN_BRACKETS = late(r"[\[(]([a-z0-9][a-z0-9-]{0,99})[\])]")
_QUOTE_MARKS = "\"'«»“”„ "
_LEAST_WORDS, _LEAST_LETTERS = 3, 12
_SHORT = 3
_LONGEST = 500  # letters; what is longer is no name of a clause
_STEM = 5
_LEAST_OF_HEADING = 2
_NEAR_ONES = 3
# Words that only join others, in a heading of either language.
_JOINS = late(
    folded(
        "және|мен|бен|пен|немесе|үшін|бойынша|туралы|оны|оның|олардың|етілетін|болатын"
        "|или|для|при|его|ее|их|а также|and|the|for"
    )
)

# The fault of the files, told to a person who has a table and no file.
_NOTHING_NEAR = replace(
    faults.NO_CLAUSE,
    hint="write number or heading of a clause; all of them are listed on the sheet “Clauses” of "
    "the empty table (“talqy comment template”)",
)

Target = str | dict[str, str]
"""A clause as a comment's file has it: an id, `whole`, or `{after: id}`."""


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


def _told(name: str, meant: ClausesMeant, revision: Revision, place: Place) -> Iterator[Problem]:
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


def also_called(called: str, target: str, revision: Revision) -> tuple[Clause, ...]:
    """Return the clauses that the words before an id name, where it is not one of them.

    `called` is what a form has written of the clause `target`: “5. Term”. Ids in brackets count as
    names, and the number of the clause itself settles it.
    """
    own = revision.clause(target)
    by_id = filter(None, map(revision.clause, _IN_BRACKETS.findall(called)))
    if others := tuple(one for one in by_id if one is not own):
        return others
    numbers = own.numbers if own else ()
    if any(re.match(rf"{re.escape(number)}(?!\d)", called) for number in numbers):
        return ()
    named = _meant(called, revision).clauses
    return () if own in named else named


def is_day(name: str) -> bool:
    """Return whether a name of a clause is a day: spreadsheets make one of 6.1."""
    return bool(DAY_OR_MONTH.fullmatch(name))


def near_clauses(name: str, revision: Revision) -> Spoken | None:
    """Return what is probably meant, three clauses at most; None where nothing is near."""
    name = name[:_LONGEST]
    known = {said: clause for clause in revision.walk() for said in _names(clause)}
    named = (
        _meant(name, revision).clauses
        or [known[one] for one in all_near(name, known)]
        or clauses_near(name, revision)
        or with_like_numbers(said_name(name), revision)
    )
    near = set(islice(dict.fromkeys(clause.id for clause in named), _NEAR_ONES))
    in_order = [clause for clause in revision.walk() if clause.id in near]
    return spoken_clauses(revision, in_order) if near else None


# --- looking --------------------------------------------------------------------------------


def _meant(name: str, revision: Revision) -> ClausesMeant:
    """Return what a name fits: an id beats a number, a number beats a heading, then the words."""
    if len(name) > _LONGEST:
        return ClausesMeant()
    named = _by_name(name, revision)
    if not named and (called := _CALLED.fullmatch(name)):
        named = _by_name(called["kk"] or called["ru"], revision)
    return named or _by_said_number(name, revision) or _quoted(name, revision) or ClausesMeant()


def _by_name(name: str, revision: Revision) -> ClausesMeant | None:
    """Return the clauses of an id or a heading, whole or shortened, or of a decimal number."""
    by_id = tuple(clause for clause in revision.walk() if clause.id == name.lower())
    if headed := by_id or _by_heading(name, revision):
        return ClausesMeant(headed)
    if clauses := _by_words_of_heading(name, revision) or clauses_shortened(name, revision):
        return ClausesMeant(clauses, is_near=True)
    decimal = decimal_in(name)
    clauses = numbered(decimal, revision) if decimal else ()
    return ClausesMeant(clauses) if clauses else None


def _by_said_number(name: str, revision: Revision) -> ClausesMeant | None:
    """Return the clauses of the numbers said, unless words beside them speak of something else."""
    said = said_name(name)
    if not said.numbers or is_of_another(said, revision) or is_day(name):
        return None
    found = by_number(said, revision)
    if said.is_roman:
        printed = (number for clause in found.clauses for number in clause.numbers)
        found = replace(found, is_near=not any(map(has_roman, printed)))
    if not said.rest or (len(found.clauses) == 1 and _agrees(said, found.clauses[0])):
        return found
    odd = replace(found, is_part=False, is_near=False, is_at_odds=True)
    return _quoted(name, revision) or odd


def _quoted(name: str, revision: Revision) -> ClausesMeant | None:
    clauses = _by_words(name, revision)
    return ClausesMeant(clauses) if clauses else None


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
    found = (word for word in re.findall(r"\w+", folded(words)) if len(word) >= _SHORT)
    return [word[:_STEM] for word in found if not _JOINS.fullmatch(word)]


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


# --- what is not plain ----------------------------------------------------------------------


def _unclear(
    name: str, meant: ClausesMeant, standard: str, revision: Revision, place: Place
) -> Problem:
    name = name if len(name) <= _LONGEST else f"{name[:_LONGEST]}…"
    if is_day(name):
        return at(clause_kinds.CLAUSE_IS_DAY, place, value=name)
    if meant.clauses:
        return at(_kind(meant), place, value=name, clauses=spoken_clauses(revision, meant.clauses))
    hinted = clauses_headed(name, revision) or clauses_near(name, revision)
    if is_of_another(said_name(name), revision) and hinted and not said_name(name).numbers:
        likely = spoken_clauses(revision, hinted)
        return in_cell(no_clause(place.file, standard, revision, name, likely), place)
    if is_of_another(said_name(name), revision):
        return at(clause_kinds.OTHER_ACT, place, value=name)
    probable = near_clauses(name, revision)
    problem = no_clause(place.file, standard, revision, name, probable or "")
    return in_cell(problem if probable else replace(problem, kind=_NOTHING_NEAR), place)


def _kind(meant: ClausesMeant) -> Kind:
    if len(meant.clauses) == 1:
        return clause_kinds.CLAUSE_AT_ODDS
    return clause_kinds.SEVERAL_NAMED if meant.is_several else clause_kinds.CLAUSE_UNCLEAR


def _names(clause: Clause) -> Iterator[str]:
    """Yield what a clause is called: its id, its headings, and these with the number in front."""
    yield clause.id
    for language, words in (clause.heading or {}).items():
        number = clause.number_in(language).removesuffix(".")
        yield from (words, f"{number} {words}", f"{number}. {words}")
