"""Which states of a comment mean what, for those who decide, for its author and for the store."""

from collections.abc import Mapping

from talqy.service.taken import State

UNDECIDED = (State.RECEIVED, State.LOOKED_AT, State.HELD, State.ASKED_BACK)
NOT_YET_SENT = (*UNDECIDED, State.TO_PUBLISH)
"""From here nothing has gone out: what is decided now holds wholly."""
OUTGOING = (State.QUEUED, State.PUSHED)
SENT = (*OUTGOING, State.PUBLISHED)
NOT_PUBLIC = (*NOT_YET_SENT, *OUTGOING)
ENDED = (State.REFUSED, State.WITHDRAWN)
"""Nothing is published of it, and no answer comes."""
DECIDED = (State.PUBLISHED, *ENDED)
"""The states in which a comment stays."""
LIVING = tuple(state for state in State if state not in ENDED)
"""The states of comments that are, or may still become, public."""


def undecided_in(counts: Mapping[State, int]) -> int:
    """Return how many comments wait for a decision."""
    return sum(counts[state] for state in UNDECIDED)
