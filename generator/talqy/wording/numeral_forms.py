"""Numerals in all their forms: from 0 to thousands of millions, in Kazakh and Russian.

A form is read as it stands, lower case and without ё. Kazakh forms that are other words as well
(“үшін” for, “оның” his, “жүзеге” into being) are left out: they are no numbers in acts.
"""

from collections.abc import Iterator, Mapping
from fractions import Fraction
from typing import NamedTuple


class NumberWord(NamedTuple):
    """One word of a number; `is_from` is a Kazakh “out of five”, the lower part of a fraction."""

    value: Fraction
    is_ordinal: bool = False
    is_from: bool = False
    is_plain: bool = True


def _row(value: str, forms: str) -> Iterator[tuple[str, NumberWord]]:
    return ((form, NumberWord(Fraction(value))) for form in forms.split())


# --- Russian --------------------------------------------------------------------------------------

_RUSSIAN = {
    "0": "ноль нуль ноля нуля нолю нулю нолем нулем ноле нуле",
    "1": "один одна одно одного одной одному одним одном одну одною одни одних одними единожды",
    "2": "два две двух двум двумя двое двоих двоим двоими оба обе обоих обеих обоим обеим "
    "обоими обеими вдвое дважды",
    "3": "три трех трем тремя трое троих троим троими втрое трижды",
    "4": "четыре четырех четырем четырьмя четверо четверых четверым четверыми четырежды",
    "5": "пять пяти пятью пятеро пятерых пятерым",
    "6": "шесть шести шестью шестеро шестерых",
    "7": "семь семи семеро семерых",
    "8": "восемь восьми восемью восьмью",
    "9": "девять девяти девятью",
    "40": "сорок сорока",
    "90": "девяносто девяноста",
    "100": "сто ста",
    "200": "двести двухсот двумстам двумястами двухстах",
    "300": "триста трехсот тремстам тремястами трехстах",
    "400": "четыреста четырехсот четыремстам четырьмястами четырехстах",
    "1000": "тысяча тысячи тысяче тысячу тысячей тысячью тысяч тысячам тысячами тысячах тыс",
    "1000000": "миллион миллиона миллиону миллионом миллионе миллионы миллионов миллионам "
    "миллионами миллионах млн",
    "1000000000": "миллиард миллиарда миллиарду миллиардом миллиарде миллиарды миллиардов "
    "миллиардам миллиардами миллиардах млрд",
    "1/2": "половина половины половине половину половиной",
    "1/3": "треть трети третью третями",
    "1/4": "четверть четверти четвертью четвертями",
    "3/2": "полтора полторы полутора",
}
_TEENS = ["один", "две", "три", "четыр", "пят", "шест", "сем", "восем", "девят"]
_FIVE_TO_NINE = (("пят", "пят"), ("шест", "шест"), ("сем", "сем"), ("восем", "восьм"))
_ORDINALS = {
    1: "перв", 2: "втор", 4: "четверт", 5: "пят", 6: "шест", 7: "седьм", 8: "восьм",
    9: "девят", 10: "десят", 20: "двадцат", 30: "тридцат", 40: "сороков", 50: "пятидесят",
    60: "шестидесят", 70: "семидесят", 80: "восьмидесят", 90: "девяност", 100: "сот",
    200: "двухсот", 300: "трехсот", 400: "четырехсот", 500: "пятисот", 600: "шестисот",
    700: "семисот", 800: "восьмисот", 900: "девятисот", 1000: "тысячн",
}  # fmt: skip
_ADJECTIVE = ["ый", "ой", "ого", "ому", "ым", "ом", "ая", "ую", "ою", "ое", "ые", "ых", "ыми"]
_THIRD = (
    "третий третья третье третьего третьему третьим третьем третьей третью третьи третьих третьими"
)


def _russian_cardinals() -> Iterator[tuple[str, NumberWord]]:
    for value, forms in _RUSSIAN.items():
        yield from _row(value, forms)
    teens = {10 + at: f"{stem}надцат" for at, stem in enumerate(_TEENS, 1)}
    for number, stem in {10: "десят", 20: "двадцат", 30: "тридцат", **teens}.items():
        yield from _row(str(number), f"{stem}ь {stem}и {stem}ью")
    for number, (stem, bent) in enumerate((*_FIVE_TO_NINE, ("девят", "девят")), 5):
        if number != 9:
            tens = f"{stem}ьдесят {bent}идесяти {stem}ьюдесятью {bent}ьюдесятью"
            yield from _row(str(number * 10), tens)
        hundreds = f"{stem}ьсот {bent}исот {bent}истам {stem}ьюстами {bent}ьюстами {bent}истах"
        yield from _row(str(number * 100), hundreds)


def _russian_ordinals() -> Iterator[tuple[str, NumberWord]]:
    teens = {10 + at: f"{stem}надцат" for at, stem in enumerate(_TEENS, 1)}
    for number, stem in {**_ORDINALS, **teens}.items():
        for ending in _ADJECTIVE:
            yield stem + ending, NumberWord(Fraction(number), is_ordinal=True)
    for form in _THIRD.split():
        yield form, NumberWord(Fraction(3), is_ordinal=True)


# --- Kazakh ---------------------------------------------------------------------------------------

_KAZAKH = {
    "нөл": 0, "бір": 1, "екі": 2, "үш": 3, "төрт": 4, "бес": 5, "алты": 6, "жеті": 7,
    "сегіз": 8, "тоғыз": 9, "он": 10, "жиырма": 20, "отыз": 30, "қырық": 40, "елу": 50,
    "алпыс": 60, "жетпіс": 70, "сексен": 80, "тоқсан": 90, "жүз": 100, "мың": 1000,
    "миллион": 1_000_000, "миллиард": 1_000_000_000,
}  # fmt: skip
_CASES = (
    "ның нің дың дің тың тің ға ге қа ке ны ні ды ді ты ті да де та те мен бен пен "
    "ы і сы сі ын ін сын сін ының інің сының сінің ына іне сына сіне ында інде сында сінде "
    "ынан інен сынан сінен"
)
_FROM = "дан ден тан тен нан нен"
_OTHER_WORDS = (
    "онда оның оны онымен онан ондай бірге бірде бірден бірмен үшін үші жүзі жүзін жүзінде жүзіне "
    "жүзінен жүзде жүзінің мыңы алтын"
)
# қырқыншы, жиырмасыншы; the last vowel but “у” tells which ending is heard.
_ORDINAL_STEMS = {"қырық": "қырқ", "жиырма": "жиырмас"}
_HARD = "аоұы"
_TOGETHER = {"екеу": 2, "үшеу": 3, "төртеу": 4, "бесеу": 5, "алтау": 6, "жетеу": 7}
_KAZAKH_OTHERS = {
    "жарты": "1/2", "жартысы": "1/2", "жартысын": "1/2", "ширек": "1/4",
    "млн": "1000000", "млрд": "1000000000",
}  # fmt: skip


def _kazakh() -> Iterator[tuple[str, NumberWord]]:
    for word, number in _KAZAKH.items():
        yield word, NumberWord(Fraction(number))
        for ending in _CASES.split():
            yield (
                word + ending,
                NumberWord(Fraction(number), is_plain=ending in {"ы", "і", "сы", "сі"}),
            )
        for ending in _FROM.split():
            yield word + ending, NumberWord(Fraction(number), is_from=True, is_plain=False)
        for form in _kazakh_ordinals(word):
            yield form, NumberWord(Fraction(number), is_ordinal=True)
    for word, number in _TOGETHER.items():
        for ending in ("", *_CASES.split(), *_FROM.split()):
            yield word + ending, NumberWord(Fraction(number))
    for word, part in _KAZAKH_OTHERS.items():
        yield word, NumberWord(Fraction(part))


def _kazakh_ordinals(word: str) -> Iterator[str]:
    stem = _ORDINAL_STEMS.get(word, word)
    vowel = next(letter for letter in reversed(stem) if letter in "аәоөұүыіе")
    ending = "ншы" if vowel in _HARD or "лли" in stem else "нші"
    joint = "" if stem[-1] in "ыі" else ending[-1]
    for case in ("", *_CASES.split(), *_FROM.split()):
        yield stem + joint + ending + case


def _kazakh_read() -> Mapping[str, NumberWord]:
    others = frozenset(_OTHER_WORDS.split())
    return {form: numeral for form, numeral in _kazakh() if form not in others}


NUMERALS: Mapping[str, Mapping[str, NumberWord]] = {
    "ru": {**dict(_russian_cardinals()), **dict(_russian_ordinals())},
    "kk": _kazakh_read(),
}
"""The words of numbers by language; a language that is not here writes numbers in figures only."""

# A number that opens a word: десятидневный, 10-летний, двухмесячный, однократный.
_RUSSIAN_FIRST: Mapping[str, int | str] = {
    "одно": 1, "двух": 2, "дву": 2, "трех": 3, "четырех": 4, "пяти": 5, "шести": 6, "семи": 7,
    "восьми": 8, "девяти": 9, "десяти": 10, "двадцати": 20, "тридцати": 30, "сорока": 40,
    "пятидесяти": 50, "шестидесяти": 60, "семидесяти": 70, "восьмидесяти": 80, "девяносто": 90,
    "сто": 100, "ста": 100, "двухсот": 200, "трехсот": 300, "пятисот": 500, "полутора": "3/2",
    **{f"{stem}надцати": 10 + at for at, stem in enumerate(_TEENS, 1)},
}  # fmt: skip
FIRST_PARTS: Mapping[str, Mapping[str, Fraction]] = {
    "ru": {word: Fraction(number) for word, number in _RUSSIAN_FIRST.items()},
    "kk": {
        "жарты": Fraction(1, 2),
        **{word: Fraction(number) for word, number in _KAZAKH.items() if number < 1000},
    },
}
"""What a number is where it opens a word: “десяти” in “десятидневный”."""
