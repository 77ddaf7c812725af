"""Every route of service and desk, whatever is sent to it: no fault of ours, no write for nothing.

The routes are read from the applications themselves, so a new page is among them from the day it is
there. `make test` sends some dozens of requests, `make proof` ten minutes of them
(TALQY_FUZZ_MINUTES).
"""

import os
import re
import tempfile
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import timedelta
from pathlib import Path
from urllib.parse import quote, urlencode

import pytest
from hypothesis import HealthCheck, given, seed, settings
from hypothesis import strategies as st

from attached_files import with_files
from both_apps import WISHES, BothApps, Side, both_apps
from desks import ANSWERS, DRAFT
from form_posts import DRAFT as FORM_DRAFT
from form_posts import typed
from route_table import AnsweredRoute
from talqy.project.today import ClockSetBackError
from talqy.service.project_now import ProjectNow

MINUTES = float(os.environ.get("TALQY_FUZZ_MINUTES", "10"))
AT_A_TIME = 100
GAP = re.compile(r"\{(\w+)(?::\w+)?\}")
NAME = re.compile(r'name="([^"]{1,60})"')
MULTIPART = with_files([], [])[1]
CHANGING = ("POST", "PUT", "DELETE", "PATCH")
SOUND = {
    "standard": ["birth-registration", "housing-assistance"],
    "number": ["2", "1", "3"],
    "text": ["r2", "r1", "r3"],
    "work": [DRAFT.key, ANSWERS.key, "published"],
    "path": ["ru/"],
    "clause": ["term", "fee"],
    "comment": ["k7m2p9qx4a"],
    "step": ["open", "post", "report", "adopt", "withdraw", "extend"],
    "file": ["text.ru.docx", "table.xlsx", "quarter.xlsx"],
    "language": ["ru", "kk"],
    "link": ["x"],
    "token": ["0" * 32],
    "name": ["k7m2p9qx4a", "k7m2p9qx4a.json", "talqy.css", "proof.js"],
    "sign": ["0" * 64],
}
ODD = [
    *("..", "../../project.yaml", "\0", "x" * 3_000, "-1", "0", "99999999999", "r0", "r²", "١"),
    *("{standard}", "{{7*7}}", "<script>", "é", "💣", "*", "~", ";ls", "\r\nX: 1", "%", "//", " "),
    *("CON", "a" * 10, "draft/../main", "refs/heads/main", "--help", "\u202e", "ſ", "ﷺ"),
]

odd_texts = st.one_of(
    st.text(max_size=40),
    st.text(st.characters(exclude_categories=()), max_size=20),
    st.sampled_from(
        [
            *ODD,
            *("", "yes", "1", "on", "kk", "ru", FORM_DRAFT, "whole", "whole|after", "2026-02-31"),
            *("2026-11-21", "+1", "a" * 20_000, "=1+1", "null", "0" * 40, "all:", "comment:x"),
        ]
    ),
)


@dataclass(frozen=True)
class Asking:
    """What somebody sends: who carries a token and sits at the desk, and who does not."""

    route: int
    method: str
    gaps: tuple[tuple[bool, int, str], ...]
    query: dict[str, str]
    heads: dict[str, str]
    fields: list[tuple[int, str]]
    has_token: bool
    is_parts: bool
    raw: bytes | None


askings = st.builds(
    Asking,
    st.integers(0, 10_000),
    st.sampled_from(["", "", "", "", "", "", "HEAD", *CHANGING]),
    st.tuples(*[st.tuples(st.booleans(), st.integers(0, 9), odd_texts)] * 3),
    st.dictionaries(
        st.sampled_from(["language", "clause", "id", "c", "page", "show", "on", "kind", "of"]),
        odd_texts,
        max_size=2,
    ),
    st.dictionaries(
        st.sampled_from(
            ["Accept-Language", "Origin", "Sec-Fetch-Site", "X-Forwarded-For", "Cookie", "Range"]
        ),
        st.text(st.characters(min_codepoint=32, max_codepoint=126), max_size=30),
        max_size=1,
    ),
    st.lists(st.tuples(st.integers(0, 10_000), odd_texts), max_size=6),
    st.booleans(),
    st.sampled_from([False, False, False, True]),
    st.one_of(st.none(), st.none(), st.none(), st.binary(max_size=200)),
)


@dataclass
class Opened:
    """Both applications with all their routes, and the names of the fields of each page."""

    both: BothApps
    routes: list[tuple[Side, AnsweredRoute]]
    names: dict[str, list[str]]

    def asked(self, one: Asking) -> tuple[str, bool]:
        """Send a request; return the fault that it made, and whether it carried a token."""
        side, route = self.routes[one.route % len(self.routes)]
        method = one.method or route.methods[0 if one.route % 3 else -1]
        path, heads = filled(route, one.gaps), {**side.heads, **one.heads}
        fields = [
            (names[at % len(names)], text)
            for at, text in one.fields
            if (names := self.names.get(route.path) or ["text"])
        ]
        if one.has_token and method in CHANGING:
            fields += self.both.token(side).items()
        body = urlencode(fields, errors="surrogatepass").encode() if one.raw is None else one.raw
        if one.is_parts and one.raw is None:
            said = [(name, text.encode("utf-8", "replace").decode()) for name, text in fields]
            heads["Content-Type"] = MULTIPART
            body = with_files(said, [("a.docx", b"PK\3\4"), ("", b"")])[0]
        where = f"{path}?{urlencode(one.query, errors='surrogatepass')}"
        sent = body if method in CHANGING else b""
        answer = side.web.request(
            method, where, content=sent, headers=heads, follow_redirects=False
        )
        fault = self.both.fault(answer)
        return (f"{method} {where} {sent!r}: {fault}" if fault else ""), one.has_token


def filled(route: AnsweredRoute, gaps: tuple[tuple[bool, int, str], ...]) -> str:
    """Return the address of a route with something in its gaps."""
    left = list(gaps) * 3

    def put(gap: re.Match[str]) -> str:
        is_odd, at, odd = left.pop(0)
        text = odd if is_odd else SOUND[gap[1]][at % len(SOUND[gap[1]])]
        return quote(text, safe="/" if gap[1] == "path" else "", errors="surrogatepass")

    return GAP.sub(put, route.path)


PLAIN = ((False, 0, ""),) * 3


@pytest.fixture(scope="module")
def opened() -> Iterator[Opened]:
    with (
        tempfile.TemporaryDirectory(prefix="talqy-routes-") as folder,
        both_apps(Path(folder)) as b,
    ):
        routes = [(side, route) for side in (b.form, b.desk) for route in side.routes]
        names: dict[str, list[str]] = {}
        for side, route in routes:
            if "GET" in route.methods:
                page = side.web.get(filled(route, PLAIN), follow_redirects=False)
                assert not b.fault(page), route.path
                found = names.setdefault(route.path, [*typed()])
                if "html" in page.headers.get("Content-Type", ""):
                    found += [*dict.fromkeys(NAME.findall(page.text))]
        yield Opened(b, routes, names)


def test_both_applications_say_all_their_routes(opened: Opened) -> None:
    """Where a gap gets a new name, it needs values here."""
    paths = {route.path for _, route in opened.routes}
    assert {"/send", "/letters/", "/numbers/", "/{language}/queue/act/", "/health"} <= paths
    assert {gap[1] for path in paths for gap in GAP.finditer(path)} <= set(SOUND)


@pytest.mark.parametrize("token", ["", "0" * 64])
def test_no_route_changes_anything_without_a_token(opened: Opened, token: str) -> None:
    before = opened.both.kept()
    for side, route in opened.routes:
        if "POST" not in route.methods:
            continue
        names = opened.names.get(route.path, ["text"])
        said = {**dict.fromkeys(names, "yes"), **typed(), "csrf": token, "token": token}
        where = filled(route, PLAIN)
        answer = side.web.post(where, data=said, headers=side.heads, follow_redirects=False)
        assert not opened.both.fault(answer), where
        assert side is opened.both.form or answer.status_code == 403, where
        if route.path == "/letters/":
            before |= {name: opened.both.kept()[name] for name in WISHES}
    assert opened.both.kept() == before


def test_who_is_not_signed_in_gets_no_route_of_the_desk(opened: Opened) -> None:
    desk, open_to_all = opened.both.desk, {"/", "/open/{link}", "/assets/{name}"}
    context = opened.both.context
    inside, context.sign_in = context.sign_in, opened.both.closed
    try:
        for route in desk.routes:
            for method in route.methods:
                heads = desk.heads if method == "POST" else {}
                answer = desk.web.request(
                    method, filled(route, PLAIN), headers=heads, follow_redirects=False
                )
                assert route.path in open_to_all or answer.status_code == 401, route.path
    finally:
        context.sign_in = inside


def test_no_route_is_at_fault_where_the_clock_is_behind(
    opened: Opened, monkeypatch: pytest.MonkeyPatch
) -> None:
    def behind(*_: object) -> None:
        raise ClockSetBackError("the record goes further")

    monkeypatch.setattr(ProjectNow, "day", behind)
    monkeypatch.setattr(opened.both.clock, "now", opened.both.clock.now - timedelta(days=400))
    all_answer(opened, may_wait=True)


def test_no_route_is_at_fault_where_the_queue_is_away(opened: Opened) -> None:
    file = opened.both.folder / "data" / "queue.sqlite"
    away = file.rename(file.with_name("away"))
    try:
        all_answer(opened, may_wait=True)
    finally:
        away.rename(file)


def all_answer(opened: Opened, *, may_wait: bool = False) -> None:
    """Ask for every route in every way; none may be a fault of ours."""
    for side, route in opened.routes:
        for method in route.methods:
            said = {**typed(), **(opened.both.known(side) if method == "POST" else {})}
            content = urlencode(said).encode() if method == "POST" else b""
            where = filled(route, PLAIN)
            answer = side.web.request(
                method, where, content=content, headers=side.heads, follow_redirects=False
            )
            fault = opened.both.fault(answer)
            is_waiting = answer.status_code == 503 and "fault of ours" not in fault
            assert not fault or is_waiting, (method, where, fault)


@given(asking=askings)
@settings(suppress_health_check=list(HealthCheck))
def test_whatever_is_sent_to_any_route_is_no_fault_of_ours(opened: Opened, asking: Asking) -> None:
    before = opened.both.kept() if not asking.has_token else None
    fault, _ = opened.asked(asking)
    assert not fault
    if before is not None:
        now = opened.both.kept()
        assert {k: v for k, v in now.items() if k not in WISHES} == {
            k: v for k, v in before.items() if k not in WISHES
        }


@pytest.mark.proof
def test_whatever_is_sent_to_any_route_for_minutes(
    opened: Opened, record_property: Callable[[str, object], None]
) -> None:
    until, number = time.monotonic() + MINUTES * 60, 0
    while time.monotonic() < until:
        number += 1

        @seed(time.time_ns())
        @settings(max_examples=AT_A_TIME, suppress_health_check=list(HealthCheck))
        @given(asking=askings)
        def once(asking: Asking) -> None:
            fault, _ = opened.asked(asking)
            assert not fault

        once()
    record_property("routes", f"{number * AT_A_TIME} requests to {len(opened.routes)} routes")
