"""How many comments came by the service, and what became of them: refused ones too, with reasons.

The site counts what is published. What is not published stands nowhere else than here, so it is
counted in public, and the numbers add up: each comment that came is in one of the columns.
"""

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from talqy.service.taken import NOT_PUBLIC, State

Tally = Mapping[tuple[str, int, State, str], int]


@dataclass(frozen=True, slots=True)
class DraftCounts:
    """The comments on one draft: `refused` by reason; all of them together are `received`."""

    standard: str
    revision: int
    waiting: int
    published: int
    withdrawn: int
    refused: Mapping[str, int]

    @property
    def not_published(self) -> int:
        """How many were refused, for whatever reason."""
        return sum(self.refused.values())

    @property
    def received(self) -> int:
        """How many came."""
        return self.waiting + self.published + self.withdrawn + self.not_published


def draft_counts(tally: Tally) -> tuple[DraftCounts, ...]:
    """Return the counts of each draft, by standard and revision."""
    drafts = sorted({(standard, revision) for standard, revision, _, _ in tally})
    return tuple(_of_draft(standard, revision, tally) for standard, revision in drafts)


def _of_draft(standard: str, revision: int, tally: Tally) -> DraftCounts:
    states, refused = Counter[State](), Counter[str]()
    for (of, number, state, reason), times in tally.items():
        if (of, number) != (standard, revision):
            continue
        states[state] += times
        if state is State.REFUSED:
            refused[reason] += times
    return DraftCounts(
        standard,
        revision,
        sum(states[state] for state in NOT_PUBLIC),
        states[State.PUBLISHED],
        states[State.WITHDRAWN],
        dict(sorted(refused.items())),
    )


def counts_json(counts: Iterable[DraftCounts]) -> dict[str, object]:
    """Return the counts as open data; a new key may come, none changes its meaning."""
    return {
        "schema": 1,
        "drafts": [
            {
                "standard": one.standard,
                "revision": one.revision,
                "received": one.received,
                "waiting": one.waiting,
                "published": one.published,
                "withdrawn": one.withdrawn,
                "not_published": one.refused,
            }
            for one in counts
        ],
    }
