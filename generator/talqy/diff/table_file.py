"""The comparison table as a file of one of the office formats."""

from collections.abc import Sequence
from pathlib import Path

from talqy.diff.table import ComparisonTable


def table_file(form: str, tables: Sequence[ComparisonTable], layouts: Sequence[Path]) -> bytes:
    """Return the bytes of a file, `docx`, `xlsx` or `pdf`, of the same table in some languages.

    `layouts` are the folders in which its layout is looked for.
    """
    # Loaded late: the libraries for Word and Excel take longer to load than most commands to run.
    if form == "docx":
        from talqy.diff.table_printed import comparison_docx, layout_for  # noqa: PLC0415
        from talqy.office.layouts import layout_of  # noqa: PLC0415

        return comparison_docx(tables, layout_of(f"{layout_for(tables)}.docx", layouts))
    if form == "pdf":
        from talqy.diff.table_printed import (  # noqa: PLC0415
            about_tables,
            comparison_blocks,
            layout_for,
        )
        from talqy.office.printed_typst import typeset_blocks  # noqa: PLC0415

        about = about_tables(tables)
        return typeset_blocks(layout_for(tables), about, comparison_blocks(tables), layouts)
    from talqy.diff.table_xlsx import comparison_xlsx  # noqa: PLC0415
    from talqy.office.sheet_layouts import sheet_layout  # noqa: PLC0415

    return comparison_xlsx(tables, sheet_layout(layouts))
