"""Reasons that others have written of the very changes that a file brings once more."""

from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from talqy.model.codes import CodeLists
from talqy.model.revision import Clause, Revision
from talqy.model.walk import is_unwritten
from talqy.project.clause_tree import alone
from talqy.project.validate import shaped

_Group = tuple[str, ...]


def said_since(
    now: Revision,
    trees: Mapping[str, Mapping[str, Any]],
    groups: Iterable[_Group],
    codes: CodeLists,
    languages: Sequence[str],
) -> Mapping[str, Mapping[str, str]]:
    """Return the reasons of changes that are the same in a text by now, by their first clause.

    `trees` are the clauses of a file as it brings them. Where one of a change says something else
    by now, its reason is that of another change.
    """
    written = {
        frozenset(one.clauses): dict(one.reason)
        for one in now.amendments
        if not any(map(is_unwritten, one.reason.values()))
    }
    context = {"languages": languages, "codes": codes.lists}
    return {
        group[0]: written[frozenset(group)]
        for group in groups
        if frozenset(group) in written
        if all(_is_same(now.clause(name), trees.get(name), context) for name in group)
    }


def _is_same(
    now: Clause | None, tree: Mapping[str, Any] | None, context: Mapping[str, Any]
) -> bool:
    if now is None or tree is None:
        return now is None and tree is None
    brought = shaped(Clause, alone(tree), "", context)[0]
    return brought == now.alone
