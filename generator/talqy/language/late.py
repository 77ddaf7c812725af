"""What came into a finished record, comments and answers: since when it is there, and why."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from markupsafe import Markup

from talqy.language.locale import Locale
from talqy.model.history import History, LateAfter, RecordedComment


@dataclass(frozen=True, slots=True)
class LateView:
    """What came on record late: id and name of the comment, day, after what, and why if said.

    `told` says it where it stands alone. `is_answer` is true where it is the answer to it.
    """

    id: str
    number: int
    name: str
    on: date | None
    words: str
    told: str
    reason: Markup
    is_answer: bool = False


def late_view(locale: Locale, recorded: RecordedComment | None) -> LateView | None:
    """Say that a comment came on record late; nothing where it came with the others."""
    if recorded is None or recorded.late is None:
        return None
    name = f"№ {recorded.number}"
    if recorded.late.after is LateAfter.REPORT:
        words = locale.words("Came on record after the report")
        told = locale.words("Comment {n} came on record after the report", n=name)
    else:
        words = locale.words("Came on record after the others got their numbers")
        told = locale.words("Comment {n} came on record after the others got their numbers", n=name)
    reason = locale.say(recorded.late.reason) if recorded.late.reason else Markup()
    return LateView(recorded.id, recorded.number, name, recorded.on, words, told, reason)


def late_answer_view(locale: Locale, recorded: RecordedComment | None) -> LateView | None:
    """Say that an answer came on record after the report; nothing where it came before."""
    answer = recorded.response if recorded else None
    if recorded is None or answer is None or answer.late is None:
        return None
    words = locale.words("The answer came on record after the report")
    name = f"№ {recorded.number}"
    told = locale.words("The answer to comment {n} came on record after the report", n=name)
    reason = locale.say(answer.late.reason) if answer.late.reason else Markup()
    return LateView(
        recorded.id, recorded.number, name, answer.on, words, told, reason, is_answer=True
    )


def late_views(locale: Locale, history: History | None, revision: int) -> tuple[LateView, ...]:
    """Say which comments on a text, and which answers, came on record late, by their numbers."""
    entry = history.of(revision) if history else None
    return tuple(
        view for comment in (entry.comments if entry else ()) for view in _views(locale, comment)
    )


def _views(locale: Locale, comment: RecordedComment) -> Iterator[LateView]:
    for view in (late_view(locale, comment), late_answer_view(locale, comment)):
        if view:
            yield view
