"""Odd receipts, and what each is worth: the terminal and the page must say the same of them."""

import json
from collections.abc import Callable
from typing import Any

from talqy.model.digest import as_digest
from talqy.model.history import RecordedComment
from talqy.record.merkle import leaf_hash
from talqy.record.receipt_lines import receipt_line
from talqy.record.receipts import Proof, Receipt, receipt_file
from talqy.record.root import comment_leaf, standard_leaf_of

Tree = dict[str, Any]


def _file(change: Callable[[Tree], object]) -> Callable[[Receipt], str]:
    def made(receipt: Receipt) -> str:
        tree = json.loads(receipt_file(receipt))
        change(tree)
        return json.dumps(tree)

    return made


def _part(at: int, put: str) -> Callable[[Receipt], str]:
    def made(receipt: Receipt) -> str:
        parts = receipt_line(receipt).split(":")
        parts[at] = put
        return ":".join(parts)

    return made


def _plain(receipt: Receipt) -> str:
    return receipt_file(receipt).decode()


def forged(receipt: Receipt, **changed: object) -> Receipt:
    """Make a receipt of trees of one leaf: sound in itself, under a root that nobody published."""
    made = receipt.model_copy(update=changed)
    line = RecordedComment(
        number=made.number,
        id=made.comment,
        digest=made.digest,
        clause="whole",
        on=made.recorded,
    )
    leaf = comment_leaf(made.standard, made.revision, line)
    alone = {"at": 0, "size": 1, "hashes": ()}
    own = as_digest(leaf_hash(leaf))
    root = as_digest(leaf_hash(standard_leaf_of(made.standard, own)))
    paths = {"in_standard": Proof(**alone), "in_project": Proof(**alone)}
    roots = {"leaf": leaf.decode(), "standard_root": own, "root": root}
    return made.model_copy(update={**paths, **roots})


ODD: dict[str, tuple[Callable[[Receipt], str], str]] = {
    "as it is made": (_plain, "sound"),
    "a mark of byte order": (lambda of: f"\ufeff{_plain(of)}", "sound"),
    "two marks of byte order": (lambda of: f"\ufeff\ufeff{_plain(of)}", "none"),
    "an extra key": (_file(lambda tree: tree.update(note="x")), "none"),
    "an extra key of a path": (_file(lambda tree: tree["in_project"].update(note=1)), "none"),
    "no days": (_file(lambda tree: [tree.pop(key) for key in ("answered", "redacted")]), "sound"),
    "no version": (_file(lambda tree: tree.pop("receipt")), "none"),
    "another version": (_file(lambda tree: tree.update(receipt=2)), "none"),
    "a number as text": (_file(lambda tree: tree.update(number=str(tree["number"]))), "none"),
    "true for a number": (_file(lambda tree: tree.update(revision=True)), "none"),
    "a number with a point": (
        _file(lambda tree: tree.update(revision=float(tree["revision"]))),
        "sound",
    ),
    "a number too long": (_file(lambda tree: tree.update(number=10**9)), "none"),
    "a day as a number": (_file(lambda tree: tree.update(answered=0)), "none"),
    "a day not in the calendar": (_file(lambda tree: tree.update(answered="2026-02-30")), "none"),
    "a day far away": (_file(lambda tree: tree.update(redacted="1026-02-03")), "none"),
    "a day with a time": (_file(lambda tree: tree.update(answered="2026-02-03T00:00")), "none"),
    "another day of record": (_file(lambda tree: tree.update(recorded="2026-02-03")), "broken"),
    "a day of record as a number": (_file(lambda tree: tree.update(recorded=0)), "none"),
    "a day of record behind the number": (_part(4, "7.20260203"), "broken"),
    "no day of record behind the number": (_part(4, "7.20269999"), "none"),
    "spaces in the leaf": (_file(lambda tree: tree.update(leaf=f" {tree['leaf']}")), "broken"),
    "a leaf that is none": (_file(lambda tree: tree.update(leaf="NaN")), "broken"),
    "hashes in capitals": (
        _file(lambda tree: tree["in_project"].update(hashes=["A" * 64])),
        "broken",
    ),
    "too many hashes": (_file(lambda tree: tree["in_project"].update(hashes=["0"] * 32)), "none"),
    "an empty path": (_file(lambda tree: tree["in_standard"].update(size=0)), "none"),
    "a list": (lambda of: f"[{_plain(of)}]", "none"),
    "two files in one": (lambda of: _plain(of) * 2, "none"),
    "the line": (receipt_line, "sound"),
    "the line with marks and spaces": (
        lambda of: f"\ufeff x%20{receipt_line(of).replace(':', ': %20')}\x1c\x85\ufeff",
        "sound",
    ),
    "the line in JSON": (lambda of: json.dumps({"line": receipt_line(of)}), "sound"),
    "a line with a day of no calendar": (_part(6, "20261399"), "none"),
    "a line without days": (_part(6, ""), "sound"),
    "a line with number 0": (_part(4, "0"), "none"),
    "a line with a clause that is none": (_part(5, "A--B"), "none"),
    "a line with half of a path": (_part(11, "AA"), "broken"),
    "a line with a sign too many": (_part(11, "AAA"), "none"),
    "nothing": (lambda _: "", "none"),
}
"""By name: how it is made of a sound receipt, and whether it is “sound”, “broken” or “none”."""
