"""What git says of comments that go out: the states after “publish” are read, never remembered.

A crash, a merge, a branch that somebody has deleted, a forge that was away: all of them end here.
"""

import hashlib
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from talqy.model.paths import COMMENTS
from talqy.project.branches import branch_moved, files_at
from talqy.project.git import tree_files
from talqy.project.remotes import pushed
from talqy.service.parts import Service
from talqy.service.publish.by_author import honour_wishes
from talqy.service.publish.gone import (
    hold_what_is_gone,
    hold_what_was_left_out,
    hold_what_was_undone,
)
from talqy.service.publish.place import GitNow, PublishPlace
from talqy.service.publish.seen import path_of
from talqy.service.publish.taken_back import has_unknown, take_back
from talqy.service.taken import NOT_PUBLIC, OUTGOING, Act, ActName, By, State, Taken

_AT_ONCE = 1_000


@dataclass(frozen=True, slots=True)
class Outgoing:
    """The comments that are on their way, by id, and the batches that hold them."""

    taken: Mapping[str, Taken]
    here: Mapping[str, str]
    there: Mapping[str, str]

    def of(self, batch: str, *, there: bool = False) -> list[str]:
        """Return the comments of a batch."""
        return [name for name, at in (self.there if there else self.here).items() if at == batch]

    def by_commit(self, git: GitNow) -> Mapping[str, Sequence[Taken]]:
        """Return the comments of each batch, by its commit."""
        found = dict[str, list[Taken]]()
        for held, at in ((self.here, git.here), (self.there, git.there or {})):
            for name, batch in held.items():
                found.setdefault(at[batch], []).append(self.taken[name])
        return found


def read_back(service: Service, place: PublishPlace, git: GitNow) -> Outgoing:
    """Let the queue say what git says; return what is still on its way."""
    # Git finds each of many files in one folder slowly, and all of them together at once.
    there = {one.path: one.object_id for one in tree_files(place.root, git.tip, COMMENTS)}
    last = None
    while page := service.store.waiting(NOT_PUBLIC, after=last, most=_AT_ONCE):
        _published(service, git, there, page)
        last = page[-1]
    hold_what_is_gone(service, git, there)
    take_back(service, place, git)
    out = _outgoing(service, place, git)
    hold_what_was_undone(service, place, git, out.by_commit(git))
    out = _still(service, out)
    hold_what_was_left_out(service, place, there, out.by_commit(git))
    out = _still(service, out)
    for taken in out.taken.values():
        _one(service, place, git, out, taken)
    honour_wishes(service)
    out = _still(service, out)
    _tidy(service, place, git, out)
    return out


def _published(
    service: Service, git: GitNow, there: Mapping[str, str], waiting: Iterable[Taken]
) -> None:
    """Find what stands on the main branch, however it came there."""
    for taken in waiting:
        name = there.get(path_of(taken).file)
        if name is None:
            continue
        values = {"commit": git.tip}
        if name != _blob(taken.text, len(name)):
            values["otherwise"] = name  # somebody has merged other bytes: an official sees it
        _move(service, taken, State.PUBLISHED, ActName.PUBLISHED, values)


def _outgoing(service: Service, place: PublishPlace, git: GitNow) -> Outgoing:
    taken = {one.id: one for one in service.store.waiting(OUTGOING)}
    here, there = (_held(place, batches or {}, taken) for batches in (git.here, git.there))
    return Outgoing(taken, here, there)


def _still(service: Service, out: Outgoing) -> Outgoing:
    """Return what is on its way after some of it has moved; git need not be asked again."""
    taken = {one.id: one for one in service.store.waiting(OUTGOING) if one.id in out.taken}
    here, there = (
        {name: batch for name, batch in held.items() if name in taken}
        for held in (out.here, out.there)
    )
    return Outgoing(taken, here, there)


def _held(
    place: PublishPlace, batches: Mapping[str, str], taken: Mapping[str, Taken]
) -> Mapping[str, str]:
    """Return in which batch each comment stands."""
    by_path = {path_of(one).file: name for name, one in taken.items()}
    return {
        by_path[path]: batch
        for batch, commit in sorted(batches.items())
        for path in files_at(place.root, commit, by_path)
    }


def _one(service: Service, place: PublishPlace, git: GitNow, out: Outgoing, taken: Taken) -> None:
    if git.there is None and place.remote:
        return  # it is away: nothing can be said
    if batch := out.there.get(taken.id):
        if taken.state is State.QUEUED:
            _move(service, taken, State.PUSHED, ActName.PUSHED, {"branch": batch})
    elif taken.state is State.PUSHED or (not place.remote and _was_gone(service, out, taken)):
        _move(service, taken, State.HELD, ActName.BATCH_GONE)
    elif taken.id not in out.here:
        _move(service, taken, State.TO_PUBLISH, ActName.NOT_COMMITTED)


def _was_gone(service: Service, out: Outgoing, taken: Taken) -> bool:
    """Return whether a batch that was made here is here no more: somebody does not want it."""
    lines = service.store.log_of(taken.id)
    last = [line.act.what for line in lines if line.to is not None][-1:]
    return taken.id not in out.here and last in ([ActName.COMMITTED], [ActName.TAKEN_BACK])


def _tidy(service: Service, place: PublishPlace, git: GitNow, out: Outgoing) -> None:
    """Take away batches of which nothing is on its way any more: merged, or declined.

    One that has a comment of which this queue knows nothing may be its only place, and stays.
    """
    for batch, commit in git.here.items():
        if out.of(batch) or has_unknown(service, place, git, commit):
            continue
        there = git.there or {}
        if place.remote and there.get(batch) == commit and not out.of(batch, there=True):
            pushed(place.root, place.remote, batch, None, commit)
        branch_moved(place.root, batch, None, commit)


def _move(
    service: Service,
    taken: Taken,
    to: State,
    what: ActName,
    values: Mapping[str, str] | None = None,
) -> None:
    act = Act(what, service.now(), By.PUBLISHER, values=values or {})
    service.store.move(taken.id, (taken.state,), to, act)


def _blob(data: bytes, width: int) -> str:
    """Return the id under which git has a file."""
    whole = b"blob %d\0" % len(data) + data
    made = hashlib.sha1(whole, usedforsecurity=False) if width == 40 else hashlib.sha256(whole)
    return made.hexdigest()
