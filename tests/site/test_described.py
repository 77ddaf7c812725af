"""What the page of a standard says of itself to search engines (schema.org)."""

import json
from pathlib import Path
from typing import Any

import builders as b
from cases import a_case, a_record
from sites import SITE_URL, parsed
from talqy.data.schema_org import described
from talqy.language.edition import editions


def said_on(page: Path) -> list[dict[str, Any]]:
    """Return what a page says as JSON-LD."""
    scripts = [
        one for one in parsed(page).iter("script") if one.get("type") == "application/ld+json"
    ]
    read = [json.loads(one.text or "") for one in scripts]
    return [node for tree in read for node in tree["@graph"]]


def test_the_page_of_a_standard_says_what_it_is_in_its_language(published: Path) -> None:
    for language, name in (("kk", "Қазақстан"), ("ru", "Республики Казахстан")):
        page = published / "site" / language / "s/birth-registration/index.html"
        service, law = said_on(page)
        assert service["@type"] == "GovernmentService"
        assert law["@type"] == "Legislation"
        assert law["legislationLegalForce"] == "https://schema.org/InForce"
        assert law["legislationDate"] == "2026-07-20"
        assert law["url"] == f"{SITE_URL}{language}/s/birth-registration/"
        assert name in law["legislationResponsible"]["name"]
        assert len(service["availableChannel"]) == 3


def test_other_pages_say_nothing_of_it(published: Path) -> None:
    for path in ("kk/index.html", "ru/s/birth-registration/history/index.html"):
        assert said_on(published / "site" / path) == []


def test_a_draft_alone_is_no_service_yet() -> None:
    case = a_case(a_record(b.a_revision(1)))
    edition = editions(None, case.register, case.assessment, site_url=SITE_URL)[0]
    (law,) = described(edition, case.register.records[0])["@graph"]
    assert law["legislationLegalForce"] == "https://schema.org/NotInForce"
