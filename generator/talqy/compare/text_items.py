"""Items of a list inside of a text, by the labels that lead to them, and where they went."""

import re
from collections.abc import Mapping, Sequence

from rapidfuzz import fuzz

from talqy.compare.tokens import normal
from talqy.model.items import item_parts, levels

Path = tuple[str, ...]
"""The labels of an item, the outermost first: (“2)”, “а)”)."""

_IN_A_LINE = re.compile(r"(?<=[;:]) (?=\d+(?:-\d+)*\) )")
# From 0 to 100: two wordings of one item; and the same item under another label.
_REWORDED, _SAME = 60.0, 85.0


def items_of(text: str) -> dict[Path, str]:
    """Return the words of each item of a text; the first one holds where two have one label."""
    found: dict[Path, str] = {}
    lines = _IN_A_LINE.sub("\n", normal(text)).splitlines()
    around: list[str] = []
    for line, level in zip(lines, levels(lines), strict=True):
        label, words = item_parts(line)
        around = [*around[: level - 1], label.lower()] if level else []
        if level and label.endswith(")"):
            found.setdefault(tuple(around), words.rstrip(" ;.,"))
    return found


def item_at(labels: Sequence[str], items: Mapping[Path, str]) -> Path:
    """Return the item that labels lead to: by all of them, or by the last where it is alone."""
    wanted = tuple(f"{label.rstrip(')')})" for label in labels)
    if wanted in items:
        return wanted
    ending = [path for path in items if path[-len(wanted) :] == wanted]
    return ending[0] if len(ending) == 1 else ()


def item_now(path: Path, before: Mapping[Path, str], after: Mapping[Path, str]) -> Path:
    """Return where an item stands in the later text; nothing where it is not in it any more.

    One that was only written anew stays under its label.
    """
    item = before[path]
    moved = {
        other: fuzz.ratio(item, words)
        for other, words in after.items()
        if other != path and before.get(other) != words
    }
    nearest = max(moved, key=lambda other: moved[other], default=())
    here = fuzz.ratio(item, after[path]) if path in after else 0.0
    most = moved.get(nearest, 0.0)
    if most > here and (most >= 100 or (most >= _SAME and here < _REWORDED)):
        return nearest
    if path in after and (here >= _REWORDED or not _came_from_elsewhere(path, before, after)):
        return path
    return ()


def _came_from_elsewhere(path: Path, before: Mapping[Path, str], after: Mapping[Path, str]) -> bool:
    """Return whether what has a label now had another one before."""
    return any(
        other != path and fuzz.ratio(words, after[path]) >= _SAME for other, words in before.items()
    )
