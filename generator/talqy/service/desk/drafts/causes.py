"""The comments that can be named as causes of a change: those answered with a change here.

An answer that came after the draft was begun is not in its work: it is published meanwhile, or
saved beside it.
"""

from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass

from talqy.language.sayings import outcome_of
from talqy.language.shortened import shortened
from talqy.model.comment import Comment
from talqy.model.problem import Problem
from talqy.model.register import Assessment, Record
from talqy.service.desk.drafts.controls import FieldChoice
from talqy.service.desk.drafts.draft_visit import DraftVisit
from talqy.service.desk.work.values import WorkKind

_SHOWN = 160
_UNKNOWN = "L05"
"""The rule that says that a reason names a comment which is not there."""


@dataclass(frozen=True, slots=True)
class Cause:
    """A comment with the standard as its answer has it; `is_saved`: that is not published yet."""

    comment: Comment
    record: Record
    assessment: Assessment
    is_saved: bool = False


def causes_of(at: DraftVisit) -> Mapping[str, Cause]:
    """Return the comments whose answers promise a change in this draft, by their ids."""
    found = dict[str, Cause]()
    for record, assessment, is_saved in _heard(at):
        for comment in record.comments:
            response = record.response_to(comment.id)
            landed = response.landed if response else None
            if landed and landed.revision == at.revision.revision:
                known = found.get(comment.id)
                is_new = is_saved and not (
                    known and known.record.response_to(comment.id) == response
                )
                found[comment.id] = Cause(comment, record, assessment, is_new)
            elif response:
                found.pop(comment.id, None)
    return found


def cause_choices(
    at: DraftVisit, causes: Mapping[str, Cause], chosen: Collection[str]
) -> Sequence[FieldChoice]:
    """Return comments to be ticked: those that may be causes, and those that are named already."""
    named = {one.id: one for one in at.record.comments if one.id in chosen and one.id not in causes}
    own = at.edition.assessment
    every = {**causes, **{name: Cause(one, at.record, own) for name, one in named.items()}}
    return [FieldChoice(name, _words(at, one), name in chosen) for name, one in every.items()]


def unknown_causes(at: DraftVisit, named: Collection[str]) -> Sequence[str]:
    """Return those of some ids that no comment on the standard has, in the draft or elsewhere."""
    known = {one.id for record, _, _ in _heard(at) for one in record.comments}
    known |= at.record.broken_comments
    known |= {name for one in at.revision.amendments for name in one.comments}
    return [name for name in named if name not in known]


def is_known_elsewhere(at: DraftVisit, problem: Problem) -> bool:
    """Return whether a comment that the draft's own files lack is published by now."""
    public = at.visit.edition.register.record(at.record.id)
    named = str(problem.values.get("comment", ""))
    return problem.code == _UNKNOWN and public is not None and public.comment(named) is not None


def _heard(at: DraftVisit) -> Iterator[tuple[Record, Assessment, bool]]:
    """Yield the standard in the draft, as it is published, and in each work of answers to it."""
    yield at.record, at.edition.assessment, False
    standard, works = at.record.id, at.visit.context.works
    if public := at.visit.edition.register.record(standard):
        yield public, at.visit.edition.assessment, False
    for one in works.begun():
        if one.name.kind is WorkKind.ANSWERS and one.name.standard == standard:
            register, assessment = works.of(one.name).state.known
            if record := register.record(standard):
                yield record, assessment, True


def _words(at: DraftVisit, one: Cause) -> str:
    text = " ".join(one.record.shown(one.comment).text.split())
    outcome = outcome_of(at.edition.locale, one.record, one.comment, one.assessment)
    if one.is_saved:
        outcome = f"{outcome}, {at.say('saved, not published')}"
    return f"{one.record.comment_name(one.comment.id)} ({outcome}): {shortened(text, _SHOWN)}"
