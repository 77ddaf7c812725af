"""A forge of directories: jobs of workflows are run as a runner would, shell line by shell line.

The text of `run` and `script` comes from the files themselves. Expressions are replaced by what the
forge would say; one that a test does not know is an error.
"""

import os
import re
import shlex
import subprocess
import sys
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import yaml

from builders import Tree, write_project
from repositories import a_repository, committed, git
from sites import mkdocs_yml

SHIPPED = Path(__file__).parents[2] / "generator/talqy/drafts/skeleton/forges"
NUMBER = "7"
BASH = ("bash", "--noprofile", "--norc", "-eo", "pipefail", "-c")
EXPRESSION = re.compile(r"\$\{\{(.+?)\}\}", re.DOTALL)
INSTALL = re.compile(r"python3 -m venv (\S+)\n.*\1/bin/pip install .*\\\n.*")


def workflow(name: str) -> dict[Any, Any]:
    """Read a workflow by its name, such as `github/gate`."""
    tree: dict[Any, Any] = yaml.safe_load((SHIPPED / f"{name}.yml").read_text("utf-8"))
    return tree


def tool(name: str, *words: str | Path, given: str = "") -> str:
    """Run a linter of this environment; it must find nothing."""
    line = [str(Path(sys.executable).with_name(name)), *map(str, words)]
    done = subprocess.run(line, input=given, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout + done.stderr
    return done.stdout + done.stderr


def scripts(tree: Mapping[Any, Any]) -> Iterator[str]:
    """Yield all shell texts of a workflow of any forge."""
    for job in tree.get("jobs", {}).values():
        yield from (step["run"] for step in job["steps"] if "run" in step)
    for job in tree.values():
        if isinstance(job, dict) and "script" in job:
            yield from job["script"]


@dataclass(frozen=True)
class Forge:
    """A repository on a forge, the head of a pull request to it, and a runner's empty folder."""

    repository: Path
    head: str
    runner: Path

    def environment(self) -> dict[str, str]:
        """Return what a runner sets; nothing of this machine's own settings of git."""
        own = {k: v for k, v in os.environ.items() if not k.startswith(("GIT_", "GITHUB_", "CI"))}
        return {
            **own,
            "GIT_CONFIG_GLOBAL": os.devnull,
            "GIT_CONFIG_NOSYSTEM": "1",
            "PYTHONUTF8": "1",
            "NO_MKDOCS_2_WARNING": "1",
            "GITHUB_SERVER_URL": self.repository.parents[1].as_uri(),
            "GITHUB_REPOSITORY": f"{self.repository.parent.name}/{self.repository.stem}",
            "GITHUB_REF": "refs/heads/main",
            "GITHUB_SHA": git(self.repository, "rev-parse", "main"),
            "GITHUB_RUN_ID": "1",
            "GITHUB_OUTPUT": str(self.runner / "output"),
            "GITHUB_STEP_SUMMARY": str(self.runner / "summary.md"),
            "CI_MERGE_REQUEST_PROJECT_URL": str(self.repository.with_suffix("")),
            "CI_MERGE_REQUEST_TARGET_BRANCH_NAME": "main",
            "CI_MERGE_REQUEST_IID": NUMBER,
            "CI_SERVER_URL": "https://forge.example",
            "CI_COMMIT_SHA": self.head,
        }

    def run_job(
        self, job: Mapping[str, Any], said: Mapping[str, str], **more: str
    ) -> subprocess.CompletedProcess[str]:
        """Run the steps of a job until one fails, and answer the last that ran."""
        done = subprocess.CompletedProcess[str]([], 0, "", "")
        for step in job["steps"]:
            if "run" not in step:  # an action: the test does what it does
                continue
            words = {**job.get("env", {}), **step.get("env", {})}
            settings = {name: filled(text, said) for name, text in words.items()}
            done = self.run(step["run"], {**settings, **more})
            if done.returncode:
                break
        return done

    def run(self, script: str, more: Mapping[str, str]) -> subprocess.CompletedProcess[str]:
        """Run one shell text in the runner's folder; the tool is linked, not installed."""
        script = INSTALL.sub(lambda found: f"ln -s {shlex.quote(sys.prefix)} {found[1]}", script)
        return subprocess.run(
            [*BASH, script],
            cwd=self.runner,
            env={**self.environment(), **more},
            capture_output=True,
            text=True,
            check=False,
        )

    def outputs(self) -> dict[str, str]:
        """Return the outputs that the steps so far have left."""
        lines = (self.runner / "output").read_text("utf-8").splitlines()
        return dict(line.split("=", 1) for line in lines)


def filled(text: str, said: Mapping[str, str]) -> str:
    """Put what the forge says into the expressions of a text."""
    return EXPRESSION.sub(lambda found: said[" ".join(found[1].split())], text)


def published(work: Path, place: Path, base: str, head: str) -> Path:
    """Put a repository on the forge, with a pull request that somebody has opened from a fork."""
    place.mkdir(parents=True)
    git(place, "init", "--quiet", "--bare", "--initial-branch", "main")
    request = (f"{head}:refs/pull/{NUMBER}/head", f"{head}:refs/merge-requests/{NUMBER}/head")
    git(work, "push", "--quiet", str(place), f"{base}:refs/heads/main", *request)
    return place


def opened(
    folder: Path,
    change: Mapping[str, Tree | str],
    files: Mapping[str, str | bytes] | None = None,
    **base: Any,
) -> Forge:
    """Put a project on a forge, with a pull request from a fork that makes a change."""
    work = a_repository(folder / "work")
    own = {"requirements.txt": "", "mkdocs.yml": mkdocs_yml(), **(files or {})}
    write_project(work, files=own, **base)
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
    """Return what the forge says for the expressions of the gate and of the letter's writer."""
    request, run = "github.event.pull_request", "github.event.workflow_run"
    choices = {
        f"{request}.head.repo.full_name != github.repository && 'single' || "
        f"startsWith({request}.head.ref, 'batch/') && 'batch' || 'authority'": profile,
        f"{run}.head_repository.full_name != github.repository && 'fork' || 'here'": (
            "fork" if profile == "single" else "here"
        ),
        f"{run}.head_repository.full_name != github.repository && 'single' || "
        f"startsWith({run}.head_branch, 'batch/') && 'batch' || 'authority'": profile,
    }
    return {
        "github.token": "no-token",
        "github.server_url": "https://forge.example",
        f"{request}.base.ref": "main",
        f"{request}.head.sha": forge.head,
        f"{request}.number": NUMBER,
        "github.event.repository.default_branch": "main",
        f"{run}.head_sha": forge.head,
        **choices,
        **{f"needs.judge.outputs.{name}": value for name, value in more.items()},
    }
