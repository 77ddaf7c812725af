"""Parts of a letter that speak of a clause each: its exact quotes, rows, or numbered items.

An organisation has numbers of its own («1.1. Срок … 1.2. Размер …»): the first words of an item
tell its clause. Two exact quotes of two clauses need no number at all.
"""

import re
from collections.abc import Iterator, Sequence

from talqy.comments.clause_names import clause_with, clauses_meant
from talqy.comments.clause_words import SaidName, said_name
from talqy.comments.heading_names import clauses_near
from talqy.comments.place_words import Unit
from talqy.model.revision import Clause, Revision

_QUOTED = re.compile(r"[«“\"]([^«»“”\"]{12,500})[»”\"]")
_ITEM = re.compile(
    r"^[ \t]*\d{1,2}(?:\.\d{1,2}){0,3}[.)]?[ \t]+"
    r"([^\W\d_]{2,40}(?:[ \t]+[^\W\d_]{2,40})?)",
    re.MULTILINE,
)
# A comparison table whose cells run together: «Пункт Редакция проекта Предложение», and its rows.
_HEADS = re.compile(
    r"^[ \t]*(?:пункт|тармақ)[ \t][^\n.:!?\d]{0,80}"
    r"(?:редакци|предложени|замечани|ұсыныс|ескерт|пікір)\w*[^\n.:!?\d]{0,60}$",
    re.IGNORECASE | re.MULTILINE,
)
_ROW = re.compile(r"^[ \t]*(\d{1,3}(?:\.\d{1,2})?)\.?[ \t]", re.MULTILINE)
# What is to stand in the text is quoted, too: that it stands elsewhere already says no clause.
_TO_BE = re.compile(
    r"\b(?:изложить|на|слов(?:ом|ами)|редакции|дополнить|добавить|записать|указать|написать|следующ\w+)"
    r"[\s:–—-]{0,4}$",
    re.IGNORECASE,
)
_TO_BE_KK = re.compile(
    r"\s*(?:деген )?(?:сөз(?:бен|дермен)|мәтінмен|редакцияда|деп)\b", re.IGNORECASE
)
_AHEAD, _LEAST_QUOTE = 40, 20
_MOST_TEXT = 20_000
_MOST_PARTS = 30


def clauses_apart(words: str, revision: Revision) -> tuple[Clause, ...]:
    """Return the clauses of which the quotes, or else the first words of numbered items, speak.

    An item whose first words fit the headings of several clauses says nothing.
    """
    words = words[:_MOST_TEXT]
    if heads := _HEADS.search(words):
        rows = (clauses_meant(row, revision) for row in _ROW.findall(words, heads.end()))
        return tuple({one.id: one for clauses in rows for one in clauses}.values())
    quotes = _QUOTED.findall(words)[:_MOST_PARTS]
    found = [one for quote in quotes if (one := clause_with(quote, revision))]
    if not found:
        near = (clauses_near(item, revision) for item in _ITEM.findall(words)[:_MOST_PARTS])
        found = [clauses[0] for clauses in near if len(clauses) == 1]
    return tuple({clause.id: clause for clause in found}.values())


def clause_quoted(words: str, revision: Revision) -> Clause | None:
    """Return the one clause of which words are quoted as they stand there; None of new wordings."""
    words = words[:_MOST_TEXT]
    found = {
        clause.id: clause
        for quote in _QUOTED.finditer(words)
        if len(quote[1]) >= _LEAST_QUOTE
        and not _TO_BE.search(words, max(0, quote.start() - _AHEAD), quote.start())
        and not _TO_BE_KK.match(words, quote.end())
        and (clause := clause_with(quote[1], revision))
    }
    return next(iter(found.values())) if len(found) == 1 else None


def wordings_asked(words: str) -> tuple[str, ...]:
    """Return the quoted words of which a text says that they are to stand in the draft."""
    words = words[:_MOST_TEXT]
    return tuple(
        quote[1].strip()
        for quote in _QUOTED.finditer(words)
        if _TO_BE.search(words, max(0, quote.start() - _AHEAD), quote.start())
        or _TO_BE_KK.match(words, quote.end())
    )


def each_item(names: Sequence[str]) -> tuple[str, ...]:
    """Return names in which each item has its clause: «пп. 1) и 2) п. 5» are two names of it.

    An item whose clause is not said belongs to the one that the other names have.
    """
    said = [(name, said_name(name)) for name in names]
    outer = {number for _, one in said for number in one.of(Unit.CLAUSE)}
    if len(outer) != 1:
        return tuple(names)
    (clause,) = outer
    return tuple(name for pair in said for name in _items_of(*pair, clause))


def _items_of(name: str, said: SaidName, clause: str) -> Iterator[str]:
    units = {unit for unit, _ in said.numbers}
    if (said.is_several and units == {Unit.ITEM, Unit.CLAUSE}) or units == {Unit.ITEM}:
        yield from (f"подпункт {item} пункта {clause}" for item in said.of(Unit.ITEM))
    else:
        yield name
