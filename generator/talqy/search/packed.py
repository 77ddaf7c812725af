"""The form of the index's files: JSON in KZ-1048, one byte a letter.

That is the standard of Kazakhstan for letters of both languages (СТ РК 1048-2002): compressed, a
file is a seventh lighter than in UTF-8. What it lacks is written as JSON writes it in ASCII. The
browser knows windows-1251, and puts the letters of Kazakh in their places (search-files.js).
"""

import hashlib
import json
import re
from collections.abc import Iterable, Mapping, Sequence

CODING = "kz1048"
ENDS = "|/;"
"""What ends each item of a list that is one string: of words, of such lists, of those."""
_DIGITS = 16
_LETTERS = bytes(range(256)).decode(CODING, "ignore")
_OTHER = re.compile(f"[^{re.escape(_LETTERS)}]")


def digest_of_files(files: Iterable[tuple[str, bytes]]) -> str:
    """Return what a folder is called by its files, by names and bytes of them: 16 hex digits."""
    digest = hashlib.sha256()
    for name, content in sorted(files):
        digest.update(f"{name} {len(content)}\n".encode() + content)
    return digest.hexdigest()[:_DIGITS]


def packed(value: object) -> bytes:
    """Return a plain value as a file of the index."""
    told = json.dumps(value, ensure_ascii=False, separators=(",", ":"))
    return _OTHER.sub(lambda sign: json.dumps(sign[0])[1:-1], told).encode(CODING)


def joined(value: object) -> object:
    """Return a plain value with each list of words as one string: lighter than as JSON has it.

    A list of such lists is one string, too. None has a sign of `ENDS`.
    """
    if isinstance(value, Mapping):
        return {name: joined(each) for name, each in value.items()}
    if not isinstance(value, Sequence) or isinstance(value, str):
        return value
    items = [joined(each) for each in value]
    if not items or not all(isinstance(each, str) or each == [] for each in items):
        return items
    end = ENDS[_depth(value) - 1]
    return "".join(f"{each or ''}{end}" for each in items)


def _depth(value: object) -> int:
    if not isinstance(value, Sequence) or isinstance(value, str):
        return 0
    return 1 + max((_depth(each) for each in value), default=0)
