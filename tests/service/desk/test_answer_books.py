"""Answers at the desk as a workbook, out and back; and alike comments among very many."""

import re
from io import BytesIO
from pathlib import Path
from time import sleep

import pytest
from openpyxl import load_workbook

import builders as b
from cases import a_record
from desk_steps import published
from desks import ANSWERS, BERIK, ADesk, a_desk, some_works, words_of
from talqy.intake.importing import MOST_BYTES
from talqy.service.desk.answers import alike
from talqy.service.desk.answers.alike import AlikeSearch, SearchState

LIST = "/ru/answers/birth-registration/r2/"
BOOK = f"{LIST}workbook/"
KEYS, FIRST_ROW = 1, 3
ANSWER = {
    "outcome": "Принято к сведению",
    "reason-kk": "Портал арқылы өтініш беру 3-тармақта көзделген.",
    "reason-ru": "Подача заявления через портал предусмотрена пунктом 3.",
}


def filled(data: bytes, **said: str) -> bytes:
    """Return a workbook with an answer in its first row."""
    book = load_workbook(BytesIO(data))
    sheet = book.worksheets[0]
    columns = {str(cell.value): cell.column or 0 for cell in sheet[KEYS]}
    for key, value in said.items():
        sheet.cell(FIRST_ROW, columns[key.replace("_", "-")]).value = value
    kept = BytesIO()
    book.save(kept)
    return kept.getvalue()


def sent(desk: ADesk, data: bytes, **more: str) -> tuple[int, str]:
    """Bring a workbook back; return the status, and what is said."""
    answer = desk.post(BOOK, more, files={"workbook": ("answers.xlsx", data)})
    return answer.status_code, words_of(answer.text)


@pytest.fixture
def book(desk: ADesk) -> bytes:
    """The workbook of the open text."""
    answer = desk.client.get(f"{LIST}workbook.xlsx")
    assert answer.status_code == 200
    assert answer.headers["Content-Disposition"].endswith('"birth-registration-r2.answers.xlsx"')
    return answer.content


def test_signs_that_nobody_sees_do_not_come_in_with_a_workbook(desk: ADesk, book: bytes) -> None:
    typed = {**ANSWER, "reason-ru": ANSWER["reason-ru"].replace("через", "\u202eче\u200bрез\u202c")}
    assert sent(desk, filled(book, **typed))[0] == 200
    record = desk.works.of(ANSWERS).state.known[0].record("birth-registration")
    response = record.response_to("c5d6e7f8g9") if record else None
    assert response
    assert response.reason["ru"] == ANSWER["reason-ru"]


def test_a_workbook_goes_out_and_its_answers_come_back(desk: ADesk, book: bytes) -> None:
    status, said = sent(desk, filled(book, **ANSWER))
    assert (status, "Сохранено из файла. Ответов: 1; строк с ошибками: 0" in said) == (200, True)
    record = desk.works.of(ANSWERS).state.known[0].record("birth-registration")
    response = record.response_to("c5d6e7f8g9") if record else None
    assert response
    assert response.outcome == "noted"
    status, said = sent(desk, filled(book, **ANSWER))
    assert (status, "Ничего не сохранено. Готовы к сохранению 0 Без изменений 1" in said) == (
        200,
        True,
    )


def test_nothing_is_saved_while_a_row_has_a_fault(desk: ADesk, book: bytes) -> None:
    status, said = sent(desk, filled(book, **{**ANSWER, "outcome": "может быть"}))
    assert status == 422
    assert "С ошибками 1" in said
    assert "W12" in said
    assert re.search(r"answers\.xlsx, лист «Ответы», ячейка [A-Z]+[0-9]+ ", said)
    assert "!" not in said
    assert desk.works.place.tip(ANSWERS) is None


def test_an_answer_changed_at_the_desk_since_is_put_in_place_only_when_said(
    desk: ADesk, book: bytes
) -> None:
    assert sent(desk, filled(book, **ANSWER))[0] == 200
    other = filled(book, **{**ANSWER, "outcome": "Не принято"})
    status, said = sent(desk, other)
    assert status == 422
    assert "отметьте поле ниже" in said
    assert "--replace" not in said
    assert sent(desk, other, replace="yes")[0] == 200


def outcome_now(desk: ADesk) -> str:
    record = desk.works.of(ANSWERS).state.known[0].record("birth-registration")
    response = record.response_to("c5d6e7f8g9") if record else None
    return str(response.outcome) if response else ""


@pytest.mark.parametrize("more", ["", " Толығырақ."])
def test_a_workbook_brings_nothing_back_that_was_taken_back(
    desk: ADesk, book: bytes, more: str
) -> None:
    """Neither the same answer nor one of other words, unless it is said."""
    assert sent(desk, filled(book, **ANSWER))[0] == 200
    desk.works.undo(ANSWERS, desk.works.of(ANSWERS).commit, BERIK)
    assert outcome_now(desk) == ""
    again = filled(book, **{**ANSWER, "reason-kk": ANSWER["reason-kk"] + more})
    status, said = sent(desk, again)
    assert (status, outcome_now(desk)) == (422, "")
    assert "W33" in said
    assert "отметьте поле ниже" in said
    assert sent(desk, again, replace="yes")[0] == 200
    assert outcome_now(desk) == "noted"


def test_a_workbook_brings_nothing_back_that_was_set_back(desk: ADesk, book: bytes) -> None:
    """To what it was when the workbook was made, also where all of it is published by now."""
    sent(desk, filled(book, **ANSWER))
    later = desk.client.get(f"{LIST}workbook.xlsx?all=1").content
    assert sent(desk, filled(later, outcome="Не принято"))[0] == 200
    published(desk, ANSWERS)
    assert sent(desk, filled(book, **ANSWER), replace="yes")[0] == 200
    assert outcome_now(desk) == "noted"
    assert sent(desk, filled(later, outcome="Не принято"))[0] == 422
    assert outcome_now(desk) == "noted"


def test_a_workbook_made_before_others_saved_elsewhere_is_taken(desk: ADesk, book: bytes) -> None:
    """An answer that nobody has touched since counts, whatever became of others."""
    other = filled(book, **ANSWER)
    assert sent(desk, other)[0] == 200
    later = desk.client.get(f"{LIST}workbook.xlsx?all=1").content
    assert sent(desk, filled(later, outcome="Не принято"))[0] == 200
    assert outcome_now(desk) == "rejected"


@pytest.mark.parametrize("data", [b"", b"no workbook", b"PK\x03\x04" + b"x" * 100])
def test_what_is_no_workbook_is_said_to_be_none(desk: ADesk, data: bytes) -> None:
    status, said = sent(desk, data)
    assert (status, "Ничего не сохранено" in said or "Выберите файл" in said) == (422, True)


def test_nothing_chosen_and_too_much(desk: ADesk) -> None:
    answer = desk.post(BOOK, {})
    assert answer.status_code == 422
    assert "Выберите файл" in answer.text
    assert sent(desk, b"x" * (MOST_BYTES + (65 << 10)))[0] == 413


def test_a_workbook_of_another_text_is_refused(desk: ADesk) -> None:
    other = desk.client.get("/ru/answers/housing-assistance/r1/workbook.xlsx").content
    status, said = sent(desk, filled(other, **ANSWER))
    assert status == 422
    assert "к другому тексту" in said


# --- alike ones ----------------------------------------------------------------------------------

SAID = "Срок оказания услуги слишком велик, его надо сократить до одного дня."


@pytest.fixture
def cache(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Where is kept what was found."""
    monkeypatch.setenv("TALQY_CACHE", str(tmp_path / "cache"))
    return tmp_path


def test_alike_ones_among_many_are_looked_for_beside_the_pages_and_kept(
    cache: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    record = a_record(
        b.a_revision(1),
        comments=[b.a_comment(name, text=SAID) for name in ("a1a1a1a1a1", "a2a2a2a2a2")],
    )
    search = AlikeSearch(cache, few=1)
    assert search.of(record.comments).state is SearchState.GOES_ON
    for _ in range(600):
        found = search.of(record.comments)
        if found.state is not SearchState.GOES_ON:
            break
        sleep(0.05)
    assert list(found.groups["a2a2a2a2a2"]) == ["a1a1a1a1a1", "a2a2a2a2a2"]

    class Never:
        def __init__(self, **_: float) -> None:
            raise AssertionError

    monkeypatch.setattr(alike, "Worker", Never)
    again = AlikeSearch(cache, few=1).of(record.comments)
    assert (again.state, again.groups) == (SearchState.DONE, found.groups)


def test_a_search_that_breaks_has_failed_and_goes_on_no_more(
    cache: Path, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    class Broken:
        def __init__(self, **_: float) -> None:
            raise ValueError(SAID)

    monkeypatch.setattr(alike, "Worker", Broken)
    said = [b.a_comment(name, text=SAID) for name in ("a1a1a1a1a1", "a2a2a2a2a2")]
    comments = a_record(b.a_revision(1), comments=said).comments
    search = AlikeSearch(cache, few=1)
    search.of(comments)
    for _ in range(600):
        if search.of(comments).state is not SearchState.GOES_ON:
            break
        sleep(0.05)
    assert search.of(comments).state is SearchState.FAILED
    assert "ValueError in test_answer_books.py" in caplog.text
    assert SAID not in caplog.text


def test_the_pages_say_that_the_search_goes_on_or_has_failed(tmp_path: Path) -> None:
    with a_desk(tmp_path, some_works(tmp_path)) as desk:
        desk.sign_in()
        for state, said in (
            (SearchState.GOES_ON, "еще ищутся"),
            (SearchState.FAILED, "найти не удалось"),
        ):
            with pytest.MonkeyPatch.context() as patch:
                patch.setattr(
                    AlikeSearch, "of", lambda *_, state=state: alike.FoundAlike({}, state)
                )
                assert said in words_of(desk.get(LIST))


def test_a_workbook_of_before_a_work_was_given_up_brings_none_of_it_again(
    desk: ADesk, book: bytes
) -> None:
    mine = filled(book, **ANSWER)
    assert sent(desk, mine)[0] == 200
    works = desk.works
    works.drop(ANSWERS, works.of(ANSWERS).commit, BERIK)
    status, said = sent(desk, mine)
    assert "W33" in said
    assert (status, works.of(ANSWERS).is_begun) == (422, False)
    assert sent(desk, mine, replace="yes")[0] == 200
    assert works.of(ANSWERS).is_begun
