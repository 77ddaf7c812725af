"""The queue: what it takes is there, once, and moves only from where it is."""

from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from datetime import timedelta

import pytest

from queues import NOON, act, after, named, taken
from talqy.service.store.engines import StoreAddressError
from talqy.service.store.store import IdTakenError, Store
from talqy.service.taken import Lane, State

WAITS = (State.RECEIVED, State.LOOKED_AT)


def test_what_is_taken_is_there_to_the_byte(store: Store) -> None:
    one = taken(lane=Lane.SLOW, text="a\r\nә ✓\n".encode())
    assert store.take(one, act()) == replace(one, changed_at=one.taken_at)
    assert store.of(one.id) == replace(one, changed_at=one.taken_at)
    assert store.of_posted(str(one.posted)) == store.of(one.id)
    assert store.of("0000000000") is None


def test_what_was_posted_before_gives_the_one_that_is_there(store: Store) -> None:
    first = store.take(taken(1), act())
    again = taken(2, posted=first.posted)
    assert store.take(again, act()) == first
    assert store.of(again.id) is None
    assert len(store.log_of(first.id)) == 1


def test_an_id_of_another_comment_is_refused(store: Store) -> None:
    store.take(taken(1), act())
    with pytest.raises(IdTakenError):
        store.take(taken(2, id=named(1)), act())
    assert store.counts()[State.RECEIVED] == 1


def test_the_same_posted_at_once_is_taken_once(store: Store) -> None:
    many = [taken(number, posted="one and the same") for number in range(1, 25)]
    with ThreadPoolExecutor(8) as pool:
        found = list(pool.map(lambda one: store.take(one, act()), many))
    assert len({one.id for one in found}) == 1
    assert sum(store.counts().values()) == 1


def test_a_comment_moves_only_from_where_it_is(store: Store) -> None:
    one = store.take(taken(), act())
    assert store.move(one.id, WAITS, State.TO_PUBLISH, act("publish", 5, by="publisher"))
    assert not store.move(one.id, WAITS, State.REFUSED, act("refuse", 6, reason="insult"))
    moved = store.of(one.id)
    assert moved
    assert (moved.state, moved.reason, moved.changed_at) == (State.TO_PUBLISH, "", after(5))
    lines = [(line.act.what, line.was, line.to, line.act.by) for line in store.log_of(one.id)]
    assert lines == [
        ("taken", None, State.RECEIVED, "form"),
        ("publish", State.RECEIVED, State.TO_PUBLISH, "publisher"),
    ]


def test_of_two_who_move_a_comment_at_once_one_has_moved_it(store: Store) -> None:
    for number in range(1, 9):
        store.take(taken(number), act())

    def tried(number: int) -> int:
        target = State.REFUSED if number % 2 else State.TO_PUBLISH
        return sum(store.move(named(n), WAITS, target, act("decided")) for n in range(1, 9))

    with ThreadPoolExecutor(4) as pool:
        assert sum(pool.map(tried, range(4))) == 8
    assert {len(store.log_of(named(number))) for number in range(1, 9)} == {2}


def test_many_move_at_once_and_those_that_have_not_are_left_out(store: Store) -> None:
    for number in (1, 2, 3):
        store.take(taken(number), act())
    store.move(named(2), WAITS, State.HELD, act("hold"))
    ids = [named(3), named(2), named(1), named(9)]
    assert store.move_all(ids, WAITS, State.TO_PUBLISH, act("publish")) == [named(3), named(1)]


def test_a_reason_goes_with_its_state(store: Store) -> None:
    one = store.take(taken(), act())
    store.move(one.id, WAITS, State.REFUSED, act("refuse", 1, reason="insult", values={"n": "ә"}))
    refused = store.of(one.id)
    assert refused
    assert refused.reason == "insult"
    assert store.log_of(one.id)[-1].act.values == {"n": "ә"}


def test_comments_wait_in_the_order_in_which_they_came(store: Store) -> None:
    for number in (3, 1, 2):
        store.take(taken(number), act())
    store.take(taken(4, taken_at=after(3), standard="housing"), act())
    ids = [one.id for one in store.waiting(WAITS)]
    assert ids == [named(number) for number in (1, 2, 3, 4)]
    assert [one.id for one in store.waiting(WAITS, standard="housing")] == [named(4)]
    assert [one.id for one in store.waiting(WAITS, most=2)] == ids[:2]
    third = store.of(named(3))
    assert [one.id for one in store.waiting(WAITS, after=third)] == [named(4)]
    assert store.waiting([State.HELD]) == []
    assert store.oldest(WAITS) == after(1)
    assert store.oldest([State.HELD]) is None


def test_a_challenge_is_spent_once(store: Store) -> None:
    with ThreadPoolExecutor(8) as pool:
        spent = list(pool.map(lambda _: store.spend("one", after(600)), range(16)))
    assert sum(spent) == 1
    store.tidy(after(601))
    assert store.spend("one", after(1200))


def test_counts_are_of_a_key_and_of_a_window(store: Store) -> None:
    ten = timedelta(minutes=10)
    assert [store.count("a", ten, after(seconds)) for seconds in (0, 1, 60, 599)] == [1, 2, 3, 4]
    assert store.count("b", ten, after(599)) == 1
    assert store.count("a", ten, after(659)) == 3
    assert store.count("a", ten, after(661)) == 3
    store.tidy(after(3 * 86_400))
    assert store.count("a", timedelta(days=9), after(3 * 86_400)) == 1


def test_one_process_at_a_time_has_a_work(store: Store) -> None:
    assert store.lease("publish", "a", after(60), NOON)
    assert not store.lease("publish", "b", after(61), after(1))
    assert store.lease("publish", "a", after(120), after(30))
    assert not store.lease("publish", "b", after(130), after(119))
    assert store.lease("publish", "b", after(180), after(120))
    assert not store.lease("publish", "a", after(181), after(121))


def test_what_is_forgotten_leaves_what_people_may_ask_for(store: Store) -> None:
    for number in (1, 2, 3):
        store.take(taken(number), act())
    store.move(named(1), WAITS, State.REFUSED, act("refuse", 10, reason="insult"))
    store.move(named(2), WAITS, State.REFUSED, act("refuse", 20, reason="insult"))
    assert store.forget([State.REFUSED], after(15), act("forgotten", 30)) == 1
    assert store.forget([State.REFUSED], after(15), act("forgotten", 31)) == 0
    gone, kept = store.of(named(1)), store.of(named(2))
    assert gone
    assert kept
    assert gone.is_forgotten
    assert (gone.text, gone.posted, gone.reason) == (b"", None, "insult")
    assert gone.key_hash == taken(1).key_hash
    assert not kept.is_forgotten
    assert [line.act.what for line in store.log_of(named(1))][-1] == "forgotten"
    assert store.take(taken(4, posted=taken(1).posted), act()).id == named(4)


def test_old_lines_of_the_log_can_be_forgotten(store: Store) -> None:
    store.note(act("started", 0, by="service"))
    store.take(taken(), act("taken", 5))
    assert store.forget_log(after(1)) == 1
    assert store.log_of("") == ()
    assert len(store.log_of(taken().id)) == 1


@pytest.mark.parametrize("wrong", ["mysql://here/queue", "queue.sqlite", "", "sqlite:///queue"])
def test_another_database_is_refused(wrong: str) -> None:
    with pytest.raises(StoreAddressError):
        Store.opened(wrong)


def test_another_text_takes_the_place_of_one_and_the_first_of_all_is_kept(store: Store) -> None:
    first = store.take(taken(1), act())
    states = (State.RECEIVED,)
    assert not store.rewrite(first.id, b"other", b"new", states, act("redacted"))
    assert not store.rewrite(first.id, first.text, b"new", (State.HELD,), act("redacted"))
    assert store.original_of(first.id) is None
    assert store.rewrite(first.id, first.text, b"second", states, act("redacted"))
    assert store.rewrite(first.id, b"second", b"third", states, act("redacted"))
    now = store.of(first.id)
    assert now
    assert (now.text, now.digest, now.state) == (b"third", first.digest, State.RECEIVED)
    assert store.original_of(first.id) == first.text
    assert [line.act.what for line in store.log_of(first.id)] == ["taken", "redacted", "redacted"]


def test_what_was_taken_out_is_forgotten_when_its_comment_is_decided(store: Store) -> None:
    for number, state in enumerate((State.HELD, State.PUBLISHED, State.REFUSED), 1):
        one = store.take(taken(number), act())
        store.rewrite(one.id, one.text, b"cut", (State.RECEIVED,), act("redacted", number))
        store.move(one.id, (State.RECEIVED,), state, act("moved", number))
    assert store.forget_originals(after(1)) == 0
    assert store.forget_originals(after(3)) == 1
    assert store.forget_originals(after(9)) == 1
    assert [store.original_of(named(number)) is None for number in (1, 2, 3)] == [False, True, True]


def test_how_many_there_are_of_each_kind(store: Store) -> None:
    for number in range(1, 6):
        store.take(taken(number, revision=1 + number % 2), act())
    store.move(named(1), (State.RECEIVED,), State.REFUSED, act("refused", reason="insult"))
    store.move(named(3), (State.RECEIVED,), State.REFUSED, act("refused", reason="off-topic"))
    standard = "birth-registration"
    assert store.tally() == {
        (standard, 1, State.RECEIVED, ""): 2,
        (standard, 2, State.RECEIVED, ""): 1,
        (standard, 2, State.REFUSED, "insult"): 1,
        (standard, 2, State.REFUSED, "off-topic"): 1,
    }
