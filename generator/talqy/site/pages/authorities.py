"""The page of an authority: its drafts, the answers that it owes, its news, feed and calendar."""

from collections.abc import Iterator
from dataclasses import dataclass

from markupsafe import Markup

from talqy.language.edition import Edition, SitePage
from talqy.language.forge_links import web_address
from talqy.model import addresses
from talqy.site.pages.news import FollowView, NewsDay, follow, news_days
from talqy.site.pages.reviewers import WorkView, works_of
from talqy.site.pages.standard_parts import Card, card


@dataclass(frozen=True, slots=True, kw_only=True)
class AuthorityPageView:
    """What `authority.html` may use; `url`, `email` and `address` are empty where none is known."""

    name: Markup
    url: str
    email: str
    address: Markup
    standards: tuple[Card, ...]
    owed: tuple[WorkView, ...]
    days: tuple[NewsDay, ...]
    follow: FollowView


def pages(edition: Edition) -> Iterator[SitePage]:
    """Make a page of each authority that develops a standard."""
    for name in edition.register.developers:
        yield _page(edition, name)


def _page(edition: Edition, name: str) -> SitePage:
    here, words = edition.at(addresses.authority(name)), edition.locale.words
    authority = edition.register.project.authorities.get(name)
    records = edition.by_short_title(edition.register.records_of(name))
    title = edition.authority(name, short=False)
    feed, calendar = addresses.authority_feed(name), addresses.authority_calendar(name)
    view = AuthorityPageView(
        name=title,
        url=web_address(authority.url) if authority else "",
        email=(authority.email or "") if authority else "",
        address=edition.locale.say(authority.address) if authority else Markup(),
        standards=tuple(card(edition, here, record) for record in records),
        owed=tuple(works_of(edition, here, name)),
        days=news_days(edition, here, records),
        follow=follow(edition, here.to(feed), here.to(calendar)),
    )
    plain = str(title.striptags())
    return SitePage(
        at=here,
        title=plain,
        description=words("What {name} develops, answers and owes.", name=plain),
        section="register",
        content=edition.render("authority.html", view),
        trail=(
            (words("Home"), here.to(addresses.HOME)),
            (words("Standards"), here.to(addresses.REGISTER)),
        ),
        feeds=((plain, here.to(feed)),),
    )
