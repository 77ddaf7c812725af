"""Comments that were on the main branch, and are there no more: an official looks at them again.

Nobody takes a file of the record away in order. Whoever did, its author was told that it is
published, and health says that it is not.
"""

from collections.abc import Collection, Iterable, Mapping

from talqy.project.commits import merge_bases
from talqy.project.git import changed_files, taken_away
from talqy.service.parts import Service
from talqy.service.publish.place import GitNow, PublishPlace
from talqy.service.publish.seen import path_of
from talqy.service.taken import Act, ActName, By, State, Taken

_AT_ONCE, _MOST_CHANGED = 1_000, 2_000


def hold_what_is_gone(service: Service, git: GitNow, there: Mapping[str, str]) -> None:
    """Set aside what counts as published, and is not `there`: has no file on the main branch."""
    last = None
    while page := service.store.waiting((State.PUBLISHED,), after=last, most=_AT_ONCE):
        by_path = {path_of(taken).file: taken.id for taken in page}
        _hold(
            service, git, State.PUBLISHED, (by_path[path] for path in by_path.keys() - there.keys())
        )
        last = page[-1]


def hold_what_was_undone(
    service: Service, place: PublishPlace, git: GitNow, batches: Mapping[str, Collection[Taken]]
) -> None:
    """Set aside what was merged, and taken away before anybody looked.

    `batches` are the comments of each batch, by its commit.
    """
    for commit, taken in batches.items():
        by_path = {path_of(one).file: one for one in taken}
        for base in merge_bases(place.root, commit, git.tip):
            if base == git.tip:  # the main branch has not moved since
                continue
            gone = by_path.keys() & taken_away(place.root, base, git.tip, by_path)
            for one in (by_path[path] for path in gone):
                _hold(service, git, one.state, (one.id,))


def hold_what_was_left_out(
    service: Service,
    place: PublishPlace,
    there: Collection[str],
    batches: Mapping[str, Collection[Taken]],
) -> None:
    """Set aside what a batch had, of which others came to the main branch without it.

    `there` are the files of comments that stand on it, `batches` the comments of each batch that
    are not among them, by its commit. Nothing is put into a batch later.
    """
    for commit, taken in batches.items():
        brought = changed_files(place.root, f"{commit}^1", commit, _MOST_CHANGED)
        if not any(one.path in there for one in brought):
            continue
        act = Act(ActName.LEFT_OUT, service.now(), By.PUBLISHER, values={"commit": commit})
        for one in taken:
            service.store.move_all([one.id], (one.state,), State.HELD, act)


def gone_from_main(service: Service) -> list[str]:
    """Return the comments that were published, are no more, and wait for an official."""
    return service.store.noted(ActName.GONE_FROM_MAIN, (State.HELD,))


def is_gone_from_main(service: Service, taken: Taken) -> bool:
    """Return whether a comment is one of these."""
    return taken.state is State.HELD and any(
        line.act.what == ActName.GONE_FROM_MAIN for line in service.store.log_of(taken.id)
    )


def _hold(service: Service, git: GitNow, was: State, comments: Iterable[str]) -> None:
    act = Act(ActName.GONE_FROM_MAIN, service.now(), By.PUBLISHER, values={"commit": git.tip})
    service.store.move_all(sorted(comments), (was,), State.HELD, act)
