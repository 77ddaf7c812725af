"""What is asked of the queue. Each call is one transaction, and the same on either database."""

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import replace
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any, Self

from sqlalchemy import Select, and_, func, or_, select, union_all, update
from sqlalchemy.engine import Connection

from talqy.errors import TalqyError
from talqy.service.sent_file import SentFile
from talqy.service.store.attached import attach
from talqy.service.store.engines import Engines, engines, is_written, make_file
from talqy.service.store.rows import as_act, as_comment, logged, taken_of
from talqy.service.store.tables import ACTS, COMMENTS, COUNTED, LEASES, ORIGINALS, SPENT
from talqy.service.store.versions import bring_up_to_date, require_version
from talqy.service.taken import DECIDED, LIVING, Act, Logged, State, Taken

_SLOT = timedelta(minutes=1)
_LONGEST_WINDOW = timedelta(days=1)


class IdTakenError(TalqyError):
    """Another comment of the queue has this id: a new one is to be drawn."""


class Store:
    """The queue, its log, and what the doors of the form remember."""

    def __init__(self, engines: Engines) -> None:
        self._engines = engines

    @classmethod
    def opened(cls, address: str | Path) -> Self:
        """Open the queue at an address, made or brought up to date as needed."""
        if isinstance(address, Path):
            make_file(address)
        found = engines(address)
        try:
            bring_up_to_date(found)
        except BaseException:
            found.close()
            raise
        return cls(found)

    @classmethod
    def there(cls, address: str | Path) -> Self:
        """Return the queue at an address, which is neither made nor changed."""
        return cls(engines(address))

    @property
    def engines(self) -> Engines:
        """The connections of this queue."""
        return self._engines

    def close(self) -> None:
        """End all connections."""
        self._engines.close()

    # --- comments -------------------------------------------------------------------------------

    def take(self, taken: Taken, act: Act, files: Sequence[SentFile] = ()) -> Taken:
        """Put a comment into the queue with its files; it is on disk when this returns.

        Of what was posted before, the one that is there is returned. Raise `IdTakenError` where
        its id is that of another one.
        """
        row = as_comment(replace(taken, changed_at=taken.changed_at or taken.taken_at))
        with self._engines.writing() as connection:
            insert = self._engines.insert(COMMENTS).values(**row).on_conflict_do_nothing()
            is_new = is_written(connection, insert, COMMENTS.c.id)
            if is_new:
                _note(connection, act, taken.id, None, taken.state)
                attach(connection, taken.id, files)
            there = COMMENTS.c.id == taken.id if is_new else COMMENTS.c.posted == taken.posted
            found = connection.execute(select(COMMENTS).where(there)).mappings().first()
        if found is None:
            raise IdTakenError("another comment in the queue has the id {id}", id=taken.id)
        return taken_of(found)

    def of(self, comment: str) -> Taken | None:
        """Return a comment by its id."""
        return self._one(select(COMMENTS).where(COMMENTS.c.id == comment))

    def states_of(self, comments: Iterable[str]) -> Mapping[str, State]:
        """Return how far those of some comments are that the queue has."""
        asked = select(COMMENTS.c.id, COMMENTS.c.state).where(COMMENTS.c.id.in_(list(comments)))
        with self._engines.reading() as connection:
            return {name: State(state) for name, state in connection.execute(asked)}

    def of_posted(self, posted: str) -> Taken | None:
        """Return the comment that was made of a submission, by the digest of what was posted."""
        return self._one(select(COMMENTS).where(COMMENTS.c.posted == posted))

    def waiting(
        self,
        states: Collection[State],
        *,
        standard: str | None = None,
        after: Taken | None = None,
        most: int | None = None,
    ) -> list[Taken]:
        """Return comments in these states, in the order in which they came, `most` of them.

        They can be of one `standard` alone, and those that came `after` one of them.
        """
        wanted = select(COMMENTS).where(COMMENTS.c.state.in_(states))
        if standard is not None:
            wanted = wanted.where(COMMENTS.c.standard == standard)
        if after is not None:
            here = COMMENTS.c.taken_at, COMMENTS.c.id
            later = and_(here[0] == after.taken_at, here[1] > after.id)
            wanted = wanted.where(or_(here[0] > after.taken_at, later))
        wanted = wanted.order_by(COMMENTS.c.taken_at, COMMENTS.c.id).limit(most)
        with self._engines.reading() as connection:
            return [taken_of(row) for row in connection.execute(wanted).mappings()]

    def move(self, comment: str, from_states: Collection[State], to: State, act: Act) -> bool:
        """Move a comment on; return whether it was in one of these states, and has moved."""
        return bool(self.move_all([comment], from_states, to, act))

    def move_all(
        self, comments: Iterable[str], from_states: Collection[State], to: State, act: Act
    ) -> list[str]:
        """Move several comments on at once; return those of them that have moved."""
        ids = list(comments)
        here = select(COMMENTS.c.id, COMMENTS.c.state).where(
            COMMENTS.c.id.in_(ids), COMMENTS.c.state.in_(from_states)
        )
        with self._engines.writing() as connection:
            was = {
                row.id: State(row.state)
                for row in connection.execute(here.order_by(COMMENTS.c.id).with_for_update())
            }
            if was:
                new = {"state": to, "reason": act.reason, "changed_at": act.at}
                connection.execute(update(COMMENTS).where(COMMENTS.c.id.in_(was)).values(**new))
            for name, state in was.items():
                _note(connection, act, name, state, to)
        return [name for name in ids if name in was]

    def rewrite(
        self, comment: str, old: bytes, new: bytes, from_states: Collection[State], act: Act
    ) -> bool:
        """Put another text in the place of a comment's; return whether it had the old one.

        The first text of all is kept apart: the digest that its author was told is that of it.
        """
        here = and_(
            COMMENTS.c.id == comment, COMMENTS.c.text == old, COMMENTS.c.state.in_(from_states)
        )
        kept = self._engines.insert(ORIGINALS).values(comment=comment, text=old, replaced_at=act.at)
        with self._engines.writing() as connection:
            done = connection.execute(update(COMMENTS).where(here).values(text=new)).rowcount
            if done:
                connection.execute(kept.on_conflict_do_nothing())
                _note(connection, act, comment, None, None)
        return bool(done)

    def original_of(self, comment: str) -> bytes | None:
        """Return a comment as it came, where words were taken out since; None where none were."""
        asked = select(ORIGINALS.c.text).where(ORIGINALS.c.comment == comment)
        with self._engines.reading() as connection:
            found = connection.execute(asked).scalar()
        return None if found is None else bytes(found)

    def forget_originals(self, before: datetime) -> int:
        """Forget what was taken out before a moment of comments that somebody has decided."""
        waiting = select(COMMENTS.c.id).where(COMMENTS.c.state.not_in(DECIDED))
        old = and_(ORIGINALS.c.replaced_at < before, ORIGINALS.c.comment.not_in(waiting))
        with self._engines.writing() as connection:
            return connection.execute(ORIGINALS.delete().where(old)).rowcount

    def tally(self) -> Mapping[tuple[str, int, State, str], int]:
        """Return how many comments there are, by standard, revision, state and reason."""
        by = (COMMENTS.c.standard, COMMENTS.c.revision, COMMENTS.c.state, COMMENTS.c.reason)
        asked = select(*by, func.count()).group_by(*by).order_by(*by)
        with self._engines.reading() as connection:
            return {
                (standard, revision, State(state), reason): int(times)
                for standard, revision, state, reason, times in connection.execute(asked)
            }

    def counts(self) -> Mapping[State, int]:
        """Return how many comments are in each state; all states are there."""
        asked = select(COMMENTS.c.state, func.count()).group_by(COMMENTS.c.state)
        with self._engines.reading() as connection:
            found = {State(state): int(times) for state, times in connection.execute(asked)}
        return {state: found.get(state, 0) for state in State}

    def oldest(self, states: Collection[State]) -> datetime | None:
        """Return when the comment came that waits longest in these states."""
        asked = select(COMMENTS.c.taken_at).where(COMMENTS.c.state.in_(states))
        with self._engines.reading() as connection:
            first = connection.execute(asked.order_by(COMMENTS.c.taken_at).limit(1)).first()
        return first[0] if first else None

    def noted(self, what: str, states: Collection[State]) -> list[str]:
        """Return the comments in these states of whose log a line says this."""
        is_theirs = COMMENTS.c.id == ACTS.c.comment
        asked = select(ACTS.c.comment).join_from(COMMENTS, ACTS, is_theirs).distinct()
        named = asked.where(COMMENTS.c.state.in_(states), ACTS.c.what == what)
        with self._engines.reading() as connection:
            return [comment for (comment,) in connection.execute(named.order_by(ACTS.c.comment))]

    def newest(self) -> datetime | None:
        """Return when the last comment came of those that are, or may still become, public."""
        with self._engines.reading() as connection:
            return newest(connection)

    def forget(
        self,
        states: Collection[State],
        before: datetime,
        act: Act,
        lines: Collection[str] = (),
        *,
        with_originals: bool = False,
    ) -> int:
        """Forget the words of comments that are in these states since before a moment.

        So are the lines of the log about them that are called like one of `lines`, and, where it is
        said `with_originals`, what was taken out of them. What stays is
        what people may still ask for: id, digest, days, state and reason, and what is kept of the
        key, which says nothing of anybody.
        """
        old = and_(
            COMMENTS.c.state.in_(states), COMMENTS.c.changed_at < before, COMMENTS.c.text != b""
        )
        with self._engines.writing() as connection:
            ids = list(connection.execute(select(COMMENTS.c.id).where(old)).scalars())
            about = ACTS.c.comment.in_(select(COMMENTS.c.id).where(old))
            connection.execute(ACTS.delete().where(about, ACTS.c.what.in_(lines)))
            if with_originals:
                connection.execute(ORIGINALS.delete().where(ORIGINALS.c.comment.in_(ids)))
            connection.execute(update(COMMENTS).where(old).values(text=b"", posted=None))
            for name in ids:
                _note(connection, act, name, None, None)
        return len(ids)

    # --- the log --------------------------------------------------------------------------------

    def note(self, act: Act, comment: str = "") -> None:
        """Write a line of the log by which no comment moves."""
        with self._engines.writing() as connection:
            _note(connection, act, comment, None, None)

    def log_of(self, comment: str) -> tuple[Logged, ...]:
        """Return the lines of the log about one comment, the oldest first."""
        asked = select(ACTS).where(ACTS.c.comment == comment).order_by(ACTS.c.number)
        with self._engines.reading() as connection:
            return tuple(logged(row) for row in connection.execute(asked).mappings())

    def last_said(self, what: str) -> Logged | None:
        """Return the newest line of the log about the service itself that is called so."""
        mine = and_(ACTS.c.comment == "", ACTS.c.what == what)
        asked = select(ACTS).where(mine).order_by(ACTS.c.number.desc()).limit(1)
        with self._engines.reading() as connection:
            found = connection.execute(asked).mappings().first()
        return logged(found) if found else None

    def forget_log(self, before: datetime) -> int:
        """Forget lines of the log that are older than a moment."""
        with self._engines.writing() as connection:
            return connection.execute(ACTS.delete().where(ACTS.c.at < before)).rowcount

    # --- what the doors remember ----------------------------------------------------------------

    def spend(self, challenge: str, until: datetime) -> bool:
        """Return whether a challenge has not been used before; it is used now."""
        row = {"challenge": challenge, "until": until}
        with self._engines.writing(is_light=True) as connection:
            insert = self._engines.insert(SPENT).values(**row).on_conflict_do_nothing()
            return is_written(connection, insert, SPENT.c.challenge)

    def count(self, key: str, window: timedelta, now: datetime) -> int:
        """Count once more for a key; return how often it was in a window of time up to now."""
        slot = _slot(now)
        row = self._engines.insert(COUNTED).values(key=key, slot=slot, times=1)
        again = row.on_conflict_do_update(
            index_elements=[COUNTED.c.key, COUNTED.c.slot], set_={"times": COUNTED.c.times + 1}
        )
        asked = select(func.sum(COUNTED.c.times)).where(
            COUNTED.c.key == key, COUNTED.c.slot > _slot(now - window)
        )
        with self._engines.writing(is_light=True) as connection:
            connection.execute(again)
            return int(connection.execute(asked).scalar_one())

    def lease(self, name: str, holder: str, until: datetime, now: datetime) -> bool:
        """Return whether a work is the holder's own up to a moment: one process at a time has it.

        Who has it already may have it longer.
        """
        row = self._engines.insert(LEASES).values(name=name, holder=holder, until=until)
        taken_over = row.on_conflict_do_update(
            index_elements=[LEASES.c.name],
            set_={"holder": holder, "until": until},
            where=or_(LEASES.c.holder == holder, LEASES.c.until <= now),
        )
        with self._engines.writing() as connection:
            return is_written(connection, taken_over, LEASES.c.name)

    def give_back(self, name: str, holder: str, now: datetime) -> None:
        """End a work that is the holder's own: another process may have it from now on."""
        own = (LEASES.c.name == name, LEASES.c.holder == holder)
        with self._engines.writing() as connection:
            connection.execute(LEASES.update().where(*own).values(until=now))

    def tidy(self, now: datetime) -> None:
        """Drop challenges that nobody can use any more, and counts that nobody asks for."""
        old_counts = COUNTED.c.slot < _slot(now - _LONGEST_WINDOW)
        with self._engines.writing(is_light=True) as connection:
            connection.execute(SPENT.delete().where(SPENT.c.until < now))
            connection.execute(COUNTED.delete().where(old_counts))

    # --- how it is --------------------------------------------------------------------------------

    def require_sound(self) -> None:
        """Raise where the queue cannot be read now, or is not the one that was opened."""
        with self._engines.reading() as connection:
            require_version(connection)

    def _one(self, asked: Select[Any]) -> Taken | None:
        with self._engines.reading() as connection:
            found = connection.execute(asked).mappings().first()
        return taken_of(found) if found else None


def newest(connection: Connection) -> datetime | None:
    """Return when the last comment came of those that are, or may still become, public."""
    # By its state each last one stands at the end of an index.
    last = func.max(COMMENTS.c.taken_at)
    asked = union_all(*(select(last).where(COMMENTS.c.state == one) for one in LIVING))
    return max((moment for (moment,) in connection.execute(asked) if moment), default=None)


def _note(
    connection: Connection, act: Act, comment: str, was: State | None, to: State | None
) -> None:
    connection.execute(ACTS.insert().values(**as_act(act, comment, was, to)))


def _slot(moment: datetime) -> int:
    return int(moment.timestamp() // _SLOT.total_seconds())
