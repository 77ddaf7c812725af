"""What a project's files look like from outside, looked at again and again.

Looking costs no reading: where a file lies, how long it is, when it was written. Looks come the
more seldom, the longer one takes, so that a large project leaves the machine to others.
"""

import os
import time
from collections.abc import Callable, Iterable, Iterator
from datetime import date
from pathlib import Path

_OFTEN, _SHARE = 0.1, 8
_Look = tuple[object, ...]


def watch(
    places: Callable[[], Iterable[Path]],
    changed: Callable[[], None],
    day: Callable[[], date],
    is_over: Callable[[], bool] = lambda: False,
) -> None:
    """Call `changed` at once, after every change below these places, and on each new `day`."""
    before: _Look = ()
    while not is_over():
        begun = time.thread_time()
        now = (day(), *_look(places()))
        taken = time.thread_time() - begun
        if now != before:
            # Who saves writes more than once: the change is over when two looks are alike.
            before = now
            time.sleep(taken + 0.02)
            if (day(), *_look(places())) == now:
                changed()
            else:
                before = ()
        else:
            time.sleep(max(_OFTEN, taken * _SHARE))


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
