"""Search for pages beside the standards: how to comment, personal data, statistics."""

import re

import pytest
from playwright.sync_api import Page, expect

from browsing.kinds import LANGUAGES, Site
from searching import PAGES, queries

pytestmark = pytest.mark.xdist_group("search")

LEAST_FIRST = 0.95
FIRST = """async ([folder, query]) => {
  const engine = talqySearch(folder);
  const { rows } = await engine.answer(query);
  const [path] = rows.length ? await engine.title(rows[0].entry) : [""];
  return [path, rows[0]?.isForm ?? false];
}"""


def test_the_right_page_comes_first(site: Site, page: Page) -> None:
    """Beside the name of a standard that one does, with the way to comment on it."""
    asked, wrong = 0, []
    for language in LANGUAGES:
        page.goto(site.address("search", language))
        folder = page.locator(".search-page").get_attribute("data-index")
        for query in queries(language, PAGES):
            asked += 1
            path, is_form = page.evaluate(FIRST, [folder, query["query"]])
            is_say = query["kind"] == "say"
            right = [f"s/{it}/" if is_say else it for it in query["expected"]]
            if path not in right or is_form != is_say:
                wrong.append((query["query"], path))
    assert len(wrong) <= asked * (1 - LEAST_FIRST), wrong


def answered(site: Site, page: Page, language: str, query: str) -> None:
    page.goto(f"{site.address('search', language)}?q={query}")
    expect(page.locator(f".search-page[data-answered='{query}']")).to_be_visible()


def test_pages_that_are_asked_for_stand_before_standards(site: Site, page: Page) -> None:
    answered(site, page, "ru", "персональные данные")
    expect(page.locator(".results a.found").first).to_have_text("Персональные данные")
    expect(page.locator(".answer")).to_contain_text("найдено страниц этого сайта: 1")
    expect(page.locator(".results h2")).to_have_text(["Страницы этого сайта", "Стандарты"])


def test_who_asks_how_to_comment_on_a_standard_is_led_to_its_form(site: Site, page: Page) -> None:
    answered(site, page, "ru", "как оставить комментарий к паспорту")
    first = page.locator(".results .answers > li").first
    expect(first.locator("a.found")).to_have_text("Паспорт и удостоверение личности")
    form = first.get_by_role("link", name="Как оставить комментарий")
    expect(form).to_have_attribute("href", re.compile(r"s/passport-identity-card/comment/$"))
    expect(page.get_by_role("link", name="Как проходит обсуждение").first).to_be_visible()


def test_what_people_wrote_is_still_asked_of_comments(site: Site, page: Page) -> None:
    answered(site, page, "ru", "комментарии про очередь")
    expect(page.get_by_role("heading", name="В комментариях")).to_be_visible()
    expect(page.get_by_role("link", name="Как оставить комментарий")).to_have_count(0)


@pytest.mark.parametrize("query", ["cnfnbcnbrf", "статист"])
def test_a_page_is_found_on_other_keys_and_before_its_word_ends(
    site: Site, page: Page, query: str
) -> None:
    answered(site, page, "ru", query)
    expect(page.locator(".results a.found").first).to_have_text("Статистика")
