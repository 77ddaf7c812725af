"""The workflows for forges: linters find nothing, and none has more power than it needs."""

import os
import re
import subprocess
import sys
from hashlib import sha256
from pathlib import Path
from typing import get_args

import pytest
from click.testing import CliRunner

from running import EXPRESSION, SHIPPED, scripts, tool, workflow
from sites import ROOT
from talqy.cli.main import main
from talqy.drafts.new_project import FORGES
from talqy.drafts.own_wheel import own_wheel, wheel_name
from talqy.model.project import Forge as ForgeSettings

GITHUB = ["github/check", "github/comment", "github/gate", "github/pages", "github/preview"]
FORGEJO = ["forgejo/check", "forgejo/gate", "forgejo/pages", "forgejo/preview"]
GITLAB = "gitlab/gitlab-ci"
# What of a merge request may stand in a script: none of it is chosen by its author.
SAFE = {
    *(
        "CI_SERVER_URL",
        "CI_JOB_TOKEN",
        "CI_COMMIT_SHA",
        "CI_MERGE_REQUEST_PROJECT_URL",
        "CI_MERGE_REQUEST_IID",
    ),
    *("CI_MERGE_REQUEST_TARGET_BRANCH_NAME", "CI_MERGE_REQUEST_SOURCE_BRANCH_SHA"),
}


# --- what the files are -------------------------------------------------------------------------


def test_the_documentation_shows_the_very_files_that_are_shipped() -> None:
    def held(folder: Path) -> dict[str, bytes]:
        files = (file for file in folder.rglob("*") if file.is_file())
        return {file.relative_to(folder).as_posix(): file.read_bytes() for file in files}

    assert held(ROOT / "docs" / "forges") == held(SHIPPED)


@pytest.mark.parametrize("name", ["github/pages", "forgejo/pages", GITLAB])
def test_a_site_that_says_less_than_the_record_is_never_published(name: str) -> None:
    """Status 2 says so; what is published on 0 and 1 was never built with `--leave-out`."""
    builds = [script for script in scripts(workflow(name)) if "talqy build" in script]
    assert builds
    for script in builds:
        assert "--leave-out" not in script
        assert re.search(r'talqy build [^\n|]+\|\| status=\$\?\n\[ "\$status" -le 1 \]', script)


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
    assert forge == "none" or is_sound(tmp_path / "new", pinned.read_text("utf-8"))
    assert ("docs/forges.md says how" in made.output) == (forge != "none")
    checked = CliRunner().invoke(main, ["check", "--project", str(tmp_path / "new")])
    unwritten = re.findall(r"project.yaml:(\d+):\d+: error C09", checked.output)
    lines = (tmp_path / "new/standards/project.yaml").read_text("utf-8").splitlines()
    assert any("url:" in lines[int(at) - 1] for at in unwritten) == (forge != "none")
    assert len(found) == {"none": 1, "gitlab": 2, "github": 7}.get(forge, 5)


def is_sound(root: Path, requirements: str) -> bool:
    """Return whether the tool is named by its wheel, and all that is installed by its digest."""
    named = re.search(r"^\./(wheels/\S+) --hash=sha256:([0-9a-f]{64})$", requirements, re.MULTILINE)
    lines = [x for x in joined(requirements) if x.strip() and not x.lstrip().startswith("#")]
    assert len(lines) > 20
    assert all("--hash=sha256:" in line for line in lines)
    return named is not None and named[2] == sha256((root / named[1]).read_bytes()).hexdigest()


def test_the_wheel_is_the_tool_that_runs_and_the_same_each_time(tmp_path: Path) -> None:
    """It has all files of the package, and installs: a command that says its version."""
    wheel = tmp_path / wheel_name()
    wheel.write_bytes(own_wheel())
    assert wheel.read_bytes() == own_wheel()
    subprocess.run([sys.executable, "-m", "venv", tmp_path / "tool"], check=True)
    pip = [
        str(tmp_path / "tool/bin/pip"),
        "install",
        "--quiet",
        "--no-index",
        "--no-deps",
        str(wheel),
    ]
    subprocess.run(pip, check=True)
    (place,) = (tmp_path / "tool").glob("lib/python*/site-packages")
    packages = {"PYTHONPATH": next(path for path in sys.path if path.endswith("site-packages"))}
    said = subprocess.run(
        [tmp_path / "tool/bin/python", "-c", "import talqy.cli.main, talqy; print(talqy.__file__)"],
        env={**os.environ, **packages},
        capture_output=True,
        text=True,
        check=True,
    ).stdout
    assert said.strip() == str(place / "talqy/__init__.py")
    for part in ("requirements.txt", "site_templates/messages/kk.po", "law/calendars/kz.yaml"):
        assert (place / "talqy" / part).is_file()


def test_zizmor_finds_nothing() -> None:
    """What is passed over by a remark is named here, so that no remark comes in unseen."""
    files = [SHIPPED / f"{name}.yml" for name in (*GITHUB, "github/dependabot", *FORGEJO)]
    assert "No findings" in tool("zizmor", "--offline", "--persona", "auditor", *files)
    passed = [found for file in files for found in re.findall(r"zizmor: (\S+)", file.read_text())]
    assert passed == ["ignore[dangerous-triggers]", *["ignore[unpinned-images]"] * 5]


def test_the_workflows_are_what_the_forges_read() -> None:
    files = [SHIPPED / f"{name}.yml" for name in (*GITHUB, *FORGEJO)]
    tool("check-jsonschema", "--builtin-schema", "vendor.github-workflows", *files)
    words = ("--builtin-schema", "vendor.gitlab-ci", "--data-transform", "gitlab-ci")
    tool("check-jsonschema", *words, SHIPPED / f"{GITLAB}.yml")
    weekly = SHIPPED / "github/dependabot.yml"
    tool("check-jsonschema", "--builtin-schema", "vendor.dependabot", weekly)


@pytest.mark.parametrize("name", [*GITHUB, *FORGEJO, GITLAB])
def test_every_script_is_sound_shell(name: str) -> None:
    found = list(scripts(workflow(name)))
    assert found
    for script in found:
        tool("shellcheck", "--shell", "bash", "-", given=f"set -eo pipefail\n{script}")


@pytest.mark.parametrize("name", [*GITHUB, *FORGEJO])
def test_a_workflow_has_no_more_power_than_it_needs(name: str) -> None:
    """No secret, no trigger that lends rights to a stranger's code.

    The only actions are the forge's own that hand files from one job to the next, by their digest.
    """
    text, tree = (SHIPPED / f"{name}.yml").read_text("utf-8"), workflow(name)
    assert not re.search(r"pull_request_target|secrets\.", text)
    used = re.findall(r"\buses: *(\S+)", text)
    assert all(re.fullmatch(r"actions/(up|down)load-artifact@[0-9a-f]{40}", name) for name in used)
    assert len(used) == {"github/gate": 1, "github/preview": 1, "forgejo/preview": 1}.get(
        name, 2 if name.endswith("/pages") else 0
    )
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
def test_what_may_write_installs_nothing(name: str) -> None:
    """Code of others can leave a program in the way of a later step of its job."""
    for parts in workflow(name)["jobs"].values():
        shell = "\n".join(step.get("run", "") for step in parts["steps"])
        if "write" in parts["permissions"].values():
            assert not re.search(r"\bpip\b|apt-get|tool/bin|venv", shell)


@pytest.mark.parametrize("name", [*GITHUB, *FORGEJO, GITLAB])
def test_every_installation_takes_wheels_of_known_digests_alone(name: str) -> None:
    found = [line for script in scripts(workflow(name)) for line in joined(script)]
    installing = [line for line in found if "pip install" in line]
    assert len(installing) == (4 if name == GITLAB else 1)
    assert all("--require-hashes --only-binary :all:" in line for line in installing)


def joined(script: str) -> list[str]:
    """Return the lines of a script, those that go on in the next one put together."""
    return re.sub(r"\\\n\s*", "", script).splitlines()


@pytest.mark.parametrize("name", [*GITHUB, *FORGEJO])
def test_no_expression_stands_in_a_script(name: str) -> None:
    assert not [script for script in scripts(workflow(name)) if EXPRESSION.search(script)]


def test_a_script_of_gitlab_sees_nothing_that_an_author_chooses() -> None:
    text = "\n".join(scripts(workflow(GITLAB)))
    assert set(re.findall(r"\bCI_\w+", text)) == SAFE
    assert "eval" not in text


@pytest.mark.parametrize("name", ["github/preview", "forgejo/preview"])
def test_a_preview_is_of_branches_of_the_repository_and_is_published_nowhere(name: str) -> None:
    """No pull request starts it, and no job of it may write."""
    tree = workflow(name)
    # YAML 1.1 reads the word “on” as true.
    occasions = tree.get("on") or tree[True]
    assert set(occasions) == {"push"}
    assert "batch/**" in occasions["push"]["branches-ignore"]
    assert {"main", "gh-pages" if name.startswith("github") else "pages"} < {
        *occasions["push"]["branches-ignore"]
    }
    (job,) = tree["jobs"].values()
    assert job["permissions"] == {"contents": "read"}
    assert any("talqy export archive" in it and "--preview" in it for it in scripts(tree))


def test_gitlab_builds_no_preview_of_a_fork() -> None:
    rules = workflow(GITLAB)["preview"]["rules"]
    fork = "$CI_MERGE_REQUEST_SOURCE_PROJECT_ID != $CI_MERGE_REQUEST_PROJECT_ID"
    assert {"if": fork, "when": "never"} in rules[:2]
