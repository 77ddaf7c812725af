"""The site, really served: once for each worker."""

import threading
from collections.abc import Iterator, Mapping
from functools import partial
from http import HTTPStatus
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import pytest
from playwright.sync_api import Browser, BrowserContext, Page

from browsing.kinds import HEIGHT, WIDTHS, Site


class _Handler(SimpleHTTPRequestHandler):
    """Serve the folder as a plain web server does, with the site's own page for what is missing."""

    def log_message(self, *_: object) -> None:
        """Stay quiet."""

    def send_error(self, code: int, message: str | None = None, explain: str | None = None) -> None:
        """Answer a missing address with 404.html."""
        if code != HTTPStatus.NOT_FOUND:
            super().send_error(code, message, explain)
            return
        body = (Path(self.directory) / "404.html").read_bytes()
        self.send_response(code)
        self.send_header("Content-Type", "text/html; charset=utf-8")
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)


@pytest.fixture(scope="session")
def site(published: Path) -> Iterator[Site]:
    """Serve the demonstration."""
    folder = published / "site"
    handler = partial(_Handler, directory=str(folder))
    with ThreadingHTTPServer(("127.0.0.1", 0), handler) as server:
        thread = threading.Thread(target=server.serve_forever, daemon=True)
        thread.start()
        yield Site(folder, f"http://127.0.0.1:{server.server_port}")
        server.shutdown()
        thread.join()


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
    if page.url.startswith("http"):
        page.evaluate("localStorage.clear()")
    page.goto("about:blank")
    page.emulate_media(
        media="null", reduced_motion="reduce", color_scheme="light", forced_colors="none"
    )
    page.set_viewport_size({"width": WIDTHS[0], "height": HEIGHT})
