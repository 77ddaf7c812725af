"""The quarters in which discussions closed, and of how much the figures of one are."""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from datetime import date

from talqy.language.count_words import sum_line
from talqy.language.edition import Edition
from talqy.language.locale import Locale
from talqy.record.counts import Counts
from talqy.report.data import ClosedDiscussion, closed_discussions, quarter_named, quarter_of

ROMAN = ("I", "II", "III", "IV")
"""How people number quarters."""


def closed_of(edition: Edition) -> tuple[ClosedDiscussion, ...]:
    """Return all discussions that are over, standard by standard: drawn up once for all pages."""
    return edition.in_all.once(
        "closed", (), lambda: tuple(closed_discussions(edition.register, edition.assessment))
    )


def quarters_of(edition: Edition) -> Mapping[str, Sequence[ClosedDiscussion]]:
    """Return the quarters in which discussions closed, the newest first, with these."""
    found: dict[str, list[ClosedDiscussion]] = {}
    for one in closed_of(edition):
        found.setdefault(quarter_of(one.report.period.closes).name, []).append(one)
    return dict(sorted(found.items(), reverse=True))


def quarter_words(quarter: str, locale: Locale) -> str:
    """Return what a quarter is called, which is named as 2026-4."""
    year, _, number = quarter.partition("-")
    return locale.words("{roman} quarter of {year}", roman=ROMAN[int(number) - 1], year=year)


def added_up(closed: Sequence[ClosedDiscussion]) -> Counts:
    """Return the comments of some discussions, counted together."""
    every = [one.report.figures.counts for one in closed]
    outcomes = sum((Counter(one.outcomes) for one in every), Counter())
    proposals, accepted = sum(one.proposals for one in every), sum(one.accepted for one in every)
    return Counts(outcomes=outcomes, proposals=proposals, accepted=accepted)


def coverage(
    quarter: str, closed: Sequence[ClosedDiscussion], locale: Locale, today: date
) -> Iterator[str]:
    """Say of how many discussions and comments the figures are, and what may still come."""
    words, named = locale.words, quarter_named(quarter)
    yield words("As of {day}", day=locale.state_of(today))
    yield words(
        "Discussions that closed: {n}. Reports published: {m}.",
        n=locale.number(len(closed)),
        m=locale.number(sum(one.report_on is not None for one in closed)),
    )
    yield sum_line(locale, added_up(closed))
    if named and named.ends >= today:
        yield words("The quarter ends: {day}. More may come.", day=locale.day(named.ends))
    yield words("0 is none; where a figure is not known, or cannot be, words say so.")
