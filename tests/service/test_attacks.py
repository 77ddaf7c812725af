"""Attacks on form and desk that no other file tries; all of them stand in docs/service-threats.md.

What was tried at files and commands before, and fits a form, is among them: words in a place that
nobody reads, a name that is another's, a line end in a line, an id that is stolen, personal data in
an answer, a hidden sheet, a row at the end of a sheet, a head that costs memory, two at once.
"""

import base64
import re
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from io import BytesIO
from pathlib import Path
from typing import Any
from zipfile import ZIP_DEFLATED, ZipFile

import pytest
from openpyxl import load_workbook

from desks import ANSWERS, COOKIE, HOST, ORIGIN, ADesk, a_desk, csrf_of, some_works, words_of
from form_posts import (
    STANDARD,
    WORDS,
    Citizen,
    hidden_in,
    key_in,
    number_in,
    proof_of,
    typed,
)
from gate_cases.making import IIN
from mails import SUBJECT, HeldBox, a_mail, reading_mails
from repositories import git
from talqy.office.worker import Worker
from talqy.project.yaml_read import parse
from talqy.service.desk.sign_in.doors import SignInHere
from talqy.service.desk.work.works import Works
from talqy.service.taken import State

LIST = "/ru/answers/birth-registration/r2/"
ANSWER = {
    "outcome": "noted",
    "reason.kk": "Пікір қаралды: жобаны пысықтау кезінде ескеріледі.",
    "reason.ru": "Мнение рассмотрено: оно будет учтено при доработке проекта.",
}
TEMPLATES = ("{{7*7}}", "{% for x in y %}", "${7*7}", "<%= 7*7 %>", "#{7*7}", "{{view.frame.csrf}}")


@pytest.fixture(scope="module")
def works(tmp_path_factory: pytest.TempPathFactory) -> Works:
    """The works of all desks here: who is let in saves answers alone."""
    return some_works(tmp_path_factory.mktemp("works"))


@pytest.fixture(scope="module")
def shared(works: Works, tmp_path_factory: pytest.TempPathFactory) -> Iterator[ADesk]:
    """A desk, signed in, for all that is refused: none of it changes anything."""
    with a_desk(tmp_path_factory.mktemp("desk"), works) as opened:
        opened.sign_in()
        yield opened


@pytest.fixture
def desk(shared: ADesk) -> Iterator[ADesk]:
    own = shared.client.cookies[COOKIE]
    yield shared
    shared.client.cookies.clear()
    shared.client.cookies.set(COOKIE, own, domain="127.0.0.1")


@pytest.fixture(scope="module")
def book(shared: ADesk) -> bytes:
    """The workbook of the open text."""
    return bytes(shared.client.get(f"{LIST}workbook.xlsx").content)


def stored(citizen: Citizen, page: object) -> dict[str, object]:
    """Return what is stored of a comment whose receipt a page shows."""
    taken = citizen.service.store.of(number_in(page))  # type: ignore[arg-type]
    assert taken
    tree = parse(taken.text, "").tree
    assert isinstance(tree, dict)
    return tree


# --- the form: heads and addresses ---------------------------------------------------------------


@pytest.mark.parametrize(
    "head",
    [
        "X-Forwarded-Host: evil.example",
        "Forwarded: host=evil.example",
        "X-Original-URL: /metrics",
        "X-Rewrite-URL: /metrics",
        "X-HTTP-Method-Override: DELETE",
        "X-Forwarded-Prefix: //evil.example",
    ],
)
def test_no_head_leads_elsewhere_or_makes_another_request(citizen: Citizen, head: str) -> None:
    name, _, value = head.partition(": ")
    for path in ("/", f"/c/{STANDARD}/", "/status/?id=k7m2p9qx4a", "/send"):
        answer = citizen.web.get(path, headers={name: value}, follow_redirects=False)
        assert "evil" not in answer.text + answer.headers.get("Location", "")
        assert "talqy_" not in answer.text
        assert answer.status_code in {200, 303, 404}


@pytest.mark.parametrize(
    "path",
    [
        "/status/?id=k7m2p9qx4a&language=ru%0d%0aSet-Cookie:%20a=b",
        "/status/?id=k7m2p9qx4a%0d%0aSet-Cookie:%20a=b",
        "/receipt/k7m2p9qx4a%0d%0aSet-Cookie:%20a=b.json",
        "/c/birth-registration%0d%0aLocation:%20https:%2f%2fevil.example/",
    ],
)
def test_no_line_end_of_an_address_becomes_a_head(citizen: Citizen, path: str) -> None:
    heads = citizen.web.get(path, follow_redirects=False).headers
    assert "Set-Cookie" not in heads
    assert "evil" not in heads.get("Location", "")


@pytest.mark.parametrize("path", ["//evil.example/", "/%2f%2fevil.example/", "/\\evil.example/"])
def test_no_address_leads_to_another_host(citizen: Citizen, desk: ADesk, path: str) -> None:
    for web, origin in ((citizen.web, "https://comments.example.kz"), (desk.client, ORIGIN)):
        answer = web.get(f"{origin}{path}", follow_redirects=False)
        assert answer.status_code in {403, 404}
        assert "Location" not in answer.headers


@pytest.mark.parametrize(
    "name", ["..%2f..%2fservice.yaml", "%2e%2e%2fqueue.sqlite", "....//a", "a%00"]
)
def test_no_name_of_an_asset_or_receipt_is_a_path(citizen: Citizen, name: str) -> None:
    for below in ("assets", "receipt", "status", "c"):
        assert citizen.web.get(f"/{below}/{name}").status_code == 404


# --- the form: what is typed ---------------------------------------------------------------------


@pytest.mark.parametrize("field", ["text", "proposal", "quote", "author.name"])
def test_an_identity_number_in_any_field_is_not_taken(citizen: Citizen, field: str) -> None:
    words = IIN if field == "author.name" else f"{WORDS} {IIN}"
    said: dict[str, Any] = {field.replace(".", "__"): words}
    page = citizen.looks_over(**said)
    assert citizen.sends(page, **said).status_code == 422
    assert citizen.stored == 0


@pytest.mark.parametrize(
    "text",
    [
        "слова\n---\nid: aaaaaaaaaa\ntext: чужие",
        'слова, и вот:\n  - consent: "0"',
        "!!python/object/apply:os.system [id]",
        "&a [*a, *a] и слова",
        "слова # и замечание\n# ещё одно",
        '"}\nid: bbbbbbbbbb',
    ],
)
def test_no_words_become_keys_of_the_file(citizen: Citizen, text: str) -> None:
    tree = stored(citizen, citizen.sent(text=f"{WORDS} {text}"))
    assert str(tree["text"]).rstrip("\n") == f"{WORDS} {text}"
    assert tree["received"] == "2026-11-20"
    assert tree["id"] not in {"aaaaaaaaaa", "bbbbbbbbbb"}


def test_nobody_chooses_the_number_the_day_or_the_channel_of_a_comment(citizen: Citizen) -> None:
    own = {
        "id": "k7m2p9qx4a",
        "received": "2020-01-01",
        "channel": "egov",
        "digest": "x",
        "redacted": "x",
        "lane": "usual",
        "state": "published",
    }
    page = citizen.looks_over()
    citizen.waits(seconds=5)
    answer = citizen.posts("/send", {**typed(), **own, **hidden_in(page), "proof": proof_of(page)})
    if answer.status_code == 200:
        tree = stored(citizen, answer)
        assert tree["id"] != own["id"]
        assert (tree["received"], tree["channel"]) == ("2026-11-20", "web")
        assert citizen.service.store.counts()[State.RECEIVED] == 1
    else:
        assert citizen.stored == 0


def test_a_line_end_in_a_name_makes_no_second_line(citizen: Citizen) -> None:
    said: dict[str, Any] = {
        "author__kind": "legal-entity",
        "author__name": "ТОО «Ромашка»\r\nrevision: 9",
    }
    answer = citizen.sends(citizen.looks_over(**said), **said)
    if answer.status_code == 200:
        author = stored(citizen, answer)["author"]
        assert isinstance(author, dict)
        assert "\n" not in str(author.get("name", "")).strip()
    else:
        assert citizen.stored == 0


def test_who_writes_as_a_ministry_is_looked_at_by_an_official(citizen: Citizen) -> None:
    """It may be true: nothing of the queue is public before somebody has looked."""
    name = "Министерство юстиции Республики Казахстан"
    said: dict[str, Any] = {"author__kind": "legal-entity", "author__name": name}
    answer = citizen.sends(citizen.looks_over(**said), **said)
    assert answer.status_code in {200, 422}
    assert citizen.service.store.counts()[State.PUBLISHED] == 0
    assert (
        git(citizen.service.settings.repository, "log", "--format=%s", "-5").count("юстиции") == 0
    )


@pytest.mark.parametrize("template", TEMPLATES)
def test_no_template_in_words_is_carried_out(citizen: Citizen, template: str) -> None:
    page = citizen.looks_over(text=f"{WORDS} {template}", proposal=template)
    answer = citizen.sends(page, text=f"{WORDS} {template}", proposal=template)
    for shown in (page.text, answer.text):
        words = re.sub(r"<[^>]*>", " ", shown)
        assert "49" not in re.findall(r"\b49\b", words)
    if answer.status_code == 200:
        assert template in str(stored(citizen, answer)["text"])


def test_a_key_of_one_comment_opens_no_other(citizen: Citizen) -> None:
    first, second = citizen.sent(), citizen.sent(text=f"{WORDS} И ещё.")
    said = {"key": key_in(first), "do": "withdraw", "sure": "yes"}
    assert citizen.posts(f"/status/{number_in(second)}", said).status_code in {403, 422}
    assert citizen.service.store.counts()[State.WITHDRAWN] == 0


def test_health_and_figures_tell_of_nobody(citizen: Citizen) -> None:
    answer = citizen.sent(text=f"{WORDS} Тайна.", author__name="Айгерим")
    for path in ("/health", "/metrics"):
        told = citizen.web.get(f"https://comments.example.kz{path}").text
        for word in (number_in(answer), key_in(answer), "Тайна", "Айгерим", "testclient"):
            assert word not in told


# --- the mailbox: a head that costs memory -------------------------------------------------------


def test_a_subject_of_many_encoded_words_costs_little_and_is_a_persons_to_look_at(
    tmp_path: Path,
) -> None:
    word = f"=?utf-8?b?{base64.b64encode('Комментарий'.encode()).decode()}?="
    head = b"Subject: " + b"\r\n ".join([word.encode()] * 4_000) + b"\r\n"
    sent = a_mail()
    start = sent.index(b"Subject: ")
    message = sent[:start] + head + sent[sent.index(b"\n", start) + 1 :]
    assert SUBJECT.encode() not in message
    with Worker(30.0) as worker, reading_mails(tmp_path, worker) as mails:
        box = mails.read(message)
        assert isinstance(box, HeldBox)
        assert not box.messages
        box = mails.read(a_mail(Message_ID="<two@example.kz>"))
        assert box.taken == ["0"]


# --- the desk: sessions and forms ----------------------------------------------------------------


def test_a_cookie_that_was_planted_before_signing_in_is_not_the_session(
    tmp_path: Path, works: Works
) -> None:
    with a_desk(tmp_path, works) as desk:
        assert isinstance(desk.context.sign_in, SignInHere)
        heads = {"Cookie": f"{COOKIE}=planted"}
        link = f"/open/{desk.context.sign_in.link}"
        answer = desk.client.get(link, headers=heads, follow_redirects=False)
        assert "planted" not in answer.headers["set-cookie"]
        desk.client.cookies.clear()
        assert desk.client.get("/ru/", headers=heads).status_code == 401


def test_of_two_cookies_of_one_name_none_lets_a_stranger_in(desk: ADesk) -> None:
    own = desk.client.cookies[COOKIE]
    desk.client.cookies.clear()
    for cookies in (f"{COOKIE}=evil", f"{COOKIE}=evil; {COOKIE}={own[:-4]}AAAA"):
        assert desk.client.get("/ru/", headers={"Cookie": cookies}).status_code == 401


@pytest.mark.parametrize("where", ["query", "head", "json", "plain"])
def test_a_token_anywhere_but_in_the_form_is_none(desk: ADesk, where: str) -> None:
    token = csrf_of(desk.get("/ru/"))
    heads = {"Origin": ORIGIN, "Content-Type": "application/x-www-form-urlencoded"}
    path, body = "/ru/leave/", b"a=b"
    if where == "query":
        path = f"{path}?csrf={token}"
    elif where == "head":
        heads |= {"X-CSRF-Token": token, "X-CSRFToken": token}
    elif where == "json":
        heads["Content-Type"], body = "application/json", f'{{"csrf": "{token}"}}'.encode()
    else:
        heads["Content-Type"], body = "text/plain", f"csrf={token}".encode()
    assert desk.client.post(path, content=body, headers=heads).status_code in {403, 415}
    desk.get("/ru/")


@pytest.mark.parametrize("order", ["wrong first", "right first"])
def test_of_two_tokens_the_first_counts(desk: ADesk, order: str) -> None:
    token = csrf_of(desk.get("/ru/"))
    pair = ["0" * 64, token] if order == "wrong first" else [token, "0" * 64]
    sent = {"csrf": pair, "c": "none"}
    answer = desk.client.post(
        f"{LIST}answer/", data=sent, headers={"Origin": ORIGIN}, follow_redirects=False
    )
    assert (answer.status_code == 403) == (order == "wrong first")


@pytest.mark.parametrize("method", ["GET", "HEAD", "PUT", "DELETE", "PATCH", "TRACE", "OPTIONS"])
def test_nothing_is_done_by_another_method(desk: ADesk, method: str) -> None:
    token = csrf_of(desk.get("/ru/"))
    path = f"/ru/leave/?csrf={token}&_method=POST"
    answer = desk.client.request(method, path, headers={"X-HTTP-Method-Override": "POST"})
    assert answer.status_code in {404, 405}
    desk.get("/ru/")


@pytest.mark.parametrize(
    "head", ["X-Remote-User: aigerim", "Remote-User: aigerim", "Authorization: Basic YTpi"]
)
def test_on_this_computer_no_head_signs_anybody_in(tmp_path: Path, works: Works, head: str) -> None:
    name, _, value = head.partition(": ")
    with a_desk(tmp_path, works) as closed:
        assert closed.client.get("/ru/", headers={name: value}).status_code == 401


@pytest.mark.parametrize("head", ["X-Forwarded-Host: evil.example", "X-Forwarded-Proto: https"])
def test_no_head_moves_the_desk_to_another_origin(desk: ADesk, head: str) -> None:
    name, _, value = head.partition(": ")
    token = csrf_of(desk.get("/ru/"))
    heads = {name: value, "Origin": "https://evil.example"}
    sent = desk.client.post("/ru/leave/", data={"csrf": token}, headers=heads)
    assert sent.status_code == 403
    assert "evil" not in desk.client.get("/ru/", headers={name: value}).text


# --- the desk: paths and files -------------------------------------------------------------------


@pytest.mark.parametrize(
    "path",
    [
        "/ru/preview/published/..%2f..%2fservice.yaml",
        "/ru/preview/published/%2e%2e/%2e%2e/etc/passwd",
        "/ru/preview/..%2f..%2f/ru/",
        "/ru/figures/..%2fhistory.yaml",
        "/ru/steps/birth-registration/r2/files/..%2f..%2fstandard.yaml",
        "/ru/steps/..%2fproject.yaml/",
        "/ru/s/..%2f..%2fbirth-registration/r2/",
        "/ru/work/..%2fmain/",
        "/ru/work/draft%2f..%2fmain/publish/",
        "/ru/drafts/bring/..%2f..%2fa/",
        "/assets/..%2f..%2fdesk%2fframe.html",
    ],
)
def test_no_path_of_the_desk_leads_out_of_its_place(desk: ADesk, path: str) -> None:
    answer = desk.client.get(path, follow_redirects=False)
    assert answer.status_code in {303, 404, 409}, answer.text[:500]
    assert "root:" not in answer.text
    assert "../" not in answer.headers.get("Location", "")


def brought_back(desk: ADesk, data: bytes) -> tuple[int, str]:
    answer = desk.post(f"{LIST}workbook/", {}, files={"workbook": ("answers.xlsx", data)})
    return answer.status_code, words_of(answer.text)


def nothing_saved(desk: ADesk) -> bool:
    return desk.works.place.tip(ANSWERS) is None


def changed(data: bytes, *, is_hidden: bool = False, last: str = "") -> bytes:
    """Return a workbook with a hidden copy of its sheet in front, or a cell in its last row."""
    opened = load_workbook(BytesIO(data))
    sheet = opened.worksheets[0]
    if is_hidden:
        copy = opened.copy_worksheet(sheet)
        copy.title, copy.sheet_state = "Копия", "hidden"
        opened.move_sheet(copy, -5)
    if last:
        sheet.cell(1_048_576, 5).value = last
    kept = BytesIO()
    opened.save(kept)
    return kept.getvalue()


def test_a_hidden_sheet_of_answers_is_named_and_nothing_is_saved(desk: ADesk, book: bytes) -> None:
    status, said = brought_back(desk, changed(book, is_hidden=True))
    assert status == 422
    assert "W23" in said
    assert nothing_saved(desk)


def test_a_cell_at_the_end_of_a_sheet_costs_little_and_saves_nothing(
    desk: ADesk, book: bytes
) -> None:
    status, _ = brought_back(desk, changed(book, last="x"))
    assert status in {200, 422}
    assert nothing_saved(desk)


@pytest.mark.parametrize("kind", ["bomb", "paths", "entity", "bytes"])
def test_a_workbook_that_is_none_is_refused(desk: ADesk, kind: str) -> None:
    made = BytesIO()
    with ZipFile(made, "w", ZIP_DEFLATED) as archive:
        if kind == "bomb":
            archive.writestr("xl/worksheets/sheet1.xml", bytes(100 << 20))
        elif kind == "paths":
            archive.writestr("../../../../tmp/evil", "x")
        else:
            entity = '<!DOCTYPE x [<!ENTITY a SYSTEM "file:///etc/passwd">]><x>&a;</x>'
            archive.writestr("xl/workbook.xml", entity)
    data = made.getvalue() if kind != "bytes" else b"PK\3\4" + bytes(1_000)
    status, said = brought_back(desk, data)
    assert status == 422
    assert "root:" not in said
    assert nothing_saved(desk)


@pytest.mark.parametrize("field", ["reason.ru", "reason.kk"])
def test_personal_data_in_an_answer_are_not_saved(desk: ADesk, field: str) -> None:
    form = f"{LIST}answer/?c=c5d6e7f8g9"
    said = {"c": "c5d6e7f8g9", **ANSWER, field: f"Просим {IIN} обратиться к нам ещё раз."}
    assert desk.post(f"{LIST}answer/", said, of=form).status_code == 422
    assert nothing_saved(desk)


@pytest.mark.parametrize("template", TEMPLATES)
def test_no_template_in_an_answer_is_carried_out(desk: ADesk, template: str) -> None:
    form = f"{LIST}answer/?c=c5d6e7f8g9"
    said = {"c": "c5d6e7f8g9", "outcome": "", "reason.kk": template, "reason.ru": template}
    answer = desk.post(f"{LIST}answer/", said, of=form)
    assert answer.status_code == 422
    assert template.replace("<", "&lt;").replace(">", "&gt;") in answer.text


def test_two_who_sign_in_at_once_by_one_link_are_one(tmp_path: Path, works: Works) -> None:
    with a_desk(tmp_path, works) as desk:
        assert isinstance(desk.context.sign_in, SignInHere)
        link = desk.context.sign_in.link
        with ThreadPoolExecutor(8) as hands:
            cookies = [*hands.map(desk.context.sign_in.opened, [link] * 8)]
        assert sum(cookie is not None for cookie in cookies) == 1


@pytest.mark.parametrize("host", ["127.0.0.1:8200.", "127.1:8200", "0x7f000001:8200", "[::]:8200"])
def test_another_spelling_of_this_computer_is_another_host(desk: ADesk, host: str) -> None:
    assert host != HOST
    assert desk.client.get("/ru/", headers={"Host": host}).status_code == 403
