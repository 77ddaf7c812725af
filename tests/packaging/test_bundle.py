"""The archive for machines without a network: what is in it, and what its installer refuses."""

import json
import shutil
import subprocess
import sys
import zipfile
from collections.abc import Mapping
from hashlib import sha256
from pathlib import Path
from typing import Any

import pytest
from packaging.requirements import Requirement

from bundle import PYTHONS, Contents, contents, packed
from wheels import ROOT, SYSTEMS, System

BY_NAME = {system.name: system for system in SYSTEMS}
LINUX, WINDOWS, INTEL = (
    BY_NAME[name] for name in ("linux-x86_64", "windows-x86_64", "macos-x86_64")
)


def package(name: str, *tags: str, version: str = "1", marker: str = "") -> Mapping[str, Any]:
    """Return a package as the index tells of it; a wheel's bytes are its name."""
    files = [f"{name}-{version}-{tag}.whl" for tag in tags]
    wheels = [
        {
            "url": f"https://index.example/{file}",
            "hashes": {"sha256": sha256(file.encode()).hexdigest()},
        }
        for file in files
    ]
    return {"name": name, "version": version, "wheels": wheels, "marker": marker}


BASE = [
    package("pip", "py3-none-any"),
    package("pure", "py3-none-any"),
    package("old", "py3-none-any", marker="python_full_version < '3.11.5'"),
    package(
        "native",
        *(
            f"cp3{minor}-cp3{minor}-{platform}"
            for minor in (11, 12, 13)
            for platform in (
                *("manylinux_2_17_x86_64", "musllinux_1_2_x86_64", "manylinux_2_39_x86_64"),
                *("win_amd64", "macosx_11_0_x86_64"),
            )
        ),
    ),
]
EXTRAS = {
    "papers": [package("papers", "cp39-abi3-manylinux2014_x86_64", "cp39-abi3-win_amd64")],
    "quick": [
        package("quick", "cp311-cp311-manylinux2014_x86_64", marker="python_version < '3.12'")
    ],
}


def an_archive(folder: Path, system: System = LINUX) -> Path:
    """Pack an archive of packages that are made up."""
    what = contents(system, BASE, EXTRAS)
    wheels = folder / "fetched"
    wheels.mkdir(parents=True, exist_ok=True)
    for python in what.pythons:
        for patch in (0, 99):
            for name in what.needed(python, patch).values():
                (wheels / name).write_text(name, "utf-8")
    (wheels / "talqy-0-py3-none-any.whl").write_text("talqy", "utf-8")
    return packed(what, wheels, folder)


def unpacked(archive: Path) -> Path:
    with zipfile.ZipFile(archive) as opened:
        opened.extractall(archive.parent)
    return archive.parent / archive.stem


def test_a_python_without_all_wheels_and_an_extra_without_one_are_left_out() -> None:
    found: dict[str, Contents] = {
        system.name: contents(system, BASE, EXTRAS) for system in (LINUX, WINDOWS, INTEL)
    }
    assert {what.pythons for what in found.values()} == {((3, 11), (3, 12), (3, 13))}
    assert {name: what.extras for name, what in found.items()} == {
        "linux-x86_64": ("papers", "quick"),
        "windows-x86_64": ("papers",),
        "macos-x86_64": (),
    }
    assert json.loads(found["macos-x86_64"].said())["pythons"] == ["3.11", "3.12", "3.13"]


def test_of_each_package_the_wheel_is_taken_that_fits_the_oldest_system() -> None:
    needed = contents(LINUX, BASE, EXTRAS).needed((3, 13), 99)
    assert needed["native==1"] == "native-1-cp313-cp313-manylinux_2_17_x86_64.whl"


def test_what_only_the_first_patches_of_a_python_need_is_there(tmp_path: Path) -> None:
    what = contents(LINUX, BASE, EXTRAS)
    assert "old==1" in what.needed((3, 11), 0)
    assert "old==1" not in what.needed((3, 11), 99)
    assert (unpacked(an_archive(tmp_path)) / "wheels" / "old-1-py3-none-any.whl").is_file()


def test_pip_is_told_the_digest_of_each_wheel_and_of_no_other(tmp_path: Path) -> None:
    folder = unpacked(an_archive(tmp_path))
    lines = (folder / "requirements.txt").read_text("utf-8").splitlines()
    told = {word.partition("sha256:")[2] for line in lines for word in line.split() if ":" in word}
    wheels = list((folder / "wheels").iterdir())
    assert told == {sha256(wheel.read_bytes()).hexdigest() for wheel in wheels}
    asked = [Requirement(line.split(" --hash")[0]) for line in lines]
    assert {one.name for one in asked} == {wheel.name.split("-")[0] for wheel in wheels}
    (old,) = (one for one in asked if one.name == "old")
    assert str(old.marker) == 'python_full_version < "3.11.5"'


def test_each_file_has_its_digest(tmp_path: Path) -> None:
    folder = unpacked(an_archive(tmp_path))
    lines = (folder / "SHA256SUMS").read_text("utf-8").splitlines()
    told = {name: one for one, _, name in (line.partition("  ") for line in lines)}
    files = {file.relative_to(folder).as_posix(): file for file in folder.rglob("*.*")}
    assert told == {name: sha256(file.read_bytes()).hexdigest() for name, file in files.items()}


def test_the_same_locks_give_the_same_bytes(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    first = an_archive(tmp_path / "one").read_bytes()
    assert an_archive(tmp_path / "two").read_bytes() == first
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1764547200")
    with zipfile.ZipFile(an_archive(tmp_path / "three")) as opened:
        assert {entry.date_time for entry in opened.infolist()} == {(2025, 12, 1, 0, 0, 0)}


def test_a_system_has_its_own_command_and_its_own_line_ends(tmp_path: Path) -> None:
    linux = unpacked(an_archive(tmp_path / "linux"))
    windows = unpacked(an_archive(tmp_path / "windows", WINDOWS))
    assert {file.suffix for file in linux.glob("install.*")} == {".py", ".sh"}
    assert {file.suffix for file in windows.glob("install.*")} == {".py", ".cmd"}
    assert b"\r" not in (linux / "INSTALL.txt").read_bytes()
    assert (windows / "install.cmd").read_bytes().startswith(b"@echo off\r\n")
    with zipfile.ZipFile(linux.parent / f"{linux.name}.zip") as opened:
        entry = opened.getinfo(f"{linux.name}/install.sh")
    assert entry.external_attr >> 16 & 0o777 == 0o755


def test_the_first_page_is_in_all_three_languages() -> None:
    text = (ROOT / "bundle" / "INSTALL.txt").read_text("utf-8")
    heads = [line for line in text.splitlines() if line.isupper()]
    assert heads == ["TALQY", "ҚАЗАҚША", "ПО-РУССКИ", "ENGLISH"]
    assert text.count("sh install.sh\n") == text.count("install.cmd (") == 3


def test_the_commands_look_for_each_python_that_may_be_in_it() -> None:
    newest_first = [f"{major}.{minor}" for major, minor in reversed(PYTHONS)]
    sh, cmd = ((ROOT / "bundle" / f"install.{end}").read_text("utf-8") for end in ("sh", "cmd"))
    assert f"in {' '.join(f'python{one}' for one in newest_first)} python3;" in sh
    assert f"in ({' '.join(newest_first)})" in cmd


def installed(folder: Path, *words: object, status: int = 2) -> str:
    """Run the installer of a folder; return what it says."""
    line = [sys.executable, str(folder / "install.py"), *map(str, words)]
    done = subprocess.run(line, capture_output=True, check=False, encoding="utf-8")
    assert done.returncode == status, done.stdout + done.stderr
    assert "Traceback" not in done.stderr
    return done.stdout


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return unpacked(an_archive(tmp_path))


@pytest.mark.parametrize("spoiled", ["wheels/pure-1-py3-none-any.whl", "requirements.txt"])
def test_a_file_that_is_not_what_it_was_is_named_and_nothing_is_made(
    spoiled: str, folder: Path
) -> None:
    (folder / spoiled).write_text("something else", "utf-8")
    said = installed(folder, folder / "made")
    assert said.count(spoiled) == 3
    assert not (folder / "made").exists()


def test_a_file_that_is_missing_is_named(folder: Path) -> None:
    (folder / "wheels" / "pure-1-py3-none-any.whl").unlink()
    assert "pure-1-py3-none-any.whl" in installed(folder, folder / "made")


@pytest.mark.parametrize(
    ("key", "value", "words"),
    [
        ("pythons", ["3.9", "3.10"], "3.9, 3.10"),
        ("platform", "plan9", "plan9"),
        ("machine", "z80", "z80"),
    ],
)
def test_another_python_and_another_system_are_refused(
    key: str, value: object, words: str, folder: Path
) -> None:
    said = folder / "bundle.json"
    said.write_text(json.dumps({**json.loads(said.read_text("utf-8")), key: value}), "utf-8")
    lines = installed(folder, folder / "made").splitlines()
    assert len(lines) == 3
    assert all(words in line for line in lines)


def test_a_folder_with_files_of_somebody_is_left_as_it_is(folder: Path) -> None:
    theirs = folder / "theirs"
    theirs.mkdir()
    (theirs / "letter.txt").write_text("…", "utf-8")
    assert "theirs" in installed(folder, theirs)
    assert [file.name for file in theirs.iterdir()] == ["letter.txt"]


def test_what_pip_refuses_is_said_without_a_traceback(folder: Path) -> None:
    """The wheels of this archive are none; half an environment is not left."""
    assert len(installed(folder, folder / "made", status=1).splitlines()) == 3
    assert not (folder / "made").exists()


def test_the_commands_are_sound(tmp_path: Path) -> None:
    shellcheck = Path(sys.executable).with_name("shellcheck")
    subprocess.run([str(shellcheck), str(ROOT / "bundle" / "install.sh")], check=True)
    shutil.copy(ROOT / "bundle" / "install.sh", tmp_path)
    (tmp_path / "install.py").write_text("import sys; print(sys.argv[1:])", "utf-8")
    line = ["sh", str(tmp_path / "install.sh"), "a folder"]
    done = subprocess.run(line, capture_output=True, check=True, encoding="utf-8")
    assert done.stdout == "['a folder']\n"
