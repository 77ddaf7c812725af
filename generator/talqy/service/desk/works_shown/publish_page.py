"""What would be published, in words; what keeps it back; and publishing it."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from starlette.responses import Response

from talqy.errors import Saying
from talqy.model import paths
from talqy.model.problem import Problem
from talqy.model.publishing import OfficialRole
from talqy.model.standing import Stage
from talqy.project.keeps import Keeps
from talqy.service.desk.pages import DeskVisit, preview_page, steps_page, work_page
from talqy.service.desk.posted import DeskPosted
from talqy.service.desk.work.preparing import Prepared
from talqy.service.desk.work.redactions import redactions
from talqy.service.desk.work.values import Conflict, NotPublished, Published, WorkKind, WorkName
from talqy.service.desk.works_shown.begun import standard_title, where_it_goes_on, work_title
from talqy.service.desk.works_shown.corrected import CorrectedView, newly_corrected
from talqy.service.desk.works_shown.happenings import happenings
from talqy.service.desk.works_shown.places import (
    FaultView,
    FilePlace,
    fault_views,
    place_of_file,
)
from talqy.service.desk.works_shown.promises import (
    UnkeptPromise,
    promises_digest,
    unkept_promises,
)
from talqy.service.desk.works_shown.texts import TextChange, editions_after, text_changes
from talqy.service.desk.works_shown.versions import tried_of, two_published, two_versions

REDACTIONS = "redactions"
_MOST_FILES = 300
_UNKEPT = Saying("Somebody has to look at this first, and to say that it is so")
_TAKEN_IN = {
    Keeps.OWN: Saying(
        "Both are together now; where both had changed the same, ours stays. Look at what it says."
    ),
    Keeps.PUBLISHED: Saying(
        "Both are together now; where both had changed the same, what is published stays. Look at "
        "what it says."
    ),
}


@dataclass(frozen=True, slots=True)
class PublishPage:
    """What `desk/publish.html` may use.

    `looked` goes into the form where somebody says yes to the `questions`. `is_straight`: what is
    published stands on the site at once, else others look at it first. `gone` are deleted.
    `found` is what is not finished in a draft. `alone` leads to its redactions alone, where they
    would wait with the rest; `only` says that this is that page.
    """

    seen: str
    why_not: str
    errors: Sequence[FaultView]
    questions: Sequence[FaultView]
    elsewhere: Sequence[FaultView]
    found: Sequence[FaultView]
    notes: Sequence[str]
    files: Sequence[FilePlace]
    gone: Sequence[FilePlace]
    more: int
    happens: Sequence[str]
    corrected: Sequence[CorrectedView]
    texts: Sequence[TextChange]
    unkept: Sequence[UnkeptPromise]
    unkept_seen: str
    looked: str
    here: str
    preview: str
    can_publish: bool
    is_straight: bool
    is_nothing: bool
    alone: str = ""
    only: str = ""


def publish_page(
    visit: DeskVisit, name: WorkName, why_not: Saying | None = None, only: str = ""
) -> Response:
    """Show what would be published: all of a work, or `only` its redactions."""
    works = visit.context.works
    prepared = works.prepared(name, visit.official, alone=only == REDACTIONS)
    if isinstance(prepared, Conflict):
        seen, here = works.of(name).commit, visit.path(work_page(name))
        alone = "" if only else _beside(visit, name)
        return two_published(visit, prepared, seen, here, alone=alone)
    page = replace(_page(visit, name, prepared, why_not), only=only)
    title = visit.say("Publish: {work}", work=work_title(visit, name))
    return visit.shown("publish.html", page, title=title)


def _page(
    visit: DeskVisit, name: WorkName, prepared: Prepared, why_not: Saying | None
) -> PublishPage:
    files = [one.path for one in prepared.changed]
    gone = {place_of_file(visit, c.path): None for c in prepared.changed if c.new is None}
    there = (one.path for one in prepared.changed if one.new is not None)
    unkept = _unkept(visit, name, prepared)
    spoken = editions_after(visit, visit.context.works.reading(prepared.commit))
    places = {_place(visit, file, is_told=bool(spoken)): None for file in there}
    after = spoken[0] if spoken else None
    why = why_not or (prepared.kept_back.why if prepared.kept_back else None)
    return PublishPage(
        seen=prepared.tip,
        why_not=visit.said(why) if why else "",
        errors=fault_views(visit, prepared.errors, after),
        questions=fault_views(visit, prepared.questions, after),
        elsewhere=fault_views(visit, prepared.elsewhere, after),
        found=fault_views(visit, _found(visit, name, prepared), after),
        notes=[visit.said(one) for one in prepared.notes],
        files=list(places)[:_MOST_FILES],
        gone=list(gone)[:_MOST_FILES],
        more=max(len(places) - _MOST_FILES, 0) + max(len(gone) - _MOST_FILES, 0),
        happens=happenings(visit, spoken[0], files) if spoken else (),
        corrected=newly_corrected(visit, spoken[0], files) if spoken else (),
        texts=text_changes(visit, spoken, files),
        unkept=unkept,
        unkept_seen=promises_digest(unkept),
        looked=prepared.looked if prepared.questions else "",
        here=visit.path(work_page(name)),
        preview=visit.path(preview_page(name, f"{visit.language}/s/{name.standard}/")),
        can_publish=visit.official.may(OfficialRole.PUBLISHER),
        is_straight=visit.context.works.outlet.is_straight,
        is_nothing=prepared.is_nothing,
        alone=_alone(visit, name, prepared),
    )


def _alone(visit: DeskVisit, name: WorkName, prepared: Prepared) -> str:
    """Return the way to the redactions of a work that would wait with what else is in it."""
    others = len(prepared.changed) - len(redactions(prepared.changed))
    waits = prepared.errors or not visit.context.works.outlet.is_straight
    return _way_alone(visit, name) if others and waits and redactions(prepared.changed) else ""


def _beside(visit: DeskVisit, name: WorkName) -> str:
    """Return the way to the redactions of a work that nobody can publish as a whole yet."""
    prepared = visit.context.works.prepared(name, visit.official, alone=True)
    is_one = isinstance(prepared, Prepared) and not prepared.is_nothing
    return _way_alone(visit, name) if is_one else ""


def _way_alone(visit: DeskVisit, name: WorkName) -> str:
    if not visit.official.may(OfficialRole.PUBLISHER):
        return ""
    return visit.path(work_page(name, f"publish/?only={REDACTIONS}"))


def _place(visit: DeskVisit, file: str, *, is_told: bool) -> FilePlace:
    """Return what a file holds; answers, where each is told already, are one line of their text."""
    place, comment = place_of_file(visit, file), paths.CommentPath.parse(file)
    if not is_told or comment is None or file != comment.response_file:
        return place
    title = standard_title(visit, comment.standard)
    return FilePlace(f"{visit.say('Comments and answers')}: {title}", place.href)


def _found(visit: DeskVisit, name: WorkName, prepared: Prepared) -> list[Problem]:
    """Return what else is found in a draft: it may be published so, and is not finished."""
    if name.kind is not WorkKind.DRAFT:
        return []
    own = paths.revision_file(name.standard, name.revision)
    told = (*prepared.errors, *prepared.questions, *prepared.elsewhere)
    problems = visit.context.works.reading(prepared.commit).state.problems
    return [one for one in problems if one.file == own and one not in told]


def _not_looked(visit: DeskVisit, name: WorkName, posted: DeskPosted) -> Response | None:
    """Refuse to publish answers that promise what no text has, until somebody has said yes."""
    prepared = visit.context.works.prepared(name, visit.official)
    if isinstance(prepared, Conflict):
        return None
    unkept = _unkept(visit, name, prepared)
    if not unkept or posted.of("unkept") == promises_digest(unkept):
        return None
    return publish_page(visit, name, _UNKEPT)


def _unkept(visit: DeskVisit, name: WorkName, prepared: Prepared) -> list[UnkeptPromise]:
    """Return promises of answers that would be published, or be reported on, and are not kept."""
    register = visit.context.works.reading(prepared.commit).state.register
    record = register.record(name.standard) if register else None
    if record is None or name.kind is WorkKind.DRAFT:
        return []
    changed = {one.path for one in prepared.changed}
    comments = [paths.CommentPath.parse(one) for one in changed]
    heard_on = {one.revision for one in comments if one and one.standard == record.id}
    files = {one.revision: paths.revision_file(record.id, one.revision) for one in record.revisions}
    heard_on |= {number for number, file in files.items() if file in changed}
    return [one for number in sorted(heard_on) for one in unkept_promises(visit, record, number)]


def published(visit: DeskVisit, name: WorkName, posted: DeskPosted) -> Response:
    """Publish a work, or say why that was not done."""
    if posted.of("only") != REDACTIONS and (refusal := _not_looked(visit, name, posted)):
        return refusal
    works, looked, only = visit.context.works, posted.of("looked"), posted.of("only")
    alone = only == REDACTIONS
    done = works.publish(name, posted.seen, visit.official, looked, alone=alone)
    if isinstance(done, Conflict) and done.files:
        here, beside = visit.path(work_page(name)), "" if alone else _beside(visit, name)
        return two_published(visit, done, posted.seen, here, alone=beside)
    if isinstance(done, Conflict):
        return two_versions(visit, done, back=visit.path(work_page(name, "publish/")))
    if isinstance(done, NotPublished):
        return publish_page(visit, name, done.reason, REDACTIONS if alone else "")
    for note in done.notes:
        visit.note(note)
    return _is_out(visit, name, done)


def _is_out(visit: DeskVisit, name: WorkName, done: Published) -> Response:
    below = _onward(visit, name)
    if done.is_merged:
        return visit.done(below, Saying("Published. The site shows it when it is built anew."))
    if done.page:
        return visit.done(below, Saying("Sent to be looked at: {page}", {"page": done.page}))
    return visit.done(
        below, Saying("Sent to be looked at. It is published when somebody merges it.")
    )


def _onward(visit: DeskVisit, name: WorkName) -> str:
    """Return where one goes on: where one was, or at the steps of a text that is past its draft."""
    register, assessment = visit.context.works.of(name).state.known
    record = register.record(name.standard)
    if record is None:
        return "drafts/"
    if name.kind is not WorkKind.DRAFT:
        return where_it_goes_on(name)
    text = record.revision(name.revision)
    is_draft = text and assessment.of(record.id, text.revision).stage is Stage.PREPARING
    return where_it_goes_on(name) if is_draft else steps_page(record.id)


def taken_in(visit: DeskVisit, name: WorkName, posted: DeskPosted) -> Response:
    """Take into a work what was published meanwhile, by the version that was chosen."""
    keeps = Keeps.PUBLISHED if posted.of("keeps") == Keeps.PUBLISHED else Keeps.OWN
    works, here = visit.context.works, work_page(name)
    done = works.take_in(name, posted.seen, posted.of("published"), visit.official, keeps)
    if isinstance(done, Conflict) and done.problems:
        tried = tried_of(done, posted)
        return two_published(visit, done, posted.seen, visit.path(here), tried=tried)
    if isinstance(done, Conflict):
        return two_versions(visit, done, back=visit.path(f"{here}publish/"))
    return visit.done(f"{here}publish/", _TAKEN_IN[keeps])
