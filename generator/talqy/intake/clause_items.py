"""Parts of a letter that speak of a clause each: its exact quotes, rows, or numbered items.

An organisation has numbers of its own («1.1. Срок … 1.2. Размер …»): the first words of an item
tell its clause. Two exact quotes of two clauses need no number at all.
"""

import re

from talqy.comments.clause_names import clause_with, clauses_meant
from talqy.comments.heading_names import clauses_near
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
