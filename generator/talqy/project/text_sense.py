"""What a text says that two have gone on with: each value as both have it, by what it is about.

Clauses are known by their ids, reasons by their clauses, all else by its key.
"""

from collections.abc import Callable, Mapping, Sequence
from typing import Any

from talqy.project.clause_tree import CLAUSES
from talqy.project.clauses_joined import joined_clauses
from talqy.project.reasons_joined import APART, joined_reasons
from talqy.project.values_joined import (
    GONE,
    ValuesApartError,
    Ways,
    anything,
    by_key,
    by_name,
    in_a_row,
    keys_of_both,
    whole,
    words,
)

_Tree = Mapping[str, Any]
Sense = Callable[[Sequence[_Tree], Ways], Mapping[str, Any]]
"""How three versions of a file are one: what it was, the one that leads, and the other."""
_BY_LANGUAGE = by_key({}, words)
_DISCUSSION = by_key(
    {"posted": by_name("channel"), "extended": in_a_row}, together=frozenset({"opens", "closes"})
)
_RULES = {
    **dict.fromkeys(("explanation", "gist", "grounds", "aims", "consequences"), _BY_LANGUAGE),
    **dict.fromkeys(("documents", "events", "not_set", "editorial", "parity"), in_a_row),
    "consultation": _DISCUSSION,
}


def joined_sense(trees: Sequence[_Tree], ways: Ways) -> dict[str, Any]:
    """Return what both say; `trees` are how it was, the one that leads, and the other."""
    made = dict[str, Any]()
    for key in keys_of_both(trees[1], trees[2]):
        if key == CLAUSES:
            value = _clauses(trees, ways)
        elif key in APART:
            value = joined_reasons(key, trees, ways) or GONE
        else:
            three = [one.get(key, GONE) for one in trees]
            value = ways.joined(_RULES.get(key, whole), *three)
        if value is not GONE:
            made[key] = value
    return made


def _clauses(trees: Sequence[_Tree], ways: Ways) -> Any:  # noqa: ANN401 - a tree
    was, lead, other = (one.get(CLAUSES, []) for one in trees)
    made = joined_clauses(was, lead, other, ways)
    if not made:  # each has taken out what the other left
        raise ValuesApartError
    return made


def joined_values(trees: Sequence[_Tree], ways: Ways) -> Mapping[str, Any]:
    """Return what both say in a file that is no text of a standard."""
    made: Mapping[str, Any] = ways.joined(anything, *trees)
    return made


def sense(tree: Any) -> Any:  # noqa: ANN401 - a tree
    """Return what a text says; the order of its reasons says nothing."""
    if not isinstance(tree, Mapping):
        return tree
    lists = {key: tree[key] for key in APART if isinstance(tree.get(key), list)}
    return {**tree, **{key: sorted(map(repr, items)) for key, items in lists.items()}}
