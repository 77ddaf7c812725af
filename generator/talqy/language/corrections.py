"""A correction of the record in words: what was changed, what it was, and why."""

from dataclasses import dataclass
from datetime import date

from markupsafe import Markup
from pydantic import JsonValue

from talqy.language.locale import Locale
from talqy.language.sayings import outcome_name
from talqy.model.comment import Outcome
from talqy.model.history import Correction, History
from talqy.record.field_names import correction_name, said_value


@dataclass(frozen=True, slots=True)
class CorrectionView:
    """One correction: its day, what was changed (`path` is its place in the file), and why.

    `comment` is the number of the comment whose answer it is about, `of` its id, and both are empty
    else; `name` has the number, and `told` says the whole where it stands alone.
    `adds` is whether it says what nobody had said before: then nothing that people read was wrong.
    """

    on: date
    name: str
    told: str
    path: str
    comment: str
    was: str
    reason: Markup
    adds: bool
    of: str


def corrections_of(locale: Locale, history: History | None, revision: int) -> list[CorrectionView]:
    """Say all corrections of what is on record of one text, in their order."""
    entry = history.of(revision) if history else None
    numbers = {comment.id: f"№ {comment.number}" for comment in entry.comments} if entry else {}
    return [
        CorrectionView(
            correction.on,
            _name(locale, correction, numbers.get(correction.comment or "", "")),
            _told(locale, correction, numbers.get(correction.comment or "", "")),
            correction.what,
            numbers.get(correction.comment or "", ""),
            value_words(locale, correction.what, correction.was),
            locale.say(correction.reason),
            correction.was is None,
            correction.comment or "",
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


def _name(locale: Locale, correction: Correction, comment: str) -> str:
    """Name what was corrected: “Report, day”; of an answer with the number of its comment."""
    name = correction_name(correction).said(locale.catalogue.of_the_record)
    if correction.comment:
        return locale.words("Answer to comment {n}: {what}", n=comment, what=name)
    return name[:1].upper() + name[1:]


def _told(locale: Locale, correction: Correction, comment: str) -> str:
    """Say that something was corrected, or added, in a sentence of its own."""
    words, adds = locale.words, correction.was is None
    name = correction_name(correction).said(locale.catalogue.of_the_record)
    if correction.comment and adds:
        return words("The answer to comment {n} was added to: {what}", n=comment, what=name)
    if correction.comment:
        return words("The answer to comment {n} was corrected: {what}", n=comment, what=name)
    if adds:
        return words("Added to the record: {what}", what=name)
    return words("The record was corrected: {what}", what=name)


def value_words(locale: Locale, what: str, value: JsonValue) -> str:
    """Return what stood, or stands, at a place of the record: days and codes by their names."""
    path = tuple(what.split("."))
    said = said_value(value, path[-1:]).said(locale.catalogue.of_the_record)
    if what == "outcome" and said in set(Outcome):
        return outcome_name(locale, Outcome(said))
    try:
        return locale.day(date.fromisoformat(said))
    except ValueError:
        return said
