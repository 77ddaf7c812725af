"""Terms without a number: “в день обращения”, “келесі жұмыс күні”."""

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
        ("1", "day", r"следующ(?:ий|его|ем|им) (?:день|дня|дне|днем)"),
    ),
    "kk": (
        ("0", "working-day", r"сол күні"),
        ("0", "working-day", rf"(?:{_CAME_IN}) күні(?:нде)?"),
        ("1", "working-day", r"(?:келесі|кейінгі) жұмыс күн\w*"),
        ("1", "calendar-day", r"(?:келесі|кейінгі) күнтізбелік күн\w*"),
        ("1", "day", r"(?:келесі|кейінгі) күн(?!тіз|делік)\w*"),
    ),
}
_READ = {
    language: [(value, unit, re.compile(rf"(?:{words})(?!\w)")) for value, unit, words in rows]
    for language, rows in _NEAREST.items()
}


def nearest_day(text: Said, at: int) -> Found | None:
    """Read the day of the application as a term of no days, and the day after it as one of one."""
    if text.cut[at].kind != "word":
        return None
    for value, unit, pattern in _READ.get(text.language, ()):
        if match := pattern.match(text.words, text.cut[at].start):
            end = at + 1
            while end < len(text.cut) and text.cut[end].start < match.end():
                end += 1
            found = text.quantity(Measure.TERM, value, unit, at, end)
            return [replace(found, is_certain=False, is_ordinal=True)], end
    return None
