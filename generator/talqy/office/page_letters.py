"""The letters of a saved page: what it says of its encoding is often not so.

A browser saves a page as UTF-8 and leaves what it said before; a server says UTF-8 of an old file.
So bytes that are sound UTF-8 are read as that. Else the usual Cyrillic encodings are tried, and the
one is taken in which the letters make words: small letters of Kazakh and Russian.
"""

import re

from talqy.office.csv_text import encoding_of

_HEAD = 4_096
_SAMPLE = 1 << 16
_SAID = re.compile(rb"charset\s{0,9}=\s{0,9}[\"']?([\w-]{1,40})", re.IGNORECASE)
_USUAL = ("cp1251", "kz1048", "koi8_r", "cp866", "iso8859_5")
_NAMES = {
    **dict.fromkeys(("windows-1251", "cp1251", "win-1251"), "cp1251"),
    **dict.fromkeys(("kz-1048", "kz1048", "strk1048-2002", "rk1048"), "kz1048"),
    **dict.fromkeys(("koi8-r", "koi8-u"), "koi8_r"),
    **dict.fromkeys(("ibm866", "cp866"), "cp866"),
    "iso-8859-5": "iso8859_5",
}
_GOOD = re.compile("[а-яәғқңөұүһі]")
# Letters of other languages, drawn lines, and what has no sign at all; a capital behind a small
# letter is what KOI8-R makes of Windows-1251, and the other way round.
_ODD = re.compile("[ђѓљњќћџўјґєїѕ\u00c0-\u00ff\u0080-\u009f\u2500-\u259f]|[а-я][А-Я]")


def page_text(data: bytes) -> str:
    """Return the text of a page; what has no sign in its encoding is U+FFFD."""
    marked = encoding_of(data)
    if marked and marked != "cp1251":
        return data.decode(marked)
    sample = data[:_SAMPLE]
    said = _SAID.search(data[:_HEAD])
    named = _NAMES.get(said[1].decode("ascii").lower(), "") if said else ""
    codes = dict.fromkeys((*([named] if named else []), *_USUAL))
    best = max(codes, key=lambda code: _worth(sample.decode(code, "replace")))
    if _worth(sample.decode("utf-8", "replace")) > _worth(sample.decode(best, "replace")):
        best = "utf-8"  # it is that, and a few bytes are broken
    return data.decode(best, "replace")


def _worth(text: str) -> int:
    """Return how likely a text is read in its encoding; the first of equals is taken."""
    lost = 10 * text.count("\ufffd")
    return len(_GOOD.findall(text)) - 5 * len(_ODD.findall(text)) - lost
