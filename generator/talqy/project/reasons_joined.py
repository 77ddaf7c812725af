"""Reasons of a text that two have gone on with, put together by the clauses that they are about.

Each change of a clause adds its reason at the end of one list: no two of them fit line by line.
"""

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from talqy.model.walk import is_unwritten
from talqy.project.clauses_joined import CLAUSES, changed_by_both
from talqy.project.merged_lines import MergedSide

_REASONS, _DIVIDED = "amendments", "replaced"
_ABOUT = "clauses"  # what a reason is about
APART = (_REASONS, _DIVIDED)
"""The keys of a text whose values are joined by what they are about."""
_Tree = Mapping[str, Any]
_Parts = Mapping[Any, Any]


class ReasonsApartError(Exception):
    """Both say something else of the same."""


def joined_reasons(key: str, trees: Sequence[_Tree], stays: MergedSide | None) -> Any:  # noqa: ANN401 - a tree
    """Return a list of reasons, or what clauses were divided into, as both have it."""
    was, first, second = (_parts(key, tree.get(key)) for tree in trees)
    apart = changed_by_both([tree.get(CLAUSES, []) for tree in trees]) if stays else frozenset()
    found = dict[object, Any]()
    for name in dict.fromkeys((*first, *second)):
        versions = (was.get(name), first.get(name), second.get(name))
        is_other = key == _REASONS and not apart.isdisjoint(str(name).split(" "))
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
            raise ReasonsApartError
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
            raise ReasonsApartError from None
        if len(parts) == len(value):
            return parts
    raise ReasonsApartError


def _one(versions: Sequence[Any], stays: MergedSide | None, *, is_other: bool) -> Any:  # noqa: ANN401 - of trees
    """Return one reason for both; of two changes (`is_other`) neither takes that of the other."""
    was, first, second = versions
    is_new = was is None
    if second in (first, was) or (not is_other and _is_open(second, first, may_be_less=is_new)):
        return first
    if first == was or (not is_other and _is_open(first, second, may_be_less=is_new)):
        return second
    if stays is None:
        raise ReasonsApartError
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
