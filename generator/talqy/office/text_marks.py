"""The marks by which a text that goes out to Word is known again when it comes back.

The code of a clause is printed, a bookmark is its second witness; a stamp says of which text the
file is. All of it is text that a clerk sees, for nothing else survives every program.
"""

import re
from collections.abc import Iterable, Mapping, Sequence
from typing import NamedTuple

_MOST_LETTERS = 40  # of a bookmark in Word
_COPY = re.compile(r"_Copy_\d+$")
_CODE = re.compile(r"(?<!\s)\s*\[(?P<code>[a-z0-9]+(?:-[a-z0-9]+)*)\]\s*$")
_STAMP = re.compile(
    r"talqy:text\s+(?P<standard>[a-z0-9-]+)\s+r(?P<revision>\d{1,9})\s+"
    r"(?P<languages>[A-Za-z-]+(?:\+[A-Za-z-]+)*)\s+sha256:(?P<digest>[0-9a-f]{12})"
)
STANDARD, REVISION, LANGUAGES, BASE = (
    *("talqy-standard", "talqy-revision", "talqy-languages", "talqy-base"),
)


class Stamp(NamedTuple):
    """Which text a file holds: its standard and revision, its languages, the digest of the text."""

    standard: str
    revision: int
    languages: tuple[str, ...]
    digest: str

    @property
    def line(self) -> str:
        """The stamp as it is printed."""
        codes = "+".join(self.languages)
        return f"talqy:text {self.standard} r{self.revision} {codes} sha256:{self.digest}"


def stamp_in(line: str) -> Stamp | None:
    """Return the stamp that a line holds."""
    match = _STAMP.search(line)
    if match is None:
        return None
    languages = tuple(match["languages"].split("+"))
    return Stamp(match["standard"], int(match["revision"]), languages, match["digest"])


def stamp_of(properties: Mapping[str, str]) -> Stamp | None:
    """Return the stamp that the properties of a file hold."""
    said = [properties.get(name, "") for name in (STANDARD, REVISION, LANGUAGES, BASE)]
    return stamp_in("talqy:text {} r{} {} {}".format(*said))


def bookmark_names(ids: Iterable[str]) -> dict[str, str]:
    """Return the bookmark of each clause: Word knows no hyphen in them, and 40 letters at most."""
    names: dict[str, str] = {}
    taken: set[str] = set()
    for one in ids:
        name = whole = f"tq_{one.replace('-', '_')}"[:_MOST_LETTERS]
        number = 1
        while name in taken:
            number += 1
            name = f"{whole[: _MOST_LETTERS - 4]}_{number}"
        taken.add(name)
        names[one] = name
    return names


def bookmarked(name: str) -> tuple[str, bool]:
    """Return the name of a bookmark as it was written, and whether this is a copy of it."""
    bare = _COPY.sub("", name)
    return bare, bare != name


def code_behind(line: str) -> tuple[str, str]:
    """Return a heading without the code behind it, and the code; "" where there is none."""
    match = _CODE.search(line)
    return (line[: match.start()], match["code"]) if match else (line, "")


def heading_with_code(heading: str, code: str) -> str:
    """Return a heading with the code of its clause behind it."""
    return f"{heading} [{code}]".strip()


def column_heads(languages: Sequence[str]) -> tuple[str, ...]:
    """Return the heads of the table of a working copy."""
    return ("№", *(LANGUAGE_HEADS.get(code, code) for code in languages), CODE_HEAD)


LANGUAGE_HEADS = {"kk": "Қазақша", "ru": "Русский", "en": "English"}
CODE_HEAD = "код"


def short_digest(digest: str) -> str:
    """Return as much of a digest as a stamp has."""
    return digest.removeprefix("sha256:")[:12]
