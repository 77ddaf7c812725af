"""Where a revision stands: computed from its data and the day, never stored.

The table is the law of the tool: `derive/stages.py` computes the walk of every revision through
its dates, and a rule compares each step with this table. If you add a stage, add its official
name to `lists/codes.yaml` (a test holds you to it).
"""

from collections.abc import Mapping
from enum import StrEnum


class Stage(StrEnum):
    """The stages of a revision, in the usual order."""

    PLANNED = "planned"
    OPEN = "open"
    CLOSING = "closing"
    CONSIDERING = "considering"
    ANSWERED = "answered"
    ADOPTED = "adopted"
    SUPERSEDED = "superseded"
    WITHDRAWN = "withdrawn"
    REPEALED = "repealed"


_END: frozenset[Stage] = frozenset()

LEGAL_MOVES: Mapping[Stage, frozenset[Stage]] = {
    # A draft that was never discussed may give way to a later one, but it cannot be adopted.
    Stage.PLANNED: frozenset({Stage.OPEN, Stage.CLOSING, Stage.SUPERSEDED, Stage.WITHDRAWN}),
    Stage.OPEN: frozenset({Stage.CLOSING, Stage.CONSIDERING, Stage.WITHDRAWN}),
    # An extension takes a closing discussion back to open.
    Stage.CLOSING: frozenset({Stage.OPEN, Stage.CONSIDERING, Stage.WITHDRAWN}),
    Stage.CONSIDERING: frozenset({Stage.ANSWERED, Stage.WITHDRAWN}),
    # The report comes first: articles 13 (2) and 15 of Law No. 88-V.
    Stage.ANSWERED: frozenset(
        {Stage.ADOPTED, Stage.SUPERSEDED, Stage.WITHDRAWN, Stage.REPEALED},
    ),
    Stage.ADOPTED: frozenset({Stage.SUPERSEDED, Stage.REPEALED}),
    Stage.SUPERSEDED: _END,
    Stage.WITHDRAWN: _END,
    Stage.REPEALED: _END,
}

DISCUSSED: frozenset[Stage] = frozenset({Stage.OPEN, Stage.CLOSING})
"""The stages in which a comment is in time."""


def is_legal(before: Stage, after: Stage) -> bool:
    """Return whether a revision may go from one stage straight to another."""
    return after in LEGAL_MOVES[before]
