"""Terms and fees of two texts, aligned case by case.

A case that only the newer text names may have stood under a wider one, whose words it holds. What
held for all, and still does, is no such case: a new one beside it is most often a new service. One
that is named no more stands under what holds for all now.
"""

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass

from talqy.compare.cases import SAME_CASE, CaseFact, Words, covering, likeness

# A case whose words became others is known by an amount that stayed, if they are at all alike.
_REWORDED = 40.0
_STAYED, _SAME_WORDS = 100.0, 1000.0
_WHOLE, _FOR_ALL, _FOR_ALL_THERE = 100.0, 1.0, 2.0

Pair = tuple[CaseFact | None, CaseFact | None]


@dataclass(frozen=True, slots=True)
class AlignedCase:
    """One case before and after; `words` name the narrower one, a side is None where none is."""

    words: Words
    channel: str
    before: CaseFact | None
    after: CaseFact | None


def aligned(
    old: Sequence[CaseFact], new: Sequence[CaseFact], was_way: Callable[[str], bool]
) -> Iterator[AlignedCase]:
    """Align the terms or the fees of two texts, in the order of the newer one.

    `was_way` says whether one could apply in a way before.
    """
    partners = _partners(old, new)
    left = [at for at in range(len(old)) if at not in partners.values()]
    kept = {j for i, j in partners.items() if likeness(old[j].words, new[i].words) >= _WHOLE}
    covers = {
        i: _first(
            (_covers(x, y, least=_WHOLE if j in kept else SAME_CASE), x)
            for j, x in enumerate(old)
            if (x.words or j in left) and (not y.channel or was_way(y.channel))
        )
        for i, y in enumerate(new)
        if i not in partners
    }
    turned = {j: _first((_covers(y, old[j], least=SAME_CASE), y) for y in new) for j in left}
    for i, y in enumerate(new):
        if i in partners:
            x = old[partners[i]]
            yield AlignedCase(_narrower(x.words, y.words), y.channel, x, y)
        elif not any(y is one for one in turned.values()):
            yield AlignedCase(y.words, y.channel, covers[i], y)
    for j in left:
        if not any(old[j] is one for one in covers.values()):
            yield AlignedCase(old[j].words, old[j].channel, old[j], turned[j])


def _first(scored: Iterable[tuple[float, CaseFact]]) -> CaseFact | None:
    """Return the one with the highest score; None where there is none, or not one alone."""
    found = sorted((one for one in scored if one[0]), key=lambda one: -one[0])
    is_sure = bool(found) and (len(found) == 1 or found[0][0] > found[1][0])
    return found[0][1] if is_sure else None


def _partners(old: Sequence[CaseFact], new: Sequence[CaseFact]) -> dict[int, int]:
    """Pair cases that are the same, the likest first: place among the new ones → the old ones."""
    scored = sorted(
        (-score, i, j)
        for i, y in enumerate(new)
        for j, x in enumerate(old)
        if (score := _score(x, y))
    )
    partners = dict[int, int]()
    for _, i, j in scored:
        if i not in partners and j not in partners.values():
            partners[i] = j
    return partners


def _score(x: CaseFact, y: CaseFact) -> float:
    if _kind(x) != _kind(y) or x.channel != y.channel:
        return 0.0
    alike = likeness(x.words, y.words)
    stayed = _amount(x) == _amount(y)
    near = max(alike, covering(x.words, y.words), covering(y.words, x.words))
    if stayed and bool(x.words) != bool(y.words):
        near = _REWORDED
    if near < (_REWORDED if stayed else SAME_CASE):
        return 0.0
    here = x.clause == y.clause
    return near + _STAYED * stayed + _SAME_WORDS * (alike == 100) + here


def _covers(wide: CaseFact, narrow: CaseFact, *, least: float) -> float:
    if _kind(wide) != _kind(narrow) or wide.channel not in {"", narrow.channel}:
        return 0.0
    if not wide.words:
        return _FOR_ALL_THERE if wide.channel else _FOR_ALL
    share = covering(wide.words, narrow.words)
    return share if share >= least else 0.0


def _narrower(before: Words, after: Words) -> Words:
    """Return the words of the narrower of two cases that are one; of the newer, if none is."""
    is_wider = covering(after, before) > covering(before, after)
    return before if is_wider and covering(after, before) >= SAME_CASE else after


def _kind(one: CaseFact) -> object:
    return getattr(one.value, "kind", "")


def _amount(one: CaseFact) -> object:
    return one.value.amount, getattr(one.value, "unit", ""), getattr(one.value, "free", False)
