"""Columns are as wide as their words need."""

from collections.abc import Sequence

import pytest

from talqy.office.column_widths import widths_by_words

LONG = "Осы бағандағы сөйлем бірнеше жолға созылады және қалған орынның бәрін алады. " * 4
FORM = (
    ("Сведения", "Паспорт иностранца", "Согласие"),
    ("Кто заполняет", "услугополучатель", "принимающее лицо"),
    ("Число листов", "1", "2"),
)


def letters(widths: Sequence[int]) -> list[int]:
    return [(width - 240) // 135 for width in widths]


@pytest.mark.parametrize("width", [5429, 5800, 9000])
def test_the_longest_word_of_a_column_does_not_break(width: int) -> None:
    widths, are_small = widths_by_words(FORM, width)
    assert not are_small
    assert sum(widths) <= width
    assert all(has >= need for has, need in zip(letters(widths), (10, 16, 6), strict=True))


def test_a_column_of_figures_leaves_its_room_to_one_of_sentences() -> None:
    widths, _ = widths_by_words((("№", "1"), ("Шарт", LONG), ("АЕК", "1,25")), 9000)
    assert letters(widths)[0] <= 3
    assert widths[1] > 7000


def test_where_there_is_room_each_column_gets_of_it() -> None:
    widths, _ = widths_by_words(FORM, 9600)
    assert letters(widths)[1] >= 20


def test_columns_without_words_are_alike() -> None:
    assert widths_by_words((("",), ("",)), 4000).widths == [2000, 2000]


def test_words_that_would_break_are_printed_small() -> None:
    columns = (("шағымданушының",), ("услугополучатель",), ("представительство",))
    assert not widths_by_words(columns, 7100).are_letters_small
    widths, are_small = widths_by_words(columns, 5400)
    assert (are_small, sum(widths) <= 5400) == (True, True)


def test_where_nothing_helps_the_narrow_column_is_whole() -> None:
    widths, are_small = widths_by_words((("а" * 400,), ("б" * 4,)), 5400)
    assert are_small
    assert sum(widths) <= 5400
    assert letters(widths)[1] >= 2
    assert widths[0] > 4000


def test_a_line_breaks_behind_a_hyphen_and_not_at_a_no_break_space() -> None:
    hyphened, kept = (
        letters(widths_by_words(((word,), (LONG,)), 9000).widths)[0]
        for word in ("онлайн-консультация", "10\u00a0000\u00a0000\u00a0тенге")
    )
    assert 12 <= hyphened < 19
    assert kept >= 16
