"""Comments counted: how many, by whom, in which language, and what became of them.

Sums add up by construction: every comment is in exactly one outcome, or waits for an answer.
"""

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from talqy.model.comment import WHOLE, Comment, Outcome, Response
from talqy.model.history import RecordedComment, RecordedTally
from talqy.model.register import Record


@dataclass(frozen=True, slots=True, kw_only=True)
class Tally:
    """The figures of one discussion, or of many. Mappings hold codes and counts above zero."""

    received: int
    answered: int
    outcomes: Mapping[Outcome, int]
    kinds: Mapping[str, int]
    channels: Mapping[str, int]
    languages: Mapping[str, int]
    authors: Mapping[str, int]
    clauses: Mapping[str, int]
    days_to_answer: tuple[int, ...]

    @property
    def waiting(self) -> int:
        """Comments without a response."""
        return self.received - self.answered

    @property
    def median_days(self) -> float | None:
        """The middle of the days from receipt to decision; None while nothing is answered."""
        days = sorted(self.days_to_answer)
        middle = len(days) // 2
        if not days:
            return None
        return days[middle] if len(days) % 2 else (days[middle - 1] + days[middle]) / 2


def tally(comments: Iterable[Comment], responses: Mapping[str, Response]) -> Tally:
    """Count comments and what became of them."""
    counted = tuple(comments)
    answers = [(comment, responses[comment.id]) for comment in counted if comment.id in responses]
    return Tally(
        received=len(counted),
        answered=len(answers),
        outcomes=Counter(response.outcome for _, response in answers),
        kinds=Counter(str(comment.kind) for comment in counted),
        channels=Counter(str(comment.channel) for comment in counted),
        languages=Counter(comment.language for comment in counted),
        authors=Counter(str(comment.author.kind) for comment in counted),
        clauses=Counter(comment.clause_id or WHOLE for comment in counted),
        days_to_answer=tuple((r.decided.on - c.received).days for c, r in answers),
    )


def tally_of(entries: Iterable[RecordedComment]) -> RecordedTally:
    """Count what a record says became of its comments."""
    known = tuple(entries)
    outcomes = Counter(entry.outcome for entry in known if entry.outcome)
    return RecordedTally(received=len(known), outcomes=dict(outcomes))


def revision_tally(record: Record, revision: int) -> Tally:
    """Count the comments on one revision."""
    return tally(record.comments_on(revision), record.responses or {})
