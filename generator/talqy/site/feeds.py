"""News of a standard, or of all of them, as Atom (RFC 4287), in one language.

Every day comes from the data, so two builds give the same bytes; ids are tag URIs, for ever.
"""

from collections.abc import Iterable
from datetime import UTC, date, datetime, time
from urllib.parse import urlsplit
from xml.etree import ElementTree as ET
from zoneinfo import ZoneInfo

from talqy.language.edition import Edition
from talqy.law.timeline import Event, timeline
from talqy.model import addresses
from talqy.model.register import Record
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
    _add(root, "id", f"tag:{_host(site_url)},2026:{edition.code}/{path}")
    newest = events[0][1].on if events else edition.assessment.today
    _add(root, "updated", _moment(edition, newest))
    _link(root, f"{site_url}{edition.code}/{own}", "self", "application/atom+xml")
    _link(root, f"{site_url}{edition.code}/{path}", "alternate", "text/html")
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
    _add(entry, "summary", edition.locale.plain(event.revision.explanation))


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
