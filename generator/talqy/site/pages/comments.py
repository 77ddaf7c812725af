"""The comments on a standard: by revision and clause, each with what became of it."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby

from markupsafe import Markup

from talqy.language.clause_sayings import clause_name
from talqy.language.edition import Edition, SitePage
from talqy.language.late import LateView, late_views
from talqy.language.sayings import revision_name
from talqy.language.stage_table import offer_of
from talqy.model import addresses
from talqy.model.register import Record
from talqy.model.revision import Revision
from talqy.site.pages.comment_filters import (
    CommentFilter,
    CommentFilterView,
    TallyRow,
    filter_views,
    filters_of,
    path_of,
    tally_rows,
)
from talqy.site.pages.comment_views import CommentView, CommentViews
from talqy.site.pages.report import report_link
from talqy.site.pages.standard_parts import (
    Link,
    StageView,
    comment_count,
    hrefs_of,
    page_of,
    stage_view,
)


@dataclass(frozen=True, slots=True)
class ClauseGroup:
    """The comments on one clause."""

    anchor: str
    clause: Link | None
    name: Markup | str
    comments: tuple[CommentView, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Discussion:
    """The comments on one revision; those that came late stand apart."""

    revision: int
    anchor: str
    kind: str
    name: str
    stage: StageView
    href: str
    report: Link | None
    count: str
    tally: tuple[TallyRow, ...]
    entered_late: tuple[LateView, ...]
    groups: tuple[ClauseGroup, ...]
    late: tuple[CommentView, ...]
    is_empty: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class CommentsView:
    """What `comments.html` may use: all comments on a standard, or those that pass a filter.

    `only` names what these have in common; it is empty on the page of all, which `script` narrows.
    `empty` stands where nothing was ever discussed.
    """

    title: Markup
    only: str
    filters: tuple[CommentFilterView, ...]
    discussions: tuple[Discussion, ...]
    empty: str
    has_comments: bool
    script: str
    hrefs: dict[str, str]


@dataclass(frozen=True, slots=True, kw_only=True)
class CommentPageView:
    """What `comment.html` may use: a comment, the text and the clause it is on, and all others."""

    standard: Markup
    comment: CommentView
    about: tuple[Link, ...]
    among_href: str
    hrefs: dict[str, str]


def pages(edition: Edition, record: Record) -> Iterator[SitePage]:
    """Make the page of all comments on a standard, of those of each filter, and of each one."""
    everything = addresses.comments(record.id)
    yield _page(edition, record, everything, (), CommentViews(edition, everything, record))
    # These lie equally deep, so what a comment leads to is the same on all of them.
    below = CommentViews(edition, addresses.comment(record.id, "-"), record)
    filters = filters_of(edition, record)
    alike: dict[str, list[CommentFilter]] = {}
    for one in filters:
        alike.setdefault(path_of(record, filters, one.code), []).append(one)
    for path, same in alike.items():
        if path != everything:
            yield _page(edition, record, path, same, below)
    for comment in record.comments:
        yield _own_page(edition, record, below.view(comment), comment.revision)


def _page(
    edition: Edition,
    record: Record,
    path: str,
    fits: Sequence[CommentFilter],
    maker: CommentViews,
) -> SitePage:
    """Show the comments that pass filters which let the same ones through; all without any."""
    here, words = edition.at(path), edition.locale.words
    within = fits[0].comments if fits else None
    discussed = [
        revision
        for revision in reversed(record.revisions)
        if any(within is None or one.id in within for one in record.comments_on(revision.revision))
        or (within is None and revision.consultation)
    ]
    view = CommentsView(
        title=edition.short_title(record),
        only=", ".join(one.name for one in fits),
        filters=filter_views(edition, path, record),
        discussions=_in_order(
            _discussion(edition, path, record, text, _shown(maker, record, text, within))
            for text in discussed
        ),
        empty=offer_of(edition, record).empty,
        has_comments=bool(record.comments),
        script=here.root("assets/comments.js") if within is None and record.comments else "",
        hrefs=hrefs_of(edition, here, record),
    )
    name = words("Comments and answers")
    return page_of(
        edition,
        here,
        record,
        name=f"{view.only} – {name}" if view.only else name,
        content=edition.render("comments.html", view),
    )


def _in_order(found: Iterable[Discussion]) -> tuple[Discussion, ...]:
    """Return the newest first; those that nobody speaks in, or can, stand at the end."""
    return tuple(sorted(found, key=lambda one: one.is_empty and not one.stage.is_open))


def _shown(
    maker: CommentViews, record: Record, text: Revision, within: frozenset[str] | None
) -> list[CommentView]:
    heard = record.comments_on(text.revision)
    return [maker.view(one) for one in heard if within is None or one.id in within]


def _discussion(
    edition: Edition,
    path: str,
    record: Record,
    revision: Revision,
    views: list[CommentView],
) -> Discussion:
    here, is_whole = edition.at(path), path == addresses.comments(record.id)
    return Discussion(
        revision=revision.revision,
        anchor=f"r{revision.revision}",
        kind=edition.locale.coded("revision-kind", revision.kind),
        name=revision_name(edition.locale, revision),
        stage=stage_view(edition, record, revision),
        href=here.to(addresses.revision(record.id, revision.revision)),
        report=report_link(edition, here, record, revision),
        count=comment_count(edition, record, revision.revision),
        tally=tuple(tally_rows(edition, path, record, revision.revision)) if is_whole else (),
        entered_late=late_views(edition.locale, record.history, revision.revision)
        if is_whole
        else (),
        groups=tuple(_groups(edition, path, record, revision, views)),
        late=tuple(view for view in views if view.is_late),
        is_empty=not views,
    )


def _groups(
    edition: Edition, path: str, record: Record, revision: Revision, views: list[CommentView]
) -> Iterator[ClauseGroup]:
    """Group timely comments by clause, in the order of the text; the whole text comes first."""
    places = {clause.id: place for place, clause in enumerate(revision.walk(), 1)}
    text = edition.at(path), addresses.revision(record.id, revision.revision)

    def place(view: CommentView) -> int:
        return places.get(view.clause, 0)

    timely = sorted((view for view in views if not view.is_late), key=place)
    for _, group in groupby(timely, key=place):
        heard = tuple(group)
        clause = None if heard[0].clause == "whole" else heard[0].clause
        name = clause_name(edition.locale, revision, clause)
        yield ClauseGroup(
            anchor=addresses.comments_anchor(revision.revision, clause),
            clause=Link(name, text[0].to(text[1], clause)) if clause else None,
            name=name,
            comments=heard,
        )


def _own_page(edition: Edition, record: Record, shown: CommentView, revision: int) -> SitePage:
    path = addresses.comment(record.id, shown.id)
    here = edition.at(path)
    view = CommentPageView(
        standard=edition.short_title(record),
        comment=shown,
        about=tuple(_about(edition, record, path, revision, shown.clause)),
        among_href=here.to(addresses.comments(record.id), shown.anchor),
        hrefs=hrefs_of(edition, here, record),
    )
    return page_of(
        edition,
        here,
        record,
        name=edition.locale.words("Comment {name}", name=record.comment_name(shown.id)),
        content=edition.render("comment.html", view),
    )


def _about(edition: Edition, record: Record, path: str, number: int, clause: str) -> Iterator[Link]:
    """Lead to the text that a comment is on, and to the clause in it."""
    here, revision = edition.at(path), record.revision(number)
    if revision is None:
        return
    text = addresses.revision(record.id, number)
    yield Link(revision_name(edition.locale, revision), here.to(text))
    if clause != "whole":
        yield Link(clause_name(edition.locale, revision, clause), here.to(text, clause))
