"""CSV files of any usual make, and rows of which one has something wrong."""

import contextlib
from collections.abc import Sequence

import pytest

from intakes import a_csv
from talqy.intake.importing import read_intake
from talqy.intake.table import ReadTable
from talqy.office.csv_text import TooManyError, csv_rows, encoding_of

HEADS = ("Дата", "Пункт", "Замечание", "Предложение")
ROW = ("10.11.2026", "2", "Срок велик; «ждать» нечего.", "Два дня.")


def read(data: bytes) -> ReadTable:
    """Read a CSV file, as the import does."""
    return read_intake(data, "a.csv", "Asia/Almaty")


def told(found: ReadTable) -> list[tuple[int, str, list[str]]]:
    """Return line, words and codes of each row."""
    return [
        (one.place.line, one.said.get("text", ""), [note.code for note in one.notes])
        for one in found.submissions
    ]


@pytest.mark.parametrize(
    "encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "cp1251"]
)
@pytest.mark.parametrize("delimiter", [",", ";", "\t", "|"])
def test_letters_and_delimiters_are_told(encoding: str, delimiter: str) -> None:
    found = read(a_csv(HEADS, ROW, delimiter=delimiter, encoding=encoding))
    assert told(found) == [(2, ROW[2], [])]
    assert found.facts["delimiter"] == ("tab" if delimiter == "\t" else delimiter)
    assert found.submissions[0].said["proposal"] == "Два дня."


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
def test_lines_may_end_in_any_way_and_cells_may_have_several(end: str) -> None:
    lines = (
        "sep=;",
        '"Дата";"Замечание"',
        "",
        '10.11.2026;"Одно.',
        'Другое ""так""."',
        "11.11.2026;Третье",
    )
    text = end.join(lines)
    found = read(text.encode())
    assert told(found) == [(4, 'Одно.\nДругое "так".', []), (6, "Третье", [])]


def test_a_line_with_a_stray_quotation_mark_is_left_alone() -> None:
    text = (
        "Дата;Пункт;Замечание;Предложение\n"
        "10.11.2026;2;Первое замечание.;\n"
        '10.11.2026;2;"Слово "срок" непонятно";\n'
        '10.11.2026;2;ТОО "Ромашка" против;\n'
        '10.11.2026;2;"Третье, ""в кавычках""";\n'
    )
    assert told(read(text.encode())) == [
        (2, "Первое замечание.", []),
        (3, "", ["I59"]),
        (4, 'ТОО "Ромашка" против', []),
        (5, 'Третье, "в кавычках"', []),
    ]


def test_what_is_left_of_a_broken_line_is_no_row_of_its_own() -> None:
    text = (
        "Дата;Пункт;Замечание\n"
        '10.11.2026;2;"Слово "срок" непонятно,\n'
        'и это вторая строка того же замечания"\n'
        "10.11.2026;2;Другое замечание.\n"
    )
    assert told(read(text.encode())) == [
        (2, "", ["I59"]),
        (3, "", ["I59"]),
        (4, "Другое замечание.", []),
    ]


def test_a_mark_that_is_never_closed_swallows_no_rows() -> None:
    rows = "".join(f'10.11.2026;2;"Замечание {n}"\n' for n in range(3))
    open_ = 'Дата;Пункт;Замечание\n10.11.2026;2;"не закрыто\n' + rows
    assert told(read(open_.encode()))[0] == (2, "", ["I59"])
    assert [line for line, words, _ in told(read(open_.encode())) if words] == [3, 4, 5]
    # Here the marks would fit by chance, with a row inside of a cell.
    chance = 'Дата;Пункт;Замечание\n10.11.2026;2;"не закрыто\n10.11.2026;2;Второе"\n'
    assert told(read(chance.encode()))[0][2] == ["I59"]


def test_an_unquoted_delimiter_in_the_words_is_seen() -> None:
    text = "Дата;Пункт;Замечание\n10.11.2026;2;Срок велик; прошу сократить\n10.11.2026;2;Второе\n"
    assert [(words, codes) for _, words, codes in told(read(text.encode()))] == [
        ("Срок велик", ["I69"]),
        ("Второе", []),
    ]


@pytest.mark.parametrize(
    "text",
    [
        '"' * 300_001,
        'a;"x\n' * 19_000,
        'a;"x""' * 50_000,
        '"a\n' * 19_000 + '""' * 100_000,
        "a" * 3_000_000,
        '"' + "a;\n" * 300_000,
    ],
)
def test_marks_in_any_number_are_read_to_their_end(text: str) -> None:
    # A pattern that looks from every mark to the end of the text would not come back in a day.
    with contextlib.suppress(TooManyError):
        found = csv_rows(text, ";")
        assert found.rows or found.broken


def test_bytes_that_are_no_text_have_no_encoding() -> None:
    assert encoding_of(b"\x98\xff,\x81") is None


@pytest.mark.parametrize(
    "data",
    [
        b";".join(b"h%d" % place for place in range(100_000)),
        b"Text\n" + b"\n" * 300_001,
        b"Text,Clause\n" + b",,\n" * 300_001,
        b"Text,Clause\n" + b"said,2\n" * 20_001,
        b"Text,Clause\n" + b'"said,2\n' * 20_001,
    ],
    ids=["columns", "lines", "lines of delimiters", "rows", "broken rows"],
)
def test_a_table_of_too_many_columns_lines_or_rows_is_too_big(data: bytes) -> None:
    assert [problem.code for problem in read(data).problems] == ["I01"]


@pytest.mark.parametrize(
    ("lines", "taken", "left"),
    [
        # The words of a row go on in the next line, or in the next two.
        (["1;2;Просим убрать очередь,", "а штраф отменить.", "2;3;Второе"], ["Второе"], [2, 3]),
        (["1;2;Просим убрать,", "", "и еще", "раз", "2;3;Второе"], ["Второе"], [2, 4, 5]),
        # The break stands in a column before the last one.
        (["1;первый", "пункт;Слова", "2;3;Второе", "2;4;Третье"], ["Второе", "Третье"], [2, 3]),
        # The sum below a table is a row of its own, and left as such.
        (["1;2;Первое", "2;3;Второе", "Всего замечаний: 2"], ["Первое", "Второе"], [4]),
    ],
)
def test_two_halves_of_a_row_are_never_two_rows(
    lines: list[str], taken: list[str], left: list[int]
) -> None:
    found = told(read("\n".join(["Дата;Пункт;Замечание", *lines]).encode()))
    assert [words for _, words, codes in found if not codes] == taken
    assert [line for line, _, codes in found if codes] == left
    assert {code for _, _, codes in found for code in codes} <= {"I98", "I74"}


@pytest.mark.parametrize("begins", [("1", "2", "3", "4"), ("01.11.2026",) * 4, ("Житель",) * 4])
def test_rows_without_their_last_cells_are_rows(begins: Sequence[str]) -> None:
    heads = "Кто;Замечание;Предложение;Способ;Прим."
    full = f"{begins[0]};Первое слово.;Иначе.;почта;да"
    short = [f"{begin};Слово {begin}.;Лучше." for begin in begins[1:]]
    found = csv_rows("\n".join([heads, full, full, *short]), ";")
    assert found.halved == ()
    assert [row.cells[0] for row in found.rows[3:]] == list(begins[1:])


def test_a_merged_clause_of_a_csv_file_is_never_the_whole_draft() -> None:
    heads = ("Дата", "Пункт", "Замечание")
    rows = (("10.11.2026", "2", "Первое слово."), ("", "", "Второе слово."))
    found = told(read(a_csv(heads, *rows, ("10.11.2026", "", "Третье слово."))))
    assert [codes for *_, codes in found] == [[], ["I96"], ["I96"]]
    # A form that stamps its rows leaves an answer empty, and merges nothing.
    stamped = (("10.11.2026 9:30:11", "2", "Первое."), ("10.11.2026 9:40:02", "", "Второе."))
    assert [codes for *_, codes in told(read(a_csv(heads, *stamped)))] == [[], []]
