"""Files from outside, looked at in a process of their own, with bounds of time and memory."""

from collections.abc import Callable
from dataclasses import dataclass, field
from threading import Lock
from typing import TypeVar

from talqy.office.attached_end import behind_the_end
from talqy.office.attached_form import WITH_WORDS, AttachedForm, NotTaken, attached_form
from talqy.office.attached_words import attached_words
from talqy.office.worker import FellError, SlowError, Worker

V = TypeVar("V")
_SECONDS, _CLOCK, _MEMORY = 10.0, 60.0, 1 << 30


@dataclass
class Looking:
    """One process that looks at files, one after the other; it is begun when it is needed."""

    _worker: Worker = field(default_factory=lambda: Worker(_SECONDS, _MEMORY, _CLOCK))
    _turn: Lock = field(default_factory=Lock)

    def form(self, data: bytes) -> AttachedForm | NotTaken:
        """Return what a file is by its bytes, or why it is not taken."""
        found: AttachedForm | NotTaken | None = self._asked(attached_form, data)
        return found or NotTaken.DAMAGED

    def words(self, data: bytes, form: AttachedForm, most: int) -> str:
        """Return the first words of a document; nothing where it has none that can be read."""
        if form not in WITH_WORDS:
            return ""
        return self._asked(attached_words, data, form, most) or ""

    def behind(self, data: bytes, form: AttachedForm) -> int:
        """Return how many bytes stand behind the end of a file, as far as that can be told."""
        return self._asked(behind_the_end, data, form) or 0

    def close(self) -> None:
        """End the process."""
        with self._turn:
            self._worker.__exit__()

    def _asked(self, read: Callable[..., V], *asked: object) -> V | None:
        """Return what is read; None where it took too long, or brought the process down."""
        with self._turn:
            try:
                return self._worker.run(read, *asked)
            except (SlowError, FellError):
                return None
