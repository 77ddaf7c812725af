"""What a redline costs: ours against the bare matching of the same tokens.

    python tests/bench/redline_costs.py [--clauses 300] [--words 80] [--rounds 7]

Clauses are cut out of the demonstration's texts and amended by a seeded generator: numbers changed,
words replaced, put in, left out and moved. The bare matching is the one under it (difflib's, or the
extra `fast`), on tokens that were made before the clock starts; a redline begins with two texts and
ends with marks that people can read. The ways alternate from round to round in this one process;
medians are shown, and a ratio is the median of the ratios of all rounds. All work in one thread, so
on a busy machine the processor's time is the steadier measure.

The second table has one line of very many words: once with a word in twenty changed, once with two
texts of the same words that have nothing else in common.
"""

import gc
import random
import re
import statistics
import time
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from pathlib import Path

import click

from talqy.compare.matching import SequenceMatcher
from talqy.compare.redline import Mark, redline
from talqy.compare.tokens import lines, tokens
from talqy.project.survey import survey

ROOT = Path(__file__).parents[2]
SEED = 20261120
Pair = tuple[str, str]
_NUMBER = re.compile(r"\d+")


def spoken(language: str) -> list[str]:
    """Return all words of the demonstration's clauses in one language, in their order."""
    register = survey(ROOT).register
    if register is None:
        raise SystemExit("the demonstration cannot be read")
    texts = (
        (clause.text or {}).get(language, "")
        for _, revision in register.revisions()
        for clause in revision.walk()
    )
    return [word for text in texts for word in text.split()]


def amended(words: Sequence[str], edits: int, known: Sequence[str], rng: random.Random) -> str:
    """Amend a text in some places; `known` are the words that come in."""
    new = list(words)
    for _ in range(edits):
        at, length = rng.randrange(len(new)), rng.randint(1, 4)
        start = rng.randrange(len(known) - 6)
        others = list(known[start : start + rng.randint(1, 6)])
        match rng.choice(("number", "replace", "insert", "remove", "move")):
            case "number":
                new[at : at + 1] = [_NUMBER.sub(str(rng.randint(1, 30)), new[at]) or others[0]]
            case "replace":
                new[at : at + length] = others[:length]
            case "insert":
                new[at:at] = others
            case "remove" if len(new) > length:
                del new[at : at + length]
            case _:
                moved = new[at : at + length]
                del new[at : at + length]
                to = rng.randrange(len(new) + 1)
                new[to:to] = moved
    return " ".join(new)


def clauses(count: int, words: int, known: Mapping[str, Sequence[str]]) -> Iterator[Pair]:
    """Cut clauses out of the texts, in one language and the other in turn, and amend each."""
    rng = random.Random(SEED)  # noqa: S311
    for number in range(count):
        said = known["kk" if number % 2 else "ru"]
        start = rng.randrange(len(said) - words)
        old = said[start : start + words]
        yield " ".join(old), amended(old, rng.randint(1, 4), said, rng)


def in_lines(pair: Pair) -> Pair:
    """Begin a line after each semicolon and full stop, as clauses of items have them."""
    old, new = (re.sub(r"(?<=[;.:]) ", "\n", text) for text in pair)
    return old, new


def matched(of: Sequence[tuple[list[str], list[str]]]) -> None:
    """Match tokens, and do nothing with what was found."""
    for a, b in of:
        SequenceMatcher(str.isspace, a, b, autojunk=False).get_opcodes()


def marked(of: Sequence[Pair]) -> None:
    """Make redlines of texts, none of which is kept from the round before."""
    redline.cache_clear()
    for old, new in of:
        redline(old, new)


def tokens_of(text: str) -> list[str]:
    """Split a text of any number of lines."""
    return tokens(" ".join(lines(text)))


@dataclass(frozen=True)
class Cost:
    """Seconds of one run: by the clock, and of the processor."""

    wall: float
    cpu: float


def cost(work: Callable[[], None]) -> Cost:
    """Measure one run."""
    gc.collect()
    wall, cpu = time.perf_counter(), time.process_time()
    work()
    return Cost(time.perf_counter() - wall, time.process_time() - cpu)


def rounds_of(ways: Mapping[str, Callable[[], None]], rounds: int) -> dict[str, list[Cost]]:
    """Run all ways in turn, backwards in each second round; return what each round took."""
    taken: dict[str, list[Cost]] = {name: [] for name in ways}
    for number in range(rounds):
        for name in ways if number % 2 == 0 else reversed(list(ways)):
            taken[name].append(cost(ways[name]))
    return taken


def median(of: Iterable[Cost]) -> Cost:
    """Return the medians of both measures."""
    took = list(of)
    return Cost(statistics.median(c.wall for c in took), statistics.median(c.cpu for c in took))


def ratio(ours: Sequence[Cost], theirs: Sequence[Cost]) -> Cost:
    """Return the median of the ratios of all rounds: what slows one way slows the other."""
    rounds = zip(ours, theirs, strict=True)
    return median(Cost(one.wall / other.wall, one.cpu / other.cpu) for one, other in rounds)


def print_clauses(pairs: Sequence[Pair], rounds: int) -> None:
    """Print what redlines of clauses cost, and the ratios to the bare matching."""
    split = [in_lines(pair) for pair in pairs]
    cut = [(tokens_of(old), tokens_of(new)) for old, new in pairs]
    names = "difflib, tokens given", "redline, one line", "redline, items in lines"
    bare, one_line, items = names
    ways = {
        bare: partial(matched, cut),
        one_line: partial(marked, pairs),
        items: partial(marked, split),
    }
    taken = rounds_of(ways, rounds)
    click.echo(f"{'medians':26}{'clauses':>9}{'s':>9}{'ms a clause':>13}{'of processor':>14}")
    for name, each in taken.items():
        took = median(each)
        wall, cpu = (1000 * seconds / len(pairs) for seconds in (took.wall, took.cpu))
        click.echo(f"{name:26}{len(pairs):9}{took.wall:9.4f}{wall:13.3f}{cpu:14.3f}")
    for ours in (one_line, items):
        found = ratio(taken[ours], taken[bare])
        click.echo(f"ratio of {ours} to difflib: {found.wall:.2f} ({found.cpu:.2f} of processor)")
    lengths = [len(a) for a, _ in cut]
    changed = sum(any(redline(*pair).said(Mark.REMOVED)) for pair in pairs)
    click.echo(
        f"counts: {sum(lengths) / len(cut):.0f} tokens a clause, {changed} clauses lost some words"
    )


def print_long(count: int, known: Sequence[str], rounds: int) -> None:
    """Print what one line of very many words costs."""
    rng = random.Random(SEED)  # noqa: S311
    old, other = rng.choices(known, k=count), rng.choices(known, k=count)
    ways = {
        "a word in twenty changed": amended(old, count // 20, known, rng),
        "the same words anew": " ".join(other),
    }
    first = " ".join(old)
    work = {name: partial(marked, [(first, new)]) for name, new in ways.items()}
    click.echo(f"\n{'one line, medians':26}{'words':>9}{'s':>9}")
    for name, each in rounds_of(work, rounds).items():
        click.echo(f"{name:26}{count:9}{median(each).wall:9.2f}")


@click.command()
@click.option("--clauses", "count", default=300, show_default=True, type=click.IntRange(1))
@click.option("--words", default=80, show_default=True, type=click.IntRange(2))
@click.option("--long", default=20_000, show_default=True, type=click.IntRange(20))
@click.option("--rounds", default=7, show_default=True, type=click.IntRange(1))
def main(count: int, words: int, long: int, rounds: int) -> None:
    """Compare redlines with the matching that they are made from, and print two small tables."""
    known = {language: spoken(language) for language in ("kk", "ru")}
    pairs = list(clauses(count, words, known))
    click.echo(f"{count} clauses of {words} words, {rounds} alternating rounds")
    print_clauses(pairs, rounds)
    print_long(long, known["ru"], min(rounds, 3))


if __name__ == "__main__":
    main()
