"""Parts of a site made by several processes at once; the bytes are those of one (decisions/0051).

Whoever is free takes the heaviest bundle of parts that nobody has taken; the run itself works
along. A part is made and written aside where it was taken, and only the names of its files come
back. What a helper could not make, or a helper that was killed has left undone, the run makes
itself: so it fails where it would have failed alone, with the same words.
"""

import multiprocessing
import os
import signal
import sys
import threading
from collections.abc import Collection, Iterable, Iterator, Sequence
from contextlib import contextmanager
from multiprocessing.connection import Connection, wait
from multiprocessing.context import BaseContext
from multiprocessing.sharedctypes import Synchronized
from typing import Literal, NamedTuple

from talqy.project.write import Staging
from talqy.site.parts import NOTHING_MADE, SitePart

_MOST = 8
_MANY = 4
"""Bundles for each process, from which on the run makes one before it starts others: they are its
copies, and have the templates and words that it took."""
# Judged by what a helper costs before its first page; `site/site.py` names the unit.
_LEAST_FORKED, _LEAST_SPAWNED = 80, 240

Ready = tuple[str, dict[str, bool]]
"""The name of a part, and its files: for each path whether it differs from what lies there."""
_Told = tuple[str, dict[str, bool], dict[str, str]]
_Bundle = list[SitePart]


class Hands(NamedTuple):
    """How many processes make a site, and how those beside the run are started."""

    processes: int
    start: Literal["fork", "spawn"]
    least: int
    """The weight below which the start of a helper costs more than it spares."""


def usual_hands() -> Hands:
    """Return a hand for each processor that this process may use, eight at most.

    A copy of the run has the register and everything else already. Beside other threads it might
    have a lock that nobody opens any more, and on macOS the libraries do not bear it: there helpers
    are started anew, and are sent what they need.
    """
    usable = len(os.sched_getaffinity(0)) if sys.platform == "linux" else os.cpu_count() or 1
    if sys.platform == "linux" and threading.active_count() == 1:
        return Hands(min(_MOST, usable), "fork", _LEAST_FORKED)
    return Hands(min(_MOST, usable), "spawn", _LEAST_SPAWNED)


def written_aside(stage: Staging, files: Iterable[tuple[str, bytes]]) -> dict[str, bool]:
    """Write aside what differs; return each path, and whether it differs."""
    return {path: stage.add_changed(path, content) for path, content in files}


def made_together(stage: Staging, parts: Iterable[SitePart], hands: Hands) -> Iterator[Ready]:
    """Make parts that stand by themselves, and yield each when it is ready, in no order.

    There may be fewer than were asked for: none where it does not pay, and none that failed.
    """
    dealt = sorted(_bundles(parts), key=_weight, reverse=True)
    helpers = min(hands.processes, len(dealt)) - 1
    if helpers < 1 or sum(map(_weight, dealt)) < hands.least:
        return
    if hands.start == "fork" and len(dealt) > _MANY * hands.processes:
        yield from _made(stage, dealt.pop(0))
    context = multiprocessing.get_context(hands.start)
    try:
        taken: Synchronized[int] = context.Value("i", 0)
    except OSError:
        return  # no memory can be shared here: the run makes all of it itself
    with _helpers(context, helpers, (stage, dealt, taken)) as pipes:
        for index in _untaken(dealt, taken):
            for ready in _made(stage, dealt[index]):
                yield ready
                yield from _told(stage, pipes, until_the_end=False)
        yield from _told(stage, pipes, until_the_end=True)


def _made(stage: Staging, bundle: _Bundle) -> Iterator[Ready]:
    for part in bundle:
        yield part.name, written_aside(stage, part.make(NOTHING_MADE))


def _bundles(parts: Iterable[SitePart]) -> Collection[_Bundle]:
    """Put together what one process is to make; a part of no bundle is one alone."""
    found: dict[tuple[bool, str], _Bundle] = {}
    for part in parts:
        found.setdefault((bool(part.bundle), part.bundle or part.name), []).append(part)
    return found.values()


def _weight(bundle: _Bundle) -> int:
    return sum(part.weight for part in bundle)


def _untaken(dealt: Sequence[_Bundle], taken: "Synchronized[int]") -> Iterator[int]:
    """Take one part after the other, until all are taken."""
    while True:
        with taken.get_lock():
            index = taken.value
            taken.value += 1
        if index >= len(dealt):
            return
        yield index


@contextmanager
def _helpers(
    context: BaseContext, count: int, work: tuple[Staging, list[_Bundle], "Synchronized[int]"]
) -> Iterator[list[Connection]]:
    """Start helpers, and yield the pipes through which they tell what is ready."""
    pipes, running = [], []
    try:
        for _ in range(count):
            ours, theirs = context.Pipe(duplex=False)
            helper = context.Process(target=_help, args=(*work, theirs), daemon=True)  # type: ignore[attr-defined]
            try:
                helper.start()
            except OSError:
                break  # there may be no more processes: those that there are make it
            theirs.close()
            pipes.append(ours)
            running.append(helper)
        yield pipes
    finally:
        for helper in running:
            helper.terminate()
            helper.join()


def _help(
    stage: Staging, dealt: Sequence[_Bundle], taken: "Synchronized[int]", pipe: Connection
) -> None:
    """Make parts until all are taken, or until one fails or the run has ended."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # the run hears it, and ends us
    run = multiprocessing.parent_process()
    for index in _untaken(dealt, taken):
        if run is None or not run.is_alive():
            return
        for at, part in enumerate(dealt[index]):
            own = stage.beside(f"{index}-{at}-")
            try:
                files = written_aside(own, part.make(NOTHING_MADE))
            except Exception:  # noqa: BLE001 - whatever it was, the run makes the part and says it
                return
            pipe.send((part.name, files, own.waiting))


def _told(stage: Staging, pipes: list[Connection], *, until_the_end: bool) -> Iterator[Ready]:
    """Yield what helpers have made; a pipe that has ended is taken away."""
    while pipes and (heard := wait(pipes, None if until_the_end else 0)):
        for pipe in [pipe for pipe in pipes if pipe in heard]:
            try:
                told: _Told = pipe.recv()
            except (EOFError, OSError):  # ended, or killed in the midst of a word
                pipes.remove(pipe)
            else:
                stage.take(told[2])
                yield told[0], told[1]
