"""Whether a commit of the project may be followed: the record of the one before must hold in it.

Whoever takes a text away, or writes another one into its place, must not keep people from
commenting: the commit before is then the project, as it is still the site.
"""

from collections.abc import Container, Iterable, Iterator
from itertools import islice

from talqy.errors import Listed, Saying
from talqy.model import paths
from talqy.model.problem import Problem
from talqy.model.register import Register
from talqy.record.against import texts_changed_since

_MOST_TOLD = 3


def not_holding(
    before: Register, now: Register, files: Container[str], problems: Iterable[Problem]
) -> Listed | None:
    """Return what of an older state does not hold any more; None where all of it does.

    `files` and `problems` are those of the newer state.
    """
    found = list(islice(_found(before, now, files, tuple(problems)), _MOST_TOLD))
    return Listed(tuple(map(_told, found))) if found else None


def _told(problem: Problem) -> Saying:
    return Saying("{file}: {reason}", {"file": problem.file, "reason": problem})


def _found(
    before: Register, now: Register, files: Container[str], problems: tuple[Problem, ...]
) -> Iterator[Problem]:
    for record in before.records:
        newer = now.record(record.id)
        yield from texts_changed_since(record, newer)
        known = {one.revision for one in newer.revisions} if newer else set[int]()
        gone = (one.revision for one in record.revisions if one.revision not in known)
        if any(paths.revision_file(record.id, number) in files for number in gone):
            yield from _unreadable(record.id, problems)


def _unreadable(standard: str, problems: Iterable[Problem]) -> Iterator[Problem]:
    """Yield why texts that are there cannot be read any more."""
    for problem in problems:
        if problem.is_error and paths.standard_of(problem.file) == standard:
            yield problem
