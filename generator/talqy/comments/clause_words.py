"""What a name of a clause says: units and their numbers, in whatever order people put them.

«подпункт 2) пункта 5», «п. 5 пп. 2», «5-тармақтың 2) тармақшасы», “clause 5(2)” all say the same.
Pure reading: whether there is such a clause is looked up elsewhere.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from enum import IntEnum


class Unit(IntEnum):
    """What a number counts, from the greatest down; a bare number counts clauses."""

    ANNEX = 0
    SECTION = 1
    CHAPTER = 2
    ARTICLE = 3
    CLAUSE = 4
    ITEM = 5
    LINE = 6


@dataclass(frozen=True, slots=True)
class SaidName:
    """A name as it was understood: numbers by unit, several where several are named.

    `is_other_act`: it speaks of a law, an annex or another text; `is_part_of_act`: nothing but an
    article or an annex says so, which the draft may have itself. `rest` are words that say nothing
    of places.
    """

    numbers: tuple[tuple[Unit, str], ...] = ()
    is_other_act: bool = False
    is_part_of_act: bool = False
    is_several: bool = False
    rest: tuple[str, ...] = ()

    def of(self, unit: Unit) -> tuple[str, ...]:
        """Return the numbers of a unit."""
        return tuple(number for one, number in self.numbers if one is unit)


_UNITS = (
    (
        Unit.ITEM,
        r"подпункт\w*|п/п|пп|подп|тарма[қк]ша\w*|tarma[qk](?:sh|ş)a\w*|тш|sub-?(?:clause|item|paragraph|point)s?",
    ),
    (
        Unit.CLAUSE,
        r"пункт\w*|пнкт|п|тарма[қғкг]\w*|tarma[qğkg]\w*|тарм|т|clauses?|items?|points?|№|§",
    ),
    (
        Unit.LINE,
        (
            r"абзац\w*|абз|част\w*|ч|бөлі(?:к|г)\w*|предложени\w*|предл|строк\w*|стр|строчк\w*"
            r"|сөйлем\w*|жол\w*|дефис\w*|paragraphs?|para|sentences?|lines?"
        ),
    ),
    (Unit.SECTION, r"раздел\w*|разд|бөлім\w*|sections?"),
    (Unit.ARTICLE, r"стать[яеию]\w{0,2}|статей|ст|ба[пб]\w*|articles?|art"),
    (Unit.ANNEX, r"приложени\w*|прил|[қк]осымша\w*|annex(?:es)?|appendix"),
    (Unit.CHAPTER, r"глав\w*|гл|тарау\w*|chapters?"),
)
_NUMBER = r"\d+(?:[.\-–]\d+)*"
_ENDING = r"(?:-?(?:го|му|ый|ой|ом|й|я|м|е|ші|шы|інші|ншы|ыншы|нші|st|nd|rd|th)\b)?"
_ORDINALS = {
    name: number
    for number, names in {
        "1": r"перв\w+|бірінші\w*|first",
        "2": r"втор\w+|екінші\w*|second",
        "3": r"трет\w+|үшінші\w*|third",
        "4": r"четверт\w+|төртінші\w*|fourth",
        "5": r"пят\w+|бесінші\w*|fifth",
        "6": r"шест\w+|алтыншы\w*|sixth",
        "7": r"седьм\w+|жетінші\w*",
        "8": r"восьм\w+|сегізінші\w*",
        "9": r"девят\w+|тоғызыншы\w*",
        "10": r"десят\w+|оныншы\w*",
    }.items()
    for name in names.split("|")
}
ORDINAL_WORDS = "|".join(_ORDINALS)
"""Numbers in words, for patterns: «второй», «екінші»."""

_TOKEN = re.compile(
    r"(?P<number>[(]?(?P<digits>" + _NUMBER + r")(?P<close>\))?" + _ENDING + r"\.?)"
    r"|(?P<unit>(?:[^\W\d_]+(?:[-/][^\W\d_]+)*|№|§)\.?)"
)
_AND = frozenset(
    {"и", "а", "также", "или", "және", "мен", "бен", "пен", "немесе", "and", "or", "to"}
)
_ITEM_DOTTED = re.compile(r"\bп\.\s?п\.?\s*")
# Words that may stand around a number, and change nothing.
_FILLERS = re.compile(
    r"(?:к|ко|о|об|на|в|во|по|из|с|см|для|от|номер\w*|проект\w*|стандарт\w*|настоящ\w+|данн\w+"
    r"|этого|этому|текст\w*|документ\w*|замечани\w+|комментари\w+|обсуждаем\w+|указанн\w+|жоба\w*"
    r"|осы|аталған|нөмір\w*|ескерт\w*|мәтін\w*|бойынша|the|of|in|on|draft|standard|no|number)$"
)
_OTHER_ACT = re.compile(
    r"\b(?:закон\w*|кодекс\w*|приказ\w*|постановлени\w*|конституци\w*|указ\w{0,2}|правил\w*"
    r"|регламент\w*|инструкци\w*|перечн\w*|реестр\w*|договор\w*"
    r"|гк|гпк|апк|аппк|коап|ук|нк|тк|рк|снип|гост"
    r"|действующ\w+|ныне|заң\w*|кодекс\w*|бұйры[қғ]\w*|қаулы\w*|конституция\w*|жарлы[қғ]\w*"
    r"|ереже\w*|қағида\w*|нұсқаулы[қғ]\w*|тізбе\w*|қолданыста\w*"
    r"|law|code|act|decree|order|rules|constitution)\b"
)
_PART_OF_ACT = re.compile(
    r"\b(?:приложени\w*|статья|статьи|статье|статей|статью|ст|қосымша\w*|бап\w*|annex|appendix"
    r"|article)\b"
)


def said_name(name: str) -> SaidName:
    """Return what a name says of places: units with numbers, and what else stands there."""
    bare = " ".join(name.lower().replace("ё", "е").replace("\u00a0", " ").split()).strip(" .:;,*")
    bare = _ITEM_DOTTED.sub("пп ", bare)
    found: list[tuple[Unit | None, str]] = []
    rest: list[str] = []
    for token in _TOKEN.finditer(bare):
        word = token[0].rstrip(".")
        if token["digits"]:
            found.append((None, _number(token, is_first=not found)))
        elif token["unit"] and (unit := _unit(word)) is not None:
            found.append((unit, ""))
        elif token["unit"] and (ordinal := _ordinal(word)):
            found.append((None, ordinal))
        elif token["unit"] and not (word in _AND or _FILLERS.match(word)):
            rest.append(word)
    numbers = tuple(_paired(found))
    units = [unit for unit, _ in numbers]
    return SaidName(
        numbers,
        is_other_act=bool(_OTHER_ACT.search(bare) or _PART_OF_ACT.search(bare)),
        is_part_of_act=not _OTHER_ACT.search(bare),
        is_several=len(set(units)) < len(units),
        rest=tuple(rest),
    )


def _number(token: re.Match[str], *, is_first: bool) -> str:
    """Return the digits, with the bracket of an item: «2)», or the second of “5(2)”."""
    is_item = token["close"] and not (is_first and token[0].startswith("("))
    return token["digits"] + (")" if is_item else "")


def _unit(word: str) -> Unit | None:
    fits = (unit for unit, names in _UNITS if re.fullmatch(names, word))
    return next(fits, None)


def _ordinal(word: str) -> str:
    fits = (number for name, number in _ORDINALS.items() if re.fullmatch(name, word))
    return next(fits, "")


def _paired(found: list[tuple[Unit | None, str]]) -> Iterator[tuple[Unit, str]]:
    """Yield each number with its unit, which stands before it or, in Kazakh, behind it.

    A number that has none is of the unit of the one before it («пункты 5 и 6»), or of the item of a
    clause where it has a bracket: «5, 2)».
    """
    free = {at: unit for at, (unit, _) in enumerate(found) if unit is not None}
    is_behind = bool(found) and found[0][0] is None and found[-1][0] is not None
    last: tuple[Unit, str] | None = None
    for at, (unit, number) in enumerate(found):
        if unit is not None:
            continue
        sides = (at + 1, at - 1) if is_behind else (at - 1, at + 1)
        own = next((free.pop(side) for side in sides if _is_its(found, free, at, side)), None)
        last = (_without_unit(number, last) if own is None else own, number)
        yield last


def _is_its(
    found: list[tuple[Unit | None, str]], free: dict[int, Unit], at: int, side: int
) -> bool:
    """Return whether the unit at one side is of this number, and not of the next one."""
    follows = found[side + 1][0] if side + 1 < len(found) else Unit.LINE
    is_of_next = side > at and follows is None and found[-1][0] is None
    return side in free and not is_of_next


def _without_unit(number: str, last: tuple[Unit, str] | None) -> Unit:
    if last is None:
        return Unit.CLAUSE
    is_item = number.endswith(")") and last[0] is Unit.CLAUSE and not last[1].endswith(")")
    return Unit.ITEM if is_item else last[0]
