"""A crash at any step of publishing: the next round begins with what is true."""

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

from publishing import Publishing, a_publishing
from repositories import git
from talqy.project import branches, remotes
from talqy.service.publish.round import Publisher
from talqy.service.store.store import Store
from talqy.service.taken import State

WRITES = {"hash-object", "write-tree", "commit-tree", "update-ref", "push", "fetch"}


class KilledError(BaseException):
    """The process ends here: nothing catches this, and nothing is cleared away."""


class Killer:
    """Ends a run before or after its step of a number, among the steps that change something."""

    def __init__(self, patch: pytest.MonkeyPatch) -> None:
        self.steps, self.at, self.is_after, self.names = 0, -1, False, list[str]()
        for module in (branches, remotes):
            for name in ("git_run", "git_output"):
                if hasattr(module, name):
                    patch.setattr(module, name, self._killing(getattr(module, name), _writes))
        for name in ("move_all", "note", "lease"):
            patch.setattr(Store, name, self._killing(getattr(Store, name), _named))

    def set(self, at: int, *, is_after: bool) -> None:
        """Choose the step at which the run ends; -1: it goes on."""
        self.steps, self.at, self.is_after = 0, at, is_after

    def _killing(self, call: Callable[..., Any], named: Callable[[Any], str]) -> Callable[..., Any]:
        def run(*words: Any, **more: Any) -> Any:
            name = named(words)
            if not name:
                return call(*words, **more)
            here, self.steps = self.steps, self.steps + 1
            if here == self.at and not self.is_after:
                raise KilledError(name)
            done = call(*words, **more)
            if here == self.at:
                raise KilledError(name)
            return done

        return run


def _named(_: object) -> str:
    return "store"


def _writes(words: Any) -> str:
    return next((word for word in words if word in WRITES), "")


@pytest.fixture
def killer(monkeypatch: pytest.MonkeyPatch) -> Killer:
    return Killer(monkeypatch)


def killed_at_each_step(
    here: Publishing, killer: Killer, each: int
) -> Iterator[tuple[int, bool, list[str]]]:
    """Publish two comments again and again, and end the run one step later each time."""
    number, step = 0, 0
    while True:
        for is_after in (False, True):
            ids = here.to_publish(number + 1, number + 2)
            number += 2
            here.clock.on(minutes=16)  # whoever had the work before has it no more
            killer.set(step, is_after=is_after)
            try:
                here.round(at_once=True)
                here.merge_all()
                here.round()
            except KilledError:
                is_killed = True
            else:
                is_killed = False
            killer.set(-1, is_after=False)
            yield step, is_after, ids
            if not is_killed:
                return
        step += each


@pytest.mark.parametrize("way", ["batch", "straight"])
@pytest.mark.parametrize("each", [11, pytest.param(1, marks=pytest.mark.proof)])
def test_a_crash_at_any_step_loses_nothing_and_doubles_nothing(
    each: int, way: str, tmp_path: Path, killer: Killer
) -> None:
    here = a_publishing(tmp_path, way=way)
    all_of_them, seen = list[str](), 0
    for step, is_after, ids in killed_at_each_step(here, killer, each):
        all_of_them += ids
        where = f"step {step}, {'after' if is_after else 'before'} it"
        assert not {here.state(name) for name in ids} & {State.HELD, State.REFUSED}, where
        for _ in range(2):  # what a service does that was started again
            here.clock.on(minutes=16)
            done = Publisher(here.service, f"after {step}").round(at_once=True)
            assert [str(error) for error in done.trouble] == [], where
            here.merge_all()
        assert here.states(*ids) == [State.PUBLISHED] * 2, where
        assert sorted(here.on_main()) == sorted(all_of_them), where
        assert here.batches() == here.batches(here.own) == [], where
        seen += 1
    assert seen >= 4
    for name in all_of_them:
        taken = here.service.store.of(name)
        assert taken
        assert here.bytes_on_main(name) == taken.text
    git(here.own, "fsck", "--strict")
    added = git(here.forge, "log", "--format=", "--name-only", "--diff-filter=A", "main").split()
    assert len(added) == len(set(added))
    here.service.close()
