"""The parts of a site, and which of them an earlier run has left as they would be made.

A part are files that are made of the same things; its key is a digest of all these. Where a part
with the same key was made before, and each of its files lies in the folder as it was left, nothing
of it is made anew (docs/decisions/0047). The list of what was made is text: nothing in it is run,
and whoever deletes it loses time alone.
"""

import hashlib
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import NamedTuple, Self

from talqy.model.paths import MANIFEST, PARTS
from talqy.site.left_files import FilesThere, LeftFile


class Made(NamedTuple):
    """What was made so far: the paths of files by the names of their parts, and what these hold.

    `content` is given the name of a part, and a path; it returns None where that is not known.
    """

    paths: Mapping[str, Collection[str]]
    content: Callable[[str, str], bytes | None] = lambda _part, _path: None


NOTHING_MADE = Made({})
Make = Callable[[Made], Iterable[tuple[str, bytes]]]
"""Makes files, given what was made before them."""

_PART, _ON = "part", "@"


@dataclass(frozen=True, slots=True)
class SitePart:
    """Files that are made of the same things: `make` is given what was made before them.

    `key` is the digest of all that they are made of, as `key_of` makes it; a part with an empty key
    is made in every run. `weight` says how much work it is beside others; a part that has one asks
    for nothing that was made before, and another process may make it. Parts of one `bundle` share
    what is found on the way to them: one process makes them, one after the other.

    Its pages bear a `day` that is no part of the key: `renew` is given an earlier day and a page
    that was made then, and returns the page of now, or None where it does not bear that day so.
    """

    name: str
    key: str
    make: Make
    weight: int = 0
    day: str = ""
    renew: Callable[[str, str, bytes], bytes | None] | None = None
    bundle: str = ""

    @classmethod
    def always(cls, name: str, files: Iterable[tuple[str, bytes]]) -> Self:
        """Return a part that is made in every run, whatever it is made of."""
        return cls(name, "", lambda _: files)


def files_of_parts(parts: Iterable[SitePart]) -> Iterator[tuple[str, bytes]]:
    """Make all files of some parts, whatever an earlier run has left."""
    made: dict[str, list[str]] = {}
    for part in parts:
        paths = made.setdefault(part.name, [])
        for path, content in part.make(Made(made)):
            paths.append(path)
            yield path, content


_NOT_THERE = LeftFile(-1, -1)
_NONE_LEFT: Mapping[str, LeftFile] = {}


@dataclass(frozen=True, slots=True)
class MadePart:
    """A part that an earlier run has made: its key, its day, and how its files were left."""

    key: str
    day: str
    files: Mapping[str, LeftFile]

    def is_of(self, part: SitePart) -> bool:
        """Return whether it was made of the same things."""
        return bool(part.key) and part.key == self.key

    def is_whole(self, there: FilesThere) -> bool:
        """Return whether each of its files lies in its place as it was left.

        A path that is no place of the folder was put there by others: the part is made anew.
        """
        return all(there.at(path) == left for path, left in self.files.items())


def made_parts(listed: bytes) -> Mapping[str, MadePart]:
    """Read the list of what was made, by the names of parts; none where it is not whole."""
    digest, _, lines = listed.partition(b"\n")
    if digest.decode("ascii", "replace") != hashlib.sha256(lines).hexdigest():
        return {}
    found: dict[str, tuple[str, dict[str, LeftFile]]] = {}
    files: dict[str, LeftFile] = {}
    try:
        for line in lines.decode().split("\n")[:-1]:
            first, second, last = line.split(" ", 2)
            if first == _PART:
                files = {}
                found[last] = second, files
            else:
                files[last] = LeftFile(int(first), int(second))
        return {name: _made_part(made, files) for name, (made, files) in found.items()}
    except ValueError:
        return {}


def _made_part(made: str, files: Mapping[str, LeftFile]) -> MadePart:
    """Read the key and the day of a part; raise `ValueError` where the day is none."""
    key, _, day = made.partition(_ON)
    if day:
        date.fromisoformat(day)
    return MadePart(key, day, files)


@dataclass(frozen=True, slots=True)
class EarlierSite:
    """A site that was made before: the keys of its parts, and how its files were left."""

    folder: Path
    keys: Mapping[str, str]
    left: Mapping[str, LeftFile]
    there: FilesThere

    @classmethod
    def of(cls, folder: Path) -> Self:
        """Look into the folder of a site; where it has no list, nothing is known."""
        file = folder / PARTS
        parts = made_parts(file.read_bytes()) if file.is_file() else {}
        left = {path: one for part in parts.values() for path, one in part.files.items()}
        there = FilesThere(folder)
        return cls(folder, {name: part.key for name, part in parts.items()}, left, there)

    def content_of_part(self, name: str, key: str, path: str) -> bytes | None:
        """Return a file of a part that was made of the same things; None where it is not left."""
        return self.content(path) if key and self.keys.get(name) == key else None

    def content(self, path: str) -> bytes | None:
        """Return a file that lies there as it was left; None where that is not known."""
        left = self.left.get(path)
        is_left = left is not None and self.there.at(path) == left
        return (self.folder / path).read_bytes() if is_left else None


def digest_of_list(folder: Path) -> str:
    """Return the digest of the list that lies in a folder; empty where there is none."""
    file = folder / PARTS
    return hashlib.sha256(file.read_bytes()).hexdigest() if file.is_file() else ""


def is_as_left(folder: Path, listed: str) -> bool:
    """Return whether a site is as a run left it; `listed` is the digest of the list it wrote.

    What a killed run has put there besides is in the list of our files, and in no part.
    """
    if not listed or digest_of_list(folder) != listed:
        return False
    site = EarlierSite.of(folder)
    is_whole = bool(site.left) and site.left.keys() == listed_files(folder)
    return is_whole and all(site.there.at(path) == left for path, left in site.left.items())


def listed_files(folder: Path) -> frozenset[str]:
    """Return the paths in the list of our files; a line ends with no other sign than LF."""
    file = folder / MANIFEST
    listed = file.read_bytes() if file.is_file() else b""
    return frozenset(listed.decode("utf-8", "replace").split("\n")[:-1])


def list_of_parts(
    folder: Path,
    parts: Iterable[SitePart],
    made: Mapping[str, Collection[str]],
    left: Mapping[str, LeftFile] = _NONE_LEFT,
) -> bytes:
    """Write the list of what lies in a folder now of these parts; it begins with its own digest.

    `left` are those files that nobody has written since they were looked at: they are named so, and
    what somebody else has made of them meanwhile is another file for the next run.
    """
    lines, there = list[str](), FilesThere(folder)
    for part in parts:
        lines.append(f"{_PART} {part.key}{_ON}{part.day} {part.name}\n")
        for path in made[part.name]:
            is_so = left.get(path) or there.at(path) or _NOT_THERE
            lines.append(f"{is_so.size} {is_so.written} {path}\n")
    if not lines:
        return b""
    listed = "".join(lines).encode()
    return f"{hashlib.sha256(listed).hexdigest()}\n".encode() + listed
