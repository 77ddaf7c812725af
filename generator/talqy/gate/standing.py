"""What is wrong on the base already: it is told, and fails no pull request that did not make it.

Who changes one standard cannot mend another one, and a wrong file must not stop a ministry on the
last day of a discussion. An error that a change causes in another file is none of these.
"""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from talqy.model import paths
from talqy.model.problem import Problem
from talqy.model.register import Register
from talqy.project.pull_request import PullRequest

_Known = tuple[str, str, str, tuple[str, ...]]


@dataclass(frozen=True, slots=True)
class PartedProblems:
    """Problems of a pull request, and the errors that its base has already: each as often."""

    own: tuple[Problem, ...]
    standing: tuple[Problem, ...]


def known_by(problem: Problem) -> _Known:
    """Return by what a problem is known in another state of the same file: its words and its place.

    Lines and whole clauses may move: of a place its keys count, and the id of its clause.
    """
    place = tuple(step for step in problem.path if isinstance(step, str))
    return problem.code, problem.file, problem.said(), place


def parted(
    found: Sequence[Problem], before: Iterable[Problem], unheld: frozenset[str] = frozenset()
) -> PartedProblems:
    """Part the errors that were there `before` from all else; those of `unheld` standards stay.

    What says the same at the same place is one as often as it was there: one more is new.
    """
    there = {(*one.place, one.path, one.said()): one for one in before if one.is_error}
    left = Counter(map(known_by, there.values()))
    places = {(known_by(one), one.path) for one in there.values()}
    errors = [
        (at, one)
        for at, one in enumerate(found)
        if one.is_error and paths.standard_of(one.file) not in unheld
    ]
    errors.sort(key=lambda pair: (known_by(pair[1]), pair[1].path) not in places)
    standing = set[int]()
    for at, one in errors:
        if left[known_by(one)]:
            left[known_by(one)] -= 1
            standing.add(at)
    return PartedProblems(
        tuple(one for at, one in enumerate(found) if at not in standing),
        tuple(one for at, one in enumerate(found) if at in standing),
    )


def unheld_standards(pull: PullRequest, before: Register) -> frozenset[str]:
    """Return the standards of which files change that nothing on the base can be held to.

    Where a standard or its record cannot be read, nobody knows what is on record; its published
    comments are held to their bytes all the same.
    """
    unread = {lost.id for lost in before.lost}
    unread |= {record.id for record in before.records if record.broken_history}
    return frozenset(
        standard
        for change in pull.changes
        if change.path in pull.base_tree and not _is_held(change.path)
        if (standard := paths.standard_of(change.path)) in unread
    )


def _is_held(path: str) -> bool:
    comment = paths.CommentPath.parse(path)
    is_comment = comment is not None and path == comment.file
    return is_comment or path in {
        paths.history_file(paths.standard_of(path)),
        paths.standard_file(paths.standard_of(path)),
    }
