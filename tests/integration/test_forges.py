"""The workflows for forges: linters find nothing, and their shell lines do what they are for."""

import re
import subprocess
import sys
from pathlib import Path
from typing import Any, get_args

import pytest
from click.testing import CliRunner

from builders import Tree, a_comment, comment_path, write_project
from repositories import a_repository, committed, git
from running import EXPRESSION, NUMBER, SHIPPED, Forge, published, scripts, workflow
from sites import MKDOCS_YML, ROOT
from talqy.cli.main import main
from talqy.editing.forge_files import FORGES
from talqy.model.project import Forge as ForgeSettings

GITHUB = ["github/check", "github/comment", "github/gate", "github/pages"]
FORGEJO = ["forgejo/check", "forgejo/gate", "forgejo/pages"]
GITLAB = "gitlab/gitlab-ci"
TEXT = "Прошу сократить срок оказания услуги, потому что три дня для одной отметки – много."
GOOD = {comment_path(): a_comment(channel="pull-request", text=TEXT)}
BAD = {comment_path(): a_comment(channel="pull-request", text=TEXT, clause="no-such-clause")}
GATES = ["github/gate", "forgejo/gate", GITLAB]
# What of a merge request may stand in a script: none of it is chosen by its author.
SAFE = {
    *("CI_JOB_TOKEN", "CI_COMMIT_SHA", "CI_MERGE_REQUEST_PROJECT_URL", "CI_MERGE_REQUEST_IID"),
    *("CI_MERGE_REQUEST_TARGET_BRANCH_NAME", "CI_MERGE_REQUEST_SOURCE_BRANCH_SHA"),
}


def tool(name: str, *words: str | Path, given: str = "") -> str:
    """Run a linter of this environment; it must find nothing."""
    line = [str(Path(sys.executable).with_name(name)), *map(str, words)]
    done = subprocess.run(line, input=given, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout + done.stderr
    return done.stdout + done.stderr


def opened(folder: Path, change: dict[str, Tree | str], **base: Any) -> Forge:
    """Put a project on a forge, with a pull request from a fork that makes a change."""
    work = a_repository(folder / "work")
    files = {"requirements.txt": "", "mkdocs.yml": MKDOCS_YML.read_text("utf-8")}
    write_project(work, files=files, **base)
    for empty in ("pages", "theme"):
        (work / "site_templates" / empty).mkdir(parents=True)
        (work / "site_templates" / empty / ".gitkeep").touch()
    start = committed(work)
    git(work, "switch", "--quiet", "--create", "fork")
    head = committed(work, change)
    (folder / "runner").mkdir()
    place = published(work, folder / "forge" / "ministry" / "drafts.git", start, head)
    return Forge(place, head, folder / "runner")


def said(forge: Forge, profile: str = "single", **more: str) -> dict[str, str]:
    """Answer what the forge says for the expressions of the gate and of the letter's writer."""
    request, run = "github.event.pull_request", "github.event.workflow_run"
    choices = {
        f"{request}.head.repo.full_name != github.repository && 'single' || "
        f"startsWith({request}.head.ref, 'batch/') && 'batch' || 'authority'": profile,
        f"{run}.head_repository.full_name != github.repository && 'single' || "
        f"startsWith({run}.head_branch, 'batch/') && 'batch' || 'authority'": profile,
    }
    return {
        "github.token": "no-token",
        f"{request}.base.ref": "main",
        f"{request}.head.sha": forge.head,
        f"{request}.number": NUMBER,
        "github.event.repository.default_branch": "main",
        f"{run}.head_sha": forge.head,
        **choices,
        **{f"needs.judge.outputs.{name}": value for name, value in more.items()},
    }


def judged(forge: Forge, name: str, profile: str = "single") -> subprocess.CompletedProcess[str]:
    """Run the gate of a forge on its pull request."""
    job = workflow(name)["gate"] if name == GITLAB else workflow(name)["jobs"]["gate"]
    if name == GITLAB:
        return forge.run("\n".join(job["script"]), {"PROFILE": profile})
    return forge.run_job(job, said(forge, profile))


# --- what the files are -------------------------------------------------------------------------


def test_the_documentation_shows_the_very_files_that_are_shipped() -> None:
    def held(folder: Path) -> dict[str, bytes]:
        files = (file for file in folder.rglob("*") if file.is_file())
        return {file.relative_to(folder).as_posix(): file.read_bytes() for file in files}

    assert held(ROOT / "docs" / "forges") == held(SHIPPED)


def test_every_forge_of_the_settings_can_be_asked_for() -> None:
    assert set(FORGES) == set(get_args(ForgeSettings.model_fields["kind"].annotation))


@pytest.mark.parametrize(
    ("forge", "place"),
    [
        ("github", ".github/workflows/gate.yml"),
        ("gitlab", ".gitlab-ci.yml"),
        ("forgejo", ".forgejo/workflows/gate.yml"),
        ("gitea", ".gitea/workflows/gate.yml"),
        ("none", ""),
    ],
)
def test_init_writes_the_workflows_where_the_forge_looks_for_them(
    forge: str, place: str, tmp_path: Path
) -> None:
    made = CliRunner().invoke(main, ["init", str(tmp_path / "new"), "--forge", forge])
    assert made.exit_code == 0
    assert f"forge:\n  kind: {forge}\n" in (tmp_path / "new/standards/project.yaml").read_text()
    found = {file.relative_to(tmp_path / "new").as_posix() for file in tmp_path.rglob("*.yml")}
    assert not place or place in found
    pinned = tmp_path / "new" / "requirements.txt"
    assert pinned.exists() == (forge != "none")
    assert forge == "none" or re.search(r"^talqy==\d+\.\d+\.\d+$", pinned.read_text(), re.MULTILINE)
    assert ("docs/forges.md says how" in made.output) == (forge != "none")
    assert len(found) == {"none": 1, "gitlab": 2, "github": 5}.get(forge, 4)


def test_zizmor_finds_nothing() -> None:
    """What is passed over by a remark is named here, so that no remark comes in unseen."""
    files = [SHIPPED / f"{name}.yml" for name in (*GITHUB, *FORGEJO)]
    assert "No findings" in tool("zizmor", "--offline", "--persona", "auditor", *files)
    passed = [found for file in files for found in re.findall(r"zizmor: (\S+)", file.read_text())]
    assert passed == ["ignore[dangerous-triggers]", *["ignore[unpinned-images]"] * 3]


def test_the_workflows_are_what_the_forges_read() -> None:
    files = [SHIPPED / f"{name}.yml" for name in (*GITHUB, *FORGEJO)]
    tool("check-jsonschema", "--builtin-schema", "vendor.github-workflows", *files)
    words = ("--builtin-schema", "vendor.gitlab-ci", "--data-transform", "gitlab-ci")
    tool("check-jsonschema", *words, SHIPPED / f"{GITLAB}.yml")


@pytest.mark.parametrize("name", [*GITHUB, *FORGEJO, GITLAB])
def test_every_script_is_sound_shell(name: str) -> None:
    found = list(scripts(workflow(name)))
    assert found
    for script in found:
        tool("shellcheck", "--shell", "bash", "-", given=f"set -eo pipefail\n{script}")


@pytest.mark.parametrize("name", [*GITHUB, *FORGEJO])
def test_a_workflow_has_no_more_power_than_it_needs(name: str) -> None:
    """No action of others, no secret, no trigger that lends rights to a stranger's code."""
    text, tree = (SHIPPED / f"{name}.yml").read_text("utf-8"), workflow(name)
    assert not re.search(r"pull_request_target|\buses:|secrets\.", text)
    assert tree["permissions"] == {}
    assert tree["defaults"] == {"run": {"shell": "bash"}}
    writing = {
        job: {right for right, level in parts["permissions"].items() if level == "write"}
        for job, parts in tree["jobs"].items()
    }
    allowed = {"write": {"pull-requests", "statuses"}, "site": {"contents"}}
    assert {job: rights for job, rights in writing.items() if rights} == {
        job: rights for job, rights in allowed.items() if job in tree["jobs"]
    }
    assert all(parts["timeout-minutes"] <= 20 for parts in tree["jobs"].values())


@pytest.mark.parametrize("name", [*GITHUB, *FORGEJO])
def test_no_expression_stands_in_a_script(name: str) -> None:
    assert not [script for script in scripts(workflow(name)) if EXPRESSION.search(script)]


def test_a_script_of_gitlab_sees_nothing_that_an_author_chooses() -> None:
    text = "\n".join(scripts(workflow(GITLAB)))
    assert set(re.findall(r"\bCI_\w+", text)) == SAFE
    assert "eval" not in text


# --- what they do -------------------------------------------------------------------------------


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


@pytest.mark.parametrize("name", GATES)
def test_a_change_of_the_gate_and_its_tool_is_held_and_not_taken(name: str, tmp_path: Path) -> None:
    """The head brings another tool and another gate; the runner has the base's."""
    evil = {"requirements.txt": "evil==1\n", ".github/workflows/gate.yml": "on: push\n", **GOOD}
    forge = opened(tmp_path, evil)
    assert judged(forge, name).returncode == 1
    assert (forge.runner / "project" / "requirements.txt").read_text() == ""
    assert not (forge.runner / "project" / ".github").exists()


@pytest.mark.parametrize("name", GATES)
def test_a_commit_that_is_no_longer_there_does_not_pass(name: str, tmp_path: Path) -> None:
    forge = opened(tmp_path, GOOD)
    done = judged(Forge(forge.repository, "0" * 39 + "1", forge.runner), name)
    assert done.returncode == 2
    assert "there is no commit" in done.stderr


def test_installing_takes_what_the_base_names(tmp_path: Path) -> None:
    forge = opened(tmp_path, {"requirements.txt": "./evil\n"})
    steps = workflow("github/gate")["jobs"]["gate"]["steps"]
    assert forge.run_job({"steps": [steps[0]], "env": _gate_env()}, said(forge)).returncode == 0
    script = steps[1]["run"].replace("\n", "\n\n")  # so that it is not the one that is replaced
    assert forge.run(script, {}).returncode == 0
    assert (forge.runner / "tool" / "bin" / "pip").exists()


def _gate_env() -> dict[str, str]:
    env: dict[str, str] = workflow("github/gate")["jobs"]["gate"]["env"]
    return env


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
    ("change", "state", "words"),
    [(GOOD, "success", "ничто не мешает"), (BAD, "failure", "Прежде чем")],
    ids=["good", "bad"],
)
@pytest.mark.parametrize("earlier", ["", "41\n42\n"], ids=["first", "again"])
def test_the_verdict_is_set_and_the_letter_is_written(
    earlier: str, change: dict[str, Tree], state: str, words: str, tmp_path: Path
) -> None:
    forge = opened(tmp_path, {**change})
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


# --- the main branch ----------------------------------------------------------------------------


@pytest.mark.parametrize("name", ["github/check", "forgejo/check"])
@pytest.mark.parametrize(("standard", "status"), [(None, 0), ({"schema": "1"}, 1)])
def test_a_push_is_checked(name: str, standard: Tree | None, status: int, tmp_path: Path) -> None:
    forge = opened(tmp_path, GOOD, standard=standard)
    done = forge.run_job(workflow(name)["jobs"]["check"], said(forge))
    assert done.returncode == status, done.stdout + done.stderr


@pytest.mark.parametrize(("name", "branch"), [("github", "gh-pages"), ("forgejo", "pages")])
def test_the_site_is_put_into_its_branch_even_when_a_file_is_wrong(
    name: str, branch: str, tmp_path: Path
) -> None:
    wrong = {"standards/broken/standard.yaml": "schema: 1\n"}
    forge = opened(tmp_path, GOOD)
    git(forge.repository, "update-ref", f"refs/heads/{branch}", forge.head)
    work = tmp_path / "work"
    git(work, "switch", "--quiet", "main")
    git(work, "push", "--quiet", str(forge.repository), f"{committed(work, wrong)}:refs/heads/main")
    done = forge.run_job(workflow(f"{name}/pages")["jobs"]["site"], said(forge))
    assert done.returncode == 0, done.stderr
    names = git(forge.repository, "ls-tree", "-r", "--name-only", branch).splitlines()
    assert {"index.html", "kk/index.html", "ru/s/birth-registration/index.html"} <= set(names)
    assert (".nojekyll" in names) == (name == "github")
    assert git(forge.repository, "rev-list", "--count", branch) == "1"
