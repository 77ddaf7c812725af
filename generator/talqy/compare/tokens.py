"""Legal text as lines and tokens: the units that a redline keeps whole.

Shapes follow the drafting habits of both official languages: a number and its words are one thing
(“5 (пяти)”, “3 (үш)”), and so are “№ 832”, “12-1)”, “31 456” and hyphenated words.
"""

import re
import unicodedata
from collections import Counter
from functools import lru_cache

_KEPT_TEXTS = 8192  # a clause is looked at by its redlines, quotes and references
# "1 500" and "1 500" (no-break space) are one number; "0,5" and "0.5" are the same one.
_NUMBER = re.compile(
    r"(?:(?<!\d)\d{1,3}(?:[ \u00a0\u2009\u202f]\d{3}(?!\d))+|\d+)(?:[.,]\d+)?",
)


def numbers_in(text: str) -> Counter[str]:
    """Count the numbers of a text, written the same way whatever the language's habit is."""
    return Counter(re.sub(r"\s", "", n).replace(",", ".") for n in _NUMBER.findall(text))


_LABEL = re.compile(r"\d+(?:-\d+)*\)")
# A single space is left alone: most are.
_SPACES = re.compile(r"[^\S\n ][^\S\n]*| [^\S\n]+")
# Soft hyphens, spaces and joiners of no width: nobody sees them, and no redline marks them. Signs
# that turn the direction of reading are left, so that they are seen where texts are compared.
_UNSEEN = re.compile("[\u00ad\u200b\u2060\ufeff]")
_TOKEN = re.compile(
    r"""
    №\s?\d[\w/-]*                                             # the number of an act: № 832
    | (?:\d{1,3}(?:\ \d{3})+(?!\d) | \d+(?:[.,:/]\d+)*)         # a number: 31 456; 0,2; 9.00
      (?:\ \([^\W\d_]+(?:\ [^\W\d_]+){0,4}\) | (?:-[^\W_]+)+)?  # … in words: 5 (пяти); 9.00-ден
    | [^\W_]+(?:[-‑][^\W_]+)*                                   # a word: веб-порталы
    | \s | .
    """,
    re.VERBOSE,
)


def lines(text: str) -> list[str]:
    """Return the lines of a text: NFC, single spaces, nothing unseen, none of them empty."""
    spaced = _SPACES.sub(" ", unicodedata.normalize("NFC", _UNSEEN.sub("", text)))
    return [line for line in (line.strip() for line in spaced.splitlines()) if line]


@lru_cache(_KEPT_TEXTS)
def normal(text: str) -> str:
    """Return a text as redlines and quotes see it."""
    return "\n".join(lines(text))


def label(line: str) -> str:
    """Return the number of an item, or nothing: `12-1)`."""
    match = _LABEL.match(line)
    return match[0] if match else ""


def tokens(line: str) -> list[str]:
    """Split one line; joined again, the tokens are the line."""
    pieces = _TOKEN.findall(line)
    return pieces if line.count(")") <= line.count("(") else _with_labels(pieces)


def _with_labels(found: list[str]) -> list[str]:
    """Join a number with the bracket that closes nothing: the label of an item, or its name."""
    joined: list[str] = []
    depth = 0
    for piece in found:
        if piece == "(":
            depth += 1
        elif piece == ")" and depth:
            depth -= 1
        elif piece == ")" and joined and joined[-1][-1].isdigit():
            joined[-1] += ")"
            continue
        joined.append(piece)
    return joined
