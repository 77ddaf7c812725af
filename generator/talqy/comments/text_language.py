"""In which language a text is written: Kazakh, Russian, or not plain. One decision for every door.

Kazakh is known by its own letters; people who have not got them write it without (“кажет”, “ушин”),
and some in Latin letters. So words and endings are looked at that one language has and the other
has not (`lists/languages.yaml`). Where both languages speak, or nothing does, a person says it.
"""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache

from talqy.comments.patterns import late
from talqy.project.shipped import language_signs
from talqy.wording.alphabets import WITHOUT_OWN

_OWN = late("[әғқңөұүһі]")
# Uzbek and Kyrgyz in Cyrillic: letters and pairs that no Kazakh word has.
_UZBEK_LETTER, _KYRGYZ_PAIR = late("[ўҳ]"), late("өө|үү")
_NEVER_THERE = late("[ұіһә]")
# Kyrgyz, Tatar and Mongolian have the other ones, too.
_KAZAKH_ALONE = late("[құі]")
_WORD = late(r"[^\W\d_]+(?:-[^\W\d_]+)*")
ADDRESS_OR_LINK = late(r"(?:https?://|www\.)\S+|\S{1,64}@\S+")
"""What stands in a text and is of no language."""
# What is quoted is the draft's or another's; bounded, since nothing may close it.
_QUOTED = late(r"«[^«»]{1,2000}»|[“„][^“”„]{1,2000}[“”]|\"[^\"]{1,2000}\"")
_SENTENCE_END = late(r"[.!?;]+\s|\n+")
_LEAST_OF_SENTENCE = 3
_CYRILLIC, _LATIN = late(r"[\u0400-\u04ff]"), late(r"[a-z\u00c0-\u0259ŋ]")
# Keyboards without Kazakh letters have these: Latin i for і, h for һ.
_INSIDE = str.maketrans("ih", "іһ")
# The alphabets of 2019 and 2021, and how people write without either, in Cyrillic letters.
_PAIRS = {"sh": "ш", "ch": "ч", "zh": "ж", "kh": "х", "ya": "я", "yu": "ю", "ts": "ц"}
_SINGLE = str.maketrans(
    "äəöüūğñŋşıabcdefghijklmnopqrstuvwxyz", "ааоуугнншыабцдефгхижклмнопкрстувухыз"
)
# No Kazakh word has these letters or begins so, but for those that came from other languages.
_STRANGE = late(r".*[вфцчщъьэ]|[бвгджзклмнпрстфхцчшщ]{2}")
# Letters of Azerbaijani, Turkish and Uzbek; the alphabets of Kazakh have had ğ and q.
_NOT_KAZAKH = late(r"[çəâî]")
_UZBEK = late(r"\b\w*[og][ʻʼ'’`‘]\w", re.IGNORECASE)
# In Russian ъ stands before a vowel; in Bulgarian it is a vowel itself (срокът, твърде).
_BULGARIAN = late(r"ъ[бвгджзйклмнпрстфхцчшщ]")
# Letters of Uzbek in Cyrillic, which Kazakh has not.
_UZBEK_CYRILLIC = late("[ўҳ]")
_LATIN_LEAST = 6  # words among which one at least is of Kazakh alone
_WEAK, _OF_NAME = 1 / 3, 1 / 2
_LEAST = 0.9
_MUCH_MORE = 3
_MOST_FOREIGN = 3
_ENOUGH = 40
_KEPT_TEXTS, _KEPT_WORDS = 1024, 16_384


@dataclass(frozen=True, slots=True)
class _Signs:
    """How many words are Kazakh and how many Russian; those that may be either weigh less."""

    kazakh: float = 0
    russian: float = 0

    @property
    def told(self) -> str:
        """The language that has much more words than the other; "" where none has."""
        most = max(self.kazakh, self.russian)
        if most < _LEAST or most < _MUCH_MORE * min(self.kazakh, self.russian):
            return ""
        return "kk" if self.kazakh > self.russian else "ru"


def language_told(text: str, languages: Sequence[str]) -> str:
    """Return the language of a text, one of a project's; "" where it is not plain or is mixed."""
    told = _told(text)
    return told if told in languages and not _is_mixed(text) else ""


def _is_mixed(text: str) -> bool:
    """Return whether one sentence is plainly Kazakh, and another one plainly Russian."""
    plain = _QUOTED.sub(" ", ADDRESS_OR_LINK.sub(" ", text))
    spoken = {_of_words(said) for said in _SENTENCE_END.split(plain) if _says_much(said)}
    return {"kk", "ru"} <= spoken


def _says_much(sentence: str) -> bool:
    """Return whether there are words enough to tell a language; names have capitals."""
    words = [word for word in _WORD.findall(sentence) if len(word) > 1]
    return len([word for word in words if word.islower()]) >= _LEAST_OF_SENTENCE


# Texts of an answer are asked whether they stand in each other's place, and then each alone.
@lru_cache(_KEPT_TEXTS)
def is_other_language(text: str, language: str) -> bool:
    """Return whether a text is plainly not in its language; of a short one nobody can tell."""
    small = ADDRESS_OR_LINK.sub("", text).lower()
    cyrillic, latin = len(_CYRILLIC.findall(small)), len(_LATIN.findall(small))
    if language not in ("kk", "ru") or cyrillic + latin < _ENOUGH:
        return False
    told = _told(text)
    return told != language if told else latin > cyrillic


@lru_cache(_KEPT_TEXTS)
def _told(text: str) -> str:
    """Return what a text is outside of its quotes, or as a whole where it only quotes."""
    plain = ADDRESS_OR_LINK.sub(" ", text)
    return _of_words(_QUOTED.sub(" ", plain)) or _of_words(plain)


def _of_words(text: str) -> str:
    words = [word for word in _WORD.findall(text) if len(word) > 1 or word.lower() in "иваскоую"]
    cyrillic = [word for word in words if _CYRILLIC.search(word.lower())]
    # Names of programs and firms are written in Latin letters in any language, with a capital.
    latin = [word for word in words if word.islower() and not _CYRILLIC.search(word)]
    if len(latin) >= _MOST_FOREIGN and len(latin) * _MUCH_MORE > len(cyrillic):
        is_strange = cyrillic or _UZBEK.search(text)
        return "" if is_strange else _of_latin([word.lower() for word in words])
    small = [word.lower() for word in cyrillic]
    if _are_of("slavic", small) or any(
        sign.search(word) for sign in (_BULGARIAN, _UZBEK_CYRILLIC) for word in small
    ):
        return ""
    return "" if _is_of_neighbours(cyrillic) else _signs(cyrillic).told


def _is_of_neighbours(words: Iterable[str]) -> bool:
    """Return whether words in Cyrillic letters are Kyrgyz or Uzbek: two signs, or one letter."""
    small = [word for word in words if not word.istitle()] or [word.lower() for word in words]
    if any(map(_NEVER_THERE.search, small)):
        return False
    if any(map(_UZBEK_LETTER.search, small)):
        return True
    known = language_signs()["neighbours"]["words"]
    return sum(word.lower() in known or bool(_KYRGYZ_PAIR.search(word)) for word in small) > 1


def _are_of(language: str, words: Iterable[str]) -> bool:
    """Return whether a word speaks for a language that is none of the project's."""
    return not language_signs()[language]["words"].isdisjoint(words)


def _of_latin(words: Sequence[str]) -> str:
    """Return whether Latin letters write Kazakh: nothing else is told by them.

    Turkic languages have many words alike: «bir» is Kazakh, Uzbek and Turkish, and tells nothing.
    """
    if any(_are_of(language, words) for language in ("en", "turkic")):
        return ""
    if any(map(_NOT_KAZAKH.search, words)):
        return ""
    telling = [_in_cyrillic(word) for word in words if word != "bir"]
    signs = _signs(telling)
    is_plain = signs.kazakh * _LATIN_LEAST >= len(words)
    return "kk" if signs.told == "kk" and is_plain else ""


def _in_cyrillic(word: str) -> str:
    for pair, letter in _PAIRS.items():
        word = word.replace(pair, letter)
    return word.translate(_SINGLE)


def _signs(words: Iterable[str]) -> _Signs:
    kazakh = russian = 0.0
    own = []
    for place, word in enumerate(words):
        spelt = word.lower().translate(_INSIDE)
        if _OWN.search(spelt):
            own.append(spelt)
            # Streets and towns in Kazakhstan have Kazakh names in every language.
            kazakh += _OF_NAME if place and word.istitle() else 1
            continue
        is_kazakh, weight = _weighed(spelt.translate(WITHOUT_OWN))
        kazakh += weight * is_kazakh
        russian += weight * (not is_kazakh)
    # Words with such letters, and none of those that Kazakh alone has, are of a third language.
    if len(own) > _MOST_FOREIGN and not any(map(_KAZAKH_ALONE.search, own)):
        return _Signs()
    return _Signs(kazakh, russian)


@cache
def _endings(language: str) -> re.Pattern[str]:
    return late(rf"..+(?:{'|'.join(sorted(language_signs()[language]['endings']))})")


@lru_cache(_KEPT_WORDS)
def _weighed(word: str) -> tuple[bool, float]:
    """Return whether a word without Kazakh letters is Kazakh, and what that weighs."""
    signs = language_signs()
    if word in signs["ru"]["words"] or word in signs["kk"]["words"]:
        return word in signs["kk"]["words"], 1
    is_kazakh, is_russian = (bool(_endings(name).fullmatch(word)) for name in ("kk", "ru"))
    if is_kazakh and is_russian:
        return False, 0
    if is_kazakh or is_russian:
        return is_kazakh, 1
    return False, _WEAK if _STRANGE.match(word) else 0
