"""How the clauses of two revisions belong together: what happened to each on the way."""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from functools import cached_property

from talqy.model.revision import Clause


class Action(StrEnum):
    """What happened to a clause; a clause may be moved and changed at once."""

    ADDED = "added"
    REMOVED = "removed"
    CHANGED = "changed"
    SPLIT = "split"
    MERGED = "merged"
    MOVED = "moved"
    RENUMBERED = "renumbered"


SUBSTANTIVE = frozenset({Action.ADDED, Action.REMOVED, Action.CHANGED, Action.SPLIT, Action.MERGED})
"""Actions that change what the text says; a new place or number alone does not."""


@dataclass(frozen=True, slots=True)
class Match:
    """Clauses of the old text and what they became.

    One of each, but for added, removed, split and merged ones; `actions` is empty where nothing
    happened.
    """

    before: tuple[Clause, ...]
    after: tuple[Clause, ...]
    actions: frozenset[Action]

    @property
    def is_substantive(self) -> bool:
        """Return whether the text itself changed."""
        return bool(self.actions & SUBSTANTIVE)

    @property
    def ids(self) -> tuple[str, ...]:
        """All clause ids of both sides, each once."""
        return tuple(dict.fromkeys(clause.id for clause in (*self.after, *self.before)))


@dataclass(frozen=True)
class Alignment:
    """All clauses of two revisions, in the order of the newer text."""

    older: int
    newer: int
    matches: tuple[Match, ...]

    @cached_property
    def _by_id(self) -> Mapping[str, Match]:
        return {name: match for match in self.matches for name in match.ids}

    def of(self, clause_id: str) -> Match | None:
        """Find what happened to a clause, by its id in either text."""
        return self._by_id.get(clause_id)

    def substantive(self) -> tuple[Match, ...]:
        """Return the changes of the text, in its order."""
        return tuple(match for match in self.matches if match.is_substantive)
