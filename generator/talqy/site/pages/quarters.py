"""The figures of each quarter: the discussions that closed in it, and what became of comments."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from talqy.language.edition import Edition, SitePage
from talqy.language.sayings import revision_number
from talqy.model import addresses
from talqy.report.data import ClosedDiscussion
from talqy.report.quarter_table import quarter_title
from talqy.report.quarters import coverage, quarter_words, quarters_of
from talqy.site.pages.standard_parts import Link

_MOST = 12
"""Of so many quarters, the newest ones, there are pages; `talqy export figures` makes any."""


@dataclass(frozen=True, slots=True, kw_only=True)
class QuarterRow:
    """A discussion of a quarter; `developer` is who held it, `report` the day of its report.

    `is_owed` is whether a report is owed on it, `late` by how many calendar days it is late.
    """

    discussion: Link
    developer: str
    closed: date
    received: str
    accepted: str
    not_accepted: str
    noted: str
    waiting: str
    report: date | None
    is_owed: bool
    late: int


@dataclass(frozen=True, slots=True, kw_only=True)
class QuarterView:
    """What `quarter.html` may use. `coverage` says of how much the figures are."""

    title: str
    coverage: tuple[str, ...]
    rows: tuple[QuarterRow, ...]
    is_counted_twice: bool
    quarters: tuple[tuple[str, str], ...]
    files: tuple[Link, ...]
    statistics: Link


def shown_quarters(edition: Edition) -> Mapping[str, Sequence[ClosedDiscussion]]:
    """Return the quarters that have pages, the newest first."""
    return dict([*quarters_of(edition).items()][:_MOST])


def pages(edition: Edition) -> Iterator[SitePage]:
    """Make the page of each quarter in which a discussion closed."""
    words, locale = edition.locale.words, edition.locale
    shown = shown_quarters(edition)
    for name, closed in shown.items():
        here = edition.at(addresses.quarter(name))
        statistics = Link(words("Statistics"), here.to(addresses.STATISTICS))
        view = QuarterView(
            title=quarter_title(name, locale),
            coverage=tuple(coverage(name, closed, locale, edition.assessment.today)),
            rows=tuple(_row(edition, here, one) for one in closed),
            is_counted_twice=any(one.report.figures.in_both for one in closed),
            quarters=tuple(
                (quarter_words(other, locale), _href(here, other, name)) for other in shown
            ),
            files=tuple(_files(edition, here, name)),
            statistics=statistics,
        )
        yield SitePage(
            at=here,
            title=f"{quarter_words(name, locale)} – {words('Statistics')}",
            description=view.title,
            section="statistics",
            content=edition.render("quarter.html", view),
            trail=((words("Home"), here.to("")), (statistics.words, statistics.href)),
        )


def _href(here: addresses.PagePath, other: str, shown: str) -> str:
    return "" if other == shown else here.to(addresses.quarter(other))


def _files(edition: Edition, here: addresses.PagePath, name: str) -> Iterator[Link]:
    words = edition.locale.words
    if "xlsx" in edition.register.project.downloads:
        yield Link("Excel (XLSX)", here.root(addresses.quarter_workbook(name)))
    yield Link(words("Table (CSV)"), here.to(addresses.quarter_file(name)))


def _row(edition: Edition, here: addresses.PagePath, one: ClosedDiscussion) -> QuarterRow:
    locale, report, record = edition.locale, one.report, one.report.record
    figures, number = report.figures, report.revision.revision
    to = addresses.report if one.report_on else addresses.revision
    title = f"{locale.plain(record.standard.short_title or record.standard.title)}, "
    return QuarterRow(
        discussion=Link(title + revision_number(locale, number), here.to(to(record.id, number))),
        developer=edition.authority(record.standard.authority).striptags(),
        closed=report.period.closes,
        received=locale.number(figures.received),
        accepted=locale.number(figures.in_accepted),
        not_accepted=locale.number(figures.in_not_noted),
        noted=locale.number(figures.in_noted),
        waiting=locale.number(figures.unanswered),
        report=one.report_on,
        is_owed=report.standing.report.due is not None,
        late=report.standing.report.days_late,
    )
