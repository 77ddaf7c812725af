"""Slips inside of one value: quotation marks, colons and special signs in a text that people type.

Each is named with the value as it should be written. Nothing here parses YAML: only what is known
to be broken is looked at, line by line, for what people do.
"""

import re
from dataclasses import dataclass

_HEADER = re.compile(r"[|>](?:[+-]?[1-9]?|[1-9][+-])(?:\s+#.*)?")
_SPECIAL = "@`%*&!?|>-,]}"
_TURNED = ("“", "”", "„", "‟")
# What may follow a value: a remark, or the signs that end it inside of braces.
_BEHIND = re.compile(r"\s*(?:\s#.*)?")

INNER_QUOTE = "inside of a text in quotation marks stands another quotation mark"
QUOTE_FIRST = "the text begins with a quotation mark, and goes on behind the closing one"
TURNED_QUOTES = "typographic quotation marks do not enclose a text in YAML"
COLON = "a colon with a space behind it stands inside of a text without quotation marks"
SPECIAL = "the text begins with a special sign"
WRITE = "write: {line}"
GUILLEMETS = "use «…» inside of the text: {line}"


@dataclass(frozen=True, slots=True)
class ValueSlip:
    """What is wrong with a value, where in it (from 0), how to mend it, and the value mended."""

    reason: str
    at: int
    mended: str
    advice: str = WRITE


def value_slip(value: str) -> ValueSlip | None:
    """Return what is wrong with the value of one line, as it stands behind its key or dash."""
    if value[:1] in ('"', "'"):
        return _quoted_slip(value)
    if value.startswith(_TURNED):
        return _turned_slip(value)
    if value[:1] in ("[", "{"):
        return _bracket_slip(value)
    if is_special(value):
        return ValueSlip(SPECIAL, 0, quoted(value))
    plain = value.split(" #", 1)[0].rstrip()
    if (at := plain.find(": ")) >= 0 or plain.endswith(":"):
        return ValueSlip(COLON, at if at >= 0 else len(plain) - 1, quoted(plain))
    return None


def is_block(value: str) -> bool:
    """Return whether a value is the head of a text on the lines below: `|-`, `>`."""
    return bool(_HEADER.fullmatch(value))


def is_special(value: str) -> bool:
    """Return whether a text begins with a sign that YAML takes for one of its own."""
    if value[:1] in ("-", "?"):
        return value[1:2] in ("", " ")
    return value[:1] in _SPECIAL and not is_block(value) and bool(value)


def closing(value: str, start: int = 0) -> int | None:
    """Return where a quoted text ends, as YAML reads it; None where it is not closed here."""
    quote = value[start]
    at = start + 1
    while at < len(value):
        if quote == '"' and value[at] == "\\":
            at += 1
        elif value[at] == quote:
            if quote == '"' or value[at + 1 : at + 2] != quote:
                return at
            at += 1
        at += 1
    return None


def quoted(words: str) -> str:
    """Return a text in quotation marks that do not stand in it."""
    if '"' not in words and "\\" not in words:
        return f'"{words}"'
    return "'" + words.replace("'", "''") + "'"


def _quoted_slip(value: str) -> ValueSlip | None:
    end = closing(value)
    if end is None or _BEHIND.fullmatch(value, end + 1):
        return None
    quote, last = value[0], value.rstrip()
    if last.endswith(quote) and len(last) > end + 1 and value[end + 1 : end + 2].strip():
        inner = last[1:-1]
        if quote == '"' and inner.count('"') % 2 == 0:
            return ValueSlip(INNER_QUOTE, end, f'"{_guillemets(inner)}"', GUILLEMETS)
        return ValueSlip(INNER_QUOTE, end, quoted(inner))
    return ValueSlip(QUOTE_FIRST, 0, quoted(last))


def _guillemets(words: str) -> str:
    pieces = words.split('"')
    signs = ["«" if number % 2 == 0 else "»" for number in range(len(pieces) - 1)]
    return "".join(a + b for a, b in zip(pieces, [*signs, ""], strict=True))


def _turned_slip(value: str) -> ValueSlip | None:
    text = value.split(" #", 1)[0].rstrip()
    if ": " not in text and not text.endswith(":"):
        return None
    enclosed = len(text) > 2 and text.endswith(_TURNED)
    return ValueSlip(TURNED_QUOTES, 0, quoted(text[1:-1] if enclosed else text))


def _bracket_slip(value: str) -> ValueSlip | None:
    """Return the slip of a text that begins with words in brackets, and goes on behind them."""
    end = value.find("]" if value[0] == "[" else "}")
    is_text = end > 0 and not _BEHIND.fullmatch(value, end + 1)
    if not is_text or value[end + 1 :].lstrip()[:1] in ("", "]", "}", ",", "#", ":"):
        return None
    return ValueSlip(SPECIAL, 0, quoted(value.rstrip()))
