"""What a project's files look like from outside, looked at again and again.

Looking costs no reading: where a file lies, how long it is, when it was written. Looks come the
more seldom, the longer one takes, so that a large project leaves the machine to others. Where the
system tells of a change, the next look comes at once.
"""

import os
import time
from collections.abc import Callable, Iterable, Iterator
from contextlib import closing
from datetime import date
from pathlib import Path

from talqy.live.news import DiskNews

_OFTEN, _SHARE, _QUIET, _MOST_WAITS = 0.1, 8, 0.02, 25
_Look = tuple[object, ...]


def watch(
    places: Callable[[], Iterable[Path]],
    changed: Callable[[], None],
    day: Callable[[], date],
    is_over: Callable[[], bool] = lambda: False,
) -> None:
    """Call `changed` at once, after every change below these places, and on each new `day`."""
    before, seconds = tuple[object, ...](), 0.0
    with closing(DiskNews()) as news:
        while not is_over():
            is_told = _heard(news, seconds)
            begun = time.thread_time()
            listed = tuple(places())
            news.listen_at(listed)
            now = (day(), *_look(listed))
            taken = time.thread_time() - begun
            seconds = max(_OFTEN, taken * _SHARE)
            if now != before:
                before = now
                if is_told or _is_settled(now, places, day, taken + _QUIET):
                    changed()
                else:
                    before, seconds = (), _QUIET


def _heard(news: DiskNews, seconds: float) -> bool:
    """Wait so long, or until a change is told and then, for a moment, no other one."""
    waits = range(_MOST_WAITS if news.wait(seconds) else 0)
    return any(not news.wait(_QUIET) for _ in waits)


def _is_settled(
    seen: _Look, places: Callable[[], Iterable[Path]], day: Callable[[], date], seconds: float
) -> bool:
    """Return whether a second look finds the same: who saves writes more than once."""
    time.sleep(seconds)
    return (day(), *_look(places())) == seen


def _look(places: Iterable[Path]) -> _Look:
    return tuple(seen for place in places for seen in _seen(str(place)))


def _seen(place: str) -> Iterator[object]:
    try:
        found = os.stat(place)  # noqa: PTH116 - forty thousand times a second, as text
        yield place, found.st_mtime_ns, found.st_size, found.st_ino
        with os.scandir(place) as entries:
            for entry in entries:
                if entry.is_dir(follow_symlinks=False):
                    yield from _seen(entry.path)
                else:
                    stat = entry.stat(follow_symlinks=False)
                    yield entry.path, stat.st_mtime_ns, stat.st_size, stat.st_ino
    except NotADirectoryError:
        return
    except OSError:
        yield place
