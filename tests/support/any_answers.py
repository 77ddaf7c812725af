"""Any workbook of answers read back into a project, and what is promised of it."""

from functools import cache
from pathlib import Path

from talqy.language.catalogue import catalogue
from talqy.language.locale import Locale
from talqy.project.shipped_files import folders
from talqy.project.survey import survey
from talqy.responses.cells import ResponseContext, outcome_names
from talqy.responses.workbook_in import read_responses
from talqy.responses.workbook_sheets import read_sheets


@cache
def _project(folder: Path) -> tuple[ResponseContext, list[Locale]]:
    register, assessment = survey(folder).known
    codes = register.codes
    context = ResponseContext(
        register, assessment, outcome_names(codes), on=assessment.today, by="", replaces=False
    )
    words = [Locale(at, catalogue(at, folders(None, "messages")), codes) for at in ("kk", "ru")]
    return context, words


def answered(folder: Path, data: bytes, file: str) -> tuple[int, int]:
    """Read a workbook; return how many answers are ready, and how many problems it has."""
    context, locales = _project(folder)
    result = read_responses(read_sheets(data, file), file, locales, context)
    assert all(problem.said() and problem.advised() for problem in result.problems)
    assert result.ready or result.problems or result.empty or result.unchanged or result.kept
    return len(result.ready), len(result.problems)
