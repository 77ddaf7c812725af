"""What a part of a Word file says beside words: its elements, and its fields, whole."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from talqy.office.attached_kinds import ELEMENTS, FETCHING, FIELDS, PICTURES

# Where a field stands within the code of another: its words become part of that code.
_INNER = "\0"
_CODES = frozenset({"instrtext", "delinstrtext"})
_DEEPEST = 64
_LONGEST = 1 << 16


class NotListedError(Exception):
    """A file holds something of no kind that is taken."""


@dataclass
class _OpenField:
    """A field that has begun; `is_code` until it says what it shows."""

    code: list[str] = field(default_factory=list)
    is_code: bool = True


@dataclass
class PartMarks:
    """Looks at a part as the parser reads it; raises NotListedError at what is not taken."""

    _open: list[_OpenField] = field(default_factory=list)
    _is_in_code: bool = False

    def start(self, tag: str, said: Mapping[str, str]) -> None:
        """Take the beginning of an element."""
        name = tag.rpartition("}")[2].casefold()
        attributes = {key.rpartition("}")[2].casefold(): said[key] for key in said}
        fetches = any(attributes.get(one) for one in FETCHING)
        if name in ELEMENTS or fetches or (name in PICTURES and attributes.get("href")):
            raise NotListedError
        if name == "fldsimple":
            _look_at_field(attributes.get("instr", ""))
        elif name == "fldchar":
            self._mark(attributes.get("fldchartype", "").casefold())
        elif name in _CODES:
            if not (self._open and self._open[-1].is_code):
                raise NotListedError
            self._is_in_code = True

    def data(self, text: str) -> None:
        """Take words: those of a field are its code."""
        if self._is_in_code:
            self._open[-1].code.append(text)

    def end(self, tag: str = "") -> None:
        """Take the end of an element; of the whole part, where none is named."""
        if not tag and self._open:
            raise NotListedError
        if tag.rpartition("}")[2].casefold() in _CODES:
            self._is_in_code = False

    def doctype(self, *_: object) -> None:
        """Refuse a part that would define entities."""
        raise NotListedError

    def close(self) -> None:
        """End the parsing; there is nothing to return."""

    def _mark(self, kind: str) -> None:
        if kind == "begin":
            if self._open and self._open[-1].is_code:
                self._open[-1].code.append(_INNER)
            if len(self._open) >= _DEEPEST:
                raise NotListedError
            self._open.append(_OpenField())
        elif not self._open:
            raise NotListedError
        else:
            if self._open[-1].is_code:
                _look_at_field("".join(self._open[-1].code))
            self._open[-1].is_code = False
            if kind == "end":
                self._open.pop()


def _look_at_field(code: str) -> None:
    """Refuse a field of another name; one that another field makes has none that we could know."""
    words = code.replace(_INNER, f" {_INNER} ").split()
    if len(code) > _LONGEST or not words:
        raise NotListedError
    name = words[0].upper()
    if name not in FIELDS and not name.startswith("="):
        raise NotListedError
