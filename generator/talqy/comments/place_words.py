"""What the places of a text are called, and what other acts are: one table for every reader.

A name in a column is taken apart (`clause_words.py`), and words of a letter are searched for places
(`intake/clause_mentions.py`). Each entry is a pattern of stems; how many letters may follow a stem
is up to the reader, since who searches in free words must be stricter than who has a name.
"""

from dataclasses import dataclass
from enum import IntEnum


class Unit(IntEnum):
    """What a number counts, from the greatest down; a bare number counts clauses."""

    ANNEX = 0
    SECTION = 1
    CHAPTER = 2
    ARTICLE = 3
    CLAUSE = 4
    ITEM = 5
    LINE = 6


@dataclass(frozen=True, slots=True)
class PlaceWords:
    """What a unit is called: stems that take endings, short forms, and whole English words.

    `short` stand before their number, mostly with a dot; `short_kk` only in a name, where nothing
    else can be meant.
    """

    ru: str
    short: str
    kk: str
    en: str
    short_kk: str = ""


UNITS: dict[Unit, PlaceWords] = {
    # An item before a clause: «тармақша» begins as «тармақ» does.
    Unit.ITEM: PlaceWords(
        "подпункт",
        r"п/п|пп|подп",
        "тарма[қк]ша|tarma[qk](?:sh|ş)a",
        "sub-?(?:clause|item|paragraph|point)s?",
        "тш",
    ),
    Unit.CLAUSE: PlaceWords(
        "пункт|пнкт", "п", "тарма[қғкг]|tarma[qğkg]", "clauses?|items?|points?", "тарм|т"
    ),
    Unit.LINE: PlaceWords(
        "абзац|част(?=[иьяею])|предложени|строк|строчк|дефис",
        "абз|ч|предл|стр",
        "бөлі[кг]|сөйлем|жол(?!дама|ақ|аушы)",
        "paragraphs?|para|sentences?|lines?",
    ),
    Unit.SECTION: PlaceWords("раздел", "разд", "бөлім", "sections?"),
    Unit.ARTICLE: PlaceWords("стать[яеийюё]|статей", "ст", "ба[пб]", "articles?|art"),
    Unit.ANNEX: PlaceWords("приложени", "прил", "[қк]осымша", "annex(?:es)?|appendix"),
    Unit.CHAPTER: PlaceWords("глав", "гл", "тарау", "chapters?"),
}

OF_ANY_ACT = frozenset({Unit.ARTICLE, Unit.ANNEX})
"""Units that mean another act, unless the draft itself has one of the number."""

NUMBER_SIGNS = "№|§"
"""Signs that stand before the number of a clause."""

ENDINGS = "го|му|ый|ой|ом|й|я|м|е|ю|ші|шы|інші|ншы|ыншы|нші|st|nd|rd|th"
"""What is written behind the figures of a number: «5-го», «3-ші»."""

AND = ("и", "или", "а также", "және", "мен", "бен", "пен", "немесе", "and", "or", "to")
"""What stands between the numbers of a list."""

OWN_SIGN = r"(?:[\u00b9\u00b2\u00b3\u2070-\u2079]{1,2}|-?[абвгдabcd](?![^\W_]))"
"""What makes another number of a number: «5-а», «5¹»."""

# --- other acts -----------------------------------------------------------------------------

ACTS_RU = (
    r"закон(?!н)|кодекс|приказ|постановлени|конституци|правил(?!ьн)|регламент|инструкци|перечн"
    "|реестр|договор"
)
ACTS_RU_WHOLE = r"указ(?:а|у|ом)?|гк|гпк|упк|апк|аппк|коап|ук|нк|тк|снип|гост"
ACTS_KK = (
    "заң|кодекс|бұйры[қғ]|қаулы|конституция|жарлы[қғ]|ереже|қағида|нұсқаулы[қғ]|регламент|тізбе"
)
ACTS_EN = "law|code|act|decree|order|rules|constitution"
"""What is another act wherever a name has it; `…_WHOLE` take no endings."""

PARTS_RU, PARTS_RU_WHOLE = "приложени", r"стать[яеийюё]\w{0,2}|статей|ст"
PARTS_KK, PARTS_EN = "қосымша|ба[пб]", "annex|appendix"
"""Parts that other acts have, and a draft seldom."""

ACTS_BEHIND_RU = r"положени[яею]|устав|решени|распоряжени|методик|соглашени|конвенци|форм(?=[ые]\b)"
ACTS_BEHIND_KK = "тізілім|шарт|жарғы|шешім|өкім|әдістеме|келісім|нысан"
"""What is one only right behind a place («пункт 3 положения»): headings have these words too."""

ACTS_KK_TYPED = r"занн[ыи]н|занд|занғ|занг|za[nń]n|kodeks|косымша|qosymsha|кағида|кагида"
"""The same as people write them who lack the letters, with the case that makes them plain."""

OLD_TEXT = (
    r"(?:действующ|нын[е]?ешн|прежн|прошл|перв|стар|предыдущ|утвержд[её]нн|отмен[её]нн|друг)\w{2,4}"
)
"""What is said of a text that is not the draft, before «редакция»."""
OLD_TEXT_KK = r"(?:бұрынғы|алдыңғы|ескі|өткен|қолданыстағы|қазіргі|күші бар|бекітілген|өзге|басқа)"
"""The same, before «редакция», «жоба», «нұсқа»."""
