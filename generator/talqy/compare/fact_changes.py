"""How the facts of clauses changed: as facts, not as words.

Terms and fees are paired as the headline pairs them, case by case; how two values of any other fact
are paired stands in `FACTS`.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from talqy.compare.case_amounts import AlignedCase
from talqy.compare.cases import SAME_CASE, CaseFact, likeness
from talqy.model.facts import FACTS, Fact, Facts
from talqy.model.revision import Clause

_Pair = tuple[object | None, object | None]


@dataclass(frozen=True, slots=True)
class FactChange:
    """One fact that changed: `name` is its field in `facts`; None where it was not, or is no more.

    `before` and `after` are `Facts` that hold this one value alone.
    """

    name: str
    before: Facts | None
    after: Facts | None


def fact_changes(
    before: Sequence[Clause],
    after: Sequence[Clause],
    links: Mapping[str, Sequence[AlignedCase]],
) -> tuple[FactChange, ...]:
    """Compare the facts of clauses that belong together.

    `links` say, by the name of a fact, which case became which in the texts around them.
    """
    return tuple(
        FactChange(fact.name, *(None if side is None else fact.alone(side) for side in pair))
        for fact in FACTS.values()
        for pair in (
            _linked(links[fact.name], before, after)
            if fact.name in links
            else _paired(fact, _values(fact, before), _values(fact, after))
        )
        if pair[0] != pair[1]
    )


def _linked(
    links: Sequence[AlignedCase], before: Sequence[Clause], after: Sequence[Clause]
) -> Iterator[_Pair]:
    """Yield what the links pair, as far as it stands in these clauses, else each by itself.

    What stands there as it was is not told of beside the case that left it, or went under it: else
    it would look as if it had become another.
    """
    old, new = ({clause.id for clause in side} for side in (before, after))
    pairs = [(one, _within(one.before, old), _within(one.after, new)) for one in links]
    staying = {side for one, x, y in pairs if x and y and one.stays for side in (x, y)}
    told = {side for _, x, y in pairs if x and y for side in (x, y)}
    for one, x, y in pairs:
        if x and y:
            if not (one.has_same_amount and staying & {x, y}):
                yield _told(x, staying), _told(y, staying)
        elif x and x not in told:
            yield x.value, None
        elif y and y not in told:
            yield None, y.value
        told |= {side for side in (x, y) if side}


def _told(side: CaseFact, staying: set[CaseFact]) -> object | None:
    return None if side in staying else side.value


def _within(one: CaseFact | None, clauses: set[str]) -> CaseFact | None:
    return one if one and one.clause in clauses else None


def _values(fact: Fact, clauses: Iterable[Clause]) -> list[object]:
    values = [value for clause in clauses for value in fact.values(clause.facts)]
    # A code says the same wherever it stands; clauses that belong together may share it.
    return [v for at, v in enumerate(values) if not fact.codes or v not in values[:at]]


def _paired(fact: Fact, old: list[object], new: list[object]) -> Iterator[_Pair]:
    """Pair equal values, then equal names, then the likest; unpaired ones stand beside None."""
    left, partner = list(old), dict[int, object]()
    for score_of in (_equal, _named, _alike):
        scored = [
            (score_of(fact, x, y), at, x)
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
    """Return how like two values are: 0 is not at all."""
    if not (fact.words or fact.within) or not _agree(fact.within, x, y):
        return 0.0
    if not fact.words:
        return 1.0
    old, new = getattr(x, fact.words) or {}, getattr(y, fact.words) or {}
    # Both sides are shown: what says the same in one language is set beside itself.
    if any(said == new.get(language) for language, said in old.items()):
        return 100.0
    alike = likeness(old, new)
    return alike if alike >= SAME_CASE else 0.0


def _agree(fields: Iterable[str], x: object, y: object) -> bool:
    return all(getattr(x, name) == getattr(y, name) for name in fields)
