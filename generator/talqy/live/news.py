"""What the system tells of changed files, where it tells of any: so nobody waits for the next look.

It only wakes who looks. A system that tells nothing (a disk of another machine, too many folders)
is one that is looked at as before.
"""

from collections.abc import Iterable, Iterator, Sequence
from contextlib import suppress
from pathlib import Path
from threading import Event

from watchdog.events import (
    DirCreatedEvent,
    DirDeletedEvent,
    DirMovedEvent,
    FileClosedEvent,
    FileCreatedEvent,
    FileDeletedEvent,
    FileModifiedEvent,
    FileMovedEvent,
    FileSystemEvent,
    FileSystemEventHandler,
)
from watchdog.observers import Observer

# Of what is read or looked at nothing is told: who looks would wake himself.
_CHANGES: list[type[FileSystemEvent]] = [
    DirCreatedEvent,
    DirDeletedEvent,
    DirMovedEvent,
    FileClosedEvent,
    FileCreatedEvent,
    FileDeletedEvent,
    FileModifiedEvent,
    FileMovedEvent,
]


class DiskNews(FileSystemEventHandler):
    """Hears of changes in some places, until it is closed."""

    def __init__(self) -> None:
        self._heard = Event()
        self._observer = Observer()
        self._observer.daemon = True
        self._places: Sequence[Path] = ()
        self._is_listening = False

    def on_any_event(self, event: FileSystemEvent) -> None:  # noqa: ARG002 - what it was, a look says
        """Wake who waits."""
        self._heard.set()

    def listen_at(self, places: Iterable[Path]) -> None:
        """Hear of changes in these places from now on, and in no others."""
        named = tuple(_outermost(places))
        if named == self._places:
            return
        self._places = named
        with suppress(OSError):  # there may be no more ears for so many folders
            if not self._is_listening:
                self._observer.start()
                self._is_listening = True
            self._observer.unschedule_all()
            for folder in named:
                self._observer.schedule(self, str(folder), recursive=True, event_filter=_CHANGES)

    def wait(self, seconds: float) -> bool:
        """Wait until something has changed, or so long; return whether anything was told."""
        is_told = self._heard.wait(seconds)
        self._heard.clear()
        return is_told

    def close(self) -> None:
        """Hear of nothing any more."""
        if self._is_listening:
            self._observer.stop()
            self._observer.join()


def _outermost(places: Iterable[Path]) -> Iterator[Path]:
    """Yield the folders among these places that lie in no other one."""
    folders = sorted({place for place in places if place.is_dir()})
    last: Path | None = None
    for folder in folders:
        if last is None or not folder.is_relative_to(last):
            last = folder
            yield folder
