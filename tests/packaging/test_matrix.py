"""The workflows of this repository: linters find nothing, and they run what is promised."""

import re
from typing import Any

import pytest
import yaml

from running import EXPRESSION, scripts, tool
from sites import ROOT
from wheels import PYTHONS

FOLDER = ROOT / ".github" / "workflows"
TREES: dict[str, dict[Any, Any]] = {
    file.stem: yaml.safe_load(file.read_text("utf-8")) for file in FOLDER.glob("*.yml")
}
TREE, RELEASE = TREES["test"], TREES["release"]
OTHERS = {"actions/attest-build-provenance", "pypa/gh-action-pypi-publish"}
MAKEFILE = (ROOT / "Makefile").read_text("utf-8")


@pytest.mark.parametrize(
    ("name", "remarks"), [("test", ["ignore[unpinned-images]"]), ("release", [])]
)
def test_zizmor_finds_nothing(name: str, remarks: list[str]) -> None:
    """What is passed over by a remark is named here, so that no remark comes in unseen."""
    file = FOLDER / f"{name}.yml"
    assert "No findings" in tool("zizmor", "--offline", "--persona", "auditor", file)
    assert re.findall(r"zizmor: (\S+)", file.read_text("utf-8")) == remarks


def test_a_workflow_is_what_the_forge_reads() -> None:
    files = (FOLDER / f"{name}.yml" for name in TREES)
    tool("check-jsonschema", "--builtin-schema", "vendor.github-workflows", *files)


@pytest.mark.parametrize("name", TREES)
def test_every_script_is_sound_shell_without_expressions(name: str) -> None:
    found = list(scripts(TREES[name]))
    assert found
    for script in found:
        assert not EXPRESSION.search(script)
        tool("shellcheck", "--shell", "bash", "-", given=f"set -eo pipefail\n{script}")


def test_actions_of_others_are_named_by_their_digest() -> None:
    uses = [
        step["uses"]
        for tree in TREES.values()
        for job in tree["jobs"].values()
        for step in job["steps"]
        if "uses" in step
    ]
    ours = {f"actions/{name}" for name in ("checkout", "setup-python")}
    ours |= {f"actions/{name}-artifact" for name in ("upload", "download")}
    assert {use.partition("@")[0] for use in uses} == ours | OTHERS
    assert all(re.fullmatch(r"[0-9a-f]{40}", use.partition("@")[2]) for use in uses)


@pytest.mark.parametrize("job", TREE["jobs"])
def test_a_job_may_read_and_no_more(job: str) -> None:
    assert TREE["permissions"] == {}
    assert TREE["jobs"][job]["permissions"] == {"contents": "read"}


def test_the_quick_tests_run_on_every_system_with_every_python() -> None:
    matrix = TREE["jobs"]["quick"]["strategy"]["matrix"]
    assert [system.partition("-")[0] for system in matrix["system"]] == [
        "ubuntu",
        "macos",
        "windows",
    ]
    assert matrix["python"] == [f"{major}.{minor}" for major, minor in PYTHONS]


def test_the_workflow_runs_and_installs_what_make_does() -> None:
    """There is no make on every system, so that its lines stand here once more."""
    text = "\n".join(scripts(TREE))
    quick = re.search(r"^QUICK := (.+)$", MAKEFILE, re.MULTILINE)
    assert quick
    assert f"pytest -n 2 {quick[1]}\n" in f"{text}\n"
    for words in re.findall(r"pip install (.+)", text):
        assert any(line.endswith(words) for line in re.findall(r"install --quiet (.+)", MAKEFILE))
