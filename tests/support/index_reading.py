"""Files of the search index, as the browser reads them."""

import json
from collections.abc import Sequence
from typing import Any

from talqy.search.packed import CODING, ENDS


def plain(file: bytes) -> Any:
    """Return what a file of the index holds."""
    return json.loads(file.decode(CODING))


def core(file: bytes) -> Any:
    """Return what the core of an index holds, its lists as lists."""
    return _parted(plain(file))


def _parted(told: Any) -> Any:
    if isinstance(told, dict):
        return {name: _parted(each) for name, each in told.items()}
    if isinstance(told, list):
        return [_parted(each) for each in told]
    level = ENDS.find(told[-1]) if isinstance(told, str) and told else -1
    if level < 0:
        return told
    return [_parted(each) or [] if level else each for each in told[:-1].split(ENDS[level])]


def read(file: Sequence[str]) -> dict[str, str]:
    """Return the words of a file of words, and what is told of each."""
    heads, told = (row.split(" ") for row in file)
    words: list[str] = []
    for head in heads:
        last = words[-1] if words else ""
        words.append(last[: int(head[0], 36)] + head[1:])
    return dict(zip(words, told, strict=True))
