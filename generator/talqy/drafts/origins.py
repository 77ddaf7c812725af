"""A text from Word beside the one that it comes from: what is sure, and what is to be asked.

What the file says plainly is settled; the rest are questions. That words of one old clause stand
in two new ones is always asked about: likeness cannot tell a part from a neighbour.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cached_property

from talqy.drafts import word_kinds
from talqy.drafts.identity import Identities, Identity
from talqy.drafts.likeness import (
    ComparedClause,
    clauses_said,
    held_words,
    plain_passage,
    shared_between,
    shared_words,
)
from talqy.drafts.passages import Passage, WordText
from talqy.drafts.questions import Answer, TextQuestion
from talqy.drafts.settling import emptied, is_whole
from talqy.model.nearness import nearest_or_some
from talqy.model.problem import Kind, Problem
from talqy.model.revision import Clause, Revision
from talqy.office.word_values import Note, NoteKind

_SPLIT, _JOINED = 0.5, 0.6
_UNSEEN = frozenset({NoteKind.HIDDEN, NoteKind.STRUCK})
# How the reader shows a sign whose look only its font knows: ⟨Symbol F0B3⟩.
_SIGN = re.compile(r"⟨(?:[^⟨⟩]{1,60} )?[0-9A-F]{4}⟩")
_CODE = re.compile(r"\[([a-z0-9]+(?:-[a-z0-9]+)*)\]")


@dataclass
class Origins:
    """Finds out where the passages of a text come from; without a base all of them are new."""

    text: WordText
    base: Revision | None

    @cached_property
    def identities(self) -> list[Identity]:
        """The clause that each passage is, as far as the file says it."""
        if self.base is None:
            return [Identity() for _ in self.text.passages]
        return Identities(self.text.passages, self.base, self.text.units).all()

    @cached_property
    def _said(self) -> Mapping[str, ComparedClause]:
        said = clauses_said(self.base, self.text.units) if self.base else ()
        return {clause.id: compared for clause, compared in said}

    @cached_property
    def _plain(self) -> list[Passage]:
        return list(map(plain_passage, self.text.passages))

    @cached_property
    def _holders(self) -> Mapping[str, int]:
        return {one.clause: place for place, one in enumerate(self.identities) if one.clause}

    def clause(self, place: int) -> Clause | None:
        """Return the clause of the base that a passage is, as far as the file says it."""
        return self.base.clause(self.identities[place].clause) if self.base else None

    # --- faults ----------------------------------------------------------------------------

    @cached_property
    def problems(self) -> tuple[Problem, ...]:
        """What keeps the text from being taken."""
        return (*self.text.problems, *self._unknown_codes(), *self._bad_tables())

    def _unknown_codes(self) -> Iterator[Problem]:
        for passage in self.text.passages:
            if self.base and passage.code and passage.code not in self._said:
                yield passage.at(
                    word_kinds.UNKNOWN_CODE,
                    code=passage.code,
                    near=nearest_or_some(passage.code, self._said),
                    base=self.base.revision,
                )

    def _bad_tables(self) -> Iterator[Problem]:
        for passage in self.text.passages:
            if passage.tables and not is_whole(passage):
                yield passage.at(word_kinds.TABLES)

    # --- questions -------------------------------------------------------------------------

    @cached_property
    def questions(self) -> tuple[TextQuestion, ...]:
        """What a person has to say, in the order of the text; each once."""
        asked = [one for place in range(len(self.text.passages)) for one in self._asked(place)]
        asked += self._joined()
        return tuple({one.id: one for one in sorted(asked, key=lambda one: one.at)}.values())

    def _asked(self, place: int) -> Iterator[TextQuestion]:
        passage, identity = self.text.passages[place], self.identities[place]
        name = identity.clause
        if identity.rival:
            choices = (name, identity.rival, Answer.NEW)
            yield self._ask(word_kinds.OTHER_WORDS, place, name, *choices, other=identity.rival)
        elif name and not identity.is_sure:
            yield self._ask(word_kinds.WHICH_CLAUSE, place, name, name, Answer.NEW)
        elif passage.runs_on and place:
            yield self._ask(word_kinds.RUNS_ON, place, name, Answer.APART, Answer.JOINED)
        elif not name:
            yield from self._origin(place, identity.copy_of)
        yield from self._oddities(place)

    def _origin(self, place: int, copy_of: str) -> Iterator[TextQuestion]:
        """Ask about a passage without a clause whose words stand in one of the base."""
        own = self._plain[place]
        shares = {name: shared_words(own, said) for name, said in self._said.items()}
        name = copy_of or max(shares, key=lambda one: shares[one], default="")
        if not name or (shares[name] < _SPLIT and not copy_of):
            if gone := self._replaced_by(place):
                yield self._ask(word_kinds.WHICH_CLAUSE, place, gone, gone, Answer.NEW)
            return
        holder = self._holders.get(name)
        if holder is None:
            yield self._ask(word_kinds.WHICH_CLAUSE, place, name, name, Answer.NEW)
        elif shared_between(own, self._plain[holder]) >= _SPLIT:
            choices = (Answer.NEW, Answer.SPLIT, Answer.OUT)
            yield self._ask(word_kinds.COPIED, place, name, *choices)
        elif shares[name] >= _SPLIT:
            yield self._ask(word_kinds.SPLIT_OFF, place, name, Answer.SPLIT, Answer.NEW)

    def _replaced_by(self, place: int) -> str:
        """Return the clause that is gone from just this place and number: it may be written anew.

        In a file with codes one that is empty says that the clause is new.
        """
        number = self.text.passages[place].key
        if not any(number) or any(one.code for one in self.text.passages):
            return ""
        held = ["", *(one.clause for one in self.identities), ""]
        known = ["", *self._said, ""]
        around = held[place], held[place + 2]
        for before, name, after in zip(known, known[1:], known[2:], strict=False):
            is_gone = name not in self._holders and self._said[name].number[-1:] == (number,)
            if is_gone and (before, after) == around:
                return name
        return ""

    def _joined(self) -> Iterator[TextQuestion]:
        """Ask about clauses that are gone, and whose words stand in another one now."""
        for clause in self.base.walk() if self.base else ():
            said = self._said[clause.id]
            if clause.id in self._holders or not said.text:
                continue
            for place, identity in enumerate(self.identities):
                is_in = identity.clause and held_words(said, self._plain[place]) >= _JOINED
                if is_in:
                    choices = (Answer.JOINED, Answer.GONE)
                    more = {"other": identity.clause}
                    yield self._ask(word_kinds.JOINED_TO, place, clause.id, *choices, **more)
                    break

    def _oddities(self, place: int) -> Iterator[TextQuestion]:
        passage, clause = self.text.passages[place], self.clause(place)
        if clause and clause.table is None and passage.tables and is_whole(passage):
            yield self._ask(word_kinds.NEW_TABLE, place, "", Answer.TABLE, Answer.OUT)
        is_known = clause and self.identities[place].is_sure
        lost = list(emptied(passage, clause, self.text.languages)) if is_known else []
        if clause and lost:
            choices = (Answer.INSIDE, Answer.OUT)
            said = ", ".join(lost)
            yield self._ask(word_kinds.EMPTIED, place, clause.id, *choices, language=said)
        for name in dict.fromkeys(_CODE.findall("\n".join(map(passage.text, passage.words)))):
            if name in self._said:
                choices = (Answer.OUT, Answer.INSIDE)
                yield self._ask(word_kinds.CODE_INSIDE, place, name, *choices, code=name)
        whole = "\n".join(map(passage.text, passage.words))
        for mark in dict.fromkeys(_SIGN.findall(whole)):
            yield self._ask(word_kinds.SYMBOL, place, mark, words=mark)
        for where, note in passage.notes:
            for asked in self._about(place, note):
                problem = replace(asked.problem, file=where.file, line=where.line)
                yield replace(asked, problem=problem)

    def _about(self, place: int, note: Note) -> Iterator[TextQuestion]:
        words = " ".join(note.words.split())
        if note.kind in _UNSEEN and words:
            yield self._ask(word_kinds.UNSEEN_WORDS, place, words, Answer.OUT, words=words)
        elif note.kind is NoteKind.FOOTNOTE:
            yield self._ask(word_kinds.FOOTNOTE, place, words, Answer.OUT, words=words)

    def _ask(
        self, kind: Kind, place: int, about: str, *choices: str, **values: object
    ) -> TextQuestion:
        passage = self.text.passages[place]
        clause = self.base.clause(about) if self.base else None
        return TextQuestion(
            passage.at(kind, clause=about, **values),
            place,
            about,
            was=words_of_clause(clause, self.text.languages) if clause else "",
            now="\n".join(filter(None, map(passage.text, passage.words))),
            choices=tuple(map(str, choices)),
        )


def words_of_clause(clause: Clause, languages: Sequence[str]) -> str:
    """Return heading, text and note of a clause in some languages, as a person compares them."""
    spoken = [
        words[code]
        for code in languages
        for words in (clause.heading, clause.text, clause.note)
        if words and code in words
    ]
    return "\n".join(spoken)
