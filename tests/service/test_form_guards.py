"""What other sites, proxies and odd browsers can make of the form: nothing."""

from datetime import date
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from form_posts import STANDARD, Citizen, a_citizen, hidden_in, key_in, number_in, typed
from serving import ADDRESS
from talqy.service.form.accepted_languages import spoken_language
from talqy.service.form.address import client_of, hashed
from talqy.service.form.comment_key import is_key, key_hash
from talqy.service.form.tokens import opened
from talqy.service.taken import State

GET = ("/", f"/c/{STANDARD}/", "/status/", "/receipt/0000000000", "/nothing", "/assets/proof.js")


# --- heads -----------------------------------------------------------------------------------


@pytest.mark.parametrize("path", GET)
def test_no_page_can_be_framed_runs_code_of_others_or_sets_a_cookie(
    citizen: Citizen, path: str
) -> None:
    heads = citizen.web.get(path).headers
    policy = heads["Content-Security-Policy"]
    assert "frame-ancestors 'none'" in policy
    assert "default-src 'none'" in policy
    assert "unsafe" not in policy
    assert heads["X-Frame-Options"] == "DENY"
    assert heads["X-Content-Type-Options"] == "nosniff"
    assert "Set-Cookie" not in heads


def test_no_page_has_code_or_style_between_its_lines(citizen: Citizen) -> None:
    pages = [citizen.web.get(path).text for path in GET[:4]]
    pages += [citizen.looks_over().text, citizen.sent().text]
    for page in pages:
        assert " style=" not in page
        assert " onclick=" not in page
        assert "<style" not in page
        assert "<script>" not in page
        assert 'src="http' not in page


# --- posts of other sites ------------------------------------------------------------------------


@pytest.mark.parametrize(
    "heads",
    [
        {"Sec_Fetch_Site": "cross-site"},
        {"Sec_Fetch_Site": "same-site"},
        {"Origin": "https://evil.example"},
        {"Origin": "http://comments.example.kz"},
    ],
    ids=str,
)
def test_what_a_page_of_another_site_sends_is_shown_and_not_stored(
    citizen: Citizen, heads: dict[str, str]
) -> None:
    """The token is real, and the proof would be: an attacker has asked for both, and waited."""
    said = {**typed(), **hidden_in(citizen.looks_over())}
    citizen.waits(seconds=5)
    answer = citizen.posts("/send", said, **heads)
    assert (answer.status_code, citizen.stored) == (422, 0)
    assert "страница другого сайта" in answer.text


@pytest.mark.parametrize(
    "heads",
    [
        {"Sec_Fetch_Site": "same-origin", "Origin": "null"},
        {"Origin": "null"},
        {"Origin": "https://comments.example.kz"},
        {"Sec_Fetch_Site": "none"},
        {},
    ],
    ids=str,
)
def test_our_own_page_sends_in_every_browser(citizen: Citizen, heads: dict[str, str]) -> None:
    said = {**typed(), **hidden_in(citizen.looks_over())}
    citizen.waits(seconds=5)
    number_in(citizen.posts("/send", said, **heads))


def test_another_site_withdraws_nothing_even_with_the_key(citizen: Citizen) -> None:
    sent = citizen.sent()
    number, key = number_in(sent), key_in(sent)
    said = {"key": key, "do": "withdraw", "sure": "yes"}
    answer = citizen.posts(f"/status/{number}", said, Sec_Fetch_Site="cross-site")
    assert answer.status_code == 403
    taken = citizen.service.store.of(number)
    assert taken
    assert taken.state is State.RECEIVED


@pytest.mark.parametrize("method", ["PUT", "DELETE", "PATCH", "OPTIONS"])
@pytest.mark.parametrize("path", ["/", "/send", "/status/0000000000", "/receipt/0000000000"])
def test_no_other_way_of_asking_does_anything(citizen: Citizen, method: str, path: str) -> None:
    assert citizen.web.request(method, path).status_code == 405


def test_what_is_only_posted_to_leads_home(citizen: Citizen) -> None:
    answer = citizen.web.get("/send", follow_redirects=False)
    assert (answer.status_code, answer.headers["Location"]) == (303, "/")


@pytest.mark.parametrize("path", [f"/c/{STANDARD}", "/status?id=0123456789", "/send", "/receipt/"])
def test_no_answer_leads_to_the_host_that_a_request_names(citizen: Citizen, path: str) -> None:
    answer = citizen.web.get(path, headers={"Host": "evil.example"}, follow_redirects=False)
    assert "evil" not in answer.headers.get("Location", "")
    assert "evil" not in answer.text


@pytest.mark.parametrize("path", ["/talqy", "/talqy/"])
def test_the_form_is_found_below_a_path_with_and_without_its_last_stroke(
    tmp_path: Path, path: str
) -> None:
    """What a page posts must not go through a redirect: it might lead out of the cipher."""
    with a_citizen(tmp_path, address=f"{ADDRESS}talqy") as citizen:
        page = citizen.posts(path, typed())
        assert page.status_code == 200
        assert 'action="/talqy/send"' in page.text
        assert citizen.web.get("/send").status_code == 404
        answer = citizen.sends(page, path="/talqy/send")
        assert f"{ADDRESS}talqy/status/{number_in(answer)}" in answer.text
        assert citizen.web.get("/talqy/assets/talqy.css").status_code == 200


# --- parts -----------------------------------------------------------------------------------


def test_who_proxies_name_is_believed_at_a_socket_of_this_machine_alone() -> None:
    assert client_of("203.0.113.5", "198.51.100.1") == "203.0.113.5"
    assert client_of("", "10.0.0.1, 198.51.100.1") == "198.51.100.1"
    assert client_of("", "") == ""


def test_an_address_is_kept_as_nothing_that_tells_it() -> None:
    key, day = b"k" * 32, date(2026, 11, 20)
    made = hashed("203.0.113.5", key, day)
    assert made == hashed("::ffff:203.0.113.5", key, day)
    assert made != hashed("203.0.113.5", key, date(2026, 11, 21))
    assert made != hashed("203.0.113.5", b"l" * 32, day)
    assert made != hashed("203.0.113.6", key, day)
    house = hashed("2001:db8:1:2::1", key, day)
    assert house == hashed("2001:db8:1:2:ffff::9", key, day)
    assert house != hashed("2001:db8:1:3::1", key, day)
    assert hashed("no address", key, day) != hashed("", key, day)


@pytest.mark.parametrize(
    ("chosen", "accepted", "language"),
    [
        (("ru", "kk"), "en", "ru"),
        (("", "zz"), "ru-KZ,ru;q=0.9,en;q=0.8", "ru"),
        ((), "en;q=0.1, kk;q=0.9", "kk"),
        ((), "ru;q=0, en", "en"),
        ((), "de, fr", "kk"),
        ((), "ru;q=x, en;q=1.5", "en"),
        ((), ",;=,;q=" * 500, "kk"),
    ],
)
def test_a_page_speaks_as_its_reader_does(
    chosen: tuple[str, ...], accepted: str, language: str
) -> None:
    assert spoken_language(chosen, accepted, ("kk", "ru", "en")) == language


@given(st.text(max_size=300))
def test_nothing_but_a_token_of_ours_is_one(written: str) -> None:
    assert opened(written, b"k" * 32) is None


def test_signs_of_a_key_that_look_alike_count_alike() -> None:
    kept = key_hash("0o1il-vvvvv-00000-11111-0vv10v")
    assert is_key("OO11L–VuVVV 00000 iIlL1 oVU1oV", kept)
    assert not is_key("OO11L–VVVVV 00000 iIlL1 oVV10X", kept)
    assert not is_key("", "")


@pytest.mark.parametrize(
    ("language", "words"),
    [("kk", "Сіздің пікіріңіз"), ("ru", "Ваш комментарий"), ("en", "Your comment")],
)
def test_the_form_speaks_as_the_browser_asks(citizen: Citizen, language: str, words: str) -> None:
    page = citizen.web.get(f"/c/{STANDARD}/", headers={"Accept-Language": language}).text
    assert f'<html lang="{language}">' in page
    assert words in page
