"""The page of the report on completion of a discussion: made once the report is published."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace

from talqy.language.edition import Edition, SitePage
from talqy.model import addresses
from talqy.model.register import Record
from talqy.model.revision import Revision
from talqy.office.packages import FORM_NAMES
from talqy.report.report import Report
from talqy.report.rows import ChangeMade
from talqy.report.spoken import ReportTable, SpokenReport, published_report, said_report
from talqy.site.pages.comment_filters import WAITING, TallyRow, filters_of, lists_of, path_of
from talqy.site.pages.standard_parts import Link, hrefs_of, page_of
from talqy.site.pages.you_said import SaidView, you_said

_SHOWN_SAID = 3


@dataclass(frozen=True, slots=True, kw_only=True)
class ReportView:
    """What `report.html` may use.

    A long report has several `pages`, with the numbers and addresses of all: its tables are shared
    out, each with the reasons of its own rows, and all else stands on the first one (`is_first`).
    `late` says by how much the report came after its day, empty where it did not. `said` are
    comments that changed the text. `parts` hold every comment once, by its outcome.
    `comment_hrefs` and `clause_hrefs` lead from a row, by the id of its comment, to the
    comment and to the clause that it is about; `change_hrefs` to the clauses in which it is seen.
    """

    report: SpokenReport
    late: str
    is_first: bool
    pages: tuple[tuple[int, str], ...]
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
            yield from _pages(edition, report)


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


def _pages(edition: Edition, report: Report) -> Iterator[SitePage]:
    spoken = said_report(edition, report)
    heard = {entry.comment.id: entry.comment for entry in report.all_entries()}
    listed = [row for table in spoken.tables for row in table.rows]
    shared = lists_of(report.record, [heard[row.comment] for row in listed])
    on_page = {one.id: number for number, part in enumerate(shared, 1) for one in part}
    places = {row.place: on_page[row.comment] for row in listed}
    for number in range(1, len(shared) + 1):
        yield _page(edition, report, spoken, places, number)


def _on_page(spoken: SpokenReport, places: Mapping[int, int], number: int) -> SpokenReport:
    """Return a report with the rows of one page alone; `places` are the pages of all rows."""

    def part(table: ReportTable) -> ReportTable:
        return replace(table, rows=tuple(r for r in table.rows if places[r.place] == number))

    return replace(
        spoken,
        considered=part(spoken.considered),
        late=part(spoken.late),
        withdrawn=part(spoken.withdrawn),
        lists=tuple(
            replace(one, places=tuple(p for p in one.places if places[p[0]] == number))
            for one in spoken.lists
        ),
    )


def _page(
    edition: Edition, report: Report, whole: SpokenReport, places: Mapping[int, int], at: int
) -> SitePage:
    """Make a page of a report; `places` are the pages of all rows, and `at` is its own number."""
    record, number = report.record, report.revision.revision
    here = edition.at(addresses.report(record.id, number, at))
    hrefs = [
        here.to(addresses.report(record.id, number, n + 1))
        for n in range(max(places.values(), default=1))
    ]
    spoken = _on_page(whole, places, at)
    rows = [row for table in spoken.tables for row in table.rows]
    view = ReportView(
        report=spoken,
        late=late_report(edition, record, report.revision),
        is_first=at == 1,
        pages=tuple((n, "" if n == at else href) for n, href in enumerate(hrefs, 1))
        if len(hrefs) > 1
        else (),
        said=you_said(edition, here, (record,), _SHOWN_SAID, revision=number) if at == 1 else (),
        parts=tuple(_parts(edition, here, report, spoken)),
        downloads=tuple(_downloads(edition, here, report)),
        discussed=Link(spoken.titles[1], here.to(addresses.revision(record.id, number))),
        revised_href=here.to(addresses.revision(record.id, report.revised.revision)),
        comment_hrefs={
            row.comment: here.to(addresses.comment(record.id, row.comment)) for row in rows
        },
        clause_hrefs={
            row.comment: here.to(addresses.revision(record.id, number), name)
            for row in rows
            if (said := record.comment(row.comment)) and (name := said.clause_id)
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
    part = f" – {at}" if at > 1 else ""
    return page_of(
        edition,
        here,
        record,
        name=f"{words('Report on the discussion of revision {n}', n=number)}{part}",
        lead=f"{words('Report, revision {n}', n=number)}{part}",
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
        yield Link(FORM_NAMES[form], here.to(path))
        if edition.others:
            path = addresses.report_file_in_all(name, report.revision.revision, form)
            yield Link(words("{name}, all languages", name=FORM_NAMES[form]), here.root(path))
