"""What cannot be checked never passes: exit status 2, and a word that says why."""

from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from builders import a_comment, a_project, revision_path
from gate_cases.building import PLACE, Line, Repository, base_repository
from gate_cases.making import at, on
from repositories import a_repository, committed
from talqy.cli.main import main


def check(root: Path, span: str, *words: str) -> Result:
    """Run the gate."""
    return CliRunner().invoke(
        main, ["check", "--project", str(root), "--pull-request", span, *words]
    )


def refused(root: Path, span: str, words: str, *more: str) -> None:
    """Hold that a run could not go on, and said so."""
    done = check(root, span, *more)
    assert done.exit_code == 2
    assert words in done.output
    assert done.output.replace("\n", "").isprintable()


@pytest.fixture(scope="module")
def head(repository: Repository) -> str:
    return repository.line(Line([at(PLACE)]))


@pytest.mark.parametrize(
    ("span", "words"),
    [
        ("main", "does not name two commits"),
        ("", "does not name two commits"),
        ("..", "does not name two commits"),
        ("main..nothing", "there is no commit “nothing” here"),
        ("nothing..main", "there is no commit “nothing” here"),
        ("--upload-pack=touch hacked..main", "there is no commit"),
        ("main..--help", "there is no commit “--help” here"),
        ("main..-x", "there is no commit “-x” here"),
        ("main..HEAD^{tree}", "there is no commit “HEAD^{tree}” here"),
        ("main..$(touch hacked)", "there is no commit"),
        ("main..a\x1b[2J", "cannot be the name of a commit"),
        ("main..main:standards/project.yaml", "there is no commit"),
        (f"main..{'a' * 40}", "there is no commit"),
    ],
)
def test_what_names_no_commits_is_refused(span: str, words: str, repository: Repository) -> None:
    refused(repository.folder, span, words)
    assert not (repository.folder / "hacked").exists()


def test_no_common_history_is_refused(repository: Repository) -> None:
    alone = repository.commit(at(PLACE), ())
    refused(repository.folder, f"{repository.base}..{alone}", "have no common history: make a new")


def test_a_folder_without_git_is_refused(tmp_path: Path) -> None:
    refused(tmp_path, "a..b", "the folder is in no git repository")


def test_a_shallow_copy_is_refused(repository: Repository, head: str, tmp_path: Path) -> None:
    copy = a_repository(tmp_path / "copy")
    there = Repository(copy)
    for name, commit in (("base", repository.base), ("head", head)):
        repository.git("update-ref", f"refs/heads/for-{name}", commit)
        source = (repository.folder.as_uri(), f"for-{name}:refs/heads/{name}")
        there.git("fetch", "--quiet", "--depth", "1", *source)
    refused(copy, "base..head", "have no common history here")
    there.git("fetch", "--quiet", "--depth", "2", repository.folder.as_uri(), "for-head")
    assert check(copy, "base..head").exit_code == 0


def test_a_copy_that_hides_where_a_line_begins_is_refused(
    repository: Repository, tmp_path: Path
) -> None:
    """The base was merged in, but of the line itself only the last commits are here."""
    line = repository.line(Line([at(PLACE), {}, {}, {}]))
    base = repository.commit({"other.txt": "x"}, (repository.base,))
    tip = repository.commit({"other.txt": "x"}, (line, base))
    repository.git("update-ref", "refs/heads/for-long", tip)
    copy = a_repository(tmp_path / "copy")
    Repository(copy).git(
        *("fetch", "--quiet", "--depth", "2", repository.folder.as_uri(), "for-long:refs/heads/x")
    )
    refused(copy, f"{base}..x", "a shallow copy does not show where these commits begin")


def test_a_missing_object_is_refused(head: str, tmp_path: Path) -> None:
    made = base_repository(tmp_path / "project")
    content = made.blob(b"schema: 1\n")
    tip = made.line(Line([{PLACE: b"schema: 1\n"}]))
    (made.folder / ".git/objects" / content[:2] / content[2:]).unlink()
    refused(made.folder, f"{made.base}..{tip}", "is not here; fetch it first")


def test_a_base_without_a_project_is_refused(tmp_path: Path) -> None:
    root = a_repository(tmp_path / "project")
    committed(root, {"README.md": "x\n"})
    made = Repository(root, base=Repository(root).git("rev-parse", "main"))
    tip = made.line(Line([{"standards/project.yaml": a_project(), **at(PLACE)}]))
    refused(root, f"main..{tip}", "standards/project.yaml of the base cannot be used")


def test_a_text_that_cannot_be_read_judges_nothing(repository: Repository) -> None:
    tip = repository.line(Line([on("broken")]))
    refused(repository.folder, f"main..{tip}", "standards/broken of the base cannot be used")


def test_batches_are_for_projects_that_say_so(tmp_path: Path) -> None:
    """The base must say it: what the head says of itself counts nothing."""
    made = base_repository(tmp_path / "project")
    without = made.commit({"standards/project.yaml": a_project()}, (made.base,))
    tip = made.commit(
        {**at(PLACE), "standards/project.yaml": a_project(gate={"batch": "9"})}, (without,)
    )
    refused(made.folder, f"{without}..{tip}", "allows no batches", "--profile", "batch")


@pytest.mark.parametrize(
    "words", [("--profile", "batch"), ("--format", "comment"), ("--profile", "none")]
)
def test_wrong_use_is_refused(words: tuple[str, ...], repository: Repository) -> None:
    done = CliRunner().invoke(main, ["check", "--project", str(repository.folder), *words])
    assert done.exit_code == 2


def test_an_unknown_language_is_refused(repository: Repository, head: str) -> None:
    refused(repository.folder, f"main..{head}", "no catalogue", "--language", "xx")


def test_a_bare_repository_and_a_folder_in_one_will_do(
    repository: Repository, head: str, tmp_path: Path
) -> None:
    repository.git("update-ref", "refs/heads/for-bare", head)
    bare = tmp_path / "bare.git"
    repository.git("clone", "--quiet", "--bare", str(repository.folder), str(bare))
    assert check(bare, "main..for-bare").exit_code == 0


def test_a_project_may_lie_in_a_folder_of_a_repository(
    repository: Repository, tmp_path: Path
) -> None:
    """Then what is changed beside it is told with its place from the top."""
    root = a_repository(tmp_path / "whole")
    repository.git("read-tree", repository.base)
    repository.git("checkout-index", "--all", "--force", f"--prefix={root}/project/")
    committed(root)
    made = Repository(root, base=Repository(root).git("rev-parse", "main"))
    good = made.line(Line([{f"project/{PLACE}": a_comment()}]))
    assert check(root / "project", f"main..{good}").exit_code == 0
    bad = made.line(Line([{f"project/{PLACE}": a_comment(), PLACE: "x", "project.txt": "x"}]))
    told = check(root / "project", f"main..{bad}")
    assert told.exit_code == 1
    assert f" G04 :/{PLACE}: " in told.output
    assert " G04 :/project.txt: " in told.output


def test_nothing_is_checked_out_run_or_written(repository: Repository, head: str) -> None:
    trap = f"touch {repository.folder}/hacked"
    evil = {**at(PLACE), ".gitattributes": "* diff=evil filter=evil\n", revision_path(): "x"}
    tip = repository.line(Line([evil]))
    for name in ("diff.evil.textconv", "filter.evil.smudge", "diff.external", "core.fsmonitor"):
        repository.git("config", name, trap)
    before = {f: f.read_bytes() for f in (repository.folder / "standards").rglob("*.yaml")}
    assert check(repository.folder, f"main..{tip}").exit_code == 1
    assert not (repository.folder / "hacked").exists()
    assert {f: f.read_bytes() for f in before} == before
    for name in ("diff.external", "core.fsmonitor"):
        repository.git("config", "--unset", name)
