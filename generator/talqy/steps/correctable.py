"""What can be corrected of a text, or of an answer, that is on record: each value by its place."""

from collections.abc import Iterator
from dataclasses import dataclass

from talqy.model.comment import Response
from talqy.model.history import RecordedRevision
from talqy.model.problem import Path
from talqy.record.plain import Plain, plain
from talqy.record.undoing import recorded_parts

_OF_TEXT = ("opens", "closes", "posted", "extended", "report", "adopted", "withdrawn")
_OF_ANSWER = ("outcome", "reason", "gist", "landed")
_MAY_COME: tuple[Path, ...] = (("landed", "revision"), ("landed", "clauses"))
"""What an answer says once it is an acceptance."""


@dataclass(frozen=True, slots=True)
class Correctable:
    """One value on record; `what` is its place as a correction names it: `posted.1.on`."""

    path: Path
    value: str

    @property
    def what(self) -> str:
        """Its place, items counted from 1."""
        return ".".join(str(step + 1 if isinstance(step, int) else step) for step in self.path)


def correctable_of_text(entry: RecordedRevision) -> tuple[Correctable, ...]:
    """Return what a record has of the discussion, the report and the act of a text."""
    parts = recorded_parts(entry)
    return tuple(one for key in _OF_TEXT for one in _leaves((key,), parts.get(key)))


def correctable_of_answer(response: Response) -> tuple[Correctable, ...]:
    """Return what an answer says that can be corrected, and where it landed, empty if nowhere."""
    tree = plain(response)
    said = tree if isinstance(tree, dict) else {}
    found = tuple(one for key in _OF_ANSWER for one in _leaves((key,), said.get(key)))
    there = {one.path for one in found}
    return (*found, *(Correctable(path, "") for path in _MAY_COME if path not in there))


def _leaves(path: Path, value: Plain) -> Iterator[Correctable]:
    if isinstance(value, dict):
        for key, below in value.items():
            yield from _leaves((*path, key), below)
    elif isinstance(value, list) and not all(isinstance(one, str) for one in value):
        for at, below in enumerate(value):
            yield from _leaves((*path, at), below)
    elif isinstance(value, list):
        yield Correctable(path, ",".join(map(str, value)))
    elif value is not None:
        yield Correctable(path, str(value))
