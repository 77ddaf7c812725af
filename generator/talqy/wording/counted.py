"""Numbers with the unit that stands beside them: terms, fees, shares, and plain counts."""

import re
from fractions import Fraction

from talqy.wording.quantity import Measure, Quantity, written
from talqy.wording.said import Found, Said, unit_at
from talqy.wording.units import COUNTED, MONEY, UNIT_BEFORE


def number(text: Said, at: int) -> Found | None:
    """Read a number, with the unit that stands beside it."""
    piece = text.cut[at]
    if piece.kind != "number" or piece.value is None:
        return None
    value = written(piece.value) + (f"≠{written(piece.other)}" if piece.other is not None else "")
    return counted(text, at, value, piece.end)


def counted(text: Said, at: int, value: str, end: int) -> Found:
    """Return the number at a place, with its unit; `end` is where the number itself ends."""
    piece = text.cut[at]
    unit, said_end = unit_at(text, at + 1)
    if index := _of_the_index(text, at, unit, said_end):
        share = (piece.value or Fraction(0)) / (100 if unit == "percent" else 1)
        found = Quantity(Measure.FEE, written(share), "mci", piece.start, end, index)
        return [found], at + 1
    if unit in MONEY:
        kind = Measure.FEE
    elif unit == "percent":
        kind = Measure.SHARE
    elif unit and unit not in COUNTED:
        kind = Measure.TERM
    else:
        kind = Measure.COUNT
    if not unit and value == "90" and piece.in_words:
        return [], at + 1  # “тоқсан” alone is a quarter of a year
    turn = piece.is_ordinal or (piece.in_words and (piece.value or 0) <= 2)
    is_certain = bool(unit) or not turn
    if unit == "times" and value == "1":
        is_certain = False
    found = Quantity(
        kind=kind,
        value=value,
        unit="" if kind is Measure.COUNT else _named_before(text, at, unit),
        start=piece.start,
        end=end,
        said_end=max(end, said_end),
        is_certain=is_certain,
        in_words=piece.in_words,
        is_ordinal=piece.is_ordinal,
        disagrees=piece.other is not None,
    )
    return [found], at + 1


_OF_INDEX = {
    "ru": re.compile(
        r"\s{0,20}(?:размер\w* |от )?(?:одного |1 )?(?:месячн\w+ расчетн\w+ показател\w+|мрп\b)"
    ),
    "kk": re.compile(r"(?:айлық есептік көрсеткіш\w*|аек(?:-?т[іи]ң)?)\s*$"),
}


def _of_the_index(text: Said, at: int, unit: str, said_end: int) -> int:
    """Return where “50 % от МРП”, “АЕК-тің сегіз еселенген мөлшері” end; 0 for what is no fee."""
    is_share = not unit and 0 < (text.cut[at].value or 0) < 1
    is_part = (
        unit == "percent" or is_share or (unit == "times" and _is_manifold(text, at, said_end))
    )
    pattern = _OF_INDEX.get(text.language)
    if not is_part or pattern is None:
        return 0
    end = max(said_end, text.cut[at].end)
    if text.language == "kk":
        return end if pattern.search(text.words[: text.cut[at].start].rstrip()) else 0
    match = pattern.match(text.words, end)
    return match.end() if match else 0


_MANIFOLD = re.compile(r"\s*(?:кратн|есе)")


def _is_manifold(text: Said, at: int, said_end: int) -> bool:
    """Return whether “times” is a measure: восьмикратный, сегіз еселенген, and no “three times”."""
    return bool(_MANIFOLD.match(text.words[text.cut[at].end : said_end].lstrip("-‑")))


def _named_before(text: Said, at: int, unit: str) -> str:
    before = UNIT_BEFORE.get(text.language, {})
    if unit == "day" and at and text.cut[at - 1].text in before:
        return before[text.cut[at - 1].text]
    return unit
