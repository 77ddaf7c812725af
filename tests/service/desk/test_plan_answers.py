"""What was said to the questions of a plan: asked at once, kept for the same change, never lost."""

import re

import pytest

from bringing import BEGIN, answers, brought, tree_of
from copy_typing import typed_over
from desks import ADesk, words_of
from form_fields import fields_of
from held_words import held

R3 = "/ru/s/birth-registration/r3/"
LIFT = ("пандусом", "пандусом и лифтом")
TERM_KK = ("Қызмет 2 (екі) жұмыс күні ішінде", "Қызмет 1 (бір) жұмыс күні ішінде")
TERM = ("Услуга оказывается за 2 (два) рабочих дня", "Услуга оказывается за 1 (один) рабочий день")
EXCHANGED = ((">term<", ">x-x<"), (">disability<", ">term<"), (">x-x<", ">disability<"))
"""Two rows with the code of each other."""

WHY = "Так удобнее людям с колясками."


@pytest.fixture
def copy(desk: ADesk) -> bytes:
    """Begin a draft, and return its working copy."""
    desk.post("/ru/drafts/begin/", BEGIN, of="/ru/drafts/")
    return desk.client.get(f"{R3}word/").content


def reasons(page: str) -> list[str]:
    """Return the fields in which reasons are typed."""
    return [one for one in answers(page) if one.startswith("answer.e61")]


def typed_in(page: str, name: str) -> str:
    """Return what stands in a field of many lines."""
    found = re.search(
        rf'<textarea name="{re.escape(name)}"[^>]*>\n(.*?)</textarea>', page, re.DOTALL
    )
    assert found
    return found[1]


@pytest.mark.parametrize("act", ["look", "drop"])
def test_a_reason_stands_there_when_the_file_is_brought_again(
    desk: ADesk, copy: bytes, act: str
) -> None:
    mine = typed_over(copy, *LIFT)
    answer = brought(desk, ("copy.docx", mine))
    kk, ru = reasons(answer.text)
    desk.post(answer.url.path, {kk: "", ru: WHY, "act": act})
    more = typed_over(mine, "вышестоящий орган", "суд")
    page = brought(desk, ("copy.docx", more)).text
    assert len(reasons(page)) == 4
    assert typed_in(page, ru) == WHY
    assert [typed_in(page, one) for one in reasons(page) if one != ru] == ["", "", ""]
    assert held("То, что вы уже сказали об этих же изменениях, здесь подставлено.") in words_of(
        page
    )


def test_another_change_of_the_same_clause_has_no_reason(desk: ADesk, copy: bytes) -> None:
    answer = brought(desk, ("copy.docx", typed_over(copy, *LIFT)))
    _, ru = reasons(answer.text)
    desk.post(answer.url.path, {ru: WHY, "act": "look"})
    page = brought(desk, ("copy.docx", typed_over(copy, "пандусом", "подъёмником"))).text
    assert WHY not in page


def test_a_reason_that_is_wiped_out_is_not_saved(desk: ADesk, copy: bytes) -> None:
    mine = ("copy.docx", typed_over(copy, *LIFT))
    answer = brought(desk, mine)
    _, ru = reasons(answer.text)
    desk.post(answer.url.path, {ru: WHY, "act": "look"})
    answer = brought(desk, mine)
    desk.post(answer.url.path, {**dict.fromkeys(reasons(answer.text), ""), "act": "save"})
    assert [one["reason"] for one in tree_of(desk)["amendments"]] == [{"kk": "…", "ru": "…"}]


def test_a_saved_reason_is_not_asked_for_again(desk: ADesk, copy: bytes) -> None:
    """Whoever brings it: the draft has the reason of just that change."""
    mine = typed_over(copy, *LIFT)
    answer = brought(desk, ("copy.docx", mine))
    said = dict.fromkeys(reasons(answer.text), WHY)
    desk.post(answer.url.path, {**said, "act": "save"})
    more = typed_over(mine, "вышестоящий орган", "суд")
    answer = brought(desk, ("copy.docx", more))
    assert len(reasons(answer.text)) == 2
    assert "лифтом" in words_of(answer.text)
    answer = desk.post(answer.url.path, {"act": "save"})
    found = {one["clauses"][0]: one["reason"] for one in tree_of(desk)["amendments"]}
    assert found["disability"] == {"kk": WHY, "ru": WHY}
    assert set(next(one for name, one in found.items() if name != "disability").values()) == {"…"}


def test_what_was_chosen_in_the_place_of_another_change_has_its_own_reason(
    desk: ADesk, copy: bytes
) -> None:
    path = f"{R3}edit/disability/"
    form = fields_of(desk.get(path))
    other = {"text.ru": "Здание оборудуется подъёмником.", "reason.ru": WHY, "reason.kk": WHY}
    desk.post(path, {**form, **other})
    answer = brought(desk, ("copy.docx", typed_over(copy, *LIFT)))
    answer = desk.post(answer.url.path, {"act": "save"})
    assert answer.status_code == 409
    inside = fields_of(answer.text.partition("<main")[2], "")
    desk.post(answer.url.path, {**inside, "keeps": "own"})
    (clause,) = (one for one in tree_of(desk)["clauses"] if one["id"] == "disability")
    assert clause["text"]["ru"] == "Здание оборудуется пандусом и лифтом."
    (reason,) = tree_of(desk)["amendments"]
    assert reason["reason"] == {"kk": "…", "ru": "…"}


# --- all that can be asked is asked at once -----------------------------------------------------


def test_a_fact_is_asked_about_beside_what_else_is_open_in_its_clause(
    desk: ADesk, copy: bytes
) -> None:
    """A word that is left out does not keep the question back until it is answered."""
    for was, now in (
        ("Қызмет 2 (екі) жұмыс күні ішінде", "Қызмет 1 (бір) жұмыс күні ішінде"),
        (
            "Услуга оказывается за 2 (два) рабочих дня",
            "Услуга оказывается за 1 (один) рабочий день",
        ),
    ):
        copy = typed_over(copy, was, now)
    struck = "</w:t></w:r><w:r><w:rPr><w:strike/></w:rPr><w:t>втайне</w:t></w:r><w:r><w:t>"
    copy = typed_over(copy, "1 (один) рабочий день", f"1 (один) рабочий день{struck}")
    page = brought(desk, ("copy.docx", copy)).text
    assert any(one.startswith("answer.e35") for one in answers(page))
    assert any(one.startswith("answer.e68") for one in answers(page))


def test_a_fact_that_no_answer_can_set_is_told_in_the_plan(desk: ADesk, copy: bytes) -> None:
    """The term is another one in one language alone: only the page after saving said so."""
    copy = typed_over(copy, *TERM)
    page = brought(desk, ("copy.docx", copy)).text
    assert not any(one.startswith("answer.e68") for one in answers(page))
    assert "срок: в данных – «рабочие дни: 2»" in words_of(page)


def test_one_clause_twice_is_said_and_can_be_put_right(desk: ADesk, copy: bytes) -> None:
    """Both passages were said to be one clause: the page broke off, and nothing could be mended."""
    for old, new in EXCHANGED:
        copy = typed_over(copy, old, new)
    answer = brought(desk, ("copy.docx", copy))
    asked = [one for one in answers(answer.text) if one.startswith("answer.e40")]
    assert len(asked) == 2
    path = answer.url.path
    answer = desk.post(path, {**dict.fromkeys(asked, "term"), "act": "save"})
    assert answer.status_code == 422
    assert "term" in words_of(answer.text)
    assert set(asked) <= set(answers(answer.text)), "the answers can be changed"


def test_what_an_answer_raises_is_asked_once_before_anything_is_saved(
    desk: ADesk, copy: bytes
) -> None:
    for old, new in (TERM, TERM_KK, *EXCHANGED):
        copy = typed_over(copy, old, new)
    answer = brought(desk, ("copy.docx", copy))
    first, second = (one for one in answers(answer.text) if one.startswith("answer.e40"))
    fields = fields_of(answer.text.partition("<main")[2], "")
    path = answer.url.path
    answer = desk.post(path, {**fields, first: "term", second: "disability", "act": "save"})
    assert answer.status_code == 422, words_of(answer.text)
    assert held("Из ваших ответов возникли новые вопросы.") in words_of(answer.text)
    assert any(one.startswith("answer.e68") for one in answers(answer.text))
    fields = fields_of(answer.text.partition("<main")[2], "")
    answer = desk.post(path, {**fields, "act": "save"})
    assert answer.url.path == R3, words_of(answer.text)
