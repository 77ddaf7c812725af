"""What stands on the right above parts of an act: to what an annex belongs, and who approved it.

Russian and English say the number of an annex first and to what it belongs behind it, Kazakh says
it last: lines above “1-қосымша” are no words of the clause before them.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from functools import cached_property

from talqy.compare.tokens import normal
from talqy.drafts.clause_starts import ActUnits, Start
from talqy.office.grids import Place
from talqy.office.word_read import words_of
from talqy.office.word_values import WordTable

_MOST_LINES, _MOST_SIGNS = 8, 200
_ACTS_KK = r"қағида|стандарт|бұйры|тізбе|нұсқаулы|ереже|регламент|қаулы|заң|талап|әдістеме|шешім"
_ACTS_RU = (
    r"правил|стандарт|приказ|перечн|инструкц|положени|регламент|постановлени|закон|требовани"
    r"|методик|решени"
)
_BELONGS_KK = re.compile(rf"(?:.{{0,150}}\s)?(?:{_ACTS_KK})\w{{0,12}}[ае]", re.IGNORECASE)
_BELONGS_RU = re.compile(rf"к\s(?:[\w-]{{1,20}}\s){{0,3}}?(?:{_ACTS_RU})", re.IGNORECASE)
_APPROVED_RU = re.compile(
    r"утвержд[её]н[аоы]?(?:\s(?:приказом|постановлением)\s.{1,150})?", re.IGNORECASE
)
_APPROVED_KK = re.compile(r"(?:.{0,150}\s)?(?:бұйры|қаулы|шешім)\w{1,8}\sбекітілген", re.IGNORECASE)
_APPROVED = "бекітілген"
_SMALL = re.compile(r"[а-яёәғқңөұүһі«(№]")
_ITEM = re.compile(r"[\w-]{1,5}[.)]\s|[–—-]\s")
_ENDS = (".", ";", ":", "!", "?", ",")


@dataclass
class Asides:
    """Goes over a text line by line, and takes out what stands aside; `found` is what was taken.

    A line of the text that is there already, one of `known`, stays where it is.
    """

    units: ActUnits
    known: frozenset[str] = frozenset()
    found: list[tuple[Place, str]] = field(default_factory=list)
    _open: int = -1

    @cached_property
    def _annex(self) -> re.Pattern[str]:
        names = self.units.names["annex"]
        words = "|".join(map(re.escape, (*names.before, *names.behind)))
        return re.compile(words, re.IGNORECASE)

    def without(self, said: Sequence[str], above: list[str], place: Place) -> list[str]:
        """Return the lines of a paragraph that are text; those `above` may turn out to be none."""
        kept: list[str] = []
        for line in said:
            # A clause keeps its first line; what stands in one paragraph may be a head as a whole.
            lines, first = (kept, 0) if kept else (above, 1)
            if left := self._left(line, lines, first, place):
                kept.append(left)
        return kept

    def number_in(self, line: str) -> Start | None:
        """Return the number of an annex, where a line says nothing else."""
        start, beside = self._annex_in(line) or (None, "")
        return None if beside else start

    def _left(self, line: str, above: list[str], first: int, place: Place) -> str:
        """Return what is text in a line: all of it, the number of an annex, or nothing."""
        if normal(line) in self.known or len(line) > _MOST_SIGNS:
            self._open = -1
            return line
        if self._goes_on(line):
            return self._note([line], place, goes_on=self._open > 1)
        self._open = -1
        if annex := self._annex_in(line):
            start, beside = annex
            if above and _BELONGS_KK.fullmatch(above[-1]):
                self._take(above, first, place)
            if beside:
                self._note([beside], place)
            self._open = int(bool(beside))
            return start.number
        if line.endswith(_APPROVED) and _APPROVED_KK.fullmatch(" ".join((*above[-1:], line))):
            self._take(above, first, place, line)
            return ""
        if _APPROVED_RU.fullmatch(line):
            self._open = 1
            return self._note([line], place)
        return line

    def _goes_on(self, line: str) -> bool:
        """Return whether a line goes on with what stands aside, or begins it below a number."""
        if not 0 <= self._open < _MOST_LINES or line.endswith(_ENDS):
            return False
        is_of_it = bool((_SMALL if self._open else _BELONGS_RU).match(line))
        self._open += is_of_it
        return is_of_it

    def _note(self, lines: Sequence[str], place: Place, *, goes_on: bool = False) -> str:
        """Note lines as what stands aside, with what came before where they go on with it."""
        words = " ".join(lines)
        if goes_on and self.found:
            place, before = self.found.pop()
            words = f"{before} {words}"
        self.found.append((place, words))
        return ""

    def _take(self, above: list[str], first: int, place: Place, *lines: str) -> None:
        """Take the last lines above: back to the end of a sentence or an item, or to the first."""
        count = 0
        for line in reversed(above[first:]):
            is_sentence = line.endswith(_ENDS) or bool(_ITEM.match(line))
            if count == _MOST_LINES or is_sentence or normal(line) in self.known:
                break
            count += 1
        begin = len(above) - count
        if taken := [*above[begin:], *lines]:
            self._note(taken, place)
            del above[begin:]

    def _annex_in(self, line: str) -> tuple[Start, str] | None:
        """Return the number of an annex that a line is, and the words that say whose it is.

        “Приложение 1 к Правилам” and “Қағидаларға 1-қосымша” are such lines, as “Приложение 1” is.
        """
        if not self._annex.search(line) or len(line) > _MOST_SIGNS or normal(line) in self.known:
            return None
        start = self.units.start_of(line)
        if start and start.unit == "annex" and (not start.words or _BELONGS_RU.match(start.words)):
            return start._replace(words=""), start.words
        place = self.units.number_before(line)
        before, number = line[:place].strip(), line[place:].strip()
        if self.units.key_of(number)[0] != "annex" or _ITEM.match(before):
            return None
        is_whose = not before or _BELONGS_KK.fullmatch(before)
        return (Start(number, "annex", ""), before) if is_whose else None


def only_sets_aside(table: WordTable, units: ActUnits) -> bool:
    """Return whether a table has cells only to set the head of an annex or of a text aside."""
    says = [[words_of(cell.blocks).strip() for cell in row.cells] for row in table.rows]
    if not all(len(row) > 1 and sum(map(bool, row)) == 1 for row in says):
        return False
    reader = Asides(units)
    lines = [line.strip() for row in says for line in "".join(row).split("\n")]
    return any(map(reader.number_in, lines)) or any(_whose(says, reader))


def _whose(says: Sequence[Sequence[str]], reader: Asides) -> Iterator[bool]:
    for row in says:
        whole = " ".join("".join(row).split())
        yield bool(reader.without([whole], [], Place("")) != [whole])
