"""A correction of the record in words: what was changed, what it was, and why."""

from dataclasses import dataclass
from datetime import date

from markupsafe import Markup

from talqy.language.locale import Locale
from talqy.language.sayings import outcome_name
from talqy.model.comment import Outcome
from talqy.model.history import Correction, History
from talqy.record.plain import written


@dataclass(frozen=True, slots=True)
class CorrectionView:
    """One correction: its day, what was changed (`path` is its place in the file), and why.

    `comment` is the number of the comment whose answer it is about, and empty else.
    """

    on: date
    name: str
    path: str
    comment: str
    was: str
    reason: Markup


def corrections_of(locale: Locale, history: History | None, revision: int) -> list[CorrectionView]:
    """Say all corrections of what is on record of one text, in their order."""
    entry = history.of(revision) if history else None
    numbers = {comment.id: f"№ {comment.number}" for comment in entry.comments} if entry else {}
    return [
        CorrectionView(
            correction.on,
            _name(locale, correction),
            correction.what,
            numbers.get(correction.comment or "", ""),
            _was(locale, correction),
            locale.say(correction.reason),
        )
        for correction in (entry.corrections if entry else ())
    ]


def corrections_of_text(
    locale: Locale, history: History | None, revision: int
) -> tuple[CorrectionView, ...]:
    """Say the corrections of what was said of a text itself: its discussion, report, adoption."""
    found = corrections_of(locale, history, revision)
    return tuple(correction for correction in found if not correction.comment)


def corrections_of_answer(
    locale: Locale, history: History | None, revision: int, name: str
) -> tuple[CorrectionView, ...]:
    """Say the corrections of the answer to a comment, by its name: `№` and its number."""
    found = corrections_of(locale, history, revision)
    return tuple(correction for correction in found if correction.comment == name)


def _name(locale: Locale, correction: Correction) -> str:
    words, first = locale.words, correction.what.partition(".")[0]
    names = {
        "opens": words("Opens"),
        "closes": words("Last day for comments"),
        "posted": words("Places and dates of posting"),
        "extended": words("Extension of the discussion"),
        "counted": words("How the period was counted"),
        "report": words("Report on completion of the discussion"),
        "adopted": words("Act of adoption"),
        "withdrawn": words("Withdrawal of the draft"),
    }
    return names.get(first, words("Answer to a comment"))


def _was(locale: Locale, correction: Correction) -> str:
    said = written(correction.was)
    if correction.what == "outcome":
        return outcome_name(locale, Outcome(said))
    try:
        return locale.day(date.fromisoformat(said))
    except ValueError:
        return said
