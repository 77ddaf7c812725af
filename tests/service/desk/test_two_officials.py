"""Two officials on two works of one standard, and somebody who commits beside them.

Whatever they do, in whatever order: nothing that was saved is lost but by taking it back, and
nothing of others comes along with what is published.
"""

from dataclasses import dataclass, field
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import Phase, given, settings
from hypothesis import strategies as st

from desks import AIGERIM, BERIK, DRAFT, some_works
from repositories import git
from talqy.project.branches import CommitRole, branch_moved, commit_on
from talqy.project.write import Create
from talqy.service.desk.work.preparing import Prepared
from talqy.service.desk.work.values import NothingSavedError, Published, Saved, WorkKind, WorkName
from talqy.service.desk.work.works import Works

RECORD = WorkName(WorkKind.RECORD, "birth-registration")
WHO = {DRAFT: AIGERIM, RECORD: BERIK}
NOTE = "standards/birth-registration/documents/{0}-{1}.txt"
BESIDE = CommitRole("m", "m@example.kz")
QUICK = settings(max_examples=2, deadline=None, phases=(Phase.explicit, Phase.generate))
LONG = settings(max_examples=25, deadline=None)


def steps(least: int, most: int) -> st.SearchStrategy[list[tuple[str, WorkName, int]]]:
    """Some steps: what is done, on which work, and how old the page is that it is done from."""
    acts = st.sampled_from(["save", "save", "late", "undo", "publish", "beside"])
    one = st.tuples(acts, st.sampled_from([DRAFT, RECORD]), st.integers(0, 3))
    return st.lists(one, min_size=least, max_size=most)


@dataclass
class TwoOfficials:
    """What must be there: saved in each work, and on the main branch."""

    works: Works
    mine: dict[WorkName, set[str]] = field(default_factory=lambda: {DRAFT: set(), RECORD: set()})
    public: set[str] = field(default_factory=set)
    seen: list[str] = field(default_factory=list)
    number: int = 0

    def files(self, commit: str) -> set[str]:
        """Return the files of a commit."""
        words = ("ls-tree", "-r", "--name-only", commit)
        return set(git(self.works.place.root, *words).splitlines())

    def note(self, of: str) -> Create:
        """Plan a file that nobody else has."""
        self.number += 1
        return Create(NOTE.format(of, self.number), f"{of} {self.number}\n" * 9)

    def save(self, name: WorkName, seen: str) -> None:
        """Save one, from a page as old as `seen`."""
        step = self.note(name.kind)
        done = self.works.save(name, seen, [step], "S", WHO[name])
        assert isinstance(done, Saved), done
        self.mine[name].add(step.path)

    def undo(self, name: WorkName) -> None:
        """Take the last save back: one file of this work goes, and no other."""
        tip = self.works.of(name).commit
        try:
            done = self.works.undo(name, tip, WHO[name])
        except NothingSavedError:
            assert not self.mine[name]
            return
        assert isinstance(done, Saved), done
        gone = self.files(tip) - self.files(self.works.of(name).commit)
        assert len(gone & self.mine[name]) == len(gone) == 1
        self.mine[name] -= gone

    def publish(self, name: WorkName) -> None:
        """Publish a work: just what was saved in it."""
        if not self.works.of(name).is_begun:
            assert not self.mine[name]
            return
        prepared = self.works.prepared(name, WHO[name])
        assert isinstance(prepared, Prepared)
        assert {one.path for one in prepared.changed} == self.mine[name]
        done = self.works.publish(name, prepared.tip, WHO[name], prepared.looked)
        assert isinstance(done, Published), done
        self.public |= self.mine[name]
        self.mine[name] = set()

    def beside(self) -> None:
        """Commit something beside the desk."""
        root, old = self.works.place.root, self.works.place.main_tip()
        step = self.note("beside")
        new = commit_on(root, old, {step.path: step.text.encode()}, "Beside", BESIDE)
        assert branch_moved(root, "main", new, old)
        self.public.add(step.path)

    def hold(self) -> None:
        """Nothing is lost, and nothing of a work is public before it is published."""
        main = self.works.main().commit
        self.seen.append(main)
        public = self.files(main)
        assert self.public <= public
        for name, saved in self.mine.items():
            assert saved <= self.files(self.works.of(name).commit)
            assert not saved & public


def gone_through(done: list[tuple[str, WorkName, int]]) -> None:
    with TemporaryDirectory() as folder:
        two = TwoOfficials(some_works(Path(folder)))
        two.hold()
        for act, name, age in done:
            match act:
                case "save":
                    two.save(name, two.works.of(name).commit)
                case "late":
                    two.save(name, two.seen[-1 - age % len(two.seen)])
                case "undo":
                    two.undo(name)
                case "publish":
                    two.publish(name)
                case _:
                    two.beside()
            two.hold()


@QUICK
@given(steps(4, 6))
def test_nothing_is_lost_and_nothing_of_others_comes_along(
    done: list[tuple[str, WorkName, int]],
) -> None:
    gone_through(done)


@pytest.mark.proof
@LONG
@given(steps(6, 14))
def test_nothing_is_lost_on_a_long_day(done: list[tuple[str, WorkName, int]]) -> None:
    gone_through(done)
