"""Taking a save back: what it has changed, and nothing that others have done meanwhile."""

from dataclasses import replace
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import Phase, given, settings
from hypothesis import strategies as st

from desks import AIGERIM, BERIK, DRAFT, TODAY, some_works
from repositories import git
from talqy.model.publishing import PublishWay
from talqy.project.branches import CommitRole, branch_moved, commit_on
from talqy.project.write import Create, Replace
from talqy.service.desk.work.outlet import Outlet
from talqy.service.desk.work.preparing import Prepared
from talqy.service.desk.work.values import Conflict, NothingSavedError, Published, Saved
from talqy.service.desk.work.works import Works
from talqy.service.officials import MayNotError

NOTE = "standards/birth-registration/documents/note-{0}.txt"
ELSEWHERE = "standards/housing-assistance/documents/note-{0}.txt"
STANDARD = "standards/birth-registration/standard.yaml"


@pytest.fixture
def works(tmp_path: Path) -> Works:
    return some_works(tmp_path)


def saved(works: Works, seen: str, file: str, text: str = "x\n") -> str:
    done = works.save(DRAFT, seen, [Create(file, text)], f"Note {file}", AIGERIM)
    assert isinstance(done, Saved)
    assert done.commit
    return done.commit


def on_main(works: Works, file: str, text: str | None) -> str:
    """Put a file onto the main branch, or take it away, beside all works."""
    root, old = works.place.root, works.place.main_tip()
    data = None if text is None else text.encode()
    new = commit_on(root, old, {file: data}, "Beside", CommitRole("m", "m@example.kz"))
    assert branch_moved(root, "main", new, old)
    return new


def files(works: Works, commit: str) -> set[str]:
    return set(git(works.place.root, "ls-tree", "-r", "--name-only", commit).splitlines())


def said(works: Works) -> list[str]:
    return [one.said.partition("\n")[0] for one in works.saves(DRAFT)]


def test_a_save_put_together_with_another_is_taken_back_alone(works: Works) -> None:
    first = works.of(DRAFT).commit
    second = on_main(works, ELSEWHERE.format(1), "published by others\n")
    saved(works, first, NOTE.format("a"))
    saved(works, second, NOTE.format("b"))
    assert isinstance(works.undo(DRAFT, works.of(DRAFT).commit, AIGERIM), Saved)
    there = files(works, DRAFT.branch)
    assert {NOTE.format("a"), ELSEWHERE.format(1)} <= there
    assert NOTE.format("b") not in there
    prepared = works.prepared(DRAFT, AIGERIM)
    assert isinstance(prepared, Prepared)
    assert [one.path for one in prepared.changed] == [NOTE.format("a")]


def test_what_was_saved_later_in_the_same_place_is_told_as_two_versions(works: Works) -> None:
    was = git(works.place.root, "show", f"main:{STANDARD}") + "\n"
    seen = works.of(DRAFT).commit
    works.save(DRAFT, seen, [Replace(STANDARD, f"# a\n{was}")], "First", AIGERIM)
    tip = works.of(DRAFT).commit
    # Somebody goes on with the same line by git, in a commit that is taken back by nobody.
    new = commit_on(
        works.place.root, tip, {STANDARD: f"# b\n{was}".encode()}, "x", CommitRole("m", "m@x.kz")
    )
    branch_moved(works.place.root, DRAFT.branch, new, tip)
    works.undo(DRAFT, new, AIGERIM)
    works.undo(DRAFT, works.of(DRAFT).commit, AIGERIM)
    assert git(works.place.root, "show", f"{DRAFT.branch}:{STANDARD}") + "\n" == was


def sending(folder: Path) -> Works:
    works = some_works(folder)
    works.outlet = Outlet(PublishWay.BATCH)
    return works


def sent(works: Works) -> None:
    prepared = works.prepared(DRAFT, AIGERIM)
    assert isinstance(prepared, Prepared)
    done = works.publish(DRAFT, prepared.tip, AIGERIM, prepared.looked)
    assert isinstance(done, Published), done
    assert not done.is_merged


def test_what_was_sent_stays_listed_and_one_save_is_taken_back(tmp_path: Path) -> None:
    works = sending(tmp_path)
    for letter in "abc":
        saved(works, works.of(DRAFT).commit, NOTE.format(letter))
    on_main(works, ELSEWHERE.format(1), "published by others\n")
    was = said(works)
    sent(works)
    assert said(works) == was
    with pytest.raises(MayNotError):
        works.undo(DRAFT, works.of(DRAFT).commit, BERIK)
    with pytest.raises(MayNotError):
        works.drop(DRAFT, works.of(DRAFT).commit, BERIK)
    assert isinstance(works.undo(DRAFT, works.of(DRAFT).commit, AIGERIM), Saved)
    there = files(works, DRAFT.branch)
    assert {NOTE.format("a"), NOTE.format("b"), ELSEWHERE.format(1)} <= there
    assert NOTE.format("c") not in there
    # What was saved after it was sent is taken back by whoever may save it.
    saved(works, works.of(DRAFT).commit, NOTE.format("d"))
    assert isinstance(works.undo(DRAFT, works.of(DRAFT).commit, BERIK), Saved)
    for _ in "ab":
        works.undo(DRAFT, works.of(DRAFT).commit, AIGERIM)
    assert not [
        file for file in files(works, DRAFT.branch) if "birth-registration/documents/note" in file
    ]
    with pytest.raises(NothingSavedError):
        works.undo(DRAFT, works.of(DRAFT).commit, AIGERIM)


def test_the_record_that_came_along_is_taken_back_with_it(tmp_path: Path) -> None:
    before = some_works(tmp_path)
    works = Works(
        before.place, tmp_path / "desk", TODAY.replace(day=30), outlet=Outlet(PublishWay.BATCH)
    )
    saved(works, works.of(DRAFT).commit, NOTE.format("a"))
    sent(works)
    root, history = works.place.root, "standards/birth-registration/history.yaml"
    was = git(root, "show", f"main:{history}")
    assert git(root, "show", f"{DRAFT.branch}:{history}") != was
    works.undo(DRAFT, works.of(DRAFT).commit, AIGERIM)
    assert git(root, "diff", "--stat", "main", DRAFT.branch) == ""


def test_a_change_in_another_standard_is_a_question_to_a_person(works: Works) -> None:
    on_main(works, ELSEWHERE.format(1), "published by others\n")
    tip = saved(works, works.of(DRAFT).commit, NOTE.format("a"))
    role = CommitRole("m", "m@x.kz")
    new = commit_on(works.place.root, tip, {ELSEWHERE.format(1): None}, "x", role)
    branch_moved(works.place.root, DRAFT.branch, new, tip)
    prepared = works.prepared(DRAFT, AIGERIM)
    assert isinstance(prepared, Prepared)
    asked = [(one.code, one.file) for one in prepared.questions]
    assert ("K50", ELSEWHERE.format(1)) in asked


def test_what_was_taken_out_of_the_main_branch_does_not_come_back_with_a_work(works: Works) -> None:
    """Its history was written anew, as after a leak: no work that began before brings it back."""
    root, before = works.place.root, works.main().commit
    on_main(works, ELSEWHERE.format(1), "somebody's data\n")
    saved(works, works.of(DRAFT).commit, NOTE.format("a"))
    assert branch_moved(root, "main", before, works.main().commit)
    prepared = works.prepared(DRAFT, AIGERIM)
    assert isinstance(prepared, Prepared)
    assert "K52" in {one.code for one in prepared.errors}


@settings(max_examples=4, deadline=None, phases=(Phase.explicit, Phase.generate))
@given(
    st.lists(
        st.tuples(st.sampled_from(["save", "late", "main", "undo", "send"]), st.integers(0, 3)),
        min_size=3,
        max_size=7,
    )
)
def test_publishing_changes_nothing_that_the_work_has_not_touched(
    steps: list[tuple[str, int]],
) -> None:
    with TemporaryDirectory() as folder:
        works = sending(Path(folder))
        seen = [works.of(DRAFT).commit]
        own = set[str]()
        for number, (step, which) in enumerate(steps):
            tip = works.of(DRAFT).commit
            if step == "main":
                seen.append(on_main(works, ELSEWHERE.format(number), f"{number}\n" * 9))
            elif step == "send" and own:
                sent_or_nothing(works)
            elif step == "undo":
                undone(works, own)
            elif step in {"save", "late"}:
                made = tip if step == "save" else seen[which % len(seen)]
                done = works.save(
                    DRAFT, made, [Create(NOTE.format(number), f"{number}\n" * 9)], "N", AIGERIM
                )
                assert isinstance(done, Saved), done
                own.add(NOTE.format(number))
        works.outlet = replace(works.outlet, way=PublishWay.STRAIGHT)
        if not works.of(DRAFT).is_begun:
            return
        prepared = works.prepared(DRAFT, AIGERIM)
        assert isinstance(prepared, Prepared)
        assert {one.path for one in prepared.changed} == own
        assert all(one.old is None for one in prepared.changed)
        assert own <= files(works, prepared.commit)
        assert files(works, prepared.commit) - own == files(works, "main") - own


def sent_or_nothing(works: Works) -> None:
    prepared = works.prepared(DRAFT, AIGERIM)
    assert isinstance(prepared, Prepared)
    if not prepared.is_nothing:
        sent(works)


def undone(works: Works, own: set[str]) -> None:
    before = files(works, works.of(DRAFT).commit)
    try:
        done = works.undo(DRAFT, works.of(DRAFT).commit, AIGERIM)
    except NothingSavedError:
        assert not own
        return
    assert not isinstance(done, Conflict)
    gone = before - files(works, works.of(DRAFT).commit)
    assert len(gone) == 1
    assert gone <= own
    own -= gone
