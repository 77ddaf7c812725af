"""The next draft of a standard, begun from a text that is there."""

from pathlib import Path

from talqy.drafts.new_texts import revision_plan
from talqy.model import paths
from talqy.model.register import Assessment, Record, Register
from talqy.model.revision import Revision, RevisionKind
from talqy.project.files import text_of
from talqy.project.write import Create


def next_draft(  # noqa: PLR0913 - what a new text cannot do without
    root: Path,
    of: tuple[Register, Assessment],
    record: Record,
    base: Revision,
    *,
    kind: RevisionKind,
    successor: str = "",
) -> Create:
    """Plan the next revision of a standard: a copy of a text, ready to be changed.

    `successor` is the standard that takes the place of one that is repealed.
    """
    register, assessment = of
    return revision_plan(
        record,
        base,
        text_of(root / paths.revision_file(record.id, base.revision)),
        kind=kind,
        successor=successor,
        dated=assessment.today,
        languages=register.project.languages,
    )
