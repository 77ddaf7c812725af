"""Ids of comments: ten characters of Crockford's base 32, drawn, or made from what was said."""

import hashlib
import secrets
from collections.abc import Callable, Iterable

_SIGNS = "0123456789abcdefghjkmnpqrstvwxyz"
_LENGTH = 10


def drawn_id(is_taken: Callable[[str], object]) -> str:
    """Draw an id that nobody can guess; one that is taken is drawn again."""
    while True:
        name = "".join(secrets.choice(_SIGNS) for _ in range(_LENGTH))
        if not is_taken(name):
            return name


def derived_id(parts: Iterable[str]) -> str:
    """Make the id of something imported: the same parts give the same id, whenever and wherever.

    50 bits of SHA-256 over the parts, each with its length in front, so that lists differ.
    """
    written = "".join(f"{len(part)}:{part}" for part in parts)
    number = int.from_bytes(hashlib.sha256(written.encode("utf-8", "replace")).digest()[:8])
    return "".join(_SIGNS[number >> (5 * place) & 31] for place in range(_LENGTH))
