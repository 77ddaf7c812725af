"""Reasons of a text that two have gone on with, put together by the clauses that they are about.

Each change of a clause adds its reason at the end of one list: no two of them fit line by line.
"""

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from talqy.model.walk import is_unwritten
from talqy.project.clause_tree import CLAUSES
from talqy.project.clauses_joined import changed_by_both
from talqy.project.values_joined import ValuesApartError, Ways

_REASONS, _DIVIDED = "amendments", "replaced"
_ABOUT = "clauses"  # what a reason is about
APART = (_REASONS, _DIVIDED)
"""The keys of a text whose values are joined by what they are about."""
_Tree = Mapping[str, Any]
_Parts = Mapping[Any, Any]


def joined_reasons(key: str, trees: Sequence[_Tree], ways: Ways) -> Any:  # noqa: ANN401 - a tree
    """Return a list of reasons, or what clauses were divided into, as both have it.

    `trees` are how it was, the one that leads, and the other.
    """
    was, lead, other = (_parts(key, tree.get(key)) for tree in trees)
    apart = changed_by_both([tree.get(CLAUSES, []) for tree in trees])
    found = dict[str, Any]()
    for name in dict.fromkeys((*lead, *other)):
        versions = (was.get(name), lead.get(name), other.get(name))
        is_other = key == _REASONS and not apart.isdisjoint(str(name).split(" "))
        if (one := _one(versions, ways, is_other=is_other)) is not None:
            found[name] = one
    if key != _REASONS:
        return found
    own, others = (
        [name for name in side if name in found and name not in was and name not in beside]
        for side, beside in ((lead, other), (other, lead))
    )
    return list(_one_for_each(found, own, others, ways))


def _one_for_each(
    found: _Parts, own: Sequence[str], others: Sequence[str], ways: Ways
) -> Iterator[Any]:
    """Yield reasons: where both have added one about the same clause, it is under the own alone."""
    taken = {clause for name in own for clause in found[name][_ABOUT]}
    for name, reason in found.items():
        if name not in others or taken.isdisjoint(reason[_ABOUT]):
            yield reason
            continue
        if not ways.may_choose:
            raise ValuesApartError
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
            raise ValuesApartError from None
        if len(parts) == len(value):
            return parts
    raise ValuesApartError


def _one(versions: Sequence[Any], ways: Ways, *, is_other: bool) -> Any:  # noqa: ANN401 - of trees
    """Return one reason for both; of two changes (`is_other`) neither takes that of the other."""
    was, lead, other = versions
    is_new = was is None
    if other in (lead, was):
        return lead
    if lead == was:
        return other
    if not is_other and _is_open(other, lead, may_be_less=is_new):
        return lead
    if not is_other and _is_open(lead, other, may_be_less=is_new):
        return other
    return ways.chosen(lead)


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
