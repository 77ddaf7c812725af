"""Letters: their heads whatever their values hold, and what a mail server says to them."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, datetime
from email import message_from_bytes
from email.header import decode_header, make_header
from pathlib import Path
from socket import SHUT_RDWR

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mail_server import Mailbox, a_mail_server, certificate
from talqy.service.messages.letter import Letter, Sender, message_of
from talqy.service.messages.mail_address import mail_address
from talqy.service.messages.post import (
    LetterLaterError,
    LetterRefusedError,
    LetterUnknownError,
    MailAwayError,
    MailServer,
    Tls,
    opened,
)

FROM = Sender("talqy@adilet.example.kz", "Талқы – Әділет министрлігі")
LETTER = Letter(
    id="abc",
    to="aigerim@example.kz",
    subject="Пікірге жауап берілді: № 5 – Тууды тіркеу",
    body="Сәлеметсіз бе!\n\n.жол нүктеден басталады\n.\nFrom here on\n",
    language="kk",
    made=datetime(2026, 11, 20, 4, tzinfo=UTC),
    leave="https://comments.example.kz/letters/leave/1/2",
)


@pytest.fixture
def box() -> Iterator[Mailbox]:
    with a_mail_server() as started:
        yield started


def send(box: Mailbox, letter: Letter = LETTER) -> None:
    with opened(box.server) as post:
        post.send(message_of(letter, FROM), lambda: None)


def test_a_letter_arrives_as_it_was_written(box: Mailbox) -> None:
    send(box)
    (one,) = box.messages
    assert box.to == [["aigerim@example.kz"]]
    assert one["Subject"] == LETTER.subject
    # Python's own parser of phrases puts a space between two encoded words (RFC 2047, 6.2).
    raw = message_from_bytes(box.letters[0])["From"]
    assert str(make_header(decode_header(raw))) == f"{FROM.name} <{FROM.address}>"
    assert one.get_content().replace("\r\n", "\n") == LETTER.body
    assert one["Content-Language"] == "kk"
    assert one["Message-ID"] == "<abc@adilet.example.kz>"
    assert one["Auto-Submitted"] == "auto-generated"


def test_its_bytes_pass_every_server_on_the_way(box: Mailbox) -> None:
    send(box)
    (raw,) = box.letters
    assert raw.isascii()
    assert all(len(line) <= 998 for line in raw.split(b"\r\n"))
    assert raw.count(b"\n") == raw.count(b"\r\n")


def test_one_press_of_a_mail_program_ends_them(box: Mailbox) -> None:
    send(box)
    (one,) = box.messages
    assert one["List-Unsubscribe"] == f"<{LETTER.leave}>"
    assert one["List-Unsubscribe-Post"] == "List-Unsubscribe=One-Click"


def test_nothing_in_it_follows_its_reader(box: Mailbox) -> None:
    send(box)
    (one,) = box.messages
    assert not one.is_multipart()
    assert one.get_content_type() == "text/plain"


HEADS = {name.lower() for name, _ in message_of(LETTER, FROM).items()}


@given(st.text(max_size=400))
def test_no_value_becomes_another_line_of_the_head(text: str) -> None:
    text = text.encode("utf-8", "replace").decode()
    odd = replace(LETTER, subject=f"{text}\r\nBcc: all@example.kz\nX: 1\u2028Y: 2")
    message = message_of(odd, Sender(FROM.address, f"{text}\nBcc: a@example.kz"))
    assert {name.lower() for name, _ in message.items()} == HEADS
    head = message.as_bytes().partition(b"\r\n\r\n")[0]
    lines = [line for line in head.split(b"\r\n") if not line.startswith((b" ", b"\t"))]
    assert {line.partition(b":")[0].decode().lower() for line in lines} == HEADS


@pytest.mark.parametrize(
    ("typed", "address"),
    [
        (" aigerim@example.kz ", "aigerim@example.kz"),
        ("a.b+talqy@Example.KZ", "a.b+talqy@example.kz"),
        ("a@пример.қаз", "a@xn--e1afmkfd.xn--80ao21a"),
    ],
)
def test_an_address_is_taken_as_people_type_it(typed: str, address: str) -> None:
    assert mail_address(typed) == address


@pytest.mark.parametrize(
    "typed",
    [
        "",
        "@",
        "a@b",
        "a@127.0.0.1",
        "a@[127.0.0.1]",
        "a b@example.kz",
        "a@example.kz,b@example.kz",
        "a@example.kz\r\nBcc: b@example.kz",
        "a@example.kz\x00",
        "<a@example.kz>",
        '"a b"@example.kz',
        "a(b)@example.kz",
        ".a@example.kz",
        "a..b@example.kz",
        "a@-example.kz",
        "a@example..kz",
        "қ@example.kz",
        "a" * 65 + "@example.kz",
        "a@" + "b" * 64 + ".kz",
        "a@" + "b." * 130 + "kz",
        "a@example.kz\u2028",
        "a@exa\u200bmple.kz\n",
        "%00@example.kz@x",
    ],
)
def test_what_is_no_single_plain_address_is_refused(typed: str) -> None:
    found = mail_address(typed)
    assert found is None or (found.count("@") == 1 and found.isascii() and found.isprintable())


@given(st.text(max_size=300))
def test_an_address_is_never_more_than_one_line_and_one_address(typed: str) -> None:
    found = mail_address(typed)
    if found is not None:
        assert len(found) <= 254
        assert found.isascii()
        assert not set(found) & set(' \t\r\n,;:<>()[]\\"')
        assert message_of(replace(LETTER, to=found), FROM)["To"].addresses[0].addr_spec == found


def test_a_server_that_refuses_an_address_is_believed(box: Mailbox) -> None:
    box.answers_to_address = ["550 no such user"]
    with pytest.raises(LetterRefusedError):
        send(box)
    box.answers_to_address = ["450 greylisted"]
    with pytest.raises(LetterLaterError):
        send(box)
    box.answers_to_words = ["554 spam"]
    with pytest.raises(LetterRefusedError):
        send(box)
    assert box.letters == []


def test_after_one_letter_that_is_refused_the_next_one_goes(box: Mailbox) -> None:
    box.answers_to_address = ["550 no such user", "250"]
    with opened(box.server) as post:
        with pytest.raises(LetterRefusedError):
            post.send(message_of(LETTER, FROM), lambda: None)
        post.send(message_of(LETTER, FROM), lambda: None)
    assert len(box.letters) == 1


def test_who_ends_before_the_words_go_out_has_sent_nothing(box: Mailbox) -> None:
    def end() -> None:
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt), opened(box.server) as post:
        post.send(message_of(LETTER, FROM), end)
    assert box.letters == []


def test_where_no_answer_comes_to_the_words_nobody_knows(box: Mailbox) -> None:
    with opened(box.server) as post:
        line = post._smtp.sock
        assert line
        with pytest.raises(LetterUnknownError):
            post.send(message_of(LETTER, FROM), lambda: line.shutdown(SHUT_RDWR))


def test_a_server_that_is_not_there_is_away() -> None:
    with pytest.raises(MailAwayError), opened(MailServer("127.0.0.1", 1, Tls.NONE)):
        pass


def test_over_tls_with_a_name_and_a_password(tmp_path: Path) -> None:
    theirs, ours = certificate(tmp_path)
    for tls in (Tls.STARTTLS, Tls.TLS):
        server = MailServer("localhost", 0, tls, "talqy", "word", ours)
        with a_mail_server(server, theirs, asks_name=True) as box:
            send(box)
            assert (len(box.letters), box.signed_in) == (1, ["talqy"])
            wrong = replace(box.server, password="another")  # noqa: S106 - a password of tests
            with pytest.raises(MailAwayError, match="name and password"), opened(wrong):
                pass


def test_a_certificate_of_somebody_else_is_not_accepted(tmp_path: Path) -> None:
    theirs, _ = certificate(tmp_path)
    for tls in (Tls.STARTTLS, Tls.TLS):
        with (
            a_mail_server(MailServer("localhost", 0, tls), theirs) as box,
            pytest.raises(MailAwayError, match="certificate"),
        ):
            send(box)


def test_a_server_without_tls_gets_nothing_where_tls_is_asked_for(box: Mailbox) -> None:
    server = replace(box.server, tls=Tls.STARTTLS)
    with pytest.raises(MailAwayError, match="TLS"), opened(server) as post:
        post.send(message_of(LETTER, FROM), lambda: None)
    assert box.letters == []
