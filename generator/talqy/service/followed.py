"""Which commit of the project was followed last: a process that begins goes on from there.

Without it, a service that was started anew after somebody had broken the record would follow that.
"""

import re
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

from talqy.project.private_files import write_privately

_NAME = re.compile(r"[0-9a-f]{40}|[0-9a-f]{64}")
_MOST_BYTES = 100


@dataclass(frozen=True, slots=True)
class FollowedCommit:
    """The file that keeps it, None where nothing is kept; who only looks (`check`) writes none."""

    file: Path | None = None
    is_looked_at: bool = False

    def known(self) -> str | None:
        """Return the commit that was followed last, where that is known."""
        with suppress(OSError):
            if self.file:
                with self.file.open("rb") as stream:
                    found = stream.read(_MOST_BYTES).decode("ascii", "replace").strip()
                return found if _NAME.fullmatch(found) else None
        return None

    def keep(self, commit: str) -> None:
        """Keep which commit is followed."""
        if self.file and not self.is_looked_at and self.known() != commit:
            write_privately(self.file, [f"{commit}\n".encode()], replaces=True)
