"""The desk in a real browser: the link, Today, two versions, the preview, publishing."""

from pathlib import Path

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Page, expect

from desk_serving import desk_served
from desks import AIGERIM, DRAFT, TODAY, a_bare_project
from repositories import git
from talqy.project.write import Replace
from talqy.service.desk.work.place import DeskPlace
from talqy.service.desk.work.values import WorkName
from talqy.service.desk.work.works import Works

RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
PHONE, WIDE = {"width": 375, "height": 800}, {"width": 1280, "height": 900}
STANDARD = "standards/birth-registration/standard.yaml"
WORDS = {"kk": ("Бүгін", "Жариялау"), "ru": ("Сегодня", "Опубликовать")}


def saved(works: Works, more: str, name: WorkName = DRAFT) -> None:
    """Let somebody else save something."""
    seen = works.of(name)
    was = (seen.root / STANDARD).read_text("utf-8")
    works.save(name, seen.commit, [Replace(STANDARD, was + more)], "Карточка уточнена", AIGERIM)


def looked_at(page: Page, *, script: bool) -> None:
    """Hold a page to what all can use, and to a narrow screen."""
    if not script:
        return
    options = {"runOnly": {"type": "tag", "values": RULES}}
    found = Axe().run(page, options=options).response["violations"]
    assert [(one["id"], one["nodes"][0]["html"]) for one in found] == []
    page.set_viewport_size(PHONE)  # type: ignore[arg-type]
    assert page.evaluate("document.documentElement.scrollWidth") <= PHONE["width"], page.url
    page.set_viewport_size(WIDE)  # type: ignore[arg-type]


@pytest.mark.parametrize(("language", "script"), [("kk", True), ("ru", False)])
def test_a_work_is_looked_at_and_published(
    browser: Browser, tmp_path: Path, language: str, *, script: bool
) -> None:
    bare, (today, publish) = a_bare_project(tmp_path), WORDS[language]
    works = Works(DeskPlace(bare, "main"), tmp_path / "other", TODAY)
    saved(works, "# a\n")
    with desk_served(bare, "2026-11-20") as link:
        origin = link.partition("/open/")[0]
        context = browser.new_context(java_script_enabled=script, viewport=WIDE)  # type: ignore[arg-type]
        page, refused = context.new_page(), list[str]()
        page.on("console", lambda said: refused.append(said.text))
        page.goto(link)
        page.goto(f"{origin}/{language}/")
        expect(page.locator("h1")).to_have_text(today)
        looked_at(page, script=script)
        page.locator("#begun + ul a").click()
        looked_at(page, script=script)
        page.locator("main a", has_text=publish).click()
        looked_at(page, script=script)
        saved(works, "# b\n")  # somebody else is quicker
        page.get_by_role("button", name=publish).click()
        expect(page.locator("[role=alert]")).to_be_visible()
        looked_at(page, script=script)
        page.goto(f"{origin}/{language}/preview/{DRAFT.key}/{language}/s/birth-registration/")
        expect(page.locator("h1")).to_be_visible()
        page.goto(f"{origin}/{language}/work/{DRAFT.key}/publish/")
        page.get_by_role("button", name=publish).click()
        expect(page.locator("[role=status]").first).to_be_visible()
        context.close()
    assert git(bare, "show", f"main:{STANDARD}").endswith("# a\n# b")
    assert [one for one in refused if "Content Security Policy" in one] == []
