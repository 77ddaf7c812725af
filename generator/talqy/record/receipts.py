"""A receipt: what proves, without the record, that a comment is on record under a root.

It holds the leaf of the comment as the record has it, and the path from there to the root of its
standard, and from that to the root of the project (`record/root.py`).
"""

import json
import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass

from pydantic import Field

from talqy.errors import TalqyError
from talqy.model.digest import as_digest
from talqy.model.history import History, RecordedComment
from talqy.model.register import Record
from talqy.model.values import CommentId, Count, Day, Line, Number, Slug, Value
from talqy.record.merkle import audit_paths, leaf_hash, root_hash, root_of_path
from talqy.record.root import (
    comment_leaf,
    leaves_of,
    project_hashes,
    root_of,
    roots_of,
    standard_leaf_of,
)

_MOST = 1 << 31
_DIGEST = re.compile(r"sha256:[0-9a-f]{64}")
_HASH = re.compile(r"[0-9a-f]{64}")


class NoReceiptError(TalqyError):
    """A file is no receipt, or there can be none yet."""


class Proof(Value):
    """A path to a root: the place of the leaf from 0, how many leaves there are, and hashes."""

    at: Count
    size: Number = Field(lt=_MOST)
    hashes: tuple[str, ...] = Field(max_length=31)


class Receipt(Value):
    """What a receipt says of one comment, and the two paths that prove it.

    `recorded` is the day on which the comment was put on record, where that was kept: a part of the
    leaf. `answered` is the day since when the record keeps the digest of the answer, and `redacted`
    the day on which words were taken out of it: they are told, the paths do not prove them.
    """

    receipt: int = Field(default=1, ge=1, le=1)
    standard: Slug
    revision: Number
    comment: CommentId
    number: Number
    digest: Line
    recorded: Day | None = None
    answered: Day | None = None
    redacted: Day | None = None
    leaf: str
    standard_root: Line
    in_standard: Proof
    in_project: Proof
    root: Line


@dataclass(frozen=True, slots=True)
class ProjectProofs:
    """The root of a project, and of each standard with a record its own root and its path."""

    root: str
    standards: Mapping[str, tuple[str, Proof]]

    def root_of(self, standard: str) -> str:
        """Return the root of one standard; empty where it has no record."""
        return self.standards[standard][0] if standard in self.standards else ""


def project_proofs(
    histories: Iterable[History], root: Callable[[History], str] = root_of
) -> ProjectProofs:
    """Return the root over all records, and the way of each to it; `root` as in `roots_of`."""
    roots = roots_of(histories, root)
    hashes = project_hashes(roots)
    proofs = zip(roots.items(), _proofs(hashes), strict=True)
    return ProjectProofs(
        as_digest(root_hash(hashes)), {name: (root, proof) for (name, root), proof in proofs}
    )


def _proofs(hashes: Sequence[bytes]) -> list[Proof]:
    return [
        Proof(at=at, size=len(hashes), hashes=tuple(each.hex() for each in path))
        for at, path in enumerate(audit_paths(hashes))
    ]


def receipts_of(record: Record, project: ProjectProofs) -> dict[str, Receipt]:
    """Return the receipts of a standard by comment: of those that have a number and a digest."""
    history = record.history
    if history is None:
        return {}
    leaves = leaves_of(history)
    own = dict(zip(leaves, _proofs([leaf_hash(leaf) for leaf in leaves]), strict=True))
    root, in_project = project.standards[history.standard]
    made: dict[str, Receipt] = {}
    for entry in history.revisions:
        for line in filter(_has_digest, entry.comments):
            leaf = comment_leaf(history.standard, entry.revision, line)
            comment = record.comment(line.id)
            made[line.id] = Receipt(
                standard=history.standard,
                revision=entry.revision,
                comment=line.id,
                number=line.number,
                digest=line.digest,
                recorded=line.on,
                answered=line.response.on if line.response else None,
                redacted=comment.redacted.on if comment and comment.redacted else None,
                leaf=leaf.decode(),
                standard_root=root,
                in_standard=own[leaf],
                in_project=in_project,
                root=project.root,
            )
    return made


def _has_digest(line: RecordedComment) -> bool:
    return _DIGEST.fullmatch(line.digest) is not None


def receipt_of(record: Record, comment: str, histories: Iterable[History]) -> Receipt:
    """Return the receipt of a comment that has a register number; `histories` are all there are."""
    made = receipts_of(record, project_proofs(histories)).get(comment)
    if made is None:
        raise NoReceiptError(
            "{comment} has no number in the record yet; its receipt is made when it has one",
            comment=comment,
        )
    return made


def receipt_file(receipt: Receipt) -> bytes:
    """Return a receipt as the file that people keep: JSON, UTF-8."""
    return f"{receipt.model_dump_json(indent=1)}\n".encode()


def receipt_root(receipt: Receipt) -> str | None:
    """Return the root that a receipt proves; None where its parts do not fit together."""
    if not _is_leaf(receipt):
        return None
    if _led(receipt.leaf.encode(), receipt.in_standard) != receipt.standard_root:
        return None
    return _led(standard_leaf_of(receipt.standard, receipt.standard_root), receipt.in_project)


def _is_leaf(receipt: Receipt) -> bool:
    """Return whether the leaf is the one, to its last sign, that the record has of what is told."""
    try:
        line = RecordedComment(
            number=receipt.number,
            id=receipt.comment,
            digest=receipt.digest,
            clause=json.loads(receipt.leaf)["comment"]["clause"],
            on=receipt.recorded,
        )
    except (ValueError, KeyError, TypeError, RecursionError):  # of pydantic, too
        return False
    leaf = comment_leaf(receipt.standard, receipt.revision, line)
    return _has_digest(line) and leaf.decode() == receipt.leaf


def _led(leaf: bytes, proof: Proof) -> str | None:
    if not all(map(_HASH.fullmatch, proof.hashes)):
        return None
    path = [bytes.fromhex(each) for each in proof.hashes]
    found = root_of_path(leaf_hash(leaf), proof.at, proof.size, path)
    return as_digest(found) if found else None
