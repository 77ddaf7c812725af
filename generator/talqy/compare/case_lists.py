"""What is new or gone in lists of two texts: ways, recipients, forms, results, grounds, hours."""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from itertools import groupby

from talqy.compare.cases import (
    SAME_CASE,
    SAME_TO_READERS,
    CaseChange,
    CaseFact,
    is_one_case,
    likeness,
)
from talqy.compare.directions import Direction, of_hours, open_minutes
from talqy.model.facts import Schedule, code_of

_Facts = Sequence[CaseFact]
_Hours = tuple[CaseFact, ...]
"""The schedules of one place, for one thing."""
_OF_GROUNDS: Mapping[Direction | None, Direction] = {
    Direction.ADDED: Direction.NEW_GROUND,
    Direction.GONE: Direction.GROUND_GONE,
}


def way_changes(old: _Facts, new: _Facts) -> Iterator[CaseChange]:
    """Yield each way to apply that is new, or is taken away, or is now for others."""
    if bool(old) != bool(new):
        yield _whole("channels", old, new)
        return
    came, went = _came(old, new), _came(new, old)
    for one in new:
        yield from (_for_others(x, one) for x in old if _is_for_others(x, one))
        if one in came:
            yield _alone(one, Direction.NEW_WAY)
    yield from (_alone(one, Direction.WAY_GONE) for one in went)


def code_changes(fact: str, old: _Facts, new: _Facts) -> Iterator[CaseChange]:
    """Yield what is new in a list of codes, and what is gone; the list where nothing stays."""
    came, went = _came(old, new), _came(new, old)
    if (came or went) and (len(came) == len(new) or len(went) == len(old)):
        yield _whole(fact, old, new)
        return
    if came:
        yield CaseChange(fact=fact, before=None, after=came, direction=Direction.ADDED)
    if went:
        yield CaseChange(fact=fact, before=went, after=None, direction=Direction.GONE)
    for y in new:
        yield from (_for_others(x, y) for x in old if _is_for_others(x, y))


def _came(old: _Facts, new: _Facts) -> tuple[CaseFact, ...]:
    known = {code_of(one.value) for one in old}
    return tuple(one for one in new if code_of(one.value) not in known)


def _is_for_others(x: CaseFact, y: CaseFact) -> bool:
    is_one = code_of(x.value) == code_of(y.value)
    return is_one and likeness(x.words, y.words) < SAME_TO_READERS


def _for_others(x: CaseFact, y: CaseFact) -> CaseChange:
    return CaseChange(fact=y.fact, before=(x,), after=(y,))


def _whole(fact: str, old: _Facts, new: _Facts) -> CaseChange:
    return CaseChange(fact=fact, before=tuple(old) or None, after=tuple(new) or None)


def _alone(one: CaseFact, direction: Direction) -> CaseChange:
    is_new = direction in {Direction.ADDED, Direction.NEW_WAY}
    is_way = one.fact == "channels"
    return CaseChange(
        fact=one.fact,
        words=None if is_way else one.words,
        before=None if is_new else (one,),
        after=(one,) if is_new else None,
        direction=direction,
    )


def thing_changes(fact: str, old: _Facts, new: _Facts) -> Iterator[CaseChange]:
    """Yield results, grounds or contacts that are new, are no more, or are others.

    Of a text that names none nothing is known: it may have them in its words alone.
    """
    if not old or not new:
        return
    left = list(new)
    for x in old:
        same = max(left, key=lambda y: _sameness(x, y), default=None)
        if same is None or _sameness(x, same) < SAME_CASE:
            yield _alone(x, Direction.GONE)
            continue
        left = [y for y in left if y is not same]
        if _is_other(x, same):
            is_renamed = fact != "result" or _sameness(x, same) < SAME_TO_READERS
            words = None if is_renamed else same.value.name
            yield CaseChange(fact=fact, words=words, before=(x,), after=(same,))
    yield from (_alone(y, Direction.ADDED) for y in left)


def ground_changes(old: _Facts, new: _Facts) -> Iterator[CaseChange]:
    """Yield the grounds on which people are refused that are new, are no more, or are others.

    One of a kind of which another is gone may be that one, with another number in it.
    """
    told = tuple(thing_changes("refusal_grounds", old, new))
    kinds = Counter(kind for kind, _ in {(_ground(one), one.direction) for one in told})
    for one in told:
        sure = _OF_GROUNDS.get(one.direction) if kinds[_ground(one)] == 1 else None
        yield replace(one, direction=sure or one.direction)


def _ground(change: CaseChange) -> str:
    (one, *_) = change.after or change.before or ()
    return str(one.value.ground)


def _sameness(x: CaseFact, y: CaseFact) -> float:
    """Return from 0 to 100 how sure it is that two values are one thing."""
    if x.fact == "result":
        return likeness(x.value.name, y.value.name)
    if x.fact == "contacts":
        is_one = x.value.kind == y.value.kind and is_one_case(x.words, y.words)
        same = 100.0 if x.value.value == y.value.value else SAME_CASE
        return same if is_one else 0.0
    if x.value.ground != y.value.ground:
        return 0.0
    return likeness(x.value.text, y.value.text) if x.value.text and y.value.text else 100.0


def _is_other(x: CaseFact, y: CaseFact) -> bool:
    """Return whether one thing is another for people now; the law behind a ground is not."""
    if x.fact == "result":
        return set(x.value.forms) != set(y.value.forms) or _sameness(x, y) < SAME_TO_READERS
    return _sameness(x, y) < SAME_TO_READERS


def hour_changes(old: _Facts, new: _Facts) -> Iterator[CaseChange]:
    """Yield the hours of each place, and of each thing that has its own, that became others.

    Where a place has other hours for something now, nobody knows whether it is open more or less.
    """
    if not old or not new:
        return
    left = _hours(old)
    pairs: list[tuple[_Hours, _Hours]] = []
    for here in _hours(new):
        there = next((one for one in left if _is_one_place(one[0], here[0])), ())
        left = [one for one in left if one is not there]
        pairs.append((there, here))
    pairs += [(one, ()) for one in left]
    split = {(x or y)[0].value.place for x, y in pairs if not x or not y}
    for x, y in pairs:
        if not x or not y:
            yield _hours_changed(x, y, Direction.ADDED if y else Direction.GONE)
        elif open_minutes(_schedules(x)) != open_minutes(_schedules(y)):
            is_sure = y[0].value.place not in split
            direction = of_hours(_schedules(x), _schedules(y)) if is_sure else None
            yield _hours_changed(x, y, direction)


def _hours(facts: _Facts) -> list[_Hours]:
    """Return the schedules together that are of one place, and for one thing."""
    ordered = sorted(facts, key=_place)
    return [tuple(group) for _, group in groupby(ordered, key=_place)]


def _place(one: CaseFact) -> tuple[str, list[tuple[str, str]]]:
    return one.value.place, sorted((one.words or {}).items())


def _is_one_place(x: CaseFact, y: CaseFact) -> bool:
    return x.value.place == y.value.place and is_one_case(x.words, y.words)


def _schedules(of: _Facts) -> list[Schedule]:
    return [one.value for one in of]


def _hours_changed(before: _Hours, after: _Hours, direction: Direction | None) -> CaseChange:
    return CaseChange(
        fact="schedule",
        words=(after or before)[0].words,
        before=before or None,
        after=after or None,
        direction=direction,
    )
