"""What becomes of each message and row: taken, taken before, or left with the reasons.

Nothing is taken twice: the id of an imported comment is made from what it says, so the same file
gives the same ids again; and nothing is lost: those that say the same in one file have turns.
"""

from collections import ChainMap, Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from enum import StrEnum

from talqy.comments import reasons
from talqy.comments.reasons import at
from talqy.comments.reception import Reception
from talqy.comments.submissions import weighed, words_of
from talqy.comments.table import Read
from talqy.model.comment import Comment
from talqy.model.problem import Problem
from talqy.office.grids import Place


class Fate(StrEnum):
    """What became of a message or a row."""

    TAKEN = "taken"
    ALREADY = "already taken"
    LEFT = "left"


@dataclass(frozen=True, slots=True)
class Taking:
    """One message or row; `comment` is None where it was left."""

    place: Place
    fate: Fate
    comment: Comment | None
    problems: tuple[Problem, ...]


@dataclass(frozen=True, slots=True)
class Taken:
    """One file: what was found out about it, what is wrong with it, and each row's fate."""

    file: str
    facts: Mapping[str, str]
    problems: tuple[Problem, ...]
    takings: tuple[Taking, ...]

    @property
    def is_clean(self) -> bool:
        """Return whether nothing was left."""
        return not self.problems and all(one.fate is not Fate.LEFT for one in self.takings)


def take(read: Read, file: str, reception: Reception, before: Mapping[str, Comment]) -> Taken:
    """Decide about everything in a file; `before` are the comments taken earlier in this run."""
    return Taken(file, read.facts, read.problems, tuple(_takings(read, reception, before)))


def _takings(read: Read, reception: Reception, before: Mapping[str, Comment]) -> Iterator[Taking]:
    turns = Counter[tuple[tuple[str, str], ...]]()
    known = ChainMap[str, Comment]({}, dict(before))
    for submission in read.submissions:
        said = words_of(submission)
        found = weighed(submission, reception, turn=turns[said])
        again = (at(reasons.SAME_WORDS, submission.place),) if turns[said] and found.comment else ()
        turns[said] += 1
        taking = _taking(
            submission.place, found.comment, (*found.problems, *again), reception, known
        )
        if taking.comment and taking.fate is Fate.TAKEN:
            known[taking.comment.id] = taking.comment
        yield taking


def _taking(
    place: Place,
    comment: Comment | None,
    problems: tuple[Problem, ...],
    reception: Reception,
    known: Mapping[str, Comment],
) -> Taking:
    if comment is None:
        return Taking(place, Fate.LEFT, None, problems)
    there = reception.record.comment(comment.id) or known.get(comment.id)
    if there is None and comment.id not in reception.record.broken_comments:
        return Taking(place, Fate.TAKEN, comment, problems)
    # Words that were taken out since then are no reason to take the comment once more.
    if there and (there == comment or there.redacted):
        return Taking(place, Fate.ALREADY, there, ())
    problem = at(reasons.ID_TAKEN, place, id=comment.id)
    return Taking(place, Fate.LEFT, None, (*problems, problem))
