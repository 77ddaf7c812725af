"""Comments answered at the desk in a real browser: two at once, one by itself, until none waits."""

import re
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Page, expect

from desk_serving import desk_served
from publishing import a_publishing
from repositories import a_repository, committed, git
from serving import sound_files
from talqy.service.parts import Service
from talqy.service.taken import State

RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
PHONE, DESK = {"width": 375, "height": 800}, {"width": 1280, "height": 900}
AT_R2 = "comments/birth-registration/r2/2026-11-10/"
FIRST, ALIKE = "c5d6e7f8g9", ("a1a1a1a1a1", "a2a2a2a2a2")
SAME = "Срок оказания услуги слишком велик, его надо сократить до одного рабочего дня."
WORDS = {
    "kk": ("Жауапсыз", "Бәрі бар", "Сақталды. Жауаптар: 2"),
    "ru": ("Без ответа", "Все на месте", "Сохранено. Ответов: 2"),
}
NOTED = (
    "Портал арқылы өтініш беру 3-тармақта көзделген.",
    "Подача заявления через портал предусмотрена пунктом 3.",
)
REJECTED = (
    "Талдау көрсеткендей, мерзім жеткілікті және қысқартылмайды.",
    "Анализ показал, что срок достаточен и сокращен не будет.",
)


def a_discussion(folder: Path) -> Path:
    """Make a repository with three comments on the open text, of which two say the same."""
    files = sound_files()
    said = files[f"{AT_R2}{FIRST}.yaml"]
    for name in ALIKE:
        other = said.replace(FIRST, name).replace("Можно ли подать заявление через портал?", SAME)
        files[f"{AT_R2}{name}.yaml"] = other
    project = a_repository(folder / "project")
    committed(project, files)
    git(folder, "clone", "--quiet", "--bare", str(project), "bare.git")
    return folder / "bare.git"


@contextmanager
def an_answering_officer(
    browser: Browser, bare: Path, *, script: bool, service: Service | None = None
) -> Iterator[tuple[Page, str]]:
    """Sit down at the desk; yield the page and the address of the desk."""
    with desk_served(bare, "2026-11-20", service) as link:
        context = browser.new_context(java_script_enabled=script, viewport=DESK)  # type: ignore[arg-type]
        page = context.new_page()
        page.goto(link)
        yield page, link.partition("/open/")[0]
        context.close()


def faults(page: Page, *, script: bool) -> list[str]:
    """Return what axe finds, and whether the page is too wide for a phone.

    What looks is a script itself: where none runs, the width alone is looked at.
    """
    options = {"runOnly": {"type": "tag", "values": RULES}}
    found = Axe().run(page, options=options).response["violations"] if script else []
    page.set_viewport_size(PHONE)  # type: ignore[arg-type]
    wide = page.evaluate("document.documentElement.scrollWidth") > PHONE["width"]
    page.set_viewport_size(DESK)  # type: ignore[arg-type]
    return [f"{one['id']}: {one['nodes'][0]['html'][:200]}" for one in found] + ["too wide"] * wide


def answered(page: Page, outcome: str, reasons: tuple[str, str]) -> None:
    """Fill in the form, and save."""
    page.locator("#outcome").select_option(outcome)
    for code, words in zip(("kk", "ru"), reasons, strict=True):
        page.locator(f'[name="reason.{code}"]').fill(words)
    page.locator(".answer-form .act-bar button").click()


@pytest.mark.parametrize(
    ("language", "script"), [("ru", True), pytest.param("kk", False, marks=pytest.mark.proof)]
)
def test_until_nothing_is_missing(
    browser: Browser, tmp_path: Path, language: str, *, script: bool
) -> None:
    """Two alike ones at once, one rejected; the form says what it lacks, and loses nothing."""
    waiting, nothing, saved = WORDS[language]
    bare = a_discussion(tmp_path)
    with an_answering_officer(browser, bare, script=script) as (page, base):
        page.goto(f"{base}/{language}/answers/")
        assert faults(page, script=script) == []
        page.locator("main a[href$='/birth-registration/r2/']").click()
        owed = page.locator(".owed")
        expect(owed).to_contain_text(re.compile(rf"{waiting}\s*: 3"))
        assert faults(page, script=script) == []
        page.locator("main a[href*='group=']").first.click()
        page.locator("main a[href*='answer/?group=']").click()
        page.locator(".answer-form .act-bar button").click()
        expect(page.locator("#outcome-note-1")).to_be_visible()
        assert faults(page, script=script) == []
        answered(page, "noted", REJECTED)
        expect(page.locator("[role=status]").first).to_contain_text(saved)
        expect(owed).to_contain_text(re.compile(rf"{waiting}\s*: 1"))
        page.locator(f"#h-{FIRST} + * ~ .links-row a").first.click()
        answered(page, "rejected", NOTED)
        expect(page.locator(".before-report")).to_contain_text(nothing)
        page.locator("main a[href$='/workbook/']").click()
        assert faults(page, script=script) == []
        page.goto(f"{base}/{language}/answers/birth-registration/r2/redact/{FIRST}/")
        assert faults(page, script=script) == []
    names = git(bare, "diff", "--name-only", "main", "answers/birth-registration-r2").split()
    assert names == sorted(f"{AT_R2}{one}.response.yaml" for one in (*ALIKE, FIRST))


def test_what_waits_in_the_queue_is_decided_at_once(browser: Browser, tmp_path: Path) -> None:
    """Two are published together, one is refused; both pages are looked at."""
    here = a_publishing(tmp_path)
    ids = [here.take(number).id for number in (1, 2, 3)]
    with an_answering_officer(browser, here.own, script=True, service=here.service) as (page, base):
        page.goto(f"{base}/kk/queue/")
        assert faults(page, script=True) == []
        for name in ids[:2]:
            page.locator(f"[name=c][value^='{name}']").check()
        page.locator("[name=do][value=publish]").click()
        expect(page.locator("[role=status]").first).to_contain_text("Жариялануға жіберілген")
        page.locator(f"main a[href$='/queue/{ids[2]}/']").click()
        assert faults(page, script=True) == []
        page.locator("#reason").select_option("off-topic")
        page.locator("[name=do][value=refuse]").click()
        expect(page.locator("[role=status]").first).to_contain_text("Орындалды")
    assert here.states(*ids) == [State.TO_PUBLISH, State.TO_PUBLISH, State.REFUSED]
    here.service.close()
