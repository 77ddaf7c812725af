"""Where the author's own words end: what stands below them is a signature, or a program's line.

One decision for messages and for letters on paper. A farewell alone cuts nothing: names, numbers or
addresses must follow it, and nothing else; without a farewell a name with initials needs a second
sign. Where a line may be either, that is said, and a person decides.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from enum import Enum, auto

from talqy.comments import letter_signs as letters
from talqy.intake import end_signs as ends
from talqy.intake.gateway_banner import is_banner
from talqy.intake.letter_lines import (
    has_form,
    is_day,
    is_framing,
    is_head,
    may_be_named,
    signs_of_name,
)
from talqy.intake.mail_signs import RULE

_LONGEST_SIGNATURE = 12
_LONGEST_NOTICE = 12
_LONGEST_CONTACT = 120
_FEW, _SHORT, _MOST_OF_NAME = 3, 4, 8


@dataclass(frozen=True, slots=True)
class EndLine:
    """One line of what may be the author's; `is_signed`: a program has marked it as a signature.

    `is_apart`: an empty line stands above it, or it is a paragraph of its own on paper.
    """

    text: str
    is_delimiter: bool = False
    is_signed: bool = False
    is_apart: bool = False


@dataclass(frozen=True, slots=True)
class End:
    """How many lines are the author's, and a line that leaves it open, with what it may be."""

    count: int
    unclear: str = ""
    name: str = ""


class _Sort(Enum):
    """What a line under a farewell is."""

    STRONG = auto()  # a name, a number, an address
    WEAK = auto()  # a post, a body, a place: only beside a strong one
    FAREWELL = auto()
    SHORT = auto()  # a few words: perhaps a name in small letters
    OTHER = auto()


def end_of(lines: Sequence[EndLine]) -> End:
    """Return where the own words of an author end; `lines` hold no empty ones.

    None are left where all that stands there is a signature.
    """
    count = _without_program(lines, len(lines))
    unclear = ""
    for at in range(count - 1, max(count - _LONGEST_SIGNATURE, 0) - 1, -1):
        if at >= count or not _begins(lines[at]):
            continue
        is_cut, odd = _below(lines, at, count)
        if is_cut:
            count, unclear = _without_farewell(lines, _without_program(lines, at)), ""
        if odd:
            unclear = unclear or lines[at].text
    if unclear:
        return End(count, unclear=unclear)
    count = _without_signature(lines, count)
    return End(count, name=_name_at_end(lines[:count]))


def signature_below(text: str) -> str:
    """Return the first line of a signature that stands below the words of a text; "" if none does.

    A farewell without a name is none.
    """
    lines = text.split("\n")
    filled = [
        EndLine(line.strip(), is_apart=n > 0 and not lines[n - 1].strip())
        for n, line in enumerate(lines)
        if line.strip()
    ]
    end = end_of(filled)
    return end.name or next((line.text for line in filled[end.count :]), "")


def _without_farewell(lines: Sequence[EndLine], count: int) -> int:
    """Leave out a farewell in a line of its own right above a signature: it belongs to that.

    Thanks alone may be the author's own word.
    """
    while count > 1 and letters.is_farewell_word(line := lines[count - 1].text):
        if letters.is_thanks(line):
            break
        count -= 1
    return count


def _without_signature(lines: Sequence[EndLine], count: int) -> int:
    """Leave out a signature without a farewell: a name with initials, and a second sign.

    That is a post, a day, a number beside the name or in a line of its own, or that the name stands
    alone below a sentence that has ended.
    """
    at = count
    while at > 1 and _may_sign(lines[at - 1].text):
        at -= 1
    run = lines[at:count]
    named = max((signs_of_name(line.text.rstrip(",")) for line in run), default=0)
    if not named:
        return count
    is_ended = run[0].is_apart and lines[at - 1].text.endswith((".", "!", "?", "…"))
    return at if named > 1 or len(run) > 1 or is_ended else count


def _may_sign(line: str) -> bool:
    """Return whether a line is a name with initials, a day, a number; not whom a letter goes to."""
    if _ABOVE_ALONE.match(line):
        return False
    return bool(signs_of_name(line.rstrip(",")) or is_framing(line))


# No letter ends with these: there they are somebody's words.
_ABOVE_ALONE = re.compile(
    r"(?:to|cc|subject|кому|куда|копия|тема|кімге|алушы|көшірме(?:сі)?|тақырып(?:ы)?)\s*:",
    re.IGNORECASE,
)


def _without_program(lines: Sequence[EndLine], count: int) -> int:
    """Leave out the lines that programs put at the end, and a notice on secrecy."""
    for at in range(max(count - _LONGEST_NOTICE, 1), count):
        rest = " ".join(line.text for line in lines[at:count])
        is_notice = ends.may_be_notice(lines[at].text) and ends.is_notice(rest)
        last = [line.text for line in lines[at:count]]
        if is_notice or ends.is_official_footer(last) or is_banner(last):
            count = at
            break
    while count > 1:
        if count > 2 and ends.is_broken_footer(lines[count - 2].text, lines[count - 1].text):
            count -= 2
        elif ends.is_of_program(lines[count - 1].text):
            count -= 1
        else:
            break
    return count


def _begins(line: EndLine) -> bool:
    """Return whether a signature may begin with a line."""
    if line.is_signed or ends.DELIMITER.fullmatch(line.text):
        return True
    return bool(letters.FORMAL.match(line.text) or letters.THANKS.match(line.text))


def _below(lines: Sequence[EndLine], place: int, count: int) -> tuple[bool, bool]:
    """Return whether a signature begins at a place, and whether it may."""
    line = lines[place]
    below = [_sort(one.text) for one in lines[place + 1 : count]]
    if line.is_signed and not ends.DELIMITER.fullmatch(line.text):
        is_cut = _is_signature([_sort(line.text), *below])
        return is_cut, not is_cut
    if not ends.DELIMITER.fullmatch(line.text):
        ended = _after_farewell(line.text)
        if ended is None:
            return False, False
        below = [*ended, *below]
    if _is_signature(below):
        return True, False
    is_odd = _Sort.STRONG in below or all(one in _FOR_NAMES for one in below)
    return False, bool(below) and (is_odd or line.is_delimiter)


_FOR_NAMES = (_Sort.SHORT, _Sort.WEAK)


def _is_signature(below: Sequence[_Sort]) -> bool:
    known = {_Sort.STRONG, _Sort.WEAK, _Sort.FAREWELL}
    return _Sort.STRONG in below and known.issuperset(below)


def _after_farewell(line: str) -> list[_Sort] | None:
    """Return what stands behind a farewell on its line; None where it is no farewell."""
    formal = letters.FORMAL.match(line)
    match = formal or letters.THANKS.match(line)
    rest = line[match.end() :] if match else ""
    if rest[:1].isalnum():
        return None
    name = rest.strip(" ,.!–—-)(")
    if not name:
        return []
    if len(name) > _LONGEST_CONTACT:
        return None
    pieces = [piece for one in rest.split(",") if (piece := one.strip(" !–—-)("))]
    if letters.NAME.fullmatch(pieces[0].rstrip(".")) and len(name.split()) <= _MOST_OF_NAME:
        return [_Sort.STRONG, *map(_sort, pieces[1:])]
    is_bare = not name[0].isupper() and (len(name.split()) > _FEW - 1 or not formal)
    if is_bare and formal and _ends_in_name(name):
        return [_Sort.SHORT]
    return None if is_bare else [_sort(name)]


def _ends_in_name(line: str) -> bool:
    """Return whether a short line ends in a name: «екі баланың анасы Әлия Серікқызы»."""
    words = line.split()
    return len(words) <= _MOST_OF_NAME and bool(letters.FULL_NAME.fullmatch(" ".join(words[-2:])))


def _sort(line: str) -> _Sort:
    if letters.is_farewell_word(line):
        return _Sort.FAREWELL
    if len(line) > _LONGEST_CONTACT or _is_sentence(line):
        return _Sort.OTHER
    if _is_line_of_program(line):
        return _Sort.WEAK
    if _is_strong(line):
        return _Sort.STRONG
    if _is_weak(line):
        return _Sort.WEAK
    return _Sort.SHORT if len(line.split()) <= _SHORT else _Sort.OTHER


def _is_line_of_program(line: str) -> bool:
    return bool(RULE.fullmatch(line) or ends.DELIMITER.fullmatch(line)) or ends.is_of_program(line)


def _is_strong(line: str) -> bool:
    """Return whether a line is a name, a named body, a number, an address."""
    is_named = bool(letters.NAME.fullmatch(line) or letters.NAMED_BODY.fullmatch(line))
    return is_named or _is_reach(line) or bool(signs_of_name(line)) or _is_name_with_more(line)


def _is_weak(line: str) -> bool:
    """Return whether a line is a day, a mark to sign at, a post, a body, a place."""
    if is_day(line) or letters.REACH.fullmatch(line):
        return True
    return len(line.split()) <= _MOST_OF_NAME and any(sign.search(line) for sign in _WEAK)


_WEAK = (letters.POST, letters.BODY, letters.PLACE)


def _is_name_with_more(line: str) -> bool:
    """Return whether a line is a name and, behind commas, posts, bodies, places alone."""
    name, *more = (piece.strip() for piece in line.split(","))
    return bool(more and letters.NAME.fullmatch(name)) and all(
        len(piece.split()) <= _SHORT and any(sign.search(piece) for sign in _WEAK) for piece in more
    )


def _is_reach(line: str) -> bool:
    """Return whether a line tells how to reach somebody, and hardly anything else."""
    if not any(sign.search(line) for sign in (letters.PHONE, letters.ADDRESS, letters.SITE)):
        return False
    plain = letters.SITE.sub("", letters.ADDRESS.sub("", line))
    return sum(word.isalpha() for word in plain.replace(":", " ").split()) <= _SHORT


def _is_sentence(line: str) -> bool:
    is_closed = line.endswith(("?", "!", ":", ";", "…"))
    return is_closed or (line.endswith(".") and len(line.split()) > _FEW and not _is_reach(line))


_LAST_SENTENCE = re.compile(r"(?<=[.!?…])\s+(?=[^\W\d_])")
_CAPITAL = re.compile(rf"[{letters.GREAT}]")


def _farewell_at_end(line: str) -> str:
    """Return the last sentence of a line where it is a farewell with somebody's name behind it."""
    starts = [0, *(match.end() for match in _LAST_SENTENCE.finditer(line))]
    for start in starts[1:][-_MOST_SENTENCES:]:
        said = line[start:]
        match = letters.FORMAL.match(said) or letters.THANKS.match(said)
        rest = said[match.end() :] if match else ""
        named = rest.lstrip(" ,.!–—-")
        if rest[:1] != named[:1] and _CAPITAL.match(named) and _is_short_of_name(named):
            return said
    return ""


def _is_short_of_name(said: str) -> bool:
    """Return whether words are few, and most of them begin with a capital, as in a name."""
    words = re.findall(r"\w+", said)
    capitals = sum(bool(_CAPITAL.match(word)) for word in words)
    return len(words) <= _MOST_OF_NAME and 2 * capitals >= len(words)


_MOST_SENTENCES = 4
# «п. 4 добавить» asks for something, and is no village («п.»).
_ASKS_OF_CLAUSE = re.compile(
    r"(?:п|пп|подп|ст|гл)\.\s?\d{1,3}(?:[.)]\d{0,2})?[\s:–—-]{1,4}(?:\S{1,40}\s){0,6}?"
    r"\w{2,30}(?:ть|ти|чь|те)\b",
    re.IGNORECASE,
)


def _name_at_end(lines: Sequence[EndLine]) -> str:
    """Return a last line that looks like a name: it is not published, and not guessed away."""
    if lines and (said := _farewell_at_end(lines[-1].text)):
        return said
    if len(lines) < 2:
        return ""
    line = lines[-1].text
    is_open = not line.endswith(("!", "?", ":", ";")) and len(line) <= _LONGEST_CONTACT
    if not is_open or letters.is_farewell_word(line) or _ASKS_OF_CLAUSE.match(line):
        return ""
    count = len(line.split())
    is_named = letters.NAMED.match(line) and count <= _MOST_OF_NAME and not line.endswith(".")
    is_name = letters.NAME.fullmatch(line) and (
        not line.endswith(".") or letters.FULL_NAME.fullmatch(line)
    )
    is_address = bool(letters.PLACE.match(line)) and count <= _MOST_OF_NAME
    sort = _sort(line)
    is_contact = sort is _Sort.STRONG or (sort is _Sort.WEAK and (count <= _SHORT or is_address))
    # “От: всех нас.” says by its dot that it is a sentence, however short.
    is_framed = may_be_named(line) or (
        has_form(line) and not (is_head(line) and line.endswith("."))
    )
    return line if is_name or is_named or is_contact or is_framed else ""
