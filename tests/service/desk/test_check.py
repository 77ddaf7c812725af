"""What is wrong with the part “desk” of the settings: each kind, with its place."""

import re
from collections.abc import Mapping
from functools import cache
from pathlib import Path
from typing import Any

import pytest

from serving import SOUND, settings_of
from sites import ROOT
from talqy.model.project import Project
from talqy.project.load import read_project
from talqy.service.desk import kinds
from talqy.service.desk.checking import wrong_desk
from talqy.service.desk.work import asked_kinds

DESK = {"address": "https://desk.example.kz/"}
PEOPLE = {"aigerim": {"roles": ["publisher"], "account": "a.s@example.kz"}}


def codes(root: Path, desk: Mapping[str, Any], officials: Mapping[str, Any]) -> list[str]:
    settings = settings_of(root, desk={**DESK, **desk}, officials=officials)
    return [one.code for one in wrong_desk(settings, project(), "service.yaml")]


@cache
def project() -> Project:
    """Return the settings of the small sound project."""
    register = read_project(SOUND).register
    assert register
    return register.project


@pytest.mark.parametrize(
    ("desk", "code"),
    [
        *(({"address": value}, "K40") for value in ("desk.kz", "http://a.kz/", "https://a.kz/?b")),
        *(({"address": value}, "K40") for value in ("https://a@b.kz/", "https://a.kz:99999/")),
        ({"address": "https://comments.example.kz/desk/"}, "K41"),
        *(({"listen": value}, "K42") for value in ("8200", "a:b", "unix:", "unix:/nowhere/x")),
        ({"listen": "0.0.0.0:8200"}, "K43"),
        *(({"proxies": [value]}, "K44") for value in ("*", "0.0.0.0/0", "::/0", "proxy.kz")),
        *(({"header": value}, "K45") for value in ("Cookie", "user-agent", "X User", "X:Y", "х")),
        ({"leave": "javascript:alert(1)"}, "K46"),
    ],
)
def test_each_setting_is_looked_at(desk: dict[str, Any], code: str, tmp_path: Path) -> None:
    assert codes(tmp_path, desk, PEOPLE) == [code]


def test_sound_settings_are_sound(tmp_path: Path) -> None:
    more = {"listen": "127.0.0.1:8201", "proxies": ["10.0.0.0/8"], "leave": "https://a.kz/out"}
    assert codes(tmp_path, more, PEOPLE) == []


def test_officials_are_told_apart(tmp_path: Path) -> None:
    assert codes(tmp_path / "a", {}, {}) == ["K47"]
    far = {"a": {"roles": ["reader"], "account": "ә.серікова@example.kz"}}
    assert codes(tmp_path / "b", {}, far) == []
    far["a"]["account"] = "ә" * 101
    assert codes(tmp_path / "d", {}, far) == ["K53"]
    odd = {"a": {"roles": ["reader"], "authority": "ministry-of-nothing"}}
    assert codes(tmp_path / "c", {}, odd) == ["K49"]


def test_every_kind_is_tried_and_stands_in_the_document() -> None:
    here = set(re.findall(r"K\d\d", Path(__file__).read_text("utf-8")))
    document = (ROOT / "docs" / "desk.md").read_text("utf-8")
    known = {kind.code for kind in kinds.ALL}
    assert known - here == set()
    known |= {kind.code for kind in asked_kinds.ALL}  # tried where works are published
    assert set(re.findall(r"^\| (K\d\d) ", document, re.MULTILINE)) == known
