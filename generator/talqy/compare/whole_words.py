"""Marks as they are shown: a sign never stands marked by itself, but with the word that it follows.

A voice says “removed: full stop, added: semicolon”, and an eye overlooks them. The redline itself
stays as fine as it was: quotes, figures and files are read out of that.
"""

from collections.abc import Iterable, Iterator

from talqy.compare.marks import Mark, Piece, RedLine, rows


def shown_rows(line: RedLine, side: Mark | None = None) -> Iterator[tuple[Piece, ...]]:
    """Yield the rows on which a line is shown, both texts together or one of them."""
    return rows(in_whole_words(line.moved or line.pieces), side)


class _Stretch:
    """What was kept, and the edit behind it: either side of that may be empty."""

    def __init__(self, kept: str = "") -> None:
        self.kept, self.removed, self.added = kept, "", ""

    @property
    def is_edit(self) -> bool:
        return bool(self.removed or self.added)

    @property
    def needs_word(self) -> bool:
        """Return whether a line of a side is signs alone; a line end has a sign of its own."""
        sides = (self.removed, self.added)
        is_bare = any(side and not _says(side.split("\n")[0] or side) for side in sides)
        return is_bare and any(map(str.strip, sides))

    def joined(self, removed: str, added: str, between: str = "") -> None:
        self.removed += between + removed
        self.added += between + added


def in_whole_words(pieces: Iterable[Piece]) -> tuple[Piece, ...]:
    """Return pieces that read the same on both sides, and of which no marked one is a sign alone.

    Where there is no word on the line, as in the cell of a table, a sign is all that can be marked.
    """
    found = _stretches(pieces)
    if not any(stretch.needs_word for stretch in found):
        return tuple(_pieces(found))
    done: list[_Stretch] = []
    for at, stretch in enumerate(found):
        behind = found[at + 1] if at + 1 < len(found) else _Stretch()
        if done and _goes_on(done[-1], stretch):
            done[-1].joined(stretch.removed, stretch.added, stretch.kept)
        else:
            done.append(stretch)
        _widen(done, behind)
    return tuple(_pieces(done))


def _goes_on(last: _Stretch, stretch: _Stretch) -> bool:
    """Return whether an edit goes on with the next: no word between that a sign could go with."""
    if not stretch.kept:
        return last.is_edit
    is_gap = "\n" not in stretch.kept and not _says(stretch.kept)
    return last.needs_word and stretch.is_edit and is_gap


def _stretches(pieces: Iterable[Piece]) -> list[_Stretch]:
    found = [_Stretch()]
    for mark, text in pieces:
        if mark is Mark.KEPT and found[-1].is_edit:
            found.append(_Stretch(text))
        elif mark is Mark.KEPT:
            found[-1].kept += text
        else:
            removed, added = (text, "") if mark is Mark.REMOVED else ("", text)
            found[-1].joined(removed, added)
    return found


def _pieces(stretches: Iterable[_Stretch]) -> Iterator[Piece]:
    for stretch in stretches:
        for mark, text in (
            (Mark.KEPT, stretch.kept),
            (Mark.REMOVED, stretch.removed),
            (Mark.ADDED, stretch.added),
        ):
            if text:
                yield Piece(mark, text)


def _widen(done: list[_Stretch], behind: _Stretch) -> None:
    """Take a word from what was kept beside the last edit, where that has signs alone."""
    last = done[-1]
    if not last.needs_word:
        return
    before, after = _last_word(last.kept), _first_word(behind.kept)
    opens = not (last.removed or last.added)[0].isspace() and last.kept[-1:].strip() == ""
    if after and ((opens and not behind.kept[0].isspace()) or not before):
        last.joined(behind.kept[:after], behind.kept[:after])
        behind.kept = behind.kept[after:]
    elif before:
        word, last.kept = last.kept[-before:], last.kept[:-before]
        last.removed, last.added = word + last.removed, word + last.added
        if not last.kept and len(done) > 1:
            done.pop()
            done[-1].joined(last.removed, last.added)


def _says(text: str) -> bool:
    return any(letter.isalnum() for letter in text)


def _first_word(text: str) -> int:
    """Return how long the first word of the first line is, with what stands before it, or 0."""
    found = False
    for at, letter in enumerate(text):
        if letter == "\n" or (found and letter.isspace()):
            return at if found else 0
        found = found or letter.isalnum()
    return len(text) if found else 0


def _last_word(text: str) -> int:
    """Return how long the last word of the last line is, with what stands behind it, or 0."""
    return _first_word(text[::-1])
