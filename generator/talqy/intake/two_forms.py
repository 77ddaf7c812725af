"""Whether the plain text and the page of one letter say the same, to the word and the figure.

Markup, breaks of lines, signs and the numbers that a program counts at items may differ; words,
figures and their order may not. What the page strikes out or hides, the plain text may have.
"""

import re
import unicodedata
from collections import Counter
from collections.abc import Iterable, Iterator

# What programs put into the plain text in the place of pictures and links.
_NO_WORDS = re.compile(
    r"\[(?:image|cid|изображение|рисунок|сурет)\b[^\]]{0,300}\]|<?(?:https?|mailto|tel):[^\s>]*>?|"
    r"\S{1,64}@\S+",
    re.IGNORECASE,
)
_SOFT = re.compile("[\u00ad\u200b\u200c\u200d\u2060\ufeff^]")
_WORD = re.compile(r"\d+(?:[.,:/]\d+)*|[^\W\d_]+")
_NUMBER = re.compile(r"^[ \t]*(?:\d{1,3}|[a-z]|[ivx]{1,6})[.)][ \t]+", re.IGNORECASE | re.MULTILINE)
_MOST_TOLD = 3


def odd_words(page: str, plain: str, unseen: Iterable[str]) -> str:
    """Return words that only one form of a letter has; "" where both say the same.

    `unseen` are words of the page that it strikes out or hides.
    """
    odd = _odd(_words(page), _words(plain), unseen)
    if odd and not _NUMBER.search(plain):
        odd = _odd(_words(_NUMBER.sub("", page)), _words(plain), unseen)
    return ", ".join(odd[:_MOST_TOLD])


def _odd(page: list[str], plain: list[str], unseen: Iterable[str]) -> list[str]:
    if _joined(page) == _joined(plain):
        return []
    passed = {word for text in unseen for word in _words(text)}
    left = iter([*page, ""])
    expected = next(left)
    kept: list[str] = []
    for word in plain:
        if word == expected:
            expected = next(left)
        elif word in passed:
            continue
        kept.append(word)
    if _joined(page) == _joined(kept):
        return []
    only = (Counter(page) - Counter(kept)) + (Counter(kept) - Counter(page))
    return list(only) or [
        next(word for word, other in zip(page, kept, strict=False) if word != other)
    ]


def _words(text: str) -> list[str]:
    """Return words and figures as one writes them without signs: «10²» is «10^2» is «102»."""
    plain = unicodedata.normalize("NFKC", _NO_WORDS.sub(" ", text)).casefold()
    return _WORD.findall(_SOFT.sub("", plain))


def _joined(words: list[str]) -> str:
    """Return words without gaps, for a program may break one; figures stay apart."""
    return "".join(_with_gaps(words))


def _with_gaps(words: list[str]) -> Iterator[str]:
    is_figure = False
    for word in words:
        if is_figure and word[0].isdigit():
            yield " "
        yield word
        is_figure = word[-1].isdigit()
