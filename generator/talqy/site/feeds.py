"""What machines read of the news: feeds in Atom (RFC 4287).

Every day comes from the data, so two builds give the same bytes; ids are tag URIs, for ever.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime, time
from urllib.parse import urlsplit
from xml.etree import ElementTree as ET

from talqy.language.edition import Edition
from talqy.model import addresses
from talqy.model.register import Record
from talqy.project.zones import zone_of
from talqy.site.pages.news_items import NEWEST, News, news, news_of_standard

_ATOM = "http://www.w3.org/2005/Atom"
_XML = "{http://www.w3.org/XML/1998/namespace}"


@dataclass(frozen=True, slots=True, kw_only=True)
class Feed:
    """Of what a feed tells: `place` is its page and `own` its file, from the root of a language."""

    title: str
    told: Sequence[News]
    place: str
    own: str
    root: str


def feed(edition: Edition, site_url: str, of: Feed) -> bytes:
    """Write one feed."""
    root = ET.Element(f"{{{_ATOM}}}feed", {f"{_XML}lang": edition.code})
    _add(root, "title", of.title)
    _add(root, "subtitle", of.root)
    _add(root, "id", f"tag:{_host(site_url)},2026:{edition.code}/{of.place}")
    newest = of.told[0].on if of.told else edition.assessment.today
    _add(root, "updated", _moment(edition, newest))
    _link(root, f"{site_url}{edition.code}/{of.own}", "self", "application/atom+xml")
    _link(root, f"{site_url}{edition.code}/{of.place}", "alternate", "text/html")
    for one in of.told[:NEWEST]:
        _entry(root, edition, site_url, one)
    ET.register_namespace("", _ATOM)
    ET.indent(root)
    return bytes(ET.tostring(root, encoding="utf-8", xml_declaration=True)) + b"\n"


def _entry(root: ET.Element, edition: Edition, site_url: str, one: News) -> None:
    record = one.record
    entry = ET.SubElement(root, f"{{{_ATOM}}}entry")
    _add(entry, "title", f"{one.title} – {edition.short_title(record).striptags()}")
    _add(entry, "id", f"tag:{_host(site_url)},2026:{edition.code}/{one.key}")
    _add(entry, "updated", _moment(edition, one.on))
    author = ET.SubElement(entry, f"{{{_ATOM}}}author")
    _add(author, "name", str(edition.authority(record.standard.authority).striptags()))
    _link(entry, f"{site_url}{edition.code}/{one.place}", "alternate", "text/html")
    _add(entry, "summary", one.summary)


def of_site(edition: Edition) -> Feed:
    """Return the feed of the whole site; it publishes the root of all records."""
    words, register = edition.locale.words, edition.register
    return Feed(
        title=edition.locale.plain(register.project.name),
        told=news(edition, register.records),
        place=addresses.HOME,
        own=addresses.FEED,
        root=f"{words('Root of the whole record')}: {edition.proofs.root}",
    )


def of_standard(edition: Edition, record: Record) -> Feed:
    """Return the feed of one standard; it publishes the root of its record."""
    of_record = edition.proofs.root_of(record.id) or "–"
    return Feed(
        title=edition.title(record),
        told=news_of_standard(edition, record),
        place=addresses.standard(record.id),
        own=addresses.standard_feed(record.id),
        root=f"{edition.locale.words('Root of the record of this standard')}: {of_record}",
    )


def of_authority(edition: Edition, name: str) -> Feed:
    """Return the feed of one authority: of all standards that it develops."""
    title = str(edition.authority(name, short=False).striptags())
    return Feed(
        title=title,
        told=news(edition, edition.register.records_of(name)),
        place=addresses.authority(name),
        own=addresses.authority_feed(name),
        root=title,
    )


def _add(parent: ET.Element, name: str, text: str) -> None:
    ET.SubElement(parent, f"{{{_ATOM}}}{name}").text = text


def _link(parent: ET.Element, href: str, rel: str, media: str) -> None:
    ET.SubElement(parent, f"{{{_ATOM}}}link", {"href": href, "rel": rel, "type": media})


def _host(site_url: str) -> str:
    return urlsplit(site_url).hostname or "localhost"


def _moment(edition: Edition, day: date) -> str:
    zone = zone_of(edition.register.project.timezone)
    return datetime.combine(day, time(), zone).astimezone(UTC).isoformat().replace("+00:00", "Z")


def feed_of_site(edition: Edition, site_url: str) -> tuple[str, bytes]:
    """Write the feed of all standards in a language."""
    one = of_site(edition)
    return one.own, feed(edition, site_url, one)


def feed_of_authority(edition: Edition, name: str, site_url: str) -> tuple[str, bytes]:
    """Write the feed of the standards that an authority develops."""
    one = of_authority(edition, name)
    return one.own, feed(edition, site_url, one)


def feed_of_standard(edition: Edition, record: Record, site_url: str) -> tuple[str, bytes]:
    """Write the feed of one standard."""
    one = of_standard(edition, record)
    return one.own, feed(edition, site_url, one)
