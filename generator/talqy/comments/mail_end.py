"""Where the author's own words end: what stands below them is a signature, or a program's line.

A farewell alone cuts nothing: names, numbers or addresses must follow it, and nothing else. Where
a line may be either, that is said, and a person decides.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from enum import Enum, auto

from talqy.comments import end_signs as ends
from talqy.comments import letter_signs as letters
from talqy.comments.letter_signs import ADDRESS
from talqy.comments.mail_signs import RULE

_LONGEST_SIGNATURE = 12
_LONGEST_NOTICE = 12
_LONGEST_CONTACT = 120
_FEW, _SHORT, _MOST_OF_NAME = 3, 4, 8


@dataclass(frozen=True, slots=True)
class EndLine:
    """One line of what may be the author's; `is_signed`: a program has marked it as a signature.

    `is_apart`: an empty line stands above it.
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
    """Return where the own words of an author end; `lines` hold no empty ones."""
    count = _without_program(lines, len(lines))
    unclear = ""
    lowest = max(count - _LONGEST_SIGNATURE, 0)
    for at in range(count - 1, lowest, -1):
        if at >= count or not _begins(lines[at]):
            continue
        is_cut, odd = _below(lines, at, count)
        if is_cut:
            count, unclear = _without_program(lines, at), ""
        if odd:
            unclear = unclear or lines[at].text
    if unclear:
        return End(count, unclear=unclear)
    if count > 1 and _is_signed_by_hand(lines[count - 2], lines[count - 1]):
        return End(count - 1)
    return End(count, name=_name_at_end(lines[:count]))


def _is_signed_by_hand(above: EndLine, line: EndLine) -> bool:
    """Return whether a name with initials stands alone below a sentence that has ended."""
    is_ended = above.text.endswith((".", "!", "?", "…"))
    return line.is_apart and is_ended and bool(letters.INITIALS.fullmatch(line.text.rstrip(",")))


def _without_program(lines: Sequence[EndLine], count: int) -> int:
    """Leave out the lines that programs put at the end, and a notice on secrecy."""
    for at in range(max(count - _LONGEST_NOTICE, 1), count):
        rest = " ".join(line.text for line in lines[at:count])
        if ends.may_be_notice(lines[at].text) and ends.is_notice(rest):
            count = at
            break
    while count > 1 and ends.is_of_program(lines[count - 1].text):
        count -= 1
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
    return None if is_bare else [_sort(name)]


def _sort(line: str) -> _Sort:
    words = line.split()
    if letters.is_farewell_word(line):
        return _Sort.FAREWELL
    if len(line) > _LONGEST_CONTACT or _is_sentence(line):
        return _Sort.OTHER
    if RULE.fullmatch(line) or ends.DELIMITER.fullmatch(line) or ends.is_of_program(line):
        return _Sort.WEAK
    if letters.NAME.fullmatch(line) or letters.NAMED_BODY.fullmatch(line) or _is_reach(line):
        return _Sort.STRONG
    if len(words) <= _MOST_OF_NAME and any(p.search(line) for p in _WEAK):
        return _Sort.WEAK
    return _Sort.SHORT if len(words) <= _SHORT else _Sort.OTHER


_WEAK = (letters.POST, letters.BODY, letters.PLACE)


def _is_reach(line: str) -> bool:
    """Return whether a line tells how to reach somebody, and hardly anything else."""
    if not any(sign.search(line) for sign in (letters.PHONE, ADDRESS, letters.SITE)):
        return False
    plain = letters.SITE.sub("", ADDRESS.sub("", line))
    return sum(word.isalpha() for word in plain.replace(":", " ").split()) <= _SHORT


def _is_sentence(line: str) -> bool:
    is_closed = line.endswith(("?", "!", ":", ";", "…"))
    return is_closed or (line.endswith(".") and len(line.split()) > _FEW and not _is_reach(line))


def _name_at_end(lines: Sequence[EndLine]) -> str:
    """Return a last line that looks like a name: it is not published, and not guessed away."""
    if len(lines) < 2:
        return ""
    line = lines[-1].text
    is_open = not line.endswith(("!", "?", ":", ";")) and len(line) <= _LONGEST_CONTACT
    if not is_open or letters.is_farewell_word(line):
        return ""
    count = len(line.split())
    is_named = letters.NAMED.match(line) and count <= _MOST_OF_NAME and not line.endswith(".")
    is_name = letters.NAME.fullmatch(line) and (
        not line.endswith(".") or letters.FULL_NAME.search(line)
    )
    is_address = bool(letters.PLACE.match(line)) and count <= _MOST_OF_NAME
    sort = _sort(line)
    is_contact = sort is _Sort.STRONG or (sort is _Sort.WEAK and (count <= _SHORT or is_address))
    return line if is_name or is_named or is_contact else ""
