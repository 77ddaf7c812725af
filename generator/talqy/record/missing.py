"""What is on record and cannot be shown: a file that cannot be read, or is gone.

The site never says less than the record. `build` therefore refuses, or every page concerned says
what is missing; both ask here. A text that is missing stands for the comments on it.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum

from talqy.model import paths
from talqy.model.history import History, RecordedComment, RecordedRevision
from talqy.model.register import LostStandard, Record, Register


class MissingKind(StrEnum):
    """What can be missing."""

    STANDARD = "standard"
    HISTORY = "history"
    TEXT = "text"
    COMMENT = "comment"
    RESPONSE = "response"


@dataclass(frozen=True, slots=True, kw_only=True)
class Missing:
    """One thing on record that cannot be shown; `file` is where it lies, or lay.

    `revision` is 0 where it is about no text, `number` is that of a comment in the register, and
    `digest` the one that is recorded; without `is_gone` the file is there and cannot be used.
    """

    kind: MissingKind
    standard: str
    file: str
    is_gone: bool
    revision: int = 0
    comment: str = ""
    number: int = 0
    digest: str = ""


def all_missing(register: Register) -> tuple[Missing, ...]:
    """Return all that is on record in a project and cannot be shown."""
    return (
        *(missing_standard(lost) for lost in register.lost),
        *(one for record in register.records for one in missing_of(record)),
    )


def missing_standard(lost: LostStandard) -> Missing:
    """Return a standard of which nothing can be shown."""
    return Missing(
        kind=MissingKind.STANDARD,
        standard=lost.id,
        file=lost.file,
        is_gone=lost.is_gone,
    )


def missing_of(record: Record) -> Iterator[Missing]:
    """Yield what is on record of one standard and cannot be shown."""
    if record.broken_history or record.gone_history:
        yield Missing(
            kind=MissingKind.HISTORY,
            standard=record.id,
            file=paths.history_file(record.id),
            is_gone=record.gone_history,
        )
    for entry in _recorded(record.history):
        if record.revision(entry.revision) is None:
            yield _text(record, entry)
        else:
            for comment in entry.comments:
                yield from _comment(record, entry.revision, comment)


def _recorded(history: History | None) -> tuple[RecordedRevision, ...]:
    return history.revisions if history else ()


def _text(record: Record, entry: RecordedRevision) -> Missing:
    return Missing(
        kind=MissingKind.TEXT,
        standard=record.id,
        file=paths.revision_file(record.id, entry.revision),
        is_gone=entry.revision not in record.broken_revisions,
        revision=entry.revision,
        digest=entry.digest,
    )


def _comment(record: Record, revision: int, entry: RecordedComment) -> Iterator[Missing]:
    """Yield a comment that is not among those on its text, or its answer where that is missing."""
    comment, kind = record.comment(entry.id), MissingKind.COMMENT
    file = f"{paths.comments_folder(record.id, revision)}/…/{entry.id}.yaml"
    if comment and comment.revision == revision:
        if entry.outcome is None or record.response_to(entry.id):
            return
        kind, file = MissingKind.RESPONSE, comment.path.response_file
    yield Missing(
        kind=kind,
        standard=record.id,
        file=file,
        is_gone=entry.id not in record.broken_comments,
        revision=revision,
        comment=entry.id,
        number=entry.number,
        digest=entry.digest if kind is MissingKind.COMMENT else "",
    )
