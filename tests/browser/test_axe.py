"""The rules of axe-core hold on every kind of page, wide in one language, narrow in another."""

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page

from browsing.kinds import EVERYWHERE, HEIGHT, UNLIKE, WIDTH_OF, Site, cases
from browsing.looking import contrast

RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
IN_THE_DARK = {("compare-newest", "ru"), ("statistics", "kk"), ("participate-open", "kk")}
LEAST_DARK = 10.0


@pytest.mark.parametrize(("kind", "language"), cases(EVERYWHERE, UNLIKE))
def test_axe_finds_nothing(site: Site, page: Page, kind: str, language: str) -> None:
    page.goto(site.address(kind, language))
    found = []
    for width in WIDTH_OF[language]:
        page.set_viewport_size({"width": width, "height": HEIGHT})
        found += [line for line in _violations(page) if line not in found]
    assert not found, "\n".join(found)


@pytest.mark.parametrize(("kind", "language"), cases(EVERYWHERE, IN_THE_DARK))
def test_axe_finds_nothing_in_the_dark(site: Site, page: Page, kind: str, language: str) -> None:
    """The contrast above all: no colour is written beside the two sets of values."""
    page.emulate_media(color_scheme="dark")
    page.goto(site.address(kind, language))
    ground = "getComputedStyle(document.body).backgroundColor"
    assert contrast(page.evaluate(ground), "rgb(255, 255, 255)") > LEAST_DARK
    assert _violations(page) == []


def _violations(page: Page) -> list[str]:
    options = {"runOnly": RULES, "resultTypes": ["violations"]}
    answer = Axe().run(page, options=options).response
    return [
        f"{violation['id']} ({violation['help']}): {node['html'][:200]} {node['failureSummary']}"
        for violation in answer["violations"]
        for node in violation["nodes"]
    ]
