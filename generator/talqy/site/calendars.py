"""Deadlines, hearings and other events of drafts as iCalendar (RFC 5545), in one language.

Times are UTC: clients that still believe in UTC+6 for Almaty cannot be wrong then. An extension,
a move or a withdrawal raises the sequence, and a withdrawal cancels what was to be held; the day of
a report that nobody is owed any longer is left out. Ids stay the same for ever. An event without an
hour takes its day, which is the same day wherever it is read; how long one lasts nobody has said,
so none has an end.
"""

from collections.abc import Iterable, Iterator, Sequence
from datetime import UTC, date, datetime, time, timedelta
from urllib.parse import urlsplit

from icalendar import Alarm, Calendar
from icalendar import Event as CalendarEvent

from talqy.language.edition import Edition
from talqy.language.stage_table import offer_of
from talqy.model import addresses
from talqy.model.register import Record
from talqy.model.revision import Consultation, Revision, RevisionKind
from talqy.model.sharing import shared_out
from talqy.project.zones import zone_of
from talqy.site.pages.beside import meeting_view

_ROOM = 280_000
"""So many bytes of events stand in one calendar."""
_WARNING_AHEAD = timedelta(days=3)
_IN_THE_MORNING = timedelta(hours=9)


def calendar(edition: Edition, site_url: str, records: Iterable[Record]) -> bytes:
    """Write the calendar of some standards: what is held, answered, and comes into force when.

    A telephone asks for all of it again and again: it has what is ahead, the nearest first, and of
    what was the newest, as much as there is room for.
    """
    known = [one for record in records for one in events_text(edition, record, site_url)]
    today = _start(edition, edition.assessment.today)

    def far(place: int) -> tuple[bool, timedelta]:
        ahead = datetime.fromisoformat(known[place][0]) - today
        return ahead < timedelta(), abs(ahead)

    order = sorted(range(len(known)), key=far)
    (chosen, *_) = shared_out(order, lambda place: len(known[place][1].encode()), _ROOM)
    return _written(edition, (known[place][1] for place in sorted(chosen)))


def events_text(edition: Edition, record: Record, site_url: str) -> Sequence[Sequence[str]]:
    """Write the events of one standard as they stand in all calendars, each with its moment."""

    def written() -> Sequence[Sequence[str]]:
        found = _all(edition, site_url, record)
        return [[_moment(edition, one).isoformat(), _text(one)] for one in found]

    return edition.added(record, "calendar", written)


def calendar_of_site(edition: Edition, site_url: str) -> tuple[str, bytes]:
    """Write the calendar of all standards in a language."""
    return addresses.CALENDAR, calendar(edition, site_url, edition.register.records)


def calendar_of_authority(edition: Edition, name: str, site_url: str) -> tuple[str, bytes]:
    """Write the calendar of the standards that an authority develops."""
    own = edition.register.records_of(name)
    return addresses.authority_calendar(name), calendar(edition, site_url, own)


def calendar_of_standard(edition: Edition, record: Record, site_url: str) -> tuple[str, bytes]:
    """Write the calendar of one standard, which reminds of what is ahead.

    Where nothing is, it has what was: a calendar without an event is none (RFC 5545, 3.6).
    """
    known = tuple(_all(edition, site_url, record))
    today = _start(edition, edition.assessment.today)
    ahead = [one for one in known if _moment(edition, one) >= today]
    return addresses.standard_calendar(record.id), _written(edition, map(_text, ahead or known))


def _text(event: CalendarEvent) -> str:
    return bytes(event.to_ical()).decode()


def _written(edition: Edition, events: Iterable[str]) -> bytes:
    """Put events, each as it is written, between the head of a calendar and its last line."""
    document = Calendar()
    document.add("prodid", "-//Talqy//talqy//EN")
    document.add("version", "2.0")
    document.add("x-wr-calname", edition.locale.plain(edition.register.project.name))
    head, end, after = bytes(document.to_ical()).decode().rpartition("END:VCALENDAR")
    return "".join((head, *events, end, after)).encode()


def _all(edition: Edition, site_url: str, record: Record) -> Iterator[CalendarEvent]:
    for revision, consultation in _discussed(record):
        yield _opening(edition, site_url, record, revision, consultation)
        yield _deadline(edition, site_url, record, revision, consultation)
        yield from _answers(edition, site_url, record, revision, consultation)
    for revision in record.revisions:
        yield from _in_force(edition, site_url, record, revision)
        for place in range(len(revision.events)):
            yield _held(edition, site_url, record, revision, place)


def _moment(edition: Edition, event: CalendarEvent) -> datetime:
    """Return when an event begins; one of a whole day begins with it."""
    begins = event.start
    return begins if isinstance(begins, datetime) else _start(edition, begins)


def _discussed(record: Record) -> Iterator[tuple[Revision, Consultation]]:
    for revision in record.revisions:
        if revision.consultation:
            yield revision, revision.consultation


def _held(
    edition: Edition, site_url: str, record: Record, revision: Revision, place: int
) -> CalendarEvent:
    """Show a hearing, an online discussion, an agreement; a draft withdrawn before cancels it."""
    held = revision.events[place]
    view, off = meeting_view(edition, held), _called_off(edition, revision, held.on)
    event = CalendarEvent()
    event.add("uid", f"{record.id}-r{revision.revision}-{_name(revision, place)}@{_host(site_url)}")
    changes = [move.on for move in held.moved if move.on <= edition.assessment.today]
    changes += [off] if off else []
    event.add("dtstamp", _start(edition, max((revision.dated, *changes))))
    event.add(
        "dtstart", _start(edition, held.on, time.fromisoformat(held.at)) if held.at else held.on
    )
    _named(event, edition, record, view.name)
    if held.place:
        event.add("location", edition.locale.plain(held.place))
    page = f"{site_url}{edition.code}/{addresses.revision(record.id, revision.revision)}"
    event.add("url", view.href or page)
    event.add("sequence", len(changes))
    event.add("status", "CANCELLED" if off else "CONFIRMED")
    return event


def _called_off(edition: Edition, revision: Revision, day: date) -> date | None:
    """Return when a draft was withdrawn, if that took away what was to be on a day: by then."""
    withdrawn = revision.withdrawn
    by = min(day, edition.assessment.today)
    return withdrawn.on if withdrawn and withdrawn.on <= by else None


def _name(revision: Revision, place: int) -> str:
    """Name an event by how many of its kind came before: it stays itself when its day is moved."""
    kinds = [event.kind for event in revision.events[: place + 1]]
    return f"{kinds[-1]}-{kinds.count(kinds[-1])}"


def _opening(
    edition: Edition, site_url: str, record: Record, revision: Revision, consultation: Consultation
) -> CalendarEvent:
    """Show the day on which a discussion opens; a draft withdrawn before cancels it."""
    off = _called_off(edition, revision, consultation.opens)
    event = CalendarEvent()
    event.add("uid", f"{record.id}-r{revision.revision}-opens@{_host(site_url)}")
    event.add("dtstamp", _start(edition, off or revision.dated))
    event.add("dtstart", consultation.opens)
    _named(event, edition, record, edition.locale.words("The discussion opens"))
    event.add("url", f"{site_url}{edition.code}/{addresses.standard(record.id)}")
    event.add("sequence", int(off is not None))
    event.add("status", "CANCELLED" if off else "CONFIRMED")
    event.add_component(_alarm(_called(edition, record), _IN_THE_MORNING))
    return event


def _deadline(
    edition: Edition, site_url: str, record: Record, revision: Revision, consultation: Consultation
) -> CalendarEvent:
    standing, words = edition.standing(record, revision), edition.locale.words
    closes = standing.closes or consultation.last_day
    off = _called_off(edition, revision, closes)
    changes = [e.on for e in consultation.extended if e.on <= edition.assessment.today]
    changes += [off] if off else []
    event = CalendarEvent()
    event.add("uid", f"{record.id}-r{revision.revision}-closes@{_host(site_url)}")
    event.add("dtstamp", _start(edition, max((revision.dated, *changes))))
    begins = _end(edition, closes) - timedelta(hours=1)
    event.add("dtstart", begins)
    event.add("dtend", _end(edition, closes))
    _named(event, edition, record, words("Last day for comments"))
    event.add("url", f"{site_url}{edition.code}/{edition.form_of(record)}")
    event.add("sequence", len(changes))
    event.add("status", "CANCELLED" if off else "CONFIRMED")
    warned = _start(edition, closes - _WARNING_AHEAD) + _IN_THE_MORNING
    event.add_component(_alarm(_called(edition, record), warned - begins))
    return event


def _answers(
    edition: Edition, site_url: str, record: Record, revision: Revision, consultation: Consultation
) -> Iterator[CalendarEvent]:
    """Show the day by which the answers are due, and then that of the report; none is owed else."""
    standing, today = edition.standing(record, revision), edition.assessment.today
    made = consultation.report if consultation.is_reported(today) else None
    day = made.on if made else standing.report.answers_due
    if day:
        label = edition.locale.words("Report on completion of the discussion published")
        extended = [one.on for one in consultation.extended if one.on <= today]
        yield _whole_day(
            edition,
            record,
            name=f"{record.id}-r{revision.revision}-report@{_host(site_url)}",
            on=day,
            summary=label if made else offer_of(edition, record, revision).due,
            url=f"{site_url}{edition.code}/{addresses.comments(record.id)}",
            stamps=(revision.dated, *extended, *((made.on,) if made else ())),
        )


def _in_force(
    edition: Edition, site_url: str, record: Record, revision: Revision
) -> Iterator[CalendarEvent]:
    """Show the day from which an adopted text holds, or takes the standard out of force."""
    adopted, words = revision.adopted, edition.locale.words
    if adopted and adopted.on <= edition.assessment.today:
        is_repeal = revision.kind is RevisionKind.REPEAL
        yield _whole_day(
            edition,
            record,
            name=f"{record.id}-r{revision.revision}-in-force@{_host(site_url)}",
            on=adopted.in_force,
            summary=words("Out of force from") if is_repeal else words("In force since"),
            url=f"{site_url}{edition.code}/{addresses.standard(record.id)}",
            stamps=(adopted.on,),
        )


def _whole_day(  # noqa: PLR0913 - what an event is made of
    edition: Edition,
    record: Record,
    *,
    name: str,
    on: date,
    summary: str,
    url: str,
    stamps: Sequence[date],
) -> CalendarEvent:
    """Show what a day brings; `stamps` are the days on which that was said, or said anew."""
    event = CalendarEvent()
    event.add("uid", name)
    event.add("dtstamp", _start(edition, max(stamps)))
    event.add("dtstart", on)
    _named(event, edition, record, summary)
    event.add("url", url)
    event.add("sequence", len(stamps) - 1)
    event.add("status", "CONFIRMED")
    return event


def _called(edition: Edition, record: Record) -> str:
    """Return what a standard is called in few words: a telephone shows some thirty letters."""
    return str(edition.short_title(record).striptags())


def _named(event: CalendarEvent, edition: Edition, record: Record, what: str) -> None:
    """Say what an event is, and of which standard; its official title is told below."""
    event.add("summary", f"{what}: {_called(edition, record)}")
    event.add("description", edition.title(record))


def _alarm(title: str, when: timedelta) -> Alarm:
    """Let the telephone tell of an event, so long after it begins, or before."""
    alarm = Alarm()
    alarm.add("action", "DISPLAY")
    alarm.add("description", title)
    alarm.add("trigger", when)
    return alarm


def _host(site_url: str) -> str:
    return urlsplit(site_url).hostname or "localhost"


def _start(edition: Edition, day: date, at: time = time()) -> datetime:
    """Return a moment of a day where the authority is, its midnight unless an hour is given."""
    zone = zone_of(edition.register.project.timezone)
    return datetime.combine(day, at, zone).astimezone(UTC)


def _end(edition: Edition, day: date) -> datetime:
    return _start(edition, day + timedelta(days=1))
