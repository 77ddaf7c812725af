"""What the objects of a PDF say: whether one leads out of the file without a person's doing.

Names of keys are those of ISO 32000-1: a file is named by `F`, `UF` or `FS` (7.11), one that lies
in it by `EF` (7.11.4), what is done by itself by `AA` and `OpenAction` (12.6.3, 7.7.2), and after
it by `Next` (12.6.2).

What a number stands for is told by the table of a file, which no two programs need read alike. So
a number is taken for any object of the file: `S` may be any name, `F` any words that stand alone.
"""

from collections.abc import Iterator, Mapping

from pdfminer.psparser import PSKeyword, PSLiteral

from talqy.office.attached_marks import NotListedError

_FILES = frozenset({"F", "UF", "FS"})
_BY_ITSELF = frozenset({"AA", "EF"})
_DEEPEST = 64


class PdfSays:
    """Looks at objects one by one; raises NotListedError at what is not taken."""

    def __init__(self) -> None:
        self._opens_by_number = self._leads_out = False
        self._names_by_number = self._has_name = False
        self._files_by_number = self._has_words = False

    def take(self, value: object) -> None:
        """Look at an object, and all that is in it."""
        if isinstance(value, Mapping) and name_of(value.get("S")) == "URI":
            self._leads_out = True
        self._has_name |= isinstance(value, PSLiteral)
        self._has_words |= isinstance(value, bytes | str)
        for one in _mappings(value, 0):
            self._look_at(one)

    def end(self) -> None:
        """Refuse a file in which a number may stand for what is not taken itself."""
        opens_outside = self._opens_by_number and self._leads_out
        is_named = self._names_by_number and self._has_name
        if opens_outside or is_named or (self._files_by_number and self._has_words):
            raise NotListedError

    def _look_at(self, said: Mapping[str, object]) -> None:
        is_chain = isinstance(said.get("S"), PSLiteral) and "Next" in said
        if is_chain or _BY_ITSELF & said.keys() or any(_is_file(said, key) for key in _FILES):
            raise NotListedError
        opens = said.get("OpenAction")
        if isinstance(opens, Mapping) and name_of(opens.get("S")) not in {"GoTo", "Named"}:
            raise NotListedError
        self._opens_by_number |= isinstance(opens, PSKeyword)
        self._names_by_number |= isinstance(said.get("S"), PSKeyword)
        self._files_by_number |= isinstance(said.get("F"), PSKeyword)


def name_of(said: object) -> str:
    """Return a name as text; nothing of what is none."""
    return str(said.name) if isinstance(said, PSLiteral) else ""


def _is_file(said: Mapping[str, object], key: str) -> bool:
    """Return whether a key names a file: a number is a mark there, and letters may be called F."""
    value = said.get(key)
    if value is None or isinstance(value, int | float):
        return False
    is_list_of_resources = all(isinstance(one, PSKeyword) for one in said.values())
    return not (key == "F" and is_list_of_resources)


def _mappings(value: object, depth: int) -> Iterator[Mapping[str, object]]:
    if depth > _DEEPEST:
        raise NotListedError
    if isinstance(value, Mapping):
        yield value
        for one in value.values():
            yield from _mappings(one, depth + 1)
    elif isinstance(value, list):
        for one in value:
            yield from _mappings(one, depth + 1)
