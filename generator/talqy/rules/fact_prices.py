"""Whether a text says that a service costs nothing, against the fact of its clause."""

from collections.abc import Iterator

from talqy.errors import Listed, Saying
from talqy.model.facts import Facts
from talqy.rules.fact_places import Contradicted
from talqy.wording.quantities import quantities
from talqy.wording.quantity import Measure
from talqy.wording.turns import prices

_FREE = Saying("free of charge")


def price_apart(facts: Facts, words: str, language: str) -> Iterator[Contradicted]:
    """Yield “free” where the text has only sums, and sums where it says only “free”."""
    found = prices(words, language)
    named = {turn.name for turn in found}
    told = tuple(words[turn.start : turn.end] for turn in found)
    sums = tuple(
        words[one.start : one.said_end]
        for one in quantities(words, language)
        if one.kind is Measure.FEE
    )
    free = {one.free for one in facts.fee}
    if free == {True} and (sums or named) and "free" not in named:
        yield Contradicted("fee", Listed((_FREE,)), sums or told)
    if free == {False} and named == {"free"} and not sums:
        yield Contradicted("fee", Listed(tuple(str(one.amount) for one in facts.fee), ", "), told)
