"""The case that a fact is for: in people's words, or by the way to apply; none is all of them.

A fee, a term, a list of documents holds for somebody who applies for something in some way. What
stands for another case is an alternative, and never adds to it.
"""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from rapidfuzz import fuzz

from talqy.model.facts import FACTS
from talqy.model.revision import Clause, Revision

Words = Mapping[str, str] | None
"""The words for a case by language; None for all cases."""


@dataclass(frozen=True, slots=True, kw_only=True)
class CaseFact:
    """One value of a fact, and the case that it is for.

    `clause` is the id of the clause in which it stands.
    """

    fact: str
    value: Any
    words: Words
    channel: str
    clause: str

    @property
    def is_for_all(self) -> bool:
        """Return whether it holds whoever applies, for what, and where."""
        return not self.words and not self.channel


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


def _own_words(fact: str, value: object) -> Words:
    """Return the case that a value names itself; what a document asks is no case of its own."""
    if fact == "documents":
        return None
    found = (getattr(value, name, None) for name in ("condition", "case", "for_"))
    return next((words for words in found if words), None)


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
_STEM = 5
_SHORTEST = 3
_WORD = re.compile(r"\w+")


def likeness(x: Words, y: Words) -> float:
    """Return from 0 to 100 how like the words for two cases are; none are like none alone."""
    if not x or not y:
        return 100.0 if not x and not y else 0.0
    if any(x[language] == y.get(language) for language in x):
        return 100.0
    shared = [language for language in x if language in y]
    return sum(fuzz.ratio(x[one], y[one]) for one in shared) / max(len(shared), 1)


def covering(wide: Words, narrow: Words) -> float:
    """Return from 0 to 100 how much of the words for a wide case stands in those for a narrow one.

    “Issuing a card” is in “issuing a card for the first time”, whatever the endings of the words.
    """
    if not wide or not narrow:
        return 0.0
    shares = [
        100.0 * len(all_of & _stems(narrow[language])) / len(all_of)
        for language in wide
        if language in narrow and (all_of := _stems(wide[language]))
    ]
    return sum(shares) / len(shares) if shares else 0.0


def _stems(words: str) -> set[str]:
    found = _WORD.findall(words.casefold())
    return {word[:_STEM] for word in found if len(word) >= _SHORTEST}
