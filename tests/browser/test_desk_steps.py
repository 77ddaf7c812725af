"""The way of a text at the desk in a real browser: from its discussion to its act, day by day."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Page, Route, expect

import builders as b
from desk_serving import desk_served
from repositories import a_repository, committed, git
from talqy.model import paths

RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
PHONE, DESK = {"width": 375, "height": 800}, {"width": 1280, "height": 900}
SAVE = "form.step button:not([name])"
BOTH = {"reason.kk": "Азаматтар сұрады.", "reason.ru": "Просили граждане."}


@dataclass
class Sitting:
    """An official at the desk on a day."""

    page: Page
    base: str
    language: str
    script: bool

    def to(self, below: str) -> None:
        """Go to a page of a text, and look at it as a narrow screen shows it."""
        self.page.goto(f"{self.base}/{self.language}/steps/{b.STANDARD}/{below}")

    def step(self, step: str, **typed: str) -> None:
        """Take a step: fill in its page, and save."""
        self.to(f"r1/{step}/")
        for name, text in typed.items():
            field = self.page.locator(f'[name="{name}"]')
            if field.evaluate("one => one.tagName") == "SELECT":
                field.select_option(text)
            else:
                field.fill(text)
        self.page.locator(SAVE).click()
        expect(self.page).to_have_url(f"{self.base}/{self.language}/steps/{b.STANDARD}/")

    def publish(self) -> None:
        """Publish what was saved, by the links of the pages."""
        self.page.locator("main a[href$='/publish/']").first.click()
        looked = self.page.locator("[name=looked]")
        if looked.count():
            looked.check()
        self.page.locator("main form[action$='/publish/'] button").click()
        expect(self.page.locator("[role=status]")).to_be_visible()

    def faults(self) -> list[str]:
        """Return what axe finds on the page, and whether it is too wide for a phone.

        Axe waits for promises, which a page without a script never keeps.
        """
        if not self.script:
            return []
        options = {"runOnly": {"type": "tag", "values": RULES}}
        found = Axe().run(self.page, options=options).response["violations"]
        self.page.set_viewport_size(PHONE)  # type: ignore[arg-type]
        wide = self.page.evaluate("document.documentElement.scrollWidth") > PHONE["width"]
        self.page.set_viewport_size(DESK)  # type: ignore[arg-type]
        return [one["id"] for one in found] + ["too wide"] * wide


@contextmanager
def sitting(
    browser: Browser, bare: Path, day: str, language: str, *, script: bool = True
) -> Iterator[Sitting]:
    """Sit down at the desk on a day."""
    with desk_served(bare, day) as link:
        context = browser.new_context(java_script_enabled=script, viewport=DESK)  # type: ignore[arg-type]
        page = context.new_page()
        page.goto(link)
        yield Sitting(page, link.partition("/open/")[0], language, script)
        context.close()


def a_draft(folder: Path) -> Path:
    """Make a repository with one text that is ready to be discussed."""
    project = a_repository(folder / "project")
    text = b.a_revision(dated="2026-11-02", consultation=None)
    b.write_project(project, project=b.a_project(today=None), revisions=[text])
    committed(project)
    git(folder, "clone", "--quiet", "--bare", str(project), "bare.git")
    return folder / "bare.git"


def an_answered_comment(bare: Path) -> None:
    """Put a comment and its answer where they come from elsewhere: onto the main branch."""
    clone = bare.parent / "clone"
    git(bare.parent, "clone", "--quiet", str(bare), "clone")
    answer = b.a_response(decided={"by": b.MINISTRY, "on": "2026-12-01"})
    committed(clone, {b.comment_path(): b.a_comment(), b.response_path(): answer})
    git(clone, "push", "--quiet", "origin", "HEAD:main")


@pytest.mark.parametrize(
    ("language", "script"), [("ru", True), pytest.param("kk", False, marks=pytest.mark.proof)]
)
def test_from_the_discussion_to_the_act(
    browser: Browser, tmp_path: Path, language: str, *, script: bool
) -> None:
    """Opened, posted, extended, reported on, adopted; each step published, each page looked at."""
    bare = a_draft(tmp_path)
    with sitting(browser, bare, "2026-11-05", language, script=script) as desk:
        desk.to("")
        assert desk.faults() == []
        desk.page.locator("main a.button").click()
        desk.page.locator("[name=opens]").fill("2026-11-09")
        counted = desk.page.locator("[data-counted]")
        if not script:
            desk.page.locator("[name=count]").click()
        expect(counted).to_contain_text("23")
        assert desk.faults() == []
        desk.page.locator(SAVE).click()
        desk.publish()
    with sitting(browser, bare, "2026-11-09", language, script=script) as desk:
        for channel in ("internet", "egov"):
            desk.step("post", channel=channel, url=f"https://example.kz/{channel}")
        issue = {"reference.kk": "«Егемен», № 7", "reference.ru": "«Казправда», № 7"}
        desk.step("post", channel="print", **issue)
        desk.publish()
    with sitting(browser, bare, "2026-11-20", language, script=script) as desk:
        desk.step("extend", closes="2026-11-30", **BOTH)
        assert desk.faults() == []
        desk.publish()
    an_answered_comment(bare)
    with sitting(browser, bare, "2026-12-02", language, script=script) as desk:
        desk.to("r1/report/")
        assert desk.faults() == []
        signed = {"signed_by.kk": "Департамент", "signed_by.ru": "Департамент"}
        desk.step("report", **signed)
        desk.publish()
    with sitting(browser, bare, "2026-12-10", language, script=script) as desk:
        act = {"act.kk": "№ 7 бұйрық", "act.ru": "приказ № 7"}
        desk.step("adopt", in_force="2027-01-01", **act)
        desk.publish()
        desk.to("r1/correct/")
        assert desk.faults() == []
    said = git(bare, "show", f"main:{paths.revision_file(b.STANDARD, 1)}")
    assert [key in said for key in ("posted:", "extended:", "report:", "adopted:")] == [True] * 4
    assert "adopted" in git(bare, "show", f"main:{paths.history_file(b.STANDARD)}")
    assert git(bare, "branch", "--format=%(refname:short)") == "main"


def test_a_day_that_was_typed_before_the_script_came_is_counted(
    browser: Browser, tmp_path: Path
) -> None:
    """A slow network brings the script after the person has typed."""
    with sitting(browser, a_draft(tmp_path), "2026-11-05", "ru") as desk:
        waiting: list[Route] = []

        def hold(route: Route) -> None:
            waiting.append(route)

        desk.page.route("**/days.js*", hold)
        desk.page.goto(f"{desk.base}/ru/steps/{b.STANDARD}/r1/open/", wait_until="commit")
        desk.page.locator("[name=opens]").fill("2026-11-09")
        waiting[0].continue_()
        expect(desk.page.locator("[data-counted]")).to_contain_text("23")
