"""The page of an authority: its drafts, the answers that it owes, its news, feed and calendar."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from markupsafe import Markup

from talqy.language.edition import Edition, SitePage
from talqy.language.forge_links import web_address
from talqy.model import addresses
from talqy.model.register import Record
from talqy.model.standing import DRAFTS
from talqy.site.pages.follow import FollowView, follow
from talqy.site.pages.news import NewsDay, newest_days
from talqy.site.pages.reviewers import WorkView, works_of
from talqy.site.pages.standard_parts import Card, Link, card

_FEW = 12


@dataclass(frozen=True, slots=True, kw_only=True)
class AuthorityPageView:
    """What `authority.html` may use; `url`, `email` and `address` are empty where none is known.

    `standards` are all of them where they are few; else a few of those whose drafts may still be
    adopted, and `all` leads to all.
    """

    name: Markup
    url: str
    email: str
    address: Markup
    standards: tuple[Card, ...]
    all: Link | None
    owed: tuple[WorkView, ...]
    days: tuple[NewsDay, ...]
    kept: tuple[NewsDay, ...]
    follow: FollowView


def pages(edition: Edition) -> Iterator[SitePage]:
    """Make a page of each authority that develops a standard."""
    for name in edition.register.developers:
        yield page(edition, name)


def page(edition: Edition, name: str) -> SitePage:
    """Make the page of one authority; it shows nothing of standards that others develop."""
    here, words = edition.at(addresses.authority(name)), edition.locale.words
    authority = edition.register.project.authorities.get(name)
    records = edition.by_short_title(edition.register.records_of(name))
    title = edition.authority(name, short=False)
    every = addresses.register("authority", name)
    feed, calendar = addresses.authority_feed(name), addresses.authority_calendar(name)
    view = AuthorityPageView(
        name=title,
        url=web_address(authority.url) if authority else "",
        email=(authority.email or "") if authority else "",
        address=edition.locale.say(authority.address) if authority else Markup(),
        standards=tuple(card(edition, here, one) for one in _shown(edition, records)),
        all=Link(words("All standards"), here.to(every)) if len(records) > _FEW else None,
        owed=tuple(works_of(edition, here, name)),
        **newest_days(edition, here, records),
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


def _shown(edition: Edition, records: Sequence[Record]) -> Sequence[Record]:
    """Return all standards where they are few; else those whose drafts may still be adopted."""
    if len(records) <= _FEW:
        return records
    newest = ((one, one.revisions[-1]) for one in records)
    found = [one for one, text in newest if edition.standing(one, text).stage in DRAFTS]
    return found[:_FEW]
