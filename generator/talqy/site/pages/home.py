"""The first page of a language: what is open and until when, and how to take part."""

from dataclasses import dataclass
from datetime import date

from markupsafe import Markup

from talqy.language.edition import Edition, SitePage
from talqy.model import addresses
from talqy.model.revision import Revision
from talqy.model.stage import DISCUSSED, Stage
from talqy.model.standing import Standing
from talqy.record.tallies import tally
from talqy.site.pages.cards import Card, card

_DECIDED = frozenset({Stage.ANSWERED, Stage.ADOPTED, Stage.WITHDRAWN, Stage.REPEALED})
_SHOWN_DECIDED = 6


@dataclass(frozen=True, slots=True, kw_only=True)
class HomeView:
    """What `home.html` may use."""

    name: Markup
    today: date
    open: tuple[Card, ...]
    planned: tuple[Card, ...]
    considering: tuple[Card, ...]
    decided: tuple[Card, ...]
    figures: tuple[tuple[str, str], ...]
    hrefs: dict[str, str]


def page(edition: Edition) -> SitePage:
    """Make the first page."""
    here = edition.spot(addresses.HOME)
    found = [
        (r, revision, edition.standing(r, revision)) for r, revision in edition.register.revisions()
    ]

    def cards(stages: frozenset[Stage], *, newest: bool = False) -> tuple[Card, ...]:
        chosen = [entry for entry in found if entry[2].stage in stages]
        chosen.sort(key=lambda entry: (_day(entry[1], entry[2]), entry[0].id), reverse=newest)
        return tuple(card(edition, here, record, revision) for record, revision, _ in chosen)

    project = edition.register.project
    view = HomeView(
        name=edition.locale.say(project.name),
        today=edition.assessment.today,
        open=cards(DISCUSSED),
        planned=cards(frozenset({Stage.PLANNED})),
        considering=cards(frozenset({Stage.CONSIDERING})),
        decided=cards(_DECIDED, newest=True)[:_SHOWN_DECIDED],
        figures=_figures(edition),
        hrefs={
            "register": here.to(addresses.REGISTER),
            "how": here.to(addresses.HOW_IT_WORKS),
            "statistics": here.to(addresses.STATISTICS),
            "feed": here.to(addresses.FEED),
            "calendar": here.to(addresses.CALENDAR),
        },
    )
    return SitePage(
        spot=here,
        title="",
        description=edition.locale.words(
            "Drafts of standards of public services: read them, comment, and see what became of it."
        ),
        section="home",
        content=edition.render("home.html", view),
    )


def _day(revision: Revision, standing: Standing) -> date:
    """Return the day by which cards are sorted: the deadline, or the last step of the walk."""
    if standing.stage in DISCUSSED or standing.stage is Stage.CONSIDERING:
        return standing.closes or revision.dated
    if standing.stage is Stage.PLANNED and revision.consultation:
        return revision.consultation.opens
    return max(day for day, stage in standing.walk if stage is standing.stage)


def _figures(edition: Edition) -> tuple[tuple[str, str], ...]:
    records, locale = edition.register.records, edition.locale
    counted = tally(
        (comment for record in records for comment in record.comments),
        {name: answer for record in records for name, answer in (record.responses or {}).items()},
    )
    return (
        (locale.words("standards"), locale.number(len(records))),
        (locale.words("revisions"), locale.number(sum(len(r.revisions) for r in records))),
        (locale.words("comments"), locale.number(counted.received)),
        (locale.words("answers"), locale.number(counted.answered)),
    )
