"""What the author of a comment can do with its key, and nobody else."""

from collections.abc import Mapping
from dataclasses import dataclass

from talqy.service.form.comment_key import is_key
from talqy.service.form.doors import Visit
from talqy.service.form.notices import Notice
from talqy.service.form.posted import PAGE, pairs_of
from talqy.service.form.status import NOT_PUBLIC, HowFar
from talqy.service.store.store import Store
from talqy.service.taken import Act, State, Taken

_BY = "author"
_FIELDS = ("key", "do", "sure", PAGE)


@dataclass(frozen=True, slots=True)
class DoneByAuthor:
    """What came of it, and what the author alone is told."""

    notice: Notice
    told: tuple[str, ...] = ()


class OwnComment:
    """Does what an author asks for."""

    def __init__(self, store: Store) -> None:
        self._store = store

    def fields(self, content_type: str, body: bytes) -> Mapping[str, str]:
        """Read what was posted; raise UnreadableError for what is no such form."""
        return {name: text for name, text in pairs_of(body, content_type) if name in _FIELDS}

    def done(
        self, taken: Taken, far: HowFar | None, fields: Mapping[str, str], visit: Visit
    ) -> DoneByAuthor:
        """Do what is asked for by who has the key."""
        if visit.is_from_elsewhere:
            return DoneByAuthor(Notice.ASK_HERE)
        if not is_key(fields.get("key", ""), taken.key_hash):
            return DoneByAuthor(Notice.WRONG_KEY)
        if fields.get("do") != "withdraw":
            told = self._told(taken)
            return DoneByAuthor(Notice.READ if told else Notice.NOTHING_TOLD, told)
        if fields.get("sure") != "yes":
            return DoneByAuthor(Notice.NOT_SURE)
        act = Act("withdrawn", visit.moment, _BY)
        can = far is not None and far.can_withdraw
        if can and self._store.move(taken.id, NOT_PUBLIC, State.WITHDRAWN, act):
            return DoneByAuthor(Notice.WITHDRAWN)
        return DoneByAuthor(Notice.ALREADY_PUBLIC)

    def _told(self, taken: Taken) -> tuple[str, ...]:
        """Return what officials have written to the author, the oldest first."""
        values = (line.act.values.get(TO_AUTHOR, "") for line in self._store.log_of(taken.id))
        return tuple(filter(None, values))


TO_AUTHOR = "to author"
"""The value of an act that is shown to the author alone."""
