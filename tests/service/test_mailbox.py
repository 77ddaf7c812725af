"""Messages of a mailbox or a folder come into the queue: each once, or a person is told."""

import os
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from datetime import timedelta
from email.message import EmailMessage
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner
from sqlalchemy import text as sql

from attached_files import a_letter, a_scan
from dovecot import Dovecot, a_dovecot
from following import Box
from form_posts import NOON, WORDS
from gate_cases.making import IIN
from mails import MAIL, SUBJECT, WHO, HeldBox, ReadingMails, a_mail, reading_mails
from outlook_files import a_msg, text
from queues import after
from serving import SECRET_OF_TESTS, settings_file
from talqy.cli.main import main
from talqy.model.digest import digest_of_bytes
from talqy.notify.states import ShownStates
from talqy.office.worker import Worker
from talqy.project.yaml_read import parse
from talqy.service.attachments.given import files_of, given_file
from talqy.service.check import wrong_settings
from talqy.service.form.comment_key import is_key
from talqy.service.health import health_of
from talqy.service.mailbox.boxes import MailboxAwayError
from talqy.service.mailbox.folder_box import PEOPLE, TAKEN, FolderBox
from talqy.service.mailbox.imap_box import MailboxServer, MailboxTls, opened_mailbox
from talqy.service.mailbox.mail_worker import MailboxWorker
from talqy.service.messages.letter import Sender
from talqy.service.messages.letter_round import LetterRound
from talqy.service.messages.letter_worker import following_of
from talqy.service.messages.post import Post
from talqy.service.messages.reply import Replies
from talqy.service.settings import MAILBOX_PASSWORD, SECRET
from talqy.service.store.mails import MailState, ReadMail, ReadMails
from talqy.service.store.store import Store
from talqy.service.taken import Act, State, Taken

LONGER = "Сейчас приходится ездить в центр дважды, и на это уходит целый рабочий день."


@pytest.fixture(scope="module")
def worker() -> Iterator[Worker]:
    with Worker(30.0) as one:
        yield one


@pytest.fixture(scope="module")
def dovecot() -> Iterator[Dovecot]:
    with a_dovecot() as started:
        yield started


@pytest.fixture
def mails(tmp_path: Path, worker: Worker) -> Iterator[ReadingMails]:
    with reading_mails(tmp_path, worker) as one:
        yield one


def queue(mails: ReadingMails) -> list[Taken]:
    return mails.service.store.waiting(tuple(State))


def why_of(mails: ReadingMails) -> list[tuple[str, ...]]:
    return [one.why for one in ReadMails(mails.service.store.engines).left(20)]


def replies(mails: ReadingMails, box: Box | None = None) -> list[EmailMessage]:
    """Send what waits, and return all letters."""
    found, service = box or Box(), mails.service
    LetterRound(
        following=following_of(service),
        states=ShownStates(service.settings.repository, ""),
        branch=lambda: service.project.branch,
        post=found.opened,
        sender=Sender("talqy@example.kz"),
        base=service.settings.address,
        replies=Replies(service),
    ).go(service.now())
    return found.letters


# --- taken ------------------------------------------------------------------------------------


def test_a_message_becomes_a_comment_of_the_queue(mails: ReadingMails) -> None:
    box = mails.read(a_mail())
    (taken,) = queue(mails)
    tree: Any = parse(taken.text, "").tree
    assert (tree["text"], tree["channel"], tree["clause"]) == (WORDS, "email", "term")
    assert (tree["standard"], tree["revision"]) == ("birth-registration", "2")
    assert tree["received"] == "2026-11-20"
    assert WHO not in taken.text.decode()
    assert (box.taken, box.people, box.messages) == (["0"], [], {})


def test_its_author_gets_one_reply_with_receipt_and_key(mails: ReadingMails) -> None:
    mails.read(a_mail())
    (taken,) = queue(mails)
    (letter,) = replies(mails)
    words = letter.get_content()
    assert letter["To"] == WHO
    assert letter["In-Reply-To"] == letter["References"] == "<one@example.kz>"
    assert letter["Auto-Submitted"] == "auto-replied"
    for part in (taken.id, taken.digest, f"receipt/{taken.id}", f"status/{taken.id}"):
        assert part in words
    assert any(is_key(line.strip(), taken.key_hash) for line in words.splitlines())
    assert "Здравствуйте" in words
    assert replies(mails) == []
    with mails.service.store.engines.reading() as connection:
        for table in ("addressees", "letters"):
            assert connection.execute(sql(f"SELECT count(*) FROM {table}")).scalar() == 0  # noqa: S608
        assert connection.execute(sql("SELECT answers FROM mails")).scalar() == ""


def test_what_comes_of_a_reply_goes_to_nobody() -> None:
    said: list[str] = []

    class Smtp:
        def rset(self) -> None:
            pass

        def mail(self, sender: str) -> tuple[int, bytes]:
            said.append(sender)
            return 250, b""

        def rcpt(self, _: str) -> tuple[int, bytes]:
            return 500, b""

    message = EmailMessage()
    message["From"], message["To"] = "a@example.kz", "b@example.kz"
    message["Auto-Submitted"] = "auto-replied"
    with pytest.raises(Exception, match="refuses"):
        Post(Smtp()).send(message, lambda: None)  # type: ignore[arg-type]
    assert said == [""]


def test_files_of_a_message_are_kept_as_those_of_the_form(mails: ReadingMails) -> None:
    files = [("Письмо.pdf", a_scan()), ("план.docx", a_letter())]
    mails.read(a_mail(f"{WORDS} {LONGER} Подробнее во вложении.", files))
    (taken,) = queue(mails)
    names = [(one.name, one.digest) for one in files_of(mails.service, taken.id)]
    assert names == [(name, digest_of_bytes(data)) for name, data in files]
    assert given_file(mails.service, taken.id, 1).data == a_scan()
    tree: Any = parse(taken.text, "").tree
    assert [one["name"] for one in tree["attachments"]] == ["Письмо.pdf", "план.docx"]


def test_settings_may_say_what_messages_are_about(tmp_path: Path, worker: Worker) -> None:
    box = {"feed": "data", "standard": "birth-registration"}
    with reading_mails(tmp_path, worker, mailbox=box) as mails:
        mails.read(a_mail(Subject="О сроке"))
        assert [one.standard for one in queue(mails)] == ["birth-registration"]


# --- once -------------------------------------------------------------------------------------


def test_the_same_message_is_taken_once(mails: ReadingMails) -> None:
    box = mails.read(a_mail(), a_mail(), a_mail(X_Way="another"))
    assert len(queue(mails)) == 1
    assert len(replies(mails)) == 1
    assert box.people == []
    mails.read(a_mail(X_Way="a third"))
    assert len(queue(mails)) == 1
    assert replies(mails) == []


def test_the_same_words_of_two_people_are_two_comments(mails: ReadingMails) -> None:
    mails.read(a_mail(), a_mail(Message_ID="<two@example.kz>", From="b@example.kz"))
    assert len(queue(mails)) == 2
    assert len({one["To"] for one in replies(mails)}) == 2


def test_another_message_of_the_same_number_is_a_persons_to_look_at(mails: ReadingMails) -> None:
    box = mails.read(a_mail(), a_mail("Прошу также ввести запись на прием через интернет."))
    assert len(queue(mails)) == 1
    assert box.people == ["1"]
    assert why_of(mails) == [("again",)]


def test_a_number_that_another_comment_has_is_not_taken_for_the_same(
    tmp_path: Path, worker: Worker, mails: ReadingMails
) -> None:
    mails.read(a_mail())
    (taken,) = queue(mails)
    with reading_mails(tmp_path / "other", worker) as other:
        other.service.store.take(replace(taken, posted="1" * 64), Act("taken", NOON, "form"))
        box = other.read(a_mail())
        assert (box.people, why_of(other), replies(other)) == (["0"], [("again",)], [])


def test_a_message_without_a_number_is_known_by_its_bytes(mails: ReadingMails) -> None:
    mails.read(a_mail(Message_ID=None), a_mail(Message_ID=None), a_mail(Message_ID=None, X_B="b"))
    assert len(queue(mails)) == 2


@pytest.mark.parametrize("at", ["note", "move", "letter"])
def test_a_round_that_ends_in_the_middle_loses_nothing_and_doubles_nothing(
    at: str, mails: ReadingMails, monkeypatch: pytest.MonkeyPatch
) -> None:
    box = HeldBox(
        {"a": a_mail(), "b": a_mail(Message_ID="<two@example.kz>", From="b@x.example.kz")}
    )
    with monkeypatch.context() as broken:
        if at == "note":
            broken.setattr(ReadMails, "note", _fall)
        elif at == "letter":
            broken.setattr("talqy.service.store.mails.reply_row", _fall)
        else:
            box.falls = {"a"}
        with pytest.raises(ConnectionResetError):
            mails.go(box)
    assert list(box.messages) == ["a", "b"]
    assert len(queue(mails)) == 1
    mails.go(box)
    assert (box.taken, len(queue(mails)), len(replies(mails))) == (["a", "b"], 2, 2)
    mails.go(HeldBox({"a": a_mail()}))
    assert (len(queue(mails)), replies(mails)) == (2, [])


def _fall(*_: object, **__: object) -> None:
    raise ConnectionResetError


# --- left to people ---------------------------------------------------------------------------

LEFT = {
    "no draft is named": (a_mail(Subject="О сроке"), "no-draft"),
    "a draft that is not there": (a_mail(Subject="X: birth-registration r9"), "no-draft"),
    "a personal number": (a_mail(f"{WORDS} Мой ИИН {IIN}."), "G17"),
    "a reply of a program": (a_mail(Auto_Submitted="auto-replied"), "I43"),
    "a table of another form": (a_mail(files=[("a.xlsx", b"PK\3\4")]), "file"),
    "macros": (a_mail(files=[("a.exe", b"MZ")]), "file"),
    "words that only point to a file": (
        a_mail("Направляем замечания, см. вложение.", [("a.pdf", a_scan())]),
        "I44",
    ),
    "no message": (b"\0\1\2", ""),
    "nothing": (b"", ""),
    "many files": (a_mail(files=[(f"{at}.pdf", a_scan(str(at))) for at in range(11)]), "much"),
}


@pytest.mark.parametrize("name", LEFT)
def test_what_cannot_be_taken_is_left_to_people_and_gets_no_reply(
    name: str, mails: ReadingMails
) -> None:
    data, why = LEFT[name]
    box = mails.read(data)
    assert (box.people, box.taken, queue(mails)) == (["0"], [], [])
    (told,) = why_of(mails)
    assert told
    assert not why or told[0] in {why, *_LIKE.get(why, ())}
    assert replies(mails) == []


_LIKE = {"G17": ("G18", "G16")}


def test_a_very_long_message_is_not_read(
    mails: ReadingMails, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("talqy.service.mailbox.mail_round.LONGEST_MESSAGE", 100)
    monkeypatch.setattr(HeldBox, "data", _fall)
    assert mails.read(a_mail()).people == ["0"]
    assert why_of(mails) == [("much",)]


@pytest.mark.parametrize(
    "heads",
    [
        {"List_Id": "<talk.example.kz>"},
        {"Return_Path": "<>"},
        {"Return_Path": "<bounces+1@list.example.kz>"},
        {"From": "no-reply@example.kz"},
        {"From": "MAILER-DAEMON@example.kz"},
        {"From": "talqy@example.kz"},
        {"From": "nobody"},
        {"From": None},
        {"Precedence": "bulk"},
        {"From": "a@b.kz\r\n Bcc: c@d.kz"},
    ],
)
def test_programs_lists_and_ourselves_get_no_reply(
    heads: dict[str, Any], mails: ReadingMails
) -> None:
    try:
        data = a_mail(**heads)
    except ValueError:
        data = a_mail().replace(b"From: ", b"From: a@b.kz\r\n Bcc: c@d.kz, ", 1)
    mails.read(data)
    assert replies(mails) == []
    assert following_of(mails.service).outbox.counts() == {}


def test_two_programs_that_answer_each_other_come_to_an_end(mails: ReadingMails) -> None:
    messages = [a_mail(f"{WORDS} № {at}", Message_ID=f"<{at}@x.kz>") for at in range(14)]
    mails.read(*messages)
    assert len(queue(mails)) == 14
    assert len(replies(mails)) == 10


def test_without_a_mail_server_there_are_no_replies(tmp_path: Path, worker: Worker) -> None:
    with reading_mails(tmp_path, worker, mail=None) as mails:
        mails.read(a_mail())
        assert len(queue(mails)) == 1
        assert following_of(mails.service).outbox.counts() == {}


# --- the boxes --------------------------------------------------------------------------------


def test_a_mailbox_is_read_on_a_real_server(
    tmp_path: Path, worker: Worker, dovecot: Dovecot
) -> None:
    server = dovecot.another_user()
    with reading_mails(tmp_path, worker) as mails:
        dovecot.put(server, a_mail())
        dovecot.put(server, a_mail(Subject="О сроке", Message_ID="<two@example.kz>"))
        with opened_mailbox(server) as box:
            done = mails.go(box)
        assert (done.taken, done.left, done.people) == (1, 1, 1)
        assert len(queue(mails)) == 1
    assert dovecot.messages(server) == []
    assert len(dovecot.messages(server, "Talqy taken")) == 1
    assert b"two@example.kz" in dovecot.messages(server, "Talqy people")[0]
    with dovecot.asking(server) as client:
        client.select('"Talqy people"', readonly=True)
        assert client.search(None, "UNSEEN")[1] == [b"1"]


def test_a_message_that_could_not_be_moved_is_known_again(
    tmp_path: Path, worker: Worker, dovecot: Dovecot, monkeypatch: pytest.MonkeyPatch
) -> None:
    server = dovecot.another_user()
    with reading_mails(tmp_path, worker) as mails:
        dovecot.put(server, a_mail())
        with opened_mailbox(server) as box, monkeypatch.context() as broken:
            broken.setattr(type(box), "to_taken", _fall)
            with pytest.raises(ConnectionResetError):
                mails.go(box)
        with opened_mailbox(server) as box:
            mails.go(box)
        assert len(queue(mails)) == 1
        assert len(replies(mails)) == 1
    assert len(dovecot.messages(server, "Talqy taken")) == 1


@contextmanager
def _of_settings(
    folder: Path, worker: Worker, server: MailboxServer, **box: Any
) -> Iterator[ReadingMails]:
    said = {"server": f"127.0.0.1:{server.port}", "tls": "none", "user": server.user, **box}
    with reading_mails(folder, worker, mailbox=said) as mails:
        yield mails


def test_the_worker_tells_what_is_wrong_and_what_waits(
    tmp_path: Path, worker: Worker, dovecot: Dovecot, monkeypatch: pytest.MonkeyPatch
) -> None:
    server = replace(dovecot.another_user(), port=dovecot.plain_port)
    dovecot.put(server, a_mail())
    dovecot.put(server, a_mail(Subject="О сроке", Message_ID="<two@example.kz>"))
    with _of_settings(tmp_path, worker, server) as mails:
        mails.work()
        assert len(queue(mails)) == 1
        wrong = [saying.said() for saying in health_of(mails.service).wrong]
        assert "messages wait for a person: 1" in wrong
    monkeypatch.setenv(SECRET, SECRET_OF_TESTS)
    monkeypatch.setenv(MAILBOX_PASSWORD, "word-of-tests")
    file = str(tmp_path / "service.yaml")
    listed = CliRunner().invoke(main, ["service", "queue", "list", "--settings", file])
    assert listed.exit_code == 0, listed.output
    assert "Messages that wait for a person: 1" in listed.output
    assert "it does not say which draft it is about" in listed.output
    with dovecot.asking(server) as client:
        client.select('"Talqy people"')
        client.store("1", "+FLAGS", "\\Deleted")
        client.expunge()
    with _of_settings(tmp_path / "again", worker, server) as mails:
        mails.work()
        assert not any("wait for a person" in one.said() for one in health_of(mails.service).wrong)


def test_the_worker_works_beside_the_pages(
    tmp_path: Path, worker: Worker, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("talqy.service.mailbox.mail_worker._MINUTE", 0.01)
    (tmp_path / "feed").mkdir()
    (tmp_path / "feed" / "a.eml").write_bytes(a_mail())
    os.utime(tmp_path / "feed" / "a.eml", (0, 0))
    with reading_mails(tmp_path, worker, mailbox={"feed": "feed"}) as mails:
        with MailboxWorker(mails.service).working():
            until = time.monotonic() + 60
            while not (tmp_path / "feed" / TAKEN).exists() and time.monotonic() < until:
                time.sleep(0.05)
        assert len(queue(mails)) == 1
        (tmp_path / "feed").rename(tmp_path / "elsewhere")
        mails.work()
        wrong = [saying.said() for saying in health_of(mails.service).wrong]
        assert any("there is no folder" in one for one in wrong)


def test_a_wrong_password_is_told_and_the_service_takes_comments_on(
    tmp_path: Path, worker: Worker, dovecot: Dovecot
) -> None:
    server = replace(dovecot.another_user(), port=1)
    with _of_settings(tmp_path, worker, server) as mails:
        mails.work()
        health = health_of(mails.service)
        assert health.takes
        told = [saying.said() for saying in health.wrong]
        assert any("messages have not been taken since" in one for one in told)


@pytest.mark.parametrize("tls", [MailboxTls.TLS, MailboxTls.STARTTLS])
def test_the_way_to_the_server_is_closed_to_others(tls: MailboxTls, dovecot: Dovecot) -> None:
    port = dovecot.plain_port if tls is MailboxTls.STARTTLS else dovecot.mailbox.port
    server = replace(dovecot.another_user(), tls=tls, port=port)
    with opened_mailbox(server) as box:
        assert list(box.waiting()) == []
    with (
        pytest.raises(MailboxAwayError, match="certificate"),
        opened_mailbox(replace(server, context=None)),
    ):
        pass
    with (
        pytest.raises(MailboxAwayError, match="name and password"),
        opened_mailbox(replace(server, password=dovecot.mailbox.user)),
    ):
        pass


def test_a_folder_is_a_box(tmp_path: Path, mails: ReadingMails) -> None:
    folder = tmp_path / "feed"
    folder.mkdir()
    (folder / "a.eml").write_bytes(a_mail())
    (folder / "b.EML").write_bytes(b"\0")
    (folder / "c.msg").write_bytes(a_msg(dict([text("1000", WORDS), text("0037", SUBJECT)])))
    (folder / "d.txt").write_bytes(b"left alone")
    (folder / "e.eml").symlink_to("/etc/hostname")
    done = mails.go(FolderBox(folder, quiet=0))
    assert done.people == done.left == 1
    assert {one.name for one in (folder / PEOPLE).iterdir()} == {"b.EML"}
    assert {one.name for one in (folder / TAKEN).iterdir()} == {"a.eml", "c.msg"}
    assert len(queue(mails)) == 2
    (folder / "b.EML").write_bytes(b"\1")
    mails.go(FolderBox(folder, quiet=0))
    assert {one.name for one in (folder / PEOPLE).iterdir()} == {"b.EML", "b (2).EML"}
    assert (folder / "d.txt").exists()
    assert (folder / "e.eml").is_symlink()


def test_a_file_that_is_being_written_is_waited_for(tmp_path: Path) -> None:
    (tmp_path / "a.eml").write_bytes(a_mail())
    assert list(FolderBox(tmp_path, quiet=60).waiting()) == []
    os.utime(tmp_path / "a.eml", (0, 0))
    assert list(FolderBox(tmp_path, quiet=60).waiting()) == ["a.eml"]


# --- settings and rows ------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("said", "given", "code"),
    [
        ({}, "", "K31"),
        ({"server": "mail.example.kz"}, "x", "K31"),
        ({"server": "mail.example.kz:143", "tls": "none", "user": "a"}, "x", "K31"),
        ({"server": "mail.example.kz:993", "user": "a"}, "", "K31"),
        ({"server": "127.0.0.1:993", "user": "a", "people": "INBOX"}, "x", "K31"),
        ({"feed": "nowhere"}, "", "K31"),
        ({"server": "127.0.0.1:1", "tls": "none", "user": "a"}, "x", "K32"),
        ({"feed": "data"}, "", "K33"),
    ],
)
def test_what_is_wrong_with_the_settings_is_said(
    said: dict[str, str], given: str, code: str, tmp_path: Path
) -> None:
    file = settings_file(tmp_path, mailbox=said)
    found = wrong_settings(file, {SECRET: SECRET_OF_TESTS, MAILBOX_PASSWORD: given}, NOON)
    codes = {one.code for one in found if one.path[:1] == ("mailbox",)}
    assert code in codes


def test_a_sound_mailbox_is_no_problem(tmp_path: Path) -> None:
    file = settings_file(tmp_path, mailbox={"feed": "data"}, mail=MAIL)
    found = wrong_settings(file, {SECRET: SECRET_OF_TESTS}, NOON)
    assert [one.code for one in found if one.path[:1] == ("mailbox",)] == []


def test_rows_of_messages_are_the_same_in_both_databases(store: Store) -> None:
    rows = ReadMails(store.engines)
    one = ReadMail("1" * 64, "2" * 64, MailState.TAKEN, after(1), ("k7m2p9qx4a",), (), "<a@b.kz>")
    other = ReadMail("3" * 64, "", MailState.LEFT, after(2), (), ("I07", "G18"))
    assert rows.note(one)
    assert not rows.note(replace(one, state=MailState.LEFT))
    assert rows.note(other)
    assert rows.of(one.id) == one
    assert rows.is_taken("2" * 64)
    assert not rows.is_taken("4" * 64)
    assert rows.left(5) == [other]
    rows.replied(one.id)
    assert rows.of(one.id) == replace(one, answers="")
    assert rows.forget(after(2)) == 1
    assert rows.count() == 1


def test_messages_are_forgotten_with_the_log(mails: ReadingMails) -> None:
    mails.read(a_mail())
    rows = ReadMails(mails.service.store.engines)
    assert rows.forget(NOON - timedelta(days=1)) == 0
    assert rows.forget(NOON + timedelta(days=1)) == 1
