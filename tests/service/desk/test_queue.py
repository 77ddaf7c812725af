"""The queue at the desk: what officials see, and what they decide, of one and of many."""

import re
from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest
from httpx2 import Response

from attached_files import a_jpeg
from desks import ORIGIN, READER, TODAY, ADesk, a_desk, csrf_of, words_of
from held_words import held
from one_official import OneOfficial
from publishing import WHY_CUT, Publishing, a_publishing
from talqy.model.comment import Author, AuthorKind
from talqy.model.digest import digest_of_bytes
from talqy.model.publishing import OfficialRole
from talqy.office.attached_form import AttachedForm
from talqy.service.attachments.file_folder import FileFolder
from talqy.service.desk.work.place import DeskPlace
from talqy.service.desk.work.works import Works
from talqy.service.officials import Who
from talqy.service.publish.acts import TakenOut
from talqy.service.publish.by_author import answer_back, question_to, withdraw
from talqy.service.sent_file import SentFile
from talqy.service.taken import Act, State

QUEUE = "/ru/queue/"
SAME = "Срок оказания услуги слишком велик, его надо сократить до одного рабочего дня."
PHONE = "Прошу сократить срок, мой номер +7 701 123 45 67, звоните вечером."
WHY = {"reason.kk": "Өзге адамның деректері алынды.", "reason.ru": "Убраны чужие данные."}
AIGERIM = Who("aigerim", frozenset({OfficialRole.PUBLISHER, OfficialRole.READER}))
BERIK = Who("berik", AIGERIM.roles)


@pytest.fixture
def at(tmp_path: Path) -> Iterator[Callable[..., tuple[ADesk, Publishing]]]:
    """Open a desk beside a service, at which Aigerim sits."""
    opened: list[Any] = []

    def make(**publish: Any) -> tuple[ADesk, Publishing]:
        here = a_publishing(tmp_path, **publish)
        works = Works(DeskPlace(here.own, "main"), tmp_path / "desk", TODAY)
        context = a_desk(tmp_path, works, service=here.service)
        desk = context.__enter__()
        desk.context.sign_in = OneOfficial(desk, AIGERIM)
        opened.extend((context, here.service))
        return desk, here

    yield make
    if opened:
        opened[0].__exit__(None, None, None)
        opened[1].close()


Opened = Callable[..., tuple[ADesk, Publishing]]


def shown(page: str, name: str) -> str:
    """Return what a form of a page sends of a comment."""
    found = re.search(rf'name="c" value="({name}\.[0-9a-f]+)"', page)
    assert found, words_of(page)
    return found[1]


def many(desk: ADesk, names: list[str], **said: str) -> Response:
    """Do the same with comments that are ticked on the list."""
    page = desk.get(QUEUE)
    ticked = [shown(page, name) for name in names]
    return desk.post(f"{QUEUE}act/", {"c": ticked, **said}, of=QUEUE)


def one(desk: ADesk, comment: str, **said: str) -> Response:
    """Do something with one comment from its own page."""
    at = f"{QUEUE}{comment}/"
    return desk.post(at, {"c": shown(desk.get(at), comment), **said})


def look(desk: ADesk, comment: str) -> Response:
    """Say on the page of a comment that one looks at it."""
    at = f"{QUEUE}{comment}/"
    return desk.post(f"{at}look/", {"c": shown(desk.get(at), comment)}, of=at)


def log(here: Publishing, comment: str) -> list[tuple[str, str]]:
    return [(line.act.what, line.act.by) for line in here.service.store.log_of(comment)]


def test_without_a_service_there_is_no_queue(desk: ADesk) -> None:
    assert "queue/" not in desk.get("/ru/")
    desk.get(QUEUE, 404)


def test_the_list_shows_words_the_judge_and_alike_ones_together(at: Opened) -> None:
    desk, here = at()
    ids = [here.take(number, text).id for number, text in ((1, SAME), (2, PHONE), (3, SAME))]
    here.take(4, clause="nowhere")
    page = desk.get(QUEUE)
    places = [page.index(f'id="q-{name}"') for name in ids]
    assert places[0] < places[2] < places[1]
    said = words_of(page)
    assert f"Похожие: {ids[2]}" in said
    assert "в таком виде нельзя опубликовать" in said
    assert "G18" in said
    assert "Все, что ждет 4" in said


def test_a_strangers_words_are_words(at: Opened) -> None:
    desk, here = at()
    name = here.take(1, "<script>alert(1)</script> {{ 7 * 7 }} сократить срок до дня").id
    for page in (desk.get(QUEUE), desk.get(f"{QUEUE}{name}/")):
        assert "<script>alert" not in page
        assert "&lt;script&gt;alert(1)&lt;/script&gt; {{ 7 * 7 }}" in page


def test_many_are_decided_at_once_and_what_cannot_be_is_said(at: Opened) -> None:
    desk, here = at()
    ids = [here.take(number).id for number in (1, 2)] + [here.take(3, clause="nowhere").id]
    answer = many(desk, ids, do="publish")
    assert answer.status_code == 409
    assert here.states(*ids) == [State.TO_PUBLISH, State.TO_PUBLISH, State.RECEIVED]
    said = words_of(answer.text)
    assert "Сделано: 2" in said
    assert ids[2] in said
    assert ids[0] not in said
    assert "Сделано." in many(desk, [ids[2]], do="refuse", reason="nothing-said").text
    assert here.state(ids[2]) is State.REFUSED
    assert log(here, ids[2])[-1] == ("refused", "aigerim")


@pytest.mark.parametrize(
    ("publish", "told"),
    [
        ({"way": "straight", "minutes": 1}, "Их опубликуют в течение 2 мин."),
        ({"way": "batch", "minutes": 15}, "В течение 16 мин. они попадут в пакет"),
    ],
)
def test_what_is_on_its_way_waits_no_more(at: Opened, publish: dict[str, Any], told: str) -> None:
    """It is said when it will be public; it stands apart, where nobody publishes it again."""
    desk, here = at(**publish)
    ids = [here.take(number).id for number in (1, 2, 3)]
    answer = many(desk, ids[:2], do="publish")
    said = held(words_of(answer.text))
    assert held(f"Отправлено на публикацию комментариев: 2. {told}") in said
    assert "Все, что ждет 1" in said
    assert [name in answer.text for name in ids] == [False, False, True]
    going = desk.get(f"{QUEUE}?state=to-publish")
    assert [name in going for name in ids] == [True, True, False]
    assert ('value="publish"' in going, 'value="hold"' in going) == (False, True)
    here.round()
    sent = desk.get(f"{QUEUE}?state=outgoing")
    assert 'value="hold"' not in sent


@pytest.mark.parametrize(
    "said", [{}, {"do": "refuse"}, {"do": "refuse", "reason": "x"}, {"do": "drop"}]
)
def test_what_is_no_act_decides_nothing(at: Opened, said: dict[str, str]) -> None:
    desk, here = at()
    name = here.take(1).id
    assert "Ничего не решено" in many(desk, [name], **said).text
    assert here.state(name) is State.RECEIVED


def test_one_is_opened_held_asked_and_published(at: Opened) -> None:
    desk, here = at()
    name = here.take(1).id
    assert "Отмечено" in look(desk, name).text
    assert here.state(name) is State.LOOKED_AT
    assert "Сделано" in one(desk, name, do="hold", note="Подождать юриста").text
    assert "Подождать юриста" in desk.get(f"{QUEUE}{name}/")
    asked = one(desk, name, do="ask", question="Какой пункт вы имеете в виду?")
    assert "Вопрос задан" in asked.text
    assert question_to(here.service, name) == "Какой пункт вы имеете в виду?"
    answer_back(here.service, name, "Пункт 2")
    assert "Пункт 2" in desk.get(f"{QUEUE}{name}/")
    assert "Отмечено" in look(desk, name).text
    assert "Отправлено на публикацию" in one(desk, name, do="publish").text
    assert here.state(name) is State.TO_PUBLISH
    assert [what for what, _ in log(here, name)] == [
        *("taken", "looked at", "held", "asked back", "answered back", "looked at", "to publish"),
    ]


def test_words_are_taken_out_before_anybody_can_read_them(at: Opened) -> None:
    desk, here = at()
    name = here.take(1, PHONE, author=Author(kind=AuthorKind.INDIVIDUAL, name="Айгүл")).id
    lacking = one(desk, name, do="redact")
    assert lacking.status_code == 422
    assert "Укажите, что убрать" in lacking.text
    other = one(desk, name, do="redact", words="чего нет", **WHY)
    assert other.status_code == 422
    assert "чего нет" in other.text
    phone = "+7 701 123 45 67"
    assert "Слова убраны" in one(desk, name, do="redact", words=phone, name="yes", **WHY).text
    page = desk.get(f"{QUEUE}{name}/")
    assert phone not in page
    assert "Айгүл" not in page
    assert "Отправлено на публикацию" in one(desk, name, do="publish").text


def test_what_is_decided_is_decided_of_the_words_that_were_shown(at: Opened) -> None:
    desk, here = at()
    name = here.take(1, PHONE).id
    page = desk.get(f"{QUEUE}{name}/")
    assert one(desk, name, do="redact", words="звоните вечером", **WHY).status_code == 200
    late = {"csrf": csrf_of(page), "c": shown(page, name), "do": "refuse", "reason": "insult"}
    answer = desk.client.post(f"{QUEUE}{name}/", data=late, headers={"Origin": ORIGIN})
    assert answer.status_code == 409
    assert "изменились" in answer.text
    assert here.state(name) is State.RECEIVED


def test_two_persons_say_the_same(at: Opened) -> None:
    desk, here = at(persons=2)
    name = here.take(1).id
    said = many(desk, [name], do="publish").text
    assert "ждут согласия другого сотрудника: 1" in said
    assert "как только то же скажет второй сотрудник" in said
    many(desk, [name], do="publish")
    assert here.state(name) is State.RECEIVED
    assert "говорит: к публикации" in words_of(desk.get(f"{QUEUE}{name}/"))
    desk.context.sign_in = OneOfficial(desk, BERIK)
    assert "aigerim говорит: к публикации" in words_of(desk.get(QUEUE))
    many(desk, [name], do="publish")
    assert here.state(name) is State.TO_PUBLISH


def test_who_withdraws_is_gone_and_who_is_public_is_named(at: Opened) -> None:
    desk, here = at()
    gone, public = (here.take(number).id for number in (1, 2))
    withdraw(here.service, gone)
    here.acts().publish(public)
    here.round(at_once=True)
    withdraw(here.service, public)
    said = words_of(desk.get(QUEUE))
    assert gone not in said
    assert f"как на отозванные. {public}" in said


def test_what_stands_behind_the_end_of_a_file_is_told_to_who_opens_it(at: Opened) -> None:
    desk, here = at()
    data = a_jpeg() + b"PK\3\4" * 900
    FileFolder(here.service.settings.data).put(data)
    file = SentFile("Снимок.jpg", digest_of_bytes(data), AttachedForm.JPEG, len(data))
    taken = here.service.store.take(
        replaced(here.take(2), here), Act("taken", here.clock(), "form"), [file]
    )
    assert "После конца файла есть еще данные: 3 КБ" in words_of(desk.get(f"{QUEUE}{taken.id}/"))
    assert desk.client.get(f"{QUEUE}{taken.id}/file/1").content == data


def test_files_are_handed_out_to_be_saved(at: Opened) -> None:
    desk, here = at()
    data = b"%PDF-1.4 a file of a stranger"
    FileFolder(here.service.settings.data).put(data)
    taken = here.take(1)
    file = SentFile("Письмо.pdf", digest_of_bytes(data), AttachedForm.PDF, len(data))
    other = here.take(2)
    again = here.service.store.take(
        replaced(other, here), Act("taken", here.clock(), "form"), [file]
    )
    page = desk.get(f"{QUEUE}{again.id}/")
    assert "Письмо.pdf" in page
    assert "После конца файла" not in page
    answer = desk.client.get(f"{QUEUE}{again.id}/file/1")
    assert answer.content == data
    assert answer.headers["Content-Disposition"].startswith("attachment")
    for path in (f"{again.id}/file/2", f"{taken.id}/file/1"):
        assert desk.client.get(f"{QUEUE}{path}").status_code != 200
    for path in (f"{again.id}/file/x", f"{again.id}/file/{'9' * 5000}", "nobody/file/1"):
        assert desk.client.get(f"{QUEUE}{path}").status_code == 404


def replaced(taken: Any, here: Publishing) -> Any:
    """Return a comment with another id and another submission."""
    return replace(
        taken,
        id="f1f2f3f4f5",
        posted="f" * 64,
        taken_at=taken.taken_at + timedelta(seconds=1),
    )


@pytest.mark.parametrize("method", ["GET", "HEAD"])
def test_what_is_only_asked_for_is_not_looked_at(at: Opened, method: str) -> None:
    desk, here = at()
    name = here.take(1).id
    heads = {"Sec-Fetch-Site": "cross-site", "Sec-Purpose": "prefetch"}
    desk.client.request(method, f"{QUEUE}{name}/", headers=heads)
    assert desk.get(f"{QUEUE}{name}/")
    assert here.states(name) == [State.RECEIVED]
    assert [what for what, _ in log(here, name)] == ["taken"]


def test_who_looks_says_so(at: Opened) -> None:
    desk, here = at()
    name = here.take(1).id
    desk.context.sign_in = OneOfficial(desk, READER)
    assert look(desk, name).status_code == 200
    assert here.states(name) == [State.LOOKED_AT]
    assert "/look/" not in desk.get(f"{QUEUE}{name}/")


def test_looking_at_words_that_have_changed_leads_on_from_their_page(at: Opened) -> None:
    desk, here = at()
    name = here.take(1).id
    before = shown(desk.get(f"{QUEUE}{name}/"), name)
    here.acts().redact(name, TakenOut(["замечание"], name=False, reason=WHY_CUT))
    page = desk.post(f"{QUEUE}{name}/look/", {"c": before}, of=QUEUE)
    assert (page.status_code, here.state(name)) == (422, State.RECEIVED)
    assert set(re.findall(r'<form method="post" action="([^"]*)"', page.text)) == {
        f"{QUEUE}{name}/",
        f"{QUEUE}{name}/look/",
    }


def test_who_may_only_look_decides_nothing_and_others_do_not_look(at: Opened) -> None:
    desk, here = at()
    name = here.take(1).id
    desk.context.sign_in = OneOfficial(desk, READER)
    page = desk.get(f"{QUEUE}{name}/")
    assert 'name="do"' not in page
    assert desk.post(f"{QUEUE}{name}/", {"do": "publish"}, of=QUEUE).status_code == 403
    assert desk.post(f"{QUEUE}act/", {"do": "publish"}, of=QUEUE).status_code == 403
    desk.context.sign_in = OneOfficial(desk, Who("d", frozenset({OfficialRole.ANSWERER})))
    desk.get(QUEUE, 403)


@pytest.mark.parametrize("path", ["nobody/", "..%2f..%2fx/", "?state=x", "?after=zz&standard=../x"])
def test_what_is_not_there_is_not_shown(at: Opened, path: str) -> None:
    desk, _ = at()
    desk.get(QUEUE + path, 200 if path.startswith("?") else 404)


def test_more_than_a_page_goes_on_behind_a_link(
    at: Opened, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("talqy.service.desk.queue.queue_list.ON_A_PAGE", 2)
    desk, here = at()
    ids = [here.take(number).id for number in (1, 2, 3)]
    page = desk.get(QUEUE)
    after = re.search(r'href="([^"]*after=[^"]*)"', page)
    assert after
    assert ids[2] not in page
    rest = desk.get(after[1])
    assert ids[2] in rest
    assert ids[0] not in rest
