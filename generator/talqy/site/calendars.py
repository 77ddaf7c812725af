"""Deadlines as iCalendar (RFC 5545), in one language.

Times are UTC: clients that still believe in UTC+6 for Almaty cannot be wrong then. An extension
or a withdrawal raises the sequence, and a withdrawal cancels; ids stay the same for ever.
"""

from collections.abc import Iterable, Iterator
from datetime import UTC, date, datetime, time, timedelta
from urllib.parse import urlsplit
from zoneinfo import ZoneInfo

from icalendar import Alarm, Calendar
from icalendar import Event as CalendarEvent

from talqy.language.edition import Edition
from talqy.model import addresses
from talqy.model.register import Record
from talqy.model.revision import Consultation, Revision
from talqy.model.standing import Stage

_WARNING_AHEAD = timedelta(days=-3)


def calendar(edition: Edition, site_url: str, records: Iterable[Record]) -> bytes:
    """Write the calendar of some standards: one event for each discussion's last day."""
    document = Calendar()
    document.add("prodid", "-//Talqy//talqy//EN")
    document.add("version", "2.0")
    document.add("x-wr-calname", edition.locale.plain(edition.register.project.name))
    for record in records:
        for revision, consultation in _discussed(record):
            document.add_component(_event(edition, site_url, record, revision, consultation))
    return bytes(document.to_ical())


def all_calendars(edition: Edition, site_url: str) -> Iterable[tuple[str, bytes]]:
    """Write the calendars of a language: one of the site, one of each standard."""
    yield addresses.CALENDAR, calendar(edition, site_url, edition.register.records)
    for record in edition.register.records:
        yield addresses.standard_calendar(record.id), calendar(edition, site_url, (record,))


def _discussed(record: Record) -> Iterator[tuple[Revision, Consultation]]:
    for revision in record.revisions:
        if revision.consultation:
            yield revision, revision.consultation


def _event(
    edition: Edition, site_url: str, record: Record, revision: Revision, consultation: Consultation
) -> CalendarEvent:
    standing, words = edition.standing(record, revision), edition.locale.words
    closes = standing.closes or consultation.last_day
    withdrawn = standing.stage is Stage.WITHDRAWN and revision.withdrawn
    changes = [e.on for e in consultation.extended if e.on <= edition.assessment.today]
    changes += [withdrawn.on] if withdrawn else []
    event = CalendarEvent()
    host = urlsplit(site_url).hostname or "localhost"
    event.add("uid", f"{record.id}-r{revision.revision}-closes@{host}")
    event.add("dtstamp", _start(edition, max((revision.dated, *changes))))
    event.add("dtstart", _end(edition, closes) - timedelta(hours=1))
    event.add("dtend", _end(edition, closes))
    title = edition.title(record)
    event.add("summary", f"{words('Last day for comments')}: {title}")
    event.add("url", f"{site_url}{edition.code}/{addresses.participate(record.id)}")
    event.add("sequence", len(changes))
    event.add("status", "CANCELLED" if withdrawn else "CONFIRMED")
    alarm = Alarm()
    alarm.add("action", "DISPLAY")
    alarm.add("description", title)
    alarm.add("trigger", _WARNING_AHEAD)
    event.add_component(alarm)
    return event


def _start(edition: Edition, day: date) -> datetime:
    zone = ZoneInfo(edition.register.project.timezone)
    return datetime.combine(day, time(), zone).astimezone(UTC)


def _end(edition: Edition, day: date) -> datetime:
    return _start(edition, day + timedelta(days=1))
