"""A draft at the desk in a real browser: from two Word files to a redline that somebody sees."""

import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Dialog, Page, Route, expect

from clerks import a_clerk
from desk_serving import desk_served
from desks import a_bare_project
from repositories import git
from talqy.project.survey import survey
from word_texts import a_line_text

RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
PHONE, WIDE = {"width": 375, "height": 800}, {"width": 1280, "height": 900}
STANDARD = "birth-registration"
SAID = {
    "kk": "Қызмет 1 (бір) жұмыс күні ішінде көрсетіледі.",
    "ru": "Услуга оказывается за 1 (один) рабочий день.",
}


@contextmanager
def sitting(browser: Browser, bare: Path, *, script: bool) -> Iterator[tuple[Page, str]]:
    """Sit down at the desk; return the window and the address of the desk."""
    with desk_served(bare, "2026-11-20") as link:
        context = browser.new_context(java_script_enabled=script, viewport=WIDE)  # type: ignore[arg-type]
        page = context.new_page()
        page.goto(link)
        yield page, link.partition("/open/")[0]
        context.close()


def looked_at(page: Page, *, script: bool, picture: Path | None = None) -> None:
    """Hold a page to what all can use, and to a narrow screen."""
    if script:
        options = {"runOnly": {"type": "tag", "values": RULES}}
        found = Axe().run(page, options=options).response["violations"]
        assert [(one["id"], one["nodes"][0]["html"]) for one in found] == []
    page.set_viewport_size(PHONE)  # type: ignore[arg-type]
    if script:
        assert page.evaluate("document.documentElement.scrollWidth") <= PHONE["width"], page.url
    if picture:
        page.screenshot(path=f"{picture}-375.png", full_page=True)
    page.set_viewport_size(WIDE)  # type: ignore[arg-type]
    if picture:
        page.screenshot(path=f"{picture}-1280.png", full_page=True)


def two_files(bare: Path, folder: Path) -> list[Path]:
    """Write the text in Russian and in Kazakh, with another term, as somebody types it in Word."""
    git(folder, "clone", "--quiet", str(bare), "typed")
    register, _ = survey(folder / "typed", is_checked=False).as_read
    record = register.record(STANDARD)
    text = record.revision(2) if record else None
    assert text
    clauses = [c.model_copy(update={"text": SAID}) if c.id == "term" else c for c in text.clauses]
    new = text.model_copy(update={"clauses": tuple(clauses)})
    files = [folder / f"{code}.docx" for code in ("ru", "kk")]
    for file in files:
        file.write_bytes(a_line_text(new, file.stem, has_marks=False))
    return files


@pytest.mark.parametrize(
    ("language", "script"), [("ru", True), pytest.param("kk", False, marks=pytest.mark.proof)]
)
def test_from_word_to_a_redline(
    browser: Browser,
    tmp_path: Path,
    language: str,
    pictures: Path | None,
    *,
    script: bool,
) -> None:
    """Brought, asked, saved, a fact edited, looked at, saved, its redline seen."""
    bare = a_bare_project(tmp_path)
    russian, kazakh = two_files(bare, tmp_path)

    def seen(name: str) -> None:
        looked_at(page, script=script, picture=pictures and pictures / f"{language}-{name}")

    with sitting(browser, bare, script=script) as (page, desk):
        page.goto(f"{desk}/{language}/drafts/")
        seen("1-drafts")
        page.locator("main a.button").first.click()
        page.locator("[name=file]").set_input_files(russian)
        page.locator("[name=second]").set_input_files(kazakh)
        page.locator("[name=target]").select_option(f"next:{STANDARD}")
        seen("2-bring")
        page.locator(".bring-form [type=submit]").click()
        expect(page.locator(".question").first).to_be_visible()
        seen("3-plan")
        for one in page.locator(".question input[type=radio][value=term]").all():
            one.check()
        for area in page.locator(".question textarea").all():
            area.fill("Адамдарға жылдамырақ." if language == "kk" else "Быстрее для людей.")
        page.locator("button[value=save]").click()
        expect(page).to_have_url(f"{desk}/{language}/s/{STANDARD}/r3/")
        expect(page.locator("#term .prose").first).to_contain_text(SAID[language])
        seen("4-text")

        page.locator("#term a.button").click()
        amount = page.locator("[name='facts.term.0.amount']")
        assert amount.input_value() == "2"
        amount.fill("1")
        page.locator("button[value=look]").click()
        expect(page.locator("aside .fact-changes del").first).to_be_visible()
        seen("5-looked-at")
        page.locator(".acts .button").first.click()
        expect(page).to_have_url(f"{desk}/{language}/s/{STANDARD}/r3/edit/term/")
        expect(page.locator("aside .fact-changes ins").first).to_be_visible()
        seen("6-edited")
        page.goto(f"{desk}/{language}/s/{STANDARD}/r3/changes/")
        expect(page.locator("#term .redline ins").first).to_be_visible()
        seen("7-changes")
        page.goto(f"{desk}/{language}/s/{STANDARD}/r3/reasons/")
        seen("8-reasons")
        page.goto(f"{desk}/{language}/s/{STANDARD}/r3/about/")
        seen("9-about")
        page.goto(f"{desk}/{language}/s/{STANDARD}/r3/add/")
        seen("10-add")
    said = git(bare, "show", f"draft/{STANDARD}-r3:standards/{STANDARD}/revisions/r3.yaml")
    assert "amount: 1" in said
    assert SAID["kk"] in said
    assert SAID["ru"] in said


def test_what_was_typed_before_the_script_came_is_not_left_unasked(
    browser: Browser, tmp_path: Path
) -> None:
    """A slow network brings the script after the person has typed."""
    with a_clerk(browser, a_bare_project(tmp_path), "2026-11-20", "ru") as clerk:
        clerk.opens("drafts/")
        clerk.found("[name=base]")
        begins = f"form[action$='/begin/']:has([value='{STANDARD}'][name=standard]) button"
        clerk.presses(clerk.main.locator(begins))
        waiting: list[Route] = []
        asked: list[str] = []

        def hold(route: Route) -> None:
            waiting.append(route)

        def stay(dialog: Dialog) -> None:
            asked.append(dialog.type)
            dialog.dismiss()

        clerk.page.route("**/drafts.js*", hold)
        edit = f"{clerk.base}/ru/s/{STANDARD}/r3/edit/term/"
        clerk.page.goto(edit, wait_until="commit")
        clerk.page.locator("[name='text.ru']").press_sequentially("Новое.")
        clerk.page.on("dialog", stay)
        with clerk.page.expect_event("load"):
            waiting[0].continue_()
        clerk.page.locator(".desk-menu a").first.click(no_wait_after=True)
        expect(clerk.page).to_have_url(edit)
        assert asked == ["beforeunload"]


@pytest.fixture
def pictures() -> Path | None:
    """Where pictures are kept, if somebody wants to look at them."""
    named = os.environ.get("TALQY_DESK_PICTURES")
    return Path(named) if named else None
