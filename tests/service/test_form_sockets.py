"""The form on real sockets: many at once, the same twice, and bodies that do not arrive."""

import http.client
import socket
from collections import Counter
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from urllib.parse import urlencode, urlsplit

import pytest

from form_posts import FORM, WORDS, hidden_in, key_in, number_in, proof_of, typed
from form_serving import ServedForm, form_served

pytestmark = pytest.mark.xdist_group("service-form")
AT_ONCE = 12


@dataclass(frozen=True)
class Answer:
    """What came back."""

    status_code: int
    text: str


@pytest.fixture(scope="module")
def served(tmp_path_factory: pytest.TempPathFactory) -> Iterator[ServedForm]:
    with form_served(tmp_path_factory.mktemp("sockets")) as form:
        yield form


def posted(served: ServedForm, path: str, said: dict[str, str]) -> Answer:
    """Post a form on a connection of its own."""
    connection = http.client.HTTPConnection(urlsplit(served.address).netloc, timeout=20)
    connection.request("POST", path, urlencode(said), FORM)
    answer = connection.getresponse()
    told = Answer(answer.status, answer.read().decode())
    connection.close()
    return told


def ready(served: ServedForm, text: str) -> dict[str, str]:
    """Return what a browser would send after a look at a page."""
    page = posted(served, "/", typed(text=text))
    assert page.status_code == 200
    return {**typed(text=text), **hidden_in(page), "proof": proof_of(page)}


def all_at_once(served: ServedForm, forms: list[dict[str, str]]) -> list[Answer]:
    served.waits(seconds=5)
    with ThreadPoolExecutor(AT_ONCE) as hands:
        return list(hands.map(lambda said: posted(served, "/send", said), forms))


def test_the_same_sent_many_times_at_once_is_one_comment(served: ServedForm) -> None:
    said, before = ready(served, WORDS), served.stored
    answers = all_at_once(served, [said] * AT_ONCE)
    assert Counter(answer.status_code for answer in answers) == {200: AT_ONCE}
    assert len({number_in(answer) for answer in answers}) == 1
    assert len({key_in(answer) for answer in answers}) == 1
    assert served.stored == before + 1


def test_many_who_send_at_once_have_a_receipt_each(served: ServedForm) -> None:
    forms = [ready(served, f"{WORDS} Мне {n} лет.") for n in range(20, 20 + AT_ONCE)]
    before = served.stored
    answers = all_at_once(served, forms)
    numbers = {number_in(answer) for answer in answers}
    assert len(numbers) == AT_ONCE
    assert served.stored == before + AT_ONCE
    assert all(served.store.of(number) for number in numbers)


HEAD = "POST /send HTTP/1.1\r\nHost: a\r\nContent-Type: application/x-www-form-urlencoded\r\n"


@pytest.mark.parametrize(
    ("sent", "status"),
    [
        (f"{HEAD}Content-Length: 5000\r\n\r\ntext=a", ""),
        (f"{HEAD}Content-Length: 999999999\r\n\r\n", "413"),
        (f"{HEAD}Content-Length: -1\r\n\r\n", "400"),
        (f"{HEAD}Content-Length: 5\r\nContent-Length: 6\r\n\r\ntext=a", "400"),
        (f"{HEAD}Transfer-Encoding: chunked\r\n\r\nzz\r\n", "400"),
        (f"{HEAD}Transfer-Encoding: chunked\r\nContent-Length: 3\r\n\r\n0\r\n\r\n", "400 404"),
        ("GET /\x00 HTTP/1.1\r\nHost: a\r\n\r\n", "400"),
        ("POST / HTTP/9.9\r\n\r\n", "400 415"),
        ("\x16\x03\x01\x02\x00", "400"),
        (f"GET /{'a' * 70_000} HTTP/1.1\r\nHost: a\r\n\r\n", "400 404"),
        ("GET /c/../../../etc/passwd HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n", "404"),
        ("GET //evil.example/%2f.. HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n", "404"),
    ],
    ids=lambda value: value[:60],
)
def test_what_is_no_request_stores_nothing_and_ends_no_service(
    served: ServedForm, sent: str, status: str
) -> None:
    before, place = served.stored, urlsplit(served.address)
    with socket.create_connection((place.hostname or "", place.port or 0), timeout=10) as line:
        line.sendall(sent.encode("latin-1"))
        if not status:
            line.shutdown(socket.SHUT_WR)
        told = line.recv(4096).decode("latin-1")
    assert not status or any(f"HTTP/1.1 {one}" in told for one in status.split()), told
    assert "HTTP/1.1 500" not in told
    assert served.stored == before
    assert posted(served, "/", typed()).status_code == 200
