"""The worker: rounds while the service runs, what health says of it, and what is forgotten when."""

import time
from collections.abc import Callable, Iterator
from datetime import timedelta
from pathlib import Path
from typing import Any, cast

import pytest

from publishing import Publishing, a_publishing
from serving import asked
from talqy.service.app import application
from talqy.service.publish.acts import TakenOut
from talqy.service.publish.by_author import answer_back
from talqy.service.publish.keeping import forget_what_is_due, kept
from talqy.service.publish.round import Publisher
from talqy.service.publish.worker import PublishingWorker, longest_minutes
from talqy.service.store.engines import StoreAwayError
from talqy.service.taken import Act, State

WHY = {"kk": "Өзге адамның аты алынды.", "ru": "Убрано имя другого человека."}


@pytest.fixture
def here(tmp_path: Path) -> Iterator[Publishing]:
    made = a_publishing(tmp_path, minutes=1)
    yield made
    made.service.close()


def wrong(here: Publishing) -> list[str]:
    with asked(here.service) as client:
        found: list[str] = client.get("/health").json()["wrong"]
    return [line for line in found if "disk" not in line]


def test_it_works_while_the_service_runs_and_no_longer(here: Publishing) -> None:
    from starlette.testclient import TestClient

    ids = here.to_publish(1)
    here.clock.on(minutes=2)
    app = application(here.service, beside=PublishingWorker(here.service).working)
    with TestClient(app):
        until = time.monotonic() + 20
        while here.states(*ids) != [State.PUSHED]:
            assert time.monotonic() < until
            time.sleep(0.02)


def test_what_keeps_it_from_publishing_is_told_once_and_until_it_is_over(here: Publishing) -> None:
    worker, away = PublishingWorker(here.service), here.folder / "away.git"
    assert wrong(here) == []
    here.forge.rename(away)
    here.to_publish(1)
    assert [worker.once() for _ in range(5)] == [120.0] * 5  # it is asked anew; see `_work`
    lines = here.service.store.log_of("")
    assert [line.act.what for line in lines] == ["publishing"]
    (told,) = wrong(here)
    assert told == (
        "comments have not been published since 2026-11-20 07:00 UTC: the other copy of the "
        "repository cannot be reached"
    )
    here.clock.on(days=1, minutes=1)
    assert "a comment is to be published since 2026-11-20 07:00 UTC" in wrong(here)[1]
    away.rename(here.forge)
    assert worker.once() in (60.0, 300.0)
    assert wrong(here) == []


def test_after_failures_it_waits_longer(here: Publishing, monkeypatch: pytest.MonkeyPatch) -> None:
    worker = PublishingWorker(here.service)
    here.forge.rename(here.folder / "away.git")
    waited = []
    for _ in range(6):
        worker._pause = worker.once()
        waited.append(worker._pause)
    assert waited == [120.0, 240.0, 480.0, 900.0, 900.0, 900.0]


def test_a_fault_of_ours_does_not_end_it(here: Publishing, monkeypatch: pytest.MonkeyPatch) -> None:
    from talqy.service.publish import round as rounds

    def fail(*_: Any) -> Any:
        raise ZeroDivisionError

    with monkeypatch.context() as patch:
        patch.setattr(rounds, "git_now", fail)
        assert PublishingWorker(here.service).once() == 120.0
    assert PublishingWorker(here.service).once() == 300.0


class Waits:
    """The waits of a worker, without waiting: at some of them something happens."""

    def __init__(self, here: Publishing, **at: Callable[[], object]) -> None:
        self.here, self.at = here, {int(name.removeprefix("s")): act for name, act in at.items()}
        self.gone = 0.0

    def wait(self, seconds: float) -> bool:
        """Let so many seconds pass; nothing ends."""
        self.here.clock.on(seconds=seconds)
        self.gone += seconds
        for second in [one for one in self.at if one <= self.gone]:
            self.at.pop(second)()
        return False


def a_worker(here: Publishing, pause: float, **at: Callable[[], object]) -> PublishingWorker:
    worker = PublishingWorker(here.service)
    worker._pause, worker._is_ended = pause, cast("Any", Waits(here, **at))
    return worker


def test_a_decision_of_any_process_calls_for_a_round(here: Publishing) -> None:
    """At rest it looks every five minutes; who decides is told how soon it goes out."""
    worker = a_worker(here, 300.0, s20=lambda: here.to_publish(1))
    assert not worker._has_ended()
    assert worker._is_ended.gone <= 20 + longest_minutes(1) * 60  # type: ignore[attr-defined]
    worker.once()
    assert here.state(here.service.store.waiting(list(State))[0].id) is State.PUSHED


def test_what_a_round_could_not_publish_calls_for_no_other(here: Publishing) -> None:
    here.to_publish(1)
    here.clock.on(minutes=2)
    here.forge.rename(here.folder / "away.git")
    worker = a_worker(here, 0.0)
    pause = worker.once()
    assert (
        here.service.store.counts()[State.TO_PUBLISH] or here.service.store.counts()[State.QUEUED]
    )
    worker._pause = pause
    assert not worker._has_ended()
    assert worker._is_ended.gone == pause  # type: ignore[attr-defined]


def test_a_queue_that_was_away_for_a_moment_is_looked_at_again(
    here: Publishing, monkeypatch: pytest.MonkeyPatch
) -> None:
    answers: list[object] = [StoreAwayError("away"), True]

    def called(_: object) -> bool:
        answer = answers.pop(0)
        if isinstance(answer, StoreAwayError):
            raise answer
        return bool(answer)

    monkeypatch.setattr(PublishingWorker, "is_called", called)
    worker = a_worker(here, 300.0)
    assert not worker._has_ended()
    assert worker._is_ended.gone == 10.0  # type: ignore[attr-defined]


def test_a_fault_while_it_looks_is_told_once_and_ends_nothing(
    here: Publishing, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(_: object) -> bool:
        raise ZeroDivisionError

    monkeypatch.setattr(PublishingWorker, "is_called", fail)
    worker = a_worker(here, 300.0)
    assert not worker._has_ended()
    assert worker._is_ended.gone == 300.0  # type: ignore[attr-defined]


@pytest.mark.parametrize("minutes", [1, 15, 60])
def test_how_soon_a_batch_is_made_at_the_latest(minutes: int) -> None:
    assert longest_minutes(minutes) == minutes + 1


# --- what is forgotten ----------------------------------------------------------------------------


def decided(here: Publishing) -> dict[State, str]:
    """Return a comment in each state, of all of which words were taken out."""
    found = {}
    for number, state in enumerate(State, 1):
        one = here.take(number, f"Прошу учесть мнение Ивана Образцова о сроке {number}.").id
        here.acts().redact(one, TakenOut(["Ивана Образцова"], name=False, reason=WHY))
        act = Act("moved", here.clock(), "tests", "insult" if state is State.REFUSED else "")
        here.service.store.move(one, (State.RECEIVED,), state, act)
        found[state] = one
    return found


def forgotten(here: Publishing, ids: dict[State, str]) -> set[State]:
    found = {state: here.service.store.of(name) for state, name in ids.items()}
    return {state for state, one in found.items() if one is None or one.is_forgotten}


def test_each_thing_is_kept_as_long_as_the_settings_say(here: Publishing) -> None:
    ids = decided(here)
    days = {line.what: line.days for line in kept(here.service.settings.said.keep)}
    assert days == {
        "published": 30,
        "refused": 90,
        "withdrawn": 7,
        "originals": 90,
        "attachments": 1_095,
        "log": 1_095,
    }
    seen: list[tuple[int, set[State]]] = []
    at = 0
    for day in (6, 8, 29, 31, 89, 91, 1_000):
        here.clock.on(days=day - at)
        at = day
        forget_what_is_due(here.service)
        seen.append((day, forgotten(here, ids)))
        if day == 8:  # what was taken out of a comment is kept no longer than the comment
            assert here.service.store.original_of(ids[State.WITHDRAWN]) is None
            assert here.service.store.original_of(ids[State.PUBLISHED])
    gone = {State.WITHDRAWN}
    assert seen[0] == (6, set())
    assert seen[1] == (8, gone)
    assert seen[3] == (31, gone := gone | {State.PUBLISHED})
    assert seen[4] == (89, gone)
    assert seen[5] == (91, gone := gone | {State.REFUSED})
    assert seen[6] == (1_000, gone)  # what nobody has decided is kept until somebody does
    originals = {state for state, name in ids.items() if here.service.store.original_of(name)}
    assert originals == set(State) - gone


def test_of_what_is_forgotten_the_state_and_the_reason_stay(here: Publishing) -> None:
    ids = decided(here)
    here.clock.on(days=1_100)
    forget_what_is_due(here.service)
    refused = here.service.store.of(ids[State.REFUSED])
    assert refused
    assert (refused.text, refused.state, refused.reason) == (b"", State.REFUSED, "insult")
    assert here.service.store.tally()["birth-registration", 2, State.REFUSED, "insult"] == 1
    log = here.service.store.log_of(ids[State.REFUSED])
    assert [line.act.what for line in log] == ["forgotten"]


def test_questions_answers_and_notes_go_with_their_comment(here: Publishing) -> None:
    ids = [here.take(number).id for number in (1, 2)]
    for one in ids:
        here.acts().ask(one, "Какой пункт вы имеете в виду?")
        answer_back(here.service, one, "Пункт 3, я там живу.")
        here.acts().hold(one, "Спросить юриста")
    here.acts().refuse(ids[0], "insult")
    here.clock.on(days=91)
    forget_what_is_due(here.service)
    left = [[line.act.what for line in here.service.store.log_of(one)] for one in ids]
    assert left[0] == ["taken", "refused", "forgotten"]
    assert left[1] == ["taken", "asked back", "answered back", "held"]


def test_it_is_looked_for_once_an_hour(here: Publishing) -> None:
    decided(here)
    here.clock.on(days=40)
    assert forget_what_is_due(here.service) > 0
    here.clock.on(days=60)
    assert forget_what_is_due(here.service) > 0
    here.clock.on(minutes=59)
    here.service.store.note(Act("old", here.clock.now - timedelta(days=2_000), "tests"))
    assert forget_what_is_due(here.service) == 0
    here.clock.on(minutes=2)
    assert forget_what_is_due(here.service) == 1


def test_between_rounds_another_process_may_publish(here: Publishing) -> None:
    assert Publisher(here.service).round().is_ours
    assert Publisher(here.service).round().is_ours
