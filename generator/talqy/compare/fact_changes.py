"""How the facts of clauses changed: as facts, not as words.

Values of a list are paired by what they are about (a document by its id, a term by its kind,
channel and condition, a fee by its case); of what is left over the likest are paired, so that a
reworded case stays one case.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from rapidfuzz import fuzz

from talqy.model.facts import Facts
from talqy.model.revision import Clause

_SAME_CASE = 60.0


@dataclass(frozen=True, slots=True)
class _Kind:
    """How values of one kind are paired: by fields that name the thing, then by likeness."""

    same: Callable[[Any, Any], float]
    like: Callable[[Any, Any], float]


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
    old, new = [clause.facts for clause in before], [clause.facts for clause in after]
    found: list[FactChange] = []
    for name, kind in _KINDS.items():
        pairs = _paired(_all(old, name), _all(new, name), kind)
        found += [FactChange(name, _only(name, x), _only(name, y)) for x, y in pairs if x != y]
    return tuple(found)


def _all(facts: Iterable[Facts], name: str) -> list[Any]:
    values: list[Any] = []
    for one in facts:
        value = getattr(one, name)
        values += value if isinstance(value, tuple) else [] if value is None else [value]
    # A code says the same wherever it stands; clauses that belong together may share it.
    codes = [value for value in values if isinstance(value, str)]
    return list(dict.fromkeys(codes)) if codes else values


def _only(name: str, value: Any) -> Facts | None:  # noqa: ANN401 - a fact of any kind
    if value is None:
        return None
    is_list = isinstance(getattr(Facts(), name), tuple)
    return Facts().model_copy(update={name: (value,) if is_list else value})


def _paired(old: list[Any], new: list[Any], kind: _Kind) -> Iterator[tuple[object, object]]:
    """Pair equal values, then equal keys, then the likest; unpaired ones stand beside None."""
    left, partner = list(old), dict[int, Any]()
    for likeness in (_equal, kind.same, kind.like):
        scored = [
            (likeness(x, y), place, x)
            for place, y in enumerate(new)
            for x in left
            if place not in partner
        ]
        for score, place, x in sorted(scored, key=lambda one: (-one[0], one[1])):
            if score and place not in partner and any(x is other for other in left):
                partner[place] = x
                left = [other for other in left if other is not x]
    for place, y in enumerate(new):
        yield partner.get(place), y
    yield from ((x, None) for x in left)


def _equal(x: object, y: object) -> float:
    return float(x == y)


def _never(_: object, __: object) -> float:
    return 0.0


def _same(*names: str) -> Callable[[Any, Any], float]:
    """Make a likeness of fields that must be equal."""
    return lambda x, y: float(all(getattr(x, name) == getattr(y, name) for name in names))


def _like(words: str, amount: str = "", *same: str) -> Callable[[Any, Any], float]:
    """Make a likeness of a text by language; an equal amount counts, `same` must be equal.

    Where neither has words, or the amount stayed, it is the same case in other words.
    """

    def likeness(x: Any, y: Any) -> float:  # noqa: ANN401 - facts of one kind
        if not _same(*same)(x, y):
            return 0.0
        alike = fuzz.ratio(_words(getattr(x, words)), _words(getattr(y, words)))
        stayed = bool(amount) and getattr(x, amount) == getattr(y, amount) is not None
        return alike + 100 * stayed if alike >= _SAME_CASE or stayed else 0.0

    return likeness


def _words(spoken: Mapping[str, str] | None) -> str:
    return " ".join((spoken or {}).values())


_KINDS = {
    "term": _Kind(
        _same("kind", "channel", "condition"), _like("condition", "amount", "kind", "unit")
    ),
    "fee": _Kind(_same("case"), _like("case", "amount")),
    "documents": _Kind(_same("id"), _never),
    "recipients": _Kind(_never, _never),
    "channels": _Kind(_never, _never),
    "forms": _Kind(_never, lambda _, __: 1.0),
    "result": _Kind(_same("name"), _like("name")),
    "refusal_grounds": _Kind(_same("ground", "text"), _like("text", "", "ground")),
    "schedule": _Kind(_same("place", "days"), _same("place")),
    "contacts": _Kind(_same("kind"), _never),
    "handover": _Kind(lambda _, __: 1.0, _never),
}
