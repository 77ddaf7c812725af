"""Twenty thousand comments on one draft: pages of the desk answer in under a second."""

import time
from collections.abc import Iterator
from pathlib import Path
from time import process_time

import pytest

from desks import ANSWERS, ADesk
from large_desks import a_large_desk

pytestmark = pytest.mark.proof

MANY = 20_000
QUEUED = 500
SECOND = 1.0
PUBLISHING = 1.5
LIST = "/ru/answers/birth-registration/r2/"
NOTED = {
    "outcome": "noted",
    "reason.kk": "Пікір қаралды: жобаны пысықтау кезінде ескеріледі.",
    "reason.ru": "Мнение рассмотрено: оно будет учтено при доработке проекта.",
}


@pytest.fixture(scope="module")
def large(tmp_path_factory: pytest.TempPathFactory) -> Iterator[ADesk]:
    """A desk of a project with very many comments, and a queue."""
    with a_large_desk(tmp_path_factory.mktemp("large"), MANY, QUEUED) as desk:
        desk.sign_in()
        yield desk


def seconds(desk: ADesk, path: str) -> float:
    """Return how long processors work for a page that was asked for before."""
    desk.get(path)
    begun = process_time()
    desk.get(path)
    return process_time() - begun


@pytest.mark.parametrize(
    "path",
    [
        "/ru/",
        "/ru/answers/",
        LIST,
        f"{LIST}?show=all&page=200",
        f"{LIST}?clause=term&language=kk",
        "/ru/queue/",
    ],
)
def test_lists_answer_in_under_a_second(large: ADesk, path: str) -> None:
    assert seconds(large, path) < SECOND


def test_an_answer_is_saved_and_the_next_page_is_there_soon(large: ADesk) -> None:
    record = large.works.main().state.known[0].record("birth-registration")
    assert record
    names = [one.id for one in record.comments_on(2)[:2]]
    form = f"{LIST}answer/?c={names[0]}"
    assert seconds(large, form) < SECOND
    begun = process_time()
    sent = large.post(f"{LIST}answer/", {"c": names, **NOTED}, of=form, follow_redirects=False)
    assert sent.status_code == 303
    assert process_time() - begun < SECOND
    begun = process_time()
    large.get(LIST)
    assert process_time() - begun < SECOND
    assert large.works.place.tip(ANSWERS)
    assert seconds(large, LIST) < SECOND


def test_what_would_be_published_is_there_soon(large: ADesk) -> None:
    work = f"/ru/work/{ANSWERS.key}/"
    assert "Опубликовать" in large.get(work)
    begun = process_time()
    large.get(f"{work}publish/")
    assert process_time() - begun < PUBLISHING


def test_alike_ones_are_found_beside_the_pages(large: ADesk, tmp_path: Path) -> None:
    begun = time.perf_counter()
    while "еще ищутся" in large.get(LIST):
        assert time.perf_counter() - begun < 600
        time.sleep(1)
    assert seconds(large, LIST) < SECOND
