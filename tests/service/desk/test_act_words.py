"""The log of a comment at the desk: each act and each doer has words, and code names no other."""

import ast
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest

from msgids import CODE, said_in
from talqy.service.desk.queue.act_words import (
    act_words,
    by_words,
    words_of_acts,
    words_of_doers,
)
from talqy.service.taken import Act, ActName, By, NoteName

NOW = datetime(2026, 11, 20, tzinfo=UTC)


def a_visit(language: str = "en") -> Any:
    return SimpleNamespace(say=lambda words, **values: said_in(language)[words][0].format(**values))


def test_each_act_and_each_doer_has_words() -> None:
    assert set(words_of_acts(a_visit())) == set(ActName)
    assert set(words_of_doers(a_visit())) == set(By)
    assert len(set(words_of_acts(a_visit()).values())) == len(ActName)


@pytest.mark.parametrize("language", ["kk", "ru"])
def test_no_word_of_the_code_is_shown(language: str) -> None:
    visit = a_visit(language)
    for name in ActName:
        for is_said in (False, True):
            shown = act_words(visit, Act(name, NOW, By.PUBLISHER, is_said=is_said))
            assert not (set(shown.replace("pull request", "")) & set("abcdefghijklmnopqrstuvwxyz"))
    assert all(by_words(visit, one.value) not in set(By) for one in By)


def test_what_another_version_wrote_is_shown_as_it_is() -> None:
    assert act_words(a_visit("ru"), Act("refuse", NOW, "x")) == "другое действие: refuse"
    assert by_words(a_visit("ru"), "aigerim") == "aigerim"


def acts_written() -> Iterator[tuple[Path, ast.Call]]:
    for file in sorted((CODE / "service").rglob("*.py")):
        for node in ast.walk(ast.parse(file.read_text("utf-8"))):
            if isinstance(node, ast.Call) and getattr(node.func, "id", "") == "Act":
                yield file, node


def test_code_writes_no_act_that_has_no_name() -> None:
    found = list(acts_written())
    assert len(found) > 12
    named = ast.unparse
    literal = [
        (file.name, named(call))
        for file, call in found
        if file.name != "rows.py"
        for at in (0, 2)
        if isinstance(call.args[at], ast.Constant)
    ]
    assert literal == []
    words = {name.value for name in (*ActName, *NoteName)}
    assert len(words) == len(ActName) + len(NoteName)
    assert {f"{name}" for name in By} == {
        "form",
        "mailbox",
        "author",
        "publisher",
        "letters",
        "here",
    }
