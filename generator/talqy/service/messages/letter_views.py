"""The pages on which people ask for letters, confirm their address, and end them."""

from dataclasses import dataclass
from enum import StrEnum

from talqy.language.locale import Locale
from talqy.model import addresses
from talqy.model.notice import Follower
from talqy.service.addressee import topic_parts
from talqy.service.form.frame import ServiceFrame, frame_of
from talqy.service.form.places import Places
from talqy.service.form.project_day import LocalDay
from talqy.service.messages.links import LETTERS


class LetterStep(StrEnum):
    """How far somebody has come: what a page of letters says, and which button it has."""

    ASK = "ask"
    UNKNOWN = "unknown"
    NO_ADDRESS = "no address"
    WRONG_KEY = "wrong key"
    MANY = "many"
    ON_ITS_WAY = "on its way"
    CONFIRM = "confirm"
    CONFIRMED = "confirmed"
    OVER = "over"
    LEAVE = "leave"
    LEFT = "left"


GRAVE = frozenset(
    {
        LetterStep.UNKNOWN,
        LetterStep.NO_ADDRESS,
        LetterStep.WRONG_KEY,
        LetterStep.MANY,
        LetterStep.OVER,
    }
)
STATUS = {
    LetterStep.UNKNOWN: 404,
    LetterStep.NO_ADDRESS: 422,
    LetterStep.WRONG_KEY: 403,
    LetterStep.MANY: 429,
    LetterStep.OVER: 404,
}
"""The status of a page that says this; of all others it is 200."""


@dataclass(frozen=True, slots=True, kw_only=True)
class LettersView:
    """What `service/letters.html` may use.

    `about` says of what letters tell, `notice` what became of the wish; where there is a button, it
    posts to `action`. `topic` goes back as it is, `typed` is the address as it was typed, and
    `needs_key` is whether the key of the comment is asked for.
    """

    frame: ServiceFrame
    step: LetterStep
    is_grave: bool
    about: str
    notice: str
    action: str
    topic: str
    needs_key: bool
    typed: str
    personal_data: str


def letters_view(  # noqa: PLR0913 - what a page is made of
    page: LocalDay,
    places: Places,
    step: LetterStep,
    *,
    topic: str = "",
    action: str = "",
    needs_key: bool = False,
    typed: str = "",
) -> LettersView:
    """Return a page of letters."""
    title = page.locale.words("Letters about what happens")
    return LettersView(
        frame=frame_of(page, title, places.base),
        step=step,
        is_grave=step in GRAVE,
        about=_about(page, topic) if topic else "",
        notice=_notice(page.locale, step),
        action=action or f"{places.base}{LETTERS}/",
        topic=topic,
        needs_key=needs_key,
        typed=typed,
        personal_data=page.on_site(addresses.PERSONAL_DATA),
    )


def _about(page: LocalDay, topic: str) -> str:
    words, (kind, name) = page.locale.words, topic_parts(topic)
    if kind is Follower.ALL:
        return words("All news of the site: drafts, discussions, reports, acts.")
    if kind is Follower.COMMENT:
        return words(
            "What becomes of the comment {name}: publication, answer, changed words.", name=name
        )
    record = page.now.register.record(name)
    title = page.edition.short_title(record).striptags() if record else name
    return words("The news of a standard: {name}.", name=title)


def _notice(locale: Locale, step: LetterStep) -> str:
    words = locale.words
    return {
        LetterStep.UNKNOWN: words("No such standard or comment is known here."),
        LetterStep.NO_ADDRESS: words(
            "This is no address that letters can be sent to. Look at each sign of it."
        ),
        LetterStep.WRONG_KEY: words(
            "This is not the key of the comment. Look at each sign: it was shown to you once, when "
            "the comment was sent."
        ),
        LetterStep.MANY: words("Very many have asked for letters within an hour. Try again later."),
        LetterStep.ON_ITS_WAY: words(
            "If the address is right, and does not get these letters already, a letter is on its "
            "way to it. Open the link in it: before that nothing else is sent."
        ),
        LetterStep.CONFIRMED: words("The address is confirmed. Letters will come to it."),
        LetterStep.OVER: words(
            "This link is used already, or too old, or not whole. You may ask for letters again."
        ),
        LetterStep.LEFT: words("No more letters will come, and the address is deleted."),
    }.get(step, "")
