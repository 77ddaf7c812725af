"""A fresh Debian in a folder, into which one can go: what docs/service.md says is done in it."""

import os
import shutil
import subprocess
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

RELEASE = "bookworm"
"""What docs/service.md speaks of."""
PYTHON = "3.11.2"
"""What that Debian has."""
_PATH = "/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin"


@dataclass(frozen=True)
class FreshDebian:
    """A tree of Debian; `environment` is what its programs see."""

    tree: Path
    environment: Mapping[str, str]

    def line(self, *words: str, user: str = "root", **given: str) -> list[str]:
        """Return the line that runs a program in it, as a user of it, with more variables."""
        environment = {"PATH": _PATH, **self.environment, **given}
        variables = [f"{name}={value}" for name, value in environment.items()]
        return ["chroot", f"--userspec={user}", str(self.tree), "env", "-i", *variables, *words]

    def run(self, *words: str) -> str:
        """Run a program in it; it must succeed."""
        return done(self.line(*words))

    def place(self, path: str) -> Path:
        """Return where a path of it lies from outside."""
        return self.tree / path.lstrip("/")


def done(line: list[str]) -> str:
    """Run a program to its end; it must succeed."""
    ended = subprocess.run(line, capture_output=True, check=False, encoding="utf-8")
    assert ended.returncode == 0, f"{line}\n{ended.stdout}{ended.stderr}"
    return ended.stdout


def a_fresh_debian(
    folder: Path, environment: Mapping[str, str], *packages: str, release: str = RELEASE
) -> FreshDebian:
    """Make one, from the packages that this machine may fetch."""
    assert os.geteuid() == 0, "debootstrap needs root: run this as root, in a container"
    found = shutil.which("debootstrap", path=_PATH)
    assert found, "debootstrap is not here: “make servers” installs it"
    tree = folder / "tree"
    include = f"--include={','.join(packages)}"
    done([found, "--variant=minbase", include, release, str(tree)])
    return FreshDebian(tree, environment)
