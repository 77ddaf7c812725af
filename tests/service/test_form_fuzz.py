"""Whatever is sent to whatever address of the form, the service answers, and never with a 500.

`make test` sends a few hundred requests, `make proof` ten minutes of them (TALQY_FUZZ_MINUTES).
"""

import os
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from urllib.parse import quote, urlencode

import pytest
from hypothesis import HealthCheck, given, seed, settings
from hypothesis import strategies as st

from attached_files import with_files
from form_posts import DRAFT, EASY, STANDARD, Citizen, a_citizen, hidden_in, proof_of, typed
from talqy.service.form.doors import DoorRules

MINUTES = float(os.environ.get("TALQY_FUZZ_MINUTES", "10"))
AT_A_TIME = 300
PATHS = (
    "/",
    "/send",
    "/attach",
    "/c/{}/",
    "/receipt/{}",
    "/receipt/{}.json",
    "/status/",
    "/status/{}",
)
HEADS = ("Accept-Language", "Content-Type", "Origin", "Sec-Fetch-Site", "X-Forwarded-For", "Cookie")
NAMES = (*typed(), "token", "page", "speak", "seen", "proof", "website", "key", "do", "sure")

MULTIPART = with_files([], [])[1]

texts = st.one_of(
    st.text(max_size=40),
    st.text(st.characters(exclude_categories=()), max_size=20),
    st.sampled_from(
        [
            *("", "whole", "after:term", DRAFT, f"{STANDARD} r999999999", f"{STANDARD} r²", " r"),
            *("kk", "zz", "yes", "e30=", "bnVsbA==", "W10=", "0000000000", "..%2f", "\x00", "{{}}"),
            *("١٢٣", "ſ", "İ", "\ufdfa" * 20, "а" * 3_000, "\u202e", "<script>", "${7*7}", "%s%n"),
        ]
    ),
)


@dataclass(frozen=True)
class Asked:
    """A request that somebody sends."""

    method: str
    path: str
    query: dict[str, str]
    heads: dict[str, str]
    body: bytes


def _parts(fields: dict[str, str], files: list[tuple[str, bytes]]) -> bytes:
    """Return a form with files, whose names and fields may be anything."""
    said = {name: text.encode("utf-8", "replace").decode() for name, text in fields.items()}
    named = [(name.encode("utf-8", "replace").decode(), data) for name, data in files]
    return with_files([*said.items()], named)[0]


def _form(fields: dict[str, str], *, is_whole: bool) -> bytes:
    said = {**(typed() if is_whole else {}), **fields}
    return urlencode(said, errors="surrogatepass").encode()


requests = st.builds(
    Asked,
    st.sampled_from(["GET", "POST", "POST", "POST", "HEAD"]),
    st.builds(
        lambda path, name: path.format(quote(name, errors="surrogatepass")),
        st.sampled_from(PATHS),
        texts,
    ),
    st.dictionaries(st.sampled_from(["language", "clause", "id", "x"]), texts, max_size=2),
    st.dictionaries(
        st.sampled_from(HEADS),
        st.text(st.characters(min_codepoint=32, max_codepoint=126), max_size=30),
        max_size=2,
    ),
    st.one_of(
        st.builds(_form, st.dictionaries(st.sampled_from(NAMES), texts), is_whole=st.booleans()),
        st.builds(
            _parts,
            st.dictionaries(st.sampled_from(NAMES), texts),
            st.lists(st.tuples(texts, st.binary(max_size=99)), max_size=3),
        ),
        st.binary(max_size=200),
    ),
)


@pytest.fixture(scope="module")
def citizen(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Citizen]:
    rules = DoorRules(many=10**9, most=10**9, work=EASY)
    with a_citizen(tmp_path_factory.mktemp("fuzz"), rules) as one:
        yield one


def answered(citizen: Citizen, asked: Asked) -> int:
    """Send a request; a fault of ours is raised, and fails the test."""
    is_parts = asked.body.startswith(b"--")
    kind = MULTIPART if is_parts else "application/x-www-form-urlencoded"
    heads = {"Content-Type": kind, **asked.heads}
    query = urlencode(asked.query, errors="surrogatepass")
    answer = citizen.web.request(
        asked.method, f"{asked.path}?{query}", content=asked.body, headers=heads
    )
    return int(answer.status_code)


def sent(citizen: Citizen, fields: dict[str, str]) -> int:
    """Send words by a page of ours, so that they come as far as the judge and the queue."""
    page = citizen.posts("/", typed())
    said = {**typed(), **hidden_in(page), "proof": proof_of(page)}
    citizen.waits(seconds=5)
    body = urlencode({**said, **fields}, errors="surrogatepass")
    heads = {"Content-Type": "application/x-www-form-urlencoded"}
    return int(citizen.web.post("/send", content=body, headers=heads).status_code)


@given(asked=requests)
@settings(suppress_health_check=[HealthCheck.too_slow])
def test_every_request_has_an_answer(citizen: Citizen, asked: Asked) -> None:
    assert answered(citizen, asked) < 500


@given(fields=st.dictionaries(st.sampled_from(NAMES), texts, max_size=4))
@settings(suppress_health_check=[HealthCheck.too_slow])
def test_whatever_words_come_by_a_page_of_ours(citizen: Citizen, fields: dict[str, str]) -> None:
    citizen.begins()
    assert sent(citizen, fields) < 500


@pytest.mark.proof
def test_every_request_has_an_answer_for_minutes(
    citizen: Citizen, record_property: Callable[[str, object], None]
) -> None:
    until, number = time.monotonic() + MINUTES * 60, 0
    while time.monotonic() < until:
        number += 1

        @seed(time.time_ns())
        @settings(max_examples=AT_A_TIME, suppress_health_check=list(HealthCheck))
        @given(asked=requests, fields=st.dictionaries(st.sampled_from(NAMES), texts, max_size=4))
        def once(asked: Asked, fields: dict[str, str]) -> None:
            citizen.begins()
            assert answered(citizen, asked) < 500
            assert sent(citizen, fields) < 500

        once()
    record_property("form", f"{number * AT_A_TIME} requests, {citizen.stored} comments stored")
