"""The text of a draft as citizens will see it, with what is found beside each clause."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from markupsafe import Markup
from starlette.responses import Response

from talqy.language.clause_sayings import clause_name
from talqy.language.sayings import revision_title
from talqy.model import addresses
from talqy.model.publishing import OfficialRole
from talqy.model.standing import DRAFTS
from talqy.service.desk.done_words import done_in_each, named_in
from talqy.service.desk.drafts.draft_visit import DraftVisit
from talqy.service.desk.drafts.findings import ClauseFinding, findings, removed
from talqy.service.desk.pages import DeskVisit, steps_page, work_page
from talqy.service.desk.posted import DeskPosted
from talqy.service.desk.works_shown.saving import ToSave, saved
from talqy.site.pages.clauses import ClauseView, clause_views


@dataclass(frozen=True, slots=True)
class ShownClause:
    """A clause as the site shows it, what is found on it, and where it is edited."""

    view: ClauseView
    findings: Sequence[ClauseFinding]
    edit: str


@dataclass(frozen=True, slots=True)
class RemovedClause:
    """A clause of the base that the draft has no more; one inside another comes back with it."""

    id: str
    name: Markup | str
    comes_back: bool


@dataclass(frozen=True, slots=True)
class DraftLink:
    """A way on: its words, its address, whether it gives a file."""

    words: str
    href: str
    is_file: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class DraftTextPage:
    """What `desk/draft_text.html` may use.

    `told` says what the draft is; `removed` are the clauses of the base that it has no more.
    """

    standard: Markup
    told: str
    may_edit: bool
    links: Sequence[DraftLink]
    count: str
    findings: Sequence[ClauseFinding]
    clauses: Sequence[ShownClause]
    removed: Sequence[RemovedClause]
    seen: str
    action: str
    add: str
    language: str


def text_page(visit: DeskVisit, at: DraftVisit) -> Response:
    """Show the text of a draft."""
    found, edition = findings(at), at.edition
    views = clause_views(edition, at.here, at.bare, at.revision)
    count = edition.locale.count("{n} finding", "{n} findings", found.count)
    page = DraftTextPage(
        standard=edition.short_title(at.record),
        told=told_of(at),
        may_edit=at.draft.is_open and visit.official.may(OfficialRole.DRAFTER),
        links=tuple(_links(at)),
        count=count if found.count else at.say("Nothing is found wrong or missing."),
        findings=found.of_draft,
        clauses=[ShownClause(v, found.of(v.id), at.path(f"edit/{v.id}/")) for v in views],
        removed=tuple(_removed(at)),
        seen=at.work.commit,
        action=at.path(),
        add=at.path("add/"),
        language=edition.code,
    )
    return visit.shown("draft_text.html", page, title=title_of(at))


def title_of(at: DraftVisit) -> str:
    """Return the heading of the pages of a draft; what is adopted or given up is none."""
    if at.edition.standing(at.record, at.revision).stage not in DRAFTS:
        return revision_title(at.edition.locale, at.revision.revision)
    return at.say("Draft, revision {revision}", revision=at.revision.revision)


def told_of(at: DraftVisit) -> str:
    """Return what kind of draft it is, and from which text it starts."""
    kind = at.edition.locale.coded("revision-kind", at.revision.kind)
    if at.base is None:
        return kind
    from_ = at.say("starts from revision {n}", n=at.base.revision)
    return f"{kind}; {from_}"


def _links(at: DraftVisit) -> Iterator[DraftLink]:
    if at.work.is_begun:
        yield DraftLink(at.say("Saves and publishing"), at.visit.path(work_page(at.name)))
    steps = at.say("Discussion, report and other steps")
    yield DraftLink(steps, at.visit.path(steps_page(at.record.id)))
    preview = at.here.to(addresses.revision(at.record.id, at.revision.revision))
    yield DraftLink(at.say("As citizens will see it"), preview)
    if at.draft.is_open:
        yield DraftLink(at.say("What the draft says of itself"), at.path("about/"))
    if at.draft.is_open and at.base is not None:
        yield DraftLink(at.say("Reasons of the changes"), at.path("reasons/"))
    if at.base is not None:
        yield DraftLink(at.say("What changed"), at.path("changes/"))
    yield DraftLink(at.say("Working copy for Word"), at.path("word/"), is_file=True)
    if at.base is not None:
        yield DraftLink(at.say("Comparison table (Word)"), at.path("table/"), is_file=True)


def _removed(at: DraftVisit) -> Iterator[RemovedClause]:
    """Yield the clauses that were taken out; those in one of them come back with it."""
    gone, base = removed(at), at.base
    if base is None:
        return
    inside = {one.id for clause in base.walk() if clause.id in gone for one in clause.clauses}
    for name in gone:
        yield RemovedClause(name, clause_name(at.edition.locale, base, name), name not in inside)


def post_back(visit: DeskVisit, at: DraftVisit, posted: DeskPosted) -> Response:
    """Put a clause that was taken out into the text again."""
    name = posted.of("clause")
    edit = at.draft.brought_back(name)
    told = done_in_each(
        "Put back: clause {clause}",
        at.editions,
        clause=named_in(at.base, name) if at.base else name,
    )
    return saved(visit, posted, ToSave(at.name, edit.steps, told, at.below(f"#{name}")))
