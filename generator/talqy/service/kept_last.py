"""What was asked for last is kept: so many values; the one asked for longest ago goes."""

from collections import OrderedDict
from collections.abc import Callable, Hashable
from dataclasses import dataclass, field
from threading import Lock
from typing import Generic, TypeVar

K = TypeVar("K", bound=Hashable)
V = TypeVar("V")


@dataclass(slots=True)
class KeptLast(Generic[K, V]):
    """At most so many values by their keys, for several threads."""

    most: int
    _kept: OrderedDict[K, V] = field(default_factory=OrderedDict)
    _lock: Lock = field(default_factory=Lock)

    def of(self, key: K, made: Callable[[], V]) -> V:
        """Return the value of a key; it is made where there is none, while others wait."""
        with self._lock:
            if key not in self._kept:
                self._kept[key] = made()
            return self._asked(key)

    def get(self, key: K) -> V | None:
        """Return the value of a key; None where there is none."""
        with self._lock:
            return self._asked(key) if key in self._kept else None

    def put(self, key: K, value: V) -> None:
        """Keep a value, in place of one that is there."""
        with self._lock:
            self._kept[key] = value
            self._asked(key)

    def _asked(self, key: K) -> V:
        self._kept.move_to_end(key)
        while len(self._kept) > self.most:
            self._kept.popitem(last=False)
        return self._kept[key]
