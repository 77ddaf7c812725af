"""The words of a message that are its author's own: no other message, no signature, no frame.

Rule: nothing is cut on one sign alone. Where one sign stands alone, and a person must look, the
words are not parted at all, and the doubt is told with the line that raised it.
"""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from enum import StrEnum

from talqy.comments.letter_signs import ADDRESS, ADDRESSED, GREAT, GREETING, HELLO
from talqy.intake import mail_signs as signs
from talqy.intake.answered_inside import answer_inside, tells_where
from talqy.intake.end_signs import DELIMITER
from talqy.intake.gateway_banner import banner_above, begins_as_banner, is_banner
from talqy.intake.mail_end import EndLine, end_of
from talqy.office.mail_page import MailLine

_LONGEST_INTRO = 400
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
    return [_line(line) for line in lines]


def _line(line: str) -> MailLine:
    # Programs part a signature by two dashes and a space (RFC 3676, 4.3); people write no space.
    return MailLine(line.rstrip(), bool(signs.QUOTED.match(line)), is_signed=line == "-- ")


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
    _greeted: list[int] = field(default_factory=list)
    _introductions: set[int] = field(default_factory=set)
    _first: int = 0
    _has_own: bool = False
    _blocks: int = 0
    _doubt: tuple[Doubt, str] | None = None

    def part(self) -> None:
        """Go through the lines; then look where the author's own end."""
        at = self._first = self._banner()
        # Where one line raises a doubt, nothing is parted, whatever the others are.
        while at < len(self.lines) and not self._doubt:
            skipped = self._repeated_from(at)
            if not skipped:
                self._kept.append(at)
                self._has_own = self._has_own or bool(self.lines[at].text.strip())
            at += skipped or 1
        if not self._doubt:
            self._leave_greetings_out()
            self._look_between()
            self._cut_the_end()

    def result(self) -> OwnWords:
        """Return what was found; in doubt all words, unparted."""
        kept = set(self._kept)
        if self._doubt:
            whole = _joined(line.text for line in self.lines)
            return OwnWords(whole, (), *self._doubt)
        own = [line.text for n, line in enumerate(self.lines) if n in kept]
        out = [line.text for n, line in enumerate(self.lines) if n not in kept and line.text]
        text = _joined(own)
        if GREETING.fullmatch(text):
            return OwnWords("", (text, *out))
        return OwnWords(text, tuple(out))

    def _banner(self) -> int:
        """Return where the lines begin below the banner of a gateway."""
        filled = [n for n, line in enumerate(self.lines) if line.text.strip()]
        above = [self.lines[n].text.strip() for n in filled]
        if count := banner_above(above):
            return filled[count - 1] + 1
        if above and begins_as_banner(above[0]):
            self._raise(Doubt.UNCLEAR, above[0])
        return 0

    # --- other messages ------------------------------------------------------------------

    def _repeated_from(self, place: int) -> int:
        """Return how many lines from here on are another message's; 0 where they are own."""
        line = self.lines[place].text.strip()
        if signs.FORWARD.match(line):
            self._raise(Doubt.FORWARDED, line)
        if not line:
            return 0
        if self.lines[place].is_quoted:
            return self._quoted(place)
        if signs.SEPARATOR.fullmatch(line):
            return self._separated(place)
        if signs.FIRST_HEAD.fullmatch(line) and (heads := self._heads(place)):
            return self._headed(place, heads)
        return self._introduced(place)

    def _quoted(self, place: int) -> int:
        """Cut a run of repeated lines that a program marks, or that is announced."""
        end = place
        # Programs mark empty lines, too: behind one without a mark, the author may quote himself.
        while end < len(self.lines) and self.lines[end].is_quoted:
            end += 1
        run = [line for line in self.lines[place:end] if line.text]
        is_announced = self._follows(place)
        named = max(_weight(_bare(line.text)) for line in run[:_WRAPPED])
        is_at_edge = not (self._has_own or self._blocks) or not self._filled(end, 1)
        is_answered = self.is_reply and (is_at_edge or named >= _LIKELY)
        if not (run[0].is_sure or is_announced or named >= _SURE or is_answered):
            self._raise(Doubt.UNCLEAR, run[0].text)
        self._blocks += 1
        return end - place

    def _follows(self, place: int) -> bool:
        """Return whether the line before, that is not empty, announces what follows."""
        filled = (n for n in range(place - 1, -1, -1) if self.lines[n].text.strip())
        before = next(filled, None)
        return before is not None and (before in self._introductions or self.lines[before].is_sure)

    def _separated(self, place: int) -> int:
        following = [line.text.strip() for line in self._filled(place + 1, 4)]
        heads = (signs.FIRST_HEAD, signs.HEAD)
        if any(head.fullmatch(text) for text in following for head in heads):
            return len(self.lines) - place
        if following and self._filled(place + 1, 1)[0].is_quoted:
            self._introductions.add(place)
            return 1
        self._raise(Doubt.UNCLEAR, self.lines[place].text)
        return 0

    def _heads(self, place: int) -> list[str]:
        """Return the heads of a message that begin here; none where the first one is alone."""
        block = [line.text.strip() for line in self._filled(place, 7)]
        heads = [block[0]]
        for text in block[1:]:
            if not signs.HEAD.fullmatch(text):
                break
            heads.append(text)
        return heads if len(heads) > 1 else []

    def _headed(self, place: int, heads: Sequence[str]) -> int:
        """Cut a message with its heads; people, too, write “От:”, “Кому:”, “Дата:”."""
        before = [line.text.strip() for line in self.lines[max(place - 2, 0) : place]]
        is_ruled = any(signs.RULE.fullmatch(text) for text in before)
        weight = _weight_of_heads(heads) + is_ruled
        out = sum(len(line.text) for line in self.lines[place:])
        is_more = out > sum(len(self.lines[n].text) for n in self._kept)
        if weight >= _ENOUGH_HEADS or (weight == _ENOUGH_HEADS - 1 and not is_more):
            return len(self.lines) - place
        self._raise(Doubt.UNCLEAR, self.lines[place].text)
        return 0

    def _introduced(self, place: int) -> int:
        """Cut what is introduced by day, hour, address and “wrote”; such a line may be wrapped."""
        for count in range(1, _WRAPPED + 1):
            window = self.lines[place : place + count]
            if len(window) < count or any(not line.text or line.is_quoted for line in window):
                break
            text = " ".join(line.text.strip() for line in window)
            if not text.endswith(":") or len(text) > _LONGEST_INTRO:
                continue
            # A line above that adds nothing to the announcement is no part of it.
            if count > 1 and _weight(text) == _weight(text[len(window[0].text.strip()) :]):
                break
            return self._announced(place, count, text)
        return 0

    def _announced(self, place: int, count: int, said: str) -> int:
        """Cut an announcement and leave what follows to be read, or cut all to the end."""
        below, weight = self._filled(place + count, 1), _weight(said)
        is_quoting = bool(below and below[0].is_quoted)
        is_sure = weight >= _SURE or (weight >= _LIKELY and self._is_answered(place + count))
        if signs.WROTE_TO_YOU.search(said):
            self._greeted.append(place)
        if is_quoting and is_sure:
            self._introductions.update(range(place, place + count))
            return count
        if not is_quoting and weight >= _CERTAIN:
            return len(self.lines) - place
        if weight >= _LIKELY or (is_quoting and weight):
            self._raise(Doubt.UNCLEAR, said)
        return 0

    def _leave_greetings_out(self) -> None:
        """Leave out the line by which a program greets, above “you wrote”."""
        for place in self._greeted:
            above = [n for n in self._kept if n < place and self.lines[n].text.strip()]
            is_announced = place not in self._kept
            if is_announced and above and _GREETS.fullmatch(self.lines[above[-1]].text.strip()):
                self._kept.remove(above[-1])

    def _is_answered(self, place: int) -> bool:
        """Return whether the message answers another one, and nothing but that one follows."""
        return self.is_reply and all(line.is_quoted for line in self.lines[place:] if line.text)

    def _filled(self, place: int, most: int) -> list[MailLine]:
        return [line for line in self.lines[place : place + 3 * most] if line.text.strip()][:most]

    def _look_between(self) -> None:
        """Answers among the lines of another letter mean nothing without these."""
        own = [n for n in self._kept if self.lines[n].text.strip()]
        kept = set(self._kept)
        filled = [n for n, line in enumerate(self.lines) if line.text.strip()]
        cut = [n for n in filled if n >= self._first and n not in kept]
        if cut and (between := [n for n in own if cut[0] < n < cut[-1]]):
            self._raise(Doubt.UNCLEAR, self.lines[between[0]].text)
        spoken = next((n for n in own if tells_where(self.lines[n].text)), None)
        if spoken is not None and cut:
            self._raise(Doubt.UNCLEAR, self.lines[spoken].text)
        if inside := answer_inside([self.lines[n].text for n in cut]):
            self._raise(Doubt.UNCLEAR, inside)

    # --- the end -------------------------------------------------------------------------

    def _cut_the_end(self) -> None:
        filled = [n for n in self._kept if self.lines[n].text.strip()]
        end = end_of([_end_line(self.lines[n], is_apart=self._is_apart(n)) for n in filled])
        if end.unclear or end.name:
            doubt = Doubt.UNCLEAR if end.unclear else Doubt.NAME
            self._raise(doubt, end.unclear or end.name)
        last = filled[end.count - 1] if end.count else -1
        if end.count > 1 and begins_as_banner(below := self.lines[last].text.strip()):
            self._raise(Doubt.UNCLEAR, below)
        self._kept = [n for n in self._kept if n <= last]

    def _is_apart(self, place: int) -> bool:
        return place > 0 and not self.lines[place - 1].text.strip()

    def _raise(self, doubt: Doubt, line: str) -> None:
        self._doubt = self._doubt or (doubt, line.strip())


_LIKELY, _SURE, _CERTAIN = 3, 4, 5
_ENOUGH_HEADS = 3


def _end_line(line: MailLine, *, is_apart: bool) -> EndLine:
    is_delimiter = line.is_signed and bool(DELIMITER.fullmatch(line.text))
    # Programs write bold and slanting letters of a page with signs around them.
    text = line.text.strip()
    plain = "" if is_banner([text]) else text.strip(" *_/")
    return EndLine(plain or text, is_delimiter, line.is_signed and not is_delimiter, is_apart)


# A program greets by name and says nothing more: «Здравствуйте, Петр.», “Hello Peter,”.
_GREETS = re.compile(
    rf"(?i:{HELLO}|(?:{ADDRESSED})\w*)(?:,? [{GREAT}][\w.-]{{0,40}}){{0,3}}\s?[.,!]?"
)


def _bare(line: str) -> str:
    return re.sub(r"^[\s>]+", "", line)


def _weight(said: str) -> int:
    """Return how much speaks for an introduction made by a program.

    A day with an hour, an address, “wrote”; an address in brackets, and a day in figures before or
    behind all else, are how programs write.
    """
    has_moment = bool(signs.DAY.search(said) and signs.TIME.search(said))
    has_address, in_brackets = ADDRESS.search(said), signs.BRACKETED.search(said)
    has_verb = bool(signs.WROTE.search(said))
    is_form = bool(has_moment and signs.FORM.search(said))
    return 2 * has_moment + is_form + bool(has_address) + 2 * bool(in_brackets) + has_verb


def _weight_of_heads(heads: Sequence[str]) -> int:
    sent = [match[1] for head in heads if (match := signs.SENT_HEAD.fullmatch(head))]
    is_sent = any(signs.DAY.search(day) for day in sent)
    has_clock = any(signs.CLOCK.search(head) and signs.DAY.search(head) for head in heads)
    in_brackets = any(signs.BRACKETED.search(head) for head in heads)
    return (len(heads) > 2) + 2 * is_sent + has_clock + 2 * in_brackets


def _joined(lines: Iterable[str]) -> str:
    return re.sub(r"\n{3,}", "\n\n", "\n".join(lines)).strip()
