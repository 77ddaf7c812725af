"""The style of each text in the files that the tool writes: plain, in quotation marks, or lines.

A text must stay a text in whatever program reads the file: so all that looks like a number, a day,
a sign of YAML or a word with a meaning is quoted, also where our own reader would not need it.
"""

import re
from enum import StrEnum

_WORDY = re.compile(r"(?:[^\W_]|[ \-–.,()/«»„“№])*")
_RESERVED = frozenset({"yes", "no", "on", "off", "true", "false", "null", "y", "n"})


class Style(StrEnum):
    """How a text is printed; the values are YAML's own signs."""

    PLAIN = ""
    QUOTED = '"'
    LINES = "|"


class OneLine(dict[str, object]):
    """A mapping that is printed on one line, in braces."""


def style_of(text: str) -> Style:
    """Choose the style of a text."""
    lines = text.split("\n")
    framed = text[:1].strip() and text[-1:].strip()  # else a block takes in the lines around it
    if len(lines) > 1 and framed and all(_fits_a_block(line) for line in lines):
        return Style.LINES
    return Style.QUOTED if needs_quotes(text) else Style.PLAIN


def _fits_a_block(line: str) -> bool:
    return line == line.rstrip() and line.isprintable()


def needs_quotes(text: str) -> bool:
    """Quote whatever is not plainly a text: numbers, dates, times, yes and no, signs of YAML."""
    wordy = text[:1].isalpha() and _WORDY.fullmatch(text)
    reserved = text.lower() in _RESERVED
    return not wordy or reserved or text != text.strip() or not text.isprintable()
