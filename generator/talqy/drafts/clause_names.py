"""What a clerk calls a clause: by its code, or by its printed number."""

import re
from collections.abc import Mapping, Sequence
from typing import Any

_NUMBER = re.compile(r"\d{1,4}(?:[.-]\d{1,4}){0,5}")
Tree = Mapping[str, Any]
"""A clause as its file has it."""


def clause_names(trees: Mapping[str, Tree]) -> Mapping[str, str]:
    """Return ids of clauses by what a row may call them: the id, or a number that only one has."""
    numbers: dict[str, set[str]] = {}
    for name, tree in trees.items():
        number = tree.get("number") or ()
        for said in number.values() if isinstance(number, Mapping) else (number,):
            numbers.setdefault(_bare(str(said)), set()).add(name)
    return {**{said: next(iter(ids)) for said, ids in numbers.items() if len(ids) == 1}} | {
        name: name for name in trees
    }


def _bare(number: str) -> str:
    return number.casefold().strip(" .)")


def clauses_of(about: str, names: Mapping[str, str]) -> Sequence[str]:
    """Return the clauses that a row names; "" for each that nobody knows."""
    return [_named(part, names) for part in re.split(r"[,;]", about) if part.strip()]


def _named(part: str, names: Mapping[str, str]) -> str:
    bare = part.strip().strip("[]")
    if found := names.get(bare) or names.get(_bare(bare)):
        return found
    numbers = _NUMBER.findall(bare)
    return names.get(_bare(numbers[0]), "") if len(numbers) == 1 else ""
