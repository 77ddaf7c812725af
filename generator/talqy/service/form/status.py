"""What became of a comment, for who asks by its number; and for its author, who has the key.

How far it came the queue says until it is merged; from then on the repository does, as it does of
comments that came by other ways.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from markupsafe import Markup

from talqy.language.edition import Edition
from talqy.model import addresses
from talqy.model.paths import CommentPath
from talqy.service.form.frame import ServiceFrame, frame_of
from talqy.service.form.note_view import NoteView
from talqy.service.form.notices import GRAVE, notice_words
from talqy.service.form.own import DoneByAuthor
from talqy.service.form.places import Places
from talqy.service.form.project_day import LocalDay, ProjectDay
from talqy.service.form.receipt import due_of, is_cut
from talqy.service.form.views import notes_of
from talqy.service.publish.acts import REASONS
from talqy.service.taken import ENDED, NOT_YET_SENT, SENT, State, Taken


@dataclass(frozen=True, slots=True)
class StatusStepView:
    """A step on the way of a comment; the day on which it was reached, where that is known."""

    words: str
    day: date | None
    is_now: bool
    is_to_come: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class StatusView:
    """What `service/status.html` may use.

    `words` say how far it is, `reason` why it is not published. `page` is the comment on the site,
    `receipt` its receipt here, each empty where there is none. `told` is for its author alone,
    `typed` an answer of theirs that was not taken. `withdraws` is `now` where the author can take
    the comment back, `asks` where only the authority can; else it is empty.
    `notes` are the judge's words on that answer. `letters` is where letters about it are asked for,
    empty where there are none. `is_cut` is whether words were taken out of it.
    """

    frame: ServiceFrame
    id: str
    title: Markup
    revision: int
    words: str
    reason: str
    steps: tuple[StatusStepView, ...]
    due: date | None
    page: str
    receipt: str
    notice: str
    is_grave: bool
    told: str
    typed: str
    notes: tuple[NoteView, ...]
    is_cut: bool
    takes_key: bool
    is_asked: bool
    withdraws: str
    own: str
    letters: str


@dataclass(frozen=True, slots=True)
class HowFar:
    """How far a comment has come: what the queue has of it, and where it lies if it is public.

    `is_gone` is whether it was public once, and somebody has taken its file away.
    """

    id: str
    taken: Taken | None
    place: CommentPath | None
    is_answered: bool
    is_gone: bool = False

    @property
    def is_public(self) -> bool:
        """Whether it is merged."""
        return self.place is not None or bool(self.taken and self.taken.state is State.PUBLISHED)


def how_far(
    now: ProjectDay, comment: str, taken: Taken | None, *, is_gone: bool = False
) -> HowFar | None:
    """Return how far a comment has come; None where nobody knows it."""
    place = now.public_places.get(comment)
    if taken is None and place is None:
        return None
    is_answered = place is not None and place.response_file in now.now.tree
    return HowFar(comment, taken, place, is_answered, is_gone and place is None)


def status_view(
    page: LocalDay,
    places: Places,
    far: HowFar,
    done: DoneByAuthor | None = None,
) -> StatusView:
    """Return what is said of a comment."""
    now, edition = page.now, page.edition
    standard, revision = _about(far)
    record = now.register.record(standard)
    title = edition.locale.words("What became of the comment")
    here = "" if done else f"status/{far.id}"
    return StatusView(
        frame=frame_of(page, f"{title} {far.id}", places.base, here),
        id=far.id,
        title=edition.short_title(record) if record else Markup.escape(standard),
        revision=revision,
        words=_words(edition, far),
        reason=_reason(edition, far),
        steps=tuple(_steps(edition, far)),
        due=_due(now, far),
        page=_page(page, far),
        receipt=f"{places.base}receipt/{far.id}" if far.taken else "",
        notice=notice_words(edition.locale, done.notice) if done else "",
        is_grave=bool(done and done.notice in GRAVE),
        told=done.told if done else "",
        typed=done.typed if done else "",
        notes=tuple(notes_of(edition, done.problems)) if done else (),
        is_cut=far.taken is not None and is_cut(far.taken),
        takes_key=far.taken is not None,
        is_asked=bool(far.taken and far.taken.state is State.ASKED_BACK),
        withdraws=_withdraws(far),
        own=f"{places.base}status/{far.id}",
        letters=places.letters(far.id),
    )


def _about(far: HowFar) -> tuple[str, int]:
    if far.place:
        return far.place.standard, far.place.revision
    return (far.taken.standard, far.taken.revision) if far.taken else ("", 0)


def _page(page: LocalDay, far: HowFar) -> str:
    return page.on_site(addresses.comment(far.place.standard, far.id)) if far.place else ""


def _words(edition: Edition, far: HowFar) -> str:
    words = edition.locale.words
    if far.is_answered:
        return words("The comment is published, and answered.")
    if far.is_public:
        return words("The comment is published, and waits for its answer.")
    if far.is_gone:
        return words(
            "The comment was published, and is no longer among what is published. The authority "
            "was told of it, and looks at the comment again."
        )
    state = far.taken.state if far.taken else State.RECEIVED
    return {
        State.RECEIVED: words("The comment has come, and waits to be looked at."),
        State.LOOKED_AT: words("Somebody at the authority is looking at the comment."),
        State.HELD: words("Somebody at the authority looks at the comment more closely."),
        State.ASKED_BACK: words(
            "The authority asks its author something: with the key it can be read below."
        ),
        State.TO_PUBLISH: words("The comment was looked at, and will be published."),
        State.QUEUED: words("The comment was looked at, and is on its way to the site."),
        State.PUSHED: words("The comment was looked at, and is on its way to the site."),
        State.PUBLISHED: words("The comment is published, and waits for its answer."),
        State.REFUSED: words("The comment is not published."),
        State.WITHDRAWN: words("Its author has withdrawn the comment; it is not published."),
    }[state]


def _reason(edition: Edition, far: HowFar) -> str:
    taken = far.taken
    if taken is None or taken.state is not State.REFUSED or far.is_public:
        return ""
    return edition.locale.coded(REASONS, taken.reason) if taken.reason else ""


def _withdraws(far: HowFar) -> str:
    state = far.taken.state if far.taken and not far.is_answered else None
    if far.is_public or state in SENT:
        return "asks" if state in SENT else ""
    return "now" if state in NOT_YET_SENT else ""


def _due(now: ProjectDay, far: HowFar) -> date | None:
    """Return the last day for the answer; None where it has come, or none will."""
    if far.taken is None or far.is_answered:
        return None
    return None if far.taken.state in ENDED and not far.is_public else due_of(now, far.taken)


def _steps(edition: Edition, far: HowFar) -> Iterator[StatusStepView]:
    """Yield the four steps of every comment, as far as it goes on."""
    words = edition.locale.words
    taken, at = far.taken, _reached(far)
    day = taken.received if taken else (date.fromisoformat(far.place.day) if far.place else None)
    names = [words("Received"), words("Being looked at"), words("Published"), words("Answered")]
    if taken and taken.state in (State.REFUSED, State.WITHDRAWN) and not far.is_public:
        is_refused = taken.state is State.REFUSED
        names = [*names[:1], words("Not published") if is_refused else words("Withdrawn")]
        at = 1
    for number, name in enumerate(names):
        yield StatusStepView(name, None if number else day, number == at, number > at)


def _reached(far: HowFar) -> int:
    if far.is_answered:
        return 3
    if far.is_public:
        return 2
    return 0 if far.taken and far.taken.state is State.RECEIVED else 1
