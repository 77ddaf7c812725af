"""How soon a page is there on a cheap phone: the largest part of it seen, and what was sent.

    python tests/bench/first_loads.py [--site FOLDER] [--rounds 3]

Chromium at 375 × 667, 400 kbit/s, 400 ms to the server and back, the processor slowed down four
times; the server sends files compressed, nothing is in a cache. The floor is a page of the same run
with one line of text and no file beside it. Times say little while the machine does other work, so
the load is told.
"""

import gzip
import os
import statistics
import tempfile
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from io import BytesIO
from pathlib import Path
from shutil import which

import click
from playwright.sync_api import Browser, sync_playwright

from browsing.kinds import KINDS, Site
from discussions import ROOT

_GOAL = 2.3
"""Seconds, of a standard's page: not later than it was (issue of the site)."""
_MOST_SENT = 60
_SHOWN = ("standard-open", "standard-considering", "home", "register", "comments", "comment")
_MORE = ("participate-open", "compare-newest", "statistics", "search")
_SLOW = {"offline": False, "latency": 400, "downloadThroughput": 50_000, "uploadThroughput": 50_000}
_PACKED = {".html": "text/html; charset=utf-8", ".css": "text/css", ".js": "text/javascript"}
_FLOOR = "<!doctype html><html lang=kk><title>Floor</title><p>Бір жол мәтін."
_WATCH = """() => { new PerformanceObserver((list) => {
  window.seen = list.getEntries().at(-1).startTime; }).observe(
  { type: "largest-contentful-paint", buffered: true }); }"""


class _Packed(SimpleHTTPRequestHandler):
    """Send texts compressed, as web servers do, and count what is sent."""

    sent = 0

    def log_message(self, *_: object) -> None:
        """Stay quiet."""

    def send_head(self) -> BytesIO | None:
        """Answer with the head, and return the content."""
        file = Path(self.translate_path(self.path))
        file = file / "index.html" if file.is_dir() else file
        if not file.is_file():
            self.send_error(404)
            return None
        kind = _PACKED.get(file.suffix)
        body = gzip.compress(file.read_bytes(), 6, mtime=0) if kind else file.read_bytes()
        _Packed.sent += len(body)
        self.send_response(200)
        self.send_header("Content-Type", kind or self.guess_type(str(file)))
        if kind:
            self.send_header("Content-Encoding", "gzip")
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        return BytesIO(body)


@contextmanager
def _served(folder: Path) -> Iterator[str]:
    server = ThreadingHTTPServer(("127.0.0.1", 0), partial(_Packed, directory=str(folder)))
    with server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        yield f"http://127.0.0.1:{server.server_port}/"
        server.shutdown()


def _loaded(browser: Browser, address: str) -> tuple[float, float]:
    """Return the seconds until the largest part is seen, and the KB that were sent until then."""
    context = browser.new_context(viewport={"width": 375, "height": 667})
    page = context.new_page()
    door = context.new_cdp_session(page)
    door.send("Network.enable")
    door.send("Network.emulateNetworkConditions", _SLOW)
    door.send("Emulation.setCPUThrottlingRate", {"rate": 4})
    _Packed.sent = 0
    page.add_init_script(f"({_WATCH})()")
    page.goto(address, wait_until="load")
    page.wait_for_function("window.seen")
    page.wait_for_timeout(500)
    seen = page.evaluate("window.seen")
    context.close()
    return seen / 1000, _Packed.sent / 1024


@click.command()
@click.option("--site", default=ROOT / "site", type=click.Path(path_type=Path, exists=True))
@click.option("--rounds", default=3, show_default=True, type=click.IntRange(1))
def main(site: Path, rounds: int) -> None:
    """Print how soon each page is seen, its ratio to the floor, and what was sent."""
    click.echo(f"load {os.getloadavg()[0]:.1f}; rounds: {rounds}; medians")
    with tempfile.TemporaryDirectory() as empty, sync_playwright() as door:
        (Path(empty) / "index.html").write_text(_FLOOR, "utf-8")
        browser = door.chromium.launch(executable_path=which("chromium"), args=["--no-sandbox"])
        with _served(Path(empty)) as address:
            floor = statistics.median(_loaded(browser, address)[0] for _ in range(rounds))
        click.echo(f"{'floor':28} {floor:5.2f} s")
        with _served(site) as address:
            for kind in (*_SHOWN, *_MORE):
                for language in ("kk", "ru"):
                    path = f"{language}/{KINDS[kind](Site(site, address))}"
                    runs = [_loaded(browser, address + path) for _ in range(rounds)]
                    seen = statistics.median(one for one, _ in runs)
                    sent = runs[0][1]
                    click.echo(
                        f"{f'{kind} {language}':28} {seen:5.2f} s  {seen / floor:4.1f} × floor  "
                        f"{sent:5.1f} KB"
                    )
        browser.close()
    click.echo(f"goals: a standard's page {_GOAL} s, {_MOST_SENT} KB")


if __name__ == "__main__":
    main()
