"""Every pattern that stands in the code, and the methods that the code uses it with."""

import ast
import dataclasses
import importlib
import pkgutil
import re
from collections import defaultdict
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any, cast

import talqy
from talqy.comments.patterns import LatePattern

_METHODS = {"match", "fullmatch", "search", "finditer", "findall", "sub", "subn", "split"}
_ANCHORED = {"match", "fullmatch"}
_LOOPED = "of a table"


@dataclasses.dataclass(frozen=True, slots=True)
class Held:
    """A pattern where it stands; `methods` are those that start at the first sign, or none."""

    place: str
    pattern: re.Pattern[str]
    methods: frozenset[str]


def held_patterns() -> list[Held]:
    """Return the patterns of all modules, each once."""
    found: dict[tuple[str, int], Held] = {}
    used = _methods_in_use()
    names = (one.name for one in pkgutil.walk_packages(talqy.__path__, "talqy."))
    for module in sorted(name for name in names if "__main__" not in name):
        for name, value in vars(importlib.import_module(module)).items():
            for pattern in _patterns_in(value):
                key = (pattern.pattern, pattern.flags)
                if key not in found:
                    ways = (("", name), (module, name), (module, _LOOPED))
                    methods = next((used[way] for way in ways if way in used), set())
                    found[key] = Held(f"{module}.{name}", pattern, frozenset(methods))
    return list(found.values())


def going_over(held: Held, text: str) -> None:
    """Look for a pattern in a text as the code does, through the whole of it."""
    if held.methods and held.methods <= _ANCHORED:
        for method in held.methods:
            getattr(held.pattern, method)(text)
    else:
        for _ in held.pattern.finditer(text):
            pass


def _patterns_in(value: Any, deep: int = 4) -> Iterator[re.Pattern[str]]:
    if isinstance(value, re.Pattern | LatePattern):
        if isinstance(value.pattern, str):
            yield cast("re.Pattern[str]", value)
    elif deep and isinstance(value, Mapping):
        for one in value.values():
            yield from _patterns_in(one, deep - 1)
    elif deep and isinstance(value, tuple | list | frozenset | set):
        for one in value:
            yield from _patterns_in(one, deep - 1)
    elif deep and dataclasses.is_dataclass(value) and not isinstance(value, type):
        for field in dataclasses.fields(value):
            yield from _patterns_in(getattr(value, field.name, None), deep - 1)


def _methods_in_use() -> Mapping[tuple[str, str], set[str]]:
    """Return the methods by module and name of the pattern; of public names, by the name alone.

    Patterns of a table are used by a name of the loop over it: these are taken together.
    """
    found: defaultdict[tuple[str, str], set[str]] = defaultdict(set)
    root = Path(talqy.__file__).parent
    for file in root.rglob("*.py"):
        module = ".".join(("talqy", *file.relative_to(root).with_suffix("").parts))
        for node in ast.walk(ast.parse(file.read_text("utf-8"))):
            if not isinstance(node, ast.Attribute) or node.attr not in _METHODS:
                continue
            held = node.value.value if isinstance(node.value, ast.Subscript) else node.value
            name = getattr(held, "id", "") or getattr(held, "attr", "")
            if name.islower() and name[0].isalpha():
                name = _LOOPED
            if name == _LOOPED and node.attr == "split":
                continue  # of a text, most often
            found["" if name[:1].isupper() else module, name].add(node.attr)
    return found
