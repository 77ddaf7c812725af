"""What a page costs: our stamping against plain MkDocs with Material, on the same pages.

    python tests/bench/stamping.py [--pages 500] [--rounds 5]

The demonstration is copied under new ids until it makes enough pages. Each way of making them runs
on few pages and on all, into a fresh folder each time, in this one process; the rounds alternate,
medians are shown. Nothing is subtracted: the first column of seconds is the whole run, the second
the run on few pages, and ms a page is the slope between the two. Both tools work in one thread, so
on a busy machine the processor's time is the steadier measure.

MkDocs is given finished HTML, and so is stamping in the first row: both only make pages of it. The
second row makes the HTML too, from values, by views and templates; MkDocs has no such work here.
"""

import gc
import logging
import os
import re
import statistics
import tempfile
import time
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import partial
from hashlib import blake2b
from itertools import islice, product
from pathlib import Path
from shutil import copyfile, copytree

os.environ["NO_MKDOCS_2_WARNING"] = "1"

import click
from mkdocs.commands.build import build
from mkdocs.config import load_config
from pydantic import BaseModel
from ruamel.yaml import YAML

from talqy.build import site
from talqy.language.edition import SitePage, editions
from talqy.model.comment import Comment
from talqy.model.register import Assessment, Register
from talqy.model.revision import Revision
from talqy.project.file_reader import FileReader
from talqy.project.files import DiskFiles
from talqy.project.survey import survey
from talqy.project.yaml_edit import edited
from talqy.project.yaml_read import parse
from talqy.site.output import write_site
from talqy.site.pages.table import pages
from talqy.site.parts import SitePart
from talqy.site.shell import Shell, slots_of
from talqy.site.site import parts

ROOT = Path(__file__).parents[2]
TODAY = date(2026, 11, 20)
# Creating files costs more on a disk than making pages does; in memory, tools are compared.
MEMORY = next((folder for folder in ("/dev/shm",) if os.access(folder, os.W_OK)), None)  # noqa: S108
SITE_URL = "https://talqy.example/"
Shells = dict[tuple[str, int], Shell]
_CROCKFORD = "0123456789abcdefghjkmnpqrstvwxyz"
_COMMENT_ID = re.compile(rf"\b[{_CROCKFORD}]{{10}}\b")
_PLAIN = """\
site_name: Talqy
site_url: {url}
theme: {{name: material, language: ru}}
plugins: [{plugins}]
nav: [index.md]
not_in_nav: |
  /kk/
  /ru/
"""


def a_large_project(folder: Path, standards: int) -> Path:
    """Copy the demonstration until there are so many standards, each copy under ids of its own."""
    copytree(ROOT / "site_templates", folder / "site_templates")
    (folder / "standards").mkdir()
    copyfile(ROOT / "mkdocs.yml", folder / "mkdocs.yml")
    copyfile(ROOT / "standards/project.yaml", folder / "standards/project.yaml")
    known = sorted(path.parent.name for path in ROOT.glob("standards/*/standard.yaml"))
    for number in range(standards):
        name = known[number % len(known)]
        _copy(folder, name, f"{name}-{number // len(known) + 1}")
    return folder


def _copy(folder: Path, name: str, new: str) -> None:
    ids = {path.name.split(".")[0] for path in ROOT.glob(f"comments/{name}/*/*/*.yaml")}

    def renamed(found: re.Match[str]) -> str:
        digest = blake2b(f"{new} {found[0]}".encode(), digest_size=10).digest()
        fresh = "".join(_CROCKFORD[byte % 32] for byte in digest)
        return fresh if found[0] in ids else found[0]

    for tree in ("standards", "comments"):
        for file in sorted(path for path in (ROOT / tree / name).rglob("*") if path.is_file()):
            if file.name == "history.yaml":  # the record is of files that are not renamed
                continue
            place = _COMMENT_ID.sub(renamed, file.relative_to(ROOT / tree / name).as_posix())
            target = folder / tree / new / place
            target.parent.mkdir(parents=True, exist_ok=True)
            if file.suffix != ".yaml":  # the files of an annex
                copyfile(file, target)
                continue
            text = _COMMENT_ID.sub(renamed, file.read_text("utf-8"))
            text = re.sub(rf"^((?:id|standard): ){name}$", rf"\g<1>{new}", text, flags=re.MULTILINE)
            target.write_text(text, encoding="utf-8")


def read(project: Path) -> tuple[Register, Assessment]:
    """Read a project; the copies must be as sound as the demonstration."""
    found = survey(project, TODAY)
    if found.register is None or found.assessment is None or found.has_errors:
        raise SystemExit("\n".join(f"{p.file}: {p.code} {p.said()}" for p in found.problems))
    return found.register, found.assessment


def with_mkdocs(project: Path, folder: Path) -> Shells:
    """Run `mkdocs build`; return the shells where our plugin made some."""
    config = load_config(str(project / "mkdocs.yml"), site_dir=str(folder))
    build(config)
    plugin = config.plugins.get("talqy")
    return dict(plugin._shells) if plugin else {}


@dataclass(frozen=True)
class Stamping:
    """Views, templates, stamping, encoding and writing, with catalogues and templates read anew."""

    project: Path
    shells: Shells
    register: Register
    assessment: Assessment

    def pages(self) -> Iterator[SitePage]:
        """Make the pages alone."""
        for edition in editions(self.project, self.register, self.assessment):
            yield from pages(edition)

    def files(self, of: Iterable[SitePage]) -> Iterator[tuple[str, bytes]]:
        """Stamp pages into their shells."""
        spoken = {e.code: e for e in editions(self.project, self.register, self.assessment)}
        for page in of:
            shell = self.shells[page.at.language, page.at.depth]
            html = shell.fill(slots_of(spoken[page.at.language], page, SITE_URL))
            yield f"{page.at.full}index.html", html.encode()

    def write(self, folder: Path, of: Iterable[SitePage]) -> dict[str, int]:
        """Stamp pages, and write them."""
        return write_site(folder, [SitePart.always("site", self.files(of))])


def as_markdown(folder: Path, of: Sequence[SitePage], *, search: bool) -> Path:
    """Make a plain MkDocs project whose pages hold the very same HTML; the first is the index."""
    (folder / "docs").mkdir(parents=True)
    text = _PLAIN.format(url=SITE_URL, plugins="search" if search else "")
    (folder / "mkdocs.yml").write_text(text, encoding="utf-8")
    for number, page in enumerate(of):
        file = folder / "docs" / (f"{page.at.full}index.md" if number else "index.md")
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(f"<div>\n{page.content}\n</div>\n", encoding="utf-8")
    return folder


@dataclass(frozen=True)
class Way:
    """One way to make a site: on few pages, and on all."""

    name: str
    few: int
    many: int
    make_few: Callable[[Path], object]
    make_many: Callable[[Path], object]


@dataclass(frozen=True)
class Cost:
    """Seconds of one run: by the clock, and of the processor."""

    wall: float
    cpu: float


def cost(work: Callable[[Path], object]) -> Cost:
    """Measure one run into a fresh folder."""
    with tempfile.TemporaryDirectory(prefix="bench-", dir=MEMORY) as folder:
        gc.collect()
        wall, cpu = time.perf_counter(), time.process_time()
        work(Path(folder) / "site")
        return Cost(time.perf_counter() - wall, time.process_time() - cpu)


def median(of: Sequence[Cost]) -> Cost:
    """Return the medians of both measures."""
    return Cost(statistics.median(c.wall for c in of), statistics.median(c.cpu for c in of))


def compared(ways: Sequence[Way], rounds: int) -> dict[str, tuple[Cost, Cost]]:
    """Run all ways in turn, backwards in each second round; return the medians: all, few."""
    many: dict[str, list[Cost]] = {way.name: [] for way in ways}
    few: dict[str, list[Cost]] = {way.name: [] for way in ways}
    for number in range(rounds):
        for way in ways if number % 2 == 0 else reversed(ways):
            many[way.name].append(cost(way.make_many))
            few[way.name].append(cost(way.make_few))
    return {name: (median(many[name]), median(few[name])) for name in many}


def ways_on(folder: Path, stamping: Stamping, of: Sequence[SitePage], one: Path) -> list[Way]:
    """Prepare the ways to be compared; `one` is a project with one standard."""

    def stamped(count: int) -> Callable[[Path], object]:
        return lambda into: stamping.write(into, of[:count])

    def made(count: int) -> Callable[[Path], object]:
        return lambda into: stamping.write(into, islice(stamping.pages(), count))

    few = sum(1 for _ in Stamping(one, {}, *read(one)).pages())
    every = sum(1 for _ in stamping.pages())
    whole = partial(with_mkdocs, one), partial(with_mkdocs, stamping.project)
    ways = [
        Way("talqy: finished HTML stamped", 1, len(of), stamped(1), stamped(len(of))),
        Way("talqy: HTML made and stamped", 1, len(of), made(1), made(len(of))),
    ]
    if few < every:  # one standard alone has no slope
        ways.append(Way("talqy: whole build, from YAML", few, every, *whole))
    for search in (False, True):
        name = f"MkDocs + Material, {'with' if search else 'no'} search"
        small = as_markdown(folder / name / "1", of[:1], search=search)
        large = as_markdown(folder / name / "all", of, search=search)
        plain = partial(with_mkdocs, small), partial(with_mkdocs, large)
        ways.append(Way(name, 1, len(of), *plain))
    return ways


def print_comparison(ways: Sequence[Way], medians: Mapping[str, tuple[Cost, Cost]]) -> None:
    """Print totals, the run on few pages, slopes and ratios."""
    click.echo(
        f"\n{'medians':33}{'pages':>6}{'whole, s':>10}{'few pages, s':>15}"
        f"{'ms a page':>11}{'of processor':>14}"
    )
    slopes = {}
    for way in ways:
        many, few = medians[way.name]
        scale = 1000 / (way.many - way.few)
        slope = Cost((many.wall - few.wall) * scale, (many.cpu - few.cpu) * scale)
        slopes[way.name] = slope
        few_words = f"{few.wall:.2f} ({way.few})"
        click.echo(
            f"{way.name:33}{way.many:6}{many.wall:10.2f}{few_words:>15}"
            f"{slope.wall:11.2f}{slope.cpu:14.2f}"
        )
    plain = [way.name for way in ways if way.name.startswith("MkDocs")]
    for ours, theirs in product((way.name for way in ways[:2]), plain):
        click.echo(
            f"ratio of {theirs} to {ours}: "
            f"{slopes[theirs].wall / slopes[ours].wall:.1f} a page "
            f"({slopes[theirs].cpu / slopes[ours].cpu:.1f} of processor), "
            f"{medians[theirs][0].wall / medians[ours][0].wall:.1f} whole"
        )


def print_counts(folder: Path, stamping: Stamping, of: Sequence[SitePage], ways: int) -> None:
    """Print what does not depend on the machine."""
    sizes = [len(str(page.content).encode()) for page in of]
    click.echo(f"\ncounts\n  pages compared {len(of)}, ways {ways}, shells {len(stamping.shells)}")
    click.echo(f"  HTML of the content: {sum(sizes) / len(sizes) / 1000:.1f} kB a page")
    plain = folder / "plain"
    with_mkdocs(folder / "MkDocs + Material, no search" / "all", plain)
    same = sum(_holds(plain / page.at.full / "index.html", page) for page in of[1:])
    click.echo(f"  pages that MkDocs made with the very same content: {same} of {len(of) - 1}")
    _print_writes(folder / "ours", stamping)


def _holds(file: Path, page: SitePage) -> bool:
    """Compare but for blank lines, which Markdown empties."""
    return " ".join(str(page.content).split()) in " ".join(file.read_text("utf-8").split())


def _print_writes(folder: Path, stamping: Stamping) -> None:
    def written() -> int:
        whole = site(stamping.project, survey(stamping.project, TODAY), SITE_URL)
        return write_site(folder, tuple(parts(whole.editions, stamping.shells, SITE_URL)))[
            "written"
        ]

    first, again = written(), written()
    comment = comments_of(stamping.project)[0]
    text = edited(comment.read_text("utf-8"), ("text",), "Мерзімді қысқартуды сұраймын.")
    comment.write_text(text, encoding="utf-8")
    click.echo(
        f"  files written: at first {first}, with nothing changed {again}, "
        f"with one comment changed {written()}"
    )


def comments_of(project: Path) -> list[Path]:
    """Return the files of all comments, without the responses."""
    found = sorted(project.glob("comments/*/*/*/*.yaml"))
    return [file for file in found if not file.name.endswith(".response.yaml")]


def print_reading(most: int, rounds: int) -> None:
    """Print what reading a file costs: our parser, our whole reader, and ruamel.yaml's tree."""
    codes = read(ROOT)[0].codes.lists
    click.echo(f"\n{'reading, ms a file':33}{'files':>6}{'parse':>9}{'value':>9}{'ruamel rt':>11}")

    def value_of(model: type[BaseModel]) -> Callable[[str, bytes], object]:
        context = {"languages": ("kk", "ru"), "codes": codes}
        return lambda place, _: FileReader(DiskFiles(ROOT), context).value(place, model)

    for name, found, model in (
        ("a comment", comments_of(ROOT), Comment),
        ("a revision", sorted(ROOT.glob("standards/*/revisions/*.yaml")), Revision),
    ):
        texts = [(file.relative_to(ROOT).as_posix(), file.read_bytes()) for file in found[:most]]
        parsed = _per_file(lambda place, data: parse(data, place), texts, rounds)
        value = _per_file(value_of(model), texts, rounds)
        ruamel = _per_file(lambda _, data: YAML(typ="rt").load(data), texts, rounds)
        click.echo(f"{name:33}{len(texts):6}{parsed:9.2f}{value:9.2f}{ruamel:11.2f}")


def _per_file(
    work: Callable[[str, bytes], object], texts: Sequence[tuple[str, bytes]], rounds: int
) -> float:
    taken = []
    for _ in range(rounds):
        gc.collect()
        start = time.perf_counter()
        for place, data in texts:
            work(place, data)
        taken.append(time.perf_counter() - start)
    return 1000 * statistics.median(taken) / len(texts)


@click.command()
@click.option("--pages", "count", default=500, show_default=True, type=click.IntRange(2))
@click.option("--rounds", default=5, show_default=True, type=click.IntRange(1))
def main(count: int, rounds: int) -> None:
    """Compare the ways to make the same pages, and print a small table."""
    logging.getLogger("mkdocs").setLevel(logging.ERROR)
    with tempfile.TemporaryDirectory(prefix="bench-", dir=MEMORY) as temporary:
        folder = Path(temporary)
        one = a_large_project(folder / "one", 1)
        # A standard makes eight pages in each of two languages; the lists make a few more.
        project = a_large_project(folder / "many", max(1, count // 16 + 1))
        shells = with_mkdocs(project, folder / "shells")
        stamping = Stamping(project, shells, *read(project))
        of = list(islice(stamping.pages(), count))
        ways = ways_on(folder, stamping, of, one)
        where = "in memory" if MEMORY else "on disk"
        click.echo(f"{len(of)} pages, {rounds} alternating rounds, files {where}")
        print_comparison(ways, compared(ways, rounds))
        print_counts(folder, stamping, of, len(ways))
    print_reading(max(2, count // 5), min(rounds, 3))


if __name__ == "__main__":
    main()
