"""What stood on the main branch and does no more: read from git, shown to an official."""

from pathlib import Path

import pytest

from publishing import Publishing, a_publishing
from repositories import git
from talqy.service.health import health_of
from talqy.service.publish.by_author import withdraw
from talqy.service.publish.keeping import forget_what_is_due
from talqy.service.publish.seen import path_of
from talqy.service.taken import State


def file_of(here: Publishing, comment: str) -> str:
    taken = here.service.store.of(comment)
    assert taken
    return path_of(taken).file


def take_away(here: Publishing, *comments: str) -> None:
    """Let somebody take files off the main branch at the forge."""
    git(here.work, "fetch", "--quiet", "forge", "+refs/heads/*:refs/remotes/forge/*")
    git(here.work, "reset", "--hard", "--quiet", "forge/main")
    git(here.work, "rm", "--quiet", *(file_of(here, name) for name in comments))
    git(here.work, "commit", "--quiet", "--message", "Taken away")
    git(here.work, "push", "--quiet", "forge", "main")


def published(here: Publishing, *numbers: int) -> list[str]:
    ids = here.to_publish(*numbers)
    here.round(at_once=True)
    here.merge_all()
    here.round()
    assert here.states(*ids) == [State.PUBLISHED] * len(ids)
    return ids


def wrong(here: Publishing) -> list[str]:
    return [saying.said() for saying in health_of(here.service).wrong]


def test_what_is_gone_from_main_comes_back_to_an_official(here: Publishing) -> None:
    one, other = published(here, 1, 2)
    take_away(here, one)
    here.round()
    assert here.states(one, other) == [State.HELD, State.PUBLISHED]
    assert here.service.store.log_of(one)[-1].act.what == "gone from main"
    (said,) = [words for words in wrong(here) if "no longer" in words]
    assert "1" in said
    assert one not in said
    here.round()
    assert [line.act.what for line in here.service.store.log_of(one)].count("gone from main") == 1
    # An official says “publish” again, and it goes out in a new batch.
    assert here.acts().publish(one).is_done
    here.round(at_once=True)
    here.merge_all()
    here.round()
    assert here.state(one) is State.PUBLISHED
    assert wrong(here) == []


def test_what_comes_back_by_hand_and_what_was_wished_back(here: Publishing) -> None:
    one, wished = published(here, 1, 2)
    withdraw(here.service, wished)
    take_away(here, one, wished)
    here.round()
    assert here.states(one, wished) == [State.HELD, State.WITHDRAWN]
    git(here.work, "revert", "--no-edit", "HEAD")
    git(here.work, "push", "--quiet", "forge", "main")
    here.round()
    assert here.states(one, wished) == [State.PUBLISHED, State.WITHDRAWN]


def test_it_is_seen_also_when_its_words_are_forgotten_here(here: Publishing) -> None:
    (one,) = published(here, 1)
    file = file_of(here, one)
    here.clock.on(days=40)
    forget_what_is_due(here.service)
    taken = here.service.store.of(one)
    assert taken
    assert taken.is_forgotten
    take_away(here, one)
    here.round()
    assert here.state(one) is State.HELD
    assert any("no longer" in words for words in wrong(here))
    git(here.work, "revert", "--no-edit", "HEAD")
    git(here.work, "push", "--quiet", "forge", "main")
    assert file in git(here.work, "ls-files")
    here.round()
    assert here.state(one) is State.PUBLISHED


@pytest.mark.parametrize(
    ("how", "has_forge"),
    [((), True), (("--squash",), True), (("--ff-only",), True), ((), False)],
)
def test_what_is_merged_and_taken_away_before_the_next_round(
    how: tuple[str, ...], *, has_forge: bool, tmp_path: Path
) -> None:
    here = a_publishing(tmp_path, has_forge=has_forge)
    if not has_forge:
        git(here.work, "remote", "set-url", "forge", str(here.own))
    one, other = here.to_publish(1, 2)
    here.round(at_once=True)
    (branch,) = here.batches(here.own)
    here.merge(branch, *how)
    take_away(here, one)
    here.round()
    assert here.states(one, other) == [State.HELD, State.PUBLISHED]
    assert here.batches(here.own) == []
    assert any("no longer" in words for words in wrong(here))
    here.service.close()


def test_a_batch_beside_which_others_are_taken_away_goes_on(here: Publishing) -> None:
    (old,) = published(here, 1)
    (new,) = here.to_publish(2)
    here.round(at_once=True)
    take_away(here, old)
    here.round()
    assert here.states(old, new) == [State.HELD, State.PUSHED]
    here.merge_all()
    here.round()
    assert here.state(new) is State.PUBLISHED


@pytest.mark.parametrize("stays", [True, False])
def test_a_comment_that_was_left_out_of_its_batch_is_set_aside(
    here: Publishing, *, stays: bool
) -> None:
    """A reviewer has merged the others of the batch as one commit; the branch may stay there."""
    one, other = here.to_publish(1, 2)
    here.round(at_once=True)
    (branch,) = here.batches()
    left_out = here.service.store.of(other)
    assert left_out
    git(here.work, "fetch", "--quiet", "forge", "+refs/heads/*:refs/remotes/forge/*")
    git(here.work, "merge", "--quiet", "--squash", f"forge/{branch}")
    git(here.work, "rm", "--quiet", "-f", path_of(left_out).file)
    git(here.work, "commit", "--quiet", "-m", "Without one")
    git(here.work, "push", "--quiet", "forge", "main")
    if not stays:
        git(here.forge, "branch", "-D", branch)
    here.round()
    assert here.states(one, other) == [State.PUBLISHED, State.HELD]
    here.round()
    assert here.batches() == []
    assert here.acts().publish(other).is_done
    here.round(at_once=True)
    here.merge_all()
    here.round()
    assert here.states(one, other) == [State.PUBLISHED, State.PUBLISHED]
