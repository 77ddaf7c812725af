"""The words inside of lines that belong together: what was kept, removed and added.

The recipe was tried on sentences of real amending orders in both languages: difflib's runs without
its junk heuristic, islands merged, edges trimmed, pure insertions and deletions shifted to begin at
a word, and old beside new where little is left of a line.
"""

from collections.abc import Iterator, Sequence

from talqy.compare.marks import Mark, Piece, RedLine
from talqy.compare.matching import runs
from talqy.compare.tokens import tokens

_LEAST_KEPT = 0.4
_SHORT_WORD = 3
_SPACES = (" ", "\n")
_FURTHEST = 3
_STOPS = ".,;:"
_Edit = tuple[int, int, int, int]


def marked(old: str, new: str) -> RedLine:
    """Compare two lines, or two runs of lines that belong together, word by word."""
    a, b = _tokens(old), _tokens(new)
    found = _in_one_piece(a, b, _without_islands(a, _edits(a, b)))
    edits = _all_shifted(a, b, [_trimmed(a, b, e) for e in found])
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
    at_a = [at for at, token in enumerate(a) if token not in _SPACES]
    at_b = [at for at, token in enumerate(b) if token not in _SPACES]
    edits, i, j = [], 0, 0
    for p1, p2, q1, q2, same in runs([a[at] for at in at_a], [b[at] for at in at_b]):
        for x, y, x_end, y_end in _kept(a, b, at_a[p1:p2], at_b[q1:q2]) if same else ():
            spaced = x > i and y > j and a[x - 1] == b[y - 1] and a[x - 1] in _SPACES
            if (x - spaced, y - spaced) != (i, j):
                edits.append([i, x - spaced, j, y - spaced])
            spaced = _is_spaced(a, b, x_end + 1, y_end + 1)
            i, j = x_end + 1 + spaced, y_end + 1 + spaced
    if (i, j) != (len(a), len(b)):
        edits.append([i, len(a), j, len(b)])
    return edits


def _is_spaced(a: list[str], b: list[str], x: int, y: int) -> bool:
    return a[x : x + 1] == b[y : y + 1] != [] and a[x] in _SPACES


def _tokens(text: str) -> list[str]:
    """Split lines; a line end is a token of its own."""
    first, *others = text.split("\n")
    return [*tokens(first), *(token for line in others for token in ("\n", *tokens(line)))]


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


_MOST_REPEATED = 4


def _in_one_piece(a: list[str], b: list[str], edits: list[list[int]]) -> list[list[int]]:
    """Put an insertion together that was broken in two around a word that it repeats.

    In “{+new +}word [-old-]{+more word+}” the second “word” is the one that was kept.
    """
    joined: list[list[int]] = []
    for edit in edits:
        last = joined[-1] if joined else None
        if last and last[0] == last[1]:
            word = [token for token in a[last[1] : edit[0]] if token not in _SPACES]
            size = len(word)
            is_alone = a[last[1] : last[1] + size] == word and size <= _MOST_REPEATED
            if is_alone and edit[2] < edit[3] - size and b[edit[3] - size : edit[3]] == word:
                joined[-1] = [last[0], last[1], last[2], edit[3] - size]
                rest = [last[1] + size, edit[1], edit[3], edit[3]]
                joined += [rest] if rest[0] < rest[1] else []
                continue
        joined.append(edit)
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
