"""A stranger's text stays text: on every page, in feeds, calendars and data, and in no link.

Two projects differ in texts alone: one speaks plainly, one is hostile. Their pages must be the same
trees of elements, and the hostile words must be read in them as they were written.
"""

import csv
import io
import json
import re
from functools import lru_cache
from pathlib import Path
from xml.etree import ElementTree as ET

import html5lib
import pytest
from icalendar import Calendar

from builders import (
    MINISTRY,
    Tree,
    a_clause,
    a_comment,
    a_consultation,
    a_posting,
    a_project,
    a_response,
    a_revision,
    a_standard,
    an_adopted_revision,
    an_adoption,
    complete_clauses,
    said,
)
from sites import built, by_id, classed, files_of, find, parsed, small, text_of

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
    "k7m2p9qx4a": "-- <!-- сөз ]]> -->",
    "k7m2p9qx4b": "@cmd|' /C calc'!A0",
    "k7m2p9qx4c": "</mark></a></ins></del><ins>{{7*7}} ]]>",
}


def harmless(text: str, number: int) -> str:
    """Make a text that differs from a hostile one in no way that a comparison looks at.

    These are numbers, negations, and the signs around a proposal that belong to no wording.
    """
    first, last = (sign if sign in '";' else "" for sign in (text[0], text[-1]))
    return f"{first}Жай сөз {number} жоқ{last}"


HARMLESS = {name: harmless(text, at) for at, (name, text) in enumerate(HOSTILE.items(), 10)}
EVERYTHING = " ".join(HOSTILE.values())
NEWER = "\u202eӨзге\u202c</ins><svg onload=f``>{{8}} ]]>'"
OWN = tuple(
    f"assets/{name}.js"
    for name in (
        "talqy",
        "verify",
        "comment",
        "comments",
        "register",
        "search-all",
        "search-comments",
        "search-numbers",
        "share",
    )
)
SCRIPT = "javascript:alert(1)//https://example.kz"
pytestmark = pytest.mark.xdist_group("hostile")


def a_clause_that_says(text: str, clause: str = "hostile", number: str = "4") -> Tree:
    """Make a clause that says this everywhere."""
    document = {"id": "paper", "name": said(text), "source": "applicant"}
    facts = {"documents": [document | {"condition": said(text)}]}
    return a_clause(clause, number, heading=said(text), text=said(text), facts=facts)


def two_texts(official: str, newer: str, address: str, comments: list[str]) -> list[Tree]:
    """Make a text and its amendment: one clause is changed, one is gone, one is new."""
    posted = [a_posting(channel, "2026-11-09") for channel in ("internet", "egov", "print")]
    reason = {"reason": said(official), "comments": comments}
    return [
        an_adopted_revision(
            explanation=said(official),
            adopted=an_adoption("2026-07-01", "2026-07-10", act=said(official)),
            clauses=[
                *complete_clauses(),
                a_clause_that_says(official),
                a_clause_that_says(official, "gone", "5"),
            ],
        ),
        a_revision(
            2,
            explanation=said(official),
            consultation=a_consultation(
                posted=[*posted, {**a_posting("internet", "2026-11-09"), "url": address}]
            ),
            clauses=[
                *complete_clauses(),
                a_clause_that_says(newer),
                a_clause_that_says(newer, "new", "5"),
            ],
            amendments=[{"clauses": ["hostile", "gone", "new"], **reason}],
        ),
    ]


def a_site(folder: Path, texts: dict[str, str], newer: str, official: str, address: str) -> Path:
    """Build a project whose people, officials and addresses say this."""
    comments = [
        a_comment(
            name,
            clause="hostile",
            received="2026-06-10",
            text=text,
            quote=text,
            proposal=text,
            author={"kind": "individual", "name": text},
        )
        for name, text in texts.items()
    ]
    authority = {"name": said(official), "url": address, "address": said(official)}
    small(
        folder,
        project=a_project(
            name=said(official),
            authorities={"ministry-justice": authority},
            forge={"kind": "github", "url": address},
        ),
        standard=a_standard(title=said(official), provider=said(official)),
        revisions=two_texts(official, newer, address, list(texts)),
        comments=comments,
        responses=[
            a_response(name, reason=said(text), decided={"by": MINISTRY, "on": "2026-06-24"})
            for name, text in texts.items()
        ],
    )
    return built(folder, status=1)  # what is no address of the web is told (L06)


@pytest.fixture(scope="module")
def plain(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder, official = tmp_path_factory.mktemp("plain"), " ".join(HARMLESS.values())
    return a_site(folder, HARMLESS, "Бөлек 8 мәтін", official, "no address of the web")


@pytest.fixture(scope="module")
def hostile(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return a_site(tmp_path_factory.mktemp("hostile"), HOSTILE, NEWER, EVERYTHING, SCRIPT)


@lru_cache(maxsize=1)
def pages(site: Path) -> list[tuple[str, ET.Element]]:
    """Return every page of a site; most tests look at all pages of the same one."""
    files = sorted(site.rglob("*.html"))
    return [(file.relative_to(site).as_posix(), parsed(file)) for file in files]


def skeleton(page: ET.Element) -> list[tuple[str, tuple[str, ...]]]:
    """Return the elements of a page and the names of their attributes.

    Lines of text in a picture count once: a longer text has more of them.
    """
    seen = [(str(element.tag), tuple(sorted(element.attrib))) for element in page.iter()]
    return [
        one
        for before, one in zip([None, *seen], seen, strict=False)
        if one != before or not one[0].endswith("svg}text")
    ]


def test_hostile_texts_do_not_change_a_single_element(plain: Path, hostile: Path) -> None:
    expected = {name: skeleton(page) for name, page in pages(plain)}
    assert {name: skeleton(page) for name, page in pages(hostile)} == expected


@pytest.mark.parametrize("comment", HOSTILE)
@pytest.mark.parametrize("language", ["kk", "ru"])
def test_a_comment_is_read_as_it_was_written(hostile: Path, comment: str, language: str) -> None:
    """In the name, quote, text, proposal, answer, in the name of the one who answers, and again.

    The last place is where the page says what became of the quoted words.
    """
    page = parsed(hostile / language / "s/birth-registration/comments/index.html")
    article = by_id(page, f"c-{comment}")
    (trace,) = classed(article, "trace")
    assert HOSTILE[comment] in text_of(find(trace, ".//del"))
    assert NEWER in text_of(find(trace, ".//ins"))
    assert text_of(article).count(HOSTILE[comment]) >= 7


def test_an_official_text_is_read_as_it_was_written(hostile: Path) -> None:
    for path, written in (("r1/", EVERYTHING), ("", NEWER)):
        page = parsed(hostile / f"kk/s/birth-registration/{path}index.html")
        assert text_of(find(page, ".//h1")).endswith(EVERYTHING)
        section = by_id(page, "hostile")
        assert written in text_of(find(section, "h3"))
        assert written in text_of(find(section, "div[@class='prose']"))


@pytest.mark.parametrize("language", ["kk", "ru"])
def test_a_comparison_is_read_as_it_was_written(hostile: Path, language: str) -> None:
    page = parsed(hostile / language / "s/birth-registration/r1-r2/index.html")
    for entry, was, becomes in (("hostile", EVERYTHING, NEWER), ("new", "", NEWER)):
        section = by_id(page, entry)
        for part in (find(section, "h3"), classed(section, "redline")[0], find(section, "dl")):
            assert was in "".join(text_of(it) for it in part.iter("del"))
            assert becomes in "".join(text_of(it) for it in part.iter("ins"))
        assert EVERYTHING in text_of(find(section, "div[@class='reason']"))
    behind = classed(by_id(page, "hostile"), "behind")[0]
    assert all(text in text_of(behind) for text in HOSTILE.values())


def test_quoted_words_are_marked_as_they_were_written(hostile: Path) -> None:
    section = by_id(parsed(hostile / "ru/s/birth-registration/r1/index.html"), "hostile")
    marked = {(find(it, "a").get("href") or "")[-11:-1]: text_of(it) for it in section.iter("mark")}
    assert marked == {name: f"{text} [комментарий {name}]" for name, text in HOSTILE.items()}
    (joined,) = by_id(parsed(hostile / "ru/s/birth-registration/r2/index.html"), "hostile").iter(
        "mark"
    )
    assert text_of(joined).startswith(f"{NEWER} [")
    assert all(name in text_of(joined) for name in HOSTILE)


def test_every_page_is_well_formed(hostile: Path) -> None:
    """A strict parser ends at the first fault."""
    for file in hostile.rglob("*.html"):
        html5lib.HTMLParser(strict=True).parse(file.read_bytes())


def test_no_address_of_a_script_becomes_a_link(hostile: Path) -> None:
    for name, page in pages(hostile):
        for element in page.iter():
            for attribute in ("href", "src", "action", "formaction"):
                address = element.get(attribute, "")
                assert not address.strip().lower().startswith(("javascript", "data:")), name
                assert "evil.example" not in address, name


def test_no_page_has_a_script_but_our_own_file(hostile: Path) -> None:
    """What is said to search engines is data: nothing in it is run, and no text ends it."""
    told = []
    for name, page in pages(hostile):
        for script in page.iter("script"):
            if script.get("type") == "application/ld+json":
                assert not set("<>&") & set(text_of(script)), name
                told += [(name, node["name"]) for node in json.loads(text_of(script))["@graph"]]
                continue
            assert script.get("src", "").endswith(OWN), name
            assert not text_of(script).strip(), name
    assert {Path(name).parts[-2] for name, _ in told} == {"birth-registration"}
    assert {said for _, said in told} == {EVERYTHING}


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
    events = document.walk("VEVENT")
    # Of two discussions the first day, the last one and that of the report; and of one act.
    assert len(events) == 7
    assert all(str(event["summary"]).endswith(EVERYTHING) for event in events)
    known = {"VCALENDAR", "VEVENT", "VALARM"}
    assert {str(part.name) for part in document.walk()} == known


def test_json_holds_the_words_untouched(hostile: Path) -> None:
    rows = json.loads((hostile / "data/comments.json").read_text("utf-8"))["rows"]
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
