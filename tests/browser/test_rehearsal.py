"""All of it as one: a person comments on a phone, officials publish and answer, the site shows it.

Real processes, those that `make rehearsal` and `make desk` start, and a real mail server: in Kazakh
and in Russian, with and without JavaScript.
"""

import re
import socket
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import TypeVar

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, expect

from mail_server import Mailbox, a_mail_server
from rehearsal import Rehearsal, RunningRehearsal, made, running

pytestmark = [pytest.mark.proof, pytest.mark.xdist_group("rehearsal")]
PHONE, DESK = {"width": 375, "height": 740}, {"width": 1280, "height": 900}
WORDS = {
    ("kk", True): "Мерзімді екі күнге дейін қысқартуды сұраймын: ауылда тұрамыз, жол алыс.",
    ("kk", False): "Өтінішті телефоннан беру мүмкіндігін қосыңыздар, қалаға бару қиын.",
    ("ru", True): "Прошу сократить срок до двух дней: живем в селе, ехать далеко.",
    ("ru", False): "Добавьте подачу заявления с телефона: до города добраться трудно.",
}
REASONS = {
    "reason.kk": "Пікір қаралып, назарға алынды: мерзім заңда белгіленген.",
    "reason.ru": "Мнение рассмотрено и учтено: срок установлен законом.",
}
SECONDS = 180
"""How long anything is waited for: a site is built anew meanwhile, and the machine has others."""
LONG = SECONDS * 1000
T = TypeVar("T")


def a_port() -> int:
    """Return a port that nobody has."""
    with socket.create_server(("127.0.0.1", 0)) as free:
        return int(free.getsockname()[1])


@pytest.fixture(scope="module")
def box() -> Iterator[Mailbox]:
    with a_mail_server() as started:
        yield started


@pytest.fixture(scope="module")
def run(box: Mailbox, tmp_path_factory: pytest.TempPathFactory) -> Iterator[RunningRehearsal]:
    """The rehearsal, with letters that go out to a server of this computer."""
    of = Rehearsal(tmp_path_factory.mktemp("rehearsal") / "copy", a_port(), a_port())
    server = f"127.0.0.1:{box.server.port}"
    mail = {"server": server, "tls": "none", "sender": "talqy@adilet.example.kz"}
    with running(made(of, mail=mail)) as started:
        yield started


@pytest.fixture(scope="module")
def desk_link(run: RunningRehearsal, tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The link that `make desk` prints; it works once."""
    said = tmp_path_factory.mktemp("desk") / "said"
    words = [sys.executable, "-m", "talqy", "desk", "--settings", str(run.of.settings)]
    words += ["--address", f"127.0.0.1:{a_port()}", "--no-browser"]
    with said.open("wb") as out:
        process = subprocess.Popen(words, env=run.of.environment, stdout=out)
    try:
        yield until(lambda: re.search(r"http://\S+/open/\S+", said.read_text("utf-8")))[0]
    finally:
        process.terminate()
        process.wait(60)


@pytest.fixture(scope="module")
def official(browser: Browser, desk_link: str) -> Iterator[Page]:
    """An official at the desk."""
    context = browser.new_context(viewport=DESK)  # type: ignore[arg-type]
    context.set_default_timeout(LONG)
    page = context.new_page()
    page.goto(desk_link)
    yield page
    context.close()


def until(found: Callable[[], T | None]) -> T:
    """Wait for something that other processes do."""
    ends = time.monotonic() + SECONDS
    while time.monotonic() < ends:
        if one := found():
            return one
        time.sleep(0.5)
    raise AssertionError("it did not come")


@dataclass
class Citizen:
    """Somebody with a phone, and no account."""

    page: Page
    of: Rehearsal
    language: str
    number: str = ""
    key: str = ""

    def comments(self, text: str) -> None:
        """Fill in the form of the site, look at it once more, and agree."""
        self.page.goto(f"{self.of.site}{self.language}/s/birth-registration/comment/")
        self.page.locator("[name=clause]").select_option(index=3)
        self.page.locator("[name=kind][value=change]").check()
        self.page.locator("[name=text]").fill(text)
        self.page.locator("[type=submit][name=consent]").click()
        self.page.wait_for_url(f"{self.of.service}**")
        time.sleep(4)  # nobody reads it in less
        self.page.locator("main [type=submit][name=consent]").click()
        self.number = self.page.locator("dd.number").inner_text()
        self.key = self.page.locator(".key output").inner_text()

    def asks_for_letters(self, box: Mailbox) -> None:
        """Give an address on the page that the receipt leads to, and confirm it by a letter."""
        address = f"{self.number}@example.kz"
        self.page.locator("a[href*='/letters/']").first.click()
        self.page.locator("[name=address]").fill(address)
        self.page.locator("[name=key]").fill(self.key)
        self.page.locator("main [type=submit]").click()
        letter = until(lambda: letters_to(box, address))[0]
        (link,) = re.findall(r"http://127\.0\.0\.1:\S+/letters/\S+", letter)
        self.page.goto(link)
        self.page.locator("main [type=submit]").click()
        expect(self.page.locator(".told")).to_be_visible(timeout=LONG)

    def sees(self, words: str) -> None:
        """Find the comment on the site, with these words beside it."""
        self.page.goto(f"{self.of.site}{self.language}/s/birth-registration/c/{self.number}/")
        expect(self.page.locator("main")).to_contain_text(words)


def letters_to(box: Mailbox, address: str) -> list[str]:
    """Return the letters that came to an address."""
    return [str(one.get_content()) for one in box.messages if one["To"] == address]


def a_phone(browser: Browser, *, script: bool) -> BrowserContext:
    context = browser.new_context(java_script_enabled=script, viewport=PHONE)  # type: ignore[arg-type]
    context.set_default_timeout(LONG)
    return context


@pytest.mark.parametrize("script", [True, False], ids=["script", "no script"])
@pytest.mark.parametrize("language", ["kk", "ru"])
def test_a_comment_is_published_answered_and_told(  # noqa: PLR0913 - who and what takes part
    browser: Browser,
    run: RunningRehearsal,
    official: Page,
    box: Mailbox,
    language: str,
    *,
    script: bool,
) -> None:
    phone, text = a_phone(browser, script=script), WORDS[language, script]
    citizen = Citizen(phone.new_page(), run.of, language)
    citizen.comments(text)
    citizen.asks_for_letters(box)
    address = f"{citizen.number}@example.kz"

    base = desk_of(official, language)
    official.goto(f"{base}queue/{citizen.number}/")
    expect(official.locator("main")).to_contain_text(text)
    official.locator("button[name=do][value=publish]").first.click()
    told(official)
    until(run.follow)
    citizen.sees(text)

    official.goto(f"{base}answers/birth-registration/r2/answer/?c={citizen.number}")
    official.locator("[name=outcome]").select_option("noted")
    for name, words in REASONS.items():
        official.locator(f'[name="{name}"]').fill(words)
    official.locator("form.answer-form button[type=submit]").click()
    told(official)
    official.goto(f"{base}work/answers.birth-registration-r2/publish/")
    looked = official.locator("[name=looked]")
    if looked.count():
        looked.check()
    official.locator("main form[action$='/publish/'] button").click()
    told(official)
    until(run.follow)
    citizen.sees(REASONS[f"reason.{language}"])

    # What happened between two rounds is told in one letter.
    came = until(lambda: letters_to(box, address)[1:])
    assert any(citizen.number in letter for letter in came)
    assert phone.cookies() == []
    phone.close()


def told(official: Page) -> None:
    """Wait until the desk says that it is done."""
    expect(official.locator("main [role=status]").first).to_be_visible(timeout=LONG)


def desk_of(official: Page, language: str) -> str:
    """Return the address of the desk in a language."""
    host = re.match(r"http://[^/]+/", official.url)
    assert host
    return f"{host[0]}{language}/"
