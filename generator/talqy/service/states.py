"""Which states of a comment mean what for those who decide."""

from talqy.service.taken import State

UNDECIDED = (State.RECEIVED, State.LOOKED_AT, State.HELD, State.ASKED_BACK)
NOT_YET_SENT = (*UNDECIDED, State.TO_PUBLISH)
"""From here nothing has gone out: what is decided now holds wholly."""
OUTGOING = (State.QUEUED, State.PUSHED)
SENT = (*OUTGOING, State.PUBLISHED)
NOT_PUBLIC = (*NOT_YET_SENT, *OUTGOING)
