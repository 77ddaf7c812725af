"""Search by what is no word: numbers of comments as people copy them, signs, what nobody sees."""

from pathlib import Path
from typing import Any
from urllib.parse import quote

import pytest
from playwright.sync_api import Page

from browsing.kinds import Site
from index_reading import plain

pytestmark = pytest.mark.xdist_group("search")
NO_COMMENT = {"ru": "Комментария № {} нет.", "kk": "№ {} пікір жоқ."}
OF_NONE = "bjh9vt2100"


def asked(site: Site, page: Page, language: str, query: str) -> str:
    page.goto(f"{site.address('search', language)}?q={quote(query)}")
    page.locator(".answer p").first.wait_for()
    return page.locator(".answer").inner_text().replace("\xa0", " ")


def rows(site: Site, language: str, folder: str) -> list[Any]:
    files: list[Path] = sorted((site.folder / language / "search").glob(f"*/{folder}/*.txt"))
    return [row for file in files for row in plain(file.read_bytes())]


def an_id(site: Site) -> str:
    """Return an id with a zero and letters: people type it in many ways."""
    known = {row[0]: row for row in rows(site, "ru", "k")}
    ids = (anchor.removeprefix("c-") for *_, anchor, _ in rows(site, "ru", "i") if anchor in known)
    return str(next(name for name in ids if "0" in name and name.strip("0123456789")))


TYPED = ("{}", "№ {}", "{}.", "ответ на {}", "комментарий {}", "что с {}?", "паспорт {}")


@pytest.mark.parametrize("language", ["kk", "ru"])
def test_an_id_finds_its_comment_alone_in_whatever_way_it_is_typed(
    site: Site, page: Page, language: str
) -> None:
    name = an_id(site)
    ways = [way.format(name) for way in TYPED]
    for query in (*ways, name.upper(), name.upper().replace("0", "O")):
        said = asked(site, page, language, query)
        assert name in said, query
        links = page.locator(".results li li a")
        assert links.count() == 1, query
        assert (links.first.get_attribute("href") or "").endswith(f"c/{name}/"), query
        words = links.first.inner_text()
        assert name in words
        assert "«" in words


@pytest.mark.parametrize("language", ["kk", "ru"])
@pytest.mark.parametrize("way", ["{}", "№ {}", "пікір {}", "комментарий {}", "ответ на {}"])
def test_an_id_of_no_comment_is_said_to_be_of_none(
    site: Site, page: Page, language: str, way: str
) -> None:
    said = asked(site, page, language, way.format(OF_NONE))
    assert said == NO_COMMENT[language].format(OF_NONE)
    assert page.locator(".results a").count() == 0


@pytest.mark.parametrize(
    "query", [f"паспорт {OF_NONE}", "садик 2b", "паспорт 123abc45", "рождение 7kk"]
)
def test_words_that_nobody_typed_are_not_told_as_typed(site: Site, page: Page, query: str) -> None:
    said = asked(site, page, "ru", query)
    number = query.split()[1]
    assert f"«{number}»" in said
    assert page.locator(".results").get_by_text("есть «").count() == 0


@pytest.mark.parametrize("language", ["kk", "ru"])
@pytest.mark.parametrize("signs", ["😀", "%", "(((", "й"])
def test_what_has_no_words_is_said_so(site: Site, page: Page, language: str, signs: str) -> None:
    assert signs in asked(site, page, language, signs)
    assert page.locator(".results a").count() == 0
    assert page.locator(".titles a").first.is_visible()


def test_signs_that_nobody_sees_part_no_word(site: Site, page: Page) -> None:
    asked(site, page, "ru", "пас\u200bпорт")
    first = page.locator(".results a.found").first.get_attribute("href") or ""
    assert "passport-identity-card" in first
