"""Twenty thousand comments on one draft: pages of the desk answer in under a second."""

import time
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path
from time import process_time

import pytest

from desks import ANSWERS, TODAY, ADesk, a_desk
from discussions import an_open_discussion
from publishing import a_comment_of
from repositories import a_repository, git
from serving import settings_of
from sites import ROOT
from talqy.comments.new_comment import comment_text
from talqy.model.digest import digest_of_text_file
from talqy.service.desk.work.place import DeskPlace
from talqy.service.desk.work.works import Works
from talqy.service.parts import Service
from talqy.service.taken import Act, Taken

pytestmark = pytest.mark.proof

MANY = 20_000
QUEUED = 500
SECOND = 1.0
PUBLISHING = 1.5
LIST = "/ru/answers/birth-registration/r2/"
NOW = datetime(2026, 11, 20, 7, 0, tzinfo=UTC)
NOTED = {
    "outcome": "noted",
    "reason.kk": "Пікір қаралды: жобаны пысықтау кезінде ескеріледі.",
    "reason.ru": "Мнение рассмотрено: оно будет учтено при доработке проекта.",
}


@pytest.fixture(scope="module")
def large(tmp_path_factory: pytest.TempPathFactory) -> Iterator[ADesk]:
    """A desk of a project with very many comments, and a queue."""
    folder = tmp_path_factory.mktemp("large")
    root = folder / "project"
    root.mkdir()
    an_open_discussion(root, MANY)
    (root / "mkdocs.yml").write_text((ROOT / "mkdocs.yml").read_text("utf-8"), "utf-8")
    a_repository(root)
    git(root, "add", "--all")
    git(root, "commit", "--quiet", "--message", "Very many")
    service = Service.opened(settings_of(folder))
    service = Service(service.settings, service.store, service.project, lambda: NOW)
    for number in range(QUEUED):
        service.store.take(a_taken(number), Act("taken", NOW, "form"))
    works = Works(DeskPlace(root, "main"), folder / "desk", TODAY)
    with a_desk(folder, works, service=service) as desk:
        desk.sign_in()
        yield desk
    service.close()


def a_taken(number: int) -> Taken:
    """Return a comment as the form has taken it."""
    said = a_comment_of(10_000_000 + number)
    data = comment_text(said).encode()
    return Taken(
        id=said.id,
        standard=said.standard,
        revision=said.revision,
        text=data,
        digest=digest_of_text_file(data),
        received=said.received,
        taken_at=NOW + timedelta(seconds=number),
        posted=f"{number:064}",
        key_hash="k" * 64,
    )


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
