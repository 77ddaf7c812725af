"""The files of search are read letter by letter as they were written."""

import pytest
from playwright.sync_api import Page

from browsing.kinds import LANGUAGES, Site
from index_reading import plain
from talqy.search.packed import CODING, packed

pytestmark = pytest.mark.xdist_group("search")

_ALL = bytes(range(256)).decode(CODING, "ignore")
_READ = "([folder, name]) => talqyFiles(folder).json(name)"
TEXTS = (
    _ALL,
    "Әліппе ҒҚҢӨҰҮҺІ әғқңөұүһі Ёлка №\N{NO-BREAK SPACE}5 – «сөз»",
    "Ѓѓ Ќќ Ўў Її Єє Ґґ Јј Ѕѕ Ћћ Ђђ Џџ \x98\x80",
    "🙂 日本 İstanbul ß \N{NON-BREAKING HYPHEN} \N{LINE SEPARATOR} \\u0441 \" ' \n\t",
)


def test_what_has_no_letter_of_its_own_is_told_in_others() -> None:
    assert plain(packed(TEXTS)) == [*TEXTS]
    assert packed("қағаз ☂") == '"қағаз \\u2602"'.encode(CODING)


def test_the_browser_reads_each_letter(site: Site, page: Page) -> None:
    body = packed(TEXTS)
    page.route("**/search/*/x.txt", lambda route: route.fulfill(body=body))
    page.goto(site.address("search", "kk"))
    folder = page.locator(".search-page").get_attribute("data-index")
    assert page.evaluate(_READ, [folder, "x.txt"]) == [*TEXTS]


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_browser_reads_the_clauses_that_were_written(
    site: Site, page: Page, language: str
) -> None:
    page.goto(site.address("search", language))
    folder = page.locator(".search-page").get_attribute("data-index") or ""
    index = (site.folder / language / "search" / folder).resolve()
    for name in ("core.txt", "d/0.txt", "t/0.txt", "w/3.txt"):
        assert page.evaluate(_READ, [folder, name]) == plain((index / name).read_bytes()), name
