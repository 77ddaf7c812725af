"""How like a clause of a Word file and a clause of a draft are: by number, heading and words."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import NamedTuple

from rapidfuzz import fuzz

from talqy.compare.tokens import normal
from talqy.drafts.clause_starts import ActUnits, NumberKey, depth_of
from talqy.drafts.passages import Passage
from talqy.model.revision import Clause, Revision
from talqy.model.units import PLAIN_UNITS, says_its_unit

HEADINGS_AGREE, TEXTS_AGREE = 0.9, 0.8
NEAR = 0.1
"""A rival is near where its likeness is less than this below the best one."""
LEAST = 0.5
"""Below this likeness two clauses have nothing to do with each other."""
_WEIGHTS = (0.2, 0.35, 0.45)
_UNLIKE = 30  # of 100: below, two texts have nothing in common, and counting costs less
LONG = 60
"""Letters from which equal words are no chance."""

NumberPath = tuple[NumberKey, ...]


class Agreement(NamedTuple):
    """How like two clauses are, from 0 to 1; None where neither side has such a part.

    `is_same`: all words are the same, and they are many; or there are none under one number.
    """

    number: float | None
    heading: float | None
    text: float | None
    is_same: bool = False

    @property
    def score(self) -> float:
        """All parts weighed together; those that are missing do not count."""
        pairs = [(part, w) for part, w in zip(self[:3], _WEIGHTS, strict=True) if part is not None]
        return sum(p * w for p, w in pairs) / sum(w for _, w in pairs) if pairs else 0.0

    @property
    def agreeing(self) -> int:
        """How many of the parts agree."""
        bounds = (1.0, HEADINGS_AGREE, TEXTS_AGREE)
        return sum(p is not None and p >= b for p, b in zip(self[:3], bounds, strict=True))

    @property
    def says_the_same(self) -> bool:
        """Whether heading or text agree: what a number alone cannot prove."""
        return (self.heading or 0) >= HEADINGS_AGREE or (self.text or 0) >= TEXTS_AGREE

    @property
    def words(self) -> float:
        """Heading and text weighed together, without the number."""
        return Agreement(None, self.heading, self.text).score

    def is_outdone_by(self, other: "Agreement") -> bool:
        """Return whether another clause is plainly nearer, in heading and in words.

        The very words of the other one, under its number, are plain however like both are. A
        heading or a text that agrees, and better than that of the other, is enough to stand.
        """
        parts = (
            (self.heading, other.heading, HEADINGS_AGREE),
            (self.text, other.text, TEXTS_AGREE),
        )
        if not other.says_the_same or any((x or 0) >= max(b, (y or 0) + 0.01) for x, y, b in parts):
            return False
        is_exact = self.words < other.words == 1.0 and (self.number or 0) < (other.number or 0)
        return is_exact or other.words >= self.words + NEAR

    @property
    def is_sure(self) -> bool:
        """Whether two of three agree; many equal words, or nothing but equal parts, are as good."""
        present = [part for part in self[:3] if part is not None]
        is_all = present != [self.number] and min(present, default=0.0) == 1.0
        return self.agreeing >= 2 or self.is_same or is_all


@dataclass(frozen=True, slots=True)
class ComparedClause:
    """A clause of either side as it is compared: its number, and heading and words by language."""

    number: NumberPath
    heading: Mapping[str, str]
    text: Mapping[str, str]


def clauses_said(text: Revision, units: ActUnits) -> list[tuple[Clause, ComparedClause]]:
    """Return all clauses of a draft as they are compared, in their order."""
    return [
        (clause, ComparedClause(_path(text, clause, units), _plain(clause.heading), _words(clause)))
        for clause in text.walk()
    ]


def _words(clause: Clause) -> dict[str, str]:
    """Return text and note of a clause by language: in a file they stand together."""
    text, note = _plain(clause.text), _plain(clause.note)
    return {
        code: "\n".join(filter(None, (text.get(code), note.get(code)))) for code in {**text, **note}
    }


def _plain(words: Mapping[str, str] | None) -> dict[str, str]:
    return {language: normal(said) for language, said in (words or {}).items()}


def own_key(clause: Clause, units: ActUnits) -> NumberKey:
    """Return by what the number of a clause is compared."""
    unit = clause.unit if clause.unit not in PLAIN_UNITS | {None} else ""
    number = next(iter(clause.numbers), "")
    return units.key_of(number, "" if says_its_unit(number) else unit or "")


def _path(text: Revision, clause: Clause, units: ActUnits) -> NumberPath:
    """Return the number of a clause behind that of the chapter, article or annex around it."""
    around = (text.clause(name) for name in text.around(clause.id))
    outer = (own_key(one, units) for one in around if one is not None)
    within = next((key for key in outer if key[0]), None)
    return (*((within,) if within else ()), own_key(clause, units))


def passage_numbers(passages: Sequence[Passage]) -> list[NumberPath]:
    """Return the numbers of passages behind those of the last chapter, article or annex."""
    open_units: list[NumberKey] = []
    paths: list[NumberPath] = []
    for passage in passages:
        key = passage.key
        if key[0]:
            open_units = [one for one in open_units if depth_of(one) < depth_of(key)]
        paths.append((*open_units[-1:], key))
        if key[0]:
            open_units.append(key)
    return paths


def plain_passage(passage: Passage) -> Passage:
    """Return a passage with the words of redlines: what it is compared by here."""
    return passage.with_words(
        {code: tuple(map(normal, lines)) for code, lines in passage.words.items()}
    )


def agreement(passage: Passage, number: NumberPath, clause: ComparedClause) -> Agreement:
    """Compare a passage with a clause; its first line is a heading where the clause has one."""
    languages = [code for code in passage.words if code in clause.heading or code in clause.text]
    halves = {code: _halves(passage, clause, code) for code in languages}
    # A heading that one side has not got says nothing.
    headings = [
        _ratio(halves[code][0], clause.heading.get(code, "")) if halves[code][0] else None
        for code in languages
    ]
    texts = [_ratio(halves[code][1], clause.text.get(code, "")) for code in languages]
    return Agreement(
        _numbers(number, clause.number),
        _mean(headings),
        _mean(texts),
        is_same=_is_bare(passage, number, clause)
        or (bool(languages) and all(_is_same(passage, clause, code) for code in languages)),
    )


def _is_bare(passage: Passage, number: NumberPath, clause: ComparedClause) -> bool:
    """Return whether both sides are one number without any words: an article without a title."""
    has_words = any(passage.words.values()) or clause.heading or clause.text
    return not has_words and _numbers(number, clause.number) == 1.0


def whole_words(passage: Passage) -> str:
    """Return all words of a passage, its languages one after the other."""
    return "\0".join(passage.text(code) for code in sorted(passage.words))


def words_of_said(clause: ComparedClause, languages: Collection[str]) -> str:
    """Return heading and words of a clause, those of its languages one after the other."""
    spoken = sorted(code for code in languages if code in clause.heading or code in clause.text)
    parts = ((clause.heading.get(code), clause.text.get(code)) for code in spoken)
    return "\0".join("\n".join(filter(None, part)) for part in parts)


def _halves(passage: Passage, clause: ComparedClause, language: str) -> tuple[str, str]:
    """Return heading and text of a passage; a first line unlike the heading is none."""
    lines = passage.words[language]
    heading, text = clause.heading.get(language, ""), clause.text.get(language, "")
    is_headed = language in passage.headed or (len(lines) > 1 and not text)
    if not heading or (not is_headed and fuzz.ratio(lines[0], heading) < 100 * LEAST):
        return "", "\n".join(lines)
    return lines[0], "\n".join(lines[1:])


def _is_same(passage: Passage, clause: ComparedClause, language: str) -> bool:
    text = clause.text.get(language, "")
    whole = "\n".join(filter(None, (clause.heading.get(language), text)))
    said = passage.text(language)
    return (len(whole) >= LONG and said == whole) or (len(text) >= LONG and said == text)


def _ratio(x: str, y: str) -> float | None:
    return fuzz.ratio(x, y, score_cutoff=_UNLIKE) / 100 if x or y else None


def _mean(values: Sequence[float | None]) -> float | None:
    known = [value for value in values if value is not None]
    return sum(known) / len(known) if known else None


def _numbers(x: NumberPath, y: NumberPath) -> float | None:
    if not x[-1][1] and not y[-1][1]:
        return None
    return float(_same_key(x[-1], y[-1]) and (x[:-1] == y[:-1] or len(x) != len(y)))


def _same_key(x: NumberKey, y: NumberKey) -> bool:
    """Return whether two numbers are one; a unit that a file knows need not be printed."""
    return x[1] == y[1] and (x[0] == y[0] or not x[0] or not y[0])


def shared_words(passage: Passage, clause: ComparedClause) -> float:
    """Return which part of the words of a passage stands in a clause, in runs of four words."""
    return _share(_whole(passage), {code: clause.text.get(code, "") for code in passage.words})


def held_words(clause: ComparedClause, passage: Passage) -> float:
    """Return which part of the words of a clause stands in a passage, in runs of four words."""
    return _share(
        {code: said for code, said in clause.text.items() if code in passage.words}, _whole(passage)
    )


def shared_between(one: Passage, other: Passage) -> float:
    """Return which part of the words of a passage stands in another one, in runs of four words."""
    return _share(_whole(one), _whole(other))


def _whole(passage: Passage) -> dict[str, str]:
    return {code: passage.text(code) for code in passage.words}


def _share(small: Mapping[str, str], big: Mapping[str, str]) -> float:
    shares = [_contained(said, big.get(code, "")) for code, said in small.items() if said]
    return sum(shares) / len(shares) if shares else 0.0


_RUN = 4


def _contained(small: str, big: str) -> float:
    runs = _runs(small)
    return len(runs & _runs(big)) / len(runs) if runs else 0.0


@lru_cache(maxsize=4096)
def _runs(text: str) -> frozenset[tuple[str, ...]]:
    words = text.lower().split()
    places = range(max(len(words) - _RUN + 1, 1)) if words else ()
    return frozenset(tuple(words[at : at + _RUN]) for at in places)
