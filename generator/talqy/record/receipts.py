"""A receipt: what proves, without the record, that a comment is on record under a root.

It holds the leaf of the comment as the record has it, and the path from there to the root of its
standard, and from that to the root of the project (`record/root.py`).
"""

import json
from collections.abc import Sequence

from pydantic import Field

from talqy.errors import TalqyError
from talqy.model.history import History
from talqy.model.register import Record
from talqy.model.values import CommentId, Count, Line, Number, Slug, Value
from talqy.record.merkle import audit_path, leaf_hash, root_of_path
from talqy.record.root import (
    as_digest,
    comment_leaf,
    leaves_of,
    project_root,
    standard_leaf_of,
    standards_in,
)

_BYTES = 1 << 16


class NoReceiptError(TalqyError):
    """A file is no receipt, or there can be none yet."""


class Proof(Value):
    """A path to a root: the place of the leaf from 0, how many leaves there are, and hashes."""

    at: Count
    size: Number
    hashes: tuple[str, ...]


class Receipt(Value):
    """What a receipt says of one comment, and the two paths that prove it."""

    receipt: int = Field(default=1, ge=1, le=1)
    standard: Slug
    revision: Number
    comment: CommentId
    number: Number
    digest: Line
    leaf: str
    standard_root: Line
    in_standard: Proof
    in_project: Proof
    root: Line


def receipt_of(record: Record, comment: str, histories: Sequence[History]) -> Receipt:
    """Return the receipt of a comment that has a register number; `histories` are all there are."""
    history = record.history
    for entry in history.revisions if history else ():
        for line in entry.comments:
            if history is None or line.id != comment:
                continue
            leaf, leaves = comment_leaf(record.id, entry.revision, line), leaves_of(history)
            hashes, standards = [leaf_hash(each) for each in leaves], standards_in(histories)
            own = sorted(each.standard for each in histories).index(record.id)
            at = leaves.index(leaf)
            return Receipt(
                standard=record.id,
                revision=entry.revision,
                comment=comment,
                number=line.number,
                digest=line.digest,
                leaf=leaf.decode(),
                standard_root=json.loads(standards[own])["root"],
                in_standard=_proof(at, hashes),
                in_project=_proof(own, [leaf_hash(each) for each in standards]),
                root=project_root(histories),
            )
    raise NoReceiptError(
        "{comment} has no number in the record yet; its receipt is made when it has one",
        comment=comment,
    )


def _proof(at: int, hashes: Sequence[bytes]) -> Proof:
    path = tuple(each.hex() for each in audit_path(at, hashes))
    return Proof(at=at, size=len(hashes), hashes=path)


def receipt_root(receipt: Receipt) -> str | None:
    """Return the root that a receipt proves; None where its parts do not fit together."""
    try:
        leaf = json.loads(receipt.leaf)
        said = leaf["comment"]
        own = (leaf["standard"], leaf["revision"], said["id"], said["number"], said["digest"])
    except (ValueError, KeyError, TypeError, RecursionError):
        return None
    named = (receipt.standard, receipt.revision, receipt.comment, str(receipt.number))
    if own != (*named, receipt.digest):
        return None
    if _led(receipt.leaf.encode(), receipt.in_standard) != receipt.standard_root:
        return None
    return _led(standard_leaf_of(receipt.standard, receipt.standard_root), receipt.in_project)


def _led(leaf: bytes, proof: Proof) -> str | None:
    try:
        path = [bytes.fromhex(each) for each in proof.hashes]
    except ValueError:
        return None
    if any(len(each) != 32 for each in path):
        return None
    found = root_of_path(leaf_hash(leaf), proof.at, proof.size, path)
    return as_digest(found) if found else None


def read_receipt(data: bytes) -> Receipt:
    """Read the file of a receipt."""
    try:
        return Receipt.model_validate_json(data[:_BYTES])
    except ValueError as error:  # of pydantic, too
        raise NoReceiptError("this file is no receipt") from error
