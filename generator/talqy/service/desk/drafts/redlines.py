"""A draft beside the text that it starts from: the marks of one clause, or of all."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass, replace

from talqy.compare.comparison import compare
from talqy.language.sayings import revision_number
from talqy.model.revision import Revision
from talqy.service.desk.drafts.draft_visit import DraftVisit
from talqy.site.pages.changes import EntryView, entry_views
from talqy.site.pages.compare import ShiftedView, shifted_views


@dataclass(frozen=True, slots=True)
class Redlines:
    """The changes against the base; `base` names it, and is empty where there is none."""

    base: str
    entries: Sequence[EntryView]
    shifted: Sequence[ShiftedView]


def redlines(
    at: DraftVisit, only: Collection[str] = (), instead: Revision | None = None
) -> Redlines:
    """Return the changes of a draft; `instead` is the draft as it would be, before it is saved."""
    base = at.base
    if base is None:
        return Redlines("", (), ())
    newer = instead or at.revision
    texts = tuple(newer if one is at.revision else one for one in at.record.revisions)
    record = replace(at.bare, revisions=texts)
    known = None if instead else at.edition.standing(at.record, at.revision).alignment
    compared = compare(record, base, newer, at.draft.languages, known)
    return Redlines(
        revision_number(at.edition.locale, base.revision),
        entry_views(at.edition, at.here, compared, only),
        shifted_views(at.edition, compared, only),
    )
