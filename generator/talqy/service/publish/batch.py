"""A batch: comments of which an official has said “publish”, as one commit that the gate passes.

They are claimed first, so nobody changes them meanwhile; judged is the commit itself, against the
tip on which it stands. What a crash leaves behind is read back (`reading_back.py`).
"""

import secrets
from collections.abc import Callable, Sequence
from dataclasses import dataclass
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
from talqy.service.publish.place import BATCHES, PublishError, PublishPlace
from talqy.service.publish.seen import path_of
from talqy.service.taken import Act, ActName, By, State, Taken


def batch_size(service: Service, project: Project) -> int:
    """Return how many comments one batch may have; refuse where the project allows none."""
    if project.gate is None:
        raise PublishError(
            "the project allows no batches, and nothing can be published: its settings must say "
            "“{example}”",
            example="gate: {batch: 100}",
        )
    said = service.settings.said.publish
    return min(said.comments, project.gate.batch) if said else project.gate.batch


@dataclass(frozen=True, slots=True)
class Batch:
    """Makes one batch on the tip of the main branch.

    `still_ours` is asked before anything moves that others see.
    """

    service: Service
    place: PublishPlace
    tip: str
    day: date
    still_ours: Callable[[], bool]

    def made(self, size: int) -> str | None:
        """Make a batch of what waits, and return its commit; None where nothing could be in it."""
        waiting = self.service.store.waiting((State.TO_PUBLISH,), most=size)
        ids = [one.id for one in waiting]
        claimed = self._moved(ids, State.TO_PUBLISH, State.QUEUED, ActName.CLAIMED)
        taken = [one for one in map(self.service.store.of, claimed) if one]
        commit, passed = self._passed(taken)
        if commit is None or not self.still_ours():
            return None
        self._sent(commit, [one.id for one in passed])
        return commit

    def _passed(self, taken: Sequence[Taken]) -> tuple[str | None, Sequence[Taken]]:
        """Return a commit that the gate passes, and what is in it; set aside what it refuses."""
        while taken:
            commit = self._committed(taken)
            bad, stopping = self._judged(commit, taken)
            if not bad and not stopping:
                return commit, taken
            if not bad:
                ids = [one.id for one in taken]
                self._moved(ids, State.QUEUED, State.TO_PUBLISH, ActName.PUT_BACK)
                raise PublishError(
                    "the gate does not let the batch pass: {problems}",
                    problems=Listed(tuple(stopping)),
                )
            for name, codes in bad.items():
                act = Act(
                    ActName.JUDGED,
                    self.service.now(),
                    By.PUBLISHER,
                    values={"codes": " ".join(codes)},
                )
                self.service.store.move(name, (State.QUEUED,), State.HELD, act)
            taken = [one for one in taken if one.id not in bad]
        return None, ()

    def _committed(self, taken: Sequence[Taken]) -> str:
        files: dict[str, bytes | None] = {path_of(one).file: one.text for one in taken}
        message = f"Comments: {len(taken)}, on {self.day.isoformat()}\n"
        return commit_on(self.place.root, self.tip, files, message, self.place.role)

    def _judged(
        self, commit: str, taken: Sequence[Taken]
    ) -> tuple[dict[str, list[str]], list[Problem]]:
        """Return the codes of what is wrong with comments, by their ids, and what is wrong else."""
        pull = pull_request(self.place.root, f"{self.tip}..{commit}")
        ids = {path_of(one).file: one.id for one in taken}
        bad, stopping = dict[str, list[str]](), list[Problem]()
        for problem in judge(pull, Profile.BATCH, self.day).problems:
            if problem.is_error and problem.file in ids:
                codes = bad.setdefault(ids[problem.file], [])
                codes += [problem.code] if problem.code not in codes else []
            elif problem.is_error:
                stopping.append(problem)
        return bad, stopping

    def _sent(self, commit: str, ids: Sequence[str]) -> None:
        """Let a commit be seen: as a branch of its own, or as the new tip of the main branch."""
        place = self.place
        if place.way is PublishWay.BATCH:
            name = f"{BATCHES}{self.day.isoformat()}-{secrets.token_hex(4)}"
            if branch_moved(place.root, name, commit, None):
                self._moved(ids, State.QUEUED, State.QUEUED, ActName.COMMITTED, branch=name)
        elif not place.remote:
            branch_moved(place.root, place.main, commit, self.tip)
        elif pushed(place.root, place.remote, place.main, commit, self.tip) is PushOutcome.DECLINED:
            raise PublishError(
                "the forge does not let the service write to {branch}: allow it there, or let the "
                "settings say “way: batch”",
                branch=place.main,
            )

    def _moved(
        self, ids: Sequence[str], was: State, to: State, what: ActName, **values: str
    ) -> list[str]:
        act = Act(what, self.service.now(), By.PUBLISHER, values=values)
        return self.service.store.move_all(ids, (was,), to, act)
