"""What earlier runs have found out, kept for the next: by the digest of all that it was found from.

It lies in the user's folder for such things and not in the project, so that no pull request can
bring it. It is JSON: nothing in it is run. It is trusted by the same version of the tool alone, it
is as large as what one run has asked for, and whoever deletes it loses time and nothing else
(docs/decisions/0053).
"""

import json
import os
from contextlib import suppress
from pathlib import Path
from typing import Any

from platformdirs import user_cache_path

from talqy.model.digest import key_of
from talqy.project.sources import tool_digest

VARIABLE = "TALQY_CACHE"
"""The variable of the environment that names the folder around ours; where empty, none is used."""

_OWN, _DIGITS = "talqy", 16

MOST_FILES = 64
"""Files that are kept at most, of all projects of a user: the oldest go."""


def kept_folder() -> Path | None:
    """Return the folder in which is kept what runs have found out; None where nothing is kept."""
    named = os.environ.get(VARIABLE)
    if named is None:
        try:
            return user_cache_path(_OWN)
        except RuntimeError:  # a user without a home
            return None
    return Path(named) / _OWN if named else None


class KeptFile:
    """What this run and earlier ones have found out about one subject in one project, by keys."""

    def __init__(self, root: Path, subject: str) -> None:
        folder = kept_folder()
        name = key_of(str(root.resolve()))[:_DIGITS]
        self._file = folder / f"{name}.{subject}.json" if folder else None
        self._earlier = self._read()
        self._asked: dict[str, Any] = {}

    def get(self, key: str) -> Any:  # noqa: ANN401 - whatever JSON can hold
        """Return what was found out under a key; None where that is not known."""
        found = self._asked.get(key)
        if found is None and (found := self._earlier.get(key)) is not None:
            self._asked[key] = found
        return found

    def put(self, key: str, found: Any) -> None:  # noqa: ANN401 - whatever JSON can hold
        """Keep what was found out under a key."""
        self._asked[key] = found

    def close(self) -> None:
        """Leave for the next run what this one has asked for, and nothing else."""
        if self._file is None or self._asked == self._earlier:
            return
        content = json.dumps({"tool": tool_digest(), "found": self._asked}, ensure_ascii=False)
        # Where nothing can be kept the next run takes longer, and says the same.
        with suppress(OSError):
            self._file.parent.mkdir(parents=True, exist_ok=True)
            aside = self._file.with_suffix(f".{os.getpid()}")
            try:
                aside.write_bytes(content.encode("utf-8", "surrogatepass"))
                aside.replace(self._file)
            finally:
                aside.unlink(missing_ok=True)
            _let_go(self._file.parent)

    def _read(self) -> dict[str, Any]:
        try:
            is_there = self._file is not None and self._file.is_file()
            kept = json.loads(self._file.read_bytes()) if self._file and is_there else {}
        except (OSError, ValueError, RecursionError):
            return {}
        is_ours = isinstance(kept, dict) and kept.get("tool") == tool_digest()
        found = kept.get("found") if is_ours else None
        return found if isinstance(found, dict) else {}


def _let_go(folder: Path) -> None:
    """Remove the oldest files of ours beyond the most that are kept."""
    files = sorted(
        folder.glob(f"{'?' * _DIGITS}.*.json"), key=lambda file: file.stat().st_mtime, reverse=True
    )
    for file in files[MOST_FILES:]:
        file.unlink(missing_ok=True)
