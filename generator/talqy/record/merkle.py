"""One digest over a list, and the proof that something stands in it: RFC 6962, section 2.1.

A leaf is hashed behind the byte 0x00, a pair of hashes behind 0x01, so that no pair can pass for a
leaf. The maintained libraries for this are for whole logs, or under other licences.
"""

import hashlib
from collections.abc import Sequence


def leaf_hash(leaf: bytes) -> bytes:
    """Return the hash of a leaf, 32 bytes."""
    return hashlib.sha256(b"\x00" + leaf).digest()


def _pair_hash(left: bytes, right: bytes) -> bytes:
    return hashlib.sha256(b"\x01" + left + right).digest()


def root_hash(hashes: Sequence[bytes]) -> bytes:
    """Return the Merkle Tree Hash over the hashes of leaves; that of none is SHA-256 of nothing."""
    if not hashes:
        return hashlib.sha256().digest()
    if len(hashes) == 1:
        return hashes[0]
    half = _half(len(hashes))
    return _pair_hash(root_hash(hashes[:half]), root_hash(hashes[half:]))


def audit_paths(hashes: Sequence[bytes]) -> list[list[bytes]]:
    """Return the path of each leaf to the root, from the bottom up; all of them in one walk."""
    if len(hashes) <= 1:
        return [[] for _ in hashes]
    half = _half(len(hashes))
    left, right = hashes[:half], hashes[half:]
    beside_left, beside_right = root_hash(right), root_hash(left)
    return [
        *([*path, beside_left] for path in audit_paths(left)),
        *([*path, beside_right] for path in audit_paths(right)),
    ]


def root_of_path(leaf: bytes, at: int, size: int, path: Sequence[bytes]) -> bytes | None:
    """Return the root to which a path leads from the leaf hash; None where it cannot be one."""
    if not 0 <= at < size:
        return None
    if size == 1:
        return leaf if not path else None
    if not path:
        return None
    half = _half(size)
    *below, beside = path
    if at < half:
        found = root_of_path(leaf, at, half, below)
        return found and _pair_hash(found, beside)
    found = root_of_path(leaf, at - half, size - half, below)
    return found and _pair_hash(beside, found)


def _half(size: int) -> int:
    """Return the largest power of two below `size`."""
    return 1 << ((size - 1).bit_length() - 1)
