"""The redline: what was kept, removed and added between two texts, for people to read.

Lines are aligned first, then words inside lines that pair up. The recipe was tried on sentences of
real amending orders in both languages: difflib's runs without its junk heuristic, islands merged,
edges trimmed, pure insertions and deletions shifted to begin at a word, and old beside new where
little is left of a line.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum
from functools import lru_cache
from typing import NamedTuple

from rapidfuzz import fuzz

from talqy.compare.matching import runs
from talqy.compare.tokens import label, lines, tokens

# Two texts are shown on several pages, in several languages, as a table and as files. What is kept
# are the texts of a standard or two: some megabytes.
_KEPT_REDLINES = 4096
# Pairs of lines that are compared for likeness; beyond, a block is shown as removed and added.
_MOST_LINE_PAIRS = 40_000
_ALIKE = 50.0
_ALIKE_ITEMS = 40.0
_LEAST_KEPT = 0.4
_SHORT_WORD = 3
_SPACE = " "
_FURTHEST = 3
_STOPS = ".,;:"


class Mark(StrEnum):
    """What became of a piece of text."""

    KEPT = "kept"
    REMOVED = "removed"
    ADDED = "added"


class Piece(NamedTuple):
    """A run of text with one mark."""

    mark: Mark
    text: str


@dataclass(frozen=True, slots=True)
class RedLine:
    """One line. `before` or `after` is None where the line is in one of the texts only.

    `is_rewritten`: so little was kept that the whole old line stands before the whole new one.
    """

    before: str | None
    after: str | None
    pieces: tuple[Piece, ...]
    is_rewritten: bool = False

    @property
    def is_kept(self) -> bool:
        """Return whether the line is the same in both texts."""
        return self.before == self.after


@dataclass(frozen=True, slots=True)
class Redline:
    """Two texts, line by line: kept and removed pieces are the old one, kept and added the new."""

    lines: tuple[RedLine, ...]

    @property
    def is_kept(self) -> bool:
        """Return whether nothing changed."""
        return all(line.is_kept for line in self.lines)

    @property
    def before(self) -> str:
        """The old text, normalised."""
        return "\n".join(line.before for line in self.lines if line.before is not None)

    @property
    def after(self) -> str:
        """The new text, normalised."""
        return "\n".join(line.after for line in self.lines if line.after is not None)

    def said(self, mark: Mark) -> Iterator[str]:
        """Yield the pieces with one mark."""
        return (piece.text for line in self.lines for piece in line.pieces if piece.mark is mark)


@lru_cache(_KEPT_REDLINES)
def redline(old: str, new: str) -> Redline:
    """Compare two texts."""
    before, after = lines(old), lines(new)
    marked: list[RedLine] = []
    for i1, i2, j1, j2, same in runs(before, after):
        if same:
            marked += [RedLine(line, line, (Piece(Mark.KEPT, line),)) for line in before[i1:i2]]
        else:
            marked += _block(before[i1:i2], after[j1:j2])
    return Redline(tuple(marked))


def _block(before: list[str], after: list[str]) -> Iterator[RedLine]:
    """Mark a block of lines that changed: pairs by words, the others whole."""
    i = j = 0
    for p, q in (*_pairs(before, after), (len(before), len(after))):
        yield from (RedLine(line, None, (Piece(Mark.REMOVED, line),)) for line in before[i:p])
        yield from (RedLine(None, line, (Piece(Mark.ADDED, line),)) for line in after[j:q])
        if p < len(before):
            yield _marked(before[p], after[q])
        i, j = p + 1, q + 1


def _pairs(before: list[str], after: list[str]) -> list[tuple[int, int]]:
    """Pair lines by likeness without crossing, so that the likeness of all pairs is greatest."""
    if len(before) == len(after) == 1:
        return [(0, 0)]
    if not before or not after or len(before) * len(after) > _MOST_LINE_PAIRS:
        return []
    like = [[_likeness(x, y) for y in after] for x in before]
    best = [[0.0] * (len(after) + 1) for _ in range(len(before) + 1)]
    for i in reversed(range(len(before))):
        for j in reversed(range(len(after))):
            paired = like[i][j] + best[i + 1][j + 1] if like[i][j] else 0.0
            best[i][j] = max(paired, best[i + 1][j], best[i][j + 1])
    pairs, i, j = [], 0, 0
    while i < len(before) and j < len(after):
        if like[i][j] and best[i][j] == like[i][j] + best[i + 1][j + 1]:
            pairs.append((i, j))
            i, j = i + 1, j + 1
        elif best[i][j] == best[i + 1][j]:
            i += 1
        else:
            j += 1
    return pairs


def _likeness(x: str, y: str) -> float:
    """Say how like two lines are, 0 where they are not; items of one number need less."""
    least = _ALIKE_ITEMS if label(x) and label(x) == label(y) else _ALIKE
    return fuzz.ratio(x, y, score_cutoff=least)


def edits(marked: Redline) -> list[tuple[int, int, int, int, str | None]]:
    """Return the places of kept runs (with their text) and of edits, in both texts."""
    found: list[tuple[int, int, int, int, str | None]] = []
    i = j = 0
    for line in marked.lines:
        fresh = True
        for mark, text in line.pieces:
            size = len(text)
            if mark is Mark.KEPT:
                found.append((i, i + size, j, j + size, text))
                i, j, fresh = i + size, j + size, True
            elif mark is Mark.REMOVED:
                found.append((i, i + size, j, j, None))
                i, fresh = i + size, False
            else:
                if fresh:
                    found.append((i, i, j, j + size, None))
                else:
                    was = found.pop()
                    found.append((was[0], was[1], was[2], j + size, None))
                j, fresh = j + size, True
        i += line.before is not None
        j += line.after is not None
    return found


# --- words inside a line --------------------------------------------------------------------------

_Edit = tuple[int, int, int, int]


def _marked(old: str, new: str) -> RedLine:
    a, b = tokens(old), tokens(new)
    edits = _all_shifted(a, b, [_trimmed(a, b, e) for e in _without_islands(a, _edits(a, b))])
    pieces, kept, at = [], 0, 0
    for i1, i2, j1, j2 in edits:
        for mark, text in (
            (Mark.KEPT, "".join(a[at:i1])),
            (Mark.REMOVED, "".join(a[i1:i2])),
            (Mark.ADDED, "".join(b[j1:j2])),
        ):
            if text:
                pieces.append(Piece(mark, text))
                kept += len(text) * (mark is Mark.KEPT)
        at = i2
    if rest := "".join(a[at:]):
        pieces.append(Piece(Mark.KEPT, rest))
        kept += len(rest)
    # Where one text holds most of the other, as after an addition, the marks read well.
    if 2 * kept < _LEAST_KEPT * (len(old) + len(new)) and 2 * kept < min(len(old), len(new)):
        return RedLine(
            old, new, (Piece(Mark.REMOVED, old), Piece(Mark.ADDED, new)), is_rewritten=True
        )
    return RedLine(old, new, tuple(pieces))


def _edits(a: list[str], b: list[str]) -> list[list[int]]:
    """Return the places that differ; words are matched, spaces follow the words beside them."""
    at_a = [at for at, token in enumerate(a) if token != _SPACE]
    at_b = [at for at, token in enumerate(b) if token != _SPACE]
    edits, i, j = [], 0, 0
    for p1, p2, q1, q2, same in runs([a[at] for at in at_a], [b[at] for at in at_b]):
        for x, y, x_end, y_end in _kept(a, b, at_a[p1:p2], at_b[q1:q2]) if same else ():
            spaced = x > i and y > j and a[x - 1] == b[y - 1] == " "
            if (x - spaced, y - spaced) != (i, j):
                edits.append([i, x - spaced, j, y - spaced])
            spaced = a[x_end + 1 : x_end + 2] == b[y_end + 1 : y_end + 2] == [" "]
            i, j = x_end + 1 + spaced, y_end + 1 + spaced
    if (i, j) != (len(a), len(b)):
        edits.append([i, len(a), j, len(b)])
    return edits


def _kept(
    a: list[str], b: list[str], at_a: list[int], at_b: list[int]
) -> Iterator[tuple[int, int, int, int]]:
    """Yield the first and last places of what is kept: one run where both texts space it alike."""
    if a[at_a[0] : at_a[-1] + 1] == b[at_b[0] : at_b[-1] + 1]:
        yield at_a[0], at_b[0], at_a[-1], at_b[-1]
    else:
        yield from ((x, y, x, y) for x, y in zip(at_a, at_b, strict=True))


def _without_islands(a: list[str], edits: list[list[int]]) -> list[list[int]]:
    """Join edits that have next to nothing kept between them: no word, or a short one."""
    joined: list[list[int]] = []
    for edit in edits:
        if joined and _is_island(a, joined[-1], edit):
            joined[-1][1], joined[-1][3] = edit[1], edit[3]
        else:
            joined.append(list(edit))
    return joined


def _is_island(a: list[str], left: list[int], right: list[int]) -> bool:
    kept = [token for token in a[left[1] : right[0]] if token[0].isalnum()]
    if not kept:
        return True
    word = kept[0]
    short = len(kept) == 1 and len(word) <= _SHORT_WORD and word.isalpha()
    return short and min(_width(left), _width(right)) > 1


def _width(edit: list[int]) -> int:
    return max(edit[1] - edit[0], edit[3] - edit[2])


def _trimmed(a: list[str], b: list[str], edit: list[int]) -> _Edit:
    """Leave outside of an edit what both sides begin or end with."""
    i1, i2, j1, j2 = edit
    while i1 < i2 and j1 < j2 and a[i1] == b[j1]:
        i1, j1 = i1 + 1, j1 + 1
    while i1 < i2 and j1 < j2 and a[i2 - 1] == b[j2 - 1]:
        i2, j2 = i2 - 1, j2 - 1
    return i1, i2, j1, j2


def _all_shifted(a: list[str], b: list[str], edits: list[_Edit]) -> list[_Edit]:
    """Shift edits, none of them further than to its neighbours."""
    shifted: list[_Edit] = []
    for at, edit in enumerate(edits):
        before = edit[0] - (shifted[-1][1] if shifted else 0)
        behind = (edits[at + 1][0] if at + 1 < len(edits) else len(a)) - edit[1]
        shifted.append(_shifted(a, b, edit, min(before, _FURTHEST), min(behind, _FURTHEST)))
    return shifted


def _shifted(a: list[str], b: list[str], edit: _Edit, before: int, behind: int) -> _Edit:
    """Shift a pure insertion or deletion so that it begins at a word, where it may be read so.

    `before` and `behind` are how many kept tokens there are for it.
    """
    i1, i2, j1, j2 = edit
    if i1 < i2 and j1 < j2:
        return edit
    side, start, end = (b, j1, j2) if i1 == i2 else (a, i1, i2)
    best, moved = _sense(side, start, end), 0
    step = 0
    while -step < before and side[start + step - 1] == side[end + step - 1]:
        step -= 1
        if (sense := _sense(side, start + step, end + step)) > best:
            best, moved = sense, step
    step = 0
    while step < behind and side[start + step] == side[end + step]:
        step += 1
        if (sense := _sense(side, start + step, end + step)) > best:
            best, moved = sense, step
    return i1 + moved, i2 + moved, j1 + moved, j2 + moved


def _sense(side: Sequence[str], start: int, end: int) -> int:
    """Rate a run: “, word …” before a stop is best, then “word … ”, then “ word …”."""
    opens, closes = side[start] == " ", side[end - 1] == " "
    stop = side[end] if end < len(side) else ""
    if (
        side[start] in _STOPS
        and stop in _STOPS
        and (side[start], stop) not in {(".", "."), (",", ",")}
    ):
        return 4
    if closes and not opens:
        return 3
    if opens and not closes:
        return 3 if side[end - 1] in ".;:" else 2
    return 1 if side[start][0].isalnum() else 0
