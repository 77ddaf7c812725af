"""What a working copy says beside its text comes back: fields of the draft, reasons of changes."""

from collections.abc import Mapping
from pathlib import Path
from typing import Any

import pytest
import yaml
from click.testing import CliRunner

import builders as b
from copies_in import a_copy, take
from copy_typing import put_reasons, tables, typed
from sites import run
from talqy.cli.main import main
from talqy.drafts.copy_table_reader import beside_text
from talqy.drafts.copy_tables import CopyTable
from talqy.drafts.many_sayings import SHIPPED_SAYINGS
from talqy.office.word_read import read_word
from word_files import a_word, cell, paragraph, row, table
from word_files import run as a_run

TERM = ("Мерзімі бес күн.", "Срок – пять дней.")
FEE = ("Ақысы бар.", "Услуга платная.")
ABOUT = {
    "Стандарттың атауы / Название стандарта": ("Некені тіркеу", "Регистрация брака"),
    "Көрсетілетін қызметті беруші": ("АХАТ", "РАГС"),
    "Жоба не үшін әзірленді": ("Тәртіп керек.\nЕкінші жол.", "Нужен порядок.\nВторая строка."),
    "Что меняется для людей": ("Кезек жоқ.", "Нет очередей."),
    "Цели": ("Мақсат.", "Цель."),
}


def a_project(folder: Path, **changes: Any) -> Path:
    """Make a project whose only text is in preparation."""
    clauses = [
        b.a_clause("term", "1", text=b.said(*TERM)),
        b.a_clause("fee", "2", text=b.said(*FEE)),
    ]
    text = b.a_revision(clauses=clauses, consultation=None, explanation=b.said("…"), **changes)
    return b.write_project(folder, revisions=[text])


def tree(project: Path, path: str) -> dict[str, Any]:
    found: dict[str, Any] = yaml.safe_load((project / path).read_text("utf-8"))
    return found


def lines(words: Mapping[str, str]) -> tuple[str, str]:
    return words["kk"], words["ru"]


def test_what_a_draft_says_of_itself_is_read_and_stands_in_the_next_copy(tmp_path: Path) -> None:
    """Each cell goes to its file; what stays empty is named, and what the copy says comes back."""
    project = a_project(tmp_path)
    before = (project / b.revision_path(1)).read_text("utf-8")
    said = take(project, typed(a_copy(project), ABOUT), "--update")
    assert "E62" in said
    assert "Негіздемелер / Основания; Күтілетін салдар / Ожидаемые последствия" in said
    standard, text = tree(project, b.standard_path()), tree(project, b.revision_path(1))
    assert lines(standard["title"]) == ("Некені тіркеу", "Регистрация брака")
    assert lines(standard["provider"]) == ("АХАТ", "РАГС")
    assert lines(text["explanation"]) == ABOUT["Жоба не үшін әзірленді"]
    assert lines(text["gist"]) == ("Кезек жоқ.", "Нет очередей.")
    assert list(text)[4:8] == ["explanation", "gist", "aims", "clauses"]
    now = (project / b.revision_path(1)).read_text("utf-8")
    assert now[now.index("clauses:") :] == before[before.index("clauses:") :]
    again = a_copy(project)
    assert ["Мақсаттар / Цели", "Мақсат.", "Цель."] in tables(again)[0]
    assert "nothing was written" in take(project, again, "--update")


def test_an_emptied_cell_takes_the_words_out(tmp_path: Path) -> None:
    project = a_project(tmp_path, aims=b.said("Мақсат."))
    take(project, typed(a_copy(project), {"Цели": ("", "–")}), "--update")
    assert "aims" not in tree(project, b.revision_path(1))


def test_what_an_old_copy_says_of_its_own_text_is_not_said_of_the_next(tmp_path: Path) -> None:
    """A clerk goes on with the file of the text that is under discussion by now."""
    project = a_project(tmp_path, aims=b.said("Мақсат.", "Цель."))
    take(project, typed(a_copy(project), ABOUT), "--update")
    copy = replaced(a_copy(project), "пять дней", "три дня")
    said = take(project, typed(copy, {"Основания": ("Негіз.", "Основание.")}))
    text = tree(project, b.revision_path(2))
    assert "E62" in said
    assert (lines(text["explanation"]), "aims" in text) == (("…", "…"), False)
    assert lines(text["grounds"]) == ("Негіз.", "Основание.")


def test_a_copy_in_one_language_leaves_the_other_one(tmp_path: Path) -> None:
    project = a_project(tmp_path, aims=b.said("Мақсат.", "Цель."))
    copy = a_copy(project, "r1", "--language", "ru")
    take(project, typed(copy, {"Цели": ("Другая цель.",)}), "--update")
    assert lines(tree(project, b.revision_path(1))["aims"]) == ("Мақсат.", "Другая цель.")


def test_two_copies_of_one_language_each_say_it_together(tmp_path: Path) -> None:
    project = a_project(tmp_path)
    files = []
    for at, code in enumerate(("kk", "ru")):
        copy = a_copy(project, "r1", "--language", code)
        name = ("Мақсаттар", "Цели")[at]
        about = typed(copy, {name: (("Мақсат.", "Цель.")[at],)})
        files.append(project / f"{code}.docx")
        files[-1].write_bytes(typed(about, {"term": FACT[at]}, table=-1))
    done = run("draft", "import", *files, "--update", cwd=project)
    assert done.exit_code == 0, done.output
    text = tree(project, b.revision_path(1))
    assert lines(text["aims"]) == ("Мақсат.", "Цель.")
    assert text["clauses"][0]["facts"] == {"term": [{"amount": 3, "unit": "working-day"}]}


FACT = (
    ("Қызмет көрсету мерзімі", "3 жұмыс күні"),
    ("Срок оказания услуги", "3 рабочих дня"),
)


@pytest.mark.parametrize("was", ["Цели", "О проекте"])
def test_a_row_that_nobody_knows_is_refused_and_a_head_is_known_in_any_hand(
    was: str, tmp_path: Path
) -> None:
    project = a_project(tmp_path)
    data = typed(a_copy(project), {"Цели": ("Мақсат.", "Цель.")})
    told = {"Цели": ("Мысли", "E63", 1), "О проекте": ("о  ПРОЕКТЕ:", "wrote", 0)}[was]
    odd = renamed(data, was, told[0])
    assert told[1] in take(project, odd, "--update", status=int(told[2]))


def renamed(data: bytes, was: str, now: str) -> bytes:
    names = {"Цели": "Мақсаттар / Цели", "О проекте": "Жоба туралы / О проекте"}
    return replaced(data, names[was], now)


def replaced(data: bytes, was: str, now: str) -> bytes:
    import io
    from zipfile import ZipFile

    stream = io.BytesIO()
    with ZipFile(io.BytesIO(data)) as old, ZipFile(stream, "w") as new:
        for name in old.namelist():
            content = old.read(name)
            assert name != "word/document.xml" or was.encode() in content
            new.writestr(name, content.replace(was.encode(), now.encode()))
    return stream.getvalue()


@pytest.mark.parametrize(
    ("cells", "code"),
    [
        ((cell(paragraph("Цели")), cell(paragraph(a_run("Цель", "<w:strike/>")))), "E64"),
        ((cell(paragraph("Цели и цель"), properties='<w:gridSpan w:val="2"/>'),), "E06"),
    ],
)
def test_what_cannot_be_read_in_a_table_is_refused(cells: tuple[str, ...], code: str) -> None:
    head = row(cell(paragraph("О проекте")), cell(paragraph("Русский")))
    document = read_word(a_word(table(head, row(*cells))))
    read = beside_text(document, "a.docx", ("kk", "ru"), SHIPPED_SAYINGS)
    assert [(one.code, one.file) for one in read.problems] == [(code, "a.docx!1!A2")]
    assert not read.document.blocks


def test_a_table_of_a_text_is_none_of_a_copy() -> None:
    """Neither the words of its head nor its columns alone make it one."""
    for heads in (("О проекте", "Да"), ("Цели", "Русский"), ("О проекте", "№", "Русский")):
        document = read_word(a_word(table(row(*(cell(paragraph(one)) for one in heads)))))
        read = beside_text(document, "a.docx", ("kk", "ru"), SHIPPED_SAYINGS)
        assert (read.rows, len(read.document.blocks)) == ({}, 1)


def test_words_are_known_in_each_language_and_with_slips() -> None:
    heads = [one.value for one in CopyTable]
    known = {
        "Почему изменено": CopyTable.REASONS,
        "неге өзгертілді:": CopyTable.REASONS,
        "Почему изменен": CopyTable.REASONS,
        "ABOUT THIS DRAFT": CopyTable.ABOUT,
        "Жоба туралы / О проекте": CopyTable.ABOUT,
    }
    assert {words: SHIPPED_SAYINGS.meant(words, heads) for words in known} == known
    assert SHIPPED_SAYINGS.meant("Прочее", heads) == ""


# --- reasons --------------------------------------------------------------------------------------

WHY = ("Азаматтар сұрады.", "Просили граждане.")
CHANGES = (("пять дней", "три дня"), ("бес күн", "үш күн"))


def an_open_project(folder: Path) -> Path:
    """Make a project whose only text is under discussion."""
    return a_project_of(folder, b.a_consultation())


def a_project_of(folder: Path, consultation: b.Tree) -> Path:
    clauses = [
        b.a_clause("term", "1", text=b.said(*TERM)),
        b.a_clause("fee", "2", text=b.said(*FEE)),
    ]
    return b.write_project(
        folder, revisions=[b.a_revision(clauses=clauses, consultation=consultation)]
    )


def a_changed_copy(project: Path) -> bytes:
    data = a_copy(project)
    for was, now in CHANGES:
        data = replaced(data, was, now)
    return data


@pytest.mark.parametrize("name", ["term", "1", "пункт 1", "1-тармақ", "1, term"])
def test_a_reason_stands_in_the_last_table(name: str, tmp_path: Path) -> None:
    """The copy of a text under discussion is for the next one: it says nothing of itself yet."""
    project = an_open_project(tmp_path)
    copy = a_changed_copy(project)
    about, _, reasons, *_ = tables(copy)
    assert [row[1:] for row in about[1:]] == [["", ""]] * 5
    assert reasons[0][0] == "Неге өзгертілді / Почему изменено"
    take(project, typed(put_reasons(copy, (name, *WHY)), {"Жоба не үшін": ("Сұрау.", "Просьбы.")}))
    text = tree(project, b.revision_path(2))
    (one,) = text["amendments"]
    assert (one["clauses"], lines(one["reason"])) == (["term"], WHY)
    assert lines(text["explanation"]) == ("Сұрау.", "Просьбы.")
    again = a_copy(project, "r2")
    assert tables(again)[2][1] == ["term", *WHY]
    assert "nothing was written" in take(project, again, "--update")


@pytest.mark.parametrize(("name", "status"), [("fee", 1), ("7", 1), ("", 1)])
def test_a_reason_of_what_has_not_changed_is_refused(
    name: str, status: int, tmp_path: Path
) -> None:
    project = an_open_project(tmp_path)
    said = take(project, put_reasons(a_changed_copy(project), (name, *WHY)), status=status)
    assert "E65" in said
    assert not (project / b.revision_path(2)).exists()


def test_a_reason_is_asked_in_a_file(tmp_path: Path) -> None:
    """In each language that no row says; what is left without an answer stays “…”."""
    project = an_open_project(tmp_path)
    copy, file = put_reasons(a_changed_copy(project), ("term", WHY[0], "")), project / "q.yaml"
    take(project, copy, "--plan", str(file))
    (asked,) = tree(project, "q.yaml")["questions"]
    assert asked["id"].startswith("e61-")
    assert "in Russian" in asked["asks"]
    assert (asked["was"], asked["now"]) == (TERM[1], "Срок – три дня.")
    asked["answer"] = WHY[1]
    file.write_text(yaml.safe_dump({"schema": 1, "questions": [asked]}), "utf-8")
    take(project, copy, "--answers", str(file))
    (one,) = tree(project, b.revision_path(2))["amendments"]
    assert lines(one["reason"]) == WHY


def test_a_reason_is_asked_on_a_terminal(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """In each language; Enter leaves one open."""
    monkeypatch.setattr("talqy.cli.draft.is_on_terminal", lambda: True)
    project = an_open_project(tmp_path)
    file = b.write(project, "typed.docx", "")
    file.write_bytes(a_changed_copy(project))
    line = ["draft", "import", str(file), "--project", str(project)]
    done = CliRunner().invoke(main, line, input=f"{WHY[0]}\n\n")
    assert done.exit_code == 0, done.output
    (one,) = tree(project, b.revision_path(2))["amendments"]
    assert lines(one["reason"]) == (WHY[0], "…")


def test_an_open_reason_can_be_said_with_the_next_round(tmp_path: Path) -> None:
    project = an_open_project(tmp_path)
    take(project, a_changed_copy(project))
    assert lines(tree(project, b.revision_path(2))["amendments"][0]["reason"]) == ("…", "…")
    take(project, typed(a_copy(project, "r2"), {"term": WHY}), "--update")
    assert lines(tree(project, b.revision_path(2))["amendments"][0]["reason"]) == WHY
