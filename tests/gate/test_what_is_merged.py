"""Judged is what merging would do, whatever the head shows beside the commit where it began."""

import json
import os
import shutil
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner

from builders import a_comment, a_project, a_response, comment_path, response_path
from gate_cases.building import (
    MODULE,
    OLD_PLACE,
    PLACE,
    WORKFLOW,
    Files,
    Line,
    Repository,
    Thing,
)
from gate_cases.making import IIN, OTHER, another, at
from talqy.cli.main import main

PROFILES = ("single", "batch", "authority")


def judged(made: Repository, base: str, head: str, profile: str = "single") -> Any:
    """Return what the gate says of a pull request, for programs."""
    words = ("--pull-request", f"{base}..{head}", "--profile", profile, "--format", "json")
    done = CliRunner().invoke(main, ["check", "--project", str(made.folder), *words])
    tree = json.loads(done.output)
    assert done.exit_code == int(tree["verdict"] != "passes")
    return tree


def codes(tree: Any) -> list[str]:
    """Return the codes of all that must be mended."""
    return sorted(p["code"] for p in tree["problems"] if p["level"] == "error")


def merge(made: Repository, tree: str, *parents: str) -> str:
    """Make a merge that has the tree of a commit, and one comment more."""
    made.git("read-tree", tree)
    made.git("update-index", "-z", "--add", "--index-info", given=made.entry(PLACE, a_comment()))
    return made.commit_tree(made.git("write-tree"), parents)


@pytest.fixture(scope="module")
def crossed(repository: Repository) -> tuple[str, str, str]:
    """Make a main branch as merging a pull request leaves it: M1 of M0 and P1."""
    first: Files = {
        comment_path(OTHER): another(OTHER),
        response_path(OTHER): a_response(OTHER),
        "standards/project.yaml": a_project(gate={"batch": "3"}, report_within="5"),
    }
    m0 = repository.commit(first, (repository.base,))
    more: Files = {comment_path("c3c4d5e6f7"): another("c3c4d5e6f7")}
    p1 = repository.commit(more, (repository.base,))
    return m0, p1, repository.commit(more, (m0, p1))


@pytest.mark.parametrize("profile", PROFILES)
@pytest.mark.parametrize("order", [(0, 1), (1, 0)])
@pytest.mark.parametrize("tree", [0, 1])
def test_a_merge_of_ones_own_takes_nothing_back(
    profile: str,
    order: tuple[int, int],
    tree: int,
    repository: Repository,
    crossed: tuple[str, str, str],
) -> None:
    """Git names one of two merge bases, and beside that one the head shows one new comment."""
    head = merge(repository, crossed[tree], *(crossed[at] for at in order))
    found = judged(repository, crossed[2], head, profile)
    wanted = ["G26"] if profile == "authority" else ["G06", "G26"]
    assert codes(found) == wanted
    assert found["merged"] is None


def test_what_merging_takes_away_is_told(repository: Repository) -> None:
    """One merge base, and a merge of the base that keeps the tree of the branch."""
    main_now = repository.commit({comment_path(OTHER): another(OTHER)}, (repository.base,))
    line = repository.line(Line([at(PLACE)]))
    head = repository.commit_tree(repository.git("rev-parse", f"{line}^{{tree}}"), (line, main_now))
    assert codes(judged(repository, main_now, head)) == ["G02", "G03", "G06"]
    assert "G03" in codes(judged(repository, main_now, head, "authority"))


def test_a_merge_that_adds_something_of_its_own_is_none(repository: Repository) -> None:
    main_now = repository.commit({"other.txt": "x"}, (repository.base,))
    line = repository.line(Line([at(PLACE)]))
    head = repository.commit({"other.txt": "x", "evil.txt": IIN}, (line, main_now))
    tip = repository.commit({"evil.txt": None}, (head,))
    assert codes(judged(repository, main_now, tip)) == ["G06", "G27"]


@pytest.mark.parametrize("swapped", [False, True])
def test_a_branch_brought_up_to_date_passes(swapped: bool, repository: Repository) -> None:  # noqa: FBT001
    main_now = repository.commit({comment_path(OTHER): another(OTHER)}, (repository.base,))
    line = repository.line(Line([at(PLACE)]))
    parents = (main_now, line) if swapped else (line, main_now)
    tree = repository.git("merge-tree", "--write-tree", line, main_now)
    head = repository.commit_tree(tree, parents)
    found = judged(repository, main_now, head)
    assert (found["verdict"], found["merged"]) == ("passes", tree)


def test_what_the_base_did_since_is_no_change(repository: Repository) -> None:
    main_now = repository.commit(
        {comment_path(OTHER): another(OTHER), OLD_PLACE: None, WORKFLOW: "on: push\n"},
        (repository.base,),
    )
    found = judged(repository, main_now, repository.line(Line([at(PLACE)])))
    assert (found["verdict"], found["start"]) == ("passes", repository.base)


@pytest.mark.parametrize("profile", PROFILES)
def test_what_cannot_be_merged_never_passes(profile: str, repository: Repository) -> None:
    main_now = repository.commit(at(PLACE, text="Другие слова о сроке услуги."), (repository.base,))
    found = judged(repository, main_now, repository.line(Line([at(PLACE)])), profile)
    assert "G26" in codes(found)
    assert found["merged"] is None


def test_what_the_base_has_already_is_nothing(repository: Repository) -> None:
    main_now = repository.commit(at(PLACE), (repository.base,))
    line = repository.line(Line([at(PLACE)]))
    assert codes(judged(repository, main_now, line)) == ["G02"]
    merged = repository.commit(at(PLACE), (repository.base, line))
    assert codes(judged(repository, merged, line)) == ["G02"]


def test_a_comment_that_the_base_took_back_does_not_return_by_itself(
    repository: Repository,
) -> None:
    """The branch holds it still, and merging adds the second one alone."""
    first = repository.line(Line([at(PLACE)]))
    taken = repository.commit({PLACE: None}, (first,))
    head = repository.commit({comment_path(OTHER): another(OTHER)}, (first,))
    found = judged(repository, taken, head)
    assert (found["verdict"], found["files"]) == ("passes", [comment_path(OTHER)])


@pytest.mark.parametrize(
    ("name", "change"),
    [
        (
            "a line ahead of the message",
            lambda raw: raw.replace(b"\n\n", f"\niin {IIN}\n\n".encode()),
        ),
        ("a day that is none", lambda raw: raw.replace(b"> 1", f"> {IIN} 1".encode(), 1)),
        ("letters that are no UTF-8", lambda raw: raw + "Комментарий".encode("cp1251")),
        (
            "a name without an address",
            lambda raw: raw.replace(b"<citizen@", f"{IIN} <<".encode(), 1),
        ),
    ],
)
def test_a_commit_that_no_program_writes_is_read_as_it_lies(
    name: str, change: Callable[[bytes], bytes], repository: Repository
) -> None:
    head = repository.crafted(repository.line(Line([at(PLACE)])), change)
    assert codes(judged(repository, repository.base, head)) == ["G28"], name


def test_what_this_disk_says_of_merging_decides_nothing(
    repository: Repository, tmp_path: Path
) -> None:
    """A way of merging that lies here would join two comments; its program would even be run."""
    main_now = repository.commit(at(PLACE, text="Другие слова о сроке услуги."), (repository.base,))
    line = repository.line(Line([at(PLACE)]))
    attributes = repository.folder / ".gitattributes"
    repository.git("config", "merge.evil.driver", f"touch {tmp_path}/run")
    for way in ("union", "evil"):
        attributes.write_text(f"*.yaml merge={way}\n")
        assert "G26" in codes(judged(repository, main_now, line)), way
    attributes.unlink()
    assert not (tmp_path / "run").exists()


def test_another_repository_is_seen_whatever_the_project_says_of_it(
    repository: Repository,
) -> None:
    """A theme is often brought in so: git is told not to look at it, and a stranger moves it."""
    modules = '[submodule "t"]\n\tpath = theme\n\turl = https://x.example\n\tignore = all\n'
    theme: Files = {"theme": Thing(b"", MODULE), ".gitmodules": modules}
    main_now = repository.commit(theme, (repository.base,))
    moved = f"{MODULE} {main_now}\ttheme".encode() + b"\0"
    repository.git("read-tree", main_now)
    sound = repository.entry(PLACE, a_comment())
    repository.git("update-index", "-z", "--add", "--index-info", given=moved + sound)
    head = repository.commit_tree(repository.git("write-tree"), (main_now,))
    (repository.folder / ".gitmodules").write_text(modules)
    found = codes(judged(repository, main_now, head))
    (repository.folder / ".gitmodules").unlink()
    assert found == ["G02", "G03", "G03", "G04"]


# --- what ends the run ----------------------------------------------------------------------------


def refused(made: Repository, span: str) -> str:
    """Return why a run could not go on."""
    words = ("check", "--project", str(made.folder), "--pull-request", span)
    done = CliRunner().invoke(main, words)
    assert done.exit_code == 2, done.output
    return done.output


@pytest.mark.parametrize("kind", ["tags", "remotes"])
def test_a_name_of_several_things_decides_nothing(kind: str, repository: Repository) -> None:
    """A tag “main” that came along with a stranger's branch would bring the stranger's rules."""
    rules: Files = {"standards/project.yaml": a_project(gate={"batch": "900"})}
    evil = repository.commit(rules, (repository.base,))
    head = repository.commit(
        at(PLACE, text="Пишите: a@example.kz, ответим на все вопросы."), (evil,)
    )
    repository.git("update-ref", f"refs/{kind}/main", evil)
    try:
        said = refused(repository, f"main..{head}")
        full = CliRunner().invoke(
            main,
            (
                "check",
                "--project",
                str(repository.folder),
                "--pull-request",
                f"refs/heads/main..{head}",
            ),
        )
    finally:
        repository.git("update-ref", "-d", f"refs/{kind}/main")
    assert "the name “main” stands for several things here; write it in full" in said
    assert full.exit_code == 1


def test_the_head_too_has_one_name(repository: Repository) -> None:
    head = repository.line(Line([at(PLACE)]))
    for kind in ("heads", "tags"):
        repository.git("update-ref", f"refs/{kind}/work", head)
    assert "“work” stands for several things" in refused(repository, "main..work")
    for kind in ("heads", "tags"):
        repository.git("update-ref", "-d", f"refs/{kind}/work")


def test_unrelated_histories_are_refused_with_a_word_on_what_to_do(
    repository: Repository,
) -> None:
    said = refused(repository, f"main..{repository.commit(at(PLACE), ())}")
    assert "make a new branch from the main one" in said
    assert "as one commit" in said


def test_a_name_without_a_sign_is_refused(repository: Repository) -> None:
    entries = [("100644", b"", repository.blob(b"x")), *repository.entries(repository.base)]
    head = repository.commit_tree(repository.tree(entries), (repository.base,))
    assert "git cannot read these commits" in refused(repository, f"{repository.base}..{head}")


@pytest.mark.parametrize("name", ["heads/main", "HEAD"])
def test_a_name_within_a_name_decides_nothing(name: str, repository: Repository) -> None:
    ref = f"refs/tags/{name}" if "/" in name else f"refs/heads/{name}"
    repository.git("update-ref", ref, repository.line(Line([at(PLACE)])))
    said = refused(repository, f"{name}..main")
    repository.git("update-ref", "-d", ref)
    assert f"“{name}” stands for several things" in said


def test_an_older_git_is_refused_in_words(
    repository: Repository, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    head = repository.line(Line([at(PLACE)]))
    old = tmp_path / "git"
    old.write_text(
        "#!/bin/sh\n"
        'case "$*" in\n'
        '*merge-tree*) echo "usage: git merge-tree <base> <b1> <b2>" >&2; exit 129 ;;\n'
        '*version*) echo "git version 2.34.1" ;;\n'
        f'*) exec "{shutil.which("git")}" "$@" ;;\n'
        "esac\n"
    )
    old.chmod(0o755)
    monkeypatch.setenv("PATH", f"{tmp_path}{os.pathsep}{os.environ['PATH']}")
    said = refused(repository, f"{repository.base}..{head}")
    assert (
        "git version 2.34.1 is too old: only git 2.38 or newer says what merging would do" in said
    )


def test_texts_of_a_branch_that_has_crossed_are_not_compared(
    repository: Repository, crossed: tuple[str, str, str]
) -> None:
    head = merge(repository, crossed[0], *crossed[:2])
    span = f"{crossed[2]}..{head}"
    words = ["diff", "--pull-request", span, "--project", str(repository.folder)]
    done = CliRunner().invoke(main, words)
    assert done.exit_code == 2
    assert "it is not clear what merging would change" in done.output


# --- whose id it is -------------------------------------------------------------------------------


def test_an_id_belongs_to_who_had_it_first(repository: Repository) -> None:
    """Open pull requests are public: a second one with the same id and an earlier day comes along.

    Beside a base that has neither both pass; so a forge must ask for branches that are up to date.
    """
    mine = repository.commit(on_day("2026-11-13"), (repository.base,))
    stolen = repository.commit(on_day("2026-11-11"), (repository.base,))
    assert judged(repository, repository.base, stolen)["verdict"] == "passes"
    for profile in PROFILES:
        assert codes(judged(repository, mine, stolen, profile))[-1] == "F52"


def on_day(day: str) -> Files:
    """Add a comment of one id on a day."""
    return {comment_path(OTHER, day): a_comment(OTHER, received=day)}
