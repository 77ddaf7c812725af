"""What is asked for each step of a text, and what its file says then."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from functools import partial

from talqy.errors import Saying
from talqy.language.locale import Locale
from talqy.law.opening import counted_from
from talqy.law.postings import unposted
from talqy.model.register import Register
from talqy.model.revision import PostingChannel, Revision
from talqy.service.desk.steps.fields import MOST_SIGNS, FieldShape, StepField, TypedStep
from talqy.steps.way import WayStep

KEYS: Mapping[WayStep, str] = {
    WayStep.OPEN: "consultation",
    WayStep.POST: "posted",
    WayStep.EXTEND: "extended",
    WayStep.REPORT: "report",
    WayStep.ADOPT: "adopted",
    WayStep.WITHDRAW: "withdrawn",
}
"""Under which key the file of a text says a step."""


@dataclass(frozen=True, slots=True)
class AskedOf:
    """The text of which a step is asked, on a day; `languages` are those in which it is said."""

    register: Register
    revision: Revision
    languages: Sequence[str]
    today: date


def fields_of(step: WayStep, of: AskedOf, locale: Locale) -> tuple[StepField, ...]:
    """Return the fields of a step with what is usual in them, in the language of a page."""
    asked = {
        WayStep.OPEN: _of_opening,
        WayStep.POST: _of_posting,
        WayStep.EXTEND: _of_extension,
        WayStep.REPORT: _of_report,
        WayStep.ADOPT: _of_adoption,
        WayStep.WITHDRAW: _of_withdrawal,
    }
    return tuple(asked[step](of, locale))


def _day(name: str, label: str, on: date | None = None, hint: str = "") -> StepField:
    typed = on.isoformat() if on else ""
    return StepField(name=name, label=label, shape=FieldShape.DAY, typed=typed, hint=hint)


def _words(
    name: str,
    label: str,
    of: AskedOf,
    locale: Locale,
    shape: FieldShape = FieldShape.WORDS,
) -> Iterator[StepField]:
    for code in of.languages:
        yield StepField(
            name=f"{name}.{code}",
            label=f"{label} ({locale.language_name(code)})",
            shape=shape,
            language=code,
            most=MOST_SIGNS,
        )


def _of_opening(of: AskedOf, locale: Locale) -> Iterator[StepField]:
    words, talk = locale.words, of.revision.consultation
    yield _day("opens", words("The first day of the discussion"), talk.opens if talk else None)
    acts = tuple((code, locale.coded("act", code)) for code in of.register.codes.codes("act"))
    yield StepField(
        name="act",
        label=words("What the draft is to become"),
        shape=FieldShape.CHOICE,
        typed=(talk.act or "") if talk else "",
        choices=(("", words("as the project has it")), *acts),
        is_needed=False,
    )
    yield StepField(
        name="closes",
        label=words("The last day of the discussion"),
        shape=FieldShape.DAY,
        typed="",
        hint=words("Left empty, it is the first day on which the lawful period is over."),
        is_needed=False,
    )


def _of_posting(of: AskedOf, locale: Locale) -> Iterator[StepField]:
    words = locale.words
    lacking = unposted(of.revision)
    ordered = (*lacking, *(one for one in PostingChannel if one not in lacking))
    yield StepField(
        name="channel",
        label=words("Where it was posted"),
        shape=FieldShape.CHOICE,
        choices=tuple((one.value, locale.coded("posting-channel", one)) for one in ordered),
    )
    yield _day("on", words("The day of the posting"), of.today)
    yield StepField(
        name="url",
        label=words("Its address on the internet"),
        shape=FieldShape.LINE,
        hint=words("For print, name the issue below instead."),
        is_needed=False,
    )
    label = words("The issue of the printed edition")
    for one in _words("reference", label, of, locale, FieldShape.LINE):
        yield replace(one, is_needed=False)


def _of_extension(of: AskedOf, locale: Locale) -> Iterator[StepField]:
    words = locale.words
    yield _day("closes", words("The new last day"))
    yield _day("on", words("The day of the announcement"), of.today)
    yield from _words("reason", words("Why the discussion lasts longer"), of, locale)


def _of_report(of: AskedOf, locale: Locale) -> Iterator[StepField]:
    words = locale.words
    yield _day("on", words("The day of the report"), of.today)
    label = words("Who signs it: the office, not a person")
    yield from _words("signed_by", label, of, locale, FieldShape.LINE)


def _of_adoption(of: AskedOf, locale: Locale) -> Iterator[StepField]:
    words = locale.words
    yield _day("on", words("The day of the act"), of.today)
    label = words("The act by its kind, day and number")
    yield from _words("act", label, of, locale, FieldShape.LINE)
    hint = words("The day that the act itself names.")
    yield _day("in_force", words("The first day on which it is in force"), None, hint)
    if of.revision.consultation is None:
        label = words("Where and when it was discussed")
        yield from _words("discussed", label, of, locale, FieldShape.LINE)


def _of_withdrawal(of: AskedOf, locale: Locale) -> Iterator[StepField]:
    words = locale.words
    yield _day("on", words("The day of the withdrawal"), of.today)
    yield from _words("reason", words("Why the draft is given up"), of, locale)


def said_by(step: WayStep, typed: TypedStep, of: AskedOf) -> dict[str, object]:
    """Return what the file of a text is to say; what cannot be used is named in `typed`."""
    read: Mapping[WayStep, Callable[[TypedStep], dict[str, object]]] = {
        WayStep.OPEN: partial(_opened, of=of),
        WayStep.POST: _posted,
        WayStep.EXTEND: _extended,
        WayStep.REPORT: _reported,
        WayStep.ADOPT: partial(_adopted, of=of),
        WayStep.WITHDRAW: _withdrawn,
    }
    return read[step](typed)


def _iso(day: date | None) -> str:
    return day.isoformat() if day else ""


def _opened(typed: TypedStep, of: AskedOf) -> dict[str, object]:
    opens = typed.day("opens")
    closes = typed.day("closes", is_needed=False)
    act = typed.code("act", tuple(of.register.codes.codes("act")), is_needed=False)
    if opens is None:
        return {}
    if not is_countable(opens):
        typed.wrong("opens", Saying("from this day no days can be counted: is the year right?"))
        return {}
    if closes is None and typed.is_whole:
        counted = counted_from(of.register, of.revision.consultation, opens, act or None)
        if counted is None:
            typed.wrong("closes", NO_RULES)
        closes = counted.last if counted else None
    return {**({"act": act} if act else {}), "opens": _iso(opens), "closes": _iso(closes)}


NO_RULES = Saying("no rules say how long it must last: name the last day")
_FAR = timedelta(days=3_660)
_FIRST = date(2000, 1, 1)


def is_countable(day: date) -> bool:
    """Return whether working days are counted from a day: not from one that nobody can mean."""
    return _FIRST <= day <= date.max - _FAR


def _posted(typed: TypedStep) -> dict[str, object]:
    channel = typed.code("channel", tuple(PostingChannel))
    on = typed.day("on")
    url = typed.line("url", is_needed=False)
    reference = typed.in_each("reference", is_needed=False)
    if typed.is_whole and bool(url) == bool(reference):
        typed.wrong("url", Saying("name its address, or the printed issue, and not both"))
    where: dict[str, object] = {"url": url} if url else {"reference": reference}
    return {"channel": channel, "on": _iso(on), **where}


def _extended(typed: TypedStep) -> dict[str, object]:
    closes, on = typed.day("closes"), typed.day("on")
    return {"on": _iso(on), "closes": _iso(closes), "reason": typed.in_each("reason")}


def _reported(typed: TypedStep) -> dict[str, object]:
    return {"on": _iso(typed.day("on")), "signed_by": typed.in_each("signed_by")}


def _adopted(typed: TypedStep, of: AskedOf) -> dict[str, object]:
    on, act, in_force = typed.day("on"), typed.in_each("act"), typed.day("in_force")
    said: dict[str, object] = {"on": _iso(on), "act": act, "in_force": _iso(in_force)}
    if of.revision.consultation is None:
        said["discussed"] = typed.in_each("discussed")
    return said


def _withdrawn(typed: TypedStep) -> dict[str, object]:
    return {"on": _iso(typed.day("on")), "reason": typed.in_each("reason")}
