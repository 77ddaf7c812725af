"""Words and where they stand: collected, and cut into files of a bounded size.

A line is a word, a space, and for each entry its distance from the one before (base 36, nothing
where it is one) and a letter for the best place in which the word stands there. `*` is a word that
stands in the text of most entries, and so tells none from another.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from talqy.search.folding import tokens

TITLE, OTHER_TITLE, AUTHORITY, HEADING, TEXT = PLACES = "TOAHX"
"""Where a word stands, the weightiest place first: `OTHER_TITLE` is one in another language."""
MOST_BYTES = 12_000
"""A file of words: about 3 KB compressed."""
_FEW, _MOST_OF_ALL = 3, 0.6
_DIGITS = "0123456789abcdefghijklmnopqrstuvwxyz"


@dataclass
class Words:
    """Words by the entries that they stand in, and the best place in each."""

    places: dict[str, dict[int, str]] = field(default_factory=dict)

    def add(self, entry: int, place: str, *texts: str) -> None:
        """Take in the words of texts."""
        for word in {word for text in texts for word in tokens(text)}:
            known = self.places.setdefault(word, {})
            if entry not in known or PLACES.index(place) < PLACES.index(known[entry]):
                known[entry] = place

    def lines(self, standards: int) -> Iterator[tuple[str, str]]:
        """Yield every word and its line, in the order of the words."""
        for word, places in sorted(self.places.items()):
            yield word, f"{word} {_told(places, standards)}"


def _told(places: Mapping[int, str], standards: int) -> str:
    is_common = standards >= _FEW and len(places) >= standards * _MOST_OF_ALL
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


def cut(lines: Iterable[tuple[str, str]]) -> tuple[Sequence[str], Sequence[bytes]]:
    """Cut sorted lines into files; return with what each begins, as short as tells them apart."""
    begins: list[str] = []
    files: list[list[str]] = []
    size, last = MOST_BYTES, ""
    for word, line in lines:
        length = len(line.encode()) + 1
        if size + length > MOST_BYTES:
            begins.append(_apart(last, word))
            files.append([])
            size = 0
        files[-1].append(line)
        size, last = size + length, word
    return begins, ["\n".join(file).encode() for file in files]


def _apart(last: str, word: str) -> str:
    """Return the shortest beginning of a word that comes after the word before it."""
    return next(word[:size] for size in range(1, len(word) + 1) if word[:size] > last)
