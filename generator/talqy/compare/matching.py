"""Which runs of two token lists are the same: difflib's answer, at a price that stays bounded.

difflib reads best of what was tried on real sentences, but its price grows with the cube of the
length of a monotonous list. So long lists are first cut at the words that stand once in each, and
what is both long and monotonous goes to a bit-parallel matcher: quick on anything, less readable.
"""

from bisect import bisect_left
from collections import Counter
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from rapidfuzz.distance import Indel

try:  # the extra `fast`: the same answers, in C++
    from cydifflib import SequenceMatcher
except ModuleNotFoundError:
    from difflib import SequenceMatcher

__all__ = ["Run", "SequenceMatcher", "rising", "runs"]

# Pairs of equal tokens, and tokens, up to which difflib is asked: it walks pairs for each run that
# it finds, and the rest of both lists.
_MOST_PAIRS = 100_000
_MOST_TOKENS = 4_000
# How often a piece between two cuts is cut again.
_MOST_CUTS = 20
# Cells up to which the bit-parallel matcher is asked: two lists of 20,000 tokens.
_MOST_CELLS = 400_000_000


class Run(NamedTuple):
    """A run that is the same in both lists, or that is not; ends are exclusive, as in slices."""

    i1: int
    i2: int
    j1: int
    j2: int
    same: bool


def runs(a: Sequence[str], b: Sequence[str]) -> Iterator[Run]:
    """Yield the runs of two lists in order, same and different ones in turn."""
    last: Run | None = None
    for run in _runs(a, b, 0, 0, _MOST_CUTS):
        if last and last.same == run.same:
            last = Run(last.i1, run.i2, last.j1, run.j2, run.same)
            continue
        if last:
            yield last
        last = run
    if last:
        yield last


def _runs(a: Sequence[str], b: Sequence[str], i: int, j: int, cuts: int) -> Iterator[Run]:
    """Yield runs that lie `i` and `j` further; neighbours may be of one kind."""
    if a == b:
        if a:
            yield Run(i, i + len(a), j, j + len(b), same=True)
    elif _is_cheap(a, b):
        for tag, i1, i2, j1, j2 in SequenceMatcher(None, a, b, autojunk=False).get_opcodes():
            yield Run(i + i1, i + i2, j + j1, j + j2, same=tag == "equal")
    elif cuts and (anchors := _anchors(a, b)):
        p = q = 0
        for x, y in anchors:
            yield from _runs(a[p:x], b[q:y], i + p, j + q, cuts - 1)
            yield Run(i + x, i + x + 1, j + y, j + y + 1, same=True)
            p, q = x + 1, y + 1
        yield from _runs(a[p:], b[q:], i + p, j + q, cuts - 1)
    elif len(a) * len(b) <= _MOST_CELLS:
        for op in Indel.opcodes(a, b):
            yield Run(
                i + op.src_start,
                i + op.src_end,
                j + op.dest_start,
                j + op.dest_end,
                same=op.tag == "equal",
            )
    else:
        yield Run(i, i + len(a), j, j + len(b), same=False)


def _is_cheap(a: Sequence[str], b: Sequence[str]) -> bool:
    if len(a) * len(b) <= _MOST_PAIRS:
        return True
    if len(a) + len(b) > _MOST_TOKENS:
        return False
    there = Counter(b)
    return sum(n * there[word] for word, n in Counter(a).items()) <= _MOST_PAIRS


def _anchors(a: Sequence[str], b: Sequence[str]) -> list[tuple[int, int]]:
    """Return the places of the words that stand once in each list, in the order of both."""
    once_a, once_b = _once(a), _once(b)
    common = [(i, once_b[token]) for token, i in once_a.items() if token in once_b]
    return [common[k] for k in rising([j for _, j in common])]


def _once(tokens: Sequence[str]) -> dict[str, int]:
    counts = Counter(tokens)
    return {token: i for i, token in enumerate(tokens) if counts[token] == 1}


def rising(numbers: Sequence[int]) -> list[int]:
    """Return the places of a longest rising run of numbers, not needing to be neighbours."""
    tails: list[int] = []
    places: list[int] = []
    before: list[int] = []
    for index, number in enumerate(numbers):
        at = bisect_left(tails, number)
        before.append(places[at - 1] if at else -1)
        tails[at : at + 1] = [number]
        places[at : at + 1] = [index]
    found: list[int] = []
    at = places[-1] if places else -1
    while at >= 0:
        found.append(at)
        at = before[at]
    return found[::-1]
