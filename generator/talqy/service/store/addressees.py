"""What is asked of the store about who gets letters. Each call is one transaction."""

from collections.abc import Iterable
from datetime import datetime

from sqlalchemy import and_, delete, or_, select, update
from sqlalchemy.engine import Connection, RowMapping

from talqy.service.addressee import Addressee
from talqy.service.store.engines import Engines
from talqy.service.store.letter_tables import ADDRESSEES, LETTERS

_FIELDS = tuple(column for column in ADDRESSEES.c if column.name != "refused")
_MOST_REFUSED = 3


class Addressees:
    """Who gets letters."""

    def __init__(self, engines: Engines) -> None:
        self._engines = engines

    def ask(self, new: Addressee) -> Addressee:
        """Put somebody down who has asked for letters; return who is there with this topic.

        Who has confirmed before is left as it is; who has not, has asked anew.
        """
        row = {column.name: getattr(new, column.name) for column in _FIELDS} | {"refused": 0}
        with self._engines.writing() as connection:
            insert = self._engines.insert(ADDRESSEES).values(**row)
            connection.execute(
                insert.on_conflict_do_update(
                    index_elements=[ADDRESSEES.c.person, ADDRESSEES.c.topic],
                    set_={"asked_at": new.asked_at, "language": new.language},
                    where=ADDRESSEES.c.confirmed_at.is_(None),
                )
            )
            here = and_(ADDRESSEES.c.person == new.person, ADDRESSEES.c.topic == new.topic)
            return _addressee(connection.execute(select(*_FIELDS).where(here)).mappings().one())

    def of(self, name: str) -> Addressee | None:
        """Return an addressee by its id."""
        with self._engines.reading() as connection:
            asked = select(*_FIELDS).where(ADDRESSEES.c.id == name)
            found = connection.execute(asked).mappings().first()
        return _addressee(found) if found else None

    def confirm(self, who: Addressee, now: datetime) -> bool:
        """Note that an address was confirmed; return whether it had not been before.

        Who has asked again since has another link.
        """
        here = and_(
            ADDRESSEES.c.id == who.id,
            ADDRESSEES.c.asked_at == who.asked_at,
            ADDRESSEES.c.confirmed_at.is_(None),
        )
        with self._engines.writing() as connection:
            done = update(ADDRESSEES).where(here).values(confirmed_at=now)
            return bool(connection.execute(done).rowcount)

    def forget(self, name: str) -> bool:
        """Delete an addressee, with all that waits for it; return whether there was one."""
        with self._engines.writing() as connection:
            return bool(forgotten(connection, [name]))

    def forget_old(self, now: datetime, unconfirmed_since: datetime) -> int:
        """Delete those whose time is over, and those who did not confirm in time."""
        over = or_(
            ADDRESSEES.c.until <= now,
            and_(ADDRESSEES.c.confirmed_at.is_(None), ADDRESSEES.c.asked_at < unconfirmed_since),
        )
        with self._engines.writing() as connection:
            names = list(connection.execute(select(ADDRESSEES.c.id).where(over)).scalars())
            return forgotten(connection, names)

    def refused(self, name: str) -> None:
        """Note that a mail server refuses an address; one that it refuses for long is deleted."""
        here = ADDRESSEES.c.id == name
        with self._engines.writing() as connection:
            more = update(ADDRESSEES).where(here).values(refused=ADDRESSEES.c.refused + 1)
            connection.execute(more)
            count = connection.execute(select(ADDRESSEES.c.refused).where(here)).scalar()
            if count is not None and count >= _MOST_REFUSED:
                forgotten(connection, [name])


def forgotten(connection: Connection, names: Iterable[str]) -> int:
    """Delete addressees and their letters; return how many there were."""
    count = 0
    for name in names:
        connection.execute(delete(LETTERS).where(LETTERS.c.addressee == name))
        count += connection.execute(delete(ADDRESSEES).where(ADDRESSEES.c.id == name)).rowcount
    return count


def _addressee(row: RowMapping) -> Addressee:
    return Addressee(**{**row, "address": bytes(row["address"])})
