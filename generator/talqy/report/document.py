"""The report on completion of a discussion as a Word file: languages one after another, on A4."""

from collections.abc import Iterable, Iterator, Sequence

from talqy.language.locale import Locale
from talqy.office.file_properties import AboutFile
from talqy.office.layouts import WordLayout
from talqy.office.printed import (
    GAP,
    PrintedBlock,
    PrintedLine,
    PrintedTable,
    Printer,
    Style,
    on_new_pages,
    row_of_lines,
    rows_under,
    with_next,
)
from talqy.office.printed_wordml import PrintedWriter
from talqy.report.rows import SaidLine
from talqy.report.spoken import Particular, ReportTable, SpokenReport
from talqy.report.text import cell_lines

LAYOUT = "report"
# In millimetres; “предприниматель”, “Комментарий”, “Қабылданбады” and “Изменение” are not broken.
_SHARES = (10, 32, 35, 28, 56, 31, 44, 26)
_WHOLE = sum(_SHARES)
_LABELS, _FIGURES, _COUNTS = 62, 112, 20
_LINE_TO_SIGN = "_" * 30


def report_docx(
    reports: Sequence[SpokenReport], locales: Sequence[Locale], layout: WordLayout
) -> bytes:
    """Print the same report in one or more languages."""
    writer = PrintedWriter(layout.styles, layout.width)
    return layout.filled(writer.body(report_blocks(reports, locales)), about_reports(reports))


def about_reports(reports: Sequence[SpokenReport]) -> AboutFile:
    """Return what a file of reports says of itself."""
    languages = tuple(report.language for report in reports)
    return AboutFile(title=reports[0].titles[0], languages=languages, day=reports[0].day)


def report_blocks(
    reports: Sequence[SpokenReport], locales: Sequence[Locale]
) -> Iterator[PrintedBlock]:
    """Yield all that the same report says in one or more languages."""
    printers = [Printer(one.language, several=len(reports) > 1) for one in reports]
    return on_new_pages(map(_body, reports, printers, locales))


def _body(report: SpokenReport, printer: Printer, locale: Locale) -> Iterator[PrintedBlock]:
    first, *others = report.titles
    yield printer.title(first)
    yield from (printer.line(Style.REVISIONS, title) for title in others)
    yield from pairs(first, printer, report.particulars)
    yield from _figures(report, printer)
    if report.none:
        yield printer.heading(report.considered.heading)
        yield printer.line(Style.TEXT, report.none)
    for table in report.tables:
        yield from _table(table, printer, locale)
    if report.considered.rows:
        yield printer.heading(report.reasons)
        yield from printer.texts((*(listed.words for listed in report.lists), report.reasons_are))
    yield printer.heading(report.revised.label)
    # A signature does not stand on a sheet of its own.
    yield from with_next(printer.texts(line.text for line in report.revised.lines))
    yield printer.heading(report.signature.label)
    yield from signature(printer, [line.text for line in report.signature.lines])


def signature(printer: Printer, signed: Sequence[str]) -> Iterator[PrintedLine]:
    """Yield a line to sign on behind who signs, and what is said below it.

    What is looked at before it is dated has nobody's name there yet.
    """
    yield from with_next([printer.line(Style.TEXT, " ".join((*signed[:1], _LINE_TO_SIGN)))])
    yield from printer.texts(signed[1:])


def pairs(caption: str, printer: Printer, parts: Iterable[Particular]) -> Iterator[PrintedBlock]:
    """Yield what is said under names, name by name."""
    rows = (
        row_of_lines(
            [printer.line(Style.TEXT, part.label)],
            printer.texts(line.text for line in part.lines),
            is_named=True,
        )
        for part in parts
    )
    yield PrintedTable(tuple(rows), (_LABELS, _WHOLE - _LABELS), caption=caption)
    yield GAP


def _figures(report: SpokenReport, printer: Printer) -> Iterator[PrintedBlock]:
    figures = report.figures
    for caption, counts in figures.groups:
        yield printer.line(Style.TEXT, caption)
        rows = (
            row_of_lines([printer.line(Style.TEXT, name)], [printer.line(Style.NUMBER, str(count))])
            for name, count in counts
        )
        yield PrintedTable(tuple(rows), (_FIGURES, _COUNTS), of=_WHOLE, caption=caption)
        yield GAP
    yield from (printer.line(Style.LEGEND, note) for note in figures.said)


def _table(table: ReportTable, printer: Printer, locale: Locale) -> Iterator[PrintedBlock]:
    yield printer.heading(table.heading)
    if table.note:
        yield printer.line(Style.NOTE, table.note)
    shown = len(table.columns)
    # The widest column takes the place of those that are left out.
    shares = (*_SHARES[: shown - 1], _WHOLE - sum(_SHARES[: shown - 1]))
    rows = (
        row_of_lines(
            [printer.line(Style.NUMBER, str(row.place))],
            *(_said(cell, printer) for cell in cell_lines(row, locale, named=True)[: shown - 1]),
        )
        for row in table.rows
    )
    heads = list(map(printer.head, table.columns))
    yield PrintedTable(rows_under(heads, rows), shares, caption=table.heading)
    yield GAP


def _said(lines: Sequence[SaidLine], printer: Printer) -> tuple[PrintedLine, ...]:
    """Return the lines of a cell, each in its language."""
    made = tuple(printer.line(Style.TEXT, one.text, one.language) for one in lines)
    return made or printer.texts(())
