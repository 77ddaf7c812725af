"""How many documents a text asks for, against those that are set for its clause.

A list that is longer than the documents contradicts them at once. A shorter one may have the
others in other sentences or in clauses inside of it, and leave out what the provider takes from a
system: it contradicts them only where no language names a document of the applicant.
"""

import re
from collections.abc import Collection, Iterator
from fractions import Fraction
from functools import lru_cache

from talqy.errors import Listed
from talqy.model.revision import Clause
from talqy.rules.fact_places import Contradicted
from talqy.wording.labels import items
from talqy.wording.pieces import lowered
from talqy.wording.quantities import quantities
from talqy.wording.quantity import Measure

_COUNTED = {
    "ru": re.compile(r"\s+(?:следующ\w+ |необходим\w+ )?документ(?:а|ов)(?!\w)"),
    "kk": re.compile(r"\s+құжат(?!\w)"),
}
_KEPT_TEXTS = 512  # those of a standard, which each revision repeats
_FEWEST_ITEMS = 2  # “1)” alone is no list
_WORD = re.compile(r"[^\W\d_]{4,}|[А-ЯӘІҢҒҮҰҚӨҺ]{2,3}(?!\w)")
_SHORTEST = 4
# Words that the names of all documents share.
_ANY_DOCUMENT = re.compile(r"документ|құжат|сведени|мәлімет|копи|көшірме|подтвержд|раста")


def documents_apart(clause: Clause) -> Iterator[tuple[str, Contradicted]]:
    """Yield the languages in which a clause asks for more documents than are set, or for fewer."""
    there = len(clause.facts.documents)
    expected = _expected(clause)
    for language, words in (clause.text or {}).items() if there else ():
        labels = items(words)
        listed = [label for label in labels if label.strip()[0].isdigit()]
        counted = _counted(words, language)
        number = len(labels) if len(labels) >= _FEWEST_ITEMS else max(counted, default=0)
        for said in (
            listed if len(listed) > there or (labels and number < expected) else [],
            [told for one, told in counted.items() if one > there],
            [told for one, told in counted.items() if number == one < expected],
        ):
            if said:
                yield language, Contradicted("documents", Listed((there,)), tuple(said))


def _expected(clause: Clause) -> int:
    """Return how many documents a text must ask for; 0 where it may leave some to other words."""
    documents = clause.facts.documents
    texts = [text for one in clause.walk() for text in (one.heading, one.text) if text]
    stems = {
        language: {one for text in texts for one in long_words(text.get(language, ""))}
        for language in clause.text or {}
    }
    unsaid = [
        one
        for one in documents
        if not any(is_named(one.name.get(code, ""), words) for code, words in stems.items())
    ]
    if any(one.table for one in clause.walk()) or all(
        one.source == "state-system" for one in unsaid
    ):
        return 0
    return sum(one.source == "applicant" or one not in unsaid for one in documents)


def is_named(name: str, words: Collection[str]) -> bool:
    """Return whether half of the words by which something is known are among those of a text."""
    own = [one for one in long_words(name) if not _ANY_DOCUMENT.match(one)]
    begins = (one[: max(_SHORTEST, len(one) * 3 // 5)] for one in own)
    found = sum(any(word.startswith(begin) for word in words) for begin in begins)
    return 2 * found >= len(own)


@lru_cache(_KEPT_TEXTS)
def long_words(text: str) -> tuple[str, ...]:
    """Return the words of a text by which something is known, as they are compared."""
    return tuple(lowered(one) for one in _WORD.findall(text))


def _counted(words: str, language: str) -> dict[Fraction, str]:
    """Return the numbers of documents that a text says, each with its words."""
    pattern = _COUNTED.get(language)
    return {
        Fraction(one.value.partition("≠")[0]): words[one.start : match.end()]
        for one in quantities(words, language)
        if one.kind is Measure.COUNT and pattern and (match := pattern.match(words, one.end))
    }
