"""What waits beside a step on record: saves of the same text that are not published.

A report, an act or a withdrawal is about the text as it is published. What waits in a draft, or
among its answers, would come after it, and could not be put on record any more.
"""

from collections.abc import Collection, Iterator, Sequence
from pathlib import Path

from talqy.model import paths
from talqy.model.problem import Problem
from talqy.model.register import Register
from talqy.project.saved_line import tree_of
from talqy.project.trees_joined import joined_trees
from talqy.record.digests import digest_of
from talqy.service.desk.work.asked_kinds import CHANGED_SINCE, NO_ANSWER, WAITS_BESIDE
from talqy.service.desk.work.values import BegunWork, WorkKind, WorkName


def waiting_beside(
    root: Path, begun: Sequence[BegunWork], main: str, name: WorkName
) -> tuple[WorkName, ...]:
    """Return the works of the texts of a standard that bring what is not published.

    Only steps on record ask for them: `name` is the work that holds those.
    """
    if name.kind is not WorkKind.RECORD:
        return ()
    own = [one for one in begun if one.name.standard == name.standard and one.name.revision]
    return tuple(sorted(one.name for one in own if _brings(root, main, one.tip)))


def _brings(root: Path, main: str, tip: str) -> bool:
    merged = joined_trees(root, main, tip)
    return bool(merged.conflicts) or merged.tree != tree_of(root, main)


def faults_beside(waiting: Collection[WorkName], numbers: Collection[int]) -> list[Problem]:
    """Return an error for each work that waits beside a step of one of some texts."""
    return [
        WAITS_BESIDE.at(paths.revision_file(one.standard, one.revision), work=one.key)
        for one in waiting
        if one.revision in numbers
    ]


def stepped(standard: str, was: Register | None, now: Register | None) -> Iterator[int]:
    """Yield the texts of which something else is said by now: days, report, act, withdrawal."""
    before = was.record(standard) if was else None
    after = now.record(standard) if now else None
    for text in after.revisions if after else ():
        old = before.revision(text.revision) if before else None
        said = (text.consultation, text.adopted, text.withdrawn)
        if old and said != (old.consultation, old.adopted, old.withdrawn):
            yield text.revision


def changed_since(
    standard: str, numbers: Collection[int], saved: Register | None, now: Register | None
) -> Iterator[Problem]:
    """Yield a question for each text whose words are not those that its step was saved with."""
    before = saved.record(standard) if saved else None
    after = now.record(standard) if now else None
    for number in numbers:
        old = before.revision(number) if before else None
        text = after.revision(number) if after else None
        if old and text and digest_of(old) != digest_of(text):
            yield CHANGED_SINCE.at(paths.revision_file(standard, number), revision=number)


def unanswered_causes(
    name: WorkName, public: Register | None, now: Register | None
) -> Iterator[Problem]:
    """Yield a question for each comment that a draft comes to name as a cause, and has no answer.

    The answer may be saved beside it, and be given up there.
    """
    after = now.record(name.standard) if now else None
    text = after.revision(name.revision) if after else None
    if not (after and text):
        return
    before = public.record(name.standard) if public else None
    was = before.revision(name.revision) if before else None
    known = {one for amendment in (was.amendments if was else ()) for one in amendment.comments}
    named = dict.fromkeys(one for amendment in text.amendments for one in amendment.comments)
    for one in named:
        if one not in known and after.comment(one) and not after.response_to(one):
            file = paths.revision_file(name.standard, name.revision)
            yield NO_ANSWER.at(file, revision=name.revision, comment=one)
