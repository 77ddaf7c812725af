"""Where each record lives in the project's tree. The folder says what the file is about."""

import re
from dataclasses import dataclass
from typing import Self

PROJECT = "standards/project.yaml"
SOURCES = frozenset({"standards", "comments", "site_templates", ".git"})
"""The folders of a project that people and `git` keep; what is made for others lies elsewhere."""

# Wider than the ids that a format allows: a file with a wrong one is read, and told what is wrong.
_NUMBER = "r(?P<revision>[1-9][0-9]{0,3})"
_STANDARD = re.compile(
    rf"standards/(?P<standard>[^/]+)/(?P<kind>standard|history|revisions/{_NUMBER})\.yaml"
)
_COMMENT = re.compile(
    rf"comments/(?P<standard>[^/]+)/{_NUMBER}/(?P<day>[0-9]{{4}}-[0-9]{{2}}-[0-9]{{2}})/"
    r"(?P<id>[^/.]+)(?:\.response)?\.yaml"
)

# Devices, with any ending, and signs: learn.microsoft.com/windows/win32/fileio/naming-a-file.
_DEVICE = re.compile(r"(con|prn|aux|nul|(com|lpt)[0-9¹²³])( *\..*)?", re.IGNORECASE | re.DOTALL)
_NOT_IN_A_NAME = re.compile(r'[<>:"/\\|?*\x00-\x1f]|[. ]\Z')


def is_refused_by_windows(name: str) -> bool:
    """Return whether no file or folder on Windows can have this name."""
    return bool(_DEVICE.fullmatch(name) or _NOT_IN_A_NAME.search(name))


def standard_file(standard: str) -> str:
    """Return the file of a standard's lasting data."""
    return f"standards/{standard}/standard.yaml"


def revision_file(standard: str, revision: int) -> str:
    """Return the file of one revision."""
    return f"standards/{standard}/revisions/r{revision}.yaml"


def history_file(standard: str) -> str:
    """Return the file of the record of a standard."""
    return f"standards/{standard}/history.yaml"


@dataclass(frozen=True, slots=True)
class StandardPath:
    """Which standard a file below `standards/` is about; `revision` is 0 where it is no text."""

    standard: str
    revision: int
    is_history: bool

    @classmethod
    def parse(cls, path: str) -> Self | None:
        """Read a path; None where nothing of a standard can lie there."""
        match = _STANDARD.fullmatch(path)
        if match is None:
            return None
        return cls(match["standard"], int(match["revision"] or 0), match["kind"] == "history")


@dataclass(frozen=True, slots=True)
class CommentPath:
    """Where a comment lies, and the response beside it; `day` is that of receipt."""

    standard: str
    revision: int
    day: str
    id: str

    @classmethod
    def parse(cls, path: str) -> Self | None:
        """Read the path of a comment or of a response; None where neither can lie there."""
        match = _COMMENT.fullmatch(path)
        if match is None:
            return None
        return cls(match["standard"], int(match["revision"]), match["day"], match["id"])

    @property
    def file(self) -> str:
        """The file of the comment."""
        return f"comments/{self.standard}/r{self.revision}/{self.day}/{self.id}.yaml"

    @property
    def response_file(self) -> str:
        """The file of the response."""
        return f"comments/{self.standard}/r{self.revision}/{self.day}/{self.id}.response.yaml"
