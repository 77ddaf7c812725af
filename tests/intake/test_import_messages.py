"""`talqy comment import` of messages: their own words are taken, or it is said why not."""

import base64
import hashlib
import re
from collections.abc import Sequence
from email.message import EmailMessage
from pathlib import Path

import pytest

from builders import write_project
from importing import codes, comments, files, of_file, report, take
from intakes import a_message, put

ADDRESS = "aigul@example.kz"
MIXED = "Content-Type: multipart/mixed; boundary=a"


@pytest.fixture
def project(tmp_path: Path) -> Path:
    return write_project(tmp_path / "project")


def page(html: str, **heads: str) -> EmailMessage:
    message = a_message(**heads)
    message.set_content(html, subtype="html")
    return message


def in_base64(text: str, charset: str, says: str = "") -> bytes:
    day = "Date: Tue, 10 Nov 2026 10:00:00 +0500"
    heads = f"{day}\nContent-Type: text/plain; charset={says or charset}"
    body = base64.encodebytes(text.encode(charset)).decode()
    return f"{heads}\nContent-Transfer-Encoding: base64\n\n{body}".encode()


def both(plain: str, html: str) -> EmailMessage:
    message = a_message(plain)
    message.add_alternative(html, subtype="html")
    return message


@pytest.mark.parametrize(
    "message",
    [
        a_message("Срок велик."),
        a_message("Срок велик.\n\n-- \nАйгүл\n+7 701 123 45 67\n"),
        a_message("Срок велик.\n\nС уважением,\nАйгүл Мысалова\n8 701 123 45 67"),
        a_message(
            "> Что вы думаете?\n\nСрок велик.\n\nОтправлено с iPhone", In_Reply_To="<0@gov.kz>"
        ),
        a_message(f"Срок велик.\n\nOn Mon, 9 Nov 2026 at 10:00, X <{ADDRESS}> wrote:\n> a\n> b"),
        a_message(f"Срок велик.\n\nвт, 9 нояб. 2026 г. в 10:00, А <{ADDRESS}>\nпишет:\n> a"),
        a_message("Срок велик.\n\n-----Original Message-----\nFrom: X\nSubject: Y\n\nold"),
        a_message("Срок велик.\n\nОт: Министерство\nОтправлено: 9 ноября\nКому: А\n\nold"),
        page(
            "<style>p{}</style><p>Срок&nbsp;велик.</p><blockquote type='cite'>old</blockquote>",
            References="<0@gov.kz>",
        ),
        page("<div>Срок велик.</div><div class='gmail_quote'>old<div>er</div></div>"),
        page("<html><head><title>x</title></head><body>Срок велик.<script>a()</script>"),
        both("Срок велик.", "<p>Срок <b>велик</b>.</p>"),
        both("  \n", "<p>Срок велик.</p>"),
        in_base64("Срок велик.", "windows-1251"),
        in_base64("Срок велик.", "koi8-r"),
        in_base64("Срок велик.", "utf-8", says="us-ascii"),
        b"Date: Tue, 10 Nov 2026 10:00:00 +0500\nContent-Type: nonsense\n\n"
        + "Срок велик.".encode(),
    ],
)
def test_a_message_gives_its_authors_own_words(
    message: bytes | EmailMessage, project: Path
) -> None:
    done = take(project, put(project, "a.eml", message))
    assert done.exit_code == 0, done.output
    (comment,) = comments(project)
    assert comment.text.replace("\xa0", " ") == "Срок велик."
    assert (comment.channel, comment.clause, comment.language) == ("email", "whole", "ru")
    assert comment.received.isoformat() == "2026-11-10"


def test_neither_address_nor_name_nor_subject_of_a_message_is_stored(project: Path) -> None:
    secret = a_message(Subject="Тайная тема", Reply_To=ADDRESS, Sender=ADDRESS)
    found = of_file(project, put(project, "a.eml", secret))
    assert found["rows"][0]["subject"] == "Тайная тема"
    (stored,) = files(project).values()
    text = stored.decode()
    assert [word for word in (ADDRESS, "Мысалова", "Тайная", "Мнение") if word in text] == []


def test_what_an_author_introduces_is_not_taken_for_another_message(project: Path) -> None:
    text = "Кодекс пишет:\nсрок – три дня.\n\nСосед писал:\nу них два дня.\n\nОт: всех нас."
    assert take(project, put(project, "a.eml", a_message(text))).exit_code == 0
    assert comments(project)[0].text == text


def test_attachments_are_named_and_not_taken(project: Path) -> None:
    message = a_message()
    message.add_attachment(b"%PDF", maintype="application", subtype="pdf", filename="скан.pdf")
    found = of_file(project, put(project, "a.eml", message))
    assert codes(found) == ["I34", "I71"]
    assert "скан.pdf" in found["rows"][0]["problems"][0]["message"]
    assert len(files(project)) == 1


@pytest.mark.parametrize(
    ("zone", "day"),
    [
        (b" -0000", "2026-11-11"),
        (b" -0000 (UTC)", "2026-11-11"),
        (b"\n +0000", "2026-11-11"),
        (b"", "2026-11-10"),
    ],
)
def test_a_time_of_no_zone_is_told_where_the_authority_is(
    zone: bytes, day: str, project: Path
) -> None:
    letter = a_message().as_bytes().replace(b"10:00:00 +0500", b"20:30:00" + zone)
    of_file(project, put(project, "a.eml", letter))
    assert comments(project)[0].received.isoformat() == day


@pytest.mark.parametrize(
    ("heads", "day"),
    [
        ({"Date": "Tue, 10 Nov 2026 20:00:00 +0000"}, "2026-11-11"),
        ({"Received": "from a by b; Thu, 12 Nov 2026 01:00:00 +0500"}, "2026-11-12"),
        ({"Date": "Tue, 10 Nov 2026 20:30:00 -0000"}, "2026-11-11"),
        ({"Date": "Tue, 10 Nov 2026 20:30:00 -0000 (GMT)"}, "2026-11-11"),
        ({"Date": "", "Received": "from a by b; nonsense"}, ""),
        ({"Date": "nonsense"}, ""),
        ({"Date": "Tue, 99 Nov 2026 20:00:00 +9900"}, ""),
    ],
)
def test_the_day_is_that_of_receipt_where_the_authority_is(
    heads: dict[str, str], day: str, project: Path
) -> None:
    file = put(project, "a.eml", a_message(**heads))
    if day:
        assert take(project, file).exit_code == 0
    else:
        assert codes(of_file(project, file, status=1)) == ["I08"]
        assert take(project, file, "--received", "2026-11-13").exit_code == 0
    assert comments(project)[0].received.isoformat() == (day or "2026-11-13")


@pytest.mark.parametrize(
    ("message", "code"),
    [
        (a_message("> only\n> others"), "I07"),
        (a_message(""), "I07"),
        (in_base64("Срок", "utf-16", says="utf-8"), "I06"),
        (in_base64("Срок", "utf-8", says="x-unknown"), "I06"),
        (in_base64("Срок", "utf-8", says="punycode"), "I06"),
        (b"", "I07"),
        (b"\xff\xfe\x00", "I06"),
        (a_message("Позвоните мне: 8 701 123 45 67."), "G18"),
        (a_message("Text in another script."), "I17"),
        (a_message("Смысл \u202eнаоборот\u202c тут."), "G09"),
        (a_message("Звонок \x07 тут."), "G09"),
    ],
)
def test_a_message_that_cannot_be_taken_is_left_with_its_reason(
    message: bytes | EmailMessage, code: str, project: Path
) -> None:
    found = of_file(project, put(project, "a.eml", message), "--received", "2026-11-10", status=1)
    assert code in codes(found)
    assert found["rows"][0]["status"] == "left"
    assert files(project) == {}


@pytest.mark.parametrize(
    "heads",
    [
        "From: =?utf-8?b?////?= <\nTo: <<>>,;:\nDate: \x00\n",
        'Subject: =?unknown-charset?q?=ff?=\nMessage-ID: <\nContent-Type: text/plain; charset="\n',
        "Content-Type: multipart/mixed\nContent-Transfer-Encoding: base64\n",
        f"{MIXED}\n\n--a\n{MIXED}\n",
        "Content-Disposition: attachment; filename*=x'y'%ff; filename*0=a\n",
        "Received: ;\nReceived: ;;;\nReply-To: " + "a," * 5_000 + "\n",
        "Subject: a\r\n b\r\n\tc" + "d" * 100_000 + "\n",
        "From nobody\n: :\n\tx\n",
    ],
)
def test_hostile_heads_never_end_the_run(heads: str, project: Path) -> None:
    file = put(project, "a.eml", f"{heads}\nСрок слишком долгий.\n".encode())
    done = take(project, file, "--received", "2026-11-10")
    assert done.exit_code in {0, 1}
    assert not isinstance(done.exception, Exception) or isinstance(done.exception, SystemExit)
    assert re.search(r"taken: \d, already taken: 0, left: \d", done.output)


@pytest.mark.parametrize(
    ("subject", "words", "clause", "code"),
    [
        ("Пікір: birth-registration r1 term", ("--clause-from-subject",), "term", ""),
        ("Пікір: birth-registration r1 term", ("--clause", "3"), "documents", ""),
        ("Пікір: birth-registration r1 term", (), "term", "I35"),
        ("Re: Пікір: birth-registration r1 term", (), "term", "I35"),
        ("Пікір: birth-registration r1 whole", (), "whole", ""),
        ("Пікір: birth-registration r1", (), "whole", ""),
        ("Пікір: marriage-registration r1 term", (), "", "I10"),
        ("marriage-registration r1 term", (), "", "I10"),
        ("birth-registration r1 term", (), "term", "I35"),
        ("Пікір: marriage-registration r1 term", ("--clause-from-subject",), "", "I10"),
        ("Пікір: birth-registration r7 term", ("--clause-from-subject",), "", "I10"),
        ("Пікір: birth-registration r7 term", ("--clause", "2"), "term", ""),
        ("Пікір: birth-registration r1 nothing", ("--clause-from-subject",), "", "F56"),
        ("Мой проект r2", (), "whole", "I71"),
        ("О пункте 2", (), "term", "I35"),
    ],
)
def test_a_subject_of_the_sites_own_link_is_held_to_the_draft(
    subject: str, words: Sequence[str], clause: str, code: str, project: Path
) -> None:
    file = put(project, "a.eml", a_message(Subject=subject))
    assert codes(of_file(project, file, *words, status=int(not clause))) == [code] * bool(code)
    assert [comment.clause for comment in comments(project)] == [clause] * bool(clause)


def test_two_messages_that_say_the_same_are_two_and_one_sent_twice_is_one(project: Path) -> None:
    first, again = put(project, "a.eml", a_message()), put(project, "b.eml", a_message())
    other = put(project, "c.eml", a_message(Message_ID="<2@example.kz>"))
    counted = report(project, first, again, other)
    assert (counted["taken"], counted["already taken"]) == (2, 1)
    assert len(comments(project)) == 2


# --- what is no comment, and what a person must look at -----------------------------------


def attached(text: str, name: str = "скан.pdf") -> EmailMessage:
    message = a_message(text)
    message.add_attachment(b"%PDF", maintype="application", subtype="pdf", filename=name)
    return message


def passed_on(text: str) -> EmailMessage:
    message = a_message(text)
    message.add_attachment(a_message("Слова другого.", Subject="Жалоба"))
    return message


@pytest.mark.parametrize(
    ("message", "code"),
    [
        (a_message(Auto_Submitted="auto-replied"), "I43"),
        (a_message(X_Autoreply="yes"), "I43"),
        (a_message(Subject="Автоматический ответ: Проект"), "I43"),
        (a_message(Subject="Автоматты жауап: Жоба"), "I43"),
        (a_message(Subject="Undelivered Mail Returned to Sender"), "I43"),
        (a_message("Замечания во вложении."), "I44"),
        (attached("Замечания во вложении."), "I44"),
        (attached("Ескертулерім қоса беріліп отыр."), "I44"),
        (a_message(Subject="Fwd: мнение жителей"), "I40"),
        (a_message("В работу.\n\n---------- Forwarded message ---------\nОт: А"), "I40"),
        (a_message("Прошу два дня.\n\nАйгүл Мысалова"), "I42"),
        (a_message("Прошу два дня.\n> пять дней\nЭто долго."), "I41"),
    ],
)
def test_what_only_a_person_can_tell_is_left(
    message: EmailMessage, code: str, project: Path
) -> None:
    found = of_file(project, put(project, "a.eml", message), status=1)
    assert code in codes(found)
    assert files(project) == {}


def test_the_original_of_a_message_that_is_left_is_known_by_its_digest(project: Path) -> None:
    message = a_message(Subject="Fwd: мнение").as_bytes()
    found = of_file(project, put(project, "a.eml", message), status=1)
    digest = hashlib.sha256(message.replace(b"\r\n", b"\n")).hexdigest()
    assert digest in found["rows"][0]["problems"][0]["hint"]


def test_an_attached_message_is_named_by_its_subject(project: Path) -> None:
    message = passed_on("Срок велик, прошу два дня.")
    found = of_file(project, put(project, "a.eml", message), status=1)
    assert codes(found) == ["I40"]
    assert "“Жалоба”" in found["rows"][0]["problems"][0]["message"]


def test_what_was_left_out_is_shown(project: Path) -> None:
    text = "Срок велик, прошу два дня.\n\nС уважением,\nАйгүл Мысалова"
    found = of_file(project, put(project, "a.eml", a_message(text)), "--draft")
    assert found["rows"][0]["left_out"] == ["С уважением,", "Айгүл Мысалова"]
    assert found["rows"][0]["words"] == {"text": "Срок велик, прошу два дня."}


@pytest.mark.parametrize("says", ["cp-1251", "win-1251", "Windows1251", "x-cp1251", '"cp1251"'])
def test_charsets_are_known_by_the_names_that_programs_give_them(says: str, project: Path) -> None:
    file = put(project, "a.eml", in_base64("Срок велик.", "windows-1251", says=says))
    assert take(project, file).exit_code == 0
    assert comments(project)[0].text == "Срок велик."


def test_kazakh_letters_of_the_standard_table_are_read(project: Path) -> None:
    file = put(project, "a.eml", in_base64("Мерзім ұзақ, қысқартыңыз.", "kz1048", says="KZ-1048"))
    assert take(project, file).exit_code == 0
    assert comments(project)[0].text == "Мерзім ұзақ, қысқартыңыз."


@pytest.mark.parametrize(
    ("body", "text"),
    [
        ("Прошу сократить \nсрок.\n\nИ еще.\n", "Прошу сократить срок.\n\nИ еще."),
        ("Прошу два дня.\n-- \nАйгүл\n+7 701 123 45 67\n", "Прошу два дня."),
    ],
)
def test_a_flowed_text_is_one_paragraph(body: str, text: str, project: Path) -> None:
    heads = (
        "Date: Tue, 10 Nov 2026 10:00:00 +0500\nMIME-Version: 1.0\n"
        "Content-Type: text/plain; charset=utf-8; format=flowed\n"
        "Content-Transfer-Encoding: 8bit\n\n"
    )
    assert take(project, put(project, "a.eml", (heads + body).encode())).exit_code == 0
    assert comments(project)[0].text == text


def test_lines_broken_for_their_width_are_joined(project: Path) -> None:
    long = "Прошу сократить срок рассмотрения заявления до двух рабочих дней, так как"
    text = f"{long}\nждать пять дней семье с детьми тяжело.\nВторой абзац."
    assert take(project, put(project, "a.eml", a_message(text))).exit_code == 0
    joined = f"{long} ждать пять дней семье с детьми тяжело.\nВторой абзац."
    assert comments(project)[0].text == joined


def test_heads_without_end_are_bounded(project: Path) -> None:
    """Thousands of encoded words in a subject took gigabytes."""
    words = "\n ".join(["=?utf-8?b?0KHRgNC+0Lo=?="] * 16_000)
    heads = f"Subject: {words}\nDate: Tue, 10 Nov 2026 10:00:00 +0500\n"
    file = put(project, "a.eml", f"{heads}\nСрок слишком долгий.\n".encode())
    assert take(project, file).exit_code == 0
    assert comments(project)[0].text == "Срок слишком долгий."


def test_each_message_of_a_box_is_accounted_for(project: Path) -> None:
    first = a_message("Срок велик, прошу два дня.", Message_ID="<1@x>").as_bytes()
    second = a_message("Fwd", Subject="Fwd: x", Message_ID="<2@x>").as_bytes()
    third = a_message(">From мерзім ұзақ.\nҚысқартыңыз.", Message_ID="<3@x>").as_bytes()
    line = b"From aigul@example.kz Tue Nov 10 10:00:00 2026\n"
    box = b"\n".join(line + one for one in (first, second, third))
    found = of_file(project, put(project, "box.mbox", box), "--text-language", "ru", status=1)
    assert [(row["line"], row["status"]) for row in found["rows"]] == [
        (1, "taken"),
        (2, "left"),
        (3, "taken"),
    ]
    assert {comment.channel for comment in comments(project)} == {"email"}


def test_what_is_no_box_is_told(project: Path) -> None:
    assert codes(of_file(project, put(project, "a.mbox", b"text"), status=1)) == ["I02"]


@pytest.mark.parametrize("other", [("--clause", "term"), ("--kind", "objection")])
def test_with_another_clause_or_kind_a_letter_is_not_taken_a_second_time(
    other: tuple[str, str], project: Path
) -> None:
    letter = put(project, "a.eml", a_message("Срок велик, прошу два дня.").as_bytes())
    assert report(project, letter)["taken"] == 1
    assert "I22" in codes(of_file(project, letter, *other, status=1))
    assert report(project, letter)["already taken"] == 1
    assert len(files(project)) == 1
