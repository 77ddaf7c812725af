"""The desk behind a proxy, as the examples have it: nginx and Caddy themselves, the desk itself.

The sign-in is one of ours, which says what an oauth2-proxy would.
"""

import io
import secrets
import sys
import zipfile
from collections.abc import Iterator, Mapping
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from ssl import create_default_context
from threading import Thread
from typing import Any

import pytest
from httpx2 import Client, HTTPTransport, Request, Response

from desks import a_working_project, csrf_of
from front_servers import caddy, nginx, running
from serving import SECRET_OF_TESTS, settings_file
from sites import ROOT
from talqy.service.settings import SECRET
from working import free_address

pytestmark = pytest.mark.proof
DEPLOY = ROOT / "docs" / "deploy"
HOST = "desk.example.kz"
ORIGIN = f"https://{HOST}"
ACCOUNT = "a.serikova@example.kz"
ACCOUNTS = {"aigerim": ACCOUNT, "ayala": "ә.серікова@example.kz"}
SIGN_IN, DESK = "127.0.0.1:4180", "127.0.0.1:8200"
OWN, STRANGER = "sso=aigerim", "sso=stranger"


class SignIn(BaseHTTPRequestHandler):
    """Knows an official by a cookie; who has another one is signed in, and named nowhere."""

    def do_GET(self) -> None:
        """Answer as /oauth2/auth does."""
        cookie = self.headers.get("Cookie", "")
        self.send_response(202 if "sso=" in cookie else 401)
        for name, account in ACCOUNTS.items():
            if f"sso={name}" in cookie:
                self.send_header("X-Auth-Request-Email", account.encode().decode("latin-1"))
        self.end_headers()

    def log_message(self, *_: object) -> None:
        """Say nothing."""


@contextmanager
def sign_in() -> Iterator[str]:
    with ThreadingHTTPServer(("127.0.0.1", 0), SignIn) as server:
        Thread(target=server.serve_forever, daemon=True).start()
        yield f"127.0.0.1:{server.server_port}"
        server.shutdown()


@dataclass
class Behind:
    """The desk behind a proxy: a browser that asks the proxy, and the desk's own address."""

    browser: Client
    desk: str
    log: Path

    def ask(self, path: str, cookie: str, heads: Mapping[str, str] | None = None) -> Response:
        """Ask for a page, with the cookie of the sign-in."""
        return self._sent(self.browser.build_request("GET", path, headers=heads), cookie)

    def post(self, path: str, cookie: str, origin: str = ORIGIN, **given: Any) -> Response:
        """Send a form, as from a page of some origin."""
        heads = {"Origin": origin}
        return self._sent(self.browser.build_request("POST", path, headers=heads, **given), cookie)

    def _sent(self, request: Request, cookie: str) -> Response:
        own = "; ".join(f"{name}={value}" for name, value in self.browser.cookies.items())
        request.headers["Cookie"] = "; ".join(filter(None, (cookie, own)))
        request.extensions = {**request.extensions, "sni_hostname": HOST}
        return self.browser.send(request)

    def token(self) -> str:
        """Return what a form of a page carries, for who is signed in."""
        return csrf_of(self.ask("/ru/", OWN).text)


@pytest.fixture(scope="module", params=[("nginx-desk.conf", nginx), ("Caddyfile-desk", caddy)])
def behind(
    request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[Behind]:
    """Run the sign-in, the desk and a proxy in front of it, all of them as they are."""
    name, made = request.param
    folder = tmp_path_factory.mktemp("proxy")
    a_working_project(folder)
    desk, secure = free_address(), free_address()
    with ExitStack() as stack:
        asked = stack.enter_context(sign_in())
        said = {"address": f"{ORIGIN}/", "listen": desk}
        people = {
            name: {"roles": ["drafter", "publisher"], "account": account}
            for name, account in ACCOUNTS.items()
        }
        file = settings_file(folder, desk=said, officials=people)
        (folder / "data").chmod(0o700)
        line = [sys.executable, "-m", "talqy", "desk", "--settings", str(file)]
        log = stack.enter_context(running(line, desk, folder, **{SECRET: SECRET_OF_TESTS}))
        text = (DEPLOY / name).read_text("utf-8").replace(SIGN_IN, asked).replace(DESK, desk)
        stack.enter_context(
            running(made(folder, text, HOST, secure), secure, folder, HOME=str(folder))
        )
        believing = create_default_context(cafile=str(folder / "fullchain.pem"))
        client = Client(
            base_url=f"https://{secure}", verify=believing, headers={"Host": HOST}, timeout=60
        )
        yield Behind(stack.enter_context(client), desk, log)


def test_whom_the_sign_in_names_is_at_the_desk(behind: Behind) -> None:
    behind.browser.cookies.clear()
    answer = behind.ask("/ru/", OWN)
    assert answer.status_code == 200, behind.log.read_text("utf-8")
    assert "Сегодня" in answer.text
    assert answer.headers["strict-transport-security"]
    kept = answer.headers["set-cookie"].lower()
    assert all(word in kept for word in ("secure", "httponly", "samesite=strict"))


def test_an_account_may_have_kazakh_letters(behind: Behind) -> None:
    assert behind.ask("/ru/", "sso=ayala").status_code == 200


@pytest.mark.parametrize("head", ["X-Remote-User", "x-remote-user", "X_Remote_User"])
@pytest.mark.parametrize("cookie", ["", STRANGER])
def test_what_a_browser_says_of_who_it_is_counts_for_nothing(
    head: str, cookie: str, behind: Behind
) -> None:
    answer = behind.ask("/ru/", cookie, {head: ACCOUNT})
    assert answer.status_code == (401 if cookie else 302)
    assert "Сегодня" not in answer.text
    if not cookie:
        assert answer.headers["location"].endswith("/oauth2/sign_in?rd=/ru/")


def test_who_is_signed_in_stays_who_they_are_whatever_they_say(behind: Behind) -> None:
    assert behind.ask("/ru/", OWN, {"X-Remote-User": "somebody"}).status_code == 200


def test_past_the_proxy_nobody_is_let_in(behind: Behind) -> None:
    heads, said = {"Host": HOST, "X-Remote-User": ACCOUNT}, behind.log
    elsewhere = HTTPTransport(local_address="127.0.0.2")
    with Client(base_url=f"http://{behind.desk}", headers=heads, transport=elsewhere) as past:
        answer = past.get("/ru/", headers={"X-Forwarded-For": "127.0.0.1"})
    assert answer.status_code == 401
    assert "who sent the head is no proxy of the settings" in said.read_text("utf-8")
    assert ACCOUNT not in said.read_text("utf-8")


def test_a_form_is_taken_from_a_page_of_ours_with_its_token(behind: Behind) -> None:
    said = {"csrf": behind.token()}
    page = "/ru/drafts/begin/"
    assert behind.post(page, OWN, "https://evil.example.kz", data=said).status_code == 403
    assert behind.post(page, OWN, data={"csrf": "0" * 64}).status_code == 403
    assert behind.post(page, OWN, data=said).status_code not in {401, 403, 413}


def test_words_of_who_is_not_signed_in_any_more_come_back(behind: Behind) -> None:
    said = {"csrf": behind.token(), "why": "Себебі осында жазылған."}
    answer = behind.post("/ru/drafts/begin/", "", data=said)
    assert answer.status_code == 401
    assert said["why"] in answer.text


def test_a_file_of_25_mb_arrives(behind: Behind) -> None:
    token, data = behind.token(), io.BytesIO()
    with zipfile.ZipFile(data, "w") as packed:
        packed.writestr("word/media/image1.png", secrets.token_bytes(25 << 20))
    files = {"file": ("Үлкен.docx", data.getvalue())}
    answer = behind.post("/ru/drafts/bring/", OWN, files=files, data={"csrf": token})
    assert answer.status_code == 303, answer.text[:500]
    read = behind.ask(answer.headers["location"], OWN)
    assert read.status_code == 422  # it lacks all that makes a Word file
    assert 'role="alert"' in read.text
