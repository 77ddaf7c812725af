"""A workbook of answers in, the answers and all that is wrong with them out."""

from collections.abc import Mapping, Sequence

from talqy.intake.answers.desk import AnswerDesk
from talqy.intake.answers.rows import Intake, taken
from talqy.intake.answers.sheet import answer_sheet
from talqy.render.answer_table import known_heads
from talqy.render.locale import Locale


def read_answers(data: bytes, file: str, locales: Sequence[Locale], desk: AnswerDesk) -> Intake:
    """Read a workbook, whoever saved it last; `locales` are the languages of its heads."""
    # Its libraries are slow to load.
    from talqy.intake.office_reading import UnsoundError, grids  # noqa: PLC0415

    try:
        sheets = grids(data, file, "xlsx")
    except UnsoundError:
        sheets = ()
    heads: Mapping[str, str] = known_heads(locales)
    sheet, problems = answer_sheet(sheets, heads, desk.register.project.languages, file)
    return taken(sheet, desk) if sheet else Intake(problems=problems)
