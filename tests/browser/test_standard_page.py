"""The page of a standard on a phone: the text is near, the page hardly longer than the law."""

import re

import pytest
from playwright.sync_api import Page, ViewportSize, expect

from browsing.kinds import LANGUAGES, WIDTHS, Site

PHONE: ViewportSize = {"width": 375, "height": 667}
SCREENS = 1.5
LONGER = 1.4
MEASURED = """() => {
  const words = [":is(h3, h4, h5, h6)", ".prose", ".scroll", ".amending-note"]
    .flatMap((what) => [...document.querySelectorAll(`.clause > ${what}`)]);
  return {
    page: document.documentElement.scrollHeight,
    text: document.querySelector(".clause").getBoundingClientRect().top + scrollY,
    words: words.reduce((sum, it) => sum + it.getBoundingClientRect().height, 0),
  }; }"""
UNDER_THE_LINE = """(id) => {
  const line = document.querySelector(".line").getBoundingClientRect();
  const clause = document.getElementById(id).getBoundingClientRect();
  return { line: line.bottom, top: clause.top, window: innerHeight }; }"""
SEEN_OF = """(what) => {
  const line = document.querySelector(".line").getBoundingClientRect();
  const seen = document.querySelector(what).getBoundingClientRect();
  return { line: innerWidth < 1024 ? line.bottom : 0.1, top: seen.top, window: innerHeight }; }"""
BIRTH = "s/birth-registration/"


def _open(site: Site, page: Page, language: str, at: str = BIRTH) -> None:
    page.set_viewport_size(PHONE)
    page.goto(f"{site.origin}/{language}/{at}")


@pytest.mark.parametrize("script", [False, True])
@pytest.mark.parametrize("language", LANGUAGES)
def test_the_text_is_near_and_the_page_is_hardly_longer(
    site: Site,
    page: Page,
    plain_page: Page,
    language: str,
    script: bool,  # noqa: FBT001
) -> None:
    """Also with what scripts add: buttons that copy addresses."""
    measured, window = {}, page if script else plain_page
    for row in site.standards:
        _open(site, window, language, f"s/{row['id']}/")
        assert window.locator(".share").is_visible() is script
        measured[row["id"]] = window.evaluate(MEASURED)
    assert len(measured) > 5
    far = {it: m for it, m in measured.items() if m["text"] > SCREENS * PHONE["height"]}
    assert far == {}
    long = {it: m for it, m in measured.items() if m["page"] > LONGER * m["words"]}
    assert long == {}


@pytest.mark.parametrize("language", LANGUAGES)
def test_what_changes_is_in_sight_and_what_stays_is_folded(
    site: Site, plain_page: Page, language: str
) -> None:
    """On a phone as many cases as have room, and how many there are more; where it is wide, all."""
    seen = {}
    for row in site.standards:
        _open(site, plain_page, language, f"s/{row['id']}/")
        rows = plain_page.locator(".before-text .box > ul.for-you > li")
        rest = plain_page.locator(".before-text .box > .all > ul.for-you > li")
        if not rows.count():
            continue
        seen[row["id"]] = rows.count()
        assert all(one.is_visible() for one in rows.all())
        assert not any(one.is_visible() for one in rest.all())
        if rest.count():
            assert str(rest.count()) in plain_page.locator(".all > summary").inner_text()
        stays = plain_page.locator(".before-text .box > details:not(.all)")
        assert stays.count() == 1
        assert not stays.locator("li").first.is_visible()
        plain_page.set_viewport_size({"width": WIDTHS[0], "height": 900})
        assert all(one.is_visible() for one in [*rows.all(), *rest.all()])
        assert not stays.locator("li").first.is_visible()
    assert len(seen) == 4
    assert sum(seen.values()) > 2 * len(seen)


@pytest.mark.parametrize("language", LANGUAGES)
def test_what_takes_the_place_of_a_standard_is_in_sight(
    site: Site, plain_page: Page, language: str
) -> None:
    _open(site, plain_page, language, site.standard("repealed"))
    told = plain_page.locator(".before-text .box").inner_text()
    assert "№\xa0539" in told
    assert len(told) > 400


@pytest.mark.parametrize("language", LANGUAGES)
def test_what_the_next_draft_changes_is_told_on_the_page_of_the_text_in_force(
    site: Site, plain_page: Page, language: str
) -> None:
    _open(site, plain_page, language, site.standard("planned"))
    fold = plain_page.locator(".before-text details:has(> summary > #_coming)")
    rows = fold.locator("li")
    assert rows.count() > 1
    assert not rows.first.is_visible()
    fold.locator("summary").first.click()
    assert rows.first.is_visible()


@pytest.mark.parametrize("is_open", [False, True])
def test_a_clause_is_seen_below_the_line(site: Site, plain_page: Page, is_open: bool) -> None:  # noqa: FBT001
    """Whether the contents are open or not, who follows a link sees the clause that it names."""
    _open(site, plain_page, "kk", f"{BIRTH}#docs")
    if is_open:
        plain_page.locator(".line summary").click()
        plain_page.locator(".line a[href='#fee']").click()
    seen = plain_page.evaluate(UNDER_THE_LINE, "fee" if is_open else "docs")
    assert 0 < seen["line"] <= seen["top"] + 1 < seen["window"]


@pytest.mark.parametrize("width", [320, *WIDTHS])
@pytest.mark.parametrize("at", [BIRTH, f"{BIRTH}r1/"])
@pytest.mark.parametrize("language", LANGUAGES)
def test_a_link_to_a_clause_shows_nothing_to_do_about_another_one_above_it(
    site: Site, plain_page: Page, language: str, at: str, width: int
) -> None:
    """Whoever presses what stands over a heading would comment on the clause before."""
    _open(site, plain_page, language, at)
    plain_page.set_viewport_size({"width": width, "height": PHONE["height"]})
    for clause in ("channels", "term", "fee"):
        plain_page.evaluate("(id) => { location.hash = id; }", clause)
        heading = plain_page.evaluate(SEEN_OF, f"#{clause} > :is(h3, h4, h5, h6)")
        assert 0 < heading["line"] <= heading["top"] < heading["window"] / 3
        rows = plain_page.locator(f".clause:not(#{clause}) > .actions").all()
        bottoms = [box["y"] + box["height"] for one in rows if (box := one.bounding_box())]
        assert [it for it in bottoms if heading["line"] + 1 < it < heading["top"]] == []


def test_only_what_changed_is_shown_by_the_keyboard_and_a_link_still_lands(
    site: Site, plain_page: Page
) -> None:
    _open(site, plain_page, "ru")
    clauses = plain_page.locator(".clause")
    changed = plain_page.locator(".clause.has-changes")
    plain_page.locator("#_only-changed").focus()
    plain_page.keyboard.press("Space")
    shown = [one.get_attribute("id") for one in clauses.all() if one.is_visible()]
    assert shown == [one.get_attribute("id") for one in changed.all()]
    assert 0 < len(shown) < clauses.count()
    plain_page.evaluate("location.hash = 'general'")
    assert plain_page.locator("#general").is_visible()
    plain_page.emulate_media(media="print")
    assert all(one.is_visible() for one in clauses.all())


@pytest.mark.parametrize("what", [".box > .all", ".fold", ".beside", ".clause > .changed"])
def test_what_is_folded_is_printed(site: Site, page: Page, what: str) -> None:
    _open(site, page, "kk")
    page.emulate_media(media="print")
    folded = page.locator(f"{what}:not(:has(#_take-along)) > :not(summary, .compare-links)")
    assert folded.count()
    assert [one.inner_text() for one in folded.all() if not one.is_visible()] == []


def test_the_contents_stand_open_beside_a_wide_text(site: Site, plain_page: Page) -> None:
    plain_page.goto(f"{site.origin}/ru/{BIRTH}")
    links = plain_page.locator(".line li > a:first-child")
    assert links.count() > 10
    assert all(one.is_visible() for one in links.all())


def test_contents_close_behind_who_has_chosen_a_clause(site: Site, page: Page) -> None:
    """On a phone they would lie over the clause, above the links of the one before it."""
    _open(site, page, "kk")
    page.locator(".line summary").click()
    page.locator(".line a[href='#fee']").click()
    assert not page.locator(".line details").evaluate("it => it.open")
    assert page.locator("#fee").is_visible()


@pytest.mark.parametrize("low", [True, False])
@pytest.mark.parametrize("by_key", [True, False])
def test_contents_open_in_sight_and_close_where_they_were_opened(
    site: Site,
    page: Page,
    low: bool,  # noqa: FBT001
    by_key: bool,  # noqa: FBT001
) -> None:
    """Low on the screen the list stands above the line; the word stays under the finger."""
    _open(site, page, "kk")
    top = page.locator(".line").evaluate("it => it.getBoundingClientRect().top")
    page.evaluate(f"scrollTo(0, {top - PHONE['height'] + 60 if low else top + 900})")
    word, shown = page.locator(".line summary"), page.locator(".line ul")

    def press() -> None:
        word.press("Enter") if by_key else word.click()

    before = word.bounding_box()
    press()
    here, box = word.bounding_box(), shown.bounding_box()
    assert before
    assert here == before
    assert box
    assert 0 <= box["y"] < box["y"] + box["height"] <= PHONE["height"]
    assert (box["y"] < here["y"]) is low
    press()
    assert not shown.is_visible()
    press()
    page.keyboard.press("Escape")
    assert not shown.is_visible()
    assert word.evaluate("it => it === document.activeElement")


@pytest.mark.parametrize("width", WIDTHS)
@pytest.mark.parametrize("language", LANGUAGES)
def test_the_line_leads_to_the_clause_that_is_read(
    site: Site, page: Page, language: str, width: int
) -> None:
    _open(site, page, language)
    page.set_viewport_size({"width": width, "height": PHONE["height"]})
    say, here = page.locator(".line .button"), page.locator(".line [aria-current]")
    whole = re.compile(r"(^|/)comment/#say$")
    expect(say).to_have_attribute("href", whole)
    for clause in ("term", "fee", "channels"):
        page.evaluate("(id) => { location.hash = id; }", clause)
        heading = page.locator(f"#{clause} > :is(h3, h4)")
        expect(say).to_have_attribute("href", re.compile(rf"(^|/)comment/#on-{clause}$"))
        expect(say).to_have_accessible_name(re.compile(re.escape(heading.inner_text()[3:])))
        expect(here).to_have_attribute("href", f"#{clause}")
    page.evaluate("scrollTo(0, 0)")
    expect(say).to_have_attribute("href", whole)
    expect(here).to_have_count(0)


def test_who_comes_from_another_clause_finds_the_words_on_the_first_as_a_remark(
    site: Site, page: Page
) -> None:
    for clause, words in (("fee", "Слова, которые остаются."), ("term", "")):
        _open(site, page, "ru", f"{BIRTH}#{clause}")
        expect(page.locator(".line .button")).to_have_attribute("href", re.compile(f"{clause}$"))
        page.locator(".line .button").click()
        expect(page.locator("form.say [name=clause]")).to_have_value(clause)
        if words:
            page.locator("form.say [name=text]").fill(words)
    expect(page.locator("form.say [name=text]")).to_have_value("")
    expect(page.locator(".remarks li")).to_contain_text("Слова, которые остаются.")
