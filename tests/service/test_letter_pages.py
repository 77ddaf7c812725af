"""The pages of letters: asked for with the key of a comment, confirmed and ended by a button."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import datetime, timedelta
from pathlib import Path
from urllib.parse import quote

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sqlalchemy import text
from starlette.testclient import TestClient

from following import BASE, LINK, Box
from queues import NOON, act, named, taken
from repositories import committed
from serving import a_service, asked
from sites import mkdocs_yml
from talqy.service.form.comment_key import key_hash
from talqy.service.form.routes import form_routes
from talqy.service.messages.letter_round import LetterRound
from talqy.service.messages.letter_routes import letter_routes
from talqy.service.messages.letter_worker import LetterWorker, following_of, letters_in_trouble
from talqy.service.parts import Service
from talqy.service.store.engines import transaction

MAIL = {"server": "127.0.0.1:1", "tls": "none", "sender": "talqy@adilet.example.kz"}
WHO = "aigerim@example.kz"


@pytest.fixture
def service(tmp_path: Path) -> Iterator[Service]:
    opened = a_service(tmp_path, NOON, mail=MAIL)
    committed(tmp_path / "project", {"mkdocs.yml": mkdocs_yml()})
    yield opened
    opened.close()


@pytest.fixture
def client(service: Service) -> Iterator[TestClient]:
    with asked(service, *letter_routes(service, following_of(service))) as client:
        yield client


def sent(service: Service) -> Box:
    """Make a round of letters into a box."""
    worker, box = LetterWorker(service), Box()
    made: LetterRound = worker._round()
    replace(made, post=box.opened).go(service.now())
    return box


def link_in(box: Box) -> str:
    found = LINK.search(box.letters[-1].get_content())
    assert found
    return found[0].removeprefix(BASE)


def test_without_a_mail_server_nobody_is_asked_for_an_address(tmp_path: Path) -> None:
    service = a_service(tmp_path, NOON)
    assert letter_routes(service, following_of(service)) == ()
    service.close()


@pytest.mark.parametrize("language", ["kk", "ru", "en"])
def test_from_a_wish_to_the_last_letter(
    service: Service, client: TestClient, language: str
) -> None:
    shown = client.get(f"/letters/?language={language}")
    assert shown.status_code == 200
    assert f'<html lang="{language}">' in shown.text
    posted = client.post("/letters/", data={"address": WHO, "topic": "all", "page": language})
    assert posted.status_code == 200
    link = link_in(sent(service))
    assert client.get(link).text.count("<button") == 1
    assert "<button" in client.get(link).text, "to open a link confirms nothing"
    assert client.post(link).status_code == 200
    assert client.post(link).status_code == 404
    who = next(iter(_rows(service)))
    leave = f"letters/leave/{who}/{following_of(service).seals.leave(who)}"
    assert client.get(leave).text.count("<button") == 1
    assert list(_rows(service)) == [who], "to open a link ends nothing"
    assert client.post(leave, data={"List-Unsubscribe": "One-Click"}).status_code == 200
    assert list(_rows(service)) == []
    assert client.post(leave).status_code == 200


def test_who_follows_a_comment_shows_its_key(service: Service, client: TestClient) -> None:
    key = "abcde-fghjk-mnpqr-stvwx-yz012-3"
    service.store.take(taken(1, key_hash=key_hash(key)), act())
    shown = client.get(f"/letters/?comment={named(1)}")
    assert 'name="key"' in shown.text
    fields = {"address": WHO, "topic": f"comment:{named(1)}"}
    assert client.post("/letters/", data=fields).status_code == 403
    assert client.post("/letters/", data={**fields, "key": "wrong"}).status_code == 403
    assert not list(_rows(service))
    assert client.post("/letters/", data={**fields, "key": key}).status_code == 200
    assert len(list(_rows(service))) == 1


def test_what_is_typed_is_shown_again_and_is_no_markup(client: TestClient) -> None:
    shown = client.post("/letters/", data={"address": '"><script>x</script>', "topic": "all"})
    assert shown.status_code == 422
    assert "<script>x" not in shown.text
    assert "&lt;script&gt;x" in shown.text


def test_one_network_asks_so_often_and_no_more(client: TestClient) -> None:
    found = [
        client.post("/letters/", data={"address": f"a{at}@example.kz"}).status_code
        for at in range(22)
    ]
    assert found == [200] * 20 + [429] * 2


@pytest.mark.parametrize(
    ("topic", "body"),
    [
        ("standard:../../etc", b""),
        ("comment:zzz", b""),
        ("nonsense:x", b""),
        ("all", b"&a=1" * 50),
        ("all", b"\xff\xfe\x00"),
        ("comment:" + "k" * 5000, b""),
    ],
)
def test_odd_wishes_are_answered_in_words(client: TestClient, topic: str, body: bytes) -> None:
    content = f"topic={topic}&address={WHO}".encode() + body
    heads = {"content-type": "application/x-www-form-urlencoded"}
    found = client.post("/letters/", content=content, headers=heads).status_code
    assert found == (404 if ":" in topic else found)
    assert found in {200, 404, 422}
    assert client.get(f"/letters/?comment={topic}").status_code == 404


@pytest.mark.parametrize("path", ["confirm", "leave"])
@pytest.mark.parametrize("parts", ["x/y", "0" * 32 + "/" + "0" * 32, "%00/%ff", "қ/ә"])
def test_a_link_that_is_not_ours_does_nothing(client: TestClient, path: str, parts: str) -> None:
    for answer in (client.get(f"/letters/{path}/{parts}"), client.post(f"/letters/{path}/{parts}")):
        assert answer.status_code == 404


def test_that_letters_do_not_go_out_is_told_until_they_do(service: Service) -> None:
    following = following_of(service)
    worker = LetterWorker(service)
    following.ask(WHO, "all", "ru", service.now())
    worker.once()
    (trouble,) = letters_in_trouble(service)
    assert "the mail server cannot be reached" in str(trouble.values["reason"])
    assert WHO not in str(trouble.values)
    worker._round().following.outbox.tidy(after_all(), after_all())
    worker.once()
    assert list(letters_in_trouble(service)) == []


def test_of_two_processes_one_sends(service: Service) -> None:
    first, second = LetterWorker(service), LetterWorker(service)
    first.once()
    second.once()
    assert second._made is None


def after_all() -> datetime:
    return NOON + timedelta(days=1)


def _rows(service: Service) -> Iterator[str]:
    with transaction(service.store.engines.durable) as connection:
        yield from list(connection.execute(text("SELECT id FROM addressees")).scalars())


def test_status_and_receipt_lead_to_letters_where_there_are_any(
    service: Service, tmp_path: Path
) -> None:
    service.store.take(taken(1), act())
    where = f'href="/letters/?comment={named(1)}&amp;language=ru"'
    with asked(service, *form_routes(service)) as client:
        for page in ("status", "receipt"):
            assert where in client.get(f"/{page}/{named(1)}?language=ru").text
    plain = a_service(tmp_path / "plain", NOON)
    plain.store.take(taken(1), act())
    with asked(plain, *form_routes(plain)) as client:
        for page in ("status", "receipt"):
            assert "letters/" not in client.get(f"/{page}/{named(1)}?language=ru").text
    plain.close()


@given(
    path=st.lists(st.text(st.characters(codec="utf-8"), max_size=40), max_size=4),
    body=st.binary(max_size=300),
    fields=st.dictionaries(
        st.sampled_from(["topic", "address", "key", "page", "language", "comment", "standard"]),
        st.text(st.characters(codec="utf-8"), max_size=60),
    ),
)
@settings(
    max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
def test_whatever_is_sent_is_answered_and_is_no_fault_of_ours(
    client: TestClient, path: list[str], body: bytes, fields: dict[str, str]
) -> None:
    below = "/".join(quote(part, safe="") for part in path)
    heads = {"content-type": "application/x-www-form-urlencoded"}
    for answer in (
        client.get(f"/letters/{below}", params=fields),
        client.post(f"/letters/{below}", content=body, headers=heads),
        client.post("/letters/", data=fields),
    ):
        assert answer.status_code < 500


def test_a_page_elsewhere_asks_for_no_letter(client: TestClient, service: Service) -> None:
    heads = {"Sec-Fetch-Site": "cross-site", "Origin": "https://evil.example"}
    answer = client.post("/letters/", data={"address": WHO, "topic": "all"}, headers=heads)
    assert WHO in answer.text, "what was typed stands in the form of ours: one press more"
    assert not sent(service).letters
    client.post("/letters/", data={"address": WHO, "topic": "all"})
    assert len(sent(service).letters) == 1
