"""Which texts the public site shows: all but those that are still being prepared.

A public repository shows them all the same; the site does not lead to what nobody stands by yet.
"""

from dataclasses import replace

from talqy.model.register import Assessment, Record, Register
from talqy.model.standing import Stage


def public_part(register: Register, assessment: Assessment) -> Register:
    """Return a register without texts in preparation, nor standards that have no other."""
    public = (_public(record, assessment) for record in register.records)
    return replace(register, records=tuple(record for record in public if record.revisions))


def _public(record: Record, assessment: Assessment) -> Record:
    shown = tuple(
        revision
        for revision in record.revisions
        if assessment.of(record.id, revision.revision).stage is not Stage.PREPARING
    )
    return record if len(shown) == len(record.revisions) else replace(record, revisions=shown)
