"""What a revision changed, why, and because of whom."""

from collections.abc import Iterator
from dataclasses import dataclass

from markupsafe import Markup

from talqy.language.edition import Edition
from talqy.model import addresses
from talqy.model.addresses import Spot
from talqy.model.register import Record
from talqy.model.revision import Amendment, Revision
from talqy.site.pages.cards import Link
from talqy.site.pages.clauses import clause_name


@dataclass(frozen=True, slots=True)
class ChangeView:
    """One amendment: the clauses that it changes, why, and the comments behind it."""

    clauses: tuple[Link, ...]
    reason: Markup
    comments: tuple[Link, ...]


@dataclass(frozen=True, slots=True)
class AudienceView:
    """The amendments that matter to one audience; `name` is empty where no audience is named."""

    name: str
    changes: tuple[ChangeView, ...]


def audience_views(
    edition: Edition, here: Spot, record: Record, revision: Revision
) -> tuple[AudienceView, ...]:
    """Show what a revision changed, by audience where its authors named one."""
    codes = edition.register.codes.codes("audience")
    groups = [("", [a for a in revision.amendments if not a.audiences])] + [
        (
            edition.locale.coded("audience", code),
            [a for a in revision.amendments if code in a.audiences],
        )
        for code in codes
    ]
    return tuple(
        AudienceView(name, tuple(_change(edition, here, record, revision, a) for a in amendments))
        for name, amendments in groups
        if amendments
    )


def change_views(
    edition: Edition, here: Spot, record: Record, revision: Revision
) -> tuple[ChangeView, ...]:
    """Show what a revision changed, in the order of its amendments."""
    return tuple(_change(edition, here, record, revision, a) for a in revision.amendments)


def _change(
    edition: Edition, here: Spot, record: Record, revision: Revision, amendment: Amendment
) -> ChangeView:
    page = addresses.comments(record.id)
    return ChangeView(
        clauses=tuple(_clause_links(edition, here, record, revision, amendment)),
        reason=edition.locale.say(amendment.reason),
        comments=tuple(
            Link(
                record.comment_name(name),
                here.to(page, addresses.comment_anchor(name)),
            )
            for name in amendment.comments
        ),
    )


def _clause_links(
    edition: Edition, here: Spot, record: Record, revision: Revision, amendment: Amendment
) -> Iterator[Link]:
    """Lead to each clause in this text, or, where it was removed, in the text before."""
    base = record.base_of(revision)
    for clause in amendment.clauses:
        text = revision if revision.clause(clause) or base is None else base
        path = addresses.revision(record.id, text.revision)
        yield Link(clause_name(edition, text, clause), here.to(path, clause))
