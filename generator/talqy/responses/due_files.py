"""What authorities owe, in each form in which it is handed out."""

from collections.abc import Sequence

from talqy.language.edition import Edition
from talqy.language.screen import on_screen
from talqy.office.plain_files import plain_csv, plain_workbook
from talqy.responses.debts import Debt
from talqy.responses.due_lines import due_lines
from talqy.responses.due_table import due_table

TEXT, CSV, WORKBOOK = "text", "csv", "xlsx"


def due_in(form: str, edition: Edition, owed: Sequence[Debt]) -> bytes:
    """Return what is owed in one of the forms."""
    if form == TEXT:
        return "".join(f"{on_screen(line)}\n" for line in due_lines(edition, owed)).encode()
    table = due_table(edition, owed)
    if form == CSV:
        return plain_csv(table, edition.locale).encode()
    today = edition.assessment.today
    return plain_workbook([table], [edition.locale], edition.layouts, today)
