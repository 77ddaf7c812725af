"""Terms and fees of two texts, aligned case by case.

A case that only the newer text names may have stood under a wider one, whose words it holds. What
held for all, and still does, is no such case: a new one beside it is most often a new service. One
that is named no more stands under what holds for all now. What is left over on both sides is paired
by words that only these share, or because nothing else is left; else each is told by itself.
"""

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass

from talqy.compare.cases import (
    SAME_CASE,
    SAME_TO_READERS,
    CaseFact,
    Words,
    covering,
    has_other_numbers,
    kinship,
    likeness,
)

# A case whose words became others is known by an amount that stayed, if they are at all alike.
_REWORDED = 40.0
# Of the words of the shorter of two cases that are left over, so many stand in the other one.
_KIN = 40.0
_STAYED, _SAME_WORDS = 100.0, 1000.0
_WHOLE, _FOR_ALL, _FOR_ALL_THERE = 100.0, 1.0, 2.0

Pair = tuple[CaseFact | None, CaseFact | None]


@dataclass(frozen=True, slots=True)
class AlignedCase:
    """One case before and after; `words` name the narrower one, a side is None where none is.

    `was_words` are those of the older text where one cannot know the case by `words`. Whether such
    a case became better or worse is known only where the two are `is_kin`.
    """

    words: Words
    channel: str
    before: CaseFact | None
    after: CaseFact | None
    was_words: Words = None
    is_kin: bool = True


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
    taken = [y for y in turned.values() if y]
    gone = [old[j] for j in left if not turned[j] and not _is_among(old[j], covers.values())]
    fresh = [new[i] for i, x in covers.items() if not x and not _is_among(new[i], taken)]
    others = [(old[j], new[i]) for i, j in partners.items() if j not in kept]
    met = _met(gone, fresh, others)
    pairs = [*met, *(_paired(old[j], new[i]) for i, j in partners.items())]
    for i, y in enumerate(new):
        yield from (case for x in old for case in pairs if case.before is x and case.after is y)
        if not _is_among(y, [*taken, *(case.after for case in pairs)]):
            yield AlignedCase(y.words, y.channel, covers[i], y)
    for j in left:
        if not _is_among(old[j], [*covers.values(), *(case.before for case in met)]):
            yield AlignedCase(old[j].words, old[j].channel, old[j], turned[j])


def _is_among(one: CaseFact, them: Iterable[CaseFact | None]) -> bool:
    return any(one is other for other in them)


def _paired(x: CaseFact, y: CaseFact, *, is_kin: bool = True) -> AlignedCase:
    was = x.words if y.words and _is_other(x.words, y.words) else None
    words = y.words if was else _narrower(x.words, y.words)
    return AlignedCase(words, y.channel, x, y, was, is_kin)


def _is_other(x: Words, y: Words) -> bool:
    """Return whether the words for two cases do not show by themselves that these are one."""
    is_within = max(covering(x, y), covering(y, x)) >= _WHOLE
    return bool(x) and likeness(x, y) < SAME_TO_READERS and not is_within


def _met(
    gone: Sequence[CaseFact],
    fresh: Sequence[CaseFact],
    others: Sequence[tuple[CaseFact, CaseFact]],
) -> list[AlignedCase]:
    """Pair what is left over; `others` are pairs whose words became others.

    Such a pair may be a part of what several cases became, or of what became several.
    """
    pairs = list[tuple[CaseFact, CaseFact]]()
    for x in gone:
        becomes = _first((_kin(x, y), y) for y in (*fresh, *(y for _, y in others)))
        pairs += [(x, becomes)] if becomes else []
    for y in fresh:
        if not _is_among(y, (b for _, b in pairs)):
            was = _first((_kin(x, y), x) for x in (*gone, *(x for x, _ in others)))
            pairs += [(was, y)] if was else []
    sure = [_paired(x, y) for x, y in pairs]
    alone = _only_ones(
        [x for x in gone if not _is_among(x, (a for a, _ in pairs))],
        [y for y in fresh if not _is_among(y, (b for _, b in pairs))],
    )
    return [*sure, *(_paired(x, y, is_kin=False) for x, y in alone)]


def _kin(x: CaseFact, y: CaseFact) -> float:
    is_alike = _kind(x) == _kind(y) and x.channel == y.channel
    share = kinship(x.words, y.words) if is_alike else 0.0
    return share if share >= _KIN else 0.0


def _only_ones(
    gone: Sequence[CaseFact], fresh: Sequence[CaseFact]
) -> Iterator[tuple[CaseFact, CaseFact]]:
    """Yield the cases that alone are left of their kind: whoever was in the one is in the other."""
    for x in gone:
        others = [one for one in gone if _family(one) == _family(x)]
        here = [one for one in fresh if _family(one) == _family(x)]
        if len(others) == len(here) == 1 and _is_only(x, here[0]):
            yield x, here[0]


def _family(one: CaseFact) -> object:
    return _kind(one), one.channel


def _is_only(x: CaseFact, y: CaseFact) -> bool:
    is_one_unit = getattr(x.value, "unit", "") == getattr(y.value, "unit", "")
    is_other_amount = _amount(x) != _amount(y)
    return is_one_unit and is_other_amount and not has_other_numbers(x.words, y.words)


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
