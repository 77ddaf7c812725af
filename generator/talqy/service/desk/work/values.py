"""Works by their names, what pages of the desk are given of them, and what becomes of a save.

A name says of what a work is, and never of whom.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum
from pathlib import Path
from typing import Self

from talqy.errors import Saying, TalqyError
from talqy.model.problem import Problem
from talqy.model.values import is_slug
from talqy.project.survey import ProjectState
from talqy.service.desk.work.copies import Copies
from talqy.service.desk.work.standing import WorkStanding

BEHIND = Saying(
    "What was published last cannot be read: the desk shows what was there before. Tell whoever "
    "runs the desk."
)

_NUMBER = r"[1-9][0-9]{0,3}"
_NUMBERED = re.compile(rf"([a-z0-9-]{{1,100}})-r({_NUMBER})")


class WorkKind(StrEnum):
    """What a work is about."""

    DRAFT = "draft"
    """A text until its act: writing, editing, and the steps of its discussion."""
    ANSWERS = "answers"
    """Answers to the comments on one text."""
    RECORD = "record"
    """What comes after: report, adoption, withdrawal, corrections, figures."""


@dataclass(frozen=True, slots=True, order=True)
class WorkName:
    """A work: of one text of a standard, or of the standard as a whole (revision 0)."""

    kind: WorkKind
    standard: str
    revision: int = 0

    @property
    def key(self) -> str:
        """Its name in one part, as it stands in an address: `draft.birth-registration-r3`."""
        return f"{self.kind}.{self._of}"

    @property
    def branch(self) -> str:
        """The branch that keeps it: `draft/birth-registration-r3`."""
        return f"{self.kind}/{self._of}"

    @property
    def _of(self) -> str:
        return f"{self.standard}-r{self.revision}" if self.revision else self.standard

    @classmethod
    def of_branch(cls, branch: str) -> Self | None:
        """Return the work that a branch keeps; None where it keeps none of ours."""
        kind, _, rest = branch.partition("/")
        return cls._parsed(kind, rest)

    @classmethod
    def of_key(cls, key: str) -> Self | None:
        """Return the work that an address names; None where it names none."""
        kind, _, rest = key.partition(".")
        return cls._parsed(kind, rest)

    @classmethod
    def _parsed(cls, kind: str, rest: str) -> Self | None:
        if kind == WorkKind.RECORD:
            return cls(WorkKind.RECORD, rest) if len(rest) <= _LONGEST and is_slug(rest) else None
        match = _NUMBERED.fullmatch(rest)
        if kind not in _OF_A_TEXT or match is None or not is_slug(match[1]):
            return None
        return cls(WorkKind(kind), match[1], int(match[2]))


_LONGEST = 100
_OF_A_TEXT = frozenset({WorkKind.DRAFT.value, WorkKind.ANSWERS.value})


def text_number(said: str) -> int | None:
    """Return the number of a text as an address says it, `r3`; None where it is none.

    Each text has one address: neither `r03` nor digits of another script are a second one.
    """
    return int(said[1:]) if re.fullmatch(f"r{_NUMBER}", said) else None


class UnknownCommitError(TalqyError):
    """A form was made of something that is not, or no more, part of a work."""


class HandWorkError(TalqyError):
    """A work is open in somebody's working tree, and is not moved beneath it."""


class NothingSavedError(TalqyError):
    """There is nothing that could be taken back, given up or published."""


@dataclass(frozen=True, slots=True)
class Work:
    """The files of a project as one save left them; `name` is None for what is published.

    `commit` goes into each form as its hidden field `seen`.
    """

    name: WorkName | None
    commit: str
    is_begun: bool
    copies: Copies = field(repr=False)
    state: ProjectState = field(repr=False)

    @property
    def root(self) -> Path:
        """A folder with all of its files, to read from; of many comments it takes a moment."""
        return self.copies.at(self.commit)

    @property
    def texts(self) -> Path:
        """A folder to read from with all of its files but comments and answers."""
        return self.copies.texts(self.commit)


@dataclass(frozen=True, slots=True)
class BegunWork:
    """A work that has saves: the newest by whom and when, how many, and how it stands."""

    name: WorkName
    tip: str
    moment: datetime
    role: str
    said: str
    saves: int
    standing: WorkStanding
    message: str = ""


@dataclass(frozen=True, slots=True)
class Saved:
    """A save that counts; `is_joined`: somebody else had saved meanwhile, and both are in it.

    `commit` is None where there was nothing to save: the files said that before. A save that is
    sent twice is the one that is there.
    """

    commit: str | None
    is_joined: bool = False


@dataclass(frozen=True, slots=True)
class ConflictedFile:
    """A file that two have changed in one place: as it was, as it is by now, as it was to be.

    None stands for no file, and for one that is no text. `is_whole`: they cannot be put together
    place by place, so one of both stays as it is.
    """

    path: str
    was: str | None
    theirs: str | None
    yours: str | None
    is_whole: bool = False


@dataclass(frozen=True, slots=True)
class Conflict:
    """Two have changed the same, or together they make no sense: nothing was written.

    `by` is the role that saved meanwhile, `message` all that was said of that save, `tip` what
    stands there now. `problems` are what is wrong with both put together.
    """

    files: Sequence[ConflictedFile]
    by: str = ""
    problems: Sequence[Problem] = ()
    tip: str = ""
    message: str = ""


@dataclass(frozen=True, slots=True)
class Published:
    """A work is on its way, or there: `page` is that of a pull request, where one was opened.

    `is_merged` says that it stands on the main branch now; `notes` are what else there is to know.
    """

    commit: str
    is_merged: bool
    page: str = ""
    notes: Sequence[Saying] = ()


@dataclass(frozen=True, slots=True)
class NotPublished:
    """Why a work cannot be published now; it stays as it is."""

    reason: Saying
    problems: Sequence[Problem] = ()
