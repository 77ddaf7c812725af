"""After a comment is sent: its receipt, what becomes of it, what its author does with the key."""

import json
import re
from datetime import UTC
from pathlib import Path

import pytest

from builders import a_response
from form_posts import (
    STANDARD,
    WORDS,
    Citizen,
    a_citizen,
    hidden_in,
    key_in,
    number_in,
    typed,
)
from held_words import held
from repositories import committed
from talqy.model.publishing import OfficialRole
from talqy.project.yaml_write import dumped
from talqy.service.officials import Who
from talqy.service.publish.acts import Acts, TakenOut
from talqy.service.taken import SENT, Act, ActName, State, Taken


def taken_of(citizen: Citizen, number: str) -> Taken:
    found = citizen.service.store.of(number)
    assert found
    return found


def moved(citizen: Citizen, number: str, to: State, reason: str = "") -> None:
    """Move a comment on, as an official or the worker does."""
    act = Act(str(to), citizen.moment, "officer", reason)
    assert citizen.service.store.move(number, set(State), to, act)


def official(citizen: Citizen) -> Acts:
    """Return what an official of the authority can do."""
    return Acts(citizen.service, Who("officer", frozenset(OfficialRole)))


def status(citizen: Citizen, number: str, language: str = "ru") -> str:
    answer = citizen.web.get(f"/status/{number}?language={language}")
    assert answer.status_code == 200
    return str(answer.text)


# --- the receipt -----------------------------------------------------------------------------


def test_a_receipt_is_open_to_all_and_shows_no_word_and_no_key(citizen: Citizen) -> None:
    sent = citizen.sent(author__name="Иван Образцов")
    number, key = number_in(sent), key_in(sent)
    page = citizen.web.get(f"/receipt/{number}?language=ru").text
    taken = taken_of(citizen, number)
    for told in (number, taken.digest, held("20~ноября~2026~года"), f"/status/{number}", "<svg"):
        assert told in page, told
    for untold in (WORDS, "Образцов", key, "data:text"):
        assert untold not in page, untold


def test_what_is_saved_is_the_receipt_and_the_file(citizen: Citizen) -> None:
    sent = citizen.sent()
    number = number_in(sent)
    taken = taken_of(citizen, number)
    answer = citizen.web.get(f"/receipt/{number}.json")
    assert answer.headers["Content-Disposition"] == f'attachment; filename="receipt-{number}.json"'
    said = json.loads(answer.text)
    assert said["receipt"] == "talqy service receipt 1"
    assert (said["comment"], said["digest"], said["received"]) == (
        number,
        taken.digest,
        "2026-11-20",
    )
    assert said["taken_at"] == taken.taken_at.astimezone(UTC).isoformat(timespec="seconds")
    assert said["answers_due"]
    assert f'download="{number}.yaml"' in sent.text


@pytest.mark.parametrize(
    "path",
    [
        "/receipt/0000000000",
        "/receipt/x",
        "/receipt/%2e%2e%2fqueue",
        "/receipt/0000000000.json",
        "/receipt/0000000000.exe",
        "/status/0000000000",
        "/status/%00",
        "/status/ыыыыыыыыыы",
        "/status/?id=zzz",
        "/status/",
        "/c/nowhere/",
        "/c/%3Cscript%3E/",
        "/assets/nothing.css",
        "/assets/..%2f..%2fservice.yaml",
        "/assets/../frame.html",
        "/nothing",
    ],
)
def test_an_address_of_nothing_is_said_to_be_one(citizen: Citizen, path: str) -> None:
    answer = citizen.web.get(path)
    assert answer.status_code == 404, answer.text
    assert "<script>" not in answer.text


def test_a_number_that_is_typed_leads_to_its_comment(citizen: Citizen) -> None:
    number = number_in(citizen.sent())
    answer = citizen.web.get(f"/status/?id=%20{number.upper()}%20&language=ru")
    assert answer.status_code == 200
    assert number in answer.text


# --- what becomes of it ----------------------------------------------------------------------

_SAID = {
    State.RECEIVED: "поступил и ждет рассмотрения",
    State.LOOKED_AT: "рассматривает сотрудник",
    State.HELD: "внимательнее",
    State.ASKED_BACK: "спрашивает автора",
    State.TO_PUBLISH: "будет опубликован",
    State.QUEUED: "выходит на сайт",
    State.PUSHED: "выходит на сайт",
    State.PUBLISHED: "ждет ответа",
    State.REFUSED: "не публикуется",
    State.WITHDRAWN: "Автор отозвал",
}


def test_every_state_is_said_in_every_language(citizen: Citizen) -> None:
    number = number_in(citizen.sent())
    said = set()
    for state in State:
        moved(citizen, number, state)
        assert _SAID[state] in status(citizen, number), state
        said.add((status(citizen, number, "kk"), status(citizen, number, "en")))
    assert len(said) == len(set(_SAID.values()))


def test_what_is_merged_is_read_from_the_repository(tmp_path: Path) -> None:
    with a_citizen(tmp_path) as citizen:
        number = number_in(citizen.sent())
        taken = taken_of(citizen, number)
        folder = f"comments/{STANDARD}/r2/2026-11-20"
        project = citizen.service.settings.repository
        committed(project, {f"{folder}/{number}.yaml": taken.text})
        citizen.service.project._looked_at = float("-inf")
        assert "опубликован и ждет ответа" in status(citizen, number)
        answer = dumped(a_response(number))
        committed(project, {f"{folder}/{number}.response.yaml": answer})
        citizen.service.project._looked_at = float("-inf")
        assert "опубликован, на него есть ответ" in status(citizen, number)


def test_what_was_published_and_is_gone_is_not_said_to_be_published(citizen: Citizen) -> None:
    number = number_in(citizen.sent())
    act = Act("gone from main", citizen.service.now(), "publisher")
    assert citizen.service.store.move(number, tuple(State), State.HELD, act)
    for language, words in (("ru", "сейчас его нет"), ("kk", "қайта қарайды"), ("en", "no longer")):
        said = status(citizen, number, language)
        assert words in said
        assert "ждет ответа" not in said


def test_a_comment_that_came_by_another_way_has_a_status_and_no_key(citizen: Citizen) -> None:
    name = next(
        match[1]
        for path in citizen.service.project.now().tree
        if (match := re.fullmatch(r"comments/.*/([0-9a-z]{10})\.yaml", path))
    )
    page = status(citizen, name)
    assert 'name="key"' not in page


# --- with the key ----------------------------------------------------------------------------


def with_key(citizen: Citizen, number: str, key: str, **more: str) -> tuple[int, str]:
    answer = citizen.posts(f"/status/{number}", {"key": key, "page": "ru", **more})
    return answer.status_code, answer.text


def test_the_author_withdraws_and_nobody_else(citizen: Citizen) -> None:
    sent = citizen.sent()
    number, key = number_in(sent), key_in(sent)
    other = key_in(citizen.sent())
    for wrong in (other, "", "x", key[:-1], key + "0", "я" * 60):
        code, page = with_key(citizen, number, wrong, do="withdraw", sure="yes")
        assert (code, taken_of(citizen, number).state) == (403, State.RECEIVED), wrong
        assert "не ключ" in page
    code, _ = with_key(citizen, number, key, do="withdraw")
    assert (code, taken_of(citizen, number).state) == (422, State.RECEIVED)
    code, page = with_key(citizen, number, f"  {key.upper()} ", do="withdraw", sure="yes")
    assert (code, taken_of(citizen, number).state) == (200, State.WITHDRAWN)
    assert "Комментарий отозван" in page
    log = [(line.act.what, line.act.by) for line in citizen.service.store.log_of(number)]
    assert log == [("taken", "form"), ("withdrawn", "author")]


@pytest.mark.parametrize("state", [State.QUEUED, State.PUSHED, State.PUBLISHED])
def test_of_what_has_gone_out_the_wish_is_noted(citizen: Citizen, state: State) -> None:
    sent = citizen.sent()
    number, key = number_in(sent), key_in(sent)
    moved(citizen, number, state)
    assert "он уже отправлен" in status(citizen, number)
    code, page = with_key(citizen, number, key, do="withdraw", sure="yes")
    assert (code, taken_of(citizen, number).state) == (200, state)
    assert "Ваше желание записано" in page
    assert number in citizen.service.store.noted(ActName.WISH_TO_WITHDRAW, SENT)


def test_who_sends_again_what_was_withdrawn_is_told_so(citizen: Citizen) -> None:
    preview = citizen.looks_over()
    answer = citizen.sends(preview)
    number, key = number_in(answer), key_in(answer)
    with_key(citizen, number, key, do="withdraw", sure="yes")
    again = citizen.sends(preview)
    assert number_in(again) == number
    in_russian = {"language": "ru"}
    receipt = citizen.web.get(f"/receipt/{number}", params=in_russian).text
    for page in (again.text, receipt):
        assert "Автор отозвал" in page
        assert "поступил и сохранен" not in page
    for page in (receipt, citizen.web.get(f"/status/{number}", params=in_russian).text):
        assert "Ответы нужно дать до" not in page


def test_what_is_refused_is_not_withdrawn_and_its_reason_is_told(citizen: Citizen) -> None:
    sent = citizen.sent()
    number, key = number_in(sent), key_in(sent)
    official(citizen).refuse(number, "off-topic")
    assert "Обоснование: Не относится к проекту" in status(citizen, number)
    assert "Жобаға қатысы жоқ" in status(citizen, number, "kk")
    code, page = with_key(citizen, number, key, do="withdraw", sure="yes")
    assert (code, taken_of(citizen, number).state) == (409, State.REFUSED)
    assert "сделать нельзя" in page


def test_a_question_needs_the_key_and_so_does_its_answer(citizen: Citizen) -> None:
    sent = citizen.sent()
    number, key = number_in(sent), key_in(sent)
    assert "ни о чем не спрашивают" in with_key(citizen, number, key, do="read")[1]
    official(citizen).ask(number, "О каком отделе вы пишете?\nИ когда это было?")
    assert "отделе" not in status(citizen, number)
    code, page = with_key(citizen, number, "x", do="answer", answer="Об отделе <b>1</b>.")
    assert code == 403
    assert "отделе вы" not in page
    assert "Об отделе &lt;b&gt;1&lt;/b&gt;.</textarea>" in page
    assert "<p>О каком отделе вы пишете?</p>" in with_key(citizen, number, key, do="read")[1]
    assert with_key(citizen, number, key, do="answer", answer=" ")[0] == 422
    code, page = with_key(citizen, number, key, do="answer", answer="Об отделе 1.")
    assert (code, taken_of(citizen, number).state) == (200, State.RECEIVED)
    assert citizen.service.store.log_of(number)[-1].act.values == {"answer": "Об отделе 1."}
    again = with_key(citizen, number, key, do="answer", answer="Еще раз.")
    assert again[0] == 409


def test_a_key_stands_in_no_place_but_the_answer(citizen: Citizen) -> None:
    sent = citizen.sent()
    number, key = number_in(sent), key_in(sent)
    with citizen.service.store.engines.reading() as connection:
        kept = str(connection.exec_driver_sql("select * from comments").all())
        kept += str(connection.exec_driver_sql("select * from acts").all())
    assert key not in kept
    assert key.replace("-", "") not in kept
    assert key not in citizen.web.get(f"/receipt/{number}").text
    assert sent.headers["Cache-Control"] == "no-store"
    assert "location" not in sent.headers
    assert sent.headers["Referrer-Policy"] == "no-referrer"


def test_an_answer_is_taken_whole_or_not_at_all(citizen: Citizen) -> None:
    sent = citizen.sent()
    number, key = number_in(sent), key_in(sent)
    official(citizen).ask(number, "О каком отделе вы пишете?")
    long = "Об этом.\r\n" * 300
    code, page = with_key(citizen, number, key, do="answer", answer=long)
    assert (code, taken_of(citizen, number).state) == (413, State.ASKED_BACK)
    assert page.count("Об этом.") == 300
    fitting = "Об отделе 1.\r\n" * 150 + "ЭТО КОНЕЦ"
    assert len(fitting) > 2_000 > len(fitting.replace("\r\n", "\n"))
    code, _ = with_key(citizen, number, key, do="answer", answer=fitting)
    assert code == 200
    last = citizen.service.store.log_of(number)[-1].act.values["answer"]
    assert last.endswith("ЭТО КОНЕЦ")


IIN = "990101300122"


def test_an_answer_with_somebodys_identity_number_is_not_taken(citizen: Citizen) -> None:
    sent = citizen.sent()
    number, key = number_in(sent), key_in(sent)
    official(citizen).ask(number, "О каком отделе вы пишете?")
    words = f"Об отделе 1, мой номер {IIN}."
    code, page = with_key(citizen, number, key, do="answer", answer=words)
    assert (code, taken_of(citizen, number).state) == (422, State.ASKED_BACK)
    assert words in page
    assert 'id="answer-note-1"' in page
    assert "О каком отделе" in page
    assert all("answered" not in line.act.what for line in citizen.service.store.log_of(number))


def test_a_receipt_after_words_were_taken_out_says_so(citizen: Citizen) -> None:
    page = citizen.looks_over(text="Прошу учесть мнение Ивана Образцова о сроке.")
    sent = citizen.sends(page, text="Прошу учесть мнение Ивана Образцова о сроке.")
    number = number_in(sent)
    assert "убрал из комментария слова" not in sent.text
    why = {"kk": "Өзге адамның аты алынды.", "ru": "Убрано имя другого человека."}
    out = TakenOut(["Ивана Образцова"], name=False, reason=why)
    assert official(citizen).redact(number, out).is_done
    said = {**typed(text="Прошу учесть мнение Ивана Образцова о сроке."), **hidden_in(page)}
    again = citizen.posts("/send", said)
    for shown in (again.text, citizen.web.get(f"/receipt/{number}?language=ru").text):
        assert "убрал из комментария слова" in shown
        assert taken_of(citizen, number).digest in shown
    assert "убрал из комментария слова" in status(citizen, number)
    assert "сөздерді алып тастаған" in status(citizen, number, "kk")


def test_capitals_in_an_address_are_forgiven(citizen: Citizen) -> None:
    number = number_in(citizen.sent())
    assert number in status(citizen, number.upper())
    typed_from_paper = number.upper()
    for path in (f"receipt/{typed_from_paper}", f"receipt/{typed_from_paper}.JSON"):
        assert citizen.web.get(f"/{path}").status_code == 200, path
    assert citizen.web.get("/c/Birth-Registration/").status_code == 200
