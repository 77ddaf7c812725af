"""The report on completion of a discussion as a Word file: languages one after another, on A4."""

from collections.abc import Iterator, Sequence

from markupsafe import Markup

from talqy.language.locale import Locale
from talqy.office.documents import written
from talqy.office.wordml import Layout, ParagraphMaker, Style, lined_table, on_new_pages
from talqy.report.spoken import Particular, ReportTable, SpokenReport
from talqy.report.text import cells

_WIDTHS = (11, 32, 31, 26, 64, 28, 48, 22)
_LAYOUT = Layout((297, 210), (20, 15), _WIDTHS[0], _WIDTHS[1:], 9, 600)
_WHOLE = sum(_WIDTHS)
_LABELS, _COUNTS = 62, 20
_LINE_TO_SIGN = "_" * 30


def report_docx(reports: Sequence[SpokenReport], locales: Sequence[Locale]) -> bytes:
    """Print the same report in one or more languages."""
    named = len(reports) > 1
    groups = (
        _body(report, ParagraphMaker(report.language, named=named), locale)
        for report, locale in zip(reports, locales, strict=True)
    )
    languages = [report.language for report in reports]
    return written(on_new_pages(groups), _LAYOUT, reports[0].titles[0], languages, reports[0].day)


def _body(report: SpokenReport, speech: ParagraphMaker, locale: Locale) -> Iterator[Markup]:
    first, *others = report.titles
    yield speech.line(Style.TITLE, first)
    yield from (speech.line(Style.REVISIONS, title) for title in others)
    yield _pairs(first, speech, report.particulars)
    yield from _figures(report, speech)
    if report.none:
        yield speech.line(Style.TITLE, report.considered.heading)
        yield speech.line(Style.TEXT, report.none)
    for table in report.tables:
        yield from _table(table, speech, locale)
    if report.considered.rows:
        yield speech.line(Style.TITLE, report.reasons)
        yield speech.texts((*(listed.words for listed in report.lists), report.reasons_are))
    yield speech.line(Style.TITLE, report.revised.label)
    yield speech.texts(line.text for line in report.revised.lines)
    yield speech.line(Style.TITLE, report.signature.label)
    signed, *rest = [line.text for line in report.signature.lines]
    yield speech.texts((f"{signed} {_LINE_TO_SIGN}", *rest))


def _pairs(caption: str, speech: ParagraphMaker, parts: Sequence[Particular]) -> Markup:
    rows = (
        (speech.line(Style.TEXT, part.label), speech.texts(line.text for line in part.lines))
        for part in parts
    )
    return lined_table(caption, (_LABELS, _WHOLE - _LABELS), (), rows, shaded=True)


def _figures(report: SpokenReport, speech: ParagraphMaker) -> Iterator[Markup]:
    figures = report.figures
    for caption, counts in (("", figures.summary), (figures.heading, figures.parts)):
        if caption and counts:
            yield speech.line(Style.TEXT, f"{caption}:")
        rows = (
            (speech.line(Style.TEXT, name), speech.line(Style.NUMBER, str(count)))
            for name, count in counts
        )
        if counts:
            yield lined_table(caption, (_LABELS, _COUNTS), (), rows)
    yield from (speech.line(Style.LEGEND, note) for note in figures.notes)


def _table(table: ReportTable, speech: ParagraphMaker, locale: Locale) -> Iterator[Markup]:
    yield speech.line(Style.TITLE, table.heading)
    if table.note:
        yield speech.line(Style.NOTE, table.note)
    shown = len(table.columns)
    # The widest column takes the place of those that are left out.
    widths = [*_WIDTHS[: shown - 1], _WHOLE - sum(_WIDTHS[: shown - 1])]
    rows = (
        (
            speech.line(Style.NUMBER, str(row.place)),
            *map(speech.texts, cells(row, locale, named=True)[: shown - 1]),
        )
        for row in table.rows
    )
    heads = [speech.line(Style.HEAD, name) for name in table.columns]
    yield lined_table(table.heading, widths, heads, rows)
