"""Promises that a text does not keep: an accepted comment whose clause stands as it stood."""

from collections.abc import Sequence

from talqy.compare.align import align
from talqy.model.register import Record
from talqy.model.revision import Revision
from talqy.rules.traceability import is_unchanged


def unkept_clauses(
    record: Record, heard_on: Revision, text: Revision, named: Sequence[str]
) -> tuple[str, ...]:
    """Return those of the named clauses that say in a text what they said when it was heard on.

    It is decided as `check` decides it of texts that are published (T04).
    """
    if text.revision <= heard_on.revision:
        return ()
    same = [name for name in named if is_unchanged(name, heard_on, text, None)]
    if not same or text.base != heard_on.revision:
        return tuple(same)
    alignment = align(record, heard_on, text)
    return tuple(name for name in same if is_unchanged(name, heard_on, text, alignment))
