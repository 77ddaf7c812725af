"""The template of a comment table, as a workbook."""

from datetime import date

from talqy.comments.table_template import FIELDS, TableTemplate
from talqy.office.workbooks import (
    new_sheet,
    new_workbook,
    offer,
    packed,
    print_heads,
    put,
    set_sheet,
)

_WIDTHS = (14, 32, 22, 60, 44, 24, 24, 22, 12)
_WIDE = 80


def template_xlsx(template: TableTemplate, language: str, day: date) -> bytes:
    """Return the bytes of the template; its cells offer what may be chosen."""
    workbook = new_workbook()
    sheet = new_sheet(workbook, template.name, _WIDTHS)
    set_sheet(sheet)
    at = print_heads(sheet, 1, template.heads)
    sheet.freeze_panes = f"A{at}"
    for column, words in enumerate(template.example, 1):
        put(sheet, at, column, words)
    clauses = new_sheet(workbook, template.clauses_name, (_WIDE,))
    for row, words in enumerate(template.clauses, 1):
        put(clauses, row, 1, words)
    offer(sheet, FIELDS.index("clause") + 1, of=(clauses.title, 2, len(template.clauses)))
    for name, choices in template.choices.items():
        offer(sheet, FIELDS.index(name) + 1, choices=choices)
    return packed(workbook, template.title, (language,), day)
