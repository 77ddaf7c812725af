"""YAML bytes in, a plain tree of mappings, lists and strings out; and what is wrong with them.

The contract (docs/formats/README.md says the same to users): UTF-8 without a byte order mark, one
document, no tags, anchors or aliases, no key twice, no tabs in front of a line, at most 1 MiB and
24 levels. Every scalar stays the text that was written; a key with nothing behind it is `None`.

Theory of operation: PyYAML's C parser gives events, and `_Builder` builds from them with a stack of
its own. So depth is bounded before Python's or C's own stack is, an alias is seen before anything
grows, and every fault is known with its line. Nothing here may use PyYAML's loaders: they resolve
`no`, `12:30` and dates. Positions cost as much as the tree, so they are taken only when asked for
(`positions`), which is when there is a problem to show.
"""

import re
from contextlib import suppress
from dataclasses import dataclass, field
from typing import Any

import yaml

from talqy.model import paths
from talqy.model.problem import Kind, Path, Problem
from talqy.project import faults
from talqy.project.yaml_explain import explained

MAX_BYTES = 1 << 20
MAX_DOCUMENT_BYTES = 5 << 20
# The tool's own record of a discussion has a line for each comment.
MAX_HISTORY_BYTES = 1 << 25
MAX_DEPTH = 24

Tree = dict[str, Any] | list[Any] | str | None
Positions = dict[Path, tuple[int, int]]

_BOM = b"\xef\xbb\xbf"
_TAB_AHEAD = re.compile(r"^ *\t", re.MULTILINE)


@dataclass(slots=True)
class Parsed:
    """What one file holds. `tree` is None where it cannot be used; then `problems` say why."""

    tree: Tree
    problems: list[Problem]


def parse(data: bytes, file: str) -> Parsed:  # noqa: PLR0911 - one end for each kind of fault
    """Read one file; every fault that can be seen is answered, the first syntax error ends it."""
    if problem := _unreadable(data, file):
        return Parsed(None, [problem])
    text = data.decode("utf-8")
    if tabs := [
        faults.TAB.at(file, position=_place(text, match.end()))
        for match in _TAB_AHEAD.finditer(text)
    ]:
        return Parsed(None, tabs)
    builder = _Builder(file)
    try:
        builder.read(text)
    except _TooDeepError as error:
        return Parsed(None, [faults.TOO_DEEP.at(file, position=error.place, limit=MAX_DEPTH)])
    except yaml.YAMLError as error:
        if position := _too_deep_ahead(text, error):
            return Parsed(None, [faults.TOO_DEEP.at(file, position=position, limit=MAX_DEPTH)])
        return Parsed(None, [*builder.problems, explained(text, file, error)])
    if builder.problems:
        return Parsed(None, builder.problems)
    if not isinstance(builder.root, dict):
        fault = faults.EMPTY if builder.root in (None, "") else faults.NOT_A_MAPPING
        return Parsed(None, [fault.at(file, position=(1, 1))])
    return Parsed(builder.root, [])


def _too_deep_ahead(text: str, error: yaml.YAMLError) -> tuple[int, int] | None:
    """Return the place ahead of a syntax error where the file is too deep.

    The parser reads up to 1,024 characters ahead of its events, and since libyaml 0.2.6 it has a
    limit of depth of its own: what it says then must not hide ours.
    """
    mark = getattr(error, "problem_mark", None)
    if mark is None:
        return None
    try:
        _Builder("").read(text[: mark.index])
    except _TooDeepError as deeper:
        return deeper.place
    except yaml.YAMLError:
        return None
    return None


def positions(data: bytes) -> Positions:
    """Return line and column of every key and item, as far as a broken file can be read."""
    return placed_tree(data)[1]


def placed_tree(data: bytes) -> tuple[Tree, Positions]:
    """Return the tree of a file, None of a broken one, and the positions in it.

    Why a file is broken is not asked again: that takes long, and whoever asks has said it already.
    """
    builder = _Builder("", recording=True)
    # The file's own problems say how it is broken; the places found up to there still help.
    with suppress(yaml.YAMLError, _TooDeepError):
        builder.read(data.decode("utf-8", "replace"))
        return None if builder.problems else builder.root, builder.places
    return None, builder.places


def most_bytes(file: str) -> int:
    """Return how long a file may be."""
    if paths.is_document(file):
        return MAX_DOCUMENT_BYTES
    return MAX_HISTORY_BYTES if paths.is_record(file) else MAX_BYTES


def _unreadable(data: bytes, file: str) -> Problem | None:
    if len(data) > most_bytes(file):
        return faults.TOO_BIG.at(file, position=(1, 1), limit=most_bytes(file))
    if data.startswith(_BOM):
        return faults.BYTE_ORDER_MARK.at(file, position=(1, 1))
    try:
        data.decode("utf-8")
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
        column = error.start - (data.rfind(b"\n", 0, error.start) + 1) + 1
        return faults.NOT_UTF8.at(file, position=(line, column))
    return None


def _place(text: str, offset: int) -> tuple[int, int]:
    start = text.rfind("\n", 0, offset - 1) + 1
    return text.count("\n", 0, start) + 1, offset - start


class _TooDeepError(Exception):
    def __init__(self, place: tuple[int, int]) -> None:
        super().__init__(place)
        self.place = place


@dataclass(slots=True)
class _Open:
    """A mapping or list that is still being read; `key` is the key that waits for a value."""

    into: dict[str, Any] | list[Any]
    path: Path
    key: str | None = None
    lines: dict[str, int] = field(default_factory=dict)


_BEGINNINGS = frozenset({yaml.MappingStartEvent, yaml.SequenceStartEvent})
_ENDS = frozenset({yaml.MappingEndEvent, yaml.SequenceEndEvent})


class _Builder:
    def __init__(self, file: str, *, recording: bool = False) -> None:
        self.root: Tree = None
        self.problems: list[Problem] = []
        self.places: Positions = {}
        self._file = file
        self._recording = recording
        self._stack: list[_Open] = []
        self._documents = 0

    def read(self, text: str) -> None:
        # Tens of thousands of files pass here; `yaml.parse` would ask for each event twice.
        parser = yaml.CSafeLoader(text)
        while (event := parser.get_event()) is not None:
            self._take(event)

    def _take(self, event: Any) -> None:
        kind = type(event)
        if kind is yaml.ScalarEvent:
            self._scalar(event)
        elif kind in _BEGINNINGS:
            self._begin(event, {} if kind is yaml.MappingStartEvent else [])
        elif kind in _ENDS:
            self._stack.pop()
        elif kind is yaml.AliasEvent:
            self._report(faults.ALIAS, event, name=event.anchor)
            self._value(None, event)
        elif kind is yaml.DocumentStartEvent:
            self._document(event)

    def _document(self, event: Any) -> None:
        self._documents += 1
        if self._documents == 2:
            self._report(faults.TWO_DOCUMENTS, event)
        if event.tags or event.version:
            self._report(faults.DIRECTIVE, event)

    def _marked(self, event: Any) -> None:
        if event.anchor is not None:
            self._report(faults.ANCHOR, event, name=event.anchor)
        if event.tag is not None:
            self._report(faults.TAG, event, name=event.tag.replace("tag:yaml.org,2002:", "!!"))

    def _scalar(self, event: Any) -> None:
        if event.anchor is not None or event.tag is not None:
            self._marked(event)
        top = self._stack[-1] if self._stack else None
        if top is not None and isinstance(top.into, dict) and top.key is None:
            self._key(top, event)
        else:
            # An empty plain scalar is a key with nothing behind it; '' is a text that is empty.
            self._value(event.value if event.value or event.style else None, event)

    def _key(self, top: _Open, event: Any) -> None:
        key, line = event.value, event.start_mark.line + 1
        if key in top.lines:
            self._report(faults.DUPLICATE_KEY, event, key=key, line=top.lines[key])
        else:
            top.lines[key] = line
        top.key = key
        if self._recording:
            position = (line, event.start_mark.column + 1)
            self.places.setdefault((*top.path, key), position)

    def _begin(self, event: Any, into: dict[str, Any] | list[Any]) -> None:
        self._marked(event)
        if len(self._stack) >= MAX_DEPTH:
            raise _TooDeepError((event.start_mark.line + 1, event.start_mark.column + 1))
        top = self._stack[-1] if self._stack else None
        if top is not None and isinstance(top.into, dict) and top.key is None:
            self._report(faults.KEY_NOT_A_WORD, event)
            top.key = ""
        path = self._value(into, event)
        self._stack.append(_Open(into, path))

    def _value(self, value: Tree, event: Any) -> Path:
        if not self._stack:
            if self._documents == 1:
                self.root = value
            return ()
        top = self._stack[-1]
        if isinstance(top.into, list):
            step: str | int = len(top.into)
            top.into.append(value)
            if self._recording:
                position = (event.start_mark.line + 1, event.start_mark.column + 1)
                self.places[(*top.path, step)] = position
        else:
            step = top.key or ""
            top.into.setdefault(step, value)
            top.key = None
        return (*top.path, step)

    def _report(self, kind: Kind, event: Any, **values: object) -> None:
        line, column = event.start_mark.line + 1, event.start_mark.column + 1
        self.problems.append(Problem(kind, self._file, values, line=line, column=column))
