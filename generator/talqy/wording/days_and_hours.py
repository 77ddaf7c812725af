"""Days, hours and phones, and the numbers of acts: what is written in many ways."""

import re
from fractions import Fraction

from talqy.wording.counted import counted
from talqy.wording.quantity import Measure, written
from talqy.wording.said import Found, Said, unit_at
from talqy.wording.units import COUNTED, MONEY, MONTHS, YEAR, month_named


def as_written(text: Said, at: int) -> Found | None:
    """Read a day, a phone or the number of an act, in figures."""
    piece = text.cut[at]
    said = piece.text
    match piece.kind:
        case "date" if "." in said:
            day, month, year = said.split(".")
            value = f"{year}-{int(month):02}-{int(day):02}"
            return [text.quantity(Measure.DATE, value, "", at, at + 1)], at + 1
        case "date":
            return [text.quantity(Measure.DATE, said, "", at, at + 1)], at + 1
        case "phone":
            digits = re.sub(r"\D", "", said)
            value = "7" + digits[1:] if len(digits) == 11 else digits
            return [text.quantity(Measure.PHONE, value, "", at, at + 1)], at + 1
        case "act":
            value = re.sub(r"^[№n]\s*", "", said)
            return [text.quantity(Measure.REFERENCE, value, "act", at, at + 1)], at + 1
    return None


# --- hours ----------------------------------------------------------------------------------------

_BEFORE_HOURS = ("с", "до", "по", "от", "в", "сағат", "-", "–", "—")
_NO_HOURS = frozenset({*MONEY, *COUNTED})


def hour(text: Said, at: int) -> Found | None:
    """Read an hour; “9.00” is one beside words of time, and a number where a unit follows."""
    piece = text.cut[at]
    if piece.kind == "word" and not opens_hour(piece.text, text.language):
        return None
    if piece.kind != "time":
        return _to_the_minute(text, at) or _whole_hours(text, at)
    hour, minute = re.split(r"[.:]", piece.text)
    is_alone = text.cut[at].end - text.cut[at].start == len(piece.text)
    beside = text.is_word(at - 1, *_BEFORE_HOURS) or not is_alone or _is_hour(text, at + 1)
    if ":" in piece.text or (beside and unit_at(text, at + 1).name not in _NO_HOURS):
        value = f"{int(hour):02}:{minute}"
        return [text.quantity(Measure.TIME, value, "", at, at + 1)], at + 1
    value = written(Fraction(f"{hour}.{minute}"))
    return counted(text, at, value, piece.end)


def _is_hour(text: Said, at: int) -> bool:
    if text.is_word(at, "-", "–", "—"):
        return at + 1 < len(text.cut) and text.cut[at + 1].kind == "time"
    return unit_at(text, at).name == "hour"


_OPENS_AN_HOUR = ("с", "до", "в", "по", "к", "сағат")
_OF_THE_CLOCK = re.compile(r"минут(?:тан|қа|та|т[ае]н)")
_EARLY = 7  # “2 часа 30 минут” is how long


def _to_the_minute(text: Said, at: int) -> Found | None:
    """Read an hour with its minutes in words: с 9 часов 00 минут, 18 сағат 30 минутқа дейін."""
    hours, minutes = text.number(at, 0, 24), at + 2
    minute = text.number(minutes, 0, 59)
    if hours is None or minute is None or unit_at(text, at + 1).name != "hour":
        return None
    if unit_at(text, minutes + 1).name != "minute":
        return None
    is_opened = text.is_word(at - 1, *_OPENS_AN_HOUR) or text.matches(minutes + 1, _OF_THE_CLOCK)
    if not text.cut[minutes].text.startswith("0") and not (is_opened and hours >= _EARLY):
        return None
    value = f"{hours:02}:{minute:02}"
    return [text.quantity(Measure.TIME, value, "", at, minutes + 2)], minutes + 2


# A part of the day beside an hour: девять часов утра, шести вечера, таңғы (сағат) тоғыздан.
_PARTS_OF_DAY = {
    "ru": {"утра": 0, "дня": 12, "вечера": 12, "ночи": 0},
    "kk": {
        **dict.fromkeys(("таңғы", "таңертеңгі", "түнгі"), 0),
        **dict.fromkeys(("түскі", "күндізгі", "кешкі"), 12),
    },
}
_HALF_A_DAY = 12
_HOURS_ALONE = ("час", "часа", "часу")  # часа дня
_FIRST_OF_HOURS = {"ru": "с", "kk": "сағат"}
# The words that may begin an hour, but for numbers.
_OPENING = {
    "ru": frozenset({*_HOURS_ALONE, _FIRST_OF_HOURS["ru"]}),
    "kk": frozenset({*_PARTS_OF_DAY["kk"], _FIRST_OF_HOURS["kk"]}),
}


def opens_hour(word: str, language: str) -> bool:
    """Return whether a word may begin an hour."""
    return word in _OPENING.get(language, ())


def opens_day(word: str, language: str) -> bool:
    """Return whether a word may begin a day: it names a month."""
    return language in MONTHS and month_named(word, language) is not None


def _hour_at(text: Said, at: int) -> int | None:
    """Return the hour at a place; “бірге” is “together”, but for where an hour is told."""
    if text.language == "kk" and text.is_word(at, "бірге", "бірден", "бірде"):
        return 1
    return text.number(at, 0, 24)


def _hour_of_a_part(text: Said, at: int) -> Found | None:
    """Read an hour that is told by the part of the day; in the evening six are eighteen."""
    parts = _PARTS_OF_DAY.get(text.language, {})
    if text.is_word(at, *_HOURS_ALONE) and text.is_word(at + 1, "дня", "ночи"):
        alone = "13:00" if text.is_word(at + 1, "дня") else "01:00"
        return [text.quantity(Measure.TIME, alone, "", at, at + 1)], at + 2
    number = at + 1 + text.is_word(at + 1, "сағат") if text.language == "kk" else at
    if (said := _hour_at(text, number)) is None:
        return None
    is_hour = unit_at(text, number + 1).name == "hour"
    if text.language == "kk":
        named, end = at, number + 1
        is_hour = not is_hour  # “түскі бір сағат” is how long
    else:
        named = at + 1 + is_hour
        end = named + 1
    if not text.is_word(named, *parts):
        return None
    if not is_hour and not text.is_word(named, "утра", "вечера"):
        return None  # “3 дня” is a term, “3 часа дня” an hour
    later = parts[text.cut[named].text] if said < _HALF_A_DAY else 0
    return [text.quantity(Measure.TIME, f"{said + later:02}:00", "", number, number + 1)], end


def _whole_hours(text: Said, at: int) -> Found | None:
    """Read hours without minutes: с 9 до 18 часов, сағат 9-дан 18-ге дейін."""
    if found := _hour_of_a_part(text, at):
        return found
    opening = _FIRST_OF_HOURS.get(text.language)
    if opening is None or not text.is_word(at, opening):
        return None
    first = _hour_at(text, at + 1)
    if first is None or _to_the_minute(text, at + 1):
        return None
    said = text.quantity(Measure.TIME, f"{first:02}:00", "", at + 1, at + 2)
    last, end = (_last_hour_kk if text.language == "kk" else _last_hour_ru)(text, at + 2)
    return ([said, *last], end) if last or text.language == "kk" else None


def _last_hour_kk(text: Said, at: int) -> Found:
    last = _hour_at(text, at)
    if last is None or not text.is_word(at + 1, "дейін"):
        return [], at
    return [text.quantity(Measure.TIME, f"{last:02}:00", "", at, at + 1)], at + 1


def _last_hour_ru(text: Said, at: int) -> Found:
    at += unit_at(text, at).name == "hour"
    last = text.number(at + 1, 0, 24)
    if last is None or not text.is_word(at, "до") or unit_at(text, at + 2).name != "hour":
        return [], at
    found = [text.quantity(Measure.TIME, f"{last:02}:00", "", at + 1, at + 2)], at + 3
    return _to_the_minute(text, at + 1) or found


# --- days -----------------------------------------------------------------------------------------

_FIRST_YEAR, _LAST_YEAR = 1900, 2100


def day(text: Said, at: int) -> Found | None:
    """Read a day, a month or a year in words."""
    if text.language not in MONTHS:
        return None
    if text.cut[at].kind == "word" and not opens_day(text.cut[at].text, text.language):
        return None
    start, year, month, day = at, None, None, None
    if text.matches(at, YEAR[text.language]):
        return None
    if (year := text.number(at, _FIRST_YEAR, _LAST_YEAR)) and text.matches(
        at + 1, YEAR[text.language]
    ):
        at += 2 + text.is_word(at + 2, ".")
        if text.language == "ru":
            return [text.quantity(Measure.DATE, str(year), "", start, at)], at
    else:
        year = None
    marks = ("«", "»", '"', "“", "”")
    inner = at + text.is_word(at, *marks)
    if (number := text.number(inner, 1, 31)) and (
        month := month_named(text.word(inner + 1 + text.is_word(inner + 1, *marks)), text.language)
    ):
        day, at = number, inner + 2 + text.is_word(inner + 1, *marks)
    elif month := month_named(text.word(at), text.language):
        at += 1
    if month and not year and (year := text.number(at, _FIRST_YEAR, _LAST_YEAR)):
        at += 1 + text.matches(at + 1, YEAR[text.language])
    if not year and not day:
        return None
    parts = (
        f"{year:04}" if year else "-",
        f"{month:02}" if month else "",
        f"{day:02}" if day else "",
    )
    return [text.quantity(Measure.DATE, "-".join(filter(None, parts)), "", start, at)], at
