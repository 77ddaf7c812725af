"""However long the name of a site is, its head is one row on a phone, and covers nothing."""

from dataclasses import dataclass
from pathlib import Path

import pytest
from playwright.sync_api import Page

import builders as b
from sites import built, small

MOST = 64
NAMES = {
    "short": b.said("Талқылау", "Обсуждение"),
    "usual": b.said("Стандарттар жобаларын талқылау", "Обсуждение проектов стандартов"),
    "long": b.said(
        "Мемлекеттік көрсетілетін қызметтер стандарттарының жобаларын талқылау",
        "Обсуждение проектов стандартов государственных услуг",
    ),
    "one word": b.said("Тіркеу" * 14),
}
SHOWN = {"short": 1, "usual": 3}
"""Of these no letter is cut off, in so many lines."""


@dataclass(frozen=True, slots=True)
class NamedSite:
    """A built site, and which of the names it has."""

    name: str
    folder: Path


@pytest.fixture(scope="module", params=NAMES)
def named(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> NamedSite:
    """Build a small site that has such a name."""
    folder = tmp_path_factory.mktemp("named")
    name = NAMES[request.param]
    return NamedSite(request.param, built(small(folder, project=b.a_project(short_name=name))))


@pytest.mark.parametrize("width", [320, 375])
@pytest.mark.parametrize("language", ["kk", "ru"])
def test_the_head_is_one_row(named: NamedSite, page: Page, language: str, width: int) -> None:
    page.set_viewport_size({"width": width, "height": 667})
    page.goto((named.folder / language / "index.html").as_uri())
    head = page.locator("header.site").bounding_box()
    assert head
    assert head["height"] <= MOST
    assert page.evaluate("document.documentElement.scrollWidth") <= width
    name = page.locator(".site-name a > span")
    parts = [name, page.locator("nav.languages"), page.locator(".menu > summary")]
    boxes = [box for part in parts if (box := part.bounding_box())]
    assert len(boxes) == len(parts)
    assert all(box["width"] > 20 for box in boxes)
    ends = [box["x"] + box["width"] for box in boxes]
    assert ends[0] <= boxes[1]["x"]
    assert ends[1] <= boxes[2]["x"]
    if lines := SHOWN.get(named.name):
        assert name.evaluate("it => it.scrollHeight <= it.clientHeight + 1"), "a letter is cut off"
        height = name.evaluate("it => parseFloat(getComputedStyle(it).lineHeight)")
        assert boxes[0]["height"] <= lines * height + 1


def test_an_open_menu_stands_below(named: NamedSite, page: Page) -> None:
    page.set_viewport_size({"width": 320, "height": 667})
    page.goto((named.folder / "kk" / "index.html").as_uri())
    page.locator(".menu > summary").click()
    button = page.locator(".menu > summary").bounding_box()
    first = page.locator(".sections a").first.bounding_box()
    assert button
    assert first
    assert first["y"] >= button["y"] + button["height"]
    assert page.evaluate("document.documentElement.scrollWidth") <= 320
