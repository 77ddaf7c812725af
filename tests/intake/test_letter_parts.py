"""Every part of a letter is its words, or is named; in doubt the letter is left."""

from base64 import b64encode
from email.message import EmailMessage

import pytest

from intakes import a_message
from talqy.intake.mail_heads import parsed
from talqy.intake.mail_letter import letter_of
from talqy.intake.submission import Submission
from talqy.model.problem import Level
from talqy.office.grids import Place

OWN = "Прошу сократить срок оказания услуги до двух рабочих дней."
MORE = "Плата тоже велика для пенсионеров."
HEADS = "Date: Tue, 10 Nov 2026 10:00:00 +0500\nMIME-Version: 1.0\n"


def of(message: EmailMessage | str | bytes) -> Submission:
    data = message.encode() if isinstance(message, str) else bytes(message)
    read = parsed(data)
    assert read is not None
    return letter_of(read, data, Place("a.eml"), "Asia/Almaty").submissions[0]


def codes(found: Submission) -> list[str]:
    return [note.kind.code for note in found.notes]


def is_left(found: Submission) -> bool:
    return any(note.level is Level.ERROR for note in found.notes)


def part(kind: str, text: str, *heads: str) -> str:
    return "\n".join([f"Content-Type: {kind}; charset=utf-8", *heads, "", text])


def several(kind: str, *parts: str, boundary: str = "b") -> str:
    """Return a body of several parts, with its head."""
    inside = "".join(f"--{boundary}\n{one}\n" for one in parts)
    return f'Content-Type: multipart/{kind}; boundary="{boundary}"\n\n{inside}--{boundary}--\n'


def page(body: str, **heads: str) -> EmailMessage:
    message = a_message(**heads)
    message.set_content(f"<html><body>{body}</body></html>", subtype="html")
    return message


IMAGE = part("image/png", "x", "Content-Disposition: inline; filename=a.png")
LOGO = part("image/png", "x", "Content-ID: <logo>", "Content-Disposition: inline; filename=l.png")
FILE = part("application/pdf", "x", 'Content-Disposition: attachment; filename="скан.pdf"')
UNNAMED = part("text/plain", "чужие слова", "Content-Disposition: attachment")


# --- parts --------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("body", "names"),
    [
        (several("mixed", part("text/plain", OWN), FILE), "скан.pdf (a PDF file)"),
        (several("mixed", part("text/plain", OWN), UNNAMED), "a text file"),
        (several("related", part("text/html", f"<p>{OWN}</p>"), LOGO), "l.png (a picture)"),
        (
            several("signed", part("text/plain", OWN), part("application/pkcs7-signature", "x")),
            "a signature",
        ),
        (
            several("alternative", part("text/plain", OWN), part("text/enriched", OWN)),
            "a text file",
        ),
        (
            several("mixed", several("mixed", part("text/plain", OWN), IMAGE, boundary="c"), FILE),
            "a.png (a picture), скан.pdf (a PDF file)",
        ),
    ],
)
def test_what_is_no_text_is_named(body: str, names: str) -> None:
    found = of(HEADS + body)
    assert found.said["text"] == OWN
    assert codes(found) == ["I34"]
    assert names in found.notes[0].said()


def test_texts_around_a_picture_are_one_letter() -> None:
    body = several("mixed", part("text/plain", OWN), IMAGE, part("text/plain", MORE))
    assert of(HEADS + body).said["text"] == f"{OWN}\n\n{MORE}"
    body = several("mixed", part("text/html", f"<p>{OWN}"), IMAGE, part("text/html", MORE))
    assert of(HEADS + body).said["text"] == f"{OWN}\n\n{MORE}"


@pytest.mark.parametrize("kind", ["message/rfc822", "message/global"])
def test_a_message_in_a_message_is_named_and_a_person_looks(kind: str) -> None:
    inner = f"Content-Type: {kind}\n\nSubject: Zhaloba\n\nслова другого"
    found = of(HEADS + several("mixed", part("text/plain", OWN), inner))
    assert codes(found) == ["I40"]
    assert found.notes[0].values["line"] == "Zhaloba"
    named = part("application/octet-stream", "x", "Content-Disposition: attachment; filename=q.msg")
    assert codes(of(HEADS + several("mixed", part("text/plain", OWN), named))) == ["I40"]


def test_a_picture_within_the_page_is_named() -> None:
    found = of(page(f"<p>{OWN}</p><img src='data:image/png;base64,AAAA'>"))
    assert codes(found) == ["I34"]


def test_parts_without_end_are_told() -> None:
    found = of(HEADS + several("mixed", *[part("text/plain", OWN)] * 600))
    assert "I49" in codes(found)
    deep = part("text/plain", OWN)
    for at in range(40):
        deep = several("mixed", deep, boundary=f"b{at}")
    assert {"I49", "I07"} & set(codes(of(HEADS + deep)))


# --- plain text and page ------------------------------------------------------------------


def both(plain: str, body: str) -> Submission:
    return of(HEADS + several("alternative", part("text/plain", plain), part("text/html", body)))


@pytest.mark.parametrize(
    ("plain", "body", "text"),
    [
        (OWN, f"<p>{OWN}</p>", OWN),
        (f"{OWN} [image: герб.png]", f"<p>{OWN}<img src='cid:a'></p>", OWN),
        (f"{OWN} <https://a.example/x>", f"<p><a href='x'>{OWN}</a></p>", OWN),
        ("Срок 7 (семь) 2 дня", "<p>Срок <s>7 (семь)</s> 2 дня</p>", "Срок 2 дня"),
        ("Срок – 10^2 дня, *быстро*", "<p>Срок – 10<sup>2</sup> дня, <b>быстро</b>", None),
        ("срок\nплата", "<ol><li>срок<li>плата</ol>", "1. срок\n2. плата"),
        ("Он сказал: 'срок'", "<p>Он сказал: <q>срок</q></p>", "Он сказал: «срок»"),
        ("сро-\nк велик", "<p>сро&shy;к велик</p>", "срок велик"),
        ("Дело AT&T", "<p>Дело AT&T", "Дело AT&T"),
        ("* срок\n* плата", "<ul><li>срок<li>плата</ul>", "– срок\n– плата"),
    ],
)
def test_the_page_is_what_counts(plain: str, body: str, text: str | None) -> None:
    found = both(plain, body)
    assert not is_left(found)
    assert text is None or found.said["text"] == text


@pytest.mark.parametrize(
    ("plain", "body"),
    [
        (f"{OWN}\n{MORE}", f"<p>{OWN}</p>"),
        (OWN, f"<p>{OWN}</p><p>{MORE}</p>"),
        ("Письмо в виде страницы", f"<p>{OWN}</p>"),
        ("Сократите срок до 1 дня.", "<p>Сократите срок до 10 дня.</p>"),
        ("Согласна с пунктом пять.", "<p>Не согласна с пунктом пять.</p>"),
        ("Срок 1,5 дня.", "<p>Срок 15 дня.</p>"),
        ("Пункт 5. Убрать.", "<p>Пункт 8. Убрать.</p>"),
        ("Срок 5 дней, не 7 дней.", "<p>Срок 7 дней, не 5 дней.</p>"),
    ],
)
def test_where_page_and_text_differ_a_person_looks(plain: str, body: str) -> None:
    assert "I46" in codes(both(plain, body))


ENCODED = b64encode(f"{OWN} {MORE}".encode()).decode()
IN_BASE64 = "Content-Transfer-Encoding: base64\n"


@pytest.mark.parametrize(
    "message",
    [
        # What stands behind the cut nobody knows: each ends in the middle of something.
        f"{HEADS}Content-Type: text/plain; charset=utf-8\n{IN_BASE64}\n{ENCODED[:33]}\n",
        f"{HEADS}Content-Type: multipart/mixed; boundary=b\n\n--b\n\n{OWN}\n",
        f"{HEADS}Content-Length: 900\n\n{OWN}\n",
        f"{HEADS}Lines: 40\n\n{OWN}\n",
        f"{HEADS}Content-Type: text/html; charset=utf-8\n\n<p>{OWN}</p><a href='x\n",
        f"{HEADS}Content-Transfer-Encoding: quoted-printable\n\nSrok velik, prosh=\n",
    ],
)
def test_a_message_that_breaks_off_is_left(message: str) -> None:
    assert "I53" in codes(of(message))


@pytest.mark.parametrize(
    ("body", "is_read"),
    [
        ("<select><option>Против<option>За</select>", False),
        ("Сократите срок до <input value='1'> дня.", False),
        ("<textarea>Сократите срок.</textarea>", False),
        ("<svg><text>Сократите срок.</text></svg>", False),
        ("<input type='hidden' value='1'><details><summary>Срок</summary>Долго.</details>", True),
        ("<p>Срок <sup>1</sup></p><ruby>срок<rt>мерзім</rt></ruby>", True),
    ],
)
def test_fields_and_drawings_of_a_page_leave_the_letter(body: str, *, is_read: bool) -> None:
    found = of(page(f"<p>{OWN}</p>{body}"))
    assert ("I11" not in codes(found)) == is_read


def test_words_of_neighbouring_elements_do_not_run_together() -> None:
    body = f"<p>{OWN}</p><details><summary>Срок</summary>Сократите его.</details>"
    assert of(page(body)).said["text"].split("\n")[-2:] == ["Срок", "Сократите его."]


def test_a_table_of_comments_that_cannot_be_read_leaves_the_letter() -> None:
    rows = "<tr><td>Пункт<td>Замечание<td>Предложение</tr><tr><td>5<td>Срок<table></table></tr>"
    assert "I54" in codes(of(page(f"<p>{OWN}</p><table>{rows}</table>")))


def test_hidden_words_are_told_and_not_taken() -> None:
    found = of(page(f"<p>{OWN}</p><div style='display: none'>тайна</div>"))
    assert (found.said["text"], codes(found)) == (OWN, ["I48"])
    others = "<div class='yahoo_quoted'>Срок <s>7</s><p style='display:none'>тайна</p></div>"
    assert codes(of(page(f"<p>{OWN}</p>{others}"))) == ["I33"]


# --- answers ------------------------------------------------------------------------------

ATTR = '<div class="gmail_attr">пн, 9 нояб. 2026 г. в 10:15, А &lt;a@b.example&gt;:</div>'
ANSWER = {"In_Reply_To": "<0@b.example>", "Subject": "Re: x"}


@pytest.mark.parametrize(
    "message",
    [
        page(
            f"<div>Добрый день!</div><div class='gmail_quote'>{ATTR}<blockquote>Срок?</blockquote>"
            f"<div>{OWN}</div><blockquote>Плата?</blockquote><div>{MORE}</div></div>",
            **ANSWER,
        ),
        a_message(f"> Срок?\n{OWN}\n> Плата?\n{MORE}", **ANSWER),
        a_message("Толығырақ төмендегі хатта жаздым.\n\n> Срок?\n> два дня\n", **ANSWER),
        a_message("Ответы ниже, красным.\n\n> Срок?\n> два дня\n", **ANSWER),
        page(f"<p>{OWN}</p><blockquote class='gmail_quote'>пункт 3</blockquote><p>{MORE}</p>"),
        a_message(f"{OWN}\n9 ноября 2026 г. в 10:15 сотрудник написал:\n> ждите\n{MORE}", **ANSWER),
        a_message(f"{OWN}\n> срок – пять дней\n{MORE}", **ANSWER),
    ],
)
def test_answers_between_the_lines_and_quotations_of_ones_own_are_left(
    message: EmailMessage,
) -> None:
    found = of(message)
    assert "I41" in codes(found)
    assert "I33" not in codes(found)


def test_words_below_a_quotation_in_gmails_container_are_the_authors() -> None:
    body = f"<div class='gmail_quote'>{ATTR}<blockquote>Срок?</blockquote><div>{OWN}</div></div>"
    found = of(page(body, **ANSWER))
    assert (found.said["text"], is_left(found)) == (OWN, False)


# --- attachments that are spoken of -------------------------------------------------------

SPOKEN = (
    *("Мои замечания прилагаю.", "См. вложение.", "Замечания прилагаются.", "Скан прикрепила."),
    *("Файл прикреплен к письму.", "Ескертпелерім қоса беріліп отыр.", "Файл тіркеліп отыр."),
    *(
        "Please see attached.",
        "My remarks are in the attachment.",
        "Прилагается таблица замечаний.",
    ),
)
NOT_SPOKEN = (
    *("Прикрепление к поликлинике занимает неделю.", "Тұрғылықты жерге тіркелген азаматтар көп."),
    *("К заявлению прилагаются лишние справки.", "Өтінішке қоса берілетін құжаттар көп."),
    *("В приложении 1 к стандарту ошибка.", "The clinic I belong to is far away, attach me here."),
)


@pytest.mark.parametrize("text", SPOKEN)
def test_an_attachment_is_spoken_of(text: str) -> None:
    assert "I44" in codes(of(a_message(text)))


@pytest.mark.parametrize("text", NOT_SPOKEN)
def test_no_attachment_is_spoken_of(text: str) -> None:
    assert "I44" not in codes(of(a_message(text)))


@pytest.mark.parametrize("text", ["Направляем наши замечания.", "Ұсыныстарымыз.", "В приложении."])
def test_a_short_letter_beside_a_document_speaks_of_it(text: str) -> None:
    message = a_message(text)
    message.add_attachment(b"x", maintype="application", subtype="pdf", filename="a.pdf")
    assert "I44" in codes(of(message))


# --- letters that were destroyed ----------------------------------------------------------


@pytest.mark.parametrize(
    ("text", "says"),
    [
        (OWN.encode(), "windows-1251"),
        (OWN.encode(), "iso-8859-1"),
        (OWN.encode("cp1251"), "iso-8859-1"),
        (OWN.encode("koi8-r"), "windows-1251"),
        ("Кезекте күту ұзақ, қысқарту керек".encode("kz1048"), "windows-1251"),
        ("Кезекте к?ту уа?ыты тым ?за?".encode(), "utf-8"),
        (b"??????? ????????? ????", "utf-8"),
    ],
)
def test_destroyed_letters_leave_the_message(text: bytes, says: str) -> None:
    head = f"{HEADS}Content-Type: text/plain; charset={says}\n\n".encode()
    assert "I47" in codes(of(head + text))


@pytest.mark.parametrize(
    ("charset", "says"),
    [
        *(("koi8-r", "KOI8"), ("mac_cyrillic", "x-mac-cyrillic"), ("iso8859-5", "ISO_8859-5")),
        *(("cp866", "cp-866"), ("kz1048", "RK1048"), ("ptcp154", "PT154"), ("cp1251", "MS-CP1251")),
    ],
)
def test_names_of_charsets_are_read_as_programs_write_them(charset: str, says: str) -> None:
    head = f"{HEADS}Content-Type: text/plain; charset={says}\n\n".encode()
    assert of(head + OWN.encode(charset)).said["text"] == OWN


# --- machines -----------------------------------------------------------------------------


@pytest.mark.parametrize(
    "message",
    [
        a_message(Precedence="bulk"),
        a_message(Return_Path="<>"),
        a_message(From="Mail Delivery System <MAILER-DAEMON@b.example>"),
        a_message(Subject="Я в отпуске до 20 ноября"),
        a_message(Subject="Кеңседе жоқпын: Жоба"),
        a_message(Subject="Прочитано: Проект"),
        a_message(X_MS_Exchange_Inbox_Rules_Loop="a@b.example"),
        HEADS + several("report", part("text/plain", OWN), part("message/delivery-status", "x")),
        HEADS + several("alternative", part("text/plain", OWN), part("text/calendar", "x")),
    ],
)
def test_what_a_machine_has_sent_is_no_comment(message: EmailMessage | str) -> None:
    assert "I43" in codes(of(message))


@pytest.mark.parametrize(
    "message",
    [
        a_message(Precedence="list"),
        a_message(Auto_Submitted="no"),
        a_message(Return_Path="<a@b.example>"),
        a_message(Subject="Принято решение неверно"),
        a_message(Subject="Read my comment"),
    ],
)
def test_what_a_person_has_sent_is_one(message: EmailMessage) -> None:
    assert codes(of(message)) == []


# --- the day ------------------------------------------------------------------------------


def test_the_last_server_says_the_day() -> None:
    heads = (
        "Received: from b by c; Thu, 12 Nov 2026 23:30:00 +0000\n"
        "Received: from a by b; Wed, 11 Nov 2026 10:00:00 +0500\n"
        "Date: Fri, 1 Jan 2038 10:00:00 +0500\n\n"
    )
    assert of(heads + OWN).said["received"] == "2026-11-13"
