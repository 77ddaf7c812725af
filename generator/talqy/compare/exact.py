"""Two texts compared to the letter: no space and no sign that nobody sees is lost on either side.

A redline for people joins spaces and leaves out what is not seen. Where changes are to be accepted
or rejected, either text must come back whole; so what a redline would alter stands aside as a sign
of its own while the texts are compared.
"""

import re
from collections.abc import Iterator

from talqy.compare.marking import marked
from talqy.compare.marks import Mark, Piece, RedLine, Redline
from talqy.compare.redline import redline
from talqy.compare.tokens import normal

# Spaces of other kinds, several together, and signs without width (`tokens` takes them out).
_ALTERED = re.compile("[^\\S\n ]| {2,}|[\u00ad\u200b\u2060\ufeff]")
_PRIVATE = range(0xE000, 0xF8FF)


def said_lines(text: str) -> list[str]:
    """Return the lines of a text that say something, without the spaces around them."""
    return [bare for line in text.split("\n") if (bare := line.strip())]


def exact_redline(old: str, new: str) -> Redline:
    """Compare two texts; kept and removed pieces are the old one, kept and added ones the new."""
    before, after = said_lines(old), said_lines(new)
    if before == after:
        return Redline(tuple(RedLine(one, one, (Piece(Mark.KEPT, one),)) for one in after))
    if not (before and after):
        return Redline((*_whole(before, Mark.REMOVED), *_whole(after, Mark.ADDED)))
    return _compared("\n".join(before), "\n".join(after))


def _whole(lines: list[str], mark: Mark) -> Iterator[RedLine]:
    for line in lines:
        before, after = (line, None) if mark is Mark.REMOVED else (None, line)
        yield RedLine(before, after, (Piece(mark, line),))


def _compared(old: str, new: str) -> Redline:
    found = sorted({*_ALTERED.findall(old), *_ALTERED.findall(new)})
    signs = {words: chr(place) for words, place in zip(found, _PRIVATE, strict=False)}
    sides = [_ALTERED.sub(lambda match: signs[match[0]], text) for text in (old, new)]
    is_taken = any(chr(place) in old + new for place in _PRIVATE[: len(found)])
    if is_taken or any(normal(side) != side for side in sides):
        # Letters in two parts: word by word they stay what they are.
        return Redline((marked(old, new),))
    if not signs:
        return redline(old, new)
    back = str.maketrans({sign: words for words, sign in signs.items()})
    return Redline(tuple(_given_back(line, back) for line in redline(*sides).lines))


def _given_back(line: RedLine, back: dict[int, str]) -> RedLine:
    return RedLine(
        None if line.before is None else line.before.translate(back),
        None if line.after is None else line.after.translate(back),
        tuple(Piece(mark, text.translate(back)) for mark, text in line.pieces),
        line.is_rewritten,
    )
