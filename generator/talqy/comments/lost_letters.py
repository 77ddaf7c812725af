"""Letters that were destroyed on the way: the words of such a row are not its author's.

Excel's ordinary “CSV” has no Kazakh letters and puts question marks in their place; a table opened
in another encoding than it was written in shows letters of other alphabets. Doubt is enough: a
comment is never edited afterwards.
"""

import re
from functools import lru_cache

from talqy.comments.patterns import late
from talqy.comments.text_language import ADDRESS_OR_LINK

_KEPT_TEXTS = 8192  # each revision says most of what the one before it says
_LETTER = r"[^\W\d_]"
_SIGNS = tuple(
    late(sign)
    for sign in (
        # What no program could read, and what stands for it.
        r"\ufffd|[\u0080-\u009f]",
        # к?ту, ?за? and ???? in the place of letters.
        rf"{_LETTER}\?+[^\W\d_A-ZА-ЯЁӘҒҚҢӨҰҮҺІ]",
        rf"(?:^|[\s(«\"“„-])\?+{_LETTER}",
        r"(?:^|\s)\?{2,}(?=\s+\?{2,})",
        # Letters that neither Kazakh nor Russian has: Serbian, Macedonian, Ukrainian, Belarusian.
        r"[ЂЃЉЊЌЋЏђѓљњќћџЎўЈјЅѕЄєЇїҐґ]",
        # UTF-8 read as Windows-1251 and as Latin-1; Windows-1251 read as Latin-1.
        r"(?:[РСТУ][\u00a0-\u00bf\u2010-\u203a\u20ac\u2116\u2122°-±µ-ё]){3,}|(?:[ÐÑÒÓĞ].){3,}",
        r"(?:Р[°±µ¶·ё№»јѕї]|С[ЃЂ‚ѓ„…†‡€‰‹]){2,}",
        r"[À-ÿ]{5,}",
        # The same twice over; letters drawn as frames of tables, or as half-width Japanese ones.
        r"(?:[ÃÂ][^\sA-Za-z]|â€.){3,}",
        r"(?:[\u2500-\u259f][^\W\d_]\S{0,12}\s?){2}",
        r"[\uff61-\uff9f]{3,}",
        # Letters as programs send them: %D0%A1, &#1057;, \u0421, =D0=A1.
        r"(?:%[0-9A-Fa-f]{2}){4,}|(?:=[0-9A-F]{2}){4,}|(?:&#x?[0-9A-Fa-f]{2,6};){2,}",
        r"(?:\\u0[0-9a-fA-F]{3}){2,}",
        # KOI8-R read as Windows-1251: capitals and small letters change places.
        r"(?:\b[а-яё][А-ЯЁ]{2,}\b\W*){2,}|\b[а-яё][А-ЯЁ]{2,}(?:\W+[А-ЯЁ]{3,}\b){2,}",
    )
)

# «Ҳар бир кўрсатилган хизмат»: Uzbek has ў beside қ, ғ and ҳ, and no letters of Kazakh alone.
_BESIDE_UZBEK_U = "қғҳ"
_UZBEK_WORD = late(r"\b[а-яё]{0,30}ў[а-яё]{0,30}\b")
_LEAST_UZBEK = 3
_NOT_UZBEK = late("[әңөұүһі]", re.IGNORECASE)
_UZBEK_U = late("[ўҳ]", re.IGNORECASE)

# What a sound text has none of: without one of these, no sign above is looked for.
_STRANGE = late(
    r"[^\x00-\x3e\x40-\x7fА-Яа-яЁёӘәҒғҚқҢңӨөҰұҮүҺһІі«»–—…№“”„‘’\u00a0]|[а-яё][А-ЯЁ]{2}"
    r"|[%=][0-9A-Fa-f]{2}[%=]|&#|\\u0"
)


@lru_cache(_KEPT_TEXTS)
def destroyed(text: str) -> str:
    """Return the word in which letters were destroyed; "" where none is seen."""
    if not _STRANGE.search(text):
        return ""
    if "??" in text and not any(map(str.isalpha, text)):
        return text.strip()[:40]
    if _is_uzbek(text):  # a language, and nothing destroyed
        text = _UZBEK_U.sub("у", text)
    plain = ADDRESS_OR_LINK.sub(lambda found: " " * len(found[0]), text)
    for sign in _SIGNS:
        if found := sign.search(plain):
            before = len(found[0]) - len(found[0].lstrip())
            return _word(plain, found.start() + before, found.end())
    return ""


def _is_uzbek(text: str) -> bool:
    if _NOT_UZBEK.search(text):
        return False
    small = text.lower()
    if "ў" in small and any(letter in small for letter in _BESIDE_UZBEK_U):
        return True
    return len(_UZBEK_WORD.findall(text)) >= _LEAST_UZBEK


# Latin letters that nobody tells from Cyrillic ones; i and h are typed for і and һ on purpose.
_ALIKE = "aceopxyABCEHKMOPTXY"
_LETTERS = late(r"[^\W\d_]+")
_MIXED = late(rf"[а-яёА-ЯЁ][{_ALIKE}]|[{_ALIKE}][а-яёА-ЯЁ]")
# «eГов», «WhatsAppқа»: a name in Latin letters, and its ending in ours.
_NAMED = late(r"e[А-ЯЁ]\w*|[A-Za-z]{3,}[а-яёәғқңөұүһі]+")
_FEWEST = 2


@lru_cache(_KEPT_TEXTS)
def mixed_alphabets(text: str) -> str:
    """Return a word of letters of two alphabets that look alike; "" where fewer than two are.

    A scan that was read by a program has them; one such word is a slip of the keyboard.
    """
    if _is_uzbek(text):  # a language, and nothing destroyed
        text = _UZBEK_U.sub("у", text)
    plain = ADDRESS_OR_LINK.sub(" ", text)
    words = (word for word in _LETTERS.findall(plain) if _MIXED.search(word))
    mixed = list(dict.fromkeys(word for word in words if not _NAMED.fullmatch(word)))
    return mixed[0] if len(mixed) >= _FEWEST else ""


def _word(text: str, start: int, end: int) -> str:
    """Return the words around a place, at most 40 letters of them."""
    first = max(text.rfind(" ", 0, start), text.rfind("\n", 0, start)) + 1
    last = late(r"\s|\Z").search(text, end)
    return text[first : last.start() if last else end].strip()[:40]
