"""What officials have said to the questions of a plan, kept for the next time that they are asked.

A question is known by its change, word for word: another change is another question, and finds
nothing here. What is kept is for who said it alone, and is let go after a month.
"""

import json
import os
from collections.abc import Mapping
from contextlib import suppress
from datetime import datetime, timedelta
from hashlib import sha256
from pathlib import Path
from threading import Lock

_KEPT = timedelta(days=30)
_MOST, _MOST_FILES = 500, 200


class KeptAnswers:
    """The answers of each official for each standard; `folder` is the desk's own."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._lock = Lock()

    def of(self, account: str, standard: str, now: datetime) -> Mapping[str, str]:
        """Return what an official has said, by the ids of questions."""
        return {name: words for name, (words, _) in self._read(account, standard, now).items()}

    def keep(self, account: str, standard: str, said: Mapping[str, str], now: datetime) -> None:
        """Keep what an official has said, beside what was kept; the oldest goes."""
        if not said:
            return
        with self._lock:
            known = self._read(account, standard, now)
            for name, words in said.items():
                known.pop(name, None)
                known[name] = words, now.isoformat()
            self._folder.mkdir(parents=True, exist_ok=True, mode=0o700)
            place = self._place(account, standard)
            aside = place.with_suffix(f".{os.getpid()}")
            aside.unlink(missing_ok=True)
            opened = os.open(aside, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
            with os.fdopen(opened, "wb") as stream:
                kept = dict(list(known.items())[-_MOST:])
                stream.write(json.dumps(kept, ensure_ascii=False).encode())
            aside.replace(place)
            self._tidy(now)

    def _place(self, account: str, standard: str) -> Path:
        name = sha256(f"{account}\0{standard}".encode()).hexdigest()[:32]
        return self._folder / f"{name}.json"

    def _read(self, account: str, standard: str, now: datetime) -> dict[str, tuple[str, str]]:
        try:
            kept = json.loads(self._place(account, standard).read_bytes())
            return {
                str(name): (str(words), str(at))
                for name, (words, at) in kept.items()
                if datetime.fromisoformat(at) + _KEPT > now
            }
        except (OSError, ValueError, TypeError, AttributeError):  # none, or half of one
            return {}

    def _tidy(self, now: datetime) -> None:
        """Let go of files that nobody has written into for a month, and of too many."""
        found = sorted(self._folder.glob("*.json"), key=_written, reverse=True)
        for place, file in enumerate(found):
            if place >= _MOST_FILES or _written(file) + _KEPT.total_seconds() < now.timestamp():
                with suppress(OSError):
                    file.unlink()


def _written(file: Path) -> float:
    try:
        return file.stat().st_mtime
    except OSError:
        return 0.0
