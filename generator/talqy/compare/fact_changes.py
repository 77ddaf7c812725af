"""How the facts of clauses changed: as facts, not as words.

How two values of one fact are paired stands in `FACTS`.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from rapidfuzz import fuzz

from talqy.model.facts import FACTS, Fact, Facts
from talqy.model.revision import Clause

# From 0 to 100: two texts that are at least so alike speak of one case.
_SAME_CASE = 60.0


@dataclass(frozen=True, slots=True)
class FactChange:
    """One fact that changed: `name` is its field in `facts`; None where it was not, or is no more.

    `before` and `after` are `Facts` that hold this one value alone.
    """

    name: str
    before: Facts | None
    after: Facts | None


def fact_changes(before: Sequence[Clause], after: Sequence[Clause]) -> tuple[FactChange, ...]:
    """Compare the facts of clauses that belong together."""
    return tuple(
        FactChange(fact.name, *(None if side is None else fact.alone(side) for side in pair))
        for fact in FACTS.values()
        for pair in _paired(fact, _values(fact, before), _values(fact, after))
        if pair[0] != pair[1]
    )


def _values(fact: Fact, clauses: Iterable[Clause]) -> list[object]:
    values = [value for clause in clauses for value in fact.values(clause.facts)]
    # A code says the same wherever it stands; clauses that belong together may share it.
    return [v for at, v in enumerate(values) if not fact.codes or v not in values[:at]]


def _paired(
    fact: Fact, old: list[object], new: list[object]
) -> Iterator[tuple[object | None, object | None]]:
    """Pair equal values, then equal names, then the likest; unpaired ones stand beside None."""
    left, partner = list(old), dict[int, object]()
    for likeness in (_equal, _named, _alike):
        scored = [
            (likeness(fact, x, y), at, x)
            for at, y in enumerate(new)
            for x in left
            if at not in partner
        ]
        for score, at, x in sorted(scored, key=lambda one: (-one[0], one[1])):
            if score and at not in partner and any(x is other for other in left):
                partner[at] = x
                left = [other for other in left if other is not x]
    for at, y in enumerate(new):
        yield partner.get(at), y
    yield from ((x, None) for x in left)


def _equal(_: Fact, x: object, y: object) -> float:
    return float(x == y)


def _named(fact: Fact, x: object, y: object) -> float:
    return float(fact.same is not None and _agree(fact.same, x, y))


def _alike(fact: Fact, x: object, y: object) -> float:
    """Return how like two values are: 0 is not at all; an amount that stayed adds 100.

    Where neither has words, or the amount stayed, it is the same case in other words.
    """
    if not (fact.words or fact.within) or not _agree(fact.within, x, y):
        return 0.0
    if not fact.words:
        return 1.0
    alike = _likeness(getattr(x, fact.words), getattr(y, fact.words))
    stayed = bool(fact.amount) and getattr(x, fact.amount) == getattr(y, fact.amount) is not None
    return alike + 100 * stayed if alike >= _SAME_CASE or stayed else 0.0


def _agree(fields: Iterable[str], x: object, y: object) -> bool:
    return all(getattr(x, name) == getattr(y, name) for name in fields)


def _likeness(x: Mapping[str, str] | None, y: Mapping[str, str] | None) -> float:
    """Return how like two texts by language are; the same words in one language are enough."""
    old, new = x or {}, y or {}
    if any(old[language] == new.get(language) for language in old):
        return 100.0
    return fuzz.ratio(" ".join(old.values()), " ".join(new.values()))
