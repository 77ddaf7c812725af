"""The report on completion of a discussion as plain text, for a terminal or a letter."""

from collections.abc import Iterable, Iterator

from talqy.language.locale import Locale
from talqy.report.rows import ReportRow, SaidLine, change_lines, said_lines
from talqy.report.spoken import Particular, ReportTable, SpokenReport


def report_text(report: SpokenReport, locale: Locale) -> str:
    """Print a report; what others wrote is always indented, so that it cannot pass for ours."""
    return "\n".join(line.rstrip() for line in _lines(report, locale)) + "\n"


def _lines(report: SpokenReport, locale: Locale) -> Iterator[str]:
    yield from report.titles
    yield ""
    for part in report.particulars:
        yield from _particular(part)
    yield ""
    for heading, counts in report.figures.groups:
        yield heading
        yield from (f"  {name}: {count}" for name, count in counts)
    yield from (f"  {note}" for note in report.figures.said)
    yield ""
    if report.none:
        yield from (report.considered.heading, f"  {report.none}")
    for table in report.tables:
        yield from _table(table, locale)
    yield ""
    yield f"{report.reasons}:"
    yield from _indented(listed.words for listed in report.lists)
    if report.reasons_are:
        yield f"  {report.reasons_are}"
    for part in (report.revised, report.signature):
        yield from _particular(part)


def _particular(part: Particular) -> Iterator[str]:
    yield f"{part.label}:"
    yield from _indented(line.text for line in part.lines)


def _table(table: ReportTable, locale: Locale) -> Iterator[str]:
    yield table.heading
    if table.note:
        yield f"  {table.note}"
    for row in table.rows:
        yield ""
        yield f"  {row.place}. {row.name}"
        for name, lines in zip(table.columns[1:], cells(row, locale), strict=False):
            if lines:
                yield f"    {name}:"
                yield from (f"  {line}" for line in _indented(lines, "    "))
    yield ""


def cells(row: ReportRow, locale: Locale, *, named: bool = False) -> tuple[tuple[str, ...], ...]:
    """Return the cells of a row after its number, each as its lines.

    `named` where the name of the comment stands nowhere else.
    """
    every = cell_lines(row, locale, named=named)
    return tuple(tuple(line.text for line in cell) for cell in every)


def cell_lines(
    row: ReportRow, locale: Locale, *, named: bool = False
) -> tuple[tuple[SaidLine, ...], ...]:
    """Return the cells of a row after its number, each line with the language that it is in."""
    name = (f"{locale.words('Comment')} {row.name}",) if named else ()
    before = (row.element, row.author, (*row.received, *name))
    after = (row.position, row.reason, tuple(change_lines(row)))
    plain = [
        [tuple(SaidLine("", one, locale.code) for one in c) for c in of] for of in (before, after)
    ]
    return (*plain[0], tuple(said_lines(row, locale)), *plain[1])


def _indented(lines: Iterable[str], by: str = "  ") -> Iterator[str]:
    for line in lines:
        yield from (f"{by}{part}" for part in line.splitlines() or [""])
