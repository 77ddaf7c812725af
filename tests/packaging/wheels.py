"""For which systems and Pythons the index has wheels of all that is locked.

    python tests/packaging/wheels.py [LOCK …]        (make wheels)

The index is asked by uv, once a package; nothing is downloaded. L is Linux on x86-64 and A on arm64
(glibc 2.28), M is macOS 12 on Apple's processors and I on Intel's, W is Windows on x86-64; “-” is a
wheel that is not there, and a dot a package that is not needed there.
"""

import subprocess
import sys
import tomllib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
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


@dataclass(frozen=True)
class System:
    """A system with its processor: its letter in the table, its name, what markers ask of it."""

    letter: str
    name: str
    machine: str
    words: tuple[str, str, str]
    platforms: tuple[str, ...]

    def there(self, python: tuple[int, int], patch: int) -> dict[str, str]:
        """Return the environment of a marker, in CPython of this version."""
        short = f"{python[0]}.{python[1]}"
        said = dict(zip(("sys_platform", "platform_system", "os_name"), self.words, strict=True))
        full = {"python_version": short, "python_full_version": f"{short}.{patch}"}
        name = {"implementation_name": "cpython", "platform_python_implementation": "CPython"}
        return {**said, **full, **name, "platform_machine": self.machine}


def _linux(machine: str) -> tuple[str, ...]:
    newer = (f"manylinux_2_{minor}_{machine}" for minor in range(28, 4, -1))
    return (*newer, *(f"{kind}_{machine}" for kind in ("manylinux2014", "manylinux2010", "linux")))


LINUX, MACOS = ("linux", "Linux", "posix"), ("darwin", "Darwin", "posix")
WINDOWS = ("win32", "Windows", "nt")
SYSTEMS = (
    System("L", "linux-x86_64", "x86_64", LINUX, _linux("x86_64")),
    System("A", "linux-arm64", "aarch64", LINUX, _linux("aarch64")),
    System("M", "macos-arm64", "arm64", MACOS, tuple(mac_platforms((12, 0), "arm64"))),
    System("I", "macos-x86_64", "x86_64", MACOS, tuple(mac_platforms((12, 0), "x86_64"))),
    System("W", "windows-x86_64", "AMD64", WINDOWS, ("win_amd64",)),
)


@cache
def known_tags(system: System, python: tuple[int, int]) -> tuple[Tag, ...]:
    """Return the tags of the wheels that CPython of this version takes there, the best first."""
    short, platforms = f"cp{python[0]}{python[1]}", system.platforms
    native = cpython_tags(python, abis=[short], platforms=platforms)
    return (*native, *compatible_tags(python, interpreter=short, platforms=platforms))


def is_needed(marker: str, system: System, python: tuple[int, int], patch: int = 99) -> bool:
    """Say whether a package with this marker (or "") is installed there, by the newest patch."""
    return not marker or Marker(marker).evaluate(system.there(python, patch))


def best(wheels: Iterable[str], system: System, python: tuple[int, int]) -> str | None:
    """Return the wheel that fits best there, of the names of a package's wheels."""
    tags = known_tags(system, python)
    fits = {
        min(map(tags.index, known)): wheel
        for wheel in sorted(wheels)
        if (known := parse_wheel_filename(wheel)[3].intersection(tags))
    }
    return fits[min(fits)] if fits else None


def cell(wheels: Iterable[str], marker: str, python: tuple[int, int]) -> str:
    """Return a letter for each system: its own, “-” for no wheel, “.” for not needed."""
    names = list(wheels)

    def letter(system: System) -> str:
        if not is_needed(marker, system, python):
            return "."
        return system.letter if best(names, system, python) else "-"

    return "".join(map(letter, SYSTEMS))


def asked(source: Path, *options: str) -> list[Mapping[str, Any]]:
    """Return the packages of a file, each with the wheels that the index has of that version."""
    uv = Path(sys.executable).with_name("uv")
    form = ("--quiet", "--universal", "--python-version", "3.11", "--format", "pylock.toml")
    line = [str(uv), "pip", "compile", *form, *options, str(source)]
    done = subprocess.run(line, stdout=subprocess.PIPE, check=True, encoding="utf-8")
    packages: list[Mapping[str, Any]] = tomllib.loads(done.stdout)["packages"]
    return packages


def names(package: Mapping[str, Any]) -> dict[str, str]:
    """Return the file names of a package's wheels, each with its digest."""
    return {
        unquote(wheel["url"].rpartition("/")[2]): wheel["hashes"]["sha256"]
        for wheel in package.get("wheels", ())
    }


@click.command()
@click.argument("locks", nargs=-1, type=click.Path(exists=True, path_type=Path))
def main(locks: tuple[Path, ...]) -> None:
    """Print the table of LOCKS; requirements/site.txt and build.txt where none is named."""
    found = {
        (p["name"], p["version"]): p for lock in locks or LOCKS for p in asked(lock, "--no-deps")
    }
    click.echo(f"{'':38}" + "    ".join(f"{major}.{minor}" for major, minor in PYTHONS))
    lacking = 0
    for (name, version), package in sorted(found.items()):
        cells = [cell(names(package), package.get("marker", ""), python) for python in PYTHONS]
        lacking += any("-" in letters for letters in cells)
        click.echo(f"{name:26.25}{version:12.11}" + " ".join(f"{letters:7}" for letters in cells))
    click.echo(f"{len(found)} packages, {lacking} of them without a wheel somewhere")


if __name__ == "__main__":
    main()
