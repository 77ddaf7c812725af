"""What all pages of one standard have in common: title, steps above, feed, ways to the others."""

from markupsafe import Markup

from talqy.language.edition import Edition, SitePage
from talqy.model import addresses
from talqy.model.addresses import Spot
from talqy.model.register import Record


def page_of(  # noqa: PLR0913 - what a page is made of
    edition: Edition,
    here: Spot,
    record: Record,
    *,
    name: str,
    content: Markup,
    description: str = "",
    section: str = "register",
    source: str = "",
) -> SitePage:
    """Make a page of a standard; `name` is that of the page, empty for the standard's own."""
    title, words = edition.title(record), edition.locale.words
    own = ((title, here.to(addresses.standard(record.id))),) if name else ()
    return SitePage(
        spot=here,
        title=f"{name} – {title}" if name else title,
        description=description or f"{name}: {title}",
        section=section,
        content=content,
        trail=(
            (words("Home"), here.to(addresses.HOME)),
            (words("Standards"), here.to(addresses.REGISTER)),
            *own,
        ),
        feeds=((title, here.to(addresses.standard_feed(record.id))),),
        source=source,
    )


def hrefs_of(here: Spot, record: Record) -> dict[str, str]:
    """Return the ways to all pages of a standard."""
    newest = next((r for r in reversed(record.revisions) if record.base_of(r)), None)
    compare = (
        {"compare": here.to(addresses.compare(record.id, newest.base, newest.revision))}
        if newest and newest.base
        else {}
    )
    return compare | {
        "standard": here.to(addresses.standard(record.id)),
        "comments": here.to(addresses.comments(record.id)),
        "participate": here.to(addresses.participate(record.id)),
        "history": here.to(addresses.history(record.id)),
        "languages": here.to(addresses.languages(record.id)),
        "feed": here.to(addresses.standard_feed(record.id)),
        "calendar": here.to(addresses.standard_calendar(record.id)),
        "data": here.root(f"data/standards/{record.id}.json"),
    }
