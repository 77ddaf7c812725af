"""For how long what is kept: carried out by the worker, and said to people.

What nobody has decided yet is never forgotten by a clock: a person decides first.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import timedelta

from talqy.model.publishing import Keeping
from talqy.service.attachments.file_folder import FileFolder
from talqy.service.attachments.keeping import forget_files
from talqy.service.parts import Service
from talqy.service.store.attached import AttachedFiles
from talqy.service.store.mails import ReadMails
from talqy.service.taken import Act, ActName, By, State

_EVERY = timedelta(hours=1)
_LEASE = "forgetting"
WITH_WORDS = (ActName.ASKED_BACK, ActName.ANSWERED_BACK, ActName.HELD)
"""Lines of the log that hold words of the author or of officials: they go with the comment."""


@dataclass(frozen=True, slots=True)
class Kept:
    """For how many days one sort of data is kept, and what it is called in the settings."""

    what: str
    days: int


def kept(keep: Keeping) -> tuple[Kept, ...]:
    """Return what is kept for how long, in the order of the settings."""
    return tuple(Kept(name, getattr(keep, name)) for name in Keeping.model_fields)


def forget_what_is_due(service: Service) -> int:
    """Forget what was kept long enough; return how many comments, originals and lines it was.

    It is looked for once an hour; what the doors of the form remember goes then, too.
    """
    store, keep, now = service.store, service.settings.said.keep, service.now()
    if not store.lease(_LEASE, f"{now:%Y-%m-%dT%H:%M:%S.%f}", now + _EVERY, now):
        return 0
    store.tidy(now)
    act = Act(ActName.FORGOTTEN, now, By.PUBLISHER)
    days: Mapping[State, int] = {
        State.PUBLISHED: keep.published,
        State.REFUSED: keep.refused,
        State.WITHDRAWN: keep.withdrawn,
    }
    comments = 0
    for state, many in days.items():
        before, is_refused = now - timedelta(days=many), state is not State.PUBLISHED
        comments += store.forget((state,), before, act, WITH_WORDS, with_originals=is_refused)
    originals = store.forget_originals(now - timedelta(days=keep.originals))
    folder = FileFolder(service.settings.data)
    files = forget_files(AttachedFiles(store.engines), folder, keep, now)
    mails = ReadMails(store.engines).forget(now - timedelta(days=keep.log))
    return comments + originals + files + mails + store.forget_log(now - timedelta(days=keep.log))
