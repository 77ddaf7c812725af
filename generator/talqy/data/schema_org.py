"""What the page of a standard says to search engines: schema.org, as JSON-LD.

The service is told only where a text of it is in force; the law is told in any case, and whether it
holds.
"""

from collections.abc import Mapping
from typing import Any

from talqy.language.edition import Edition
from talqy.model import addresses
from talqy.model.facts import code_of
from talqy.model.register import Record
from talqy.model.revision import Revision

_Tree = dict[str, Any]
_FORCE = "https://schema.org/{}InForce"


def described(edition: Edition, record: Record) -> Mapping[str, Any]:
    """Return what is said of a standard in the language of an edition."""
    in_force = edition.parts(record).in_force
    legislation = _legislation(edition, record, in_force)
    services = [_service(edition, record, in_force)] if in_force else []
    return {"@context": "https://schema.org", "@graph": [*services, legislation]}


def _page(edition: Edition, record: Record) -> str:
    return f"{edition.site_url}{edition.code}/{addresses.standard(record.id)}"


def _named(edition: Edition, record: Record) -> _Tree:
    """Return the names that both go by, and their address."""
    short = record.standard.short_title
    return {
        "name": edition.title(record),
        **({"alternateName": edition.locale.plain(short)} if short else {}),
        "url": _page(edition, record),
        "inLanguage": edition.code,
    }


def _body(name: str) -> _Tree:
    return {"@type": "GovernmentOrganization", "name": name}


def _developer(edition: Edition, record: Record) -> _Tree:
    return _body(edition.authority(record.standard.authority, short=False).striptags())


def _service(edition: Edition, record: Record, text: Revision) -> _Tree:
    locale, standard = edition.locale, record.standard
    clauses = list(text.walk())
    channels = dict.fromkeys(code_of(one) for clause in clauses for one in clause.facts.channels)
    results = [one.name for clause in clauses for one in clause.facts.result]
    return {
        "@type": "GovernmentService",
        "@id": f"{edition.site_url}data/services/{record.id}",
        **_named(edition, record),
        "serviceType": locale.coded("life-event", standard.life_event),
        "provider": _body(locale.plain(standard.provider)),
        "serviceOperator": _developer(edition, record),
        "areaServed": edition.register.project.calendar.country,
        "availableChannel": [
            {"@type": "ServiceChannel", "name": locale.coded("channel", code)} for code in channels
        ],
        "serviceOutput": [{"@type": "Thing", "name": locale.plain(one)} for one in results],
    }


def _legislation(edition: Edition, record: Record, in_force: Revision | None) -> _Tree:
    text = in_force or edition.parts(record).newest
    adopted = text.adopted
    return {
        "@type": "Legislation",
        "@id": f"{_page(edition, record)}#text",
        **_named(edition, record),
        "legislationIdentifier": record.standard.code or record.id,
        "legislationDate": (adopted.on if adopted else text.dated).isoformat(),
        "legislationDateVersion": (adopted.in_force if adopted else text.dated).isoformat(),
        "legislationLegalForce": _FORCE.format("" if in_force else "Not"),
        "legislationJurisdiction": edition.register.project.calendar.country,
        "legislationResponsible": _developer(edition, record),
    }
