"""Tables of a Word document: rows and cells as they are seen, and their grids."""

from collections.abc import Sequence

from talqy.office.grids import Place
from talqy.office.word_grids import WordTables, tables_of
from talqy.office.word_read import read_word
from talqy.office.word_values import NoteKind, View, WordTable
from word_files import (
    WHO,
    a_list,
    a_word,
    box,
    cell,
    control,
    definition,
    item,
    level,
    paragraph,
    put_in,
    row,
    run,
    table,
)

SPAN = '<w:gridSpan w:val="2"/>'
BEGINS = '<w:vMerge w:val="restart"/>'
GOES_ON = "<w:vMerge/>"


def tables(body: str, **parts: str) -> WordTables:
    return tables_of(read_word(a_word(body, **parts)), "a.docx")


def lines(found: WordTables, place: int = 0) -> Sequence[tuple[str, ...]]:
    return [one.cells for one in found.grids[place].rows]


def test_a_table_is_seen_through_controls_around_it_its_rows_and_its_cells() -> None:
    inside = row(control(cell("а")), "б") + control(row("в", "г"))
    assert lines(tables(control(table(inside)))) == [("а", "б"), ("в", "г")]


def test_merged_cells_say_the_same_downwards_and_the_first_across() -> None:
    body = table(
        row(cell("шапка", properties=SPAN), "х"),
        row(cell("5", properties=BEGINS), "а", "б"),
        row(cell("", properties=GOES_ON), "в", "г"),
    )
    assert lines(tables(body)) == [("шапка", "", "х"), ("5", "а", "б"), ("5", "в", "г")]


def test_a_row_may_begin_in_a_later_column() -> None:
    body = table(row("а", "б"), row("в", properties='<w:gridBefore w:val="1"/>'))
    assert lines(tables(body)) == [("а", "б"), ("", "в")]


def test_rows_that_are_taken_out_are_counted_and_keep_the_numbers_of_the_others() -> None:
    gone = row("б", properties=f"<w:del {WHO}/>")
    data = a_word(table(row("а"), gone, row("в")))
    found = tables_of(read_word(data), "a.docx")
    assert [(one.number, one.cells) for one in found.grids[0].rows] == [(1, ("а",)), (3, ("в",))]
    assert found.left_out == {Place("a.docx!1!A2"): "б"}
    (old,) = read_word(data, View.REJECTED).blocks
    assert isinstance(old, WordTable)
    assert len(old.rows) == 3


def test_rows_that_are_put_in_are_not_there_where_changes_are_rejected() -> None:
    data = a_word(table(row("а"), row(cell(paragraph(put_in("б"))), properties=f"<w:ins {WHO}/>")))
    new, old = (read_word(data, view).blocks[0] for view in View)
    assert isinstance(new, WordTable)
    assert isinstance(old, WordTable)
    assert ([one.is_inserted for one in new.rows], len(old.rows)) == ([False, True], 1)


def test_a_column_of_automatic_numbers_has_them() -> None:
    lists = definition(1, level(0, "%1.")) + a_list(1, 1)
    body = table(row(cell(item("")), "а"), row(cell(item("")), "б"))
    found = tables(body, numbering=lists)
    assert lines(found) == [("1.", "а"), ("2.", "б")]
    assert found.counted == {Place("a.docx!1!A1"): "1.", Place("a.docx!1!A2"): "2."}


def test_paragraphs_of_a_cell_are_lines_with_their_numbers() -> None:
    lists = definition(1, level(0, "%1)")) + a_list(1, 1)
    body = table(row(cell(paragraph("Прошу:"), item("первое;"), item("второе."))))
    assert lines(tables(body, numbering=lists)) == [("Прошу:\n1) первое;\n2) второе.",)]


def test_words_of_a_table_in_a_cell_are_words_of_the_cell_and_a_table_with_a_name() -> None:
    body = table(row("5", cell(paragraph("сравните"), table(row("было", "стало")), paragraph())))
    found = tables(body)
    assert lines(found) == [("5", "сравните\nбыло\nстало")]
    (inner,) = found.inner
    assert (inner.name, [one.cells for one in inner.rows]) == ("1!B1!1", [("было", "стало")])
    assert inner.place(1, 1).file == "a.docx!1!B1!1!B1"


def test_what_is_odd_about_a_cell_is_under_its_place() -> None:
    body = table(
        row("5", cell(paragraph("а", run("б", "<w:strike/>")))), row("6", cell(paragraph(box("в"))))
    )
    found = tables(body)
    kinds = {place.file: [note.kind for note in notes] for place, notes in found.notes.items()}
    assert kinds == {"a.docx!1!B1": [NoteKind.STRUCK], "a.docx!1!B2": [NoteKind.BOX]}


def test_words_that_a_merged_cell_covers_are_told() -> None:
    body = table(row(cell("а", properties=BEGINS)), row(cell("б", properties=GOES_ON)))
    found = tables(body)
    assert lines(found) == [("а",), ("а",)]
    (note,) = found.notes[Place("a.docx!1!A2")]
    assert (note.kind, note.words) == (NoteKind.HIDDEN, "б")


def test_a_cell_of_signs_without_a_look_says_nothing() -> None:
    assert lines(tables(table(row("\u200d", "а")))) == [("", "а")]


def test_all_tables_are_there() -> None:
    found = tables(table(row("а")) + paragraph("между") + paragraph() + table(row("б")))
    assert [(grid.name, lines(found, place)) for place, grid in enumerate(found.grids)] == [
        ("1", [("а",)]),
        ("2", [("б",)]),
    ]
