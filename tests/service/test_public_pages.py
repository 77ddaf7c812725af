"""What the service says of itself: how many comments became what, and what it keeps how long."""

import json
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from starlette.testclient import TestClient

from held_words import held
from publishing import Publishing
from serving import a_service, asked
from talqy.service.public.counts import draft_counts
from talqy.service.public.routes import public_routes
from talqy.service.publish.by_author import withdraw
from talqy.service.publish.keeping import forget_what_is_due
from talqy.service.taken import State


@pytest.fixture
def client(here: Publishing) -> Iterator[TestClient]:
    with asked(here.service, *public_routes(here.service)) as asking:
        yield asking


def counted(client: TestClient) -> list[dict[str, Any]]:
    answer = client.get("/numbers.json")
    assert answer.headers["access-control-allow-origin"] == "*"
    found: list[dict[str, Any]] = answer.json()["drafts"]
    return found


def some(here: Publishing) -> None:
    for number, reason in ((1, "insult"), (2, "off-topic"), (3, "insult")):
        here.acts().refuse(here.take(number).id, reason)
    withdraw(here.service, here.take(4).id)
    here.to_publish(5, 6)
    here.round(at_once=True)
    here.merge_all()
    here.round()
    here.take(7)


def test_the_numbers_add_up_and_refused_ones_are_in_them(
    here: Publishing, client: TestClient
) -> None:
    assert counted(client) == []
    some(here)
    wanted = {
        "standard": "birth-registration",
        "revision": 2,
        "received": 7,
        "waiting": 1,
        "published": 2,
        "withdrawn": 1,
        "not_published": {"insult": 2, "off-topic": 1},
    }
    assert counted(client) == [wanted]
    here.clock.on(days=400)
    assert forget_what_is_due(here.service) > 0
    assert counted(client) == [wanted]  # what is forgotten is counted still


def test_every_state_is_counted_once() -> None:
    tally = {("a", 1, state, ""): 1 for state in State}
    (one,) = draft_counts(tally)
    assert one.received == len(State)


@pytest.mark.parametrize(
    ("language", "title", "reason"),
    [
        ("ru", "Что стало с комментариями из формы", "Содержит брань или оскорбления"),
        ("kk", "Формадан келген пікірлер бойынша не шешілді", "Балағат сөздер немесе қорлау бар"),
        ("en", "What became of the comments from the form", "It holds insults"),
    ],
)
def test_the_page_says_the_same_in_each_language(
    language: str, title: str, reason: str, here: Publishing, client: TestClient
) -> None:
    some(here)
    page = client.get(f"/numbers/?language={language}").text
    assert held(title) in page
    assert held(reason) in page
    assert "<script" not in page


def test_a_reason_that_the_project_no_longer_has_is_shown_as_it_is(
    here: Publishing, client: TestClient
) -> None:
    one = here.take(1).id
    here.acts().refuse(one, "insult")
    from talqy.service.taken import Act

    act = Act("refused", here.clock(), "tests", "<b>older</b>")
    here.service.store.move(one, (State.REFUSED,), State.REFUSED, act)
    page = client.get("/numbers/").text
    assert "&lt;b&gt;older" in page


@pytest.mark.parametrize(
    ("language", "day"), [("kk", "күн"), ("ru", "календарн"), ("en", "calendar day")]
)
def test_what_is_kept_how_long_is_what_the_settings_say(
    language: str, day: str, client: TestClient, here: Publishing
) -> None:
    page = client.get(f"/kept/?language={language}").text.replace("\u00a0", " ")
    found = re.findall(rf"<dd>(?:күнтізбелік )?([\d ,]+) {day}", page)
    keep = here.service.settings.said.keep
    wanted = (
        keep.published,
        keep.refused,
        keep.withdrawn,
        keep.originals,
        keep.attachments,
        keep.log,
    )
    assert [int(re.sub(r"\D", "", number)) for number in found] == list(wanted)


def test_no_page_names_a_comment(here: Publishing, client: TestClient) -> None:
    some(here)
    ids = [one.id for one in here.service.store.waiting(tuple(State))]
    for path in ("/numbers/", "/numbers.json", "/kept/"):
        answer = client.get(path)
        assert answer.status_code == 200
        assert not [name for name in ids if name in answer.text]
        assert "set-cookie" not in answer.headers
    assert json.loads(client.get("/numbers.json").text)["schema"] == 1


def test_all_that_is_kept_is_named(tmp_path: Path) -> None:
    mail = {"server": "127.0.0.1:1", "tls": "none", "sender": "talqy@adilet.example.kz", "keep": 33}
    cases: tuple[tuple[dict[str, Any], bool], ...] = (({}, False), ({"mail": mail}, True))
    for settings, wanted in cases:
        service = a_service(tmp_path / str(wanted), **settings)
        with asked(service, *public_routes(service)) as client:
            page = client.get("/kept/?language=en").text.replace("\u00a0", " ")
        assert "your answer, and notes of officials" in page
        assert "no longer than the comment itself" in page
        assert ("33 calendar days" in page, "An e-mail address" in page) == (wanted, wanted)
