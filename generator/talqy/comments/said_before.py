"""Who has said the same before: texts are found by the words that they share, each looked at once.

A text that is like another shares a good part of its words, so an index of words gives all that can
be alike; only these are compared. What was found for some words is remembered: when they are asked
for again, only texts that came since are compared.
"""

from bisect import bisect_left
from collections import Counter, OrderedDict
from collections.abc import Iterable, Iterator, Mapping
from threading import Lock

from talqy.comments.duplicates import (
    LEAST,
    LEAST_COMMON,
    LEAST_SHARE,
    LEAST_WORDS,
    ComparedText,
    compared_text,
    is_near,
)

_MOST_ASKED = 256
_SURE = (LEAST + 1) / 100
_NONE: Mapping[str, str] = {}


class SaidBefore:
    """What others have said, to be asked for the same words again and again, by many at once.

    A text of very few words is like too many: who asks for one is told none.
    """

    def __init__(self, words: Mapping[str, str] = _NONE) -> None:
        self._at = dict[str, int]()
        self._names = list[str]()
        self._said = list[str]()
        self._sizes = list[int]()
        self._with = dict[str, list[int]]()
        self._asked = OrderedDict[str, tuple[int, list[int]]]()
        self._lock = Lock()
        for name, said in words.items():
            self.add(name, said)

    def __contains__(self, name: str) -> bool:
        return name in self._at

    def __len__(self) -> int:
        return len(self._at)

    def said(self, name: str) -> str:
        """Return what was said under a name."""
        return self._said[self._at[name]]

    def add(self, name: str, said: str) -> None:
        """Remember one more text, or what is said under its name now."""
        with self._lock:
            at = len(self._names)
            self._at[name] = at
            self._names.append(name)
            self._said.append(said)
            words = set(said.split())
            self._sizes.append(len(words))
            for word in words:
                self._with.setdefault(word, []).append(at)

    def alike(self, said: str) -> list[str]:
        """Return the names of the texts that say the same, or nearly, in the order they came."""
        wanted = compared_text(said)
        if len(wanted.words) < LEAST_WORDS:
            return []
        with self._lock:
            looked, found = self._asked.get(said, (0, []))
            if looked < len(self._names):
                found = [*found, *sorted(self._since(looked, wanted))]
            self._asked[said] = (len(self._names), found)
            self._asked.move_to_end(said)
            if len(self._asked) > _MOST_ASKED:
                self._asked.popitem(last=False)
            return [self._names[at] for at in found if self._at[self._names[at]] == at]

    def _since(self, looked: int, wanted: ComparedText) -> Iterator[int]:
        """Yield the places of the texts that are alike, of those that were not looked at yet."""
        own, sure, whole = len(wanted.words), _surely_near(wanted), _length(wanted.words)
        for at, common in self._shared(looked, wanted).items():
            size = self._sizes[at]
            fewer, more = (own, size) if own < size else (size, own)
            if common < LEAST_COMMON * fewer or fewer < LEAST_SHARE * more:
                continue
            if common >= sure or common == fewer or self._is_like(at, wanted, whole):
                yield at

    def _is_like(self, at: int, wanted: ComparedText, whole: int) -> bool:
        """Compare with one text: by what it lacks, and to the letter where that does not tell."""
        other = compared_text(self._said[at])
        lacking = wanted.words - other.words
        return _is_little(_length(lacking), whole) or is_near(wanted, other)

    def _shared(self, looked: int, wanted: ComparedText) -> Counter[int]:
        """Return how many words texts have in common with one; those with none are left out."""
        shared = Counter[int]()
        for word in wanted.words:
            places = self._with.get(word, [])
            shared.update(places[bisect_left(places, looked) :] if looked else places)
        return shared


def _surely_near(wanted: ComparedText) -> int:
    """Return how many of its words a text must have to be alike whatever else it says.

    Then what it lacks, even if that are the longest words, is less than a tenth of both.
    """
    lengths = sorted((len(word) + 1 for word in wanted.words), reverse=True)
    whole, lacking = sum(lengths), 0
    for count, length in enumerate(lengths):
        lacking += length
        if not _is_little(lacking, whole):
            return len(lengths) - count
    return 0


def _length(words: Iterable[str]) -> int:
    return sum(len(word) + 1 for word in words)


def _is_little(lacking: int, whole: int) -> bool:
    """Return whether what a text lacks of another is too little to count, as RapidFuzz reckons."""
    return lacking <= (1 - _SURE) * (2 * whole - lacking)
