"""What a text says that two have gone on with: each value as both have it, by what it is about.

Clauses are known by their ids, reasons by their clauses, all else by its key. What holds of every
value, list and line, of a text as it was and its two ends:

- what one end has taken out, and the other has left as it was, is out; where that other has moved
  it, both versions are shown;
- what either end has put in is in, once;
- what both have changed alike is so, once;
- all else is asked, with both versions, and nothing is made.

It holds of what git makes of lines, too: that counts only where it says this (`trees_joined.py`).
"""

from collections.abc import Callable, Mapping, Sequence
from typing import Any

from talqy.project.clause_tree import CLAUSES
from talqy.project.clauses_joined import joined_clauses
from talqy.project.names_drawn_twice import with_own_names
from talqy.project.reasons_joined import APART, joined_reasons
from talqy.project.values_joined import (
    GONE,
    ValuesApartError,
    Ways,
    added_to,
    anything,
    by_key,
    by_name,
    in_a_row,
    keys_of_both,
    paragraphs,
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
    **dict.fromkeys(("explanation", "gist"), _BY_LANGUAGE),
    **dict.fromkeys(("grounds", "aims", "consequences"), by_key({}, paragraphs)),
    "documents": added_to("file", "url"),
    "events": added_to("kind", "on"),
    "not_set": added_to("row"),
    **dict.fromkeys(("editorial", "parity"), added_to("clause")),
    "consultation": _DISCUSSION,
}


def joined_sense(trees: Sequence[_Tree], ways: Ways) -> dict[str, Any]:
    """Return what both say; `trees` are how it was, the one that leads, and the other."""
    was, *sides = trees
    at = 0 if ways.own_leads else 1
    sides[at] = with_own_names(was, sides[1 - at], sides[at])
    trees = (was, *sides)
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
