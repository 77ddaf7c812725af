"""Parts of a site that tell who has made them; a process of their own finds them by this module."""

import os
import time
from collections.abc import Iterator
from dataclasses import replace
from functools import partial
from pathlib import Path

from talqy.site.parts import Made, SitePart

RUN = "run.txt"
_PATIENCE = 60


def meeting(folder: Path, name: str, other: str) -> SitePart:
    """Return a part that is ready as soon as another one is being made: by another process."""
    return SitePart(name, "", partial(_met, folder, name, other), weight=1)


def two_of_a_bundle(folder: Path, name: str, other: str) -> list[SitePart]:
    """Return two parts; who makes the first, which meets another one, is to make the second."""
    first = replace(meeting(folder, name, other), bundle=name)
    return [first, SitePart(f"{name}2", "", partial(_told, f"{name}2"), 1, bundle=name)]


def gathering(*names: str) -> SitePart:
    """Return a part made of what others hold, none of which it makes itself."""
    return SitePart("all", "", partial(_gathered, names))


def failing(folder: Path, name: str) -> SitePart:
    """Return a part that nobody can make."""
    return SitePart(name, "", partial(_broken, folder), weight=1)


def deadly(folder: Path, run: int, name: str) -> SitePart:
    """Return a part that ends whoever makes it, but for the run itself."""
    return SitePart(name, "", partial(_ended, folder, run), weight=2)


def _met(folder: Path, name: str, other: str, _: Made) -> Iterator[tuple[str, bytes]]:
    (folder / name).touch()
    end = time.monotonic() + _PATIENCE
    while not (folder / other).exists():
        assert time.monotonic() < end, f"{other} is made by nobody"
        time.sleep(0.01)
    yield f"{name}.txt", str(os.getpid()).encode()


def _told(name: str, _: Made) -> Iterator[tuple[str, bytes]]:
    yield f"{name}.txt", str(os.getpid()).encode()


def _gathered(names: tuple[str, ...], made: Made) -> Iterator[tuple[str, bytes]]:
    held = (made.content(name, f"{name}.txt") or b"nothing" for name in names)
    yield "all.txt", b" ".join(held)


def _broken(folder: Path, _: Made) -> Iterator[tuple[str, bytes]]:
    yield f"{folder.name}.txt", b""
    raise ValueError("a template is broken")


def _ended(folder: Path, run: int, _: Made) -> Iterator[tuple[str, bytes]]:
    yield "first.txt", b"first"
    if os.getpid() != run:
        (folder / "ended").touch()
        os._exit(1)
    end = time.monotonic() + _PATIENCE
    while not (folder / "ended").exists():
        assert time.monotonic() < end, "nobody else makes a part"
        time.sleep(0.01)
    yield RUN, b"run"
