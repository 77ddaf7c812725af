"""The frame of every page on a phone: it takes little room, and hides nothing for good."""

import pytest
from playwright.sync_api import Page, ViewportSize, expect

from browsing.kinds import IN_LANGUAGES, Site, cases

PHONE = ViewportSize(width=375, height=667)
MOST = 64
KINDS = ("home", "standard-closing", "comments", "how-it-works")
# Tables that are wider than what they stand in, and cannot be moved there.
STICKING_OUT = """() => [...document.querySelectorAll("main table")].filter((table) => {
  const around = table.parentElement, can = getComputedStyle(around).overflowX;
  return table.offsetWidth > around.clientWidth + 1 && !["auto", "scroll"].includes(can);
}).map((table) => table.outerHTML.slice(0, 200))"""


# Words of a report that go on in another line, seen by people.
BROKEN = """() => [...document.querySelectorAll(".report-list tbody td, .report-list tbody th")]
  .flatMap((cell) => {
    const walk = document.createTreeWalker(cell, NodeFilter.SHOW_TEXT), found = [];
    while (walk.nextNode()) {
      for (const word of walk.currentNode.data.matchAll(/[\\p{L}\\d]+/gu)) {
        const range = document.createRange();
        range.setStart(walk.currentNode, word.index);
        range.setEnd(walk.currentNode, word.index + word[0].length);
        const lines = new Set([...range.getClientRects()].map((box) => Math.round(box.top)));
        const is_hidden = walk.currentNode.parentElement.closest(".visually-hidden");
        if (lines.size > 1 && !is_hidden) found.push(word[0]);
      }
    }
    return found;
  })"""


@pytest.mark.parametrize("language", ["kk", "ru"])
def test_no_word_and_no_year_of_a_report_is_broken(site: Site, page: Page, language: str) -> None:
    for width in (1280, 1152, 1024, 768):
        page.set_viewport_size({"width": width, "height": 900})
        page.goto(site.address("report", language))
        assert page.locator(".report-list .columns-8").count()
        assert page.evaluate(BROKEN) == [], width


@pytest.mark.parametrize("language", ["kk", "ru"])
def test_the_header_is_one_row_on_a_phone(site: Site, page: Page, language: str) -> None:
    page.set_viewport_size(PHONE)
    for kind in KINDS:
        page.goto(site.address(kind, language))
        box = page.locator("header.site").bounding_box()
        assert box is not None
        assert box["height"] <= MOST, kind
        assert not page.locator("nav.sections").is_visible()


def test_the_menu_opens_without_javascript(site: Site, plain_page: Page) -> None:
    plain_page.set_viewport_size(PHONE)
    plain_page.goto(site.address("comments", "kk"))
    plain_page.locator(".menu > summary").click()
    assert plain_page.locator(".sections a").first.is_visible()
    assert plain_page.locator(".site-find input").is_visible()


@pytest.mark.parametrize("language", ["kk", "ru"])
def test_the_news_are_one_step_from_every_page_and_the_header_fits(
    site: Site, page: Page, language: str
) -> None:
    for kind in KINDS:
        page.goto(site.address(kind, language))
        for width in (320, 700, 1024, 1280, 1600):
            page.set_viewport_size({"width": width, "height": 760})
            assert _is_one_step_to_the_news(page), (kind, width)
            assert page.evaluate("document.documentElement.scrollWidth") <= width, (kind, width)


def _is_one_step_to_the_news(page: Page) -> bool:
    """Return whether the news stand in the foot, or in the menu, which is open then."""
    menu = page.locator(".menu > summary")
    if not menu.is_visible():
        return page.locator("footer.site a[href$='news/']").is_visible()
    if not page.locator(".sections").is_visible():
        menu.click()
    return page.locator(".sections .to-news a").is_visible()


def test_the_news_stand_on_the_first_two_screens_of_home(site: Site, page: Page) -> None:
    page.set_viewport_size(PHONE)
    page.goto(site.address("home", "ru"))
    box = page.locator("main a[href$='news/']").first.bounding_box()
    assert box is not None
    assert box["y"] < 2 * PHONE["height"]


@pytest.mark.parametrize("language", ["kk", "ru"])
def test_the_menu_keeps_its_button_where_it_is(site: Site, page: Page, language: str) -> None:
    page.set_viewport_size(PHONE)
    page.goto(site.address("comments", language))
    button = page.locator(".menu > summary")
    closed = button.bounding_box()
    button.click()
    assert button.bounding_box() == closed
    assert page.locator(".sections a").first.is_visible()


@pytest.mark.parametrize("language", ["kk", "ru"])
def test_the_keyboard_comes_to_the_first_draft_in_ten_steps(
    site: Site, page: Page, language: str
) -> None:
    page.set_viewport_size({"width": 1280, "height": 800})
    page.goto(site.address("home", language))
    for _ in range(10):
        page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.closest('main .card') !== null")


def test_on_a_wide_screen_who_has_typed_something_can_press_find(site: Site, page: Page) -> None:
    page.goto(site.address("comments", "kk"))
    assert not page.locator(".site-find button").is_visible()
    page.locator(".site-find input").fill("тууды")
    assert page.locator(".site-find button").is_visible()


def test_escape_folds_the_menu(site: Site, page: Page) -> None:
    page.set_viewport_size(PHONE)
    page.goto(site.address("comments", "kk"))
    page.locator(".menu > summary").click()
    page.locator(".site-find input").focus()
    page.keyboard.press("Escape")
    assert not page.locator(".site-find input").is_visible()
    assert page.evaluate("document.activeElement.localName") == "summary"


def test_on_a_wide_screen_the_menu_is_open(site: Site, page: Page) -> None:
    page.goto(site.address("comments", "kk"))
    assert page.locator(".sections .to-register a").is_visible()
    assert page.locator(".sections .to-news a").is_visible()
    assert not page.locator(".menu > summary").is_visible()


def test_tabs_are_one_row_and_show_the_present_one(site: Site, page: Page) -> None:
    page.set_viewport_size(PHONE)
    for kind in ("history", "languages", "participate-open"):
        page.goto(site.address(kind, "ru"))
        row = page.locator(".tabs ul").bounding_box()
        here = page.locator(".tabs [aria-current]").bounding_box()
        assert row is not None
        assert here is not None
        assert row["height"] < 2 * here["height"]
        assert here["x"] >= 0
        assert here["x"] + here["width"] <= PHONE["width"]


def test_what_stands_beside_the_present_tab_is_seen_as_well(site: Site, page: Page) -> None:
    """So that nobody takes the first one that is seen for the first one that there is."""
    page.set_viewport_size(PHONE)
    for kind in ("comments", "history", "languages"):
        page.goto(site.address(kind, "ru"))
        for way in ("preceding", "following"):
            tab = page.locator(".tabs li:has([aria-current])")
            beside = tab.locator(f"xpath={way}-sibling::li[1]")
            expect(beside).to_be_in_viewport()


def test_the_notice_of_a_demonstration_folds_after_its_first_sentence(
    site: Site, page: Page
) -> None:
    page.goto(site.address("home", "ru"))
    notice = page.locator(".demonstration details")
    assert notice.locator("summary").inner_text().endswith("«Talqy».")
    assert not notice.locator("p").is_visible()
    notice.locator("summary").click()
    assert "вымышлены" in notice.locator("p").inner_text()
    assert "2026" in notice.locator("p").inner_text()


def test_in_colours_of_the_readers_own_shapes_stay(site: Site, page: Page) -> None:
    page.emulate_media(forced_colors="active")
    page.goto(site.address("standard-open", "kk"))
    edge = "(it) => getComputedStyle(it).borderTopStyle"
    for what in (".button", ".tag", ".languages [aria-current]"):
        assert page.locator(what).first.evaluate(edge) == "solid", what


def test_paper_stays_white(site: Site, page: Page) -> None:
    page.emulate_media(media="print", color_scheme="dark")
    page.goto(site.address("standard-open", "kk"))
    colours = (
        "[document.body, document.querySelector('h1')].map((it) => getComputedStyle(it).color)"
    )
    assert page.evaluate(colours) == ["rgb(0, 0, 0)", "rgb(0, 0, 0)"]


def test_the_chooser_remembers_the_language_and_says_what_is_open(site: Site, page: Page) -> None:
    page.goto(site.address("chooser"))
    assert page.locator(".choices .open").count() == 2
    page.locator(".choice[hreflang=ru]").click()
    page.wait_for_url("**/ru/")
    page.goto(site.address("chooser"))
    page.wait_for_url("**/ru/")
    page.locator(".languages a[hreflang=kk]").click()
    page.wait_for_url("**/kk/")
    page.goto(site.address("chooser"))
    page.wait_for_url("**/kk/")


def test_both_languages_are_on_the_first_screen_of_the_chooser(
    site: Site, plain_page: Page
) -> None:
    plain_page.set_viewport_size(PHONE)
    plain_page.goto(site.address("chooser"))
    boxes = [one.bounding_box() for one in plain_page.locator(".choice").all()]
    assert len(boxes) == 2
    assert all(box and box["y"] + box["height"] <= PHONE["height"] for box in boxes)


def test_without_javascript_the_chooser_stays(site: Site, plain_page: Page) -> None:
    plain_page.goto(site.address("chooser"))
    assert plain_page.locator(".choice").count() == 2


def test_a_missing_page_leads_to_search_home_and_register(site: Site, page: Page) -> None:
    page.goto(f"{site.origin}/kk/nothing-is-here/")
    page.locator(".choices div[lang=kk] a", has_text="Барлық стандарт").click()
    page.wait_for_url("**/kk/standards/")


LINES_THAT_BEGIN_BEHIND_A_DASH = """() => {
  const found = [], range = document.createRange();
  const texts = document.createTreeWalker(document.querySelector("main"), NodeFilter.SHOW_TEXT);
  for (let text = texts.nextNode(); text; text = texts.nextNode()) {
    if (text.parentElement.closest(".card")) continue;
    for (const { index, 0: told } of text.data.matchAll(/–\\s*[\\u2060\\u00a0 ]*\\d/g)) {
      const [dash, number] = [index, index + told.length - 1].map((at) => {
        range.setStart(text, at);
        range.setEnd(text, at + 1);
        return range.getBoundingClientRect();
      });
      if (dash.width && number.top > dash.top + 5) found.push(text.data.slice(0, index + 9));
    }
  }
  return found; }"""


@pytest.mark.parametrize("language", ["kk", "ru"])
def test_no_line_begins_with_the_number_behind_a_dash(
    site: Site, plain_page: Page, language: str
) -> None:
    """In what we say; words of people and of the law are as they are."""
    for kind in ("statistics", "home"):
        plain_page.goto(site.address(kind, language))
        for width in range(320, 440, 10):
            plain_page.set_viewport_size({"width": width, "height": 760})
            assert plain_page.evaluate(LINES_THAT_BEGIN_BEHIND_A_DASH) == [], (kind, width)


@pytest.mark.parametrize(
    ("kind", "language"), cases(IN_LANGUAGES, [("statistics", "ru"), ("figure-discussions", "kk")])
)
def test_no_table_leaves_its_frame(site: Site, page: Page, kind: str, language: str) -> None:
    page.goto(site.address(kind, language))
    for width in (375, 768, 1024, 1280):
        page.set_viewport_size({"width": width, "height": 760})
        assert page.evaluate(STICKING_OUT) == [], width
