"""What a revision changed, why, and because of whom."""

from collections.abc import Iterator
from dataclasses import dataclass

from markupsafe import Markup

from talqy.derive.changes import amendment_of
from talqy.model.register import Record
from talqy.model.revision import Revision
from talqy.render import addresses
from talqy.render.addresses import Spot
from talqy.render.edition import Edition
from talqy.render.pages.cards import Link
from talqy.render.pages.clauses import clause_name


@dataclass(frozen=True, slots=True)
class ChangeView:
    """One amendment: the clauses that it changes, why, and the comments behind it."""

    clauses: tuple[Link, ...]
    reason: Markup
    comments: tuple[Link, ...]


def change_views(
    edition: Edition, here: Spot, record: Record, revision: Revision
) -> tuple[ChangeView, ...]:
    """Show what a revision changed, in the order of its amendments."""
    base = record.base_of(revision)
    return tuple(
        ChangeView(
            clauses=tuple(
                _clause_link(edition, here, record, clause, revision, base)
                for clause in amendment.clauses
            ),
            reason=edition.locale.say(amendment.reason),
            comments=tuple(
                Link(name, here.to(addresses.comments(record.id), addresses.comment_anchor(name)))
                for name in amendment.comments
            ),
        )
        for amendment in revision.amendments
    )


def _clause_link(  # noqa: PLR0913, PLR0917 - a link needs both texts and the place it starts from
    edition: Edition,
    here: Spot,
    record: Record,
    clause: str,
    revision: Revision,
    base: Revision | None,
) -> Link:
    """Lead to the clause in this text, or, where it was removed, in the text before."""
    text = revision if revision.clause(clause) or base is None else base
    path = addresses.revision(record.id, text.revision)
    return Link(clause_name(edition, text, clause), here.to(path, clause))


def removed_clauses(
    edition: Edition, record: Record, revision: Revision
) -> Iterator[tuple[str, Markup | str, Markup]]:
    """Yield the clauses that a revision took out: id, name and reason."""
    base = record.base_of(revision)
    if base is None:
        return
    for clause in edition.changes(record, revision).removed:
        amendment = amendment_of(revision, clause)
        reason = edition.locale.say(amendment.reason) if amendment else Markup()
        yield clause, clause_name(edition, base, clause), reason
