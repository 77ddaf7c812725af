"""Letters that wait for the mail server. What is told, and who is told, is one transaction.

A letter is `waiting`, then `handing` while its words go out, then gone. One of which nobody knows
whether the server took it is `unknown`: it is not sent again, for nobody gets anything twice.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import ColumnElement, Row, and_, delete, exists, func, select, update
from sqlalchemy.engine import Connection

from talqy.model.notice import Happening, NoticeKind, Notices, Reached
from talqy.service.addressee import Addressee, digest_of, topics_of
from talqy.service.store.engines import Engines, is_written
from talqy.service.store.letter_tables import ADDRESSEES, BATCHES, LETTERS, REACHED, TOLD

CONFIRM = "confirm"
"""The batch of a letter that asks to confirm an address."""
REPLY = "reply"
"""The batch of a letter that answers a message."""
_OF_LETTERS = "letters"
_WAITING, _HANDING, _UNKNOWN = "waiting", "handing", "unknown"
_AT_ONCE = 400
_LAST_ANSWERS = frozenset({NoticeKind.COMMENT_ANSWERED, NoticeKind.COMMENT_WITHDRAWN})


@dataclass(frozen=True, slots=True)
class Waiting:
    """What waits for one addressee: the ids of its letters, their batches, and how often tried."""

    addressee: str
    letters: tuple[str, ...]
    batches: tuple[str, ...]
    tried: int
    made_at: datetime


class Outbox:
    """Letters on their way."""

    def __init__(self, engines: Engines) -> None:
        self._engines = engines

    @property
    def reached(self) -> Reached | None:
        """How far all are told; None where nobody was told anything yet."""
        with self._engines.reading() as connection:
            found = connection.execute(select(REACHED.c.at_commit, REACHED.c.day)).first()
        return Reached(commit=found.at_commit, day=found.day) if found else None

    def begin(self, at: Reached) -> None:
        """Begin to tell from a commit and a day on."""
        with self._engines.writing() as connection:
            self._reach(connection, at)

    def tell(self, found: Notices, now: datetime, keep_until: datetime) -> int:
        """Put down what happened for all who are to be told, and how far all are told then.

        Who follows a comment is kept until `keep_until` once it is answered. Return how many
        letters wait more.
        """
        with self._engines.writing() as connection:
            new = [one for one in found.notices if self._is_new(connection, one, now)]
            count = self._put(connection, found.model_copy(update={"notices": tuple(new)}), now)
            for one in new:
                if one.kind in _LAST_ANSWERS:
                    here = ADDRESSEES.c.topic == f"comment:{one.comment}"
                    kept = update(ADDRESSEES).where(and_(here, ADDRESSEES.c.until.is_(None)))
                    connection.execute(kept.values(until=keep_until))
            self._reach(connection, found.until)
        return count

    def ask_to_confirm(self, who: Addressee, now: datetime) -> None:
        """Put down a letter that asks to confirm an address, in place of one that waits."""
        with self._engines.writing() as connection:
            here = and_(LETTERS.c.addressee == who.id, LETTERS.c.batch == CONFIRM)
            connection.execute(delete(LETTERS).where(here, LETTERS.c.state == _WAITING))
            name = digest_of(CONFIRM, who.id, who.asked_at.isoformat())
            self._letters(connection, [who.id], CONFIRM, now, name)

    # --- to send ----------------------------------------------------------------------------------

    def waiting(self, now: datetime, most: int) -> list[Waiting]:
        """Return what is to be sent now, by addressee, who has waited longest first."""
        here = and_(LETTERS.c.state == _WAITING, LETTERS.c.next_at <= now)
        first = (
            select(LETTERS.c.addressee)
            .where(here)
            .group_by(LETTERS.c.addressee)
            .order_by(func.min(LETTERS.c.made_at), LETTERS.c.addressee)
            .limit(most)
        )
        with self._engines.reading() as connection:
            names = list(connection.execute(first).scalars())
            asked = select(LETTERS).where(here, LETTERS.c.addressee.in_(names))
            rows = connection.execute(asked.order_by(LETTERS.c.made_at, LETTERS.c.id)).all()
        for_each: dict[str, list[Row[Any]]] = {name: [] for name in names}
        for row in rows:
            for_each[row.addressee].append(row)
        return [_waiting(name, found) for name, found in for_each.items() if found]

    def notices(self, batches: Iterable[str]) -> Mapping[str, Notices]:
        """Return what is told in batches, by their ids."""
        wanted = select(BATCHES).where(BATCHES.c.id.in_(list(batches)))
        with self._engines.reading() as connection:
            rows = connection.execute(wanted).all()
        return {row.id: Notices.model_validate_json(row.notices) for row in rows}

    def handing(self, one: Waiting) -> bool:
        """Note that the words of letters go out; return whether all of them still wait."""
        with self._engines.writing() as connection:
            moved = self._move(connection, one, _WAITING, _HANDING)
            if moved != len(one.letters):
                self._move(connection, one, _HANDING, _WAITING)
            return moved == len(one.letters)

    def sent(self, one: Waiting) -> None:
        """Let go of letters that the server has taken, or will never take."""
        with self._engines.writing() as connection:
            connection.execute(delete(LETTERS).where(LETTERS.c.id.in_(one.letters)))

    def later(self, one: Waiting, next_at: datetime) -> None:
        """Let letters wait until a moment."""
        new = {"state": _WAITING, "next_at": next_at, "tried": LETTERS.c.tried + 1}
        with self._engines.writing() as connection:
            here = and_(LETTERS.c.id.in_(one.letters), LETTERS.c.state != _UNKNOWN)
            connection.execute(update(LETTERS).where(here).values(**new))

    def doubt(self) -> int:
        """Leave alone what was going out when a worker ended: whether it was taken nobody knows."""
        with self._engines.writing() as connection:
            here = update(LETTERS).where(LETTERS.c.state == _HANDING)
            return connection.execute(here.values(state=_UNKNOWN)).rowcount

    def counts(self) -> Mapping[str, int]:
        """Return how many letters there are, by what became of them."""
        asked = select(LETTERS.c.state, func.count()).group_by(LETTERS.c.state)
        with self._engines.reading() as connection:
            return {row[0]: row[1] for row in connection.execute(asked)}

    def tidy(self, letters_before: datetime, told_before: datetime) -> None:
        """Drop letters that are too old to be sent, batches of which none waits, old ids."""
        waits = exists().where(LETTERS.c.batch == BATCHES.c.id)
        with self._engines.writing() as connection:
            connection.execute(delete(LETTERS).where(LETTERS.c.made_at < letters_before))
            connection.execute(delete(BATCHES).where(~waits))
            connection.execute(delete(TOLD).where(TOLD.c.at < told_before))

    # --- rows -------------------------------------------------------------------------------------

    def _reach(self, connection: Connection, at: Reached) -> None:
        new = {"at_commit": at.commit, "day": at.day}
        row = self._engines.insert(REACHED).values(name=_OF_LETTERS, **new)
        connection.execute(row.on_conflict_do_update(index_elements=[REACHED.c.name], set_=new))

    def _is_new(self, connection: Connection, one: Happening, now: datetime) -> bool:
        row = (
            self._engines.insert(TOLD).values(id=digest_of(one.id), at=now).on_conflict_do_nothing()
        )
        return is_written(connection, row, TOLD.c.id)

    def _put(self, connection: Connection, found: Notices, now: datetime) -> int:
        if not found.notices:
            return 0
        topics = dict.fromkeys(topic for one in found.notices for topic in topics_of(one))
        who = list(dict.fromkeys(_confirmed(connection, list(topics))))
        if who:
            name = digest_of(*(one.id for one in found.notices))
            row = {"id": name, "notices": found.model_dump_json(by_alias=True), "made_at": now}
            insert = self._engines.insert(BATCHES).values(**row)
            connection.execute(insert.on_conflict_do_nothing())
            self._letters(connection, who, name, now)
        return len(who)

    def _letters(
        self,
        connection: Connection,
        who: Sequence[str],
        batch: str,
        now: datetime,
        name: str = "",
    ) -> None:
        rows = [_row(name or digest_of(batch, one), one, batch, now) for one in who]
        connection.execute(self._engines.insert(LETTERS).on_conflict_do_nothing(), rows)

    def _move(self, connection: Connection, one: Waiting, was: str, to: str) -> int:
        here: ColumnElement[bool] = and_(LETTERS.c.id.in_(one.letters), LETTERS.c.state == was)
        return connection.execute(update(LETTERS).where(here).values(state=to)).rowcount


def reply_row(engines: Engines, addressee: str, mail: str, now: datetime) -> Any:  # noqa: ANN401 - an insert
    """Return how a reply to a message is put down; once."""
    row = _row(digest_of(REPLY, mail), addressee, REPLY, now)
    return engines.insert(LETTERS).values(**row).on_conflict_do_nothing()


def _row(name: str, addressee: str, batch: str, now: datetime) -> dict[str, Any]:
    return {
        "id": name,
        "addressee": addressee,
        "batch": batch,
        "state": _WAITING,
        "tried": 0,
        "made_at": now,
        "next_at": now,
    }


def _confirmed(connection: Connection, topics: Sequence[str]) -> Iterator[str]:
    """Yield who follows topics, and has confirmed it."""
    for at in range(0, len(topics), _AT_ONCE):
        here = ADDRESSEES.c.topic.in_(topics[at : at + _AT_ONCE])
        asked = select(ADDRESSEES.c.id).where(here, ADDRESSEES.c.confirmed_at.is_not(None))
        yield from connection.execute(asked.order_by(ADDRESSEES.c.id)).scalars()


def _waiting(addressee: str, rows: Sequence[Row[Any]]) -> Waiting:
    found = [row for row in rows if _is_confirming(row)] or list(rows)
    return Waiting(
        addressee,
        tuple(row.id for row in found),
        tuple(row.batch for row in found),
        max(row.tried for row in found),
        min(row.made_at for row in found),
    )


def _is_confirming(row: Row[Any]) -> bool:
    return bool(row.batch == CONFIRM)
