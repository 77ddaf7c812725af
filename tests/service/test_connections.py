"""Connections that say nothing, or say it slowly: they are let go, and keep nobody else out."""

import asyncio
import socket
import time
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import ExitStack

import pytest
import uvicorn

from form_serving import running_in_thread
from serving import a_service
from talqy.service import connections
from talqy.service.app import application
from talqy.service.connections import BoundedConnection
from talqy.service.shield import AtOnce

FEW = 8
ASKED = b"GET /health HTTP/1.1\r\nHost: a\r\n"


@pytest.fixture(scope="module")
def at(tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[str, int]]:
    """A service that has room for few, and waits for half a second."""
    with pytest.MonkeyPatch.context() as patch, socket.create_server(("127.0.0.1", 0)) as opened:
        patch.setattr(connections, "HEAD_SECONDS", 0.5)
        service = a_service(tmp_path_factory.mktemp("connections"))
        config = uvicorn.Config(
            application(service),
            log_level="error",
            http=BoundedConnection,
            ws="none",
            limit_concurrency=FEW,
            timeout_keep_alive=30,
        )
        with running_in_thread(config, opened):
            yield opened.getsockname()


def opened(at: tuple[str, int]) -> socket.socket:
    return socket.create_connection(at, timeout=10)


def answered(connection: socket.socket) -> bytes:
    """Return all of an answer, which is JSON; nothing where the connection was closed."""
    data = b""
    while not data.endswith(b"}") and (more := connection.recv(65_536)):
        data += more
    return data


def test_who_says_nothing_is_let_go(at: tuple[str, int]) -> None:
    with opened(at) as silent:
        begun = time.monotonic()
        assert answered(silent) == b""
        assert time.monotonic() - begun < 5


def say_slowly(connection: socket.socket) -> None:
    for number in range(100):
        connection.sendall(b"G" if not number else b"E")
        time.sleep(0.05)


@pytest.mark.parametrize("is_first", [True, False])
def test_a_head_that_comes_slowly_is_not_waited_for(at: tuple[str, int], *, is_first: bool) -> None:
    """Each sign buys no time, neither in the first request nor in one after an answer."""
    with opened(at) as slow:
        if not is_first:
            slow.sendall(ASKED + b"\r\n")
            assert answered(slow).startswith(b"HTTP/1.1 200")
        begun = time.monotonic()
        with pytest.raises(OSError, match=r"(?i)broken pipe|reset"):
            say_slowly(slow)
        assert time.monotonic() - begun < 5


def test_who_has_an_answer_may_ask_again_after_a_while(at: tuple[str, int]) -> None:
    with opened(at) as calm:
        for _ in range(2):
            calm.sendall(ASKED + b"\r\n")
            assert answered(calm).startswith(b"HTTP/1.1 200")
            time.sleep(0.8)


def test_many_silent_ones_keep_nobody_out(at: tuple[str, int]) -> None:
    with ExitStack() as stack:
        for _ in range(3 * FEW):
            stack.enter_context(opened(at))
        with opened(at) as asking:
            asking.sendall(ASKED + b"\r\n")
            assert answered(asking).startswith(b"HTTP/1.1 200")


def test_too_many_at_once_are_told_so_in_three_languages() -> None:
    said: list[dict[str, object]] = []

    async def asking() -> None:
        goes_on = asyncio.Event()

        async def waits(*_: object) -> None:
            await goes_on.wait()

        async def told(message: dict[str, object]) -> None:
            said.append(message)

        app = AtOnce(waits, most=2)
        scope = {"type": "http", "method": "GET", "path": "/", "headers": []}
        first = [asyncio.ensure_future(app(scope, None, told)) for _ in range(2)]  # type: ignore[arg-type]
        await asyncio.sleep(0)
        await app(scope, None, told)  # type: ignore[arg-type]
        goes_on.set()
        await asyncio.gather(*first)

    with ThreadPoolExecutor(1) as pool:  # a browser of other tests may have a loop of its own here
        pool.submit(lambda: asyncio.run(asking())).result()
    assert [message.get("status") for message in said] == [503, None]
    words = said[1]["body"]
    assert isinstance(words, bytes)
    assert "Nothing can be stored" in words.decode()
    assert "Сейчас ничего нельзя сохранить" in words.decode()
