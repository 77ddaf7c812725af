"""Where a clause begins in running text: by the number that is printed before its words.

“6. Срок”, “10.1. При подаче”, “5-1. …”, “Глава 2. …”, “2-тарау. …”, “Статья 15. …”, “Форма. …”:
as acts of both languages print them. Items inside a clause (“1)”, “а)”, a dash) begin none.
"""

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from typing import NamedTuple

from talqy.model.codes import CodeLists
from talqy.model.units import PLAIN_UNITS

_FIGURES = r"\d{1,4}(?:[.-]\d{1,3}){0,4}"
_ROMAN = r"[IVXLC]{1,6}"
_LETTER = r"(?-i:[А-ЯЁӘҒҚҢӨҰҮҺІA-Z])"  # “Приложение А”, never “Статья в силе”
_COUNT = rf"{_FIGURES}[^\W\d_]?|{_ROMAN}"
_SIGN = "§"
_PARAGRAPH = re.compile(
    r"(?:§|параграф)\s?(?P<count>\d{1,4}[a-z]?)|(?P<counted>\d{1,4})-параграф", re.IGNORECASE
)
_PLAIN = re.compile(
    rf"(?P<number>§\s?\d{{1,4}}[a-z]?|(?i:параграф\s\d{{1,4}}|\d{{1,4}}-параграф)|{_FIGURES})\."
    r"(?=\s|$)"
)
_DEPTHS = {"section": 0, "annex": 0, "chapter": 1, "form": 1, "article": 2}
_SIGN_DEPTH, _OWN_DEPTH, _PLAIN_DEPTH = 1.5, 3, 4

NumberKey = tuple[str, str]
"""What two prints of one number have in common: the unit that it names, and its figures."""


class UnitNames(NamedTuple):
    """How a unit is called: before its number in most languages, behind it in Kazakh."""

    before: tuple[str, ...]
    behind: tuple[str, ...]


_OF_ACTS = {
    "section": UnitNames(("раздел", "section"), ("бөлім",)),
    "annex": UnitNames(("приложение", "annex"), ("қосымша",)),
    "chapter": UnitNames(("глава", "chapter"), ("тарау",)),
    "form": UnitNames(("форма", "form"), ("нысан",)),
    "article": UnitNames(("статья", "article"), ("бап",)),
}


class Start(NamedTuple):
    """The number at the beginning of a line, as it is printed, and the words behind it.

    `unit` is the code of what the number itself says that it counts; "" where it says nothing.
    """

    number: str
    unit: str
    words: str


@dataclass(frozen=True)
class ActUnits:
    """The units that are printed by their word: those of all acts, and those of a project."""

    names: Mapping[str, UnitNames] = field(default_factory=lambda: _OF_ACTS)

    def start_of(self, line: str) -> Start | None:
        """Return the number that a line begins with; None where it begins no clause."""
        if match := self._counted.match(line):
            behind = line[match.end() :]
            if not behind or not (behind[0].isalnum() or behind[0] in "-)"):
                return Start(match[0], self._named(match), behind.lstrip(".: –").strip())
        match = self._alone.match(line)
        if match and line[match.end() :].startswith(". "):
            return Start(match[0], self._named(match), line[match.end() + 2 :].strip())
        if match := _PLAIN.match(line):
            return Start(match["number"], "", line[match.end() :].strip())
        return None

    def number_before(self, text: str) -> int:
        """Return where the number begins with which a text ends: its length where there is none."""
        if self._alone.fullmatch(text.strip().rstrip(".")):
            return 0
        match = self._at_the_end.search(text)
        return match.start() if match else len(text)

    def key_of(self, number: str, unit: str = "") -> NumberKey:
        """Return what a number is compared by: “Глава 2”, “2-тарау” are one; `unit` is a code."""
        bare = number.strip().rstrip(".:")
        match = self._counted.fullmatch(bare)
        if match:
            return self._named(match), match["count"] or match["counted"]
        if match := self._alone.fullmatch(bare):
            return self._named(match), ""
        if match := _PARAGRAPH.fullmatch(bare):  # “§ 1”, “1-параграф” are one
            return "", f"{_SIGN} {match['count'] or match['counted']}"
        return ("" if unit not in self.names else unit), bare

    def _named(self, match: re.Match[str]) -> str:
        """Return the code of the unit whose word stands in a number."""
        groups = match.groupdict()
        word = next(filter(None, (groups.get("before"), groups.get("behind"))))
        return self._codes.get(_plain(word), "")

    @cached_property
    def _codes(self) -> Mapping[str, str]:
        """The units by their words; a word of all acts stays that of their unit."""
        pairs = [
            (_plain(word), unit)
            for unit, names in self.names.items()
            for word in (*names.before, *names.behind)
        ]
        return dict(reversed(pairs))

    @cached_property
    def _counted(self) -> re.Pattern[str]:
        count = rf"(?P<count>{_COUNT}|{_LETTER}(?=\s*[.:]|\s*$))"
        before = rf"(?P<before>{self._before})\s+(?:№\s*)?{count}"
        # “I бөлім. …” has a blank where a sentence may begin so: only a stop behind it tells.
        joined = rf"(?:-|\s(?=(?:{self._behind})\s*(?:[.:]|$)))"
        behind = rf"(?P<counted>{_COUNT}|{_LETTER}){joined}(?P<behind>{self._behind})"
        return re.compile(rf"{before}|{behind}", re.IGNORECASE)

    @cached_property
    def _alone(self) -> re.Pattern[str]:
        words = rf"(?P<before>{self._before})|(?P<behind>{self._behind})"
        return re.compile(words, re.IGNORECASE)

    @cached_property
    def _at_the_end(self) -> re.Pattern[str]:
        plain = rf"(?<![\d.])(?:§\s?\d{{1,4}}[a-z]?|{_FIGURES})"
        return re.compile(
            rf"(?:{self._counted.pattern}|{plain})\.?\s*$|(?<=\.)\d{{1,4}}\.\s*$", re.IGNORECASE
        )

    @property
    def _before(self) -> str:
        return _one_of(word for names in self.names.values() for word in names.before)

    @property
    def _behind(self) -> str:
        return _one_of(word for names in self.names.values() for word in names.behind)


def units_of(codes: CodeLists) -> ActUnits:
    """Return the units of acts with the names of a project, and those that it has added."""
    return ActUnits({**_OF_ACTS, **dict(_own_units(codes))})


def _own_units(codes: CodeLists) -> Iterator[tuple[str, UnitNames]]:
    for unit in codes.codes("clause-unit"):
        if unit not in PLAIN_UNITS:
            names = codes.named("clause-unit", unit)
            before, behind = _OF_ACTS.get(unit, UnitNames((), ()))
            spoken = tuple(name for code, name in names.items() if code != "kk")
            in_kazakh = (names["kk"],) if "kk" in names else ()
            yield unit, UnitNames((*before, *spoken), (*behind, *in_kazakh))


def is_divider(key: NumberKey) -> bool:
    """Return whether a number is one of a part that has clauses in it: a unit, or “§ 1”."""
    unit, figures = key
    return bool(unit) or figures.startswith(_SIGN)


def depth_of(key: NumberKey) -> float:
    """Return how deep a clause with such a number stands in an act: 0 is a section or an annex.

    “§ 1” divides a chapter and has articles or paragraphs in it, like a unit of its own. A unit
    that a project has added may stand in any of the others.
    """
    unit, figures = key
    if is_divider(key) and not unit:
        return _SIGN_DEPTH
    return _DEPTHS.get(unit, _OWN_DEPTH) if unit else _PLAIN_DEPTH + figures.count(".")


def _one_of(words: Iterable[str]) -> str:
    """Return a pattern for any of some words, the longest first."""
    found = sorted({_plain(word) for word in words}, key=lambda one: (-len(one), one))
    return "|".join(r"\s+".join(map(re.escape, one.split())) for one in found) or r"(?!)"


def _plain(word: str) -> str:
    return " ".join(word.casefold().split())
