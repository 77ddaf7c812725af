"""The plan of an import: what each passage is, with the answers that were given.

It is shown before anything is written. Whatever is still open stands in it as its question.
"""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from enum import StrEnum
from functools import cached_property

from talqy.drafts import word_kinds
from talqy.drafts.identity import Identity
from talqy.drafts.origins import Origins
from talqy.drafts.passages import Passage
from talqy.drafts.questions import Answer, TextQuestion
from talqy.drafts.settling import emptied, is_whole, refilled
from talqy.model.problem import Kind, Problem

_IDENTITY = (
    word_kinds.WHICH_CLAUSE,
    word_kinds.OTHER_WORDS,
    word_kinds.COPIED,
    word_kinds.SPLIT_OFF,
)


class ClauseFate(StrEnum):
    """What becomes of a clause; those with a question mark are still to be said by a person."""

    KEPT = "kept"
    CHANGED = "changed"
    MOVED = "moved"
    RENUMBERED = "renumbered"
    NEW = "new"
    GONE = "gone"
    SPLIT = "split"
    JOINED = "joined"
    COPY = "copy?"
    SPLIT_OFF = "split?"
    JOINED_TO = "joined?"
    UNCERTAIN = "uncertain"


FATES_ASKED: Mapping[Kind, ClauseFate] = {
    word_kinds.WHICH_CLAUSE: ClauseFate.UNCERTAIN,
    word_kinds.OTHER_WORDS: ClauseFate.UNCERTAIN,
    word_kinds.COPIED: ClauseFate.COPY,
    word_kinds.SPLIT_OFF: ClauseFate.SPLIT_OFF,
    word_kinds.JOINED_TO: ClauseFate.JOINED_TO,
    word_kinds.RUNS_ON: ClauseFate.JOINED_TO,
}


@dataclass(frozen=True, slots=True)
class Decided:
    """What a passage is: a clause of the base, or "" for a new one.

    `split_from` is the clause that it was a part of, `took_in` are those that were joined to it;
    `asked` are the questions about it that are still open.
    """

    passage: Passage
    clause: str = ""
    split_from: str = ""
    took_in: tuple[str, ...] = ()
    asked: tuple[TextQuestion, ...] = ()

    @property
    def is_unknown(self) -> bool:
        """Whether it is still open what it is; else only something of its words is."""
        return any(one.problem.kind in FATES_ASKED for one in self.asked)


@dataclass
class ImportPlan:
    """What is known of a text, and the answers to its questions by their ids."""

    origins: Origins
    answers: Mapping[str, str] = field(default_factory=dict)

    @property
    def open(self) -> tuple[TextQuestion, ...]:
        """The questions that have no answer yet."""
        return tuple(one for one in self.origins.questions if one.id not in self.answers)

    @property
    def problems(self) -> tuple[Problem, ...]:
        """What the answers say that cannot be: two passages are one clause, or two tables one."""
        counts = Counter(one.clause for one in self.decided if one.clause)
        twice = [
            one.passage.at(word_kinds.TWICE, clause=one.clause)
            for one in self.decided
            if counts[one.clause] > 1
        ]
        passages = [one.passage for one in self.decided]
        tables = [p.at(word_kinds.TABLES) for p in passages if p.tables and not is_whole(p)]
        return (*twice, *tables)

    @cached_property
    def decided(self) -> tuple[Decided, ...]:
        """What each passage is, in their order; those that are left out are not there."""
        found: list[Decided] = []
        for place, identity in enumerate(self.origins.identities):
            asked = [one for one in self.origins.questions if one.at == place]
            if found and self._answer(asked, word_kinds.RUNS_ON) == Answer.JOINED:
                found[-1] = self._taking_in(found[-1], place, identity)
            elif self._answer(asked, word_kinds.COPIED) != Answer.OUT:
                found.append(self._decided(place, identity, asked))
        return tuple(found)

    def _answer(self, asked: Sequence[TextQuestion], *kinds: Kind) -> str:
        answers = (self.answers.get(one.id, "") for one in asked if one.problem.kind in kinds)
        return next(answers, "")

    def _decided(self, place: int, identity: Identity, asked: Sequence[TextQuestion]) -> Decided:
        said = self._answer(asked, *_IDENTITY)
        about = next((one.about for one in asked if one.problem.kind in _IDENTITY), "")
        name = identity.clause
        if said:
            name = said if said == about or said not in set(Answer) else ""
        joined = [
            one.about
            for one in asked
            if one.problem.kind == word_kinds.JOINED_TO
            and self.answers.get(one.id) == Answer.JOINED
        ]
        return Decided(
            self._mended(self.origins.text.passages[place], asked),
            name,
            about if said == Answer.SPLIT else "",
            tuple(joined),
            tuple(one for one in asked if one.id not in self.answers),
        )

    def _taking_in(self, last: Decided, place: int, identity: Identity) -> Decided:
        """Return the last passage with all words of one that only seemed to begin."""
        passage = self.origins.text.passages[place]
        languages = self.origins.text.languages
        one = replace(
            last.passage,
            words={code: _run_together(last.passage, passage, code) for code in languages},
            tables={
                code: (*last.passage.tables.get(code, ()), *passage.tables.get(code, ()))
                for code in {**last.passage.tables, **passage.tables}
            },
        )
        took_in = (*last.took_in, *([identity.clause] if identity.clause else []))
        return replace(last, passage=one, took_in=took_in)

    def _mended(self, passage: Passage, asked: Sequence[TextQuestion]) -> Passage:
        """Return a passage as the answers want it: codes and signs put right, tables left out."""
        for one in asked:
            answer, kind = self.answers.get(one.id, ""), one.problem.kind
            if kind == word_kinds.NEW_TABLE and answer == Answer.OUT:
                passage = replace(passage, tables={})
            elif kind == word_kinds.CODE_INSIDE and answer == Answer.OUT:
                passage = _replaced(passage, f"[{one.about}]", "")
            elif kind == word_kinds.SYMBOL and answer:
                passage = _replaced(passage, one.about, answer)
            elif kind == word_kinds.EMPTIED and answer == Answer.INSIDE:
                passage = self._refilled(passage, one.about)
        return passage

    def _refilled(self, passage: Passage, name: str) -> Passage:
        clause = self.origins.base.clause(name) if self.origins.base else None
        if clause is None:
            return passage
        for code in list(emptied(passage, clause, self.origins.text.languages)):
            passage = refilled(passage, clause, code)
        return passage


def _run_together(last: Passage, passage: Passage, language: str) -> tuple[str, ...]:
    """Return the lines of two passages; the second begins in the last line of the first."""
    *before, line = last.words.get(language, ("",))
    head, *behind = passage.words.get(language, ("",))
    number = passage.number.get(language, "")
    whole = " ".join(filter(None, (line, f"{number}." if number else "", head)))
    return tuple(filter(None, (*before, whole, *behind)))


def _replaced(passage: Passage, old: str, new: str) -> Passage:
    return passage.with_words(
        {
            code: tuple(line.replace(old, new).replace("  ", " ").strip() for line in lines)
            for code, lines in passage.words.items()
        }
    )
