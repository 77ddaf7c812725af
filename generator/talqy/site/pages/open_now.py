"""Which drafts are under discussion, and the day by which drafts are sorted."""

from datetime import date

from talqy.language.edition import Edition
from talqy.model.register import Record
from talqy.model.revision import Revision
from talqy.model.standing import DISCUSSED, Stage, Standing


def open_now(edition: Edition) -> list[Record]:
    """Return the standards whose drafts are under discussion, those that close soonest first."""
    found = [
        (day_of(revision, standing), record.id, record)
        for record, revision in edition.register.revisions()
        if (standing := edition.standing(record, revision)).stage in DISCUSSED
    ]
    return [record for *_, record in sorted(found, key=lambda one: one[:2])]


def day_of(revision: Revision, standing: Standing) -> date:
    """Return the day by which cards are sorted: the deadline, or the last step of the walk."""
    if standing.stage in DISCUSSED or standing.stage is Stage.CONSIDERING:
        return standing.closes or revision.dated
    if standing.stage is Stage.PLANNED and revision.consultation:
        return revision.consultation.opens
    return max(day for day, stage in standing.walk if stage is standing.stage)
