"""Letters to those who follow: asked for, confirmed, sent once, ended, forgotten."""

import re
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path

import pytest
from sqlalchemy import text

import builders as b
from following import BASE, Post, a_post
from repositories import committed
from talqy.service.messages.following import AskedFor
from talqy.service.messages.post import (
    LetterLaterError,
    LetterRefusedError,
    LetterUnknownError,
    MailAwayError,
)
from talqy.service.store.engines import transaction
from talqy.service.store.outbox import Outbox
from talqy.service.store.store import Store

WHO, OTHER = "aigerim@example.kz", "other@example.kz"
COMMENT, STANDARD = f"comment:{b.COMMENT}", f"standard:{b.STANDARD}"


@pytest.fixture
def post(tmp_path: Path) -> Iterator[Post]:
    store = Store.opened(tmp_path / "queue.sqlite")
    made = a_post(tmp_path, store)
    made.round()
    yield made
    store.close()


def test_a_life_of_letters_is_the_same_in_both_databases(tmp_path: Path, store: Store) -> None:
    post = a_post(tmp_path, store)
    post.round()
    post.follow(WHO, COMMENT)
    post.follow(OTHER, "all")
    post.following.ask("third@example.kz", "all", "ru", post.now)
    answer(post)
    post.box.before = [_later, lambda: None, lambda: None]
    assert post.round() == 2
    post.later(minutes=2)
    assert post.round() == 1
    assert len(set(post.box.told)) == 3
    assert post.following.outbox.counts() == {}
    post.later(days=3)
    post.round()
    assert len(_ids(post)) == 2, "who did not confirm is forgotten"
    for name in _ids(post):
        post.following.leave(name, post.following.seals.leave(name))
    assert _ids(post) == []


def _later() -> None:
    raise LetterLaterError("the mail server takes a letter later: 450")


def answer(post: Post) -> None:
    committed(post.folder, dict([b.a_file_of(b.a_response())]))


def test_before_an_address_is_confirmed_nothing_is_sent_but_that_question(post: Post) -> None:
    assert post.following.ask(WHO, COMMENT, "ru", post.now) is AskedFor.ON_ITS_WAY
    assert post.round() == 1
    (letter,) = post.box.letters
    assert letter["Subject"] == "Подтвердите свой адрес: Обсуждение"
    assert letter["List-Unsubscribe"] is None
    assert re.search(rf"{BASE}letters/confirm/\S+\?language=ru\n", letter.get_content())
    answer(post)
    assert post.round() == 0


def test_who_has_confirmed_is_told_of_the_comment_that_it_follows(post: Post) -> None:
    post.follow(WHO, COMMENT)
    answer(post)
    assert post.round() == 1
    (letter,) = post.box.letters
    assert (letter["To"], letter["Subject"]) == (
        WHO,
        "На комментарий дан ответ: k7m2p9qx4a – Регистрация рождения",
    )
    body = letter.get_content()
    assert "    Решение: Принято к сведению\n" in body
    assert "    https://talqy.gov.kz/ru/s/birth-registration/c/k7m2p9qx4a/\n" in body
    assert "О комментарии: k7m2p9qx4a." in body
    assert letter["List-Unsubscribe"].startswith(f"<{BASE}letters/leave/")
    assert post.round() == 0


def test_a_letter_is_in_the_language_that_was_asked_for(post: Post) -> None:
    post.follow(WHO, STANDARD, "kk")
    answer(post)
    post.round()
    (letter,) = post.box.letters
    assert letter["Subject"] == "1 пікірге жауап берілді – Тууды тіркеу"
    assert "Стандарт туралы: Тууды тіркеу." in letter.get_content()
    assert letter["Content-Language"] == "kk"
    assert re.search(rf"{BASE}letters/leave/\S+\?language=kk\n", letter.get_content())


def test_who_follows_all_gets_news_and_who_follows_another_standard_none(post: Post) -> None:
    post.follow(WHO, "all")
    post.follow(OTHER, "standard:another")
    answer(post)
    post.round()
    assert [to for to, _ in post.box.told] == [WHO]


def test_a_link_confirms_once_and_a_new_question_makes_another_link(post: Post) -> None:
    following = post.following
    following.ask(WHO, COMMENT, "ru", post.now)
    post.round()
    first = post.box.link()
    post.later(hours=1)
    following.ask(WHO, COMMENT, "ru", post.now)
    post.round()
    second = post.box.link()
    assert not following.confirm(*first, post.now)
    assert not following.confirm(second[0], "0" * 32, post.now)
    assert following.confirm(*second, post.now)
    assert not following.confirm(*second, post.now)


def test_who_does_not_confirm_is_forgotten_after_two_days(post: Post) -> None:
    post.following.ask(WHO, COMMENT, "ru", post.now)
    post.round()
    link = post.box.link()
    post.later(days=2, seconds=1)
    assert not post.following.confirm(*link, post.now)
    post.round()
    assert post.following.addressees.of(link[0]) is None


def test_one_press_ends_all_letters_and_deletes_the_address(post: Post) -> None:
    post.follow(WHO, COMMENT)
    answer(post)
    post.round()
    name, sign = post.box.link()
    assert not post.following.leave(name, "0" * 32)
    assert post.following.leave(name, sign)
    assert post.following.addressees.of(name) is None
    assert post.following.leave(name, sign)


def test_what_waits_for_who_has_left_is_not_sent(post: Post) -> None:
    post.follow(WHO, COMMENT)
    answer(post)

    def leave() -> None:
        name = next(iter(_ids(post)))
        post.following.leave(name, post.following.seals.leave(name))

    post.box.before = [leave]
    with pytest.raises(MailAwayError):
        post.round()
    assert post.box.letters == []
    post.later(hours=2)
    assert post.round() == 0


def test_who_asks_in_the_name_of_others_floods_nobody(post: Post) -> None:
    for at in range(20):
        assert post.following.ask(WHO, f"standard:s{at}", "ru", post.now) is AskedFor.ON_ITS_WAY
    post.round()
    assert len(post.box.letters) == 3


def test_so_many_letters_an_hour_go_to_all_together(
    post: Post, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("talqy.service.messages.following._MOST_TO_ALL", 5)
    found = [post.following.ask(f"a{at}@example.kz", "all", "ru", post.now) for at in range(7)]
    assert found == [AskedFor.ON_ITS_WAY] * 5 + [AskedFor.MANY] * 2
    post.later(hours=2)
    assert post.following.ask("b@example.kz", "all", "ru", post.now) is AskedFor.ON_ITS_WAY


def test_who_gets_letters_already_is_not_asked_again_and_nobody_learns_it(post: Post) -> None:
    post.follow(WHO, COMMENT)
    assert post.following.ask(WHO.upper(), COMMENT, "ru", post.now) is AskedFor.ON_ITS_WAY
    assert post.round() == 0
    assert post.following.ask("no address", COMMENT, "ru", post.now) is AskedFor.NO_ADDRESS


def test_who_follows_a_comment_is_forgotten_some_days_after_its_answer(post: Post) -> None:
    post.follow(WHO, COMMENT)
    post.later(days=400)
    post.round()
    assert _ids(post)
    answer(post)
    post.round()
    post.later(days=89)
    post.round()
    assert _ids(post)
    post.later(days=2)
    post.round()
    assert not _ids(post)


def test_the_queue_alone_tells_no_address(post: Post) -> None:
    post.follow(WHO, COMMENT)
    with transaction(post.store.engines.durable) as connection:
        rows = connection.execute(text("SELECT * FROM addressees")).all()
        counted = connection.execute(text("SELECT * FROM counted")).all()
    assert "aigerim" not in repr(rows) + repr(counted)
    assert "example.kz" not in repr(rows)


def test_a_mail_server_that_is_away_for_a_day_loses_nothing_and_doubles_nothing(
    post: Post,
) -> None:
    post.follow(WHO, COMMENT)
    post.follow(OTHER, STANDARD)
    answer(post)

    def away() -> None:
        raise MailAwayError("the mail server cannot be reached")

    for _ in range(30):
        post.box.before = [away]
        if post.following.outbox.waiting(post.now, 9):
            with pytest.raises(MailAwayError):
                post.round()
        post.later(hours=1)
    post.box.before = []
    assert post.round() == 2
    assert sorted(to for to, _ in post.box.told) == [WHO, OTHER]
    assert post.round() == 0


def test_things_that_happened_while_it_was_away_come_in_one_letter(post: Post) -> None:
    post.follow(WHO, "all")

    def away() -> None:
        raise MailAwayError("the mail server cannot be reached")

    answer(post)
    post.box.before = [away]
    with pytest.raises(MailAwayError):
        post.round()
    committed(post.folder, {"standards/project.yaml": b.a_project(today="2026-11-25")})
    post.later(hours=2)
    assert post.round() == 1
    (letter,) = post.box.letters
    assert letter["Subject"] == "Новости: 2 – Обсуждение"
    body = letter.get_content()
    assert "Ответ дан на 1 комментарий" in body
    assert "Обсуждение скоро завершится" in body


def test_one_address_that_is_slow_keeps_nobody_waiting(post: Post) -> None:
    post.follow(WHO, STANDARD)
    post.follow(OTHER, STANDARD)
    answer(post)

    def later() -> None:
        raise LetterLaterError("the mail server takes a letter later: 450")

    post.box.before = [later]
    assert post.round() == 1
    post.later(minutes=2)
    assert post.round() == 1
    assert sorted(to for to, _ in post.box.told) == [WHO, OTHER]


def test_an_address_that_is_refused_for_good_is_deleted_after_three_times(post: Post) -> None:
    new = [b.a_file_of(b.a_comment(name)) for name in _OTHERS]
    committed(post.folder, dict(new))
    post.follow(WHO, STANDARD)

    def refuse() -> None:
        raise LetterRefusedError("the mail server refuses a letter: 550")

    for number in range(3):
        assert len(_ids(post)) == 1
        committed(
            post.folder,
            dict(
                [
                    b.a_file_of(
                        b.a_response(
                            _OTHERS[number], decided={"by": b.MINISTRY, "on": f"2026-11-1{number}"}
                        )
                    )
                ]
            ),
        )
        post.box.before = [refuse]
        assert post.round() == 0
    assert _ids(post) == []


def test_a_letter_that_nobody_knows_of_is_counted_and_not_sent_again(post: Post) -> None:
    post.follow(WHO, COMMENT)
    answer(post)

    def lost() -> None:
        raise LetterUnknownError("whether a letter was taken is not known")

    post.box.after = [lost]
    with pytest.raises(MailAwayError):
        post.round()
    post.later(days=1)
    assert post.round() == 0
    assert len(post.box.letters) == 1
    assert post.following.outbox.counts() == {"unknown": 1}
    post.later(days=5)
    post.round()
    assert post.following.outbox.counts() == {}


_OTHERS = ("b3c4d5e6f1", "b3c4d5e6f2", "b3c4d5e6f3")


class CrashError(BaseException):
    """The process ends, at any line."""


POINTS = ("tell", "_reach", "handing", "sent")
RARE = ("_put", "_letters", "waiting", "notices", "doubt", "tidy")


@pytest.mark.parametrize("where", ["before", "after"])
@pytest.mark.parametrize(
    "point", [*POINTS, *(pytest.param(name, marks=pytest.mark.proof) for name in RARE)]
)
def test_a_crash_at_any_step_doubles_nothing_and_loses_nothing_but_what_went_out(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, point: str, where: str
) -> None:
    post = a_post(tmp_path, Store.opened(tmp_path / "queue.sqlite"))
    post.round()
    post.follow(WHO, COMMENT)
    post.follow(OTHER, STANDARD)
    answer(post)
    real = getattr(Outbox, point)
    left = [True]

    def crashing(*given: object, **named: object) -> object:
        if left and where == "before":
            left.clear()
            raise CrashError
        done = real(*given, **named)
        if left:
            left.clear()
            raise CrashError
        return done

    monkeypatch.setattr(Outbox, point, crashing)
    for _ in range(4):
        with suppress(CrashError):
            post.round()
        post.later(hours=2)
    came = [to for to, _ in post.box.told]
    assert len(came) == len(set(came))
    unknown = post.following.outbox.counts().get("unknown", 0)
    assert len(came) + unknown >= 2
    assert unknown <= 1
    post.store.close()


def _ids(post: Post) -> list[str]:
    with transaction(post.store.engines.durable) as connection:
        return list(connection.execute(text("SELECT id FROM addressees")).scalars())
