"""A batch: comments of which an official has said “publish”, as one commit that the gate passes.

They are claimed first, so nobody changes them meanwhile; judged is the commit itself, against the
tip on which it stands. What a crash leaves behind is read back (`reading_back.py`).
"""

from collections.abc import Callable, Sequence
from datetime import date

from talqy.errors import Listed
from talqy.gate.run import judge
from talqy.gate.verdict import Profile
from talqy.model.problem import Problem
from talqy.model.project import Project
from talqy.model.publishing import PublishWay
from talqy.project.branches import branch_moved, commit_on
from talqy.project.pull_request import pull_request
from talqy.project.remotes import PushOutcome, pushed
from talqy.service.parts import Service
from talqy.service.publish.place import BATCHES, GitNow, PublishError, PublishPlace
from talqy.service.publish.reading_back import COMMITTED
from talqy.service.publish.seen import path_of
from talqy.service.taken import Act, State, Taken

BY = "publisher"
JUDGED = "held by the judge"


def batch_size(service: Service, project: Project) -> int:
    """Return how many comments one batch may have; refuse where the project allows none."""
    if project.gate is None:
        raise PublishError(
            "the project allows no batches, and nothing can be published: its settings must say "
            "“{example}”",
            example="gate: {batch: 100}",
        )
    return min(service.settings.said.publish.comments, project.gate.batch)


def make_batch(
    service: Service, place: PublishPlace, git: GitNow, still_ours: Callable[[], bool]
) -> str | None:
    """Make one batch of what waits, and return its commit; None where nothing could be in it.

    `still_ours` is asked before anything moves that others see.
    """
    now = service.project.now()
    size = batch_size(service, now.register.project)
    day = now.day(service.now())
    waiting = [one.id for one in service.store.waiting((State.TO_PUBLISH,), most=size)]
    claimed = _moved(service, waiting, State.TO_PUBLISH, State.QUEUED, "on its way")
    taken = [one for one in map(service.store.of, claimed) if one]
    commit = None
    while taken:
        commit = _committed(place, git.tip, taken, day)
        bad, stopping = _judged(place, git.tip, commit, taken, day)
        if not bad and not stopping:
            break
        if not bad:
            _moved(service, claimed, State.QUEUED, State.TO_PUBLISH, "put back")
            raise PublishError(
                "the gate does not let the batch pass: {problems}",
                problems=Listed(tuple(stopping)),
            )
        for name, problems in bad.items():
            codes = {"codes": " ".join(dict.fromkeys(problem.code for problem in problems))}
            act = Act(JUDGED, service.now(), BY, values=codes)
            service.store.move(name, (State.QUEUED,), State.HELD, act)
        taken = [one for one in taken if one.id not in bad]
    if not taken or not commit or not still_ours():
        return None
    _sent(service, place, git, commit, [one.id for one in taken], day)
    return commit


def _committed(place: PublishPlace, tip: str, taken: Sequence[Taken], day: date) -> str:
    files: dict[str, bytes | None] = {path_of(one).file: one.text for one in taken}
    message = f"Comments: {len(taken)}, received up to {day.isoformat()}\n"
    return commit_on(place.root, tip, files, message, place.role)


def _judged(
    place: PublishPlace, tip: str, commit: str, taken: Sequence[Taken], day: date
) -> tuple[dict[str, list[Problem]], list[Problem]]:
    """Return the errors of single comments by their ids, and those of the batch as a whole."""
    verdict = judge(pull_request(place.root, f"{tip}..{commit}"), Profile.BATCH, day)
    ids = {path_of(one).file: one.id for one in taken}
    bad, stopping = dict[str, list[Problem]](), list[Problem]()
    for problem in verdict.problems:
        if problem.is_error and problem.file in ids:
            bad.setdefault(ids[problem.file], []).append(problem)
        elif problem.is_error:
            stopping.append(problem)
    return bad, stopping


def _sent(
    service: Service, place: PublishPlace, git: GitNow, commit: str, ids: Sequence[str], day: date
) -> None:
    """Let a commit be seen: as a branch of its own, or as the new tip of the main branch."""
    if place.way is PublishWay.STRAIGHT:
        if not place.remote:
            branch_moved(place.root, place.main, commit, git.tip)
        elif pushed(place.root, place.remote, place.main, commit, git.tip) is PushOutcome.DECLINED:
            raise PublishError(
                "the forge does not let the service write to {branch}: allow it there, or let the "
                "settings say “way: batch”",
                branch=place.main,
            )
        return
    name = f"{BATCHES}{day.isoformat()}-{commit[:8]}"
    if branch_moved(place.root, name, commit, None):
        _moved(service, ids, State.QUEUED, State.QUEUED, COMMITTED, name)


def _moved(
    service: Service, ids: Sequence[str], was: State, to: State, what: str, branch: str = ""
) -> list[str]:
    values = {"branch": branch} if branch else {}
    return service.store.move_all(ids, (was,), to, Act(what, service.now(), BY, values=values))
