"""Files of a text that two have gone on with, put together.

Each change of a clause adds its reason at the end of one list, so that no two of them would fit
line by line: reasons are joined by the clauses that they are about, all else as git joins lines.
Where lines do not fit, or make a clause twice, as when one has moved what another has changed,
clauses are joined by their ids.
"""

from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

from ruamel.yaml.error import YAMLError

from talqy.project.clauses_joined import CLAUSES, ClausesApartError, are_sound, joined_clauses
from talqy.project.merged_lines import MergedSide, merged_lines
from talqy.project.reasons_joined import APART, ReasonsApartError, joined_reasons
from talqy.project.yaml_edit import KEPT, as_read, recast, with_items, without
from talqy.project.yaml_read import parse
from talqy.project.yaml_remarks import remarks
from talqy.project.yaml_write import LayoutError

_Tree = Mapping[str, Any]


def joined_text(
    root: Path, was: bytes, first: bytes, second: bytes, stays: MergedSide | None = None
) -> bytes | None:
    """Return the file of both texts; None where they differ in one place, and none `stays`."""
    files = (was, first, second)
    trees = [one for data in files if isinstance(one := parse(data, "").tree, dict)]
    if len(trees) < len(files):
        return None
    try:
        apart = {key: joined_reasons(key, trees, stays) for key in APART}
        bodies = [
            _body(data.decode(), tree).encode() for data, tree in zip(files, trees, strict=True)
        ]
        body = _joined_bodies(root, (bodies[0], bodies[1], bodies[2]), stays)
        made = _with(body, apart, [*trees[1], *trees[2]]) if body is not None else None
    except (ReasonsApartError, ClausesApartError, LayoutError):
        return None
    return made if made and _remarks(made) == _remarks(first) | _remarks(second) else None


def _joined_bodies(
    root: Path, bodies: tuple[bytes, bytes, bytes], stays: MergedSide | None
) -> bytes | None:
    """Return both without the reasons: joined by lines, else with each clause by its id."""
    body = merged_lines(root, *bodies)
    if body is not None and is_sound(body, bodies):
        return body
    try:
        clauses = joined_clauses([_clauses(one) for one in bodies], stays)
        was, first, second = (with_items(one.decode(), CLAUSES, clauses).encode() for one in bodies)
        body = merged_lines(root, was, first, second, stays)
        if body is not None and _clauses(body) == as_read(clauses):
            return body
    except (ClausesApartError, LayoutError, YAMLError):
        pass
    body = merged_lines(root, *bodies, stays) if stays else None
    return body if body is not None and is_sound(body, bodies[:1]) else None


def is_sound(made: bytes, versions: Sequence[bytes]) -> bool:
    """Return whether a text put together has no clause twice, and none that one side took out.

    `versions` are how it was, and both sides.
    """
    try:
        was, *sides = map(_clauses, versions)
        return are_sound(_clauses(made), was, sides)
    except ClausesApartError:
        return False


def _clauses(data: bytes) -> Any:  # noqa: ANN401 - a tree
    tree = parse(data, "").tree
    return tree.get(CLAUSES, []) if isinstance(tree, dict) else None


def _body(text: str, tree: _Tree) -> str:
    """Return a file without what is joined by its sense."""
    for key in APART:
        text = without(text, (key,)) if key in tree else text
    return text


def _with(body: bytes, apart: _Tree, keys: Sequence[str]) -> bytes:
    own = parse(body, "").tree
    if not isinstance(own, dict):
        raise ReasonsApartError
    values = {**dict.fromkeys(own, KEPT), **{key: one for key, one in apart.items() if one}}
    order = [key for key in dict.fromkeys(keys) if key in values]
    left = [key for key in values if key not in order]
    return recast(body.decode(), {key: values[key] for key in (*order, *left)}).encode()


def _remarks(data: bytes) -> set[str]:
    return {said for _, said in remarks(data)}
