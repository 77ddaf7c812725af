"""What the view with all tracked changes rejected proves: whether every change was tracked."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from talqy.drafts.identity import Identities
from talqy.drafts.passages import Passage, WordText
from talqy.drafts.settling import settled
from talqy.model.revision import Clause, Revision
from talqy.project.clause_tree import alone


@dataclass(frozen=True, slots=True)
class Tracking:
    """Whether a file tracks changes at all, and the clauses that were changed beside them.

    `is_exact`: with all changes rejected it is the base, word for word.
    """

    has_any: bool
    untracked: tuple[str, ...] = ()

    @property
    def is_exact(self) -> bool:
        """Whether the base comes back where all changes are rejected."""
        return self.has_any and not self.untracked


def tracking_of(old: WordText, base: Revision, trees: Mapping[str, Mapping[str, Any]]) -> Tracking:
    """Compare the rejected view of a file with the base; `trees` are its clauses by id."""
    if not old.tracks_changes:
        return Tracking(has_any=False)
    found = Identities(old.passages, base, old.units).all()
    same = {
        one.clause
        for one, passage in zip(found, old.passages, strict=True)
        if one.clause and _is_same(base.clause(one.clause), passage, old, trees)
    }
    order = [one.clause for one in found if one.clause in same]
    wanted = [clause.id for clause in base.walk()]
    untracked = tuple(name for name in wanted if name not in same)
    if not untracked and order != wanted:
        untracked = tuple(name for name, other in zip(wanted, order, strict=False) if name != other)
    strange = any(not one.clause for one in found)
    return Tracking(has_any=True, untracked=untracked or (("…",) if strange else ()))


def _is_same(
    clause: Clause | None,
    passage: Passage,
    old: WordText,
    trees: Mapping[str, Mapping[str, Any]],
) -> bool:
    if clause is None:
        return False
    tree = trees[clause.id]
    return settled(passage, clause, old.languages, tree, old.units) == alone(tree)
