"""What cells say of their column, where its head does not: nothing short is passed over."""

from pathlib import Path

import pytest

from builders import write_project
from importing import codes, comments, of_file
from intakes import a_csv, put
from talqy.comments.table_heads import Columns, destroyed_head, field_of
from talqy.intake import table_rows
from talqy.intake.column_cells import fields_possible
from talqy.intake.importing import read_intake


@pytest.fixture
def project(tmp_path: Path) -> Path:
    return write_project(tmp_path / "project")


def table(head: str, *cells: str) -> bytes:
    rows = [("10.11.2026", cell, f"Срок слишком велик, {n}.") for n, cell in enumerate(cells)]
    return a_csv(("Дата", head, "Замечание"), *rows)


@pytest.mark.parametrize(
    "head",
    [
        "Ескертпеңіз жобаның қай тармағына қатысты?",
        "Пункт стандарта, к которому замечание",
        "Тармақ (жобадан)",
        "Clause of the draft you comment on",
    ],
)
@pytest.mark.parametrize("cell", ["2", "2-тармақ", "п. 2"])
def test_a_head_that_speaks_of_a_clause_is_one(head: str, cell: str, project: Path) -> None:
    found = of_file(project, put(project, "a.csv", table(head, cell)), status=0)
    assert codes(found) == []
    assert [comment.clause for comment in comments(project)] == ["term"]


def test_a_head_of_two_meanings_is_a_clause_where_its_cells_are(project: Path) -> None:
    head = "Пункт и раздел, о которых предложение"
    assert field_of(head) == ""
    of_file(project, put(project, "a.csv", table(head, "2", "3")))
    assert {comment.clause for comment in comments(project)} == {"term", "documents"}


def test_two_clauses_in_a_cell_are_left(project: Path) -> None:
    head = "Ескертпеңіз қай тармаққа қатысты?"
    assert codes(of_file(project, put(project, "a.csv", table(head, "2 және 3")), status=1)) == [
        "I23"
    ]


@pytest.mark.parametrize(
    ("head", "cells"),
    [
        ("Q2", ("3", "2")),
        ("Q2", ("п. 3", "п. 2")),
        ("О чем вы пишете", ("3", "п. 2", "2-тармақ", "приложение")),
        ("Не туралы жазасыз", ("3", "2-тармақ", "бәрі туралы шамалы")),
        ("Что вы думаете", ("поддерживаю", "против")),
        ("Q5", ("Айгүл Мысалова", "Ерлан Үлгі")),
        ("Q5", ("Сократить до 2 дней", "Қысқартыңыз деп сұраймын")),
    ],
)
def test_cells_that_say_something_leave_their_rows(
    head: str, cells: tuple[str, ...], project: Path
) -> None:
    found = of_file(project, put(project, "a.csv", table(head, *cells)), status=1)
    assert codes(found).count("I72") == len(cells)
    assert comments(project) == []


@pytest.mark.parametrize(
    ("head", "cells"),
    [
        ("Режим доступа", ("открытый", "закрытый", "открытый")),
        ("Көрінуі", ("ашық", "жабық")),
        ("Кому видно", ("всем", "только министерству")),
        ("Можно ли показать ваш текст на сайте?", ("да", "нет", "не знаю", "да")),
        ("Порталда көрсете береміз бе?", ("иә", "жоқ")),
        ("Visibility", ("Public", "Private")),
        ("Q7", ("Нет", "Нет")),
        ("Видимость", ("скрыто",)),
    ],
)
def test_answers_of_who_may_see_a_row_are_asked_about(
    head: str, cells: tuple[str, ...], project: Path
) -> None:
    found = of_file(project, put(project, "a.csv", table(head, *cells)), status=1)
    assert codes(found).count("I72") == len(cells)
    assert f'--column consent="{head}"' in str(found)
    assert comments(project) == []


def test_the_column_that_was_asked_about_is_then_understood(project: Path) -> None:
    file = put(project, "a.csv", table("Режим доступа", "открытый", "закрытый", "Открыто"))
    found = of_file(project, file, "--column", "consent=Режим доступа", status=1)
    assert codes(found).count("I16") == 1
    assert len(comments(project)) == 2


@pytest.mark.parametrize(
    ("head", "cells"),
    [
        ("Регион", ("Алматы", "Астана")),
        ("Ваш возраст", ("34", "61")),
        ("Телефон", ("8 701 000 00 00", "нет")),
        ("Q1", ("1", "2")),
        ("Источник", ("сайт", "газета")),
        ("Тип устройства", ("телефон", "компьютер")),
        ("Форма приёма", ("устная", "письменная")),
        ("Город или село", ("село", "город")),
        ("Телефон", ("да", "нет")),
    ],
)
def test_cells_that_say_nothing_of_a_comment_are_only_named(
    head: str, cells: tuple[str, ...], project: Path
) -> None:
    of_file(project, put(project, "a.csv", table(head, *cells)))
    assert len(comments(project)) == 2


@pytest.mark.parametrize(
    ("heads", "fields"),
    [
        ("Тармақ | Ескерту | Ұсынылатын редакция", "clause text proposal"),
        ("Пікір | Ескерту", "text observations"),
        ("Тармақ | Ескертулер мен ұсыныстар", "clause text"),
        ("Тармақ | Ұсыныстар, ескертпелер", "clause text"),
        ("Пункт | Предложения и замечания", "clause text"),
        ("Пункт | Замечание и (или) предложение", "clause text"),
        ("Пункт | Предложение", "clause text"),
        ("Пункт | Ваше предложение", "clause text"),
        ("Тармақ | Ұсыныс", "clause text"),
        ("Пункт | Замечание | Предложение", "clause text proposal"),
        ("Пункт | Предлагаемая редакция", "clause proposal"),
    ],
)
def test_what_holds_the_words_is_told_by_all_heads(heads: str, fields: str) -> None:
    assert list(Columns().fields(heads.split(" | "))) == fields.split()


@pytest.mark.parametrize("head", ["Тарма?", "Ескерт?", "?с?ныс", "К?ні", "Т?рі"])
def test_heads_with_destroyed_letters_are_known(head: str) -> None:
    assert destroyed_head(head)


@pytest.mark.parametrize("head", ["Пункт?", "Кто вы?", "Ваше замечание?", "Дата", "Замечание"])
def test_questions_are_no_destroyed_heads(head: str) -> None:
    assert destroyed_head(head) == ""


@pytest.mark.parametrize(
    "heads", [("Тарма?", "Ескерту"), ("Тарма?", "Ескертпе"), ("К?ні", "П?кір")]
)
def test_destroyed_heads_keep_their_table_out(heads: tuple[str, str], project: Path) -> None:
    file = put(project, "a.csv", a_csv(heads, ("2", "Мерзім өте ұзақ.")))
    found = of_file(project, file, "--received", "2026-11-10", status=1)
    assert codes(found) == ["I58"]


def test_heads_below_each_other_are_named(project: Path) -> None:
    data = a_csv(("Пункт", "2", "3"), ("Замечание", "Срок велик.", "Справка не нужна."))
    found = of_file(project, put(project, "a.csv", data), status=1)
    assert codes(found) == ["I77"]
    assert "Замечание" in found["problems"][0]["message"]


@pytest.mark.parametrize(
    ("head", "cells", "field"),
    [
        ("Откликается", ("Олег Н.", "ТОО «Ромашка»", "Частный нотариус Бек А."), "name"),
        ("Кім жазды", ("Мәриям Қасымқызы", "«Аяла» қоры", "көршісі Бақыт"), "name"),
        ("К чему", ("п. 3", "п. 2", "весь проект"), "clause"),
        ("Қай жері", ("3-тармақ", "2-тармақ", "жалпы"), "clause"),
        ("Кто это", ("гражданин", "юр. лицо", "гражданка"), "author"),
    ],
)
def test_each_filled_cell_is_asked_about_with_a_field_that_fits(
    head: str, cells: tuple[str, ...], field: str, project: Path
) -> None:
    found = of_file(project, put(project, "a.csv", table(head, *cells)), status=1)
    hints = [p["hint"] for row in found["rows"] for p in row["problems"] if p["code"] == "I72"]
    assert len(hints) == len(cells)
    assert all(f'--column {field}="{head}"' in hint for hint in hints)


def test_a_column_is_looked_at_once_however_many_rows_ask_about_it(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    looked: list[str] = []

    def counted(head: str, cells: list[str]) -> tuple[str, ...]:
        looked.append(head)
        return fields_possible(head, cells)

    monkeypatch.setattr(table_rows, "fields_possible", counted)
    data = table("Видимость", *["скрыто"] * 20)
    found = read_intake(data, "a.csv", "Asia/Almaty")
    assert len(found.submissions) == 20
    assert looked.count("Видимость") == 1
