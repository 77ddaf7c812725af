"""`talqy comment import` of tables: each row is taken, was taken before, or is left with why."""

from collections.abc import Sequence
from pathlib import Path

import pytest

from builders import a_consultation, a_revision, write_project
from importing import codes, comments, files, of_file, report, take
from intakes import HEADS, ISO_HEADS, ISO_ROWS, ROW, TABLES, a_csv, a_docx, an_xlsx, put, with_part
from talqy.intake.importing import read_intake


@pytest.fixture
def project(tmp_path: Path) -> Path:
    return write_project(tmp_path / "project")


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
        (("10.11.2026", "9", "Это мой текст."), "F56", ":2:2"),
        (("10.11.2026", "2026-01-03", "Это мой текст."), "I13", ":2:2"),
        (("11/10/2026", "2", "Это мой текст."), "I14", ":2:1"),
        (("31.02.2026", "2", "Это мой текст."), "I14", ":2:1"),
        (("", "2", "Это мой текст."), "I08", ":2:1"),
        (("01.11.2026", "2", "Это мой текст."), "G13", ":2:1"),
        (("01.12.2026", "2", "Это мой текст."), "G13", ":2:1"),
        (("10.11.2026", "2", "", "—"), "I07", ":2:3"),
        (("10.11.2026", "2", "Мой ЖСН: 010101500012"), "G17", ":2:3"),
        (("10.11.2026", "2", "Это мой текст.", "Пишите: a@example.kz"), "G18", ":2:4"),
        (("10.11.2026", "2", "Это мой текст.", "", "кто"), "I15", ":2:5"),
        (("10.11.2026", "2", "Это мой текст.", "", "юрлицо", "+7 701 123 45 67"), "G18", ":2:6"),
        (("10.11.2026", "2", "Это мой текст. " * 2_000), "F40", ":2:3"),
    ],
)
def test_a_row_that_cannot_be_taken_is_left_with_its_reason_and_place(
    row: Sequence[str], code: str, place: str, project: Path
) -> None:
    full = (*row, *[""] * (len(HEADS) - len(row)))
    file = put(project, "a.csv", a_csv(HEADS, full, ROW))
    found = of_file(project, file, status=1)
    assert [one["status"] for one in found["rows"]] == ["left", "taken"]
    (problem,) = found["rows"][0]["problems"]
    assert problem["code"] == code
    assert f"{problem['file']}:{problem['line']}:{problem['column']}" == f"{file}{place}"
    assert len(comments(project)) == 1


def test_all_faults_of_a_row_are_said_at_once(project: Path) -> None:
    row = ("01.01.2026", "99", "Мой номер 8 701 123 45 67", "", "кто", "")
    found = of_file(project, put(project, "a.csv", a_csv(HEADS, row)), status=1)
    assert sorted(codes(found)) == ["F56", "G18", "I15"]
    row = ("01.01.2026", "2", "Мой номер 8 701 123 45 67", "", "кто", "")
    found = of_file(project, put(project, "b.csv", a_csv(HEADS, row)), status=1)
    assert sorted(codes(found)) == ["G13", "G18", "I15"]


def test_a_cell_of_a_workbook_is_named(project: Path) -> None:
    file = put(project, "a.xlsx", an_xlsx(HEADS, (*ROW[:4], "кто", ""), title="Парақ 1"))
    found = of_file(project, file, status=1)
    assert found["rows"][0]["problems"][0]["file"] == f"{file}!Парақ 1!E2"


def test_a_form_that_asks_for_consent_must_say_yes(project: Path) -> None:
    heads = (*HEADS, "Согласие")
    rows = [
        (*ROW[:2], f"Это мой ответ: «{answer}».", *ROW[3:], answer)
        for answer in ("да", "иә", "нет", "")
    ]
    found = of_file(project, put(project, "a.csv", a_csv(heads, *rows)), status=1)
    assert [row["status"] for row in found["rows"]] == ["taken", "taken", "left", "left"]
    assert [code for code in codes(found) if code != "G23"] == ["I16", "I16"]


def test_rows_that_say_the_same_are_all_taken_and_told(project: Path) -> None:
    file = put(project, "a.csv", a_csv(HEADS, ROW, ROW, ROW))
    found = of_file(project, file)
    assert [row["status"] for row in found["rows"]] == ["taken"] * 3
    assert codes(found) == ["I32"] * 2
    assert report(project, file)["already taken"] == 3


def test_what_came_late_is_kept_and_told(tmp_path: Path) -> None:
    over = a_revision(consultation=a_consultation("2026-11-02", "2026-11-09"), dated="2026-10-30")
    project = write_project(tmp_path, revisions=[over])
    found = of_file(project, put(project, "a.csv", a_csv(HEADS, ROW)), "--revision", "1")
    assert codes(found) == ["G13"]
    assert len(files(project)) == 1


def test_cells_merged_downwards_hold_for_all_their_rows(project: Path) -> None:
    rows = [("10.11.2026", "3", "Первое мнение."), ("10.11.2026", None, "Второе мнение.")]
    table = an_xlsx(("Дата", "Пункт", "Текст"), *rows, merged="B2:B3")
    assert take(project, put(project, "a.xlsx", table)).exit_code == 0
    assert [comment.clause for comment in comments(project)] == ["documents", "documents"]


def test_a_number_keeps_the_decimals_that_its_cell_shows(project: Path) -> None:
    clauses = [*a_revision()["clauses"][:1], {**a_revision()["clauses"][1], "number": "4.1"}]
    clauses.append({**a_revision()["clauses"][2], "number": "4.10"})
    write_project(project, revisions=[a_revision(clauses=clauses)])
    table = an_xlsx(("Дата", "Пункт", "Текст"), ("10.11.2026", 4.1, "Первое мнение."))
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
        ("a.csv", b"", "I31"),
        ("a.xlsx", an_xlsx(), "I31"),
        ("a.csv", a_csv(HEADS, ROW).replace(b'"\r\n', b"\r\n"), "I02"),
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
            "I80",
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
    data = an_xlsx(("Дата", "Пункт", "Текст"), ("10.11.2026", "2", "Первое мнение."))
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
    found = of_file(project, file, *words)
    assert [row["status"] for row in found["rows"]] == ["taken"] * 3
    assert codes(found) == ["I71"]
    first, second, third = comments(project)
    assert first.text == (
        "Line number: 17\nParagraph/ Figure/ Table: Абзац 2\nСлишком много документов."
    )
    assert (first.clause, first.proposal) == ("documents", "Одна справка.")
    assert (first.author.kind, first.author.name, first.kind) == ("state-body", "KZ", "change")
    assert (second.clause, second.text) == ("term", "Опечатка в слове.")
    assert (third.text, third.proposal) == ("Только предложение.", None)
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


def test_a_row_under_the_heads_does_not_take_the_column_of_the_text_away() -> None:
    heads = ("Дата", "Пункт", "Замечание", "Предложение")
    data = a_csv(heads, ("", "Автор", "Имя"), ("10.11.2026", "2", "Срок велик.", "Два дня."))
    read = read_intake(data, "a.csv", "Asia/Almaty")
    assert [one.said["text"] for one in read.submissions][-1] == "Срок велик."
