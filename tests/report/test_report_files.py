"""The report on completion of a discussion: its files, and the command for them."""

import csv
import io
import json
import re
import subprocess
import sys
from datetime import datetime
from pathlib import Path

import pytest
from click.testing import CliRunner, Result
from docx import Document
from openpyxl import load_workbook

from builders import (
    MINISTRY,
    Tree,
    a_comment,
    a_consultation,
    a_report,
    a_response,
    a_revision,
    an_adoption,
    said,
    write_project,
)
from held_words import held
from hostile_reports import HOSTILE, hostile_parts
from sites import run, small
from talqy.cli.main import main

FORMATS = ("text", "docx", "xlsx", "csv", "json")


def talqy(*words: str | Path) -> Result:
    return CliRunner().invoke(main, [str(word) for word in words])


@pytest.fixture(scope="module")
def project(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Write a project in which a discussion of hostile people is over and reported."""
    return small(tmp_path_factory.mktemp("report"), **hostile_parts())


# --- the command ----------------------------------------------------------------------------------


@pytest.mark.parametrize("form", FORMATS)
def test_every_format_says_every_comment_and_reason(
    form: str, project: Path, tmp_path: Path
) -> None:
    file = tmp_path / f"report.{form}"
    words = ("--project", project, "--format", form, "--language", "ru", "--to", file)
    done = talqy("report", "birth-registration", "r1", *words)
    assert (done.exit_code, done.output) == (0, f"записано: {file}\n")
    shown = read(form, file)
    for text in HOSTILE:
        assert text in shown
    assert "Кешіктім." in shown
    assert "Жасырын сөз." not in shown
    assert "c000000000" in shown


def read(form: str, file: Path) -> str:
    """Read back the words of a file, as its program would."""
    if form == "docx":
        grids = Document(str(file)).tables
        return "\n".join(cell.text for grid in grids for row in grid.rows for cell in row.cells)
    if form == "xlsx":
        sheets = load_workbook(file).worksheets
        cells = [str(cell.value) for s in sheets for row in s.iter_rows() for cell in row]
        return "\n".join(cells).replace("_x005F_", "_")
    text = file.read_bytes().decode("utf-8")
    if form == "csv":
        return "\n".join(cell for row in csv.reader(io.StringIO(text)) for cell in row)
    if form == "json":
        return "\n".join(strings(json.loads(text)))
    return text


def strings(tree: object) -> list[str]:
    if isinstance(tree, dict):
        return [text for value in tree.values() for text in strings(value)]
    if isinstance(tree, list):
        return [text for value in tree for text in strings(value)]
    return [str(tree)]


def test_a_heading_of_the_word_file_stands_with_its_table_whose_words_are_not_broken(
    project: Path, tmp_path: Path
) -> None:
    file = tmp_path / "report.docx"
    words = ("--project", project, "--format", "docx", "--to", file)
    assert talqy("report", "birth-registration", "r1", *words).exit_code == 0
    document = Document(str(file))
    assert document.styles["Talqy Title"].paragraph_format.keep_with_next
    # A sign of 9 pt is 2.1 mm wide in words like these, a cell has 3.8 mm of margins.
    wide = [table for table in document.tables if len(table.columns) == 8]
    assert len(wide) == 2
    longest = {3: "Комментарий", 5: "Қабылданбады", 7: "Изменение"}
    for table in wide:
        for column, word in longest.items():
            assert table.columns[column].width.mm >= 2.1 * len(word) + 3.8


def test_no_page_between_two_languages_is_empty_or_has_a_signature_alone(
    project: Path, tmp_path: Path
) -> None:
    file = tmp_path / "report.docx"
    words = ("--project", project, "--format", "docx", "--to", file)
    assert talqy("report", "birth-registration", "r1", *words).exit_code == 0
    document = Document(str(file))
    assert not document.element.xpath("//w:br[@w:type='page']")
    (begins,) = [one for one in document.paragraphs if one.paragraph_format.page_break_before]
    assert begins.style is not None
    assert (begins.style.name, begins.text[:5]) == ("Talqy Title", "Отчет")
    lines = document.paragraphs
    signed = next(at for at, one in enumerate(lines) if "____" in one.text)
    kept = [bool(one.paragraph_format.keep_with_next) for one in lines[signed - 2 : signed + 1]]
    assert kept == [True, False, True]  # that in the middle is a heading, kept by its style


def test_no_cell_of_a_file_is_calculated(project: Path, tmp_path: Path) -> None:
    for form in ("csv", "xlsx"):
        words = ("--project", project, "--format", form, "--to", tmp_path / f"r.{form}")
        assert talqy("report", "birth-registration", "r1", *words).exit_code == 0
    content = (tmp_path / "r.csv").read_bytes()
    assert not content.startswith(b"\xef\xbb\xbf")
    for row in csv.reader(io.StringIO(content.decode())):
        assert [cell for cell in row if cell.startswith(("=", "+", "-", "@"))] == []
    sheets = load_workbook(tmp_path / "r.xlsx").worksheets
    assert len(sheets) == 2
    for cell in (cell for sheet in sheets for row in sheet.iter_rows() for cell in row):
        assert cell.value is None or cell.data_type in {"s", "n"}
        if str(cell.value).startswith(("=", "+", "-", "@")):
            assert cell.quotePrefix


def test_json_holds_figures_that_add_up(project: Path) -> None:
    done = talqy("report", "birth-registration", "r1", "--project", project, "--format", "json")
    tree = json.loads(done.output)
    figures = tree["figures"]
    parts = (figures["late"], figures["withdrawn"], figures["unanswered"])
    assert sum(figures["outcomes"].values()) + sum(parts) == figures["received"] == 8
    assert len(tree["comments"]) == 8
    assert tree["period"]["days"] == 13
    assert set(tree["title"]) == {"kk", "ru"}
    assert [row["list"] for row in tree["comments"]] == [
        *["considered"] * 6,
        "late",
        "withdrawn",
    ]


def test_the_text_is_in_the_language_that_is_asked_for(project: Path) -> None:
    words = ("report", "birth-registration", "r1", "--project", project)
    kazakh, russian = (talqy(*words, "--language", code).output for code in ("kk", "ru"))
    assert kazakh.startswith("«Тууды тіркеу» жобасын жария талқылаудың аяқталғаны туралы есеп")
    assert russian.startswith("Отчет о завершении публичного обсуждения проекта «Регистрация")
    assert talqy(*words).output == f"{kazakh}\n{russian}"
    assert held("(13~рабочих дней)") in russian


def test_a_file_that_is_there_is_left_alone_and_a_draft_writes_nothing(
    project: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    words = ("report", "birth-registration", "r1", "--project", project)
    shown = talqy(*words, "--format", "docx", "--draft")
    assert shown.output.startswith("--- birth-registration-r1-report.both.docx\n«Тууды тіркеу»")
    assert list(tmp_path.iterdir()) == []
    assert talqy(*words, "--format", "docx").exit_code == 0
    refused = talqy(*words, "--format", "docx")
    assert refused.exit_code == 2
    assert "already there, and left as it is" in refused.output
    assert talqy(*words, "--format", "docx", "--replace").exit_code == 0


def test_a_report_is_refused_with_all_reasons_at_once(tmp_path: Path) -> None:
    unanswered, half = a_comment("a000000000"), a_comment("a000000001")
    write_project(
        tmp_path,
        comments=[unanswered, half],
        responses=[a_response("a000000001", reason={"kk": "Пікір қаралды."})],
    )
    done = run("report", "birth-registration", "r1", "--language", "ru", cwd=tmp_path)
    assert (done.exit_code, done.stdout) == (1, "")
    assert re.findall(r" (B\d\d): ", done.stderr) == ["B03", "B06", "B02", "B01"]
    assert "этот комментарий поступил в срок и остался без ответа" in done.stderr
    assert "a000000001.response.yaml:4:" in done.stderr
    assert "r1.yaml" in done.stderr


def test_a_file_that_cannot_be_read_keeps_the_report_back(tmp_path: Path) -> None:
    folder = small(tmp_path, **hostile_parts())
    place = next(folder.glob("comments/**/a000000000.yaml"))
    place.write_text("id: [", "utf-8")
    done = talqy("report", "birth-registration", "r1", "--project", folder)
    assert done.exit_code == 1
    assert "a000000000.yaml" in done.output


@pytest.mark.parametrize(
    ("words", "message"),
    [
        (("nobody", "r1"), "there is no standard “nobody”"),
        (("birth-registration", "r9"), "has no revision “r9”"),
        (("birth-registration", "r1", "--language", "fi"), "“fi” is no language of this project"),
    ],
)
def test_what_is_not_there_is_refused(words: tuple[str, ...], message: str, project: Path) -> None:
    done = talqy("report", *words, "--project", project)
    assert done.exit_code == 2
    assert message in done.output


def test_a_text_that_was_not_discussed_has_no_report(tmp_path: Path) -> None:
    adopted = an_adoption("2026-07-01", discussed=said("Бұрын", "Раньше"))
    write_project(tmp_path, revisions=[a_revision(consultation=None, adopted=adopted)])
    done = talqy("report", "birth-registration", "r1", "--project", tmp_path)
    assert done.exit_code == 2
    assert "r1 of “birth-registration” was not put up for discussion" in done.output


# --- the figures of a quarter ---------------------------------------------------------------------


def test_the_figures_of_a_quarter_are_those_of_its_discussions(project: Path) -> None:
    words = ("export", "figures", "--quarter", "2026-2", "--project", project)
    tree = json.loads(talqy(*words, "--format", "json").output)
    (row,) = tree["discussions"]
    assert (row["standard"], row["revision"], row["developer"]) == (
        "birth-registration",
        1,
        MINISTRY,
    )
    outcomes = row["outcomes"]
    assert sum(outcomes.values()) + row["unanswered"] == row["received"] == 8
    assert sum(row["channels"].values()) == sum(row["languages"].values()) == 8
    assert row["days_to_answer"] == {"median": 14, "longest": 14}
    (flat,) = csv.DictReader(io.StringIO(talqy(*words).output))
    assert (flat["outcomes.rejected"], flat["report_days_late"]) == ("6", "0")


def test_a_quarter_without_a_discussion_has_no_rows(project: Path, tmp_path: Path) -> None:
    words = ("export", "figures", "--quarter", "2025-1", "--project", project)
    assert json.loads(talqy(*words, "--format", "json").output)["discussions"] == []
    file = tmp_path / "figures.csv"
    assert talqy(*words, "--to", file).exit_code == 0
    assert file.read_text("utf-8").strip() == ""
    assert talqy(*words, "--to", file).exit_code == 2


def test_figures_for_people_have_names_in_their_language(project: Path, tmp_path: Path) -> None:
    words = ("export", "figures", "--quarter", "2026-2", "--project", project)
    programs = next(csv.reader(io.StringIO(talqy(*words).output)))
    for language, accepted, closed in (
        ("ru", "Решение: Принято частично", "Последний день обсуждения"),
        ("kk", "Шешім: Ішінара қабылданды", "Талқылаудың соңғы күні"),
    ):
        said = talqy(*words, "--language", language).output
        assert said.startswith("\ufeff")
        heads, row = csv.reader(io.StringIO(said.removeprefix("\ufeff")), delimiter=";")
        assert len(heads) == len(set(heads)) == len(programs)
        assert accepted in heads
        assert MINISTRY not in row
        assert re.fullmatch(r"\d\d\.\d\d\.2026", row[heads.index(closed)])
    file = tmp_path / "figures.xlsx"
    assert talqy(*words, "--format", "xlsx", "--to", file).exit_code == 0
    book = load_workbook(file)
    assert len(book.worksheets) == 2
    for sheet in book.worksheets:
        *_, names, cells = sheet.iter_rows(values_only=True)
        assert len(names) == len(programs)
        assert not {"birth-registration", MINISTRY, "amendment", "working-day"} & set(cells)
        assert isinstance(cells[4], datetime)
        assert cells[9] == 8
    assert talqy(*words, "--format", "json", "--language", "ru").exit_code == 2
    assert talqy(*words, "--language", "fi").exit_code == 2


def test_a_figure_of_one_name_is_the_same_in_all_formats(tmp_path: Path) -> None:
    ids = [f"a00000000{n}" for n in range(5)]
    change: Tree = {"landed": {"revision": 2, "clauses": ["term"]}}
    day = {"by": MINISTRY, "on": "2026-06-24"}
    said_of: list[tuple[str, Tree]] = [
        ("noted", {}),
        ("duplicate", {"duplicate_of": ids[0]}),
        ("rejected", {}),
        ("accepted-partly", change),
        ("out-of-scope", {}),
    ]
    parts: Tree = hostile_parts()
    answers = zip(ids, said_of, strict=True)
    parts["comments"] = [a_comment(one, received="2026-06-10") for one in ids]
    parts["responses"] = [
        a_response(one, outcome=outcome, decided=day, **more) for one, (outcome, more) in answers
    ]
    folder = small(tmp_path, **parts)
    words = ("export", "figures", "--quarter", "2026-2", "--project", folder)
    (row,) = json.loads(talqy(*words, "--format", "json").output)["discussions"]
    names = ("in_accepted", "in_not_accepted", "in_noted", "in_not_noted")
    assert [row[name] for name in names] == [1, 5, 2, 3]
    assert row["outcomes"]["noted"] == 1
    report = ("report", "birth-registration", "r1", "--project", folder)
    figures = json.loads(talqy(*report, "--format", "json").output)["figures"]
    assert [figures[name] for name in names] == [1, 5, 2, 3]
    programs = next(csv.reader(io.StringIO(talqy(*words).output)))
    for language in ("kk", "ru"):
        table = talqy(*words, "--language", language).output.removeprefix("\ufeff")
        heads, cells = csv.reader(io.StringIO(table), delimiter=";")
        shown = dict(zip(heads, cells, strict=True))
        assert [cells[programs.index(name)] for name in names] == ["1", "5", "2", "3"]
        text = talqy(*report, "--language", language).output
        legal = text[text.rindex({"kk": "Заң бойынша есеп", "ru": "Счет по закону"}[language]) :]
        lines = [line.strip().rpartition(": ") for line in legal.splitlines()]
        same = {name: n for name, _, n in lines if name in shown and n.isdecimal()}
        assert len(same) >= 4, text
        assert same == {name: shown[name] for name in same}


def test_what_is_no_quarter_is_refused(project: Path) -> None:
    done = talqy("export", "figures", "--quarter", "2026-5", "--project", project)
    assert done.exit_code == 2
    assert "“2026-5” is no quarter; write it as 2026-4" in done.output


def test_a_late_report_is_counted_in_days(tmp_path: Path) -> None:
    talk = a_consultation("2026-06-02", "2026-06-19", report=a_report("2026-07-16"))
    write_project(tmp_path, revisions=[a_revision(consultation=talk, dated="2026-06-01")])
    words = ("export", "figures", "--quarter", "2026-2", "--project", tmp_path, "--format", "json")
    (row,) = json.loads(talqy(*words).output)["discussions"]
    assert (row["report_due"], row["report_on"], row["report_days_late"]) == (
        "2026-07-03",
        "2026-07-16",
        13,
    )


def test_a_report_is_said_without_the_judge_of_words() -> None:
    """Answers that are on record need no judge, and to load its patterns takes a second."""
    program = "import sys, talqy.report.file; print([n for n in sys.modules if 'comments' in n])"
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, check=True)
    assert done.stdout.strip() == b"[]"
