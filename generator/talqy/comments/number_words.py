"""Numbers that people write in words, where they name a clause: 1 to 999, in all case forms.

The numerals are those of drafts (`wording/numbers_in_words.py`): a numeral is a whole word, and one
that stands before it belongs to it: «он бесінші» is 15 and «двадцать пятый» 25.
"""

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache
from typing import NamedTuple

from talqy.comments.patterns import late
from talqy.wording.alphabets import TO_CYRILLIC, WITHOUT_OWN
from talqy.wording.numbers_in_words import numbers_in_words
from talqy.wording.numeral_forms import NUMERALS
from talqy.wording.pieces import lowered
from talqy.wording.token import Token

_WORD = late(r"[^\W\d_]+")
_BETWEEN = late(r"[ \t\u00a0\u202f]{1,3}|[ \t]?\n[ \t]?|[-‑–]")
_LANGUAGES = ("ru", "kk")
_GREATEST = 999
_KEPT_WORDS = 16_384
# The Russian “he”; and the Kazakh “firstly” and its like, which count what is said.
_OTHER_WORDS = late(r"он|\w+(?:нші|ншы)[дтн][ае]н")
# «Жүзонбір», «семьсотпять»: the parts of a number that people write as one word.
_UNITS_KK = "бір|екі|үш|төрт|бес|алты|жеті|сегіз|тоғыз"
_TENS_RU = "двадцать|тридцать|сорок|(?:пять|шесть|семь|восемь)десят|девяносто"
_TENS_KK = "он|жиырма|отыз|қырық|елу|алпыс|жетпіс|сексен|тоқсан"
_JOINED = (
    late(rf"(сто|двести|триста|четыреста|(?:пять|шесть|семь|восемь|девять)сот)({_TENS_RU})?(\w*)"),
    late(rf"({_TENS_RU})(\w+)"),
    late(rf"({_UNITS_KK})?(жүз)({_TENS_KK})?(\w*)"),
    late(rf"({_TENS_KK})(\w+)"),
)
_PLAIN_KK = late(r"бир|еки|уш|жети|сегиз|тогыз|кырык|жетпис|жуз|нол|\w+нш[иы]\w*")
_WITH_OWN = {
    plain: form
    for form in NUMERALS["kk"]
    if (plain := form.translate(WITHOUT_OWN)) != form
    and _PLAIN_KK.fullmatch(plain)
    and plain not in NUMERALS["ru"]
}
"""Kazakh numerals by how people write them who lack the letters: «жети» is «жеті».

«Они» and «торт» are Russian words, and no ten and no four.
"""


# «segiz jeti», «vosem sem»: numerals in Latin letters, of which none is an English word.
_IN_LATIN = {
    "kk": "nol нөл bir бір eki екі ush үш üsh үш tort төрт tört төрт bes бес alty алты jeti жеті"
    " zheti жеті segiz сегіз togyz тоғыз toğyz тоғыз toghyz тоғыз jiyrma жиырма zhiyrma жиырма"
    " otyz отыз qyryq қырық kyryk қырық elu елу alpys алпыс jetpis жетпіс zhetpis жетпіс"
    " seksen сексен toqsan тоқсан toksan тоқсан juz жүз zhuz жүз jüz жүз",
    "ru": "nol ноль odin один dva два tri три chetyre четыре chetire четыре pyat пять piat пять"
    " shest шесть sem семь vosem восемь devyat девять deviat девять desyat десять desiat десять"
    " dvadtsat двадцать dvadcat двадцать tridtsat тридцать tridcat тридцать sorok сорок"
    " pyatdesyat пятьдесят piatdesiat пятьдесят shestdesyat шестьдесят shestdesiat шестьдесят"
    " semdesyat семьдесят semdesiat семьдесят vosemdesyat восемьдесят vosemdesiat восемьдесят"
    " devyanosto девяносто devianosto девяносто sto сто dvesti двести trista триста"
    " chetyresta четыреста pyatsot пятьсот piatsot пятьсот shestsot шестьсот semsot семьсот"
    " vosemsot восемьсот devyatsot девятьсот deviatsot девятьсот",
}
_FROM_LATIN = {
    language: dict(zip(said.split()[::2], said.split()[1::2], strict=True))
    for language, said in _IN_LATIN.items()
}


class NumberWords(NamedTuple):
    """Where a number in words stands, from `start` to `end`; «пятый» is an ordinal, «пять» none."""

    start: int
    end: int
    number: int
    is_ordinal: bool


def number_words(text: str) -> tuple[NumberWords, ...]:
    """Return the whole numbers in words of a text, Kazakh or Russian, in their order."""
    return tuple(said for said in _all_number_words(text) if 0 < said.number <= _GREATEST)


def _all_number_words(text: str) -> tuple[NumberWords, ...]:
    """Return them with «ноль», and whatever their greatness."""
    found: dict[int, NumberWords] = {}
    for language in _LANGUAGES:
        for token in numbers_in_words(list(_words(lowered(text), language)), language):
            value = token.value
            is_said = token.kind == "number" and not _OTHER_WORDS.fullmatch(token.text)
            if is_said and value is not None and value.denominator == 1:
                found[token.start] = NumberWords(
                    token.start, token.end, int(value), token.is_ordinal
                )
    return tuple(found[start] for start in sorted(found))


# Digits as people dictate them who count in nouns or in English.
_COUNTED = (
    *(("zero", "ноль", "нуль", "нолик", "нулик"), ("one", "единица"), ("two", "двойка")),
    *(("three", "тройка"), ("four", "четверка"), ("five", "пятерка"), ("six", "шестерка")),
    *(("seven", "семерка"), ("eight", "восьмерка"), ("nine", "девятка")),
)
_DIGIT_WORDS = {word: digit for digit, said in enumerate(_COUNTED) for word in said}
_DIGIT_WORD = late(rf"(?<![^\W\d_])(?:{'|'.join(_DIGIT_WORDS)})(?![^\W\d_])")
_GREATEST_DICTATED = 999_999
_MIXED = late(r"[a-z][\u0400-\u04ff]|[\u0400-\u04ff][a-z]")

# Two neighbours, of which one is a numeral: only then the numerals of a text are read.
_NUMERAL = (
    r"(?:нол|нул|нөл|один|одн|б[іiи]р|дв[аеу]|ек[іiи]|тр[иеё]|[үу]ш|ч[её]т|төрт|пят|бес|шест|алты"
    r"|сем|жет[іiи]|вос|сег[іiи]з|девя|то[ғг]ыз|дес|он|двад|жиырма|сорок|отыз|[қк]ыры[қк]|елу|алпыс"
    r"|nol|bir|eki|[uü]sh|t[oö]rt|bes|alty|j[eu]|zh[eui]|segiz|to[gğ]|otyz|qyr|kyr|elu|alpys|seks"
    r"|to[qk]san|odin|dva|tri|chet|p[yi]at|shest|sem|vosem|dev|des|sorok|sto"
    r"|жетп[іiи]с|сексен|тоқсан|сто|двести|триста|ж[үу]з|единиц|двойк|тройк|zero|one|two|three|four"
    r"|five|six|seven|eight|nine)"
)
_DICTATED = late(
    rf"(?<![^\W\d_]){_NUMERAL}\w{{0,12}}\W{{1,4}}(?:\d|{_NUMERAL})|\d\W{{1,4}}{_NUMERAL}"
)


def dictated(text: str) -> list[NumberWords]:
    """Return the whole numbers in words of a text whose digits may be parts of a longer number.

    «девять ноль ноль» is 900 digit by digit. A number that repeats in brackets the figures ahead of
    it, as acts write («10 (десять) дней»), is none.
    """
    low = lowered(text)
    if _MIXED.search(low):
        low = _WORD.sub(_in_cyrillic, low)
    if not _DICTATED.search(low):
        return []
    found = {said.start: said for said in _all_number_words(low)}
    for word in _DIGIT_WORD.finditer(low):
        digit = NumberWords(word.start(), word.end(), _DIGIT_WORDS[word[0]], is_ordinal=False)
        found.setdefault(digit.start, digit)
    return [
        said
        for _, said in sorted(found.items())
        if said.number <= _GREATEST_DICTATED and not _repeats(text, said)
    ]


def _in_cyrillic(word: re.Match[str]) -> str:
    """Return a word of letters of two alphabets in those of ours: «сeмьсот»."""
    return word[0].translate(TO_CYRILLIC) if _MIXED.search(word[0]) else word[0]


def _repeats(text: str, said: NumberWords) -> bool:
    ahead = text[max(0, said.start - 12) : said.start]
    return bool(re.search(rf"(?<!\d){said.number}\s*\(\s*$", ahead))


def _words(low: str, language: str) -> Iterator[Token]:
    """Yield the words of a text, and a sign where anything but a space or hyphen parts them."""
    end = 0
    for word in _WORD.finditer(low):
        if word.start() and not _BETWEEN.fullmatch(low, end, word.start()):
            yield Token("sign", low[end : word.start()], end, word.start())
        end = word.end()
        begin = word.start()
        for part in _parts(word[0], language):
            yield Token("word", _as_numeral(part, language), begin, begin + len(part))
            begin += len(part)


@lru_cache(_KEPT_WORDS)
def _parts(word: str, language: str) -> Sequence[str]:
    """Return the numerals that are written as one word; a word that is none is itself."""
    if word in NUMERALS[language]:
        return (word,)
    for pattern in _JOINED:
        if joined := pattern.fullmatch(word):
            parts = tuple(filter(None, joined.groups()))
            if all(_as_numeral(part, language) in NUMERALS[language] for part in parts):
                return parts
    return (word,)


def _as_numeral(word: str, language: str) -> str:
    """Return a word with the letters of its language, where it is a numeral without them."""
    if word in NUMERALS[language]:
        return word
    if word in _FROM_LATIN[language]:
        return _FROM_LATIN[language][word]
    if language != "kk":
        return word
    if not word.isascii():  # a Latin i stands among letters of the language
        word = word.translate(TO_CYRILLIC)
    return _WITH_OWN.get(word, word)


# --- a text with its numbers in figures -----------------------------------------------------------

ORDINAL_MARK, COUNT_MARK = "\u02d0", "\u02d1"
"""Letters of no language here: they fill the place of «пятый» and of «пять» behind the figures."""
_ENGLISH = (
    *("first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth"),
    *("tenth", "eleventh", "twelfth", "thirteenth", "fourteenth", "fifteenth", "sixteenth"),
    *("seventeenth", "eighteenth", "nineteenth", "twentieth"),
)
_ENGLISH_WORD = late(rf"(?<!ty[ -])\b(?:{'|'.join(_ENGLISH)})\b", re.IGNORECASE)
_CIRCLED = {0x2460 + at: str(at + 1) for at in range(9)}


def in_figures(text: str, *, with_counts: bool = True) -> str:
    """Return a text of the same length with figures for its numbers in words, and marks behind.

    Without counts «пять» stays a word, and only «пятый» becomes a figure.
    """
    text = text.translate({**_CIRCLED, ord(ORDINAL_MARK): " ", ord(COUNT_MARK): " "})
    text = _ENGLISH_WORD.sub(
        lambda word: _filled(word[0], _ENGLISH.index(word[0].lower()) + 1, ORDINAL_MARK), text
    )
    end, parts = 0, []
    for said in number_words(text):
        if not (said.is_ordinal or with_counts):
            continue
        mark = ORDINAL_MARK if said.is_ordinal else COUNT_MARK
        parts += [text[end : said.start], _filled(text[said.start : said.end], said.number, mark)]
        end = said.end
    return "".join((*parts, text[end:]))


def _filled(word: str, number: int, mark: str) -> str:
    return str(number).ljust(len(word), mark)


# --- Roman numbers ----------------------------------------------------------------------------

ROMAN = r"(?-i:[IVX]{1,6}|[IVXІХ]{2,6})(?!\w)"
"""A pattern of Roman numbers up to 39, also with the Cyrillic letters that look like theirs."""
_ROMAN_VALUES = {"I": 1, "V": 5, "X": 10}


def roman(letters: str) -> int:
    """Return what a Roman number says."""
    digits = [_ROMAN_VALUES[letter] for letter in letters.translate({0x406: "I", 0x425: "X"})]
    behind = [*digits[1:], 0]
    return sum(-one if one < after else one for one, after in zip(digits, behind, strict=True))


def has_roman(printed: str) -> bool:
    """Return whether the printed number of a clause is a Roman one: “II.”, “Глава II”."""
    return bool(re.search(rf"(?<!\w){ROMAN}", printed))
