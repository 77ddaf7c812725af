"""The part that a text plays on the day, newest or in force, and the prices that go with it.

Fees are set in a unit whose value in tenge is set yearly. A text that people still live by, or may
soon, costs what it costs today; one that has had its day costs what it cost then.
"""

from dataclasses import dataclass

from talqy.model.project import FeeUnit
from talqy.model.register import Record
from talqy.model.revision import Revision, RevisionKind
from talqy.model.standing import LIVING, Assessment, Stage


@dataclass(frozen=True, slots=True)
class Prices:
    """The fee unit of a project, and the years in which the older and the newer text count it."""

    unit: FeeUnit | None
    older: int
    newer: int


def price_year(assessment: Assessment, record: Record, revision: Revision) -> int:
    """Return the year whose fee unit applies: today's for living texts, else that of the text."""
    if assessment.of(record.id, revision.revision).stage in LIVING:
        return assessment.today.year
    return (revision.adopted.in_force if revision.adopted else revision.dated).year


def prices(
    unit: FeeUnit | None, assessment: Assessment, record: Record, *texts: Revision
) -> Prices:
    """Return in which unit and years the fees of two texts are compared, the older one first."""
    older, newer = (price_year(assessment, record, text) for text in texts)
    return Prices(unit, older, newer)


_ENDED = (Stage.SUPERSEDED, Stage.WITHDRAWN)


@dataclass(frozen=True, slots=True)
class Parts:
    """`newest` is what the standard's page shows: the draft on its way, else the text in force."""

    newest: Revision
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
        newest=(living or record.revisions)[-1],
        in_force=in_force[-1] if in_force else None,
    )
