"""The workflows for forges: their shell lines are run, and do what they are for."""

import subprocess
import zipfile
from collections.abc import Mapping
from hashlib import sha256
from io import BytesIO
from pathlib import Path

import pytest

from builders import Tree, a_comment, comment_path
from repositories import committed, git
from running import NUMBER, Forge, opened, said, workflow

GITLAB = "gitlab/gitlab-ci"
GATES = ["github/gate", pytest.param("forgejo/gate", marks=pytest.mark.proof), GITLAB]
TEXT = "Прошу сократить срок оказания услуги, потому что три дня для одной отметки – много."
GOOD = {comment_path(): a_comment(channel="pull-request", text=TEXT)}
BAD = {comment_path(): a_comment(channel="pull-request", text=TEXT, clause="no-such-clause")}


def judged(forge: Forge, name: str, profile: str = "single") -> subprocess.CompletedProcess[str]:
    """Run the gate of a forge on its pull request."""
    job = workflow(name)["gate"] if name == GITLAB else workflow(name)["jobs"]["gate"]
    if name == GITLAB:
        return forge.run("\n".join(job["script"]), {"PROFILE": profile})
    return forge.run_job(job, said(forge, profile))


# --- the gate -----------------------------------------------------------------------------------


@pytest.mark.parametrize("name", GATES)
def test_the_gate_lets_a_good_comment_pass(name: str, tmp_path: Path) -> None:
    forge = opened(tmp_path, GOOD)
    done = judged(forge, name)
    assert (done.returncode, done.stderr) == (0, "")
    letter = {"github/gate": "summary.md", GITLAB: "letter.md"}.get(name)
    text = (forge.runner / letter).read_text("utf-8") if letter else done.stdout
    assert "ничто не мешает" in text


@pytest.mark.parametrize("name", GATES)
def test_the_gate_holds_a_bad_comment(name: str, tmp_path: Path) -> None:
    forge = opened(tmp_path, BAD)
    done = judged(forge, name)
    report = forge.runner / "gl-code-quality-report.json"
    assert done.returncode == 1
    assert "no-such-clause" in done.stdout + (report.read_text("utf-8") if report.exists() else "")


def test_forgejo_fetches_and_installs_as_github_does() -> None:
    first, second = (workflow(f"{name}/gate")["jobs"]["gate"] for name in ("github", "forgejo"))
    assert first["steps"][:2] == second["steps"][:2]
    assert first["env"] == second["env"]


@pytest.mark.parametrize("name", ["github/gate", pytest.param(GITLAB, marks=pytest.mark.proof)])
def test_a_change_of_the_gate_and_its_tool_is_held_and_not_taken(name: str, tmp_path: Path) -> None:
    """The head brings another tool and another gate; the runner has the base's."""
    evil: dict[str, Tree | str] = {
        "requirements.txt": "evil==1\n",
        ".github/workflows/gate.yml": "on: push\n",
    }
    forge = opened(tmp_path, {**evil, **GOOD})
    assert judged(forge, name).returncode == 1
    assert (forge.runner / "project" / "requirements.txt").read_text() == ""
    assert not (forge.runner / "project" / ".github").exists()


@pytest.mark.parametrize("name", ["github/gate", pytest.param(GITLAB, marks=pytest.mark.proof)])
def test_a_commit_that_is_no_longer_there_does_not_pass(name: str, tmp_path: Path) -> None:
    forge = opened(tmp_path, GOOD)
    done = judged(Forge(forge.repository, "0" * 39 + "1", forge.runner), name)
    assert done.returncode == 2
    assert "there is no commit" in done.stderr


def a_wheel(name: str) -> bytes:
    """Make a package that holds nothing."""
    made, info = BytesIO(), f"{name}-1.dist-info"
    with zipfile.ZipFile(made, "w") as archive:
        archive.writestr(f"{info}/METADATA", f"Metadata-Version: 2.1\nName: {name}\nVersion: 1\n")
        archive.writestr(f"{info}/WHEEL", "Wheel-Version: 1.0\nTag: py3-none-any\n")
        archive.writestr(f"{info}/RECORD", "")
    return made.getvalue()


@pytest.mark.proof
def test_what_the_base_names_is_installed_and_not_what_the_head_names(tmp_path: Path) -> None:
    """A wheel in the repository is found by its path, as the file says."""
    wheel = "wheels/sound-1-py3-none-any.whl"
    data = a_wheel("sound")
    line = f"./{wheel} --hash=sha256:{sha256(data).hexdigest()}\n"
    base: dict[str, str | bytes] = {"requirements.txt": line, wheel: data}
    forge = opened(tmp_path, {"requirements.txt": "./evil\n"}, base)
    job = workflow("github/gate")["jobs"]["gate"]
    assert forge.run_job({**job, "steps": job["steps"][:1]}, said(forge)).returncode == 0
    install = job["steps"][1]["run"]
    script = install.replace("venv tool\n", "venv tool \n")  # so that nothing is put in its place
    done = forge.run(script, {})
    assert done.returncode == 0, done.stderr
    found = {file.name for file in (forge.runner / "tool").rglob("*.dist-info")}
    assert "sound-1.dist-info" in found


# --- the letter ---------------------------------------------------------------------------------

GH = """#!/usr/bin/env bash
printf '%s\\n' "$*" >> calls
case "$*" in *--paginate*) cat earlier ;; esac
"""


def written(forge: Forge, earlier: str = "", **outputs: str) -> list[str]:
    """Run the job that writes, with a `gh` that notes what it is asked."""
    gh = forge.runner / "bin" / "gh"
    gh.parent.mkdir()
    gh.write_text(GH)
    gh.chmod(0o755)
    (forge.runner / "earlier").write_text(earlier)
    job = workflow("github/comment")["jobs"]["write"]
    steps = job["steps"] if outputs["status"] in {"0", "1"} else job["steps"][:1]
    path = f"{gh.parent}:{forge.environment()['PATH']}"
    done = forge.run_job({**job, "steps": steps}, said(forge, **outputs), PATH=path)
    assert done.returncode == 0, done.stderr
    return (forge.runner / "calls").read_text("utf-8").splitlines()


@pytest.mark.parametrize(
    ("change", "earlier", "state", "words"),
    [(GOOD, "", "success", "ничто не мешает"), (BAD, "41\n42\n", "failure", "Прежде чем")],
    ids=["the first letter", "a letter made anew"],
)
def test_the_verdict_is_set_and_the_letter_is_written(
    change: Mapping[str, Tree], earlier: str, state: str, words: str, tmp_path: Path
) -> None:
    forge = opened(tmp_path, change)
    done = forge.run_job(workflow("github/comment")["jobs"]["judge"], said(forge))
    assert done.returncode == 0, done.stderr
    assert forge.outputs()["number"] == NUMBER
    calls = written(forge, earlier, **forge.outputs())
    assert f"repos/ministry/drafts/statuses/{forge.head}" in calls[0]
    assert f"state={state}" in calls[0]
    place = "issues/comments/42" if earlier else f"issues/{NUMBER}/comments"
    assert f"repos/ministry/drafts/{place} --field body=@letter.md" in calls[-1]
    letter = (forge.runner / "letter.md").read_text("utf-8")
    assert letter.startswith("<!-- talqy -->\n")
    assert words in letter


@pytest.mark.parametrize("status", ["2", ""])
def test_what_could_not_be_judged_is_said_and_no_letter_is_written(
    status: str, tmp_path: Path
) -> None:
    """The step of the letter has a condition; its words are those that the test knows."""
    forge = opened(tmp_path, GOOD)
    (call,) = written(forge, status=status, number="", letter="")
    assert "state=error" in call
    condition = workflow("github/comment")["jobs"]["write"]["steps"][1]["if"]
    assert condition.count("needs.judge.outputs.status") == 2


def test_a_commit_of_no_pull_request_is_not_judged(tmp_path: Path) -> None:
    forge = opened(tmp_path, GOOD)
    stray = Forge(forge.repository, "0" * 39 + "1", forge.runner)
    done = stray.run_job(workflow("github/comment")["jobs"]["judge"], said(stray))
    assert done.returncode == 1
    assert not (forge.runner / "output").exists()


def test_a_fork_has_no_say_of_a_commit_of_our_own_branches(tmp_path: Path) -> None:
    """A status is of a commit: who opens a pull request at it must not turn it red."""
    forge = opened(tmp_path, BAD)
    git(forge.repository, "update-ref", "refs/heads/r2", forge.head)
    jobs = workflow("github/comment")["jobs"]
    find = {**jobs["judge"], "steps": jobs["judge"]["steps"][:1]}
    assert forge.run_job(find, said(forge)).returncode == 0
    assert forge.outputs() == {"own": forge.head}
    assert "needs.judge.outputs.own == ''" in jobs["write"]["if"]
    assert all(s["if"] == "steps.find.outputs.own == ''" for s in jobs["judge"]["steps"][1:])
    (forge.runner / "output").unlink()
    assert forge.run_job(find, said(forge, "authority")).returncode != 0 or "own" not in (
        forge.outputs()
    )


# --- the main branch ----------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("name", "standard", "status"),
    [
        ("github/check", {"schema": "1"}, 1),
        pytest.param("forgejo/check", None, 0, marks=pytest.mark.proof),
    ],
)
def test_a_push_is_checked(name: str, standard: Tree | None, status: int, tmp_path: Path) -> None:
    forge = opened(tmp_path, GOOD, standard=standard)
    done = forge.run_job(workflow(name)["jobs"]["check"], said(forge))
    assert done.returncode == status, done.stdout + done.stderr


def needs_root(step: Mapping[str, str]) -> bool:
    return "apt-get" in step.get("run", "")


@pytest.mark.parametrize(
    ("name", "branch"),
    [("github", "gh-pages"), pytest.param("forgejo", "pages", marks=pytest.mark.proof)],
)
def test_the_site_is_put_into_its_branch_even_when_a_file_is_wrong(
    name: str, branch: str, tmp_path: Path
) -> None:
    wrong = {"standards/broken/standard.yaml": "schema: 1\n"}
    forge = opened(tmp_path, GOOD)
    git(forge.repository, "update-ref", f"refs/heads/{branch}", forge.head)
    work = tmp_path / "work"
    git(work, "switch", "--quiet", "main")
    git(work, "push", "--quiet", str(forge.repository), f"{committed(work, wrong)}:refs/heads/main")
    jobs = workflow(f"{name}/pages")["jobs"]
    build = {**jobs["build"], "steps": [s for s in jobs["build"]["steps"] if not needs_root(s)]}
    done = forge.run_job(build, said(forge))
    assert done.returncode == 0, done.stderr
    other = Forge(forge.repository, forge.head, tmp_path / "other")
    other.runner.mkdir()
    (forge.runner / "site.tar").rename(other.runner / "site.tar")
    done = other.run_job(jobs["site"], said(forge))
    assert done.returncode == 0, done.stderr
    names = git(forge.repository, "ls-tree", "-r", "--name-only", branch).splitlines()
    assert {"index.html", "kk/index.html", "ru/s/birth-registration/index.html"} <= set(names)
    assert [path for path in names if path.startswith(".talqy")] == []
    assert (".nojekyll" in names) == (name == "github")
    assert git(forge.repository, "rev-list", "--count", branch) == "1"
