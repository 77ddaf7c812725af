"""The compare page: two texts of a standard, with every change, its reason and its comments."""

from collections.abc import Collection, Iterator
from dataclasses import dataclass, replace

from markupsafe import Markup

from talqy.compare.comparison import Comparison, ever_compared
from talqy.diff.phrases import action_words, around_change, number_words, summary
from talqy.diff.table import ComparisonTable
from talqy.language.clause_sayings import clause_heading, clause_name
from talqy.language.edition import Edition, SitePage
from talqy.language.for_you import ForYou, between, is_draft
from talqy.language.sayings import revision_name
from talqy.model import addresses
from talqy.model.alignment import Match
from talqy.model.register import Record
from talqy.model.revision import Revision
from talqy.office.packages import FORM_NAMES
from talqy.site.downloads import said_table
from talqy.site.pages.changes import EntryView, entry_views
from talqy.site.pages.standard_parts import (
    Link,
    StageView,
    hrefs_of,
    page_of,
    stage_view,
)


@dataclass(frozen=True, slots=True)
class TextView:
    """One of the two texts."""

    words: str
    href: str
    kind: str
    stage: StageView


@dataclass(frozen=True, slots=True)
class ShiftedView:
    """A clause that only stands elsewhere or under another number."""

    number: str
    name: Markup | str
    actions: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class CompareView:
    """What `compare.html` may use."""

    heading: str
    title: Markup
    older: TextView
    newer: TextView
    starts_from: Link | None
    summary: tuple[tuple[int, str], ...]
    for_you: ForYou
    entries: tuple[EntryView, ...]
    shifted: tuple[ShiftedView, ...]
    unchanged: tuple[Link, ...]
    table: ComparisonTable
    downloads: tuple[Link, ...]
    comment_hrefs: dict[str, str]
    others: tuple[Link, ...]
    hrefs: dict[str, str]


@dataclass(frozen=True, slots=True, kw_only=True)
class GoneView:
    """What `compare_gone.html` may use: `between` are the comparisons of texts between the two."""

    heading: str
    title: Markup
    between: tuple[Link, ...]
    texts: tuple[Link, ...]
    command: str
    hrefs: dict[str, str]


def pages(edition: Edition, record: Record) -> Iterator[SitePage]:
    """Make the compare pages of a standard."""
    for older, newer in edition.compared(record):
        yield _page(edition, record, older, newer)
    for older, newer in gone(edition, record):
        yield _page_of_gone(edition, record, older, newer)


def gone(edition: Edition, record: Record) -> tuple[tuple[Revision, Revision], ...]:
    """Return the comparisons that have no page on this day, and may have had one."""
    shown = {(older.revision, newer.revision) for older, newer in edition.compared(record)}
    return tuple(
        (older, newer)
        for older, newer in ever_compared(record)
        if (older.revision, newer.revision) not in shown
    )


def _page_of_gone(edition: Edition, record: Record, older: Revision, newer: Revision) -> SitePage:
    """Lead on to the comparisons that lie between two texts."""
    here = edition.at(addresses.compare(record.id, older.revision, newer.revision))
    name = _name(edition, older, newer)
    view = GoneView(
        heading=name,
        title=edition.short_title(record),
        between=tuple(
            compare_link(here, record, *pair)
            for pair in edition.compared(record)
            if older.revision <= pair[0].revision and pair[1].revision <= newer.revision
        ),
        texts=tuple(
            Link(
                revision_name(edition.locale, text),
                here.to(addresses.revision(record.id, text.revision)),
            )
            for text in (older, newer)
        ),
        command=f"talqy diff {record.id} r{older.revision} r{newer.revision}",
        hrefs=hrefs_of(edition, here, record),
    )
    content = edition.render("compare_gone.html", view)
    made = page_of(
        edition, here, record, name=name, lead=_lead(edition, older, newer), content=content
    )
    return replace(made, is_gone=True)


def _page(edition: Edition, record: Record, older: Revision, newer: Revision) -> SitePage:
    here = edition.at(addresses.compare(record.id, older.revision, newer.revision))
    compared = edition.comparison(record, older, newer)
    name = _name(edition, older, newer)
    base = record.base_of(newer)
    table = said_table(edition, record, older, newer)
    view = CompareView(
        heading=name,
        title=edition.short_title(record),
        older=_text(edition, here, record, older),
        newer=_text(edition, here, record, newer),
        starts_from=compare_link(here, record, base, newer) if base and base is not older else None,
        summary=tuple(summary(edition, compared)),
        for_you=between(edition, compared),
        entries=entry_views(edition, here, compared),
        shifted=shifted_views(edition, compared),
        unchanged=tuple(
            Link(
                clause_name(edition.locale, newer, match.after[0].id),
                here.to(addresses.revision(record.id, newer.revision), match.after[0].id),
            )
            for match in compared.alignment.matches
            if not match.actions
        ),
        table=table,
        downloads=tuple(_downloads(edition, here, record, older, newer)),
        comment_hrefs={
            comment.id: here.to(edition.path_of_comment(record, comment.id))
            for row in table.rows
            for comment in row.comments
        },
        others=tuple(
            compare_link(here, record, one, other)
            for one, other in edition.compared(record)
            if (one, other) != (older, newer)
        ),
        hrefs=hrefs_of(edition, here, record),
    )
    return page_of(
        edition,
        here,
        record,
        name=name,
        lead=_lead(edition, older, newer),
        content=edition.render("compare.html", view),
    )


def _name(edition: Edition, older: Revision, newer: Revision) -> str:
    """Name the texts; a draft that nobody lives by is told from what was, or is, in force."""
    words, m, n = edition.locale.words, older.revision, newer.revision
    if is_draft(edition, older):
        return words("Draft {m} and revision {n} compared", m=m, n=n)
    return words("Revisions {m} and {n} compared", m=m, n=n)


def _lead(edition: Edition, older: Revision, newer: Revision) -> str:
    words, m, n = edition.locale.words, older.revision, newer.revision
    if is_draft(edition, older):
        return words("Draft {m} → revision {n}", m=m, n=n)
    return words("Revisions {m} → {n}", m=m, n=n)


def compare_link(
    here: addresses.PagePath, record: Record, older: Revision, newer: Revision
) -> Link:
    """Lead to the comparison of two texts."""
    path = addresses.compare(record.id, older.revision, newer.revision)
    return Link(f"{older.revision} → {newer.revision}", here.to(path))


def compare_links(
    edition: Edition, here: addresses.PagePath, record: Record, newer: Revision
) -> tuple[Link, ...]:
    """Lead to all comparisons of a text, and say what the older ones are."""
    return tuple(
        Link(_older_words(edition, record, older), compare_link(here, record, older, newer).href)
        for older, other in reversed(edition.compared(record))
        if other is newer
    )


def _older_words(edition: Edition, record: Record, older: Revision) -> str:
    words = edition.locale.words
    sentence = words("with revision {n}", n=older.revision)
    if older is edition.parts(record).in_force:
        return f"{sentence} ({words('the text in force')})"
    if older is record.revisions[0]:
        return f"{sentence} ({words('the first text')})"
    if is_draft(edition, older):
        return f"{sentence} ({words('an earlier draft')})"
    return sentence


def _text(
    edition: Edition, here: addresses.PagePath, record: Record, revision: Revision
) -> TextView:
    return TextView(
        revision_name(edition.locale, revision),
        here.to(addresses.revision(record.id, revision.revision)),
        edition.locale.coded("revision-kind", revision.kind),
        stage_view(edition, record, revision),
    )


def _downloads(
    edition: Edition, here: addresses.PagePath, record: Record, older: Revision, newer: Revision
) -> Iterator[Link]:
    """Offer the table as files, in this language and in all of them."""
    if older not in edition.told_against(record, newer):
        return
    words, names = edition.locale.words, FORM_NAMES
    numbers = (older.revision, newer.revision)
    for form in edition.register.project.downloads:
        path = addresses.comparison_table(record.id, *numbers, form)
        yield Link(names[form], here.to(path))
        if edition.others:
            path = addresses.comparison_table_in_all(record.id, *numbers, form)
            title = words("{name}, all languages side by side", name=names[form])
            yield Link(title, here.root(path))


def shifted_views(
    edition: Edition, compared: Comparison, only: Collection[str] = ()
) -> tuple[ShiftedView, ...]:
    """Show what only moved or has another number; `only` of some clauses, if named."""
    return tuple(
        _shifted(edition, compared, match)
        for match in compared.shifted
        if not only or not set(only).isdisjoint(match.ids)
    )


def _shifted(edition: Edition, compared: Comparison, match: Match) -> ShiftedView:
    locale, clause = edition.locale, match.after[0]
    around, heading = around_change(locale, compared, match), clause_heading(locale, clause)
    name = Markup("{}{}").format(around, heading)
    return ShiftedView(number_words(locale, match), name, action_words(edition, match))
