"""Words that people write into forms: codes by their names, yes and no, languages.

Kinds, authors and channels are known by their official names (`lists/codes.yaml`) and by everyday
ones (`lists/everyday.yaml`).
"""

import re
from collections.abc import Collection, Mapping
from datetime import date, datetime
from functools import cache

from talqy.comments.patterns import late
from talqy.compare.quotes import folded
from talqy.model.codes import CodeLists
from talqy.project.shipped import everyday_names
from talqy.project.zones import zone_of

UNKNOWN = "und"
"""The tag of a language that nobody has named (BCP 47)."""
_LANGUAGES = {
    **dict.fromkeys(
        ("қазақша", "қазақ", "қазақ тілі", "казахский", "каз", "қаз", "kaz", "kazakh"), "kk"
    ),
    **dict.fromkeys(("русский", "орысша", "орыс", "орыс тілі", "рус", "rus", "russian"), "ru"),
    **dict.fromkeys(("english", "английский", "ағылшынша", "ағылшын тілі", "eng"), "en"),
    **dict.fromkeys(("басқа тіл", "другой язык", "another language"), UNKNOWN),
}
# Signs of boxes that are ticked or not, and how Excel and LibreOffice write true and false.
YES = frozenset(
    (
        *("true", "yes", "y", "да", "иә", "ия", "иа", "1", "+", "✓", "✔", "☑", "✅", "v", "x"),
        *("х", "д", "checked", "ticked", "selected", "on", "отмечено", "выбрано", "белгіленген"),
        *("истина", "шын", "ақиқат", "есть", "бар", "имеется"),
    )
)
NO = frozenset(
    (
        *("", "false", "no", "n", "нет", "жоқ", "жок", "0", "-", "–", "—", "−", "☐", "✗", "✘"),
        *("unchecked", "unticked", "off", "не отмечено", "не выбрано", "белгіленбеген"),
        *("❌", "✖", "н", "ложь", "жалған", "өтірік"),
    )
)
_SIGNS = {word for word in YES | NO if word and not re.search(r"\w", word)}
# «[x]», «[ ]», «(+)»: boxes as people type them. What a box with a cross means is not plain: Word
# has it for a tick.
_BOX = late(r"[\[(]\s*([xхv✓✔+*]?)\s*[\])]", re.IGNORECASE)
_SHOWN_AS = dict.fromkeys(map(ord, "\ufe0e\ufe0f\u200d\u200b"))
CROSSED, TICKED, EMPTY_BOX = "☒", "☑", "☐"
_CROSSES = frozenset((CROSSED, "✗", "✘", "❌", "✖"))


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
    word = with_boxes(said).strip().strip(".!").strip().lower()
    if word in YES:
        return True
    return False if word in NO else None


# What people type for short beside the words: и and ж are иә and жоқ.
_TYPED = {"и": True, "ж": False}
_SPEAKS = late(rf"\w|{'|'.join(map(re.escape, sorted(_SIGNS)))}")


def typed_yes(said: str) -> bool | None:
    """Read the answer to a question, in the words of any of our languages or their first letters.

    Nothing is no answer, and neither is a sign that says nothing: «.», «()».
    """
    word = said.strip().casefold()
    if not _SPEAKS.search(word):
        return None
    return is_yes(word) if word not in _TYPED else _TYPED[word]


def with_boxes(said: str) -> str:
    """Return words with one sign for a box that is ticked, and one for a box that is not."""
    bare = said.translate(_SHOWN_AS)
    return _BOX.sub(lambda box: TICKED if box[1] else EMPTY_BOX, bare)


def told_by_others(said: str, others: Collection[str]) -> str:
    """Return an answer of a column; a cross says no only where others in it have ticks or a yes.

    Beside empty boxes and no ticks a crossed box is ticked; any other cross says nothing plain.
    """
    if with_boxes(said).strip() not in _CROSSES:
        return said
    if any(map(is_yes, others)):
        return said
    return TICKED if said.strip() == CROSSED and EMPTY_BOX in map(with_boxes, others) else CROSSED


def plain(words: str) -> str:
    """Return words in the form in which names are compared."""
    return folded(" ".join(words.split())).strip(" .,;:!*")


def local_day(moment: datetime, timezone: str) -> date:
    """Return the day of a moment where the authority is; without a zone it is told there."""
    return (moment.astimezone(zone_of(timezone)) if moment.tzinfo else moment).date()
