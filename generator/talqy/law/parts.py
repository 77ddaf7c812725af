"""The revisions of a standard by the part they play on the day: current, or in force."""

from dataclasses import dataclass

from talqy.model.register import Record
from talqy.model.revision import Revision, RevisionKind
from talqy.model.stage import Stage
from talqy.model.standing import Assessment

_ENDED = (Stage.SUPERSEDED, Stage.WITHDRAWN)


@dataclass(frozen=True, slots=True)
class Parts:
    """`current` is what the standard's page shows: the draft on its way, else the text in force."""

    current: Revision
    in_force: Revision | None


def parts(record: Record, assessment: Assessment) -> Parts:
    """Tell which revision plays which part on the day."""
    stages = {r.revision: assessment.of(record.id, r.revision).stage for r in record.revisions}
    living = [r for r in record.revisions if stages[r.revision] not in _ENDED]
    in_force = [
        r
        for r in record.revisions
        if r.adopted
        and r.adopted.in_force <= assessment.today
        and stages[r.revision] is Stage.ADOPTED
        and r.kind is not RevisionKind.REPEAL
    ]
    return Parts(
        current=(living or record.revisions)[-1],
        in_force=in_force[-1] if in_force else None,
    )
