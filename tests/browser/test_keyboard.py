"""With the keyboard alone everything can be reached, seen and left; with a finger it can be hit."""

from typing import Any

import pytest
from playwright.sync_api import Page

from browsing.kinds import (
    ALTERNATELY,
    EVERYWHERE,
    HEIGHT,
    KINDS,
    LANGUAGES,
    UNLIKE,
    WIDTH_OF,
    WIDTHS,
    Site,
    cases,
)
from browsing.looking import FOCUS, TARGETS, contrast

LEAST_OUTLINE = 2
LEAST_CONTRAST = 3.0
"""WCAG 1.4.11: what shows the focus stands out from what lies beside it."""


LEFT = -1


@pytest.mark.parametrize(("kind", "language"), cases(ALTERNATELY, UNLIKE))
def test_tab_walks_through_everything_in_order_and_ends(
    site: Site, page: Page, kind: str, language: str
) -> None:
    """Every stop is reached once, shows that it has the focus, and lies in sight, uncovered."""
    for width in WIDTH_OF[language]:
        page.set_viewport_size({"width": width, "height": HEIGHT})
        page.goto(site.address(kind, language))
        names: list[str] = page.evaluate(FOCUS)
        assert names, "nothing on the page can be reached"
        seen = _walk(page, len(names))
        *stops, end = [stop["index"] for stop in seen]
        assert [*range(len(names))] == stops
        assert end in {LEFT, 0}, "the walk neither leaves the page nor begins anew"
        faults = [f"{name}: {_faults(stop)}" for name, stop in zip(names, seen[:-1], strict=True)]
        assert [fault for fault in faults if not fault.endswith("[]")] == [], f"at {width} px"


@pytest.mark.parametrize("kind", [*KINDS][::6])
def test_the_first_stop_skips_to_the_content(site: Site, page: Page, kind: str) -> None:
    """The choosers of languages have no navigation to skip, and so no such link."""
    page.goto(site.address(kind, "kk"))
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.matches('a.skip')")
    page.keyboard.press("Enter")
    assert page.evaluate("document.activeElement.id") == "_main"
    if page.locator("main a[href]").count():
        page.keyboard.press("Tab")
        assert page.evaluate("document.activeElement.closest('main') !== null")


@pytest.mark.parametrize(("kind", "language"), cases(EVERYWHERE, UNLIKE))
def test_targets_are_large_or_stand_apart(site: Site, page: Page, kind: str, language: str) -> None:
    """WCAG 2.5.8: 24 by 24 CSS pixels, or that much room around; links in sentences excepted."""
    page.goto(site.address(kind, language))
    for width in WIDTHS:
        page.set_viewport_size({"width": width, "height": HEIGHT})
        crowded: list[str] = page.evaluate(TARGETS)
        assert crowded == [], f"at {width} px"


def _walk(page: Page, stops: int) -> list[dict[str, Any]]:
    """Press Tab once for each stop, and once more."""
    for _ in range(stops + 1):
        page.keyboard.press("Tab")
    seen: list[dict[str, Any]] = page.evaluate("focusSeen")
    return seen


def _faults(stop: dict[str, Any]) -> list[str]:
    faults = []
    if not stop["inside"]:
        faults.append(f"out of sight: {stop['box']}")
    if not stop["uncovered"]:
        faults.append("covered by something else")
    if stop["style"] == "none" or stop["outline"] < LEAST_OUTLINE:
        faults.append("does not show that it has the focus")
    elif (found := contrast(stop["colour"], stop["ground"])) < LEAST_CONTRAST:
        faults.append(f"its outline hardly stands out: {found:.2f}")
    return faults


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("width", WIDTHS)
def test_the_first_draft_is_four_steps_from_the_start(
    site: Site, page: Page, language: str, width: int
) -> None:
    """The skip link, and from the content at most two steps more: nothing stands before drafts."""
    page.set_viewport_size({"width": width, "height": 800})
    page.goto(site.address("home", language))
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    met: list[str] = []
    for _ in range(2):
        page.keyboard.press("Tab")
        met.append(page.evaluate("document.activeElement.href") or "")
    assert [one for one in met if "/s/" in one] != [], met
