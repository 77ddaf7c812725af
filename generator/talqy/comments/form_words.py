"""Words that people write into forms: codes by their names, yes and no, days, languages.

A day that could be two is no day.
"""

import re
from collections.abc import Mapping, Sequence
from datetime import date, datetime, timedelta
from zoneinfo import ZoneInfo

from talqy.compare.quotes import folded
from talqy.model.codes import CodeLists

_HABITS: Mapping[str, Mapping[str, str]] = {
    "comment-kind": {
        # The law's two words for what people send in: a remark and a proposal.
        **dict.fromkeys(("замечание", "ескертпе", "ескерту", "remark"), "change"),
        **dict.fromkeys(("предложение", "ұсыныс", "proposal"), "change"),
    },
    "author-kind": {
        **dict.fromkeys(("физлицо", "физ. лицо", "гражданин", "азамат"), "individual"),
        **dict.fromkeys(("юрлицо", "юр. лицо", "организация", "ұйым"), "legal-entity"),
        **dict.fromkeys(("ип", "жк", "индивидуальный предприниматель"), "entrepreneur"),
        **dict.fromkeys(("госорган", "гос. орган"), "state-body"),
    },
    "comment-channel": {
        **dict.fromkeys(("сайт", "портал", "портал арқылы"), "web"),
        **dict.fromkeys(("почта", "e-mail", "электронная почта", "электрондық пошта"), "email"),
        **dict.fromkeys(("бумага", "письмо", "хат", "қағаз"), "paper"),
        **dict.fromkeys(("прием", "личный прием", "қабылдау"), "counter"),
    },
}
_LANGUAGES = {
    **dict.fromkeys(("қазақша", "қазақ", "қазақ тілі", "казахский", "каз", "қаз", "kaz"), "kk"),
    **dict.fromkeys(("русский", "орысша", "орыс", "орыс тілі", "рус", "rus"), "ru"),
    **dict.fromkeys(("english", "английский", "ағылшынша", "eng"), "en"),
}
_YES = frozenset({"true", "yes", "y", "да", "иә", "ия", "1", "+", "✓", "v", "согласен", "согласна"})
_NO = frozenset({"", "false", "no", "n", "нет", "жоқ", "0", "-", "–"})
_YES_TOO = frozenset({"келісемін", "бар", "есть", "x", "х"})
_DOTTED = re.compile(
    r"(\d{1,2})\.(\d{1,2})\.(\d{4})(?:\s*(?:г\.?|ж\.?)|[ ,]+\d{1,2}:\d\d(?::\d\d)?)?"
)
_SERIAL = re.compile(r"([2-7]\d{4})(?:\.\d+)?")
_FIRST = date(1899, 12, 30)  # of Excel's count
_OF_KAZAKH = re.compile(r"[әғқңөұүһі]", re.IGNORECASE)
_CYRILLIC, _LATIN = re.compile(r"[\u0400-\u04ff]"), re.compile(r"[A-Za-z]")
_ADDRESS = re.compile(r"(?:https?://|www\.)\S+")
# Kazakh has letters that Russian lacks: from this share on a text is Kazakh.
_LEAST_KAZAKH = 0.08
_ENOUGH = 40


def code_of(name: str, said: str, codes: CodeLists) -> str:
    """Return the code of a list that is meant: by itself, or by a name; else what was said."""
    wanted = _plain(said)
    if said in codes.codes(name):
        return said
    for code in codes.codes(name):
        if wanted in map(_plain, codes.named(name, code).values()):
            return code
    habits = {_plain(word): code for word, code in _HABITS.get(name, {}).items()}
    return habits.get(wanted, said)


def language_of(said: str) -> str:
    """Return the tag of a language that is named in words; else what was said."""
    return _LANGUAGES.get(said.strip().lower(), said)


def language_told(text: str, languages: Sequence[str]) -> str:
    """Tell Kazakh from Russian by its own letters; return nothing where neither is plain."""
    cyrillic, _, kazakh = _letters(text)
    if not cyrillic:
        return ""
    told = "kk" if kazakh > _LEAST_KAZAKH * cyrillic else "ru"
    return told if told in languages else ""


def is_other_language(text: str, language: str) -> bool:
    """Return whether a text is hardly in its language; of a short one nobody can tell."""
    cyrillic, latin, kazakh = _letters(text)
    if language not in ("kk", "ru") or cyrillic + latin < _ENOUGH:
        return False
    if latin > cyrillic:
        return True
    return kazakh == 0 if language == "kk" else kazakh > _LEAST_KAZAKH * cyrillic


def _letters(text: str) -> tuple[int, int, int]:
    """Count the letters of Cyrillic, of Latin, and those that Kazakh alone has."""
    text = _ADDRESS.sub("", text)
    return tuple(len(of.findall(text)) for of in (_CYRILLIC, _LATIN, _OF_KAZAKH))  # type: ignore[return-value]


def is_yes(said: str) -> bool | None:
    """Read yes or no; None where it is neither."""
    word = said.strip().lower()
    if word in _YES | _YES_TOO:
        return True
    return False if word in _NO else None


def _plain(words: str) -> str:
    return folded(words).strip(" .")


def day_of(said: str, timezone: str) -> date | None:
    """Read a day: `2026-11-20` with or without a time, `20.11.2026`, or Excel's count of days."""
    words = said.strip()
    try:
        if dotted := _DOTTED.fullmatch(words):
            return date(int(dotted[3]), int(dotted[2]), int(dotted[1]))
        if serial := _SERIAL.fullmatch(words):
            return _FIRST + timedelta(days=int(serial[1]))
        return local_day(datetime.fromisoformat(words), timezone) if words[4:5] == "-" else None
    except (ValueError, OverflowError):
        return None


def local_day(moment: datetime, timezone: str) -> date:
    """Return the day of a moment where the authority is; without a zone it is told there."""
    return (moment.astimezone(ZoneInfo(timezone)) if moment.tzinfo else moment).date()
