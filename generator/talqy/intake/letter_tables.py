"""Tables that lay out the frame of a letter: a letterhead above its words, a sign-off below them.

Every state body has its name in both languages, its address and the number of the letter in cells
side by side. Such a table is no table of comments; one that holds anything else stays one.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from talqy.comments import letter_signs as signs
from talqy.intake.letter_lines import is_sentence, may_be_frame, signs_of_name

_MOST_LINES = 30  # of a letterhead, or of a sign-off
_MOST_WORDS = 25  # in one cell of these
_LONGEST = 300


@dataclass(frozen=True, slots=True)
class LaidOut:
    """A line of a letter: a paragraph's, or the cells of a row of a table, each with its lines."""

    text: str
    cells: tuple[tuple[str, ...], ...] = ()


def after_letterhead(lines: Sequence[LaidOut]) -> int:
    """Return how many lines a letterhead in tables takes at the top of a letter; 0 for none."""
    end = 0
    for at, line in enumerate(lines[:_MOST_LINES]):
        if not (_is_of_letterhead(line.cells) if line.cells else _is_beside(line.text)):
            break
        if line.cells:
            end = at + 1
    return end if end < len(lines) else 0


def before_sign_off(lines: Sequence[LaidOut]) -> int:
    """Return where a sign-off in a table begins at the end of a letter; all lines where none."""
    begin = len(lines)
    for at in range(len(lines) - 1, max(len(lines) - _MOST_LINES, 0), -1):
        line = lines[at]
        if not (_is_of_sign_off(line.cells) if line.cells else _is_beside(line.text)):
            break
        if line.cells:
            begin = at
    named = any(_is_named(cell) for line in lines[begin:] for cell in line.cells)
    return begin if named else len(lines)


def _is_of_letterhead(cells: Sequence[Sequence[str]]) -> bool:
    return all(map(_is_head, filter(None, cells)))


def _is_head(lines: Sequence[str]) -> bool:
    """Return whether a cell holds the name of a body, an address, a number or a day."""
    words = " ".join(lines)
    if len(words) > _LONGEST or len(words.split()) > _MOST_WORDS or any(map(is_sentence, lines)):
        return False
    return any(map(may_be_frame, (*lines, words))) or words.isupper()


def _is_of_sign_off(cells: Sequence[Sequence[str]]) -> bool:
    return all(_is_named(cell) or _is_head(cell) or _is_post(cell) for cell in cells if cell)


def _is_named(lines: Sequence[str]) -> bool:
    words = " ".join(lines)
    return bool(signs_of_name(words) or signs.FULL_NAME.fullmatch(words))


def _is_post(lines: Sequence[str]) -> bool:
    words = " ".join(lines)
    is_short = len(words.split()) <= _MOST_WORDS and not is_sentence(words)
    return is_short and bool(signs.POST.search(words) or signs.SIGNED.search(words))


def _is_beside(line: str) -> bool:
    """Return whether a line beside such tables is of the frame too."""
    return not is_sentence(line) and may_be_frame(line)
