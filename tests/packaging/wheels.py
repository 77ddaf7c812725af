"""For which systems and Pythons the index has wheels of all that is locked.

    python tests/packaging/wheels.py [LOCK …]        (make wheels)

The index is asked by uv, once a package; nothing is downloaded. L is Linux on x86-64 (glibc 2.28),
M is macOS 14 on Apple's processors, W is Windows on x86-64; “-” is a wheel that is not there, and a
dot a package that is not needed there.
"""

import subprocess
import sys
import tomllib
from collections.abc import Iterable, Mapping
from functools import cache
from pathlib import Path
from typing import Any
from urllib.parse import unquote

import click
from packaging.markers import Marker
from packaging.tags import Tag, compatible_tags, cpython_tags, mac_platforms
from packaging.utils import parse_wheel_filename

ROOT = Path(__file__).parents[2]
LOCKS = (ROOT / "requirements" / "site.txt", ROOT / "requirements" / "build.txt")
PYTHONS = ((3, 11), (3, 12), (3, 13), (3, 14), (3, 15))
SYSTEMS = {
    "L": {"sys_platform": "linux", "platform_system": "Linux", "os_name": "posix"},
    "M": {"sys_platform": "darwin", "platform_system": "Darwin", "os_name": "posix"},
    "W": {"sys_platform": "win32", "platform_system": "Windows", "os_name": "nt"},
}
PLATFORMS = {
    "L": [
        *(f"manylinux_2_{minor}_x86_64" for minor in range(28, 4, -1)),
        *("manylinux2014_x86_64", "manylinux2010_x86_64", "manylinux1_x86_64", "linux_x86_64"),
    ],
    "M": list(mac_platforms((14, 0), "arm64")),
    "W": ["win_amd64"],
}


@cache
def known_tags(system: str, python: tuple[int, int]) -> frozenset[Tag]:
    """Return the tags of the wheels that CPython of this version takes on this system."""
    short, platforms = f"cp{python[0]}{python[1]}", PLATFORMS[system]
    native = cpython_tags(python, abis=[short], platforms=platforms)
    return frozenset([*native, *compatible_tags(python, interpreter=short, platforms=platforms)])


def is_needed(marker: str, system: str, python: tuple[int, int]) -> bool:
    """Say whether a package with this marker (or "") is installed there, by the newest patch."""
    short = f"{python[0]}.{python[1]}"
    there = {**SYSTEMS[system], "python_version": short, "python_full_version": f"{short}.99"}
    return not marker or Marker(marker).evaluate({**there, "implementation_name": "cpython"})


def cell(wheels: Iterable[str], marker: str, python: tuple[int, int]) -> str:
    """Return a letter for each system: its own, “-” for no wheel, “.” for not needed."""
    tags = {tag for wheel in wheels for tag in parse_wheel_filename(wheel)[3]}

    def letter(system: str) -> str:
        if not is_needed(marker, system, python):
            return "."
        return "-" if tags.isdisjoint(known_tags(system, python)) else system

    return "".join(map(letter, SYSTEMS))


def asked(lock: Path) -> list[Mapping[str, Any]]:
    """Return the packages of a lock, each with the wheels that the index has of that version."""
    uv = Path(sys.executable).with_name("uv")
    form = ("--quiet", "--no-deps", "--universal", "--python-version", "3.11", "--format")
    line = [str(uv), "pip", "compile", *form, "pylock.toml", str(lock)]
    done = subprocess.run(line, stdout=subprocess.PIPE, check=True, encoding="utf-8")
    packages: list[Mapping[str, Any]] = tomllib.loads(done.stdout)["packages"]
    return packages


def names(package: Mapping[str, Any]) -> list[str]:
    """Return the file names of a package's wheels."""
    return [unquote(wheel["url"].rpartition("/")[2]) for wheel in package.get("wheels", ())]


@click.command()
@click.argument("locks", nargs=-1, type=click.Path(exists=True, path_type=Path))
def main(locks: tuple[Path, ...]) -> None:
    """Print the table of LOCKS; requirements/site.txt and build.txt where none is named."""
    found = {(p["name"], p["version"]): p for lock in locks or LOCKS for p in asked(lock)}
    click.echo(f"{'':38}" + "  ".join(f"{major}.{minor}" for major, minor in PYTHONS))
    lacking = 0
    for (name, version), package in sorted(found.items()):
        cells = [cell(names(package), package.get("marker", ""), python) for python in PYTHONS]
        lacking += any("-" in letters for letters in cells)
        click.echo(f"{name:26.25}{version:12.11}" + " ".join(f"{letters:5}" for letters in cells))
    click.echo(f"{len(found)} packages, {lacking} of them without a wheel somewhere")


if __name__ == "__main__":
    main()
