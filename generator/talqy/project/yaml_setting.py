"""Values of a file set as they are typed on a command line: `report.on=2026-06-26`."""

from collections.abc import Mapping, Sequence
from typing import Any

from talqy.model.problem import Path
from talqy.project.yaml_edit import KEPT, edited, recast
from talqy.project.yaml_read import parse

# What is a list of ids, typed with commas.
_LISTS = frozenset({"clauses"})


def with_values(text: str, settings: Sequence[tuple[Path, str]]) -> str:
    """Return the text of a file with values set; an empty value takes its key out.

    Raise `LayoutError` where the layout of the file cannot be kept.
    """
    for path, written in settings:
        value: Any = written.split(",") if path[-1] in _LISTS else written
        tree: Any = parse(text.encode(), "").tree
        if written and _holds(tree, path[:-1]):
            text = edited(text, path, value)
        else:
            text = recast(text, _keys(tree, path, value if written else None))
    return text


def _holds(tree: Any, path: Path) -> bool:
    for step in path:
        try:
            tree = tree[step]
        except (KeyError, IndexError, TypeError):
            return False
    return isinstance(tree, dict | list)


def _keys(tree: Mapping[str, Any], path: Path, value: Any) -> dict[str, Any]:
    """Return the outermost keys of a file with one value set or taken out."""
    first, *rest = path
    keys: dict[str, Any] = {key: KEPT for key in tree if key != first or value is not None or rest}
    if rest:
        below = tree.get(str(first))
        keys[str(first)] = _with(below if isinstance(below, dict) else {}, tuple(rest), value)
    elif value is not None:
        keys[str(first)] = value
    return keys


def _with(tree: Mapping[str, Any], path: Path, value: Any) -> dict[str, Any]:
    first, *rest = map(str, path)
    new = dict(tree)
    if rest:
        below = tree.get(first)
        new[first] = _with(below if isinstance(below, dict) else {}, tuple(rest), value)
    elif value is None:
        new.pop(first, None)
    else:
        new[first] = value
    return new
