"""What single lines of a letter's frame look like, at its head and at its end.

Each answer is one sign; `letter_frame.py` and `mail_end.py` ask for two before anything is cut.
"""

import re

from talqy.comments import letter_signs as signs
from talqy.comments.months import MONTH
from talqy.wording.pieces import pieces

# Heads that forms of letters print, with what follows on their line.
_HEAD = re.compile(
    rf"(?:{signs.SENDER}|{signs.HEADS})\s*:.*"
    r"|(?:исх|вх|шығ|кір|ref)\w*\s*\.?\s*(?:№|no|n)?\s*[\w/.-]*\d.{0,60}"
    r"|(?:на\s*)?№\s*[\w/._-]+(?:\s+(?:от|by|of)\s.{0,40})?",
    re.IGNORECASE,
)
_NUMBER = r"[«\"]?\d{1,2}[»\"]?"
_DAY = re.compile(
    rf"{_NUMBER}\s*[./-]?\s*(?:\d{{1,2}}|{MONTH})[./\s-]+\d{{4}}\s*(?:г(?:ода?|\.)?|ж(?:ыл\w*|\.)?)?"
    rf"|\d{{4}}\s*(?:жыл\w*|ж\.)\s*{_NUMBER}\s*{MONTH}",
    re.IGNORECASE,
)
"""A day that is a line of its own, as letters on paper carry one."""

# «11.11.2026 № 77», «№ 77 от 11.11.2026 года»: day and number of a letter in one line.
_NUMBERED = r"№\s?[\w/.-]{1,30}"
_DAY_AND_NUMBER = re.compile(
    rf"(?:{_DAY.pattern})\s*,?\s*{_NUMBERED}|{_NUMBERED}\s*(?:от\s)?\s*(?:{_DAY.pattern})",
    re.IGNORECASE,
)
_LONGEST_DAY = 100


def is_day(line: str) -> bool:
    """Return whether a line is a day and nothing else, in figures or in words.

    Orders and letters of offices write «2026 жылғы он сегізінші қараша».
    """
    if _DAY.fullmatch(line):
        return True
    if len(line) > _LONGEST_DAY:
        return False
    return any(_DAY.fullmatch(_in_figures(line, language)) for language in ("kk", "ru"))


def _in_figures(line: str, language: str) -> str:
    """Return a line with figures in place of the numbers that it has in words."""
    for number in reversed([one for one in pieces(line, language) if one.in_words]):
        line = f"{line[: number.start]}{number.value}{line[number.end :]}"
    return line


_CAPITAL = re.compile(rf"\b[{signs.GREAT}]\w+")
_SENTENCE = 5
_MOST_OF_SIGNATURE = 10


def has_form(line: str) -> bool:
    """Return whether a line has the form of a head, a day, an address or a mark to sign at."""
    is_numbered = len(line) <= _LONGEST_DAY and _DAY_AND_NUMBER.fullmatch(line)
    return bool(is_head(line) or is_day(line) or is_numbered or signs.REACH.fullmatch(line))


def is_head(line: str) -> bool:
    """Return whether a line begins with the word of a head, or is the number of a letter."""
    return bool(_HEAD.fullmatch(line))


def is_framing(line: str) -> bool:
    """Return whether a line is of the frame: it has the form, is no sentence and no bare head."""
    return has_form(line) and not is_sentence(line) and not is_bare_head(line)


def is_bare_head(line: str) -> bool:
    """Return whether “От: …” is all there is: a name, a body, a day, an address would be a sign."""
    rest = line.partition(":")[2].strip()
    marks = (signs.INITIALS, signs.BODY, signs.REACH)
    is_whole = bool(signs.FULL_NAME.fullmatch(rest) or is_day(rest))
    is_known = is_whole or any(mark.search(rest) for mark in marks)
    return bool(rest) and is_head(line) and not is_known


def signs_of_name(line: str) -> int:
    """Return how many signs of a signature a line holds beside a name with initials, and the name.

    0 where no such name is there, or the line is a sentence; 2 with a post, a body, a head, or the
    word of a signature beside it.
    """
    named = signs.INITIALS.search(line)
    if not named or _reads_on(line) or len(line.split()) > _MOST_OF_SIGNATURE:
        return 0
    if not any(map(str.isalnum, line.replace(named[0], "", 1))):
        return 1
    beside = (signs.POST, signs.BODY, signs.SIGNED)
    return 2 * (is_framing(line) or any(sign.search(line) for sign in beside))


def is_sentence(line: str) -> bool:
    """Return whether a line ends as a sentence does, and has as many words as one."""
    return _reads_on(line) and len(line.split()) >= _SENTENCE


def may_be_named(line: str) -> bool:
    """Return whether a line holds a name with initials, or great letters in half of its words."""
    if _reads_on(line):
        return False
    capitals = len(_CAPITAL.findall(line))
    return bool(signs.INITIALS.search(line)) or (
        capitals >= 2 and capitals * 2 >= len(line.split())
    )


def may_be_frame(line: str) -> bool:
    """Return whether a line has the form of a frame, or looks like a name, a body, an address."""
    is_placed = bool(signs.BODY.search(line) or signs.STREET.search(line))
    return has_form(line) or may_be_named(line) or (is_placed and not _reads_on(line))


def _reads_on(line: str) -> bool:
    """Return whether a line ends as a sentence does, and not with somebody's initial."""
    ends = line.rstrip('»"” ')[-1:] in {"!", "?", ";", ":", ","}
    return ends or (line.endswith(".") and not re.search(r"\b\w\.$", line))
