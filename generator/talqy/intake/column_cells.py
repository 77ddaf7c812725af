"""What the cells of a column read as, where its head does not say it.

A head that speaks of a clause, over cells that read as clauses, is the clause. Any other column
whose cells read as clauses, kinds, names or proposals says something of its rows, and is not passed
over because its head is unknown.
"""

import re
from collections.abc import Sequence
from functools import cache
from itertools import pairwise

from talqy.comments.clause_words import said_name
from talqy.comments.form_words import is_yes, plain
from talqy.comments.letter_signs import FULL_NAME, INITIALS
from talqy.comments.question_heads import is_of_another
from talqy.comments.showing_heads import turns_round
from talqy.comments.table_heads import is_reason
from talqy.comments.whole_words import is_whole
from talqy.intake.access_cells import asks_in_words, asks_of_showing, keeps_back
from talqy.intake.author_words import body_named
from talqy.intake.clause_mentions import clauses_spoken_of
from talqy.project.shipped import everyday_names, shipped_codes

_SPEAKS_OF_CLAUSE = re.compile(
    r"\bпункт|\bтарма[қғ]|\bclause|(?:структурн\S+|құрылымдық) элемент", re.IGNORECASE
)
_LONGEST = 200
_FOR = ("consent", "name_consent", "anonymous", "no_publication")
_AGAINST = ("no_publication", "anonymous", "name_consent", "consent")  # where a yes hides the row
_SENTENCE, _ENDS = 3, (".", "!", "?", "…")
_MOST_OF_NAME = 7  # words of a name, that of a body among them
_BEGINS = re.compile(
    r"(?:\W{0,3}\d|(?:пункт|п\.|раздел|глава|clause|тармақ|№)\W{0,3}\w)", re.IGNORECASE
)
_BARE = re.compile(r"\d{1,3}\.?")
_DAY = re.compile(r"\d{1,4}[./-]\d{1,2}[./-]\d{2,4}\b")
_PROPOSES = re.compile(
    r"\b(?:предлага\w+|изложить|заменить|исключить|дополнить|добавить|убрать|сократить|прошу"
    r"|ұсын\w+|алып тастал\w+|толықтыр\w+|ауыстыр\w+|өзгерт\w+|қысқарт\w+|сұра(?:й\w+|ймын)"
    r"|propose|suggest|replace|delete)\b",
    re.IGNORECASE,
)


def speaks_of_clause(head: str) -> bool:
    """Return whether a head has a word for a clause."""
    return bool(_SPEAKS_OF_CLAUSE.search(head))


def read_as_clauses(cells: Sequence[str]) -> bool:
    """Return whether all cells that hold something name a clause, or the draft as a whole."""
    filled = [cell for cell in cells if cell]
    return bool(filled) and all(map(_reads_as_clause, filled)) and not all(map(is_whole, filled))


def tell_something(head: str, cells: Sequence[str]) -> bool:
    """Return whether cells under an unknown head say what a comment has a field for."""
    filled = [cell for cell in cells if cell]
    if not filled or is_of_another(head):
        return False
    if all(_BARE.fullmatch(cell) for cell in filled):
        return not _only_counts(filled)
    return bool(_read_as(filled)) or all(map(_proposes, filled))


def _read_as(filled: Sequence[str]) -> str:
    """Return the field as which most cells read; "" where none. One odd answer changes nothing."""
    ways = {"clause": _reads_as_clause, "kind": _is_kind, "author": _is_author, "name": _is_name}
    most = (name for name, way in ways.items() if 2 * sum(map(way, filled)) > len(filled))
    return next(most, "")


def fields_possible(head: str, cells: Sequence[str]) -> tuple[str, ...]:
    """Return the fields that a column of an unknown head may be, the likeliest first."""
    filled = [cell for cell in cells if cell]
    if asks_of_showing(head, filled) or asks_in_words(head, filled):
        return _AGAINST if turns_round(head) else _FOR
    if any(keeps_back(head, cell) for cell in filled):
        return _FOR
    if is_reason(head):
        return ("reason", "text", "proposal")
    if name := _read_as(filled):
        return (name,)
    is_long = 2 * sum(map(_is_long, filled)) > len(filled)
    return ("text", "proposal", "quote") if is_long else ("clause", "name", "author", "kind")


def _is_long(cell: str) -> bool:
    """Return whether a cell holds a sentence, or more words than any name."""
    count = len(cell.split())
    return count > _MOST_OF_NAME or (count >= _SENTENCE and cell.rstrip('»" ').endswith(_ENDS))


def read_as_names(cells: Sequence[str]) -> bool:
    """Return whether cells name people or bodies, and none of them says a kind of author.

    One alone may be a first name or a surname.
    """
    filled = [cell for cell in cells if cell]
    is_short = all(cell[0].isupper() or not cell[0].isalpha() for cell in filled) and not any(
        len(cell.split()) > _MOST_OF_NAME or _is_author(cell) for cell in filled
    )
    return is_short and any(map(_is_name, filled))


def _reads_as_clause(cell: str) -> bool:
    if len(cell) > _LONGEST or _DAY.match(cell):
        return False
    named = said_name(cell)
    begins = bool(_BEGINS.match(cell) and named.numbers) or bool(clauses_spoken_of(cell))
    return (is_whole(cell) and is_yes(cell) is None) or (begins and not named.is_other_act)


def _only_counts(cells: Sequence[str]) -> bool:
    """Return whether numbers only count the rows, or may be years and points given."""
    numbers = [int(cell.rstrip(".")) for cell in cells]
    return all(after == before + 1 for before, after in pairwise(numbers))


def _names_of(codes_of: str) -> frozenset[str]:
    names = [name for names in everyday_names()[codes_of].values() for name in names]
    codes = shipped_codes()
    for code in codes.codes(codes_of):
        names += [code, *codes.named(codes_of, code).values()]
    return frozenset(map(plain, names))


@cache
def _kinds() -> frozenset[str]:
    return _names_of("comment-kind")


def _is_kind(cell: str) -> bool:
    return plain(cell) in _kinds()


@cache
def _authors() -> frozenset[str]:
    return _names_of("author-kind")


def _is_author(cell: str) -> bool:
    return plain(cell) in _authors()


def _is_name(cell: str) -> bool:
    return bool(FULL_NAME.fullmatch(cell) or INITIALS.fullmatch(cell) or body_named(cell))


def _proposes(cell: str) -> bool:
    return bool(_PROPOSES.search(cell))
