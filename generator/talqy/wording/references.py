"""References to parts of acts: пункт 3, 3-тармақ, часть первая, 2) тармақшасы."""

from dataclasses import replace
from fractions import Fraction

from talqy.wording.quantity import Measure, Quantity, written
from talqy.wording.said import Found, Said, unit_at
from talqy.wording.units import part_of_act

_AND = (",", "и", "или", "және", "немесе", "мен", "–", "-")
_LONGEST_RANGE = 100
_NEEDS_STOP = frozenset({"п", "пп", "ст", "ч", "т", "тт"})


def opens_reference(word: str, language: str) -> bool:
    """Return whether a word may begin a reference: it names a part of an act, ahead of numbers."""
    return language != "kk" and part_of_act(word, language) is not None


def after_its_name(text: Said, at: int) -> Found | None:
    """Read references after the name of a part: пункт 3, подпункты 1) и 2), часть первая."""
    unit = part_of_act(text.word(at), text.language)
    if unit is None or not opens_reference(text.word(at), text.language):
        return None
    end = at + 1
    if text.cut[at].text in _NEEDS_STOP:
        if not text.is_word(end, "."):
            return None
        end += 1
    found, end = _listed(text, end, unit)
    return (found, end) if found else None


def before_its_name(text: Said, at: int) -> Found | None:
    """Read references before the name of a part: 3 және 4-тармақтар, 2) тармақшасы."""
    if text.cut[at].kind != "number":
        return None
    found, end = _listed(text, at, "")
    last = text.cut[end - 1]
    is_roman = last.text.isalpha() and not last.in_words
    is_named = last.is_ordinal or last.text in {")", "-"} or text.is_word(end, "-", "‑") or is_roman
    unit = part_of_act(text.word(end + text.is_word(end, "-", "‑")), text.language)
    if not found or not unit or not is_named:
        return None
    if text.language == "ru" and not (last.is_ordinal or is_roman):
        return None
    return [replace(one, unit=unit) for one in found], end + 1 + text.is_word(end, "-", "‑")


def _listed(text: Said, at: int, unit: str) -> Found:
    """Read numbers in a row: “3, 4 и 5”, “1) и 2)”, “2-1”."""
    found: list[Quantity] = []
    end = at
    while at < len(text.cut) and text.cut[at].kind == "number":
        behind = at + 1
        value = text.cut[at].text if not text.cut[at].in_words else ""
        value = written(text.cut[at].value or Fraction(0))
        while (
            text.is_word(behind, "-")
            and behind + 1 < len(text.cut)
            and text.cut[behind + 1].kind == "number"
            and text.cut[behind].start == text.cut[behind - 1].end
            and text.cut[behind + 1].start == text.cut[behind].end
        ):
            value += "-" + written(text.cut[behind + 1].value or Fraction(0))
            behind += 2
        if found and unit_at(text, behind).name:
            break
        behind += text.is_word(behind, ")")
        if last := _last_of_range(text, behind, value):
            value, behind = f"{value}-{last[0]}", last[1]
        found.append(text.quantity(Measure.REFERENCE, value, unit, at, behind))
        end = behind
        if not text.is_word(behind, *_AND):
            break
        at = behind + 1 + text.is_word(behind + 1, *_AND)
    return found, end


def _last_of_range(text: Said, at: int, first: str) -> tuple[str, int] | None:
    """Read the end of “1 – 3”, “1)-3)”, and where it ends: one value, as “1-3” is."""
    last = text.number(at + 1, 1, 9999)
    if last is None or not text.is_word(at, "-", "–", "—"):
        return None
    if not first.isdecimal() or int(first) >= last or unit_at(text, at + 2).name:
        return None
    return str(last), at + 2 + text.is_word(at + 2, ")")


def numbers_of_range(value: str) -> list[str]:
    """Return the numbers that “1-3” reaches over; of any other number itself alone."""
    first, _, last = value.partition("-")
    if not (first.isdecimal() and last.isdecimal() and 0 < int(last) - int(first) < _LONGEST_RANGE):
        return [value]
    return [str(number) for number in range(int(first), int(last) + 1)]
