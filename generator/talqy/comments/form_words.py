"""Words that people write into forms: codes by their names, yes and no, languages.

Kinds, authors and channels are known by their official names (`lists/codes.yaml`) and by everyday
ones (`lists/everyday.yaml`).
"""

from collections.abc import Mapping
from datetime import date, datetime
from functools import cache
from zoneinfo import ZoneInfo

from talqy.compare.quotes import folded
from talqy.model.codes import CodeLists
from talqy.project.shipped import everyday_names

_LANGUAGES = {
    **dict.fromkeys(("қазақша", "қазақ", "қазақ тілі", "казахский", "каз", "қаз", "kaz"), "kk"),
    **dict.fromkeys(("русский", "орысша", "орыс", "орыс тілі", "рус", "rus"), "ru"),
    **dict.fromkeys(("english", "английский", "ағылшынша", "eng"), "en"),
}
# Signs of boxes that are ticked or not, and how Excel and LibreOffice write true and false.
YES = frozenset(
    (
        *("true", "yes", "y", "да", "иә", "ия", "1", "+", "✓", "✔", "☑", "✅", "v", "x", "х"),
        *("истина", "шын", "ақиқат", "есть", "бар", "имеется"),
    )
)
NO = frozenset(
    (
        *("", "false", "no", "n", "нет", "жоқ", "0", "-", "–", "—", "☐", "✗", "✘", "❌", "☒"),
        *("ложь", "жалған", "өтірік"),
    )
)


def code_of(name: str, said: str, codes: CodeLists) -> str:
    """Return the code of a list that is meant: by itself, or by a name; else what was said."""
    wanted = plain(said)
    if (code := said.strip().lower()) in codes.codes(name):
        return code
    for code in codes.codes(name):
        if wanted in map(plain, codes.named(name, code).values()):
            return code
    return _everyday(name).get(wanted, said)


@cache
def _everyday(name: str) -> Mapping[str, str]:
    codes = everyday_names().get(name, {})
    return {plain(word): code for code, names in codes.items() for word in names}


def language_of(said: str) -> str:
    """Return the tag of a language that is named in words; else what was said."""
    return _LANGUAGES.get(said.strip().lower(), said)


def is_yes(said: str) -> bool | None:
    """Read yes or no; None where it is neither."""
    word = said.strip().strip(".!").lower()
    if word in YES:
        return True
    return False if word in NO else None


def plain(words: str) -> str:
    """Return words in the form in which names are compared."""
    return folded(" ".join(words.split())).strip(" .,;:!*")


def local_day(moment: datetime, timezone: str) -> date:
    """Return the day of a moment where the authority is; without a zone it is told there."""
    return (moment.astimezone(ZoneInfo(timezone)) if moment.tzinfo else moment).date()
