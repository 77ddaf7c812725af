"""A text in pieces: words, numbers in figures or in words, days, hours, phones, numbers of acts."""

import re
from collections.abc import Iterator
from fractions import Fraction
from functools import lru_cache

from talqy.wording.alphabets import in_one_alphabet
from talqy.wording.numbers_in_words import numbers_in_words
from talqy.wording.numeral_forms import FIRST_PARTS
from talqy.wording.token import Token

_KEPT_WORDS = 65_536  # a text says few words, and says them often
_SPACES = r"[ \u00a0\u2009\u202f]"
_PIECE = re.compile(
    rf"""
      (?P<word>(?![NIVXLCІХ])[^\W\d_]+)  # most pieces are words: nothing else begins as they do
    | (?P<phone>(?<![\d-])(?:\+7|\b8)[\s(-]*\d{{3,4}}[\s)-]*\d(?:[\s-]?\d){{5,6}}(?!\d)
        | (?<![\d-])\d{{2,3}}-\d{{2}}-\d{{2}}(?![\d-]))
    | (?P<date>(?<![\d.])\d{{1,2}}\.\d{{1,2}}\.(?:19|20)\d\d(?!\d)
        | (?<!\d)(?:19|20)\d\d-\d\d-\d\d(?!\d))
    | (?P<act>(?:№|\bN){_SPACES}?\d[\w/-]*)
    | (?P<time>(?<![\d.,:])(?:[01]?\d|2[0-4])[.:][0-5]\d(?![\d:]|[.,]\d))
    | (?P<part>(?<![\d/])\d{{1,2}}/\d{{1,3}}(?![\d/]))
    | (?P<figure>(?<!\d)\d{{1,3}}(?:{_SPACES}\d{{3}}(?!\d))+(?:[.,]\d+)? | \d+(?:[.,]\d+)?)
    | (?P<roman>\b[IVXLCІХ]+\b)
    | (?P<other>[^\W\d_]+)
    | (?P<sign>[^\s])
    """,
    re.VERBOSE,
)
_WITH_ENDINGS = frozenset({"number", "time"})
_WORDS, _LIKE_WORDS = frozenset({"word", "other"}), frozenset({"other", "part"})
_ROMAN = {"I": 1, "V": 5, "X": 10, "L": 50, "C": 100}
_LATIN = str.maketrans("ІХ", "IX")
_AS_ONE_LETTER = frozenset("IVXІ")
# The ending of a number: 10-го, 3-х, 25-ші, 9.00-ден; not a word of its own.
_ENDING = re.compile(
    r"(?:го|му|й|я|е|м|х|ми|ти|ю|ый|ая|ое|ых|ой|ом|ем|и|ым|ыми|тью"
    r"|(?:[ыі]н)?ш[ыі]|[ғгқк][ае]|[дт][ае]н?|н[ае]н|[ндт][ыі]ң|[ндт][ыі]|[мбп]ен|с?[ыі])"
)
_ORDINAL_ENDING = re.compile(r"(?:го|му|й|я|е|ый|ая|ое|ой|ом|ем|ым|(?:[ыі]н)?ш[ыі])$")


# Letters that stand for figures in typed texts: “З (три)”, “1О (десять)”.
_FOR_FIGURES = ((re.compile(r"(?<=\d)[ОOоo](?![^\W\d_])"), "0"), (re.compile(r"\bЗ(?= \()"), "3"))


def figured(text: str) -> str:
    """Return a text with figures in the place of letters that were typed for them."""
    for letters, figure in _FOR_FIGURES:
        text = letters.sub(figure, text)
    return text


def lowered(text: str) -> str:
    """Return a text in lower case, without ё and without Latin letters in words of other letters.

    The length stays the same.
    """
    low = text.lower()
    if len(low) != len(text):  # a letter such as “İ” becomes two
        low = "".join(low if len(low := letter.lower()) == 1 else letter for letter in text)
    return in_one_alphabet(low.replace("ё", "е"))


def pieces(text: str, language: str) -> list[Token]:
    """Cut a text into its pieces, with numbers in words and in brackets read as one."""
    cut = list(_ended(list(_cut(text, language))))
    return list(_bracketed(list(numbers_in_words(cut, language))))


def _cut(text: str, language: str) -> Iterator[Token]:
    text = figured(text)
    low = lowered(text)
    for match in _PIECE.finditer(text):
        kind, (start, end) = str(match.lastgroup), match.span()
        said = low[start:end]
        if kind in _WORDS and (opens := _opens(said, language)):
            first, number = opens
            between = start + len(first)
            yield Token("number", first, start, between, number, in_words=True)
            yield Token("word", said[len(first) :], between, end)
        elif kind in _FIGURES and end - start > _LONGEST:
            yield Token("word", said, start, end)
        elif kind == "figure":
            bare = re.sub(_SPACES, "", said).replace(",", ".")
            yield Token("number", said, start, end, Fraction(bare))
        elif kind == "part" and not said.endswith("/0") and int(said.partition("/")[2]):
            yield Token("number", said, start, end, Fraction(said))
        elif kind == "roman":
            roman = _roman(match[0])
            yield Token("number" if roman else "word", said, start, end, roman)
        else:
            yield Token("word" if kind in _LIKE_WORDS else kind, said, start, end)


_FIGURES = frozenset({"figure", "part"})
_LONGEST = 1_000
"""So many signs a number has at most: what is longer is no number of anything."""

# Half of a year, an hour, a month: полгода, полугода, полугодие, получаса.
_HALVES = re.compile(r"(полу?)(год(?:а|у|ом|и[еяюий]|ием|иях?|иям)|час(?:а|у|ом)|месяца)")
_OPENED = {
    "ru": re.compile(
        r"(\w+?)(?:дневн|месячн|летн|часов|минутн|кратн|процентн|суточн|недельн|годичн)\w+"
    ),
    "kk": re.compile(r"(\w+?)(?:күн|ай|жыл|сағат|минут)[дтл]?[ыі][кқғг]\w*"),
}


@lru_cache(_KEPT_WORDS)
def _opens(word: str, language: str) -> tuple[str, Fraction] | None:
    """Return the number that opens a word: “десяти” in “десятидневный”, “пол” in “полгода”."""
    if language == "ru" and (half := _HALVES.fullmatch(word)):
        return half[1], Fraction(1, 2)
    match = _OPENED[language].fullmatch(word) if language in _OPENED else None
    number = FIRST_PARTS[language].get(match[1]) if match else None
    return (match[1], number) if match and number is not None else None


def _roman(word: str) -> Fraction | None:
    """Read a Roman number; None where the letters are a word."""
    if len(word) == 1 and word not in _AS_ONE_LETTER:
        return None
    digits = [_ROMAN[letter] for letter in word.translate(_LATIN)]
    behind = [*digits[1:], 0]
    signed = [-d if d < after else d for d, after in zip(digits, behind, strict=True)]
    return Fraction(sum(signed)) if sum(signed) > 0 else None


def _ended(cut: list[Token]) -> Iterator[Token]:
    """Join a number in figures with its ending."""
    at = 0
    while at < len(cut):
        piece = cut[at]
        behind = cut[at + 1 : at + 3] if piece.kind in _WITH_ENDINGS else []
        ending = behind[1].text if len(behind) == 2 and behind[0].text in "-‑–" else ""
        if ending and behind[1].start == piece.end + 1 and _ENDING.fullmatch(ending):
            is_ordinal = bool(_ORDINAL_ENDING.fullmatch(ending))
            yield piece._replace(end=behind[1].end, is_ordinal=is_ordinal)
            at += 3
        else:
            yield piece
            at += 1


# --- the same number twice ------------------------------------------------------------------------


def _bracketed(cut: list[Token]) -> Iterator[Token]:
    """Join “5 (пять)” and “пять (5)” to one number; they may disagree."""
    at = 0
    while at < len(cut):
        piece = cut[at]
        behind = cut[at + 1 : at + 4] if piece.kind == "number" else []
        if (
            [p.kind for p in behind] == ["sign", "number", "sign"]
            and (behind[0].text, behind[2].text) == ("(", ")")
            and piece.in_words != behind[1].in_words
        ):
            inner = behind[1]
            other = None if inner.value == piece.value else inner.value
            yield piece._replace(end=behind[2].end, in_words=False, other=other)
            at += 4
        else:
            yield piece
            at += 1
