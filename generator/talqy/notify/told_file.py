"""How far somebody was told, kept in a file: a run that failed sends nothing twice.

A file holds the commit and the day up to which all is told, and the ids of what was delivered last:
by a run that could not go on, and by those before it, should a branch or a clock be set back. It is
written anew after each delivery.
"""

from collections.abc import Iterable
from datetime import date
from pathlib import Path
from typing import Literal

from pydantic import Field, ValidationError

from talqy.errors import TalqyError
from talqy.model.notice import Notices, Reached
from talqy.model.values import Value
from talqy.project.write import rewrite

_MOST_BYTES = 64 << 20
_MOST_KEPT = 20_000
"""So many ids are kept of what was delivered, the newest ones."""


class ToldFileBrokenError(TalqyError):
    """Nobody knows from where to go on."""


class _Told(Value):
    schema_: Literal[1] = Field(default=1, alias="schema")
    commit: str
    day: date
    delivered: tuple[str, ...] = ()


class ToldFile:
    """The file in which it is kept how far somebody was told; it need not be there yet."""

    def __init__(self, file: Path) -> None:
        self._file = file
        self._told = self._read()

    @property
    def reached(self) -> Reached | None:
        """The commit and the day up to which all is told; None before the first run."""
        if self._told is None:
            return None
        return Reached(commit=self._told.commit, day=self._told.day)

    def without_delivered(self, found: Notices) -> Notices:
        """Return notices without those that an earlier run has delivered."""
        gone = frozenset(self._delivered)
        left = tuple(one for one in found.notices if one.id not in gone)
        return found.model_copy(update={"notices": left})

    def deliver(self, since: Reached, ids: Iterable[str]) -> None:
        """Keep that notices were delivered, while others still wait."""
        self._write(since, ids)

    def finish(self, until: Reached, ids: Iterable[str] = ()) -> None:
        """Keep that all is told up to a commit and a day, with notices that came last."""
        self._write(until, ids)

    @property
    def _delivered(self) -> tuple[str, ...]:
        return self._told.delivered if self._told else ()

    def _read(self) -> _Told | None:
        if not self._file.is_file():
            return None
        with self._file.open("rb") as stream:
            data = stream.read(_MOST_BYTES + 1)
        try:
            return _Told.model_validate_json(data[:_MOST_BYTES])
        except ValidationError as error:
            raise ToldFileBrokenError(
                "{file}: this is no file of “talqy notify”; name another one, or take it away and "
                "say --since",
                file=self._file.as_posix(),
            ) from error

    def _write(self, reached: Reached, ids: Iterable[str]) -> None:
        known = tuple(dict.fromkeys((*self._delivered, *ids)))[-_MOST_KEPT:]
        told = _Told(commit=reached.commit, day=reached.day, delivered=known)
        text = told.model_dump_json(by_alias=True, indent=1)
        rewrite(self._file, lambda _: f"{text}\n".encode())
        self._told = told
