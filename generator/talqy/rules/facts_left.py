"""Facts that were left behind: the words that say them have changed, and they have not.

What a text says otherwise everywhere is found by P10. Here the old value still stands in the clause
in another place, or the words say more than the fact: a second “5 working days” hides that the
first one became 3. Or they say no value of the kind at all any more, in any language.
"""

from collections import Counter
from collections.abc import Collection, Iterator, Mapping, Sequence
from collections.abc import Set as AbstractSet
from fractions import Fraction
from typing import Any, NamedTuple

from talqy.errors import Listed, Named, Saying
from talqy.model.codes import Code, in_words
from talqy.model.facts import FACTS, Facts
from talqy.model.problem import Level, Problem
from talqy.model.revision import Clause, Revision
from talqy.rules.fact_documents import is_named, long_words
from talqy.rules.fact_texts import faults_of_clause, spoken
from talqy.rules.rule import CheckContext, breach, rule, texts_of
from talqy.rules.steps import steps
from talqy.rules.unsaid_facts import says_nothing_of
from talqy.wording.channels import named_channels
from talqy.wording.pieces import lowered
from talqy.wording.quantities import quantities
from talqy.wording.quantity import Measure, Quantity, term, written


class LeftFact(NamedTuple):
    """A fact that stayed, and the words of one language that say it: those that went, and came."""

    fact: str
    value: Listed
    was: Listed
    now: Listed


NAMES: Mapping[str, Saying] = {
    "channels": Saying("where to apply"),
    "term": Saying("term"),
    "fee": Saying("fee"),
    "result": Saying("result of the service"),
    "schedule": Saying("working hours"),
    "handover": Saying("handing over to the State Corporation"),
    "documents": Saying("documents"),
    "refusal_grounds": Saying("grounds for refusal"),
    "contacts": Saying("phone"),
}
_MEASURES = {
    "term": Measure.TERM,
    "handover": Measure.TERM,
    "fee": Measure.FEE,
    "schedule": Measure.TIME,
    "contacts": Measure.PHONE,
}
_TERMS = ("term", "handover")
_NAMED = ("result", "documents", "refusal_grounds")
_FREE = Saying("free of charge")
_FEE_UNIT = "mci"
_AHEAD = 3
_Key = tuple[str, str, str]


@rule(
    "P12", of_words=True, source="what is set for machines is what people read", level=Level.WARNING
)
def facts_follow_the_words(context: CheckContext) -> Iterator[Problem]:
    """A fact does not stay as it was where the words that say it change."""
    for step in steps(context):
        waived = {note.clause for note in step.revision.parity}
        for clause in () if step.mild else step.revision.walk():
            was = step.base.clause(clause.id)
            for one in facts_left(was, clause) if was and clause.id not in waived else ():
                yield breach(
                    step.file,
                    ("clauses", f"#{clause.id}", "facts", one.fact),
                    "{fact}: the words have changed from “{was}” to “{now}”, and the fact is still "
                    "“{value}”",
                    "change the fact too; where it holds as it is, name the clause under parity, "
                    "with a note",
                    fact=NAMES[one.fact],
                    was=one.was,
                    now=one.now,
                    value=in_words(one.value, context.register.codes),
                )


def clauses_left(base: Revision | None, text: Revision) -> Iterator[str]:
    """Yield the clauses of a text with a fact that stayed while the words about it have changed."""
    for clause in text.walk() if base else ():
        was = base.clause(clause.id) if base else None
        if was and next(facts_left(was, clause), None):
            yield clause.id


def facts_left(was: Clause, now: Clause) -> Iterator[LeftFact]:
    """Yield the facts of a clause that stayed while its words about them have changed.

    Each is told once. What P10 says of a clause is not said again.
    """
    stayed = [
        name
        for name, fact in FACTS.items()
        if name in NAMES and fact.values(now.facts)
        if fact.values(now.facts) == fact.values(was.facts)
    ]
    changed = _changed(was, now)
    if not (stayed and changed):
        return
    told = {one.fact for one in faults_of_clause(now)}
    for name in stayed:
        # What clauses inside of it say of a channel may be about something else.
        where = changed if name != "channels" else _changed(was.alone, now.alone)
        found = (_left(name, now.facts, sides, code) for code, sides in where.items())
        one = next(filter(None, found), None) or _unsaid(name, was, now)
        if name not in told and one:
            yield one


def _changed(was: Clause, now: Clause) -> Mapping[str, tuple[str, str]]:
    """Return the words before and now of the languages in which they changed."""
    old, new = spoken(was), spoken(now)
    both = {code: (old[code], words) for code, words in new.items() if code in old}
    return {code: sides for code, sides in both.items() if sides[0] != sides[1]}


def values_now(was: Clause, now: Clause) -> Iterator[tuple[str, int, Quantity]]:
    """Yield the terms and fees that stayed, by fact and place, with what the words say now.

    Only where each language says one other value in the place of this one.
    """
    old, new = spoken(was), spoken(now)
    for name in ("term", "fee"):
        values = FACTS[name].values(now.facts)
        if not values or values != FACTS[name].values(was.facts):
            continue
        kind, own = _MEASURES[name], [_own(name, FACTS[name].alone(one)) for one in values]
        found = {_replaced(name, now.facts, (old.get(code, ""), new[code]), code) for code in new}
        gone, come = found.pop() if len(found) == 1 else (None, None)
        places = [at for at, keys in enumerate(own) if gone in keys]
        said = [
            one
            for code, words in new.items()
            for one in quantities(words, code)
            if one.same == come and one.kind is kind
        ]
        if len(places) == 1 and said:
            yield name, places[0], said[0]


def _replaced(
    name: str, facts: Facts, sides: tuple[str, str], language: str
) -> tuple[_Key | None, _Key | None]:
    gone, come = _gone_and_come(sides, language, _MEASURES[name])
    gone &= _own(name, facts)
    return (min(gone), min(come)) if len(gone) == len(come) == 1 else (None, None)


def _left(name: str, facts: Facts, sides: tuple[str, str], language: str) -> LeftFact | None:
    if name in _MEASURES:
        return _of_measure(name, facts, sides, language)
    if name in _NAMED:
        return _of_names(name, facts, sides)
    was, now = (named_channels(words, language) for words in sides)
    gone = tuple(words for code, words in was.items() if code not in now)
    come = tuple(words for code, words in now.items() if code not in was)
    there = {one if isinstance(one, str) else one.code for one in facts.channels}
    is_left = (there & was.keys()) - now.keys() or now.keys() - was.keys() - there
    return LeftFact(name, _value(name, facts), _told(gone), _told(come)) if is_left else None


def _of_measure(name: str, facts: Facts, sides: tuple[str, str], language: str) -> LeftFact | None:
    """Look for values of a kind of which one went and another came.

    Of a term only the fact itself counts, of others too, where the words said it before.
    """
    kind = _MEASURES[name]
    gone, come = _gone_and_come(sides, language, kind)
    own = _own(name, facts) & _counted(sides[0], language, kind).keys()
    is_sure = name in _TERMS or bool(own)
    if not gone or not come or (is_sure and not own & gone):
        return None
    said = [_said(words, language, keys) for words, keys in zip(sides, (gone, come), strict=True)]
    return LeftFact(name, _value(name, facts), *map(_told, said))


def _unsaid(name: str, was: Clause, now: Clause) -> LeftFact | None:
    """Look for a term or a fee that was said in each language, and is said in none any more."""
    own, kind = _own(name, now.facts), _MEASURES.get(name)
    if kind is None or not own:
        return None
    before = {code: _said(words, code, own) for code, words in spoken(was).items()}
    if not all(before.values()) or not says_nothing_of(kind, now):
        return None
    return LeftFact(name, _value(name, now.facts), _told(next(iter(before.values()))), _told(()))


def _gone_and_come(
    sides: tuple[str, str], language: str, kind: Measure
) -> tuple[AbstractSet[_Key], AbstractSet[_Key]]:
    """Return the values that are said less often than before, or not behind the same words."""
    was, now = (_counted(words, language, kind) for words in sides)
    gone, come = set((was - now).keys()), set((now - was).keys())
    old, new = (_behind(words, language, kind) for words in sides)
    for place in old.keys() & new.keys():
        if old[place] - new[place] and new[place] - old[place]:
            gone |= old[place] - new[place]
            come |= new[place] - old[place]
    return gone, come


def _behind(
    words: str, language: str, kind: Measure
) -> Mapping[tuple[str, ...], AbstractSet[_Key]]:
    """Return the values of a kind by the words ahead of them in their line."""
    found: dict[tuple[str, ...], set[_Key]] = {}
    for one in quantities(words, language):
        ahead = lowered(words[: one.start].rpartition("\n")[2]).split()[-_AHEAD:]
        if one.kind is kind and one.is_certain and ahead:
            found.setdefault(tuple(ahead), set()).add(one.same)
    return found


def _counted(words: str, language: str, kind: Measure) -> Counter[_Key]:
    found = quantities(words, language)
    return Counter(one.same for one in found if one.kind is kind and one.is_certain)


def _said(words: str, language: str, keys: Collection[_Key]) -> tuple[str, ...]:
    found = quantities(words, language)
    return tuple(dict.fromkeys(words[q.start : q.said_end] for q in found if q.same in keys))


def _own(name: str, facts: Facts) -> frozenset[_Key]:
    """Return the values of a fact as a text says them, where they are terms or fees."""
    if name == "fee":
        sums = (one.amount for one in facts.fee if one.amount)
        return frozenset((Measure.FEE, written(Fraction(one)), _FEE_UNIT) for one in sums)
    terms: tuple[Any, ...] = FACTS[name].values(facts) if name in _TERMS else ()
    return frozenset(term(one.amount, one.unit) for one in terms)


def _of_names(name: str, facts: Facts, sides: tuple[str, str]) -> LeftFact | None:
    """Look for something that the words have named before, and do not name now."""
    was, now = (set(long_words(words)) for words in sides)
    names = [said for value in FACTS[name].values(facts) for _, said in texts_of(value)]
    gone = [
        Named(said)
        for said in names
        if any(is_named(each, was) for each in said.values())
        and not any(is_named(each, now) for each in said.values())
    ]
    return LeftFact(name, _told(gone), _told(gone), _told(())) if gone else None


def _told(values: Sequence[object]) -> Listed:
    return Listed(tuple(values) or ("–",), ", ")


def _value(name: str, facts: Facts) -> Listed:
    """Return what a fact is, in words or with codes."""
    match name:
        case "channels":
            codes = (one if isinstance(one, str) else one.code for one in facts.channels)
            return Listed(tuple(Code("channel", one) for one in codes), ", ")
        case "fee":
            return Listed(tuple(_FREE if one.free else str(one.amount) for one in facts.fee), ", ")
        case "schedule":
            times = (f"{one.from_}–{one.to}" for one in facts.schedule if one.from_)
            return Listed(tuple(times), ", ")
        case "contacts":
            return Listed(tuple(one.value for one in facts.contacts), ", ")
    terms: Sequence[Any] = FACTS[name].values(facts)
    parts = tuple(Listed((Code("term-unit", one.unit), one.amount), ": ") for one in terms)
    return Listed(parts, ", ")
