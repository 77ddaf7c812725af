"""The days of a discussion counted on the spot: on the page, and for its script while one types."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date

from starlette.responses import JSONResponse, Response

from talqy.language.fact_words import amount_of_time
from talqy.language.locale import Locale
from talqy.law.opening import counted_from
from talqy.model.register import Register
from talqy.model.standing import Counting
from talqy.rules.periods import unknown_days_off
from talqy.service.desk.pages import DeskVisit
from talqy.service.desk.steps.forms import NO_RULES, AskedOf, is_countable
from talqy.service.desk.steps.found import found_text, number_named, work_of
from talqy.service.desk.typed_day import day_typed
from talqy.steps.way import WayStep

_MOST = 40


@dataclass(frozen=True, slots=True)
class CountedDays:
    """How the days of a discussion are counted, in words; `last` is the first lawful last day.

    `is_too_short`: the last day that was typed comes before it.
    """

    words: str
    skipped: str = ""
    last: str = ""
    is_too_short: bool = False


def counted_days(
    of: AskedOf, locale: Locale, opens: str, closes: str, act: str
) -> CountedDays | None:
    """Return the days as they are counted from what was typed; None while no day was typed."""
    first, last = day_typed(opens[:_MOST]), day_typed(closes[:_MOST])
    if first is None or not is_countable(first):
        return None
    known = act if act in of.register.codes.codes("act") else None
    counted = counted_from(of.register, of.revision.consultation, first, known)
    if counted is None:
        return CountedDays(NO_RULES.said(locale.catalogue.problem))
    return _said(of.register, counted, locale, last)


def _said(
    register: Register, counted: Counting, locale: Locale, closes: date | None
) -> CountedDays:
    words = locale.words(
        "Posted on {posted}, the lawful period of {length} runs from {first} to {last}.",
        posted=locale.day(counted.posted),
        length=amount_of_time(locale, counted.profile.days, counted.profile.unit),
        first=locale.day(counted.first),
        last=locale.day(counted.last),
    )
    off = ", ".join(f"{day:%d.%m.%Y}" for day in counted.skipped)
    skipped = locale.words("Days that do not count: {days}", days=off) if off else ""
    is_too_short = closes is not None and closes < counted.last
    unsure = " ".join(_unsure(register, counted, locale))
    words = f"{words} {unsure}" if unsure else words
    return CountedDays(words, skipped, counted.last.isoformat(), is_too_short)


def _unsure(register: Register, counted: Counting, locale: Locale) -> Iterator[str]:
    """Yield why the last day is not sure, before anything is saved that hangs on it."""
    for problem in unknown_days_off(register, counted):
        values = {
            key: locale.day(value) if isinstance(value, date) else value
            for key, value in problem.values.items()
        }
        said = replace(problem, values=values).said(locale.catalogue.problem)
        yield f"{said[:1].upper()}{said[1:]}."


def days_counted(visit: DeskVisit) -> Response:
    """Answer the script of the page: the days that were typed, counted."""
    name = work_of(WayStep.OPEN, visit.of("standard"), number_named(visit.of("text")))
    found = found_text(visit, visit.context.works.of(name))
    asked = visit.request.query_params
    counted = counted_days(
        found.asked,
        visit.edition.locale,
        asked.get("opens", ""),
        asked.get("closes", ""),
        asked.get("act", ""),
    )
    if counted is None:
        return JSONResponse({})
    short = visit.say("The last day comes before the lawful period is over.")
    return JSONResponse(
        {
            "words": counted.words,
            "skipped": counted.skipped,
            "last": counted.last,
            "short": short if counted.is_too_short else "",
        }
    )
