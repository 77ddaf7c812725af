"""Five tasks of citizens from the first page on, each press counted: kk by touch, ru by keys.

The review counted them before the pages were cut anew (at most one screen of scrolling is free). A
new press here is a step more for everybody: it wants a reason.
"""

from collections.abc import Iterator
from urllib.parse import parse_qs, urlsplit

import pytest
from playwright.sync_api import Browser, Page, expect

from browsing.kinds import Site

STANDARD = "birth-registration"
CARD = f"main a[href='s/{STANDARD}/']"


@pytest.fixture
def phone(browser: Browser, site: Site) -> Iterator[Page]:
    """Open the chooser of languages on a phone: the first tap is the draft, in one's language."""
    context = browser.new_context(
        viewport={"width": 375, "height": 667}, has_touch=True, is_mobile=True
    )
    page = context.new_page()
    page.goto(f"{site.origin}/kk/")
    yield page
    context.close()


@pytest.fixture
def desk(browser: Browser, site: Site) -> Iterator[Page]:
    context = browser.new_context(viewport={"width": 1280, "height": 900})
    page = context.new_page()
    page.goto(f"{site.origin}/ru/")
    yield page
    context.close()


def screens_to(page: Page, what: str) -> float:
    """Return how many screens down something begins."""
    top = "it => (it.getBoundingClientRect().top + scrollY) / innerHeight"
    return float(page.locator(what).first.evaluate(top))


def keys_to(page: Page, what: str, most: int = 90) -> int:
    """Press Tab until something has the focus, then Enter; return how many keys that took.

    Who knows the link that skips to the content takes it, where what is sought stands behind it.
    """
    is_there = "what => document.activeElement !== null && document.activeElement.matches(what)"
    for count in range(1, most):
        page.keyboard.press("Tab")
        if page.evaluate(is_there, what):
            page.keyboard.press("Enter")
            return count + 1
    raise AssertionError(what)


def letter_of(page: Page) -> str:
    href = page.locator("[data-way=mail]").get_attribute("href") or ""
    return parse_qs(urlsplit(href).query)["body"][0]


# --- by touch, in Kazakh ----------------------------------------------------------------------


def test_what_is_open_and_what_it_changes_is_seen_at_once_and_a_tap_away(phone: Page) -> None:
    assert screens_to(phone, "main a[href^='s/']") < 1.1  # 1.3 when the review looked
    phone.locator(CARD).first.tap()
    expect(phone.locator(".for-you").first).to_be_visible()
    assert screens_to(phone, ".for-you") < 1


def test_a_letter_about_clause_five_is_ready_after_five_taps(phone: Page) -> None:
    """The card, the contents, “say something” at the clause, the kind, the mail."""
    phone.locator(CARD).first.tap()
    phone.locator(".line summary").tap()
    phone.locator(".line a[href$='#on-term']").tap()
    phone.locator(".kinds label:has([value=change])").tap()
    expect(phone.locator("[name=text]")).to_be_focused()
    phone.keyboard.type("Мерзімі ұзақ.")
    expect(phone.locator("[name=clause]")).to_have_value("term")
    phone.evaluate("""() => document.addEventListener("click", (event) => {
        window.went = !event.defaultPrevented; event.preventDefault(); })""")
    phone.locator("[data-way=mail]").tap()
    assert phone.evaluate("window.went")
    assert "(term)" in letter_of(phone)
    assert "Мерзімі ұзақ." in letter_of(phone)


def test_why_something_was_refused_is_three_taps_away(phone: Page) -> None:
    """The card, the comments, “not accepted”; the review: eleven screens of scrolling."""
    phone.locator(CARD).first.tap()
    phone.locator(".tabs a[href='comments/']").tap()
    phone.locator("nav.narrow .filters a[href$='rejected/']").first.tap()
    expect(phone.locator("article.comment").first).to_be_visible()
    assert screens_to(phone, "article.comment .response, article.comment .answer") < 2


def test_a_draft_is_followed_in_two_taps(phone: Page) -> None:
    """The card, and “remind me” or the page of its news: no XML is shown to anybody."""
    phone.locator(CARD).first.tap()
    assert screens_to(phone, "a.remind") < 1
    assert (phone.locator("a.remind").get_attribute("href") or "").endswith(".ics")
    phone.locator(".tabs a[href='news/']").tap()
    expect(phone.locator("main a[href$='feed.xml']").first).to_be_visible()


# --- by keys, in Russian ----------------------------------------------------------------------


def test_the_first_draft_is_eleven_keys_away(desk: Page) -> None:
    assert keys_to(desk, "main a[href^='s/']") <= 11
    desk.wait_for_url("**/s/**")
    expect(desk.locator(".for-you").first).to_be_in_viewport()


def test_a_letter_about_clause_five_is_ready_by_keys(desk: Page) -> None:
    """The review: 70 presses from the page of the standard to “comment on clause 5” alone."""
    assert keys_to(desk, CARD) <= 16
    desk.wait_for_url(f"**/{STANDARD}/")
    assert (
        keys_to(desk, "main a[href='#term']") + keys_to(desk, ".actions a[href$='#on-term']") <= 40
    )
    desk.wait_for_url("**/comment/#on-term")
    expect(desk.locator("[name=text]")).to_be_focused()
    desk.keyboard.type("Срок велик.")
    assert keys_to(desk, "[data-way=copy]") <= 20
    expect(desk.locator("[name=kind]").first).to_be_focused()
    desk.keyboard.press("ArrowDown")
    assert "(term)" in letter_of(desk)
    assert "Срок велик." in letter_of(desk)
    assert "• Вид комментария: " in letter_of(desk)


@pytest.mark.parametrize("way", [".banner a.button", ".line a.button", ".tabs a[href*='comment/']"])
def test_who_wants_to_say_something_is_led_to_the_form(desk: Page, way: str) -> None:
    """From the top of that page it was 22 presses to the first field."""
    desk.goto(desk.url.replace("/ru/", f"/ru/s/{STANDARD}/"))
    desk.locator(way).first.focus()
    desk.keyboard.press("Enter")
    desk.wait_for_url("**/comment/#say")
    expect(desk.locator("#say")).to_be_focused()
    expect(desk.locator("#say")).to_be_in_viewport()
    expect(desk.locator("form.say [name=clause]")).to_be_visible()
    assert keys_to(desk, "[name=clause]") <= 4


def test_why_something_was_refused_is_found_by_keys(desk: Page) -> None:
    assert keys_to(desk, CARD) <= 16
    desk.wait_for_url(f"**/{STANDARD}/")
    assert keys_to(desk, ".tabs a[href='comments/']") <= 18
    desk.wait_for_url("**/comments/")
    assert keys_to(desk, "nav.narrow .filters a[href$='rejected/']") <= 21
    desk.wait_for_url("**/rejected/")
    expect(desk.locator("article.comment").first).to_be_visible()


def test_a_draft_is_followed_by_keys(desk: Page) -> None:
    assert keys_to(desk, CARD) <= 16
    desk.wait_for_url(f"**/{STANDARD}/")
    assert keys_to(desk, ".tabs a[href='news/']") <= 22
    desk.wait_for_url(f"**/{STANDARD}/news/")
    expect(desk.locator("main a[href$='feed.xml']").first).to_be_visible()
