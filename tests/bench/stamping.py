"""What a page costs: our stamping against plain MkDocs with Material, on the same pages, in one run.

    python tests/bench/stamping.py [--pages 500] [--rounds 5]

The demonstration is copied under new ids until it makes enough pages. Each way of making them runs
on few pages and on all, into a fresh folder each time; the rounds alternate, medians are shown.
Nothing is subtracted: the first column of seconds is the whole run, the second the run on few
pages, and ms a page is the slope between the two.
"""

import gc
import logging
import os
import re
import statistics
import tempfile
import time
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from hashlib import blake2b
from itertools import islice
from pathlib import Path
from shutil import copyfile, copytree

os.environ["NO_MKDOCS_2_WARNING"] = "1"

import click
from mkdocs.commands.build import build
from mkdocs.config import load_config
from ruamel.yaml import YAML

from talqy.model.comment import Comment
from talqy.model.register import Register
from talqy.model.revision import Revision
from talqy.model.standing import Assessment
from talqy.pipeline import publish, site, survey
from talqy.render.edition import SitePage
from talqy.render.frame import slots_of
from talqy.render.output import write_site
from talqy.render.shell import Shell
from talqy.render.site import editions, pages
from talqy.sources.reading import Reading
from talqy.sources.yaml_tree import parse

ROOT = Path(__file__).parents[2]
TODAY = date(2026, 11, 20)
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
        for file in sorted((ROOT / tree / name).rglob("*.yaml")):
            place = _COMMENT_ID.sub(renamed, file.relative_to(ROOT / tree / name).as_posix())
            text = _COMMENT_ID.sub(renamed, file.read_text("utf-8"))
            text = re.sub(rf"^((?:id|standard): ){name}$", rf"\g<1>{new}", text, flags=re.MULTILINE)
            target = folder / tree / new / place
            target.parent.mkdir(parents=True, exist_ok=True)
            target.write_text(text, encoding="utf-8")


def read(project: Path) -> tuple[Register, Assessment]:
    """Read a project; the copies must be as sound as the demonstration."""
    found = survey(project, TODAY)
    if found.register is None or found.assessment is None or found.has_errors:
        raise SystemExit("\n".join(f"{p.file}: {p.code} {p.said()}" for p in found.problems))
    return found.register, found.assessment


def with_mkdocs(project: Path, folder: Path) -> Shells:
    """Run `mkdocs build`; answer the shells where our plugin made some."""
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
        for edition in editions(self.project, self.register, self.assessment):
            yield from pages(edition)

    def files(self) -> Iterator[tuple[str, bytes]]:
        for edition in editions(self.project, self.register, self.assessment):
            for page in pages(edition):
                shell = self.shells[edition.code, page.spot.depth]
                html = shell.fill(slots_of(edition, page, SITE_URL))
                yield f"{page.spot.full}index.html", html.encode()

    def write(self, folder: Path, count: int) -> dict[str, int]:
        return write_site(folder, islice(self.files(), count))


def as_markdown(folder: Path, of: Sequence[SitePage], *, search: bool) -> Path:
    """Make a plain MkDocs project whose pages hold the very same HTML; the first is the index."""
    (folder / "docs").mkdir(parents=True)
    text = _PLAIN.format(url=SITE_URL, plugins="search" if search else "")
    (folder / "mkdocs.yml").write_text(text, encoding="utf-8")
    for number, page in enumerate(of):
        file = folder / "docs" / (f"{page.spot.full}index.md" if number else "index.md")
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


def seconds(work: Callable[[Path], object]) -> float:
    """Time one run into a fresh folder."""
    with tempfile.TemporaryDirectory(prefix="bench-") as folder:
        gc.collect()
        start = time.perf_counter()
        work(Path(folder) / "site")
        return time.perf_counter() - start


def compared(ways: Sequence[Way], rounds: int) -> dict[str, tuple[float, float]]:
    """Run all ways in turn, backwards in each second round; answer the medians: all, few."""
    taken: dict[str, list[tuple[float, float]]] = {way.name: [] for way in ways}
    for number in range(rounds):
        for way in ways if number % 2 == 0 else reversed(ways):
            taken[way.name].append((seconds(way.make_many), seconds(way.make_few)))
    return {
        name: (statistics.median(both[0] for both in of), statistics.median(both[1] for both in of))
        for name, of in taken.items()
    }


def ways_on(folder: Path, stamping: Stamping, of: Sequence[SitePage], one: Path) -> list[Way]:
    """Prepare the ways to be compared; `one` is a project with one standard."""
    few = sum(1 for _ in Stamping(one, {}, *read(one)).pages())
    every = sum(1 for _ in stamping.pages())
    ways = [
        Way(
            "talqy: pages stamped and written",
            1,
            len(of),
            lambda into: stamping.write(into, 1),
            lambda into: stamping.write(into, len(of)),
        ),
        Way(
            "talqy: whole build, from YAML",
            few,
            every,
            lambda into: with_mkdocs(one, into),
            lambda into: with_mkdocs(stamping.project, into),
        ),
    ]
    for search in (False, True):
        name = f"search-{search}"
        small = as_markdown(folder / name / "1", of[:1], search=search)
        large = as_markdown(folder / name / "all", of, search=search)
        ways.append(
            Way(
                f"MkDocs + Material, {'with' if search else 'no'} search",
                1,
                len(of),
                lambda into, project=small: with_mkdocs(project, into),  # type: ignore[misc]
                lambda into, project=large: with_mkdocs(project, into),  # type: ignore[misc]
            )
        )
    return ways


def print_comparison(ways: Sequence[Way], medians: dict[str, tuple[float, float]]) -> None:
    """Print totals, the run on few pages, slopes and ratios."""
    click.echo(f"\n{'seconds, medians':34}{'pages':>7}{'whole':>9}{'few pages':>16}{'ms a page':>11}")
    slopes = {}
    for way in ways:
        whole, few = medians[way.name]
        slopes[way.name] = 1000 * (whole - few) / (way.many - way.few)
        few_words = f"{few:.3f} ({way.few})"
        click.echo(
            f"{way.name:34}{way.many:7}{whole:9.3f}{few_words:>16}{slopes[way.name]:11.2f}"
        )
    ours, *_ = ways
    for way in ways[2:]:
        slope = slopes[way.name] / slopes[ours.name]
        whole = medians[way.name][0] / medians[ours.name][0]
        click.echo(f"ratio to stamping: {slope:6.1f} a page, {whole:6.1f} whole   {way.name}")


def print_counts(folder: Path, stamping: Stamping, of: Sequence[SitePage], ways: int) -> None:
    """Print what does not depend on the machine."""
    sizes = [len(str(page.content).encode()) for page in of]
    click.echo(f"\ncounts\n  pages compared {len(of)}, ways {ways}, shells {len(stamping.shells)}")
    click.echo(f"  HTML of the content: {sum(sizes) / len(sizes) / 1000:.1f} kB a page")
    plain = folder / "plain"
    with_mkdocs(folder / "search-False" / "all", plain)
    same = sum(_holds(plain / page.spot.full / "index.html", page) for page in of[1:])
    click.echo(f"  pages that MkDocs made with the very same content: {same} of {len(of) - 1}")
    _print_writes(folder / "ours", stamping)


def _holds(file: Path, page: SitePage) -> bool:
    return str(page.content).strip() in file.read_text("utf-8")


def _print_writes(folder: Path, stamping: Stamping) -> None:
    def written() -> dict[str, int]:
        whole = site(stamping.project, survey(stamping.project, TODAY), SITE_URL)
        return publish(whole, stamping.shells, folder, ())

    first, again = written(), written()
    comments = stamping.project.glob("comments/*/*/*/*.yaml")
    comment = min(file for file in comments if not file.name.endswith(".response.yaml"))
    text = comment.read_text("utf-8")
    comment.write_text(text.replace("text: ", "text: Ә ", 1), encoding="utf-8")
    click.echo(f"  files written: at first {first['written']}, with nothing changed "
               f"{again['written']}, with one comment's text changed {written()['written']}")  # fmt: skip


def print_reading(rounds: int) -> None:
    """Print what reading one file costs: our parser, our whole reader, and ruamel.yaml's tree."""
    comments = [
        file
        for file in sorted(ROOT.glob("comments/*/*/*/*.yaml"))
        if not file.name.endswith(".response.yaml")
    ]
    revisions = sorted(ROOT.glob("standards/*/revisions/*.yaml"))
    codes = read(ROOT)[0].codes.lists
    click.echo(f"\n{'reading, ms a file':34}{'files':>7}{'parse':>9}{'value':>9}{'ruamel rt':>11}")
    for name, files, model in (
        ("a comment", comments, Comment),
        ("a revision", revisions, Revision),
    ):
        texts = [(file.relative_to(ROOT).as_posix(), file.read_bytes()) for file in files]
        costs = []
        for work in (
            lambda place, data: parse(data, place),
            lambda place, _, model=model: Reading(
                ROOT, {"languages": ("kk", "ru"), "codes": codes}
            ).value(place, model),
            lambda _, data: YAML(typ="rt").load(data),
        ):
            costs.append(_per_file(work, texts, rounds))
        parsed, value, ruamel = costs
        click.echo(f"{name:34}{len(files):7}{parsed:9.2f}{value:9.2f}{ruamel:11.2f}")


def _per_file(
    work: Callable[[str, bytes], object], files: Sequence[tuple[str, bytes]], rounds: int
) -> float:
    taken = []
    for _ in range(rounds):
        gc.collect()
        start = time.perf_counter()
        for place, data in files:
            work(place, data)
        taken.append(time.perf_counter() - start)
    return 1000 * statistics.median(taken) / len(files)


@click.command()
@click.option("--pages", "count", default=500, show_default=True, type=click.IntRange(2))
@click.option("--rounds", default=5, show_default=True, type=click.IntRange(1))
def main(count: int, rounds: int) -> None:
    """Compare the ways to make the same pages, and print a small table."""
    logging.getLogger("mkdocs").setLevel(logging.ERROR)
    with tempfile.TemporaryDirectory(prefix="bench-") as temporary:
        folder = Path(temporary)
        one = a_large_project(folder / "one", 1)
        # A standard makes eight pages in each of two languages; the lists make a few more.
        project = a_large_project(folder / "many", max(1, count // 16 + 1))
        shells = with_mkdocs(project, folder / "shells")
        stamping = Stamping(project, shells, *read(project))
        of = list(islice(stamping.pages(), count))
        ways = ways_on(folder, stamping, of, one)
        click.echo(f"{len(of)} pages, {rounds} alternating rounds; the runs before, which made "
                   "the shells, warmed up both tools' imports")  # fmt: skip
        print_comparison(ways, compared(ways, rounds))
        print_counts(folder, stamping, of, len(ways))
    print_reading(min(rounds, 3))


if __name__ == "__main__":
    main()
