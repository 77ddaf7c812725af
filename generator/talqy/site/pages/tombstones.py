"""Clauses that a text has no more: old links never land on nothing."""

from collections.abc import Iterator
from dataclasses import dataclass

from markupsafe import Markup

from talqy.compare.lineage import amendments_of
from talqy.language.edition import Edition
from talqy.model import addresses
from talqy.model.addresses import Spot
from talqy.model.alignment import Action
from talqy.model.register import Record
from talqy.model.revision import Revision
from talqy.record.tallies import is_late
from talqy.site.pages.cards import Link
from talqy.site.pages.clauses import clause_name


@dataclass(frozen=True, slots=True, kw_only=True)
class Tombstone:
    """A clause that is not in a text: what happened to it, why, and where it can be read."""

    id: str
    name: Markup | str
    words: str
    became: tuple[Link, ...]
    reasons: tuple[Markup, ...]
    links: tuple[Link, ...]


def tombstones(
    edition: Edition, here: Spot, record: Record, revision: Revision, *, is_current: bool
) -> tuple[Tombstone, ...]:
    """Show the clauses of other texts that this one has not: of all texts on the current page."""
    gone: dict[str, Revision] = {}
    for other in record.revisions:
        if is_current or other.revision < revision.revision:
            missing = (c.id for c in other.walk() if revision.clause(c.id) is None)
            gone.update(dict.fromkeys(missing, other))
    return tuple(_tombstone(edition, here, record, name, last) for name, last in gone.items())


def _tombstone(
    edition: Edition, here: Spot, record: Record, name: str, last: Revision
) -> Tombstone:
    words = edition.locale.words
    path = addresses.revision(record.id, last.revision)
    said, reasons, became = _end(edition, here, record, name, last)
    return Tombstone(
        id=name,
        name=clause_name(edition, last, name),
        words=said or words("Not in this text; it stands in revision {n}.", n=last.revision),
        became=became,
        reasons=reasons,
        links=(
            Link(words("The text that had it last"), here.to(path, name)),
            Link(
                words("History of this clause"),
                here.to(addresses.clause_history(record.id, name)),
            ),
            *_comments(edition, here, record, name),
        ),
    )


def _comments(edition: Edition, here: Spot, record: Record, name: str) -> Iterator[Link]:
    """Lead to the comments on a clause, text by text: nothing that was said of it is lost."""
    page = addresses.comments(record.id)
    for revision in record.revisions:
        found = [c for c in record.comments_on(revision.revision) if c.clause_id == name]
        if not found:
            continue
        counted = edition.locale.count("{n} comment", "{n} comments", len(found))
        said = edition.locale.words("revision {n}", n=revision.revision)
        anchor = addresses.comments_anchor(revision.revision, name)
        if all(is_late(comment, revision.consultation) for comment in found):
            anchor = addresses.late_anchor(revision.revision)
        yield Link(f"{counted} ({said})", here.to(page, anchor))


def _end(
    edition: Edition, here: Spot, record: Record, name: str, last: Revision
) -> tuple[str, tuple[Markup, ...], tuple[Link, ...]]:
    """Say in which revision a clause ended, with its reasons, and what it became."""
    for revision in record.revisions:
        base = record.base_of(revision)
        if base is not last or revision.clause(name):
            continue
        match = edition.alignment(record, base, revision).of(name)
        if match is None:
            continue
        words = edition.locale.words
        is_removed = Action.REMOVED in match.actions
        said = words("Removed in revision {n}.", n=revision.revision)
        if not is_removed:
            said = words("Split or joined in revision {n}.", n=revision.revision)
        path = addresses.revision(record.id, revision.revision)
        return (
            said,
            tuple(edition.locale.say(a.reason) for a in amendments_of(record, revision, match.ids)),
            tuple(
                Link(clause_name(edition, revision, c.id), here.to(path, c.id)) for c in match.after
            ),
        )
    return "", (), ()
