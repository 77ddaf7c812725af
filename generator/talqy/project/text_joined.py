"""Files of a text that two have gone on with, put together.

Each change of a clause adds its reason at the end of one list, so that no two of them would fit
line by line: reasons are joined by the clauses that they are about, all else as git joins lines.
Where lines do not fit, or make a clause twice, as when one has moved what another has changed,
clauses are joined by their ids.
"""

from collections.abc import Iterator, Mapping, Sequence
from collections.abc import Set as AbstractSet
from pathlib import Path
from typing import Any

from ruamel.yaml.error import YAMLError

from talqy.model.walk import is_unwritten
from talqy.project.clauses_joined import (
    CLAUSES,
    ClausesApartError,
    are_sound,
    changed_by_both,
    joined_clauses,
)
from talqy.project.merged_lines import MergedSide, merged_lines
from talqy.project.yaml_edit import KEPT, as_read, recast, with_items, without
from talqy.project.yaml_read import parse
from talqy.project.yaml_remarks import remarks
from talqy.project.yaml_write import LayoutError

_REASONS, _DIVIDED = "amendments", "replaced"
_ABOUT = "clauses"  # what a reason is about
_APART = (_REASONS, _DIVIDED)
_Tree = Mapping[str, Any]
_Parts = Mapping[Any, Any]


class _ApartError(Exception):
    """Both say something else of the same."""


def joined_text(
    root: Path, was: bytes, first: bytes, second: bytes, stays: MergedSide | None = None
) -> bytes | None:
    """Return the file of both texts; None where they differ in one place, and none `stays`."""
    files = (was, first, second)
    trees = [one for data in files if isinstance(one := parse(data, "").tree, dict)]
    if len(trees) < len(files):
        return None
    try:
        apart = {key: _joined(key, trees, stays) for key in _APART}
        bodies = [
            _body(data.decode(), tree).encode() for data, tree in zip(files, trees, strict=True)
        ]
        body = _joined_bodies(root, (bodies[0], bodies[1], bodies[2]), stays)
        made = _with(body, apart, [*trees[1], *trees[2]]) if body is not None else None
    except (_ApartError, ClausesApartError, LayoutError):
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
    for key in _APART:
        text = without(text, (key,)) if key in tree else text
    return text


def _with(body: bytes, apart: _Tree, keys: Sequence[str]) -> bytes:
    own = parse(body, "").tree
    if not isinstance(own, dict):
        raise _ApartError
    values = {**dict.fromkeys(own, KEPT), **{key: one for key, one in apart.items() if one}}
    order = [key for key in dict.fromkeys(keys) if key in values]
    left = [key for key in values if key not in order]
    return recast(body.decode(), {key: values[key] for key in (*order, *left)}).encode()


def _joined(key: str, trees: Sequence[_Tree], stays: MergedSide | None) -> Any:  # noqa: ANN401 - a tree
    """Return a list of reasons, or what clauses were divided into, as both have it."""
    was, first, second = (_parts(key, tree.get(key)) for tree in trees)
    apart = changed_by_both([tree.get(CLAUSES, []) for tree in trees]) if stays else frozenset()
    found = dict[object, Any]()
    for name in dict.fromkeys((*first, *second)):
        versions = (was.get(name), first.get(name), second.get(name))
        is_other = stays is not None and key == _REASONS and _is_about(name, apart)
        if (one := _one(versions, stays, is_other=is_other)) is not None:
            found[name] = one
    if key != _REASONS:
        return found
    sides = (first, second) if stays is not MergedSide.SECOND else (second, first)
    own, others = (
        [name for name in side if name in found and name not in was and name not in other]
        for side, other in zip(sides, sides[::-1], strict=True)
    )
    return list(_one_for_each(found, own, others, may_choose=stays is not None))


def _one_for_each(
    found: _Parts, own: Sequence[str], others: Sequence[str], *, may_choose: bool
) -> Iterator[Any]:
    """Yield reasons: where both have added one about the same clause, it is under the own alone."""
    taken = {clause for name in own for clause in found[name][_ABOUT]}
    for name, reason in found.items():
        if name not in others or taken.isdisjoint(reason[_ABOUT]):
            yield reason
            continue
        if not may_choose:
            raise _ApartError
        if left := [clause for clause in reason[_ABOUT] if clause not in taken]:
            yield {**reason, _ABOUT: left}


def _parts(key: str, value: Any) -> _Parts:  # noqa: ANN401 - a tree
    """Return the parts of a value, each under what it is about."""
    if value is None:
        return {}
    if key == _DIVIDED and isinstance(value, Mapping):
        return value
    if key == _REASONS and isinstance(value, list):
        try:
            parts = {" ".join(sorted(one[_ABOUT])): one for one in value}
        except (TypeError, KeyError):
            raise _ApartError from None
        if len(parts) == len(value):
            return parts
    raise _ApartError


def _is_about(name: str, clauses: AbstractSet[str]) -> bool:
    return not clauses.isdisjoint(name.split(" "))


def _one(versions: Sequence[Any], stays: MergedSide | None, *, is_other: bool) -> Any:  # noqa: ANN401 - of trees
    """Return one reason for both; of two changes (`is_other`) neither takes that of the other."""
    was, first, second = versions
    less = {"may_be_less": was is None}
    if second in (first, was) or (not is_other and _is_open(second, first, **less)):
        return first
    if first == was or (not is_other and _is_open(first, second, **less)):
        return second
    if stays is None:
        raise _ApartError
    return first if stays is MergedSide.FIRST else second


def _is_open(one: Any, other: Any, *, may_be_less: bool) -> bool:  # noqa: ANN401 - of a tree
    """Return whether a reason is still to be written, and the other version has it.

    One that both have added says as much as the other, or less: without the comments behind it.
    """
    if not (isinstance(one, Mapping) and isinstance(other, Mapping)):
        return False
    bare = {key: value for key, value in one.items() if key != "reason"}
    others = {key: value for key, value in other.items() if key != "reason"}
    is_alike = bare.items() <= others.items() if may_be_less else bare == others
    reasons = one.get("reason")
    if is_alike and reasons == other.get("reason"):
        return True
    return (
        is_alike
        and isinstance(reasons, Mapping)
        and all(isinstance(one, str) and is_unwritten(one) for one in reasons.values())
    )


def _remarks(data: bytes) -> set[str]:
    return {said for _, said in remarks(data)}
