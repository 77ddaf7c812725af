"""Words and where they stand: collected, and cut into files of a bounded size.

A file has two lines. The first has its words in order, each as how many letters it shares with the
one before (base 36), and its others. The second tells of each for every entry its distance from
the one before (base 36, nothing where it is one) and a letter for the best place in which the word
stands there. `*` is a word that
stands in the text of most entries, and so tells none from another; a number with its unit always
tells where it stands. `~` follows where other services are called by the word.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import takewhile

from talqy.search.folding import UNIT, tokens

OF_OTHERS = "~"
"""What marks a word by which services are called that may not be among the entries."""
TITLE, OTHER_TITLE, AUTHORITY, HEADING, TEXT = PLACES = "TOAHX"
"""Where a word stands, the weightiest place first: `OTHER_TITLE` is one in another language."""
MOST_BYTES = 850
"""A file of words: about 0.5 KB compressed."""
BYTES_OF_FEW = 600
"""A file of words where standards are few: what a query does not need weighs more than files."""
_FEW, _MOST_OF_ALL = 3, 0.6
_DIGITS = "0123456789abcdefghijklmnopqrstuvwxyz"


def best_places(texts: Iterable[tuple[str, str]]) -> dict[str, str]:
    """Return by place the words whose best place it is, each once, of texts with their places."""
    by_place: dict[str, set[str]] = {place: set() for place in PLACES}
    for place, text in texts:
        by_place[place].update(tokens(text))
    known = set[str]()
    best = {}
    for place, words in by_place.items():
        best[place] = " ".join(sorted(words - known))
        known |= words
    return best


@dataclass
class Words:
    """Words by the entries that they stand in, and the best place in each.

    `of_others` are words by which services are called that may not be among the entries.
    """

    places: defaultdict[str, dict[int, str]] = field(default_factory=lambda: defaultdict(dict))
    of_others: frozenset[str] = frozenset()

    def add(self, entry: int, best: Mapping[str, str]) -> None:
        """Take in the words of an entry, as `best_places` has found them."""
        for place, words in best.items():
            for word in words.split():
                self.places[word][entry] = place

    def lines(self, standards: int) -> Iterator[tuple[str, str]]:
        """Yield every word and what is told of it, in the order of the words."""
        for word in sorted({*self.places, *self.of_others}):
            may_be_common = standards >= _FEW and UNIT not in word
            told = _told(self.places.get(word, {}), standards if may_be_common else None)
            yield word, told + OF_OTHERS * (word in self.of_others)


def _told(places: Mapping[int, str], standards: int | None) -> str:
    is_common = standards is not None and len(places) >= standards * _MOST_OF_ALL
    if is_common and set(places.values()) == {TEXT}:
        return "*"
    before, told = -1, []
    for entry, place in sorted(places.items()):
        told.append(("" if entry == before + 1 else _base36(entry - before)) + place)
        before = entry
    return "".join(told)


def _base36(number: int) -> str:
    digits = ""
    while number:
        number, last = divmod(number, 36)
        digits = _DIGITS[last] + digits
    return digits


def cut(
    lines: Iterable[tuple[str, str]], most: int = MOST_BYTES
) -> tuple[Sequence[str], Sequence[Sequence[str]]]:
    """Cut sorted words into files; return with what each begins, as short as tells them apart."""
    begins: list[str] = []
    files: list[tuple[list[str], list[str]]] = []
    size, last = most, ""
    for word, told in lines:
        head = _head(last, word)
        if size + _length(head, told) > most:
            begins.append(_apart(last, word))
            files.append(([], []))
            size, head = 0, _head("", word)
        files[-1][0].append(head)
        files[-1][1].append(told)
        size, last = size + _length(head, told), word
    return begins, [[*map(" ".join, file)] for file in files]


def _length(head: str, told: str) -> int:
    return len(f"{head} {told} ".encode())


def _head(last: str, word: str) -> str:
    """Return a word as how many letters it shares with the one before, and the others."""
    pairs = zip(last, word[: len(_DIGITS) - 1], strict=False)
    shared = len([*takewhile(lambda pair: pair[0] == pair[1], pairs)])
    return _DIGITS[shared] + word[shared:]


def _apart(last: str, word: str) -> str:
    """Return the shortest beginning of a word that comes after the word before it."""
    return next(word[:size] for size in range(1, len(word) + 1) if word[:size] > last)
