"""The template of a comment table, as a workbook."""

from datetime import date

from talqy.intake.table_template import FIELDS, TableTemplate
from talqy.office.sheet_layouts import SheetLayout
from talqy.office.sheetml import SheetWriter
from talqy.office.workbooks import offer, packed_sheets, print_fields, print_heads

_WIDTHS = (14, 32, 22, 60, 44, 24, 24, 22, 12)
_WIDE = 80


def template_xlsx(template: TableTemplate, language: str, day: date, layout: SheetLayout) -> bytes:
    """Return the bytes of the template; its cells offer what may be chosen."""
    sheet = SheetWriter(layout, template.name, _WIDTHS, frozen=(0, 1))
    print_heads(sheet, template.heads)
    print_fields(sheet, template.example)
    clauses = SheetWriter(layout, template.clauses_name, (_WIDE,))
    for words in template.clauses:
        print_fields(clauses, (words,))
    offer(sheet, FIELDS.index("clause") + 1, of=(clauses.name, 2, len(template.clauses)))
    for name, choices in template.choices.items():
        offer(sheet, FIELDS.index(name) + 1, choices=choices)
    return packed_sheets((sheet, clauses), template.title, (language,), day)
