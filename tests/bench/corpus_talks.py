"""Comments of the made-up corpus, and the answers to them."""

import random
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from datetime import date, timedelta
from typing import Any

from corpus_clauses import HALF_A_SENTENCE, Service
from corpus_figures import Counts, words
from corpus_speech import LANGUAGES, Said, Speech, begun, parts, remark
from corpus_texts import Change, MadeText

_CROCKFORD = "0123456789abcdefghjkmnpqrstvwxyz"
_KINDS = ("change", "change", "change", "objection", "objection", "question", "support")
_CHANNELS = (
    "web",
    "web",
    "web",
    "web",
    "email",
    "email",
    "paper",
    "paper",
    "counter",
    "pull-request",
)
_AUTHORS = ("individual",) * 7 + ("legal-entity", "legal-entity", "entrepreneur")
_UNCHANGED = ("rejected", "rejected", "noted", "out-of-scope", "duplicate")
_ACCEPTED = 3
"""One comment in so many changes the next text, where there is one."""


@dataclass(frozen=True)
class Talk:
    """The discussion of one text: its days, up to which day it is, and when answers are decided."""

    standard: Service
    revision: int
    opens: date
    last: date
    answers: tuple[date, date] | None = None
    share_answered: float = 1.0


@dataclass
class MadeComment:
    """A comment and its answer, as they stand in files."""

    id: str
    day: date
    comment: dict[str, Any]
    answer: dict[str, Any] | None = None


@dataclass
class Discussion:
    """All comments on one text, and how they are drawn."""

    talk: Talk
    text: MadeText
    speech: Speech
    model: Counts
    later: list[Change] = field(default_factory=list)
    made: list[MadeComment] = field(default_factory=list)

    def hold(self, count: int) -> list[MadeComment]:
        """Return so many comments, in the order of receipt, each with its answer."""
        span = (self.talk.last - self.talk.opens).days
        days = sorted(self.speech.chance.randint(0, span) for _ in range(count))
        for day in days:
            self.made.append(self._one(self.talk.opens + timedelta(days=day)))
        return self.made

    def _one(self, day: date) -> MadeComment:
        chance = self.speech.chance
        change = (
            chance.choice(self.later) if self.later and chance.randrange(_ACCEPTED) == 0 else None
        )
        language = chance.choice(LANGUAGES)
        clause = change.clause if change else self._clause()
        kind = "change" if change else chance.choice(_KINDS)
        name = made_id(chance)
        said = self._said(language, kind)
        comment: dict[str, Any] = {
            "schema": 1,
            "id": name,
            "standard": self.talk.standard.id,
            "revision": self.talk.revision,
            "clause": clause,
            "language": language,
            "kind": kind,
            "received": day.isoformat(),
            "channel": chance.choice(_CHANNELS),
            "author": _author(chance, language),
            **(_asked(change, language) if change else {}),
            "text": said,
            "consent": "1",
        }
        is_answered = self.talk.answers and chance.random() < self.talk.share_answered
        answer = self._answer(name, clause, day, change) if is_answered else None
        return MadeComment(name, day, comment, answer)

    def _clause(self) -> str:
        clauses = [clause.id for clause in self.text.walk() if clause.free] or ["whole"]
        return self.speech.chance.choice((*clauses, "whole"))

    def _said(self, language: str, kind: str) -> str:
        """Return the words of a person, about as many as in a comment of the model."""
        size = self.speech.chance.choice(self.model["words of a comment"])
        short = "question" if kind == "question" else "short"
        closing = self.speech.pick(f"{language}-{short}")[0]
        said: list[str] = []
        while size - sum(map(words, said)) - words(closing) > HALF_A_SENTENCE:
            said.append(remark(self.speech, language))
        return " ".join((*said, closing))

    # --- answers ----------------------------------------------------------------------------------

    def _answer(self, name: str, clause: str, day: date, change: Change | None) -> dict[str, Any]:
        chance = self.speech.chance
        first, last = self.talk.answers or (day, day)
        outcome = (
            chance.choice(("accepted", "accepted", "accepted-partly"))
            if change
            else chance.choice(_UNCHANGED)
        )
        earlier = [one for one in self.made if one.answer and "duplicate_of" not in one.answer]
        if outcome == "duplicate" and not earlier:
            outcome = "noted"
        answer: dict[str, Any] = {
            "schema": 1,
            "comment": name,
            "outcome": outcome,
            "reason": self.reason(outcome),
            "decided": {
                "by": self.talk.standard.authority,
                "on": _between(chance, max(first, day), last).isoformat(),
            },
        }
        if change:
            change.comments.append(name)
            answer["landed"] = {"revision": self.talk.revision + 1, "clauses": [clause]}
        if outcome == "duplicate":
            answer["duplicate_of"] = chance.choice(earlier).id
        return answer

    def reason(self, outcome: str) -> Said:
        """Return why a comment was answered so, about as long as in an answer of the model."""
        speech = self.speech
        verdict = speech.chance.choice(
            [line[1:] for line in parts("verdicts") if line[0] == outcome]
        )
        opened = dict(zip(LANGUAGES, verdict, strict=True))
        size = speech.chance.choice(self.model["words of an answer, ru"])
        size = max(size, words(opened["ru"]) + HALF_A_SENTENCE + 1)  # a verdict alone is no reason
        while size - words(opened["ru"]) > HALF_A_SENTENCE:
            said = speech.own(speech.because)
            opened = {code: f"{opened[code]} {begun(said[code])}." for code in LANGUAGES}
        return opened


def made_id(chance: random.Random) -> str:
    """Return an id of a comment."""
    return "".join(chance.choices(_CROCKFORD, k=10))


def _between(chance: random.Random, first: date, last: date) -> date:
    return first + timedelta(days=chance.randint(0, max(0, (last - first).days)))


def _author(chance: random.Random, language: str) -> dict[str, Any]:
    kind, at = chance.choice(_AUTHORS), LANGUAGES.index(language)
    if kind == "individual" and chance.random() < 0.5:  # half of them give no name
        return {"kind": kind}
    return {
        "kind": kind,
        "name": chance.choice(parts("people" if kind == "individual" else "firms"))[at],
    }


def _asked(change: Change, language: str) -> dict[str, str]:
    """Return the words that a comment is about, and those that it asks for."""
    was, now = ([line[language] for line in lines] for lines in (change.was, change.now))
    gone: Sequence[str] = [line for line in was if line not in now]
    come: Iterator[str] = (line for line in now if line not in was)
    asked = {"quote": gone[0]} if gone else {}
    new = next(come, None)
    return asked | ({"proposal": new} if new else {})
