"""What the pages of steps say of each step: its name, what it means, what was saved."""

from collections.abc import Callable, Mapping
from datetime import date

from talqy.language.edition import Edition
from talqy.language.locale import Locale
from talqy.language.sayings import revision_number
from talqy.service.desk.steps.found import FoundText
from talqy.service.desk.work.said import said_in_each
from talqy.steps.way import WayStep


def step_title(locale: Locale, step: WayStep) -> str:
    """Return what a step is called: as a title, and on its button."""
    words = locale.words
    return {
        WayStep.OPEN: words("Open the discussion"),
        WayStep.POST: words("Say where the draft was posted"),
        WayStep.EXTEND: words("Extend the discussion"),
        WayStep.REPORT: words("Publish the report"),
        WayStep.ADOPT: words("Enter the adoption"),
        WayStep.WITHDRAW: words("Withdraw the draft"),
        WayStep.CORRECT: words("Correct what is in the record"),
    }[step]


def step_means(locale: Locale, step: WayStep) -> str:
    """Return what a step means for the text and for people."""
    words = locale.words
    return {
        WayStep.OPEN: words(
            "From the first day on people can comment, and the text cannot be changed any more. "
            "Until then the days can be changed."
        ),
        WayStep.POST: words(
            "The draft is posted on the internet, on the portal of e-government and in print. "
            "The period runs from the day after it stands on the internet and on the portal."
        ),
        WayStep.EXTEND: words(
            "An extension is announced while the discussion runs, and the new last day is a later "
            "one. The reason is published."
        ),
        WayStep.REPORT: words(
            "The report lists every comment with its answer. It is read below as it will be "
            "published; what keeps it back is said first."
        ),
        WayStep.ADOPT: words(
            "The text is adopted by the act, and is in force from the day that the act names."
        ),
        WayStep.WITHDRAW: words(
            "The draft is given up, and its comments are answered no more. The reason is published."
        ),
        WayStep.CORRECT: words(
            "A correction is seen by everybody: what stood there, what stands there now, the day "
            "and the reason."
        ),
    }[step]


def saved_words(found: FoundText, step: WayStep, said: Mapping[str, object]) -> str:
    """Return what was saved, in each language of the project: it goes into the public log."""
    return said_in_each({one.code: _saved_in(one, found, step, said) for one in found.editions})


def _saved_in(edition: Edition, found: FoundText, step: WayStep, said: Mapping[str, object]) -> str:
    locale = edition.locale
    title = edition.short_title(found.record).striptags()
    values = {
        key: locale.day(day) if (day := day_of(value)) else str(value)
        for key, value in said.items()
    }
    name = f"{title}, {revision_number(locale, found.revision.revision)}"
    return f"{name}: {_DONE[step](locale, values)}"


def day_of(value: object) -> date | None:
    """Return the day that a value is, or says; None where it is none."""
    if isinstance(value, date):
        return value
    try:
        return date.fromisoformat(str(value))
    except ValueError:
        return None


_DONE: Mapping[WayStep, Callable[[Locale, Mapping[str, str]], str]] = {
    WayStep.OPEN: lambda locale, said: locale.words(
        "discussion {opens} – {closes}", opens=said["opens"], closes=said["closes"]
    ),
    WayStep.POST: lambda locale, said: locale.words(
        "posted, {channel}", channel=locale.coded("posting-channel", said["channel"])
    ),
    WayStep.EXTEND: lambda locale, said: locale.words(
        "discussion extended, new last day {day}", day=said["closes"]
    ),
    WayStep.REPORT: lambda locale, said: locale.words("report of {day}", day=said["on"]),
    WayStep.ADOPT: lambda locale, said: locale.words("adopted, {day}", day=said["on"]),
    WayStep.WITHDRAW: lambda locale, said: locale.words("draft withdrawn, {day}", day=said["on"]),
}
