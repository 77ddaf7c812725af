"""What must not grow with a project: a page, the gate of one comment, and what follows a save.

    python tests/bench/sizes.py [--sizes 8 --sizes 96] [--rounds 3]

Projects of these sizes are made from a seed (`corpus.py`). A page is a cold build by its pages, of
processors. The gate judges a pull request of one comment. A save is a comment that somebody puts
into a project that `talqy serve` shows, until a browser has the page with it: asked for as the
script in the page does. Ratios are those of the last size to the first; goals are those of
docs/performance.md.
"""

import http.client
import os
import random
import socket
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import closing, contextmanager, suppress
from pathlib import Path

import click

from corpus_lives import TODAY
from corpus_talks import made_id
from costs import MEMORY, WHERE, Run, cost, rounds_option
from gates import a_pull_request
from speed import Place, a_place, spent, told
from talqy.project.kept import VARIABLE

_SHOWN, _PAGE, _GATE = 0.5, 1.1, 1.5
_PATIENCE = 600
_CHANCE = random.Random(1)  # noqa: S311
_OF_A_CITIZEN = "Прошу сократить срок оказания услуги, потому что пять дней на отметку много."
_SAVED = "Добавьте, пожалуйста, приём заявлений в сельских округах: до центра сто километров."


def time_a_page(place: Place, rounds: int) -> float:
    """Return the milliseconds of processors that a cold build takes for a page."""
    build = (sys.executable, "-m", "talqy", *place.rows()["cold build"].words)
    found = []
    for _ in range(rounds):
        place.forget()
        found.append(spent(build, place.kept).cpu)
    pages = sum(1 for _ in place.site.rglob("*.html"))
    return statistics.median(found) * 1000 / pages


def of_the_gate(place: Place, rounds: int) -> float:
    """Return the seconds of a processor that the gate takes for a comment."""
    span = a_pull_request(place.project, _a_comment(place, _OF_A_CITIZEN))
    words = (
        "check",
        "--project",
        str(place.project),
        "--today",
        str(TODAY),
        "--pull-request",
        span,
    )
    return statistics.median(cost(Run(words), quick=False).cpu for _ in range(rounds))


def _a_comment(place: Place, said: str) -> tuple[str, str]:
    """Return a new comment on the draft under discussion: its path, and the file."""
    _, standard, revision, *_ = Path(place.said).parts
    name = made_id(_CHANCE)
    text = f"""\
schema: 1
id: {name}
standard: {standard}
revision: {revision.removeprefix("r")}
clause: whole
language: ru
kind: change
received: "{TODAY}"
channel: pull-request
author:
  kind: individual
text: {said}
consent: "1"
"""
    return f"comments/{standard}/{revision}/{TODAY}/{name}.yaml", text


# --- a site that is served ------------------------------------------------------------------------


def until_shown(place: Place, rounds: int) -> float:
    """Return the seconds from a save until a browser has the page, after the first ones."""
    _, standard, *_ = Path(place.said).parts
    page = f"/ru/s/{standard}/comments/"
    with _served(place) as address:
        _save(place, address, page)
        return statistics.median(_save(place, address, page) for _ in range(rounds))


@contextmanager
def _served(place: Place) -> Iterator[str]:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        address = f"127.0.0.1:{probe.getsockname()[1]}"
    words = ("serve", "--project", str(place.project), "--today", str(TODAY), "--address", address)
    null = subprocess.DEVNULL
    with subprocess.Popen((sys.executable, "-m", "talqy", *words), stdout=null, stderr=null) as run:
        yield address
        run.terminate()


def _save(place: Place, address: str, page: str) -> float:
    state = _asked(address, "/_talqy/state")
    path, text = _a_comment(place, _SAVED)
    file = place.project / path
    file.parent.mkdir(parents=True, exist_ok=True)
    aside = place.project / "aside.tmp"
    aside.write_text(text, encoding="utf-8")
    began = time.perf_counter()
    aside.replace(file)
    while file.stem.encode() not in _asked(address, page):
        state = _asked(address, f"/_talqy/state?after={state.decode()}")
    return time.perf_counter() - began


def _asked(address: str, path: str) -> bytes:
    """Ask until there is an answer: a server that begins does not listen yet."""
    ends = time.monotonic() + _PATIENCE
    while time.monotonic() < ends:
        with suppress(OSError), closing(http.client.HTTPConnection(address, timeout=60)) as line:
            line.request("GET", path)
            return line.getresponse().read()
        time.sleep(0.1)
    raise SystemExit(f"{address}{path}: no answer")


@click.command()
@click.option("--sizes", multiple=True, default=(8, 96), show_default=True, type=click.IntRange(8))
@rounds_option
def main(sizes: tuple[int, ...], rounds: int) -> None:
    """Measure the same in projects of several sizes, and print how it grows."""
    os.environ[VARIABLE] = ""
    pages, gates = list[float](), list[float]()
    click.echo(f"{rounds} rounds, {WHERE}; load {os.getloadavg()[0]:.1f}")
    click.echo(f"{'standards':>9}{'ms a page':>11}{'s the gate':>12}{'s until shown':>15}")
    for size in sizes:
        with tempfile.TemporaryDirectory(prefix="bench-", dir=MEMORY) as temporary:
            place = a_place(Path(temporary), size)
            pages.append(time_a_page(place, rounds))
            shown = until_shown(place, rounds)
            gates.append(of_the_gate(place, rounds))
        held = f"  goal {_SHOWN}{'' if shown <= _SHOWN else '  missed'}"
        click.echo(f"{size:9}{pages[-1]:11.1f}{gates[-1]:12.2f}{shown:15.2f}{held}")
    click.echo(told("a page, the last size to the first", pages[-1] / pages[0], _PAGE))
    click.echo(told("the gate, the last size to the first", gates[-1] / gates[0], _GATE))


if __name__ == "__main__":
    main()
