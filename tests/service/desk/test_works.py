"""Works at the desk: copies of commits, saves, both of two, taking back, giving up."""

import stat
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from datetime import timedelta
from pathlib import Path
from shutil import rmtree
from typing import Any

import pytest

from desks import AIGERIM, ANSWERS, BERIK, DRAFT, NOON, TODAY, some_works
from repositories import git, put
from talqy.errors import AlreadyThereError
from talqy.project.files import CopiedFiles, DiskFiles
from talqy.project.write import Binary, Create, Replace
from talqy.project.yaml_edit import with_items
from talqy.project.yaml_read import parse
from talqy.service.desk.work.copies import Copies
from talqy.service.desk.work.values import (
    Conflict,
    NothingSavedError,
    Saved,
    UnknownCommitError,
    WorkKind,
    WorkName,
)
from talqy.service.desk.work.works import Works

LONG = timedelta(days=36_500)
STANDARD = "standards/birth-registration/standard.yaml"
R2 = "standards/birth-registration/revisions/r2.yaml"
OTHER = "standards/housing-assistance/standard.yaml"


@pytest.fixture
def works(tmp_path: Path) -> Works:
    return some_works(tmp_path)


def text(works: Works, file: str = STANDARD, commit: str = "main") -> str:
    return git(works.place.root, "show", f"{commit}:{file}") + "\n"


def changed(works: Works, old: str, new: str, file: str = STANDARD) -> list[Replace]:
    was = text(works, file)
    assert old in was
    return [Replace(file, was.replace(old, new))]


def lines(works: Works) -> list[str]:
    return text(works).splitlines()


@pytest.mark.parametrize(
    ("branch", "name"),
    [
        ("draft/birth-registration-r3", WorkName(WorkKind.DRAFT, "birth-registration", 3)),
        ("answers/a-r1-r12", WorkName(WorkKind.ANSWERS, "a-r1", 12)),
        ("record/birth-registration", WorkName(WorkKind.RECORD, "birth-registration")),
        ("draft/birth-registration", None),
        ("draft/x-r0", None),
        ("draft/../x-r1", None),
        ("record/a/b", None),
        ("batch/2026-11-20-00000000", None),
        ("main", None),
    ],
)
def test_a_name_is_that_of_a_branch(branch: str, name: WorkName | None) -> None:
    assert WorkName.of_branch(branch) == name
    if name:
        assert name.branch == branch
        assert WorkName.of_key(name.key) == name


def test_what_is_published_is_copied_and_read(works: Works) -> None:
    main = works.main()
    assert main.name is None
    assert main.commit == git(works.place.root, "rev-parse", "main")
    assert (main.root / STANDARD).read_text("utf-8") == text(works)
    assert [record.id for record in main.state.as_read[0].records] == [
        "birth-registration",
        "housing-assistance",
    ]
    assert stat.S_IMODE(main.root.parent.parent.stat().st_mode) == 0o700
    assert works.main().state is main.state


def test_a_work_that_is_not_begun_is_what_is_published(works: Works) -> None:
    work = works.of(DRAFT)
    assert (work.is_begun, work.commit) == (False, works.main().commit)
    assert works.begun() == []


def test_a_save_is_a_commit_in_the_name_of_an_office(works: Works) -> None:
    seen = works.of(DRAFT)
    first = lines(works)[0]
    done = works.save(DRAFT, seen.commit, changed(works, first, f"{first} "), "Правка", AIGERIM)
    assert isinstance(done, Saved)
    assert not done.is_joined
    now = works.of(DRAFT)
    assert (now.is_begun, now.commit) == (True, done.commit)
    assert (now.root / STANDARD).read_text("utf-8").startswith(f"{first} ")
    assert (seen.root / STANDARD).read_text("utf-8") == text(works)
    (begun,) = works.begun()
    assert (begun.name, begun.said, begun.saves) == (DRAFT, "Правка", 1)
    said = git(works.place.root, "log", "-1", "--format=%an", DRAFT.branch)
    assert said == "Жобаны әзірлеуші қызметкер, Әділет министрлігі"
    about = git(works.place.root, "log", "-1", "--format=%B", DRAFT.branch)
    on = f"On: {seen.commit}"
    assert about == f"Правка\n\n{on}\nOffice: drafter ministry-justice"
    assert text(works) == (seen.root / STANDARD).read_text("utf-8")


def test_nothing_new_is_no_save(works: Works) -> None:
    seen = works.of(DRAFT).commit
    assert works.save(DRAFT, seen, [Replace(STANDARD, text(works))], "-", AIGERIM) == Saved(None)
    assert works.begun() == []


def test_what_is_there_is_not_created_again(works: Works) -> None:
    seen = works.of(DRAFT).commit
    for step in (Create(STANDARD, "x"), Binary(STANDARD, b"x")):
        with pytest.raises(AlreadyThereError):
            works.save(DRAFT, seen, [step], "-", AIGERIM)
    assert isinstance(
        works.save(DRAFT, seen, [Create("standards/x.txt", "x")], "-", AIGERIM), Saved
    )


def test_two_who_change_different_places_both_count(works: Works) -> None:
    seen = works.of(DRAFT).commit
    works.save(DRAFT, seen, [Replace(STANDARD, f"# a\n{text(works)}")], "First", AIGERIM)
    done = works.save(DRAFT, seen, [Replace(STANDARD, f"{text(works)}# b\n")], "Second", BERIK)
    assert isinstance(done, Saved)
    assert done.is_joined
    now = text(works, commit=DRAFT.branch)
    assert (now.startswith("# a\n"), now.endswith("# b\n")) == (True, True)
    assert [one.said.splitlines()[0] for one in works.saves(DRAFT)] == ["Second", "First"]


def test_two_who_change_one_place_see_both_versions_and_nothing_is_lost(works: Works) -> None:
    seen, was = works.of(DRAFT).commit, text(works)
    works.save(DRAFT, seen, [Replace(STANDARD, f"# a\n{was}")], "First", AIGERIM)
    tip = works.of(DRAFT).commit
    done = works.save(DRAFT, seen, [Replace(STANDARD, f"# b\n{was}")], "Second", BERIK)
    assert isinstance(done, Conflict)
    (file,) = done.files
    assert (file.path, file.was, file.theirs, file.yours) == (
        STANDARD,
        was,
        f"# a\n{was}",
        f"# b\n{was}",
    )
    assert done.by == works.saves(DRAFT)[0].author
    assert works.of(DRAFT).commit == tip


def test_what_makes_no_sense_together_is_told_as_two_versions(works: Works) -> None:
    """One takes out the words of a clause, the other its table: each of both is sound alone."""
    table = {"head": ["Сынып"], "rows": [["1"]]}
    plan = [Replace(R2, with_last(text(works, R2), table=table))]
    works.save(DRAFT, works.of(DRAFT).commit, plan, "Table", AIGERIM)
    seen = works.of(DRAFT).commit
    was = text(works, R2, DRAFT.branch)
    works.save(DRAFT, seen, [Replace(R2, with_last(was, text=None))], "First", AIGERIM)
    done = works.save(DRAFT, seen, [Replace(R2, with_last(was, table=None))], "Second", BERIK)
    assert isinstance(done, Conflict)
    assert done.problems


def with_last(file: str, **values: object) -> str:
    """Return a text with other values in its last clause; None takes one out."""
    tree: Any = parse(file.encode(), R2).tree
    *others, last = tree["clauses"]
    kept = {key: one for key, one in {**last, **values}.items() if one is not None}
    return with_items(file, "clauses", [*others, kept])


def test_main_may_move_beneath_a_work(works: Works) -> None:
    seen = works.of(DRAFT).commit
    works.save(DRAFT, seen, [Replace(STANDARD, f"# a\n{text(works)}")], "First", AIGERIM)
    git(works.place.root, "branch", "--force", "elsewhere", "main")
    aside = WorkName(WorkKind.RECORD, "housing-assistance")
    anywhere = replace(AIGERIM, authority="")
    moved = works.save(aside, seen, [Replace(OTHER, f"# m\n{text(works, OTHER)}")], "M", anywhere)
    assert isinstance(moved, Saved)
    git(works.place.root, "update-ref", "refs/heads/main", str(moved.commit))
    assert not works.of(aside).is_begun
    done = works.save(DRAFT, str(moved.commit), [Create("standards/x.txt", "x")], "On new", BERIK)
    assert isinstance(done, Saved)
    assert done.is_joined
    now = works.of(DRAFT)
    assert (now.root / OTHER).read_text("utf-8").startswith("# m")
    assert (now.root / STANDARD).read_text("utf-8").startswith("# a")


def test_the_newest_save_is_taken_back_then_the_one_before(works: Works) -> None:
    was = text(works)
    for number in range(2):
        seen = works.of(DRAFT)
        now = (seen.root / STANDARD).read_text("utf-8")
        works.save(DRAFT, seen.commit, [Replace(STANDARD, f"{now}# {number}\n")], "S", AIGERIM)
    works.undo(DRAFT, works.of(DRAFT).commit, AIGERIM)
    assert (works.of(DRAFT).root / STANDARD).read_text("utf-8") == f"{was}# 0\n"
    works.undo(DRAFT, works.of(DRAFT).commit, AIGERIM)
    assert (works.of(DRAFT).root / STANDARD).read_text("utf-8") == was
    with pytest.raises(NothingSavedError):
        works.undo(DRAFT, works.of(DRAFT).commit, AIGERIM)


def test_nobody_takes_back_what_they_have_not_seen(works: Works) -> None:
    seen = works.of(DRAFT).commit
    with pytest.raises(NothingSavedError):
        works.undo(DRAFT, seen, AIGERIM)
    works.save(DRAFT, seen, [Replace(STANDARD, f"{text(works)}# a\n")], "S", AIGERIM)
    assert isinstance(works.undo(DRAFT, seen, BERIK), Conflict)
    with pytest.raises(NothingSavedError):
        works.drop(DRAFT, seen, BERIK)


def test_what_is_given_up_is_kept_aside(works: Works) -> None:
    seen = works.of(DRAFT).commit
    works.save(DRAFT, seen, [Replace(STANDARD, f"{text(works)}# a\n")], "S", AIGERIM)
    tip = works.of(DRAFT).commit
    works.drop(DRAFT, tip, AIGERIM)
    assert works.begun() == []
    kept = git(works.place.root, "for-each-ref", "--format=%(objectname)", "refs/talqy/given-up/")
    assert kept == tip
    later = Works(works.place, works.main().root.parents[1], TODAY, lambda: NOON + LONG)
    begun = later.of(ANSWERS).commit
    later.save(ANSWERS, begun, [Create("standards/y.txt", "y")], "S", AIGERIM)
    later.drop(ANSWERS, later.of(ANSWERS).commit, AIGERIM)
    kept = git(works.place.root, "for-each-ref", "--format=%(objectname)", "refs/talqy/given-up/")
    assert tip not in kept
    assert len(kept.split()) == 1
    with pytest.raises(UnknownCommitError):
        works.save(DRAFT, tip, [Create("standards/x.txt", "x")], "late", BERIK)


@pytest.mark.parametrize("commit", ["", "main", "HEAD", "--all", "0" * 40, "../..", "A" * 40])
def test_only_commits_of_a_work_are_seen(commit: str, works: Works) -> None:
    with pytest.raises(UnknownCommitError):
        works.at(DRAFT, commit)


def test_a_commit_of_another_work_is_not_seen(works: Works) -> None:
    seen = works.of(DRAFT).commit
    works.save(DRAFT, seen, [Replace(STANDARD, f"{text(works)}# a\n")], "S", AIGERIM)
    tip = works.of(DRAFT).commit
    assert works.at(DRAFT, tip).commit == tip
    with pytest.raises(UnknownCommitError):
        works.at(ANSWERS, tip)


def test_of_many_saves_at_once_by_two_processes_none_is_lost(works: Works, tmp_path: Path) -> None:
    other = Works(works.place, tmp_path / "desk-of-another", TODAY)
    seen = works.of(DRAFT).commit

    def save(number: int) -> object:
        step = Create(f"standards/note-{number}.txt", f"{number}\n")
        return (works, other)[number % 2].save(DRAFT, seen, [step], f"S{number}", AIGERIM)

    with ThreadPoolExecutor(6) as pool:
        done = list(pool.map(save, range(8)))
    assert all(isinstance(one, Saved) for one in done)
    files = git(works.place.root, "ls-tree", "--name-only", DRAFT.branch, "standards/")
    assert sum("note-" in file for file in files.splitlines()) == 8
    assert len(works.saves(DRAFT)) == 8


def test_copies_that_somebody_deletes_are_made_anew(works: Works, tmp_path: Path) -> None:
    seen = works.of(DRAFT)
    rmtree(tmp_path / "desk")
    works.save(DRAFT, seen.commit, [Create("standards/x.txt", "x")], "S", AIGERIM)
    assert (works.of(DRAFT).root / "standards" / "x.txt").read_text("utf-8") == "x"
    assert (works.main().root / STANDARD).is_file()


def test_after_a_save_no_more_is_read_than_it_has_changed(
    works: Works, monkeypatch: pytest.MonkeyPatch
) -> None:
    first = lines(works)[0]
    seen = works.main()
    read = list[str]()
    of_copy = Copies.content

    def noted(copies: Copies, name: str, most: int) -> bytes:
        read.append(name)
        return of_copy(copies, name, most)

    monkeypatch.setattr(Copies, "content", noted)
    works.save(DRAFT, seen.commit, changed(works, first, f"{first} "), "S", AIGERIM)
    assert works.of(DRAFT).state.register
    assert read == [git(works.place.root, "rev-parse", f"{DRAFT.branch}:{STANDARD}").strip()]


def test_comments_come_into_a_copy_when_somebody_asks_for_all_of_it(works: Works) -> None:
    seen = works.main()
    assert not (seen.texts / "comments").exists()
    assert (seen.texts / STANDARD).is_file()
    files = git(works.place.root, "ls-tree", "-r", "--name-only", "main").splitlines()
    found = {one.relative_to(seen.root).as_posix() for one in seen.root.rglob("*") if one.is_file()}
    assert found == set(files)
    assert seen.root == seen.texts


def test_contents_of_comments_outlast_the_run(works: Works, tmp_path: Path) -> None:
    assert works.main().state.register
    contents = {one.name for one in (tmp_path / "desk" / "contents").glob("??/*")}
    assert Works(works.place, tmp_path / "desk", TODAY)
    assert {one.name for one in (tmp_path / "desk" / "contents").glob("??/*")} == contents


def test_a_comment_whose_content_somebody_deletes_is_read_all_the_same(
    works: Works, tmp_path: Path
) -> None:
    before = works.main()
    assert before.state.register
    later = Works(works.place, tmp_path / "desk", TODAY)
    assert later.main().texts.is_dir()
    for one in (tmp_path / "desk" / "contents").glob("??/*"):
        if one.stat().st_nlink == 1:
            one.unlink()
    again = Works(works.place, tmp_path / "desk", TODAY).main()
    assert again.state.register == before.state.register
    assert again.state.problems == before.state.problems


def test_files_of_a_copy_are_those_on_disk(works: Works) -> None:
    root = works.main().root
    (root / "standards" / ".DS_Store").write_bytes(b"x")
    files = [one for one in root.rglob("*") if one.is_file()]
    ids = {one.relative_to(root).as_posix(): "id" for one in files}
    copied = CopiedFiles(ids, lambda name, most: name.encode()[:most])
    disk = DiskFiles(root)
    for folder in ("standards", "comments", "site_templates", "none", STANDARD):
        assert list(copied.entries(folder)) == list(disk.entries(folder))
    for path in (STANDARD, "standards", "none"):
        assert copied.is_file(path) == disk.is_file(path)


def test_a_killed_run_leaves_nothing_half(works: Works, tmp_path: Path) -> None:
    half = tmp_path / "desk" / "copies" / ".half-x"
    half.mkdir()
    torn = tmp_path / "desk" / "contents" / "ab" / f"{'ab' * 20}.123"
    torn.parent.mkdir(exist_ok=True)
    torn.write_text("half", "utf-8")
    assert Works(works.place, tmp_path / "desk", TODAY).main().state.register
    assert not half.exists()
    assert not torn.exists()


def test_no_link_of_a_commit_leads_out_of_its_copy(works: Works, tmp_path: Path) -> None:
    folder = tmp_path / "other"
    git(tmp_path, "clone", "--quiet", str(works.place.root), "other")
    put(folder, "standards/link.yaml", "120000", b"/etc/passwd")
    git(folder, "commit", "--quiet", "--message", "A link")
    git(folder, "push", "--quiet", "origin", "main")
    assert not (works.main().root / "standards" / "link.yaml").exists()


def test_the_same_save_sent_again_is_one_save(works: Works) -> None:
    """A double click, or a browser that sends a form again: nobody else has saved."""
    seen, last = works.of(DRAFT).commit, lines(works)[-1]
    plan = changed(works, last, f"{last}\n# a")
    first = works.save(DRAFT, seen, plan, "Правка", AIGERIM)
    again = [works.save(DRAFT, seen, plan, "Правка", AIGERIM) for _ in range(2)]
    assert again == [first, first]
    assert len(works.saves(DRAFT)) == 1
    works.undo(DRAFT, works.of(DRAFT).commit, AIGERIM)
    assert text(works, commit=DRAFT.branch) == text(works)
