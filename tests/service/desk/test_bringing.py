"""A text brought from Word at the desk: the plan, its questions answered on the page, saved."""

import os
import re
from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path
from typing import Any, cast

import pytest

from bringing import BEGIN, BRING, answers, brought, tree_of
from copy_typing import tables, typed, typed_over
from desks import DRAFT, NOON, ORIGIN, ADesk, a_desk, words_of
from form_fields import fields_of
from talqy.drafts.word_files import read_files
from talqy.model.revision import Revision
from talqy.service.desk.drafts.bring_target import NoTargetError, target_of
from talqy.service.desk.drafts.uploads import Uploads, UploadWish
from talqy.service.desk.posted import PostedFile
from talqy.service.desk.work.values import WorkKind, WorkName
from talqy.service.desk.work.works import Works
from word_files import a_word, paragraph
from word_texts import a_line_text

STANDARD = "birth-registration"


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[ADesk]:
    with a_desk(tmp_path) as opened:
        opened.sign_in()
        yield opened


def text_of(desk: ADesk, number: int = 2) -> Revision:
    """Return a text as it is published."""
    record = desk.works.main().state.known[0].record(STANDARD)
    revision = record.revision(number) if record else None
    assert revision
    return revision


def changed(of: Revision, clause: str, /, **said: Any) -> Revision:
    """Return a text in which a clause says something else."""
    clauses = [c.model_copy(update=said) if c.id == clause else c for c in of.clauses]
    return of.model_copy(update={"clauses": tuple(clauses)})


def two_files(desk: ADesk) -> list[tuple[str, bytes]]:
    """Return a text in Russian and in Kazakh with another term and another order of words."""
    said = {"kk": "Қызмет 1 (бір) жұмыс күні ішінде.", "ru": "Услуга – за 1 (один) рабочий день."}
    text = changed(text_of(desk), "term", text=said)
    return [(f"{code}.docx", a_line_text(text, code, has_marks=False)) for code in ("ru", "kk")]


def unlike(desk: ADesk) -> bytes:
    """Return a text in Russian in which it is not plain what one clause is."""
    said = {"ru": "Здание оборудуется лифтом и широкими дверями."}
    text = changed(text_of(desk), "disability", text=said)
    return a_line_text(text, "ru", has_marks=False)


def test_two_files_become_the_next_draft_after_what_was_asked(desk: ADesk) -> None:
    answer = brought(desk, *two_files(desk), target=f"next:{STANDARD}")
    page = words_of(answer.text)
    assert "изменено" in page
    assert "Услуга – за 1 (один) рабочий день." in page
    assert "казахский: Қызмет [исключено: 2 (екі) ] [добавлено: 1 (бір) ] жұмыс күні ішінде" in page
    assert not desk.works.of(DRAFT).is_begun
    path = answer.url.path
    asked = answers(answer.text)
    assert {name[:10] for name in asked} == {"answer.e30", "answer.e61"}
    said = {n: "term" if n.startswith("answer.e30") else "Быстрее для людей." for n in asked}
    answer = desk.post(path, {**said, "act": "save"})
    assert answer.url.path == f"/ru/s/{STANDARD}/r3/", words_of(answer.text)
    tree = tree_of(desk)
    assert tree["base"] == "2"
    assert tree["clauses"][1]["text"]["ru"] == "Услуга – за 1 (один) рабочий день."
    assert tree["amendments"][0]["clauses"] == ["term"]
    assert tree["amendments"][0]["reason"]["ru"] == "Быстрее для людей."
    assert desk.client.get(path).status_code == 422, "the file is let go"


def test_the_working_copy_of_a_draft_changes_that_draft(desk: ADesk) -> None:
    desk.post("/ru/drafts/begin/", BEGIN, of="/ru/drafts/")
    copy = desk.client.get(f"/ru/s/{STANDARD}/r3/word/").content
    before = desk.works.of(DRAFT).commit
    answer = brought(desk, ("copy.docx", copy))
    assert "Изменится проект" in words_of(answer.text)
    answer = desk.post(answer.url.path, {"act": "save"})
    assert "сохранять нечего" in words_of(answer.text)
    assert desk.works.of(DRAFT).commit == before


def test_the_working_copy_of_a_text_in_force_is_for_the_next_draft(desk: ADesk) -> None:
    """What that text says of itself is said of no other, and its changes have their reasons."""
    copy = desk.client.get(f"/ru/s/{STANDARD}/r1/word/").content
    about, _, reasons, _ = tables(copy)
    assert [row[1:] for row in about[1:]] == [["", ""]] * (len(about) - 1)
    assert reasons[0][0] == "Неге өзгертілді / Почему изменено"
    changes = desk.client.get(f"/ru/s/{STANDARD}/r2/word/").content
    assert "Мерзім екі күнге дейін қысқарды." not in str(tables(changes))


def test_a_new_clause_is_asked_about_by_its_words(desk: ADesk) -> None:
    """Its id was drawn just now: nobody knows it."""
    copy = desk.client.get(f"/ru/s/{STANDARD}/r2/word/").content
    words = (
        "Кіреберіс арбамен жүретін адамдарға қолжетімді, лифт бар.",
        "Вход доступен для людей на колясках, есть лифт.",
        "",
    )
    page = brought(desk, ("copy.docx", typed(copy, {"5": words}, table=1))).text
    assert "почему изменено «5 Вход доступен для людей на колясках, есть лифт.»?" in words_of(page)
    assert "«vkhod" not in page


def test_what_was_typed_into_the_working_copy_changes_the_draft(desk: ADesk) -> None:
    desk.post("/ru/drafts/begin/", BEGIN, of="/ru/drafts/")
    copy = desk.client.get(f"/ru/s/{STANDARD}/r3/word/").content
    answer = brought(desk, ("copy.docx", typed_over(copy, "пандусом", "пандусом и лифтом")))
    assert "Изменится проект" in words_of(answer.text)
    answer = desk.post(answer.url.path, {"act": "save"})
    assert answer.url.path == f"/ru/s/{STANDARD}/r3/", words_of(answer.text)
    tree = tree_of(desk)
    assert tree["clauses"][4]["text"]["ru"] == "Здание оборудуется пандусом и лифтом."
    assert tree["amendments"][0]["clauses"] == ["disability"]


def test_a_draft_saved_meanwhile_is_not_written_over(desk: ADesk) -> None:
    desk.post("/ru/drafts/begin/", BEGIN, of="/ru/drafts/")
    copy = desk.client.get(f"/ru/s/{STANDARD}/r3/word/").content
    answer = brought(desk, ("copy.docx", typed_over(copy, "пандусом", "пандусом и лифтом")))
    seen = desk.works.of(DRAFT).commit
    path = f"/ru/s/{STANDARD}/r3/edit/disability/"
    fields = fields_of(desk.get(path))
    desk.post(path, {**fields, "text.ru": "Здание оборудуется подъёмником."})
    answer = desk.post(answer.url.path, {"act": "save", "seen": seen})
    assert answer.status_code in {409, 422}
    assert "подъёмником" in str(tree_of(desk)["clauses"][4]["text"])


def test_a_question_must_be_answered_before_anything_is_saved(desk: ADesk) -> None:
    text = changed(
        text_of(desk), "disability", text={"ru": "Здание оборудуется лифтом и широкими дверями."}
    )
    answer = brought(
        desk, ("ru.docx", a_line_text(text, "ru", has_marks=False)), target=f"next:{STANDARD}"
    )
    page = answer.text
    assert "Что можете сказать только вы" in words_of(page)
    asked = re.findall(r'name="(answer\.e30-[^"]+)" value="([^"]+)"', page)
    assert asked
    answer = desk.post(answer.url.path, {"act": "save"})
    assert answer.status_code == 422
    assert "Не хватает некоторых ответов." in words_of(answer.text)
    for name in {name for name, _ in asked}:
        assert f'href="#q.{name}"' in answer.text
        assert f'id="q.{name}"' in answer.text
    assert answer.text.count(" autofocus") == 1
    first = answer.text.partition(" autofocus")[0].rpartition('name="')[2].partition('"')[0]
    assert first == asked[0][0], "one goes on typing where the first answer is missing"
    assert not desk.works.of(DRAFT).is_begun
    said = {name: "new" for name, _ in asked}
    answer = desk.post(answer.url.path, {**said, "act": "look"})
    assert "новый" in words_of(answer.text)
    answer = desk.post(answer.url.path, {**said, "act": "save"})
    assert answer.url.path == f"/ru/s/{STANDARD}/r3/"
    ids = [one["id"] for one in tree_of(desk)["clauses"]]
    assert "disability" not in ids


def test_why_something_changed_is_asked_once_for_both_languages(desk: ADesk) -> None:
    """What has changed stands above, with marks: no text is shown again."""
    copy = desk.client.get(f"/ru/s/{STANDARD}/r2/word/").content
    page = brought(desk, ("copy.docx", typed_over(copy, "пандусом", "пандусом и лифтом"))).text
    assert len([name for name in answers(page) if name.startswith("answer.e61")]) == 2
    assert page.count('<fieldset id="q.answer.e61') == 1
    assert words_of(page).count("Здание оборудуется пандусом [добавлено: и лифтом") == 1


def test_an_answer_that_answers_nothing_is_said(desk: ADesk) -> None:
    text = changed(
        text_of(desk), "disability", text={"ru": "Здание оборудуется лифтом и широкими дверями."}
    )
    answer = brought(
        desk, ("ru.docx", a_line_text(text, "ru", has_marks=False)), target=f"next:{STANDARD}"
    )
    (name, *_) = answers(answer.text)
    answer = desk.post(answer.url.path, {name: "../../etc", "act": "save"})
    assert answer.status_code == 422
    assert "Это не ответ на вопрос: ../../etc" in words_of(answer.text)


def test_a_new_standard_begins_with_a_text(desk: ADesk) -> None:
    text = text_of(desk)
    files = [(f"{code}.docx", a_line_text(text, code, has_marks=False)) for code in ("kk", "ru")]
    answer = brought(desk, *files, target="new")
    said = {"act": "save", "authority": "ministry-justice", "life_event": "family"}
    said |= {"title.kk": "Ереже", "title.ru": "Правила"}
    path = answer.url.path
    answer = desk.post(path, {**said, "id": "Wrong Name"})
    assert answer.status_code == 422
    assert "Правила" in answer.text
    answer = desk.post(path, {**said, "id": "entry-rules"})
    assert answer.url.path == "/ru/s/entry-rules/r1/"
    name = WorkName(WorkKind.DRAFT, "entry-rules", 1)
    assert len(tree_of(desk, name)["clauses"]) == len(text.clauses)


@pytest.mark.parametrize(
    ("data", "words"),
    [
        (b"not a word file", "Текст нельзя взять в таком виде"),
        (b"PK\x03\x04" + b"\0" * 200, "Текст нельзя взять в таком виде"),
        (a_word(paragraph("Просто слова без номера.")), "Текст нельзя взять в таком виде"),
    ],
)
def test_what_cannot_be_taken_is_said(desk: ADesk, data: bytes, words: str) -> None:
    answer = brought(desk, ("x.docx", data), target=f"next:{STANDARD}")
    assert answer.status_code == 200
    assert words in words_of(answer.text)
    answer = desk.post(answer.url.path, {"act": "save"})
    assert answer.status_code == 422
    assert not desk.works.of(DRAFT).is_begun
    answer = desk.post(answer.url.path, {"act": "drop"})
    assert answer.url.path == "/ru/drafts/"


def test_a_file_that_does_not_say_whose_it_is_is_asked_about(desk: ADesk) -> None:
    answer = brought(desk, ("x.docx", a_word(paragraph("1. Слова."))))
    assert answer.status_code == 422
    assert "не сказано, чей это текст" in words_of(answer.text)


def test_without_a_file_nothing_is_kept(desk: ADesk) -> None:
    assert desk.post(BRING, {"target": ""}).status_code == 422
    assert brought(desk, ("x.docx", b"")).status_code == 422


def test_the_name_of_a_file_is_no_path_and_no_markup(desk: ADesk) -> None:
    answer = brought(desk, ("../../<b>x</b>.docx", b"no"), target=f"next:{STANDARD}")
    assert "<b>x</b>" not in answer.text
    kept = list((desk.works.data / "brought").iterdir())
    assert len(kept) == 1
    assert {one.name for one in kept[0].iterdir()} == {"0", "said.json"}


def test_what_is_no_document_is_told_so_and_not_asked_whose_text_it_is() -> None:
    read = read_files([("a.docx", b"MZ\x90\0")])
    with pytest.raises(NoTargetError) as told:
        target_of(cast(Works, None), read, "")
    assert told.value.saying.words == read[0][1].problems[0].kind.message


def test_half_of_what_was_brought_is_swept(tmp_path: Path) -> None:
    uploads, old = Uploads(tmp_path / "brought"), tmp_path / "brought" / ("0" * 32)
    old.mkdir(parents=True)
    (old / "0").write_bytes(b"half")
    os.utime(old, (0, 0))
    uploads.keep(UploadWish("aigerim", ("a",)), [PostedFile("a", b"x")], NOON)
    assert not old.exists()


def test_files_are_for_who_brought_them_and_for_a_day(tmp_path: Path) -> None:
    uploads = Uploads(tmp_path / "brought")
    token = uploads.keep(UploadWish("a", ("x.docx",)), [PostedFile("x.docx", b"1")], NOON)
    kept = uploads.of(token, "a", NOON)
    assert kept
    assert kept.files == (("x.docx", b"1"),)
    assert uploads.of(token, "b", NOON) is None
    assert uploads.of(token, "a", NOON + timedelta(days=2)) is None
    uploads.keep(
        UploadWish("a", ("y.docx",)), [PostedFile("y.docx", b"2")], NOON + timedelta(days=2)
    )
    assert uploads.of(token, "a", NOON) is None, "it was tidied away"


def test_so_many_files_are_kept_and_no_more(tmp_path: Path) -> None:
    uploads = Uploads(tmp_path / "brought")
    file, wish = PostedFile("x.docx", b"1"), UploadWish("a", ("x.docx",))
    tokens = [uploads.keep(wish, [file], NOON + timedelta(minutes=n)) for n in range(45)]
    assert uploads.of(tokens[0], "a", NOON) is None
    assert uploads.of(tokens[-1], "a", NOON)
    assert len(list((tmp_path / "brought").iterdir())) == 40


@pytest.mark.parametrize("token", ["x", "..%2f..", "0" * 32, "a" * 33])
def test_no_other_token_leads_to_files(desk: ADesk, token: str) -> None:
    assert desk.client.get(f"{BRING}{token}/").status_code in {404, 422}


def test_who_has_no_session_sends_no_files(tmp_path: Path) -> None:
    with a_desk(tmp_path) as desk:
        desk.client.cookies.clear()
        body = b"csrf=x&t=" + b"a" * (600 << 10)
        heads = {"Origin": ORIGIN, "Content-Type": "application/x-www-form-urlencoded"}
        answer = desk.client.post("/ru/drafts/bring/", content=body, headers=heads)
        assert answer.status_code == 413
        assert len(answer.content) < 64 << 10
