"""The first pages: the plain chooser of languages at `/`, and what is open in one language."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from urllib.parse import urlsplit

from markupsafe import Markup

from talqy.language.edition import Edition, SitePage
from talqy.model import addresses
from talqy.model.addresses import PagePath
from talqy.model.revision import Revision
from talqy.model.standing import DISCUSSED, Stage, Standing
from talqy.record.root import project_root
from talqy.record.tallies import tally
from talqy.site.pages.standard_parts import Card, Link, card
from talqy.site.pages.you_said import SaidView, you_said

_DECIDED = frozenset({Stage.ANSWERED, Stage.ADOPTED, Stage.WITHDRAWN, Stage.REPEALED})
_SHOWN_DECIDED = 6
_SHOWN_OPEN = 6
_SHOWN_SAID = 3


@dataclass(frozen=True, slots=True, kw_only=True)
class HomeView:
    """What `home.html` may use.

    `open` are those that close soonest; `all_open` leads to all of them, where there are more.
    """

    name: Markup
    today: date
    open: tuple[Card, ...]
    all_open: tuple[Link, ...]
    said: tuple[SaidView, ...]
    planned: tuple[Card, ...]
    preparing: tuple[Card, ...]
    considering: tuple[Card, ...]
    decided: tuple[Card, ...]
    figures: tuple[Markup, ...]
    root: str
    hrefs: dict[str, str]


def pages(edition: Edition) -> Iterator[SitePage]:
    """Make the first page."""
    here = edition.at(addresses.HOME)
    drafts = [
        (r, revision, edition.standing(r, revision)) for r, revision in edition.register.revisions()
    ]

    def cards(stages: frozenset[Stage], *, newest: bool = False) -> tuple[Card, ...]:
        chosen = [entry for entry in drafts if entry[2].stage in stages]
        chosen.sort(key=lambda entry: (_day(entry[1], entry[2]), entry[0].id), reverse=newest)
        return tuple(card(edition, here, record, revision) for record, revision, _ in chosen)

    project, talked = edition.register.project, cards(DISCUSSED)
    view = HomeView(
        name=edition.locale.say(project.name),
        today=edition.assessment.today,
        open=talked[:_SHOWN_OPEN],
        all_open=tuple(_all_open(edition, here, talked)),
        said=you_said(edition, here, edition.register.records, _SHOWN_SAID),
        planned=cards(frozenset({Stage.PLANNED})),
        preparing=cards(frozenset({Stage.PREPARING})),
        considering=cards(frozenset({Stage.CONSIDERING})),
        decided=cards(_DECIDED, newest=True)[:_SHOWN_DECIDED],
        figures=_figures(edition),
        root=project_root(edition.register.histories),
        hrefs={
            "register": here.to(addresses.REGISTER),
            "how": here.to(addresses.HOW_IT_WORKS),
            "statistics": here.to(addresses.STATISTICS),
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


def _all_open(edition: Edition, here: PagePath, talked: Sequence[Card]) -> Iterator[Link]:
    """Lead to the register of what is open, stage by stage, where the page does not show all."""
    if len(talked) > _SHOWN_OPEN:
        for code in dict.fromkeys(card.stage.code for card in talked):
            count = sum(1 for card in talked if card.stage.code == code)
            name = f"{edition.locale.coded('stage', code)}: {edition.locale.number(count)}"
            yield Link(name, here.to(addresses.register("stage", code)))


def _day(revision: Revision, standing: Standing) -> date:
    """Return the day by which cards are sorted: the deadline, or the last step of the walk."""
    if standing.stage in DISCUSSED or standing.stage is Stage.CONSIDERING:
        return standing.closes or revision.dated
    if standing.stage is Stage.PLANNED and revision.consultation:
        return revision.consultation.opens
    return max(day for day, stage in standing.walk if stage is standing.stage)


def _figures(edition: Edition) -> tuple[Markup, ...]:
    records, locale = edition.register.records, edition.locale
    counted = tally(
        (comment for record in records for comment in record.comments),
        {name: answer for record in records for name, answer in (record.responses or {}).items()},
    )
    return (
        locale.weighed("{n} standard", "{n} standards", len(records)),
        locale.weighed("{n} revision", "{n} revisions", sum(len(r.revisions) for r in records)),
        locale.weighed("{n} comment", "{n} comments", counted.received),
        locale.weighed("{n} answer", "{n} answers", counted.answered),
    )


_SAYS = (
    "Read the drafts of standards of public services, say what you think of them, and see what "
    "became of every comment."
)


@dataclass(frozen=True, slots=True, kw_only=True)
class LanguageView:
    """One language to choose."""

    code: str
    name: str
    site: str
    not_found: str
    href: str
    absolute: str
    says: str
    open: str
    home: str
    register: str
    looking_for: str
    search: str
    find: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ChooserView:
    """What `chooser.html` may use. `base` is the way to the site's root."""

    languages: tuple[LanguageView, ...]
    canonical: str
    base: str
    missing: bool
    is_demonstration: bool


def _open_now(edition: Edition) -> str:
    of = (edition.standing(*one).stage in DISCUSSED for one in edition.register.revisions())
    return edition.locale.number(sum(of))


def chooser(editions: Sequence[Edition], site_url: str, *, missing: bool = False) -> bytes:
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
                open=edition.locale.words("Open now: {n}", n=_open_now(edition)),
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
        is_demonstration=bool(editions[0].register.project.demonstration),
    )
    return editions[0].render("chooser.html", view).encode()
