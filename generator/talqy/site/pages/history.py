"""The timeline of a standard: every revision with its events, changes, causes and figures."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from markupsafe import Markup

from talqy.diff.phrases import summary
from talqy.language.claimed_days import ClaimedDayView, claimed_day_views
from talqy.language.clause_sayings import clause_name
from talqy.language.corrections import CorrectionView, corrections_of
from talqy.language.edition import Edition, SitePage
from talqy.language.event_words import event_words
from talqy.language.for_you import ForYou, against_held
from talqy.language.late import LateView, late_views
from talqy.language.sayings import revision_name
from talqy.law.timeline import Event, EventKind, timeline
from talqy.model import addresses
from talqy.model.register import Record
from talqy.model.revision import Revision
from talqy.site.pages.beside import moved_from
from talqy.site.pages.changes import ChangeView, change_views
from talqy.site.pages.comment_filters import TallyRow, tally_rows
from talqy.site.pages.compare import compare_link
from talqy.site.pages.counting import CountingView, counting_view
from talqy.site.pages.report import late_report, report_link
from talqy.site.pages.standard_parts import (
    Link,
    StageView,
    hrefs_of,
    page_of,
    stage_view,
)
from talqy.site.pages.time_line import TimeLineView, time_line


@dataclass(frozen=True, slots=True)
class EventView:
    """One event in words; `note` says more, where there is more to say."""

    on: date
    words: str
    note: Markup


@dataclass(frozen=True, slots=True, kw_only=True)
class RevisionHistory:
    """One revision in the timeline; `digest` is that of its frozen text, once it is recorded.

    `kept_since` is the day since when all that the authority said of it is on record.
    """

    number: int
    kind: str
    name: str
    stage: StageView
    href: str
    comments_href: str
    report: Link | None
    report_late: str
    base: int | None
    explanation: Markup
    events: tuple[EventView, ...]
    dated: tuple[ClaimedDayView, ...]
    for_you: ForYou
    changes: tuple[ChangeView, ...]
    summary: tuple[tuple[int, str], ...]
    compare: Link | None
    tally: tuple[TallyRow, ...]
    entered_late: tuple[LateView, ...]
    counting: CountingView | None
    digest: str
    kept_since: date | None
    corrections: tuple[CorrectionView, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class HistoryView:
    """What `history.html` may use."""

    title: Markup
    revisions: tuple[RevisionHistory, ...]
    line: TimeLineView | None
    clauses: tuple[Link, ...]
    root: str
    hrefs: dict[str, str]


def pages(edition: Edition, record: Record) -> Iterator[SitePage]:
    """Make the timeline of a standard."""
    here = edition.at(addresses.history(record.id))
    events = timeline(record, edition.assessment.today)
    newest = edition.parts(record).newest
    view = HistoryView(
        title=edition.short_title(record),
        revisions=tuple(
            _revision(edition, here, record, revision, events)
            for revision in reversed(record.revisions)
        ),
        line=time_line(edition, record),
        clauses=tuple(
            Link(
                clause_name(edition.locale, newest, clause.id),
                here.to(addresses.clause_history(record.id, clause.id)),
            )
            for clause in newest.walk()
        ),
        root=edition.proofs.root_of(record.id),
        hrefs=hrefs_of(edition, here, record),
    )
    yield page_of(
        edition,
        here,
        record,
        name=edition.locale.words("History"),
        content=edition.render("history.html", view),
    )


def drawn_line(edition: Edition, record: Record) -> Markup:
    """Draw the line in time as `history.html` does: nothing else of that page names the day."""
    return edition.templates.macro("_time_line.html", "time_line", time_line(edition, record))


def _revision(
    edition: Edition,
    here: addresses.PagePath,
    record: Record,
    revision: Revision,
    events: tuple[Event, ...],
) -> RevisionHistory:
    own = [event for event in events if event.revision is revision]
    base = record.base_of(revision)
    recorded = record.history.of(revision.revision) if record.history else None
    has_comments = bool(revision.consultation and record.comments_on(revision.revision))
    return RevisionHistory(
        number=revision.revision,
        kind=edition.locale.coded("revision-kind", revision.kind),
        name=revision_name(edition.locale, revision),
        stage=stage_view(edition, record, revision),
        href=here.to(addresses.revision(record.id, revision.revision)),
        comments_href=here.to(addresses.comments(record.id), f"r{revision.revision}"),
        report=report_link(edition, here, record, revision),
        report_late=late_report(edition, record, revision),
        base=revision.base,
        explanation=edition.locale.prose(revision.explanation),
        events=tuple(event_views(edition, own)),
        dated=tuple(claimed_day_views(edition.locale, record.history, revision.revision)),
        for_you=against_held(edition, record, revision),
        changes=change_views(edition, here, record, revision),
        summary=tuple(summary(edition, edition.comparison(record, base, revision))) if base else (),
        compare=compare_link(here, record, base, revision) if base else None,
        tally=tuple(tally_rows(edition, here.path, record, revision.revision))
        if has_comments
        else (),
        entered_late=late_views(edition.locale, record.history, revision.revision),
        counting=counting_view(edition, revision, edition.standing(record, revision)),
        digest=recorded.digest if recorded else "",
        kept_since=max(recorded.recorded.values(), default=None) if recorded else None,
        corrections=tuple(corrections_of(edition.locale, record.history, revision.revision)),
    )


def event_views(edition: Edition, events: list[Event]) -> Iterator[EventView]:
    """Say events in words."""
    for event in events:
        yield EventView(event.on, event_words(edition.locale, event), _note(edition, event))


def _note(edition: Edition, event: Event) -> Markup:
    locale, revision = edition.locale, event.revision
    if event.kind is EventKind.EXTENDED and revision.consultation:
        extension = revision.consultation.extended[event.number]
        until = locale.words("New closing day: {day}", day=locale.day(extension.closes))
        return Markup("{}. {}").format(until, locale.say(extension.reason))
    if event.kind is EventKind.MOVED:
        return moved_from(edition, revision.moves[event.number][1])
    if event.kind is EventKind.WITHDRAWN and revision.withdrawn:
        return locale.say(revision.withdrawn.reason)
    if event.kind is EventKind.ADOPTED and revision.adopted:
        return locale.say(revision.adopted.act)
    if event.kind is EventKind.REPORTED and revision.consultation and revision.consultation.report:
        return locale.say(revision.consultation.report.signed_by)
    return Markup()
