"""Facts against the text: what is set for machines is what the sentence says, in each language.

The commonest slip of a change is the text changed and the fact forgotten. A fact is asked about
only where the text speaks of its kind: a clause without any term cannot contradict one.
"""

import re
from collections.abc import Iterator, Mapping
from fractions import Fraction
from typing import NamedTuple

from talqy.errors import Listed, Saying
from talqy.model import paths
from talqy.model.codes import Code, in_words
from talqy.model.facts import Facts, Handover, Term
from talqy.model.problem import Level, Problem
from talqy.model.revision import Clause, Revision
from talqy.rules.fact_documents import documents_apart
from talqy.rules.fact_places import channels_apart, clock_apart, days_apart
from talqy.rules.fact_prices import price_apart
from talqy.rules.rule import CheckContext, breach, rule
from talqy.wording.quantities import quantities
from talqy.wording.quantity import Measure, Quantity, term, written


class FactFault(NamedTuple):
    """A fact that the text of its clause contradicts: its value, and what the text says."""

    language: str
    fact: str
    value: Listed
    said: tuple[str, ...]


@rule(
    "P10", of_words=True, source="what is set for machines is what people read", level=Level.WARNING
)
def facts_are_what_the_text_says(context: CheckContext) -> Iterator[Problem]:
    """The facts of a clause say what its text says, in every language."""
    for record, revision, _ in context.revisions():
        waived = {note.clause for note in revision.parity}
        for clause, fault in fact_faults(revision):
            if clause not in waived:
                yield breach(
                    paths.revision_file(record.id, revision.revision),
                    ("clauses", f"#{clause}", "facts", fault.fact),
                    "{fact}: the fact is “{value}”; the text in “{language}” says: {said}",
                    "put right what is wrong; where both are right, name the clause under parity, "
                    "with a note",
                    fact=FACT_NAMES[fault.fact],
                    value=in_words(fault.value, context.register.codes),
                    language=fault.language,
                    said=", ".join(fault.said),
                )


FACT_NAMES = {
    "term": Saying("term"),
    "handover": Saying("handing over to the State Corporation"),
    "fee": Saying("fee"),
    "schedule": Saying("working hours"),
    "contacts": Saying("phone"),
    "channels": Saying("where to apply"),
    "documents": Saying("number of documents"),
}


def fact_faults(revision: Revision) -> Iterator[tuple[str, FactFault]]:
    """Yield the clauses of a text whose facts their words contradict."""
    for clause in revision.walk():
        yield from ((clause.id, fault) for fault in faults_of_clause(clause))


def faults_of_clause(clause: Clause) -> Iterator[FactFault]:
    """Yield the facts of a clause that its words contradict."""
    if clause.facts == Facts():
        return
    for language, words in spoken(clause).items():
        yield from _faults(clause.facts, words, language)
    for language, one in documents_apart(clause):
        yield FactFault(language, *one)


def spoken(clause: Clause) -> Mapping[str, str]:
    """Return the words of a clause and of those inside it, by language."""
    texts = [text for one in clause.walk() for text in (one.heading, one.text) if text]
    languages = dict.fromkeys(language for text in texts for language in text)
    return {
        language: "\n".join(text[language] for text in texts if language in text)
        for language in languages
    }


def _faults(facts: Facts, words: str, language: str) -> Iterator[FactFault]:
    found = tuple(either for one in quantities(words, language) for either in one.as_either())
    hours = _said(found, Measure.TIME)
    for name, wanted, there in (
        ("term", _terms(facts), _said_terms(found)),
        ("handover", _handover(facts), _said_handover(found, words, language)),
        ("fee", _fees(facts), _said_fees(found)),
        ("schedule", _hours(facts), hours),
        ("contacts", _phones(facts, found), _said_phones(found)),
    ):
        if any(one.is_certain for one in there.values()):
            said = tuple(dict.fromkeys(words[one.start : one.said_end] for one in there.values()))
            for key, value in wanted.items():
                if key not in there:
                    yield FactFault(language, name, _shown(value), said)
    told = tuple(words[one.start : one.said_end] for one in hours.values())
    for one in (
        *channels_apart(facts, words, language),
        *days_apart(facts, words, language),
        *clock_apart(facts, words, language, told),
        *price_apart(facts, words, language),
    ):
        yield FactFault(language, *one)


_Keys = Mapping[object, str | Term | Handover]
_There = Mapping[object, Quantity]


def _terms(facts: Facts) -> _Keys:
    return {term(one.amount, one.unit): one for one in facts.term}


def _handover(facts: Facts) -> _Keys:
    one = facts.handover
    return {term(one.amount, one.unit): one} if one else {}


def _shown(value: str | Term | Handover) -> Listed:
    if isinstance(value, str):
        return Listed((value,))
    return Listed((Code("term-unit", value.unit), value.amount), ": ")


_DAYS = ("working-day", "calendar-day")


def _said_terms(found: tuple[Quantity, ...]) -> _There:
    """Return the terms of a text; “5 days” says nothing of which days."""
    plain = [one for one in found if one.kind is Measure.TERM and one.unit == "day"]
    days = {(one.kind, one.value, unit): one for one in plain for unit in _DAYS}
    terms = [one for one in found if one.kind is Measure.TERM]
    return days | {one.same: one for one in sorted(terms, key=lambda one: one.is_certain)}


def _fees(facts: Facts) -> _Keys:
    return {written(Fraction(one.amount)): str(one.amount) for one in facts.fee if one.amount}


# What is handed over stands in one sentence with the corporation and with a word of the last day.
_HANDED_OVER = {
    "ru": re.compile(
        r"(?:корпораци|\bцон|центр)(?=.*(?:достав|переда|до истечения|не позднее))"
        r"|(?:достав|переда).*(?:корпораци|\bцон|центр)"
    ),
    "kk": re.compile(
        r"(?:корпораци|хқко|орталы)(?=.*(?:жеткіз|тапсыр|дейін|кешікт))"
        r"|(?:жеткіз|дейін|кешікт).*(?:корпораци|хқко|орталы)"
    ),
}


def _said_handover(found: tuple[Quantity, ...], words: str, language: str) -> _There:
    """Return the terms of the sentences that speak of handing over to the State Corporation."""
    places = [
        match.span()
        for match in re.finditer(r"[^.;\n]+", words.lower())
        if language in _HANDED_OVER and _HANDED_OVER[language].search(match[0])
    ]
    return {
        key: one
        for key, one in _said_terms(found).items()
        if any(start <= one.start < end for start, end in places)
    }


def _said_fees(found: tuple[Quantity, ...]) -> _There:
    return {one.value: one for one in found if one.kind is Measure.FEE and one.unit == "mci"}


def _hours(facts: Facts) -> _Keys:
    pauses = [one.break_ for one in facts.schedule if one.break_]
    times = [time for one in facts.schedule for time in (one.from_, one.to) if time]
    times += [time for pause in pauses for time in (pause.from_, pause.to)]
    return {time: time for time in times}


def _said(found: tuple[Quantity, ...], kind: Measure) -> _There:
    return {one.value: one for one in found if one.kind is kind}


def _phones(facts: Facts, found: tuple[Quantity, ...]) -> _Keys:
    """Return the phones of a clause; a text may say them without their code."""
    local = tuple(
        one.value for one in found if one.kind is Measure.PHONE and len(one.value) < _LONG_PHONE
    )
    phones = [one.value for one in facts.contacts if one.kind == "phone"]
    return {
        next((said for said in local if _digits(phone).endswith(said)), _digits(phone)): phone
        for phone in phones
    }


def _said_phones(found: tuple[Quantity, ...]) -> _There:
    """Return the phones of a text; a short number (1414) is one where it stands alone."""
    return {
        one.value: one
        for one in found
        if one.kind is Measure.PHONE
        or (one.kind is Measure.COUNT and len(one.value) in _SHORT_PHONE)
    }


_SHORT_PHONE = range(3, 7)
_LONG_PHONE = 11


def _digits(phone: str) -> str:
    digits = re.sub(r"\D", "", phone)
    return "7" + digits[1:] if len(digits) == _LONG_PHONE else digits
