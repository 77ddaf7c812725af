"""The case that a fact is for: in people's words, or by the way to apply; none is all of them.

A fee, a term, a list of documents holds for somebody who applies for something in some way. What
stands for another case is an alternative, and never adds to it.
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Any

from rapidfuzz import fuzz

from talqy.compare.directions import Direction
from talqy.compare.telling_apart import Words, has_room_for, is_replaced, is_turned, says_the_same
from talqy.model.facts import FACTS
from talqy.model.revision import Clause, Revision

ALTERNATIVES = frozenset({"term", "fee"})
"""The facts of which one value holds for one person: that of the case."""


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class CaseFact:
    """One value of a fact, and the case that it is for; two that say the same are still two.

    `clause` is the id of the clause in which it stands.
    """

    fact: str
    value: Any
    words: Words
    channel: str
    clause: str


Side = tuple[CaseFact, ...] | None
"""What a text says of a case: empty where it says that there is none, None where it is silent."""


@dataclass(frozen=True, slots=True, kw_only=True)
class CaseChange:
    """One thing that changes in one case; `words` and `channel` name it, and are empty for all.

    `was_words` are those of the older text where it names the case in words that are not alike,
    `now_words` those of the newer one for a case that it joined with others. What has no words
    `is_rest` where one of the texts names other cases beside it.
    """

    fact: str
    words: Words = None
    was_words: Words = None
    now_words: Words = None
    channel: str = ""
    is_rest: bool = False
    before: Side
    after: Side
    direction: Direction | None = None


def case_facts(text: Revision, fact: str) -> tuple[CaseFact, ...]:
    """Return all values of a fact, each with its case."""
    return tuple(
        CaseFact(
            fact=fact,
            value=value,
            words=_own_words(fact, value) or around,
            channel=getattr(value, "channel", None) or "",
            clause=clause.id,
        )
        for clause, around in _holders(text, fact)
        for value in FACTS[fact].values(clause.facts)
    )


def kind_of(one: CaseFact) -> str:
    """Return what a value is of: a term is one of the service, of the wait, or of the serving."""
    return getattr(one.value, "kind", "")


def is_rest(of: CaseFact, among: Iterable[CaseFact]) -> bool:
    """Return whether what is for no case by name is for those whom no other case names.

    Terms and fees are alternatives; what else is for all stands beside what is for some.
    """
    if of.fact not in ALTERNATIVES or of.words or of.channel:
        return False
    return any((one.words or one.channel) and kind_of(one) == kind_of(of) for one in among)


def _own_words(fact: str, value: object) -> Words:
    """Return the case that a value names itself; a code alone names none."""
    return getattr(value, FACTS[fact].case, None) or None if FACTS[fact].case else None


def _holders(text: Revision, fact: str) -> Iterator[tuple[Clause, Words]]:
    """Yield the clauses that set a fact, and the case that the heading of each names.

    Only a nested clause names a case: the heading of another is that of the row, as is that of one
    in which others stand.
    """
    holding = [clause for clause in text.walk() if FACTS[fact].values(clause.facts)]
    for clause in holding:
        inner = {one.id for one in clause.walk()} - {clause.id}
        is_case = any(text.around(clause.id)) and not any(one.id in inner for one in holding)
        yield clause, clause.heading if is_case else None


# From 0 to 100: words for one case are at least so alike.
SAME_CASE = 60.0
# And so alike, where a reader sees by the words that they are for one.
SAME_TO_READERS = 85.0
_STEM = 5
_SHORTEST = 3
_WORD = re.compile(r"\w+")
# Below any likeness of one case, below that at which readers see one, and above it.
_TURNED, _REPLACED, _IN_OTHER_FORMS = 30.0, 75.0, 95.0


def likeness(x: Words, y: Words) -> float:
    """Return from 0 to 100 how like the words for two cases are; none are like none alone.

    Words of which one turns the other are for others, however alike they look.
    """
    if not x or not y:
        return 100.0 if not x and not y else 0.0
    shared = [language for language in x if language in y]
    alike = sum(fuzz.ratio(x[one], y[one]) for one in shared) / max(len(shared), 1)
    if is_turned(x, y):
        return min(alike, _TURNED)
    if any(x[language] == y[language] for language in shared):
        return 100.0
    if is_replaced(x, y):
        return min(alike, _REPLACED)
    return max(alike, _IN_OTHER_FORMS) if says_the_same(x, y) else alike


def is_one_case(x: Words, y: Words) -> bool:
    """Return whether the words for two cases show that these are one."""
    return likeness(x, y) >= SAME_CASE and not is_replaced(x, y)


def covering(wide: Words, narrow: Words) -> float:
    """Return from 0 to 100 how much of the words for a wide case stands in those for a narrow one.

    “Issuing a card” is in “issuing a card for the first time”, whatever the endings of the words.
    """
    if not wide or not narrow or not has_room_for(wide, narrow) or is_replaced(wide, narrow):
        return 0.0
    shared = [language for language in wide if language in narrow]
    shares = [
        100.0 * len(all_of & _stems(narrow[language])) / len(all_of)
        for language in shared
        if (all_of := _stems(wide[language]))
    ]
    return sum(shares) / len(shares) if shares else 0.0


def kinship(x: Words, y: Words) -> float:
    """Return from 0 to 100 how much of the words for either case, the shorter, is in the other.

    One word that both have is none: cases of all kinds are “for” somebody.
    """
    if not x or not y or is_turned(x, y) or is_replaced(x, y):
        return 0.0
    shares = []
    for language in (one for one in x if one in y):
        here, there = _stems(x[language]), _stems(y[language])
        shared = len(here & there)
        shares.append(100.0 * shared / min(len(here), len(there)) if shared > 1 else 0.0)
    return sum(shares) / len(shares) if shares else 0.0


def _stems(words: str) -> set[str]:
    found = _WORD.findall(words.casefold())
    return {word[:_STEM] for word in found if len(word) >= _SHORTEST}
