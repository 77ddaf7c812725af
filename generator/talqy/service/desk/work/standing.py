"""What a work is: saved, on its way, taken over, or taken out again; read from git alone.

A forge merges what was sent as it likes (`project/taken_over.py`), a person may have closed the
pull request, or deleted the branch. Whatever asks how a work stands asks here.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path

from talqy.project.branches import is_in
from talqy.project.taken_over import TakenOver, is_out_again, is_partly_out_again, taken_over
from talqy.service.kept_last import KeptLast

_MOST = 500


class WorkStanding(StrEnum):
    """How a work stands."""

    NONE = "none"
    """Nothing is saved that is not published."""
    SAVED = "saved"
    """It is saved, and nobody was asked to look at it."""
    SENT = "sent"
    """It was sent to be looked at, as it stands."""
    GONE_ON = "gone-on"
    """It was sent, and something was saved since."""
    DECLINED = "declined"
    """It was sent, and nobody looks at it there any more."""
    OUT_AGAIN = "out-again"
    """It was published, and has been taken out of what is published since."""
    PARTLY_OUT = "partly-out"
    """It was published, and a part of it has been taken out of what is published since."""

    @property
    def is_out(self) -> bool:
        """Return whether something of it was published, and has been taken out since."""
        return self in {WorkStanding.OUT_AGAIN, WorkStanding.PARTLY_OUT}


@dataclass(frozen=True, slots=True)
class Stands:
    """How a work stands; `over` is what was sent of it and is taken over: no save any more."""

    standing: WorkStanding
    over: TakenOver | None = None


@dataclass(frozen=True, slots=True)
class BranchSeen:
    """Where the branch of a work is, and what was sent of it last; None: nowhere, and nothing."""

    at: str | None
    sent: str | None


class Standings:
    """Says how works stand; what git has said of two commits is kept."""

    def __init__(self, root: Path) -> None:
        self._root = root
        self._over = KeptLast[str, tuple[TakenOver, str]](_MOST)
        self._not_over = KeptLast[tuple[str, str], bool](_MOST)
        self._out = KeptLast[tuple[str, str], WorkStanding](_MOST)

    def of(self, branch: str, seen: BranchSeen, main: str, declined: Mapping[str, str]) -> Stands:
        """Return how the work of a branch stands beside the main branch.

        `declined` has what was sent of branches and is not looked at any more.
        """
        at, sent = seen.at, seen.sent
        is_its_own = sent is not None and (at is None or is_in(self._root, sent, at))
        over = self.taken_over(sent, main) if sent and is_its_own else None
        if over and at in {None, sent}:
            return Stands(self._out.of((over.sent, main), lambda: self._left(over, main)), over)
        if at is None or is_in(self._root, at, main):
            return Stands(WorkStanding.NONE)
        if over or not is_its_own:
            return Stands(WorkStanding.SAVED, over)
        if at != sent:
            return Stands(WorkStanding.GONE_ON)
        is_declined = declined.get(branch) == sent
        return Stands(WorkStanding.DECLINED if is_declined else WorkStanding.SENT)

    def _left(self, over: TakenOver, main: str) -> WorkStanding:
        if is_out_again(self._root, over, main):
            return WorkStanding.OUT_AGAIN
        is_partly = is_partly_out_again(self._root, over, main)
        return WorkStanding.PARTLY_OUT if is_partly else WorkStanding.NONE

    def taken_over(self, sent: str, main: str) -> TakenOver | None:
        """Return what was taken over of a commit; what the main branch had once, it has had."""
        found = self._over.get(sent)
        if found and is_in(self._root, found[1], main):
            return found[0]
        if self._not_over.get((sent, main)):
            return None
        over = taken_over(self._root, sent, main)
        if over:
            self._over.put(sent, (over, main))
        else:
            self._not_over.put((sent, main), True)  # noqa: FBT003 - a value
        return over
