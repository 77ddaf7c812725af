"""Without JavaScript, on a narrow screen and in large letters everything can be read."""

import re

import pytest
from playwright.sync_api import Page, ViewportSize

from browsing.kinds import (
    ALTERNATELY,
    EACH_TEMPLATE,
    EVERYWHERE,
    KINDS,
    LANGUAGES,
    UNLIKE,
    Site,
    cases,
)
from browsing.looking import FITS, PILLARS, WIDEST

PHONE: ViewportSize = {"width": 375, "height": 667}
NARROW: ViewportSize = {"width": 320, "height": 640}
ZOOMED: ViewportSize = {"width": 640, "height": 800}
"""1280 px at twice the size (WCAG 1.4.4 and 1.4.10)."""
SOME = ALTERNATELY[::3]
"""The head of all pages is the same; `test_links` looks at each counterpart."""


@pytest.mark.parametrize(("kind", "language"), cases(ALTERNATELY, UNLIKE))
def test_the_same_text_stands_there_without_javascript(
    site: Site, page: Page, plain_page: Page, kind: str, language: str
) -> None:
    """What a script brings, or what stands there in its place, is marked; all else is the same."""
    texts = []
    for opened in (page, plain_page):
        opened.goto(site.address(kind, language))
        # Playwright looks at a page without scripts as well.
        marked = opened.locator("[data-script]")
        marked.evaluate_all("all => all.forEach(one => one.remove())")
        texts.append(opened.locator("body").inner_text())
    assert len(texts[0]) > 20
    assert texts[0] == texts[1]


@pytest.mark.parametrize(("kind", "language"), cases(SOME, SOME[::3]))
def test_the_other_language_of_a_page_is_one_click_away(
    site: Site, plain_page: Page, kind: str, language: str
) -> None:
    other = next(code for code in LANGUAGES if code != language)
    plain_page.goto(site.address(kind, language))
    plain_page.locator(f"nav.languages a[lang={other}]").click()
    assert site.address(kind, other) == plain_page.url
    assert other == plain_page.locator("html").get_attribute("lang")


def test_the_chooser_leads_to_every_language(site: Site, plain_page: Page) -> None:
    for kind in ("chooser", "missing"):
        for language in LANGUAGES:
            plain_page.goto(site.address(kind))
            plain_page.locator(f"main a[lang={language}]").click()
            assert site.address("home", language) == plain_page.url


@pytest.mark.parametrize("kind", ["standard-open", "history", "compare-split"])
def test_details_open_without_javascript(site: Site, plain_page: Page, kind: str) -> None:
    """On a phone: where it is wide, some stand open without being opened."""
    plain_page.set_viewport_size(PHONE)
    plain_page.goto(site.address(kind, "kk"))
    for details in plain_page.locator("main details:not(details details, .contents details)").all()[
        :3
    ]:
        inside = details.locator(":scope > :not(summary)").first
        assert not inside.is_visible()
        details.locator(":scope > summary").click()
        assert inside.is_visible()


@pytest.mark.parametrize(("kind", "language"), cases(EVERYWHERE, EACH_TEMPLATE))
def test_nothing_sticks_out_at_320_pixels_or_in_letters_of_twice_the_size(
    site: Site, plain_page: Page, kind: str, language: str
) -> None:
    plain_page.set_viewport_size(NARROW)
    plain_page.goto(site.address(kind, language))
    assert plain_page.evaluate(FITS) <= 0, plain_page.evaluate(WIDEST)
    assert plain_page.evaluate(PILLARS) == []
    plain_page.set_viewport_size(ZOOMED)
    plain_page.evaluate("document.documentElement.style.fontSize = '200%'")
    assert plain_page.evaluate(FITS) <= 0, plain_page.evaluate(WIDEST)


@pytest.mark.parametrize("kind", [kind for kind in KINDS if kind.startswith("standard")])
def test_changing_the_language_keeps_the_place(site: Site, page: Page, kind: str) -> None:
    page.goto(site.address(kind, "kk"))
    places = page.locator("section.clause[id]")
    anchor = places.nth(places.count() // 2).get_attribute("id")
    page.goto(f"{site.address(kind, 'kk')}#{anchor}")
    page.locator("nav.languages a[lang=ru]").click()
    page.wait_for_url(re.compile(r"/ru/"))
    assert f"{site.address(kind, 'ru')}#{anchor}" == page.url
