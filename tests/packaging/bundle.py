"""One archive a system, from which the tool is installed where no index is reached.

    python tests/packaging/bundle.py [SYSTEM …] [--to DIST]        (make bundle)

It holds all wheels for each Python that has them all, and what lies in `bundle/`: the installer and
the page to begin with. An extra of which some wheel is missing for that system is left out, and
`bundle.json` says so. The same locks give the same bytes.
"""

import json
import os
import subprocess
import sys
import tempfile
import time
import tomllib
import zipfile
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path
from typing import Any

import click

from wheels import ROOT, SYSTEMS, System, asked, best, is_needed, names

PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]
EXTRAS: tuple[str, ...] = tuple(PROJECT["optional-dependencies"])
LOCKS = tuple(ROOT / "requirements" / f"{name}.txt" for name in ("extras", "service", "build"))
# Those for which a release is made: of newer Pythons no wheel of every package may be there yet.
PYTHONS = ((3, 11), (3, 12), (3, 13), (3, 14), (3, 15))
# The first patches have other markers than the last.
PATCHES = (0, 99)
# What hatchling writes where nothing is said.
DAY = 1580601600

Package = Mapping[str, Any]


@dataclass(frozen=True)
class Contents:
    """What the archive of a system holds, and for whom."""

    system: System
    pythons: tuple[tuple[int, int], ...]
    extras: tuple[str, ...]
    packages: tuple[Package, ...]

    @property
    def name(self) -> str:
        """Return the name of the archive, and of the one folder in it."""
        return f"talqy-{PROJECT['version']}-{self.system.name}"

    def needed(self, python: tuple[int, int], patch: int) -> dict[str, str]:
        """Return the requirements of a Python, each with its one wheel."""
        return {
            f"{package['name']}=={package['version']}": wheel
            for package in self.packages
            if is_needed(package.get("marker", ""), self.system, python, patch)
            and (wheel := best(names(package), self.system, python))
        }

    def lock(self, own: Path) -> str:
        """Return what the installer hands to pip: all that is in the archive, with its digests."""
        lines = []
        for package in self.packages:
            marker = f" ; {package['marker']}" if package.get("marker") else ""
            digests = sorted(
                names(package)[wheel]
                for wheel in {
                    wheel
                    for python in self.pythons
                    for patch in PATCHES
                    for pin, wheel in self.needed(python, patch).items()
                    if pin == f"{package['name']}=={package['version']}"
                }
            )
            if digests:
                pin = f"{package['name']}=={package['version']}{marker}"
                lines.append(" ".join((pin, *(f"--hash=sha256:{one}" for one in digests))))
        lines.append(f"talqy=={PROJECT['version']} --hash=sha256:{digest(own)}")
        return "\n".join(sorted(lines)) + "\n"

    def said(self) -> str:
        """Return what the archive says of itself."""
        pythons = [f"{major}.{minor}" for major, minor in self.pythons]
        kind, machine = self.system.words[0], self.system.machine
        tree = {"version": PROJECT["version"], "platform": kind, "machine": machine}
        return json.dumps({**tree, "pythons": pythons, "extras": self.extras}, indent=2) + "\n"


def digest(file: Path) -> str:
    """Return the digest of a file."""
    return sha256(file.read_bytes()).hexdigest()


def is_whole(packages: Iterable[Package], system: System, python: tuple[int, int]) -> bool:
    """Say whether each package that a Python needs there has a wheel."""
    return all(
        best(names(package), system, python)
        for package in packages
        for patch in PATCHES
        if is_needed(package.get("marker", ""), system, python, patch)
    )


def contents(system: System, base: list[Package], extras: Mapping[str, list[Package]]) -> Contents:
    """Return the Pythons that have all the base needs, and the extras that all of them have."""
    pythons = tuple(python for python in PYTHONS if is_whole(base, system, python))
    whole = tuple(
        extra
        for extra, packages in extras.items()
        if all(is_whole(packages, system, python) for python in pythons)
    )
    both = [*base, *(package for extra in whole for package in extras[extra])]
    by_name = {(package["name"], package["version"]): package for package in both}
    return Contents(system, pythons, whole, tuple(by_name[key] for key in sorted(by_name)))


def resolved() -> tuple[list[Package], dict[str, list[Package]]]:
    """Return what the tool needs, and what with each extra; each wheel is one of the locks."""
    locked = "".join(lock.read_text("utf-8") for lock in LOCKS)
    bounds = [word for lock in LOCKS for word in ("--constraint", str(lock))]

    def known(*options: str) -> list[Package]:
        found = asked(ROOT / "pyproject.toml", *bounds, *options)
        assert all(one in locked for package in found for one in names(package).values())
        return found

    (pip,) = (one for one in asked(LOCKS[-1], "--no-deps") if one["name"] == "pip")
    return [*known(), pip], {extra: known("--extra", extra) for extra in EXTRAS}


def fetch(what: Contents, folder: Path) -> None:
    """Fetch the wheels by pip, which looks at the digest of each."""
    pip = (sys.executable, "-m", "pip", "--disable-pip-version-check", "download", "-qq")
    kinds = [f"--platform={platform}" for platform in what.system.platforms]
    digests = {name: one for package in what.packages for name, one in names(package).items()}
    for major, minor in what.pythons:
        asked_for = {
            tuple(what.needed((major, minor), patch).items()): f"{major}.{minor}.{patch}"
            for patch in PATCHES
        }
        for needed, python in asked_for.items():
            lines = [f"{pin} --hash=sha256:{digests[wheel]}" for pin, wheel in needed]
            lock = folder.with_name("needed.txt")
            lock.write_text("\n".join(lines), "utf-8")
            target = ("--implementation=cp", f"--python-version={python}", *kinds)
            words = ("--no-deps", "--only-binary=:all:", "--require-hashes", *target)
            subprocess.run([*pip, *words, "-r", lock, "-d", folder], check=True)


def built(folder: Path) -> Path:
    """Make the wheel of the tool itself, and return it."""
    line = (sys.executable, "-m", "build", "--no-isolation", "--wheel", "--outdir", folder, ROOT)
    subprocess.run(line, check=True, stdout=subprocess.DEVNULL)
    return next(folder.glob("talqy-*.whl"))


def papers(what: Contents, own: Path) -> dict[str, bytes]:
    """Return the files of the archive that are no wheels."""
    windows = what.system.words is SYSTEMS[-1].words
    other = ".sh" if windows else ".cmd"
    texts = {
        file.name: file.read_text("utf-8")
        for file in (ROOT / "bundle").iterdir()
        if file.is_file() and file.suffix != other
    }
    texts |= {"requirements.txt": what.lock(own), "bundle.json": what.said()}
    return {
        # Notepad and cmd want their line ends.
        name: (text.replace("\n", "\r\n") if windows else text).encode()
        for name, text in texts.items()
    }


def packed(what: Contents, wheels: Path, to: Path) -> Path:
    """Write the archive of a system, with the digest of each file, and return it."""
    files = {f"wheels/{file.name}": file.read_bytes() for file in wheels.iterdir()}
    files |= papers(what, next(wheels.glob("talqy-*.whl")))
    sums = (f"{sha256(files[name]).hexdigest()}  {name}\n" for name in sorted(files))
    files["SHA256SUMS"] = "".join(sums).encode()
    day = time.gmtime(int(os.environ.get("SOURCE_DATE_EPOCH", DAY)))[:6]
    archive = to / f"{what.name}.zip"
    with zipfile.ZipFile(archive, "w") as opened:
        for name in sorted(files):
            entry = zipfile.ZipInfo(f"{what.name}/{name}", day)
            entry.create_system = 3  # so that permissions are read
            entry.external_attr = (0o100755 if name.endswith(".sh") else 0o100644) << 16
            wheel = name.startswith("wheels/")
            entry.compress_type = zipfile.ZIP_STORED if wheel else zipfile.ZIP_DEFLATED
            opened.writestr(entry, files[name])
    return archive


def bundle(what: Contents, to: Path) -> Path:
    """Fetch and pack all of a system."""
    with tempfile.TemporaryDirectory() as folder:
        wheels = Path(folder) / "wheels"
        wheels.mkdir()
        fetch(what, wheels)
        built(wheels)
        return packed(what, wheels, to)


@click.command()
@click.argument("systems", nargs=-1, type=click.Choice([system.name for system in SYSTEMS]))
@click.option("--to", default="dist", type=click.Path(file_okay=False, path_type=Path))
def main(systems: tuple[str, ...], to: Path) -> None:
    """Make the archives of SYSTEMS; of all where none is named."""
    to.mkdir(parents=True, exist_ok=True)
    base, extras = resolved()
    for system in SYSTEMS:
        if system.name in (systems or (system.name,)):
            what = contents(system, base, extras)
            archive = bundle(what, to)
            pythons = ", ".join(f"{major}.{minor}" for major, minor in what.pythons)
            size = archive.stat().st_size / 1_000_000
            click.echo(f"{archive} ({size:.0f} MB): {pythons}; {', '.join(what.extras)}")


if __name__ == "__main__":
    main()
