"""Twenty thousand comments on one draft: a page of the desk is a small part of reading them all.

Seconds are measured by `tests/bench/desk_pages.py`; here each page is held to what the first one
takes, which has read the project.
"""

import gc
import time
from collections.abc import Iterator
from dataclasses import dataclass
from time import process_time

import pytest

from desks import ANSWERS, ADesk
from large_desks import a_large_desk

pytestmark = pytest.mark.proof

MANY = 20_000
QUEUED = 500
PART, AFTER_A_SAVE, PART_OF_PUBLISHING = 1 / 8, 1 / 4, 2 / 5
LIST = "/ru/answers/birth-registration/r2/"
NOTED = {
    "outcome": "noted",
    "reason.kk": "Пікір қаралды: жобаны пысықтау кезінде ескеріледі.",
    "reason.ru": "Мнение рассмотрено: оно будет учтено при доработке проекта.",
}


@dataclass(frozen=True)
class LargeDesk:
    """A desk, and the seconds of processors that its first page has taken."""

    desk: ADesk
    first: float


@pytest.fixture(scope="module")
def large(tmp_path_factory: pytest.TempPathFactory) -> Iterator[LargeDesk]:
    """A desk of a project with very many comments, and a queue."""
    with a_large_desk(tmp_path_factory.mktemp("large"), MANY, QUEUED) as desk:
        gc.collect()
        gc.freeze()  # what other tests have left is not looked through while a page is made
        begun = process_time()
        desk.sign_in()
        desk.get(LIST)
        yield LargeDesk(desk, process_time() - begun)
        gc.unfreeze()


def part(large: LargeDesk, path: str) -> float:
    """Return what a page takes that was asked for before, as a part of the first one."""
    large.desk.get(path)
    return part_of_new(large, path)


def part_of_new(large: LargeDesk, path: str) -> float:
    """Return what a page takes, as a part of the first one."""
    begun = process_time()
    large.desk.get(path)
    return (process_time() - begun) / large.first


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
def test_a_list_is_there_soon(large: LargeDesk, path: str) -> None:
    assert part(large, path) < PART


def test_an_answer_is_saved_and_the_next_page_is_there_soon(large: LargeDesk) -> None:
    desk = large.desk
    record = desk.works.main().state.known[0].record("birth-registration")
    assert record
    names = [one.id for one in record.comments_on(2)[:2]]
    form = f"{LIST}answer/?c={names[0]}"
    assert part(large, form) < PART
    begun = process_time()
    sent = desk.post(f"{LIST}answer/", {"c": names, **NOTED}, of=form, follow_redirects=False)
    assert sent.status_code == 303
    assert (process_time() - begun) / large.first < PART
    assert part_of_new(large, LIST) < AFTER_A_SAVE
    assert desk.works.place.tip(ANSWERS)
    assert part(large, LIST) < PART


def test_what_would_be_published_is_there_soon(large: LargeDesk) -> None:
    work = f"/ru/work/{ANSWERS.key}/"
    assert "Опубликовать" in large.desk.get(work)
    assert part_of_new(large, f"{work}publish/") < PART_OF_PUBLISHING


def test_alike_ones_are_found_beside_the_pages(large: LargeDesk) -> None:
    begun = time.perf_counter()
    while "еще ищутся" in large.desk.get(LIST):
        assert time.perf_counter() - begun < 600
        time.sleep(1)
    assert part(large, LIST) < PART
