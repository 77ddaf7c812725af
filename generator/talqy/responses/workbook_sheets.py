"""The sheets of a workbook that comes back, whatever program saved it last."""

from talqy.comments.csv_text import TooManyError, csv_rows, delimiter_of, encoding_of
from talqy.office.grids import Grid
from talqy.office.sound import UnsoundError
from talqy.office.true_form import TrueForm, true_form
from talqy.responses.response_table import (
    COMMENT,
    LANDED_CLAUSES,
    LANDED_REVISION,
    NUMBER,
    OUTCOME,
    PROPOSAL,
    QUOTE,
    TEXT,
)


def read_sheets(data: bytes, file: str) -> tuple[Grid, ...]:
    """Return the sheets of a workbook in any of its forms, or the one of a CSV file; else none."""
    # Loaded late, as all that is made with the libraries for Word and Excel.
    from talqy.office.read import grids  # noqa: PLC0415

    form = true_form(data)
    # UTF-16 has zero bytes, as what is no text; the name tells them apart.
    if form is TrueForm.TEXT or (form is TrueForm.OTHER and file.lower().endswith(".csv")):
        return _of_text(data, file)
    if form not in (TrueForm.XLSX, TrueForm.XLS, TrueForm.ODS):
        return ()
    try:
        return grids(data, file, form.value)
    except UnsoundError:
        return ()


def _of_text(data: bytes, file: str) -> tuple[Grid, ...]:
    encoding = encoding_of(data)
    if encoding is None:
        return ()
    text = data.decode(encoding)
    keys = {OUTCOME, COMMENT, NUMBER, TEXT, QUOTE, PROPOSAL, LANDED_REVISION, LANDED_CLAUSES}
    try:
        rows = csv_rows(text, delimiter_of(text, lambda cells, _: len(keys & set(cells))))
    except TooManyError:
        return ()
    return (Grid(file, "", rows.rows),)
