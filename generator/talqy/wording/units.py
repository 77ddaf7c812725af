"""Words that stand beside numbers: units of time and money, months, parts of acts."""

import re
from collections.abc import Mapping, Sequence
from functools import lru_cache


def _table(rows: Mapping[str, str]) -> Sequence[tuple[str, re.Pattern[str]]]:
    return tuple((name, re.compile(rf"(?:{pattern})(?!\w)")) for name, pattern in rows.items())


# Looked for where a number ends, in this order; “календарных” may stand before “рабочих” and so on.
UNITS = {
    "ru": _table(
        {
            "mci": r"месячн\w+ расчетн\w+ показател\w+|мрп",
            "minimum-wage": r"минимальн\w+ (?:размер\w+ )?заработн\w+ плат\w+|мзп",
            "tenge": r"тенге|₸|kzt",
            "percent": r"%|процент\w*",
            "working-day": r"рабоч\w+ (?:дн\w+|день|сут\w+)",
            "calendar-day": r"календарн\w+ (?:дн\w+|день|сут\w+)",
            "banking-day": r"банковск\w+ (?:дн\w+|день)",
            "day-and-night": r"сут(?:ки|ок|кам|ками|ках)|суточн\w+",
            "day": r"дн(?:я|ей|ю|ем|е|и|ям|ями|ях)|день|дневн\w+",
            "week": r"недел\w+",
            "month": r"календарн\w+ месяц\w*|месяц\w*|месячн\w+",
            "quarter": r"квартал\w*",
            "year": r"год(?:а|у|ом|е|ы|ов|ам|ами|ах|и\w{1,2})?|лет|летн\w+|годичн\w+|годов\w+",
            "hour": r"(?:рабоч\w+ )?час(?:а|ов|у|ом|е|ы|ам|ами|ах)?|часов\w+",
            "minute": r"минут\w*|мин",
            "times": r"раз(?:а)?|кратн\w+",
            "copies": r"экземпляр\w*|копи[июяей]\w*",
        }
    ),
    "kk": _table(
        {
            "mci": r"(?:еселенген )?айлық есептік көрсеткіш\w*|аек\w*",
            "minimum-wage": r"(?:ең төменгі жалақы|ең төмен жалақы|жалақының ең төмен\w*)\w*",
            "tenge": r"теңге\w*|₸|kzt",
            "percent": r"%|пайыз\w*|процент\w*",
            "working-day": r"жұмыс күн\w*",
            "calendar-day": r"күнтізбелік (?:күн|тәулі)\w*",
            "banking-day": r"банк(?:тік|тің)? (?:жұмыс )?күн\w*",
            "day-and-night": r"тәулі[кг]\w*",
            "day": r"күн(?!тіз|делік|гей|шығ)\w*",
            "week": r"апта\w*",
            "month": r"(?:күнтізбелік )?ай(?:ы\w*|дың|ға|да|дан|ды|лық\w*|мен)?(?! есептік)",
            "quarter": r"тоқсан\w*",
            "year": r"жыл\w*|жас(?:қа|тан|та|ты|тағы|ына|ынан|ында|ы|ар|пен|тың)?",
            "hour": r"(?:жұмыс )?сағат\w*",
            "minute": r"минут\w*|мин",
            "times": r"рет\w{0,4}|есе(?:ленген|дей|ден|ге)?",
            "copies": r"дана\w*|көшірме\w*",
        }
    ),
}
# A word before the number that belongs to the unit after it: күнтізбелік 30 (отыз) күн.
UNIT_BEFORE = {
    "ru": {"календарных": "calendar-day", "рабочих": "working-day"},
    "kk": {"күнтізбелік": "calendar-day", "жұмыс": "working-day", "банктік": "banking-day"},
}

MONEY = frozenset({"mci", "minimum-wage", "tenge"})
COUNTED = frozenset({"percent", "times", "copies"})

_MONTHS = {
    "ru": "январ феврал март апрел ма июн июл август сентябр октябр ноябр декабр",
    "kk": "қаңтар ақпан наурыз сәуір мамыр маусым шілде тамыз қыркүйек қазан қараша желтоқсан",
}
_MONTH_ENDINGS = {
    "ru": "(?:[ьйяюе]|а|у|ем|ом)?",
    "kk": r"(?:\w{0,7})?",
}
_SOFTENED = {"қыркүйек": "қыркүйе[кг]", "мамыр": "мамыр", "ма": "ма[йяюе]"}
MONTHS = {
    language: tuple(
        re.compile(_SOFTENED.get(stem, stem) + _MONTH_ENDINGS[language]) for stem in stems.split()
    )
    for language, stems in _MONTHS.items()
}
YEAR = {
    "ru": re.compile(r"(?:года|году|год|годом|годы|годов|г)(?!\w)"),
    "kk": re.compile(r"жыл\w*|ж(?!\w)"),
}

# Parts of acts: what a number beside one of these names is a reference.
PARTS = {
    "ru": {
        "subparagraph": r"подпункт\w*|пп",
        "paragraph": r"пункт(?:а|у|ом|е|ы|ов|ам|ами|ах)?|п",
        "article": r"стать\w+|статей|ст",
        "part": r"част(?:ь|и|ью|ей|ям|ями|ях)|ч",
        "indent": r"абзац\w*",
        "chapter": r"глав(?:а|ы|е|у|ой)",
        "section": r"раздел\w*",
        "division": r"параграф\w*",
        "annex": r"приложени\w+",
        "line": r"строк(?:а|и|е|у|ой|ах)",
    },
    "kk": {
        "subparagraph": r"тармақша\w*|тт",
        "paragraph": r"тарма[қғ](?!ша)\w*|т",
        "article": r"ба[пб](?:ы\w*|тың|қа|та|тан|пен|тар\w*)?",
        "part": r"бөлі[кг](?!т)\w*",
        "indent": r"абзац\w*",
        "chapter": r"тарау\w*",
        "section": r"бөлім\w*",
        "division": r"параграф\w*",
        "annex": r"қосымша\w*",
        "line": r"жол(?:ы|ында|дың|да|ының)?",
    },
}
_NAMED = {
    language: tuple((name, re.compile(pattern)) for name, pattern in rows.items())
    for language, rows in PARTS.items()
}
_KEPT_WORDS = 65_536  # a text says few words, and says them often


@lru_cache(_KEPT_WORDS)
def part_of_act(word: str, language: str) -> str | None:
    """Return which part of an act a word names: “article” for “статьи”; None for any other."""
    rows = _NAMED.get(language, ())
    return next((name for name, pattern in rows if pattern.fullmatch(word)), None)


@lru_cache(_KEPT_WORDS)
def month_named(word: str, language: str) -> int | None:
    """Return the number of the month that a word names, 1 to 12; None for any other word."""
    months = enumerate(MONTHS[language], 1)
    return next((number for number, pattern in months if pattern.fullmatch(word)), None)
