"""Which clause of the draft each clause of a Word file is: by code, by bookmark, by likeness.

A code that stands once is trusted before a bookmark: where changes are tracked, some programs let
the bookmark of a clause that was taken out slide onto the next one. A mark that heading and words
contradict is not believed: a code is asked about, a bookmark left to likeness. What has neither is
paired by likeness without crossing; what crosses comes after.
"""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import TypeVar

from talqy.drafts.clause_starts import ActUnits
from talqy.drafts.likeness import (
    LEAST,
    LONG,
    NEAR,
    Agreement,
    ComparedClause,
    agreement,
    clauses_said,
    passage_numbers,
    plain_passage,
    whole_words,
    words_of_said,
)
from talqy.drafts.passages import Passage
from talqy.model.revision import Revision

_STRANGE = 0.45
_K = TypeVar("_K")


@dataclass(frozen=True, slots=True)
class Identity:
    """The clause that a passage is, by its id; "" of none. Where it is not sure, a person says it.

    `copy_of` is the clause whose mark the passage has, too; `rival` is the one whose heading and
    words it has, where its code names another.
    """

    clause: str = ""
    is_sure: bool = True
    copy_of: str = ""
    rival: str = ""


@dataclass
class Identities:
    """Finds out the clauses of all passages of one text."""

    passages: Sequence[Passage]
    base: Revision
    units: ActUnits
    found: dict[int, Identity] = field(default_factory=dict)

    def __post_init__(self) -> None:
        """Prepare what is compared."""
        self.passages = list(map(plain_passage, self.passages))
        self._numbers = passage_numbers(self.passages)
        self._said: Mapping[str, ComparedClause] = {
            c.id: said for c, said in clauses_said(self.base, self.units)
        }

    def all(self) -> list[Identity]:
        """Return the clause of each passage, in their order."""
        self._by_codes()
        self._by_bookmarks()
        self._by_words()
        self._by_likeness()
        return [self.found.get(at, Identity()) for at in range(len(self.passages))]

    # --- marks -----------------------------------------------------------------------------

    def _by_codes(self) -> None:
        holders: dict[str, list[int]] = {}
        for at, passage in enumerate(self.passages):
            if passage.code in self._said:
                holders.setdefault(passage.code, []).append(at)
        for code, places in holders.items():
            first = self._original(code, places)
            rival = self._rival(first, code)
            is_sure = not (rival or self._is_strange(first, code))
            self.found[first] = Identity(code, is_sure=is_sure, rival=rival)
            for at in places:
                if at != first:
                    self.found[at] = Identity(copy_of=code)

    def _original(self, name: str, places: Sequence[int]) -> int:
        """Return which of several passages has its mark by right: a copy loses its bookmark."""

        def weight(at: int) -> tuple[bool, float]:
            passage = self.passages[at]
            is_marked = passage.bookmark == name and not passage.is_copied
            return is_marked, self._agreement(at, name).score

        return max(places, key=weight) if len(places) > 1 else places[0]

    def _is_strange(self, at: int, name: str) -> bool:
        """Return whether a passage says something else than the clause of its code."""
        agreed = self._agreement(at, name)
        parts = (agreed.heading, agreed.text)
        return not agreed.is_same and all(part is None or part < _STRANGE for part in parts)

    def _rival(self, at: int, name: str) -> str:
        """Return the clause whose heading and words a passage has that is marked as another one.

        Codes are exchanged by hand, or come along with a row that was copied over another.
        """
        own = self._agreement(at, name)
        if own.words == 1.0:
            return ""
        others = {other: self._agreement(at, other) for other in self._said if other != name}
        nearer = [other for other, agreed in others.items() if own.is_outdone_by(agreed)]
        return max(nearer, key=lambda other: others[other].score, default="")

    def _by_bookmarks(self) -> None:
        taken = {one.clause for one in self.found.values()}
        counts = Counter(p.bookmark for at, p in enumerate(self.passages) if at not in self.found)
        for at, passage in enumerate(self.passages):
            name = passage.bookmark
            if at in self.found or name not in self._said:
                continue
            if name in taken:
                self.found[at] = Identity(copy_of=name)
            elif (
                counts[name] == 1
                and self._agreement(at, name).says_the_same
                and not self._rival(at, name)
            ):
                self.found[at] = Identity(name)

    # --- likeness --------------------------------------------------------------------------

    def _by_words(self) -> None:
        """Pair what says the very same, and stands once on each side: nothing is more like."""
        taken = {one.clause for one in self.found.values()}
        rows = [at for at in range(len(self.passages)) if at not in self.found]
        passages = _once({at: whole_words(self.passages[at]) for at in rows})
        spoken = {code for at in rows for code in self.passages[at].words}
        clauses = _once(
            {n: words_of_said(c, spoken) for n, c in self._said.items() if n not in taken}
        )
        for words, at in passages.items():
            if words in clauses:
                self.found[at] = Identity(clauses[words])

    def _by_likeness(self) -> None:
        taken = {one.clause for one in self.found.values()}
        rows = [at for at in range(len(self.passages)) if at not in self.found]
        names = [name for name in self._said if name not in taken]
        like: dict[_Pair, Agreement] = {
            (at, name): agreed
            for at in rows
            for name in names
            if (agreed := self._agreement(at, name)).score >= LEAST
        }
        pairs = list(_in_order(rows, names, like))
        pairs += _crossing(pairs, like)
        for at, name in pairs:
            is_sure = like[at, name].is_sure and not _has_rival(at, name, like)
            self.found[at] = Identity(name, is_sure=is_sure)

    def _agreement(self, at: int, name: str) -> Agreement:
        return agreement(self.passages[at], self._numbers[at], self._said[name])


def _once(said: Mapping[_K, str]) -> dict[str, _K]:
    """Return who says what, for long words that one says alone."""
    counts = Counter(said.values())
    return {words: who for who, words in said.items() if counts[words] == 1 and len(words) >= LONG}


_Like = Mapping[tuple[int, str], Agreement]
_Pair = tuple[int, str]


def _in_order(rows: Sequence[int], names: Sequence[str], like: _Like) -> Iterator[_Pair]:
    """Yield the pairs without crossing whose likeness is greatest together."""
    best = [[0.0] * (len(names) + 1) for _ in range(len(rows) + 1)]

    def gain(i: int, j: int) -> float:
        agreed = like.get((rows[i], names[j]))
        return agreed.score**2 if agreed else 0.0

    for i in reversed(range(len(rows))):
        for j in reversed(range(len(names))):
            paired = gain(i, j) + best[i + 1][j + 1]
            best[i][j] = max(paired, best[i + 1][j], best[i][j + 1])
    i = j = 0
    while i < len(rows) and j < len(names):
        if gain(i, j) and best[i][j] == gain(i, j) + best[i + 1][j + 1]:
            yield rows[i], names[j]
            i, j = i + 1, j + 1
        elif best[i][j] == best[i + 1][j]:
            i += 1
        else:
            j += 1


def _crossing(pairs: Sequence[_Pair], like: _Like) -> list[_Pair]:
    """Return pairs of what is left over, the likest first: clauses that stand elsewhere now."""
    rows, names = {at for at, _ in pairs}, {name for _, name in pairs}
    found: list[_Pair] = []
    for at, name in sorted(like, key=lambda pair: -like[pair].score):
        if at not in rows and name not in names:
            found.append((at, name))
            rows.add(at)
            names.add(name)
    return found


def _has_rival(at: int, name: str, like: _Like) -> bool:
    own = like[at, name]
    return any(
        (row == at) != (other == name)
        and agreed.score > own.score - NEAR
        and not (own.is_same and not agreed.is_same)
        for (row, other), agreed in like.items()
    )
