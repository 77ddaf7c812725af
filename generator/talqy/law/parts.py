"""The part that a text plays on the day: in force, on its way, or past; and the prices with it.

Fees are set in a unit whose value in tenge is set yearly. A text that people still live by, or may
soon, costs what it costs today; one that has had its day costs what it cost then.
"""

from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum

from talqy.law.force import text_in_force
from talqy.model.project import FeeUnit
from talqy.model.register import Assessment, Record
from talqy.model.revision import Revision, RevisionKind
from talqy.model.standing import AWAITED, LIVING, Stage


@dataclass(frozen=True, slots=True)
class Prices:
    """The fee unit of a project, and the one year in which two texts that are compared count it."""

    unit: FeeUnit | None
    year: int


def price_year(assessment: Assessment, record: Record, revision: Revision) -> int:
    """Return the year whose fee unit applies: today's for living texts, else that of the text."""
    if assessment.of(record.id, revision.revision).stage in LIVING:
        return assessment.today.year
    return (revision.adopted.in_force if revision.adopted else revision.dated).year


def prices(unit: FeeUnit | None, assessment: Assessment, record: Record, newer: Revision) -> Prices:
    """Return in which unit and year the fees of a text are compared with those of an older one.

    Sums of two years would show a change where the unit alone was worth more.
    """
    return Prices(unit, price_year(assessment, record, newer))


_DAY = timedelta(days=1)
_NOT_NEWEST = (Stage.PREPARING, Stage.SUPERSEDED, Stage.WITHDRAWN)


class Role(StrEnum):
    """What a text is to its readers on the day."""

    IN_FORCE = "in-force"
    ADOPTED = "adopted"
    FORMER = "former"
    REPEAL = "repeal"
    DRAFT = "draft"
    EARLIER_DRAFT = "earlier-draft"
    WITHDRAWN = "withdrawn"
    PREPARING = "preparing"


COMING = frozenset({Role.DRAFT, Role.ADOPTED})
"""What a text is that holds for nobody yet, and may."""


@dataclass(frozen=True, slots=True)
class Parts:
    """`newest` is the draft on its way, else the text in force; nobody knows one in preparation.

    `shown` is what the standard's page shows: the draft while it is discussed or considered, else
    the text in force.
    """

    newest: Revision
    in_force: Revision | None
    shown: Revision


def parts(record: Record, assessment: Assessment) -> Parts:
    """Tell which revision plays which part on the day."""
    stages = {r.revision: assessment.of(record.id, r.revision).stage for r in record.revisions}
    living = [r for r in record.revisions if stages[r.revision] not in _NOT_NEWEST]
    newest = (living or record.revisions)[-1]
    in_force = text_in_force(record, assessment.today)
    is_awaited = stages[newest.revision] in AWAITED
    return Parts(newest, in_force, newest if is_awaited else in_force or newest)


def held_before(record: Record, revision: Revision, assessment: Assessment) -> Revision | None:
    """Return the text that people have without this one: what it changes is told against that.

    It is no draft, whatever the text starts from: the one that holds on the last day before a text
    comes into force, or today, or held when a draft was given up or overtaken. None where no text
    is in force on that day: to people all of it is new.
    """
    text = text_in_force(record, _last_day_without(record, revision, assessment))
    return text if text and text.revision < revision.revision else None


def _last_day_without(record: Record, revision: Revision, assessment: Assessment) -> date:
    if revision.adopted:
        return revision.adopted.in_force - _DAY
    walk = assessment.of(record.id, revision.revision).walk
    ends = [day for day, stage in walk if stage not in LIVING and day <= assessment.today]
    return min(ends) - _DAY if ends else assessment.today


def role_of(record: Record, revision: Revision, assessment: Assessment) -> Role:
    """Return what a text is to its readers; one in force is never a former one."""
    stage = assessment.of(record.id, revision.revision).stage
    if revision is text_in_force(record, assessment.today):
        return Role.IN_FORCE
    if stage is Stage.REPEALED:
        return Role.REPEAL if revision.kind is RevisionKind.REPEAL else Role.FORMER
    if stage is Stage.SUPERSEDED:
        return Role.FORMER if revision.adopted else Role.EARLIER_DRAFT
    roles = {
        Stage.ADOPTED: Role.ADOPTED,
        Stage.WITHDRAWN: Role.WITHDRAWN,
        Stage.PREPARING: Role.PREPARING,
    }
    return roles.get(stage, Role.DRAFT)
