"""The site, really served: once for each worker."""

from collections.abc import Iterator, Mapping
from pathlib import Path

import pytest
from playwright.sync_api import Browser, BrowserContext, Page

from browsing.kinds import HEIGHT, WIDTHS, Site
from browsing.serving import served


@pytest.fixture(scope="session")
def site(published: Path) -> Iterator[Site]:
    """Serve the demonstration."""
    with served(published / "site") as site:
        yield site


@pytest.fixture(scope="session")
def windows(browser: Browser) -> Iterator[Mapping[bool, Page]]:
    """Open two windows for all tests: one with JavaScript and one without."""
    contexts = {script: _context(browser, script=script) for script in (True, False)}
    yield {script: context.new_page() for script, context in contexts.items()}
    for context in contexts.values():
        context.close()


@pytest.fixture
def page(windows: Mapping[bool, Page]) -> Iterator[Page]:
    """Return the window with JavaScript; put it back afterwards."""
    yield windows[True]
    _put_back(windows[True])


@pytest.fixture
def plain_page(windows: Mapping[bool, Page]) -> Iterator[Page]:
    """Return the window without JavaScript; put it back afterwards."""
    yield windows[False]
    _put_back(windows[False])


@pytest.fixture
def own_page(browser: Browser) -> Iterator[Page]:
    """Open a window that has seen nothing yet, for this test alone."""
    context = _context(browser, script=True)
    yield context.new_page()
    context.close()


def _context(browser: Browser, *, script: bool) -> BrowserContext:
    return browser.new_context(
        java_script_enabled=script,
        reduced_motion="reduce",
        viewport={"width": WIDTHS[0], "height": HEIGHT},
    )


def _put_back(page: Page) -> None:
    page.unroute_all()
    if page.url.startswith("http"):
        page.evaluate("localStorage.clear()")
    page.goto("about:blank")
    page.emulate_media(
        media="null", reduced_motion="reduce", color_scheme="light", forced_colors="none"
    )
    page.set_viewport_size({"width": WIDTHS[0], "height": HEIGHT})
