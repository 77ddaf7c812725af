"""Figures of a quarter: the discussions that closed in it, and the same as files."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from starlette.responses import Response

from talqy.language.sayings import revision_number
from talqy.office.plain_tables import value_in_words
from talqy.report.data import (
    ClosedDiscussion,
    Quarter,
    closed_in,
    quarter_named,
    quarter_of,
)
from talqy.report.formats import WORKBOOK, quarter_in
from talqy.report.quarter_table import quarter_table
from talqy.report.quarters import quarter_words
from talqy.service.desk.pages import DeskVisit
from talqy.service.desk.steps.found import nothing_here
from talqy.service.desk.steps.handouts import attachment
from talqy.site.pages.standard_parts import Link

_MOST_QUARTERS = 12


@dataclass(frozen=True, slots=True)
class FiguresPage:
    """What `desk/figures.html` may use.

    `quarters` are those that can be chosen, in the address and in words, and which is; each
    discussion has a list of what it is called and its value: a table of forty columns cannot be
    read on a screen.
    """

    quarters: Sequence[tuple[str, str, bool]]
    title: str
    closed: Sequence[tuple[str, Sequence[tuple[str, str]]]]
    files: Sequence[Link]
    lacking: str


def figures_asked(visit: DeskVisit) -> Response:
    """Show the figures of a quarter: the one that was asked for, else the last whole one."""
    today = visit.main.state.known[1].today
    asked = visit.request.query_params.get("quarter", "")
    quarter = quarter_named(asked) or _before(quarter_of(today))
    closed = _closed(visit, quarter)
    locale, name = visit.edition.locale, quarter.name
    table = quarter_table(name, closed, visit.edition.register, locale, today)
    rows = [
        [
            (head, value_in_words(value, locale))
            for head, value in zip(table.heads, row, strict=True)
        ]
        for row in table.rows
    ]
    forms = {WORKBOOK: visit.say("For Excel"), "csv": visit.say("As CSV, in this language")}
    page = FiguresPage(
        quarters=[
            (one, quarter_words(one, locale), one == name) for one in _quarters(today, quarter)
        ],
        title=table.title,
        closed=[
            (f"{row[0][1]}, {revision_number(locale, one.report.revision.revision)}", row[2:])
            for one, row in zip(closed, rows, strict=True)
        ],
        files=[Link(words, visit.path(f"figures/{name}.{form}")) for form, words in forms.items()],
        lacking=_lacking(visit),
    )
    return visit.shown("figures.html", page, title=visit.say("Figures of a quarter"))


def figures_file(visit: DeskVisit) -> Response:
    """Answer with the figures of a quarter as a file; refuse less than the record has."""
    stem, _, form = visit.of("file").rpartition(".")
    quarter = quarter_named(stem) or nothing_here()
    if form not in {WORKBOOK, "csv", "json"}:
        nothing_here()
    visit.main.state.require_whole_record()
    editions = visit.spoken.editions if form == WORKBOOK else (visit.edition,)
    made = quarter_in(
        form, quarter.name, _closed(visit, quarter), editions, is_spoken=form == "csv"
    )
    language = "" if form != "csv" else f".{visit.language}"
    return attachment(f"figures-{quarter.name}{language}.{form}", made)


def _closed(visit: DeskVisit, quarter: Quarter) -> Sequence[ClosedDiscussion]:
    register, assessment = visit.main.state.known
    return tuple(closed_in(quarter, register, assessment))


def _lacking(visit: DeskVisit) -> str:
    """Return what is on record and cannot be read: no figure is whole without it."""
    state = visit.main.state
    return state.lacking.said(visit.edition.locale.catalogue.problem) if state.missing else ""


def _before(quarter: Quarter) -> Quarter:
    if quarter.number > 1:
        return Quarter(quarter.year, quarter.number - 1)
    return Quarter(quarter.year - 1, 4)


def _quarters(today: date, chosen: Quarter) -> Iterator[str]:
    """Yield the quarters that can be chosen, the newest first; the one that is shown is among."""
    one, names = quarter_of(today), list[str]()
    for _ in range(_MOST_QUARTERS):
        names.append(one.name)
        one = _before(one)
    yield from names if chosen.name in names else (*names, chosen.name)
