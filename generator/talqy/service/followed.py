"""Which commit of the project was followed last: a process that begins goes on from there.

Without it, a service that was started anew after somebody had broken the record would follow that.
"""

import re
from dataclasses import dataclass
from pathlib import Path

from talqy.errors import TalqyError
from talqy.project.private_files import write_privately
from talqy.project.reasons import reason_of

_NAME = re.compile(r"[0-9a-f]{40}|[0-9a-f]{64}")
_MOST_BYTES = 100


class FollowedUnknownError(TalqyError):
    """Which commit was followed last is written down, and cannot be read."""


@dataclass(frozen=True, slots=True)
class FollowedCommit:
    """The file that keeps it, None where nothing is kept; who only looks (`check`) writes none."""

    file: Path | None = None
    is_looked_at: bool = False

    def known(self) -> str | None:
        """Return the commit that was followed last; None where none ever was."""
        if self.file is None:
            return None
        try:
            with self.file.open("rb") as stream:
                found = stream.read(_MOST_BYTES).decode("ascii", "replace").strip()
        except (FileNotFoundError, NotADirectoryError):
            return None
        except OSError as error:
            raise FollowedUnknownError(
                "which commit of the project was followed last cannot be read from {file}: "
                "{reason}",
                file=self.file,
                reason=reason_of(error),
            ) from error
        return found if _NAME.fullmatch(found) else None

    def keep(self, commit: str) -> None:
        """Keep which commit is followed."""
        if self.file and not self.is_looked_at and self.known() != commit:
            write_privately(self.file, [f"{commit}\n".encode()], replaces=True)
