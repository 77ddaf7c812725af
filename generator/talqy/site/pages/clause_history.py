"""The history of one clause: every revision of it, with its redline, reason and comments.

That of a chapter, and of any clause that holds others, is told by what it holds.

Where a text has a clause no more, a tombstone stands: old links never land on nothing.
"""

from collections.abc import Iterator
from dataclasses import dataclass

from markupsafe import Markup

from talqy.compare.align import amendments_of
from talqy.diff.phrases import action_words
from talqy.language.clause_sayings import clause_name
from talqy.language.edition import Edition, SitePage
from talqy.language.parts_of_acts import history_of
from talqy.language.sayings import revision_name, revision_number
from talqy.law.periods import is_late
from talqy.model import addresses
from talqy.model.alignment import Action
from talqy.model.register import Record
from talqy.model.revision import Clause, Revision
from talqy.site.pages.changes import EntryView, entry_views
from talqy.site.pages.clauses import Rows, here_now, table_rows
from talqy.site.pages.compare import ShiftedView, compare_link, shifted_views
from talqy.site.pages.facts import FactView, fact_views, files_from
from talqy.site.pages.standard_parts import (
    Link,
    StageView,
    hrefs_of,
    page_of,
    stage_view,
)


@dataclass(frozen=True, slots=True, kw_only=True)
class ClauseStep:
    """A clause in one revision: its first text, a change of it, or nothing new.

    `holds` leads to the clauses that it held at first, one level down; `shifted` are those inside
    it, however deep, that only stand elsewhere or under another number.
    """

    revision: Link
    stage: StageView
    first: Markup
    first_table: Rows
    holds: tuple[Link, ...]
    facts: tuple[FactView, ...]
    actions: tuple[tuple[str, str], ...]
    entries: tuple[EntryView, ...]
    shifted: tuple[ShiftedView, ...]
    compare: Link | None


@dataclass(frozen=True, slots=True, kw_only=True)
class ClauseHistoryView:
    """What `clause_history.html` may use; the newest revision comes first."""

    title: Markup
    kicker: str
    clause: Markup | str
    now: Link | None
    steps: tuple[ClauseStep, ...]
    hrefs: dict[str, str]


def pages(edition: Edition, record: Record) -> Iterator[SitePage]:
    """Make a page for every clause that a standard ever had."""
    names: dict[str, Revision] = {}
    for revision in record.revisions:
        names.update(dict.fromkeys((clause.id for clause in revision.walk()), revision))
    for name, last in names.items():
        yield _page(edition, record, name, last)


def _page(edition: Edition, record: Record, clause: str, last: Revision) -> SitePage:
    here = edition.at(addresses.clause_history(record.id, clause))
    shown = edition.parts(record).shown
    name = clause_name(edition.locale, shown if shown.clause(clause) else last, clause)
    plain = Markup(name).striptags()  # noqa: S704 - a name is escaped already
    words = history_of(edition.locale, last.clause(clause))
    view = ClauseHistoryView(
        title=edition.short_title(record),
        kicker=words,
        clause=name,
        now=Link(
            here_now(edition, record),
            here.to(addresses.standard(record.id), clause),
        )
        if shown.clause(clause)
        else None,
        steps=tuple(
            step
            for revision in reversed(record.revisions)
            if (step := _step(edition, here, record, revision, clause))
        ),
        hrefs=hrefs_of(edition, here, record),
    )
    return page_of(
        edition,
        here,
        record,
        name=f"{words}: {plain}",
        lead=f"{edition.locale.words('History')}: {plain.rpartition(' › ')[2]}",
        content=edition.render("clause_history.html", view),
    )


def _step(
    edition: Edition, here: addresses.PagePath, record: Record, revision: Revision, clause: str
) -> ClauseStep | None:
    """Show a clause in one revision; None where the revision never had to do with it."""
    base, own = record.base_of(revision), revision.clause(clause)
    compared = edition.comparison(record, base, revision) if base else None
    match = compared.alignment.of(clause) if compared else None
    if own is None and match is None:
        return None
    path = addresses.revision(record.id, revision.revision)
    is_first = own is not None and compared is None
    year = edition.price_year(record, revision)
    texts = (base, revision) if base else (revision,)
    to_file = files_from(here, record.id)
    inside = {name for text in texts for name in _inside(text, clause)}
    return ClauseStep(
        revision=Link(
            revision_name(edition.locale, revision), here.to(path, clause if own else "")
        ),
        stage=stage_view(edition, record, revision),
        first=edition.locale.prose(own.text) if own and is_first else Markup(),
        first_table=table_rows(edition.locale, own) if own and is_first else (),
        holds=tuple(_holds(edition, here, record, revision, own)) if own and is_first else (),
        facts=fact_views(edition, own.facts, year, to_file) if own and is_first else (),
        actions=action_words(edition, match) if match else (),
        entries=entry_views(edition, here, compared, only={clause, *inside}) if compared else (),
        shifted=shifted_views(edition, compared, only=inside) if compared and inside else (),
        compare=compare_link(here, record, base, revision) if base and match else None,
    )


def _inside(text: Revision, name: str) -> Iterator[str]:
    """Yield the ids of the clauses that a clause holds in a text, on all levels."""
    if clause := text.clause(name):
        yield from (inner.id for inner in clause.walk() if inner is not clause)


def _holds(
    edition: Edition, here: addresses.PagePath, record: Record, revision: Revision, clause: Clause
) -> Iterator[Link]:
    """Lead to the histories of the clauses that a clause holds, one level down."""
    for inner in clause.clauses:
        path = addresses.clause_history(record.id, inner.id)
        yield Link(clause_name(edition.locale, revision, inner.id), here.to(path))


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
    edition: Edition,
    here: addresses.PagePath,
    record: Record,
    revision: Revision,
    *,
    is_newest: bool,
) -> tuple[Tombstone, ...]:
    """Show the clauses of other texts that this one has not: of all texts on the newest page."""
    gone: dict[str, Revision] = {}
    for other in record.revisions:
        if is_newest or other.revision < revision.revision:
            missing = (c.id for c in other.walk() if revision.clause(c.id) is None)
            gone.update(dict.fromkeys(missing, other))
    return tuple(_tombstone(edition, here, record, name, last) for name, last in gone.items())


def _tombstone(
    edition: Edition, here: addresses.PagePath, record: Record, name: str, last: Revision
) -> Tombstone:
    words = edition.locale.words
    path = addresses.revision(record.id, last.revision)
    end, reasons, became = _end(edition, here, record, name, last)
    return Tombstone(
        id=name,
        name=clause_name(edition.locale, last, name),
        words=end or words("Not in this text; it stands in revision {n}.", n=last.revision),
        became=became,
        reasons=reasons,
        links=(
            Link(words("The text that had it last"), here.to(path, name)),
            Link(
                history_of(edition.locale, last.clause(name)),
                here.to(addresses.clause_history(record.id, name)),
            ),
            *_comments(edition, here, record, name),
        ),
    )


def _comments(
    edition: Edition, here: addresses.PagePath, record: Record, name: str
) -> Iterator[Link]:
    """Lead to the comments on a clause, text by text: nothing that was said of it is lost."""
    page = addresses.comments(record.id)
    for revision in record.revisions:
        comments = [c for c in record.comments_on(revision.revision) if c.clause_id == name]
        if not comments:
            continue
        counted = edition.locale.count("{n} comment", "{n} comments", len(comments))
        number = revision_number(edition.locale, revision.revision)
        anchor = addresses.comments_anchor(revision.revision, name)
        if all(is_late(comment.received, revision.consultation) for comment in comments):
            anchor = addresses.late_anchor(revision.revision)
        yield Link(f"{counted} ({number})", here.to(page, anchor))


def _end(
    edition: Edition, here: addresses.PagePath, record: Record, name: str, last: Revision
) -> tuple[str, tuple[Markup, ...], tuple[Link, ...]]:
    """Say in which revision a clause ended, with its reasons, and what it became."""
    for revision in record.revisions:
        base = record.base_of(revision)
        if base is not last or revision.clause(name):
            continue
        alignment = edition.standing(record, revision).alignment
        match = alignment.of(name) if alignment else None
        if match is None:
            continue
        words = edition.locale.words
        is_removed = Action.REMOVED in match.actions
        sentence = words("Removed in revision {n}.", n=revision.revision)
        if not is_removed:
            sentence = words("Split or joined in revision {n}.", n=revision.revision)
        path = addresses.revision(record.id, revision.revision)
        return (
            sentence,
            tuple(edition.locale.say(a.reason) for a in amendments_of(record, revision, match.ids)),
            tuple(
                Link(clause_name(edition.locale, revision, c.id), here.to(path, c.id))
                for c in match.after
            ),
        )
    return "", (), ()
