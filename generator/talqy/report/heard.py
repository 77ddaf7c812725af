"""Every comment of a register, counted once: what became of it, when, and what it is about."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from talqy.model.comment import ACCEPTED, WHOLE, Comment, CommentKind, Response
from talqy.model.facts import FACTS
from talqy.model.register import Assessment, Record, Register
from talqy.model.revision import Clause, Revision
from talqy.record.counts import DECIDED, ENOUGH, TURNED_DOWN, Fate, became_of, is_decided_proposal
from talqy.record.waiting import AnswerDue, answer_due

ELSEWHERE = "elsewhere"
"""The subject of comments on clauses of which no fact says what they set: order, and the rest."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Heard:
    """One comment: `outcome` is None while it waits for an answer, `due` its last day.

    `subject` is what its clause sets: a row of the basic requirements, or a fact that is none;
    `whole` or `elsewhere` where it is on none.
    """

    record: Record
    comment: Comment
    outcome: Fate
    response: Response | None
    due: AnswerDue | None
    subject: str

    @property
    def is_overdue(self) -> bool:
        """Return whether its answer should be there by now, and is not."""
        return self.due is not None and self.due.is_overdue

    @property
    def is_decided(self) -> bool:
        """Return whether the authority has decided on its merits."""
        return self.outcome in DECIDED

    @property
    def is_decided_proposal(self) -> bool:
        """Return whether it asks for a change, or objects, and was decided: shares are of these."""
        return is_decided_proposal(self.comment, self.outcome)

    @property
    def is_accepted(self) -> bool:
        """Return whether it was accepted, in full or in part."""
        return self.outcome in ACCEPTED

    @property
    def is_turned_down(self) -> bool:
        """Return whether nothing of it was taken over."""
        return self.outcome in TURNED_DOWN

    @property
    def days(self) -> int | None:
        """The days from receipt to the decision on its merits."""
        if self.response is None or not self.is_decided:
            return None
        return (self.response.decided.on - self.comment.received).days


def all_heard(register: Register, assessment: Assessment) -> tuple[Heard, ...]:
    """Return all comments, standard by standard in the order of receipt."""
    return tuple(one for record in register.records for one in _heard(record, assessment))


def _heard(record: Record, assessment: Assessment) -> Iterator[Heard]:
    subjects: dict[int, Mapping[str, str]] = {}
    for comment in record.comments:
        revision = record.revision(comment.revision)
        if revision and revision.revision not in subjects:
            subjects[revision.revision] = dict(_subjects(revision))
        yield Heard(
            record=record,
            comment=record.shown(comment),
            outcome=became_of(record, comment, assessment),
            response=record.response_to(comment.id),
            due=answer_due(assessment, record, comment),
            subject=_subject(comment, subjects.get(comment.revision, {})),
        )


def _subject(comment: Comment, subjects: Mapping[str, str]) -> str:
    if comment.clause_id is None:
        return WHOLE
    return subjects.get(comment.clause_id, ELSEWHERE)


def _subjects(revision: Revision) -> Iterator[tuple[str, str]]:
    """Yield the clauses of which it is known what they set, with that."""

    def below(clause: Clause, above: str) -> Iterator[tuple[str, str]]:
        if own := _sets(clause) or above:
            yield clause.id, own
        for inner in clause.clauses:
            yield from below(inner, own)

    for clause in revision.clauses:
        yield from below(clause, "")


def _sets(clause: Clause) -> str:
    """Return what a clause sets: what it covers, else its first fact, in the order of `FACTS`.

    One without facts sets what all those below it set, where that is one thing.
    """
    if clause.covers:
        return clause.covers[0]
    own = (fact.row or name for name, fact in FACTS.items() if fact.values(clause.facts))
    inner = {_sets(one) for one in clause.clauses}
    return next(own, inner.pop() if len(inner) == 1 else "")


def alike_answered(heard: Iterable[Heard]) -> frozenset[str]:
    """Return the comments of which the answer, word for word, stands under other clauses too.

    Comments that only support are left out: to be thanked in one word with others is no fault.
    """
    found: dict[tuple[str, ...], list[Heard]] = {}
    for one in heard:
        if one.response and one.is_decided and one.comment.kind is not CommentKind.SUPPORT:
            said = (" ".join(text.split()).casefold() for text in one.response.reason.values())
            found.setdefault((one.response.decided.by, *said), []).append(one)
    return frozenset(
        one.comment.id
        for same in found.values()
        if len({(one.record.id, one.comment.clause_id) for one in same}) > 1
        for one in same
    )


def usual_days(heard: Iterable[Heard]) -> tuple[int, int] | None:
    """Return the days between which the middle half of the answers came; None of too few."""
    days = sorted(one.days for one in heard if one.days is not None)
    quarter = len(days) // 4
    return None if len(days) < ENOUGH else (days[quarter], days[-1 - quarter])
