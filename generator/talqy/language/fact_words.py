"""The facts of a clause in words: one row a fact, short lines, official names.

The words are plain values, so that a page, a Word file and a terminal say the same.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from enum import StrEnum
from itertools import groupby
from typing import NamedTuple

from talqy.language.locale import Locale
from talqy.model.facts import Contact, Document, Facts, Fee, Handover, RefusalGround, Schedule, Term
from talqy.model.project import FeeUnit

_WEEK = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")


class Tone(StrEnum):
    """How a phrase is said: with weight, or as an aside."""

    PLAIN = "plain"
    STRONG = "strong"
    ASIDE = "aside"


class Phrase(NamedTuple):
    """Part of a line; `language` is named where it is not the language of the page."""

    text: str
    tone: Tone = Tone.PLAIN
    language: str = ""


FactLine = tuple[Phrase, ...]


@dataclass(frozen=True, slots=True)
class FactWords:
    """One fact: its name and its lines."""

    kind: str
    label: str
    lines: tuple[FactLine, ...]


def fact_words(
    locale: Locale, unit: FeeUnit | None, facts: Facts, year: int
) -> tuple[FactWords, ...]:
    """Say all facts of a clause; fees are in `unit`, and their sums in tenge those of `year`."""
    rows: list[tuple[str, str, list[FactLine]]] = [
        ("recipients", locale.words("Recipients"), _coded(locale, "recipient", facts.recipients)),
        ("channels", locale.words("Where to apply"), _coded(locale, "channel", facts.channels)),
        ("forms", locale.words("Form of the service"), _coded(locale, "form", facts.forms)),
        *_terms(locale, facts.term),
        ("fee", locale.words("Fee"), [_fee(locale, unit, fee, year) for fee in facts.fee]),
        ("result", locale.words("Result"), [_said(locale, result.name) for result in facts.result]),
        ("schedule", locale.words("Working hours"), [_hours(locale, s) for s in facts.schedule]),
        *_documents(locale, facts.documents),
        (
            "refusal",
            locale.words("Grounds for refusal"),
            [_ground(locale, ground) for ground in facts.refusal_grounds],
        ),
        ("contacts", locale.words("Contacts"), [_contact(locale, c) for c in facts.contacts]),
        (
            "handover",
            locale.words("Handed over to the State Corporation"),
            [_handover(locale, facts.handover)] if facts.handover else [],
        ),
    ]
    return tuple(FactWords(kind, label, tuple(lines)) for kind, label, lines in rows if lines)


def plain(line: FactLine) -> str:
    """Return a line as text alone; asides follow after a semicolon."""
    return "".join(
        f"; {phrase.text}" if phrase.tone is Tone.ASIDE else phrase.text for phrase in line
    )


def _said(locale: Locale, spoken: Mapping[str, str] | None, tone: Tone = Tone.PLAIN) -> FactLine:
    """Say a text by language; nothing where there is none."""
    if not spoken:
        return ()
    return (
        Phrase(locale.plain(spoken), tone, "" if locale.code in spoken else next(iter(spoken))),
    )


def _coded(locale: Locale, name: str, codes: tuple[str, ...]) -> list[FactLine]:
    return [(Phrase(locale.coded(name, code)),) for code in codes]


def amount_of_time(locale: Locale, amount: int, unit: str) -> str:  # noqa: PLR0911
    """Say a length of time, in the plural form that the language asks for."""
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


def _terms(locale: Locale, terms: tuple[Term, ...]) -> Iterator[tuple[str, str, list[FactLine]]]:
    for kind, group in groupby(terms, key=lambda term: term.kind):
        label = locale.coded("term-kind", kind)
        yield f"term-{kind}", label[:1].upper() + label[1:], [_term(locale, t) for t in group]


def _term(locale: Locale, term: Term) -> FactLine:
    time = Phrase(amount_of_time(locale, term.amount, term.unit), Tone.STRONG)
    where = (Phrase(f" – {locale.coded('channel', term.channel)}"),) if term.channel else ()
    return (time, *where, *_said(locale, term.condition, Tone.ASIDE))


def fee_words(locale: Locale, unit: FeeUnit | None, fee: Fee, year: int) -> str:
    """Say what one case costs: in the fee unit, and what that is in tenge in the year."""
    if fee.free or fee.amount is None:
        return locale.words("free of charge")
    if unit is None:
        return locale.number(fee.amount)
    said = f"{locale.number(fee.amount)} {locale.coded('fee-unit', unit.name)}"
    tenge = unit.in_tenge(fee.amount, year)
    if tenge is None:
        return said
    in_tenge = locale.words("{sum} tenge in {year}", sum=locale.number(tenge), year=year)
    return f"{said} ({in_tenge})"


def _fee(locale: Locale, unit: FeeUnit | None, fee: Fee, year: int) -> FactLine:
    costs = Phrase(fee_words(locale, unit, fee, year), Tone.STRONG)
    return (costs, *_said(locale, fee.case, Tone.ASIDE))


def _hours(locale: Locale, schedule: Schedule) -> FactLine:
    place = f"{locale.coded('place', schedule.place)}: "
    if schedule.around_the_clock:
        return (Phrase(place), Phrase(locale.words("around the clock"), Tone.STRONG))
    hours = Phrase(f"{schedule.from_}–{schedule.to}", Tone.STRONG)
    days = Phrase(f"{place}{_days(locale, schedule.days)} ")
    if not schedule.break_:
        return (days, hours)
    times = f"{schedule.break_.from_}–{schedule.break_.to}"
    return (days, hours, Phrase(locale.words("break {hours}", hours=times), Tone.ASIDE))


def _days(locale: Locale, days: tuple[str, ...]) -> str:
    """Say days of the week, neighbours as a span."""
    places = sorted(_WEEK.index(day) for day in days if day in _WEEK)
    spans = []
    for _, group in groupby(enumerate(places), key=lambda pair: pair[1] - pair[0]):
        run = [place for _, place in group]
        ends = dict.fromkeys((run[0], run[-1]))
        spans.append("–".join(locale.coded("weekday", _WEEK[place]) for place in ends))
    return ", ".join(spans)


def _documents(
    locale: Locale, documents: tuple[Document, ...]
) -> Iterator[tuple[str, str, list[FactLine]]]:
    """Say first what the recipient brings, then what the provider obtains without him."""
    brought = [document for document in documents if document.source == "applicant"]
    obtained = [document for document in documents if document.source == "state-system"]
    yield "brought", locale.words("The recipient brings"), [_document(locale, d) for d in brought]
    words = locale.words("The provider takes from state systems")
    yield "obtained", words, [_document(locale, d) for d in obtained]


def _document(locale: Locale, document: Document) -> FactLine:
    form = f" ({locale.coded('document-form', document.form)})" if document.form else ""
    return (
        *_said(locale, document.name),
        *((Phrase(form),) if form else ()),
        *_said(locale, document.condition, Tone.ASIDE),
        *_said(locale, document.system, Tone.ASIDE),
    )


def _ground(locale: Locale, ground: RefusalGround) -> FactLine:
    named = _said(locale, ground.text) or (Phrase(locale.coded("refusal-ground", ground.ground)),)
    return (*named, *_said(locale, ground.basis, Tone.ASIDE))


def _contact(locale: Locale, contact: Contact) -> FactLine:
    kind = Phrase(f"{locale.coded('contact-kind', contact.kind)}: ")
    return (kind, Phrase(contact.value, Tone.STRONG))


def _handover(locale: Locale, handover: Handover) -> FactLine:
    before = Phrase(f"{locale.words('before the term is over:')} ")
    return (before, Phrase(amount_of_time(locale, handover.amount, handover.unit), Tone.STRONG))
