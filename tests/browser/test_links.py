"""All pages of the site, read as files: every link leads somewhere, every head tells the truth."""

import json
import re
from collections import Counter
from collections.abc import Mapping
from itertools import pairwise
from urllib.parse import urlsplit
from xml.etree import ElementTree as ET

import pytest

from browsing.kinds import EVERYWHERE, LANGUAGES, UNLIKE, Site, cases
from browsing.parsed import Parsed, parsed, parsed_as_in_a_browser, parsed_at_once
from talqy.record.receipt_lines import is_receipt_line

# One worker does them all: parsing the whole site takes longer than the tests themselves.
pytestmark = pytest.mark.xdist_group("links")

SITE = "https://talqy.example/"
KAZAKH_LETTERS = re.compile("[әғқңөұүһі]", re.IGNORECASE)
RUSSIAN_LETTERS = re.compile("[ёцщъьэ]", re.IGNORECASE)
MISSING = "404.html"
_TO_A_FORM = re.compile(r'/comment/([^"]*)"')


@pytest.fixture(scope="module")
def everything(site: Site) -> Mapping[str, Parsed]:
    """Return all pages by their paths from the site's root."""
    return {page.address: page for page in parsed(site.folder)}


def test_there_are_pages(everything: Mapping[str, Parsed]) -> None:
    assert len(everything) > 100
    languages = Counter(path.split("/")[0] for path in everything)
    assert len({languages[code] for code in LANGUAGES}) == 1


@pytest.mark.parametrize(("kind", "language"), cases(EVERYWHERE, UNLIKE))
def test_a_page_is_read_as_a_browser_reads_it(site: Site, kind: str, language: str) -> None:
    """So that what is said below of all pages holds in a browser."""
    file = site.file(kind, language)
    assert parsed_at_once(kind, file) == parsed_as_in_a_browser(kind, file)


def test_what_leads_to_a_form_leads_to_the_form_itself(
    everything: Mapping[str, Parsed], site: Site
) -> None:
    """To the words to be written, or to one clause: not to the top of the page around them."""
    forms = {path for path, page in everything.items() if "say" in page.ids}
    tops = [
        f"{page.path}: {link['href']}"
        for page in everything.values()
        if page.address not in forms  # in the other language it is the same page
        for link in page.links
        if not _is_external(link["href"])
        for path, anchor in [page.target(link["href"])]
        if path in forms and not anchor
    ]
    assert forms
    assert tops == []
    for path in forms:
        top = site.folder / path.replace("comment/", "")
        told = _unfolded((top / "calendar.ics").read_text("utf-8"))
        assert f"{SITE}{path}#say" in told.split(), path
    feeds = [file.read_text("utf-8") for file in site.folder.rglob("feed.xml")]
    ways = {way for feed in feeds for way in _TO_A_FORM.findall(feed)}
    assert ways == {"", "#say"}  # of a discussion that is over the page says so


def test_every_internal_link_leads_to_a_file_and_an_anchor(
    site: Site, everything: Mapping[str, Parsed]
) -> None:
    broken = []
    for page in everything.values():
        for link in (*page.links, *page.head):
            if _is_external(link["href"]):
                continue
            path, anchor = page.target(link["href"])
            there = everything.get(path)
            if there is None and not (site.folder / path).is_file():
                broken.append(f"{page.path}: {link['href']}")
            is_receipt = path.endswith("/verify/") and is_receipt_line(anchor)
            if anchor and not is_receipt and (there is None or anchor not in there.ids):
                broken.append(f"{page.path}: {link['href']} has no such anchor")
    assert broken == []


def test_every_page_is_reached_by_links_from_the_home_page_of_its_language(
    site: Site, everything: Mapping[str, Parsed]
) -> None:
    """The sitemap and the menu of languages lead to a page, but nobody finds it by them.

    To an address that went, nothing of the site leads any more.
    """
    reached = {f"{code}/" for code in LANGUAGES}
    waiting = sorted(reached)
    while waiting:
        page = everything[waiting.pop()]
        links = {page.target(link["href"])[0] for link in page.links}
        new = {path for path in links if path.split("/")[0] == page.language} - reached
        waiting += [path for path in new if path in everything]
        reached |= new
    # The chooser, and what the server shows for a missing page, stand above the languages.
    assert set(everything) - reached == {"", MISSING, *gone_from(site)}


def gone_from(site: Site) -> set[str]:
    return {f"{code}/{path}" for code in LANGUAGES for path in site.gone}


def test_ids_are_unique(everything: Mapping[str, Parsed]) -> None:
    twice = {
        page.path: [name for name, count in Counter(page.ids).items() if count > 1]
        for page in everything.values()
    }
    assert {path: names for path, names in twice.items() if names} == {}


def test_every_page_names_its_own_address(everything: Mapping[str, Parsed]) -> None:
    wrong = {}
    for path, page in everything.items():
        named = [link["href"] for link in page.head_links("canonical")]
        if named != ([] if path == MISSING else [f"{SITE}{path}"]):
            wrong[path] = named
    assert wrong == {}


def test_every_page_names_its_counterparts_and_they_name_it(
    everything: Mapping[str, Parsed],
) -> None:
    for path, page in everything.items():
        if path == MISSING:
            continue
        below = path.partition("/")[2]
        expected = {code: f"{SITE}{code}/{below}" for code in LANGUAGES} | {"x-default": SITE}
        links = [link for link in page.head_links("alternate") if "hreflang" in link]
        assert expected == {link["hreflang"]: link["href"] for link in links}, path
        assert len(expected) == len(links), path
        for code in LANGUAGES:
            assert f"{code}/{below}" in everything


def test_every_page_says_its_language(everything: Mapping[str, Parsed]) -> None:
    for path, page in everything.items():
        first = path.split("/")[0]
        assert page.language == (first if first in LANGUAGES else LANGUAGES[0]), path


def test_the_sitemap_lists_every_page_and_nothing_else(
    site: Site, everything: Mapping[str, Parsed]
) -> None:
    tree = ET.parse(site.folder / "sitemap.xml")  # noqa: S314 - our own file
    listed = [str(place.text) for place in tree.iterfind("{*}url/{*}loc")]
    pages = {f"{SITE}{path}" for path in set(everything) - {MISSING, *gone_from(site)}}
    assert pages == set(listed)
    assert len(pages) == len(listed)


def test_titles_are_there_and_differ(everything: Mapping[str, Parsed]) -> None:
    titles = Counter((page.language, page.title.strip()) for page in everything.values())
    assert {title: count for title, count in titles.items() if count > 1 or not title[1]} == {}


def test_the_first_letters_of_a_title_tell_pages_apart(everything: Mapping[str, Parsed]) -> None:
    """A tab, a list of what was found and a messenger show some forty letters of a standard's."""
    begun = Counter(
        (page.language, page.title.strip()[:40])
        for path, page in everything.items()
        if "/s/" in path
    )
    assert [title for title, count in begun.items() if count > 1] == []


def test_first_headings_tell_pages_apart(everything: Mapping[str, Parsed]) -> None:
    """Whoever walks through headings hears which page of which standard this is.

    Comments of one day may have namesakes.
    """
    heads = Counter(
        (page.language, page.first_heading)
        for path, page in everything.items()
        if "/s/" in path and "/c/" not in path
    )
    assert [head for head, count in heads.items() if count > 1] == []


def test_headings_begin_with_the_title_and_skip_no_level(
    everything: Mapping[str, Parsed],
) -> None:
    for page in everything.values():
        assert page.headings.count(1) == 1, page.path
        assert page.headings[0] == 1, page.path
        assert all(after <= before + 1 for before, after in pairwise(page.headings)), page.path


def test_comments_carry_the_language_of_their_author(
    site: Site, everything: Mapping[str, Parsed]
) -> None:
    table = json.loads((site.folder / "data" / "comments.json").read_text("utf-8"))
    comments = table["rows"]
    spoken = {f"c-{comment['id']}": comment["language"] for comment in comments}
    silent = {f"c-{comment['id']}" for comment in comments if comment["outcome"] == "withdrawn"}
    seen = set()
    for page in everything.values():
        for anchor, languages in page.said.items():
            expected = set() if anchor in silent else {spoken[anchor]}
            assert languages == expected, f"{page.path}#{anchor}"
            seen.add((page.language, anchor))
    assert {(code, anchor) for code in LANGUAGES for anchor in spoken} == seen


def test_words_of_another_language_are_marked(everything: Mapping[str, Parsed]) -> None:
    """Sentences with Kazakh letters are not said to be Russian; a name of a street may be."""
    strange = [
        f"{page.path}: {text.words[:80]}"
        for page in everything.values()
        for text in page.texts
        if text.language == "ru" and _looks_kazakh(text.words)
    ]
    assert strange == []


def test_external_links_are_plain_and_say_that_they_lead_away(
    everything: Mapping[str, Parsed],
) -> None:
    wrong = []
    for page in everything.values():
        for link in page.links:
            scheme = urlsplit(link["href"]).scheme
            says = "external" in link.get("rel", "").split()
            if scheme not in {"", "mailto", "http", "https"} or (says != scheme.startswith("http")):
                wrong.append(f"{page.path}: {link['href']}")
    assert wrong == []


def test_breadcrumbs_lead_upwards_to_pages(everything: Mapping[str, Parsed]) -> None:
    for path, page in everything.items():
        steps = [page.target(href)[0] for href in page.trail]
        assert all(step in everything for step in steps), path
        if path.count("/") > 1:
            assert steps, f"{path} has no way back"
            assert f"{page.language}/" == steps[0], path


def _is_external(href: str) -> bool:
    return bool(urlsplit(href).scheme)


def _looks_kazakh(words: str) -> bool:
    marked = [word for word in words.split() if KAZAKH_LETTERS.search(word)]
    return len(marked) > 2 and not RUSSIAN_LETTERS.search(words)


def _unfolded(calendar: str) -> str:
    return calendar.replace("\r\n ", "").replace("\n ", "").replace("URL:", "")
