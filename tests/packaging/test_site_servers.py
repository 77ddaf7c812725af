"""The built site behind nginx and Caddy, as the examples have it: what is said of each file."""

import gzip
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from ssl import create_default_context

import pytest
from httpx2 import Client, Response

from front_servers import caddy, nginx, running
from sites import ROOT
from working import free_address

pytestmark = pytest.mark.proof
HOST = "talqy.example.kz"
OFFICE = "application/vnd.openxmlformats-officedocument"
KINDS = {
    ".html": "text/html; charset=utf-8",
    ".css": "text/css; charset=utf-8",
    ".txt": "text/plain; charset=utf-8",
    ".csv": "text/csv; charset=utf-8",
    ".ics": "text/calendar; charset=utf-8",
    ".ttl": "text/turtle; charset=utf-8",
    ".json": "application/json",
    ".jsonld": "application/ld+json",
    ".svg": "image/svg+xml",
    ".png": "image/png",
    ".zip": "application/zip",
    ".docx": f"{OFFICE}.wordprocessingml.document",
    ".xlsx": f"{OFFICE}.spreadsheetml.sheet",
}
"""Endings that both servers answer in the same words; scripts and XML have several right ones."""
SCRIPT = {f"{kind}/javascript; charset=utf-8" for kind in ("text", "application")}
XML = {"text/xml; charset=utf-8"}
FOR_EVER = "public, max-age=31536000, immutable"


@dataclass
class Served:
    """A site behind a server, and the files that were built."""

    folder: Path
    browser: Client

    def ask(self, path: str, **heads: str) -> Response:
        """Ask for an address of the site."""
        named = {"sni_hostname": HOST}
        asked = self.browser.build_request("GET", path, headers=heads, extensions=named)
        return self.browser.send(asked)

    def one(self, pattern: str) -> str:
        """Return the path of a file of the site, the first of its pattern."""
        found = (one.relative_to(self.folder).as_posix() for one in self.folder.glob(pattern))
        return min(path for path in found if not path.startswith("."))


@pytest.fixture(scope="module", params=[("nginx-site.conf", nginx), ("Caddyfile-site", caddy)])
def server(
    request: pytest.FixtureRequest, published: Path, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[Served]:
    """Run a server over the demonstration."""
    name, made = request.param
    folder, secure = tmp_path_factory.mktemp("server"), free_address()
    text = (ROOT / "docs" / "deploy" / name).read_text("utf-8")
    line = made(folder, text.replace("/srv/site", str(published / "site")), HOST, secure)
    believing = create_default_context(cafile=str(folder / "fullchain.pem"))
    heads = {"Host": HOST, "Accept-Encoding": "identity"}
    with (
        running(line, secure, folder, HOME=str(folder)),
        Client(base_url=f"https://{secure}", verify=believing, headers=heads) as browser,
    ):
        yield Served(published / "site", browser)


def test_every_form_of_file_is_called_what_it_is(server: Served) -> None:
    files = [one for one in server.folder.rglob("*") if one.is_file()]
    forms = {one.suffix for one in files if not one.name.startswith(".")}
    assert forms == {*KINDS, ".js", ".xml"}
    for ending, kind in KINDS.items():
        assert server.ask(f"/{server.one(f'**/*{ending}')}").headers["content-type"] == kind
    assert server.ask("/assets/talqy.js").headers["content-type"] in SCRIPT
    assert server.ask("/sitemap.xml").headers["content-type"] in XML
    for path, kind in (("**/feed.xml", "atom"), ("**/*.akn.xml", "akn")):
        said = server.ask(f"/{server.one(path)}").headers["content-type"]
        assert said == f"application/{kind}+xml; charset=utf-8"


def test_a_folder_is_the_page_in_it_and_leads_there_without_its_slash(server: Served) -> None:
    page = server.ask("/ru/")
    assert page.status_code == 200
    assert page.content == (server.folder / "ru/index.html").read_bytes()
    bare = server.ask("/ru")
    assert bare.status_code in {301, 308}
    assert bare.headers["location"] in {"/ru/", "ru/"}


@pytest.mark.parametrize("path", ["/ru/none/", "/none.csv", "/ru/search/0123456789abcdef/none.txt"])
def test_what_is_not_there_is_said_by_the_page_of_the_site(path: str, server: Served) -> None:
    """It is kept by nobody: the file may be on its way."""
    answer = server.ask(path)
    assert answer.status_code == 404
    assert answer.content == (server.folder / "404.html").read_bytes()
    assert answer.headers["content-type"] == KINDS[".html"]
    assert answer.headers.get("cache-control", "no-cache") == "no-cache"


@pytest.mark.parametrize("path", ["/.talqy-files", "/.talqy-parts", "/.talqy-added/"])
def test_what_builds_remember_is_given_to_nobody(path: str, server: Served) -> None:
    assert (server.folder / path.strip("/")).exists()
    assert server.ask(path).status_code == 404


@pytest.mark.parametrize("path", ["/ru/", "/ru/none/", "/data/shapes.ttl", "/ru/feed.xml"])
def test_a_browser_is_told_what_it_may_do(path: str, server: Served) -> None:
    heads = server.ask(path).headers
    policy = heads["content-security-policy"].split("; ")
    assert {"default-src 'none'", "script-src 'self'", "frame-ancestors 'none'"} <= {*policy}
    assert "unsafe" not in heads["content-security-policy"]
    assert heads["x-content-type-options"] == "nosniff"
    assert heads["referrer-policy"] == "no-referrer"
    assert heads["strict-transport-security"]
    assert heads["server"] in {"nginx", "Caddy"}


@pytest.mark.parametrize(
    "pattern",
    [
        *("ru/index.html", "assets/talqy.css", "assets/talqy.js", "data/catalogue.ttl"),
        *("data/catalogue.jsonld", "data/comments.csv", "data/comments.json", "ru/feed.xml"),
        *("ru/calendar.ics", "**/*.akn.xml", "data/receipts/*/*.svg", "ru/search/*/core.txt"),
    ],
)
def test_text_comes_packed(pattern: str, server: Served) -> None:
    path = server.one(pattern)
    with server.browser.stream(
        "GET",
        f"/{path}",
        headers={"Accept-Encoding": "gzip"},
        extensions={"sni_hostname": HOST},
    ) as answer:
        packed = b"".join(answer.iter_raw())
    assert answer.headers["content-encoding"] == "gzip"
    assert "accept-encoding" in answer.headers["vary"].lower()
    assert gzip.decompress(packed) == (server.folder / path).read_bytes()


def test_a_page_is_asked_for_again_and_not_sent_again(server: Served) -> None:
    for path in ("/ru/", "/assets/talqy.css", "/data/comments.json"):
        first = server.ask(path)
        assert first.headers["cache-control"] == "no-cache"
        known = {"If-None-Match": first.headers["etag"]}
        assert server.ask(path, **known).status_code == 304


def test_what_has_its_digest_in_its_name_is_kept_for_ever(server: Served) -> None:
    for pattern in ("ru/share-*.png", "assets/stylesheets/*.css", "*/search/r/*/*"):
        assert server.ask(f"/{server.one(pattern)}").headers["cache-control"] == FOR_EVER
    assert server.ask(f"/{server.one('ru/search/*/core.txt')}").headers["cache-control"] == FOR_EVER
