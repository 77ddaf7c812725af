"""The archive of this system, installed without a network; a project is built by what it gives."""

import os
import platform
import shutil
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest
import yaml

from bundle import Contents, bundle, contents, resolved
from running import BASH
from sites import ROOT
from wheels import SYSTEMS

pytestmark = [pytest.mark.proof, pytest.mark.xdist_group("packaging")]


def pythons(what: Contents) -> dict[str, str]:
    """Return the Pythons here that the archive is for: our own, pyenv's, and those of the path."""
    found = {}
    for python in what.pythons:
        short = f"{python[0]}.{python[1]}"
        named = sorted(Path.home().glob(f".pyenv/versions/{short}.*/bin/python{short}"))
        place = str(named[-1]) if named else shutil.which(f"python{short}")
        if place:
            found[short] = place
    return {**found, f"{sys.version_info[0]}.{sys.version_info[1]}": sys.executable}


@pytest.fixture(scope="module")
def what() -> Contents:
    base, extras = resolved()
    (system,) = (
        system
        for system in SYSTEMS
        if (system.words[0], system.machine) == (sys.platform, platform.machine())
    )
    return contents(system, base, extras)


@pytest.fixture(scope="module")
def unpacked(what: Contents, tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("bundle")
    with zipfile.ZipFile(bundle(what, folder)) as opened:
        opened.extractall(folder)
    return folder / what.name


def offline(*line: object, cwd: Path) -> str:
    """Run something that sees no network at all, and no setting of pip."""
    asked = ("unshare", "--net", "--map-root-user", *map(str, line))
    ours = {"PYTHONPATH", "VIRTUAL_ENV"}
    here = {
        name: value
        for name, value in os.environ.items()
        if name not in ours and not name.startswith("PIP_")
    }
    done = subprocess.run(
        asked,
        cwd=cwd,
        env={**here, "HOME": str(cwd), "NO_MKDOCS_2_WARNING": "1"},
        capture_output=True,
        check=False,
        encoding="utf-8",
    )
    assert done.returncode == 0, done.stdout + done.stderr
    return done.stdout


def test_all_extras_are_in_it(what: Contents) -> None:
    assert set(what.extras) == {"fast", "import", "pdf", "pictures", "service"}


def test_it_is_installed_and_builds_the_demonstration(
    what: Contents, unpacked: Path, tmp_path: Path
) -> None:
    """By each Python that this machine has: checks, builds, makes a PDF, knows the service."""
    for short, python in pythons(what).items():
        home = tmp_path / short
        home.mkdir()
        said = offline(python, unpacked / "install.py", cwd=home).splitlines()
        talqy = home / ".local" / "bin" / "talqy"
        assert len(said) == 3
        assert all(line.endswith(str(talqy)) for line in said)
        assert what.name.split("-")[1] in offline(talqy, "--version", cwd=home)
        project = home / "project"
        offline(talqy, "init", project, cwd=home)
        shutil.rmtree(project / "standards")
        shutil.copy(ROOT / "mkdocs.yml", project)
        for name in ("standards", "comments"):
            shutil.copytree(ROOT / name, project / name, dirs_exist_ok=True)
        offline(talqy, "check", cwd=project)
        offline(talqy, "build", cwd=project)
        assert (project / "site" / "ru" / "index.html").is_file()
        paper = home / "r1.pdf"
        text = ("text", "birth-registration", "r1", "--language", "ru", "--format", "pdf")
        offline(talqy, "export", *text, "--to", paper, cwd=project)
        assert paper.read_bytes().startswith(b"%PDF-")
        offline(talqy, "service", "run", "--help", cwd=home)


def test_the_lines_of_a_release_install_it_too(
    what: Contents, unpacked: Path, tmp_path: Path
) -> None:
    """The workflow of a release has them, for each system; here they are run on this one."""
    tree = yaml.safe_load((ROOT / ".github" / "workflows" / "release.yml").read_text("utf-8"))
    (script,) = (step["run"] for step in tree["jobs"]["installed"]["steps"] if "run" in step)
    (tmp_path / "dist").mkdir()
    (tmp_path / "dist" / f"{what.name}.zip").symlink_to(unpacked.parent / f"{what.name}.zip")
    path = f"PATH={Path(sys.executable).parent}:{os.environ['PATH']}"
    offline("env", path, f"BUNDLE={what.system.name}", *BASH, script, cwd=tmp_path)
    assert (tmp_path / "text.pdf").read_bytes().startswith(b"%PDF-")


def test_the_same_locks_give_the_same_archive(
    what: Contents, unpacked: Path, tmp_path: Path
) -> None:
    again = bundle(what, tmp_path)
    assert again.read_bytes() == (unpacked.parent / again.name).read_bytes()
