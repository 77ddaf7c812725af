"""The stage of a revision on a day, and its walk through all its days.

Pure dates: a revision is what its own data and those of its later siblings say on that day.
`preparing` without a discussion, an adoption or a withdrawal; `planned` until it opens; `closing`
in the last working days; `considering` until the report; `answered` until it is adopted or a later
draft takes its place.
"""

from collections.abc import Iterator
from datetime import date, timedelta

from talqy.law.periods import Workdays
from talqy.model.register import Record
from talqy.model.revision import Consultation, Revision, RevisionKind
from talqy.model.standing import DISCUSSED, Stage

_DAY = timedelta(days=1)


def closing_day(consultation: Consultation, day: date) -> date:
    """Return the closing day as it was known on `day`: an extension counts from its day on."""
    known = [extension.closes for extension in consultation.extended if extension.on <= day]
    return max((consultation.closes, *known))


def stage_on(
    day: date, record: Record, revision: Revision, workdays: Workdays, closing_within: int
) -> Stage:
    """Compute the stage of one revision on one day."""
    if revision.withdrawn and revision.withdrawn.on <= day:
        return Stage.WITHDRAWN
    if revision.adopted and revision.adopted.on <= day:
        return _after_adoption(day, record, revision)
    consultation = revision.consultation
    if consultation is None or day < consultation.opens:
        return _before_opening(day, record, revision)
    closes = closing_day(consultation, day)
    if day <= closes:
        near = workdays.between(day, closes) <= closing_within
        return Stage.CLOSING if near else Stage.OPEN
    if _overtaken(day, record, revision):
        return Stage.SUPERSEDED
    return Stage.ANSWERED if consultation.is_reported(day) else Stage.CONSIDERING


def walk(
    record: Record, revision: Revision, workdays: Workdays, closing_within: int
) -> tuple[tuple[date, Stage], ...]:
    """List each day on which the stage changed, with the new stage, from the first day on."""
    steps: list[tuple[date, Stage]] = []
    for day in sorted(_days_of_change(record, revision, workdays, closing_within)):
        stage = stage_on(day, record, revision, workdays, closing_within)
        if steps and _is_considered_first(day, revision, steps[-1][1]):
            steps.append((day, Stage.CONSIDERING))
        if steps and _is_answered_first(day, revision, steps[-1][1], stage):
            steps.append((day, Stage.ANSWERED))
        if not steps or steps[-1][1] is not stage:
            steps.append((day, stage))
    return tuple(steps)


def _is_considered_first(day: date, revision: Revision, before: Stage) -> bool:
    """Return whether the report came on the very day after the discussion: it was considered."""
    talk = revision.consultation
    is_over = talk is not None and closing_day(talk, day) < day
    return is_over and before in DISCUSSED and _is_reported(day, revision)


def _is_reported(day: date, revision: Revision) -> bool:
    talk = revision.consultation
    return talk is not None and talk.report is not None and talk.report.on == day


def _is_answered_first(day: date, revision: Revision, before: Stage, after: Stage) -> bool:
    """Return whether the report came on the very day on which the text went further."""
    is_reported = _is_reported(day, revision)
    return is_reported and before is Stage.CONSIDERING and after is not Stage.ANSWERED


def _before_opening(day: date, record: Record, revision: Revision) -> Stage:
    if _is_prepared(record, revision):
        return Stage.PREPARING
    return Stage.SUPERSEDED if _overtaken(day, record, revision) else Stage.PLANNED


def _is_prepared(record: Record, revision: Revision) -> bool:
    """Return whether a text is still being prepared, and for nobody else yet.

    What is on record stays public whatever its file says now, and what people have commented on.
    """
    if revision.consultation or revision.adopted or revision.withdrawn:
        return False
    recorded = record.history and record.history.of(revision.revision)
    return not recorded and not record.comments_on(revision.revision)


def _after_adoption(day: date, record: Record, revision: Revision) -> Stage:
    """Return what became of an adopted text: repeal ends it, a later text takes its place."""
    in_force = [
        later
        for later in record.revisions
        if later.revision > revision.revision and later.adopted and later.adopted.in_force <= day
    ]
    repeals = [later for later in in_force if later.kind is RevisionKind.REPEAL]
    if revision.kind is RevisionKind.REPEAL and revision.adopted:
        return Stage.REPEALED if revision.adopted.in_force <= day else Stage.ADOPTED
    if repeals and repeals[0].base == revision.revision:
        return Stage.REPEALED
    return Stage.SUPERSEDED if in_force else Stage.ADOPTED


def _overtaken(day: date, record: Record, revision: Revision) -> bool:
    """Return whether a later draft has begun its own way in place of this one; that is for ever."""
    return any(
        later.revision > revision.revision and started <= day and not _given_up(later, started)
        for later in record.revisions
        for started in _starts(later)
    )


def _given_up(revision: Revision, day: date) -> bool:
    return revision.withdrawn is not None and revision.withdrawn.on <= day


def _starts(revision: Revision) -> Iterator[date]:
    if revision.consultation:
        yield revision.consultation.opens
    if revision.adopted:
        yield revision.adopted.on


def _days_of_change(
    record: Record, revision: Revision, workdays: Workdays, closing_within: int
) -> set[date]:
    days = {revision.dated}
    for sibling in record.revisions:
        days |= set(_starts(sibling))
        if sibling.adopted:
            days.add(sibling.adopted.in_force)
        if sibling.withdrawn:
            days.add(sibling.withdrawn.on)
    if consultation := revision.consultation:
        days |= {extension.on for extension in consultation.extended}
        for closes in (consultation.closes, *(e.closes for e in consultation.extended)):
            days |= {closes + _DAY, *_last_days(closes, workdays, closing_within)}
        if consultation.report:
            days.add(consultation.report.on)
    return {day for day in days if day >= revision.dated}


def _last_days(closes: date, workdays: Workdays, closing_within: int) -> Iterator[date]:
    """Yield the days from which a discussion counts as closing."""
    day = closes
    while workdays.between(day, closes) <= closing_within:
        yield day
        day -= _DAY
