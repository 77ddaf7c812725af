"""The rounds of letters: what happened since is put down, then what waits is sent.

One process at a time makes them. Whatever line it ends at, nothing is lost that was not going out
at that moment, and nothing goes out twice.
"""

import time
from collections import deque
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from email.message import EmailMessage
from typing import Protocol

from talqy.errors import TalqyError
from talqy.model.notice import Happening
from talqy.notify.notices import notices
from talqy.notify.states import ShownState, ShownStates
from talqy.service.addressee import Addressee, digest_of, topics_of
from talqy.service.messages.following import CONFIRM_WITHIN, Following
from talqy.service.messages.letter import Letter, Sender, message_of
from talqy.service.messages.letters import Letters
from talqy.service.messages.links import confirm_link, leave_link
from talqy.service.messages.post import (
    LetterLaterError,
    LetterRefusedError,
    LetterUnknownError,
    MailAwayError,
)
from talqy.service.store.outbox import CONFIRM, REPLY, Waiting

_AT_ONCE = 200
_LONGEST_SECONDS = 300.0  # a round is over long before another process may begin one
_FIRST_WAIT, _LONGEST_WAIT = timedelta(minutes=1), timedelta(hours=1)
_SENT_WITHIN = timedelta(days=5)
_TOLD_KEPT = timedelta(days=400)


class Sending(Protocol):
    """Takes letters; `Post` is one."""

    def send(self, message: EmailMessage, handing: Callable[[], None]) -> None:
        """Send one letter."""


class Replying(Protocol):
    """Writes replies to messages; `Replies` is one."""

    def letter(self, who: Addressee, *, name: str, to: str, now: datetime) -> Letter | None:
        """Return the reply for an addressee."""

    def done(self, who: Addressee) -> None:
        """Forget what was kept for a reply."""


class LeftError(TalqyError):
    """Who was to get a letter has ended all of them at this moment."""


@dataclass(frozen=True, slots=True, kw_only=True)
class LetterRound:
    """What rounds work with; `keep` is how long one is kept whose comment is answered."""

    following: Following
    states: ShownStates
    branch: Callable[[], str]
    post: Callable[[], AbstractContextManager[Sending]]
    sender: Sender
    base: str
    keep: timedelta = field(default=timedelta(days=90))
    replies: Replying | None = None

    def go(self, now: datetime) -> int:
        """Make one round; return how many letters went out. Raise `MailAwayError` to be told."""
        outbox = self.following.outbox
        outbox.doubt()
        shown = self._tell(now)
        outbox.tidy(now - _SENT_WITHIN, now - _TOLD_KEPT)
        self.following.forget_old(now)
        return self._send(Letters(shown), now)

    # --- what happened ----------------------------------------------------------------------------

    def _tell(self, now: datetime) -> ShownState:
        """Put down what happened since the last round; the first one only begins."""
        outbox = self.following.outbox
        reached = outbox.reached
        shown = self.states.now(self.branch())
        if reached is None:
            outbox.begin(shown.reached)
        elif reached != shown.reached:
            before = self.states.at(reached.commit, reached.day, of_commit=True, is_checked=False)
            outbox.tell(notices(before, shown), now, now + self.keep)
        return shown

    # --- what waits -------------------------------------------------------------------------------

    def _send(self, letters: Letters, now: datetime) -> int:
        waiting = deque(self.following.outbox.waiting(now, _AT_ONCE))
        if not waiting:
            return 0
        count = 0
        try:
            with self.post() as post:
                until = time.monotonic() + _LONGEST_SECONDS
                while waiting and time.monotonic() < until:
                    count += self._send_one(post, letters, waiting[0], now)
                    waiting.popleft()
        except MailAwayError:
            for one in waiting:
                self._later(one, now)
            raise
        return count

    def _send_one(self, post: Sending, letters: Letters, one: Waiting, now: datetime) -> bool:
        is_sent = self._sent(post, letters, one, now)
        if is_sent is not None and one.batches == (REPLY,):
            self._forget_author(one)
        return bool(is_sent)

    def _forget_author(self, one: Waiting) -> None:
        """Forget who has got a reply: an address is kept no longer than it waits."""
        who = self.following.addressees.of(one.addressee)
        if who and self.replies:
            self.replies.done(who)
        self.following.addressees.forget(one.addressee)

    def _sent(self, post: Sending, letters: Letters, one: Waiting, now: datetime) -> bool | None:
        """Send what waits for one; None where it is to be tried again."""
        outbox = self.following.outbox
        letter = self._letter(letters, one, now)
        if letter is None:
            outbox.sent(one)  # nothing that it told is of interest any more
            return False

        def handing() -> None:
            if not outbox.handing(one):
                raise LeftError("whoever was to get a letter has ended all of them")

        try:
            post.send(message_of(letter, self.sender), handing)
        except LetterRefusedError:
            outbox.sent(one)
            self.following.addressees.refused(one.addressee)
            return False
        except LetterLaterError:
            self._later(one, now)
            return None
        except LetterUnknownError as error:
            outbox.doubt()
            raise MailAwayError("the mail server went away over a letter") from error
        except LeftError as error:
            raise MailAwayError("the mail server was left over a letter") from error
        outbox.sent(one)
        return True

    def _later(self, one: Waiting, now: datetime) -> None:
        wait = min(_FIRST_WAIT * 2 ** min(one.tried, 10), _LONGEST_WAIT)
        self.following.outbox.later(one, now + wait)

    def _letter(self, letters: Letters, one: Waiting, now: datetime) -> Letter | None:
        """Write what waits for one addressee; None where there is nothing to say any more."""
        who = self.following.addressees.of(one.addressee)
        if who is None:
            return None
        seals, name = self.following.seals, digest_of(*sorted(one.letters))[:40]
        to = seals.opened(who.address, who.id)
        if one.batches == (REPLY,):
            return self.replies.letter(who, name=name, to=to, now=now) if self.replies else None
        if one.batches == (CONFIRM,):
            sign = self.following.confirm_sign(who)
            if who.confirmed_at or now - who.asked_at > CONFIRM_WITHIN:
                return None
            link = confirm_link(self.base, who.id, sign)
            until = (who.asked_at + CONFIRM_WITHIN).date()
            return letters.of_confirming(who, name=name, to=to, confirm=link, until=until, made=now)
        told = list(self._told(who, one))
        link = leave_link(self.base, who.id, seals.leave(who.id))
        if not told:
            return None
        return letters.of_notices(who, told, name=name, to=to, leave=link, made=now)

    def _told(self, who: Addressee, one: Waiting) -> Iterator[Happening]:
        """Yield what happened on the topic of an addressee, each thing once."""
        batches = self.following.outbox.notices(one.batches)
        seen = set[str]()
        for name in one.batches:
            for happening in batches[name].notices if name in batches else ():
                if who.topic in topics_of(happening) and happening.id not in seen:
                    seen.add(happening.id)
                    yield happening
