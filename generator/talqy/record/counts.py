"""What became of every comment, and what each figure counts: one judge, one count for all pages.

A comment that came is in exactly one part, so the parts add up. A share is one of proposals:
whoever supports a draft, or asks about it, wants no change that could be accepted.
"""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum

from talqy.law.periods import is_late
from talqy.model.comment import ACCEPTED, Comment, CommentKind, Outcome, Response
from talqy.model.register import Assessment, Record
from talqy.model.revision import Consultation, Revision
from talqy.model.standing import Stage

TURNED_DOWN = frozenset({Outcome.REJECTED, Outcome.OUT_OF_SCOPE})
"""What was refused as a whole: nothing of it was taken over."""
IN_NOT_ACCEPTED = TURNED_DOWN | {Outcome.ACCEPTED_PARTLY, Outcome.NOTED}
"""What stands in the law's list of comments that are not accepted; the other list is `ACCEPTED`."""
DECIDED = ACCEPTED | IN_NOT_ACCEPTED
"""What is a decision on the merits of a comment."""
ENOUGH = 5
"""Of fewer comments no share and no usual time is told: one answer more would turn it over."""
_PROPOSALS = frozenset({CommentKind.CHANGE, CommentKind.OBJECTION})


class Unanswered(StrEnum):
    """Why a comment has no answer, and waits for none."""

    DRAFT_WITHDRAWN = "draft-withdrawn"


Fate = Outcome | Unanswered | None
"""What became of a comment: an outcome, that it is left without one, or None while it waits."""


class CountPart(StrEnum):
    """Where a comment is counted: in one part, and in no other."""

    DECIDED = "decided"
    WAITING = "waiting"
    REPEATED = "repeated"
    LATE = "late"
    WITHDRAWN = "withdrawn"
    LEFT = "left"


_PARTS: Mapping[Fate, CountPart] = {
    None: CountPart.WAITING,
    Unanswered.DRAFT_WITHDRAWN: CountPart.LEFT,
    Outcome.DUPLICATE: CountPart.REPEATED,
    Outcome.LATE: CountPart.LATE,
    Outcome.WITHDRAWN: CountPart.WITHDRAWN,
}


@dataclass(frozen=True, slots=True)
class Counts:
    """Comments counted by what became of them; None is “waiting for an answer”.

    `proposals` are those decided that ask for a change or object, `accepted` are those of them that
    were accepted, in full or in part.
    """

    outcomes: Mapping[Fate, int]
    proposals: int
    accepted: int

    @property
    def received(self) -> int:
        """All comments that came."""
        return sum(self.outcomes.values())

    @property
    def parts(self) -> Mapping[CountPart, int]:
        """How many comments each part has; together they are all that came."""
        found = Counter(dict.fromkeys(CountPart, 0))
        for outcome, count in self.outcomes.items():
            found[part_of(outcome)] += count
        return found

    @property
    def share(self) -> int | None:
        """The share of proposals accepted, in percent; None while too few are decided."""
        return percent(self.accepted, self.proposals) if self.proposals >= ENOUGH else None


def part_of(fate: Fate) -> CountPart:
    """Return the part in which a comment is counted."""
    return _PARTS.get(fate, CountPart.DECIDED)


def became_of(record: Record, comment: Comment, assessment: Assessment) -> Fate:
    """Return what became of a comment of a record; None while it waits for an answer.

    On a draft that was withdrawn nobody waits: no day is set for an answer any more.
    """
    revision = record.revision(comment.revision)
    talk = revision.consultation if revision else None
    outcome = outcome_on(comment, record.response_to(comment.id), talk)
    return left_on(assessment, record, revision) if outcome is None and revision else outcome


def left_on(assessment: Assessment, record: Record, revision: Revision) -> Unanswered | None:
    """Return why comments on a text are left without an answer; None where they wait for it."""
    is_given_up = assessment.of(record.id, revision.revision).stage is Stage.WITHDRAWN
    return Unanswered.DRAFT_WITHDRAWN if is_given_up else None


def outcome_on(
    comment: Comment, response: Response | None, consultation: Consultation | None
) -> Outcome | None:
    """Return what was decided on a comment; that it came late is said by its day alone."""
    outcome = response.outcome if response else None
    if outcome is Outcome.WITHDRAWN:
        return outcome
    if is_late(comment.received, consultation):
        return Outcome.LATE
    return None if outcome is Outcome.LATE else outcome


def is_proposal(comment: Comment) -> bool:
    """Return whether a comment wants something else in the text."""
    return comment.kind in _PROPOSALS


def is_decided_proposal(comment: Comment, fate: Fate) -> bool:
    """Return whether a comment wants a change, and was decided on its merits."""
    return is_proposal(comment) and fate in DECIDED


def counted(judged: Iterable[tuple[Comment, Fate]]) -> Counts:
    """Count comments with what became of each."""
    known = tuple(judged)
    decided = [outcome for comment, outcome in known if is_decided_proposal(comment, outcome)]
    return Counts(
        outcomes=Counter(outcome for _, outcome in known),
        proposals=len(decided),
        accepted=sum(outcome in ACCEPTED for outcome in decided),
    )


def counts_of(record: Record, comments: Iterable[Comment], assessment: Assessment) -> Counts:
    """Count some comments of a record."""
    return counted((comment, became_of(record, comment, assessment)) for comment in comments)


def percent(part: int, whole: int) -> int:
    """Return a share in percent: 0 only of none, and 100 only of all."""
    if part in {0, whole}:
        return 100 if part else 0
    return min(max(round(100 * part / whole), 1), 99)


def widths(counts: Sequence[int]) -> tuple[int, ...]:
    """Return the parts of one bar in percent of it: they add up, the largest remainders rounded up.

    They are drawn; what is said of a part is its `percent`.
    """
    whole = sum(counts)
    if not whole:
        return (0,) * len(counts)
    parts = [100 * count // whole for count in counts]
    rest = sorted(range(len(counts)), key=lambda at: (-(100 * counts[at] % whole), at))
    for at in rest[: 100 - sum(parts)]:
        parts[at] += 1
    return tuple(parts)
