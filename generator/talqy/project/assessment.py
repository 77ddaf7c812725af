"""A register and a day in; the standing of every revision out."""

from datetime import date

from talqy.compare.align import align
from talqy.law.periods import counting
from talqy.law.stages import closing_day, stage_on, walk
from talqy.law.workdays import Workdays
from talqy.model.register import Record, Register
from talqy.model.revision import Revision
from talqy.model.stage import DISCUSSED
from talqy.model.standing import Assessment, Standing
from talqy.record.digests import digest_of


def assess(register: Register, today: date) -> Assessment:
    """Compute once what rules and pages need to know about every revision."""
    workdays = Workdays(register.project.calendar)
    return Assessment(
        today,
        {
            (record.id, revision.revision): _standing(register, record, revision, today, workdays)
            for record, revision in register.revisions()
        },
    )


def _standing(
    register: Register, record: Record, revision: Revision, today: date, workdays: Workdays
) -> Standing:
    closing_within = register.project.closing_within
    stage = stage_on(today, record, revision, workdays, closing_within)
    steps = walk(record, revision, workdays, closing_within)
    consultation = revision.consultation
    base = record.base_of(revision)
    alignment = align(record, base, revision) if base else None
    if consultation is None:
        return Standing(stage=stage, walk=steps, digest=digest_of(revision), alignment=alignment)
    profile = register.profile_of(consultation)
    closes = closing_day(consultation, today)
    return Standing(
        stage=stage,
        walk=steps,
        counting=counting(consultation, profile, workdays) if profile else None,
        closes=closes,
        days_left=workdays.between(today, closes) if stage in DISCUSSED else None,
        report_due=workdays.nth_after(closes, register.project.report_within),
        digest=digest_of(revision),
        alignment=alignment,
    )
