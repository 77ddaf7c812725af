"""From a wish for letters to the last one: a real browser, a real service, a real mail server."""

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Page, expect

from form_serving import ServedForm, form_served
from mail_server import Mailbox, a_mail_server
from repositories import committed
from talqy.service.messages.letter_worker import LetterWorker

pytestmark = pytest.mark.xdist_group("service-form")
RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
NARROW = {"width": 320, "height": 640}
SUBJECTS = {"kk": "Мекенжайыңызды растаңыз", "ru": "Подтвердите свой адрес"}


@pytest.fixture(scope="module")
def box() -> Iterator[Mailbox]:
    with a_mail_server() as started:
        yield started


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("letters")


@pytest.fixture(scope="module")
def served(folder: Path, box: Mailbox) -> Iterator[ServedForm]:
    server = f"127.0.0.1:{box.server.port}"
    mail = {"server": server, "tls": "none", "sender": "talqy@adilet.example.kz"}
    with form_served(folder, mail=mail) as form:
        yield form


def link_in(box: Mailbox) -> str:
    """Return the link of the newest letter."""
    (link,) = re.findall(r"http://127\.0\.0\.1:\S+/letters/\S+", box.messages[-1].get_content())
    assert isinstance(link, str)
    return link


def faults(page: Page) -> list[str]:
    """Return what axe finds on a page, and whether it is too wide for a narrow screen."""
    options = {"runOnly": {"type": "tag", "values": RULES}}
    found = Axe().run(page, options=options).response["violations"]
    wide = page.evaluate("document.documentElement.scrollWidth") > NARROW["width"]
    return [f"{one['id']}" for one in found] + ["too wide"] * wide


@pytest.mark.parametrize("language", ["kk", "ru"])
def test_from_a_wish_to_the_last_letter(
    browser: Browser, served: ServedForm, box: Mailbox, folder: Path, language: str
) -> None:
    context = browser.new_context(viewport=NARROW)  # type: ignore[arg-type]
    page, worker = context.new_page(), LetterWorker(served.service)
    worker._holder = "the only one of this test"
    page.goto(f"{served.address}letters/?language={language}")
    assert page.locator("html").get_attribute("lang") == language
    assert faults(page) == []
    page.locator("[name=address]").fill(f"{language}@example.kz")
    page.locator("main [type=submit]").click()
    expect(page.locator(".told")).to_be_visible()
    assert faults(page) == []
    worker.once()
    letter = box.messages[-1]
    assert (letter["To"], letter["Subject"].partition(":")[0]) == (
        f"{language}@example.kz",
        SUBJECTS[language],
    )
    page.goto(link_in(box))
    assert faults(page) == []
    page.locator("main [type=submit]").click()
    expect(page.locator(".told")).to_be_visible()
    came = len(box.letters)
    settings = folder / "project/standards/project.yaml"
    day = {"kk": "2026-11-27", "ru": "2026-12-04"}[language]
    said = re.sub("(?m)^today: .*$", f'today: "{day}"', settings.read_text("utf-8"))
    committed(folder / "project", {"standards/project.yaml": said})
    served.waits(hours=2)
    worker.once()
    assert len(box.letters) > came
    assert box.messages[-1]["Content-Language"] == language
    page.goto(link_in(box))
    assert faults(page) == []
    page.locator("main [type=submit]").click()
    expect(page.locator(".told")).to_be_visible()
    assert context.cookies() == []
    context.close()
