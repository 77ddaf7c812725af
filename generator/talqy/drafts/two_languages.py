"""Two files, one for each language, as one text: by codes, else by their numbers, else by order."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from talqy.compare.matching import runs
from talqy.drafts import word_kinds
from talqy.drafts.copy_tables import rows_in_one
from talqy.drafts.passages import Passage, WordText


def in_one(texts: Sequence[WordText], languages: Sequence[str]) -> WordText:
    """Return the texts of several files as one; what stands in one alone is a problem."""
    whole = texts[0]
    for text in texts[1:]:
        whole = _joined(whole, text)
    spoken = tuple(code for code in languages if code in whole.languages)
    return replace(whole, languages=spoken)


def _joined(one: WordText, other: WordText) -> WordText:
    pairs = list(_pairs(one.passages, other.passages))
    passages = [_pair(mine, theirs) for mine, theirs in pairs if mine and theirs]
    alone = [mine or theirs for mine, theirs in pairs if not (mine and theirs)]
    problems = [passage.at(word_kinds.ONE_SIDED) for passage in alone if passage]
    return WordText(
        (*one.languages, *other.languages),
        tuple(passages),
        (*one.front, *other.front),
        one.stamp or other.stamp,
        (*one.problems, *other.problems, *problems),
        one.tracks_changes or other.tracks_changes,
        (*one.signatures, *other.signatures),
        one.units,
        (*one.asides, *other.asides),
        rows_in_one(one.rows, other.rows),
    )


def _pairs(
    mine: Sequence[Passage], theirs: Sequence[Passage]
) -> Iterator[tuple[Passage | None, Passage | None]]:
    """Yield the clauses that belong together; as many on both sides go by their order."""
    for run in runs(list(map(_key, mine)), list(map(_key, theirs))):
        left, right = mine[run.i1 : run.i2], theirs[run.j1 : run.j2]
        if len(left) == len(right):
            yield from zip(left, right, strict=True)
        else:
            yield from ((one, None) for one in left)
            yield from ((None, one) for one in right)


def _key(passage: Passage) -> str:
    return passage.code or "/".join(passage.key)


def _pair(one: Passage, other: Passage) -> Passage:
    return replace(
        one,
        number={**one.number, **other.number},
        counted={**one.counted, **other.counted},
        words={**one.words, **other.words},
        headed=one.headed | other.headed,
        code=one.code or other.code,
        bookmark=one.bookmark or other.bookmark,
        is_copied=one.is_copied and other.is_copied,
        runs_on=one.runs_on or other.runs_on,
        noted=one.noted | other.noted,
        tables={**one.tables, **other.tables},
        notes=(*one.notes, *other.notes),
    )
