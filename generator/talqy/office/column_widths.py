"""How wide the columns of a table are: so that no word breaks where that can be helped.

No program tells a writer how wide letters are, so they are counted. Each column gets what its
longest word needs, and of what is left the more, the longer its lines are.
"""

import re
from collections.abc import Sequence
from typing import NamedTuple

_MARGINS = 240
_LETTER, _SMALL_LETTER = 135, 95
"""Twips that a letter takes, about: one of 12 points, and one of 8."""
# A line breaks at a space, and behind a hyphen; not at a no-break space.
_WORD = re.compile(r"[^ \t\n-]*-?")


class ColumnWidths(NamedTuple):
    """The widths of columns, in twips; `are_letters_small`: words of usual size would break."""

    widths: list[int]
    are_letters_small: bool


def widths_by_words(columns: Sequence[Sequence[str]], width: int) -> ColumnWidths:
    """Divide a width among columns by the lines that stand in each of them."""
    for letter in (_LETTER, _SMALL_LETTER):
        needs = [_MARGINS + letter * _longest(_WORD.findall("\n".join(one))) for one in columns]
        if sum(needs) <= width:
            wants = [
                max(need, min(width, _MARGINS + letter * _longest(lines)))
                for need, lines in zip(needs, columns, strict=True)
            ]
            return ColumnWidths(_grown(needs, wants, width), letter == _SMALL_LETTER)
    return ColumnWidths(_rationed(needs, width), are_letters_small=True)


def _longest(texts: Sequence[str]) -> int:
    return max(map(len, texts), default=0)


def _grown(needs: Sequence[int], wants: Sequence[int], width: int) -> list[int]:
    """Give each column what it needs, and of the rest by what it wants; what is over, to all."""
    if sum(wants) <= width:
        return [width * want // sum(wants) for want in wants]
    more, spare = sum(wants) - sum(needs), width - sum(needs)
    return [need + spare * (want - need) // more for need, want in zip(needs, wants, strict=True)]


def _rationed(needs: Sequence[int], width: int) -> list[int]:
    """Give columns what they need, the narrow ones first; no other gets less than they do."""
    given = [0] * len(needs)
    for rank, at in enumerate(sorted(range(len(needs)), key=needs.__getitem__)):
        given[at] = min(needs[at], (width - sum(given)) // (len(needs) - rank))
    return given
