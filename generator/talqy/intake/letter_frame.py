"""Where the author's own words begin in a letter on paper.

A letter has a head: whom it goes to, from whom, a number, a greeting. Nothing of it is published.
Where a line may be either, that is said, and a person decides. Where the words end is decided for
every letter alike, in `mail_end.py`.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from talqy.comments import letter_signs as signs
from talqy.intake.letter_lines import has_form, is_bare_head, is_framing, is_sentence, may_be_frame
from talqy.intake.mail_end import EndLine, end_of

_FROM = re.compile(rf"(?:{signs.SENDER})\s*:", re.IGNORECASE)
_TITLE = re.compile(
    r"(?:заявление|обращение|жалоба|письмо|отзыв|предложени[ея]|замечани[ея]|"
    r"өтініш|үндеу|хат|пікір(?:лер)?|ұсыныс(?:тар)?|ескерт(?:пе|у)(?:лер)?|арыз)\b[^:.!?]{0,200}",
    re.IGNORECASE,
)
_MOST_GREETING = 7
_MOST_HEAD = 30


@dataclass(frozen=True, slots=True)
class Frame:
    """The lines from `first` up to `end` are the author's; `doubtful` is a line that may be either.

    Lines are counted from 0.
    """

    first: int
    end: int
    doubtful: str = ""


def frame_of(lines: Sequence[EndLine]) -> Frame:
    """Return where the author's own words stand among the lines of a letter; none is empty."""
    first, odd_above = _begin([line.text for line in lines])
    end = end_of(lines[first:])
    return Frame(first, first + end.count, odd_above or end.unclear or end.name)


def _begin(lines: Sequence[str]) -> tuple[int, str]:
    """Return the first line of the author's own, and a line above or at it that is in doubt."""
    for at, line in enumerate(lines[:_MOST_HEAD]):
        greeting = signs.GREETING.fullmatch(line)
        if greeting and len(line.split()) <= _MOST_GREETING:
            above = (one for one in lines[:at] if is_sentence(one) and not has_form(one))
            return at + (not greeting["bare"]), next(above, "")
    at = 0
    while at < len(lines) - 1 and (_is_head(lines[at]) or _is_among_heads(lines, at)):
        at += 1
    odd = len(lines) - at > 1 and may_be_frame(lines[at])
    return at, lines[at] if odd else ""


def _is_head(line: str) -> bool:
    return is_framing(line) or bool(_TITLE.fullmatch(line))


def _is_among_heads(lines: Sequence[str], at: int) -> bool:
    """Return whether a bare head stands beside a sure one; people write “От: …” themselves.

    A rule parts lines, and is a head of nothing.
    """
    beside = (*lines[:at], *(lines[at + 1 : at + 2] if _is_head(lines[at + 1]) else ()))
    is_beside = any(sign.isalnum() for line in beside for sign in line)
    return is_bare_head(lines[at]) and is_beside and not _FROM.match(lines[at])


def speaks_of_attachment(line: str) -> bool:
    """Return whether a line says that something came with the letter."""
    return bool(signs.ATTACHED.search(line))
