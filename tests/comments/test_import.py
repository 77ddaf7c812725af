"""`talqy comment import`: each message and row is taken, was taken before, or is left with why."""

import base64
import json
import re
from collections.abc import Sequence
from datetime import date
from email.message import EmailMessage
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner, Result

from builders import MINISTRY, STANDARD, a_consultation, a_project, a_revision, said, write_project
from intakes import (
    ISO_HEADS,
    ISO_ROWS,
    a_csv,
    a_docx,
    a_message,
    an_xlsx,
    put,
    with_part,
)
from talqy.cli.main import main
from talqy.model.comment import Comment
from talqy.project.survey import survey

HEADS = ("Дата", "Пункт", "Замечание", "Предложение", "Автор", "Имя")
ROW = ("10.11.2026", "2", "Срок слишком долгий.", "Два дня.", "физическое лицо", "А. Үлгі")
ADDRESS = "aigul@example.kz"
MIXED = "Content-Type: multipart/mixed; boundary=a"


@pytest.fixture
def project(tmp_path: Path) -> Path:
    return write_project(tmp_path / "project")


def take(project: Path, *words: str | Path) -> Result:
    """Import files into the draft under discussion."""
    line = ["comment", "import", "--standard", STANDARD, "--project", project, *words]
    return CliRunner().invoke(main, [str(word) for word in line])


def report(project: Path, *words: str | Path, status: int = 0) -> dict[str, Any]:
    """Import files, and answer the report."""
    done = take(project, *words, "--format", "json")
    assert done.exit_code == status, done.output
    answer: dict[str, Any] = json.loads(done.output)
    return answer


def of_file(project: Path, *words: str | Path, status: int = 0) -> dict[str, Any]:
    """Import one file, and answer what is reported of it."""
    (file,) = report(project, *words, status=status)["files"]
    found: dict[str, Any] = file
    return found


def codes(file: dict[str, Any]) -> list[str]:
    """Return the codes of all that is said of a file."""
    return [p["code"] for part in (file, *file["rows"]) for p in part["problems"]]


def comments(project: Path) -> list[Comment]:
    """Return the comments on file, in the order of their texts; nothing is wrong with them."""
    found = survey(project)
    assert [problem.said() for problem in found.problems] == []
    assert found.register
    return sorted(found.register.records[0].comments, key=lambda comment: comment.text)


def files(project: Path) -> dict[str, bytes]:
    """Return all files of comments."""
    return {file.name: file.read_bytes() for file in (project / "comments").rglob("*.yaml")}


# --- messages --------------------------------------------------------------------------------


def page(html: str) -> EmailMessage:
    message = a_message()
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
        a_message("> Что вы думаете?\n\nСрок велик.\n\nОтправлено с iPhone"),
        a_message(f"Срок велик.\n\nOn Mon, 9 Nov 2026 at 10:00, X <{ADDRESS}> wrote:\n> a\n> b"),
        a_message(f"Срок велик.\n\nвт, 9 нояб. 2026 г. в 10:00, А <{ADDRESS}>\nпишет:\n> a"),
        a_message("Срок велик.\n\n-----Original Message-----\nFrom: X\nSubject: Y\n\nold"),
        a_message("Срок велик.\n\nОт: Министерство\nОтправлено: 9 ноября\nКому: А\n\nold"),
        page("<style>p{}</style><p>Срок&nbsp;велик.</p><blockquote>old</blockquote>"),
        page("<div>Срок велик.</div><div class='gmail_quote'>old<div>er</div></div>"),
        page("<html><head><title>x</title></head><body>Срок велик.<script>a()</script>"),
        both("Срок велик.", "<p>other</p>"),
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
    assert found["subject"] == "Тайная тема"
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
    assert codes(found) == ["I34"]
    assert "скан.pdf" in found["rows"][0]["problems"][0]["message"]
    assert len(files(project)) == 1


@pytest.mark.parametrize(
    ("heads", "day"),
    [
        ({"Date": "Tue, 10 Nov 2026 20:00:00 +0000"}, "2026-11-11"),
        ({"Received": "from a by b; Thu, 12 Nov 2026 01:00:00 +0500"}, "2026-11-12"),
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
        (a_message("Позвоните мне: 8 701 123 45 67."), "I18"),
        (a_message("Text in another script."), "I17"),
        (a_message("Смысл \u202eнаоборот\u202c тут."), "I19"),
        (a_message("Звонок \x07 тут."), "F39"),
    ],
)
def test_a_message_that_cannot_be_taken_is_left_with_its_reason(
    message: bytes | EmailMessage, code: str, project: Path
) -> None:
    found = of_file(project, put(project, "a.eml", message), "--received", "2026-11-10", status=1)
    assert code in codes(found)
    assert found["rows"][0]["fate"] == "left"
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
        ("Пікір: birth-registration r1 term", (), "", "I09"),
        ("Пікір: birth-registration r1 whole", (), "whole", ""),
        ("Пікір: birth-registration r1", (), "whole", ""),
        ("Пікір: birth-registration r7 term", ("--clause-from-subject",), "", "I10"),
        ("Пікір: birth-registration r7 term", ("--clause", "2"), "term", ""),
        ("Пікір: birth-registration r1 nothing", ("--clause-from-subject",), "", "I11"),
        ("Мой проект r2", (), "whole", ""),
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


# --- tables ----------------------------------------------------------------------------------

TABLES = {
    "a.csv": a_csv(HEADS, ROW),
    "b.csv": a_csv(HEADS, ROW, delimiter=";", encoding="utf-8-sig"),
    "c.csv": a_csv(HEADS, (*ROW[:5], "А. Улги"), delimiter=";", encoding="cp1251"),
    "d.csv": a_csv(HEADS, ROW, delimiter="\t", encoding="utf-16"),
    "a.xlsx": an_xlsx(HEADS, (date(2026, 11, 10), 2, *ROW[2:])),
    "b.xlsx": an_xlsx(("Отчет",), (), HEADS, (46336, "тармақ 2", *ROW[2:])),
    "a.docx": a_docx(HEADS, ROW),
}


@pytest.mark.parametrize("name", TABLES)
def test_a_table_gives_a_comment_a_row(name: str, project: Path) -> None:
    done = take(project, put(project, name, TABLES[name]))
    assert done.exit_code == 0, done.output
    (comment,) = comments(project)
    assert (comment.text, comment.proposal) == ("Срок слишком долгий.", "Два дня.")
    assert (comment.clause, comment.author.kind) == ("term", "individual")
    assert (comment.author.name or "").startswith("А. ")
    assert comment.received.isoformat() == "2026-11-10"


@pytest.mark.parametrize(
    ("name", "encoding", "delimiter"),
    [("a.csv", "utf-8", ","), ("b.csv", "utf-8-sig", ";"), ("c.csv", "cp1251", ";")],
)
def test_encoding_and_delimiter_are_told_and_reported(
    name: str, encoding: str, delimiter: str, project: Path
) -> None:
    found = of_file(project, put(project, name, TABLES[name]))
    assert (found["encoding"], found["delimiter"]) == (encoding, delimiter)


@pytest.mark.parametrize(
    "heads",
    [
        ("received", "clause", "text", "proposal", "author", "name"),
        (
            "Күні",
            "Құрылымдық элемент (тармақ, жол)",
            "Ескертпе",
            "Ұсыныс",
            "Автор түрі",
            "Аты-жөні",
        ),
        (
            "ДАТА ПОСТУПЛЕНИЯ",
            "Структурный элемент",
            "Текст:",
            "Предлагаемая редакция",
            "Автор",
            "ФИО",
        ),
        (
            "Келіп түскен күні / Дата поступления",
            "Тармақ / Пункт",
            "Пікір",
            "Ұсыныс",
            "автор",
            "аты",
        ),
    ],
)
def test_heads_are_known_in_both_languages_and_by_the_fields(
    heads: Sequence[str], project: Path
) -> None:
    assert take(project, put(project, "a.csv", a_csv(heads, ROW))).exit_code == 0
    (comment,) = comments(project)
    assert (comment.clause, comment.proposal, comment.author.name) == (
        "term",
        "Два дня.",
        "А. Үлгі",
    )


def test_columns_that_are_not_known_are_named(project: Path) -> None:
    table = a_csv((*HEADS, "Телефон", "Пусто"), (*ROW, "8 701 123 45 67", ""))
    found = of_file(project, put(project, "a.csv", table))
    assert found["columns not taken"] == "Телефон"
    assert not any("701" in text.decode() for text in files(project).values())


@pytest.mark.parametrize(
    ("row", "code", "place"),
    [
        (("10.11.2026", "9", "Текст тут."), "I11", ":2:2"),
        (("10.11.2026", "2026-01-03", "Текст тут."), "I13", ":2:2"),
        (("11/10/2026", "2", "Текст тут."), "I14", ":2:1"),
        (("31.02.2026", "2", "Текст тут."), "I14", ":2:1"),
        (("", "2", "Текст тут."), "I08", ":2:1"),
        (("01.11.2026", "2", "Текст тут."), "I20", ":2:1"),
        (("01.12.2026", "2", "Текст тут."), "I21", ":2:1"),
        (("10.11.2026", "2", "", "Только предложение."), "I07", ":2:3"),
        (("10.11.2026", "2", "Мой ЖСН: 010101500012"), "I18", ":2:3"),
        (("10.11.2026", "2", "Текст тут.", "Пишите: a@example.kz"), "I18", ":2:4"),
        (("10.11.2026", "2", "Текст тут.", "", "кто"), "F33", ":2:5"),
        (("10.11.2026", "2", "Текст тут.", "", "юрлицо", "+7 701 123 45 67"), "I18", ":2:6"),
        (("10.11.2026", "2", "Текст " * 4_000), "F40", ":2:3"),
    ],
)
def test_a_row_that_cannot_be_taken_is_left_with_its_reason_and_place(
    row: Sequence[str], code: str, place: str, project: Path
) -> None:
    full = (*row, *[""] * (len(HEADS) - len(row)))
    file = put(project, "a.csv", a_csv(HEADS, full, ROW))
    found = of_file(project, file, status=1)
    assert [one["fate"] for one in found["rows"]] == ["left", "taken"]
    (problem,) = found["rows"][0]["problems"]
    assert problem["code"] == code
    assert f"{problem['file']}:{problem['line']}:{problem['column']}" == f"{file}{place}"
    assert len(comments(project)) == 1


def test_all_faults_of_a_row_are_said_at_once(project: Path) -> None:
    row = ("01.01.2026", "99", "Мой номер 8 701 123 45 67", "", "кто", "")
    found = of_file(project, put(project, "a.csv", a_csv(HEADS, row)), status=1)
    assert sorted(codes(found)) == ["F33", "I11", "I18"]
    row = ("01.01.2026", "2", "Мой номер 8 701 123 45 67", "", "кто", "")
    found = of_file(project, put(project, "b.csv", a_csv(HEADS, row)), status=1)
    assert sorted(codes(found)) == ["F33", "I18", "I20"]


def test_a_cell_of_a_workbook_is_named(project: Path) -> None:
    file = put(project, "a.xlsx", an_xlsx(HEADS, (*ROW[:4], "кто", ""), title="Парақ 1"))
    found = of_file(project, file, status=1)
    assert found["rows"][0]["problems"][0]["file"] == f"{file}!Парақ 1!E2"


def test_a_form_that_asks_for_consent_must_say_yes(project: Path) -> None:
    heads = (*HEADS, "Согласие")
    rows = [(*ROW[:2], f"Текст {answer}.", *ROW[3:], answer) for answer in ("да", "иә", "нет", "")]
    found = of_file(project, put(project, "a.csv", a_csv(heads, *rows)), status=1)
    assert [row["fate"] for row in found["rows"]] == ["taken", "taken", "left", "left"]
    assert codes(found) == ["I16", "I16"]


def test_rows_that_say_the_same_are_all_taken_and_told(project: Path) -> None:
    file = put(project, "a.csv", a_csv(HEADS, ROW, ROW, ROW))
    found = of_file(project, file)
    assert [row["fate"] for row in found["rows"]] == ["taken"] * 3
    assert codes(found) == ["I32", "I32"]
    assert report(project, file)["already taken"] == 3


def test_what_came_late_is_kept_and_told(tmp_path: Path) -> None:
    over = a_revision(consultation=a_consultation("2026-11-02", "2026-11-09"), dated="2026-10-30")
    project = write_project(tmp_path, revisions=[over])
    found = of_file(project, put(project, "a.csv", a_csv(HEADS, ROW)), "--revision", "1")
    assert codes(found) == ["I30"]
    assert len(files(project)) == 1


def test_cells_merged_downwards_hold_for_all_their_rows(project: Path) -> None:
    rows = [("10.11.2026", "3", "Первое."), ("10.11.2026", None, "Второе.")]
    table = an_xlsx(("Дата", "Пункт", "Текст"), *rows, merged="B2:B3")
    assert take(project, put(project, "a.xlsx", table)).exit_code == 0
    assert [comment.clause for comment in comments(project)] == ["documents", "documents"]


def test_a_number_keeps_the_decimals_that_its_cell_shows(project: Path) -> None:
    clauses = [*a_revision()["clauses"][:1], {**a_revision()["clauses"][1], "number": "4.10"}]
    clauses.append({**a_revision()["clauses"][2], "number": "4.1"})
    write_project(project, revisions=[a_revision(clauses=clauses)])
    table = an_xlsx(("Дата", "Пункт", "Текст"), ("10.11.2026", 4.1, "Первое."))
    assert take(project, put(project, "a.xlsx", table)).exit_code == 0
    plain, decimals = (f'<cellXfs count="1"><xf numFmtId="{form}"' for form in (0, 2))
    shown = with_part(table, "xl/styles.xml", (plain, decimals))
    assert shown != table
    assert take(project, put(project, "b.xlsx", shown)).exit_code == 0
    assert sorted(str(comment.clause) for comment in comments(project)) == ["documents", "term"]


@pytest.mark.parametrize(
    ("name", "data", "code"),
    [
        ("a.csv", a_csv(("Имя", "Пункт"), ("А", "2")), "I04"),
        ("a.csv", b"", "I04"),
        ("a.csv", a_csv(HEADS, ROW).replace(b'"\r\n', b"\r\n"), "I02"),
        ("a.csv", a_csv((*HEADS, "Текст"), (*ROW, "б")), "I05"),
        ("a.csv", b"\x98\xff,\x81", "I03"),
        ("a.xlsx", b"PK\x03\x04 nonsense", "I02"),
        ("a.xlsx", a_docx(HEADS, ROW), "I02"),
        ("a.docx", an_xlsx(HEADS, ROW), "I02"),
        ("a.docx", a_docx(("a", "b"), ("c", "d")), "I04"),
        (
            "a.xlsx",
            with_part(
                an_xlsx(HEADS, ROW),
                "xl/worksheets/sheet1.xml",
                ("<worksheet", '<!DOCTYPE x [<!ENTITY a "b">]><worksheet'),
            ),
            "I02",
        ),
        (
            "a.docx",
            with_part(a_docx(HEADS, ROW), "word/document.xml", ("</w:tbl>", "</w:tbi>")),
            "I02",
        ),
    ],
)
def test_a_file_that_cannot_be_read_is_named(
    name: str, data: bytes, code: str, project: Path
) -> None:
    found = of_file(project, put(project, name, data), status=1)
    assert [problem["code"] for problem in found["problems"]] == [code]
    assert found["rows"] == []


def test_a_sheet_that_claims_to_be_endless_is_read_as_it_is(project: Path) -> None:
    data = an_xlsx(("Дата", "Пункт", "Текст"), ("10.11.2026", "2", "Первое."))
    sheet = "xl/worksheets/sheet1.xml"
    data = with_part(data, sheet, ('<dimension ref="A1:C2"', '<dimension ref="A1:XFD1048576"'))
    merged = '</sheetData><mergeCells count="1"><mergeCell ref="D1:XFD1048576"/></mergeCells>'
    data = with_part(data, sheet, ("</sheetData>", merged))
    assert take(project, put(project, "a.xlsx", data)).exit_code == 0
    assert len(comments(project)) == 1


# --- the commenting template -----------------------------------------------------------------


@pytest.mark.parametrize(
    ("name", "data"),
    [("iso.docx", a_docx(ISO_HEADS, *ISO_ROWS)), ("iso.xlsx", an_xlsx(ISO_HEADS, *ISO_ROWS))],
)
def test_the_commenting_template_gives_a_comment_a_row(
    name: str, data: bytes, project: Path
) -> None:
    file = put(project, name, data)
    words = ("--received", "2026-11-12", "--author", "state-body")
    found = of_file(project, file, *words, status=1)
    assert [row["fate"] for row in found["rows"]] == ["taken", "taken", "left"]
    assert codes(found) == ["I07"]
    first, second = comments(project)
    assert first.text == (
        "Line number: 17\nParagraph/ Figure/ Table: Абзац 2\nСлишком много документов."
    )
    assert (first.clause, first.proposal) == ("documents", "Одна справка.")
    assert (first.author.kind, first.author.name, first.kind) == ("state-body", "KZ", "change")
    assert (second.clause, second.text) == ("term", "Опечатка в слове.")
    assert "согласны" not in "".join(data.decode() for data in files(project).values())


def test_words_put_in_while_changes_are_tracked_are_read(project: Path) -> None:
    data = a_docx(ISO_HEADS, ISO_ROWS[2])
    old = "<w:r><w:t>Опечатка в слове.</w:t></w:r>"
    new = (
        '<w:ins w:id="1" w:author="x"><w:r><w:t>Новое слово.</w:t></w:r></w:ins>'
        '<w:del w:id="2" w:author="x"><w:r><w:delText>Опечатка.</w:delText></w:r></w:del>'
    )
    file = put(project, "a.docx", with_part(data, "word/document.xml", (old, new)))
    assert take(project, file, "--received", "2026-11-12").exit_code == 0
    assert comments(project)[0].text == "Новое слово."


# --- again, drafts, reports --------------------------------------------------------------------


def test_running_again_adds_nothing(project: Path) -> None:
    came = [
        put(project, name, data) for name, data in TABLES.items() if name not in {"c.csv", "a.docx"}
    ]
    came.append(put(project, "a.eml", a_message()))
    first = report(project, *came)
    assert (first["taken"], first["already taken"], first["left"]) == (2, 4, 0)
    before = files(project)
    again = report(project, *came)
    assert (again["taken"], again["already taken"], again["left"]) == (0, 6, 0)
    assert files(project) == before


def test_a_comment_redacted_since_then_is_not_taken_once_more(project: Path) -> None:
    file = put(project, "a.csv", a_csv(HEADS, ROW))
    name = of_file(project, file)["rows"][0]["comment"]
    why = ("--reason", "kk=Өтініш.", "--reason", "ru=Просьба.")
    line = ["comment", "redact", name, "--name", "--words", "долгий", *why, "--project"]
    assert CliRunner().invoke(main, [*line, str(project)]).exit_code == 0
    assert report(project, file)["already taken"] == 1
    assert len(files(project)) == 1


def test_a_comment_of_the_same_id_that_says_something_else_is_left(project: Path) -> None:
    file = put(project, "a.csv", a_csv(HEADS, ROW))
    assert take(project, file).exit_code == 0
    found = of_file(project, file, "--channel", "paper", status=1)
    assert codes(found) == ["I22"]


def test_a_draft_reports_the_same_and_writes_nothing(project: Path) -> None:
    file = put(project, "a.csv", a_csv(HEADS, ROW))
    shown = report(project, file, "--draft")
    assert (shown["draft"], shown["taken"], files(project)) == (True, 1, {})
    done = report(project, file)
    assert done["files"] == shown["files"]


def test_the_report_can_be_read_in_every_language(project: Path) -> None:
    file = put(project, "a.csv", a_csv(HEADS, ("01.12.2026", *ROW[1:])))
    kazakh = take(project, file, "--language", "kk").output
    assert "күні әлі келген жоқ" in kazakh
    assert kazakh.endswith("жүктелді: 0, бұрын жүктелген: 0, жүктелмеді: 1\n")
    russian = take(project, file, "--language", "ru", "--draft").output
    assert "еще не наступила" in russian
    assert russian.endswith("не загружено: 1; --draft: ничего не записано\n")


def test_the_text_report_names_every_row(project: Path) -> None:
    file = put(project, "a.csv", a_csv(HEADS, ROW, ("01.12.2026", *ROW[1:])))
    lines = take(project, file).output.splitlines()
    assert lines[0] == f"{file}; encoding: utf-8; delimiter: ,"
    assert re.fullmatch(r"  .*a\.csv:2: taken → comments/.*\.yaml", lines[1])
    assert re.fullmatch(r"  .*a\.csv:3: left", lines[2])
    assert lines[-1] == "taken: 1, already taken: 0, left: 1"


def test_wrong_use_is_said_plainly(project: Path) -> None:
    other = put(project, "a.txt", b"x")
    refused = take(project, other)
    assert refused.exit_code == 2
    assert "a.txt: known are files ending in eml, csv, xlsx, docx" in refused.output
    assert take(project, put(project, "a.csv", b""), "--revision", "9").exit_code == 2


def test_moments_are_told_where_the_authority_is(project: Path) -> None:
    rows = [
        ("2026-11-10T20:30:00Z", "2", "Первое."),
        ("2026-11-10 23:59:59", "2", "Второе."),
        ("10.11.2026, 23:59", "2", "Третье."),
    ]
    table = a_csv(("Отметка времени", "Пункт", "Текст"), *rows)
    assert take(project, put(project, "a.csv", table)).exit_code == 0
    days = {comment.text: comment.received.isoformat() for comment in comments(project)}
    assert days == {"Первое.": "2026-11-11", "Второе.": "2026-11-10", "Третье.": "2026-11-10"}


def test_the_authoritys_own_address_may_be_quoted(tmp_path: Path) -> None:
    authority = {"name": said("Әділет", "Юстиция"), "email": "info@example.kz"}
    project = write_project(tmp_path, project=a_project(authorities={MINISTRY: authority}))
    message = a_message("На info@example.kz никто не отвечает.")
    assert take(project, put(project, "a.eml", message)).exit_code == 0
