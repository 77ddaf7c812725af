"""Figures of the service for Prometheus: how many, how long, and never who.

Labels are words of the code alone: the pattern of a page, a state, a status. An id of a comment or
an address of a visitor would make a figure a trace.
"""

import os
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import datetime

from prometheus_client import CollectorRegistry, Counter, Histogram, generate_latest
from prometheus_client.core import GaugeMetricFamily, Metric
from prometheus_client.multiprocess import MultiProcessCollector
from prometheus_client.registry import Collector

from talqy import __version__
from talqy.errors import TalqyError
from talqy.service.store.store import Store
from talqy.service.taken import UNDECIDED

MEDIA_TYPE = "text/plain; version=0.0.4; charset=utf-8"
TOGETHER = "PROMETHEUS_MULTIPROC_DIR"
"""The variable that names the folder in which several processes count together."""
_SECONDS = (0.005, 0.01, 0.025, 0.05, 0.1, 0.2, 0.3, 0.5, 1, 2.5, 5, 10)


def _requests(registry: CollectorRegistry) -> Counter:
    meaning = "Answers by page, method and status"
    return Counter("talqy_requests", meaning, ("page", "method", "status"), registry=registry)


def _seconds(registry: CollectorRegistry) -> Histogram:
    meaning = "How long answers took, by page"
    return Histogram(
        "talqy_request_seconds", meaning, ("page",), registry=registry, buckets=_SECONDS
    )


def _happened(registry: CollectorRegistry) -> Counter:
    meaning = "What happened in the service, by one word of its code"
    return Counter("talqy_events", meaning, ("event",), registry=registry)


@dataclass(frozen=True)
class ServiceFigures:
    """What one process counts."""

    registry: CollectorRegistry = field(default_factory=CollectorRegistry)
    requests: Counter = field(init=False)
    seconds: Histogram = field(init=False)
    _events: Counter = field(init=False)

    def __post_init__(self) -> None:
        """Make the counters."""
        for name, make in (("requests", _requests), ("seconds", _seconds), ("_events", _happened)):
            object.__setattr__(self, name, make(self.registry))

    def answered(self, page: str, method: str, status: int, seconds: float) -> None:
        """Count an answer."""
        self.requests.labels(page, method, str(status)).inc()
        self.seconds.labels(page).observe(seconds)

    def happened(self, event: str) -> None:
        """Count an event, by a word of the code."""
        self._events.labels(event).inc()

    def printed(self, store: Store, moment: datetime) -> bytes:
        """Return all figures as Prometheus reads them; those of other processes are in them."""
        counted, now = generate_latest(self._counted()), CollectorRegistry()
        now.register(_Now(store, moment))
        return counted + generate_latest(now)

    def _counted(self) -> CollectorRegistry:
        if TOGETHER not in os.environ:
            return self.registry
        together = CollectorRegistry()
        MultiProcessCollector(together)  # type: ignore[no-untyped-call]
        return together


class _Now(Collector):
    """How the service is at this moment, as the queue tells it."""

    def __init__(self, store: Store, moment: datetime) -> None:
        self._store, self._moment = store, moment

    def collect(self) -> Iterator[Metric]:
        """Yield the figures; of a queue that cannot be read, only that."""
        version = GaugeMetricFamily("talqy_info", "The version of Talqy", labels=["version"])
        version.add_metric([__version__], 1)
        yield version
        try:
            counts = self._store.counts()
            oldest = self._store.oldest(UNDECIDED)
        except TalqyError:
            yield GaugeMetricFamily("talqy_queue_up", "Whether the queue can be read", 0)
            return
        yield GaugeMetricFamily("talqy_queue_up", "Whether the queue can be read", 1)
        states = GaugeMetricFamily("talqy_comments", "Comments by state", labels=["state"])
        for state, number in counts.items():
            states.add_metric([str(state)], number)
        yield states
        waits = (self._moment - oldest).total_seconds() if oldest else 0
        meaning = "How long the oldest comment waits that nobody has decided on"
        yield GaugeMetricFamily("talqy_oldest_waiting_seconds", meaning, max(waits, 0))
