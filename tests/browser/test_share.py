"""The address of a page, and of each clause, is copied by one button, and the reader hears so."""

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Page

from browsing.kinds import LANGUAGES, Site

SHARES = "navigator.share = (what) => { window.shared = what; return Promise.resolve(); };"
NO_CLIPBOARD = "Object.defineProperty(navigator, 'clipboard', { value: undefined });"


@pytest.fixture
def window(browser: Browser) -> Iterator[Page]:
    """Open a phone that lets pages copy."""
    context = browser.new_context(viewport={"width": 375, "height": 667})
    context.grant_permissions(["clipboard-read", "clipboard-write"])
    yield context.new_page()
    context.close()


def copied(page: Page) -> str:
    text: str = page.evaluate("navigator.clipboard.readText()")
    return text


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_address_of_a_draft_and_of_a_clause_is_copied_and_said(
    window: Page, site: Site, language: str
) -> None:
    asked: list[str] = []
    address = site.address("standard-open", language)
    window.add_init_script(SHARES)
    window.goto(f"{address}?q=1#_main", wait_until="networkidle")
    window.on("request", lambda request: asked.append(request.url))
    status = window.locator(".share [role=status]")
    window.locator(".share [data-do=copy]").click()
    status.get_by_text(window.locator(".share").get_attribute("data-done") or "?").wait_for()
    assert copied(window) == address
    window.locator(".share [data-do=send]").click()
    assert window.evaluate("window.shared.url") == address
    clause = window.locator("section.clause[id]").nth(2)
    button = clause.locator(".actions button")
    name = button.inner_text()
    heading = clause.locator("h2, h3, h4, h5, h6").first.inner_text()
    assert heading.split()[-1] in (button.text_content() or "")
    button.click()
    clause.locator(".actions").get_by_text(status.inner_text()).wait_for()
    assert copied(window) == f"{address}#{clause.get_attribute('id')}"
    assert button.inner_text() != name
    assert button.evaluate("button => button === document.activeElement")
    assert [
        url for url in asked if not url.endswith("/assets/talqy.svg")
    ] == []  # a browser asks for it late


def test_the_page_of_a_comment_has_the_button_too(window: Page, site: Site) -> None:
    address = site.address("comment", "kk")
    window.goto(address)
    window.locator(".share [data-do=copy]").click()
    window.locator(".share [role=status]:not(:empty)").wait_for()
    assert copied(window) == address
    assert window.locator(".share [data-do=send]").is_hidden()


def test_where_nothing_can_be_copied_the_address_is_shown(window: Page, site: Site) -> None:
    """Over plain http there is no clipboard; the old way is tried, and may be forbidden."""
    address = site.address("standard-open", "kk")
    window.add_init_script(f"{NO_CLIPBOARD} document.execCommand = () => false;")
    window.goto(address)
    window.locator(".share [data-do=copy]").click()
    told = window.locator(".share [role=status]:not(:empty)")
    told.wait_for()
    assert address in told.inner_text()


def test_without_scripts_there_is_no_dead_button(plain_page: Page, site: Site) -> None:
    plain_page.goto(site.address("standard-open", "kk"))
    assert plain_page.locator(".share").is_hidden()
