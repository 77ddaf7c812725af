"""Where the author's own words begin and end in a letter on paper.

A letter has a frame: whom it goes to, from whom, a number, a greeting, a farewell, a signature.
Nothing of it is published. Where a line may be either, that is said, and a person decides.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from talqy.comments import letter_signs as signs

# Heads that forms of letters print, with what follows on their line.
_HEAD = re.compile(
    rf"(?:{signs.SENDER}|{signs.HEADS})\s*:.*"
    r"|(?:исх|вх|шығ|кір|ref)\w*\s*\.?\s*(?:№|no|n)?\s*[\w/.-]*\d.{0,60}"
    r"|(?:на\s*)?№\s*[\w/._-]+(?:\s+(?:от|by|of)\s.{0,40})?",
    re.IGNORECASE,
)
_FROM = re.compile(rf"(?:{signs.SENDER})\s*:", re.IGNORECASE)
# No letter ends with these: there they are somebody's words.
_ABOVE_ALONE = re.compile(
    r"(?:to|cc|subject|кому|куда|копия|тема|кімге|алушы|көшірме(?:сі)?|тақырып(?:ы)?)\s*:",
    re.IGNORECASE,
)
_TITLE = re.compile(
    r"(?:заявление|обращение|жалоба|письмо|отзыв|предложени[ея]|замечани[ея]|"
    r"өтініш|үндеу|хат|пікір(?:лер)?|ұсыныс(?:тар)?|ескерт(?:пе|у)(?:лер)?|арыз)\b[^:.!?]{0,200}",
    re.IGNORECASE,
)
_GREETING = re.compile(
    rf"(?P<bare>{signs.HELLO})\s*[!,.?]?"
    rf"|(?:(?:{signs.HELLO})\s*,\s*)?"
    rf"(?:{signs.ADDRESSED}|(?<=, )(?=(?-i:[{signs.GREAT}])))\w*"
    r"(?:[^,.!?:;]|\b\w\.){0,80}[!,]?",
    re.IGNORECASE,
)
_AFTER_FAREWELL = re.compile(r"\s*(?:[,.!:–—-]\s*(?P<after>.{0,100}))?")
_DAY = re.compile(
    r"[«\"]?\d{1,2}[»\"]?\s*[./-]?\s*(?:\d{1,2}|[а-яәғқңөұүһі]{3,9})[./\s-]+\d{4}\s*(?:г(?:ода?|\.)?|ж(?:ыл\w*|\.)?)?"
    r"|\d{4}\s*(?:жыл\w*|ж\.)\s*[«\"]?\d{1,2}[»\"]?\s*[а-яәғқңөұүһі]{3,9}",
    re.IGNORECASE,
)
_CAPITAL = re.compile(rf"\b[{signs.GREAT}]\w+")
_SENTENCE = 5
_MOST_GREETING = 7
_MOST_OF_SIGNATURE = 10
_MOST_HEAD, _MOST_SIGNATURE = 30, 12


@dataclass(frozen=True, slots=True)
class Frame:
    """The lines from `first` up to `end` are the author's; `doubtful` is a line that may be either.

    Lines are counted from 0.
    """

    first: int
    end: int
    doubtful: str = ""


def frame_of(lines: Sequence[str]) -> Frame:
    """Return where the author's own words stand among the lines of a letter."""
    first, odd_above = _begin(lines)
    end, odd_below = _end(lines, first)
    return Frame(first, max(first, end), odd_above or odd_below)


def _begin(lines: Sequence[str]) -> tuple[int, str]:
    """Return the first line of the author's own, and a line above or at it that is in doubt."""
    for at, line in enumerate(lines[:_MOST_HEAD]):
        greeting = _GREETING.fullmatch(line)
        if greeting and len(line.split()) <= _MOST_GREETING:
            above = (one for one in lines[:at] if _is_sentence(one) and not _has_form(one))
            return at + (not greeting["bare"]), next(above, "")
    at = 0
    while at < len(lines) - 1 and (_is_head(lines[at]) or _is_among_heads(lines, at)):
        at += 1
    odd = len(lines) - at > 1 and _may_be_frame(lines[at])
    return at, lines[at] if odd else ""


def _end(lines: Sequence[str], first: int) -> tuple[int, str]:
    """Return the line after the author's last, and a line there that is in doubt."""
    for place in range(len(lines) - 1, max(first, len(lines) - _MOST_SIGNATURE) - 1, -1):
        if _is_farewell(lines[place]) or _ends_with_thanks(lines[place], lines[place + 1 :]):
            below = (one for one in lines[place + 1 :] if _is_sentence(one) and not _has_form(one))
            return place, next(below, "")
    end = len(lines)
    while end > first + 1 and _is_signature(lines[end - 1]):
        end -= 1
    odd = end > first + 1 and _may_be_frame(lines[end - 1])
    return end, lines[end - 1] if odd else ""


def _is_head(line: str) -> bool:
    return _is_framing(line) or bool(_TITLE.fullmatch(line))


def _is_among_heads(lines: Sequence[str], at: int) -> bool:
    """Return whether a bare head stands beside a sure one; people write “От: …” themselves."""
    is_beside = at > 0 or _is_head(lines[at + 1])
    return _is_bare_head(lines[at]) and is_beside and not _FROM.match(lines[at])


def _has_form(line: str) -> bool:
    """Return whether a line has the form of a head, a day, an address or a mark to sign at."""
    return bool(_HEAD.fullmatch(line) or _DAY.fullmatch(line) or signs.REACH.fullmatch(line))


def _is_framing(line: str) -> bool:
    """Return whether a line is of the frame: it has the form, is no sentence and no bare head."""
    return _has_form(line) and not _is_sentence(line) and not _is_bare_head(line)


def _is_farewell(line: str) -> bool:
    """Return whether a line takes leave; “С уважением отношусь к …” does not."""
    found = signs.FORMAL.match(line)
    rest = _AFTER_FAREWELL.fullmatch(line, found.end()) if found else None
    return rest is not None and (not rest["after"] or rest["after"][0].isupper())


def _ends_with_thanks(line: str, below: Sequence[str]) -> bool:
    """Return whether thanks are a farewell: names or addresses follow them, and nothing else."""
    found = signs.THANKS.match(line)
    rest = _AFTER_FAREWELL.fullmatch(line, found.end()) if found else None
    if rest is None:
        return False
    names = [*([rest["after"]] if rest["after"] else []), *below]
    has_words = any(sign.isalnum() for name in names for sign in name)
    return has_words and all(_is_name(one) or _is_signature(one) for one in names)


def _is_name(line: str) -> bool:
    return bool(signs.NAME.fullmatch(line)) and not signs.is_farewell_word(line)


def _is_signature(line: str) -> bool:
    """Return whether a line is a frame's, or a name with initials that is alone or has a post."""
    if _is_framing(line):
        return not _ABOVE_ALONE.match(line)
    named = signs.INITIALS.search(line)
    if not named or _reads_on(line) or len(line.split()) > _MOST_OF_SIGNATURE:
        return False
    is_alone = not any(map(str.isalnum, line.replace(named[0], "", 1)))
    return is_alone or any(sign.search(line) for sign in (signs.POST, signs.BODY, signs.SIGNED))


def _is_bare_head(line: str) -> bool:
    """Return whether “От: …” is all there is: a name, a body, a day, an address would be a sign."""
    rest = line.partition(":")[2].strip()
    marks = (signs.INITIALS, signs.BODY, signs.REACH)
    is_whole = bool(signs.FULL_NAME.fullmatch(rest) or _DAY.fullmatch(rest))
    is_known = is_whole or any(mark.search(rest) for mark in marks)
    return bool(rest and _HEAD.fullmatch(line)) and not is_known


def _reads_on(line: str) -> bool:
    """Return whether a line ends as a sentence does, and not with somebody's initial."""
    ends = line.rstrip('»"” ')[-1:] in {"!", "?", ";", ":", ","}
    return ends or (line.endswith(".") and not re.search(r"\b\w\.$", line))


def _is_sentence(line: str) -> bool:
    return _reads_on(line) and len(line.split()) >= _SENTENCE


def _may_be_frame(line: str) -> bool:
    """Return whether a line has the form of a frame, or looks like a name, a body, an address."""
    if _has_form(line):
        return True
    if _reads_on(line):
        return False
    capitals = len(_CAPITAL.findall(line))
    named = signs.INITIALS.search(line) or signs.BODY.search(line) or signs.STREET.search(line)
    return bool(named or (capitals >= 2 and capitals * 2 >= len(line.split())))


def speaks_of_attachment(line: str) -> bool:
    """Return whether a line says that something came with the letter."""
    return bool(signs.ATTACHED.search(line))
