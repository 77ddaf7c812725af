"""The facts of a clause in words: one row a fact, short lines, official names.

Which facts there are, and their names, stands in `FACTS`; here is how one value of each is said.
The words are plain values, so that a page, a Word file and a terminal say the same.
"""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from itertools import groupby
from typing import Any, NamedTuple

from talqy.language.locale import Locale
from talqy.model.facts import (
    FACTS,
    AttachedFile,
    Contact,
    Document,
    Fact,
    Facts,
    Fee,
    Handover,
    RefusalGround,
    Result,
    Schedule,
    Term,
    code_of,
)
from talqy.model.project import UNIT_OF_THE_LAW, FeeUnit

_WEEK = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")


class Tone(StrEnum):
    """How a phrase is said: with weight, or as an aside."""

    PLAIN = "plain"
    STRONG = "strong"
    ASIDE = "aside"


class Phrase(NamedTuple):
    """Part of a line; `language` is named where it is not the language of the page.

    `file` is what the words speak of, where a page can lead to it.
    """

    text: str
    tone: Tone = Tone.PLAIN
    language: str = ""
    file: AttachedFile | None = None


FactLine = tuple[Phrase, ...]
_Row = tuple[str, str, list[Any]]
"""The values of a fact that stand under one name: kind, name, values."""


@dataclass(frozen=True, slots=True)
class FactWords:
    """One row of facts: what it is, its name and its lines."""

    kind: str
    label: str
    lines: tuple[FactLine, ...]


class FactContext(NamedTuple):
    """What the words of a fact depend on: fees are in `unit`, their sums in tenge those of `year`.

    `unit` is None where the project names none.
    """

    locale: Locale
    unit: FeeUnit | None
    year: int


def fact_words(
    locale: Locale, unit: FeeUnit | None, facts: Facts, year: int
) -> tuple[FactWords, ...]:
    """Return all facts of a clause in words, in the order of `FACTS`."""
    context = FactContext(locale, unit, year)
    return tuple(
        FactWords(kind, label, tuple(_line(context, fact, value) for value in values))
        for fact in FACTS.values()
        for kind, label, values in _rows(locale, fact, fact.values(facts))
        if values
    )


class SaidValue(NamedTuple):
    """One value of a fact: its place among the values, and how it is said under which name."""

    fact: str
    at: int
    label: str
    said: str


def said_values(context: FactContext, facts: Facts) -> Iterator[SaidValue]:
    """Yield every value of the facts of a clause by itself."""
    for fact in FACTS.values():
        for at, value in enumerate(fact.values(facts)):
            for _, label, values in _rows(context.locale, fact, [value]):
                if values:
                    yield SaidValue(fact.name, at, label, plain(_line(context, fact, value)))


def _rows(locale: Locale, fact: Fact, values: Sequence[Any]) -> Iterator[_Row]:
    """Yield the rows that the values of a fact stand in."""
    if fact.name in ROWS:
        yield from ROWS[fact.name](locale, values)
    else:
        yield fact.name, locale.words(fact.label), list(values)


def _line(context: FactContext, fact: Fact, value: Any) -> FactLine:  # noqa: ANN401 - of any fact
    if fact.codes:
        name = Phrase(context.locale.coded(fact.codes, code_of(value)))
        return (name, *_text(context.locale, getattr(value, "for_", None), Tone.ASIDE))
    return LINES[fact.name](context, value)


def plain(line: FactLine) -> str:
    """Return a line as text alone; asides follow after a semicolon."""
    return "".join(
        f"; {phrase.text}" if phrase.tone is Tone.ASIDE else phrase.text for phrase in line
    )


def amount_of_time(locale: Locale, amount: int, unit: str) -> str:  # noqa: PLR0911
    """Return a length of time in words, in the plural form that the language asks for."""
    match unit:
        case "minute":
            return locale.count("{n} minute", "{n} minutes", amount)
        case "hour":
            return locale.count("{n} hour", "{n} hours", amount)
        case "day":
            return locale.count("{n} day of 24 hours", "{n} days of 24 hours", amount)
        case "working-day":
            return locale.count("{n} working day", "{n} working days", amount)
        case "calendar-day":
            return locale.count("{n} calendar day", "{n} calendar days", amount)
        case "month":
            return locale.count("{n} month", "{n} months", amount)
        case _:  # a unit that a project added to the list
            return f"{amount} {locale.coded('term-unit', unit)}"


def fee_words(locale: Locale, unit: FeeUnit | None, fee: Fee, year: int) -> str:
    """Return what one case costs: in the fee unit, and what that is in tenge in the year."""
    if not fee.cost:
        return locale.words("free of charge")
    name = unit.name if unit else UNIT_OF_THE_LAW
    in_units = f"{locale.number(fee.cost)}{locale.space}{locale.coded('fee-unit', name)}"
    tenge = unit.in_tenge(fee.cost, year) if unit else None
    if tenge is None:
        return in_units
    figure = locale.number(tenge)
    in_tenge = locale.words("{sum} tenge in {year}", sum=figure, year=year)
    return f"{in_units} ({in_tenge.replace(f'{figure} ', f'{figure}{locale.space}', 1)})"


# --- rows: facts whose values stand in several ----------------------------------------------------


def _term_rows(locale: Locale, terms: Sequence[Term]) -> Iterator[_Row]:
    for kind, group in groupby(terms, key=lambda term: term.kind):
        label = locale.coded("term-kind", kind)
        yield f"term-{kind}", label[:1].upper() + label[1:], list(group)


def _document_rows(locale: Locale, documents: Sequence[Document]) -> Iterator[_Row]:
    """Yield first what the recipient brings, then what the provider obtains without him."""
    brought = [document for document in documents if document.source == "applicant"]
    obtained = [document for document in documents if document.source == "state-system"]
    yield "brought", locale.words("The recipient brings"), brought
    yield "obtained", locale.words("The provider takes from state systems"), obtained


# --- lines: one value each ------------------------------------------------------------------------


def _text(
    locale: Locale, by_language: Mapping[str, str] | None, tone: Tone = Tone.PLAIN
) -> FactLine:
    """Return a text by language as a phrase; nothing where there is none."""
    if not by_language:
        return ()
    other = "" if locale.code in by_language else next(iter(by_language))
    return (Phrase(locale.plain(by_language), tone, other),)


def _term(context: FactContext, term: Term) -> FactLine:
    locale = context.locale
    time = Phrase(amount_of_time(locale, term.amount, term.unit), Tone.STRONG)
    where = (Phrase(f" – {locale.coded('channel', term.channel)}"),) if term.channel else ()
    return (time, *where, *_text(locale, term.condition, Tone.ASIDE))


def _fee(context: FactContext, fee: Fee) -> FactLine:
    costs = Phrase(fee_words(context.locale, context.unit, fee, context.year), Tone.STRONG)
    return (costs, *_text(context.locale, fee.case, Tone.ASIDE))


def _result(context: FactContext, result: Result) -> FactLine:
    locale = context.locale
    name = _text(locale, result.name)
    if not result.forms:
        return name
    forms = ", ".join(locale.coded("form", form) for form in result.forms)
    return (*name, Phrase(locale.words("form: {forms}", forms=forms), Tone.ASIDE))


def _hours(context: FactContext, schedule: Schedule) -> FactLine:
    locale = context.locale
    where = f"{locale.coded('place', schedule.place)}: "
    case = _text(locale, schedule.for_, Tone.ASIDE)
    if schedule.around_the_clock:
        return (Phrase(where), Phrase(locale.words("around the clock"), Tone.STRONG), *case)
    hours = Phrase(f"{schedule.from_}–{schedule.to}", Tone.STRONG)
    days = Phrase(f"{where}{_days(locale, schedule.days)} ")
    if not schedule.break_:
        return (days, hours, *case)
    times = f"{schedule.break_.from_}–{schedule.break_.to}"
    return (days, hours, Phrase(locale.words("break {hours}", hours=times), Tone.ASIDE), *case)


def _days(locale: Locale, days: tuple[str, ...]) -> str:
    """Return days of the week, neighbours as a span."""
    numbers = sorted(_WEEK.index(day) for day in days if day in _WEEK)
    spans = []
    for _, group in groupby(enumerate(numbers), key=lambda pair: pair[1] - pair[0]):
        run = [number for _, number in group]
        ends = dict.fromkeys((run[0], run[-1]))
        spans.append("–".join(locale.coded("weekday", _WEEK[number]) for number in ends))
    return ", ".join(spans)


def _document(context: FactContext, document: Document) -> FactLine:
    locale = context.locale
    form = f" ({locale.coded('document-form', document.form)})" if document.form else ""
    return (
        *_text(locale, document.name),
        *((Phrase(form),) if form else ()),
        *_text(locale, document.condition, Tone.ASIDE),
        *_text(locale, document.system, Tone.ASIDE),
    )


def _ground(context: FactContext, ground: RefusalGround) -> FactLine:
    locale = context.locale
    name = _text(locale, ground.text) or (Phrase(locale.coded("refusal-ground", ground.ground)),)
    return (*name, *_text(locale, ground.basis, Tone.ASIDE))


def _contact(context: FactContext, contact: Contact) -> FactLine:
    kind = Phrase(f"{context.locale.coded('contact-kind', contact.kind)}: ")
    case = _text(context.locale, contact.for_, Tone.ASIDE)
    return (kind, Phrase(contact.value, Tone.STRONG), *case)


def _handover(context: FactContext, handover: Handover) -> FactLine:
    locale = context.locale
    before = Phrase(f"{locale.words('before the term is over:')} ")
    return (before, Phrase(amount_of_time(locale, handover.amount, handover.unit), Tone.STRONG))


def _file(context: FactContext, attached: AttachedFile) -> FactLine:
    locale = context.locale
    (words,) = _text(locale, attached.words)
    language = (locale.language_name(attached.language),) if attached.language else ()
    named = ", ".join((attached.name, *language))
    return (words._replace(file=attached), Phrase(named, Tone.ASIDE))


ROWS: Mapping[str, Callable[[Locale, Sequence[Any]], Iterator[_Row]]] = {
    "term": _term_rows,
    "documents": _document_rows,
}
"""How the values of a fact without a label are shared out to rows."""
LINES: Mapping[str, Callable[[FactContext, Any], FactLine]] = {
    "term": _term,
    "fee": _fee,
    "result": _result,
    "schedule": _hours,
    "documents": _document,
    "refusal_grounds": _ground,
    "contacts": _contact,
    "handover": _handover,
    "files": _file,
}
"""How one value of a fact is said; values that are codes need no line here."""
