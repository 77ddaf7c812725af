"""The news as pages for people, of the site and of each standard; feeds have the same news."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import groupby
from typing import TypedDict

from markupsafe import Markup

from talqy.language.edition import Edition, SitePage
from talqy.model import addresses
from talqy.model.register import Record
from talqy.site.pages.follow import FollowView, follow
from talqy.site.pages.news_items import (
    NEWEST,
    News,
    books_title,
    dated_back,
    news,
    news_of_standard,
)
from talqy.site.pages.standard_parts import Link, hrefs_of, page_of

_PAGES = 20
"""So many pages tell of all standards; what is older stands on the pages of the standards."""


@dataclass(frozen=True, slots=True)
class NewsItem:
    """One thing that happened, and the page that says more; `title` is that of the standard.

    It is empty where the page is that standard's own. `apart` leads to each standard of which this
    tells, where it tells of several at once: then `words` lead nowhere.
    """

    words: Link
    title: str
    lines: tuple[str, ...]
    apart: tuple[Link, ...] = ()


@dataclass(frozen=True, slots=True)
class NewsDay:
    """All that happened on one day."""

    on: date
    items: tuple[NewsItem, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class NewsView:
    """What `news.html` may use. `title` is that of a standard, empty on the pages of the site.

    `days` have what people follow, and `kept` what keeps the books: it never stands before them.
    `pages` are the links to the other pages of the list, and None for the page itself.
    """

    title: Markup
    days: tuple[NewsDay, ...]
    kept: tuple[NewsDay, ...]
    follow: FollowView
    hrefs: dict[str, str]
    pages: tuple[tuple[int, str | None], ...] = ()


def pages_of_site(edition: Edition) -> Iterator[SitePage]:
    """Make the pages of the news of all standards, the newest first."""
    found = news(edition, edition.register.records)[: NEWEST * _PAGES]
    count = max(1, -(-len(found) // NEWEST))
    for number in range(1, count + 1):
        yield _page(edition, found[(number - 1) * NEWEST : number * NEWEST], number, count)


def _page(edition: Edition, told: Sequence[News], number: int, count: int) -> SitePage:
    here, words = edition.at(addresses.news_page(number)), edition.locale.words
    all_pages = ((one, here.to(addresses.news_page(one))) for one in range(1, count + 1))
    view = NewsView(
        title=Markup(),
        **news_days(edition, here, told),
        follow=follow(edition, here.to(addresses.FEED), here.to(addresses.CALENDAR)),
        hrefs={},
        pages=tuple((one, None if one == number else to) for one, to in all_pages if count > 1),
    )
    return SitePage(
        at=here,
        title=words("News") if number == 1 else f"{words('News')}, {number}",
        description=words("What happened to drafts, comments and answers, the newest first."),
        section="news",
        content=edition.render("news.html", view),
        trail=((words("Home"), here.to(addresses.HOME)),),
    )


def pages(edition: Edition, record: Record) -> Iterator[SitePage]:
    """Make the page of all news of one standard."""
    here = edition.at(addresses.news(record.id))
    hrefs = hrefs_of(edition, here, record)
    view = NewsView(
        title=edition.short_title(record),
        **news_days(edition, here, news_of_standard(edition, record)),
        follow=follow(edition, hrefs["feed"], hrefs["calendar"]),
        hrefs=hrefs,
    )
    yield page_of(
        edition,
        here,
        record,
        name=edition.locale.words("News"),
        content=edition.render("news.html", view),
    )


class _Days(TypedDict):
    """News day by day: what people follow, and what keeps the books."""

    days: tuple[NewsDay, ...]
    kept: tuple[NewsDay, ...]


def newest_days(edition: Edition, here: addresses.PagePath, records: Sequence[Record]) -> _Days:
    """Return the newest of what there is to tell of some standards, day by day."""
    return news_days(edition, here, news(edition, records)[:NEWEST])


def news_days(edition: Edition, here: addresses.PagePath, told: Sequence[News]) -> _Days:
    """Return news day by day: what people follow, and apart from it what keeps the books."""
    followed = [one for one in told if not one.is_bookkeeping]
    kept = [one for one in told if one.is_bookkeeping]
    return {"days": _days(edition, here, followed), "kept": _days(edition, here, kept)}


def _days(edition: Edition, here: addresses.PagePath, told: Sequence[News]) -> tuple[NewsDay, ...]:
    days = groupby(told, key=lambda one: one.on)
    return tuple(NewsDay(on, tuple(_items(edition, here, [*one]))) for on, one in days)


def _items(edition: Edition, here: addresses.PagePath, told: Sequence[News]) -> Iterator[NewsItem]:
    """Yield the news of a day; what was dated back in several standards is told once for all."""
    dated = [one for one in told if one.is_dated_back]
    together = dated if len({one.record.id for one in dated}) > 1 else []
    yield from (_item(edition, here, one) for one in told if one not in together)
    if together:
        title = books_title(edition, sum(one.entries for one in together), is_dated_back=True)
        items = ((_item(edition, here, one), one.entries) for one in together)
        apart = (
            Link(f"{one.title}:\N{NO-BREAK SPACE}{entries}", one.words.href)
            for one, entries in items
        )
        yield NewsItem(Link(title, ""), "", (dated_back(edition),), tuple(apart))


def _item(edition: Edition, here: addresses.PagePath, one: News) -> NewsItem:
    place, _, anchor = one.place.partition("#")
    standard = one.record.standard
    title = edition.locale.plain(standard.short_title or standard.title)
    is_its_own = here.path == addresses.news(one.record.id)
    words = Link(one.title, here.to(place, anchor))
    return NewsItem(words, "" if is_its_own else title, tuple(one.note.splitlines()))
