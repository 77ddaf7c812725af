"""Settings of publishing: what is wrong with them is found, and nobody is kept from commenting."""

from collections.abc import Mapping
from pathlib import Path
from typing import Any

import pytest

from queues import NOON
from repositories import committed, git
from serving import SECRET_OF_TESTS, a_project_repository, settings_file, sound_files
from talqy.model.problem import Problem
from talqy.service.check import wrong_settings
from talqy.service.settings import SECRET

SETTINGS = "standards/project.yaml"
INDUSTRY = "Министерство промышленности и строительства}\n"
SOUND = (
    sound_files()[SETTINGS]
    .replace(
        'today: "2026-11-20"', "intake: {url: https://comments.example.kz/}\ngate: {batch: 100}"
    )
    .replace(INDUSTRY, f"{INDUSTRY}    email: talqylau@industry.gov.example\n")
)
DESK: Mapping[str, Any] = {"name": "Desk", "email": "desk@noreply.example.kz"}
OFFICIALS = {"aigerim": {"roles": ["publisher"]}, "berik": {"roles": ["reader"]}}


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    a_project_repository(tmp_path / "project", **{SETTINGS: SOUND})
    git(tmp_path, "clone", "--quiet", "--bare", "project", "own.git")
    return tmp_path


def wrong(folder: Path, **publish: Any) -> tuple[Problem, ...]:
    said = {name: value for name, value in {**DESK, **publish}.items() if value is not None}
    changed = {"publish": said, "officials": OFFICIALS, "repository": "own.git"}
    file = settings_file(folder, **changed)
    (folder / "data").chmod(0o700)
    return wrong_settings(file, {SECRET: SECRET_OF_TESTS}, NOON)


@pytest.mark.parametrize("way", ["batch", "straight"])
def test_of_sound_settings_nothing_is_said(way: str, folder: Path) -> None:
    assert wrong(folder, way=way) == ()
    assert wrong(folder, way=way, remote=str(folder / "project")) == ()


@pytest.mark.parametrize(
    ("publish", "code", "is_error"),
    [
        ({"remote": "https://name:word@git.example.kz/a.git"}, "K21", True),
        ({"remote": "https://name@git.example.kz/a.git"}, "K21", True),
        ({"api": "https://name@git.example.kz/api"}, "K21", True),
        ({"persons": "2"}, "K25", False),
        ({"remote": "nowhere.git"}, "K24", False),
        ({"remote": "--upload-pack=touch hacked"}, "K24", False),
        ({"way": "sideways"}, "F33", True),
        ({"persons": "3"}, "F32", True),
        ({"minutes": "0"}, "F32", True),
        ({"name": None}, "F30", True),
        ({"token": "x"}, "F31", True),
    ],
)
def test_a_wrong_setting_is_found(
    publish: Mapping[str, Any], code: str, *, is_error: bool, folder: Path
) -> None:
    (problem,) = wrong(folder, **publish)
    assert (problem.code, problem.is_error, problem.file) == (code, is_error, "service.yaml")
    assert not (folder / "hacked").exists()


def test_what_the_project_lacks_is_found(folder: Path) -> None:
    committed(folder / "project", {SETTINGS: SOUND.replace("gate: {batch: 100}", "")})
    git(folder / "own.git", "fetch", "--quiet", str(folder / "project"), "main:main")
    (problem,) = wrong(folder)
    assert (problem.code, problem.is_error, problem.file) == ("K22", False, SETTINGS)


def test_a_branch_beneath_somebodys_files_is_found(folder: Path) -> None:
    changed = {"publish": {**DESK, "way": "straight"}, "officials": OFFICIALS}
    file = settings_file(folder, **changed)
    (folder / "data").chmod(0o700)
    (problem,) = wrong_settings(file, {SECRET: SECRET_OF_TESTS}, NOON)
    assert (problem.code, problem.is_error) == ("K23", False)
