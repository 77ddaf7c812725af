"""Where each record lives in the project's tree. The folder says what the file is about."""

import re
from dataclasses import dataclass
from functools import lru_cache
from typing import Self

FOLDERS = STANDARDS, COMMENTS, TEMPLATES = ("standards", "comments", "site_templates")
MANUAL = "docs/manual"
"""Pages for who uses the tool, a folder each language; part of the site where they lie there."""
SOURCES = frozenset({*FOLDERS, ".git"})
"""The folders of a project that people and `git` keep; what is made for others lies elsewhere."""

PROJECT = f"{STANDARDS}/project.yaml"
SITE = "mkdocs.yml"
SERVICE = "service.yaml"
"""The settings of the service, beside those of the site."""
MANIFEST = ".talqy-files"
"""In the folder of a finished site: the list of what was made there."""
PARTS = ".talqy-parts"
"""Beside it: of what each part of the site was made, and how its files were left."""
ADDED = ".talqy-added"
"""Beside it: a folder with what each standard adds to the pages of all."""
MESSAGES = f"{TEMPLATES}/messages"
OWN_TEMPLATES = f"{TEMPLATES}/records"
"""The folder of a project's own templates for pages of standards."""
SAID_AND_MADE = (
    MESSAGES,
    OWN_TEMPLATES,
    *(f"{TEMPLATES}/{name}" for name in ("theme", "office", "mail", "service")),
)
"""The folders of a project's own words, templates and layouts."""
MAIL = f"{TEMPLATES}/mail"
"""The folder of a project's own letters to those who follow."""
PAGES = f"{TEMPLATES}/pages"
"""The folder of a project's own pages, by language."""

STANDARD_FILES = (
    f"{STANDARDS}/<id>/standard.yaml, revisions/r<N>.yaml, history.yaml, documents/<name>"
)
RESPONSE = ".response.yaml"
"""How the name of a response ends, after the id of its comment."""
COMMENT_FILES = (
    f"{COMMENTS}/<standard>/r<N>/<day>/<id>.yaml and <id>.response.yaml, <standard>/tags.yaml"
)
"""What may lie in the folders, as people are told of it."""
_COMMENT_OF_A_DAY = f"{COMMENTS}/*/*/*/"
OF_FORMATS = {
    "project": PROJECT,
    "standard": f"{STANDARDS}/*/standard.yaml",
    "revision": f"{STANDARDS}/*/revisions/*.yaml",
    "history": f"{STANDARDS}/*/history.yaml",
    "comment": f"{_COMMENT_OF_A_DAY}{'?' * 10}.yaml",  # its id has ten signs
    "response": f"{_COMMENT_OF_A_DAY}*{RESPONSE}",
    "tags": f"{COMMENTS}/*/tags.yaml",
}
"""Which files have a format, by its name, as editors say it."""

# Wider than the ids that a format allows: a file with a wrong one is read, and told what is wrong.
_NUMBER = "r(?P<revision>[1-9][0-9]{0,3})"
_STANDARD = re.compile(
    rf"{STANDARDS}/(?P<standard>[^/]+)/(?P<kind>standard|history|revisions/{_NUMBER})\.yaml"
)
_COMMENT = re.compile(
    rf"{COMMENTS}/(?P<standard>[^/]+)/{_NUMBER}/(?P<day>[0-9]{{4}}-[0-9]{{2}}-[0-9]{{2}})/"
    r"(?P<id>[^/.]+)(?:\.response)?\.yaml"
)
_TAGS = re.compile(rf"{COMMENTS}/[^/]+/tags\.yaml")
_DOCUMENT = re.compile(rf"{STANDARDS}/(?P<standard>[^/]+)/(?P<name>documents/[^/]+)")
# A response as somebody may write it who does not know the rules of its name.
_LIKE_A_RESPONSE = re.compile(rf"{COMMENTS}/.+\.response\.ya?ml", re.DOTALL | re.IGNORECASE)

# Devices, with any ending, and signs: learn.microsoft.com/windows/win32/fileio/naming-a-file.
_DEVICE = re.compile(r"(con|prn|aux|nul|(com|lpt)[0-9¹²³])( *\..*)?", re.IGNORECASE | re.DOTALL)
_NOT_IN_A_NAME = re.compile(r'[<>:"/\\|?*\x00-\x1f]|[. ]\Z')


def is_refused_by_windows(name: str) -> bool:
    """Return whether no file or folder on Windows can have this name."""
    return bool(_DEVICE.fullmatch(name) or _NOT_IN_A_NAME.search(name))


def is_utf8(name: str) -> bool:
    """Return whether a name that a disk has can be written in UTF-8, as all that we write."""
    try:
        name.encode()
    except UnicodeEncodeError:
        return False
    return True


def is_in(path: str, *folders: str) -> bool:
    """Return whether a path lies below one of these folders, at any depth."""
    return path.startswith(_beginnings(folders))


@lru_cache(maxsize=1_000)
def _beginnings(folders: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(f"{folder}/" for folder in folders)


def is_shown_by_all(path: str) -> bool:
    """Return whether a file of one standard may be shown on pages of others; see `Register`."""
    return is_record(path) or path == standard_file(standard_of(path))


def is_record(path: str) -> bool:
    """Return whether a path is that of the record of a standard."""
    parsed = StandardPath.parse(path)
    return parsed is not None and parsed.is_history


def is_like_a_response(path: str) -> bool:
    """Return whether a path is meant for a response, well written or not."""
    return bool(_LIKE_A_RESPONSE.fullmatch(path))


def standard_of(path: str) -> str:
    """Return the standard whose folder this is, or lies above; empty where it is of none."""
    return path.split("/")[1] if is_in(path, STANDARDS, COMMENTS) else ""


def standard_folder(standard: str) -> str:
    """Return the folder of a standard's texts and of its record."""
    return f"{STANDARDS}/{standard}"


def folders_of(standard: str) -> tuple[str, str]:
    """Return the folders of all that belongs to a standard: its texts, and what is said of them."""
    return standard_folder(standard), f"{COMMENTS}/{standard}"


def comments_folder(standard: str, revision: int, day: str = "") -> str:
    """Return the folder of the comments on a revision, or of those received on a day."""
    return f"{COMMENTS}/{standard}/r{revision}" + (f"/{day}" if day else "")


def tags_file(standard: str) -> str:
    """Return the file of the tags that reviewers give to the comments on a standard."""
    return f"{COMMENTS}/{standard}/tags.yaml"


def is_tags(path: str) -> bool:
    """Return whether a path is that of such tags."""
    return bool(_TAGS.fullmatch(path))


def standard_file(standard: str) -> str:
    """Return the file of a standard's lasting data."""
    return f"{standard_folder(standard)}/standard.yaml"


def revision_file(standard: str, revision: int) -> str:
    """Return the file of one revision."""
    return f"{standard_folder(standard)}/{_text(revision)}"


def files_of_text(standard: str, revision: int) -> str:
    """Return the files without which a text cannot be shown, as people are told of them."""
    return f"{standard_file(standard)}, {_text(revision)}"


def _text(revision: int) -> str:
    return f"revisions/r{revision}.yaml"


def history_file(standard: str) -> str:
    """Return the file of the record of a standard."""
    return f"{standard_folder(standard)}/history.yaml"


def document_file(standard: str, name: str) -> str:
    """Return a file that a text of a standard names; the name begins with `documents/`."""
    return f"{standard_folder(standard)}/{name}"


def is_document(path: str) -> bool:
    """Return whether a path is that of a file that a text may name."""
    return bool(_DOCUMENT.fullmatch(path))


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
    def folder(self) -> str:
        """The folder of both."""
        return comments_folder(self.standard, self.revision, self.day)

    @property
    def file(self) -> str:
        """The file of the comment."""
        return f"{self.folder}/{self.id}.yaml"

    @property
    def response_file(self) -> str:
        """The file of the response."""
        return f"{self.folder}/{self.id}{RESPONSE}"
