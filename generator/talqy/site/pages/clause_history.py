"""The history of one clause: every revision of it, with its redline, reason and comments."""

from collections.abc import Iterator
from dataclasses import dataclass

from markupsafe import Markup

from talqy.diff.phrases import action_words, revision_words
from talqy.language.edition import Edition, SitePage
from talqy.model import addresses
from talqy.model.addresses import Spot
from talqy.model.register import Record
from talqy.model.revision import Revision
from talqy.site.pages.cards import Link, StageView, stage_view
from talqy.site.pages.changes import EntryView, entry_views
from talqy.site.pages.clauses import clause_name
from talqy.site.pages.compare import compare_link
from talqy.site.pages.facts import FactView, fact_views
from talqy.site.pages.of_standard import hrefs_of, page_of


@dataclass(frozen=True, slots=True, kw_only=True)
class ClauseStep:
    """A clause in one revision: its first text, a change of it, or nothing new."""

    revision: Link
    stage: StageView
    first: Markup
    facts: tuple[FactView, ...]
    actions: tuple[tuple[str, str], ...]
    entries: tuple[EntryView, ...]
    compare: Link | None


@dataclass(frozen=True, slots=True, kw_only=True)
class ClauseHistoryView:
    """What `clause_history.html` may use; the newest revision comes first."""

    title: Markup
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
    here = edition.spot(addresses.clause_history(record.id, clause))
    current = edition.parts(record).current
    name = clause_name(edition, current if current.clause(clause) else last, clause)
    view = ClauseHistoryView(
        title=edition.locale.say(record.standard.title),
        clause=name,
        now=Link(
            edition.locale.words("This clause in the current text"),
            here.to(addresses.standard(record.id), clause),
        )
        if current.clause(clause)
        else None,
        steps=tuple(
            step
            for revision in reversed(record.revisions)
            if (step := _step(edition, here, record, revision, clause))
        ),
        hrefs=hrefs_of(here, record),
    )
    words = edition.locale.words("History of the clause")
    return page_of(
        edition,
        here,
        record,
        name=f"{words}: {Markup(name).striptags()}",  # noqa: S704 - a name is escaped already
        content=edition.render("clause_history.html", view),
    )


def _step(
    edition: Edition, here: Spot, record: Record, revision: Revision, clause: str
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
    return ClauseStep(
        revision=Link(revision_words(edition, revision), here.to(path, clause if own else "")),
        stage=stage_view(edition, record, revision),
        first=edition.locale.prose(own.text) if own and is_first else Markup(),
        facts=fact_views(edition, own.facts, year) if own and is_first else (),
        actions=action_words(edition, match) if match else (),
        entries=entry_views(edition, here, compared, only=clause) if compared else (),
        compare=compare_link(here, record, base, revision) if base and match else None,
    )
