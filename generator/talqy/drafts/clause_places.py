"""Clauses of a text as trees: one put in, taken out, changed, or set in another place."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import Any, NamedTuple

from talqy.project.clause_tree import alone

Tree = dict[str, Any]
Trees = Sequence[Mapping[str, Any]]


class ClausePlace(NamedTuple):
    """A place in a text: in which clause ("": in none), and behind which one of those there.

    `after` is "" for the first place.
    """

    inside: str = ""
    after: str = ""


def placed(clauses: Trees, inside: str = "") -> Iterator[tuple[ClausePlace, Mapping[str, Any]]]:
    """Yield all clauses of a text in its order, each with its place."""
    before = ""
    for tree in clauses:
        yield ClausePlace(inside, before), tree
        before = str(tree["id"])
        yield from placed(tree.get("clauses") or (), before)


def found(clauses: Trees, name: str) -> Mapping[str, Any] | None:
    """Return the tree of a clause by its id; None where there is none."""
    return next((tree for _, tree in placed(clauses) if str(tree["id"]) == name), None)


def ids_in(tree: Mapping[str, Any]) -> tuple[str, ...]:
    """Return the ids of a clause and of those in it."""
    inside = (str(one["id"]) for _, one in placed(tree.get("clauses") or ()))
    return (str(tree["id"]), *inside)


def with_changed(clauses: Trees, name: str, change: Callable[[Tree], Tree]) -> list[Tree]:
    """Return the clauses; one of them is what `change` makes of it, and keeps those in it."""

    def changed(tree: Mapping[str, Any]) -> Tree:
        if str(tree["id"]) == name:
            return change(dict(tree))
        return _within(tree, [changed(one) for one in tree.get("clauses") or ()])

    return [changed(tree) for tree in clauses]


def without(clauses: Trees, name: str) -> list[Tree]:
    """Return the clauses but for one, and those in it."""
    return [
        _within(tree, without(tree.get("clauses") or (), name))
        for tree in clauses
        if str(tree["id"]) != name
    ]


def with_put(clauses: Trees, place: ClausePlace, new: Mapping[str, Any]) -> list[Tree]:
    """Return the clauses with one more at a place; behind all where `after` is not there."""
    if not place.inside:
        return _put(clauses, place.after, new)
    return with_changed(
        clauses,
        place.inside,
        lambda tree: _within(tree, _put(tree.get("clauses") or (), place.after, new)),
    )


def _put(clauses: Trees, after: str, new: Mapping[str, Any]) -> list[Tree]:
    ids = [str(tree["id"]) for tree in clauses]
    at = 0 if not after else ids.index(after) + 1 if after in ids else len(ids)
    return [dict(tree) for tree in (*clauses[:at], new, *clauses[at:])]


def _within(tree: Mapping[str, Any], inside: list[Tree]) -> Tree:
    bare = alone(tree)
    return {**bare, "clauses": inside} if inside else bare
