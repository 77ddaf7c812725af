"""What became of a draft that was withdrawn, and of those who said something on it."""

from dataclasses import dataclass

from markupsafe import Markup

from talqy.language.edition import Edition
from talqy.language.sayings import revision_title
from talqy.model.register import Record
from talqy.model.revision import Revision
from talqy.model.standing import Stage
from talqy.record.counts import CountPart


@dataclass(frozen=True, slots=True)
class GivenUp:
    """That a draft was withdrawn, why, and what becomes of comments without an answer, if any."""

    words: str
    reason: Markup
    waiting: str


def given_up(edition: Edition, record: Record, revision: Revision) -> GivenUp | None:
    """Say that a draft was withdrawn; None where it was not, or is to be on a later day."""
    gone, locale = revision.withdrawn, edition.locale
    if gone is None or edition.standing(record, revision).stage is not Stage.WITHDRAWN:
        return None
    waiting = edition.counts(record, revision.revision).parts[CountPart.LEFT]
    left = locale.words(
        "Comments on it without an answer: {n}. No day is set for answering them any more; "
        "they stay published.",
        n=locale.number(waiting),
    )
    return GivenUp(
        words=locale.words(
            "{revision}: the draft was withdrawn on {day}.",
            revision=revision_title(locale, revision.revision),
            day=locale.day(gone.on),
        ),
        reason=locale.say(gone.reason),
        waiting=left if waiting else "",
    )
