"""What programs read of the built demonstration: feeds, calendars, JSON and CSV."""

import csv
import io
import json
import re
from datetime import date, datetime, time, timedelta
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit
from xml.etree import ElementTree as ET
from zoneinfo import ZoneInfo

import pytest
from click.testing import CliRunner
from icalendar import Calendar

from sites import ROOT, SITE_URL, parsed
from talqy.cli.main import main
from talqy.data.akn.names import FORMAT
from talqy.model import addresses
from talqy.model.register import Register
from talqy.model.standing import Stage
from talqy.project.survey import ProjectState, survey

ATOM = "{http://www.w3.org/2005/Atom}"
MOMENT = re.compile(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ")
ALMATY = ZoneInfo("Asia/Almaty")
EXTENDED, WITHDRAWN = ("kindergarten-queue", 3), ("criminal-record-certificate", 2)
TABLES = ("register", "revisions", "comments", "responses")
pytestmark = pytest.mark.xdist_group("outputs")


@pytest.fixture(scope="module")
def site(published: Path) -> Path:
    return published / "site"


@pytest.fixture(scope="module")
def known() -> ProjectState:
    return survey(ROOT)


@pytest.fixture(scope="module")
def register(known: ProjectState) -> Register:
    assert known.register is not None
    return known.register


def feeds(site: Path) -> list[Path]:
    return sorted(site.rglob("feed.xml"))


def events(file: Path) -> list[Any]:
    return list(Calendar.from_ical(file.read_bytes()).walk("VEVENT"))


def rows(site: Path, table: str) -> list[dict[str, Any]]:
    read: list[dict[str, Any]] = json.loads((site / f"data/{table}.json").read_text("utf-8"))[
        "rows"
    ]
    return read


def cells(site: Path, table: str) -> list[dict[str, str]]:
    text = (site / f"data/{table}.csv").read_bytes().decode("utf-8-sig")
    return list(csv.DictReader(io.StringIO(text, newline="")))


# --- Atom ---------------------------------------------------------------------------------------


def test_there_is_a_feed_of_the_site_each_authority_and_each_standard(
    site: Path, register: Register
) -> None:
    assert len(feeds(site)) == 2 * (len(register.records) + len(register.developers) + 1)


def test_a_feed_is_atom_in_one_language(site: Path) -> None:
    for file in feeds(site):
        root = ET.parse(file).getroot()  # noqa: S314 - our own file
        assert root.tag == f"{ATOM}feed"
        assert {element.tag.partition("}")[0] + "}" for element in root.iter()} == {ATOM}
        language = file.relative_to(site).parts[0]
        assert root.get("{http://www.w3.org/XML/1998/namespace}lang") == language
        for needed in ("id", "title", "updated"):
            assert root.findtext(f"{ATOM}{needed}")


def test_ids_of_feeds_and_entries_are_unique_tag_addresses(site: Path) -> None:
    """An entry has the same id in the feed of the site and in that of its standard."""
    own = [ET.parse(file).getroot().findtext(f"{ATOM}id") for file in feeds(site)]  # noqa: S314
    assert len(set(own)) == len(own)
    for file in feeds(site):
        found = ET.parse(file).findall(f"{ATOM}entry/{ATOM}id")  # noqa: S314
        ids = [element.text or "" for element in found]
        assert len(set(ids)) == len(ids) > 0
        assert all(re.fullmatch(r"tag:talqy\.example,2026:(kk|ru)/\S+", name) for name in ids)


def test_entries_come_newest_first_with_moments_in_utc(site: Path) -> None:
    for file in feeds(site):
        root = ET.parse(file).getroot()  # noqa: S314
        moments = [element.text or "" for element in root.findall(f"{ATOM}entry/{ATOM}updated")]
        assert all(MOMENT.fullmatch(moment) for moment in moments)
        assert moments == sorted(moments, reverse=True)
        assert root.findtext(f"{ATOM}updated") == moments[0]


def test_links_of_feeds_are_absolute_and_lead_to_pages(site: Path) -> None:
    for file in feeds(site):
        for link in ET.parse(file).iter(f"{ATOM}link"):  # noqa: S314
            href = link.get("href", "")
            assert href.startswith(SITE_URL)
            there = site / urlsplit(href).path.lstrip("/")
            page = there if link.get("rel") == "self" else there / "index.html"
            assert page.is_file(), href
            anchor = urlsplit(href).fragment
            assert not anchor or f'id="{anchor}"' in page.read_text("utf-8"), href


# --- Akoma Ntoso --------------------------------------------------------------------------------


def test_each_text_has_a_file_for_legal_databases_in_each_language(
    site: Path, register: Register
) -> None:
    files = {file.relative_to(site).as_posix() for file in site.rglob("*.akn.xml")}
    assert files == {
        f"{code}/{addresses.akoma_ntoso(record.id, text.revision)}"
        for record, text in register.revisions()
        for code in register.project.languages
    }


def test_the_pages_of_a_text_lead_to_its_file(site: Path) -> None:
    for page, way in (("s/birth-registration", "r2/"), ("s/birth-registration/r2", "")):
        tree = parsed(site / f"ru/{page}/index.html")
        (link,) = [one for one in tree.iter("link") if one.get("type") == FORMAT]
        assert link.get("rel") == "alternate"
        assert link.get("href") == f"{way}text.akn.xml"
        assert f"{way}text.akn.xml" in {one.get("href") for one in tree.iter("a")}


def test_the_command_writes_what_the_site_offers(site: Path) -> None:
    words = ["birth-registration", "r2", "--format", "akn", "--language", "ru", "--draft"]
    shown = CliRunner().invoke(main, ["export", "text", *words, "--project", str(ROOT)])
    file = (site / "ru/s/birth-registration/r2/text.akn.xml").read_text("utf-8")
    assert shown.output.partition("\n")[2] == file


# --- iCalendar ----------------------------------------------------------------------------------


def test_a_calendar_has_each_discussion_and_each_event(site: Path, register: Register) -> None:
    texts = [revision for _, revision in register.revisions()]
    discussed = [1 for text in texts if text.consultation]
    held = [event for text in texts for event in text.events]
    assert held
    # A draft that was given up owes no report, and what is adopted has a day of its own.
    owed = [
        1
        for text in texts
        if text.consultation and (text.consultation.report or not text.withdrawn)
    ]
    adopted = [1 for text in texts if text.adopted]
    for language in ("kk", "ru"):
        found = events(site / language / "calendar.ics")
        assert len(found) == 2 * len(discussed) + len(held) + len(owed) + len(adopted)
        assert len({str(event["uid"]) for event in found}) == len(found)


def test_the_files_of_calendars_are_well_formed(site: Path) -> None:
    for file in site.rglob("*.ics"):
        content = file.read_bytes()
        assert content.startswith(b"BEGIN:VCALENDAR\r\nVERSION:2.0\r\n")
        assert content.endswith(b"END:VCALENDAR\r\n")
        assert content.count(b"\n") == content.count(b"\r\n")
        assert max(len(line) for line in content.split(b"\r\n")) <= 75


def test_a_telephone_tells_of_an_opening_in_the_morning_and_of_an_end_three_days_before(
    site: Path, register: Register
) -> None:
    texts = [
        (f"{record.id}-r{revision.revision}", revision.consultation)
        for record, revision in register.revisions()
        if revision.consultation
    ]
    found = {str(event["uid"]): event for event in events(site / "kk/calendar.ics")}
    for name, consultation in texts:
        opening = found[f"{name}-opens@talqy.example"]
        assert opening["dtstart"].dt == consultation.opens
        (alarm,) = found[f"{name}-opens@talqy.example"].walk("VALARM")
        assert (alarm["trigger"].dt, str(alarm["action"])) == (timedelta(hours=9), "DISPLAY")
        ends = found[f"{name}-closes@talqy.example"]
        (alarm,) = ends.walk("VALARM")
        rings = (ends["dtstart"].dt + alarm["trigger"].dt).astimezone(ALMATY)
        last = ends["dtstart"].dt.astimezone(ALMATY).date()
        assert rings == datetime.combine(last - timedelta(days=3), time(9), ALMATY)
        assert str(alarm["action"]) == "DISPLAY"


def test_the_calendar_of_a_standard_reminds_of_what_is_ahead(
    site: Path, known: ProjectState, register: Register
) -> None:
    assert known.assessment is not None
    today = known.assessment.today
    for record in register.records:
        days = [
            day.astimezone(ALMATY).date() if isinstance(day, datetime) else day
            for day in (
                one["dtstart"].dt for one in events(site / f"ru/s/{record.id}/calendar.ics")
            )
        ]
        stages = {known.assessment.of(record.id, one.revision).stage for one in record.revisions}
        assert days
        if Stage.OPEN in stages:
            assert min(days) >= today


def test_an_event_ends_at_midnight_after_the_closing_day(
    site: Path, known: ProjectState, register: Register
) -> None:
    assert known.assessment is not None
    closing = {
        f"{record.id}-r{revision.revision}-closes@talqy.example": known.assessment.of(
            record.id, revision.revision
        ).closes
        for record, revision in register.revisions()
        if revision.consultation
    }
    for event in events(site / "ru/calendar.ics"):
        if str(event["uid"]) not in closing:
            continue
        closes = closing[str(event["uid"])]
        assert closes is not None
        midnight = datetime.combine(closes + timedelta(days=1), datetime.min.time(), ALMATY)
        assert event["dtend"].dt == midnight
        for moment in ("dtstamp", "dtstart", "dtend"):
            assert event[moment].to_ical().endswith(b"Z")


@pytest.mark.parametrize("language", ["kk", "ru"])
def test_an_extension_raises_the_sequence_and_what_was_held_stays_so(
    site: Path, language: str
) -> None:
    """The discussion of the other draft was over when it was withdrawn."""
    found = {str(event["uid"]): event for event in events(site / language / "calendar.ics")}
    extended, withdrawn = (
        found[f"{name}-r{number}-closes@talqy.example"] for name, number in (EXTENDED, WITHDRAWN)
    )
    assert (extended["sequence"], str(extended["status"])) == (1, "CONFIRMED")
    assert (withdrawn["sequence"], str(withdrawn["status"])) == (0, "CONFIRMED")


def test_a_hearing_is_at_its_hour_where_the_authority_is(site: Path) -> None:
    """UTC, as RFC 5545 writes it (3.3.5): 15:00 of Almaty is 10:00; a day alone is a day."""
    found = {str(event["uid"]): event for event in events(site / "ru/calendar.ics")}
    hearing = found["temporary-residence-r3-hearing-1@talqy.example"]
    assert hearing["dtstart"].to_ical() == b"20261203T100000Z"
    assert str(hearing["summary"]).startswith("Публичные слушания: ")
    assert str(hearing["location"]).startswith("город Астана, ")
    online = found["temporary-residence-r3-online-discussion-1@talqy.example"]
    assert str(online["url"]) == "https://mvd.gov.example/live"
    day = found["driving-licence-r3-agreement-1@talqy.example"]["dtstart"]
    assert (day.to_ical(), day.params["value"]) == (b"20261118", "DATE")


# --- JSON and CSV -------------------------------------------------------------------------------


def test_tables_have_as_many_rows_as_the_register(site: Path, register: Register) -> None:
    expected = {
        "register": len(register.records),
        "revisions": len(list(register.revisions())),
        "comments": sum(len(record.comments) for record in register.records),
        "responses": sum(len(record.responses or {}) for record in register.records),
    }
    assert {table: len(rows(site, table)) for table in TABLES} == expected
    assert {table: len(cells(site, table)) for table in TABLES} == expected
    assert min(expected.values()) > 0


@pytest.mark.parametrize("table", TABLES)
def test_a_csv_file_opens_as_utf_8_in_excel(site: Path, table: str) -> None:
    content = (site / f"data/{table}.csv").read_bytes()
    assert content.startswith(b"\xef\xbb\xbf")
    assert content.count(b"\xef\xbb\xbf") == 1
    assert b"\r\n" in content


@pytest.mark.parametrize("table", TABLES)
def test_both_forms_of_a_table_say_the_same(site: Path, table: str) -> None:
    for row, cell in zip(rows(site, table), cells(site, table), strict=True):
        for key, value in row.items():
            if isinstance(value, str):
                assert cell[key].removeprefix("'") == value.removeprefix("'")
            elif isinstance(value, int):
                assert cell[key] == str(value)


def test_a_standard_can_be_had_whole(site: Path, register: Register) -> None:
    for record in register.records:
        whole = json.loads((site / f"data/standards/{record.id}.json").read_text("utf-8"))
        assert whole["standard"]["id"] == record.id
        assert [text["revision"] for text in whole["revisions"]] == [
            revision.revision for revision in record.revisions
        ]
        clauses = [len(text["clauses"]) for text in whole["revisions"]]
        assert clauses == [len(revision.clauses) for revision in record.revisions]


def test_days_in_tables_are_days(site: Path) -> None:
    for row in rows(site, "revisions"):
        for key in ("dated", "opens", "closes", "lawful_closes", "report_on", "adopted_on"):
            assert row[key] is None or date.fromisoformat(row[key])


def test_every_comment_is_published_with_its_outcome(site: Path, register: Register) -> None:
    written = {comment.id for record in register.records for comment in record.comments}
    outcomes = {row["comment"]: row["outcome"] for row in rows(site, "responses")}
    comments = rows(site, "comments")
    assert {row["id"] for row in comments} == written
    assert {row["id"]: row["outcome"] for row in comments if row["outcome"]} == outcomes
