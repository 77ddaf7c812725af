"""Comments that wait too long: the discussion of their draft is over, its report near or there.

Nothing is decided by a clock. Officials are told while what they decide still counts.
"""

from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date

from talqy.errors import Saying
from talqy.law.periods import workdays_of
from talqy.law.stages import closing_day, stage_on
from talqy.model.standing import DISCUSSED, TO_COME, Stage
from talqy.service.parts import Service
from talqy.service.taken import NOT_PUBLIC

_NEAR = 3
"""So many working days before the report is due, health speaks of it as well."""


@dataclass(frozen=True, slots=True)
class Undecided:
    """Comments on one draft that are neither public nor refused, and why that is said.

    `is_pressing` is whether hardly any time is left, or none.
    """

    words: Saying
    is_pressing: bool


def undecided(service: Service) -> Iterator[Undecided]:
    """Yield what is said of drafts whose discussion is over, in the order of their names."""
    now = service.project.now()
    day, register = now.day(service.now()), now.register
    waiting = Counter[tuple[str, int]]()
    for (standard, number, state, _), times in service.store.tally().items():
        if state in NOT_PUBLIC:
            waiting[standard, number] += times
    workdays = workdays_of(register) if waiting else None
    for (standard, number), times in sorted(waiting.items()):
        record = register.record(standard)
        revision = record.revision(number) if record else None
        if record and revision and workdays:
            told = {"count": times, "text": f"{standard} r{number}"}
            stage = stage_on(day, record, revision, workdays, register.project.closing_within)
            talk = revision.consultation
            within = register.project.report_within
            due = workdays.nth_after(closing_day(talk, day), within) if talk else day
            is_near = workdays.between(day, due) <= _NEAR
            yield from _of(stage, told, due, is_near=is_near)


def _of(
    stage: Stage, told: Mapping[str, object], due: date, *, is_near: bool
) -> Iterator[Undecided]:
    if stage is Stage.WITHDRAWN:
        words = (
            "comments on {text} that are not public yet: {count}; the draft was withdrawn: "
            "publish them, or refuse them as draft-withdrawn"
        )
        yield Undecided(Saying(words, told), is_pressing=True)
    elif stage is Stage.CONSIDERING:
        words = (
            "comments on {text} that are not public yet: {count}; its report is due by {due}, "
            "and counts only what is public by then"
        )
        yield Undecided(Saying(words, {**told, "due": due.isoformat()}), is_near)
    elif stage not in DISCUSSED | TO_COME:
        words = (
            "comments on {text} that are not public yet: {count}; its discussion is over "
            "without them"
        )
        yield Undecided(Saying(words, told), is_pressing=True)
