"""A site that several processes make is the one that a single process makes."""

import os
import sys
from pathlib import Path

import pytest

from builders import a_comment
from hands import RUN, deadly, failing, gathering, meeting, two_of_a_bundle
from sites import built, files_of, small, two_standards
from talqy.site import output
from talqy.site.dealing import Hands, usual_hands

STARTS = ["spawn"] if sys.platform == "win32" else ["fork", "spawn"]
ALONE = Hands(1, "spawn", 0)


@pytest.fixture(params=STARTS)
def two(request: pytest.FixtureRequest) -> Hands:
    """Return two hands that have work, however little there is."""
    return Hands(2, request.param, 0)


def test_two_processes_make_a_site_at_once(two: Hands, tmp_path: Path) -> None:
    parts = [meeting(tmp_path, "a", "b"), meeting(tmp_path, "b", "a")]
    counts = output.write_site(tmp_path / "site", parts, hands=two)
    made = files_of(tmp_path / "site")
    assert (counts["written"], list(made)) == (2, ["a.txt", "b.txt"])
    assert len(set(made.values())) == 2
    assert str(os.getpid()).encode() in made.values()


def test_one_process_makes_what_shares_its_way(two: Hands, tmp_path: Path) -> None:
    parts = [*two_of_a_bundle(tmp_path, "a", "b"), *two_of_a_bundle(tmp_path, "b", "a")]
    output.write_site(tmp_path / "site", parts, hands=two)
    made = files_of(tmp_path / "site")
    assert made["a.txt"] == made["a2.txt"] != made["b.txt"] == made["b2.txt"]


def test_the_run_reads_what_others_have_made(two: Hands, tmp_path: Path) -> None:
    parts = [gathering("a", "b", "c"), meeting(tmp_path, "a", "b"), meeting(tmp_path, "b", "a")]
    for _ in range(2):  # then some of it lies in its place already
        output.write_site(tmp_path / "site", parts, hands=two)
        made = files_of(tmp_path / "site")
        assert made["all.txt"] == b" ".join((made["a.txt"], made["b.txt"], b"nothing"))
        assert len({made["a.txt"], made["b.txt"]}) == 2
        for name in ("a", "b"):
            (tmp_path / name).unlink()


def test_the_bytes_are_the_same_whoever_makes_them(
    two: Hands, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    project = two_standards(tmp_path / "project", "other")
    made = []
    for hands in (ALONE, two):
        monkeypatch.setattr(output, "usual_hands", lambda hands=hands: hands)
        folder = tmp_path / str(hands.processes)
        built(project, "--to", folder)
        made.append(files_of(folder))
    assert made[0] == made[1]
    assert "ru/index.html" in made[0]


def test_what_fails_elsewhere_fails_in_the_run(two: Hands, tmp_path: Path) -> None:
    parts = [failing(tmp_path, "one"), failing(tmp_path, "two")]
    with pytest.raises(ValueError, match="a template is broken"):
        output.write_site(tmp_path / "site", parts, hands=two)
    assert not (tmp_path / "site").exists()


def test_what_a_killed_process_has_left_undone_the_run_makes(two: Hands, tmp_path: Path) -> None:
    parts = [deadly(tmp_path, os.getpid(), name) for name in ("one", "two")]
    output.write_site(tmp_path / "site", parts, hands=two)
    assert files_of(tmp_path / "site") == {"first.txt": b"first", RUN: b"run"}


def test_little_work_is_done_by_the_run_alone(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("multiprocessing.get_context", pytest.fail)
    assert usual_hands().least > 0
    project = small(tmp_path / "project", comments=[a_comment()])
    assert built(project).is_dir()
