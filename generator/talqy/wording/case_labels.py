"""What the short label of a case says, as far as it tells for whom the case is.

One group of letters turns it: не-, без-, бей-, -сыз, -ма-. So a label is read by what its words
mean, by its numbers, also those in words, by what it denies, and by the sides that it takes.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from functools import lru_cache
from typing import NamedTuple

from talqy.wording.pieces import lowered, pieces
from talqy.wording.sides import Sides, sides
from talqy.wording.turns import DENYING_VERB

_STEM = 5
_SHORTEST = 3
_KEPT_LABELS = 8_192


class CaseLabel(NamedTuple):
    """A label that was read.

    `words` are those that mean something by themselves; `denied` are the stems of what a “not”
    stands at, `reached` those of all that it may be about. It `is_of_all` where it names no limit.
    """

    words: tuple[str, ...]
    numbers: frozenset[str]
    denied: tuple[str, ...]
    reached: frozenset[str]
    sides: Sides
    is_of_all: bool

    @property
    def stems(self) -> frozenset[str]:
        """The stems of the words that mean something by themselves."""
        return frozenset(map(stem, self.words))


def stem(word: str) -> str:
    """Return what the forms of a word share, as far as its first letters tell."""
    return word[:_STEM]


@lru_cache(_KEPT_LABELS)
def case_label(said: str, language: str) -> CaseLabel:
    """Return a label as it is read."""
    cut = pieces(said, language)
    spoken = [one.text for one in cut if one.kind == "word"]
    denials = list(_denials(spoken, language))
    low = lowered(said)
    return CaseLabel(
        words=tuple(word for word in spoken if _means(word, language)),
        numbers=frozenset(
            one.text if one.value is None else str(one.value)
            for one in cut
            if one.kind not in {"word", "sign"}
        ),
        denied=tuple(sorted(stem(one.word) for one in denials)),
        reached=frozenset(stem(word) for one in denials for word in one.reach),
        sides=sides(low, language),
        is_of_all=bool(_OF_ALL[language].search(low)) if language in _OF_ALL else False,
    )


_OF_ALL = {
    "ru": re.compile(r"независимо|вне зависимости|\bлюб(?:ой|ая|ое|ого|ом|ую|ых|ые)\b|где бы ни"),
    "kk": re.compile(r"қарамастан|\bкез келген"),
    "en": re.compile(r"regardless|\bany\b|wherever"),
}
# Words that tie others together, and name nobody and nothing.
_TIES: Mapping[str, re.Pattern[str]] = {
    "ru": re.compile(
        r"для|при|или|либо|как|что|если|случа\w+|том|числе|также|лиц(?:а|о|ам|ами|ах)?"
    ),
    "kk": re.compile(
        r"үшін|кез(?:де|інде)|жағдай\w*|болса|болған\w*|бойынша|туралы|және|мен|бен|пен|немесе"
        r"|адам(?:дар\w*)?"
    ),
    "en": re.compile(r"for|the|and|who|with|persons?"),
}
_NOT = {
    "ru": re.compile(r"не|ни|нет|без|кроме|исключая|исключением|помимо|отсутств\w+"),
    "kk": re.compile(r"емес\w*|жоқ\w*|қоспағанда|басқа\w*|болма\w+"),
    "en": re.compile(r"not|no|non|without|except"),
}
_KAZAKH_WITHOUT = re.compile(r"(?!қамтамасыз)(\w{2,}?)с[ыі]з(?:д[ыі]к)?\w{0,6}")
_KAZAKH_VERB = re.compile(DENYING_VERB)
_POSITIVE = re.compile(r"(\w{2,})[мбп][ае]((?:й|ғ|г|с|д|у)\w*)")


def _means(word: str, language: str) -> bool:
    is_not = language in _NOT and _NOT[language].fullmatch(word)
    is_tie = language in _TIES and _TIES[language].fullmatch(word)
    return len(word) >= _SHORTEST and not is_not and not is_tie


class _Denial(NamedTuple):
    """The word that is denied, and all to which the “not” may reach."""

    word: str
    reach: tuple[str, ...]


def _denials(spoken: Sequence[str], language: str) -> Iterator[_Denial]:
    """Yield what a label denies; Russian says “not” before it, Kazakh behind it or inside."""
    for at, word in enumerate(spoken):
        before = [one for one in spoken[:at] if _means(one, language)]
        behind = [one for one in spoken[at + 1 :] if _means(one, language)]
        if language in _NOT and _NOT[language].fullmatch(word):
            if spoken[at - 1 : at + 1] == ["бы", "ни"]:  # “где бы ни жили” is wherever they live
                continue
            is_behind = not before if language == "kk" else bool(behind)
            reach = behind if is_behind else before
            yield _Denial(reach[0 if is_behind else -1] if reach else word, tuple(reach))
        elif language == "kk" and (without := _KAZAKH_WITHOUT.fullmatch(word)):
            is_own = _means(without[1], language)
            yield _Denial(without[1], (without[1],) if is_own else (*before, *behind))
        elif language == "kk" and _KAZAKH_VERB.fullmatch(word):
            verb = _POSITIVE.fullmatch(word)
            denied = f"{verb[1]}{verb[2]}" if verb else word
            yield _Denial(denied, (*before, denied))


# --- forms of one word ----------------------------------------------------------------------------

_ENDING, _ROOT = 3, 4
_PREFIXES = (
    *("не", "без", "бес", "недо", "вне", "внутри", "до", "после", "пред", "перед", "анти", "контр"),
    *("противо", "меж", "пере", "под", "над", "сверх", "экс", "полу", "мало", "много", "бей"),
    *("non", "un", "in", "im", "dis", "re", "pre", "post"),
)


def is_form(one: str, other: str) -> bool:
    """Return whether two words are forms of one, as far as their letters tell."""
    shared = 0
    for x, y in zip(one, other, strict=False):
        if x != y:
            break
        shared += 1
    short, long = sorted((len(one), len(other)))
    is_ended = shared >= max(_ROOT, short - _ENDING) and long - shared <= shared
    return shared >= _SHORTEST and (shared >= short - 1 or is_ended)


def is_prefixed(one: str, other: str) -> bool:
    """Return whether one word is a form of the other with a prefix: “неполный” and “полный”."""
    short, long = sorted((one, other), key=len)
    return len(short) >= _ROOT and any(
        is_form(bare, short)
        for prefix in _PREFIXES
        if (bare := long.removeprefix(prefix)) != long and bare[:_ROOT] == short[:_ROOT]
    )
