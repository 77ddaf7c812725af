"""From one text to the next: what the rules about changes look at."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from talqy.model import paths
from talqy.model.alignment import Action, Alignment, Match
from talqy.model.register import Record
from talqy.model.revision import Revision, RevisionKind
from talqy.model.standing import is_mendable
from talqy.rules.rule import CheckContext

_SAME = frozenset({Action.RENUMBERED})


@dataclass(frozen=True, slots=True)
class Step:
    """A revision, the text that it starts from, and how their clauses belong together.

    `mild` where the newer text can no longer be mended.
    """

    record: Record
    base: Revision
    revision: Revision
    alignment: Alignment
    mild: bool

    @property
    def file(self) -> str:
        """The file of the newer text."""
        return paths.revision_file(self.record.id, self.revision.revision)

    def knows(self, clause: str) -> bool:
        """Return whether a clause stands in one of the two texts."""
        return self.alignment.of(clause) is not None

    def differs(self, clause: str) -> bool:
        """Return whether a clause, or one inside it, has other words or another place.

        A new number alone is no difference.
        """
        inside = {
            one.id
            for text in (self.base, self.revision)
            if (outer := text.clause(clause))
            for one in outer.walk()
        }
        return any(not self._actions(one) <= _SAME for one in inside)

    def is_moved(self, clause: str) -> bool:
        """Return whether a clause stands elsewhere now."""
        return Action.MOVED in self._actions(clause)

    @property
    def changes_nothing(self) -> bool:
        """Return whether the two texts are the same, but for printed numbers."""
        kept = self.base.not_set == self.revision.not_set
        return kept and all(match.actions <= _SAME for match in self.alignment.matches)

    def unexplained(self) -> Iterator[Match]:
        """Yield the changes of the text that no amendment names, itself or a clause around it."""
        named = {clause for amendment in self.revision.amendments for clause in amendment.clauses}
        for match in self.alignment.substantive():
            if not self._reaching(match.ids) & named and not self._comes_along(match):
                yield match

    def _reaching(self, clauses: Iterable[str]) -> set[str]:
        """Return the ids that speak of some clauses: their own, and those that they stand in."""
        names = tuple(clauses)
        around = {
            outer
            for text in (self.base, self.revision)
            for clause in names
            for outer in text.around(clause)
        }
        return around.union(names)

    def _comes_along(self, match: Match) -> bool:
        """Return whether a clause came, or went, inside another one that did."""
        whole = match.actions & {Action.ADDED, Action.REMOVED}
        text = self.revision if match.after else self.base
        outer = next(text.around(match.ids[0]), None)
        return bool(whole) and outer is not None and whole <= self._actions(outer)

    def _actions(self, clause: str) -> frozenset[Action]:
        match = self.alignment.of(clause)
        return match.actions if match else frozenset()


def step_to(context: CheckContext, record: Record, revision: Revision) -> Step | None:
    """Return the step that leads to a revision; none where it has no base that can be read."""
    standing = context.assessment.of(record.id, revision.revision)
    base = record.base_of(revision)
    if base is None or standing.alignment is None:
        return None
    return Step(record, base, revision, standing.alignment, not is_mendable(standing.stage))


def every_step(context: CheckContext) -> Iterator[Step]:
    """Yield the step to every revision that has a base."""
    for record, revision in context.register.revisions():
        if step := step_to(context, record, revision):
            yield step


def steps(context: CheckContext) -> Iterator[Step]:
    """Yield every step but repeals: they take the text out of force as it stands."""
    return (step for step in every_step(context) if step.revision.kind is not RevisionKind.REPEAL)
