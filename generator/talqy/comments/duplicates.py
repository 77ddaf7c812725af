"""Comments that say the same, or nearly: campaigns, and people who wrote twice.

Two steps. First, texts that are equal once case, look-alike letters, signs and spaces are folded.
Then, among one text of each such group, those whose words are alike (RapidFuzz's token_set_ratio).
Comparing all with all would take minutes for ten thousand comments, so only texts are compared that
share a band of their MinHash signatures. A group is a proposal: a person decides, and all authors
are counted whatever is decided.
"""

import hashlib
import re
import struct
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum

from rapidfuzz import fuzz

from talqy.compare.quotes import folded
from talqy.model.comment import Comment

LEAST = 90
"""From this likeness of 100 on, two texts are near-duplicates."""

# A short text is inside many long ones: then it says nothing about them.
_LEAST_WORDS = 4
_LEAST_SHARE = 0.6
# Texts with fewer words in common are not worth the comparison, which costs ten times as much.
_LEAST_COMMON = 0.4
# Twenty bands of three: texts that share half of their words meet in nine cases of ten.
_BANDS, _ROWS = 20, 3
_SEEDS = range(4)
_WORD = re.compile(r"\w+")


class Likeness(StrEnum):
    """By which rule comments were put together."""

    SAME = "same"
    NEAR = "near"


@dataclass(frozen=True, slots=True)
class Group:
    """Comments that belong together, in the order of receipt; the first speaks for all."""

    likeness: Likeness
    comments: tuple[Comment, ...]


@dataclass(frozen=True, slots=True)
class _Text:
    """The words of one text, each once."""

    words: frozenset[str]
    said: str


def near_duplicates(comments: Sequence[Comment]) -> tuple[Group, ...]:
    """Return the groups of two and more, in the order of their first comments."""
    places: dict[str, list[int]] = {}
    for place, comment in enumerate(comments):
        said = plain_words(comment.text, comment.proposal or "")
        places.setdefault(said, []).append(place)
    joined = _Joined(len(comments))
    for same in places.values():
        for place in same[1:]:
            joined.join(same[0], place)
    texts = {same[0]: _Text(frozenset(said.split()), said) for said, same in places.items()}
    for one, other in _alike({p: t for p, t in texts.items() if len(t.words) >= _LEAST_WORDS}):
        joined.join(one, other)
    words = {place: said for said, same in places.items() for place in same}
    return tuple(
        Group(
            Likeness.SAME if len({words[place] for place in group}) == 1 else Likeness.NEAR,
            tuple(comments[place] for place in group),
        )
        for group in joined.groups()
    )


def alike(said: str, others: Mapping[str, str]) -> list[str]:
    """Return the ids of texts that say the same as one, or nearly; all are `plain_words`.

    A text of very few words is like too many, and like none here.
    """
    wanted = _Text(frozenset(said.split()), said)
    if len(wanted.words) < _LEAST_WORDS:
        return []
    texts = ((name, _Text(frozenset(other.split()), other)) for name, other in others.items())
    return [name for name, other in texts if other.said == said or _is_near(wanted, other)]


def plain_words(text: str, proposal: str = "") -> str:
    """Return what a comment says and asks for: folded words, single spaces."""
    return " ".join(_WORD.findall(folded(f"{text} {proposal}")))


class _Joined:
    """Places that were joined into groups; each group is known by its first place."""

    def __init__(self, count: int) -> None:
        self._first = list(range(count))

    def first(self, place: int) -> int:
        while self._first[place] != place:
            self._first[place] = self._first[self._first[place]]
            place = self._first[place]
        return place

    def join(self, one: int, other: int) -> None:
        first, second = sorted((self.first(one), self.first(other)))
        self._first[second] = first

    def groups(self) -> Iterator[list[int]]:
        found: dict[int, list[int]] = {}
        for place in range(len(self._first)):
            found.setdefault(self.first(place), []).append(place)
        yield from (group for group in found.values() if len(group) > 1)


def _alike(texts: Mapping[int, _Text]) -> Iterator[tuple[int, int]]:
    """Yield the pairs of texts that are near-duplicates, as far as they join anything anew."""
    joined = _Joined(max(texts, default=-1) + 1)
    for bucket in _buckets(texts):
        firsts: list[int] = []
        for place in bucket:
            if any(joined.first(place) == joined.first(known) for known in firsts):
                continue
            near = [known for known in firsts if _is_near(texts[known], texts[place])]
            for known in near:
                joined.join(known, place)
                yield known, place
            if not near:
                firsts.append(place)


def _is_near(one: _Text, other: _Text) -> bool:
    sizes = sorted((len(one.words), len(other.words)))
    if sizes[0] < _LEAST_SHARE * sizes[1]:
        return False
    if len(one.words & other.words) < _LEAST_COMMON * sizes[0]:
        return False
    return fuzz.token_set_ratio(one.said, other.said, score_cutoff=LEAST) > 0


def _buckets(texts: Mapping[int, _Text]) -> Iterable[list[int]]:
    """Put texts together that agree in a band of their signatures."""
    known: dict[str, tuple[int, ...]] = {}
    found: dict[tuple[int, ...], list[int]] = {}
    for place, text in texts.items():
        hashes = [known.get(word) or known.setdefault(word, _hashes(word)) for word in text.words]
        signature = tuple(map(min, zip(*hashes, strict=True)))
        for band in range(_BANDS):
            key = (band, *signature[band * _ROWS : (band + 1) * _ROWS])
            found.setdefault(key, []).append(place)
    return [bucket for bucket in found.values() if len(bucket) > 1]


def _hashes(word: str) -> tuple[int, ...]:
    """Return the sixty-four numbers of a word; the same on every machine."""
    digests = (hashlib.blake2b(word.encode(), salt=bytes([seed])).digest() for seed in _SEEDS)
    return tuple(number for digest in digests for number in struct.unpack("<16I", digest))
