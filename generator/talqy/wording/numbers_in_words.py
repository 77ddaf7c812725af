"""Numbers that are written in words, put together from their numerals."""

from collections.abc import Iterator, Mapping
from fractions import Fraction
from typing import NamedTuple

from talqy.wording.numeral_forms import NUMERALS, NumberWord
from talqy.wording.token import Token

_INSTRUMENTAL_SEVEN = "семью"
Table = Mapping[str, NumberWord]


class _Sum(NamedTuple):
    """A number, where it ends, and the last numeral of it; None where there is none."""

    value: Fraction
    end: int
    last: NumberWord | None


def numbers_in_words(cut: list[Token], language: str) -> Iterator[Token]:
    """Put one number in the place of the words that say it; figures may stand before “тысяч”."""
    table = NUMERALS.get(language)
    if table is None:
        yield from cut
        return
    at = 0
    while at < len(cut):
        found = _read(cut, at, table, language) if _may_begin(cut, at, table) else None
        if found and found.last:
            yield _joined(cut[at : found.end], found)
            at = found.end
        else:
            yield cut[at]
            at += 1


def _may_begin(cut: list[Token], at: int, table: Table) -> bool:
    """Return whether a number in words may begin here: with a numeral, or with figures before one.

    Most words of a text are neither, and are not read further.
    """
    behind = at + (cut[at].kind == "number")
    return behind < len(cut) and _numeral(cut, behind, table) is not None


def _read(cut: list[Token], at: int, table: Table, language: str) -> _Sum:
    found = _summed(cut, at, table, language)
    if found.last is None:
        return found
    value, end = _PARTS_OF[language](cut, found, table)
    return _Sum(value, end, found.last)


def _joined(words: list[Token], found: _Sum) -> Token:
    return Token(
        "number",
        " ".join(piece.text for piece in words),
        words[0].start,
        words[-1].end,
        found.value,
        is_ordinal=bool(found.last and found.last.is_ordinal),
        in_words=words[0].kind == "word",
    )


_HUNDRED, _THOUSAND = 100, 1000


def _summed(cut: list[Token], at: int, table: Table, language: str) -> _Sum:
    """Add up numerals as long as each is smaller than the one before: двадцать пять, жүз он бес."""
    total, group, room = Fraction(0), Fraction(0), _THOUSAND
    scale: Fraction | None = None
    end, last = at, None
    if cut[at].kind == "number" and cut[at].value is not None:
        group, end, room = cut[at].value or Fraction(0), at + 1, 0
    while end < len(cut) and (numeral := _numeral(cut, end, table)):
        value = numeral.value
        if value >= _THOUSAND and (scale is None or value < scale) and (group or end == at):
            total, group, room, scale = total + (group or 1) * value, Fraction(0), _THOUSAND, value
        elif value == _HUNDRED and language == "kk" and 1 <= group < 10:  # бір жүз, екі жүз
            group, room = group * _HUNDRED, _HUNDRED
        elif 0 < value < room and value.denominator == 1:
            group, room = group + value, _room(value, language)
        elif end == at:
            group, room = value, 0
        else:
            break
        end, last = end + 1, numeral
        if numeral.is_ordinal or numeral.is_from:
            break
    return _Sum(total + group, end, last)


def _room(value: Fraction, language: str) -> int:
    """Return below what the next numeral must be to belong to the same number."""
    if value >= _HUNDRED:
        return _HUNDRED
    return 10 if value >= 20 or (value == 10 and language == "kk") else 0


def _numeral(cut: list[Token], at: int, table: Table) -> NumberWord | None:
    piece = cut[at]
    if piece.kind != "word":
        return None
    if piece.text == _INSTRUMENTAL_SEVEN:
        behind = cut[at + 1 : at + 2]
        if behind and behind[0].text.endswith("ми"):
            return NumberWord(Fraction(7))  # “в семью” is no number
    return table.get(piece.text)


# --- parts ----------------------------------------------------------------------------------------

_Part = tuple[Fraction, int]
_HALF = Fraction(1, 2)
_PART_ENDINGS = ("ая", "ой", "ую", "ых", "ым", "ми", "ьи", "их", "ья", "ью", "ей")
_NOUNS = ("трет", "четверт")


def _russian_part(cut: list[Token], read: _Sum, table: Table) -> _Part:
    """Read on in “два с половиной”, “ноль целых пять десятых”, “две трети”, “одна вторая”."""
    value, end, last = read
    words = [piece.text for piece in cut[end : end + 2]]
    if not words or (last and last.is_ordinal):
        return value, end
    if words == ["с", "половиной"]:
        return value + _HALF, end + 2
    if words[0].startswith("цел"):
        return _russian_tenths(cut, read, table)
    low = table.get(words[0])
    is_part = low and (low.is_ordinal or words[0].startswith(_NOUNS))
    if not low or not is_part or not words[0].endswith((*_PART_ENDINGS, "ть", "ти")):
        return value, end
    share = low.value if low.value < 1 else 1 / low.value
    return (value * share, end + 1) if value * share < 1 else (value, end)


def _russian_tenths(cut: list[Token], read: _Sum, table: Table) -> _Part:
    at = read.end + 1 + (cut[read.end + 1 : read.end + 2] != [] and cut[read.end + 1].text == "и")
    if at < len(cut):
        high, end, last = _summed(cut, at, table, "ru")
        low = table.get(cut[end].text) if last and end < len(cut) else None
        if low and low.is_ordinal:
            return read.value + high / low.value, end + 1
    return read.value, read.end


def _kazakh_part(cut: list[Token], read: _Sum, table: Table) -> _Part:
    """Read on in “бір жарым”, “нөл бүтін оннан бес”, “үштен екі”."""
    value, end, last = read
    words = [piece.text for piece in cut[end : end + 3]]
    if words[:1] == ["жарым"]:
        return value + _HALF, end + 1
    low = table.get(words[1]) if len(words) > 2 and words[0] == "бүтін" else None
    if low and low.is_from:
        high, behind, numeral = _summed(cut, end + 2, table, "kk")
        return (value + high / low.value, behind) if numeral else (value, end)
    high_word = table.get(words[0]) if words and last and last.is_from else None
    if high_word and high_word.is_plain and not high_word.is_ordinal and high_word.value < value:
        return high_word.value / value, end + 1
    return value, end


_PARTS_OF = {"ru": _russian_part, "kk": _kazakh_part}
