"""Which row of a table is its heads: what somebody has written is never taken for one."""

import pytest

from talqy.comments.table_heads import Columns
from talqy.intake.head_row import head_of
from talqy.intake.table import read_grids
from talqy.office.grids import Grid, Row

BELOW = ("12.11.2026", "7", "Вторая строка: очередь слишком длинная.")


def a_grid(*rows: tuple[str, ...]) -> Grid:
    return Grid("a.xlsx", "Лист 1", tuple(Row(at, cells) for at, cells in enumerate(rows, 1)))


@pytest.mark.parametrize(
    "row",
    [
        ("11.11.2026", "6", "Замечание: срок регистрации слишком велик."),
        ("11 ноября 2026", "п. 6", "Мое предложение: сократить срок до одного дня"),
        ("a@mail.example", "Прошу учесть мое замечание о сроке"),
        ("6", "Предложение по сроку"),
        ("1", "Замечание", "Срок слишком велик"),
        ("Ескертпе: мерзім тым ұзақ, қысқарту керек.",),
        ("Менің ұсынысым: төлемді алып тастау",),
        ("Бұл пікірімді ескеруіңізді сұраймын",),
        ("Предлагаю сократить срок рассмотрения замечаний",),
        ("My comment: the term is too long.",),
    ],
)
def test_what_somebody_has_written_is_no_row_of_heads(row: tuple[str, ...]) -> None:
    padded = (*row, *("",) * (3 - len(row)))
    read = read_grids((a_grid(padded, BELOW),), "a.xlsx")
    assert not read.submissions
    assert [problem.kind.code for problem in read.problems] == ["I04"]
    assert read.not_read == 2


@pytest.mark.parametrize(
    "row",
    [
        ("Дата", "Пункт", "Замечание"),
        ("Дата", "Пункт", "Ваше замечание: что именно нужно изменить?"),
        ("Отметка времени", "К какому пункту относится замечание?", "Опишите свое замечание."),
        ("Уақыты", "Тармақ", "Пікір: нені өзгерту керек екенін жазыңыз."),
        ("Замечания и предложения (прошу указывать пункт)",),
        ("Ваш комментарий: укажите, что изменить", "Пункт"),
        ("2026", "Пункт", "Замечание"),
    ],
)
def test_names_and_questions_are_a_row_of_heads(row: tuple[str, ...]) -> None:
    found = head_of(a_grid(row, BELOW), Columns())
    assert found is not None
    assert found.number == 1


def test_what_a_person_has_mapped_is_a_head_whatever_it_says() -> None:
    words = "Предлагаю сократить срок"
    assert head_of(a_grid((words, "6"), BELOW), Columns(given=(("text", words),))) is not None


def test_a_second_sheet_of_one_row_is_named_with_its_row() -> None:
    first = a_grid(("Пункт", "Замечание"), ("6", "Срок слишком велик, его нужно сократить."))
    second = Grid("a.xlsx", "Лист 2", (Row(1, ("7", "Замечание: очередь слишком длинная")),))
    read = read_grids((first, second), "a.xlsx")
    assert [problem.kind.code for problem in read.problems] == ["I63"]
    assert (len(read.submissions), read.not_read) == (1, 1)
