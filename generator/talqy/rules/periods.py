"""S: stages and deadlines. Discussions are long enough, posted, extended, reported by the law."""

from collections.abc import Iterator
from datetime import date
from itertools import pairwise

from talqy.errors import Saying
from talqy.law.periods import workdays_of
from talqy.law.postings import owed_postings
from talqy.model import paths
from talqy.model.problem import Level, Problem
from talqy.model.register import Record, Register
from talqy.model.revision import Revision, RevisionKind
from talqy.model.standing import Counting, Stage, is_legal, is_mendable
from talqy.rules.rule import CheckContext, breach, rule

_LAW = "Law No. 88-V"


@rule("S01", source=f"{_LAW}, art. 13 (2), 15 (5); model/standing.py")
def moves_are_legal(context: CheckContext) -> Iterator[Problem]:
    """A revision goes from stage to stage by the table; nothing is adopted without its report."""
    for record, revision, standing in context.revisions():
        if revision.adopted and revision.withdrawn:
            yield breach(
                paths.revision_file(record.id, revision.revision),
                ("withdrawn",),
                "this text is adopted on {adopted}, and withdrawn on {withdrawn}: one of the two",
                "only a draft is withdrawn; a text in force ends by a later text, or by a repeal",
                adopted=revision.adopted.on,
                withdrawn=revision.withdrawn.on,
            )
            continue
        for (_, before), (day, after) in pairwise(standing.walk):
            known_elsewhere = (
                before is Stage.PLANNED and revision.adopted and revision.adopted.discussed
            )
            if not is_legal(before, after) and not known_elsewhere:
                yield breach(
                    paths.revision_file(record.id, revision.revision),
                    _key_of(after),
                    "on {day} the revision would go from “{before}” straight to “{after}”",
                    "the order is: discussion planned, open, comments considered, report "
                    "published, adopted; if the discussion was held elsewhere, say so under "
                    "adopted: discussed",
                    day=day,
                    before=_named(context, before),
                    after=_named(context, after),
                )


def _named(context: CheckContext, stage: Stage) -> Saying:
    """Return the official name of a stage, which the catalogues have too."""
    return Saying(context.register.codes.named("stage", stage)["en"])


def _key_of(stage: Stage) -> tuple[str, ...]:
    keys = {
        Stage.ADOPTED: ("adopted",),
        Stage.REPEALED: ("adopted",),
        Stage.WITHDRAWN: ("withdrawn",),
    }
    return keys.get(stage, ("consultation",))


@rule("S02", source=f"{_LAW}, art. 15 (3): 30 calendar days until 2019, 10 working days since")
def discussions_are_long_enough(context: CheckContext) -> Iterator[Problem]:
    """A discussion lasts at least as long as its rule profile says, counted from the posting."""
    for record, revision, standing in context.revisions():
        counting, consultation = standing.counting, revision.consultation
        if counting is None or consultation is None or consultation.last_day >= counting.last:
            continue
        yield breach(
            paths.revision_file(record.id, revision.revision),
            ("consultation", "closes"),
            "the discussion closes on {closes}, before the lawful period is over",
            "posted on {posted}, so {days} {unit} run from {first} to {last}: "
            "close it on {last} or later",
            closes=consultation.last_day,
            posted=counting.posted,
            days=counting.profile.days,
            unit="working days" if counting.profile.unit == "working-day" else "calendar days",
            first=counting.first,
            last=counting.last,
        )


@rule("S03", source="bill on public services, art. 5 (4), 11); Law No. 88-V, art. 15 (2)")
def drafts_are_posted_on_all_channels(context: CheckContext) -> Iterator[Problem]:
    """A draft under discussion is posted on the internet, on the e-government portal, in print."""
    for record, revision, standing in context.revisions():
        talk, given_up = revision.consultation, revision.withdrawn
        if talk is None or standing.stage is Stage.PLANNED:
            continue
        for channel in owed_postings(revision):
            if given_up:
                # What has gone cannot be posted any more: it is told, and keeps nobody back.
                yield breach(
                    paths.revision_file(record.id, revision.revision),
                    ("consultation", "posted"),
                    "the draft was withdrawn, and was never posted on the channel “{channel}”",
                    "nothing can be mended any more; where it was posted, add the day and the "
                    "address or the issue under posted",
                    channel=channel,
                    mild=True,
                )
            else:
                problem = breach(
                    paths.revision_file(record.id, revision.revision),
                    ("consultation", "posted"),
                    "the draft is not posted on the channel “{channel}”",
                    "post it, and add the day and the address or the issue under posted",
                    channel=channel,
                )
                # On the day of the opening there still is time: the posting is the next thing done.
                opens_today = talk.opens == context.assessment.today
                yield problem.weighing(Level.TO_DO) if opens_today else problem


@rule("S04", source="fairness of the discussion: an extension is later and has a reason")
def extensions_come_in_time(context: CheckContext) -> Iterator[Problem]:
    """An extension is announced while the discussion runs, and moves its end only later."""
    for record, revision in context.register.revisions():
        if revision.consultation is None:
            continue
        closes = revision.consultation.closes
        for number, extension in enumerate(revision.consultation.extended):
            if not revision.consultation.opens <= extension.on <= closes < extension.closes:
                yield breach(
                    paths.revision_file(record.id, revision.revision),
                    ("consultation", "extended", number),
                    "the extension of {on} to {to} does not fit: the discussion closes on {closes}",
                    "announce it not later than on the closing day, and name a later day",
                    on=extension.on,
                    to=extension.closes,
                    closes=closes,
                )
            closes = max(closes, extension.closes)


@rule(
    "S05",
    level=Level.WARNING,
    source=f"{_LAW}, art. 15 (4) sets no deadline; the project sets report_within",
)
def reports_are_not_overdue(context: CheckContext) -> Iterator[Problem]:
    """The report on completion is published within the project's own deadline."""
    for record, revision, standing in context.revisions():
        if standing.report.is_overdue:
            yield breach(
                paths.revision_file(record.id, revision.revision),
                ("consultation",),
                "the report on completion of the discussion was due on {due}",
                "answer the comments, publish the report and add it under consultation: report",
                due=standing.report.due,
            )


@rule("S06", source=f"{_LAW}, art. 15 (3), (4)")
def days_are_in_order(context: CheckContext) -> Iterator[Problem]:
    """The draft is dated before its discussion opens, and the report comes after the closing."""
    for record, revision in context.register.revisions():
        for key, message in _disordered(revision):
            yield breach(
                paths.revision_file(record.id, revision.revision),
                key,
                message,
                "put the days in order",
            )


def _disordered(revision: Revision) -> Iterator[tuple[tuple[str, ...], str]]:
    adopted, withdrawn = revision.adopted, revision.withdrawn
    if adopted and adopted.on < revision.dated:
        yield ("adopted", "on"), "the text is adopted before it is dated"
    if withdrawn and withdrawn.on < revision.dated:
        yield ("withdrawn", "on"), "the draft is withdrawn before it is dated"
    consultation = revision.consultation
    if consultation is None:
        return
    if revision.dated > consultation.opens:
        yield ("dated",), "the draft is dated after its discussion opens"
    if consultation.report and consultation.report.on <= consultation.last_day:
        yield ("consultation", "report"), "the report is dated before the discussion is over"


@rule("S08", level=Level.WARNING, source="bill on public services, art. 5 (4), 1)")
def standards_are_reviewed(context: CheckContext) -> Iterator[Problem]:
    """The need to optimise a service is reviewed within the project's period."""
    months = context.register.project.review_every
    for record in context.register.records:
        if not _is_in_force(context, record):
            continue
        reviewed = record.standard.reviewed or _new_since(record)
        if reviewed is None or _months_later(reviewed, months) < context.assessment.today:
            yield breach(
                paths.standard_file(record.id),
                ("reviewed",),
                "the last review of the need to optimise is older than {months} months, or unknown",
                "review the service, and put the day under reviewed",
                months=months,
            )


@rule("S09", level=Level.WARNING, source="bill on public services, art. 5 (4), 2)")
def recipients_are_surveyed(context: CheckContext) -> Iterator[Problem]:
    """Recipients are surveyed about their satisfaction at least once a year."""
    wanted = context.assessment.today.year - 1
    for record in context.register.records:
        years = [survey.year for survey in record.standard.surveys]
        since = _new_since(record)
        if not years and since and context.assessment.today < _months_later(since, 12):
            continue
        if _is_in_force(context, record) and max(years, default=0) < wanted:
            yield breach(
                paths.standard_file(record.id),
                ("surveys",),
                "there is no survey of {year} or later",
                "hold the yearly survey, and add its figures under surveys",
                year=wanted,
            )


def _is_in_force(context: CheckContext, record: Record) -> bool:
    """Return whether the service is provided: only then can it be reviewed, and its users asked."""
    return any(
        context.assessment.of(record.id, revision.revision).stage is Stage.ADOPTED
        for revision in record.revisions
    )


def _new_since(record: Record) -> date | None:
    """Return since when a new service is provided: before, there was nothing to review or ask."""
    days = (
        r.adopted.in_force for r in record.revisions if r.adopted and r.kind is RevisionKind.NEW
    )
    return min(days, default=None)


def _months_later(day: date, months: int) -> date:
    years, month = divmod(day.month - 1 + months, 12)
    return date(day.year + years, month + 1, min(day.day, 28))


@rule("S13", level=Level.WARNING, source="law/calendars: days off with their sources")
def days_off_are_known(context: CheckContext) -> Iterator[Problem]:
    """No lawful last day hangs on a day off that is estimated, or not known."""
    for record, revision, standing in context.revisions():
        if standing.counting and is_mendable(standing.stage):
            file = paths.revision_file(record.id, revision.revision)
            yield from unknown_days_off(context.register, standing.counting, file)


def unknown_days_off(register: Register, counting: Counting, file: str = "") -> Iterator[Problem]:
    """Yield why a counted last day is not sure: days off that nobody knows, or that may move."""
    if counting.profile.unit != "working-day":
        return
    workdays, country = workdays_of(register), register.project.calendar.country
    if (year := workdays.unknown_year(counting.first, counting.last)) is not None:
        yield breach(
            file,
            ("consultation",),
            "the days off of {year} are not known for {country}: the last lawful day, {last}, "
            "is counted over Saturdays and Sundays alone",
            "name the days off of that year in standards/project.yaml, calendar: closed",
            year=year,
            country=country,
            last=counting.last,
        )
    for day in workdays.estimated(counting.first, counting.last):
        yield breach(
            file,
            ("consultation",),
            "the last lawful day, {last}, hangs on {day}, a day off that is only estimated",
            "once it is announced, name it in standards/project.yaml, calendar: closed (or "
            "open, where it is worked)",
            last=counting.last,
            day=day,
        )
