"""Figures and logs: what Prometheus reads, and that neither of them names anybody."""

import logging
import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import NoReturn

import pytest
from prometheus_client.parser import text_string_to_metric_families
from starlette.requests import Request
from starlette.responses import PlainTextResponse, Response
from starlette.routing import Route
from starlette.testclient import TestClient

from queues import act, after, named, taken
from serving import a_service, asked
from talqy.service.figures import TOGETHER
from talqy.service.parts import Service
from talqy.service.store.engines import StoreAwayError
from talqy.service.taken import State

WHO = "Асанов Асан, 990101300123, +7 701 123 45 67"


def fail(_: Request) -> NoReturn:
    raise ValueError(WHO)


def away(_: Request) -> NoReturn:
    raise StoreAwayError("the queue is busy: no connection to it became free")


def shown(request: Request) -> Response:
    return PlainTextResponse(request.path_params["id"])


PAGES = (
    Route("/status/{id}", shown, methods=["GET", "POST"]),
    Route("/fail", fail),
    Route("/away", away),
)


@pytest.fixture
def service(tmp_path: Path) -> Service:
    return a_service(tmp_path, after(100))


@pytest.fixture
def client(service: Service) -> Iterator[TestClient]:
    with asked(service, *PAGES) as client:
        yield client


def figures(client: TestClient) -> dict[tuple[str, ...], float]:
    """Return each figure by its name and labels, as a parser of Prometheus reads them."""
    answer = client.get("/metrics")
    assert answer.headers["content-type"].startswith("text/plain; version=0.0.4")
    families = text_string_to_metric_families(answer.text)
    return {
        (sample.name, *sample.labels.values()): sample.value
        for family in families
        for sample in family.samples
    }


def test_the_queue_is_told_by_state_and_age(service: Service, client: TestClient) -> None:
    for number in (1, 2, 3):
        service.store.take(taken(number), act())
    service.store.move(named(1), [State.RECEIVED], State.REFUSED, act("refuse", reason="insult"))
    found = figures(client)
    assert found["talqy_comments", "received"] == 2
    assert found["talqy_comments", "refused"] == 1
    assert found["talqy_comments", "published"] == 0
    assert found["talqy_oldest_waiting_seconds",] == 98
    assert found["talqy_queue_up",] == 1


def test_answers_are_counted_by_page_and_never_by_path(client: TestClient) -> None:
    for path in (f"/status/{named(1)}", f"/status/{named(2)}?key=secret", "/nothing", "/fail"):
        client.get(path)
    client.request("BREW", "/status/x")
    found = figures(client)
    assert found["talqy_requests_total", "GET", "/status/{id}", "200"] == 2
    assert found["talqy_requests_total", "other", "/status/{id}", "405"] == 1
    assert found["talqy_requests_total", "GET", "other", "404"] == 1
    assert found["talqy_requests_total", "GET", "/fail", "500"] == 1
    assert found["talqy_request_seconds_count", "/status/{id}"] == 3


def test_an_event_is_counted_by_its_word(service: Service, client: TestClient) -> None:
    service.figures.happened("taken")
    assert figures(client)["talqy_events_total", "taken"] == 1


def test_a_queue_that_is_gone_is_told(service: Service, client: TestClient) -> None:
    (service.settings.data / "queue.sqlite").unlink()
    found = figures(client)
    assert found["talqy_queue_up",] == 0
    assert not any(name[0] == "talqy_comments" for name in found)


def test_neither_logs_nor_figures_nor_health_name_anybody(
    service: Service, client: TestClient, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level(logging.DEBUG)
    service.store.take(taken(1, text=WHO.encode()), act())
    client.get(f"/status/{named(1)}?name=Асанов", headers={"x-forwarded-for": "203.0.113.77"})
    client.post("/status/y", content=WHO.encode())
    client.get("/fail", headers={b"user-agent": "Асанов".encode()})
    client.get("/away")
    said = client.get("/health").text + client.get("/metrics").text
    ours = [r for r in caplog.records if not r.name.startswith(("httpx", "httpcore", "asyncio"))]
    logged = "\n".join(record.getMessage() + str(record.exc_info or "") for record in ours)
    for word in (
        "Асан",
        "990101300123",
        "+7 701",
        named(1),
        "203.0.113.77",
        "status/y",
        "testclient",
    ):
        assert word not in logged + said
    assert "GET /status/{id} 200" in logged
    assert "ValueError in test_figures.py" in logged
    assert "the queue is busy" in logged


def test_a_queue_that_is_away_is_answered_with_words(client: TestClient) -> None:
    answer = client.get("/away")
    assert (answer.status_code, answer.headers["retry-after"]) == (503, "60")


def test_processes_that_count_into_one_folder_tell_the_figures_of_all(tmp_path: Path) -> None:
    """What `test_run.py` shows with the service itself, which takes long to begin."""
    counting = (
        "from talqy.service.figures import ServiceFigures\n"
        "figures = ServiceFigures()\n"
        "figures.answered('/page', 'GET', 200, 0.1)\n"
        "print(next(one.value for family in figures._counted().collect() for one in family.samples"
        " if one.name == 'talqy_requests_total'))"
    )
    environment = {**os.environ, TOGETHER: str(tmp_path)}
    line = [sys.executable, "-c", counting]
    said = [subprocess.check_output(line, env=environment, encoding="utf-8") for _ in range(2)]
    assert said == ["1.0\n", "2.0\n"]
