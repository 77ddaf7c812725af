"""The values of the file of a text, each under the clause or the reason that it belongs to."""

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

_CLAUSES, _ORDER, _REASONS = "clauses", "order", "amendments"
Leaves = Mapping[tuple[str, ...], str]


def leaves(tree: Any) -> Leaves:  # noqa: ANN401 - a tree
    """Return all values of a file by where they stand: a clause and a reason by what they are.

    The row of the clauses is one value.
    """
    found = dict[tuple[str, ...], str]()
    if not isinstance(tree, Mapping):
        return found
    clauses = list(_clauses(tree.get(_CLAUSES)))
    for name, clause in clauses:
        own = {key: value for key, value in clause.items() if key not in {"id", _CLAUSES}}
        found.update(_flat(own, (name,)))
    if clauses:
        found[_CLAUSES, _ORDER] = ", ".join(name for name, _ in clauses)
    rest = {key: value for key, value in tree.items() if key not in {_CLAUSES, _REASONS}}
    found.update(_flat(rest, ()))
    for reason in tree.get(_REASONS) or ():
        about = ", ".join(map(str, reason.get(_CLAUSES) or ()))
        said = {key: value for key, value in reason.items() if key != _CLAUSES}
        found.update(_flat(said, (_REASONS, about)))
    return found


def _clauses(clauses: Any) -> Iterator[tuple[str, Mapping[str, Any]]]:  # noqa: ANN401 - a tree
    for one in clauses if isinstance(clauses, list) else ():
        if isinstance(one, Mapping):
            yield str(one.get("id", "")), one
            yield from _clauses(one.get(_CLAUSES))


def _flat(value: Any, way: Sequence[str]) -> Iterator[tuple[tuple[str, ...], str]]:  # noqa: ANN401
    if isinstance(value, Mapping):
        for key, inner in value.items():
            yield from _flat(inner, (*way, str(key)))
    elif isinstance(value, list):
        for at, inner in enumerate(value, 1):
            yield from _flat(inner, (*way, str(at)))
    else:
        yield tuple(way), str(value)
