"""A release: who may do what, in which order, and that its own shell lines do what they are for."""

import re
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
import yaml

from bundle import EXTRAS, PROJECT, PYTHONS
from running import BASH
from sites import ROOT
from wheels import SYSTEMS

TREE: dict[Any, Any] = yaml.safe_load(
    (ROOT / ".github" / "workflows" / "release.yml").read_text("utf-8")
)
JOBS: dict[str, Any] = TREE["jobs"]
MAKEFILE = (ROOT / "Makefile").read_text("utf-8")
PAGE = (ROOT / "docs" / "release.md").read_text("utf-8")


def script(job: str, begins: str) -> str:
    """Return the shell text of the step of a job whose name begins so."""
    (found,) = (
        step["run"] for step in JOBS[job]["steps"] if step.get("name", "").startswith(begins)
    )
    return str(found)


def test_no_job_has_more_power_than_it_needs() -> None:
    """Whoever runs code of ours or of others signs nothing, and whoever signs runs nothing."""
    assert TREE["permissions"] == {}
    assert {name: job["permissions"] for name, job in JOBS.items()} == {
        "build": {"contents": "read"},
        "installed": {},
        "attest": {"id-token": "write", "attestations": "write"},
        "tag": {"contents": "write"},
        "index": {"id-token": "write"},
    }
    assert [name for name, job in JOBS.items() if any("run" in step for step in job["steps"])] == [
        *("build", "installed", "tag"),
    ]
    assert "secrets" not in str(TREE)


def test_nothing_goes_out_that_was_not_built_tried_and_attested() -> None:
    needs = {name: job.get("needs") for name, job in JOBS.items()}
    assert needs == {
        "build": None,
        "installed": "build",
        "attest": "installed",
        "tag": "attest",
        "index": "attest",
    }
    assert TREE[True] == {"push": {"tags": ["v*"]}}  # YAML reads “on” as true


def test_each_bundle_is_installed_on_its_system() -> None:
    matrix = JOBS["installed"]["strategy"]["matrix"]
    assert matrix["bundle"] == [system.name for system in SYSTEMS]
    assert [one["bundle"] for one in matrix["include"]] == matrix["bundle"]
    assert matrix["python"][0] == "3.11"
    assert set(matrix["python"]) <= {f"{major}.{minor}" for major, minor in PYTHONS}


@pytest.mark.parametrize("tag", ["v0.0.9", f"v{PROJECT['version']}"])
def test_a_tag_that_is_not_the_version_ends_the_run(tag: str) -> None:
    line = [*BASH, script("build", "Hold the tag")]
    here = {"GITHUB_REF_NAME": tag, "PATH": f"{Path(sys.executable).parent}:/bin"}
    done = subprocess.run(line, cwd=ROOT, env=here, capture_output=True, check=False, text=True)
    assert (done.returncode == 0) == (tag != "v0.0.9")
    assert ("pyproject.toml says" in done.stderr) == (tag == "v0.0.9")


def test_the_workflow_takes_what_make_release_makes() -> None:
    target = re.search(r"^release: .+?(?=^\S)", MAKEFILE, re.MULTILINE | re.DOTALL)
    assert target
    assert "make release" in script("build", "Make")
    taken = {
        path
        for step in JOBS["build"]["steps"]
        if "upload-artifact" in step.get("uses", "")
        for path in step["with"]["path"].split()
    }
    assert taken == {"dist/*.whl", "dist/*.tar.gz", "dist/*.zip", "dist/SHA256SUMS"}
    for made in ("-m build", "bundle.py", "> SHA256SUMS"):
        assert made in target[0]


def test_the_page_names_what_whoever_claims_the_name_types() -> None:
    for word in (PROJECT["name"], "release.yml", JOBS["index"]["environment"]):
        assert f"`{word}`" in PAGE


def test_the_page_of_installing_names_each_extra_and_each_bundle() -> None:
    page = (ROOT / "docs" / "install.md").read_text("utf-8")
    assert [extra for extra in EXTRAS if f"`{extra}`" not in page] == []
    assert [system.name for system in SYSTEMS if system.name not in page] == []
