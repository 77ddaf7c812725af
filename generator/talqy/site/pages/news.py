"""The news as pages for people, of the site and of each standard; feeds have the same news."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import groupby

from markupsafe import Markup

from talqy.language.edition import Edition, SitePage
from talqy.language.forge_links import web_address
from talqy.model import addresses
from talqy.model.register import Record
from talqy.site.pages.news_items import NEWEST, News, news, news_of_standard
from talqy.site.pages.standard_parts import Link, hrefs_of, page_of


@dataclass(frozen=True, slots=True)
class NewsItem:
    """One thing that happened, and the page that says more; `title` is that of the standard.

    It is empty where the page is that standard's own.
    """

    words: Link
    title: str
    lines: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class NewsDay:
    """All that happened on one day."""

    on: date
    items: tuple[NewsItem, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class FollowView:
    """How to hear of news: a feed, a calendar, and where else the project tells them."""

    feed: str
    calendar: str
    elsewhere: tuple[Link, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class NewsView:
    """What `news.html` may use. `title` is that of a standard, empty on the page of the site."""

    title: Markup
    days: tuple[NewsDay, ...]
    follow: FollowView
    hrefs: dict[str, str]


def pages_of_site(edition: Edition) -> Iterator[SitePage]:
    """Make the page of the news of all standards."""
    here, words = edition.at(addresses.NEWS), edition.locale.words
    view = NewsView(
        title=Markup(),
        days=news_days(edition, here, edition.register.records),
        follow=follow(edition, here.to(addresses.FEED), here.to(addresses.CALENDAR)),
        hrefs={},
    )
    yield SitePage(
        at=here,
        title=words("News"),
        description=words("What happened to drafts, comments and answers, the newest first."),
        section="news",
        content=edition.render("news.html", view),
        trail=((words("Home"), here.to(addresses.HOME)),),
    )


def pages(edition: Edition, record: Record) -> Iterator[SitePage]:
    """Make the page of the news of one standard."""
    here = edition.at(addresses.news(record.id))
    hrefs = hrefs_of(edition, here, record)
    view = NewsView(
        title=edition.short_title(record),
        days=_days(edition, here, news_of_standard(edition, record)),
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


def news_days(
    edition: Edition, here: addresses.PagePath, records: Sequence[Record]
) -> tuple[NewsDay, ...]:
    """Return the newest of what people follow of some standards, day by day."""
    return _days(edition, here, news(edition, records))


def _days(edition: Edition, here: addresses.PagePath, found: Sequence[News]) -> tuple[NewsDay, ...]:
    told = groupby(found[:NEWEST], key=lambda one: one.on)
    return tuple(
        NewsDay(on, tuple(_item(edition, here, one) for one in together)) for on, together in told
    )


def _item(edition: Edition, here: addresses.PagePath, one: News) -> NewsItem:
    place, _, anchor = one.place.partition("#")
    standard = one.record.standard
    title = edition.locale.plain(standard.short_title or standard.title)
    is_its_own = here.path == addresses.news(one.record.id)
    words = Link(one.title, here.to(place, anchor))
    return NewsItem(words, "" if is_its_own else title, tuple(one.note.splitlines()))


def follow(edition: Edition, feed: str, calendar: str) -> FollowView:
    """Return how to hear of news; the addresses of the feed and the calendar are given."""
    words, told = edition.locale.words, edition.register.project.follow
    known = ((words("In Telegram"), told.telegram), (words("By e-mail"), told.mail))
    elsewhere = tuple(Link(name, at) for name, to in known if (at := web_address(to)))
    return FollowView(feed=feed, calendar=calendar, elsewhere=elsewhere)
