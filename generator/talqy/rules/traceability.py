"""T: traceability. Every change has its reason and its comments; every promise was kept."""

from collections.abc import Iterator
from dataclasses import dataclass

from talqy.model import paths
from talqy.model.alignment import Action, Alignment
from talqy.model.comment import Comment, Landing, Outcome
from talqy.model.problem import Level, Problem
from talqy.model.register import Record
from talqy.model.revision import Clause, Revision, RevisionKind
from talqy.model.standing import Stage, is_mendable
from talqy.rules.rule import CheckContext, breach, rule, unfinished
from talqy.rules.steps import Step, step_to, steps

_REASON = "traceability: every changed clause names a reason"
_LANDED = "traceability: every accepted comment names where it landed"
_NO_CAUSE = (Outcome.REJECTED, Outcome.OUT_OF_SCOPE, Outcome.LATE, Outcome.WITHDRAWN)


@rule("T01", source=_REASON)
def changes_have_a_reason(context: CheckContext) -> Iterator[Problem]:
    """Every clause that is new, changed, split or joined is named by an amendment."""
    for step in steps(context):
        for match in step.unexplained():
            if not match.after:
                continue
            message = (
                "the clause “{clause}” is new, and no amendment says why"
                if Action.ADDED in match.actions
                else "the clause “{clause}” differs from r{base}, and no amendment says why"
                if Action.CHANGED in match.actions
                else "the clause “{clause}” was made from {origin}, and no amendment says why"
            )
            yield breach(
                step.file,
                ("clauses", f"#{match.after[0].id}"),
                message,
                "under amendments, add “{clause}” to the clauses of the change that it belongs to, "
                "or write a new entry with its reason",
                clause=match.after[0].id,
                base=step.base.revision,
                origin=", ".join(clause.id for clause in match.before),
                mild=step.mild,
            )


@rule("T02", source=_REASON)
def amendments_name_changes(context: CheckContext) -> Iterator[Problem]:
    """An amendment names only clauses that differ from the base, in themselves or inside."""
    for step in steps(context):
        for number, amendment in enumerate(step.revision.amendments):
            # Of clauses that changed places only some are said to have moved.
            is_move = any(map(step.is_moved, amendment.clauses))
            for at, clause in enumerate(amendment.clauses):
                if step.knows(clause) and not step.differs(clause) and not is_move:
                    yield breach(
                        step.file,
                        ("amendments", number, "clauses", at),
                        "the clause “{clause}” that the amendment names is the same as in r{base}",
                        "take its id out of this amendment, or make the change in the clause",
                        clause=clause,
                        base=step.base.revision,
                        mild=step.mild,
                    )


@rule("T03", source="traceability: every change names the comments that caused it")
def causes_were_heard(context: CheckContext) -> Iterator[Problem]:
    """No comment that was rejected, late, withdrawn or out of scope is named as a cause."""
    for record, revision, standing in context.revisions():
        for number, amendment in enumerate(revision.amendments):
            for at, comment in enumerate(amendment.comments):
                first = _first_of(record, comment)
                response = record.response_to(first)
                if response is None or response.outcome not in _NO_CAUSE:
                    continue
                yield breach(
                    paths.revision_file(record.id, revision.revision),
                    ("amendments", number, "comments", at),
                    "the comment “{comment}” is named as a cause, but its outcome is “{outcome}”"
                    if first == comment
                    else "the comment “{comment}” is named as a cause, but it repeats “{first}”, "
                    "whose outcome is “{outcome}”",
                    "take it out of the comments of this amendment; "
                    "if it did cause the change, correct the answer to it",
                    comment=comment,
                    first=first,
                    outcome=response.outcome,
                    mild=not is_mendable(standing.stage),
                )


def _first_of(record: Record, comment: str) -> str:
    """Follow a duplicate to the comment that was answered; circles end where they begin."""
    seen = [comment]
    while (response := record.response_to(seen[-1])) and response.duplicate_of:
        if response.duplicate_of in seen:
            break
        seen.append(response.duplicate_of)
    return seen[-1]


@dataclass(frozen=True, slots=True)
class _Landed:
    """An accepted comment that landed in a later revision; `step` leads to that revision."""

    record: Record
    comment: Comment
    landing: Landing
    revision: Revision
    step: Step | None
    stage: Stage

    @property
    def file(self) -> str:
        return self.comment.path.response_file


def _landed(context: CheckContext) -> Iterator[_Landed]:
    """Yield the accepted comments whose revisions exist; rule L03 speaks of the others."""
    for record in context.register.records:
        for comment in record.comments:
            response = record.response_to(comment.id)
            landing = response and response.landed
            revision = landing and record.revision(landing.revision)
            if landing and revision and revision.revision > comment.revision:
                stage = context.assessment.of(record.id, revision.revision).stage
                step = step_to(context, record, revision)
                yield _Landed(record, comment, landing, revision, step, stage)


@rule("T04", source=_LANDED)
def promises_are_kept(context: CheckContext) -> Iterator[Problem]:
    """A comment that was accepted changed the clauses where it landed."""
    for one in _landed(context):
        heard_on = one.record.revision(one.comment.revision)
        is_next = one.step is not None and one.step.base.revision == one.comment.revision
        alignment = one.step.alignment if one.step and is_next else None
        for at, name in enumerate(one.landing.clauses):
            if heard_on and is_unchanged(name, heard_on, one.revision, alignment):
                problem = breach(
                    one.file,
                    ("landed", "clauses", at),
                    "the comment is accepted, but the clause “{clause}” is the same in r{landed} "
                    "as in r{on}, on which it was given",
                    "make the change that was promised, "
                    "or name under “landed” the clauses in which it was made",
                    clause=name,
                    landed=one.revision.revision,
                    on=one.comment.revision,
                    mild=not is_mendable(one.stage),
                )
                yield unfinished(problem, one.stage)


def content_of(clause: Clause) -> object:
    """Return what a clause says, with all that is inside it; numbers are only printed."""
    inside = tuple((inner.id, content_of(inner)) for inner in clause.clauses)
    return (clause.heading, clause.text, clause.table, clause.covers, clause.facts, inside)


def is_unchanged(
    clause: str, heard_on: Revision, text: Revision, alignment: Alignment | None
) -> bool:
    """Return whether a clause says in a text what it said in the one that people were heard on.

    A repeal takes all out of force as it stands. `alignment` is that of the two, where one follows
    the other: what was moved has changed.
    """
    was, now = heard_on.clause(clause), text.clause(clause)
    if text.kind is RevisionKind.REPEAL or not was or not now:
        return False
    match = alignment.of(clause) if alignment else None
    is_moved = match is not None and Action.MOVED in match.actions
    return not is_moved and content_of(was) == content_of(now)


@rule("T08", source=_REASON)
def removals_have_a_reason(context: CheckContext) -> Iterator[Problem]:
    """Every clause that was removed is named by an amendment."""
    for step in steps(context):
        for match in step.unexplained():
            if not match.after:
                yield breach(
                    step.file,
                    ("amendments",),
                    "the clause “{clause}” of r{base} is gone, and no amendment says why",
                    "under amendments, name “{clause}” with the reason, or put the clause back",
                    clause=match.before[0].id,
                    base=step.base.revision,
                    mild=step.mild,
                )


@rule("T10", level=Level.WARNING, source=_LANDED)
def accepted_comments_are_causes(context: CheckContext) -> Iterator[Problem]:
    """An accepted comment is named by an amendment of the revision where it landed."""
    for one in _landed(context):
        causes = {name for amendment in one.revision.amendments for name in amendment.comments}
        # Where nothing differs from the base, no amendment could name it; T04 looks at that.
        changed = one.step and any(one.step.differs(name) for name in one.landing.clauses)
        if one.step and changed and one.comment.id not in causes:
            yield breach(
                one.step.file,
                ("amendments",),
                "the comment “{comment}” is accepted and landed here, but no amendment names it",
                "under amendments, add “{comment}” to the comments of the change that it led to",
                comment=one.comment.id,
            )
