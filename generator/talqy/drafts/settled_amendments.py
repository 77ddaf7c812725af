"""Amendments that follow the text of a draft: each change has one, and none is left of no change.

What a person has written stays: a reason, and the comments that led to a change. Only an amendment
that nobody has written anything into goes with its change.
"""

from collections.abc import Mapping, Sequence

from talqy.compare.align import align
from talqy.drafts.drafted_amendments import with_amendments
from talqy.drafts.drafted_changes import DraftedChanges
from talqy.model.register import Record
from talqy.model.revision import Amendment, Revision, RevisionKind
from talqy.model.walk import is_unwritten
from talqy.project.yaml_edit import edited, without
from talqy.rules.steps import Step


def with_settled_amendments(
    text: str,
    record: Record,
    revision: Revision,
    reasons: Mapping[str, Mapping[str, str]],
    languages: Sequence[str],
) -> str:
    """Return the file of a draft whose amendments say what its text changes.

    `revision` is what the file says; `reasons` are what a person has said now, by clause. A repeal
    changes no text: it takes it out of force as it stands.
    """
    base = record.base_of(revision)
    if base is None or revision.kind is RevisionKind.REPEAL:
        return text
    step = Step(record, base, revision, align(record, base, revision), mild=False)
    amendments = list[Amendment]()
    for at, one in reversed(list(enumerate(revision.amendments))):
        kept = _kept(step, one)
        if kept is None:
            text = without(text, ("amendments", at))
            continue
        amendments.insert(0, kept)
        if kept.clauses != one.clauses:
            text = edited(text, ("amendments", at, "clauses"), list(kept.clauses))
    settled = revision.model_copy(update={"amendments": tuple(amendments)})
    unexplained = Step(record, base, settled, step.alignment, mild=False).unexplained()
    done = DraftedChanges([match.ids for match in unexplained], None, reasons)
    return with_amendments(text, settled, done, languages)


def _kept(step: Step, one: Amendment) -> Amendment | None:
    """Return an amendment as it stays: without clauses that no text has; None if it goes."""
    known = tuple(name for name in one.clauses if step.knows(name))
    is_written = bool(one.comments) or not all(map(is_unwritten, one.reason.values()))
    is_change = any(step.differs(name) or step.is_moved(name) for name in known)
    if not known or not (is_written or is_change):
        return None
    return one.model_copy(update={"clauses": known})
