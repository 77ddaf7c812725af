"""Files that were brought, kept aside under a token until their questions are answered.

They lie in the desk's own folder, under names that we draw: nothing of a name that was sent is a
path. Who brought them alone sees them; after a day they are gone.
"""

import json
import os
import re
import secrets
import shutil
from collections.abc import Iterator, Mapping, Sequence
from contextlib import suppress
from dataclasses import asdict, dataclass, field
from datetime import UTC, datetime, timedelta
from pathlib import Path
from threading import Lock
from typing import Any

from talqy.service.desk.posted import PostedFile

_TOKEN = re.compile(r"[0-9a-f]{32}")
_KEPT = timedelta(days=1)
_MOST = 40
"""So many are kept at once; the oldest goes when another one comes."""
_SAID = "said.json"


@dataclass(frozen=True, slots=True)
class UploadWish:
    """What an official wants of files: what is to become of them, and in which languages they are.

    `target` is empty where the files say it themselves (`bring_target.py`); `fields` are what was
    ticked besides, such as `bring_target.OLDER`.
    """

    account: str
    names: tuple[str, ...]
    languages: tuple[str, ...] = ()
    target: str = ""
    fields: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Upload:
    """Files that were brought: their names as they were sent, and their bytes."""

    token: str
    wish: UploadWish
    files: tuple[tuple[str, bytes], ...] = field(repr=False)


class Uploads:
    """The files that wait; `folder` is the desk's own."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._lock = Lock()

    def keep(self, wish: UploadWish, files: Sequence[PostedFile], now: datetime) -> str:
        """Keep files aside, and return their token."""
        token = secrets.token_hex(16)
        with self._lock:
            self._tidy(now)
            place = self._folder / token
            place.mkdir(parents=True, mode=0o700)
            for at, file in enumerate(files):
                _write(place / str(at), file.content)
            said = {**asdict(wish), "at": now.isoformat()}
            _write(place / _SAID, json.dumps(said, ensure_ascii=False).encode())
        return token

    def of(self, token: str, account: str, now: datetime) -> Upload | None:
        """Return what was kept under a token; None where there is nothing, or of somebody else."""
        if not _TOKEN.fullmatch(token):
            return None
        place = self._folder / token
        try:
            said = json.loads((place / _SAID).read_bytes())
            if datetime.fromisoformat(said.pop("at")) + _KEPT < now:
                return None
            wish = _wish(said)
            names = enumerate(wish.names)
            files = tuple((name, (place / str(at)).read_bytes()) for at, name in names)
        except FileNotFoundError:
            return None
        return Upload(token, wish, files) if wish.account == account else None

    def drop(self, token: str) -> None:
        """Let files go: they are saved, or not wanted."""
        if _TOKEN.fullmatch(token):
            shutil.rmtree(self._folder / token, ignore_errors=True)

    def _tidy(self, now: datetime) -> None:
        """Let go what is too old, and what is too much."""
        found = sorted(self._all())
        for place, (at, _) in enumerate(found):
            if at + _KEPT < now or len(found) - place >= _MOST:
                self.drop(found[place][1])

    def _all(self) -> Iterator[tuple[datetime, str]]:
        if not self._folder.is_dir():
            return
        for place in self._folder.iterdir():
            try:
                said = json.loads((place / _SAID).read_bytes())
                yield datetime.fromisoformat(said["at"]), place.name
            except (OSError, ValueError, KeyError, TypeError):
                # Half of it was written when the program was ended: its day is that of the disk.
                with suppress(OSError):
                    written = place.stat().st_mtime
                    yield datetime.fromtimestamp(written, tz=UTC), place.name


def _write(file: Path, content: bytes) -> None:
    opened = os.open(file, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    with os.fdopen(opened, "wb") as stream:
        stream.write(content)


def _wish(said: Mapping[str, Any]) -> UploadWish:
    return UploadWish(
        str(said["account"]),
        tuple(said["names"]),
        tuple(said["languages"]),
        str(said["target"]),
        said["fields"],
    )
