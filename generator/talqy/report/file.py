"""The report as a file of one of the office formats."""

from collections.abc import Sequence

from talqy.language.locale import Locale
from talqy.report.spoken import SpokenReport


def report_file(form: str, reports: Sequence[SpokenReport], locales: Sequence[Locale]) -> bytes:
    """Return the bytes of a file, `docx` or `xlsx`, of one report in one or more languages."""
    # Loaded late: the libraries for Word and Excel take longer to load than most commands to run.
    if form == "docx":
        from talqy.report.document import report_docx  # noqa: PLC0415

        return report_docx(reports, locales)
    from talqy.report.workbook import report_xlsx  # noqa: PLC0415

    return report_xlsx(reports, locales)
