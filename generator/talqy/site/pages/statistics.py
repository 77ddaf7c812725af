"""Findings with pictures and tables: what came, what became of it, and how long it took."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from markupsafe import Markup

from talqy.language.edition import Edition, SitePage
from talqy.model import addresses
from talqy.office.drawing import can_draw, digest_of_picture
from talqy.report.heard import all_heard
from talqy.report.matrix import STANDS, matrix_title, rows_that_stand
from talqy.report.quarters import quarter_words
from talqy.site.charts import PICTURE_STYLE, Drawing
from talqy.site.pages.finding_authorities import authorities
from talqy.site.pages.finding_subjects import months, refused
from talqy.site.pages.findings import (
    Finding,
    Ground,
    Telling,
    grounds_of,
    grouped,
    groupings,
    outcomes,
)
from talqy.site.pages.list_names import ListName
from talqy.site.pages.quarters import shown_quarters
from talqy.site.pages.standard_parts import Link
from talqy.site.pages.statistics_lists import Figure, FigureLists, list_pages
from talqy.site.pages.you_said import SaidView, you_said

_SHOWN_SAID, _HIGHEST = 3, 2_000


@dataclass(frozen=True, slots=True, kw_only=True)
class FindingView:
    """A finding with its picture, and with the files of its table and of the picture."""

    finding: Finding
    picture: Markup
    files: tuple[Link, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class StatisticsView:
    """What `statistics.html` may use."""

    today: date
    source: str
    findings: tuple[FindingView, ...]
    said: tuple[SaidView, ...]
    grounds: tuple[Ground, ...]
    quarters: tuple[Link, ...]
    hrefs: dict[str, str]


@dataclass(frozen=True, slots=True)
class Statistics:
    """The findings of an edition, what their figures count, and the lists behind them."""

    findings: tuple[Finding, ...]
    grounds: tuple[Ground, ...]
    lists: FigureLists
    standing: tuple[ListName, Figure]


def statistics_of(edition: Edition) -> Statistics:
    """Make the findings of an edition once, for its pages and its files."""
    return edition.in_own.once("statistics", (), lambda: _statistics(edition))


def _statistics(edition: Edition) -> Statistics:
    heard = edition.in_all.once(
        "heard", (), lambda: all_heard(edition.register, edition.assessment)
    )
    lists = FigureLists(edition)
    told = Telling(edition, heard, lists)
    if not heard:
        # A report may be late where nobody has said a word.
        standings = edition.assessment.standings.values()
        late = any(one.report.days_late for one in standings)
        found = (authorities(told),) if late else ()
        return Statistics(found, tuple(grounds_of(told)), lists, _standing(told))
    voices, *others = (grouped(told, of) for of in groupings(told))
    return Statistics(
        (outcomes(told), authorities(told), voices, months(told), refused(told), *others),
        tuple(grounds_of(told)),
        lists,
        _standing(told),
    )


def _standing(told: Telling) -> tuple[ListName, Figure]:
    """Count the comments that came in time, were not accepted, and whose words stand unchanged."""
    edition = told.edition
    ids = {
        row.comment.id
        for record in edition.register.records
        for row in rows_that_stand(edition, record)
    }
    name = ListName(matrix_title(edition, only_standing=True))
    passed_over = (one for one in told.heard if one.comment.id in ids)
    return name, told.lists.figure(STANDS, name, passed_over)


def pages(edition: Edition) -> Iterator[SitePage]:
    """Make the page of findings, and those of the lists behind its figures."""
    here, locale, found = edition.at(addresses.STATISTICS), edition.locale, statistics_of(edition)
    view = StatisticsView(
        today=edition.assessment.today,
        source=source_of(edition),
        findings=tuple(
            FindingView(
                finding=one,
                picture=one.drawing.on(here.to),
                files=tuple(_files(edition, one)),
            )
            for one in found.findings
        ),
        grounds=found.grounds,
        quarters=tuple(
            Link(quarter_words(name, locale), here.to(addresses.quarter(name)))
            for name in shown_quarters(edition)
        ),
        said=you_said(edition, here, edition.register.records, _SHOWN_SAID),
        hrefs={"data": here.to(addresses.DATA)},
    )
    yield SitePage(
        at=here,
        title=locale.words("Statistics"),
        description=locale.words("Comments and answers in figures."),
        section="statistics",
        content=edition.render("statistics.html", view),
        trail=((locale.words("Home"), here.to("")),),
    )
    yield from list_pages(edition, found.lists)


def source_of(edition: Edition) -> str:
    """Say whose figures these are, and of which day."""
    words, locale = edition.locale.words, edition.locale
    name = locale.plain(edition.register.project.name)
    day = words("As of {day}", day=locale.state_of(edition.assessment.today))
    return f"{words('Source')}: {name}. {day}."


def has_picture(finding: Finding) -> bool:
    """Return whether a finding is drawn as a file; a chart of very many rows is none."""
    return can_draw() and 0 < finding.drawing.height <= _HIGHEST


def _files(edition: Edition, finding: Finding) -> Iterator[Link]:
    here, words = edition.at(addresses.STATISTICS), edition.locale.words
    yield Link(words("Table (CSV)"), here.to(addresses.finding_file(finding.id, "csv")))
    if has_picture(finding):
        yield Link(words("Picture (PNG)"), here.to(picture_path(edition, finding)))


def picture_path(edition: Edition, finding: Finding) -> str:
    """Return the file of a finding's picture, named by all that it shows."""
    digest = digest_of_picture(str(picture_of(edition, finding).standing) + PICTURE_STYLE)
    return addresses.finding_file(finding.id, "png", digest)


def picture_of(edition: Edition, finding: Finding) -> Drawing:
    """Return a finding as a picture by itself."""
    return finding.drawing.alone(finding.title, f"{finding.alone} {source_of(edition)}".strip())
