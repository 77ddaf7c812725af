"""Clauses of another text: «в прежней редакции пункт 13», «1-редакцияның 5-тармағы».

Its numbers are not those of the draft under discussion: a person must say which clause is meant.
«Пункт 5 хуже прежней редакции» speaks of the draft's own clause.
"""

import re
from collections.abc import Iterator

from talqy.comments.number_words import COUNT_MARK, ORDINAL_MARK, in_figures
from talqy.comments.place_words import OLD_TEXT, OLD_TEXT_KK

_MOST_TEXT = 20_000
_POINT = r"(?:(?:(?:под)?пункт\w{0,3}|п\.) ?\d[\d.]*|\d{1,3} пункт\w{0,3})"
_POINT_KK = r"\d{1,3}(?:\.\d{1,2})?(?: ?-? ?)тарма[қғ]"
_TEXTS = r"(?:редакци|верси|проект|стандарт|текст|обсужден)\w{1,4}"
_TEXTS_KK = r"(?:редакция|жоба|нұсқа|стандарт|мәтін|талқылау)\w*"
_NUMBERED = r"(?:редакци\w{1,3} (?:№ ?)?(?P<ru>\d{1,2})|\br(?P<code>\d{1,2}))(?!\d)"
_OLD = (
    rf"(?:{OLD_TEXT} (?:\w+ )?{_TEXTS}(?: {_TEXTS})?|{_TEXTS} (?:от )?(?:\d{{4}}(?: г(?:ода|\.))?"
    rf"|прошл\w+ \w+)|{_NUMBERED})"
)
_OLD_KK = (
    rf"(?:{OLD_TEXT_KK} (?:\w+ )?{_TEXTS_KK}|\d{{4}} жылғы {_TEXTS_KK}"
    r"|(?P<kk>\d{1,2})-редакция\w*)"
)
_BEFORE = re.compile(
    rf"\b(?:в|во|из|по|к|ко|о|об) {_OLD}[ ,:–—-]{{0,3}}(?:\w+ ){{0,2}}{_POINT}", re.IGNORECASE
)
_BEHIND = re.compile(rf"\b{_POINT} (?:в |из )?{_OLD}", re.IGNORECASE)
_KK = re.compile(rf"\b{_OLD_KK}[ ,]{{1,2}}(?:\w+ )?{_POINT_KK}", re.IGNORECASE)
_ANY_POINT = re.compile(rf"{_POINT}|{_POINT_KK}", re.IGNORECASE)


def clause_of_another_text(text: str, revision: int) -> str:
    """Return the words that name a clause of another text than this revision; "" if there are none.

    Where a clause stands in other words too, those count.
    """
    words = " ".join(
        in_figures(text[:_MOST_TEXT])
        .translate({ord(ORDINAL_MARK): " ", ord(COUNT_MARK): " "})
        .split()
    )
    found = [match for match in _matches(words) if not _is_this(match, revision)]
    rest = words
    for match in found:
        rest = rest.replace(match[0], " ")
    return found[0][0] if found and not _ANY_POINT.search(rest) else ""


def _matches(words: str) -> Iterator[re.Match[str]]:
    for pattern in (_BEFORE, _BEHIND, _KK):
        yield from pattern.finditer(words)


def _is_this(match: re.Match[str], revision: int) -> bool:
    """Return whether it is the text under discussion after all, by its number."""
    numbers = [number for number in match.groupdict().values() if number]
    return numbers == [str(revision)]
