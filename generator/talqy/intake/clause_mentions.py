"""Which places of the draft words speak of: one rule for letters, messages and rows of tables.

«в пункте 3», «подпункт 2) пункта 5», «3-тармақтағы», “clause 5(2)” are places; points of laws, of
other acts and of annexes are none, and neither are counts («2 пункта», «3 рабочих дня»).
Pure reading: whether there is such a clause is looked up elsewhere (`clause_names.py`).
"""

import re
from collections.abc import Iterator

from talqy.comments.clause_words import ORDINAL_WORDS

# One way alone to read a gap: where there are two, a long list of numbers takes hours.
_GAP = r"(?:[ \t\u00a0\u202f]{0,3}(?:\n[ \t\u00a0\u202f]{0,3})?)"
_COUNTED = (
    r"(?!\s{0,2}(?:км\b|метр|шақырым"
    r"|рабоч|календар|дн[яейюё]|ден|час|минут|мин\b|месяц|недел|лет\b|год|раз[а ]|тенге"
    r"|тг\b|мрп|процент|%|₸|экземпл|челов|документ|жұмыс|күн|сағат|минөт|ай\b|апта|жыл|жас|теңге"
    r"|аек|пайыз|рет\b|адам|құжат|working|calendar|days?\b|hours?\b|months?\b|years?\b|tenge))"
)
_DIGITS = rf"\d{{1,3}}(?:\.\d{{1,2}}){{0,3}}(?![\d/%]|\.\d){_COUNTED}"
_ENDING = r"(?:-(?:го|му|ый|ой|ом|й|я|м|е|ю|ші|шы|інші|ншы|ыншы|нші|st|nd|rd|th)\b)"
_NUMBER = rf"(?:{_DIGITS}{_ENDING}?(?:\(\d{{1,2}}\)|\))?|\({_DIGITS}\)|(?:{ORDINAL_WORDS})\b)"
_AND = (
    rf"{_GAP}(?:,{_GAP}(?:а также|и|және|and){_GAP}|,|/|–|-|\b(?:и|или|а также|по|және|мен|бен|пен"
    rf"|немесе|and|or|to)\b){_GAP}"
)
_LIST = rf"{_NUMBER}(?:{_AND}{_NUMBER}){{0,9}}"

# --- units before their numbers: Russian and English ----------------------------------------

# A «пункт» of these is a place on the ground: «населенный пункт 5», «медицинский пункт № 2».
_ON_THE_GROUND = re.compile(
    r"\b(?:нас[её]л[её]нн|медицинск|акушерск|медсестринск|пропускн|избирательн|призывн|пограничн|торгов"
    r"|при[её]мн|опорн|сборн|контрольн|диспетчерск|обменн|ветеринарн|санитарн|тепловы|обогрев)\w{0,4}\s{1,3}$",
    re.IGNORECASE,
)

_UNIT = (
    r"\b(?:подпункт\w{0,3}|подп\.|п/п\.?|п\.\s?п\.|пп\.?|пункт\w{0,3}|п\.|п(?=[ \u00a0]?\d)"
    r"|тармақша\w{0,5}|тармақ|раздел\w{0,3}|разд\.|глав\w{1,3}|гл\."
    r"|sub-?clauses?|clauses?|items?|points?|paragraphs?|sections?|chapters?)|§"
)
_LINE = (
    r"\b(?:абзац\w{0,3}|абз\.|част[иьяею]\w{0,2}|ч\.|предложени\w{1,2}|строк\w{1,3}"
    r"|дефис\w{0,3})"
)
_PIECE = rf"(?:{_UNIT}|{_LINE}){_GAP}(?:№{_GAP})?{_LIST}"
_TURNED = rf"(?:{_DIGITS}{_ENDING}|(?:{ORDINAL_WORDS})\b){_GAP}(?:{_UNIT}|{_LINE})\b"
_PLAIN_TURNED = rf"{_DIGITS}[ \u00a0]{{1,2}}(?:под)?пункт(?:е|у|ом)?\b(?!{_GAP}\d)"
_ONE = rf"(?:{_PIECE}|{_TURNED}|{_PLAIN_TURNED})"
_LINK = rf"{_GAP}(?:(?:,|\b(?:и|да|және|мен|пен|of|and)\b){_GAP})?(?:(?:в|к|ко|по|на|in)\b{_GAP})?"
_BEFORE_NUMBERS = re.compile(rf"(?<!\w){_ONE}(?:{_LINK}{_ONE}){{0,6}}", re.IGNORECASE)

# --- numbers before their units: Kazakh -------------------------------------------------------

_KK_UNIT = r"(?:тарма[қк]ша|тарма[қкғг]|tarma[qkğg]|бөлім|тарау|абзац|бөліг|бөлік)\w{0,12}"
_KK_LIST = rf"№?{_GAP}{_LIST}{_GAP}-?{_GAP}{_KK_UNIT}"
_KK = re.compile(rf"(?<![\w.]){_KK_LIST}(?:{_LINK}{_KK_LIST}){{0,6}}", re.IGNORECASE)

# --- other acts -------------------------------------------------------------------------------

_ACTS = (
    r"закон\w{0,3}|кодекс\w{0,3}|приказ\w{0,3}|постановлени\w{1,3}|конституци\w{1,2}|указ(?:а|у"
    r"|ом)?"
    r"|правил(?:а|ам|ах|ами)?|регламент\w{0,3}|инструкци\w{1,2}|приложени\w{1,3}|перечн\w{1,3}"
    r"|реестр\w{0,3}|договор\w{0,3}|положени[яею]\w{0,2}|устав\w{0,2}|решени\w{1,2}"
    r"|распоряжени\w{1,2}"
    r"|методик\w{1,2}|соглашени\w{1,2}|конвенци\w{1,2}|стать[яеийюё]\w{0,2}|статей|ст\.|гк|гпк"
    r"|упк|апк"
    r"|аппк|коап|ук|нк|тк|снип|гост|сп рк|форм(?:ы|е)"
    r"|of the (?:law|code|act|decree|order|rules|constitution|annex|appendix)"
)
_OLD = r"(?:действующ|нын[е]?ешн|прежн|стар|предыдущ|утвержд[её]нн|отмен[её]нн|друг)\w{2,4}"
_OF_ACT = re.compile(
    rf"{_GAP}\)?{_GAP}(?:\w{{2,30}}(?:ого|его|ой|ей|ых|их)\b{_GAP}|№{_GAP}\d+{_GAP}"
    rf"|рк{_GAP}){{0,4}}"
    rf"[«\"(]?(?:{_ACTS})(?!\w)"
    rf"|{_GAP}{_OLD}{_GAP}(?:стандарт|редакци|текст)",
    re.IGNORECASE,
)
_KK_ACTS = (
    r"(?:заң|занн[ыи]н|занд|занғ|занг|kodeks|za[nń]n|қосымша|косымша|qosymsha|кағида|кагида"
    r"|кодекс|бұйры[қғ]|қаулы|конституция|жарлы[қғ]|қағида|ереже|нұсқаулы[қғ]|регламент|қосымша"
    r"|тізбе|тізілім|шарт|жарғы|шешім|өкім|бап|баб|әдістеме|келісім|нысан)\w{0,14}"
)
_AFTER_ACT = re.compile(
    rf"(?:\b(?:{_ACTS})(?:\s{{1,2}}(?:рк|республики казахстан))?"
    r"(?:\s{0,2}«[^«»\n]{0,80}»)?(?:\s{1,2}(?:№\s?)?\d{1,3})?,?\s{1,3}(?:в |к |по )?"
    r"|\b(?:стать[яеийю]\w{0,2}|ст\.)\s{0,2}\d+(?:-\d+)?,?\s{0,2}(?:в |к |по )?"
    rf"|\b{_KK_ACTS}\s{{1,3}}(?:\(?\d+\)?-?\s{{0,2}}(?:{_KK_ACTS})\s{{1,3}})?"
    r"|\bқолданыста\w{1,6}\s{1,3}\w{1,20}\s{1,3})$",
    re.IGNORECASE,
)
_MOST_BEFORE = 90
_MOST_TEXT = 20_000


def clauses_spoken_of(text: str) -> tuple[str, ...]:
    """Return the names of places of the draft that stand in a text, each once, in their order."""
    return tuple(dict.fromkeys(name for _, name in sorted(_mentions(text[:_MOST_TEXT]))))


def is_range(name: str) -> bool:
    """Return whether a name speaks of all clauses from one to another: «пункты 3–5»."""
    return bool(re.search(r"\d\s?[–-]\s?\d", name))


def _mentions(text: str) -> Iterator[tuple[int, str]]:
    taken: list[tuple[int, int]] = []
    for pattern in (_KK, _BEFORE_NUMBERS):
        for found in pattern.finditer(text):
            if any(start < found.end() and found.start() < end for start, end in taken):
                continue
            if _names_lines_alone(found[0]):
                continue
            taken.append(found.span())
            before = text[max(0, found.start() - _MOST_BEFORE) : found.start()]
            if _OF_ACT.match(text, found.end()) or _AFTER_ACT.search(before):
                continue
            if _ON_THE_GROUND.search(before):
                continue
            yield found.start(), " ".join(found[0].split()).strip(" ,")


def _names_lines_alone(name: str) -> bool:
    """Return whether only lines of a text are named: «второй абзац» is no clause."""
    return not re.search(rf"{_UNIT}|тарма|tarma|бөлім|тарау", name, re.IGNORECASE)
