"""Promises that a text does not keep: an accepted comment whose clause stands as it stood."""

from collections.abc import Sequence

from talqy.compare.align import align
from talqy.model.alignment import Action
from talqy.model.register import Record
from talqy.model.revision import Revision, RevisionKind
from talqy.rules.traceability import content_of


def unkept_clauses(
    record: Record, heard_on: Revision, text: Revision, named: Sequence[str]
) -> tuple[str, ...]:
    """Return those of the named clauses that say in a text what they said when it was heard on.

    One that was moved has another place: that is a change. A repeal takes all out of force as is.
    """
    if text.kind is RevisionKind.REPEAL or text.revision <= heard_on.revision:
        return ()
    pairs = [(name, heard_on.clause(name), text.clause(name)) for name in named]
    same = [name for name, was, now in pairs if was and now and content_of(was) == content_of(now)]
    if not same or text.base != heard_on.revision:
        return tuple(same)
    alignment = align(record, heard_on, text)
    matches = [(name, alignment.of(name)) for name in same]
    return tuple(name for name, match in matches if not match or Action.MOVED not in match.actions)
