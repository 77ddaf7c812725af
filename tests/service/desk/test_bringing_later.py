"""A working copy brought after others have saved: onto its own save, then joined."""

from typing import Any

import pytest

from bringing import BEGIN, brought, tree_of
from copy_typing import typed_over
from desks import ADesk, words_of
from form_fields import fields_of

R3 = "/ru/s/birth-registration/r3/"


@pytest.fixture
def copy(desk: ADesk) -> bytes:
    """Begin a draft, and return its working copy."""
    desk.post("/ru/drafts/begin/", BEGIN, of="/ru/drafts/")
    return desk.client.get(f"{R3}word/").content


def edited(desk: ADesk, clause: str, **said: str) -> None:
    """Save other words of a clause, as another official does at the desk."""
    path = f"{R3}edit/{clause}/"
    answer = desk.post(path, {**fields_of(desk.get(path)), **said})
    assert answer.url.path == R3, words_of(answer.text)


def saved(desk: ADesk, copy: bytes) -> Any:
    """Bring a copy, and press Save on its plan."""
    answer = brought(desk, ("copy.docx", copy))
    assert answer.status_code == 200, words_of(answer.text)
    return desk.post(answer.url.path, {"act": "save"})


def said(desk: ADesk, clause: str) -> str:
    """Return what a clause of the draft says in Russian by now."""
    found = [one for one in tree_of(desk)["clauses"] if one["id"] == clause]
    return str(found[0]["text"]["ru"]) if found else ""


def test_another_clause(desk: ADesk, copy: bytes) -> None:
    edited(desk, "term", **{"text.ru": "Услуга – за 1 (один) рабочий день."})
    answer = saved(desk, typed_over(copy, "пандусом", "пандусом и лифтом"))
    assert answer.url.path == R3, words_of(answer.text)
    assert "сохранил и другой сотрудник" in words_of(answer.text)
    assert said(desk, "term") == "Услуга – за 1 (один) рабочий день."
    assert said(desk, "disability") == "Здание оборудуется пандусом и лифтом."
