"""Terms without a number: “в день обращения”, “келесі жұмыс күні”, “в течение месяца”."""

import re
from dataclasses import replace

from talqy.wording.quantity import Measure
from talqy.wording.said import Found, Said

# What is written so may be written with a number as well, so that no language is asked for it.
_CAME_IN = (
    "жүгінген|өтініш берген|өтініш берілген|түскен|келіп түскен|тіркелген|тіркеген"
    "|қабылданған|тапсырған|ұсынған"
)
_NEAREST = {
    "ru": (
        ("0", "working-day", r"в тот же (?:рабочий )?день"),
        ("0", "working-day", r"в день (?:обращения|подачи|поступления|приема|регистрации)"),
        (
            "1",
            "working-day",
            r"следующ(?:ий|его|ем|им) рабоч(?:ий|его|ем|им) (?:день|дня|дне|днем)",
        ),
        ("1", "calendar-day", r"следующ(?:ий|его|ем|им) календарн\w+ (?:день|дня|дне|днем)"),
        ("1", "hour", r"в течение часа"),
        ("1", "day-and-night", r"в течение суток"),
        ("1", "week", r"в течение недели"),
        ("1", "week", r"в недельный срок"),
        ("1", "month", r"в месячный срок"),
        ("1", "month", r"в течение (?:календарного )?месяца"),
        ("1", "quarter", r"в течение квартала"),
        ("1", "year", r"в течение (?:календарного )?года"),
        ("1", "day", r"следующ(?:ий|его|ем|им) (?:день|дня|дне|днем)"),
        *(
            ("1", unit, rf"(?:через|спустя) {after}|по (?:истечении|прошествии) {of}")
            for unit, after, of in (
                ("hour", "час", "часа"),
                ("day-and-night", "сутки", "суток"),
                ("week", "неделю", "недели"),
                ("month", "месяц", "месяца"),
                ("quarter", "квартал", "квартала"),
                ("year", "год", "года"),
            )
        ),
    ),
    "kk": (
        ("0", "working-day", r"сол күні"),
        ("0", "working-day", rf"(?:{_CAME_IN}) күні(?:нде)?"),
        ("1", "working-day", r"(?:келесі|кейінгі) жұмыс күн\w*"),
        ("1", "calendar-day", r"(?:келесі|кейінгі) күнтізбелік күн\w*"),
        ("1", "hour", r"сағат ішінде"),
        ("1", "day-and-night", r"тәулік ішінде"),
        ("1", "week", r"апта ішінде"),
        ("1", "month", r"(?:күнтізбелік )?ай ішінде"),
        ("1", "quarter", r"тоқсан ішінде"),
        ("1", "year", r"(?:күнтізбелік )?жыл ішінде"),
        ("1", "day", r"(?:келесі|кейінгі) күн(?!тіз|делік)\w*"),
        *(
            ("1", unit, rf"{name}(?:[дтн][ае]н (?:кейін|соң)| өт(?:кен соң|кеннен кейін))")
            for unit, name in (
                ("hour", "сағат"),
                ("day-and-night", "тәулік"),
                ("week", "апта"),
                ("month", "ай"),
                ("quarter", "тоқсан"),
                ("year", "жыл"),
            )
        ),
    ),
}
_READ = {
    language: [(value, unit, re.compile(rf"(?:{words})(?!\w)")) for value, unit, words in rows]
    for language, rows in _NEAREST.items()
}
_ANY = {
    language: re.compile(rf"(?:{'|'.join(words for _, _, words in rows)})(?!\w)")
    for language, rows in _NEAREST.items()
}


def _is_counted(text: Said, at: int) -> bool:
    """Return whether the words at a place are the unit of a number: үш ай ішінде."""
    before = text.cut[at - 1] if at else None
    return bool(before and (before.kind == "number" or before.text == "күнтізбелік"))


def nearest_day(text: Said, at: int) -> Found | None:
    """Read the day of the application as no days, the next day as one, “within a month” as one."""
    if text.cut[at].kind != "word" or _is_counted(text, at):
        return None
    start = text.cut[at].start
    if text.language not in _ANY or not _ANY[text.language].match(text.words, start):
        return None
    for value, unit, pattern in _READ[text.language]:
        if match := pattern.match(text.words, start):
            end = at + 1
            while end < len(text.cut) and text.cut[end].start < match.end():
                end += 1
            found = text.quantity(Measure.TERM, value, unit, at, end)
            return [replace(found, is_certain=False, is_ordinal=True)], end
    return None
