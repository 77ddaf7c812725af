"""How soon a site is there: builds, checks and starts beside each other, and beside Hugo.

    python tests/bench/speed.py [--standards 96] [--rounds 5] [--no-hugo]

What must not grow with the project is in `sizes.py`.

A project of that size is made from a seed (`corpus.py`). Each run is a process of its own, as a
person starts it, with Word and Excel. Pictures to share are left out, as where what draws them is
not installed; they have a row of their own. It is given by the clock, by the processor (with all
helpers), and by its ratio to a cold build of the same round, which keeps nothing and finds nothing.
Hugo makes a site of the very pages that the build has made, as ready HTML in Markdown files, with
one template: that is its least. Memory is that of all processes of a run together, what they share
counted once, from one more run. Goals are those of docs/performance.md. On a machine that does
something else besides, the processor's ratios are the steadier measure.
"""

import html
import os
import random
import re
import shutil
import statistics
import subprocess
import sys
import sysconfig
import tempfile
import time
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from datetime import timedelta
from pathlib import Path

import click

from corpus import a_corpus
from corpus_lives import TODAY
from costs import MEMORY, WHERE, memory_together
from talqy.model import paths
from talqy.model.standing import DISCUSSED, TO_COME
from talqy.project.kept import VARIABLE
from talqy.project.survey import survey

_HUGO = """\
baseURL = "https://talqy.example/"
title = "Talqy"
disableKinds = ["taxonomy", "term", "RSS", "sitemap"]
[markup.goldmark.renderer]
unsafe = true
"""
_WITHOUT_PICTURES = """\
import sys
sys.modules["resvg_py"] = None
from talqy.cli.main import main
main()
"""
_MAIN = re.compile(r"(?s)<main[^>]*>(.*)</main>")
_TITLE = re.compile(r"(?s)<title>(.*?)</title>")


START = 0.25
"""Seconds in which a run is to be there that has hardly anything to do."""

_HUGO_MEMORY = 1 / 8


@dataclass(frozen=True)
class Spent:
    """Seconds of one run: by the clock, and of all processors."""

    wall: float
    cpu: float


@dataclass(frozen=True)
class Row:
    """A run, its goal as a part of a cold build or in seconds, and what is done before it."""

    goal: float | None
    words: tuple[str, ...]
    before: Callable[[], object] = int
    seconds: float | None = None
    with_pictures: bool = False

    @property
    def command(self) -> tuple[str, ...]:
        """The process that is started."""
        how = ("-m", "talqy") if self.with_pictures else ("-c", _WITHOUT_PICTURES)
        return (sys.executable, *how, *self.words)


@dataclass(frozen=True)
class Place:
    """A made project, the folder that its site is built into, and that of what runs keep.

    `said` is a comment on a draft under discussion, `planned` a draft to come; `one` is a project
    of one standard.
    """

    project: Path
    site: Path
    kept: Path
    said: str
    planned: str
    one: Path

    def forget(self) -> None:
        """Take away what was built, and what was kept."""
        for folder in (self.site, self.kept):
            shutil.rmtree(folder, ignore_errors=True)

    def rows(self) -> dict[str, Row]:
        """Name the runs in their order: each finds what the one before it has left."""
        at = ("--project", str(self.project), "--today")
        # Not the day of the last records, after which more is new than a day.
        today, tomorrow = (str(TODAY + timedelta(days=days)) for days in (1, 2))
        to = ("--to", str(self.site))
        build, check = ("build", *at, today, *to), ("check", *at, today)
        return {
            "cold, with pictures": Row(None, build, self.forget, with_pictures=True),
            "cold build": Row(None, build, self.forget),
            "nothing changed": Row(0.02, build),
            "one comment more": Row(0.05, build, self.comment),
            "one text changed": Row(0.05, build, self.edit),
            "only the day changed": Row(0.15, ("build", *at, tomorrow, *to)),
            "check, nothing kept": Row(0.15, check, self.forget),
            "check, nothing changed": Row(0.05, check),
            "check of one standard": Row(None, self._of_one(), self.forget, seconds=START),
            "talqy --version": Row(None, ("--version",), seconds=START),
        }

    def _of_one(self) -> tuple[str, ...]:
        return ("check", "--project", str(self.one), "--today", str(TODAY + timedelta(days=1)))

    def comment(self) -> None:
        """Let somebody say again what somebody has said of a draft under discussion."""
        file = self.project / self.said
        new = "".join(random.choices("0123456789abcdefghjkmnpqrstvwxyz", k=10))  # noqa: S311
        text = file.read_text("utf-8").replace(file.stem, new)
        file.with_name(f"{new}.yaml").write_text(text, encoding="utf-8")

    def edit(self) -> None:
        """Change the file of a draft whose discussion has not begun."""
        with (self.project / self.planned).open("a", encoding="utf-8") as stream:
            stream.write(f"# {time.monotonic_ns()}\n")


def a_place(root: Path, standards: int) -> Place:
    """Make a project, and find in it what may still change."""
    a_corpus(root / "project", standards)
    a_corpus(root / "one", 1)
    register, assessment = survey(root / "project", TODAY).as_read
    said = planned = ""
    for record, text in register.revisions():
        stage = assessment.of(record.id, text.revision).stage
        if stage in TO_COME:
            planned = paths.revision_file(record.id, text.revision)
        if stage in DISCUSSED and (comments := record.comments_on(text.revision)):
            said = comments[-1].path.file
    if not (said and planned):
        raise click.UsageError("so few standards have no draft under discussion, or none to come")
    return Place(root / "project", root / "site", root / "kept", said, planned, root / "one")


def spent(words: tuple[str, ...], folder: Path) -> Spent:
    """Run a process to its end; a build may warn."""
    null, began = subprocess.DEVNULL, time.perf_counter()
    around = {**os.environ, VARIABLE: str(folder)}
    around.pop("PYTHONDONTWRITEBYTECODE", None)  # a person's second start finds compiled modules
    process = subprocess.Popen(words, stdout=null, stderr=null, env=around)
    _, ended, used = os.wait4(process.pid, 0)
    process.returncode = os.waitstatus_to_exitcode(ended)
    if process.returncode not in {0, 1}:
        raise SystemExit(f"{' '.join(words)}: exit {process.returncode}")
    return Spent(time.perf_counter() - began, used.ru_utime + used.ru_stime)


def measured(place: Place, rounds: int) -> dict[str, Spent]:
    """Run everything in turn, as often as there are rounds; return the medians."""
    found: dict[str, list[Spent]] = {name: [] for name in place.rows()}
    for _ in range(rounds):
        for name, row in place.rows().items():
            row.before()
            found[name].append(spent(row.command, place.kept))
    return {name: _median(of) for name, of in found.items()}


def _median(of: list[Spent]) -> Spent:
    return Spent(*(statistics.median(getattr(one, key) for one in of) for key in ("wall", "cpu")))


def as_hugo_site(site: Path, folder: Path) -> int:
    """Make a project of Hugo from the pages of a site; return how many there are."""
    (folder / "layouts").mkdir(parents=True)
    (folder / "hugo.toml").write_text(_HUGO, encoding="utf-8")
    frame, count = "", 0
    for page, main, title in _pages(site):
        frame = frame or page.replace(main, "{{ .Content }}").replace(title, "{{ .Title }}")
        target = folder / "content" / page_of_hugo(site, count)
        target.parent.mkdir(parents=True, exist_ok=True)
        lines = "\n".join(line.strip() for line in main.splitlines() if line.strip())
        target.write_text(f'---\ntitle: "{count}"\n---\n{lines}\n', encoding="utf-8")
        count += 1
    for kind in ("single", "list", "home", "page", "section"):
        (folder / "layouts" / f"{kind}.html").write_text(frame, encoding="utf-8")
    return count


def page_of_hugo(site: Path, number: int) -> str:
    """Return the place of a page: a hundred in a folder."""
    return f"{site.name}/{number // 100}/{number}/index.md"


def _pages(site: Path) -> Iterator[tuple[str, str, str]]:
    for file in sorted(site.rglob("*.html")):
        page = file.read_text("utf-8")
        main, title = _MAIN.search(page), _TITLE.search(page)
        if main and title:
            yield page, main[1], html.unescape(title[1])


def hugo(folder: Path, rounds: int) -> tuple[Spent, float]:
    """Let Hugo make a site; return what it took, and how many megabytes it held at most."""
    binary = Path(sysconfig.get_path("platlib"), "hugo/binaries/hugo")
    words = (str(binary), "--source", str(folder), "--quiet")
    found = []
    for _ in range(rounds):
        shutil.rmtree(folder / "public", ignore_errors=True)
        found.append(spent(words, folder))
    shutil.rmtree(folder / "public", ignore_errors=True)
    return _median(found), memory_together(words, os.environ)


def beside_hugo(place: Place, cold: Spent, folder: Path, rounds: int) -> Iterator[str]:
    """Make the same pages by Hugo, and by us with nothing else; yield what is said of them."""
    build = place.rows()["cold build"].command
    place.forget()
    ours = memory_together(build, {**os.environ, VARIABLE: str(place.kept)})
    count = as_hugo_site(place.site, folder)
    theirs, held = hugo(folder, rounds)
    alone = _pages_alone(place, folder / "alone", rounds)
    yield f"{count} pages by Hugo: {theirs.wall:.2f} s, {theirs.cpu:.2f} s of processors"
    yield told("cold build to Hugo, of processors", cold.cpu / theirs.cpu, 1.5)
    yield told("pages alone to Hugo, of processors", alone.cpu / theirs.cpu, 1.0)
    if held:
        yield f"memory at most: {ours:.0f} MB, Hugo {held:.0f} MB"
        yield told("memory to that of Hugo", ours / held, _HUGO_MEMORY)


def _pages_alone(place: Place, folder: Path, rounds: int) -> Spent:
    """Make the pages in one process, without check, feeds, data, search and office files."""
    script = str(Path(__file__).with_name("pages_alone.py"))
    words = (sys.executable, script, str(place.project), str(folder), str(TODAY))
    found = []
    for _ in range(rounds):
        shutil.rmtree(folder, ignore_errors=True)
        found.append(spent(words, place.kept))
    return _median(found)


def told(name: str, ratio: float, goal: float) -> str:
    """Say a ratio beside its goal."""
    return f"{name:40}{ratio:9.3f}  goal {goal:.3f}{'' if ratio <= goal else '  missed'}"


def table(found: Mapping[str, Spent], rows: Mapping[str, Row]) -> str:
    """Print what was found, beside the goals: parts of a cold build, or seconds."""
    heads = f"{'medians':26}{'s':>8}{'of processors':>15}{'of cold':>9}  goal"
    cold = found["cold build"].cpu
    lines = (
        f"{name:26}{one.wall:8.2f}{one.cpu:15.2f}{one.cpu / cold:9.3f}"
        + _goal(rows[name], one, cold)
        for name, one in found.items()
    )
    return "\n".join([heads, *lines])


def _goal(row: Row, one: Spent, cold: float) -> str:
    if row.seconds:
        return f"  {row.seconds:.2f} s{'' if one.cpu <= row.seconds else '  missed'}"
    if row.goal:
        return f"  {row.goal:.2f}{'' if one.cpu / cold <= row.goal else '  missed'}"
    return ""


@click.command()
@click.option("--standards", default=96, show_default=True, type=click.IntRange(1))
@click.option("--rounds", default=5, show_default=True, type=click.IntRange(1))
@click.option("--hugo/--no-hugo", "with_hugo", default=True, help="Hold builds against Hugo, too.")
def main(standards: int, rounds: int, *, with_hugo: bool) -> None:
    """Measure, and print the table."""
    with tempfile.TemporaryDirectory(prefix="bench-", dir=MEMORY) as temporary:
        root = Path(temporary)
        place = a_place(root, standards)
        found = measured(place, rounds)
        click.echo(
            f"{standards} standards, {rounds} rounds, {WHERE}; load {os.getloadavg()[0]:.1f}"
        )
        click.echo(table(found, place.rows()))
        if with_hugo:
            for line in beside_hugo(place, found["cold build"], root / "hugo", rounds):
                click.echo(line)


if __name__ == "__main__":
    main()
