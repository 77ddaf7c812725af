"""A workbook of answers in, the answers and all that is wrong with them out."""

from collections.abc import Mapping, Sequence

from talqy.language.locale import Locale
from talqy.responses.cells import ResponseContext
from talqy.responses.response_table import known_heads
from talqy.responses.rows import Intake, taken
from talqy.responses.sheet import response_sheet


def read_responses(
    data: bytes, file: str, locales: Sequence[Locale], desk: ResponseContext
) -> Intake:
    """Read a workbook, whoever saved it last; `locales` are the languages of its heads."""
    # Loaded late, as all that is made with the libraries for Word and Excel.
    from talqy.office.read import UnsoundError, grids  # noqa: PLC0415

    try:
        sheets = grids(data, file, "xlsx")
    except UnsoundError:
        sheets = ()
    heads: Mapping[str, str] = known_heads(locales)
    sheet, problems = response_sheet(sheets, heads, desk.register.project.languages, file)
    return taken(sheet, desk) if sheet else Intake(problems=problems)
