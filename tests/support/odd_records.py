"""Records and receipts with something changed in them: `verify` never calls them unchanged."""

import random
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path

from click.testing import CliRunner

import builders as b
from mangling import changed, damaged
from talqy.cli.main import main
from talqy.errors import TalqyError
from talqy.model.history import History
from talqy.model.paths import history_file
from talqy.project.validate import shaped
from talqy.project.yaml_read import parse
from talqy.record.receipt_lines import read_receipt
from talqy.record.receipts import Receipt

HISTORY = history_file(b.STANDARD)
RECEIPT = "receipt.json"
TOLD = {"answered": None, "redacted": None}
"""What a receipt tells and does not prove."""
PIECES = ("0", "1", "9", "null", "[]", "{}", "'", '"', ": ", ", ", "\n", "r2", "2026-11-19", "…")

Judge = Callable[[Path, str], tuple[int, str]]
"""What looks at a folder in which one file was changed: the exit status, and what was said."""


def verified(folder: Path, file: str) -> tuple[int, str]:
    """Let `talqy verify` look at the record, or at a receipt."""
    words = [str(folder / file)] if file == RECEIPT else []
    done = CliRunner().invoke(main, ["verify", *words, "--project", str(folder)])
    return done.exit_code, done.output


def odd(data: bytes, drawn: random.Random) -> bytes:
    """Change a file: bytes that are no text, or words and lines moved, lost and put in."""
    if drawn.random() < 0.2:
        return damaged(data, drawn)
    text = data.decode("utf-8")
    return changed(text, text.splitlines(keepends=True), PIECES, drawn).encode("utf-8")


def meaning(data: bytes, file: str) -> object:
    """Return what a file says; None where it cannot be read."""
    try:
        if file == RECEIPT:
            return _proven(read_receipt(data))
        return shaped(History, parse(data, file).tree, file, {})[0]
    except (TalqyError, ValueError):
        return None


def _proven(receipt: Receipt) -> tuple[Receipt, object]:
    """Return the claim, and the way to each root: a size says only where each hash stands in it."""
    ways = [
        (way.hashes, _sides(way.at, way.size)) for way in (receipt.in_standard, receipt.in_project)
    ]
    return receipt.model_copy(update={**TOLD, "in_standard": None, "in_project": None}), ways


def _sides(at: int, size: int) -> tuple[bool, ...]:
    """Return from the root down whether the leaf is on the right, as RFC 6962 splits a list."""
    if size <= 1:
        return ()
    half = 1 << ((size - 1).bit_length() - 1)
    below = _sides(at - half, size - half) if at >= half else _sides(at, half)
    return (at >= half, *below)


def broken_promises(
    folder: Path, file: str, judge: Judge, numbers: Iterable[int]
) -> Iterator[tuple[bytes, str]]:
    """Yield each change of a file that was called unchanged, or that ended in no words."""
    whole = (folder / file).read_bytes()
    said = meaning(whole, file)
    try:
        for number in numbers:
            bent = odd(whole, random.Random(number))  # noqa: S311 - drawn again by its number
            (folder / file).write_bytes(bent)
            status, words = judge(folder, file)
            speaks = bool(words) and "a fault of Talqy itself" not in words
            is_missed = status == 0 and meaning(bent, file) != said
            if status not in {0, 1, 2} or not speaks or is_missed:
                yield bent, words
    finally:
        (folder / file).write_bytes(whole)
