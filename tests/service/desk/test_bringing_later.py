"""A working copy brought after others have saved: onto what it was made of, then joined."""

from typing import Any

import pytest

from bringing import BEGIN, answers, brought, tree_of
from copy_typing import typed_over, with_row
from desks import DRAFT, ORIGIN, ADesk, words_of
from form_fields import fields_of

R3 = "/ru/s/birth-registration/r3/"
FAST = "Услуга – за 1 (один) рабочий день."
LIFT = "Здание оборудуется пандусом и лифтом."


@pytest.fixture
def copy(desk: ADesk) -> bytes:
    """Begin a draft, and return its working copy."""
    desk.post("/ru/drafts/begin/", BEGIN, of="/ru/drafts/")
    return copied(desk)


def copied(desk: ADesk) -> bytes:
    """Return the working copy of the draft as it is now."""
    return desk.client.get(f"{R3}word/").content


def edited(desk: ADesk, clause: str, **said: str) -> None:
    """Save other words of a clause, as another official does at the desk."""
    path = f"{R3}edit/{clause}/"
    answer = desk.post(path, {**fields_of(desk.get(path)), **said})
    assert "Сохранено." in words_of(answer.text)


def saved(desk: ADesk, copy: bytes, words: str = "С тех пор изменено") -> Any:
    """Bring a copy, and press Save on its plan, which says some words."""
    answer = brought(desk, ("copy.docx", copy))
    assert answer.status_code == 200, words_of(answer.text)
    assert words in words_of(answer.text)
    return desk.post(answer.url.path, {"act": "save"})


def said(desk: ADesk, clause: str) -> str:
    """Return what a clause of the draft says in Russian by now."""
    found = [one for one in tree_of(desk)["clauses"] if one["id"] == clause]
    return str(found[0]["text"]["ru"]) if found else ""


def chosen(desk: ADesk, conflict: Any, keeps: str) -> Any:
    """Press one of the buttons of the page with two versions."""
    assert conflict.status_code == 409, words_of(conflict.text)
    return desk.client.post(
        conflict.url.path,
        data={**fields_of(conflict.text.partition("<main")[2], ""), "keeps": keeps},
        headers={"Origin": ORIGIN},
    )


def test_another_clause(desk: ADesk, copy: bytes) -> None:
    edited(desk, "term", **{"text.ru": FAST})
    answer = saved(desk, typed_over(copy, "пандусом", "пандусом и лифтом"), "изменено: Пункт 2.")
    assert answer.url.path == R3, words_of(answer.text)
    assert "сохранил и другой сотрудник" in words_of(answer.text)
    assert (said(desk, "term"), said(desk, "disability")) == (FAST, LIFT)
    assert [one["clauses"] for one in tree_of(desk)["amendments"]] == [["term"], ["disability"]]


def test_the_same_words_of_the_same_clause(desk: ADesk, copy: bytes) -> None:
    edited(desk, "disability", **{"text.ru": LIFT, "reason.ru": "Так удобнее.", "reason.kk": "Иә"})
    answer = saved(desk, typed_over(copy, "пандусом", "пандусом и лифтом"))
    assert answer.url.path == R3, words_of(answer.text)
    assert said(desk, "disability") == LIFT
    (reason,) = tree_of(desk)["amendments"]
    assert reason["reason"]["ru"] == "Так удобнее."


@pytest.mark.parametrize(
    ("keeps", "there"), [("own", LIFT), ("published", "Здание оборудуется подъёмником.")]
)
def test_other_words_of_the_same_clause_are_chosen_from(
    desk: ADesk, copy: bytes, keeps: str, there: str
) -> None:
    """The rest of both stays anyway."""
    edited(desk, "disability", **{"text.ru": "Здание оборудуется подъёмником."})
    edited(desk, "term", **{"text.ru": FAST})
    mine = typed_over(copy, "пандусом", "пандусом и лифтом")
    answer = saved(desk, typed_over(mine, "вышестоящий орган", "суд"))
    assert "Две версии" in words_of(answer.text)
    assert FAST not in words_of(answer.text), "what is not in both is no matter of choice"
    answer = chosen(desk, answer, keeps)
    assert answer.url.path == R3, words_of(answer.text)
    assert (said(desk, "disability"), said(desk, "term")) == (there, FAST)
    assert "обжалуется в суд." in str(tree_of(desk))


def test_who_saves_between_the_choice_and_its_button_is_not_written_over(
    desk: ADesk, copy: bytes
) -> None:
    edited(desk, "disability", **{"text.ru": "Здание оборудуется подъёмником."})
    answer = saved(desk, typed_over(copy, "пандусом", "пандусом и лифтом"))
    edited(desk, "disability", **{"text.ru": "Здание оборудуется эскалатором."})
    answer = chosen(desk, answer, "own")
    assert answer.status_code == 409
    assert said(desk, "disability") == "Здание оборудуется эскалатором."
    answer = chosen(desk, answer, "own")
    assert said(desk, "disability") == LIFT


def test_a_clause_that_was_taken_out_meanwhile(desk: ADesk, copy: bytes) -> None:
    answer = desk.post(f"{R3}edit/disability/", {"act": "out", "reason.ru": "Лишнее."})
    assert said(desk, "disability") == "", words_of(answer.text)
    answer = saved(desk, typed_over(copy, "пандусом", "пандусом и лифтом"))
    assert answer.status_code == 409
    assert said(desk, "disability") == ""
    answer = chosen(desk, answer, "own")
    assert said(desk, "disability") == LIFT, words_of(answer.text)


def test_a_copy_of_a_save_that_was_undone(desk: ADesk, copy: bytes) -> None:
    """What was taken back does not come again with it."""
    edited(desk, "term", **{"text.ru": FAST})
    later = copied(desk)
    desk.post(f"/ru/work/{DRAFT.key}/undo/", {}, of=f"/ru/work/{DRAFT.key}/")
    before = said(desk, "term")
    assert before != FAST
    answer = saved(desk, typed_over(later, "пандусом", "пандусом и лифтом"))
    assert answer.url.path == R3, words_of(answer.text)
    assert (said(desk, "term"), said(desk, "disability")) == (before, LIFT)


def test_a_copy_older_than_what_was_published(desk: ADesk, copy: bytes) -> None:
    edited(desk, "term", **{"text.ru": FAST})
    here = f"/ru/work/{DRAFT.key}/publish/"
    page = desk.get(here)
    answer = desk.post(here, fields_of(page))
    assert "Опубликовано." in words_of(answer.text)
    answer = saved(desk, typed_over(copy, "пандусом", "пандусом и лифтом"))
    assert answer.url.path == R3, words_of(answer.text)
    assert (said(desk, "term"), said(desk, "disability")) == (FAST, LIFT)


def test_a_copy_of_another_draft_is_refused(desk: ADesk, copy: bytes) -> None:
    """A draft that was given up is no part of the one that was begun anew."""
    edited(desk, "term", **{"text.ru": FAST})
    other = copied(desk)
    here = f"/ru/work/{DRAFT.key}/"
    desk.post(f"{here}drop/", {}, of=f"{here}drop/")
    desk.post("/ru/drafts/begin/", BEGIN, of="/ru/drafts/")
    answer = brought(desk, ("copy.docx", typed_over(other, "пандусом", "пандусом и лифтом")))
    assert "Текст нельзя взять в таком виде" in words_of(answer.text)
    answer = desk.post(answer.url.path, {"act": "save"})
    assert answer.status_code == 422
    assert "лифтом" not in said(desk, "disability")


def test_a_copy_of_the_text_before_changes_what_it_changes_alone(desk: ADesk) -> None:
    """Whoever exported the text in force before the draft was begun takes nothing back."""
    old = desk.client.get("/ru/s/birth-registration/r2/word/").content
    desk.post("/ru/drafts/begin/", BEGIN, of="/ru/drafts/")
    edited(desk, "term", **{"text.ru": FAST})
    copy = typed_over(old, "пандусом", "пандусом и лифтом")
    answer = brought(desk, ("copy.docx", copy), target="update:birth-registration:3")
    assert "С тех пор изменено: Пункт 2." in words_of(answer.text)
    assert "[удалено" not in words_of(answer.text)
    answer = desk.post(answer.url.path, {"act": "save"})
    assert answer.url.path == R3, words_of(answer.text)
    assert (said(desk, "term"), said(desk, "disability")) == (FAST, LIFT)


def test_a_copy_of_the_text_before_is_told_where_nobody_knows_the_beginning(desk: ADesk) -> None:
    old = desk.client.get("/ru/s/birth-registration/r2/word/").content
    first = typed_over(old, "вышестоящий орган", "суд")
    answer = brought(desk, ("copy.docx", first))
    desk.post(answer.url.path, {"act": "save"})
    copy = typed_over(old, "пандусом", "пандусом и лифтом")
    answer = brought(desk, ("copy.docx", copy), target="update:birth-registration:3")
    assert "этот файл сделан из" in words_of(answer.text)


PORTAL = {
    "text.ru": "Граждане подают заявление через портал.",
    "text.kk": "Азаматтар портал арқылы өтініш береді.",
    "number.ru": "6",
    "number.kk": "6",
}


def with_new_clause(copy: bytes, ru: str, kk: str) -> bytes:
    """Return a copy with a new row behind the last clause, as it is typed in Word."""
    words = {
        "Здание оборудуется пандусом.": ru,
        "Ғимарат пандуспен жабдықталады.": kk,
        ">5<": ">6<",
        ">disability<": "><",
    }
    return with_row(copy, words)


@pytest.mark.parametrize(
    ("ru", "kk", "is_that_one"),
    [
        ("Граждане подают заявление на бумаге.", "Азаматтар өтінішті қағазда береді.", False),
        (PORTAL["text.ru"], PORTAL["text.kk"], True),
    ],
)
def test_two_new_clauses_that_begin_alike_are_two(
    desk: ADesk, copy: bytes, ru: str, kk: str, *, is_that_one: bool
) -> None:
    """Their ids are drawn from the same words; what is sent twice is one."""
    path = f"{R3}add/"
    desk.post(path, {**fields_of(desk.get(path)), **PORTAL})
    answer: Any = brought(desk, ("copy.docx", with_new_clause(copy, ru, kk)))
    asked = dict.fromkeys(answers(answer.text), "Жаңа. Новое.")
    done = desk.post(answer.url.path, {**asked, "act": "save"})
    texts = [one["text"]["ru"] for one in tree_of(desk)["clauses"]]
    if is_that_one:
        assert texts.count(ru) == 1
    else:
        assert done.status_code == 200, words_of(done.text)
        assert {ru, PORTAL["text.ru"]} <= set(texts)
