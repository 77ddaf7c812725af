"""From the form of the site to the receipt: a real browser, a real service, without a script too.

The demonstration's own page posts, as a project's does that names the service under `intake`.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, FilePayload, Page, Request, expect

from attached_files import WORDS_OF_FILE, a_letter
from form_serving import ServedForm, form_served
from sites import ROOT
from talqy.service.attachments.given import files_of
from talqy.service.taken import Lane, State

pytestmark = pytest.mark.xdist_group("service-form")
WORDS = {
    "kk": "Мерзімді екі күнге дейін қысқартуды сұраймын, ауылда тұрамыз, жол алыс.",
    "ru": "Прошу сократить срок до двух дней: в селе живут далеко.",
}
RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
NARROW = {"width": 320, "height": 640}
NO_CRYPTO = "Object.defineProperty(globalThis.crypto, 'subtle', { value: undefined });"


@pytest.fixture(scope="module")
def served(tmp_path_factory: pytest.TempPathFactory) -> Iterator[ServedForm]:
    with form_served(tmp_path_factory.mktemp("service")) as form:
        yield form


@dataclass
class Window:
    """A window, and all that it has asked for."""

    page: Page
    asked: list[Request]


@pytest.fixture
def window(browser: Browser, request: pytest.FixtureRequest) -> Iterator[Window]:
    """Open a narrow window, with a script where the test's parameter says so."""
    script = request.param if hasattr(request, "param") else True
    context = browser.new_context(java_script_enabled=script, viewport=NARROW)  # type: ignore[arg-type]
    page, asked = context.new_page(), list[Request]()

    def keep(request: Request) -> None:
        asked.append(request)

    page.on("request", keep)
    yield Window(page, asked)
    context.close()


def filled(page: Page, served: ServedForm, language: str) -> None:
    """Fill in the form of the site, and press its button."""
    page.goto(f"{served.site}/{language}/s/birth-registration/comment/")
    page.locator("[name=clause]").select_option(index=3)
    page.locator("[name=kind][value=change]").check()
    page.locator("[name=text]").fill(WORDS[language])
    page.locator("[type=submit][name=consent]").click()
    page.wait_for_url(f"{served.address}**")


def looks_right(page: Page) -> None:
    """Hold a page to a narrow screen."""
    assert page.evaluate("document.documentElement.scrollWidth") <= NARROW["width"]


@pytest.mark.parametrize("language", ["kk", "ru"])
@pytest.mark.parametrize(
    ("window", "script"),
    [(True, True), (False, False)],
    indirect=["window"],
    ids=["script", "no script"],
)
def test_somebody_without_an_account_comments(
    window: Window, served: ServedForm, language: str, *, script: bool
) -> None:
    page = window.page
    filled(page, served, language)
    assert page.locator("html").get_attribute("lang") == language
    assert page.locator("[name=text]").input_value() == WORDS[language]
    looks_right(page)
    before = served.stored
    served.waits(seconds=5)
    page.locator("main [type=submit][name=consent]").click()
    key = page.locator(".key output").inner_text()
    assert re.fullmatch(r"([0-9a-z]{5}-){4}[0-9a-z]{6}", key), key
    looks_right(page)
    number = page.locator("dd.number").inner_text()
    taken = served.store.of(number)
    assert taken
    assert served.stored == before + 1
    assert (taken.state, taken.lane) == (State.RECEIVED, Lane.USUAL if script else Lane.SLOW)
    assert WORDS[language].encode() in taken.text
    elsewhere = {r.url for r in window.asked if not r.url.startswith((served.site, served.address))}
    assert {url for url in elsewhere if not url.startswith("data:")} == set()
    assert all(key not in r.url and key not in str(r.headers) for r in window.asked)
    assert page.context.cookies() == []


@pytest.mark.parametrize("path", ["own", "plain"])
def test_the_sum_is_solved_with_and_without_web_crypto(
    window: Window, served: ServedForm, path: str
) -> None:
    page = window.page
    if path == "plain":
        page.add_init_script(NO_CRYPTO)
    page.goto(f"{served.address}c/birth-registration/?language=ru")
    # No script of a test may be made from text here: a wait for one fails wherever it has to wait.
    expect(page.locator("[name=proof]")).not_to_have_value("", timeout=30_000)
    page.locator("[name=clause]").select_option("term")
    page.locator("[name=kind][value=change]").check()
    page.locator("[name=text]").fill(WORDS["ru"])
    served.waits(seconds=5)
    page.locator("main [type=submit][name=consent]").click()
    taken = served.store.of(page.locator("dd.number").inner_text())
    assert taken
    assert taken.lane is Lane.USUAL


def test_the_own_sum_is_that_of_the_library(window: Window, served: ServedForm) -> None:
    """PBKDF2 as we write it gives what Web Crypto gives."""
    page = window.page
    page.goto(f"{served.site}/ru/s/birth-registration/comment/")
    text = (ROOT / "site_templates/service/assets/proof.js").read_text("utf-8")
    same = page.evaluate(
        """async (text) => {
          const body = text.slice(0, text.lastIndexOf("if (form)"));
          const made = new Function(`${body} return { plain, own };`)();
          const salt = crypto.getRandomValues(new Uint8Array(16));
          const password = crypto.getRandomValues(new Uint8Array(20));
          const [one, two] = [made.plain(password, salt, 137), await made.own(password, salt, 137)];
          return one.join() === two.join();
        }""",
        text,
    )
    assert same


def test_who_goes_back_and_sends_again_has_one_comment(window: Window, served: ServedForm) -> None:
    page = window.page
    filled(page, served, "ru")
    served.waits(seconds=5)
    page.locator("main [type=submit][name=consent]").click()
    number, key = page.locator("dd.number").inner_text(), page.locator(".key output").inner_text()
    before = served.stored
    page.go_back()
    expect(page.locator("[name=text]")).to_have_value(WORDS["ru"])
    served.waits(seconds=5)
    page.locator("main [type=submit][name=consent]").click()
    assert page.locator("dd.number").inner_text() == number
    assert page.locator(".key output").inner_text() == key
    assert served.stored == before


@pytest.mark.parametrize("window", [True, False], indirect=True, ids=["script", "no script"])
def test_two_presses_are_one_comment(window: Window, served: ServedForm) -> None:
    page = window.page
    filled(page, served, "ru")
    served.waits(seconds=5)
    before = served.stored
    page.locator("main [type=submit][name=consent]").dblclick()
    page.locator(".key output").wait_for()
    assert served.stored == before + 1


def test_another_language_of_the_page_loses_nothing(window: Window, served: ServedForm) -> None:
    page = window.page
    filled(page, served, "ru")
    page.locator("nav.languages button[value=kk]").click()
    expect(page.locator("html")).to_have_attribute("lang", "kk")
    assert page.locator("[name=text]").input_value() == WORDS["ru"]


def test_the_author_withdraws_with_the_key(window: Window, served: ServedForm) -> None:
    page = window.page
    filled(page, served, "ru")
    served.waits(seconds=5)
    page.locator("main [type=submit][name=consent]").click()
    number, key = page.locator("dd.number").inner_text(), page.locator(".key output").inner_text()
    page.get_by_role("link", name=f"{served.address}status/{number}").click()
    page.locator("[name=key]").wait_for()
    looks_right(page)
    page.locator("[name=key]").fill(key.upper())
    page.locator("[name=sure]").check()
    page.locator("[name=do][value=withdraw]").click()
    expect(page.locator(".lead")).to_contain_text("Автор отозвал")
    taken = served.store.of(number)
    assert taken
    assert taken.state is State.WITHDRAWN
    assert all(key not in r.url for r in window.asked)


def test_axe_finds_nothing(window: Window, served: ServedForm) -> None:
    page = window.page
    filled(page, served, "kk")
    page.locator("[name=files]").set_input_files(
        [
            FilePayload(name="a.docx", mimeType="", buffer=a_letter()),
            FilePayload(name="b.pdf", mimeType="", buffer=b"<html>"),
        ]
    )
    page.locator("[formaction$=attach]:not([name])").click()
    page.locator(".files li").wait_for()
    for dark in ("light", "dark"):
        page.emulate_media(color_scheme=dark)
        assert _violations(page) == [], dark
    served.waits(seconds=5)
    page.locator("main [type=submit][name=consent]").click()
    page.locator(".key output").wait_for()
    number = page.locator("dd.number").inner_text()
    assert _violations(page) == []
    for path in ("", f"status/{number}", f"receipt/{number}", "c/nowhere/", "numbers/", "kept/"):
        page.goto(f"{served.address}{path}")
        assert _violations(page) == [], path
        looks_right(page)


def _violations(page: Page) -> list[str]:
    options = {"runOnly": RULES, "resultTypes": ["violations"]}
    found = Axe().run(page, options=options).response["violations"]
    return [f"{one['id']}: {node['html'][:200]}" for one in found for node in one["nodes"]]


@pytest.mark.parametrize("window", [True, False], indirect=True, ids=["script", "no script"])
def test_a_file_goes_with_a_comment(window: Window, served: ServedForm, tmp_path: Path) -> None:
    page, letter = window.page, tmp_path / "Хат.docx"
    letter.write_bytes(a_letter())
    odd = tmp_path / "a.pdf"
    odd.write_bytes(b"<html>")
    filled(page, served, "kk")
    page.locator("[name=files]").set_input_files([letter, odd])
    page.locator("[formaction$=attach]:not([name])").click()
    expect(page.locator(".files li bdi")).to_have_text("Хат.docx")
    expect(page.locator(".files .notice")).to_contain_text("a.pdf")
    expect(page.locator("[name=text]")).to_have_value(WORDS["kk"])
    looks_right(page)
    page.locator("[name=put]").click()
    expect(page.locator("[name=text]")).to_have_value(f"{WORDS['kk']}\n\n{WORDS_OF_FILE}")
    page.locator("[name=text]").fill(WORDS["kk"])
    served.waits(seconds=5)
    page.locator("main [type=submit][name=consent]").click()
    number = page.locator("dd.number").inner_text()
    assert [one.name for one in files_of(served.service, number)] == ["Хат.docx"]
