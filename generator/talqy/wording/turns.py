"""Turns of a text that decide what it means: may and must, not, no more than, and who acts."""

import re
from collections.abc import Iterable, Iterator, Mapping
from enum import StrEnum
from functools import cache
from typing import NamedTuple

from talqy.wording.line_by_line import line_by_line
from talqy.wording.pieces import lowered


class Duty(StrEnum):
    """What a text lets or makes somebody do; `BARRED` is “may not”, `BOUND_TO` “may not not”."""

    MAY = "may"
    MUST = "must"
    FORBIDDEN = "forbidden"
    BARRED = "barred"
    BOUND_TO = "bound-to"


class Turn(NamedTuple):
    """One turn: what it is, and its place."""

    name: str
    start: int
    end: int

    def moved(self, by: int) -> "Turn":
        """Return it as it stands in a text that has so many letters before this one."""
        return Turn(self.name, self.start + by, self.end + by)


# All forms of a word stand beside it: вправе, обязан; құқылы, міндетті, рұқсат етіледі.
_DUTIES: Mapping[str, Mapping[str, tuple[str, ...]]] = {
    "ru": {
        Duty.BOUND_TO: (r"не (?:вправе|мо(?:жет|гут)|име[ею]т права) не",),
        Duty.BARRED: (
            r"не (?:вправе|мо(?:жет|гут)|допуска[ею]тся|разреша[ею]тся)",
            r"не име[ею]т права",
        ),
        Duty.FORBIDDEN: (r"запрещ(?:а[ею]тся|ен[аоы]?)",),
        Duty.MAY: (
            r"вправе|име[ею]т право",
            r"мо(?:жет|гут)|по желанию",
            r"допуска[ею]тся|допускать(?:ся)?",
            r"разреш(?:а[ею]тся|ен[аоы]?)",
        ),
        Duty.MUST: (
            r"обязан[аоы]?|обязу[ею]тся",
            r"долж(?:ен|на|но|ны)",
            r"(?:над|под)леж(?:ит|ат)",
            r"необходимо|обязател(?:ен|ьн[аоы])",
            r"следует(?= \w+т[ьи])",
        ),
    },
    "kk": {
        Duty.BOUND_TO: (
            r"\w+[мбп][ае]у?(?:ға|ге) құқ(?:ылы емес|ығы жоқ)",
            r"\w+[мбп][ае]й алмайды",
        ),
        Duty.BARRED: (
            r"(?:құқылы|мүмкін) емес",
            r"құқығы жоқ|құқығы болмайды",
            r"рұқсат (?:етілме|берілме)\w+",
            r"жол берілме\w+|\w+у(?:ға|ге) болмайды",
            r"\w+(?:[аейі]) алма(?:й\w+|йды)",
        ),
        Duty.FORBIDDEN: (r"тыйым сал\w+",),
        Duty.MAY: (
            r"құқылы|құқығы бар|құқыққа ие",
            r"мүмкін",
            r"рұқсат (?:етіл|беріл)\w+",
            r"жол беріл\w+",
            r"\w+(?:[ілнтрп]е|[лнтрп]а|й) ала(?:ды|тын)\w*",
            r"\w+у(?:ға|ге) болады|қалауы бойынша",
        ),
        Duty.MUST: (
            r"міндетті(?! (?:құжат|зейнетақы|әлеуметтік|медицина|сақтандыру))",
            r"тиіс",
            r"(?:қажет|керек)(?! (?:бол|құжат|мәлімет|ақпарат|дерек)\w*)",
        ),
    },
    "en": {
        Duty.BARRED: (r"(?:may|must|shall|can) not|cannot",),
        Duty.MAY: (r"may|can",),
        Duty.MUST: (r"must|shall", r"should"),
    },
}
# Kazakh says “not” inside the verb: беріледі – берілмейді, алған – алмаған, етілсін – етілмесін.
# Roots that end as “not” begins (табады, қамау) and words that sound so (немесе) are left out.
DENYING_VERB = (
    r"(?!(?:немесе|дербес|қарамастан)\b|(?:таб|жаб|қаб|қам)а)\w{2,}[мбп][ае]"
    r"(?:й(?:д[ыі]|м[ыі]н|м[ыі]з|с[ыі]ң|с[ыі]з|т[ыі]н)\w*|й|ған\w*|ген\w*|са|се|с|с[тд][ае]н|д[ыі]"
    r"|у\w*)"
)
# Names end as verbs that say “not” do: Семей, Бөгенбай. A name has a capital in the midst of a
# sentence, or stands before what it is the name of.
_KAZAKH_NAME = re.compile(
    r"(?:(?<=[^\W\d_] )|(?<=, ))[А-ЯӘІҢҒҮҰҚӨҺЁ][а-яәіңғүұқөһё]+"
    r"|\b[А-ЯӘІҢҒҮҰҚӨҺЁ]\w++(?= (?:қала|аудан|облыс|көше|даңғыл|ауыл|кент|батыр|би)\w*)"
)
# Bounds from above and from below, and the same words where no “not” stands before them.
_BOUNDS = {
    "ru": {
        "most": r"не (?:более|позднее|позже|свыше|выше|чаще|больше|превы[шс]\w+)",
        "least": r"не (?:менее|ранее|раньше|ниже|реже|меньше)",
    },
    "kk": {
        "most": r"ас(?:пай\w*|пауы?\w*|ырмай\w*)|(?:артық|көп|кеш|жоғары) (?:емес|болмау\w*)"
        r"|көп дегенде|кешікт?і?р?ілмей\w*|кешіктірмей\w*|кешікпей\w*",
        "least": r"кемінде|(?:кем|ерте|төмен|аз) (?:емес|болмау\w*)",
    },
}
_UNBOUND = {
    "ru": r"более|менее|позднее|позже|ранее|раньше|свыше|превы[шс]\w+",
    "kk": r"ас(?:ып|атын|уы|са)\w*|кем|артық|көп|кеш|кешікт?іріп|кешігіп",
}
_NO_TURNS = {
    "ru": r"не только|тем не менее|не иначе|без гражданства",
    "kk": r"(?:кәмелет(?:ке)?|жасқа|жасы|жас) толма\w+|азаматтығы жоқ\w*|өтеусіз\w*|ақысыз\w*",
}
_NEGATIONS = {
    "ru": (r"не|ни|нет|нельзя", r"без", r"кроме", r"отсутств\w+", r"за исключением|исключая"),
    "kk": (
        r"емес\w*",
        r"жоқ\w*",
        r"қоспағанда|\w+[дтн][ае]н басқа",
        DENYING_VERB,
        r"\w{3,}[лн][мбп]ес[ыі]н|\w{3,}[лн][мбп]ас[ыі]н",
        r"(?!қамтамасыз)\w{3,}с[ыі]з(?:д[ыі]к\w*)?",
    ),
    "en": ("not|no|nor", "without", "except", "cannot", "never"),
}
# Whether a service costs anything, where no sum says so.
_PRICES = {
    "ru": {
        "free": r"бесплатн\w+|безвозмездн\w+|без (?:взимания|оплаты|платы)\w*(?: платы)?"
        r"|(?:о?плат[аы]|пошлин[аы]|сбор) не взимается"
        r"|не взимается (?:о?плат[аы]|пошлин[аы]|сбор)",
        "paid": r"платн(?:о|ой|ая|ую|ое|ые|ых)|возмездн\w+|за плату"
        r"|взимается плата|плата взимается",
    },
    "kk": {
        "free": r"тегін(?!,? (?:және )?(?:аты|әкес|өзгерт|ауыстыр|жаз))"
        r"|өтеусіз|ақысыз|(?:ақы|төлем|баж|алым) алынбайды",
        "paid": r"ақылы|төлемақылы|(?:ақы|төлем) алынады",
    },
    "en": {"free": r"free of charge", "paid": r"for a (?:fee|charge)"},
}
# A telephone that costs nothing to call says nothing of the price of a service.
_CALLS = re.compile(
    r"(?:бесплатн\w+|тегін) (?:телефон|звон|номер|қоңырау|нөмір)\w*"
    r"|(?:телефон|звон[ко]|қоңырау|\bcall)[^.;\n]*"
)
_ACTORS = {
    "ru": {
        "provider": r"услугодател\w+",
        "recipient": r"услугополучател\w+",
        "corporation": r"государственн\w+ корпораци\w+",
        "body": r"уполномоченн\w+ орган\w*",
        "applicant": r"заявител\w+",
        "court": r"суд(?:а|у|ом|е|ы|ов)?",
        "prosecutor": r"прокур\w+",
        "head": r"руководител\w+",
        "minister": r"министр\w*",
        "akimat": r"акимат\w*",
        "local-body": r"местн\w+ исполнительн\w+ орган\w*",
        "notary": r"нотариус\w*",
        "office": r"канцеляри\w+",
        "representative": r"(?:законн\w+ )?представител\w+",
    },
    "kk": {
        "provider": r"(?:көрсетілетін )?қызметті? беруш\w+",
        "recipient": r"(?:көрсетілетін )?қызметті? алуш\w+",
        "corporation": r"мемлекеттік корпораци\w+",
        "body": r"уәкілетті орган\w*",
        "applicant": r"өтініш (?:беруш|иес)\w+",
        "court": r"сот(?:қа|та|тың|тан|пен|ты|тар\w*)?",
        "prosecutor": r"прокур\w+",
        "head": r"басшы\w*",
        "minister": r"министр\w*",
        "akimat": r"әкімді[кг]\w*",
        "local-body": r"жергілікті атқарушы орган\w*",
        "notary": r"нотариус\w*",
        "office": r"кеңсе\w*",
        "representative": r"(?:заңды )?өкіл(?!етт)\w*",
    },
}


class _TurnRows:
    """Turns by their names, in the order in which they are looked for; a row may be empty."""

    def __init__(self, rows: Iterable[tuple[str, str]]) -> None:
        said = [(str(name), words) for name, words in rows if words]
        self._any = _pattern("|".join(words for _, words in said) or "(?!)")
        self._rows = [(name, _pattern(words)) for name, words in said]

    def found(self, low: str) -> Iterator[Turn]:
        """Yield the turns of the first row that has them: “не вправе” is no “вправе”."""
        if self._any.search(low):
            for name, pattern in self._rows:
                for match in pattern.finditer(low):
                    start, end = match.span()
                    yield Turn(name, start, end)
                    low = f"{low[:start]}{_blank(match)}{low[end:]}"

    def blanked(self, low: str) -> str:
        """Return a text without these turns, row after row."""
        if self._any.search(low):
            for _, pattern in self._rows:
                low = pattern.sub(_blank, low)
        return low


def _pattern(words: str) -> re.Pattern[str]:
    return re.compile(rf"\b(?:{words})\b")


def _blank(found: re.Match[str]) -> str:
    return " " * len(found[0])  # the places stay the same


class _TurnsSought(NamedTuple):
    """What is looked for in a language; `not_denied` say “not”, and are no negations."""

    duties: _TurnRows
    negations: _TurnRows
    not_denied: _TurnRows
    bounds: _TurnRows
    prices: _TurnRows
    actors: _TurnRows


@cache
def _words_of(language: str) -> _TurnsSought:
    """Return what is looked for in a language, compiled when a text in it is first read."""
    duties, bounds = _DUTIES.get(language, {}), _BOUNDS.get(language, {})
    barred = [words for duty in (Duty.BOUND_TO, Duty.BARRED) for words in duties.get(duty, ())]
    not_denied = (*bounds.values(), _NO_TURNS.get(language, ""), *barred)
    return _TurnsSought(
        duties=_TurnRows((name, "|".join(words)) for name, words in duties.items()),
        negations=_TurnRows([("not", "|".join(_NEGATIONS.get(language, ())))]),
        not_denied=_TurnRows(("", words) for words in not_denied),
        bounds=_TurnRows([*bounds.items(), ("free", _UNBOUND.get(language, ""))]),
        prices=_TurnRows(_PRICES.get(language, {}).items()),
        actors=_TurnRows(_ACTORS.get(language, {}).items()),
    )


@line_by_line
def duties(text: str, language: str) -> Iterator[Turn]:
    """Return what a text lets, makes or forbids somebody to do."""
    for turn in _words_of(language).duties.found(lowered(text)):
        yield turn._replace(name=Duty.MUST.value) if turn.name == Duty.BOUND_TO else turn


@line_by_line
def negations(text: str, language: str) -> Iterator[Turn]:
    """Return the words that say no; bounds (“не более”) and a “not” of `duties` are none."""
    if language == "kk":
        text = _KAZAKH_NAME.sub(_blank, text)
    words = _words_of(language)
    return words.negations.found(words.not_denied.blanked(lowered(text)))


@line_by_line
def bounds(text: str, language: str) -> Iterator[Turn]:
    """Return the bounds of a text: `most`, `least`, and `free` where their “not” is missing."""
    return _words_of(language).bounds.found(lowered(text))


@line_by_line
def prices(text: str, language: str) -> Iterator[Turn]:
    """Return where a text says, without a sum, that something is `free` or `paid`."""
    return _words_of(language).prices.found(_CALLS.sub(_blank, lowered(text)))


@line_by_line
def actors(text: str, language: str) -> Iterator[Turn]:
    """Return who is named in a text."""
    return _words_of(language).actors.found(lowered(text))
