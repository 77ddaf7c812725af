"""The workbook of answers: the citizen's words locked, the cells for the answer open."""

from collections.abc import Sequence

from talqy.office.file_properties import AboutFile
from talqy.office.own_mark import keyword
from talqy.office.sheet_layouts import CellLook, SheetLayout
from talqy.office.sheetml import SheetWriter, column_name
from talqy.office.workbook_files import workbook_file
from talqy.office.workbooks import row_height
from talqy.responses.response_table import (
    LANDED_REVISION,
    OUTCOME,
    ColumnUse,
    ResponseColumn,
    ResponseTable,
    Sheet,
)

_LINE_HEIGHT = 13
# Heads are bold, and a long word of theirs takes a line of its own.
_LONG_WORDS = 1.6
# The keys of the columns stand in a hidden row above the heads.
_HEADS = 2
# So many rows may be added by hand and still have the lists.
_SPARE = 200
_CLAUSE_WIDTHS, _OUTCOME_WIDTHS = (30, 16, 64, 36), (50,)


def responses_xlsx(table: ResponseTable, layout: SheetLayout) -> bytes:
    """Print a workbook of answers."""
    outcomes = _list(layout, table.outcomes, _OUTCOME_WIDTHS)
    clauses = _list(layout, table.clauses, _CLAUSE_WIDTHS)
    sheet = _sheet(layout, table)
    _offer_choices(sheet, table, outcomes.name)
    about = AboutFile(
        title=table.title,
        languages=(table.language,),
        day=table.day,
        keyword=keyword("responses"),
    )
    return workbook_file((sheet, clauses, outcomes), about)


def _sheet(layout: SheetLayout, table: ResponseTable) -> SheetWriter:
    hidden = {at for at, one in enumerate(table.columns, 1) if one.role is ColumnUse.HIDDEN}
    widths = [column.width for column in table.columns]
    last, rows = column_name(len(widths) - len(hidden)), max(len(table.rows), 1)
    sheet = SheetWriter(
        layout,
        table.name,
        widths,
        hidden=frozenset(hidden),
        frozen=(1, _HEADS),
        repeated=_HEADS,
        filtered=f"A{_HEADS}:{last}{_HEADS + rows}",
    )
    _row(sheet, [one.key for one in table.columns], CellLook.KEY, is_hidden=True)
    heads = [one.head for one in table.columns]
    high = row_height(heads, widths, _LINE_HEIGHT, _LONG_WORDS)
    _row(sheet, heads, CellLook.ANSWER_HEAD, height=high)
    looks = [_look(column) for column in table.columns]
    shown = [column.width for column in table.columns if column.role is not ColumnUse.HIDDEN]
    # Where nobody has spoken, an empty row shows what is to be filled in.
    for row in table.rows or [("",) * len(looks)]:
        cells = enumerate(zip(row, looks, strict=True), 1)
        written = [sheet.cell(column, value, look) for column, (value, look) in cells]
        sheet.row(written, height=row_height(row, shown, _LINE_HEIGHT))
    sheet.lock(may_sort=True)
    return sheet


def _look(column: ResponseColumn) -> CellLook:
    if column.role is ColumnUse.RESPONSE:
        return CellLook.ANSWER
    return CellLook.ANSWER_DAY if column.key == "received" else CellLook.ANSWER_TEXT


def _offer_choices(sheet: SheetWriter, table: ResponseTable, outcomes: str) -> None:
    """Give the columns for outcome and revision their lists."""
    keys = [column.key for column in table.columns]
    rows = (_HEADS + 1, _HEADS + len(table.rows) + _SPARE)
    listed = (outcomes, 2, 1 + len(table.outcomes.rows))
    sheet.offer(keys.index(OUTCOME) + 1, rows, of=listed, is_bound=True)
    revisions = [str(number) for number in table.revisions]
    sheet.offer(keys.index(LANDED_REVISION) + 1, rows, revisions, is_bound=True)


def _list(layout: SheetLayout, of: Sheet, widths: Sequence[int]) -> SheetWriter:
    sheet = SheetWriter(layout, of.name, widths, frozen=(0, 1), repeated=1)
    _row(sheet, of.heads, CellLook.ANSWER_HEAD)
    for row in of.rows:
        _row(sheet, row, CellLook.TEXT, height=row_height(row, widths))
    sheet.lock()
    return sheet


def _row(
    sheet: SheetWriter,
    words: Sequence[str],
    look: CellLook,
    *,
    height: float | None = None,
    is_hidden: bool = False,
) -> None:
    cells = [sheet.cell(column, text, look) for column, text in enumerate(words, 1)]
    sheet.row(cells, height=height, is_hidden=is_hidden)
