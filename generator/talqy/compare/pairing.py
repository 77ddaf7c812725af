"""Which lines of two texts belong together: alike, split, joined, wrapped anew, or moved."""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from rapidfuzz import fuzz

from talqy.compare.marking import marked
from talqy.compare.matching import rising, runs
from talqy.compare.tokens import label, tokens

# Pairs of lines that are compared for likeness; beyond, a block is shown as removed and added.
_MOST_LINE_PAIRS = 40_000
_ALIKE = 50.0
_ALIKE_ITEMS = 40.0
# What ends with a colon opens a list; it is no item of another list, unless they are this alike.
_ALIKE_OPENINGS = 85.0


class LineGroup(NamedTuple):
    """Lines that belong together; ends are exclusive, as in slices."""

    i1: int
    i2: int
    j1: int
    j2: int


def groups(before: Sequence[str], after: Sequence[str]) -> list[LineGroup]:
    """Return which lines of a block that changed belong together, in the order of both texts."""
    if len(before) == len(after) == 1:
        return [LineGroup(0, 1, 0, 1)]
    if not before or not after or len(before) * len(after) > _MOST_LINE_PAIRS:
        return []
    same = _same(before, after)
    stayed = [same[at] for at in rising([j for _, j in same])]
    moved = Lines(
        {i for i, _ in same} - {i for i, _ in stayed}, {j for _, j in same} - {j for _, j in stayed}
    )
    pairs = _pairs(before, after, stayed, moved)
    return _with_line_ends(before, after, pairs, moved)


class Lines(NamedTuple):
    """Lines of both texts, by their places."""

    before: set[int]
    after: set[int]


# --- pairs ----------------------------------------------------------------------------------------

_Pair = tuple[int, int]


def bare(line: str) -> str:
    """Return a line without its number and its last stop: what it says wherever it stands."""
    return line[len(label(line)) :].strip(" .;,")


def _pairs(
    before: Sequence[str], after: Sequence[str], stayed: Sequence[_Pair], moved: Lines
) -> list[_Pair]:
    """Pair the lines between those that stayed by likeness, without crossing; return all pairs."""
    found: list[_Pair] = []
    i = j = 0
    for x, y in (*stayed, (len(before), len(after))):
        old = [at for at in range(i, x) if at not in moved.before]
        new = [at for at in range(j, y) if at not in moved.after]
        inner = _alike([before[at] for at in old], [after[at] for at in new])
        found += [(old[p], new[q]) for p, q in inner]
        found += [(x, y)] if x < len(before) else []
        i, j = x + 1, y + 1
    return found


def _same(before: Sequence[str], after: Sequence[str]) -> list[_Pair]:
    """Return the lines that stand once in each text, but for their numbers, in the old order."""
    old, new = ([bare(line) for line in side] for side in (before, after))
    once_old, once_new = Counter(old), Counter(new)
    places = {line: at for at, line in enumerate(new)}
    return [
        (at, places[line])
        for at, line in enumerate(old)
        if line and once_old[line] == once_new[line] == 1
    ]


def _alike(before: Sequence[str], after: Sequence[str]) -> list[_Pair]:
    """Pair lines by likeness; a pair of which little would be kept is given up, and all anew."""
    like = [[_likeness(x, y) for y in after] for x in before]
    while True:
        pairs = _likest(like)
        poor = [(i, j) for i, j in pairs if _is_poor(before[i], after[j])]
        if not poor:
            return pairs
        for i, j in poor:
            like[i][j] = 0.0


def _is_poor(x: str, y: str) -> bool:
    return marked(x, y).is_rewritten


def _likeness(x: str, y: str) -> float:
    """Rate how like two lines are, 0 where they are not; one good pair beats two poor ones."""
    least = _ALIKE_ITEMS if label(x) and label(x) == label(y) else _ALIKE
    if x.endswith(":") != y.endswith(":"):
        least = max(least, _ALIKE_OPENINGS)
    alike = fuzz.ratio(x, y, score_cutoff=least)
    return (alike - _ALIKE_ITEMS + 10) ** 2 if alike else 0.0


def _likest(like: Sequence[Sequence[float]]) -> list[_Pair]:
    """Return the pairs without crossing whose likeness is greatest together."""
    rows, columns = len(like), len(like[0]) if like else 0
    best = [[0.0] * (columns + 1) for _ in range(rows + 1)]
    for i in reversed(range(rows)):
        for j in reversed(range(columns)):
            paired = like[i][j] + best[i + 1][j + 1] if like[i][j] else 0.0
            best[i][j] = max(paired, best[i + 1][j], best[i][j + 1])
    pairs, i, j = [], 0, 0
    while i < rows and j < columns:
        if like[i][j] and best[i][j] == like[i][j] + best[i + 1][j + 1]:
            pairs.append((i, j))
            i, j = i + 1, j + 1
        elif best[i][j] == best[i + 1][j]:
            i += 1
        else:
            j += 1
    return pairs


# --- line ends that came or went ------------------------------------------------------------------

_WORD = re.compile(r"[^\W\d_]+")
# How much of a line without a partner must stand in another to be a part of it.
_LEAST_SHARE = 0.6
_LEAST_LETTERS = 4
_SENTENCE_ENDS = ".;:!?"


def _with_line_ends(
    before: Sequence[str], after: Sequence[str], pairs: Sequence[_Pair], moved: Lines
) -> list[LineGroup]:
    """Join to the pairs the lines that were split off, joined, or wrapped anew."""
    links = {*pairs, *_parts(before, after, pairs, moved)}
    old, new = Counter(i for i, _ in links), Counter(j for _, j in links)
    # One line in one other is no split: they would be a pair if they were alike.
    links = {(i, j) for i, j in links if (i, j) in pairs or old[i] + new[j] > 2}
    spans = [LineGroup(i, i + 1, j, j + 1) for i, j in sorted(links)]
    spans = _merged(spans)
    while True:
        grown = _merged([_unbroken(before, after, span) for span in spans])
        if grown == spans:
            break
        spans = grown
    return [whole for span in spans for whole in _kept_whole(before, after, span, pairs)]


def _parts(
    before: Sequence[str], after: Sequence[str], pairs: Sequence[_Pair], moved: Lines
) -> Iterator[_Pair]:
    """Yield lines without a partner whose words stand in a line of the other text."""
    with_partner = {i for i, _ in pairs}, {j for _, j in pairs}
    shared = _shared(
        ["" if at in moved.before else line for at, line in enumerate(before)],
        ["" if at in moved.after else line for at, line in enumerate(after)],
    )
    old, new = ([_letters(line) for line in side] for side in (before, after))
    for (i, j), letters in shared.items():
        lone = [
            size
            for size, is_lone in (
                (old[i], i not in with_partner[0]),
                (new[j], j not in with_partner[1]),
            )
            if is_lone
        ]
        is_part = lone and letters >= max(_LEAST_SHARE * min(lone), _LEAST_LETTERS)
        if is_part and all((i - p) * (j - q) >= 0 for p, q in pairs):
            yield i, j


def _shared(before: Sequence[str], after: Sequence[str]) -> Counter[_Pair]:
    """Count the letters that lines share where both texts are read through, line ends or none."""
    a, b = (
        [(word, at) for at, line in enumerate(side) for word in _words(line)]
        for side in (before, after)
    )
    shared = Counter[_Pair]()
    for run in runs([word for word, _ in a], [word for word, _ in b]):
        if run.same:
            for (word, i), (_, j) in zip(a[run.i1 : run.i2], b[run.j1 : run.j2], strict=True):
                shared[i, j] += len(word)
    return shared


def _words(line: str) -> list[str]:
    return [token for token in tokens(line[len(label(line)) :]) if _WORD.match(token)]


def _letters(line: str) -> int:
    return sum(map(len, _words(line)))


def _unbroken(before: Sequence[str], after: Sequence[str], span: LineGroup) -> LineGroup:
    """Widen a group to the whole sentence where a line ends inside of one."""
    i1, i2, j1, j2 = span
    i1, i2 = _whole(before, i1, i2)
    j1, j2 = _whole(after, j1, j2)
    return LineGroup(i1, i2, j1, j2)


def _whole(side: Sequence[str], start: int, end: int) -> tuple[int, int]:
    while start and _is_broken(side[start - 1], side[start]):
        start -= 1
    while end < len(side) and _is_broken(side[end - 1], side[end]):
        end += 1
    return start, end


def _is_broken(line: str, behind: str) -> bool:
    """Return whether a line ends inside of a sentence."""
    return line[-1] not in _SENTENCE_ENDS and behind[0].islower() and not label(behind)


def _merged(spans: Sequence[LineGroup]) -> list[LineGroup]:
    """Join groups that share a line, or cross."""
    joined: list[LineGroup] = []
    for span in sorted(spans):
        last = joined[-1] if joined else None
        if last and (span.i1 < last.i2 or span.j1 < last.j2):
            joined[-1] = LineGroup(
                min(last.i1, span.i1),
                max(last.i2, span.i2),
                min(last.j1, span.j1),
                max(last.j2, span.j2),
            )
            while len(joined) > 1 and joined[-1].j1 < joined[-2].j2:
                last, before = joined.pop(), joined.pop()
                joined.append(
                    LineGroup(
                        before.i1,
                        max(before.i2, last.i2),
                        min(before.j1, last.j1),
                        max(before.j2, last.j2),
                    )
                )
        else:
            joined.append(span)
    return joined


def _kept_whole(
    before: Sequence[str], after: Sequence[str], span: LineGroup, pairs: Sequence[_Pair]
) -> Iterator[LineGroup]:
    """Yield a group as one, or its pairs where too little of it would be kept."""
    i1, i2, j1, j2 = span
    if (i2 - i1, j2 - j1) != (1, 1):
        one = marked("\n".join(before[i1:i2]), "\n".join(after[j1:j2]))
        if one.is_rewritten:
            yield from (
                LineGroup(i, i + 1, j, j + 1) for i, j in pairs if i1 <= i < i2 and j1 <= j < j2
            )
            return
    yield span
