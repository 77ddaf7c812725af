"""What a stranger's workbook may not do: fill the memory, walk for hours, unfold entities."""

import pytest

from intakes import an_xlsx, with_part
from talqy.office.read import grids
from talqy.office.sound import TooBigError, UnsoundError
from workbooks import SHEET_OF_ODS, an_ods

SHEET = "xl/worksheets/sheet1.xml"
ROWS = an_xlsx(("Текст",), ("Слова.",))


def a_sheet(rows: str) -> bytes:
    """Make a workbook with rows of our own."""
    return with_part(ROWS, SHEET, ("<sheetData>", f"<sheetData>{rows}"))


@pytest.mark.parametrize(
    "data",
    [
        a_sheet("".join(f'<row r="{n}"/>' for n in range(1, 300_003))),
        a_sheet("".join(f'<row r="{n}"><c r="A{n}"><v>1</v></c></row>' for n in range(1, 20_004))),
        with_part(
            ROWS,
            SHEET,
            (
                "</sheetData>",
                "</sheetData><mergeCells>"
                + "".join(f'<mergeCell ref="A{n}:A{n + 1}"/>' for n in range(1, 4_010, 2))
                + "</mergeCells>",
            ),
        ),
    ],
    ids=["empty rows", "filled rows", "merged cells"],
)
def test_a_sheet_of_too_many_rows_or_ranges_is_too_big(data: bytes) -> None:
    with pytest.raises(TooBigError):
        grids(data, "a.xlsx", "xlsx")


@pytest.mark.parametrize(("rows", "columns"), [(1_000_000, 1), (1, 16_000), (1_000_000, 16_000)])
def test_a_cell_that_is_said_thousands_of_times_is_too_big(rows: int, columns: int) -> None:
    with pytest.raises(TooBigError):
        grids(an_ods(SHEET_OF_ODS.format(rows=rows, columns=columns)), "a.ods", "ods")


def test_a_far_cell_is_too_big_where_all_between_would_be_laid_out() -> None:
    far = SHEET_OF_ODS.format(rows=1, columns=1).replace(
        "<table:table-row table",
        "<table:table-row><table:table-cell office:value-type='float' office:value='1'/>"
        '</table:table-row><table:table-row table:number-rows-repeated="9999999999"/>'
        "<table:table-row table",
    )
    with pytest.raises(TooBigError):
        grids(an_ods(far), "a.ods", "ods")


def test_a_cell_may_be_said_some_times() -> None:
    (grid,) = grids(an_ods(SHEET_OF_ODS.format(rows=3, columns=2)), "a.ods", "ods")
    assert [row.cells for row in grid.rows] == [("Слова.", "Слова.")] * 3


def test_no_entity_is_unfolded() -> None:
    content = SHEET_OF_ODS.format(rows=1, columns=1)
    with pytest.raises(UnsoundError):
        grids(an_ods(f'<!DOCTYPE x [<!ENTITY a "b">]>{content}'), "a.ods", "ods")


def test_a_range_merged_over_the_whole_sheet_costs_its_filled_rows() -> None:
    merged = '</sheetData><mergeCells><mergeCell ref="A1:A1048576"/></mergeCells>'
    (grid,) = grids(with_part(ROWS, SHEET, ("</sheetData>", merged)), "a.xlsx", "xlsx")
    assert [row.cells for row in grid.rows] == [("Текст",), ("Текст",)]


@pytest.mark.parametrize("form", ["xls", "ods", "xlsx"])
def test_bytes_of_no_workbook_are_refused(form: str) -> None:
    for data in (b"", b"PK", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(1_000), bytes(5_000)):
        with pytest.raises(UnsoundError):
            grids(data, f"a.{form}", form)
