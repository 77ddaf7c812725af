"""The doors between a post and the queue, in their order; nothing that was typed is ever lost.

Only what comes through all of them is stored. Whatever stops it before leads to a page that has all
that was typed, and one button.
"""

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta
from typing import Self

from talqy.comments.new_comment import drawn_id
from talqy.model.digest import digest_of_text_file
from talqy.model.service_form import FormSettings
from talqy.project.zones import zone_of
from talqy.service.form import posted as names
from talqy.service.form.address import hashed
from talqy.service.form.comment_key import comment_key, digest_of_posted, key_hash
from talqy.service.form.judging import WeighedPost, weigh
from talqy.service.form.notices import Notice
from talqy.service.form.posted import Posted
from talqy.service.form.project_day import ProjectDay
from talqy.service.form.proof import ProofWork, proven
from talqy.service.form.tokens import PageToken, opened
from talqy.service.keys import Keys
from talqy.service.store.engines import StoreAwayError
from talqy.service.store.store import IdTakenError, Store
from talqy.service.taken import Act, ActName, By, Lane, Taken, is_behind

_HOUR = timedelta(hours=1)
_TRIES = 10
"""So many times as many tries as comments come from one network in an hour."""
_YES = "yes"
_NEW_PAGE = frozenset({Notice.OLD, Notice.NEW_DAY, Notice.UNKNOWN_PAGE, Notice.FROM_ELSEWHERE})


@dataclass(frozen=True, slots=True, kw_only=True)
class DoorRules:
    """What the doors hold to.

    A page is sent `youngest` after it was opened at the soonest, and `oldest` at the latest. From
    one network come `many` comments an hour as usual, then to the slower lane, and `most` at all.
    """

    youngest: timedelta = timedelta(seconds=2)
    oldest: timedelta = timedelta(hours=12)
    many: int = 30
    most: int = 300
    work: ProofWork = field(default_factory=ProofWork)

    @classmethod
    def of(cls, said: FormSettings) -> Self:
        """Return the rules that settings name."""
        work = ProofWork(rounds=said.rounds)
        return cls(oldest=timedelta(hours=said.hours), many=said.usual, most=said.most, work=work)


@dataclass(frozen=True, slots=True, kw_only=True)
class Visit:
    """What is known of a request besides its body: when it came, from where, by whose page."""

    moment: datetime
    address: str
    is_from_elsewhere: bool = False


@dataclass(frozen=True, slots=True)
class Sent:
    """A comment that is in the queue now, and what only its author is told."""

    taken: Taken
    key: str


@dataclass(frozen=True, slots=True)
class NotYet:
    """Why nothing was stored, with what the judge says of the words; None where no draft is."""

    notice: Notice
    weighed: WeighedPost | None


class FormDoors:
    """The way of a post into the queue."""

    def __init__(
        self, store: Store, keys: Keys, rules: DoorRules, now_at: Callable[[datetime], ProjectDay]
    ) -> None:
        self._store = store
        self._keys = keys
        self._rules = rules
        self._now_at = now_at

    def looked_over(self, post: Posted, visit: Visit) -> NotYet:
        """Return what is said of a post that no page of ours has sent: it is never stored."""
        try:
            # Judging costs more than asking: who looks over very often sees the words unjudged.
            if self._times("look", visit) > self._rules.most * _TRIES:
                return NotYet(Notice.MANY, None)
        except StoreAwayError:
            return self._not_yet(post, visit, Notice.AWAY)
        return self._not_yet(post, visit, Notice.LOOK_OVER)

    def stopped(self, post: Posted, visit: Visit, notice: Notice) -> NotYet:
        """Return what is said of a post that is not sent, for a reason of its own."""
        return self._not_yet(post, visit, notice)

    def sent(self, post: Posted, visit: Visit) -> Sent | NotYet:
        """Bring a post through all doors, or return which one it did not pass."""
        token = opened(post.of(names.TOKEN), self._keys.of("token"))
        if token is None or token.draft != post.of(names.DRAFT):
            return self._not_yet(post, visit, Notice.UNKNOWN_PAGE)
        try:
            known = self._known(token, post)
            if known is None and self._is_behind(visit):
                return self._not_yet(post, visit, Notice.AWAY)
            return known or self._through(token, post, visit)
        except StoreAwayError:
            return self._not_yet(post, visit, Notice.AWAY)

    def page_after(self, post: Posted, visit: Visit, notice: Notice) -> PageToken:
        """Return the token of the page that answers a post: that of the page which sent it.

        So whoever presses once more sends the same again, also where the first answer was lost.
        """
        known = opened(post.of(names.TOKEN), self._keys.of("token"))
        is_ours = known is not None and known.draft == post.of(names.DRAFT)
        if known and is_ours and not visit.is_from_elsewhere and notice not in _NEW_PAGE:
            age = visit.moment - known.issued
            is_fresh = -self._rules.youngest <= age <= self._rules.oldest
            if is_fresh and self._of_day(known, visit) is None:
                return known
        return PageToken.drawn(post.of(names.DRAFT), visit.moment)

    def _is_behind(self, visit: Visit) -> bool:
        """Return whether the clock is behind comments that came: nothing is taken then."""
        last = self._store.newest()
        return last is not None and is_behind(visit.moment, last)

    def _known(self, token: PageToken, post: Posted) -> Sent | None:
        """Return the comment that this very submission has become before."""
        taken = self._store.of_posted(digest_of_posted(token, post))
        return Sent(taken, comment_key(self._keys, token, post)) if taken else None

    def _through(self, token: PageToken, post: Posted, visit: Visit) -> Sent | NotYet:
        notice = self._of_page(token, post, visit) or self._of_day(token, visit)
        if not notice and self._times("tries", visit) > self._rules.most * _TRIES:
            return NotYet(Notice.MANY, None)
        if notice:
            return self._not_yet(post, visit, notice)
        weighed = self._weighed(post, visit)
        if weighed is None:
            return NotYet(Notice.NO_DRAFT, None)
        if notice := _of_words(weighed, post):
            return NotYet(notice, weighed)
        # What is sent back with words is no comment, and shuts nobody out.
        times = self._times("form", visit)
        if times > self._rules.most:
            return NotYet(Notice.MANY, weighed)
        lane = self._lane(token, post, visit, is_many=times > self._rules.many)
        return self._stored(token, post, visit, weighed, lane)

    # --- the doors ------------------------------------------------------------------------------

    def _of_page(self, token: PageToken, post: Posted, visit: Visit) -> Notice | None:
        age = visit.moment - token.issued
        if visit.is_from_elsewhere:
            return Notice.FROM_ELSEWHERE
        if age > self._rules.oldest or age < -self._rules.youngest:
            return Notice.OLD
        if age < self._rules.youngest:
            return Notice.QUICK
        return Notice.TRAPPED if post.of(names.TRAP) else None

    def _of_day(self, token: PageToken, visit: Visit) -> Notice | None:
        is_same = self._day(token.issued) == self._day(visit.moment)
        return None if is_same else Notice.NEW_DAY

    def _times(self, what: str, visit: Visit) -> int:
        """Return how many of these came from this network within an hour, with this one."""
        name = hashed(visit.address, self._keys.of("address"), self._day(visit.moment))
        return self._store.count(f"{what} {name}", _HOUR, visit.moment)

    def _lane(self, token: PageToken, post: Posted, visit: Visit, *, is_many: bool) -> Lane:
        """Return how it goes on: a proof counts once, and without one it goes more slowly."""
        challenge = proven(post.of(names.PROOF), token, self._keys.of("proof"))
        until = visit.moment + self._rules.oldest
        is_paid = challenge is not None and self._store.spend(challenge, until)
        return Lane.USUAL if is_paid and not is_many else Lane.SLOW

    def _stored(
        self, token: PageToken, post: Posted, visit: Visit, weighed: WeighedPost, lane: Lane
    ) -> Sent | NotYet:
        comment = weighed.comment
        if comment is None:
            return NotYet(Notice.LOOK_AT_WORDS, weighed)
        key = comment_key(self._keys, token, post)
        taken = Taken(
            id=comment.id,
            standard=comment.standard,
            revision=comment.revision,
            text=weighed.data,
            digest=digest_of_text_file(weighed.data),
            received=comment.received,
            taken_at=visit.moment,
            posted=digest_of_posted(token, post),
            key_hash=key_hash(key),
            lane=lane,
        )
        try:
            act = Act(ActName.TAKEN, visit.moment, By.FORM)
            return Sent(self._store.take(taken, act, post.files), key)
        except IdTakenError:  # one of 2^50: another number is drawn
            again = self._weighed(post, visit)
            return self._stored(token, post, visit, again or weighed, lane)

    # --- what is said ---------------------------------------------------------------------------

    def _not_yet(self, post: Posted, visit: Visit, notice: Notice) -> NotYet:
        weighed = self._weighed(post, visit)
        if weighed is None:
            return NotYet(Notice.NO_DRAFT, None)
        is_usual = notice in (Notice.LOOK_OVER, Notice.NOT_SEEN)
        return NotYet(
            Notice.LOOK_AT_WORDS if is_usual and not weighed.can_be_taken else notice, weighed
        )

    def _weighed(self, post: Posted, visit: Visit) -> WeighedPost | None:
        now = self._now_at(visit.moment)
        draft = now.draft(post.of(names.DRAFT))
        if draft is None:
            return None
        name = drawn_id(lambda one: self._is_taken(now, one))
        return weigh(post, draft, now, now.assessment.today, name)

    def _is_taken(self, now: ProjectDay, name: str) -> bool:
        if now.judge.earlier.other_with(name, "") is not None:
            return True
        try:
            return self._store.of(name) is not None
        except StoreAwayError:
            return False  # nothing can be stored now, and what is stored draws another one

    def _day(self, moment: datetime) -> date:
        """Return the day of a moment by the clock, also where a project rehearses another one."""
        zone = zone_of(self._now_at(moment).register.project.timezone)
        return moment.astimezone(zone).date()


def _of_words(weighed: WeighedPost, post: Posted) -> Notice | None:
    """Return why words are not taken yet: what the judge says of them is told before, always."""
    if post.of("consent") != _YES:
        return Notice.NO_CONSENT
    if not weighed.can_be_taken:
        return Notice.LOOK_AT_WORDS
    return Notice.NOT_SEEN if weighed.told and weighed.told != post.of(names.SEEN) else None
