"""On paper: the whole text, and nothing that only a screen can use."""

import pytest
from playwright.sync_api import Page

from browsing.kinds import ALTERNATELY, KINDS, UNLIKE, Site, cases

SHOWN = """(what) => [...document.querySelectorAll(what)]
  .filter((it) => it.checkVisibility()).map((it) => it.textContent.trim())"""
USELESS = (
    ".skip, nav.languages, nav.sections, nav.trail, nav.tabs, nav.contents, footer nav, .button"
    ", .modes, .compare-links, details.other:not([open]), .fold:has(#_take-along)"
)
# What a reader did not open is not printed.
FOLDED = "details:not([open]) > :not(summary)"
# What must be seen on paper, and how often at least.
TEXTS = {"h1": 1, ".prose": 0, ".clause": 0, ".comment": 0, ".response": 0, ".banner": 0}


@pytest.mark.parametrize(("kind", "language"), cases(ALTERNATELY, UNLIKE))
def test_print_hides_navigation_and_keeps_the_text(
    site: Site, page: Page, kind: str, language: str
) -> None:
    page.goto(site.address(kind, language))
    page.emulate_media(media="print")
    assert page.evaluate(SHOWN, USELESS) == []
    for what, least in TEXTS.items():
        open_to_all = f"main {what}:not({FOLDED}, {FOLDED} *)"
        shown: list[str] = page.evaluate(SHOWN, open_to_all)
        assert page.locator(open_to_all).count() == len(shown), f"not all of {what} are printed"
        assert len(shown) >= least


@pytest.mark.parametrize("kind", [kind for kind in KINDS if kind.startswith("standard")])
def test_print_keeps_every_clause(site: Site, page: Page, kind: str) -> None:
    page.goto(site.address(kind, "ru"))
    page.emulate_media(media="print")
    clauses = page.locator(".clause > .prose")
    assert clauses.count() > 10
    assert [text for text in clauses.all_inner_texts() if not text.strip()] == []


def test_paper_says_where_the_page_is_found_and_a_screen_does_not(site: Site, page: Page) -> None:
    for kind in ("standard-open", "revision-answered"):
        page.goto(site.address(kind, "kk"))
        where = page.locator(".address-on-paper")
        assert not where.is_visible()
        page.emulate_media(media="print")
        assert where.inner_text().endswith(f"https://talqy.example/{site.path(kind, 'kk')}")
        size = where.locator("svg").bounding_box()
        assert size is not None
        assert size["width"] > 60
        page.emulate_media(media="screen")


@pytest.mark.parametrize("language", ["kk", "ru"])
def test_a_standard_prints_as_several_pages(site: Site, page: Page, language: str) -> None:
    page.goto(site.address("standard-open", language))
    paper = page.pdf(format="A4")
    assert paper.startswith(b"%PDF-")
    assert paper.count(b"/Type /Page\n") + paper.count(b"/Type /Page ") > 2


@pytest.mark.parametrize("kind", ["compare-newest", "report", "standard-open"])
def test_paper_is_used_up_and_black_on_white(site: Site, page: Page, kind: str) -> None:
    """What is kept whole leaves half a page empty; a wide table lies on the long side."""
    page.goto(site.address(kind, "kk"))
    page.emulate_media(media="print")
    styles = """([what, of]) => [...new Set([...document.querySelectorAll(what)]
      .map((it) => getComputedStyle(it)[of]))]"""
    black = page.evaluate(styles, ["h1, h2, .demonstration, main a:not(.button)", "color"])
    assert black == ["rgb(0, 0, 0)"]
    assert page.evaluate(styles, [".clause, .comment, .box, tbody tr", "breakInside"]) == ["auto"]
    assert page.evaluate(styles, ["h2, h3, .label", "breakAfter"]) == ["avoid"]
    wide = page.evaluate(styles, [".comparison, body:has(.report)", "page"])
    assert wide == ([] if kind == "standard-open" else ["across"])


@pytest.mark.parametrize("language", ["kk", "ru"])
def test_a_report_that_is_signed_is_a_handful_of_sheets(
    site: Site, page: Page, language: str
) -> None:
    """It has no cards of a screen, and what people wrote has the widest column."""
    page.goto(site.address("report", language))
    page.emulate_media(media="print")
    assert page.evaluate(SHOWN, ".card") == []
    comments = len(page.evaluate(SHOWN, ".report-list tbody tr"))
    assert comments >= 8
    paper = page.pdf(prefer_css_page_size=True)
    assert paper.count(b"/Type /Page\n") + paper.count(b"/Type /Page ") <= 2 + comments / 2
    page.set_viewport_size({"width": 1010, "height": 700})
    heads = page.locator(".report-list thead").first.locator("th")
    widths = [box["width"] for one in heads.all() if (box := one.bounding_box())]
    assert widths.index(max(widths)) == 4
    assert max(widths) > 1.3 * sorted(widths)[-2]


def test_a_finding_stays_with_its_picture_and_a_card_in_its_column(site: Site, page: Page) -> None:
    page.goto(site.address("statistics", "ru"))
    page.emulate_media(media="print")
    styles = """([what, of]) => [...new Set([...document.querySelectorAll(what)]
      .map((it) => getComputedStyle(it)[of]))]"""
    before = (
        ".finding > .kicker, .finding > h2, .finding > h2 + p:has(+ figure), .finding figcaption"
    )
    assert page.evaluate(styles, [before, "breakAfter"]) == ["avoid"]
    assert page.evaluate(styles, [".finding figure", "breakInside"]) == ["avoid"]
    assert page.evaluate(styles, [".cards:has(.said)", "columnWidth"]) == ["auto"]
