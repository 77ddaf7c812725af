"""The key of a comment, which only its author has, and how the same submission is known again.

The key is made of what its author has posted, of the number drawn for the page, which
is kept nowhere, and of the secret: whoever posts the very same again is shown the very same key,
and from all that is stored nobody can make it.
"""

import hashlib
import hmac
import json
import re

from talqy.service.form.posted import Posted
from talqy.service.form.tokens import PageToken
from talqy.service.keys import Keys

_SIGNS = "0123456789abcdefghjkmnpqrstvwxyz"
_BYTES, _LETTERS, _GROUP = 16, 26, 5
_LIKE = str.maketrans({"o": "0", "i": "1", "l": "1", "u": "v"})
_BETWEEN = re.compile(r"[\s–—-]+")


def comment_key(keys: Keys, token: PageToken, posted: Posted) -> str:
    """Return the key of the comment that a submission becomes: 128 bits, as people type them."""
    return key_of_bytes(hmac.digest(keys.of("comment"), token.nonce + _written(posted), "sha256"))


def key_of_bytes(made: bytes) -> str:
    """Return the first 128 bits of some bytes as people type them."""
    number = int.from_bytes(made[:_BYTES])
    signs = "".join(_SIGNS[number >> (5 * at) & 31] for at in reversed(range(_LETTERS)))
    groups = [signs[at : at + _GROUP] for at in range(0, _LETTERS - _GROUP, _GROUP)]
    return "-".join([*groups[:-1], groups[-1] + signs[_LETTERS - 1 :]])


def key_hash(key: str) -> str:
    """Return what is kept of a key; signs that look alike, and all between them, count alike."""
    bare = _BETWEEN.sub("", key).lower().translate(_LIKE)
    return hashlib.sha256(f"key of a comment: {bare}".encode("utf-8", "replace")).hexdigest()


def is_key(key: str, kept: str) -> bool:
    """Return whether a key is the one of which this is kept."""
    return bool(kept) and hmac.compare_digest(key_hash(key), kept)


def digest_of_posted(token: PageToken, posted: Posted) -> str:
    """Return the digest by which the same submission is known again: words of one page."""
    return hashlib.sha256(token.nonce + _written(posted)).hexdigest()


def _written(posted: Posted) -> bytes:
    said: list[object] = [posted.of("draft"), *sorted(posted.typed.items())]
    said += [["files", *posted.listed]] if posted.listed else []
    return json.dumps(said, ensure_ascii=False).encode("utf-8", "replace")
