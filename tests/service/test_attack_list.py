"""The list of attacks in docs/service-threats.md: each of them leads to tests that are there."""

import re

import pytest

from sites import ROOT

LIST = ROOT / "docs" / "service-threats.md"
LINE = re.compile(r"^\| (\d+) \| ([FDMG ]+) \| (.+?) \| (.+) \|$", re.MULTILINE)
TEST = re.compile(r"`([\w/]+\.py)::(\w+)`")


def attacks() -> list[tuple[str, str, str, str]]:
    return LINE.findall(LIST.read_text("utf-8"))


def test_there_are_forty_and_more_at_form_and_desk() -> None:
    numbers = [int(number) for number, *_ in attacks()]
    assert numbers == list(range(1, len(numbers) + 1))
    assert len(numbers) >= 40
    for side in "FD":
        assert sum(side in where for _, where, *_ in attacks()) >= 20


@pytest.mark.parametrize(("attack", "tests"), [(attack, tests) for *_, attack, tests in attacks()])
def test_each_attack_is_tried(attack: str, tests: str) -> None:
    named = TEST.findall(tests)
    assert named, attack
    for file, name in named:
        at = ROOT / file if file.startswith("tests/") else ROOT / "tests" / "service" / file
        assert f"\ndef {name}(" in at.read_text("utf-8"), (attack, file, name)


def test_each_test_of_attacks_is_in_the_list() -> None:
    text = (ROOT / "tests" / "service" / "test_attacks.py").read_text("utf-8")
    listed = LIST.read_text("utf-8")
    left = [
        name for name in re.findall(r"^def (test_\w+)", text, re.MULTILINE) if name not in listed
    ]
    assert left == []
