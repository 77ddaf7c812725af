"""Figures with pictures and tables: what came, what became of it, and how long it took."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from markupsafe import Markup

from talqy.language.edition import Edition, SitePage
from talqy.language.sayings import kind_name, outcome_name
from talqy.model import addresses
from talqy.model.comment import Outcome
from talqy.record.tallies import Tally, tally


@dataclass(frozen=True, slots=True)
class Bar:
    """One bar of a chart: its name, its count, and its share of the longest in percent."""

    name: str
    count: int
    width: int
    share: str


@dataclass(frozen=True, slots=True)
class Chart:
    """A picture and its table: one title, one sentence, the bars."""

    id: str
    title: str
    sentence: str
    bars: tuple[Bar, ...]


@dataclass(frozen=True, slots=True)
class StandardFigures:
    """One standard in figures."""

    title: Markup
    href: str
    received: int
    answered: int
    accepted: int
    median: str


@dataclass(frozen=True, slots=True, kw_only=True)
class StatisticsView:
    """What `statistics.html` may use."""

    figures: tuple[tuple[str, str], ...]
    charts: tuple[Chart, ...]
    rows: tuple[StandardFigures, ...]
    hrefs: dict[str, str]


def pages(edition: Edition) -> Iterator[SitePage]:
    """Make the page of figures."""
    here, locale = edition.at(addresses.STATISTICS), edition.locale
    records = edition.by_title(edition.register.records)
    answers = {name: r for record in records for name, r in (record.responses or {}).items()}
    total = tally((comment for record in records for comment in record.comments), answers)
    rows = []
    for record in records:
        own = tally(record.comments, answers)
        rows.append(
            StandardFigures(
                title=locale.say(record.standard.title),
                href=here.to(addresses.comments(record.id)),
                received=own.received,
                answered=own.answered,
                accepted=_accepted(own),
                median=_median(edition, own),
            ),
        )
    view = StatisticsView(
        figures=(
            (locale.words("comments"), locale.number(total.received)),
            (locale.words("answers"), locale.number(total.answered)),
            (locale.words("accepted in full or in part"), locale.number(_accepted(total))),
            (locale.words("days to an answer, median"), _median(edition, total)),
        ),
        charts=_charts(edition, total),
        rows=tuple(rows),
        hrefs={"data": here.to(addresses.DATA)},
    )
    title = locale.words("Statistics")
    yield SitePage(
        at=here,
        title=title,
        description=locale.words("Comments and answers in figures."),
        section="statistics",
        content=edition.render("statistics.html", view),
        trail=((locale.words("Home"), here.to("")),),
    )


def _accepted(counted: Tally) -> int:
    return sum(counted.outcomes.get(code, 0) for code in ("accepted", "accepted-partly"))  # type: ignore[call-overload]


def _median(edition: Edition, counted: Tally) -> str:
    days = counted.median_days
    return "–" if days is None else edition.locale.number(days)


def _charts(edition: Edition, total: Tally) -> tuple[Chart, ...]:
    locale, codes = edition.locale, edition.register.codes.codes
    words = locale.words
    outcomes = {
        outcome_name(locale, c): total.outcomes.get(c, 0) for c in map(Outcome, codes("outcome"))
    }
    outcomes[outcome_name(locale, None)] = total.waiting
    return (
        _chart(edition, "outcomes", words("What became of the comments"), outcomes),
        _chart(
            edition,
            "channels",
            words("How comments came"),
            {
                locale.coded("comment-channel", c): total.channels.get(c, 0)
                for c in codes("comment-channel")
            },
        ),
        _chart(
            edition,
            "kinds",
            words("What comments ask for"),
            {locale.coded("comment-kind", c): total.kinds.get(c, 0) for c in codes("comment-kind")},
        ),
        _chart(
            edition,
            "authors",
            words("Who comments"),
            {kind_name(locale, c): total.authors.get(c, 0) for c in codes("author-kind")},
        ),
        _chart(
            edition,
            "languages",
            words("Languages of the comments"),
            {locale.language_name(c): n for c, n in sorted(total.languages.items())},
        ),
    )


def _chart(edition: Edition, name: str, title: str, counts: Mapping[str, int]) -> Chart:
    total, longest = sum(counts.values()), max(counts.values(), default=0)
    locale = edition.locale
    bars = tuple(
        Bar(
            label,
            count,
            round(100 * count / longest) if longest else 0,
            locale.words("{n} %", n=round(100 * count / total)),
        )
        for label, count in counts.items()
        if count
    )
    most = max(bars, key=lambda bar: bar.count, default=None)
    sentence = (
        locale.words(
            "Most often: {name} – {count} of {total}.",
            name=most.name,
            count=most.count,
            total=total,
        )
        if most
        else locale.words("There are no comments yet.")
    )
    return Chart(name, title, sentence, bars)
