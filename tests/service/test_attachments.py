"""Files that come with a comment: taken in by the form, kept, given to officials alone."""

import os
import shutil
from collections.abc import Sequence
from datetime import UTC, datetime, timedelta
from html import unescape
from pathlib import Path
from typing import Any
from urllib.parse import urlencode

import pytest
from click.testing import CliRunner, Result
from httpx2 import Response

import builders as b
from attached_files import WORDS_OF_FILE, a_jpeg, a_letter, a_png, a_scan, with_files
from form_posts import (
    NOON,
    WORDS,
    Citizen,
    hidden_in,
    key_in,
    number_in,
    proof_of,
    typed,
)
from gate_cases.making import IIN
from queues import act, after, named, taken
from serving import SECRET_OF_TESTS, a_service, settings_file
from talqy.cli.main import main
from talqy.comments.new_comment import comment_text
from talqy.comments.redaction import redacted_text, redaction_mark
from talqy.model.comment import Comment
from talqy.model.digest import digest_of_bytes
from talqy.office.attached_form import AttachedForm
from talqy.project.yaml_read import parse
from talqy.service.attachments.file_folder import FOLDER, FileFolder, FileGoneError
from talqy.service.attachments.file_name import cleaned_name
from talqy.service.attachments.given import NoSuchFileError, files_of, given_file
from talqy.service.attachments.keeping import forget_files
from talqy.service.sent_file import SentFile
from talqy.service.settings import SECRET
from talqy.service.store.attached import AttachedFiles
from talqy.service.store.engines import StoreAwayError
from talqy.service.store.store import Store
from talqy.service.taken import Act, State

Files = Sequence[tuple[str, bytes]]


@pytest.fixture
def citizen(anybody: Citizen, monkeypatch: pytest.MonkeyPatch) -> Citizen:
    monkeypatch.setattr("talqy.service.form.attaching._POSTS", 100_000)
    return anybody.begins()


def listed(page: Response) -> list[str]:
    """Return the digests of the files that a page lists."""
    marks = page.text.split('name="file" value="')[1:]
    return [unescape(mark.partition('"')[0]) for mark in marks]


def posts(
    citizen: Citizen, page: Response, path: str, files: Files = (), **changed: str
) -> Response:
    """Press a button of a page with files, as a browser does."""
    citizen.waits(seconds=5)
    said = {**hidden_in(page), **typed(**changed)}
    said.pop("file", "")
    if path == "/send":
        said |= {"proof": proof_of(page)}
    else:
        said.pop("consent")
    said |= {name: text for name, text in changed.items() if name in {"drop", "put", "token"}}
    pairs = [*said.items(), *(("file", one) for one in listed(page))]
    first = sorted(pairs, key=lambda pair: pair[0] not in {"draft", "token"})
    body, kind = with_files(first, files)
    answer: Response = citizen.web.post(path, content=body, headers={"Content-Type": kind})
    return answer


def folder_of(citizen: Citizen) -> Path:
    return citizen.service.settings.data / FOLDER


def left_over(citizen: Citizen) -> list[Path]:
    """Return what lies where files are before they are kept."""
    return list((folder_of(citizen) / "new").glob("*"))


def test_files_survive_from_the_preview_to_the_queue(citizen: Citizen) -> None:
    letter, picture = a_letter(), a_png()
    page = citizen.looks_over()
    added = posts(citizen, page, "/attach", [("Письмо.docx", letter)])
    assert "Письмо.docx" in added.text
    assert listed(added) == [digest_of_bytes(letter)]
    assert citizen.stored == 0
    answer = posts(citizen, added, "/send", [("план.png", picture)])
    there = citizen.service.store.of(number_in(answer))
    assert there
    tree: Any = parse(there.text, "").tree
    wanted = [("Письмо.docx", digest_of_bytes(letter)), ("план.png", digest_of_bytes(picture))]
    assert [(one["name"], one["digest"]) for one in tree["attachments"]] == wanted
    assert [(one.name, one.digest) for one in files_of(citizen.service, there.id)] == wanted
    assert given_file(citizen.service, there.id, 1).data == letter
    assert left_over(citizen) == []
    # The very same again is the very same comment, with the very same key.
    again = posts(citizen, added, "/send", [("план.png", picture)])
    assert (number_in(again), key_in(again)) == (there.id, key_in(answer))
    assert citizen.stored == 1
    assert there.id not in citizen.web.get("/").text


def test_the_language_changes_and_the_files_stay(citizen: Citizen) -> None:
    added = posts(citizen, citizen.looks_over(), "/attach", [("a.pdf", a_scan())])
    said = [*{**typed(), **hidden_in(added), "speak": "kk"}.items(), ("file", listed(added)[0])]
    heads = {"Content-Type": "application/x-www-form-urlencoded"}
    kazakh = citizen.web.post("/", content=urlencode([*said, ("files", "b.pdf")]), headers=heads)
    assert listed(kazakh) == listed(added)
    assert "Файл қосу" in kazakh.text
    assert "b.pdf" not in kazakh.text


def test_a_file_is_taken_out_again(citizen: Citizen) -> None:
    files = [("a.pdf", a_scan()), ("b.jpg", a_jpeg())]
    added = posts(citizen, citizen.looks_over(), "/attach", files)
    fewer = posts(citizen, added, "/attach", drop=listed(added)[0])
    assert listed(fewer) == listed(added)[1:]
    sent = posts(citizen, fewer, "/send")
    assert [one.name for one in files_of(citizen.service, number_in(sent))] == ["b.jpg"]


@pytest.mark.parametrize(
    ("name", "data", "told"),
    [
        ("a.pdf", b"<html>", "веб-страница"),
        ("a.pdf", b"", "Файл пуст"),
        ("a.exe", b"MZ\0\0", "Принимаются только PDF"),
        ("b.docx", a_letter()[:-9], "поврежден"),
    ],
)
def test_what_is_not_taken_is_told_beside_the_field_and_nothing_is_lost(
    name: str, data: bytes, told: str, citizen: Citizen
) -> None:
    page = citizen.looks_over()
    answer = posts(citizen, page, "/send", [(name, data), ("ok.png", a_png())])
    assert answer.status_code == 422
    assert f"{name}: " in answer.text
    assert told in answer.text
    assert WORDS in answer.text
    assert listed(answer) == [digest_of_bytes(a_png())]
    assert citizen.stored == 0
    assert number_in(posts(citizen, answer, "/send"))
    assert left_over(citizen) == []


def test_too_many_and_too_much_are_left_out_and_told(citizen: Citizen) -> None:
    many = [(f"{at}.png", a_png(at)) for at in range(12)]
    page = posts(citizen, citizen.looks_over(), "/attach", many)
    assert len(listed(page)) == 10
    assert "остальные не взяты" in page.text
    big = [(f"{at}.png", a_png(4 << 20) + bytes([at])) for at in range(3)]
    page = posts(citizen, citizen.looks_over(), "/attach", big)
    assert len(listed(page)) == 2
    assert "остальные не взяты" in page.text
    assert WORDS in page.text
    more = posts(citizen, page, "/attach", [("c.png", a_png(4 << 20) + b"c")])
    assert listed(more) == listed(page)
    assert left_over(citizen) == []


def test_no_byte_is_kept_before_the_page_is_known(citizen: Citizen) -> None:
    page = citizen.looks_over()
    before = set(folder_of(citizen).rglob("*")) if folder_of(citizen).exists() else set()
    for token in ("", "x" * 80):
        answer = posts(citizen, page, "/send", [("a.png", a_png(9_000))], token=token)
        assert answer.status_code == 422
        assert "В этот раз файлы не сохранены" in answer.text
        assert WORDS in answer.text
    body, kind = with_files([], [("a.png", a_png(9_001))])
    heads = {"Content-Type": kind, "Sec-Fetch-Site": "cross-site"}
    assert citizen.web.post("/attach", content=body, headers=heads).status_code == 404
    assert set(folder_of(citizen).rglob("*")) - before <= {folder_of(citizen)}


def test_a_network_that_sends_files_without_end_is_barred(
    citizen: Citizen, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("talqy.service.form.attaching._POSTS", 0)
    page = posts(citizen, citizen.looks_over(), "/attach", [("a.png", a_png())])
    assert "В этот раз файлы не сохранены" in page.text
    assert listed(page) == []


@pytest.mark.parametrize("away", ["queue", "disk", "room"])
def test_a_queue_or_a_disk_that_is_away_is_told_as_that(
    away: str, citizen: Citizen, monkeypatch: pytest.MonkeyPatch
) -> None:
    count, usage = Store.count, shutil.disk_usage(citizen.service.settings.data)

    def counted(self: Store, key: str, *more: Any) -> int:
        if key.startswith("files "):
            raise StoreAwayError("the queue is busy")
        return count(self, key, *more)

    def looked_at(_: object) -> Any:
        if away == "disk":
            raise OSError(5, "I/O")
        return usage._replace(free=0)

    page = citizen.looks_over()
    if away == "queue":
        monkeypatch.setattr(Store, "count", counted)
    else:
        monkeypatch.setattr("talqy.service.form.attaching.shutil.disk_usage", looked_at)
    shown = posts(citizen, page, "/attach", [("a.png", a_png())])
    assert "Сейчас файлы сохранить нельзя" in shown.text
    assert "В этот раз файлы не сохранены" not in shown.text
    assert WORDS in shown.text
    assert listed(shown) == []


def test_all_other_posts_are_as_short_as_before(citizen: Citizen) -> None:
    body, kind = with_files([("text", "x" * 300_000)], [])
    for path in ("/", "/c/birth-registration/", "/status/k7m2p9qx4a"):
        answer = citizen.web.post(path, content=body, headers={"Content-Type": kind})
        assert answer.status_code == 413
    assert (
        citizen.web.post("/send", content=body, headers={"Content-Type": kind}).status_code == 415
    )
    heads = {"Content-Type": "application/x-www-form-urlencoded"}
    assert citizen.web.post("/send", content=b"a" * 200_000, headers=heads).status_code == 413
    assert (
        citizen.web.post(
            "/send", content=b"a" * (31 << 20), headers={"Content-Type": kind}
        ).status_code
        == 413
    )


@pytest.mark.parametrize(
    "body",
    [
        b"",
        b"--ThisIsTheEnd",
        b"--ThisIsTheEnd\r\n\r\n",
        b"--ThisIsTheEnd\r\n" + b"a: b\r\n" * 2_000,
    ],
)
def test_what_is_no_form_is_refused_in_words(body: bytes, citizen: Citizen) -> None:
    heads = {"Content-Type": "multipart/form-data; boundary=ThisIsTheEnd"}
    for path in ("/send", "/attach"):
        assert citizen.web.post(path, content=body, headers=heads).status_code == 415
        heads_of_none = {"Content-Type": "multipart/form-data"}
        assert citizen.web.post(path, content=body, headers=heads_of_none).status_code == 415


def test_a_post_that_breaks_off_leaves_nothing(citizen: Citizen) -> None:
    page = citizen.looks_over()
    said = {**hidden_in(page), **typed()}
    body, kind = with_files([*said.items()], [("a.png", a_png(50_000))])
    answer = citizen.web.post("/attach", content=body[:-20_000], headers={"Content-Type": kind})
    assert answer.status_code == 415
    assert left_over(citizen) == []


def test_the_words_of_a_document_become_a_draft(citizen: Citizen) -> None:
    for name, data in (("a.docx", a_letter()), ("b.pdf", a_scan())):
        page = posts(citizen, citizen.looks_over(text=""), "/attach", [(name, data)], text="")
        put = posts(citizen, page, "/attach", text="", put=listed(page)[0])
        assert WORDS_OF_FILE in unescape(put.text)
        assert "просмотрите" in put.text
        assert citizen.stored == 0
    both = posts(citizen, page, "/attach", put=listed(page)[0])
    assert f"{WORDS}\n\n{WORDS_OF_FILE}" in unescape(both.text)
    picture = posts(citizen, citizen.looks_over(), "/attach", [("c.png", a_png())])
    none = posts(citizen, picture, "/attach", put=listed(picture)[0])
    assert "не удалось прочитать слов" in none.text


def test_the_judge_looks_at_the_names_of_files(citizen: Citizen) -> None:
    page = posts(citizen, citizen.looks_over(), "/attach", [(f"заявление {IIN}.png", a_png())])
    answer = posts(citizen, page, "/send")
    assert answer.status_code == 422
    assert citizen.stored == 0


def test_files_of_another_page_are_not_to_be_had(citizen: Citizen) -> None:
    theirs = posts(citizen, citizen.looks_over(), "/attach", [("a.png", a_png(77))])
    own = citizen.looks_over()
    pairs = [*{**hidden_in(own), **typed()}.items(), ("file", listed(theirs)[0])]
    body, kind = with_files(pairs, [])
    answer = citizen.web.post("/attach", content=body, headers={"Content-Type": kind})
    assert listed(answer) == []
    assert "больше не хранится" in answer.text


def test_the_public_is_given_no_file(citizen: Citizen) -> None:
    page = posts(citizen, citizen.looks_over(), "/attach", [("a.png", a_png(5))])
    sent = number_in(posts(citizen, page, "/send"))
    digest = listed(page)[0].removeprefix("sha256:")
    places = (f"/{FOLDER}/{digest[:2]}/{digest[2:]}", f"/attach/{digest}", f"/receipt/{sent}.png")
    assert {citizen.web.get(place).status_code for place in places} == {404}


def test_a_file_is_handed_out_to_be_saved_and_for_nothing_else(citizen: Citizen) -> None:
    page = posts(citizen, citizen.looks_over(), "/attach", [('x"; y=z\r\nSet: a.png', a_png(6))])
    sent = number_in(posts(citizen, page, "/send"))
    given = given_file(citizen.service, sent, 1)
    assert given.headers["Content-Disposition"].startswith('attachment; filename="')
    assert given.headers["Content-Type"] == "image/png"
    assert given.headers["X-Content-Type-Options"] == "nosniff"
    assert not any(sign in given.headers["Content-Disposition"] for sign in "\r\n")
    with pytest.raises(NoSuchFileError):
        given_file(citizen.service, sent, 2)


def test_bytes_lie_once_for_their_owner_alone_and_are_what_came(tmp_path: Path) -> None:
    folder = FileFolder(tmp_path)
    data = a_png(3)
    folder.put(data)
    folder.put(data)
    digest = digest_of_bytes(data)
    files = [one for one in (tmp_path / FOLDER).rglob("*") if one.is_file()]
    assert len(files) == 1
    assert files[0].stat().st_mode & 0o777 == 0o600
    assert (tmp_path / FOLDER).stat().st_mode & 0o777 == 0o700
    assert folder.read(digest) == data
    files[0].write_bytes(b"another one")
    with pytest.raises(FileGoneError):
        folder.read(digest)
    files[0].unlink()
    assert folder.lacking([digest]) == [digest]
    with pytest.raises(FileGoneError):
        folder.read(digest)


@pytest.mark.parametrize(
    ("named", "form", "cleaned"),
    [
        ("Письмо акиму.PDF", AttachedForm.PDF, "Письмо акиму.pdf"),
        ("../../etc/passwd", AttachedForm.PNG, "passwd.png"),
        ("..\\letters\\b.docx", AttachedForm.DOCX, "b.docx"),
        ("invoice.pdf.exe", AttachedForm.PDF, "invoice.pdf.exe.pdf"),
        ("a\u202egpj.exe", AttachedForm.JPEG, "agpj.exe.jpg"),
        ("a\u034fb\u3164\ufe0f\u115f.png", AttachedForm.PNG, "ab.png"),
        ("\u3164", AttachedForm.PDF, "file.pdf"),
        ("con.png", AttachedForm.PNG, "_con.png"),
        ("LPT\u00b9.pdf", AttachedForm.PDF, "_LPT\u00b9.pdf"),
        ("", AttachedForm.PDF, "file.pdf"),
        ("...", AttachedForm.PDF, "file.pdf"),
        ("a\r\nb\0c.png", AttachedForm.PNG, "a bc.png"),
        ("photo.jpeg", AttachedForm.JPEG, "photo.jpeg"),
        ("<b>$(x)|y.png", AttachedForm.PNG, "_b__(x)_y.png"),
        ("ә" * 300, AttachedForm.PDF, "ә" * 100 + ".pdf"),
    ],
)
def test_a_name_is_cleaned(named: str, form: AttachedForm, cleaned: str) -> None:
    assert cleaned_name(named, form) == cleaned


def test_files_are_kept_as_long_as_the_settings_say(citizen: Citizen) -> None:
    service, now = citizen.service, citizen.moment
    rows, folder = AttachedFiles(service.store.engines), FileFolder(service.settings.data)
    keep = service.settings.said.keep
    ids = {}
    for state in (State.PUBLISHED, State.REFUSED, State.HELD):
        page = posts(citizen, citizen.looks_over(), "/attach", [("a.png", a_png(len(state) * 7))])
        ids[state] = number_in(posts(citizen, page, "/send"))
        service.store.move(ids[state], tuple(State), state, Act("x", citizen.moment, "test"))
    for file in folder_of(citizen).rglob("*"):
        if file.is_file():
            os.utime(file, (0, 0))

    def there(days: int) -> set[State]:
        forget_files(rows, folder, keep, now + timedelta(days=days))
        return {state for state, name in ids.items() if rows.of(name)}

    assert there(1) == set(ids)
    assert there(keep.refused + 1) == {State.PUBLISHED, State.HELD}
    assert there(keep.attachments + 1) == {State.HELD}
    digest = rows.of(ids[State.HELD])[0].digest
    assert folder.read(digest)
    kept = [one for one in folder_of(citizen).rglob("*") if one.is_file()]
    assert len(kept) == len(rows.in_use())


def test_what_is_new_is_not_swept_away(tmp_path: Path, citizen: Citizen) -> None:
    folder = FileFolder(tmp_path)
    folder.put(a_png(8))
    now = datetime.now(UTC)
    assert folder.sweep((), now - timedelta(hours=2)) == 0
    assert folder.sweep((), now + timedelta(hours=1)) == 1


def test_rows_of_files_are_the_same_in_both_databases(store: Any) -> None:

    rows = AttachedFiles(store.engines)
    file = SentFile("a.png", "sha256:" + "1" * 64, AttachedForm.PNG, 5)
    other = SentFile("б.pdf", "sha256:" + "2" * 64, AttachedForm.PDF, 6)
    store.take(taken(1), act(), [other, file])
    store.take(taken(1), act(), [file])
    assert rows.of(named(1)) == (other, file)
    rows.set_aside("page", [file, other], after(100))
    rows.set_aside("page", [file], after(200))
    assert rows.aside("page") == (file, other)
    assert rows.forget_aside(after(150)) == 1
    assert rows.aside("page") == (file,)
    assert rows.in_use() == {file.digest, other.digest}
    assert rows.counts([named(1), named(2)]) == {named(1): 2}


def test_a_command_lists_files_and_writes_one(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:

    monkeypatch.setenv(SECRET, SECRET_OF_TESTS)
    monkeypatch.chdir(tmp_path)
    service, data = a_service(tmp_path), a_png(9)
    FileFolder(service.settings.data).put(data)
    file = SentFile("план\u202e.png", digest_of_bytes(data), AttachedForm.PNG, len(data))
    service.store.take(taken(1), act(), [file])
    FileFolder(service.settings.data).put(longer := data + b"PK\3\4")
    more = SentFile("b.png", digest_of_bytes(longer), AttachedForm.PNG, len(longer))
    service.store.take(taken(3), act(), [more])
    service.close()

    def said(*words: str) -> Result:
        return CliRunner().invoke(main, ["service", *words, "--settings", "service.yaml"])

    listed = said("queue", "attachment", named(1))
    assert listed.exit_code == 0, listed.output
    assert listed.output.startswith("1  план")
    assert "\u202e" not in listed.output
    assert "bytes behind its end" not in listed.output
    assert said("queue", "attachment", named(1), "--to", "plan.png").exit_code == 0
    assert (tmp_path / "plan.png").read_bytes() == data
    assert said("queue", "attachment", named(1), "--to", "plan.png").exit_code == 2
    assert said("queue", "attachment", named(1), "--number", "2", "--to", "x").exit_code == 2
    assert said("queue", "attachment", named(2)).exit_code == 2
    assert "b.png: bytes behind its end: 4" in said("queue", "attachment", named(3)).output
    told = said("backup", "--to", "backup")
    assert "are not in it: 2" in told.output
    settings_file(tmp_path, data="other")
    (tmp_path / "other").mkdir()
    back = said("restore", "backup")
    assert "named and not there: 2" in back.output


def test_words_are_taken_out_of_the_name_of_a_file() -> None:
    told: dict[str, Any] = {
        "attachments": [{"name": "Хат Иванова.pdf", "digest": "sha256:" + "1" * 64}]
    }
    said = Comment.model_validate(b.a_comment(**told), context={"languages": ("kk", "ru")})
    mark = redaction_mark(NOON.date(), {"kk": "а", "ru": "б"}, "sha256:" + "2" * 64)
    new = redacted_text(said, comment_text(said), ["Иванова"], mark, name=False)
    tree: Any = parse(new.encode(), "").tree
    assert tree["attachments"] == [{"name": "Хат […].pdf", "digest": "sha256:" + "1" * 64}]
    assert tree["redacted"]["on"] == NOON.date().isoformat()
