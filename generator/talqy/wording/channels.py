"""Channels of a service that a text names, and those by which it says that something is done."""

import re
from collections.abc import Mapping
from functools import cache, lru_cache

from talqy.wording.pieces import lowered

_KEPT_TEXTS = 1024  # the texts of a standard, which each revision repeats
# Words that name a channel; what the text does not name at all is no fault of the fact.
_NAMES = {
    "ru": {
        "provider": r"услугодател|канцеляри",
        "state-corporation": r"государственн\w+ корпораци|центр\w* обслуживания населения|\bцон",
        "egov-portal": r"портал|egov",
        "fixed-phone": r"стационарн|контакт-центр|1414",
        "mobile": r"сотов|мобильн",
        "partner": r"партнер",
        "information-object": r"объект\w+ информатизации",
    },
    "kk": {
        "provider": r"қызметті? беруш|кеңсе",
        "state-corporation": r"мемлекеттік корпораци|халыққа қызмет көрсету орталы|\bхқко",
        "egov-portal": r"портал|egov",
        "fixed-phone": r"стационарлық|байланыс орталығы|1414",
        "mobile": r"ұялы|мобильд",
        "partner": r"әріптес",
        "information-object": r"ақпараттандыру объекті",
    },
}
_BY = r"(?: арқылы|(?:,| немесе| және)[^.;\n]{1,150}? арқылы)"
# A way is said with “через” or “арқылы”; a provider that only acts, or a portal of others, is none.
_WAYS = {
    "ru": {
        "provider": r"(?:через|посредством) канцеляри\w+",
        "state-corporation": r"(?:через|посредством) (?:государственн\w+ корпораци\w+|цон\b)",
        "egov-portal": r"(?:через|посредством) (?:веб-)?портал\w*(?: «?электронного|(?!\w| \w))",
    },
    "kk": {
        "provider": rf"кеңсесі{_BY}",
        "state-corporation": rf"мемлекеттік корпорация{_BY}",
        "egov-portal": r"(?:үкімет(?:тің)?»? (?:веб-)?порталы|\bпортал) арқылы",
    },
}
# Sentences about what is no taking in of applications.
_ELSEWHERE = {
    "ru": re.compile(r"жалоб|информаци|сведени|статус|уведомл|оплат|оплач|консультац|справк"),
    "kk": re.compile(r"шағым|ақпарат|мәлімет|статус|мәртебе|хабарла|төле|кеңес алу|анықтама"),
}


@lru_cache(_KEPT_TEXTS)
def named_channels(text: str, language: str) -> Mapping[str, str]:
    """Return the channels that a text names, each with its words."""
    return _found(_NAMES.get(language, {}), text)


def can_be_named(channel: str, language: str) -> bool:
    """Return whether the words of a channel are known in a language."""
    return channel in _NAMES.get(language, {})


@lru_cache(_KEPT_TEXTS)
def channels_as_ways(text: str, language: str) -> Mapping[str, str]:
    """Return the channels through which a text takes applications in, each with its words."""
    elsewhere = _ELSEWHERE.get(language)
    found: dict[str, str] = {}
    for sentence in re.split(r"[.;\n]", text):
        if elsewhere and not elsewhere.search(lowered(sentence)):
            found |= _found(_WAYS[language], sentence)
    return found


def _found(rows: Mapping[str, str], text: str) -> dict[str, str]:
    """Return what matches, in whole words as they are written."""
    low = lowered(text)
    matches = {name: _pattern(words).search(low) for name, words in rows.items()}
    return {name: text[match.start() : match.end()] for name, match in matches.items() if match}


@cache
def _pattern(words: str) -> re.Pattern[str]:
    return re.compile(rf"(?:{words})\w*")
