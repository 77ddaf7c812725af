"""Names of works at the desk: of what, never of whom."""

import re
from dataclasses import dataclass
from enum import StrEnum
from typing import Self

from talqy.model.values import is_slug

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
