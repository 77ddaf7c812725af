"""A row of the matrix of a standard, as its pages show it."""

from dataclasses import dataclass
from datetime import date

from talqy.language.clause_sayings import clause_name
from talqy.language.edition import Edition
from talqy.language.sayings import outcome_name, revision_number
from talqy.language.shortened import shortened
from talqy.model import addresses
from talqy.report.matrix import MatrixRow
from talqy.report.matrix_groups import WAITING
from talqy.report.matrix_table import fate_said, tag_names, text_now, wording_said
from talqy.site.pages.standard_parts import Link

_SHORT = 240


@dataclass(frozen=True, slots=True, kw_only=True)
class MatrixRowView:
    """What `_matrix_row.html` may use: a comment in the matrix.

    `said` are the author's own words in short, in `language`; `fate` and `outcome` are codes.
    `now` is what the clause says now, and `looked_in` the text in which its words were looked for.
    """

    comment: Link
    revision: str
    clause: Link
    received: date
    is_late: bool
    said: str
    language: str
    outcome: str
    outcome_name: str
    decided: date | None
    reason: str
    fate: str
    fate_words: str
    wording: str
    now: str
    looked_in: Link
    tags: tuple[tuple[str, str], ...]
    number: int


def matrix_row(edition: Edition, here: addresses.PagePath, row: MatrixRow) -> MatrixRowView:
    """Show a comment in the matrix, for the pages that lie as deep as one."""
    locale, comment, response = edition.locale, row.comment, row.response
    at, to = (addresses.revision(row.record.id, text.revision) for text in (row.at, row.to))
    clause = clause_name(locale, row.at, comment.clause_id)
    return MatrixRowView(
        comment=Link(
            row.record.comment_name(comment.id),
            here.to(addresses.comment(row.record.id, comment.id)),
        ),
        revision=revision_number(locale, row.at.revision),
        number=row.at.revision,
        clause=Link(clause, here.to(at, comment.clause_id or "")),
        received=comment.received,
        is_late=row.is_late,
        said=shortened(" ".join(comment.text.split()), _SHORT),
        language=comment.language,
        outcome=row.outcome or WAITING,
        outcome_name=outcome_name(locale, row.outcome),
        decided=response.decided.on if response else None,
        reason=shortened(" ".join(locale.plain(response.reason).split()), _SHORT)
        if response
        else "",
        fate=row.fate.value,
        fate_words=fate_said(edition, row),
        wording=wording_said(edition, row),
        now=shortened(" ".join(text_now(edition, row).split()), _SHORT),
        looked_in=Link(revision_number(locale, row.to.revision), here.to(to)),
        tags=tuple(tag_names(edition, row)),
    )
