"""The facts of a clause in words: one row a fact, short lines, official names."""

from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal
from itertools import groupby

from markupsafe import Markup, escape

from talqy.model.facts import Document, Facts, Fee, RefusalGround, Schedule, Term
from talqy.render.edition import Edition
from talqy.render.locale import Locale, joined, small, strong

_WEEK = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")


@dataclass(frozen=True, slots=True)
class FactView:
    """One fact: its name and its lines, each finished HTML."""

    kind: str
    label: str
    lines: tuple[Markup, ...]


def fact_views(edition: Edition, facts: Facts, year: int) -> tuple[FactView, ...]:
    """Say all facts of a clause; sums in tenge are those of `year`."""
    return edition.once((id(facts), year), lambda: _fact_views(edition, facts, year))


def _fact_views(edition: Edition, facts: Facts, year: int) -> tuple[FactView, ...]:
    locale = edition.locale
    rows: list[tuple[str, str, list[Markup]]] = [
        ("recipients", locale.words("Recipients"), _coded(locale, "recipient", facts.recipients)),
        ("channels", locale.words("Where to apply"), _coded(locale, "channel", facts.channels)),
        ("forms", locale.words("Form of the service"), _coded(locale, "form", facts.forms)),
        *_terms(locale, facts.term),
        ("fee", locale.words("Fee"), [_fee(edition, fee, year) for fee in facts.fee]),
        ("result", locale.words("Result"), [locale.say(result.name) for result in facts.result]),
        ("schedule", locale.words("Working hours"), [_hours(locale, s) for s in facts.schedule]),
        *_documents(locale, facts.documents),
        (
            "refusal",
            locale.words("Grounds for refusal"),
            [_ground(locale, ground) for ground in facts.refusal_grounds],
        ),
        ("contacts", locale.words("Contacts"), _contacts(locale, facts)),
        (
            "handover",
            locale.words("Handed over to the State Corporation"),
            _handover(locale, facts),
        ),
    ]
    return tuple(FactView(kind, label, tuple(lines)) for kind, label, lines in rows if lines)


def _coded(locale: Locale, name: str, codes: tuple[str, ...]) -> list[Markup]:
    return [escape(locale.coded(name, code)) for code in codes]


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


def _terms(locale: Locale, terms: tuple[Term, ...]) -> Iterator[tuple[str, str, list[Markup]]]:
    for kind, group in groupby(terms, key=lambda term: term.kind):
        label = locale.coded("term-kind", kind)
        yield f"term-{kind}", label[:1].upper() + label[1:], [_term(locale, t) for t in group]


def _term(locale: Locale, term: Term) -> Markup:
    time = strong(amount_of_time(locale, term.amount, term.unit))
    where = f" – {locale.coded('channel', term.channel)}" if term.channel else ""
    return joined(time, where, small(locale.say(term.condition)))


def _fee(edition: Edition, fee: Fee, year: int) -> Markup:
    locale = edition.locale
    free = fee.free or fee.amount is None
    words = locale.words("free of charge") if free else _sum(edition, fee.amount or Decimal(), year)
    return joined(strong(words), small(locale.say(fee.case)))


def _sum(edition: Edition, amount: Decimal, year: int) -> str:
    """Say an amount in the fee unit, and what it is in tenge in the year."""
    locale, unit = edition.locale, edition.register.project.fee_unit
    if unit is None:
        return locale.number(amount)
    said = f"{locale.number(amount)} {locale.coded('fee-unit', unit.name)}"
    tenge = unit.in_tenge(amount, year)
    if tenge is None:
        return said
    in_tenge = locale.words("{sum} tenge in {year}", sum=locale.number(tenge), year=year)
    return f"{said} ({in_tenge})"


def _hours(locale: Locale, schedule: Schedule) -> Markup:
    place = locale.coded("place", schedule.place)
    if schedule.around_the_clock:
        return joined(place, ": ", strong(locale.words("around the clock")))
    hours = strong(f"{schedule.from_}–{schedule.to}")
    pause = Markup()
    if schedule.break_:
        times = f"{schedule.break_.from_}–{schedule.break_.to}"
        pause = small(locale.words("break {hours}", hours=times))
    return joined(place, ": ", _days(locale, schedule.days), " ", hours, pause)


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
) -> Iterator[tuple[str, str, list[Markup]]]:
    """Say first what the recipient brings, then what the provider obtains without him."""
    brought = [document for document in documents if document.source == "applicant"]
    obtained = [document for document in documents if document.source == "state-system"]
    yield "brought", locale.words("The recipient brings"), [_document(locale, d) for d in brought]
    words = locale.words("The provider takes from state systems")
    yield "obtained", words, [_document(locale, d) for d in obtained]


def _document(locale: Locale, document: Document) -> Markup:
    form = f" ({locale.coded('document-form', document.form)})" if document.form else ""
    asides = small(locale.say(document.condition)) + small(locale.say(document.system))
    return joined(locale.say(document.name), form, asides)


def _ground(locale: Locale, ground: RefusalGround) -> Markup:
    named = locale.say(ground.text) or locale.coded("refusal-ground", ground.ground)
    return joined(named, small(locale.say(ground.basis)))


def _contacts(locale: Locale, facts: Facts) -> list[Markup]:
    return [
        joined(locale.coded("contact-kind", contact.kind), ": ", strong(contact.value))
        for contact in facts.contacts
    ]


def _handover(locale: Locale, facts: Facts) -> list[Markup]:
    if facts.handover is None:
        return []
    time = amount_of_time(locale, facts.handover.amount, facts.handover.unit)
    return [joined(locale.words("before the term is over:"), " ", strong(time))]
