"""The workflow of this repository: linters find nothing, and it runs what is promised."""

import re
from typing import Any

import pytest
import yaml

from running import EXPRESSION, scripts, tool
from sites import ROOT
from wheels import PYTHONS

FILE = ROOT / ".github" / "workflows" / "test.yml"
TREE: dict[Any, Any] = yaml.safe_load(FILE.read_text("utf-8"))
MAKEFILE = (ROOT / "Makefile").read_text("utf-8")


def test_zizmor_finds_nothing() -> None:
    """What is passed over by a remark is named here, so that no remark comes in unseen."""
    assert "No findings" in tool("zizmor", "--offline", "--persona", "auditor", FILE)
    passed = re.findall(r"zizmor: (\S+)", FILE.read_text("utf-8"))
    assert passed == ["ignore[unpinned-images]"]


def test_the_workflow_is_what_the_forge_reads() -> None:
    tool("check-jsonschema", "--builtin-schema", "vendor.github-workflows", FILE)


def test_every_script_is_sound_shell_without_expressions() -> None:
    found = list(scripts(TREE))
    assert found
    for script in found:
        assert not EXPRESSION.search(script)
        tool("shellcheck", "--shell", "bash", "-", given=f"set -eo pipefail\n{script}")


def test_actions_of_others_are_named_by_their_digest() -> None:
    uses = [
        step["uses"] for job in TREE["jobs"].values() for step in job["steps"] if "uses" in step
    ]
    assert {use.partition("@")[0] for use in uses} == {"actions/checkout", "actions/setup-python"}
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
