"""Days as forms, spreadsheets and people write them, in Kazakh, Russian and English.

A day that could be two is no day: `10.11.26` and `11/10/2026` are left to a person; `18/11/2026` is
one, since there is no month 18.
"""

import re
from datetime import UTC, date, datetime, timedelta
from datetime import timezone as offset

from talqy.comments.form_words import local_day
from talqy.comments.months import BEGINNINGS, month_of
from talqy.wording.pieces import pieces

# Whatever ending the name of a month has, and however it is spelt: a year stands beside it.
_WORD = rf"(?P<month>(?:{BEGINNINGS})[^\W\d]*)\.?"
_YEAR, _DAY = r"(?P<year>[12]\d{3})", r"[«\"“]?(?P<day>\d{1,2})[»\"”]?"
_OF_YEAR = r"(?:\s*(?:года|год|г|жылғы|жылдың|жылы|жыл|ж)\b\.?)?"
_WEEKDAY = re.compile(
    r"^[^\W\d]+,\s+(?=\d)|^(?:mon|tue|wed|thu|fri|sat|sun)[a-z]*,?\s+"
    r"|^(?:пн|вт|ср|чт|пт|сб|вс|дс|сс|бс|жм|жс|понедельник|вторник|среда|четверг|пятница|суббота"
    r"|воскресенье|(?:дүй|сей|сәр|бей|сен|жек)сенбі|жұма)\.?\s+(?=\d)"
)
_TIME_FIRST = re.compile(r"(?P<time>\d{1,2}:\d\d(?::\d\d)?),?\s+(?P<day>.+)")
_ROMAN = ("i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix", "x", "xi", "xii")
_SHAPES = tuple(
    re.compile(shape)
    for shape in (
        rf"{_DAY}\.\s?(?P<number>\d{{1,2}})\.\s?{_YEAR}{_OF_YEAR}",
        rf"(?P<day>1[3-9]|2\d|3[01])(?P<sign>[/-])(?P<number>\d{{1,2}})(?P=sign){_YEAR}{_OF_YEAR}",
        rf"{_DAY}[.\s]\s?(?P<roman>{'|'.join(reversed(_ROMAN))})[.\s]\s?{_YEAR}{_OF_YEAR}",
        r"(?P<year>20\d\d)(?P<number>\d\d)(?P<day>\d\d)(?!\d)",
        rf"{_YEAR}[./-](?P<number>\d{{1,2}})[./-](?P<day>\d{{1,2}}){_OF_YEAR}",
        rf"{_DAY}(?:st|nd|rd|th)?[\s-]+(?:of\s+)?{_WORD},?[\s-]+{_YEAR}{_OF_YEAR}",
        rf"{_WORD}\s+{_DAY}(?:st|nd|rd|th)?,?\s+{_YEAR}",
        rf"{_YEAR}{_OF_YEAR}[\s,]*{_DAY}[\s-]+{_WORD}",
    )
)
_TIME = re.compile(
    r"(?P<hour>\d{1,2})[:.](?P<minute>\d\d)(?:[:.](?P<second>\d\d)(?:[.,]\d+)?)?"
    r"\s*(?P<half>[ap]\.?m\.?|[дп]п)?"
    r"\s*(?:\(?(?:gmt|utc|z)?(?P<zone>[+−-]\d{1,2}(?::?\d\d)?)?\)?)"
)
_BEFORE_TIME = re.compile(r"^(?:[\s,;]++(?:(?:в|сағат|at)\s*)?|t)(?=\d)")
_SERIAL = re.compile(r"([2-7]\d{4})(?:[.,]\d+)?")
_LONGEST, _MOST_DAYS = 100, 31
_FIRST = date(1899, 12, 30)  # of Excel's count


def day_of(said: str, timezone: str) -> date | None:
    """Return a day that is plainly told, with or without a time; None where it is not plain.

    `timezone` is where the authority is: a time with a zone of its own may be another day there.
    """
    bare = " ".join(said.replace("\u202f", " ").replace("\u00a0", " ").split()).lower()
    try:
        if serial := _SERIAL.fullmatch(bare):
            return _FIRST + timedelta(days=int(serial[1]))
        words = _WEEKDAY.sub("", bare).removesuffix(".")
        if first := _TIME_FIRST.fullmatch(words):
            words = f"{_WEEKDAY.sub('', first['day'])} {first['time']}"
        return _day(words, timezone) or _day(_in_figures(words), timezone)
    except (ValueError, OverflowError):
        return None


def _in_figures(words: str) -> str:
    """Return words with the day in figures («он сегізінші қараша»): the first ordinal that is one.

    A year in words stays as it is, and is not read.
    """
    for language in ("kk", "ru") if len(words) < _LONGEST else ():
        for piece in pieces(words, language):
            if piece.in_words and piece.is_ordinal and piece.value and piece.value <= _MOST_DAYS:
                return f"{words[: piece.start]}{int(piece.value)}{words[piece.end :]}"
    return words


def _day(words: str, timezone: str) -> date | None:
    for shape in _SHAPES:
        if match := shape.match(words):
            day = date(int(match["year"]), _month(match), int(match["day"]))
            return _at_home(day, words[match.end() :], timezone)
    return None


def _month(found: re.Match[str]) -> int:
    parts = found.groupdict()
    if roman := parts.get("roman"):
        return _ROMAN.index(roman) + 1
    return int(parts["number"]) if "number" in parts else month_of(parts["month"])


def _at_home(day: date, rest: str, timezone: str) -> date | None:
    """Return the day where the authority is; `rest` is what stands behind the day."""
    if not rest.strip(" ,."):
        return day
    begins = _BEFORE_TIME.match(rest)
    match = _TIME.fullmatch(rest[begins.end() :]) if begins else None
    if match is None:
        return None
    hour = _hour(int(match["hour"]), (match["half"] or "").replace(".", ""))
    moment = datetime(  # noqa: DTZ001 - its zone is put in where one is told
        day.year, day.month, day.day, hour, int(match["minute"]), int(match["second"] or 0)
    )
    return local_day(moment.replace(tzinfo=_zone(match, rest)), timezone)


def _hour(hour: int, half: str) -> int:
    """Return the hour of the day; `half` tells which half of it a clock of twelve hours means."""
    if not half:
        return hour
    if not 1 <= hour <= 12:
        raise ValueError(hour)
    return hour % 12 + (12 if half in {"pm", "пп"} else 0)


def _zone(found: re.Match[str], rest: str) -> offset | None:
    if not found["zone"]:
        return UTC if re.search(r"\d\s*(?:gmt|utc|z)$", rest) else None
    digits = found["zone"][1:].replace(":", "")
    hours, minutes = (digits[:2], digits[2:]) if len(digits) > 2 else (digits, "")
    away = timedelta(hours=int(hours), minutes=int(minutes or 0))
    return offset(away if found["zone"][0] == "+" else -away)
