"""The way of a text: what comes next by the law, and what can be done on a day.

Pure values: a page says them in words. A discussion is not ended early: people were told its last
day. One that was written down wrongly is put right by a correction, in sight of everybody.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from talqy.law.postings import unposted
from talqy.model.register import Record
from talqy.model.revision import Consultation, PostingChannel, Revision
from talqy.model.standing import DISCUSSED, Stage, Standing
from talqy.record.counts import outcome_on


class WayStep(StrEnum):
    """What an authority does with a text, in the usual order."""

    OPEN = "open"
    POST = "post"
    EXTEND = "extend"
    REPORT = "report"
    ADOPT = "adopt"
    WITHDRAW = "withdraw"
    CORRECT = "correct"


class Next(StrEnum):
    """What is next on the way of a text: something to be done, or to be waited for."""

    OPEN = "open"
    POST = "post"
    OPENING = "opening"
    CLOSING = "closing"
    ANSWER = "answer"
    REPORT = "report"
    ADOPT = "adopt"
    IN_FORCE = "in-force"
    NOTHING = "nothing"


@dataclass(frozen=True, slots=True)
class NextOnWay:
    """What is next, and its day: the last one for it, or the one that is waited for.

    `step` is what is to be done at the desk; None where there is nothing but to wait, or to answer.
    """

    what: Next
    day: date | None = None
    is_overdue: bool = False
    unanswered: int = 0
    channels: tuple[PostingChannel, ...] = ()

    @property
    def step(self) -> WayStep | None:
        """The step that is due."""
        return _STEPS.get(self.what)


_STEPS: Mapping[Next, WayStep] = {
    Next.OPEN: WayStep.OPEN,
    Next.POST: WayStep.POST,
    Next.REPORT: WayStep.REPORT,
    Next.ADOPT: WayStep.ADOPT,
}


def next_on_way(record: Record, revision: Revision, standing: Standing, today: date) -> NextOnWay:
    """Return what is next for a text on a day."""
    stage, adopted = standing.stage, revision.adopted
    if revision.consultation and stage in DISCUSSED | {Stage.PLANNED}:
        return _in_discussion(revision, revision.consultation, standing, today)
    if stage is Stage.CONSIDERING:
        term, count = standing.report, unanswered(record, revision)
        what = Next.ANSWER if count else Next.REPORT
        return NextOnWay(what, term.due, term.is_overdue, count)
    if adopted and stage is Stage.ADOPTED and adopted.in_force > today:
        return NextOnWay(Next.IN_FORCE, adopted.in_force)
    simple = {Stage.PREPARING: Next.OPEN, Stage.ANSWERED: Next.ADOPT}
    return NextOnWay(simple.get(stage, Next.NOTHING))


def _in_discussion(
    revision: Revision, talk: Consultation, standing: Standing, today: date
) -> NextOnWay:
    if lacking := unposted(revision):
        return NextOnWay(Next.POST, talk.opens, talk.opens < today, channels=lacking)
    if standing.stage is Stage.PLANNED:
        return NextOnWay(Next.OPENING, talk.opens)
    return NextOnWay(Next.CLOSING, standing.closes)


def unanswered(record: Record, revision: Revision) -> int:
    """Return how many comments on a text that is considered wait for an answer."""
    comments = record.comments_on(revision.revision)
    return sum(
        outcome_on(one, record.response_to(one.id), revision.consultation) is None
        for one in comments
    )


_POSSIBLE: Mapping[Stage, tuple[WayStep, ...]] = {
    # A text that was discussed elsewhere is adopted without a discussion of ours.
    Stage.PREPARING: (WayStep.OPEN, WayStep.ADOPT, WayStep.WITHDRAW),
    Stage.PLANNED: (WayStep.OPEN, WayStep.POST, WayStep.WITHDRAW),
    Stage.OPEN: (WayStep.POST, WayStep.EXTEND, WayStep.WITHDRAW),
    Stage.CLOSING: (WayStep.POST, WayStep.EXTEND, WayStep.WITHDRAW),
    Stage.CONSIDERING: (WayStep.REPORT, WayStep.WITHDRAW),
    Stage.ANSWERED: (WayStep.ADOPT, WayStep.WITHDRAW),
}


def possible_steps(record: Record, revision: Revision, standing: Standing) -> tuple[WayStep, ...]:
    """Return what can be done with a text as it stands; what is on record can be corrected."""
    steps = _POSSIBLE.get(standing.stage, ())
    is_recorded = record.history is not None and record.history.of(revision.revision) is not None
    return (*steps, WayStep.CORRECT) if is_recorded else steps
