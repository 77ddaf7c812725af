"""A workbook of answers as a file from outside: read in the worker, whoever sent it back."""

from collections.abc import Sequence

from talqy.intake import import_kinds
from talqy.intake.importing import MOST_BYTES, too_slow
from talqy.language.locale import Locale
from talqy.office.worker import FellError, SlowError, Worker
from talqy.responses.cells import ResponseContext
from talqy.responses.workbook_in import WorkbookResult, read_responses
from talqy.responses.workbook_sheets import read_sheets


def read_workbook(
    data: bytes, file: str, locales: Sequence[Locale], context: ResponseContext
) -> WorkbookResult:
    """Read the answers of a workbook; `data` need not be more than a byte beyond `MOST_BYTES`."""
    if len(data) > MOST_BYTES:
        return WorkbookResult(problems=[import_kinds.TOO_BIG.at(file)])
    with Worker() as worker:
        try:
            sheets = worker.run(read_sheets, data, file)
        except SlowError as slow:
            return WorkbookResult(problems=[too_slow(slow, file)])
        except FellError:
            return WorkbookResult(problems=[import_kinds.FELL.at(file)])
    return read_responses(sheets, file, locales, context)
