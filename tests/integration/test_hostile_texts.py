"""A stranger's text stays text: on every page, in feeds, calendars and data, and in no link.

Two projects differ in texts alone: one speaks plainly, one is hostile. Their pages must be the same
trees of elements, and the hostile words must be read in them as they were written.
"""

import csv
import io
import json
import re
from collections.abc import Iterator
from pathlib import Path
from xml.etree import ElementTree as ET

import pytest
from icalendar import Calendar

from builders import (
    a_clause,
    a_comment,
    a_consultation,
    a_posting,
    a_project,
    a_response,
    a_revision,
    a_standard,
    complete_clauses,
    said,
)
from sites import built, by_id, files_of, find, parsed, small, text_of

HOSTILE = {
    "k7m2p9qx40": "<script>alert(1)</script>",
    "k7m2p9qx41": "</article></main><h1>Мен иесімін</h1>",
    "k7m2p9qx42": "{{ 7*7 }} {% raw %} {# жоқ #} {% include 'home.html' %}",
    "k7m2p9qx43": "\ue000content\ue001 \ue000title\ue001",
    "k7m2p9qx44": "[x](javascript:alert(1)) ![y](https://evil.example/p.png)",
    "k7m2p9qx45": "&lt;b&gt; &amp;amp; &#60;i&#62;",
    "k7m2p9qx46": "\u202eсолдан оңға\u202c \u2066מימין\u2069 😀👨\u200d👩\u200d👧",
    "k7m2p9qx47": "\"' onmouseover='alert(1)' x=\"",
    "k7m2p9qx48": '=HYPERLINK("https://evil.example";"x")',
    "k7m2p9qx49": "+7 701, -1, @SUM(A1)",
    "k7m2p9qx4a": "-- <!-- ]]> -->",
    "k7m2p9qx4b": "@cmd|' /C calc'!A0",
}
HARMLESS = dict.fromkeys(HOSTILE, "Жай сөз.")
EVERYTHING = " ".join(HOSTILE.values())
SCRIPT = "javascript:alert(1)//https://example.kz"
pytestmark = pytest.mark.xdist_group("hostile")


def a_site(folder: Path, texts: dict[str, str], official: str, address: str) -> Path:
    """Build a project whose people, officials and addresses say this."""
    comments = [
        a_comment(
            name,
            text=text,
            quote=text,
            proposal=text,
            author={"kind": "individual", "name": text},
        )
        for name, text in texts.items()
    ]
    clause = a_clause("hostile", "4", heading=said(official), text=said(official))
    posted = [a_posting(channel, "2026-11-09") for channel in ("internet", "egov", "print")]
    authority = {"name": said(official), "url": address, "address": said(official)}
    small(
        folder,
        project=a_project(
            name=said(official),
            authorities={"ministry-justice": authority},
            forge={"kind": "github", "url": address},
        ),
        standard=a_standard(title=said(official), provider=said(official)),
        revisions=[
            a_revision(
                explanation=said(official),
                consultation=a_consultation(
                    posted=[*posted, {**a_posting("internet", "2026-11-09"), "url": address}]
                ),
                clauses=[*complete_clauses(), clause],
            )
        ],
        comments=comments,
        responses=[a_response(name, reason=said(text)) for name, text in texts.items()],
    )
    return built(folder)


@pytest.fixture(scope="module")
def plain(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return a_site(tmp_path_factory.mktemp("plain"), HARMLESS, "Жай сөз", "no address of the web")


@pytest.fixture(scope="module")
def hostile(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return a_site(tmp_path_factory.mktemp("hostile"), HOSTILE, EVERYTHING, SCRIPT)


def pages(site: Path) -> Iterator[tuple[str, ET.Element]]:
    """Yield every page of a site."""
    for file in sorted(site.rglob("*.html")):
        yield file.relative_to(site).as_posix(), parsed(file)


def skeleton(page: ET.Element) -> list[tuple[str, tuple[str, ...]]]:
    """Answer the elements of a page and the names of their attributes."""
    return [(str(element.tag), tuple(sorted(element.attrib))) for element in page.iter()]


def test_hostile_texts_do_not_change_a_single_element(plain: Path, hostile: Path) -> None:
    expected = {name: skeleton(page) for name, page in pages(plain)}
    assert {name: skeleton(page) for name, page in pages(hostile)} == expected


@pytest.mark.parametrize("comment", HOSTILE)
@pytest.mark.parametrize("language", ["kk", "ru"])
def test_a_comment_is_read_as_it_was_written(hostile: Path, comment: str, language: str) -> None:
    """In the name, quote, text, proposal, answer, and in the name of the one who answers."""
    page = parsed(hostile / language / "s/birth-registration/comments/index.html")
    shown = text_of(by_id(page, f"c-{comment}"))
    assert shown.count(HOSTILE[comment]) == 6


def test_an_official_text_is_read_as_it_was_written(hostile: Path) -> None:
    page = parsed(hostile / "kk/s/birth-registration/index.html")
    heading = page.find(".//h1")
    assert heading is not None
    assert text_of(heading) == EVERYTHING
    assert EVERYTHING in text_of(find(by_id(page, "hostile"), ".//p"))


def test_no_address_of_a_script_becomes_a_link(hostile: Path) -> None:
    for name, page in pages(hostile):
        for element in page.iter():
            for attribute in ("href", "src", "action", "formaction"):
                address = element.get(attribute, "")
                assert not address.strip().lower().startswith(("javascript", "data:")), name
                assert "evil.example" not in address, name


def test_no_page_has_a_script_but_our_own_file(hostile: Path) -> None:
    for name, page in pages(hostile):
        for script in page.iter("script"):
            assert script.get("src", "").endswith("assets/talqy.js"), name
            assert not text_of(script).strip(), name


def test_no_slot_of_the_shell_is_left_open(hostile: Path) -> None:
    """The marks in the texts stay as they are; the shell's own are all gone."""
    written = {"\ue000content\ue001", "\ue000title\ue001"}
    for name, content in files_of(hostile).items():
        if name.endswith(".html"):
            assert set(re.findall("\ue000[^\ue001]*\ue001", content.decode())) == written, name


def test_feeds_hold_the_words_as_text(hostile: Path) -> None:
    atom = "{http://www.w3.org/2005/Atom}"
    feed = ET.parse(hostile / "ru/feed.xml").getroot()  # noqa: S314 - our own file
    assert feed.findtext(f"{atom}title") == EVERYTHING
    assert feed.findtext(f"{atom}entry/{atom}summary") == EVERYTHING
    assert not [element for element in feed.iter() if not element.tag.startswith(atom)]


def test_the_calendar_holds_the_words_as_text(hostile: Path) -> None:
    document = Calendar.from_ical((hostile / "kk/calendar.ics").read_bytes())
    (event,) = document.walk("VEVENT")
    assert str(event["summary"]).endswith(EVERYTHING)
    assert sorted(str(part.name) for part in document.walk()) == ["VALARM", "VCALENDAR", "VEVENT"]


def test_json_holds_the_words_untouched(hostile: Path) -> None:
    rows = json.loads((hostile / "data/comments.json").read_text("utf-8"))
    read = {
        row["id"]: {row["text"], row["quote"], row["proposal"], row["author"]["name"]}
        for row in rows
    }
    assert read == {name: {text} for name, text in HOSTILE.items()}


def test_no_cell_of_a_csv_file_is_calculated(hostile: Path) -> None:
    """A spreadsheet calculates a cell that begins like a formula; an apostrophe holds it back."""
    for file in (hostile / "data").glob("*.csv"):
        for row in csv.reader(io.StringIO(file.read_text("utf-8-sig"), newline="")):
            assert not [cell for cell in row if cell.startswith(("=", "+", "-", "@", "\t", "\r"))]


def test_csv_holds_all_other_words_untouched(hostile: Path) -> None:
    text = (hostile / "data/comments.csv").read_text("utf-8-sig")
    for row in csv.DictReader(io.StringIO(text, newline="")):
        written = HOSTILE[row["id"]]
        expected = f"'{written}" if written[0] in "=+-@" else written
        assert {row["text"], row["quote"], row["proposal"], row["author.name"]} == {expected}
