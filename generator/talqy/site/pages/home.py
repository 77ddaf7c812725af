"""The first pages: the plain chooser of languages at `/`, and what is open in one language."""

from collections import Counter
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from urllib.parse import urlsplit

from markupsafe import Markup

from talqy.language.edition import Edition, SitePage
from talqy.model import addresses
from talqy.model.standing import DECIDED, DISCUSSED, Stage
from talqy.site.pages.findings import OUTCOMES, Finding
from talqy.site.pages.follow import told_elsewhere
from talqy.site.pages.open_now import day_of, open_now
from talqy.site.pages.standard_parts import Card, Link, card
from talqy.site.pages.statistics import statistics_of
from talqy.site.pages.you_said import SaidView, you_said

_SHOWN = 6
_SHOWN_OF_MANY = 3
"""So many are shown of those that cannot be commented on yet, or any more, where they are many."""
_SHOWN_SAID = 3
_SHOWN_OPEN = 3


@dataclass(frozen=True, slots=True)
class Shelf:
    """Drafts at some stages: the first few, and links to all of them, where there are more."""

    cards: tuple[Card, ...]
    all: tuple[Link, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class HomeView:
    """What `home.html` may use.

    `open` are those that close soonest, and `forms` lead to the form of each of the first of them.
    `picture` is the finding on what became of the comments, and `drawn` how this page draws it.
    """

    name: Markup
    today: date
    open: Shelf
    forms: tuple[Link, ...]
    said: tuple[SaidView, ...]
    planned: Shelf
    preparing: Shelf
    considering: Shelf
    decided: tuple[Card, ...]
    figures: tuple[Markup, ...]
    picture: Finding | None
    drawn: Markup
    told_elsewhere: tuple[Link, ...]
    root: str
    hrefs: dict[str, str]


def pages(edition: Edition) -> Iterator[SitePage]:
    """Make the first page."""
    here = edition.at(addresses.HOME)
    drafts = [
        (r, revision, edition.standing(r, revision)) for r, revision in edition.register.revisions()
    ]

    def shelf(
        stages: Collection[Stage], most: int = _SHOWN_OF_MANY, *, newest: bool = False
    ) -> Shelf:
        found = [entry for entry in drafts if entry[2].stage in stages]
        found.sort(key=lambda entry: (day_of(entry[1], entry[2]), entry[0].id), reverse=newest)
        shown = found if len(found) <= _SHOWN else found[:most]
        cards = (card(edition, here, record, revision) for record, revision, _ in shown)
        return Shelf(tuple(cards), tuple(_all(edition, here, [entry[2].stage for entry in found])))

    project = edition.register.project
    picture = next((one for one in statistics_of(edition).findings if one.id == OUTCOMES), None)
    view = HomeView(
        name=edition.locale.say(project.name),
        today=edition.assessment.today,
        open=shelf(DISCUSSED, _SHOWN),
        forms=tuple(_forms(edition, here)),
        said=you_said(edition, here, edition.register.records, _SHOWN_SAID),
        planned=shelf({Stage.PLANNED}),
        preparing=shelf({Stage.PREPARING}),
        considering=shelf({Stage.CONSIDERING}),
        decided=shelf(DECIDED, newest=True).cards,
        figures=_figures(edition),
        picture=picture,
        drawn=picture.drawing.on(here.to) if picture else Markup(),
        told_elsewhere=told_elsewhere(edition),
        root=edition.proofs.root,
        hrefs={
            "register": here.to(addresses.REGISTER),
            "how": here.to(addresses.HOW_IT_WORKS),
            "statistics": here.to(addresses.STATISTICS),
            "counts": here.to(addresses.STATISTICS, "_counts"),
            "news": here.to(addresses.NEWS),
            "feed": here.to(addresses.FEED),
            "calendar": here.to(addresses.CALENDAR),
            "verify": here.to(addresses.VERIFY),
        },
    )
    yield SitePage(
        at=here,
        title="",
        description=edition.locale.words(
            "Drafts of standards of public services: read them, comment, and see what became of it."
        ),
        section="home",
        content=edition.render("home.html", view),
    )


def _forms(edition: Edition, here: addresses.PagePath) -> Iterator[Link]:
    """Lead to the forms of the drafts that close soonest."""
    for record in open_now(edition)[:_SHOWN_OPEN]:
        yield Link(edition.short_title(record), here.to(edition.form_of(record)))


def _all(edition: Edition, here: addresses.PagePath, found: Sequence[Stage]) -> Iterator[Link]:
    """Lead to the register of some drafts, stage by stage, where the page does not show all."""
    if len(found) > _SHOWN:
        for stage, count in Counter(found).items():
            name = f"{edition.locale.coded('stage', stage)}: {edition.locale.number(count)}"
            yield Link(name, here.to(addresses.register("stage", stage)))


def _figures(edition: Edition) -> tuple[Markup, ...]:
    records, locale = edition.register.records, edition.locale
    return (
        locale.weighed("{n} standard", "{n} standards", len(records)),
        locale.weighed("{n} revision", "{n} revisions", sum(len(r.revisions) for r in records)),
        locale.weighed("{n} comment", "{n} comments", sum(len(r.comments) for r in records)),
    )


_SAYS = (
    "Read the drafts of standards of public services, say what you think of them, and see what "
    "became of every comment."
)


@dataclass(frozen=True, slots=True, kw_only=True)
class LanguageView:
    """One language to choose; `drafts` are those under discussion that close soonest."""

    code: str
    name: str
    site: str
    not_found: str
    href: str
    absolute: str
    says: str
    open: str
    drafts: tuple[Link, ...]
    home: str
    register: str
    looking_for: str
    search: str
    find: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ChooserView:
    """What `chooser.html` may use.

    `base` is the way to the site's root, and `share` are the tags of its picture.
    """

    languages: tuple[LanguageView, ...]
    canonical: str
    base: str
    missing: bool
    share: str
    is_demonstration: bool


def _drafts(edition: Edition, base: str) -> tuple[Link, ...]:
    return tuple(
        Link(
            edition.short_title(record),
            f"{base}{edition.at(addresses.standard(record.id)).full}",
        )
        for record in open_now(edition)[:_SHOWN_OPEN]
    )


def chooser(
    editions: Sequence[Edition], site_url: str, share: str = "", *, missing: bool = False
) -> bytes:
    """Make the chooser; as the page for missing addresses its links begin at the root."""
    base = urlsplit(site_url).path or "/" if missing else ""
    view = ChooserView(
        languages=tuple(
            LanguageView(
                code=edition.code,
                name=edition.locale.name,
                site=edition.locale.plain(edition.register.project.name),
                not_found=edition.locale.words("There is no page at this address."),
                href=f"{base}{edition.code}/",
                absolute=f"{site_url}{edition.code}/",
                says=edition.locale.words(_SAYS),
                open=edition.locale.words("Open now: {n}", n=len(open_now(edition))),
                drafts=_drafts(edition, base),
                home=edition.locale.words("Home"),
                register=edition.locale.words("All standards"),
                looking_for=edition.locale.words("What are you looking for?"),
                search=edition.locale.words("Search"),
                find=edition.locale.words("Find"),
            )
            for edition in editions
        ),
        canonical=site_url,
        base=base,
        missing=missing,
        share=share,
        is_demonstration=bool(editions[0].register.project.demonstration),
    )
    return editions[0].render("chooser.html", view).encode()
