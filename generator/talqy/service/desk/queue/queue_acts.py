"""The acts that a form of the queue can ask for."""

from collections.abc import Callable, Sequence

from talqy.service.desk.pages import DeskVisit
from talqy.service.desk.posted import DeskPosted
from talqy.service.publish.acts import REASONS, ActDone, Acts

PUBLISH, HOLD, REFUSE = "publish", "hold", "refuse"
QueueAct = Callable[[Acts, str], ActDone]


def act_of(visit: DeskVisit, posted: DeskPosted) -> QueueAct | None:
    """Return what is to be done with one comment or with many; None for what is no such act."""
    do, note, reason = posted.of("do"), posted.of("note"), posted.of("reason")
    if do == PUBLISH:
        return lambda acts, name: acts.publish(name)
    if do == HOLD:
        return lambda acts, name: acts.hold(name, note)
    if do == REFUSE and reason in dict(reason_choices(visit)):
        return lambda acts, name: acts.refuse(name, reason)
    return None


def reason_choices(visit: DeskVisit) -> Sequence[tuple[str, str]]:
    """Return why a comment is not published: codes and words of the closed list."""
    locale = visit.edition.locale
    known = visit.edition.register.codes.codes(REASONS)
    return [(code, locale.coded(REASONS, code)) for code in known]
