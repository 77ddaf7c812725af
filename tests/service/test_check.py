"""`talqy service check`: each wrong setting is found, with its place and how to mend it."""

import re
import shutil
from collections.abc import Mapping
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest

from postgres import Postgres, a_postgres
from queues import NOON, act, after, taken
from repositories import committed, git
from serving import SECRET_OF_TESTS, a_project_repository, settings_file, sound_files
from sites import ROOT, mkdocs_yml
from talqy.model.problem import Problem
from talqy.service import kinds
from talqy.service.check import wrong_settings
from talqy.service.settings import DATABASE, SECRET
from talqy.service.store.store import Store

SETTINGS = "standards/project.yaml"
INDUSTRY = "Министерство промышленности и строительства}\n"
SOUND = (
    sound_files()[SETTINGS]
    .replace('today: "2026-11-20"', "intake: {url: https://comments.example.kz/}")
    .replace(INDUSTRY, f"{INDUSTRY}    email: talqylau@industry.gov.example\n")
)
ENVIRONMENT = {SECRET: SECRET_OF_TESTS}


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    files = {SETTINGS: SOUND, "mkdocs.yml": mkdocs_yml()}
    a_project_repository(tmp_path / "project", **files)
    return tmp_path


def found(
    root: Path, environment: Mapping[str, str] = ENVIRONMENT, **changed: Any
) -> tuple[Problem, ...]:
    file = settings_file(root, **changed)
    (root / "data").chmod(0o700)
    return wrong_settings(file, environment, NOON)


def codes(problems: tuple[Problem, ...]) -> list[str]:
    return [problem.code for problem in problems]


def test_several_officials_with_one_account_are_told_without_a_desk_too(folder: Path) -> None:
    """One person could say the same as two do."""
    same = {name: {"roles": ["publisher"], "account": "a"} for name in ("aigerim", "berik")}
    (first, second) = found(folder, officials=same)
    assert (first.code, first.path, second.path) == (
        "K48",
        ("officials", "aigerim"),
        ("officials", "berik"),
    )
    assert codes(found(folder, officials={**same, "a": {"roles": ["reader"]}})) == ["K48"] * 3


def test_of_sound_settings_nothing_is_said(folder: Path) -> None:
    assert found(folder) == ()


SPOILED: tuple[tuple[Mapping[str, Any], str], ...] = (
    *(({"address": value}, "K03") for value in ("comments.kz", "http://a.kz/", "https://", "x:y")),
    *(({"address": f"https://a.kz{end}"}, "K03") for end in ("/?a", "/#b", ":99999/", "//a")),
    ({"address": "https://name:word@a.kz/"}, "K03"),
    *(({"listen": value}, "K04") for value in ("8100", ":8100", "a:b", "a:70000", "unix:")),
    ({"listen": "unix:/nowhere/at/all.sock"}, "K04"),
    *(({"listen": value}, "K05") for value in ("0.0.0.0:8100", "[::]:8100", "10.0.0.5:80")),
    *(({"proxies": [value]}, "K06") for value in ("proxy.kz", "10.0.0.1/8", "300.1.1.1")),
    *(({"proxies": [value]}, "K07") for value in ("*", "0.0.0.0/0", "::/0")),
    ({"repository": "nowhere"}, "K08"),
    ({"repository": "data"}, "K08"),
    ({"branch": "nowhere"}, "K20"),
    ({"branch": "--help"}, "K20"),
    ({"folder": "nowhere"}, "K09"),
    ({"data": "nowhere"}, "K14"),
    ({"data": "service.yaml"}, "K14"),
    ({"database": "mysql://a/b"}, "K17"),
    ({"database": "postgresql://nobody@/none?host=/nowhere"}, "K17"),
    ({"schema": "2"}, "F42"),
    ({"adress": "https://a.kz/"}, "F31"),
    ({"processes": 0}, "F32"),
    ({"data": None}, "F30"),
)


@pytest.mark.parametrize(
    ("changed", "code"), SPOILED, ids=lambda value: str(value)[:40].replace("/", " ")
)
def test_a_wrong_setting_is_found_in_its_line(
    folder: Path, changed: Mapping[str, Any], code: str
) -> None:
    wrong = found(folder, **changed)
    (problem,) = [one for one in wrong if one.is_error or one.code == code]
    assert (problem.code, problem.file) == (code, "service.yaml")
    name = next(iter(changed))
    lines = (folder / "service.yaml").read_text("utf-8").splitlines()
    if name == "proxies":
        assert lines[problem.line - 2] == "proxies:"
    elif changed[name] is not None:
        assert lines[problem.line - 1].startswith(f"{name}:")
    assert problem.advised()


@pytest.mark.parametrize(
    ("said", "code"), [("", "K01"), ("qwerty", "K02"), ("ab" * 40, "K02"), ("x" * 31, "K02")]
)
def test_a_secret_is_there_and_cannot_be_guessed(folder: Path, said: str, code: str) -> None:
    (problem,) = found(folder, {SECRET: said})
    assert (problem.code, problem.file) == (code, SECRET)
    assert not said or said not in problem.said() + problem.advised()


def test_whoever_believes_everybody_does_not_begin(folder: Path) -> None:
    """Any address could post as any other, and be counted as it."""
    assert found(folder, proxies=["0.0.0.0/0"])[0].is_error


def test_all_is_said_at_once(folder: Path) -> None:
    wrong = found(folder, {}, address="x", listen="y", proxies=["z"], repository="q", data="w")
    assert sorted(codes(wrong)) == ["K01", "K03", "K04", "K06", "K08", "K14"]


def test_a_password_belongs_to_the_environment(folder: Path) -> None:
    address = "postgresql://talqy:qwerty@/talqy?host=/nowhere"
    wrong = found(folder, database=address)
    assert "K18" in codes(wrong)
    assert "qwerty" not in "".join(problem.said() + problem.advised() for problem in wrong)
    given = found(folder, {**ENVIRONMENT, DATABASE: address})
    assert [(problem.code, problem.file) for problem in given] == [("K17", DATABASE)]
    assert "qwerty" not in given[0].said()


@pytest.mark.parametrize(
    ("settings", "code"),
    [
        (SOUND.replace("intake: {url: https://comments.example.kz/}", ""), "K10"),
        (SOUND.replace("comments.example.kz", "other.example.kz"), "K11"),
        (SOUND + 'today: "2026-11-20"\n', "K12"),
        ("schema: 1\n", "K09"),
    ],
)
def test_what_the_project_says_is_held_to_the_settings(
    folder: Path, settings: str, code: str
) -> None:
    committed(folder / "project", {SETTINGS: settings})
    (problem,) = found(folder)
    assert problem.code == code


def test_a_clock_that_is_behind_what_came_is_told(folder: Path) -> None:
    file = settings_file(folder)
    (folder / "data").chmod(0o700)
    store = Store.opened(folder / "data" / "queue.sqlite")
    store.take(taken(1), act())
    store.close()
    assert wrong_settings(file, ENVIRONMENT, after(2)) == ()
    (problem,) = wrong_settings(file, ENVIRONMENT, NOON - timedelta(days=1))
    assert problem.code == "K13"


def test_a_folder_that_others_may_read_is_told(folder: Path) -> None:
    found(folder)
    (folder / "data").chmod(0o755)
    (problem,) = wrong_settings(folder / "service.yaml", ENVIRONMENT, NOON)
    assert (problem.code, problem.is_error) == ("K15", False)


def test_a_nearly_full_disk_is_told(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    usage = shutil.disk_usage(folder)._replace(free=5 << 20)
    monkeypatch.setattr(shutil, "disk_usage", lambda _: usage)
    (problem,) = found(folder)
    assert (problem.code, "5 MB" in problem.said()) == ("K16", True)


SENDER = "talqy@adilet.example.kz"


@pytest.mark.parametrize(
    "mail",
    [
        {"server": "mail.example.kz", "sender": SENDER},
        {"server": "mail.example.kz:99999", "sender": SENDER},
        {"server": "mail.example.kz:25", "tls": "none", "sender": SENDER},
        {"server": "mail.example.kz:587", "sender": SENDER, "user": "talqy"},
        {"server": "mail.example.kz:587", "sender": "talqy"},
        {"server": "mail.example.kz:587", "sender": f"Талқы <{SENDER}>"},
    ],
)
def test_letters_that_could_not_go_out_are_told_before_they_are_asked_for(
    folder: Path, mail: dict[str, str]
) -> None:
    (problem,) = found(folder, mail=mail)
    assert (problem.code, problem.is_error) == ("K26", True)


def test_a_mail_server_with_its_password_in_the_environment_is_sound(folder: Path) -> None:
    mail = {"server": "mail.example.kz:587", "sender": SENDER, "user": "talqy"}
    file = settings_file(folder, mail=mail)
    (folder / "data").chmod(0o700)
    secrets = {**ENVIRONMENT, "TALQY_MAIL_PASSWORD": "a word"}
    assert wrong_settings(file, secrets, NOON) == ()


def test_letters_without_an_address_of_the_site_are_told(folder: Path) -> None:
    committed(folder / "project", {"mkdocs.yml": "site_name: Talqy\n"})
    assert found(folder) == ()
    mail = {"server": "mail.example.kz:587", "sender": SENDER}
    (problem,) = found(folder, mail=mail)
    assert (problem.code, problem.is_error) == ("K28", False)


def test_an_authority_that_nobody_can_write_to_is_told(folder: Path) -> None:
    text = SOUND.replace("    email: talqylau@industry.gov.example\n", "")
    committed(folder / "project", {SETTINGS: text})
    (problem,) = found(folder)
    assert (problem.code, problem.is_error) == ("K29", False)
    assert "ministry-industry" in problem.said()


@pytest.mark.parametrize("name", ["author", "here", "publisher"])
def test_an_official_called_as_the_log_calls_others_is_told(folder: Path, name: str) -> None:
    (problem,) = found(
        folder, officials={name: {"roles": ["reader"]}, "dana": {"roles": ["reader"]}}
    )
    assert (problem.code, problem.is_error) == ("K34", False)
    assert f"“{name}”" in problem.said()


def test_nothing_is_made_or_changed(folder: Path) -> None:
    before = git(folder / "project", "status", "--porcelain")
    found(folder)
    assert list((folder / "data").iterdir()) == []
    assert git(folder / "project", "status", "--porcelain") == before


def test_a_database_that_does_not_wait_for_its_disk_is_told(folder: Path, postgres: str) -> None:
    """The server of our tests is such a one."""
    wrong = found(folder, database=postgres)
    assert codes(wrong) == ["K19", "K19"]
    assert all(problem.is_error for problem in wrong)


@pytest.mark.proof
def test_a_sound_database_is_sound(folder: Path) -> None:
    with a_postgres(fsync="on", full_page_writes="on") as server:
        assert isinstance(server, Postgres)
        assert found(folder, database=server.address()) == ()


def test_every_kind_is_tried_and_stands_in_the_document() -> None:
    others = ("test_publish_settings.py", "test_followed.py", "test_mailbox.py")
    files = (Path(__file__), *(Path(__file__).with_name(name) for name in others))
    here = {code for file in files for code in re.findall(r"K\d\d", file.read_text("utf-8"))}
    document = (ROOT / "docs" / "service.md").read_text("utf-8")
    known = {kind.code for kind in kinds.ALL}
    assert known - here == set()
    assert set(re.findall(r"^\| (K\d\d) ", document, re.MULTILINE)) == known
