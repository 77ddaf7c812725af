"""Publishing a work: judged as the gate judges, to the main branch or to where others look."""

from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest

from desks import (
    AIGERIM,
    BERIK,
    DRAFT,
    NOON,
    TODAY,
    a_bare_project,
    a_working_project,
    some_works,
)
from repositories import committed, git
from sent_works import STANDARD, AForge, saved_text, with_remote, with_save
from talqy.model.publishing import PublishWay
from talqy.project import working_tree
from talqy.project.remotes import RemoteAwayError
from talqy.project.write import Create, Replace
from talqy.service.desk.work.place import DeskPlace
from talqy.service.desk.work.preparing import Prepared
from talqy.service.desk.work.standing import WorkStanding
from talqy.service.desk.work.values import (
    Conflict,
    NothingSavedError,
    NotPublished,
    Published,
    WorkKind,
    WorkName,
)
from talqy.service.desk.work.works import Works

RECORD = WorkName(WorkKind.RECORD, "birth-registration")


def test_a_work_comes_to_the_main_branch(tmp_path: Path) -> None:
    works = some_works(tmp_path)
    seen, before = with_save(works), works.main().commit
    done = works.publish(DRAFT, seen, AIGERIM)
    assert done == Published(works.main().commit, is_merged=True)
    assert saved_text(works).endswith("# a\n")
    parents = git(works.place.root, "log", "-1", "--format=%P", "main").split()
    assert parents == [before, seen]
    assert works.begun() == []
    assert git(works.place.root, "for-each-ref", f"refs/heads/{DRAFT.branch}") == ""
    with pytest.raises(NothingSavedError):
        works.publish(DRAFT, seen, AIGERIM)


def test_nobody_publishes_what_they_have_not_seen(tmp_path: Path) -> None:
    works = some_works(tmp_path)
    seen = with_save(works)
    now = with_save(works, more="# b\n")
    assert isinstance(works.publish(DRAFT, seen, BERIK), Conflict)
    assert isinstance(works.publish(DRAFT, now, BERIK), Published)


def test_what_has_errors_stays(tmp_path: Path) -> None:
    works = some_works(tmp_path)
    seen, before = with_save(works, more="no such key: 1\n"), works.main().commit
    done = works.publish(DRAFT, seen, AIGERIM)
    assert isinstance(done, NotPublished)
    assert any(one.file == STANDARD for one in done.problems)
    assert (works.main().commit, works.of(DRAFT).commit) == (before, seen)


def test_what_was_changed_in_one_place_on_main_is_told_with_both_versions(tmp_path: Path) -> None:
    works = some_works(tmp_path)
    was, mine = saved_text(works), with_save(works)
    other = with_save(works, RECORD, "# b\n")
    assert isinstance(works.publish(RECORD, other, AIGERIM), Published)
    done = works.publish(DRAFT, mine, AIGERIM)
    assert isinstance(done, Conflict)
    (file,) = done.files
    found = (file.was, file.theirs, file.yours)
    assert found == (was, f"{was}# b\n", f"{was}# a\n")


def test_what_is_published_already_leaves_nothing(tmp_path: Path) -> None:
    works = some_works(tmp_path)
    mine, other = with_save(works), with_save(works, RECORD)
    works.publish(RECORD, other, AIGERIM)
    done = works.publish(DRAFT, mine, AIGERIM)
    assert done == Published(works.main().commit, is_merged=True)
    assert works.begun() == []


def test_questions_need_the_yes_of_a_person(tmp_path: Path) -> None:
    works = some_works(tmp_path)
    seen = works.of(DRAFT).commit
    works.save(DRAFT, seen, [Create("README.txt", "x")], "Elsewhere", AIGERIM)
    seen = works.of(DRAFT).commit
    prepared = works.prepared(DRAFT, AIGERIM)
    assert isinstance(prepared, Prepared)
    assert prepared.questions
    assert isinstance(works.publish(DRAFT, seen, AIGERIM), NotPublished)
    assert isinstance(works.publish(DRAFT, seen, AIGERIM, prepared.looked), Published)


def test_the_record_comes_along_that_of_others_too(tmp_path: Path) -> None:
    works = some_works(tmp_path)
    later = Works(works.place, tmp_path / "desk", TODAY + timedelta(days=10))
    history = "standards/birth-registration/history.yaml"
    was = git(works.place.root, "show", f"main:{history}")
    other = WorkName(WorkKind.RECORD, "housing-assistance")
    seen = later.of(other).commit
    file = "standards/housing-assistance/standard.yaml"
    old = git(works.place.root, "show", f"main:{file}")
    later.save(other, seen, [Replace(file, f"{old}\n# a\n")], "Правка", BERIK)
    done = later.publish(other, later.of(other).commit, BERIK)
    assert isinstance(done, Published), done
    assert git(works.place.root, "show", f"main:{history}") != was


def test_what_is_wrong_elsewhere_keeps_nobody_back(tmp_path: Path) -> None:
    folder = a_working_project(tmp_path)
    (folder / "standards/housing-assistance/standard.yaml").write_text("broken: [", "utf-8")
    committed(folder)
    works = Works(DeskPlace(folder, "main"), tmp_path / "desk", TODAY)
    seen = with_save(works)
    prepared = works.prepared(DRAFT, AIGERIM)
    assert isinstance(prepared, Prepared)
    assert prepared.elsewhere
    assert isinstance(works.publish(DRAFT, seen, AIGERIM), Published)


@pytest.fixture
def checked_out(tmp_path: Path) -> Works:
    """The works of a folder in which somebody also works with commands."""
    folder = a_working_project(tmp_path)
    return Works(DeskPlace(folder, "main"), tmp_path / "desk", TODAY)


def test_the_files_of_a_working_tree_move_with_the_branch(checked_out: Works) -> None:
    folder = checked_out.place.repository
    done = checked_out.publish(DRAFT, with_save(checked_out), AIGERIM)
    assert isinstance(done, Published)
    assert (folder / STANDARD).read_text("utf-8").endswith("# a\n")
    assert git(folder, "status", "--porcelain") == ""


def test_nothing_moves_beneath_changes_that_are_not_committed(checked_out: Works) -> None:
    folder, seen = checked_out.place.repository, with_save(checked_out)
    was = (folder / STANDARD).read_text("utf-8")
    (folder / STANDARD).write_text(f"{was}# my own\n", "utf-8")
    done = checked_out.publish(DRAFT, seen, AIGERIM)
    assert isinstance(done, NotPublished)
    assert STANDARD in done.reason.said()
    assert (folder / STANDARD).read_text("utf-8") == f"{was}# my own\n"
    (folder / STANDARD).write_text(was, "utf-8")
    assert isinstance(checked_out.publish(DRAFT, seen, AIGERIM), Published)


class KilledError(Exception):
    """The desk is killed here."""


def killed(*_: object) -> bool:
    raise KilledError


@pytest.fixture
def cut_off(checked_out: Works, monkeypatch: pytest.MonkeyPatch) -> Works:
    """Works of which one is being published when the desk is killed: its files have moved."""
    seen = with_save(checked_out)
    with monkeypatch.context() as patched:
        patched.setattr(working_tree, "branch_moved", killed)
        with pytest.raises(KilledError):
            checked_out.publish(DRAFT, seen, AIGERIM)
    assert STANDARD in git(checked_out.place.repository, "status", "--porcelain")
    return Works(checked_out.place, checked_out.data, TODAY)


def test_what_was_cut_off_is_finished_by_the_next_press(cut_off: Works) -> None:
    folder, seen = cut_off.place.repository, cut_off.of(DRAFT).commit
    done = cut_off.publish(DRAFT, seen, BERIK)
    assert done == Published(cut_off.main().commit, is_merged=True)
    assert saved_text(cut_off).endswith("# a\n")
    assert git(folder, "status", "--porcelain") == ""
    assert git(folder, "for-each-ref", "refs/talqy/moving/") == ""
    assert cut_off.begun() == []


def test_what_was_cut_off_is_finished_before_another_work_is_published(cut_off: Works) -> None:
    other = WorkName(WorkKind.RECORD, "housing-assistance")
    file = "standards/housing-assistance/standard.yaml"
    seen = cut_off.of(other).commit
    was = git(cut_off.place.root, "show", f"main:{file}")
    cut_off.save(other, seen, [Replace(file, f"{was}\n# b\n")], "Правка", BERIK)
    done = cut_off.publish(other, cut_off.of(other).commit, BERIK)
    assert isinstance(done, Published), done
    assert saved_text(cut_off).endswith("# a\n")
    assert git(cut_off.place.repository, "status", "--porcelain") == ""


def test_what_somebody_has_changed_since_is_left_as_it_is(cut_off: Works) -> None:
    folder, seen = cut_off.place.repository, cut_off.of(DRAFT).commit
    mine = (folder / STANDARD).read_text("utf-8") + "# mine\n"
    (folder / STANDARD).write_text(mine, "utf-8")
    assert isinstance(cut_off.publish(DRAFT, seen, AIGERIM), NotPublished)
    assert (folder / STANDARD).read_text("utf-8") == mine


def test_what_was_committed_since_by_hand_goes_on_from_there(cut_off: Works) -> None:
    folder, seen = cut_off.place.repository, cut_off.of(DRAFT).commit
    git(folder, "commit", "--quiet", "--all", "--message", "By hand")
    by_hand = git(folder, "rev-parse", "main")
    assert isinstance(cut_off.publish(DRAFT, seen, AIGERIM), Published)
    assert git(folder, "merge-base", "--is-ancestor", by_hand, "main") == ""
    assert git(folder, "status", "--porcelain") == ""


@pytest.mark.parametrize("there", ["documents/x.txt", "documents"])
def test_a_file_in_the_way_is_not_overwritten(there: str, checked_out: Works) -> None:
    """Neither at the very place nor where a folder will be, and though git is told to pass over."""
    folder, new = checked_out.place.repository, "standards/birth-registration/documents/x.txt"
    seen = checked_out.of(RECORD).commit
    checked_out.save(RECORD, seen, [Create(new, "theirs")], "A file", AIGERIM)
    mine = folder / f"standards/birth-registration/{there}"
    mine.parent.mkdir(exist_ok=True)
    mine.write_text("mine", "utf-8")
    (folder / ".git/info/exclude").write_text("documents\n", "utf-8")
    prepared = checked_out.prepared(RECORD, AIGERIM)
    assert isinstance(prepared, Prepared)
    assert not prepared.errors
    done = checked_out.publish(RECORD, prepared.tip, AIGERIM, prepared.looked)
    assert isinstance(done, NotPublished)
    assert mine.read_text("utf-8") == "mine"


def test_what_is_judged_on_one_day_is_judged_anew_on_the_next(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    works = Works(DeskPlace(a_bare_project(tmp_path), "main"), tmp_path / "desk")
    monkeypatch.setattr("talqy.service.desk.work.states.moment", lambda: NOON)
    with_save(works)
    before = works.prepared(DRAFT, AIGERIM)
    assert works.prepared(DRAFT, AIGERIM) is before
    later = NOON + timedelta(days=1)
    monkeypatch.setattr("talqy.service.desk.work.states.moment", lambda: later)
    assert works.prepared(DRAFT, AIGERIM) is not before


def test_a_work_goes_to_another_copy(tmp_path: Path) -> None:
    works, forge = with_remote(tmp_path, PublishWay.STRAIGHT)
    done = works.publish(DRAFT, with_save(works), AIGERIM)
    assert isinstance(done, Published)
    assert git(forge, "rev-parse", "main") == done.commit == works.main().commit


def test_what_others_have_published_there_is_joined(tmp_path: Path) -> None:
    works, forge = with_remote(tmp_path, PublishWay.STRAIGHT)
    seen = with_save(works)
    git(tmp_path, "clone", "--quiet", str(forge), "other")
    committed(tmp_path / "other", {"standards/README.md": "x\n"})
    git(tmp_path / "other", "push", "--quiet", "origin", "main")
    done = works.publish(DRAFT, seen, AIGERIM)
    assert isinstance(done, Published)
    assert git(forge, "show", "main:standards/README.md") == "x"
    assert git(forge, "show", f"main:{STANDARD}").endswith("# a")


def test_others_look_at_it_on_a_branch_of_its_own(tmp_path: Path) -> None:
    works, forge = with_remote(tmp_path, PublishWay.BATCH)
    before = git(forge, "rev-parse", "main")
    done = works.publish(DRAFT, with_save(works), AIGERIM)
    assert isinstance(done, Published)
    assert (done.is_merged, git(forge, "rev-parse", DRAFT.branch)) == (False, done.commit)
    assert git(forge, "rev-parse", "main") == before
    (begun,) = works.begun()
    assert begun.standing is WorkStanding.SENT
    # It is merged by a person at the forge; then nothing is left to be done here.
    git(forge, "update-ref", "refs/heads/main", done.commit)
    works.outlet.bring_main(works.place)
    assert works.begun() == []


def test_what_was_merged_as_one_commit_is_over_too(tmp_path: Path) -> None:
    works, forge = with_remote(tmp_path, PublishWay.BATCH)
    works.publish(DRAFT, with_save(works), AIGERIM)
    tree = git(forge, "rev-parse", f"{DRAFT.branch}^{{tree}}")
    made = git(forge, "commit-tree", tree, "-p", "main", "-m", "Squashed")
    git(forge, "update-ref", "refs/heads/main", made)
    works.outlet.bring_main(works.place)
    assert works.begun() == []
    assert not works.of(DRAFT).is_begun


def test_a_pull_request_is_opened_once_in_words(tmp_path: Path) -> None:
    works, _ = with_remote(tmp_path, PublishWay.BATCH)
    forge = AForge()
    works.outlet = replace(works.outlet, forge=lambda: forge)
    for more in ("# a\n", "# b\n"):
        done = works.publish(DRAFT, with_save(works, more=more), AIGERIM)
        assert isinstance(done, Published)
        assert done.page == "https://forge.example.kz/7"
    ((branch, title, words),) = forge.opened
    assert (branch, words) == (DRAFT.branch, "- Правка")
    assert title.startswith("Жарияланды: ")


def test_what_is_sent_stays_sent_where_no_pull_request_can_be_opened(tmp_path: Path) -> None:
    works, there = with_remote(tmp_path, PublishWay.BATCH)
    works.outlet = replace(works.outlet, forge=lambda: AForge(is_away=True))
    done = works.publish(DRAFT, with_save(works), AIGERIM)
    assert isinstance(done, Published)
    assert done.notes
    assert git(there, "rev-parse", DRAFT.branch) == done.commit


def test_a_copy_that_is_away_is_told_and_nothing_moves(tmp_path: Path) -> None:
    works, there = with_remote(tmp_path, PublishWay.STRAIGHT)
    seen, before = with_save(works), works.main().commit
    there.rename(tmp_path / "elsewhere.git")
    with pytest.raises(RemoteAwayError):
        works.publish(DRAFT, seen, AIGERIM)
    assert (works.main().commit, works.of(DRAFT).commit) == (before, seen)
