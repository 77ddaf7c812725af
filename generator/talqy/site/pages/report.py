"""The page of the report on completion of a discussion: made once the report is published."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from talqy.language.edition import Edition, SitePage
from talqy.model import addresses
from talqy.model.register import Record
from talqy.model.revision import Revision
from talqy.report.report import Report
from talqy.report.rows import ChangeMade
from talqy.report.spoken import SpokenReport, published_report, said_report
from talqy.site.pages.comment_filters import WAITING, TallyRow, filters_of, path_of
from talqy.site.pages.standard_parts import Link, hrefs_of, page_of
from talqy.site.pages.you_said import SaidView, you_said

_SHOWN_SAID = 3
_FORMS = {"docx": "Word (DOCX)", "xlsx": "Excel (XLSX)"}


@dataclass(frozen=True, slots=True, kw_only=True)
class ReportView:
    """What `report.html` may use.

    `late` says by how much the report came after its day, empty where it did not. `said` are
    comments that changed the text. `parts` hold every comment once, by its outcome.
    `comment_hrefs` and `clause_hrefs` lead from a row, by the id of its comment, to the
    comment and to the clause that it is about; `change_hrefs` to the clauses in which it is seen.
    """

    report: SpokenReport
    late: str
    said: tuple[SaidView, ...]
    parts: tuple[TallyRow, ...]
    downloads: tuple[Link, ...]
    discussed: Link
    revised_href: str
    comment_hrefs: Mapping[str, str]
    clause_hrefs: Mapping[str, str]
    change_hrefs: Mapping[ChangeMade, str]
    hrefs: dict[str, str]


def pages(edition: Edition, record: Record) -> Iterator[SitePage]:
    """Make the pages of a standard's published reports."""
    for revision in record.revisions:
        if report := published_report(edition, record, revision):
            yield _page(edition, report)


def report_link(
    edition: Edition, here: addresses.PagePath, record: Record, revision: Revision
) -> Link | None:
    """Lead to the report on the discussion of a text, where it is published."""
    if published_report(edition, record, revision) is None:
        return None
    href = here.to(addresses.report(record.id, revision.revision))
    return Link(edition.locale.words("Report on completion of the discussion"), href)


def late_report(edition: Edition, record: Record, revision: Revision) -> str:
    """Say by how much a published report came after its last day; empty where it did not."""
    term, locale = edition.standing(record, revision).report, edition.locale
    if not term.days_late or term.due is None or term.is_overdue:
        return ""
    return locale.words(
        "The last day for the report: {day}. It came later by calendar days: {n}.",
        day=locale.day(term.due),
        n=term.days_late,
    )


def _page(edition: Edition, report: Report) -> SitePage:
    record, number = report.record, report.revision.revision
    here = edition.at(addresses.report(record.id, number))
    spoken = said_report(edition, report)
    view = ReportView(
        report=spoken,
        late=late_report(edition, record, report.revision),
        said=you_said(edition, here, (record,), _SHOWN_SAID, revision=number),
        parts=tuple(_parts(edition, here, report, spoken)),
        downloads=tuple(_downloads(edition, here, report)),
        discussed=Link(spoken.titles[1], here.to(addresses.revision(record.id, number))),
        revised_href=here.to(addresses.revision(record.id, report.revised.revision)),
        comment_hrefs={
            entry.comment.id: here.to(addresses.comment(record.id, entry.comment.id))
            for entry in report.all_entries()
        },
        clause_hrefs={
            entry.comment.id: here.to(addresses.revision(record.id, number), name)
            for entry in report.all_entries()
            if (name := entry.comment.clause_id)
        },
        change_hrefs={
            change: here.to(addresses.revision(record.id, change.revision), change.clause)
            for row in spoken.considered.rows
            for change in row.changes
            if change.is_written
        },
        hrefs=hrefs_of(edition, here, record),
    )
    words = edition.locale.words
    name = words("Report on the discussion of revision {n}", n=number)
    return page_of(
        edition,
        here,
        record,
        name=name,
        lead=words("Report, revision {n}", n=number),
        content=edition.render("report.html", view),
    )


def _parts(
    edition: Edition, here: addresses.PagePath, report: Report, spoken: SpokenReport
) -> Iterator[TallyRow]:
    """Lead from each outcome to the comments that have it."""
    record, figures = report.record, spoken.figures
    filters = filters_of(edition, record)
    for (name, count), outcome in zip(figures.parts, figures.codes, strict=True):
        path = path_of(record, filters, outcome or WAITING)
        href = here.to(path, f"r{report.revision.revision}")
        yield TallyRow(name=name, count=count, code=outcome or WAITING, href=href)


def _downloads(edition: Edition, here: addresses.PagePath, report: Report) -> Iterator[Link]:
    """Offer the report as files, in this language and in all of them."""
    words, name = edition.locale.words, report.record.id
    for form in edition.register.project.downloads:
        path = addresses.report_file(name, report.revision.revision, form)
        yield Link(_FORMS[form], here.to(path))
        if edition.others:
            path = addresses.report_file_in_all(name, report.revision.revision, form)
            yield Link(words("{name}, all languages", name=_FORMS[form]), here.root(path))
