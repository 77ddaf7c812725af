"""The finding on authorities: what each was told, how it answered, and how long it took.

They stand in the order of the alphabet: a ranking would compare what is not alike.
"""

from collections.abc import Iterable, Sequence

from talqy.language.count_words import share_said
from talqy.language.edition import Edition
from talqy.language.sayings import revision_number
from talqy.law.periods import workdays_of
from talqy.model import addresses
from talqy.record.counts import ENOUGH, counted, percent
from talqy.report.data import ClosedDiscussion
from talqy.report.heard import Heard, alike_answered, usual_days
from talqy.report.quarters import closed_of
from talqy.site.charts import ChartBar, bars
from talqy.site.pages.findings import Finding, Row, Telling
from talqy.site.pages.list_names import ListName
from talqy.site.pages.standard_parts import Link
from talqy.site.pages.statistics_lists import Figure, ListedDiscussion


def authorities(told: Telling) -> Finding:
    """Say of each authority what it was told, and how it answered."""
    words, register = told.locale.words, told.edition.register
    names = {code: told.edition.authority(code).striptags() for code in register.developers}
    order = sorted(names, key=lambda code: told.locale.order(names[code]))
    closed, alike = _closed(told.edition), alike_answered(told.heard)
    own = {code: [h for h in told.heard if h.record.standard.authority == code] for code in order}
    ended = {code: closed.get(code, ()) for code in order}
    rows = [_row(told, c, names[c], own[c], ended[c], alike) for c in order]
    return Finding(
        id="authorities",
        about=words("Authorities"),
        title=_title(told, own.values()),
        note=f"{_behind(told, ended.values())}. "
        + words(
            "In the order of the alphabet. A share accepted is one of the proposals to change and "
            "objections that were decided. A usual time is that of the middle half of the answers; "
            "the law gives {n} working days from the end of a discussion to the "
            "report.",
            n=register.project.report_within,
        ),
        alone=f"{told.decided_said()} {words('In the order of the alphabet.')}",
        heads=_heads(told),
        rows=tuple(rows),
        drawing=bars(
            words("Proposals accepted in full or in part, of those decided"),
            [_bar(told, names[c], own[c], row[2]) for c, row in zip(order, rows, strict=True)],
        ),
    )


def _title(told: Telling, own: Iterable[Sequence[Heard]]) -> str:
    """Say what the bars show, from the least to the most: no authority is named by its share."""
    counts = [counted((one.comment, one.outcome) for one in heard) for heard in own]
    shares = [percent(c.accepted, c.proposals) for c in counts if c.proposals >= ENOUGH]
    words = told.locale.words
    if not shares:
        return words("There are too few decisions yet to speak of shares")
    low, high = min(shares), max(shares)
    if low == high:
        return words("Share of proposals accepted, by authority: {n} %", n=low)
    return words(
        "Share of proposals accepted, by authority: {low} % to {high} %", low=low, high=high
    )


def _behind(told: Telling, ended: Iterable[Sequence[tuple[ListedDiscussion, int]]]) -> str:
    """Say how much is overdue, or came late."""
    words = told.locale.words
    overdue = sum(one.is_overdue for one in told.heard)
    late = sum(one.is_late for of_one in ended for one, _ in of_one)
    if overdue or late:
        return words("Overdue answers: {n}; reports that came late: {late}", n=overdue, late=late)
    return words("No answer is overdue, and no report came late")


def _heads(told: Telling) -> tuple[str, ...]:
    words = told.locale.words
    return (
        words("Authority"),
        words("Comments"),
        *told.accepted_heads(),
        words("Usually answers within"),
        words("Working days to the report"),
        words("Reports late"),
        words("Overdue answers"),
        words("One answer for several clauses"),
    )


def _bar(told: Telling, name: str, heard: Sequence[Heard], of: Figure) -> ChartBar:
    counts = counted((one.comment, one.outcome) for one in heard)
    good, decided = counts.accepted, counts.proposals
    length = percent(good, decided) if decided >= ENOUGH else None
    share = share_said(told.locale, good, decided)
    if length is None:
        return ChartBar(name, share, None, path=of.path)
    return told.bar(name, Figure(f"{good} / {decided}", path=of.path), share, length)


def _row(  # noqa: PLR0913, PLR0917 - what a row is made of
    told: Telling,
    code: str,
    name: str,
    heard: Sequence[Heard],
    ended: Sequence[tuple[ListedDiscussion, int]],
    alike: frozenset[str],
) -> Row:
    words, lists, key = told.locale.words, told.lists, f"authority-{code}"
    of = ListName(name)
    same, late = words("One answer for several clauses"), words("Reports late")
    overdue, reports = words("Overdue answers"), words("Discussions that are over")
    return (
        Figure(name, told.edition.at(addresses.STATISTICS).to(addresses.authority(code))),
        lists.figure(key, of, heard),
        *told.accepted_cells(key, of, heard),
        Figure(_usually(told, heard)),
        lists.of_discussions(
            f"{key}_reports", of.in_column(reports), [one for one, _ in ended], _used(told, ended)
        ),
        lists.of_discussions(
            f"{key}_late", of.in_column(late), [one for one, _ in ended if one.is_late]
        ),
        lists.figure(f"{key}_overdue", of.in_column(overdue), [h for h in heard if h.is_overdue]),
        lists.figure(
            f"{key}_same", of.in_column(same), [h for h in heard if h.comment.id in alike]
        ),
    )


def _usually(told: Telling, heard: Sequence[Heard]) -> str:
    """Say in how many days an authority usually answers."""
    usual, answered = usual_days(heard), sum(one.days is not None for one in heard)
    if usual is None:
        return share_said(told.locale, 0, answered)
    return told.locale.count_between("{n} calendar day", "{n} calendar days", *usual)


def _used(told: Telling, ended: Sequence[tuple[ListedDiscussion, int]]) -> str:
    """Say how many working days the reports took."""
    days = [used for one, used in ended if one.due]
    if not days:
        return told.locale.words("not applicable" if ended else "no discussion is over")
    low, high = min(days), max(days)
    return str(low) if low == high else told.locale.between(low, high)


def _closed(edition: Edition) -> dict[str, list[tuple[ListedDiscussion, int]]]:
    """Return the discussions that are over, with the days used, by authority."""
    found: dict[str, list[tuple[ListedDiscussion, int]]] = {}
    for one in closed_of(edition):
        code = one.report.record.standard.authority
        found.setdefault(code, []).append(_listed(edition, one))
    return found


def _listed(edition: Edition, one: ClosedDiscussion) -> tuple[ListedDiscussion, int]:
    report, workdays = one.report, workdays_of(edition.register)
    record, number = report.record, report.revision.revision
    path = addresses.comments(record.id)
    if one.report_on:
        path = addresses.report(record.id, number)
    title = record.standard.short_title or record.standard.title
    name = revision_number(edition.locale, number)
    term = report.standing.report
    ended = one.report_on or term.late_until or edition.assessment.today
    used = workdays.between(report.period.closes, ended)
    allowed = workdays.between(report.period.closes, term.due) if term.due else 0
    return ListedDiscussion(
        link=Link(
            f"{edition.locale.plain(title)}, {name}",
            edition.at(addresses.statistics("list")).to(path),
        ),
        closed=report.period.closes,
        due=term.due,
        report=one.report_on,
        used=f"{used} / {allowed}" if term.due else "",
        is_late=term.days_late > 0,
    ), used
