"""Facts that a Word file has left behind are asked about in its plan, and noted at the clause."""

import re
from typing import Any

import pytest

from bringing import BEGIN, answers, brought, tree_of
from copy_typing import typed_over
from desks import ADesk, words_of
from form_fields import fields_of

R3 = "/ru/s/birth-registration/r3/"
WAS = ("Қызмет 2 (екі) жұмыс күні ішінде", "Услуга оказывается за 2 (два) рабочих дня")
NOW = ("Қызмет 1 (бір) жұмыс күні ішінде", "Услуга оказывается за 1 (один) рабочий день")
MORE = ", жалоба рассматривается за 2 (два) рабочих дня."
MORE_KK = ", шағым 2 (екі) жұмыс күні ішінде қаралады."


@pytest.fixture
def copy(desk: ADesk) -> bytes:
    """Return a copy of a draft whose clause says another term again further on."""
    desk.post("/ru/drafts/begin/", BEGIN, of="/ru/drafts/")
    path = f"{R3}edit/term/"
    fields = fields_of(desk.get(path))
    kk, ru = (fields[f"text.{code}"][0].rstrip(".") for code in ("kk", "ru"))
    desk.post(path, {**fields, "text.kk": kk + MORE_KK, "text.ru": ru + MORE})
    return desk.client.get(f"{R3}word/").content


def planned(desk: ADesk, copy: bytes) -> Any:
    """Bring the copy with another term."""
    for was, now in zip(WAS, NOW, strict=True):
        copy = typed_over(copy, was, now)
    return brought(desk, ("copy.docx", copy))


def asked(page: str) -> str:
    """Return the field of the question about the fact."""
    (name,) = (one for one in answers(page) if one.startswith("answer.e68"))
    return name


def term(desk: ADesk) -> Any:
    """Return the term of the draft as a fact."""
    (clause,) = (one for one in tree_of(desk)["clauses"] if one["id"] == "term")
    return clause["facts"]["term"]


def test_a_fact_is_asked_about_and_changed(desk: ADesk, copy: bytes) -> None:
    answer = planned(desk, copy)
    said = re.sub(r"\s+", " ", words_of(answer.text))
    assert "в данных осталось прежнее: Срок оказания услуги: 2 рабочих дня" in said
    assert "вот что: Срок оказания услуги: 1 рабочий день?" in said
    desk.post(answer.url.path, {asked(answer.text): "yes", "act": "save"})
    assert term(desk) == [{"amount": "1", "unit": "working-day"}]
    assert "по-прежнему" not in words_of(desk.get(R3))


def test_a_fact_that_nobody_has_looked_at_is_noted_at_the_clause(desk: ADesk, copy: bytes) -> None:
    answer = planned(desk, copy)
    answer = desk.post(answer.url.path, {"act": "save"})
    assert answer.url.path == R3
    assert term(desk) == [{"amount": "2", "unit": "working-day"}]
    said = words_of(desk.get(f"{R3}edit/term/"))
    assert "срок: текст изменен" in said
    assert "а в данных по-прежнему «рабочие дни: 2»" in said
