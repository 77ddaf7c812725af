"""What stands around every page of the service: heads, bounds, and what is said of faults."""

import asyncio
import time
from collections.abc import Iterator, MutableMapping
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Any, NoReturn

import pytest
from starlette.requests import Request
from starlette.responses import PlainTextResponse, Response
from starlette.routing import Route
from starlette.testclient import TestClient

from queues import NOON
from repositories import committed
from serving import a_service, asked
from talqy.service.desk.refused import refused
from talqy.service.parts import Service
from talqy.service.refusing import refusal
from talqy.service.shield import Bounded

POLICY = {
    *("default-src 'none'", "script-src 'self'", "style-src 'self'", "img-src 'self'"),
    *("font-src 'self'", "connect-src 'self'", "form-action 'self'", "frame-ancestors 'none'"),
    "base-uri 'none'",
}


async def echo(request: Request) -> Response:
    return PlainTextResponse(str(len(await request.body())))


def fail(_: Request) -> NoReturn:
    raise ValueError("Асанов Асан, 990101300123")


PAGES = (Route("/echo", echo, methods=["POST"]), Route("/more", echo, methods=["POST"]))


@pytest.fixture
def service(tmp_path: Path) -> Service:
    return a_service(tmp_path, NOON)


@pytest.fixture
def client(service: Service) -> Iterator[TestClient]:
    with asked(service, *PAGES, Route("/fail", fail), more=200_000) as client:
        yield client


@pytest.mark.parametrize("path", ["/health", "/nothing", "/fail"])
def test_every_answer_tells_browsers_what_they_may_do(client: TestClient, path: str) -> None:
    heads = client.get(path).headers
    assert set(heads["content-security-policy"].split("; ")) == POLICY
    assert heads["x-content-type-options"] == "nosniff"
    assert heads["x-frame-options"] == "DENY"
    assert heads["referrer-policy"] == "no-referrer"
    assert heads["cache-control"] == "no-store"
    assert "set-cookie" not in heads
    assert "server" not in heads


@pytest.mark.parametrize(
    ("path", "status", "word"), [("/nothing", 404, "Мұнда"), ("/fail", 500, "растау")]
)
def test_what_fails_is_said_in_every_language(
    client: TestClient, path: str, status: int, word: str
) -> None:
    answer = client.get(path)
    assert answer.status_code == status
    kk, ru, en, *_ = answer.text.split("\n\n")
    assert word in kk
    assert len({kk, ru, en.strip()}) == 3
    assert answer.headers["content-type"] == "text/plain; charset=utf-8"
    assert "990101300123" not in answer.text


def test_a_page_that_takes_nothing_says_so(client: TestClient) -> None:
    assert client.get("/echo").status_code == 405


@pytest.mark.parametrize("length", [0, 1, 65_536])
def test_a_body_of_64_kb_is_taken(client: TestClient, length: int) -> None:
    assert client.post("/echo", content=b"x" * length).text == str(length)


def test_a_longer_body_is_refused_unread(client: TestClient) -> None:
    answer = client.post("/echo", content=b"x" * 65_537)
    assert answer.status_code == 413
    assert "64" in answer.text
    assert "content-security-policy" in answer.headers


@pytest.mark.parametrize(("length", "parts"), [(70_000, 3), (8 << 20, 0)])
def test_a_proxy_is_not_cut_off_while_it_sends(length: int, parts: int) -> None:
    """What it is in the middle of is let pass; who sends far too much is sent away at once."""
    left, said = [{"more_body": True}, {"more_body": True}, {"more_body": False}], []

    async def receive() -> dict[str, object]:
        return {"type": "http.request", "body": b"x", **left.pop(0)}

    async def send(message: MutableMapping[str, Any]) -> None:
        said.append(message.get("status"))

    async def never(*_: object) -> None:
        raise AssertionError("it is refused before")

    headers = [(b"content-length", str(length).encode())]
    scope = {"type": "http", "path": "/", "method": "POST", "headers": headers}
    # In a thread of its own: a browser of another test may run its loop in this one.
    with ThreadPoolExecutor(1) as pool:
        pool.submit(lambda: asyncio.run(Bounded(never)(scope, receive, send))).result()
    assert (3 - len(left), said[0]) == (parts, 413)


def test_a_body_that_does_not_say_its_length_is_cut_off(client: TestClient) -> None:
    read = []

    def parts() -> Iterator[bytes]:
        for number in range(100):
            read.append(number)
            yield b"x" * 10_000

    answer = client.post("/echo", content=parts())
    assert answer.status_code == 413
    assert "64" in answer.text


@pytest.mark.parametrize("said", ["-5", "9" * 30, "٣", "1e9", ""])
def test_a_length_that_is_no_number_says_nothing(client: TestClient, said: str) -> None:
    head = {b"content-length": said.encode()}
    answer = client.post("/echo", content=b"x" * 70_000, headers=head)
    assert answer.status_code == 413


def test_a_path_can_have_a_bound_of_its_own(client: TestClient) -> None:
    assert client.post("/more", content=b"x" * 200_000).text == "200000"
    answer = client.post("/more", content=b"x" * 200_001)
    assert (answer.status_code, "195" in answer.text) == (413, True)
    assert client.post("/moreover", content=b"x" * 65_537).status_code == 413


def test_the_pages_lie_below_the_path_of_the_address(tmp_path: Path) -> None:
    service = a_service(tmp_path, NOON, address="https://gov.example.kz/comments/")
    with asked(service, *PAGES) as client:
        assert client.post("/comments/echo", content=b"x").text == "1"
        assert client.post("/echo", content=b"x").status_code == 404
        assert client.get("/health").status_code == 200


def test_health_says_that_comments_are_taken(client: TestClient) -> None:
    answer = client.get("/health")
    assert (answer.status_code, answer.json()) == (200, {"takes": True, "wrong": []})


def test_health_says_that_the_queue_is_gone(service: Service, client: TestClient) -> None:
    for file in service.settings.data.iterdir():
        file.unlink()
    answer = client.get("/health")
    assert answer.status_code == 503
    assert answer.json()["takes"] is False
    assert "queue" in answer.json()["wrong"][0]


def test_health_says_that_the_clock_is_behind(tmp_path: Path) -> None:
    service = a_service(tmp_path, NOON.replace(year=2020))
    with asked(service) as client:
        assert client.get("/health").status_code == 200  # the project names its day


def test_a_broken_commit_keeps_nobody_from_commenting_and_is_told(
    service: Service, client: TestClient, monkeypatch: pytest.MonkeyPatch
) -> None:
    committed(service.settings.repository, {"standards/project.yaml": "schema: 1\n"})
    later = time.monotonic() + 60
    monkeypatch.setattr(time, "monotonic", lambda: later)
    answer = client.get("/health")
    assert (answer.status_code, answer.json()["takes"]) == (200, True)
    assert "standards/project.yaml" in answer.json()["wrong"][0]
    assert service.project.now().register.project.name["ru"] == "Обсуждение проектов"


@pytest.mark.parametrize("status", [400, 403, 409, 415, 429])
def test_a_request_that_is_at_fault_is_not_told_as_a_failure_of_ours(status: int) -> None:
    for answer in (refusal(status), refused(status)):
        assert "has failed" not in bytes(answer.body).decode()
    for answer in (refusal(500), refused(500)):
        assert "has failed" in bytes(answer.body).decode()
