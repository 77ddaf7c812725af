"""The report on completion of a discussion as a Word file: languages one after another, on A4."""

from collections.abc import Iterator, Sequence

from talqy.language.locale import Locale
from talqy.office.file_properties import AboutFile
from talqy.office.layouts import WordLayout
from talqy.office.wordml import Style, Wordml, WordWriter, on_new_pages, with_next
from talqy.report.spoken import Particular, ReportTable, SpokenReport
from talqy.report.text import cells

LAYOUT = "report.docx"
# In millimetres; “предприниматель”, “Комментарий”, “Қабылданбады” and “Изменение” are not broken.
_SHARES = (10, 32, 35, 28, 56, 31, 44, 26)
_WHOLE = sum(_SHARES)
_LABELS, _FIGURES, _COUNTS = 62, 112, 20
_LINE_TO_SIGN = "_" * 30


def report_docx(
    reports: Sequence[SpokenReport], locales: Sequence[Locale], layout: WordLayout
) -> bytes:
    """Print the same report in one or more languages."""
    languages = tuple(report.language for report in reports)
    several = len(reports) > 1
    writers = [WordWriter(one, layout.styles, layout.width, several=several) for one in languages]
    groups = map(_body, reports, writers, locales)
    about = AboutFile(title=reports[0].titles[0], languages=languages, day=reports[0].day)
    return layout.filled(on_new_pages(groups), about)


def _body(report: SpokenReport, writer: WordWriter, locale: Locale) -> Iterator[Wordml]:
    first, *others = report.titles
    yield writer.line(Style.TITLE, first)
    yield from (writer.line(Style.REVISIONS, title) for title in others)
    yield _pairs(first, writer, report.particulars)
    yield from _figures(report, writer)
    if report.none:
        yield writer.line(Style.TITLE, report.considered.heading)
        yield writer.line(Style.TEXT, report.none)
    for table in report.tables:
        yield from _table(table, writer, locale)
    if report.considered.rows:
        yield writer.line(Style.TITLE, report.reasons)
        yield writer.texts((*(listed.words for listed in report.lists), report.reasons_are))
    yield writer.line(Style.TITLE, report.revised.label)
    # A signature does not stand on a sheet of its own.
    yield with_next(writer.texts(line.text for line in report.revised.lines))
    yield writer.line(Style.TITLE, report.signature.label)
    # One that is looked at before it is dated has nobody's name there yet.
    signed = [line.text for line in report.signature.lines]
    yield with_next(writer.line(Style.TEXT, " ".join((*signed[:1], _LINE_TO_SIGN))))
    yield writer.texts(signed[1:])


def _pairs(caption: str, writer: WordWriter, parts: Sequence[Particular]) -> Wordml:
    rows = (
        (writer.line(Style.TEXT, part.label), writer.texts(line.text for line in part.lines))
        for part in parts
    )
    shares = (_LABELS, _WHOLE - _LABELS)
    return writer.lined_table(caption, shares, (), rows, has_shaded_names=True)


def _figures(report: SpokenReport, writer: WordWriter) -> Iterator[Wordml]:
    figures = report.figures
    for caption, counts in figures.groups:
        yield writer.line(Style.TEXT, caption)
        rows = (
            (writer.line(Style.TEXT, name), writer.line(Style.NUMBER, str(count)))
            for name, count in counts
        )
        yield writer.lined_table(caption, (_FIGURES, _COUNTS), (), rows, of=_WHOLE)
    yield from (writer.line(Style.LEGEND, note) for note in figures.said)


def _table(table: ReportTable, writer: WordWriter, locale: Locale) -> Iterator[Wordml]:
    yield writer.line(Style.TITLE, table.heading)
    if table.note:
        yield writer.line(Style.NOTE, table.note)
    shown = len(table.columns)
    # The widest column takes the place of those that are left out.
    shares = [*_SHARES[: shown - 1], _WHOLE - sum(_SHARES[: shown - 1])]
    rows = (
        (
            writer.line(Style.NUMBER, str(row.place)),
            *map(writer.texts, cells(row, locale, named=True)[: shown - 1]),
        )
        for row in table.rows
    )
    heads = [writer.line(Style.HEAD, name) for name in table.columns]
    yield writer.lined_table(table.heading, shares, heads, rows)
