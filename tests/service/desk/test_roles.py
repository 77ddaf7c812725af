"""Who may do what: every page of the desk, for every role, in the one place that asks."""

import re
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path

import pytest
from starlette.responses import Response
from starlette.testclient import TestClient

from desks import ANSWERS, COOKIE, DRAFT, ORIGIN, ADesk, DeskClock, a_desk, csrf_of, some_works
from publishing import Publishing, a_publishing
from talqy.model.publishing import DeskFile, OfficialRole
from talqy.service.desk.app import beside, routes_of, subjects
from talqy.service.desk.pages import DeskPage
from talqy.service.desk.sign_in.doors import SignInByProxy
from talqy.service.desk.sign_in.guard import Guard
from talqy.service.desk.sign_in.sessions import Sessions
from talqy.service.desk.work.values import WorkKind, WorkName
from talqy.service.desk.work.works import Works
from talqy.service.officials import Who
from talqy.service.taken import State

HEADER = "X-Remote-User"
RECORD = WorkName(WorkKind.RECORD, "birth-registration")
WORKS = (DRAFT, ANSWERS, RECORD)
GAP = re.compile(r"\{(\w+)(?::\w+)?\}")
VALUES = {
    "standard": "birth-registration",
    "revision": "2",
    "path": "ru/",
    "clause": "term",
    "comment": "k7m2p9qx4a",
}


@pytest.fixture(scope="module")
def works(tmp_path_factory: pytest.TempPathFactory) -> Works:
    """The works of all desks here: none of these tests saves anything."""
    return some_works(tmp_path_factory.mktemp("desk"))


@pytest.fixture(scope="module")
def here(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Publishing]:
    """A service in whose queue a comment waits: without one the desk has no pages of a queue."""
    made = a_publishing(tmp_path_factory.mktemp("service"))
    yield made
    made.service.close()


@pytest.fixture
def desk(tmp_path: Path, works: Works, here: Publishing) -> Iterator[ADesk]:
    """A desk behind a proxy, with an official for each role, named after it."""
    officials = (Who(role.value, frozenset({role})) for role in OfficialRole)
    with a_desk_for(tmp_path, works, here, *officials) as opened:
        yield opened


@contextmanager
def a_desk_for(root: Path, works: Works, here: Publishing, *officials: Who) -> Iterator[ADesk]:
    said = DeskFile(address="https://desk.example.kz/", header=HEADER)
    known = {one.signs_in_as: one for one in officials}
    sign_in = SignInByProxy(Sessions(b"k" * 32, DeskClock()), said, known)
    with a_desk(root, works, sign_in=sign_in, service=here.service) as opened:
        yield opened


def asked(desk: ADesk, who: Who, method: str, path: str) -> int:
    desk.client.headers[HEADER] = who.signs_in_as
    data = {"csrf": csrf_of(desk.client.get("/ru/").text)} if method == "POST" else None
    headers = {"Origin": ORIGIN}
    answer = desk.client.request(method, path, data=data, headers=headers, follow_redirects=False)
    return answer.status_code


def all_pages(desk: ADesk) -> list[DeskPage]:
    found = (*subjects(desk.context), *beside(desk.context))
    pages = [page for subject in found for page in subject.pages]
    assert {"queue/", "answers/", "work/{work}/", ""} <= {page.below for page in pages}
    return pages


def address(page: DeskPage, work: WorkName = DRAFT) -> str:
    values = {**VALUES, "work": work.key}
    return "/ru/" + GAP.sub(lambda gap: values.get(gap[1], "x"), page.below)


def as_role(desk: ADesk, role: OfficialRole) -> TestClient:
    desk.client.headers[HEADER] = role.value
    return desk.client


def test_every_page_asks_for_a_role_in_one_place(desk: ADesk) -> None:
    for page in all_pages(desk):
        assert not page.get or page.reads, page.below
        assert not page.post or page.writes, page.below
        for role in OfficialRole:
            client = as_role(desk, role)
            if page.get and role not in page.reads:
                assert client.get(address(page)).status_code == 403, (page.below, role)
            if page.post and role not in page.writes:
                token = csrf_of(client.get("/ru/").text)
                answer = client.post(
                    address(page), data={"csrf": token}, headers={"Origin": ORIGIN}
                )
                assert answer.status_code == 403, (page.below, role)


DOORS = {"/", "/open/{link}", "/assets/{name}"}
"""What answers who is not signed in."""
NOTHING = "/{language}/{path:path}"
"""What is no page."""


def test_no_way_leads_past_the_pages(desk: ADesk) -> None:
    paths = {getattr(route, "path", "") for route in routes_of(desk.context)}
    assert paths - DOORS - {NOTHING} == {f"/{{language}}/{page.below}" for page in all_pages(desk)}


@pytest.mark.parametrize("role", OfficialRole)
def test_a_page_answers_whom_its_roles_let_and_nobody_else(
    role: OfficialRole, tmp_path: Path, here: Publishing
) -> None:
    """Every page, every role; what somebody may not do of another authority, too."""
    own = Who("own", frozenset({role}), authority="ministry-justice")
    other = replace(own, name="other", authority="ministry-finance")
    with a_desk_for(tmp_path, some_works(tmp_path), here, own, other) as desk:
        for page in all_pages(desk):
            for work in WORKS if "{work}" in page.below else (DRAFT,):
                path, name = address(page, work), (page.below, work.key)
                is_far = any(gap in page.below for gap in ("{work}", "{standard}"))
                for method in page.methods:
                    may = role in page.roles(method, work)
                    reads = OfficialRole.READER in page.roles(method, work)
                    assert (asked(desk, own, method, path) != 403) == may, (method, *name)
                    answer = asked(desk, other, method, path)
                    assert (answer != 403) == (reads if is_far else may), (method, *name)


@pytest.mark.parametrize(
    ("work", "takes"),
    [
        (DRAFT, {OfficialRole.DRAFTER, OfficialRole.PUBLISHER}),
        (ANSWERS, {OfficialRole.ANSWERER, OfficialRole.PUBLISHER}),
        (RECORD, {OfficialRole.PUBLISHER}),
    ],
)
def test_of_a_work_its_kind_says_who_takes_it_back(
    work: WorkName, takes: set[OfficialRole], desk: ADesk
) -> None:
    for page in all_pages(desk):
        if page.below in {f"work/{{work}}/{step}/" for step in ("undo", "take-in", "drop")}:
            assert set(page.roles("POST", work)) == takes


def test_a_page_that_asks_for_no_role_cannot_be_made() -> None:
    def nothing(*_: object) -> Response:
        return Response()

    with pytest.raises(AssertionError, match="somewhere/"):
        DeskPage("somewhere/", post=nothing)
    with pytest.raises(AssertionError, match="somewhere/"):
        DeskPage("somewhere/", get=nothing, reads=())


OF_READERS = {"leave/", "queue/{comment}/look/"}
"""What a reader may post: that they leave, and that they look at a comment."""


def test_a_reader_changes_nothing(desk: ADesk, here: Publishing) -> None:
    before, waits = desk.works.main().commit, here.take(1).id
    client = as_role(desk, OfficialRole.READER)
    token = csrf_of(client.get("/ru/").text)
    for page in all_pages(desk):
        if page.post and page.below not in OF_READERS:
            assert OfficialRole.READER not in page.writes, page.below
            said = {"csrf": token, "seen": before}
            answer = client.post(address(page), data=said, headers={"Origin": ORIGIN})
            assert answer.status_code == 403, page.below
    assert here.state(waits) is State.RECEIVED
    assert desk.works.begun() == []
    assert desk.works.main().commit == before


def test_nobody_who_is_not_signed_in_sees_a_page(desk: ADesk) -> None:
    for page in all_pages(desk):
        for method in page.methods:
            data = {"csrf": "x"} if method == "POST" else None
            answer = desk.client.request(method, address(page), data=data)
            assert answer.status_code == 401, (method, page.below)


@pytest.mark.parametrize(
    "named",
    [
        [],
        [""],
        ["nobody"],
        ["Reader"],
        ["reader,publisher"],
        ["reader", "publisher"],
        ["x" * 500],
    ],
)
def test_only_one_account_that_is_known_is_let_in(named: list[str], desk: ADesk) -> None:
    headers = [(HEADER, name) for name in named]
    assert desk.client.get("/ru/", headers=headers).status_code == 401


def test_who_is_signed_in_elsewhere_and_is_not_known_is_told_whom_to_ask(desk: ADesk) -> None:
    named = desk.client.get("/ru/", headers={HEADER: "nobody@example.kz"}).text
    assert "the settings of the desk do not name you" in named
    assert "start the desk anew" not in named
    assert "the settings of the desk do not name you" not in desk.client.get("/ru/").text


@pytest.mark.parametrize(
    ("named", "why"),
    [
        ([], "names nobody"),
        (["reader", "publisher"], "several times"),
        (["x" * 500], "too long"),
        (["Айгерим".encode()], "no official with this account"),
        (["stranger"], "no official with this account"),
    ],
)
def test_why_nobody_is_signed_in_is_told_without_the_account(
    named: list[str | bytes], why: str, desk: ADesk, caplog: pytest.LogCaptureFixture
) -> None:
    headers = [(HEADER.encode(), one if isinstance(one, bytes) else one.encode()) for one in named]
    with caplog.at_level("WARNING", "talqy.service"):
        assert desk.client.get("/ru/", headers=headers).status_code == 401
    (line,) = caplog.messages
    assert why in line
    assert not any(str(one) in line for one in named)


def test_only_a_named_proxy_is_believed(desk: ADesk) -> None:
    for host, status in (("127.0.0.1", 200), ("10.0.0.1", 401), ("::2", 401), ("testclient", 401)):
        with TestClient(desk.client.app, base_url=ORIGIN, client=(host, 5)) as client:
            headers = {HEADER: "reader", "X-Forwarded-For": "127.0.0.1"}
            assert client.get("/ru/", headers=headers).status_code == status, host


def test_a_cookie_alone_signs_nobody_in_behind_a_proxy(desk: ADesk) -> None:
    as_role(desk, OfficialRole.PUBLISHER).get("/ru/").raise_for_status()
    assert COOKIE in desk.client.cookies
    del desk.client.headers[HEADER]
    assert desk.client.get("/ru/").status_code == 401


def test_a_form_of_one_account_is_not_sent_by_another(desk: ADesk) -> None:
    token = csrf_of(as_role(desk, OfficialRole.READER).get("/ru/").text)
    client = as_role(desk, OfficialRole.PUBLISHER)
    answer = client.post("/ru/leave/", data={"csrf": token}, headers={"Origin": ORIGIN})
    assert answer.status_code == 403


def test_the_link_of_this_computer_is_none_behind_a_proxy(desk: ADesk) -> None:
    assert desk.client.get("/open/x").status_code == 404


def test_the_cookie_goes_by_https_alone(tmp_path: Path, works: Works) -> None:
    said = DeskFile(address="https://desk.example.kz/d/", header=HEADER)
    reader = {"reader": Who("reader", frozenset({OfficialRole.READER}))}
    sign_in = SignInByProxy(Sessions(b"k" * 32, DeskClock()), said, reader)
    guard = Guard(frozenset({"desk.example.kz"}), "https")
    with a_desk(tmp_path, works, sign_in=sign_in, guard=guard, base="/d/") as desk:
        headers = {HEADER: "reader", "Host": "desk.example.kz"}
        answer = desk.client.get("/d/ru/", headers=headers)
        assert answer.status_code == 200
        said_cookie = answer.headers["set-cookie"].lower()
        assert "secure" in said_cookie
        assert "path=/d/" in said_cookie
        assert 'href="/d/ru/"' in answer.text
