"""Why a file is no YAML, as the person sees it who wrote it: the slip, its line, the line mended.

A parser falls where it can go no further, often lines below the slip, and says it in words of its
own. Here the lines above that place are read once more for what people do: text pasted without its
indent, quotation marks inside of quotation marks, a dash or a colon without its space.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from talqy.errors import Saying
from talqy.project.yaml_values import closing, is_block, value_slip

_SHOWN = 120
_LINE = re.compile(
    r"(?P<dashes>(?:- +)*)(?P<key>[A-Za-z_][\w-]*|\"[^\"]*\"|'[^']*')\s*:(?P<rest>.*)"
)
_ITEM = re.compile(r"(?P<dashes>(?:- +)+)(?P<rest>.*)|-$")
_DASH = re.compile("-")
_NO_COLON = re.compile(r"([a-z_]{2,24}) +(?=\S)")
# Spaces that look like a space and are none to YAML; the last one has no width at all.
_ODD_SPACES = re.compile("[ \t]*([\u00a0\u1680\u2000-\u200b\u202f\u205f\u3000\ufeff]+)")
_LONG_DASH = re.compile("[–—•·]\\s+")

NO_BREAK = "a no-break space stands in front of the line, where only ordinary spaces may"
NOT_CLOSED = "the quotation mark that opens the text is not closed"
NO_SPACE = "there is no space behind the colon"
NO_SPACE_DASH = "there is no space behind the dash"
LONG_DASH = "an item of a list begins with a short dash"
NO_COLON = "there is no colon behind the name of the field"
OUTSIDE = "the line stands outside of the text that it belongs to"
TOO_DEEP = "the line begins further right than the lines beside it"
TOO_SHALLOW = "the line begins further left than the lines beside it"
BELOW = "put {n} spaces in front of it: {line}"
LINES = (
    "a text on several lines needs “|-” behind its field, and {n} spaces in front of each: {line}"
)
WRITE = "write: {line}"


@dataclass(frozen=True, slots=True)
class Slip:
    """What a person did, the place, and the advice with the line as it should be."""

    reason: Saying
    advice: Saying
    line: int
    column: int


def first_slip(text: str, last: int = 0) -> Slip | None:
    """Return the first slip in a text, down to the line where a parser fell (0: all of it)."""
    return next(_SlipReader(text.splitlines()).slips(last), None)


def _slip(reason: str, at: tuple[int, int], line: str, advice: str = WRITE) -> Slip:
    """Return a slip; `line` is the whole line as it should be."""
    text = line.strip()
    short = text if len(text) <= _SHOWN else f"{text[: _SHOWN - 1]}…"
    indent = len(line) - len(line.lstrip(" "))
    return Slip(Saying(reason), Saying(advice, {"line": short, "n": indent}), *at)


@dataclass(slots=True)
class _SlipReader:
    """The lines, and what is open at the one that is read: levels, a text, an empty field."""

    lines: list[str]
    levels: list[tuple[int, bool]] = field(default_factory=list)  # indent, and whether it is a list
    indent: int = -1  # of the key whose text stands on the lines below; -1 where there is none
    inside: int = 0  # the indent of those lines
    is_block: bool = False
    is_open: bool = True  # the last field or dash has no value yet
    skip: int = 0  # the line to which a text in quotation marks goes on

    def slips(self, last: int) -> Iterator[Slip]:
        """Yield the slips from the top."""
        for number, line in enumerate(self.lines, 1):
            if last and number > last:
                return
            if number > self.skip and (slip := self._read(number, line)):
                yield slip

    def _read(self, number: int, line: str) -> Slip | None:
        body = line.lstrip(" ")
        at = len(line) - len(body)
        if not body.strip() or body.startswith("#"):
            return None
        if self.is_block and self.indent >= 0 and at > self.indent:
            self.inside = self.inside or at
            return None
        if odd := _ODD_SPACES.match(body):
            mended = " " * (at + len(odd[0])) + body[odd.end() :]
            return _slip(NO_BREAK, (number, at + odd.start(1) + 1), mended, BELOW)
        return self._structure(number, at, body)

    def _structure(self, number: int, at: int, body: str) -> Slip | None:
        if body.startswith(("---", "...", "%")):
            return None
        match = _LINE.match(body) or _ITEM.match(body)
        if match is None:
            return self._words(number, at, body)
        if slip := self._indented(number, at, body):
            return slip
        parts = match.groupdict()
        dashes, key = parts.get("dashes") or "", parts.get("key")
        self._open(at, dashes, is_field=key is not None)
        rest = parts.get("rest") or ""
        start = len(body) - len(rest)
        if key and rest[:1].strip() and not key.startswith(('"', "'")):
            return self._glued(number, at, body, start)
        # A text below a bare dash need only stand to the right of the dash.
        beside = len(dashes) if key else max(dashes.rfind("-"), 0)
        return self._value(number, at, body, start + len(rest) - len(rest.lstrip()), at + beside)

    def _glued(self, number: int, at: int, body: str, start: int) -> Slip | None:
        """Return the slip of a field whose value touches its colon; an address is none."""
        self._text_below(at, block=False, is_open=False)
        if body[start:].startswith("//"):
            return None
        mended = f"{body[:start]} {body[start:]}"
        return _slip(NO_SPACE, (number, at + start), " " * at + mended)

    def _value(self, number: int, at: int, body: str, start: int, beside: int) -> Slip | None:
        """Look at a value; the lines of a text below it stand to the right of `beside`."""
        value = body[start:].rstrip()
        self._text_below(beside, block=is_block(value), is_open=not value or value.startswith("#"))
        if not value or value.startswith("#") or is_block(value):
            return None
        if value[0] in ('"', "'") and closing(value) is None:
            return self._unclosed(number, at, body, start)
        if slip := value_slip(value):
            line = " " * at + body[:start] + slip.mended
            return _slip(slip.reason, (number, at + start + slip.at + 1), line, slip.advice)
        return None

    def _unclosed(self, number: int, at: int, body: str, start: int) -> Slip | None:
        """Return the slip of a quotation mark that no line closes, or pass over the lines."""
        quote = body[start]
        for below in range(number, len(self.lines)):
            line = self.lines[below]
            if quote in line:
                if _LINE.match(line.strip()) or _ITEM.match(line.strip()):
                    break
                self.skip = below + 1
                return None
        mended = " " * at + body.rstrip() + quote
        return _slip(NOT_CLOSED, (number, at + start + 1), mended)

    # --- where a line begins ------------------------------------------------------------------

    def _open(self, at: int, dashes: str, *, is_field: bool) -> None:
        while self.levels and self.levels[-1][0] > at:
            self.levels.pop()
        for dash in _DASH.finditer(dashes or ("" if is_field else "-")):
            self._level(at + dash.start(), is_list=True)
        if is_field:
            self._level(at + len(dashes), is_list=False)

    def _level(self, at: int, *, is_list: bool) -> None:
        while self.levels and self.levels[-1][0] > at:
            self.levels.pop()
        if (at, is_list) not in self.levels[-2:]:
            self.levels.append((at, is_list))

    def _text_below(self, at: int, *, block: bool, is_open: bool) -> None:
        self.indent, self.inside, self.is_block, self.is_open = at, 0, block, is_open

    def _indented(self, number: int, at: int, body: str) -> Slip | None:
        """Return the slip of a field or item that begins where none of its neighbours does."""
        known = [indent for indent, _ in self.levels]
        if not known or at in known:
            return None
        if at > known[-1]:
            if self.is_open:
                return None
            return _slip(TOO_DEEP, (number, at + 1), " " * known[-1] + body, BELOW)
        beside = min(indent for indent in known if indent > at)
        return _slip(TOO_SHALLOW, (number, at + 1), " " * beside + body, BELOW)

    def _words(self, number: int, at: int, body: str) -> Slip | None:
        """Return the slip of a line that is neither field nor item: words of a text, or no text."""
        if body[0] in "[]{}\"'":
            return None
        if body[0] == "-" and body[1:2] not in ("", "-") and (self.is_open or self._in_list(at)):
            return _slip(NO_SPACE_DASH, (number, at + 1), f"{' ' * at}- {body[1:]}")
        if (dash := _LONG_DASH.match(body)) and (self._in_list(at)):
            return _slip(LONG_DASH, (number, at + 1), f"{' ' * at}- {body[dash.end() :]}")
        if at > self.indent:
            return self._colon(number, at, body)
        if _NO_COLON.match(body) and (at, False) in self.levels:
            mended = _NO_COLON.sub(r"\1: ", body, count=1)
            return _slip(NO_COLON, (number, at + 1), " " * at + mended)
        mended = " " * (self.inside or self.indent + 2) + body
        return _slip(OUTSIDE, (number, at + 1), mended, BELOW if self.is_block else LINES)

    def _colon(self, number: int, at: int, body: str) -> Slip | None:
        slip = value_slip(body.rstrip()) if ": " in body or body.endswith(":") else None
        if slip is None or self.is_open:
            return None
        return _slip(slip.reason, (number, at + slip.at + 1), " " * at + body, LINES)

    def _in_list(self, at: int) -> bool:
        return (at, True) in self.levels
