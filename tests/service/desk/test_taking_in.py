"""A work, and what was published meanwhile: put together, chosen between, never brought back."""

import re
from dataclasses import replace
from pathlib import Path

import pytest

from desks import (
    AIGERIM,
    ANSWERS,
    BERIK,
    DRAFT,
    ORIGIN,
    TODAY,
    a_bare_project,
    a_desk,
    a_working_project,
    csrf_of,
    some_works,
    words_of,
)
from held_words import held
from repositories import git
from talqy.model.publishing import OfficialRole, PublishWay
from talqy.project.branches import CommitRole, branch_moved, commit_on
from talqy.project.keeps import Keeps
from talqy.project.remotes import Remote
from talqy.project.write import Create, Replace
from talqy.service.desk.work.outlet import ForeignBranchError, Outlet
from talqy.service.desk.work.place import DeskPlace
from talqy.service.desk.work.preparing import Prepared
from talqy.service.desk.work.values import (
    BEHIND,
    Conflict,
    HandWorkError,
    NotPublished,
    Published,
    Saved,
    WorkKind,
    WorkName,
)
from talqy.service.desk.work.works import Works
from talqy.service.officials import MayNotError, Who

STANDARD = "standards/birth-registration/standard.yaml"
PROJECT = "standards/project.yaml"
LEAK = "standards/housing-assistance/documents/leak.txt"
NOTE = "standards/birth-registration/documents/note.txt"
OTHER = WorkName(WorkKind.DRAFT, "housing-assistance", 1)
OUTSIDE = CommitRole("m", "m@example.kz")


@pytest.fixture
def works(tmp_path: Path) -> Works:
    return some_works(tmp_path)


def text(works: Works, commit: str = "main", file: str = STANDARD) -> str:
    return git(works.place.root, "show", f"{commit}:{file}") + "\n"


def headed(works: Works, seen: str, line: str) -> Saved | Conflict:
    """Save the standard with a first line of one's own."""
    old = text(works, seen)
    said = old if old.startswith("# ") else f"# \n{old}"
    new = f"# {line}\n{said.partition(chr(10))[2]}"
    return works.save(DRAFT, seen, [Replace(STANDARD, new)], "Правка", AIGERIM)


def published(works: Works, name: WorkName = DRAFT, who: Who = AIGERIM) -> None:
    prepared = works.prepared(name, who)
    assert isinstance(prepared, Prepared), prepared
    done = works.publish(name, prepared.tip, who, prepared.looked)
    assert isinstance(done, Published), done


def on_main(works: Works, file: str, data: str) -> str:
    root, old = works.place.root, works.place.main_tip()
    new = commit_on(root, old, {file: data.encode()}, "Beside", OUTSIDE)
    assert branch_moved(root, "main", new, old)
    return old


@pytest.mark.parametrize("name", [OTHER, DRAFT])
def test_what_the_desk_has_published_and_was_taken_out_stays_out(
    name: WorkName, works: Works
) -> None:
    before = works.main().commit
    seen = works.of(name).commit
    anywhere = replace(AIGERIM, authority="")
    assert isinstance(works.save(name, seen, [Create(LEAK, "data\n")], "L", anywhere), Saved)
    published(works, name, anywhere)
    works.save(DRAFT, works.of(DRAFT).commit, [Create(NOTE, "n\n")], "N", BERIK)
    assert branch_moved(works.place.root, "main", before, works.main().commit)
    prepared = works.prepared(DRAFT, AIGERIM)
    assert isinstance(prepared, Prepared)
    assert "K52" in {one.code for one in prepared.errors}


def test_a_new_file_of_another_standard_is_a_question(works: Works) -> None:
    works.save(DRAFT, works.of(DRAFT).commit, [Create(LEAK, "data\n")], "L", AIGERIM)
    prepared = works.prepared(DRAFT, AIGERIM)
    assert isinstance(prepared, Prepared)
    assert ("K51", LEAK) in [(one.code, one.file) for one in prepared.questions]


def test_a_save_is_held_against_what_was_published_since_it_was_seen(works: Works) -> None:
    seen = works.of(DRAFT).commit
    assert isinstance(headed(works, seen, "theirs"), Saved)
    published(works)
    found = headed(works, seen, "ours")
    assert isinstance(found, Conflict)
    assert [one.path for one in found.files] == [STANDARD]
    assert works.begun() == []
    assert isinstance(headed(works, found.tip, "ours"), Saved)
    published(works)
    assert text(works).startswith("# ours\n")


def test_what_fits_what_was_published_is_put_together(works: Works) -> None:
    seen = works.of(DRAFT).commit
    assert isinstance(headed(works, seen, "theirs"), Saved)
    published(works)
    done = works.save(DRAFT, seen, [Create(NOTE, "n\n")], "N", AIGERIM)
    assert isinstance(done, Saved)
    assert done.is_joined
    assert text(works, DRAFT.branch).startswith("# theirs\n")


@pytest.mark.parametrize(("keeps", "stays"), [(Keeps.OWN, "ours"), (Keeps.PUBLISHED, "theirs")])
def test_of_two_saved_versions_one_is_chosen_and_the_rest_of_both_stays(
    keeps: Keeps, stays: str, works: Works
) -> None:
    headed(works, works.of(DRAFT).commit, "ours")
    works.save(DRAFT, works.of(DRAFT).commit, [Create(NOTE, "n\n")], "N", AIGERIM)
    on_main(works, STANDARD, f"# theirs\n{text(works)}# end\n")
    found = works.prepared(DRAFT, AIGERIM)
    assert isinstance(found, Conflict)
    tip = works.of(DRAFT).commit
    assert isinstance(works.take_in(DRAFT, tip, found.tip, BERIK, keeps), Saved)
    assert [one.said.partition("\n")[0] for one in works.saves(DRAFT)] == ["N", "Правка"]
    published(works)
    now = text(works)
    assert now.startswith(f"# {stays}\n")
    assert now.endswith("# end\n")
    assert text(works, file=NOTE) == "n\n"


def test_after_it_was_taken_in_a_save_is_taken_back_alone(works: Works) -> None:
    headed(works, works.of(DRAFT).commit, "ours")
    works.save(DRAFT, works.of(DRAFT).commit, [Create(NOTE, "n\n")], "N", AIGERIM)
    on_main(works, STANDARD, f"# theirs\n{text(works)}# end\n")
    found = works.prepared(DRAFT, AIGERIM)
    assert isinstance(found, Conflict)
    works.take_in(DRAFT, works.of(DRAFT).commit, found.tip, AIGERIM, Keeps.OWN)
    assert isinstance(works.undo(DRAFT, works.of(DRAFT).commit, AIGERIM), Saved)
    assert git(works.place.root, "ls-tree", DRAFT.branch, NOTE) == ""
    assert text(works, DRAFT.branch).endswith("# end\n")


def test_nobody_chooses_between_what_they_have_not_seen(works: Works) -> None:
    headed(works, works.of(DRAFT).commit, "ours")
    on_main(works, STANDARD, f"# theirs\n{text(works)}")
    found = works.prepared(DRAFT, AIGERIM)
    assert isinstance(found, Conflict)
    on_main(works, STANDARD, f"# later\n{text(works)}")
    tip = works.of(DRAFT).commit
    assert isinstance(works.take_in(DRAFT, tip, found.tip, AIGERIM, Keeps.OWN), Conflict)
    assert works.of(DRAFT).commit == tip


def test_a_main_branch_that_was_unusable_for_a_moment_leaves_no_two_versions(works: Works) -> None:
    headed(works, works.of(DRAFT).commit, "ours")
    before = works.main().commit
    on_main(works, STANDARD, f"# broken\n{text(works)}")
    on_main(works, PROJECT, "{")
    prepared = works.prepared(DRAFT, AIGERIM)
    assert isinstance(prepared, Prepared)
    done = works.publish(DRAFT, prepared.tip, AIGERIM, prepared.looked)
    assert done == NotPublished(BEHIND)
    assert branch_moved(works.place.root, "main", before, works.place.main_tip())
    published(works)
    assert text(works).startswith("# ours\n")


def test_the_page_of_publishing_offers_both(works: Works, tmp_path: Path) -> None:
    headed(works, works.of(DRAFT).commit, "ours")
    on_main(works, STANDARD, f"# theirs\n{text(works)}")
    here = f"/ru/work/{DRAFT.key}/"
    with a_desk(tmp_path, works) as desk:
        desk.sign_in()
        page = desk.get(f"{here}publish/", 409)
        assert "расходятся в одних и тех же местах" in words_of(page)
        forms = re.findall(r'name="(seen|published)" value="([0-9a-f]+)"', page)
        said = {"csrf": csrf_of(page), **dict(forms), "keeps": "published"}
        done = desk.client.post(f"{here}take-in/", data=said, headers={"Origin": ORIGIN})
        assert done.url.path == f"{here}publish/"
        now = words_of(done.text)
        assert "там, где изменили обе стороны, осталась опубликованная" in now
        assert held("Всё это уже опубликовано") in now


def with_remote(folder: Path) -> tuple[Works, Path]:
    """Return works that are sent to another copy to be looked at."""
    bare = a_bare_project(folder)
    git(folder, "clone", "--quiet", "--bare", str(bare), "forge.git")
    outlet = Outlet(PublishWay.BATCH, Remote(str(folder / "forge.git")))
    works = Works(DeskPlace(bare, "main"), folder / "desk", TODAY, outlet=outlet)
    return works, folder / "forge.git"


def put_there(forge: Path, tip: str, file: str) -> str:
    """Put a file onto the branch of a work, as a reviewer does at a forge."""
    new = commit_on(forge, tip, {file: b"theirs\n"}, "A suggestion", OUTSIDE)
    git(forge, "update-ref", f"refs/heads/{DRAFT.branch}", new)
    return new


def sent(works: Works) -> Published | NotPublished | Conflict:
    prepared = works.prepared(DRAFT, AIGERIM)
    assert isinstance(prepared, Prepared)
    return works.publish(DRAFT, prepared.tip, AIGERIM, prepared.looked)


def test_what_a_reviewer_has_put_onto_a_work_stays(tmp_path: Path) -> None:
    works, forge = with_remote(tmp_path)
    works.save(DRAFT, works.of(DRAFT).commit, [Create(NOTE, "n\n")], "N", AIGERIM)
    assert isinstance(sent(works), Published)
    suggested = NOTE.replace("note", "suggested")
    new = put_there(forge, works.of(DRAFT).commit, suggested)
    headed(works, works.of(DRAFT).commit, "ours")
    found = sent(works)
    assert isinstance(found, Conflict)
    assert ([one.path for one in found.files], found.tip) == ([suggested], new)
    tip = works.of(DRAFT).commit
    assert isinstance(works.take_in(DRAFT, tip, new, AIGERIM, Keeps.OWN), Saved)
    assert isinstance(sent(works), Published)
    there = git(forge, "rev-parse", DRAFT.branch)
    assert there == works.of(DRAFT).commit
    assert text(works, there, suggested) == "theirs\n"
    assert text(works, there).startswith("# ours\n")


def test_a_branch_of_somebody_else_is_not_written_over(tmp_path: Path) -> None:
    works, forge = with_remote(tmp_path)
    new = put_there(forge, git(forge, "rev-parse", "main"), NOTE)
    headed(works, works.of(DRAFT).commit, "ours")
    with pytest.raises(ForeignBranchError):
        sent(works)
    assert git(forge, "rev-parse", DRAFT.branch) == new


def test_looking_takes_no_branch_away(works: Works) -> None:
    """Somebody may just have made it, to go on by hand."""
    git(works.place.root, "branch", DRAFT.branch, "main")
    assert works.begun() == []
    assert git(works.place.root, "rev-parse", DRAFT.branch) == works.main().commit
    assert isinstance(headed(works, works.main().commit, "ours"), Saved)


def test_nothing_moves_beneath_somebody_who_works_by_hand(tmp_path: Path) -> None:
    project = a_working_project(tmp_path)
    works = Works(DeskPlace(project, "main"), tmp_path / "desk", TODAY)
    headed(works, works.main().commit, "ours")
    tip = works.of(DRAFT).commit
    git(project, "switch", "--quiet", DRAFT.branch)
    for act in (
        lambda: headed(works, tip, "more"),
        lambda: works.undo(DRAFT, tip, AIGERIM),
        lambda: works.drop(DRAFT, tip, AIGERIM),
        lambda: works.publish(DRAFT, tip, AIGERIM),
    ):
        with pytest.raises(HandWorkError):
            act()
    assert works.of(DRAFT).commit == tip
    git(project, "switch", "--quiet", "main")
    assert isinstance(headed(works, tip, "more"), Saved)


def test_what_a_save_asked_for_taking_it_back_asks_for(works: Works) -> None:
    publisher = replace(AIGERIM, acts_by=(OfficialRole.PUBLISHER,))
    seen = works.of(ANSWERS).commit
    works.save(ANSWERS, seen, [Create(NOTE, "n\n")], "Words taken out", publisher)
    tip = works.of(ANSWERS).commit
    with pytest.raises(MayNotError):
        works.undo(ANSWERS, tip, BERIK)
    with pytest.raises(MayNotError):
        works.drop(ANSWERS, tip, BERIK)
    assert isinstance(works.undo(ANSWERS, tip, publisher), Saved)
