"""Comments on their way to the main branch: nothing is lost, nothing stands twice."""

import re
from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest

from publishing import Publishing, a_publishing
from queues import named
from repositories import git
from talqy.service.publish.acts import TakenOut
from talqy.service.publish.by_author import withdraw
from talqy.service.publish.seen import path_of
from talqy.service.store.tables import COMMENTS
from talqy.service.taken import State

WHY = {"kk": "Өзге адамның аты алынды.", "ru": "Убрано имя другого человека."}


@pytest.fixture
def straight(tmp_path: Path) -> Iterator[Publishing]:
    made = a_publishing(tmp_path, way="straight")
    yield made
    made.service.close()


@pytest.fixture
def alone(tmp_path: Path) -> Iterator[Publishing]:
    """Make a service whose repository is the one from which the site is made."""
    made = a_publishing(tmp_path, has_forge=False)
    git(made.work, "remote", "set-url", "forge", str(made.own))
    yield made
    made.service.close()


def said(trouble: list[Any]) -> list[str]:
    return [str(error) for error in trouble]


def whats(here: Publishing, comment: str) -> list[str]:
    return [line.act.what for line in here.service.store.log_of(comment)]


def whole_on_main(here: Publishing, ids: list[str], repository: Path | None = None) -> None:
    """Hold the main branch to the queue: each comment once, and to the byte."""
    assert sorted(here.on_main(repository)) == sorted(ids)
    for name in ids:
        taken = here.service.store.of(name)
        assert taken
        assert here.bytes_on_main(name, repository) == taken.text


def test_a_batch_is_a_branch_at_the_forge_and_published_when_it_is_merged(here: Publishing) -> None:
    ids = here.to_publish(1, 2, 3)
    done = here.round(at_once=True)
    assert (len(done.made), len(done.sent), said(done.trouble)) == (1, 1, [])
    assert here.states(*ids) == [State.PUSHED] * 3
    (branch,) = here.batches()
    assert re.fullmatch(r"batch/2026-11-20-[0-9a-f]{8}", branch)
    assert git(here.forge, "rev-parse", branch) == done.made[0]
    assert here.on_main() == []
    assert here.round().sent == []
    here.merge(branch)
    here.round()
    assert here.states(*ids) == [State.PUBLISHED] * 3
    whole_on_main(here, ids)
    assert (here.batches(), here.batches(here.own)) == ([], [])
    assert whats(here, ids[0]) == [
        "taken", "to publish", "on its way", "committed", "pushed", "published"
    ]  # fmt: skip


@pytest.mark.parametrize("how", [("--squash",), ("--ff-only",)])
def test_however_it_is_merged_it_is_published(how: tuple[str, ...], here: Publishing) -> None:
    ids = here.to_publish(1, 2)
    here.round(at_once=True)
    (branch,) = here.batches()
    if how == ("--squash",):
        here.change_main({"README.md": "Other words.\n"})
    here.merge(branch, *how)
    git(here.forge, "branch", "-D", branch)  # as forges do after a merge
    here.round()
    assert here.states(*ids) == [State.PUBLISHED] * 2
    whole_on_main(here, ids)


def test_the_commit_names_the_office_and_nobody_else(here: Publishing) -> None:
    here.to_publish(1)
    commit = here.round(at_once=True).made[0]
    shown = git(here.forge, "show", "--no-patch", "--format=%an|%ae|%cn|%ce|%B", commit)
    desk = "Comments desk|talqy@noreply.example.kz"
    assert shown.strip() == f"{desk}|{desk}|Comments: 1, on 2026-11-20"


def test_straight_to_main(straight: Publishing) -> None:
    ids = straight.to_publish(1, 2)
    done = straight.round(at_once=True)
    assert said(done.trouble) == []
    assert straight.states(*ids) == [State.PUBLISHED] * 2
    whole_on_main(straight, ids)
    assert git(straight.own, "rev-parse", "main") == git(straight.forge, "rev-parse", "main")


@pytest.mark.parametrize("way", ["batch", "straight"])
def test_a_repository_of_its_own_needs_no_forge(way: str, tmp_path: Path) -> None:
    alone = a_publishing(tmp_path, has_forge=False, way=way)
    git(alone.work, "remote", "set-url", "forge", str(alone.own))
    ids = alone.to_publish(1, 2)
    assert said(alone.round(at_once=True).trouble) == []
    if way == "batch":
        assert alone.states(*ids) == [State.QUEUED] * 2
        alone.merge(alone.batches(alone.own)[0])
        alone.round()
    assert alone.states(*ids) == [State.PUBLISHED] * 2
    whole_on_main(alone, ids, alone.own)
    assert alone.batches(alone.own) == []
    alone.service.close()


# --- when -----------------------------------------------------------------------------------------


def test_a_batch_is_made_when_one_has_waited_or_many_wait(tmp_path: Path) -> None:
    here = a_publishing(tmp_path, minutes=10, comments=3)
    here.to_publish(1, 2)
    assert here.round().made == []
    here.clock.on(minutes=9)
    assert here.round().made == []
    here.to_publish(3)
    assert len(here.round().made) == 1
    here.to_publish(4)
    here.clock.on(minutes=11)
    assert len(here.round().made) == 1
    here.to_publish(*range(10, 14))
    assert [len(here.round(at_once=True).made), len(here.batches())] == [2, 4]
    here.service.close()


def test_a_round_makes_no_batch_that_it_does_not_read_back(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("talqy.service.publish.round._MOST_BATCHES", 2)
    here = a_publishing(tmp_path, comments=1)
    here.to_publish(1, 2, 3)
    assert (len(here.round(at_once=True).made), len(here.batches())) == (2, 2)
    assert (len(here.round(at_once=True).made), len(here.batches())) == (1, 3)
    here.service.close()


def test_one_process_at_a_time_has_a_round(here: Publishing) -> None:
    ids = here.to_publish(1)
    store, now = here.service.store, here.service.now()
    assert store.lease("publishing", "another", now + timedelta(minutes=15), now)
    assert not here.round(at_once=True).is_ours
    assert here.states(*ids) == [State.TO_PUBLISH]
    here.clock.on(minutes=16)
    assert here.round(at_once=True).made


# --- the judge on the tip -------------------------------------------------------------------------


def test_what_the_judge_refuses_by_now_is_set_aside_and_the_rest_goes(here: Publishing) -> None:
    ids = here.to_publish(1, 2, 3)
    taken = here.service.store.of(ids[1])
    assert taken
    other = path_of(taken).file.replace("2026-11-18", "2026-11-17")
    here.change_main({other: taken.text.replace(b"2026-11-18", b"2026-11-17")})
    here.round(at_once=True)
    assert here.states(*ids) == [State.PUSHED, State.HELD, State.PUSHED]
    last = here.service.store.log_of(ids[1])[-1].act
    assert (last.what, last.values) == ("held by the judge", {"codes": "F52"})


def test_a_discussion_that_is_another_by_now_holds_its_comments(here: Publishing) -> None:
    ids = here.to_publish(1, 2)
    file = "standards/birth-registration/revisions/r2.yaml"
    text = (here.work / file).read_text("utf-8")
    here.change_main({file: re.sub(r"opens: .*", 'opens: "2026-11-19"', text)})
    done = here.round(at_once=True)
    assert here.states(*ids) == [State.HELD] * 2, said(done.trouble)
    assert here.batches() == []


def test_a_project_that_allows_no_batches_is_told(here: Publishing) -> None:
    ids = here.to_publish(1)
    settings = (here.work / "standards/project.yaml").read_text("utf-8")
    here.change_main({"standards/project.yaml": settings.replace("gate: {batch: 100}\n", "")})
    here.round()
    import time

    time.sleep(2.1)  # the tip is looked for every two seconds
    (trouble,) = said(here.round(at_once=True).trouble)
    assert "the project allows no batches" in trouble
    assert here.states(*ids) == [State.TO_PUBLISH]


def test_words_taken_out_stay_out(here: Publishing) -> None:
    one = here.take(1, "Прошу учесть мнение Ивана Образцова о сроке.").id
    here.acts().redact(one, TakenOut(["Ивана Образцова"], name=False, reason=WHY))
    assert here.acts().publish(one).is_done
    here.round(at_once=True)
    here.merge(here.batches()[0])
    here.round()
    assert here.state(one) is State.PUBLISHED
    assert "Образцова".encode() not in here.bytes_on_main(one)
    found = git(here.forge, "log", "--all", "--format=%H", "-S", "Образцова")
    assert found == ""


# --- faults ---------------------------------------------------------------------------------------


@pytest.mark.parametrize("way", ["batch", "straight"])
def test_a_forge_that_is_away_for_a_day_loses_nothing(way: str, tmp_path: Path) -> None:
    here = a_publishing(tmp_path, way=way)
    away = here.folder / "away.git"
    here.forge.rename(away)
    ids = here.to_publish(1, 2)
    for _ in range(6):
        here.clock.on(hours=4)
        (trouble,) = said(here.round().trouble)
        assert "cannot be reached" in trouble
    waits = State.QUEUED if way == "batch" else State.TO_PUBLISH
    assert here.states(*ids) == [waits] * 2
    ids += here.to_publish(3)
    away.rename(here.forge)
    here.clock.on(hours=1)
    assert said(here.round().trouble) == []
    for branch in here.batches():
        here.merge(branch)
    here.round()
    assert here.states(*ids) == [State.PUBLISHED] * 3
    whole_on_main(here, ids)
    here.service.close()


@pytest.mark.parametrize("way", ["batch", "straight"])
def test_a_push_that_the_forge_declines_is_told_and_tried_again(way: str, tmp_path: Path) -> None:
    here = a_publishing(tmp_path, way=way)
    hook = here.forge / "hooks" / "pre-receive"
    hook.write_text("#!/bin/sh\necho no; exit 1\n", "utf-8")
    hook.chmod(0o755)
    ids = here.to_publish(1)
    (trouble,) = said(here.round(at_once=True).trouble)
    assert "the forge does not" in trouble
    hook.unlink()
    here.round(at_once=True)
    for branch in here.batches():
        here.merge(branch)
    here.round()
    whole_on_main(here, ids)
    assert here.states(*ids) == [State.PUBLISHED]
    here.service.close()


def test_main_that_moves_on_while_a_batch_is_made(
    straight: Publishing, monkeypatch: pytest.MonkeyPatch
) -> None:
    from talqy.gate.run import judge
    from talqy.service.publish import batch

    ids = straight.to_publish(1, 2)
    times: list[int] = []

    def slow(*words: Any) -> Any:
        if len(times) < 2:
            times.append(1)
            straight.change_main({f"note-{len(times)}.txt": "Somebody else.\n"})
        return judge(*words)

    monkeypatch.setattr(batch, "judge", slow)
    done = straight.round(at_once=True)
    assert (len(times), said(done.trouble)) == (2, [])
    assert straight.states(*ids) == [State.PUBLISHED] * 2
    whole_on_main(straight, ids)


def test_a_batch_branch_that_somebody_deletes_brings_its_comments_back(here: Publishing) -> None:
    ids = here.to_publish(1, 2)
    here.round(at_once=True)
    git(here.forge, "branch", "-D", here.batches()[0])
    here.round(at_once=True)
    assert here.states(*ids) == [State.HELD] * 2  # a person decides again, no program
    assert (here.batches(), here.batches(here.own)) == ([], [])
    assert here.acts().publish(ids[0]).is_done
    here.clock.on(seconds=5)
    here.round(at_once=True)
    here.merge(here.batches()[0])
    here.round()
    assert here.states(*ids) == [State.PUBLISHED, State.HELD]
    whole_on_main(here, ids[:1])


def test_a_batch_branch_that_is_gone_from_our_own_copy_is_made_again(here: Publishing) -> None:
    away = here.folder / "away.git"
    here.forge.rename(away)
    ids = here.to_publish(1)
    here.round(at_once=True)
    git(here.own, "branch", "-D", here.batches(here.own)[0])
    away.rename(here.forge)
    here.round(at_once=True)
    assert here.states(*ids) == [State.PUSHED]


def test_a_wish_to_withdraw_holds_when_a_batch_is_declined(alone: Publishing) -> None:
    (comment,) = alone.to_publish(1)
    alone.round(at_once=True)
    withdraw(alone.service, comment)
    for batch in alone.batches(alone.own):
        git(alone.own, "branch", "-D", batch)
    alone.round(at_once=True)
    assert alone.state(comment) is State.WITHDRAWN
    alone.round(at_once=True)
    assert not alone.batches(alone.own)


def test_a_foreign_comment_in_a_branch_of_our_name_stays_and_is_not_taken(
    alone: Publishing,
) -> None:
    """It may be the only place of a comment of another queue, whose author has a receipt."""
    (comment,) = alone.to_publish(1)
    alone.round(at_once=True)
    (batch,) = alone.batches(alone.own)
    git(alone.work, "fetch", "--quiet", "forge", batch)
    tree = git(alone.work, "rev-parse", "FETCH_HEAD^{tree}")
    foreign = git(alone.work, "commit-tree", tree, "-p", "main", "-m", "Of somebody else")
    git(alone.work, "push", "--quiet", "--force", "forge", f"{foreign}:refs/heads/{batch}")
    with alone.service.store.engines.writing() as connection:
        connection.execute(COMMENTS.delete())
    alone.round(at_once=True)
    assert alone.batches(alone.own) == [batch]
    assert alone.service.store.of(comment) is None


def test_without_a_forge_a_deleted_batch_is_somebodys_decision(alone: Publishing) -> None:
    ids = alone.to_publish(1)
    alone.round(at_once=True)
    git(alone.own, "branch", "-D", alone.batches(alone.own)[0])
    alone.round(at_once=True)
    assert alone.states(*ids) == [State.HELD]


def test_a_branch_of_our_name_that_is_there_already_is_left_alone(here: Publishing) -> None:
    away = here.folder / "away.git"
    here.forge.rename(away)
    ids = here.to_publish(1)
    here.round(at_once=True)
    (branch,) = here.batches(here.own)
    away.rename(here.forge)
    git(here.forge, "branch", branch, "main")
    foreign = git(here.forge, "rev-parse", branch)
    here.round()
    here.clock.on(hours=1)
    here.round()
    assert git(here.forge, "rev-parse", branch) == foreign
    assert here.states(*ids) == [State.PUSHED]
    (own,) = [name for name in here.batches() if name != branch]
    here.merge(own)
    here.round()
    whole_on_main(here, ids)


def test_commits_that_somebody_adds_to_a_batch_are_theirs(here: Publishing) -> None:
    ids = here.to_publish(1)
    here.round(at_once=True)
    (branch,) = here.batches()
    git(here.work, "fetch", "--quiet", "forge", branch)
    git(here.work, "reset", "--hard", "--quiet", "FETCH_HEAD")
    (here.work / "note.txt").write_text("A note.\n", "utf-8")
    git(here.work, "add", "note.txt")
    git(here.work, "commit", "--quiet", "--message", "A note")
    git(here.work, "push", "--quiet", "forge", f"HEAD:{branch}")
    added = git(here.forge, "rev-parse", branch)
    here.round(at_once=True)
    assert git(here.forge, "rev-parse", branch) == added
    assert here.states(*ids) == [State.PUSHED]
    here.merge(branch)
    here.round()
    assert here.states(*ids) == [State.PUBLISHED]


def test_other_words_under_a_comments_name_are_told(here: Publishing) -> None:
    ids = here.to_publish(1)
    taken = here.service.store.of(ids[0])
    assert taken
    here.change_main({path_of(taken).file: taken.text.replace("Прошу".encode(), "Требую".encode())})
    here.round(at_once=True)
    assert here.states(*ids) == [State.PUBLISHED]
    assert "otherwise" in here.service.store.log_of(ids[0])[-1].act.values


def test_a_rewritten_main_branch_is_not_followed(here: Publishing) -> None:
    ids = here.to_publish(1)
    git(here.work, "commit", "--quiet", "--amend", "--message", "Rewritten")
    git(here.work, "push", "--quiet", "--force", "forge", "main")
    before = git(here.own, "rev-parse", "main")
    (trouble,) = said(here.round(at_once=True).trouble)
    assert "has another history now" in trouble
    assert git(here.own, "rev-parse", "main") == before
    assert here.states(*ids) == [State.TO_PUBLISH]


def test_a_branch_beneath_somebodys_files_is_not_moved(tmp_path: Path) -> None:
    here = a_publishing(tmp_path, has_forge=False, way="straight")
    object.__setattr__(here.service.settings.said, "repository", "work")
    ids = here.to_publish(1)
    (trouble,) = said(here.round(at_once=True).trouble)
    assert "is checked out" in trouble
    assert here.states(*ids) == [State.TO_PUBLISH]
    assert git(here.work, "status", "--porcelain") == ""
    here.service.close()


def test_what_is_held_meanwhile_does_not_go_out(here: Publishing) -> None:
    ids = here.to_publish(1, 2)
    here.acts().hold(ids[0])
    here.round(at_once=True)
    assert here.states(*ids) == [State.HELD, State.PUSHED]
    (branch,) = here.batches()
    files = git(here.forge, "diff", "--name-only", "main", branch)
    assert named(1) not in files
