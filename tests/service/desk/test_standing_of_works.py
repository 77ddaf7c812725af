"""How a work stands that was sent to be looked at: read from git, said, with what can be done."""

from dataclasses import replace
from pathlib import Path

import pytest

from desk_steps import on
from desks import AIGERIM, DRAFT, words_of
from repositories import committed, git
from sent_works import STANDARD, AForge, saved_text, set_back, squashed, with_remote, with_save
from talqy.model.publishing import PublishWay
from talqy.project.write import Create, Replace, Step
from talqy.service.desk.work.standing import WorkStanding
from talqy.service.desk.work.values import NothingSavedError, Published, Saved
from talqy.service.desk.work.works import Works

HERE = f"/ru/work/{DRAFT.key}/"


def sent(tmp_path: Path) -> tuple[Works, Path]:
    """Return works of which one was sent, and the forge."""
    works, forge = with_remote(tmp_path, PublishWay.BATCH)
    assert isinstance(works.publish(DRAFT, with_save(works), AIGERIM), Published)
    return works, forge


def seen(works: Works) -> WorkStanding:
    """Look at what others have done, and return how the work stands then."""
    works.look()
    return works.standing(DRAFT).standing


def test_what_was_sent_waits_and_may_go_on(tmp_path: Path) -> None:
    works, _ = sent(tmp_path)
    assert seen(works) is WorkStanding.SENT
    with_save(works, more="# b\n")
    assert seen(works) is WorkStanding.GONE_ON


@pytest.mark.parametrize("is_squashed", [True, False])
def test_what_is_merged_is_over_and_its_branch_goes(tmp_path: Path, *, is_squashed: bool) -> None:
    works, forge = sent(tmp_path)
    if is_squashed:
        squashed(forge, DRAFT.branch)
    else:
        git(forge, "update-ref", "refs/heads/main", DRAFT.branch)
    works.outlet.bring_main(works.place)
    assert works.place.tip(DRAFT)
    assert seen(works) is WorkStanding.NONE
    assert (works.begun(), works.out_again(), works.place.tip(DRAFT)) == ([], [], None)


def test_what_was_changed_later_does_not_bring_a_work_back(tmp_path: Path) -> None:
    works, forge = sent(tmp_path)
    squashed(forge, DRAFT.branch)
    text = saved_text(works, DRAFT.branch).replace("# a\n", "# other\n")
    git(tmp_path, "clone", "--quiet", str(forge), "other")
    other = tmp_path / "other"
    committed(other, {STANDARD: text})
    git(other, "push", "--quiet", "origin", "main")
    assert seen(works) is WorkStanding.NONE
    assert works.begun() == []


def test_saves_after_a_merge_are_what_is_left_of_a_work(tmp_path: Path) -> None:
    works, forge = sent(tmp_path)
    with_save(works, more="# b\n")
    assert len(works.saves(DRAFT)) == 2
    squashed(forge, DRAFT.branch)
    assert seen(works) is WorkStanding.SAVED
    assert len(works.saves(DRAFT)) == 1
    works.undo(DRAFT, works.of(DRAFT).commit, AIGERIM)
    with pytest.raises(NothingSavedError):
        works.undo(DRAFT, works.of(DRAFT).commit, AIGERIM)
    with_save(works, more="# c\n")
    before = git(forge, "rev-parse", "main")
    works.publish(DRAFT, works.of(DRAFT).commit, AIGERIM)
    assert saved_text(works, DRAFT.branch) == f"{saved_text(works, before)}# c\n"


def test_a_form_of_before_the_merge_is_saved_on_what_is_published(tmp_path: Path) -> None:
    works, forge = sent(tmp_path)
    before = works.of(DRAFT).commit
    squashed(forge, DRAFT.branch)
    assert seen(works) is WorkStanding.NONE
    text = f"{saved_text(works, before)}# b\n"
    plan = [Replace(STANDARD, text)]
    assert isinstance(works.save(DRAFT, before, plan, "Правка", AIGERIM), Saved)
    assert saved_text(works, DRAFT.branch) == text
    assert len(works.saves(DRAFT)) == 1


@pytest.mark.parametrize("with_forge", [True, False])
def test_what_nobody_looks_at_any_more_is_told_and_sent_anew(
    tmp_path: Path, *, with_forge: bool
) -> None:
    works, forge = with_remote(tmp_path, PublishWay.BATCH)
    pulls = AForge()
    if with_forge:
        works.outlet = replace(works.outlet, forge=lambda: pulls)
    works.publish(DRAFT, with_save(works), AIGERIM)
    assert seen(works) is WorkStanding.SENT
    if with_forge:
        pulls.opened.clear()
    else:
        git(forge, "branch", "-D", DRAFT.branch)
    assert seen(works) is WorkStanding.DECLINED
    (begun,) = works.begun()
    assert begun.standing is WorkStanding.DECLINED
    works.publish(DRAFT, works.of(DRAFT).commit, AIGERIM)
    assert works.standing(DRAFT).standing is WorkStanding.SENT
    assert git(forge, "rev-parse", DRAFT.branch) == works.of(DRAFT).commit


@pytest.mark.parametrize("is_seen_before", [True, False])
def test_what_was_published_and_taken_out_again_is_no_work_that_was_never_published(
    tmp_path: Path, *, is_seen_before: bool
) -> None:
    works, forge = sent(tmp_path)
    text = saved_text(works, DRAFT.branch)
    commit = works.of(DRAFT).commit
    squashed(forge, DRAFT.branch)
    git(forge, "branch", "-D", DRAFT.branch)
    if is_seen_before:
        assert seen(works) is WorkStanding.NONE
    set_back(forge, "main^")
    assert seen(works) is WorkStanding.OUT_AGAIN
    assert works.begun() == []
    (out,) = works.out_again()
    assert (out.name, out.tip, out.said, out.saves) == (DRAFT, commit, "Правка", 1)
    with pytest.raises(NothingSavedError):
        works.publish(DRAFT, commit, AIGERIM)
    assert isinstance(works.take_up_again(DRAFT, commit, AIGERIM), Saved)
    assert saved_text(works, DRAFT.branch) == text
    assert works.standing(DRAFT).standing is WorkStanding.SAVED
    assert works.out_again() == []
    with pytest.raises(NothingSavedError):
        works.take_up_again(DRAFT, commit, AIGERIM)


NOTE = "standards/birth-registration/documents/a.txt"
BOTH = (('"2026-02-10"', '"2026-03-10"'), ("answered: 2146", "answered: 2147"))


def partly(tmp_path: Path, *, is_one_file: bool, is_squashed: bool) -> tuple[Works, Path, str]:
    """Return works of which one was sent, the forge that merged it, and what it said."""
    works, forge = with_remote(tmp_path, PublishWay.BATCH)
    seen_by_page = works.of(DRAFT).commit
    text = saved_text(works, seen_by_page)
    for was, now in BOTH if is_one_file else BOTH[:1]:
        assert was in text
        text = text.replace(was, now)
    plan: list[Step] = [Replace(STANDARD, text)]
    if not is_one_file:
        plan.append(Create(NOTE, "a\n"))
    assert isinstance(works.save(DRAFT, seen_by_page, plan, "Правка", AIGERIM), Saved)
    assert isinstance(works.publish(DRAFT, works.of(DRAFT).commit, AIGERIM), Published)
    if is_squashed:
        squashed(forge, DRAFT.branch)
    else:
        git(forge, "update-ref", "refs/heads/main", DRAFT.branch)
    assert seen(works) is WorkStanding.NONE
    return works, forge, text


def said_there(forge: Path, folder: Path, text: str, *gone: str) -> None:
    """Let somebody say something else in a file at the forge, and take others away."""
    git(folder, "clone", "--quiet", str(forge), "other")
    other = folder / "other"
    for one in gone:
        (other / one).unlink()
    committed(other, {STANDARD: text})
    git(other, "push", "--quiet", "origin", "main")


@pytest.mark.parametrize("is_squashed", [True, False])
@pytest.mark.parametrize("is_one_file", [True, False])
def test_what_was_taken_out_in_part_is_told_and_that_part_can_be_taken_up(
    tmp_path: Path, *, is_one_file: bool, is_squashed: bool
) -> None:
    works, forge, text = partly(tmp_path, is_one_file=is_one_file, is_squashed=is_squashed)
    was, now = BOTH[0]
    changed = text.replace("life_event: family", "life_event: health")
    gone = () if is_one_file else (NOTE,)
    said_there(forge, tmp_path, changed.replace(now, was) if is_one_file else changed, *gone)
    assert seen(works) is WorkStanding.PARTLY_OUT
    assert works.begun() == []
    (out,) = works.out_again()
    assert isinstance(works.take_up_again(DRAFT, out.tip, AIGERIM), Saved)
    assert saved_text(works, DRAFT.branch) == changed
    assert git(works.place.root, "ls-tree", DRAFT.branch, NOTE) or is_one_file
    assert works.standing(DRAFT).standing is WorkStanding.SAVED
    assert works.out_again() == []


def test_what_says_something_else_by_now_is_no_part_that_was_taken_out(tmp_path: Path) -> None:
    works, forge, text = partly(tmp_path, is_one_file=True, is_squashed=True)
    said_there(forge, tmp_path, text.replace("2026-03-10", "2026-04-10").replace("1831", "1832"))
    assert seen(works) is WorkStanding.NONE
    assert works.out_again() == []


def test_a_part_that_is_left_so_is_told_no_more(tmp_path: Path) -> None:
    works, forge, text = partly(tmp_path, is_one_file=True, is_squashed=True)
    said_there(forge, tmp_path, text.replace("2026-03-10", "2026-02-10"))
    assert seen(works) is WorkStanding.PARTLY_OUT
    with on(works.place.root, "2026-11-20", works.outlet) as desk:
        assert "было опубликовано, часть снова убрана" in words_of(desk.get("/ru/"))
        assert "Эту часть можно снова взять в работу" in words_of(desk.get(HERE))
    works.leave_so(DRAFT, works.out_again()[0].tip, AIGERIM)
    assert works.out_again() == []


def test_what_is_left_so_is_told_no_more(tmp_path: Path) -> None:
    works, forge = sent(tmp_path)
    commit = works.of(DRAFT).commit
    git(forge, "update-ref", "refs/heads/main", DRAFT.branch)
    set_back(forge, "main^2")
    assert seen(works) is WorkStanding.OUT_AGAIN
    with pytest.raises(NothingSavedError):
        works.leave_so(DRAFT, "0" * 40, AIGERIM)
    works.leave_so(DRAFT, commit, AIGERIM)
    assert works.out_again() == []


def test_pages_say_how_it_stands_and_what_can_be_done(tmp_path: Path) -> None:
    works, forge = sent(tmp_path)
    squashed(forge, DRAFT.branch)
    set_back(forge, "main^")
    works.look()
    with on(works.place.root, "2026-11-20", works.outlet) as desk:
        today = words_of(desk.get("/ru/"))
        assert "Было опубликовано и снова убрано" in today
        assert "Начато" not in today
        assert "позже убрано из опубликованного" in words_of(desk.get(HERE))
        (out,) = works.out_again()
        said = {"sent": out.tip}
        answer = desk.post(f"{HERE}again/", said, of=HERE)
        assert "Это снова здесь и еще не опубликовано" in words_of(answer.text)
        assert "Снова взято в работу: Правка" in words_of(desk.get(HERE))
        assert "снова убрано" not in words_of(desk.get("/ru/"))
