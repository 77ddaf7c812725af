"""What a stranger's workbook may not do: fill the memory, walk for hours, unfold entities."""

import struct

import pytest

from intakes import an_xlsx, with_part
from outlook_files import compound
from talqy.office.read import grids
from talqy.office.sound import TooBigError, UnsoundError
from talqy.office.xls_records import refuse_counts
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
        a_sheet('<row r="9">' + "<c/>" * 500_001 + "</row>"),
        with_part(
            a_sheet("".join(f'<row r="{n}"><c><v>1</v></c></row>' for n in range(2, 2_002))),
            SHEET,
            (
                "</sheetData>",
                "</sheetData><mergeCells>" + '<mergeCell ref="A2:A2001"/>' * 700 + "</mergeCells>",
            ),
        ),
    ],
    ids=["empty rows", "filled rows", "merged cells", "cells", "ranges over ranges"],
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


def a_record(kind: int, *fields: tuple[str, float]) -> bytes:
    """Return a record of an old workbook: its kind, its length, its fields."""
    body = b"".join(struct.pack(f"<{form}", value) for form, value in fields)
    return struct.pack("<HH", kind, len(body)) + body


def dimensions(first: int, last: int, left: int, right: int) -> bytes:
    """Return what a sheet says of its extent."""
    return a_record(0x0200, ("I", first), ("I", last), ("H", left), ("H", right), ("H", 0))


def a_cell(row: int, column: int) -> bytes:
    """Return a cell with a number."""
    return a_record(0x0203, ("H", row), ("H", column), ("H", 0), ("d", 1.0))


@pytest.mark.parametrize(
    ("records", "error"),
    [
        ((dimensions(0, 3, 0, 4), a_record(0x00FC, ("I", 2), ("I", 2)) + bytes(20)), None),
        ((dimensions(0x80000000, 3, 0, 4),), UnsoundError),
        ((dimensions(3, 2, 0, 4),), UnsoundError),
        ((dimensions(0, 70_000, 0, 4),), UnsoundError),
        ((dimensions(0, 3, 0, 300),), UnsoundError),
        ((dimensions(0, 65_536, 0, 200),), TooBigError),
        ((dimensions(0, 65_536, 0, 40), dimensions(0, 65_536, 0, 40)), TooBigError),
        ((a_cell(0, 0), a_cell(9_999, 99)), None),
        ((a_cell(0, 0), a_cell(65_535, 65_535)), TooBigError),
        ((a_cell(0, 0), a_record(0x0809), a_cell(65_535, 65_535)), None),
        ((a_record(0x00FC, ("I", 9), ("I", 0x7FFFFFFF)),), UnsoundError),
        ((a_record(0x00FC, ("I", 0xFFFFFFFF), ("I", 1)),), UnsoundError),
    ],
)
def test_an_old_workbook_that_counts_what_it_cannot_hold_is_refused(
    records: tuple[bytes, ...], error: type[Exception] | None
) -> None:
    data = compound({"Workbook": b"".join(records) + bytes(5_000)})
    if error is None:
        refuse_counts(data, 4_000_000)
        return
    with pytest.raises(error):
        refuse_counts(data, 4_000_000)


def test_a_container_without_cells_or_with_an_endless_chain_is_refused() -> None:
    """A reader that follows such a chain takes all memory there is."""
    sound = compound({"Workbook": dimensions(0, 3, 0, 4) + bytes(5_000)})
    refuse_counts(sound, 4_000_000)
    with pytest.raises(UnsoundError):
        refuse_counts(compound({"Another": bytes(5_000)}), 4_000_000)
    begin = sound.index(b"\x01\x00\x00\x00\x02\x00\x00\x00\x03\x00\x00\x00")
    for sector in (b"\x01", b"\x00"):  # its follower is an earlier one
        endless = sound[: begin + 8] + sector + sound[begin + 9 :]
        with pytest.raises(UnsoundError):
            refuse_counts(endless, 4_000_000)
