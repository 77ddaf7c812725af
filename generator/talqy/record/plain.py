"""Values as files have them, and where two of them differ: the smallest parts, by their path."""

import json
from collections.abc import Iterator
from dataclasses import dataclass

from pydantic import BaseModel, JsonValue

from talqy.model.history import RecordedPart
from talqy.model.problem import Path

Plain = JsonValue
"""A value as files have it: mappings, lists and texts; None where nothing is said."""


@dataclass(frozen=True, slots=True)
class Difference:
    """One thing that the record and the file say differently: where, what was, what is now."""

    path: Path
    was: Plain
    now: Plain

    @property
    def what(self) -> str:
        """The path as people write it: without `consultation`, items counted from 1."""
        steps = self.path[1:] if self.path[:1] == (RecordedPart.CONSULTATION,) else self.path
        return ".".join(str(s + 1 if isinstance(s, int) else s) for s in steps or self.path)

    @property
    def is_of_the_discussion(self) -> bool:
        """Whether it is about the days, postings or extensions of the discussion."""
        return self.path[0] == RecordedPart.CONSULTATION and self.path[1:2] != (
            RecordedPart.REPORT,
        )


def plain(value: BaseModel | None) -> Plain:
    """Return a part of a format as its file has it; None where it is not set."""
    if value is None:
        return None
    return _written_out(value.model_dump(mode="json", exclude_none=True, exclude_defaults=True))


def _written_out(tree: Plain) -> Plain:
    """Return a tree with numbers and marks as the texts that stand in a file."""
    if isinstance(tree, dict):
        return {key: _written_out(value) for key, value in tree.items()}
    if isinstance(tree, list):
        return [_written_out(value) for value in tree]
    return tree if tree is None or isinstance(tree, str) else json.dumps(tree)


def between(path: Path, was: Plain, now: Plain) -> Iterator[Difference]:
    """Yield the smallest parts of two values that differ; lists of two lengths differ as wholes."""
    if was == now:
        return
    if isinstance(was, dict) and isinstance(now, dict):
        for key in dict.fromkeys((*was, *now)):
            yield from between((*path, key), was.get(key), now.get(key))
    elif isinstance(was, list) and isinstance(now, list) and len(was) == len(now):
        for at, pair in enumerate(zip(was, now, strict=True)):
            yield from between((*path, at), *pair)
    else:
        yield Difference(path, was, now)


def written(value: Plain) -> str:
    """Return a value of a file in one line, as its lines say it; a dash where there is none."""
    if isinstance(value, dict):
        return ", ".join(f"{key}: {written(one)}" for key, one in value.items())
    if isinstance(value, list):
        return "; ".join(map(written, value))
    return "–" if value is None else str(value)
