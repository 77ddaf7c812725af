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
# So many questions are answered by looking at every text.
_FEW = 20
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
class _ComparedText:
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
    texts = {same[0]: _text(said) for said, same in places.items()}
    for one, other in _alike({p: t for p, t in texts.items() if len(t.words) >= _LEAST_WORDS}):
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


class SaidBefore:
    """What others have said, to be asked for the same words again and again.

    A few questions are answered by looking at every text. For many, texts are put into groups
    first, and only the first of each group is looked at. A text of very few words is like too many,
    and like none here.
    """

    def __init__(self, words: Mapping[str, str]) -> None:
        self._texts = {name: _text(said) for name, said in words.items()}
        self._questions = 0
        self._groups: dict[tuple[int, ...], dict[str, list[str]]] = {}
        self._hashes: dict[str, tuple[int, ...]] = {}

    def add(self, name: str, said: str) -> None:
        """Remember one more text."""
        self._texts[name] = _text(said)
        if self._groups:
            self._put(name)

    def alike(self, said: str) -> list[str]:
        """Return the names of the texts that say the same, or nearly, in the order they came."""
        wanted = _text(said)
        if len(wanted.words) < _LEAST_WORDS:
            return []
        self._questions += 1
        if self._questions <= _FEW:
            return [name for name, text in self._texts.items() if _is_like(wanted, text)]
        if not self._groups:
            for name in self._texts:
                self._put(name)
        return [name for group in self._near(wanted) for name in group]

    def _near(self, wanted: _ComparedText) -> list[list[str]]:
        """Return the groups whose first text is like one."""
        met = {}
        for band in _bands(wanted, self._hashes):
            met.update(self._groups.get(band, {}))
        return [group for first, group in met.items() if _is_like(wanted, self._texts[first])]

    def _put(self, name: str) -> None:
        """Put a text into the first group that it is like, or into one of its own."""
        text = self._texts[name]
        if len(text.words) < _LEAST_WORDS:
            return
        near = self._near(text)
        if near:
            near[0].append(name)
            return
        group = [name]
        for band in _bands(text, self._hashes):
            self._groups.setdefault(band, {})[name] = group


def _is_like(one: _ComparedText, other: _ComparedText) -> bool:
    return one.said == other.said or _is_near(one, other)


def _text(said: str) -> _ComparedText:
    return _ComparedText(frozenset(said.split()), said)


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


def _alike(texts: Mapping[int, _ComparedText]) -> Iterator[tuple[int, int]]:
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


def _is_near(one: _ComparedText, other: _ComparedText) -> bool:
    sizes = sorted((len(one.words), len(other.words)))
    if sizes[0] < _LEAST_SHARE * sizes[1]:
        return False
    if len(one.words & other.words) < _LEAST_COMMON * sizes[0]:
        return False
    return fuzz.token_set_ratio(one.said, other.said, score_cutoff=LEAST) > 0


def _buckets(texts: Mapping[int, _ComparedText]) -> Iterable[list[int]]:
    """Put texts together that agree in a band of their signatures."""
    known: dict[str, tuple[int, ...]] = {}
    buckets: dict[tuple[int, ...], list[int]] = {}
    for place, text in texts.items():
        for key in _bands(text, known):
            buckets.setdefault(key, []).append(place)
    return [bucket for bucket in buckets.values() if len(bucket) > 1]


def _bands(text: _ComparedText, known: dict[str, tuple[int, ...]]) -> Iterator[tuple[int, ...]]:
    """Yield the bands of a text's signature; `known` keeps the numbers of words."""
    hashes = [known.get(word) or known.setdefault(word, _hashes(word)) for word in text.words]
    signature = tuple(map(min, zip(*hashes, strict=True)))
    for band in range(_BANDS):
        yield (band, *signature[band * _ROWS : (band + 1) * _ROWS])


def _hashes(word: str) -> tuple[int, ...]:
    """Return the sixty-four numbers of a word; the same on every machine."""
    digests = (hashlib.blake2b(word.encode(), salt=bytes([seed])).digest() for seed in _SEEDS)
    return tuple(number for digest in digests for number in struct.unpack("<16I", digest))
