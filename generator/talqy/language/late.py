"""Comments that came into a finished record: since when they are there, after what, and why."""

from dataclasses import dataclass
from datetime import date

from markupsafe import Markup

from talqy.language.locale import Locale
from talqy.model.history import History, LateAfter, RecordedComment


@dataclass(frozen=True, slots=True)
class LateView:
    """A comment that came on record late: number, name, day, after what, and why; maybe nothing."""

    number: int
    name: str
    on: date | None
    words: str
    reason: Markup


def late_view(locale: Locale, recorded: RecordedComment | None) -> LateView | None:
    """Say that a comment came on record late; nothing where it came with the others."""
    if recorded is None or recorded.late is None:
        return None
    if recorded.late.after is LateAfter.REPORT:
        words = locale.words("Came on record after the report")
    else:
        words = locale.words("Came on record after the others got their numbers")
    reason = locale.say(recorded.late.reason) if recorded.late.reason else Markup()
    number = recorded.number
    return LateView(number, f"№ {number}", recorded.on, words, reason)


def late_views(locale: Locale, history: History | None, revision: int) -> tuple[LateView, ...]:
    """Say which comments on a text came on record late, in the order of their numbers."""
    entry = history.of(revision) if history else None
    found = (late_view(locale, comment) for comment in (entry.comments if entry else ()))
    return tuple(filter(None, found))
