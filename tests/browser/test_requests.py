"""What a visit asks for: only files of this site, all of them there, and few bytes."""

import gzip
from collections.abc import Callable, Sequence
from pathlib import Path
from urllib.parse import unquote, urlsplit

import pytest
from playwright.sync_api import ConsoleMessage, Page, Request, Response

from browsing.kinds import EACH_TEMPLATE, EVERYWHERE, Case, Site
from talqy.model.paths import ADDED
from talqy.site.pages.search import SCRIPT as OF_SEARCH

MOST_BYTES = 60 * 1024
GZIP_LEVEL = 6


@pytest.mark.parametrize(
    "pages",
    [
        pytest.param(EACH_TEMPLATE, id="each template"),
        pytest.param(EVERYWHERE, id="all", marks=pytest.mark.proof),
    ],
)
def test_every_page_asks_only_this_site_and_gets_everything(
    pages: Sequence[Case], site: Site, own_page: Page
) -> None:
    """No request goes elsewhere, nothing is missing, and the console stays empty."""
    asked: list[str] = []
    faults: list[str] = []
    own_page.on("request", lambda request: asked.append(request.url))
    own_page.on("requestfailed", lambda request: faults.extend(_failed(request)))
    own_page.on("response", lambda response: faults.extend(_missing(response)))
    own_page.on("console", lambda message: faults.extend(_complaint(message)))
    own_page.on("pageerror", lambda error: faults.append(f"{own_page.url}: {error}"))
    for kind, language in pages:
        own_page.goto(site.address(kind, language), wait_until="load")
    assert faults == []
    assert {site.origin} == {_origin(url) for url in asked}


def test_a_missing_address_is_answered_with_a_whole_page(site: Site, own_page: Page) -> None:
    """However deep the address lies, the page finds its stylesheet and leads on."""
    loaded: list[str] = []
    own_page.on("response", lambda response: loaded.extend([response.url] if response.ok else []))
    answer = own_page.goto(f"{site.origin}/kk/s/there-is-none/r9/", wait_until="load")
    assert answer is not None
    assert answer.status == 404
    assert f"{site.origin}/assets/talqy.css" in loaded
    assert {site.origin} == {_origin(url) for url in loaded}


def test_no_script_or_search_of_the_theme_is_published(site: Site) -> None:
    scripts = {path.relative_to(site.folder).as_posix() for path in site.folder.rglob("*.js*")}
    data = {path for path in scripts if path.startswith("data/") or "/search/" in path}
    own = ("talqy", "verify", "comment", "comments", "register", "share")
    of_search = ("numbers", "comments", "guesses", "unnamed", "heard", "respelt", "pages")
    beside = (*(f"search-{name}" for name in of_search), OF_SEARCH)
    ours = {f"assets/{name}.js" for name in (*own, *beside)}
    data |= {path for path in scripts if path.endswith("/standards/rows.json")}
    data |= {path for path in scripts if path.startswith(f"{ADDED}/")}
    assert ours == scripts - data
    names = [path.name for path in site.folder.rglob("*")]
    assert [name for name in names if "lunr" in name or name.endswith((".map", ".woff2"))] == []
    assert not (site.folder / "search").exists()


def test_the_first_visit_of_the_heaviest_standard_is_light(
    site: Site, own_page: Page, record_property: Callable[[str, object], None]
) -> None:
    heaviest = max(site.folder.glob("*/s/*/index.html"), key=lambda file: len(_packed(file)))
    asked: set[str] = set()
    own_page.on("request", lambda request: asked.add(urlsplit(request.url).path))
    where = heaviest.parent.relative_to(site.folder).as_posix()
    own_page.goto(f"{site.origin}/{where}/", wait_until="networkidle")
    sizes = {path: len(_packed(_file(site, path))) for path in asked}
    total = sum(sizes.values())
    assert total <= MOST_BYTES, f"{where}: {total} bytes, of them {sizes}"
    record_property("first visit", f"{where}: {total} bytes")


def _packed(file: Path) -> bytes:
    return gzip.compress(file.read_bytes(), compresslevel=GZIP_LEVEL, mtime=0)


def _file(site: Site, path: str) -> Path:
    file = site.folder / unquote(path).lstrip("/")
    return file / "index.html" if path.endswith("/") else file


def _origin(url: str) -> str:
    parts = urlsplit(url)
    return f"{parts.scheme}://{parts.netloc}"


def _missing(response: Response) -> list[str]:
    return [] if response.status < 400 else [f"{response.status}: {response.url}"]


def _failed(request: Request) -> list[str]:
    """Name a request that failed; the browser drops an icon when we leave the page at once."""
    why = request.failure or ""
    return [] if "ERR_ABORTED" in why else [f"{why}: {request.url}"]


def _complaint(message: ConsoleMessage) -> list[str]:
    return [f"{message.type}: {message.text}"] if message.type in {"error", "warning"} else []
