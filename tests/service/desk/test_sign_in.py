"""Signing in on this computer, and what nobody else can do: attacks on the door."""

from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path

import pytest

from desks import COOKIE, HOST, ORIGIN, ADesk, a_desk, csrf_of, some_works, words_of
from talqy.service.desk.sign_in.doors import SignInHere
from talqy.service.desk.work.works import Works


@pytest.fixture(scope="module")
def works(tmp_path_factory: pytest.TempPathFactory) -> Works:
    """The works of all desks here: none of these tests saves anything."""
    return some_works(tmp_path_factory.mktemp("desk"))


@pytest.fixture
def closed(tmp_path: Path, works: Works) -> Iterator[ADesk]:
    with a_desk(tmp_path, works) as opened:
        yield opened


@pytest.fixture(scope="module")
def shared(works: Works, tmp_path_factory: pytest.TempPathFactory) -> Iterator[ADesk]:
    """A desk, signed in, for all tests that are refused: none of them changes anything."""
    with a_desk(tmp_path_factory.mktemp("shared"), works) as opened:
        opened.sign_in()
        yield opened


@pytest.fixture
def desk(closed: ADesk) -> ADesk:
    """A desk of this computer, signed in."""
    closed.sign_in()
    return closed


def test_the_link_leads_to_today_in_the_language_of_the_browser(closed: ADesk) -> None:
    closed.client.headers["Accept-Language"] = "ru"
    closed.sign_in()
    page = closed.get("/ru/")
    assert "Сегодня" in words_of(page)
    assert "Бүгін" in words_of(closed.get("/kk/"))
    closed.get("/de/", 404)


def test_the_link_works_once(closed: ADesk) -> None:
    assert isinstance(closed.context.sign_in, SignInHere)
    link = closed.context.sign_in.link
    closed.sign_in()
    closed.client.cookies.clear()
    closed.get(f"/open/{link}", 401)
    closed.get("/open/", 401)
    closed.get("/kk/", 401)


def test_who_only_looks_ahead_does_not_use_the_link_up(closed: ADesk) -> None:
    assert isinstance(closed.context.sign_in, SignInHere)
    link = f"/open/{closed.context.sign_in.link}"
    assert closed.client.head(link).status_code == 404
    assert closed.client.get(link, headers={"Sec-Purpose": "prefetch"}).status_code == 404
    closed.sign_in()


@pytest.mark.parametrize("link", ["x", "%00", "é", "a" * 5_000, ".."])
def test_no_other_link_opens(link: str, closed: ADesk) -> None:
    assert closed.client.get(f"/open/{link}").status_code in {401, 404}


def test_the_cookie_is_for_this_site_alone_and_no_script_sees_it(closed: ADesk) -> None:
    assert isinstance(closed.context.sign_in, SignInHere)
    link = closed.context.sign_in.link
    answer = closed.client.get(f"/open/{link}", follow_redirects=False)
    said = answer.headers["set-cookie"].lower()
    assert said.startswith(f"{COOKIE}=")
    assert "httponly" in said
    assert "samesite=strict" in said
    assert answer.status_code == 303


@pytest.mark.parametrize("written", ["", "x", "AAAA", "é", "a" * 5_000])
def test_no_made_up_cookie_is_one(written: str, closed: ADesk) -> None:
    closed.client.cookies.clear()
    headers = {b"Cookie": f"{COOKIE}={written}".encode()}
    assert closed.client.get("/kk/", headers=headers).status_code == 401


def test_a_cookie_that_was_changed_is_none(desk: ADesk) -> None:
    cookie = desk.client.cookies[COOKIE]
    desk.client.cookies.clear()
    for at in (0, 20, 45, 60, len(cookie) - 2):
        other = cookie[:at] + ("A" if cookie[at] != "A" else "B") + cookie[at + 1 :]
        headers = {"Cookie": f"{COOKIE}={other}"}
        assert desk.client.get("/kk/", headers=headers).status_code == 401
    assert desk.client.get("/kk/", headers={"Cookie": f"{COOKIE}={cookie}"}).status_code == 200


def test_a_session_ends_after_twelve_hours(desk: ADesk) -> None:
    desk.get("/kk/")
    desk.clock.now += timedelta(hours=12, seconds=1)
    desk.get("/kk/", 401)


def test_signing_out_ends_it_also_for_who_has_kept_the_cookie(desk: ADesk) -> None:
    cookie = desk.client.cookies[COOKIE]
    answer = desk.post("/kk/leave/", {}, of="/kk/")
    assert answer.status_code == 200
    assert COOKIE not in desk.client.cookies
    assert desk.client.get("/kk/", headers={"Cookie": f"{COOKIE}={cookie}"}).status_code == 401


@pytest.mark.parametrize(
    "host",
    [
        "evil.example",
        "evil.example:8200",
        "127.0.0.1",
        "127.0.0.1:80",
        "127.0.0.1.evil.example:8200",
        "localhost:8201",
        "user@127.0.0.1:8200",
        "",
    ],
)
def test_no_other_name_leads_here(host: str, shared: ADesk) -> None:
    assert shared.client.get("/kk/", headers={"Host": host}).status_code == 403


def test_own_names_lead_here(shared: ADesk) -> None:
    for host in (HOST, "localhost:8200", "[::1]:8200", "LOCALHOST:8200"):
        shared.client.get("/kk/", headers={"Host": host}).raise_for_status()


@pytest.mark.parametrize(
    "headers",
    [
        {"Origin": "https://evil.example"},
        {"Origin": "null"},
        {"Origin": "http://127.0.0.1:8201"},
        {"Origin": "http://localhost:8200"},
        {"Origin": "https://127.0.0.1:8200"},
        {"Origin": f"{ORIGIN}.evil.example"},
        {"Origin": ""},
        {"Sec-Fetch-Site": "cross-site"},
        {"Sec-Fetch-Site": "same-site"},
    ],
)
def test_no_other_page_acts_even_with_the_token(headers: dict[str, str], shared: ADesk) -> None:
    token = csrf_of(shared.get("/kk/"))
    answer = shared.client.post("/kk/leave/", data={"csrf": token}, headers=headers)
    assert answer.status_code == 403
    shared.get("/kk/")


@pytest.mark.parametrize("token", ["", "0" * 64, "é", "x" * 9_000])
def test_nothing_is_done_without_the_token(token: str, shared: ADesk) -> None:
    said = {"csrf": token, "text": "что я набрал"}
    answer = shared.client.post("/kk/leave/", data=said, headers={"Origin": ORIGIN})
    assert answer.status_code == 403
    assert "что я набрал" in answer.text  # nothing typed is lost
    assert shared.client.post("/kk/leave/", data=said).status_code == 403
    shared.get("/kk/")


def test_a_token_of_another_session_is_none_and_the_form_can_be_sent_once_more(
    desk: ADesk,
) -> None:
    assert isinstance(desk.context.sign_in, SignInHere)
    old = csrf_of(desk.get("/kk/"))
    _, cookie = desk.context.sign_in.sessions.begun("here")
    desk.client.cookies.clear()
    desk.client.cookies.set(COOKIE, cookie, domain="127.0.0.1")
    said = {"csrf": old, "text": '"><script>'}
    answer = desk.client.post("/kk/leave/", data=said, headers={"Origin": ORIGIN})
    assert answer.status_code == 403
    assert "<script>" not in answer.text
    again = {"csrf": csrf_of(answer.text), "text": "x"}
    done = desk.client.post("/kk/leave/", data=again, headers={"Origin": ORIGIN})
    assert done.status_code == 200


def test_files_are_not_sent_once_more_in_silence(desk: ADesk) -> None:
    assert isinstance(desk.context.sign_in, SignInHere)
    old = csrf_of(desk.get("/kk/"))
    _, cookie = desk.context.sign_in.sessions.begun("here")
    desk.client.cookies.clear()
    desk.client.cookies.set(COOKIE, cookie, domain="127.0.0.1")
    answer = desk.client.post(
        "/ru/leave/",
        data={"csrf": old, "text": "набрано"},
        files={"file": ("схема.png", b"x")},
        headers={"Origin": ORIGIN},
    )
    said = words_of(answer.text)
    assert ("схема.png" in said, "набрано" in said) == (True, True)
    assert "Отправить ещё раз" not in said
    assert 'method="post" action="/ru/leave/"' not in answer.text.partition("<main")[2]


def test_who_is_not_signed_in_any_more_loses_nothing(closed: ADesk) -> None:
    answer = closed.client.post("/kk/leave/", data={"text": "длинный ответ"})
    assert answer.status_code == 401
    assert "длинный ответ" in answer.text
    assert answer.headers["content-type"].startswith("text/plain")


@pytest.mark.parametrize(
    ("body", "kind", "status"),
    [
        (b"\xff", "application/x-www-form-urlencoded", 400),
        (b"csrf=%ff", "application/x-www-form-urlencoded", 400),
        (b"a=1&" * 41_000, "application/x-www-form-urlencoded", 400),
        (b"{}", "application/json", 415),
        (b"", "", 415),
        (b"x", "multipart/form-data", 400),
        (b"x", "multipart/form-data; boundary=y", 400),
        (b"a=" + b"x" * 600_000, "application/x-www-form-urlencoded", 413),
    ],
)
def test_what_is_no_form_is_refused(body: bytes, kind: str, status: int, shared: ADesk) -> None:
    heads = {"Origin": ORIGIN, "Content-Type": kind}
    answer = shared.client.post("/kk/leave/", content=body, headers=heads)
    assert answer.status_code == status, answer.text
    shared.get("/kk/")


def test_every_answer_keeps_frames_scripts_and_other_sites_out(shared: ADesk) -> None:
    for path in ("/kk/", "/nowhere", "/assets/desk.css"):
        heads = shared.client.get(path).headers
        assert "frame-ancestors 'none'" in heads["content-security-policy"]
        assert "unsafe" not in heads["content-security-policy"]
        assert heads["referrer-policy"] == "same-origin"
        assert heads["x-frame-options"] == "DENY"
        assert heads["x-content-type-options"] == "nosniff"
    assert shared.client.get("/kk/").headers["cache-control"] == "no-store"


@pytest.mark.parametrize("name", ["../frame.html", "..%2fframe.html", "service.yaml", "%2e%2e"])
def test_no_other_file_is_an_asset(name: str, shared: ADesk) -> None:
    assert shared.client.get(f"/assets/{name}").status_code == 404
