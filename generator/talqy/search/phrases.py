"""The lists of phrases that a query is read by, cut into files by how the phrases begin.

A phrase is met where a word of a query is its first one, or a form of it: they have two letters
alike. So a query needs the few files of its own words, and not the lists of both languages.
"""

from collections import defaultdict
from collections.abc import Container, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from talqy.search.packed import joined, packed

MOST_BYTES = 450
"""A file of phrases: about 0.25 KB compressed, for one phrase of ten is asked for."""
ALIKE = 2
"""So many letters at the beginning are the same in all forms of a word."""
Group = tuple[Sequence[str], Sequence[str]]
"""Words and phrases that mean one thing: what may stand in an index, and what is only typed."""


@dataclass(frozen=True, slots=True)
class _Placed:
    """A phrase, in which list it stands, and in which row or group of that."""

    begin: str
    list: str
    of: str | int
    phrase: str


def in_order(group: Group) -> Sequence[str]:
    """Return all phrases of a group, what is only typed first."""
    standing, typed = group
    return (*typed, *standing)


def told_apart(
    rows: Mapping[str, Sequence[str]], particles: Container[str], begins: Container[str]
) -> tuple[Mapping[str, Sequence[str]], Mapping[str, Sequence[str]]]:
    """Return of each row the phrases of one word that begin so, and the others.

    Particles do not count. Those of one word are needed where a part of a phrase may be one.
    """

    def is_alone(phrase: str) -> bool:
        words = _meant(phrase, particles)
        return len(words) == 1 and _begin(words[0]) in begins

    alone = {row: [it for it in said if is_alone(it)] for row, said in rows.items()}
    others = {row: [it for it in said if it not in alone[row]] for row, said in rows.items()}
    return alone, others


def cut_phrases(
    lists: Mapping[str, Mapping[str, Sequence[str]]],
    groups: Sequence[Group],
    particles: Container[str],
    most: int = MOST_BYTES,
) -> tuple[Sequence[str], Sequence[Mapping[str, Any]]]:
    """Return with what each file begins, and the files.

    `lists` are rows of phrases by the name of the list. Of a group each file has its number, its
    word of one word, what may stand in an index, and the phrases that begin as the file has it.
    """
    by_begin = defaultdict[str, list[_Placed]](list)
    for it in (*_listed(lists, particles), *_grouped(groups)):
        by_begin[it.begin].append(it)
    begins: list[str] = []
    files: list[list[_Placed]] = []
    for begin, placed in sorted(by_begin.items()):
        if not files or _size([*files[-1], *placed], groups) > most:
            begins.append(begin)
            files.append([])
        files[-1] += placed
    return begins, [_file(file, groups) for file in files]


def _size(placed: Sequence[_Placed], groups: Sequence[Group]) -> int:
    return len(packed(joined(_file(placed, groups))))


def _meant(phrase: str, particles: Container[str]) -> Sequence[str]:
    words = phrase.split()
    return [word for word in words if word not in particles] or words


def _listed(
    lists: Mapping[str, Mapping[str, Sequence[str]]], particles: Container[str]
) -> Iterator[_Placed]:
    for name, rows in lists.items():
        for row, phrases in rows.items():
            for phrase in phrases:
                yield _Placed(_begin(_meant(phrase, particles)[0]), name, row, phrase)


def _grouped(groups: Iterable[Group]) -> Iterator[_Placed]:
    for number, group in enumerate(groups):
        for phrase in in_order(group):
            yield _Placed(_begin(phrase), "same", number, phrase)


def _begin(word: str) -> str:
    return word.rstrip("-")[:ALIKE].rstrip()


def _file(placed: Iterable[_Placed], groups: Sequence[Group]) -> Mapping[str, Any]:
    lists = defaultdict[str, defaultdict[str, list[str]]](lambda: defaultdict(list))
    own = defaultdict[int, list[str]](list)
    for it in placed:
        if isinstance(it.of, int):
            own[it.of].append(it.phrase)
        else:
            lists[it.list][it.of].append(it.phrase)
    same = [
        [number, groups[number][0], phrases, *_one(groups[number], phrases)]
        for number, phrases in own.items()
    ]
    return {**lists, "same": same}


def _one(group: Group, phrases: Iterable[str]) -> Sequence[str]:
    """Return the first word of a group that is one word, where some of these phrases have more."""
    if not any(" " in it for it in phrases):
        return ()
    return [it for it in in_order(group) if " " not in it][:1]
