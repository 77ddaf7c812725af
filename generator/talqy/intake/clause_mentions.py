"""Which places of the draft words speak of: one rule for letters, messages and rows of tables.

«в пункте 3», «подпункт 2) пункта 5», «3-тармақтағы», “clause 5(2)” are places; points of laws, of
other acts and of annexes are none, and neither are counts («2 пункта», «3 рабочих дня»).
Pure reading: whether there is such a clause is looked up elsewhere (`clause_names.py`).
"""

import re
from collections.abc import Iterator

from talqy.comments import place_words as words
from talqy.comments.number_words import COUNT_MARK, ORDINAL_MARK, ROMAN, in_figures

# One way alone to read a gap: where there are two, a long list of numbers takes hours.
_GAP = r"(?:[ \t\u00a0\u202f]{0,3}(?:\n[ \t\u00a0\u202f]{0,3})?)"
_COUNTED = (
    r"(?!\s{0,2}(?:км\b|метр|шақырым"
    r"|рабоч|календар|дн[яейюё]|ден|час|минут|мин\b|месяц|недел|лет\b|год|раз[а ]|тенге"
    r"|тг\b|мрп|процент|%|₸|экземпл|челов|документ|жұмыс|күн|сағат|минөт|ай\b|апта|жыл|жас|теңге"
    r"|аек|пайыз|рет\b|адам|құжат|working|calendar|days?\b|hours?\b|months?\b|years?\b|tenge))"
)
_MARKS = ORDINAL_MARK + COUNT_MARK
_DIGITS = rf"\d{{1,3}}(?:\.\d{{1,2}}){{0,3}}(?![\d/%{_MARKS}]|\.\d){_COUNTED}"
_ENDING = rf"(?:{words.OWN_SIGN}|-(?:{words.ENDINGS})\b)"
_ORDINAL = rf"\d{{1,3}}{ORDINAL_MARK}{{1,30}}"
# «Пункт четырнадцать» is a name where no word follows that may be counted: «в пункте два слова».
_NOT_COUNTING = (
    r"(?=\s{0,2}(?:[^\w\s]|$)|\s{1,2}(?:и|или|а|но|же|не|на|в|о|об|про|прошу|просим|предлага\w+|нужно"
    r"|надо|необходимо|следует|проект\w*|стандарт\w*|до|по)\b)"
)
_COUNT = (
    rf"(?:\d{{1,3}}{COUNT_MARK}{{1,30}}{_NOT_COUNTING}"
    rf"|(?!1{COUNT_MARK})\d{{1,3}}{COUNT_MARK}{{1,30}}(?=\s(?!тарма|пункт)\w{{0,30}}[^аяыиквйь\W]\b)){_COUNTED}"
)
_NUMBER = (
    rf"(?:{_DIGITS}{_ENDING}?(?:\(\d{{1,2}}\)|\))?|\({_DIGITS}\)|{_ORDINAL}\b|{_COUNT}|{ROMAN})"
)
_AND = (
    rf"{_GAP}(?:,{_GAP}(?:а также|и|және|and){_GAP}|,|/|–|-|\b(?:{'|'.join(words.AND)}|по)\b){_GAP}"
)
_LIST = rf"{_NUMBER}(?:{_AND}{_NUMBER}){{0,9}}"

# --- units before their numbers: Russian and English ----------------------------------------

_OURS = {unit: one for unit, one in words.UNITS.items() if unit not in words.OF_ANY_ACT}
_GREAT = tuple(one for unit, one in _OURS.items() if unit is not words.Unit.LINE)
_STEMS, _SHORT, _WORDS = (
    "|".join(getattr(one, name) for one in _GREAT) for name in ("ru", "short", "en")
)
_UNIT = (
    rf"\b(?:(?:{_STEMS})\w{{0,3}}|(?:{_SHORT})\.|п/п|пп|п\.\s?п\.|п(?=[ \u00a0]?\d)"
    rf"|тармақша\w{{0,5}}|тармақ|{_WORDS}|paragraphs?)|§"
)
_LINE = rf"\b(?:(?:{words.UNITS[words.Unit.LINE].ru})\w{{0,3}}"
_LINE += rf"|(?:{words.UNITS[words.Unit.LINE].short})\.)"
_PIECE = rf"(?:{_UNIT}|{_LINE}){_GAP}(?:№{_GAP})?{_LIST}"
_TURNED = rf"(?:{_DIGITS}{_ENDING}|{_ORDINAL}\b){_GAP}(?:{_UNIT}|{_LINE})\b"
_PLAIN_TURNED = rf"{_DIGITS}[ \u00a0]{{1,2}}(?:под)?пункт(?:е|у|ом)?\b(?!{_GAP}\d)"
_ONE = rf"(?:{_PIECE}|{_TURNED}|{_PLAIN_TURNED})"
_LINK = rf"{_GAP}(?:(?:,|\b(?:и|да|және|мен|пен|of|and)\b){_GAP})?(?:(?:в|к|ко|по|на|in)\b{_GAP})?"
_BEFORE_NUMBERS = re.compile(rf"(?<!\w){_ONE}(?:{_LINK}{_ONE}){{0,6}}", re.IGNORECASE)

# --- numbers before their units: Kazakh -------------------------------------------------------

_KK_STEMS = "|".join(one.kk for one in _OURS.values())
_KK_UNIT = rf"(?:{_KK_STEMS}|абзац)\w{{0,12}}"
_KK_LIST = rf"№?{_GAP}{_LIST}{_GAP}-?{_GAP}{_KK_UNIT}"
_KK = re.compile(rf"(?<![\w.]){_KK_LIST}(?:{_LINK}{_KK_LIST}){{0,6}}", re.IGNORECASE)

# --- more or other than the clause whose number stands there ---------------------------------

_S = r"[ \t\u00a0\u202f\n]{1,2}"
_POINT, _POINT_KK = r"\b(?:под)?пункт\w{0,3}", r"тарма[қғ]\w{0,12}"
_ANY = rf"(?:\d{{1,3}}(?:\.\d{{1,2}})?[{_MARKS}]{{0,30}}{_ENDING}?)"
_FROM_KK = rf"(?:\d{{1,3}}(?:-?[тдн][ае]н\b|[{_MARKS}]{{1,30}})|\w{{2,20}}нш[ыі][дн][ае]н\b)"
_NO_NUMBER = rf"(?!\w|{_GAP}(?:[\d№:–—]|{ROMAN})|{_S}(?:при[её]м|пропуск|выдач|обслуж|назначен))"
_BESIDE = (
    rf"\b(?:предыдущ|последн|предпоследн|соседн|следующ(?!им))\w{{2,3}}"
    rf"(?:{_S}(?:после|за|перед){_S}\w{{1,30}})?{_S}{_POINT}{_NO_NUMBER}"
    rf"|\b(?:алдыңғы|соңғы|келесі|кейінгі){_S}{_POINT_KK}(?<!п[ае]н){_NO_NUMBER}"
    rf"|{_ANY}{_GAP}-?{_GAP}тарма[қғ]\w{{0,6}}[нт]ан{_S}кейінгі{_S}{_POINT_KK}"
)
_EXCEPT = r"\b(?:кроме|за исключением|исключая|помимо)"
_BUT_FOR = (
    rf"{_EXCEPT}{_S}(?:{_UNIT}){_GAP}(?:№{_GAP})?{_LIST}|{_EXCEPT}{_S}{_LIST}{_S}{_POINT}"
    rf"|{_POINT}[^.!?\n\d]{{0,40}}{_EXCEPT}{_S}{_LIST}"
    rf"|{_LIST}{_GAP}-?{_GAP}тарма[қғ]\w{{0,8}}(?:[нт]ан{_S}(?:басқа|өзге|бөлек)|{_S}қоспағанда)"
    rf"|{_FROM_KK}{_S}(?:басқа|өзге)\w{{0,3}}{_S}(?:барлық{_S})?{_POINT_KK}"
)
_FROM_TO = (
    rf"{_POINT}{_S}(?:с|со|от){_S}{_ANY}{_S}(?:по|до){_S}{_ANY}"
    rf"|\b(?:с|со|от){_S}{_ANY}{_S}(?:по|до){_S}{_ANY}{_S}{_POINT}"
    rf"|{_FROM_KK}{_S}(?:бастап{_S})?{_ANY}(?:-?[гғкқ][ае])?{_S}дейінгі?{_S}(?:барлық{_S})?{_POINT_KK}"
)
# «Пункте 10. 1 добавьте»: 10.1, or clause 10 and the end of a sentence.
_PARTED = rf"(?:{_UNIT}){_GAP}\d{{1,2}}\. \d{{1,2}}(?= [а-яәіңғүұқөһ]){_COUNTED}"
_NOT_ONE = re.compile(rf"(?<![\w.])(?:{_FROM_TO}|{_BUT_FOR}|{_BESIDE}|{_PARTED})", re.IGNORECASE)

# --- other acts -------------------------------------------------------------------------------

_ACTS = (
    rf"(?:{words.ACTS_RU}|{words.PARTS_RU}|{words.ACTS_BEHIND_RU})\w{{0,3}}"
    rf"|(?:{words.ACTS_RU_WHOLE}|{words.PARTS_RU_WHOLE})\.?|сп рк"
    rf"|of the (?:{words.ACTS_EN}|{words.PARTS_EN})"
)
_OF_ACT = re.compile(
    rf"{_GAP}\)?{_GAP}(?:\w{{2,30}}(?:ого|его|ой|ей|ых|их)\b{_GAP}|№{_GAP}\d+{_GAP}"
    rf"|рк{_GAP}){{0,4}}"
    rf"[«\"(]?(?:{_ACTS})(?!\w)"
    rf"|{_GAP}{words.OLD_TEXT}{_GAP}(?:стандарт|редакци|текст)",
    re.IGNORECASE,
)
_KK_ACTS = (
    rf"(?:{words.ACTS_KK}|{words.PARTS_KK}|{words.ACTS_BEHIND_KK}|{words.ACTS_KK_TYPED})\w{{0,14}}"
)
_AFTER_ACT = re.compile(
    rf"(?:\b(?:{_ACTS})(?:\s{{1,2}}(?:рк|республики казахстан))?"
    r"(?:\s{0,2}«[^«»\n]{0,80}»)?(?:\s{1,2}(?:№\s?)?\d{1,3})?,?\s{1,3}(?:в |к |по )?"
    r"|\b(?:стать[яеийю]\w{0,2}|ст\.)\s{0,2}\d+(?:-\d+)?,?\s{0,2}(?:в |к |по )?"
    rf"|\b{_KK_ACTS}\s{{1,3}}(?:\(?\d+\)?-?\s{{0,2}}(?:{_KK_ACTS})\s{{1,3}})?"
    r"|\bқолданыста\w{1,6}\s{1,3}\w{1,20}\s{1,3})$",
    re.IGNORECASE,
)
_ARTICLE = re.compile(
    rf"\b(?:{words.UNITS[words.Unit.ARTICLE].ru}|ст\.)\w{{0,2}}{_GAP}{_NUMBER}"
    rf"|(?<![\w.]){_NUMBER}{_GAP}-?{_GAP}(?:{words.UNITS[words.Unit.ARTICLE].kk})\w{{0,8}}",
    re.IGNORECASE,
)
_ANY_ACT = re.compile(
    rf"\b(?:(?:{words.ACTS_RU}|{words.ACTS_BEHIND_RU})\w{{0,3}}|{words.ACTS_RU_WHOLE}"
    rf"|(?:{words.ACTS_KK}|{words.ACTS_KK_TYPED})\w{{0,14}})(?!\w)",
    re.IGNORECASE,
)
# «Населенный пункт», «пропускной пункт» are places on the map.
_ON_THE_MAP = re.compile(
    r"\b(?:нас[её]л[её]нн|медицинск|медсестринск|акушерск|фельдшерск|ветеринарн|санитарн|пропускн|контрольн"
    r"|пограничн|избирательн|призывн|торгов|при[её]мн|опорн|сборн|обменн|диспетчерск|теплов|обогрев)\w{0,4}\s{1,3}$",
    re.IGNORECASE,
)
_NO_PLACES = (_AFTER_ACT, _ON_THE_MAP)
_MOST_BEFORE = 90
_MOST_TEXT = 20_000


def clauses_spoken_of(text: str) -> tuple[str, ...]:
    """Return the names of places of the draft that stand in a text, each once, in their order."""
    return tuple(dict.fromkeys(mentions_of(text)))


def mentions_of(text: str) -> tuple[str, ...]:
    """Return these names as often as they stand there."""
    return tuple(name for _, name in sorted(_mentions(text[:_MOST_TEXT])))


def articles_spoken_of(text: str) -> tuple[str, ...]:
    """Return the articles in a text near which no act is named: they may be the draft's clauses."""
    text = text[:_MOST_TEXT]
    figures = in_figures(text)
    found = (
        " ".join(text[slice(*one.span())].split())
        for one in _ARTICLE.finditer(figures)
        if not _ANY_ACT.search(
            figures, max(0, one.start() - _MOST_BEFORE), one.end() + _MOST_BEFORE
        )
    )
    return tuple(dict.fromkeys(found))


# «По пятому пункту …, а по восьмому – …»: another clause, whose unit need not be said again.
_BARE = re.compile(
    rf"\b(?:а|и|но) (?:по|в|во|к|ко|о|об) (?P<ru>\d{{1,3}}{ORDINAL_MARK}{{1,30}})"
    r"(?=\s{0,2}(?:[,:;.–—-]|$)|\s\w{2,30}(?:ть|ти|чь|йте|ите)\b)"
    rf"|\bал\s(?P<kk>\d{{1,3}}{ORDINAL_MARK}{{1,30}}+)(?!\s?-?тарма)",
    re.IGNORECASE,
)
_OF_A_CLAUSE_KK = re.compile(r"\w+(?:нші|ншы)(?:сі|сы)?н?(?:де|да|нің|ның|ге|ға|не|на|ні|ны|ді|ды)")


def bare_ordinals(text: str) -> tuple[str, ...]:
    """Return further clauses that are named by their ordinals alone: «а по восьмому – …»."""
    text = text[:_MOST_TEXT]
    found = [
        text[slice(*match.span(match.lastgroup or 0))]
        for match in _BARE.finditer(in_figures(text, with_counts=False))
    ]
    return tuple(one for one in found if _is_ordinal_of_clause(one.lower()))


def _is_ordinal_of_clause(word: str) -> bool:
    is_kazakh = re.search("нші|ншы", word)
    return not is_kazakh or bool(_OF_A_CLAUSE_KK.fullmatch(word))


def is_range(name: str) -> bool:
    """Return whether a name speaks of all clauses from one to another: «пункты 3–5»."""
    return bool(re.search(r"\d\s?[–-]\s?\d", name))


def _mentions(text: str) -> Iterator[tuple[int, str]]:
    figures = in_figures(text)
    taken: list[tuple[int, int]] = []
    for pattern in (_NOT_ONE, _KK, _BEFORE_NUMBERS):
        for found in pattern.finditer(figures):
            if any(start < found.end() and found.start() < end for start, end in taken):
                continue
            if _names_lines_alone(found[0]):
                continue
            taken.append(found.span())
            before = figures[max(0, found.start() - _MOST_BEFORE) : found.start()]
            if any((_OF_ACT.match(figures, found.end()), *(s.search(before) for s in _NO_PLACES))):
                continue
            yield found.start(), " ".join(text[slice(*found.span())].split()).strip(" ,")


def _names_lines_alone(name: str) -> bool:
    """Return whether only lines of a text are named: «второй абзац» is no clause."""
    return not re.search(rf"{_UNIT}|тарма|tarma|бөлім|тарау", name, re.IGNORECASE)
