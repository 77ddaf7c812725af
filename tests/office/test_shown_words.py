"""A number that its cell shows as a word is that word: a yes of a form is no clause 1."""

import pytest

from talqy.office.read import grids
from talqy.office.sheets import shown_text
from workbooks import SHEET_OF_ODS, an_ods

CELL = '<table:table-cell office:value-type="{kind}" {value} {often}><text:p>{shown}</text:p>'


@pytest.mark.parametrize(
    ("kind", "value", "shown", "read"),
    [
        ("float", 'office:value="1"', "TRUE", "TRUE"),
        ("float", 'office:value="0"', "ЛОЖЬ", "ЛОЖЬ"),
        ("boolean", 'office:boolean-value="true"', "ИСТИНА", "ИСТИНА"),
        ("float", 'office:value="1"', "1", "1"),
        ("float", 'office:value="5.2"', "5,2", "5.2"),
    ],
)
@pytest.mark.parametrize("often", [1, 2])
def test_an_ods_says_what_its_cells_show(
    kind: str, value: str, shown: str, read: str, often: int
) -> None:
    cell = CELL.format(
        kind=kind, value=value, shown=shown, often=f'table:number-columns-repeated="{often}"'
    )
    start = SHEET_OF_ODS.format(rows=1, columns=1).replace("\n<", "<")
    content = start.replace(
        '<table:table-cell office:value-type="string" table:number-columns-repeated="1">',
        f'{cell}</table:table-cell><table:table-cell office:value-type="string">',
    )
    (grid,) = grids(an_ods(content), "a.ods", "ods")
    assert [row.cells for row in grid.rows] == [(*[read] * often, "Слова.")]


@pytest.mark.parametrize(
    ("value", "form", "shown"),
    [
        (1, '"TRUE";"TRUE";"FALSE"', "TRUE"),
        (0, '"TRUE";"TRUE";"FALSE"', "FALSE"),
        (-1, '"да";"нет"', "нет"),
        (1, "General", "1"),
        (4.1, "0.00", "4.10"),
        (4, "0.00", "4"),
        (5, '0" дней"', "5"),
    ],
)
def test_a_number_of_excel_is_read_as_its_form_shows_it(
    value: float, form: str, shown: str
) -> None:
    assert shown_text(value, form) == shown
