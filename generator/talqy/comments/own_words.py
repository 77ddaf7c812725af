"""The words of a message that are its author's own: no other message, no signature, no frame.

Rule: nothing is cut on one sign alone. Where one sign stands alone, and a person must look, the
words are not parted at all, and the doubt is told with the line that raised it.
"""

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from enum import StrEnum

from talqy.comments import mail_signs as signs
from talqy.office.mail_page import MailLine

_LONGEST_INTRO = 400
_LONGEST_SIGNATURE = 10
_WRAPPED = 3


class Doubt(StrEnum):
    """Why the words of a message cannot be told from others' without a person."""

    FORWARDED = "forwarded"
    UNCLEAR = "unclear"
    NAME = "name"


@dataclass(frozen=True, slots=True)
class OwnWords:
    """What an author wrote, and what was left out; with a doubt, and the line that raised it."""

    text: str
    left_out: tuple[str, ...] = ()
    doubt: Doubt | None = None
    line: str = ""


def lines_of(text: str) -> list[MailLine]:
    """Return the lines of a plain text; those with “>” in front repeat another message."""
    lines = text.replace("\r\n", "\n").replace("\r", "\n").split("\n")
    return [MailLine(line.rstrip(), bool(signs.QUOTED.match(line))) for line in lines]


def own_words(lines: Sequence[MailLine], *, is_reply: bool) -> OwnWords:
    """Part an author's own words from the rest; `is_reply`: the message says that it answers."""
    if all(line.is_quoted for line in lines if line.text):
        return OwnWords("", tuple(line.text for line in lines if line.text))
    reading = _Reading(list(lines), is_reply)
    reading.part()
    return reading.result()


@dataclass
class _Reading:
    """The way through one message: which lines are kept, and what is in doubt."""

    lines: list[MailLine]
    is_reply: bool
    _kept: list[int] = field(default_factory=list)
    _doubt: tuple[Doubt, str] | None = None

    def part(self) -> None:
        place = 0
        while place < len(self.lines):
            skipped = self._repeated_from(place)
            if not skipped:
                self._kept.append(place)
            place += skipped or 1
        self._cut_the_end(self._is_frame)
        self._cut_signature()
        self._cut_the_end(self._is_frame)
        self._look_for_name()

    def result(self) -> OwnWords:
        kept = set(self._kept)
        if self._doubt:
            whole = _joined(line.text for line in self.lines)
            return OwnWords(whole, (), *self._doubt)
        own = [line.text for n, line in enumerate(self.lines) if n in kept]
        out = [line.text for n, line in enumerate(self.lines) if n not in kept and line.text]
        text = _joined(own)
        if out and signs.GREETING.fullmatch(text):
            text = ""
        return OwnWords(text, tuple(out))

    # --- other messages ------------------------------------------------------------------

    def _repeated_from(self, place: int) -> int:
        """Return how many lines from here on are another message's; 0 where they are own."""
        line = self.lines[place].text.strip()
        if signs.FORWARD.match(line):
            self._raise(Doubt.FORWARDED, line)
        if self.lines[place].is_quoted:
            return self._quoted(place)
        if signs.SEPARATOR.fullmatch(line):
            return self._separated(place)
        if signs.FIRST_HEAD.fullmatch(line) and (heads := self._heads(place)):
            return self._headed(place, heads)
        return self._introduced(place)

    def _quoted(self, place: int) -> int:
        """A repeated line is cut where the message answers another one, or was introduced."""
        is_introduced = any(n not in self._kept for n in range(place) if self.lines[n].text)
        if not (self.lines[place].is_sure or self.is_reply or is_introduced):
            self._raise(Doubt.UNCLEAR, self.lines[place].text)
        return 1

    def _separated(self, place: int) -> int:
        following = [line.text.strip() for line in self._filled(place + 1, 4)]
        heads = (signs.FIRST_HEAD, signs.HEAD)
        if any(head.fullmatch(text) for text in following for head in heads):
            return len(self.lines) - place
        if following and self._filled(place + 1, 1)[0].is_quoted:
            return 1
        self._raise(Doubt.UNCLEAR, self.lines[place].text)
        return 0

    def _heads(self, place: int) -> list[str]:
        """Return the heads of a message that begin here; none where the first one is alone."""
        block = [line.text.strip() for line in self._filled(place, 7)]
        others = [text for text in block[1:] if signs.HEAD.fullmatch(text)]
        return [block[0], *others] if others else []

    def _headed(self, place: int, heads: Sequence[str]) -> int:
        dated = (signs.DATED_HEAD.fullmatch(head) for head in heads)
        is_dated = any(head and signs.DAY.search(head[1]) for head in dated)
        before = [line.text.strip() for line in self.lines[max(place - 2, 0) : place]]
        is_ruled = any(signs.RULE.fullmatch(text) for text in before)
        if is_dated or is_ruled or any(signs.ADDRESS.search(head) for head in heads):
            return len(self.lines) - place
        self._raise(Doubt.UNCLEAR, self.lines[place].text)
        return 0

    def _introduced(self, place: int) -> int:
        """An introduction names day, hour, address and “wrote”; it may be wrapped."""
        for count in range(1, _WRAPPED + 1):
            window = self.lines[place : place + count]
            if len(window) < count or any(not line.text.strip() for line in window[1:]):
                break
            said = " ".join(line.text.strip() for line in window)
            if not said.endswith(":") or len(said) > _LONGEST_INTRO:
                continue
            below = self._filled(place + count, 1)
            is_quoting = bool(below and below[0].is_quoted)
            weight = _weight(said)
            if is_quoting and weight >= 1:
                return count
            if weight >= _SURE:
                return len(self.lines) - place
            if weight == _SURE - 1:
                self._raise(Doubt.UNCLEAR, said)
        return 0

    def _filled(self, place: int, most: int) -> list[MailLine]:
        return [line for line in self.lines[place : place + 2 * most] if line.text.strip()][:most]

    # --- signatures ----------------------------------------------------------------------

    def _cut_the_end(self, is_cut: Callable[[str], bool]) -> None:
        """Cut lines of a program from the end of what is kept."""
        while self._kept:
            text = self.lines[self._kept[-1]].text.strip()
            if text and not is_cut(text):
                return
            self._kept.pop()

    @staticmethod
    def _is_frame(text: str) -> bool:
        patterns = (signs.SENT_FROM, signs.CHECKED, signs.DISCLAIMER, signs.RULE)
        return any(pattern.fullmatch(text) for pattern in patterns)

    def _cut_signature(self) -> None:
        """Cut a farewell or a delimiter, with the short lines of a name and contacts below it."""
        filled = [n for n in self._kept if self.lines[n].text.strip()]
        for at in range(len(filled) - 1, 0, -1):
            line = self.lines[filled[at]].text.strip()
            below = [self.lines[n].text.strip() for n in filled[at + 1 :]]
            is_delimiter = bool(signs.DELIMITER.fullmatch(line))
            if not (is_delimiter or _is_farewell(line)):
                continue
            if len(below) <= _LONGEST_SIGNATURE and all(map(_is_contact, below)):
                if below or _names_somebody(line):
                    self._kept = [n for n in self._kept if n < filled[at]]
                    filled = filled[:at]
            elif is_delimiter or (_is_named(below[0]) and len(below) <= _LONGEST_SIGNATURE):
                self._raise(Doubt.UNCLEAR, line)

    def _look_for_name(self) -> None:
        """A name at the end is not published without its owner's wish, and not guessed away."""
        filled = [n for n in self._kept if self.lines[n].text.strip()]
        if len(filled) < 2:
            return
        line = self.lines[filled[-1]].text.strip()
        if signs.NAME.fullmatch(line) and not line.endswith("."):
            self._raise(Doubt.NAME, line)

    def _raise(self, doubt: Doubt, line: str) -> None:
        self._doubt = self._doubt or (doubt, line.strip())


_SURE = 3
# A sentence ends with a point and has more words than a name; a post or a place has not many.
_FEW, _MANY = 3, 9


def _weight(said: str) -> int:
    """Return how much speaks for an introduction made by a program: 3 is sure, 2 is not."""
    has_address, has_day = bool(signs.ADDRESS.search(said)), bool(signs.DAY.search(said))
    has_time, has_verb = bool(signs.TIME.search(said)), bool(signs.WROTE.search(said))
    weight = 2 * has_address + (has_day and has_time) + has_verb
    # A day, an hour and “wrote” may be a person's own tale; an address is a program's.
    return max(weight, int(has_day or has_time))


def _is_farewell(line: str) -> bool:
    found = signs.FAREWELL.match(line)
    if not found:
        return False
    rest = line[found.end() :].strip(" ,.!–—-")
    return not rest or bool(signs.NAME.fullmatch(rest)) or (len(rest) < 60 and _is_contact(rest))


def _names_somebody(line: str) -> bool:
    found = signs.FAREWELL.match(line)
    return bool(found and line[found.end() :].strip(" ,.!–—-"))


def _is_named(line: str) -> bool:
    return bool(signs.NAME.fullmatch(line) or signs.PHONE.search(line))


def _is_contact(line: str) -> bool:
    """Return whether a line may stand under a farewell: a name, a post, a place, a number."""
    if any(p.search(line) for p in (signs.PHONE, signs.ADDRESS, signs.SITE)):
        return len(line) <= 120
    if signs.DELIMITER.fullmatch(line) or signs.RULE.fullmatch(line):
        return True
    words = len(line.split())
    is_sentence = line.endswith(("?", "!", ":", ";")) or (line.endswith(".") and words > _FEW)
    is_begun = line[:1].isupper() or bool(signs.PLACE.match(line))
    return len(line) <= 80 and words <= _MANY and is_begun and not is_sentence


def _joined(lines: Iterator[str] | Sequence[str]) -> str:
    return re.sub(r"\n{3,}", "\n\n", "\n".join(lines)).strip()
