"""What comes through the doors of the form, and what does not; nothing that was typed is lost."""

import re
from datetime import date, timedelta
from html import unescape
from pathlib import Path
from typing import Any

import pytest

from form_posts import (
    EASY,
    LAST_DAY,
    STANDARD,
    WORDS,
    Citizen,
    a_citizen,
    hidden_in,
    key_in,
    number_in,
    proof_of,
    typed,
)
from gate_cases.making import IIN
from talqy.comments.signs import signs_of_text
from talqy.model.digest import digest_of_text_file
from talqy.model.service_form import FormSettings
from talqy.project.today import ClockSetBackError
from talqy.project.yaml_read import parse
from talqy.service.form.comment_key import is_key
from talqy.service.form.doors import DoorRules
from talqy.service.project_now import ProjectNow
from talqy.service.store.engines import StoreAwayError
from talqy.service.store.store import Store
from talqy.service.taken import Act, Lane, State, Taken


def tree_of(taken: Taken) -> dict[str, Any]:
    """Return what the stored file says."""
    tree = parse(taken.text, "").tree
    assert isinstance(tree, dict)
    return tree


def kept(page: str, text: str = WORDS) -> bool:
    """Return whether a page has all that was typed into the text."""
    found = re.search(r'<textarea id="say-text"[^>]*>\n(.*?)</textarea>', page, re.DOTALL)
    return found is not None and unescape(found[1]) == text


def test_what_is_too_long_is_told_and_costs_no_more_than_what_its_field_holds(
    citizen: Citizen, monkeypatch: pytest.MonkeyPatch
) -> None:
    longest: list[int] = []

    def counted(file: str, path: tuple[str, ...], text: str) -> list[Any]:
        longest.append(len(text))
        return list(signs_of_text(file, path, text))

    monkeypatch.setattr("talqy.intake.drawn_up.signs_of_text", counted)
    long = "+7 701 123 45 67 " * 3500
    page = citizen.looks_over(text=long)
    assert page.status_code == 422
    assert kept(page.text, long)
    assert "10 000" in page.text or "10 000" in page.text or "10000" in page.text
    assert max(longest) == 10_001
    assert citizen.stored == 0


def test_a_clock_that_was_set_back_is_told(citizen: Citizen) -> None:
    citizen.moment += timedelta(days=3)
    citizen.sent()
    citizen.moment -= timedelta(days=3)
    assert any("clock" in line for line in citizen.web.get("/health").json()["wrong"])


def test_words_that_are_sent_back_shut_nobody_out(tmp_path: Path) -> None:
    with a_citizen(tmp_path, DoorRules(many=2, most=3, work=EASY)) as one:
        preview = one.looks_over()
        for _ in range(12):
            assert one.sends(preview, text="x").status_code == 422
        assert one.sends(preview).status_code == 200
        for _ in range(40):
            answer = one.sends(preview, text="x")
        assert answer.status_code == 429


# --- the way through -------------------------------------------------------------------------


def test_a_post_of_the_site_is_never_stored_and_comes_back_whole(citizen: Citizen) -> None:
    page = citizen.looks_over(proposal="  Два дня.\n\nИ все.", author__name="Иван Образцов")
    assert page.status_code == 200
    assert citizen.stored == 0
    assert kept(page.text)
    assert "\n  Два дня.\n\nИ все.</textarea>" in page.text
    assert "Пока ничего не отправлено" in page.text
    assert 'value="Иван Образцов"' in page.text


def test_all_that_will_be_said_of_the_author_is_shown_before(citizen: Citizen) -> None:
    page = citizen.looks_over(author__foreign="true")
    shown = page.text.partition('class="comment will-be"')[2].partition("</article>")[0]
    assert "иностранец или лицо без гражданства" in shown


def test_what_was_typed_stays_text(citizen: Citizen) -> None:
    odd = "</textarea><script>alert(1)</script> прошу два дня"
    page = citizen.looks_over(text=odd, author__name='"><b>', clause="<i>", kind="'\"<")
    assert kept(page.text, odd)
    assert "<script>" not in page.text
    assert "<b>" not in page.text
    assert "<i>" not in page.text
    assert page.status_code == 422


def test_what_is_sent_is_stored_to_the_byte_that_will_be_published(citizen: Citizen) -> None:
    answer = citizen.sent()
    assert answer.status_code == 200
    taken = citizen.service.store.of(number_in(answer))
    assert taken
    assert (taken.state, taken.lane, taken.standard) == (State.RECEIVED, Lane.USUAL, STANDARD)
    assert taken.digest == digest_of_text_file(taken.text)
    assert taken.digest in answer.text
    tree = tree_of(taken)
    assert (tree["text"], tree["channel"], tree["received"]) == (WORDS, "web", "2026-11-20")
    assert is_key(key_in(answer), taken.key_hash)
    assert [line.act.what for line in citizen.service.store.log_of(taken.id)] == ["taken"]


def test_lines_of_a_text_stay_lines(citizen: Citizen) -> None:
    answer = citizen.sent(text=f"{WORDS}\r\nИ вторая строка.")
    taken = citizen.service.store.of(number_in(answer))
    assert taken
    assert tree_of(taken)["text"] == f"{WORDS}\nИ вторая строка."


def test_without_a_script_it_goes_the_slower_way_and_is_never_refused(citizen: Citizen) -> None:
    answer = citizen.sends(citizen.looks_over(), solved=False)
    taken = citizen.service.store.of(number_in(answer))
    assert taken
    assert taken.lane is Lane.SLOW
    assert "рассмотреть позже" in answer.text


def test_the_form_of_the_service_itself_needs_no_second_page(citizen: Citizen) -> None:
    page = citizen.web.get(f"/c/{STANDARD}/?language=ru")
    assert page.status_code == 200
    assert citizen.stored == 0
    number_in(citizen.sends(page))


def test_a_clause_that_a_link_names_is_chosen(citizen: Citizen) -> None:
    page = citizen.web.get(f"/c/{STANDARD}/?language=ru&clause=term")
    assert '<option value="term" selected>' in page.text
    assert '<option value="ru" selected>' in page.text, "all else is as on an empty form"


# --- the same again --------------------------------------------------------------------------


def test_the_same_submission_again_gives_the_same_receipt_and_key(citizen: Citizen) -> None:
    page = citizen.looks_over()
    said = {**typed(), **hidden_in(page), "proof": proof_of(page)}
    citizen.waits(seconds=5)
    first = citizen.posts("/send", said)
    citizen.waits(hours=20)
    again = citizen.posts("/send", said)
    assert number_in(first) == number_in(again)
    assert key_in(first) == key_in(again)
    assert citizen.stored == 1


def test_other_words_from_the_same_page_are_another_comment(citizen: Citizen) -> None:
    page = citizen.looks_over()
    first = citizen.sends(page)
    second = citizen.sends(page, text=f"{WORDS} И еще одно.")
    assert number_in(first) != number_in(second)
    taken = citizen.service.store.of(number_in(second))
    assert taken
    assert taken.lane is Lane.SLOW, "a challenge counts once"


def test_two_people_who_say_the_same_are_two_comments(citizen: Citizen) -> None:
    assert number_in(citizen.sent()) != number_in(citizen.sent())
    assert citizen.stored == 2


# --- each door -------------------------------------------------------------------------------


@pytest.mark.parametrize("token", ["", "x", "A" * 120, "я", "=" * 80])
def test_a_page_that_is_not_ours_leads_to_one_that_is(citizen: Citizen, token: str) -> None:
    page = citizen.posts("/send", typed(token=token))
    assert (page.status_code, citizen.stored) == (422, 0)
    assert kept(page.text)
    number_in(citizen.sends(page))


def test_a_token_is_of_one_draft(citizen: Citizen) -> None:
    page = citizen.looks_over()
    said = {**typed(), **hidden_in(page), "draft": "housing-assistance r1"}
    citizen.waits(seconds=5)
    assert citizen.posts("/send", said).status_code == 422
    assert citizen.stored == 0


def test_a_token_of_another_service_is_none(tmp_path: Path, citizen: Citizen) -> None:
    page = citizen.looks_over()
    token = hidden_in(page)["token"]
    changed = token[:-2] + ("AA" if token[-2:] != "AA" else "BB")
    answer = citizen.posts("/send", {**typed(), **hidden_in(page), "token": changed})
    assert (answer.status_code, citizen.stored) == (422, 0)


def test_who_is_quicker_than_people_presses_again(citizen: Citizen) -> None:
    page = citizen.looks_over()
    citizen.waits(seconds=1)
    again = citizen.posts("/send", {**typed(), **hidden_in(page)})
    assert (again.status_code, citizen.stored) == (422, 0)
    assert "быстрее" in again.text
    number_in(citizen.sends(again))


def test_an_old_page_loses_nothing(citizen: Citizen) -> None:
    citizen.moment = citizen.moment.replace(hour=1)
    page = citizen.looks_over()
    citizen.waits(hours=11, minutes=59)
    number_in(citizen.sends(page))
    citizen.waits(minutes=2)
    old = citizen.sends(page, text=f"{WORDS} Вот.")
    assert old.status_code == 422
    assert "открыта долго" in old.text
    assert kept(old.text, f"{WORDS} Вот.")
    number_in(citizen.sends(old))


def test_a_clock_that_was_set_back_loses_nothing(citizen: Citizen) -> None:
    page = citizen.looks_over()
    citizen.waits(hours=-1)
    answer = citizen.sends(page)
    assert (answer.status_code, citizen.stored) == (422, 0)
    assert kept(answer.text)
    number_in(citizen.sends(answer))


def test_a_field_that_nobody_sees_is_to_stay_empty(citizen: Citizen) -> None:
    page = citizen.sends(citizen.looks_over(), website="http://spam.example/")
    assert (page.status_code, citizen.stored) == (422, 0)
    assert kept(page.text)
    number_in(citizen.sends(page))


def test_without_the_button_nobody_has_agreed(citizen: Citizen) -> None:
    page = citizen.sends(citizen.looks_over(), consent="")
    assert (page.status_code, citizen.stored) == (422, 0)
    assert "согласия" in page.text


def test_from_one_network_many_go_slower_and_very_many_later(tmp_path: Path) -> None:
    rules = DoorRules(many=2, most=3, work=EASY)
    with a_citizen(tmp_path, rules) as citizen:
        lanes = []
        for n in range(3):
            taken = citizen.service.store.of(number_in(citizen.sent(text=f"{WORDS} {n}.")))
            assert taken
            lanes.append(taken.lane)
        assert lanes == [Lane.USUAL, Lane.USUAL, Lane.SLOW]
        page = citizen.sent()
        assert (page.status_code, citizen.stored) == (429, 3)
        assert page.headers["Retry-After"]
        assert kept(page.text)
        citizen.waits(hours=2)
        number_in(citizen.sends(page))


def test_a_proof_of_another_page_or_a_forged_one_is_none(citizen: Citizen) -> None:
    other = proof_of(citizen.looks_over())
    for proof in (other, "e30=", "!!", "eyJjaGFsbGVuZ2UiOiAxfQ==", "A" * 5000, "я"):
        page = citizen.looks_over(text=f"{WORDS} {len(proof)}.")
        answer = citizen.sends(page, solved=False, proof=proof, text=f"{WORDS} {len(proof)}.")
        taken = citizen.service.store.of(number_in(answer))
        assert taken
        assert taken.lane is Lane.SLOW, proof


# --- the judge -------------------------------------------------------------------------------


def test_what_the_judge_refuses_stands_beside_its_field(citizen: Citizen) -> None:
    page = citizen.looks_over(text=f"Мой ИИН {IIN}, прошу сократить срок.")
    assert 'id="say-text-note-1"' in page.text
    assert 'aria-describedby="say-text-hint say-text-note-1"' in page.text
    assert "есть индивидуальный идентификационный номер" in page.text
    answer = citizen.sends(page, text=f"Мой ИИН {IIN}, прошу сократить срок.")
    assert (answer.status_code, citizen.stored) == (422, 0)
    number_in(citizen.sends(answer))


def test_what_the_judge_only_notes_is_told_before_and_then_taken(citizen: Citizen) -> None:
    quote = "Таких слов в проекте нет"
    form = citizen.web.get(f"/c/{STANDARD}/?language=ru")
    page = citizen.sends(form, quote=quote)
    assert (page.status_code, citizen.stored) == (422, 0)
    assert "Цитата" in page.text
    number_in(citizen.sends(page, quote=quote))


@pytest.mark.parametrize("field", ["kind", "text", "clause"])
def test_a_needed_field_that_is_empty_is_said_at_it(citizen: Citizen, field: str) -> None:
    empty = typed(**{field: ""})
    page = citizen.posts("/", empty)
    assert f'id="say-{field}-note-1"' in page.text
    assert page.text.count('class="notice') == 1, "nothing else is said of what nobody has chosen"
    citizen.waits(seconds=5)
    assert citizen.posts("/send", {**empty, **hidden_in(page)}).status_code == 422
    assert citizen.stored == 0


def test_what_a_clerk_would_be_told_is_said_to_the_author(citizen: Citizen) -> None:
    page = citizen.looks_over(author__name="Иван 35")
    assert "Оставьте только имя" in page.text


def test_fields_that_are_not_known_and_twice_are_told(citizen: Citizen) -> None:
    page = citizen.posts("/", {**typed(), "outcome": "accepted", "<i>x</i>": "1"})
    assert "outcome, &lt;i&gt;x&lt;/i&gt;" in page.text
    assert citizen.stored == 0


# --- bodies that are no form -------------------------------------------------------------------


@pytest.mark.parametrize(
    ("body", "kind", "status"),
    [
        ("draft=a", "text/plain", 415),
        ("draft=a", "multipart/form-data; boundary=x", 415),
        ("text=%ff%fe", "application/x-www-form-urlencoded", 400),
        (b"text=\xff", "application/x-www-form-urlencoded", 400),
        ("&".join(f"a{n}=1" for n in range(60)), "application/x-www-form-urlencoded", 400),
        (f"text={'а' * 70_000}", "application/x-www-form-urlencoded", 400),
        (f"text={'a' * 200_000}", "application/x-www-form-urlencoded", 413),
        (f"text={'%D0%B0' * 33_000}", "application/x-www-form-urlencoded", 413),
        (f"author.name={'a' * 2_000}", "application/x-www-form-urlencoded", 413),
        ("draft=nowhere+r9&text=Слова", "application/x-www-form-urlencoded", 400),
        ("draft=nowhere+r9&text=Words", "application/x-www-form-urlencoded", 404),
        ("", "application/x-www-form-urlencoded", 404),
    ],
    ids=lambda value: str(value)[:30],
)
@pytest.mark.parametrize("path", ["/", "/send"])
def test_what_is_no_form_is_said_to_be_none(
    citizen: Citizen, path: str, body: str | bytes, kind: str, status: int
) -> None:
    data = body.encode() if isinstance(body, str) else body
    answer = citizen.web.post(path, content=data, headers={"Content-Type": kind})
    assert answer.status_code == status, answer.text
    assert citizen.stored == 0


def test_words_on_a_draft_that_is_not_there_can_be_copied(citizen: Citizen) -> None:
    page = citizen.looks_over(draft="nowhere r9")
    assert page.status_code == 404
    assert WORDS in page.text


def test_the_longest_comment_that_the_form_allows_can_come_in(citizen: Citizen) -> None:
    long = ("Прошу сократить срок оказания услуги до двух дней. " * 200)[:9_900]
    page = citizen.looks_over(text=long)
    assert page.status_code == 200
    assert kept(page.text, long)


# --- the day -----------------------------------------------------------------------------------


def day_of(citizen: Citizen, page: str) -> date:
    taken = citizen.service.store.of(page)
    assert taken
    return taken.received


def test_the_day_is_that_of_the_project_to_the_last_second(citizen: Citizen) -> None:
    citizen.moment = LAST_DAY - timedelta(seconds=30)
    page = citizen.looks_over()
    citizen.moment = LAST_DAY - timedelta(seconds=5)
    answer = citizen.sends(page)
    assert day_of(citizen, number_in(answer)) == date(2026, 11, 27)
    assert "после последнего дня" not in answer.text


def test_after_midnight_of_the_last_day_it_is_told_and_still_possible(citizen: Citizen) -> None:
    citizen.moment = LAST_DAY - timedelta(seconds=2)
    page = citizen.looks_over()
    told = citizen.sends(page)
    assert (told.status_code, citizen.stored) == (422, 0)
    assert "наступил другой день" in told.text
    assert "после последнего дня обсуждения" in told.text
    assert kept(told.text)
    answer = citizen.sends(told)
    assert day_of(citizen, number_in(answer)) == date(2026, 11, 28)
    assert "Он пришел после последнего дня обсуждения" in answer.text


def test_on_a_text_that_nobody_discusses_nothing_is_taken(citizen: Citizen) -> None:
    page = citizen.looks_over(draft=f"{STANDARD} r1")
    assert (page.status_code, citizen.stored) == (422, 0)
    assert "обсуждение редакции" in page.text.lower()
    assert citizen.sends(page, draft=f"{STANDARD} r1").status_code == 422
    assert citizen.stored == 0


# --- when the service is not well ------------------------------------------------------------


def test_where_the_queue_is_away_the_words_are_not(
    citizen: Citizen, monkeypatch: pytest.MonkeyPatch
) -> None:
    page = citizen.looks_over()
    with monkeypatch.context() as patch:
        patch.setattr(Store, "take", _away)
        answer = citizen.sends(page)
    assert (answer.status_code, citizen.stored) == (503, 0)
    assert answer.headers["Retry-After"]
    assert kept(answer.text)
    number_in(citizen.sends(answer))


def test_where_nothing_can_be_asked_of_the_queue_the_words_are_kept_as_well(
    citizen: Citizen, monkeypatch: pytest.MonkeyPatch
) -> None:
    page = citizen.looks_over()
    with monkeypatch.context() as patch:
        for call in ("of", "of_posted", "count", "newest", "take", "spend"):
            patch.setattr(Store, call, _away)
        for answer in (citizen.looks_over(), citizen.sends(page)):
            assert answer.status_code == 503
            assert kept(answer.text)
    number_in(citizen.sends(answer))


def test_a_clock_behind_the_queue_takes_nothing_and_keeps_the_words(citizen: Citizen) -> None:
    number = number_in(citizen.sent())
    citizen.waits(minutes=-4)
    number_in(citizen.sent(text=f"{WORDS} Второе."))
    citizen.waits(minutes=-4)
    answer = citizen.sent(text=f"{WORDS} Третье.")
    assert (answer.status_code, citizen.stored) == (503, 2)
    assert "Третье." in answer.text
    health = citizen.web.get("https://comments.example.kz/health")
    assert (health.status_code, health.json()["takes"]) == (503, False)
    assert "the clock of this machine is behind" in health.json()["wrong"][0]
    # What is refused or withdrawn holds up no clock: so a day that was wrong is got rid of.
    act = Act("refused", citizen.moment, "officer", "off-topic")
    assert citizen.service.store.move(number, set(State), State.REFUSED, act)
    citizen.waits(minutes=4)
    number_in(citizen.sends(answer, text=f"{WORDS} Третье."))


def test_who_looks_over_very_often_sees_the_words_unjudged(tmp_path: Path) -> None:
    rules = DoorRules(many=1, most=1, work=EASY)
    with a_citizen(tmp_path, rules) as citizen:
        assert [citizen.looks_over().status_code for _ in range(11)] == [200] * 10 + [429]
        answer = citizen.looks_over(text="Мой номер +7 701 123 45 67.")
        assert answer.status_code == 429
        assert "Мой номер +7 701 123 45 67.</textarea>" in answer.text
        assert 'class="notice' not in answer.text
        number_in(citizen.sends(answer))  # what is sent is counted apart
        citizen.waits(hours=1, minutes=2)
        assert citizen.looks_over().status_code == 200


def test_what_was_stored_before_its_answer_was_lost_is_not_stored_twice(
    citizen: Citizen, monkeypatch: pytest.MonkeyPatch
) -> None:
    page, take = citizen.looks_over(), Store.take

    def take_and_fall(store: Store, *given: Any) -> None:
        take(store, *given)
        raise StoreAwayError("the connection is gone")

    with monkeypatch.context() as patch:
        patch.setattr(Store, "take", take_and_fall)
        answer = citizen.sends(page)
    assert (answer.status_code, citizen.stored) == (503, 1)
    assert key_in(citizen.sends(answer))
    assert citizen.stored == 1


def test_a_page_that_comes_back_sends_the_same_again(citizen: Citizen) -> None:
    """Another language, a look at one's words, a button pressed too soon: it is one page."""
    page = citizen.looks_over()
    token = hidden_in(page)["token"]
    spoken = citizen.posts("/", {**typed(), **hidden_in(page), "speak": "kk"})
    assert hidden_in(spoken)["token"] == token
    foreign = citizen.posts("/", {**typed(), **hidden_in(page)}, Sec_Fetch_Site="cross-site")
    assert hidden_in(foreign)["token"] != token
    other = citizen.posts("/", {**typed(), **hidden_in(page), "draft": f"{STANDARD} r1"})
    assert hidden_in(other)["token"] != token
    citizen.waits(hours=13)
    late = citizen.posts("/", {**typed(), **hidden_in(page)})
    assert hidden_in(late)["token"] != token


def test_a_clock_before_the_record_takes_nothing(
    citizen: Citizen, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(ProjectNow, "day", _set_back)
    for answer in (citizen.looks_over(), citizen.web.get("/"), citizen.posts("/send", typed())):
        assert answer.status_code == 503
        assert "Retry-After" in answer.headers
    assert citizen.stored == 0


def test_what_the_doors_say_is_counted_by_words_of_the_code(citizen: Citizen) -> None:
    citizen.sent(text=f"{WORDS} Считаем.")
    citizen.posts("/send", typed(token=""))
    figures = citizen.web.get("https://comments.example.kz/metrics").text
    assert 'talqy_events_total{event="form sent"}' in figures
    assert 'talqy_events_total{event="form unknown page"}' in figures
    assert "Считаем" not in figures


def test_the_rules_are_those_of_the_settings() -> None:
    rules = DoorRules.of(FormSettings(usual=1, most=2, hours=3, rounds=4))
    assert (rules.many, rules.most, rules.oldest) == (1, 2, timedelta(hours=3))
    assert rules.work.rounds == 4


def _away(*_: object) -> None:
    raise StoreAwayError("the disk is full")


def _set_back(*_: object) -> None:
    raise ClockSetBackError("the record goes further")
