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

LEAST_WORDS = 4
"""A text of fewer words says nothing about others: it is inside too many."""
LEAST_SHARE = 0.6
"""So many of the words of the longer text the shorter one must have: else it is but inside it."""
LEAST_COMMON = 0.4
"""Texts that share fewer words are not worth the comparison, which costs ten times as much."""
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
class ComparedText:
    """The words of one text, each once."""

    words: frozenset[str]
    said: str


def near_duplicates(comments: Sequence[Comment]) -> tuple[Group, ...]:
    """Return the groups of two and more, in the order of their first comments."""
    said = [(comment.text, comment.proposal or "") for comment in comments]
    return tuple(
        Group(Likeness(likeness), tuple(comments[at] for at in places))
        for likeness, places in alike_places(said)
    )


def alike_places(said: Sequence[tuple[str, str]]) -> list[tuple[str, list[int]]]:
    """Return the same of texts with what they ask for: each group's likeness, and its places.

    All that comes and goes are plain values: another process may do it.
    """
    places: dict[str, list[int]] = {}
    for at, (text, proposal) in enumerate(said):
        places.setdefault(plain_words(text, proposal), []).append(at)
    joined = _Joined(len(said))
    for same in places.values():
        for at in same[1:]:
            joined.join(same[0], at)
    texts = {same[0]: compared_text(said) for said, same in places.items()}
    for one, other in _alike({p: t for p, t in texts.items() if len(t.words) >= LEAST_WORDS}):
        joined.join(one, other)
    text_of = {at: said for said, same in places.items() for at in same}
    return [
        (
            (Likeness.SAME if len({text_of[at] for at in group}) == 1 else Likeness.NEAR).value,
            group,
        )
        for group in joined.groups()
    ]


def plain_words(text: str, proposal: str = "") -> str:
    """Return what a comment says and asks for: folded words, single spaces."""
    return " ".join(_WORD.findall(folded(f"{text} {proposal}")))


def compared_text(said: str) -> ComparedText:
    """Return plain words ready to be compared."""
    return ComparedText(frozenset(said.split()), said)


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
        groups_by_first: dict[int, list[int]] = {}
        for at in range(len(self._first)):
            groups_by_first.setdefault(self.first(at), []).append(at)
        yield from (group for group in groups_by_first.values() if len(group) > 1)


def _alike(texts: Mapping[int, ComparedText]) -> Iterator[tuple[int, int]]:
    """Yield the pairs of texts that are near-duplicates, as far as they join anything anew."""
    joined = _Joined(max(texts, default=-1) + 1)
    for bucket in _buckets(texts):
        firsts: list[int] = []
        for place in bucket:
            if any(joined.first(place) == joined.first(known) for known in firsts):
                continue
            near = [known for known in firsts if is_near(texts[known], texts[place])]
            for known in near:
                joined.join(known, place)
                yield known, place
            if not near:
                firsts.append(place)


def is_near(one: ComparedText, other: ComparedText) -> bool:
    """Return whether two texts say nearly the same."""
    sizes = sorted((len(one.words), len(other.words)))
    if sizes[0] < LEAST_SHARE * sizes[1]:
        return False
    if len(one.words & other.words) < LEAST_COMMON * sizes[0]:
        return False
    return fuzz.token_set_ratio(one.said, other.said, score_cutoff=LEAST) > 0


def _buckets(texts: Mapping[int, ComparedText]) -> Iterable[list[int]]:
    """Put texts together that agree in a band of their signatures."""
    known: dict[str, tuple[int, ...]] = {}
    buckets: dict[tuple[int, ...], list[int]] = {}
    for place, text in texts.items():
        for key in _bands(text, known):
            buckets.setdefault(key, []).append(place)
    return [bucket for bucket in buckets.values() if len(bucket) > 1]


def _bands(text: ComparedText, known: dict[str, tuple[int, ...]]) -> Iterator[tuple[int, ...]]:
    """Yield the bands of a text's signature; `known` keeps the numbers of words."""
    hashes = [known.get(word) or known.setdefault(word, _hashes(word)) for word in text.words]
    signature = tuple(map(min, zip(*hashes, strict=True)))
    for band in range(_BANDS):
        yield (band, *signature[band * _ROWS : (band + 1) * _ROWS])


def _hashes(word: str) -> tuple[int, ...]:
    """Return the sixty-four numbers of a word; the same on every machine."""
    digests = (hashlib.blake2b(word.encode(), salt=bytes([seed])).digest() for seed in _SEEDS)
    return tuple(number for digest in digests for number in struct.unpack("<16I", digest))
