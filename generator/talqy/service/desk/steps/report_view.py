"""The report before it is signed: as it will read, and what keeps it back."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from talqy.language.edition import Edition
from talqy.language.locale import Locale
from talqy.model import paths
from talqy.model.problem import Problem
from talqy.report.refusals import NO_RESPONSE, NO_SIGNATURE, refusals, unreadable
from talqy.report.report import Report
from talqy.report.rows import SaidLine
from talqy.report.spoken import ReportTable, SpokenReport, report_on, spoken_report
from talqy.report.text import cell_lines
from talqy.rules.traceability import promises_are_kept
from talqy.service.desk.steps.found import FoundText
from talqy.service.desk.works_shown.places import FaultView, fault_views


@dataclass(frozen=True, slots=True)
class PreviewedTable:
    """A table of the report; a row is its number, and its other cells as lines."""

    heading: str
    note: str
    columns: Sequence[str]
    rows: Sequence[tuple[int, Sequence[Sequence[SaidLine]]]]


@dataclass(frozen=True, slots=True)
class PreviewedReport:
    """The report in one language, with the very cells that its Word file has."""

    said: SpokenReport
    tables: Sequence[PreviewedTable]


@dataclass(frozen=True, slots=True)
class ReportPreview:
    """The report in each language; `missing` is what keeps it back, besides its signature.

    `unkept` are the accepted comments whose change the text in which they landed does not show.
    `unanswered` is how many comments have no answer, `answers` where they are answered; `is_cut`:
    there are more comments than are shown here.
    """

    spoken: Sequence[PreviewedReport]
    missing: Sequence[FaultView]
    unkept: Sequence[FaultView]
    unanswered: str
    answers: str
    files: Sequence[tuple[str, str]]
    is_cut: bool


_UNKEPT = promises_are_kept.code
_MOST = 50
"""So many reasons are named one by one."""


def report_preview(found: FoundText) -> ReportPreview | None:
    """Return the report of a text as it would be; None where there was no discussion."""
    drawn = report_on(found.editions[0], found.record, found.revision)
    if drawn is None:
        return None
    kept_back = found.editions[0].in_all.once(
        "refusals", (found.record.id, found.revision.revision), lambda: refusals(drawn)
    )
    problems = [*unreadable(found.work.state.problems, drawn), *kept_back]
    waiting = [one for one in problems if one.kind is NO_RESPONSE]
    others = [one for one in problems if one.kind not in {NO_RESPONSE, NO_SIGNATURE}]
    at = f"{found.record.id}/r{found.revision.revision}/"
    answers = found.visit.path(f"answers/{at}")
    locale = found.visit.edition.locale
    return ReportPreview(
        spoken=[_previewed(_first_of(drawn), one) for one in found.editions],
        is_cut=len(drawn.entries) > _MOST,
        missing=fault_views(found.visit, others[:_MOST], found.edition),
        unkept=fault_views(found.visit, _unkept(found), found.edition)[:_MOST],
        unanswered=locale.count(
            "{n} comment has no answer yet", "{n} comments have no answer yet", len(waiting)
        )
        if waiting
        else "",
        answers=answers,
        files=report_files(found),
    )


def _previewed(drawn: Report, edition: Edition) -> PreviewedReport:
    said = spoken_report(drawn, edition.locale, edition.register, edition.site_url)
    return PreviewedReport(said, [_table(one, edition.locale) for one in said.tables])


def _table(table: ReportTable, locale: Locale) -> PreviewedTable:
    others = len(table.columns) - 1
    rows = [(row.place, cell_lines(row, locale, named=True)[:others]) for row in table.rows]
    return PreviewedTable(table.heading, table.note, table.columns, rows)


def _unkept(found: FoundText) -> Sequence[Problem]:
    folder = paths.comments_folder(found.record.id, found.revision.revision)
    problems = found.work.state.problems
    return [one for one in problems if one.code == _UNKEPT and paths.is_in(one.file, folder)]


def _first_of(drawn: Report) -> Report:
    """Return a report with its first comments alone: thousands are read in its files."""
    parts = {name: getattr(drawn, name)[:_MOST] for name in ("entries", "late", "withdrawn")}
    return replace(drawn, **parts)


def report_files(found: FoundText) -> Sequence[tuple[str, str]]:
    """Return the files of a report that can be had: what each is, and where."""
    below = found.below("files/")
    locale = found.visit.edition.locale
    named = {"docx": locale.words("Report for Word"), "xlsx": locale.words("Report for Excel")}
    return [(words, found.visit.path(f"{below}report.{form}")) for form, words in named.items()]
