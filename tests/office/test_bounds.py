"""What a stranger's workbook may not do: fill the memory, walk for hours, unfold entities."""

import io
from zipfile import ZIP_DEFLATED, ZIP_STORED, ZipFile

import pytest

from intakes import an_xlsx, with_part
from talqy.office.read import grids
from talqy.office.sound import TooBigError, UnsoundError

SHEET = "xl/worksheets/sheet1.xml"
ROWS = an_xlsx(("Текст",), ("Слова.",))
MANIFEST = '<manifest xmlns="urn:oasis:names:tc:opendocument:xmlns:manifest:1.0"/>'
CONTENT = """<office:document-content
 xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0"
 xmlns:table="urn:oasis:names:tc:opendocument:xmlns:table:1.0"
 xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0"><office:body><office:spreadsheet>
<table:table table:name="A"><table:table-row table:number-rows-repeated="{rows}">
<table:table-cell office:value-type="string" table:number-columns-repeated="{columns}">
<text:p>Слова.</text:p></table:table-cell></table:table-row></table:table>
</office:spreadsheet></office:body></office:document-content>"""


def an_ods(content: str) -> bytes:
    """Make a workbook as LibreOffice packs one."""
    stream = io.BytesIO()
    with ZipFile(stream, "w", ZIP_DEFLATED) as archive:
        mime = "application/vnd.oasis.opendocument.spreadsheet"
        archive.writestr("mimetype", mime, compress_type=ZIP_STORED)
        archive.writestr("META-INF/manifest.xml", MANIFEST)
        archive.writestr("content.xml", content.replace("\n<", "<"))
    return stream.getvalue()


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
        grids(an_ods(CONTENT.format(rows=rows, columns=columns)), "a.ods", "ods")


def test_a_far_cell_is_too_big_where_all_between_would_be_laid_out() -> None:
    far = CONTENT.format(rows=1, columns=1).replace(
        "<table:table-row table",
        "<table:table-row><table:table-cell office:value-type='float' office:value='1'/>"
        '</table:table-row><table:table-row table:number-rows-repeated="9999999999"/>'
        "<table:table-row table",
    )
    with pytest.raises(TooBigError):
        grids(an_ods(far), "a.ods", "ods")


def test_a_cell_may_be_said_some_times() -> None:
    (grid,) = grids(an_ods(CONTENT.format(rows=3, columns=2)), "a.ods", "ods")
    assert [row.cells for row in grid.rows] == [("Слова.", "Слова.")] * 3


def test_no_entity_is_unfolded() -> None:
    content = CONTENT.format(rows=1, columns=1)
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
