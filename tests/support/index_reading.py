"""Files of the search index, as the browser reads them."""

import json
from collections.abc import Sequence
from typing import Any

from talqy.search.packed import CODING


def plain(file: bytes) -> Any:
    """Return what a file of the index holds."""
    return json.loads(file.decode(CODING))


def read(file: Sequence[str]) -> dict[str, str]:
    """Return the words of a file of words, and what is told of each."""
    heads, told = (row.split(" ") for row in file)
    words: list[str] = []
    for head in heads:
        last = words[-1] if words else ""
        words.append(last[: int(head[0], 36)] + head[1:])
    return dict(zip(words, told, strict=True))
