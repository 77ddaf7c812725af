"""How well a redline reads: ours beside five other tools, on the same pairs of texts.

    python tests/bench/redline_quality.py

Counted are, over all pairs of a set:

- *marked*: words of both texts with a letter that is marked, and their ratio to the least possible,
  which is all words but those of a longest common subsequence, twice;
- *pieces*: runs of removed or added text;
- *islands*: short words (three letters at most) or single signs kept between two marks, in a line;
- *cut*: words that a mark divides.

A line of which little is left is written anew by an editor, and so by us: below each table stands
the ratio of the lines that are marked word by word.

The sets: redlines that an editor marked by eye, pairs that were judged for signs (`tests/golden`),
and the clauses of the demonstration that changed from one revision to the next.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from pathlib import Path

import click
import yaml

from redline_peers import PEERS, Peer, Pieces, missing
from talqy.compare.marks import Mark
from talqy.compare.redline import redline
from talqy.project.survey import survey

ROOT = Path(__file__).parents[2]
GOLDEN = ROOT / "tests" / "golden"
Pair = tuple[str, str]
_WORD = re.compile(r"\w+(?:[-.:,/]\w+)*")  # «9:00» and «15.04.2013» are one word
_SHORT = 3  # letters


@dataclass(frozen=True)
class Quality:
    """Counts over pairs of texts; `least` are the words that any redline must mark."""

    marked: int = 0
    least: int = 0
    pieces: int = 0
    islands: int = 0
    cut: int = 0

    def __add__(self, other: "Quality") -> "Quality":
        """Return both together."""
        return Quality(
            *(getattr(self, name) + getattr(other, name) for name in self.__dataclass_fields__)
        )


def common_words(old: Sequence[str], new: Sequence[str]) -> int:
    """Return the length of a longest common subsequence; O(len(old) · len(new)) steps."""
    before = [0] * (len(new) + 1)
    for word in old:
        row = [0]
        for at, other in enumerate(new, start=1):
            row.append(before[at - 1] + 1 if word == other else max(before[at], row[-1]))
        before = row
    return before[-1]


def quality(pair: Pair, pieces: Pieces) -> Quality:
    """Return the counts of one pair as a tool marked it."""
    old, new = (_WORD.findall(text) for text in pair)
    sides = [_side(pieces, mark) for mark in (Mark.REMOVED, Mark.ADDED)]
    return Quality(
        marked=sum(marked for marked, _ in sides),
        least=len(old) + len(new) - 2 * common_words(old, new),
        pieces=sum(1 for mark, text in pieces if mark is not Mark.KEPT and text.strip()),
        islands=_islands(pieces),
        cut=sum(cut for _, cut in sides),
    )


def _side(pieces: Pieces, mark: Mark) -> tuple[int, int]:
    """Return how many words of one text are marked, and how many of them only in part."""
    own = [(what is mark, text) for what, text in pieces if what in {Mark.KEPT, mark}]
    flags = [is_marked for is_marked, text in own for _ in text]
    spans = [match.span() for match in _WORD.finditer("".join(text for _, text in own))]
    marked = sum(any(flags[slice(*span)]) for span in spans)
    cut = sum(any(flags[slice(*span)]) and not all(flags[slice(*span)]) for span in spans)
    return marked, cut


def _islands(pieces: Pieces) -> int:
    """Return how many kept pieces between two marks are one short word or one sign."""
    filled = [(mark, text) for mark, text in pieces if text]
    return sum(
        before[0] is not Mark.KEPT and after[0] is not Mark.KEPT and _is_short(*piece)
        for (before, piece), (_, after) in pairwise(pairwise(filled))
    )


def _is_short(mark: Mark, text: str) -> bool:
    said = text.strip()
    is_word = len(said) <= _SHORT and _WORD.fullmatch(said)
    is_sign = len(said) == 1 and not said.isalnum()
    return mark is Mark.KEPT and "\n" not in text and bool(is_word or is_sign)


def judged(folder: str) -> Iterator[Pair]:
    """Yield the pairs of texts of a folder of tests/golden."""
    for language in ("kk", "ru"):
        for pair in yaml.safe_load((GOLDEN / folder / f"{language}.yaml").read_text("utf-8")):
            yield pair["old"], pair["new"]


def neighbours() -> Iterator[Pair]:
    """Yield the texts of the demonstration's clauses that changed, in both languages."""
    register = survey(ROOT).register
    if register is None:
        raise SystemExit("the demonstration cannot be read")
    for record in register.records:
        texts = [{one.id: one.text or {} for one in text.walk()} for text in record.revisions]
        for before, after in pairwise(texts):
            for name in before.keys() & after.keys():
                for language in ("kk", "ru"):
                    old, new = (text[name].get(language, "") for text in (before, after))
                    if old and new and old != new:
                        yield old, new


def of(peer: Peer, pairs: Sequence[Pair]) -> Quality:
    """Return the counts of all pairs."""
    return sum((quality(pair, peer(*pair)) for pair in pairs), Quality())


def word_by_word(pairs: Sequence[Pair]) -> Quality:
    """Return the counts of the lines of ours that are marked inside, and not written anew whole."""
    found = Quality()
    for pair in pairs:
        for line in redline(*pair).lines:
            if line.before and line.after and not line.is_rewritten:
                pieces = [(piece.mark, piece.text) for piece in line.pieces]
                found += quality((line.before, line.after), pieces)
    return found


def main() -> None:
    """Print a table for each set of pairs."""
    if gone := missing():
        raise SystemExit(f"not on this machine: {', '.join(gone)} (make bench installs them)")
    sets = {
        "redlines marked by an editor": list(judged("redlines")),
        "pairs judged for signs": list(judged("signs")),
        "changed clauses of the demonstration": list(neighbours()),
    }
    for title, pairs in sets.items():
        click.echo(f"\n{title}: {len(pairs)} pairs")
        click.echo(f"{'':18}{'marked':>8}{'× least':>9}{'pieces':>8}{'islands':>9}{'cut':>6}")
        for name, peer in PEERS.items():
            found = of(peer, pairs)
            ratio = found.marked / found.least
            counts = f"{found.pieces:8}{found.islands:9}{found.cut:6}"
            click.echo(f"{name:18}{found.marked:8}{ratio:9.3f}{counts}")
        inside = word_by_word(pairs)
        ratio = inside.marked / inside.least
        click.echo(f"lines that are marked word by word: {ratio:.3f} × least")


if __name__ == "__main__":
    main()
