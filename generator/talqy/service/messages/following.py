"""Asking for letters, confirming it, ending it: what a person does, and what is kept of it.

What is answered to who asks is always the same: nobody learns here whether an address is known.
"""

from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum

from talqy.service.addressee import Addressee
from talqy.service.messages.mail_address import mail_address
from talqy.service.messages.seals import Seals, is_same, new_addressee
from talqy.service.store.addressees import Addressees
from talqy.service.store.outbox import Outbox
from talqy.service.store.store import Store

CONFIRM_WITHIN = timedelta(days=2)
_DAY, _HOUR = timedelta(days=1), timedelta(hours=1)
_BY_ANYBODY, _BY_ONE = "letters: asked", "letters: "
_MOST_TO_ONE = 3
_MOST_TO_ALL = 300


class AskedFor(StrEnum):
    """What became of a wish for letters, as far as its writer is told."""

    ON_ITS_WAY = "on its way"
    NO_ADDRESS = "no address"
    MANY = "many"


@dataclass(frozen=True, slots=True)
class Following:
    """Who gets letters, and who no more."""

    seals: Seals
    store: Store
    addressees: Addressees
    outbox: Outbox

    def ask(self, typed: str, topic: str, language: str, now: datetime) -> AskedFor:
        """Put down a wish for letters on a topic; a letter asks whether it was meant.

        So many letters a day go to one address, and so many an hour to all: whoever asks in the
        name of others can flood nobody. Who gets them already, gets no other letter.
        """
        address = mail_address(typed)
        if address is None:
            return AskedFor.NO_ADDRESS
        person = self.seals.person(address)
        if self.store.count(_BY_ANYBODY, _HOUR, now) > _MOST_TO_ALL:
            return AskedFor.MANY
        if self.store.count(_BY_ONE + person, _DAY, now) > _MOST_TO_ONE:
            return AskedFor.ON_ITS_WAY
        name = new_addressee()
        sealed = self.seals.sealed(address, name)
        who = self.addressees.ask(Addressee(name, topic, person, sealed, language, now))
        if who.confirmed_at is None:
            self.outbox.ask_to_confirm(who, now)
        return AskedFor.ON_ITS_WAY

    def is_asked(self, name: str, sign: str, now: datetime) -> bool:
        """Return whether a link still confirms an address."""
        return self._asked(name, sign, now) is not None

    def confirm(self, name: str, sign: str, now: datetime) -> bool:
        """Confirm an address by the link of its letter; return whether that was done now."""
        who = self._asked(name, sign, now)
        return who is not None and self.addressees.confirm(who, now)

    def _asked(self, name: str, sign: str, now: datetime) -> Addressee | None:
        who = self.addressees.of(name)
        if who is None or who.confirmed_at is not None or now - who.asked_at > CONFIRM_WITHIN:
            return None
        return who if is_same(sign, self.confirm_sign(who)) else None

    def confirm_sign(self, who: Addressee) -> str:
        """Return the sign of the link that confirms what was asked for last."""
        return self.seals.confirm(who.id, who.asked_at.isoformat())

    def is_leaving(self, name: str, sign: str) -> bool:
        """Return whether a link ends the letters of an addressee, there or gone."""
        return is_same(sign, self.seals.leave(name))

    def leave(self, name: str, sign: str) -> bool:
        """Delete an addressee by the link of its letters; return whether the link is one of ours.

        Who is gone already is gone: the same link may be called twice.
        """
        if not self.is_leaving(name, sign):
            return False
        self.addressees.forget(name)
        return True

    def forget_old(self, now: datetime) -> int:
        """Delete those whose time is over; return how many there were."""
        return self.addressees.forget_old(now, now - CONFIRM_WITHIN)
