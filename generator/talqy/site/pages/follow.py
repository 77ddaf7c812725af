"""How people hear of news: a feed, a calendar, and where else the project tells them."""

from dataclasses import dataclass

from talqy.language.edition import Edition
from talqy.language.forge_links import web_address
from talqy.site.pages.standard_parts import Link


@dataclass(frozen=True, slots=True, kw_only=True)
class FollowView:
    """How to hear of news: a feed, a calendar, and where else the project tells them."""

    feed: str
    calendar: str
    elsewhere: tuple[Link, ...]


def follow(edition: Edition, feed: str, calendar: str) -> FollowView:
    """Return how to hear of news; the addresses of the feed and the calendar are given."""
    return FollowView(feed=feed, calendar=calendar, elsewhere=told_elsewhere(edition))


def told_elsewhere(edition: Edition) -> tuple[Link, ...]:
    """Return where else the project tells its news: a channel, a mailing list."""
    words, told = edition.locale.words, edition.register.project.follow
    known = ((words("In Telegram"), told.telegram), (words("By e-mail"), told.mail))
    return tuple(Link(name, at) for name, to in known if (at := web_address(to)))
