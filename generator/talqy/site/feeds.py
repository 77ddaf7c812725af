"""What machines read of the news: feeds in Atom (RFC 4287), and the sitemap (sitemaps.org).

Every day comes from the data, so two builds give the same bytes; ids are tag URIs, for ever.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime, time
from urllib.parse import urlsplit
from xml.etree import ElementTree as ET
from zoneinfo import ZoneInfo

from talqy.language.claimed_days import claimed_day_views
from talqy.language.corrections import corrections_of
from talqy.language.edition import Edition
from talqy.language.late import late_views
from talqy.law.timeline import Event, timeline
from talqy.model import addresses
from talqy.model.register import Record
from talqy.record.root import project_root, root_of
from talqy.site.pages.beside import meeting_view
from talqy.site.pages.history import event_words

_ATOM = "http://www.w3.org/2005/Atom"
_XML = "{http://www.w3.org/XML/1998/namespace}"
_NEWEST = 50


def feed(edition: Edition, site_url: str, record: Record | None = None) -> bytes:
    """Write the feed of one standard, or of the whole site."""
    records = edition.register.records if record is None else (record,)
    events = [
        (entry, event) for entry in records for event in timeline(entry, edition.assessment.today)
    ]
    events.sort(key=lambda pair: (pair[1].on, pair[0].id, pair[1].revision.revision), reverse=True)
    path = addresses.standard(record.id) if record else addresses.HOME
    own = addresses.standard_feed(record.id) if record else addresses.FEED
    root = ET.Element(f"{{{_ATOM}}}feed", {f"{_XML}lang": edition.code})
    title = edition.locale.plain(record.standard.title if record else edition.register.project.name)
    _add(root, "title", title)
    _add(root, "subtitle", _root(edition, record))
    _add(root, "id", f"tag:{_host(site_url)},2026:{edition.code}/{path}")
    notices = _notices(edition, records)
    days = [event.on for _, event in events] + [notice.on for notice in notices]
    newest = max(days, default=edition.assessment.today)
    _add(root, "updated", _moment(edition, newest))
    _link(root, f"{site_url}{edition.code}/{own}", "self", "application/atom+xml")
    _link(root, f"{site_url}{edition.code}/{path}", "alternate", "text/html")
    for notice in notices[:_NEWEST]:
        _notice(root, edition, site_url, notice)
    for entry, event in events[:_NEWEST]:
        _entry(root, edition, site_url, entry, event)
    ET.register_namespace("", _ATOM)
    ET.indent(root)
    return bytes(ET.tostring(root, encoding="utf-8", xml_declaration=True)) + b"\n"


def _entry(root: ET.Element, edition: Edition, site_url: str, record: Record, event: Event) -> None:
    entry = ET.SubElement(root, f"{{{_ATOM}}}entry")
    revision, words = event.revision.revision, event_words(edition, event)
    path = f"{edition.code}/{addresses.history(record.id)}#r{revision}"
    _add(entry, "title", f"{words}: {edition.title(record)}")
    name = f"{record.id}/r{revision}/{event.kind}/{event.number}"
    _add(entry, "id", f"tag:{_host(site_url)},2026:{edition.code}/{name}")
    _add(entry, "updated", _moment(edition, event.on))
    author = ET.SubElement(entry, f"{{{_ATOM}}}author")
    _add(author, "name", str(edition.authority(record.standard.authority).striptags()))
    _link(entry, f"{site_url}{path}", "alternate", "text/html")
    ahead = _ahead(edition, event)
    _add(entry, "summary", "\n".join((edition.locale.plain(event.revision.explanation), *ahead)))


def _ahead(edition: Edition, event: Event) -> Iterator[str]:
    """Say what was still to be held on a draft that day: a hearing that is over is no news."""
    withdrawn = event.revision.withdrawn
    for held in event.revision.events:
        if held.on >= event.on and not (withdrawn and withdrawn.on <= held.on):
            view = meeting_view(edition, held)
            place = f". {edition.locale.plain(held.place)}" if held.place else ""
            yield f"{view.when}: {view.name}{place}"


def _root(edition: Edition, record: Record | None) -> str:
    """Return the root that a feed publishes: of one record, or of all."""
    words, histories = edition.locale.words, edition.register.histories
    if record is None:
        return f"{words('Root of the whole record')}: {project_root(histories)}"
    name = words("Root of the record of this standard")
    return f"{name}: {root_of(record.history) if record.history else '–'}"


@dataclass(frozen=True, slots=True)
class _Notice:
    """What was corrected, or came on record late, of one text; `name` is its own among those."""

    record: Record
    revision: int
    name: str
    on: date
    title: str
    summary: str


def _notices(edition: Edition, records: Iterable[Record]) -> list[_Notice]:
    """Return what was corrected, or came late, in the records; the newest first."""
    found = [
        notice
        for record in records
        for revision in record.revisions
        for notice in (
            *_corrections(edition, record, revision.revision),
            *_late(edition, record, revision.revision),
            *_claimed_days(edition, record, revision.revision),
        )
    ]
    return sorted(found, key=lambda notice: notice.on, reverse=True)


def _corrections(edition: Edition, record: Record, revision: int) -> Iterator[_Notice]:
    words = edition.locale.words
    views = corrections_of(edition.locale, record.history, revision)
    for number, found in enumerate(views):
        title = f"{words('Correction of the record')}: {found.name}"
        summary = f"{words('It was')}: {found.was}. {found.reason.striptags()}"
        yield _Notice(record, revision, f"correction/{number}", found.on, title, summary)


def _late(edition: Edition, record: Record, revision: int) -> Iterator[_Notice]:
    for found in late_views(edition.locale, record.history, revision):
        if found.on:
            title = f"{found.words}: {found.name}"
            name = f"late/{found.number}{'/answer' * found.is_answer}"
            yield _Notice(record, revision, name, found.on, title, found.reason.striptags())


def _claimed_days(edition: Edition, record: Record, revision: int) -> Iterator[_Notice]:
    """Say what came on record after the day that it bears: its own entry has the older day."""
    for found in claimed_day_views(edition.locale, record.history, revision):
        title = f"{found.name}: {edition.locale.words('on record')}"
        yield _Notice(record, revision, f"dated/{found.key}", found.since, title, found.words)


def _notice(root: ET.Element, edition: Edition, site_url: str, found: _Notice) -> None:
    record = found.record
    entry = ET.SubElement(root, f"{{{_ATOM}}}entry")
    _add(entry, "title", f"{found.title}: {edition.title(record)}")
    name = f"{record.id}/r{found.revision}/{found.name}"
    _add(entry, "id", f"tag:{_host(site_url)},2026:{edition.code}/{name}")
    _add(entry, "updated", _moment(edition, found.on))
    author = ET.SubElement(entry, f"{{{_ATOM}}}author")
    _add(author, "name", str(edition.authority(record.standard.authority).striptags()))
    path = f"{edition.code}/{addresses.history(record.id)}#r{found.revision}"
    _link(entry, f"{site_url}{path}", "alternate", "text/html")
    _add(entry, "summary", found.summary)


def _add(parent: ET.Element, name: str, text: str) -> None:
    ET.SubElement(parent, f"{{{_ATOM}}}{name}").text = text


def _link(parent: ET.Element, href: str, rel: str, media: str) -> None:
    ET.SubElement(parent, f"{{{_ATOM}}}link", {"href": href, "rel": rel, "type": media})


def _host(site_url: str) -> str:
    return urlsplit(site_url).hostname or "localhost"


def _moment(edition: Edition, day: date) -> str:
    zone = ZoneInfo(edition.register.project.timezone)
    return datetime.combine(day, time(), zone).astimezone(UTC).isoformat().replace("+00:00", "Z")


def all_feeds(edition: Edition, site_url: str) -> Iterable[tuple[str, bytes]]:
    """Write the feeds of a language: one of the site, one of each standard."""
    yield addresses.FEED, feed(edition, site_url)
    for record in edition.register.records:
        yield addresses.standard_feed(record.id), feed(edition, site_url, record)


_SITEMAP = "http://www.sitemaps.org/schemas/sitemap/0.9"
_XHTML = "http://www.w3.org/1999/xhtml"


def sitemap(paths: Iterable[str], languages: Sequence[str], site_url: str) -> bytes:
    """Write the sitemap of pages that exist in all languages."""
    ET.register_namespace("", _SITEMAP)
    ET.register_namespace("xhtml", _XHTML)
    root = ET.Element(f"{{{_SITEMAP}}}urlset")
    chooser = ET.SubElement(root, f"{{{_SITEMAP}}}url")
    ET.SubElement(chooser, f"{{{_SITEMAP}}}loc").text = site_url
    for path in sorted(paths):
        for language in languages:
            url = ET.SubElement(root, f"{{{_SITEMAP}}}url")
            ET.SubElement(url, f"{{{_SITEMAP}}}loc").text = f"{site_url}{language}/{path}"
            for other in languages:
                ET.SubElement(
                    url,
                    f"{{{_XHTML}}}link",
                    {"rel": "alternate", "hreflang": other, "href": f"{site_url}{other}/{path}"},
                )
    ET.indent(root)
    return bytes(ET.tostring(root, encoding="utf-8", xml_declaration=True)) + b"\n"
