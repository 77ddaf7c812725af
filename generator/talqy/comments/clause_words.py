"""What a name of a clause says: units and their numbers, in whatever order people put them.

«подпункт 2) пункта 5», «п. 5 пп. 2», «5-тармақтың 2) тармақшасы», “clause 5(2)” all say the same.
Pure reading: whether there is such a clause is looked up elsewhere.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from talqy.comments import place_words as words
from talqy.comments.number_words import COUNT_MARK, ORDINAL_MARK, ROMAN, in_figures, roman
from talqy.comments.patterns import late
from talqy.compare.part_words import OWN_ACT


@dataclass(frozen=True, slots=True)
class SaidName:
    """A name as it was understood: numbers by unit, several where several are named.

    `is_other_act`: it speaks of a law, an annex or another text; `is_part_of_act`: nothing but an
    article or an annex says so, which the draft may have itself. `rest` are words that say nothing
    of places. `pair` are two numbers of which the second alone has a unit: «5 п. 2».
    `is_roman`: a number was said in Roman letters; `is_called`: the word for a clause stands there.
    """

    numbers: tuple[tuple[words.Unit, str], ...] = ()
    is_other_act: bool = False
    is_part_of_act: bool = False
    is_several: bool = False
    rest: tuple[str, ...] = ()
    pair: tuple[str, str] | None = None
    is_roman: bool = False
    is_called: bool = False

    def of(self, unit: words.Unit) -> tuple[str, ...]:
        """Return the numbers of a unit."""
        return tuple(number for one, number in self.numbers if one is unit)


_UNITS = tuple(
    (
        unit,
        rf"(?:{one.ru}|{one.kk})\w*|"
        + "|".join(filter(None, (one.short, one.short_kk, one.en)))
        + (f"|{words.NUMBER_SIGNS}" if unit is words.Unit.CLAUSE else ""),
    )
    for unit, one in words.UNITS.items()
)
_NUMBER = rf"\d+(?:[.\-–]\d+)*{words.OWN_SIGN}?"
_ENDING = rf"(?:-?(?:{words.ENDINGS})\b)?"
_TOKEN = late(
    r"(?P<number>[(]?(?P<digits>" + _NUMBER + r")(?P<close>\))?" + _ENDING + r"\.?)"
    r"|(?P<unit>(?:[^\W\d_]+(?:[-/][^\W\d_]+)*|№|§)\.?)"
)
_ROMAN = late(rf"(?<![\w'’]){ROMAN}(?!['’])")
_AND = frozenset(word for said in words.AND for word in said.split())
_ITEM_DOTTED = late(r"\bп\.\s?п\.?\s*")
_DECIMAL = late(r"\D{0,12}?(\d{1,3}),(\d{1,2})\W?\D{0,12}")
_PAIR = late(r"(\d{1,3}),? ?(?:п|пункт|тарма[қк]|т)\.? ?(\d{1,2})\)?")
# Words that may stand around a number, and change nothing.
_FILLERS = late(
    r"(?:к|ко|о|об|на|в|во|по|из|с|см|для|от|номер\w*|проект\w*|стандарт\w*|настоящ\w+|данн\w+"
    r"|этого|этому|текст\w*|документ\w*|замечани\w+|комментари\w+|обсуждаем\w+|указанн\w+|жоба\w*"
    r"|осы|аталған|нөмір\w*|ескерт\w*|мәтін\w*|бойынша|the|of|in|on|draft|standard|no|number)$"
)
_OTHER_ACT = late(
    rf"\b(?:(?:{words.ACTS_RU}|{words.ACTS_KK}|действующ|қолданыста)\w*"
    rf"|{words.ACTS_RU_WHOLE}|{words.ACTS_EN}|рк|ныне)\b"
)
_PART_OF_ACT = late(
    rf"\b(?:(?:{words.PARTS_RU}|{words.PARTS_KK})\w*|{words.PARTS_RU_WHOLE}"
    rf"|{words.PARTS_EN}|article)\b"
)


# «пункт 5 настоящих Правил»: the draft itself; so do people say «данных» and «этих». An order or a
# law is left, even “this” one: a draft stands in an order whose clauses have numbers of their own.
_OWN_ACT = late(
    rf"\b(?:(?:{OWN_ACT['ru']}|данн(?:ого|ых|ому)|эт(?:ого|их|ому))\s+"
    r"(?:правил|стандарт|положени|регламент|требовани)"
    rf"|(?:{OWN_ACT['kk']})\s+(?:қағида|стандарт|ереже|регламент|талап)"
    rf"|(?:{OWN_ACT['en']})\s+(?:rule|standard|regulation|requirement))\w*"
)


def said_name(name: str) -> SaidName:
    """Return what a name says of places: units with numbers, and what else stands there.

    A count in words («пять») is a number of a clause only where nothing is said beside it.
    """
    counted = _said(in_figures(name))
    return _said(in_figures(name, with_counts=False)) if counted.rest else counted


def _said(name: str) -> SaidName:
    figures = name.replace(ORDINAL_MARK, "").replace(COUNT_MARK, "")
    arabic, romans = _ROMAN.subn(lambda found: str(roman(found[0])), figures)
    bare = _OWN_ACT.sub(" ", _bare(arabic))
    found: list[tuple[words.Unit | None, str]] = []
    rest: list[str] = []
    for token in _TOKEN.finditer(bare):
        word = token[0].rstrip(".")
        if token["digits"]:
            found.append((None, _number(token, is_first=not found)))
        elif token["unit"] and (unit := _unit(word)) is not None:
            found.append((unit, ""))
        elif token["unit"] and not (word in _AND or _FILLERS.match(word)):
            rest.append(word)
    numbers = tuple(dict.fromkeys(_paired(found)))  # «9-тармақ / Пункт 9» says it twice
    units = [unit for unit, _ in numbers]
    return SaidName(
        numbers,
        is_other_act=bool(_OTHER_ACT.search(bare) or _PART_OF_ACT.search(bare)),
        is_part_of_act=not _OTHER_ACT.search(bare),
        is_several=len(set(units)) < len(units),
        rest=tuple(rest),
        pair=(pair[1], pair[2]) if (pair := _PAIR.fullmatch(bare)) else None,
        is_roman=bool(romans),
        is_called=any(unit is words.Unit.CLAUSE for unit, _ in found),
    )


def _bare(name: str) -> str:
    """Return a name in small letters, with one space between words."""
    bare = " ".join(name.lower().replace("ё", "е").replace("\u00a0", " ").split()).strip(" .:;,*")
    return _ITEM_DOTTED.sub("пп ", bare)


def decimal_in(name: str) -> str:
    """Return the number that Excel writes with a comma: 10.1 of «10,1»; "" where it is a list.

    A list of clauses goes up («5,8»), so the smaller number stands second in a decimal alone.
    """
    found = _DECIMAL.fullmatch(name.strip())
    return f"{found[1]}.{found[2]}" if found and int(found[1]) > int(found[2]) else ""


def hyphen_as_point(number: str) -> str:
    """Return 10.1 for «10-1»; "" where the numbers go up, since «2-3» is a range."""
    found = re.fullmatch(r"(\d{1,3})[-–](\d{1,2})", number)
    return f"{found[1]}.{found[2]}" if found and int(found[1]) > int(found[2]) else ""


def _number(token: re.Match[str], *, is_first: bool) -> str:
    """Return the digits, with the bracket of an item: «2)», or the second of “5(2)”."""
    is_item = token["close"] and not (is_first and token[0].startswith("("))
    return token["digits"] + (")" if is_item else "")


def _unit(word: str) -> words.Unit | None:
    fits = (unit for unit, names in _UNITS if re.fullmatch(names, word))
    return next(fits, None)


def _paired(found: list[tuple[words.Unit | None, str]]) -> Iterator[tuple[words.Unit, str]]:
    """Yield each number with its unit, which stands before it or, in Kazakh, behind it.

    A number that has none is of the unit of the one before it («пункты 5 и 6»), or of the item of a
    clause where it has a bracket: «5, 2)».
    """
    free = {at: unit for at, (unit, _) in enumerate(found) if unit is not None}
    is_behind = bool(found) and found[0][0] is None and found[-1][0] is not None
    last: tuple[words.Unit, str] | None = None
    for at, (unit, number) in enumerate(found):
        if unit is not None:
            continue
        sides = (at + 1, at - 1) if is_behind else (at - 1, at + 1)
        own = next((free.pop(side) for side in sides if _is_its(found, free, at, side)), None)
        last = (_without_unit(number, last) if own is None else own, number)
        yield last


def _is_its(
    found: list[tuple[words.Unit | None, str]], free: dict[int, words.Unit], at: int, side: int
) -> bool:
    """Return whether the unit at one side is of this number, and not of the next one."""
    follows = found[side + 1][0] if side + 1 < len(found) else words.Unit.LINE
    is_of_next = side > at and follows is None and found[-1][0] is None
    return side in free and not is_of_next


def _without_unit(number: str, last: tuple[words.Unit, str] | None) -> words.Unit:
    if last is None:
        return words.Unit.CLAUSE
    is_item = number.endswith(")") and last[0] is words.Unit.CLAUSE and not last[1].endswith(")")
    return words.Unit.ITEM if is_item else last[0]
