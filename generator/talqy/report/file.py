"""The report as a file of one of the office formats."""

from collections.abc import Sequence
from pathlib import Path

from talqy.language.locale import Locale
from talqy.report.spoken import SpokenReport


def report_file(
    form: str, reports: Sequence[SpokenReport], locales: Sequence[Locale], layouts: Sequence[Path]
) -> bytes:
    """Return the bytes of a file, `docx`, `xlsx` or `pdf`, of one report in some languages.

    `layouts` are the folders in which its layout is looked for.
    """
    # Loaded late: the libraries for Word and Excel take longer to load than most commands to run.
    if form == "docx":
        from talqy.office.layouts import layout_of  # noqa: PLC0415
        from talqy.report.document import LAYOUT, report_docx  # noqa: PLC0415

        return report_docx(reports, locales, layout_of(f"{LAYOUT}.docx", layouts))
    if form == "pdf":
        from talqy.office.printed_typst import typeset_blocks  # noqa: PLC0415
        from talqy.report.document import LAYOUT, about_reports, report_blocks  # noqa: PLC0415

        blocks = report_blocks(reports, locales)
        return typeset_blocks(LAYOUT, about_reports(reports), blocks, layouts)
    from talqy.office.sheet_layouts import sheet_layout  # noqa: PLC0415
    from talqy.report.workbook import report_xlsx  # noqa: PLC0415

    return report_xlsx(reports, locales, sheet_layout(layouts))
