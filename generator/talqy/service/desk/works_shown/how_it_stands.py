"""How a work stands, as pages say it: in a few words beside its name, and what can be done next."""

from collections.abc import Mapping

from talqy.errors import Saying
from talqy.service.desk.pages import DeskVisit
from talqy.service.desk.work.standing import WorkStanding

_IN_SHORT: Mapping[WorkStanding, Saying] = {
    WorkStanding.SENT: Saying("sent to be looked at"),
    WorkStanding.GONE_ON: Saying("sent to be looked at; something was saved since"),
    WorkStanding.DECLINED: Saying("sent, and not taken over"),
    WorkStanding.OUT_AGAIN: Saying("published, and taken out again"),
    WorkStanding.PARTLY_OUT: Saying("published, and a part of it taken out again"),
}
_NEXT: Mapping[WorkStanding, Saying] = {
    WorkStanding.SENT: Saying(
        "It was sent to be looked at, and is published when somebody takes it over. What is saved "
        "here after that has to be sent, too."
    ),
    WorkStanding.GONE_ON: Saying(
        "It was sent to be looked at, and something was saved since: whoever looks at it does not "
        "see that before it is sent, too."
    ),
    WorkStanding.DECLINED: Saying(
        "It was sent to be looked at, and nobody looks at it there any more: it was closed or "
        "deleted there, and nothing was taken over. Change it and send it anew, or give it up."
    ),
    WorkStanding.OUT_AGAIN: Saying(
        "This was published, and was taken out of what is published later. It can be taken up "
        "again: then it stands here as a save that is not published yet."
    ),
    WorkStanding.PARTLY_OUT: Saying(
        "This was published, and a part of it was taken out of what is published later. That part "
        "can be taken up again: then it stands here as a save that is not published yet."
    ),
}


def in_short(visit: DeskVisit, standing: WorkStanding) -> str:
    """Return how a work stands, in a few words; empty where it is saved and no more."""
    return visit.said(_IN_SHORT[standing]) if standing in _IN_SHORT else ""


def what_next(visit: DeskVisit, standing: WorkStanding) -> str:
    """Return what becomes of a work as it stands, and what can be done."""
    return visit.said(_NEXT[standing]) if standing in _NEXT else ""
