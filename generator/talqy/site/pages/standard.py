"""The page of a standard (its draft, or its text in force), and the page of every revision."""

from collections.abc import Iterator
from dataclasses import dataclass

from markupsafe import Markup

from talqy.data.akn.names import FORMAT, has_words
from talqy.language.claimed_days import ClaimedDayView, claimed_day_views
from talqy.language.corrections import CorrectionView, corrections_of_text
from talqy.language.edition import Edition, SitePage
from talqy.language.for_you import (
    ForYou,
    in_short_or_why,
    is_draft,
    on_its_page,
)
from talqy.language.forge_links import web_address
from talqy.language.sayings import revision_name, revision_title
from talqy.law.parts import COMING, role_of
from talqy.model import addresses, paths
from talqy.model.register import Record
from talqy.model.revision import Revision
from talqy.model.standard import Standard
from talqy.record.counts import percent
from talqy.site.pages.beside import BesideView, beside_view
from talqy.site.pages.changes import AudienceView, audience_views
from talqy.site.pages.clause_history import Tombstone, tombstones
from talqy.site.pages.clauses import ClauseView, clause_views
from talqy.site.pages.compare import compare_links
from talqy.site.pages.counting import CountingView, counting_view
from talqy.site.pages.facts import files_from
from talqy.site.pages.follow import told_elsewhere
from talqy.site.pages.given_up import GivenUp, given_up
from talqy.site.pages.paper import PaperView, paper_view
from talqy.site.pages.report import report_link
from talqy.site.pages.standard_parts import (
    Link,
    StageView,
    comment_count,
    hrefs_of,
    page_of,
    stage_view,
)

_DESCRIBED = 300


@dataclass(frozen=True, slots=True, kw_only=True)
class RevisionLink:
    """A revision in the bar of revisions."""

    number: int
    kind: str
    name: str
    stage: str
    stage_code: str
    href: str
    is_here: bool


@dataclass(frozen=True, slots=True)
class SurveyView:
    """One year's survey of recipients, in words; `href` is empty where it is not published."""

    year: str
    figures: str
    href: str


@dataclass(frozen=True, slots=True, kw_only=True)
class StandardView:
    """What `standard.html` and `revision.html` may use; `law` leads to a file for law machines."""

    title: Markup
    short_title: Markup
    also: str
    developer: Markup
    provider: Markup
    life_event: str
    register_code: str
    reviewed: str
    survey: SurveyView | None
    stage: StageView
    revision: int
    kind: str
    name: str
    role: str
    newest: Link | None
    newest_stage: StageView | None
    in_force: Link | None
    given_up: GivenUp | None
    frozen_since: str
    discussed: Markup
    explanation: Markup
    beside: BesideView
    for_you: ForYou
    coming: ForYou
    marked_against: str
    changes: tuple[AudienceView, ...]
    compare: tuple[Link, ...]
    clauses: tuple[ClauseView, ...]
    removed: tuple[Tombstone, ...]
    revisions: tuple[RevisionLink, ...]
    counting: CountingView | None
    corrections: tuple[CorrectionView, ...]
    dated: tuple[ClaimedDayView, ...]
    not_set: tuple[tuple[str, Markup], ...]
    comments: str
    report: Link | None
    paper: PaperView | None
    told_elsewhere: tuple[Link, ...]
    law: Link | None
    hrefs: dict[str, str]


def pages(edition: Edition, record: Record) -> Iterator[SitePage]:
    """Make the page of a standard and those of its revisions."""
    shown = edition.parts(record).shown
    yield _page(edition, record, shown, addresses.standard(record.id))
    for revision in record.revisions:
        yield _page(edition, record, revision, addresses.revision(record.id, revision.revision))


def _page(edition: Edition, record: Record, revision: Revision, path: str) -> SitePage:
    here = edition.at(path)
    frozen = path != addresses.standard(record.id)
    view = _view(edition, here, record, revision, frozen=frozen)
    number = revision_title(edition.locale, revision.revision)
    stage = f"{view.stage.name}. "
    said = in_short_or_why(edition, record, revision, _DESCRIBED - len(stage))
    return page_of(
        edition,
        here,
        record,
        name=number if frozen else "",
        description=stage + said,
        content=edition.render("revision.html" if frozen else "standard.html", view),
        forms=((FORMAT, str(view.law.words), view.law.href),) if view.law else (),
        source=paths.revision_file(record.id, revision.revision),
    )


def revision_links(
    edition: Edition, here: addresses.PagePath, record: Record, at: int
) -> tuple[RevisionLink, ...]:
    """Show all revisions of a standard, the newest first."""
    return tuple(
        RevisionLink(
            number=revision.revision,
            kind=edition.locale.coded("revision-kind", revision.kind),
            name=revision_name(edition.locale, revision),
            stage=edition.locale.coded("stage", edition.standing(record, revision).stage),
            stage_code=edition.standing(record, revision).stage,
            href=here.to(addresses.revision(record.id, revision.revision)),
            is_here=revision.revision == at,
        )
        for revision in reversed(record.revisions)
    )


def _view(
    edition: Edition, here: addresses.PagePath, record: Record, revision: Revision, *, frozen: bool
) -> StandardView:
    locale, parts = edition.locale, edition.parts(record)
    is_shown = revision is parts.shown
    is_coming = role_of(record, parts.newest, edition.assessment) in COMING
    has_next = is_coming and parts.newest is not revision
    adopted = revision.adopted if revision.consultation is None else None
    is_frozen = adopted is not None and adopted.on <= edition.assessment.today
    return StandardView(
        title=locale.say(record.standard.title),
        short_title=locale.say(record.standard.short_title),
        also=", ".join((record.standard.also or {}).get(locale.code, ())),
        developer=edition.authority(record.standard.authority, short=False),
        provider=locale.say(record.standard.provider),
        life_event=locale.coded("life-event", record.standard.life_event),
        register_code=record.standard.code,
        reviewed=locale.day(record.standard.reviewed) if record.standard.reviewed else "",
        survey=_newest_survey(edition, record.standard),
        stage=stage_view(edition, record, revision),
        revision=revision.revision,
        kind=locale.coded("revision-kind", revision.kind),
        name=revision_name(locale, revision),
        role=role_of(record, revision, edition.assessment),
        newest=_revision_link(edition, here, record, parts.newest) if has_next else None,
        newest_stage=stage_view(edition, record, parts.newest) if has_next else None,
        in_force=_revision_link(edition, here, record, parts.in_force)
        if parts.in_force and parts.in_force is not revision
        else None,
        given_up=given_up(edition, record, record.revisions[-1]),
        frozen_since=locale.day(adopted.on) if adopted and is_frozen else "",
        discussed=locale.say(adopted.discussed) if adopted else Markup(),
        explanation=locale.prose(revision.explanation),
        beside=beside_view(edition, revision, files_from(here, record.id)),
        for_you=on_its_page(edition, record, revision),
        coming=on_its_page(edition, record, parts.newest) if has_next and not frozen else ForYou(),
        changes=audience_views(edition, here, record, revision),
        marked_against=_marked_against(edition, record, revision),
        compare=compare_links(edition, here, record, revision),
        clauses=clause_views(
            edition, here, record, revision, parts.shown if frozen and not is_shown else None
        ),
        removed=tombstones(edition, here, record, revision, is_newest=not frozen),
        revisions=revision_links(edition, here, record, revision.revision),
        counting=counting_view(edition, revision, edition.standing(record, revision)),
        corrections=corrections_of_text(locale, record.history, revision.revision),
        dated=tuple(claimed_day_views(locale, record.history, revision.revision)),
        not_set=tuple(
            (locale.coded("requirement-row", entry.row), locale.say(entry.reason))
            for entry in revision.not_set
        ),
        comments=comment_count(edition, record, revision.revision),
        report=report_link(edition, here, record, revision),
        paper=paper_view(edition, here),
        told_elsewhere=told_elsewhere(edition),
        law=_law(edition, here, record, revision),
        hrefs=hrefs_of(edition, here, record),
    )


def _law(
    edition: Edition, here: addresses.PagePath, record: Record, revision: Revision
) -> Link | None:
    """Lead to the text as a file for law machines, where it has words in this language."""
    if not has_words(revision, edition.code):
        return None
    words = edition.locale.words("This text for legal databases (Akoma Ntoso)")
    return Link(words, here.to(addresses.akoma_ntoso(record.id, revision.revision)))


def _marked_against(edition: Edition, record: Record, revision: Revision) -> str:
    """Say against which text the marks stand, where that is a draft that nobody lives by."""
    base = record.base_of(revision)
    if base is None or not is_draft(edition, base):
        return ""
    return edition.locale.words(
        "The marks and reasons in the text are against an earlier draft, revision {n}, "
        "which did not come into force.",
        n=base.revision,
    )


def _newest_survey(edition: Edition, standard: Standard) -> SurveyView | None:
    survey = max(standard.surveys, key=lambda survey: survey.year, default=None)
    if survey is None:
        return None
    words, number = edition.locale.words, edition.locale.number
    share = percent(survey.satisfied, survey.answered)
    figures = words(
        "answered: {answered}; satisfied: {satisfied} ({share})",
        answered=number(survey.answered),
        satisfied=number(survey.satisfied),
        share=words("{n} %", n=share),
    )
    year = words("Survey of recipients, {year}", year=survey.year)
    return SurveyView(year, figures, web_address(survey.url))


def _revision_link(
    edition: Edition, here: addresses.PagePath, record: Record, revision: Revision
) -> Link:
    title = revision_name(edition.locale, revision)
    return Link(title, here.to(edition.path_of(record, revision)))
