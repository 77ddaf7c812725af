"""What happened to a standard, in order: the events that history, feeds and calendars show."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from talqy.law.stages import closing_day
from talqy.model.register import Record
from talqy.model.revision import Consultation, Revision


class EventKind(StrEnum):
    """The kinds of event, in the order in which they follow on one day."""

    DRAFTED = "drafted"
    OPENED = "opened"
    POSTED = "posted"
    EXTENDED = "extended"
    MOVED = "moved"
    CLOSED = "closed"
    REPORTED = "reported"
    WITHDRAWN = "withdrawn"
    ADOPTED = "adopted"
    IN_FORCE = "in-force"


@dataclass(frozen=True, slots=True)
class Event:
    """One event of one revision. `number` tells apart events of one kind on one day."""

    on: date
    kind: EventKind
    revision: Revision
    number: int = 0


_ORDER = {kind: place for place, kind in enumerate(EventKind)}


def timeline(record: Record, today: date) -> tuple[Event, ...]:
    """List all events of a standard up to `today`, the oldest first."""
    events = [
        event
        for revision in record.revisions
        for event in _events(revision, today)
        if event.on <= today
    ]
    return tuple(
        sorted(events, key=lambda e: (e.on, e.revision.revision, _ORDER[e.kind], e.number)),
    )


def _events(revision: Revision, today: date) -> Iterator[Event]:
    yield Event(revision.dated, EventKind.DRAFTED, revision)
    if revision.consultation:
        yield from _discussion(revision, revision.consultation, today)
    for number, (_, move) in enumerate(revision.moves):
        yield Event(move.on, EventKind.MOVED, revision, number)
    if revision.withdrawn:
        yield Event(revision.withdrawn.on, EventKind.WITHDRAWN, revision)
    if revision.adopted:
        yield Event(revision.adopted.on, EventKind.ADOPTED, revision)
        yield Event(revision.adopted.in_force, EventKind.IN_FORCE, revision)


def _discussion(revision: Revision, consultation: Consultation, today: date) -> Iterator[Event]:
    yield Event(consultation.opens, EventKind.OPENED, revision)
    for number, posting in enumerate(consultation.posted):
        yield Event(posting.on, EventKind.POSTED, revision, number)
    for number, extension in enumerate(consultation.extended):
        yield Event(extension.on, EventKind.EXTENDED, revision, number)
    closes = closing_day(consultation, today)
    if closes < today:
        yield Event(closes, EventKind.CLOSED, revision)
    if consultation.report:
        yield Event(consultation.report.on, EventKind.REPORTED, revision)
