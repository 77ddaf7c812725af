"""The site, really built and really served, and a real browser: once for each worker."""

import os
import shutil
import subprocess
import sys
import threading
from collections.abc import Iterator
from functools import partial
from http import HTTPStatus
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import pytest
from browser.kinds import HEIGHT, Site
from playwright.sync_api import Browser, BrowserContext, Page, sync_playwright

ROOT = Path(__file__).parents[2]
OPTIONS = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--no-first-run",
]


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
def site(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Site]:
    """Build the demonstration and serve it."""
    folder = tmp_path_factory.mktemp("site")
    command = [sys.executable, "-m", "talqy", "build", "--project", str(ROOT), "--to", str(folder)]
    done = subprocess.run(command, check=False, capture_output=True, text=True)
    assert done.returncode == 0, f"the demonstration does not build:\n{done.stdout}{done.stderr}"
    handler = partial(_Handler, directory=str(folder))
    with ThreadingHTTPServer(("127.0.0.1", 0), handler) as server:
        thread = threading.Thread(target=server.serve_forever, daemon=True)
        thread.start()
        yield Site(folder, f"http://127.0.0.1:{server.server_port}")
        server.shutdown()
        thread.join()


@pytest.fixture(scope="session")
def chromium() -> str:
    """Answer where Chromium is; install it where that is ours to do, and fail where it is not."""
    if found := shutil.which("chromium"):
        return found
    if os.geteuid() == 0 and not os.environ.get("CI"):
        subprocess.run(["apt-get", "install", "-y", "chromium"], check=False, capture_output=True)
    if found := shutil.which("chromium"):
        return found
    pytest.fail("the browser tests need Chromium: apt-get install chromium", pytrace=False)


@pytest.fixture(scope="session")
def browser(chromium: str) -> Iterator[Browser]:
    """Start the browser."""
    with sync_playwright() as playwright:
        started = playwright.chromium.launch(executable_path=chromium, args=OPTIONS)
        yield started
        started.close()


@pytest.fixture(scope="session")
def contexts(browser: Browser) -> Iterator[dict[bool, BrowserContext]]:
    """Answer two settings of the browser: with JavaScript and without."""
    made = {
        java_script: browser.new_context(
            java_script_enabled=java_script,
            reduced_motion="reduce",
            viewport={"width": 1280, "height": HEIGHT},
        )
        for java_script in (True, False)
    }
    yield made
    for context in made.values():
        context.close()


@pytest.fixture
def page(contexts: dict[bool, BrowserContext]) -> Iterator[Page]:
    """Open a page of the browser."""
    opened = contexts[True].new_page()
    yield opened
    opened.close()


@pytest.fixture
def plain_page(contexts: dict[bool, BrowserContext]) -> Iterator[Page]:
    """Open a page of the browser that runs no JavaScript."""
    opened = contexts[False].new_page()
    yield opened
    opened.close()
