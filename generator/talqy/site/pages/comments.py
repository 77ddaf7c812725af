"""The comments on a standard: by revision and clause, each with what became of it."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from markupsafe import Markup

from talqy.language.clause_sayings import clause_name
from talqy.language.edition import Edition, SitePage
from talqy.language.late import LateView, late_views
from talqy.language.sayings import revision_name
from talqy.language.stage_table import offer_of
from talqy.model import addresses
from talqy.model.comment import Comment, Outcome
from talqy.model.register import Record
from talqy.model.revision import Revision
from talqy.site.pages.comment_filters import (
    ON_A_PAGE,
    CommentFilter,
    CommentFilterView,
    TallyRow,
    filter_views,
    filters_of,
    has_room,
    lists_of,
    path_of,
    tally_rows,
)
from talqy.site.pages.comment_order import LATE, by_clause, in_page_order
from talqy.site.pages.comment_views import CommentView, CommentViews
from talqy.site.pages.data import tables_of
from talqy.site.pages.follow import told_elsewhere
from talqy.site.pages.report import report_link
from talqy.site.pages.standard_parts import (
    Link,
    StageView,
    comment_count,
    hrefs_of,
    page_of,
    stage_view,
)

_FEW = 3


@dataclass(frozen=True, slots=True)
class ClauseGroup:
    """The comments on one clause; `more` leads to those for which the page has no room."""

    anchor: str
    clause: Link | None
    name: Markup | str
    comments: tuple[CommentView, ...]
    more: Link | None


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
    more_late: Link | None
    is_empty: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class CommentsView:
    """What `comments.html` may use: all comments on a standard, or those that pass a filter.

    `only` names what these have in common; it is empty on the page of all, which `script` narrows.
    `alike` are other things that the same comments have in common, and no others.
    `empty` stands where nothing was ever discussed; `pages` are those of a long list, and
    `has_all` is whether all comments stand on this one page. `tables` are all of them as data.
    """

    title: Markup
    only: str
    alike: tuple[str, ...]
    filters: tuple[CommentFilterView, ...]
    discussions: tuple[Discussion, ...]
    pages: tuple[tuple[int, str | None], ...]
    has_all: bool
    empty: str
    has_comments: bool
    tables: tuple[Link, ...]
    script: str
    hrefs: dict[str, str]


@dataclass(frozen=True, slots=True, kw_only=True)
class CommentPageView:
    """What `comment.html` may use: a comment, the text and the clause it is on, and all others.

    `told_elsewhere` is where the project tells its news, for whoever waits for an answer.
    """

    standard: Markup
    comment: CommentView
    about: tuple[Link, ...]
    among_href: str
    told_elsewhere: tuple[Link, ...]
    hrefs: dict[str, str]


@dataclass(frozen=True, slots=True, kw_only=True)
class _Listed:
    """A page of a list: what its comments have in common, if anything, and which it shows.

    `first` is the first page of the list, and `pages` are all, where there are several. The page
    of all comments shows a few of each clause where they do not all have room.
    """

    path: str
    first: str
    fits: tuple[CommentFilter, ...] = ()
    shown: frozenset[str]
    pages: tuple[tuple[int, str], ...] = ()
    number: int = 1


def pages(edition: Edition, record: Record) -> Iterator[SitePage]:
    """Make the page of all comments on a standard, and of those of each filter."""
    everything = addresses.comments(record.id)
    some = _Listed(path=everything, first=everything, shown=_first_shown(edition, record))
    yield _page(edition, record, some, CommentViews(edition, everything, record))
    # These lie equally deep, so what a comment leads to is the same on all of them.
    below = CommentViews(edition, addresses.comment(record.id, "-"), record)
    deeper = CommentViews(edition, addresses.comments_of(record.id, "-", 2), record)
    alike: dict[str, list[CommentFilter]] = {}
    for one in filters_of(edition, record):
        alike.setdefault(one.path, []).append(one)
    alike.pop(everything, None)
    for path, same in alike.items():
        for listed in _lists(edition, record, path, tuple(same)):
            maker = below if listed.number == 1 else deeper
            yield _page(edition, record, listed, maker)


def own_pages(edition: Edition, record: Record) -> Iterator[SitePage]:
    """Make the page of each comment on a standard, with its receipt."""
    maker = CommentViews(edition, addresses.comment(record.id, "-"), record)
    for comment in record.comments:
        yield _own_page(edition, record, maker.view(comment), comment.revision)


def _lists(
    edition: Edition, record: Record, first: str, fits: tuple[CommentFilter, ...]
) -> Iterator[_Listed]:
    """Yield the pages of the comments that pass filters which let the same ones through."""
    within = fits[0].comments
    found = lists_of(record, (one for one in in_page_order(edition, record) if one.id in within))
    paths = [first, *(f"{first}{number}/" for number in range(2, len(found) + 1))]
    for number, (path, comments) in enumerate(zip(paths, found, strict=True), 1):
        yield _Listed(
            path=path,
            first=first,
            fits=fits,
            shown=frozenset(one.id for one in comments),
            pages=tuple(enumerate(paths, 1)) if len(paths) > 1 else (),
            number=number,
        )


def _first_shown(edition: Edition, record: Record) -> frozenset[str]:
    """Return the comments on the page of all: all, or the newest of each clause, as many as fit."""
    return edition.in_all.once(
        "first-comments", (record.id,), lambda: _newest_of_each(edition, record)
    )


def _newest_of_each(edition: Edition, record: Record) -> frozenset[str]:
    if has_room(record):
        return frozenset(one.id for one in record.comments)
    groups = [
        heard
        for text in reversed(record.revisions)
        for _, heard in by_clause(edition, record, text)
    ]
    few = max(_FEW, ON_A_PAGE // len(groups))
    newest = (one for heard in groups for one in heard[-few:])
    return frozenset(one.id for one in lists_of(record, newest)[0])


def _page(edition: Edition, record: Record, listed: _Listed, maker: CommentViews) -> SitePage:
    """Show a page of comments, discussion by discussion."""
    here, words = edition.at(listed.path), edition.locale.words
    discussed = [
        revision
        for revision in reversed(record.revisions)
        if any(one.id in listed.shown for one in record.comments_on(revision.revision))
        or (not listed.fits and (revision.consultation or record.comments_on(revision.revision)))
    ]
    has_all = len(listed.shown) == len(record.comments)
    view = CommentsView(
        title=edition.short_title(record),
        only=listed.fits[0].name if listed.fits else "",
        alike=tuple(one.name for one in listed.fits[1:]),
        filters=filter_views(edition, listed.path, listed.first, filters_of(edition, record)),
        discussions=_in_order(
            _discussion(edition, record, text, listed, maker) for text in discussed
        ),
        pages=tuple(
            (number, None if path == listed.path else here.to(path))
            for number, path in listed.pages
        ),
        empty=offer_of(edition, record).empty,
        has_comments=bool(record.comments),
        tables=() if listed.fits else tables_of(edition, here, record),
        script=here.root("assets/comments.js") if not listed.fits and record.comments else "",
        has_all=has_all,
        hrefs=hrefs_of(edition, here, record),
    )
    name = words("Comments and answers")
    heading = f"{view.only} – {name}" if view.only else name
    return page_of(
        edition,
        here,
        record,
        name=f"{heading} ({listed.number})" if listed.number > 1 else heading,
        content=edition.render("comments.html", view),
    )


def _in_order(found: Iterable[Discussion]) -> tuple[Discussion, ...]:
    """Return the newest first; those that nobody speaks in, or can, stand at the end."""
    return tuple(sorted(found, key=lambda one: one.is_empty and not one.stage.is_open))


def _discussion(
    edition: Edition, record: Record, revision: Revision, listed: _Listed, maker: CommentViews
) -> Discussion:
    here, is_first = edition.at(listed.path), not listed.fits
    groups = by_clause(edition, record, revision)
    late = [one for place, heard in groups if place == LATE for one in heard]
    return Discussion(
        revision=revision.revision,
        anchor=f"r{revision.revision}",
        kind=edition.locale.coded("revision-kind", revision.kind),
        name=revision_name(edition.locale, revision),
        stage=stage_view(edition, record, revision),
        href=here.to(addresses.revision(record.id, revision.revision)),
        report=report_link(edition, here, record, revision),
        count=comment_count(edition, record, revision.revision),
        tally=tuple(tally_rows(edition, listed.path, record, revision.revision))
        if is_first
        else (),
        entered_late=late_views(edition.locale, record.history, revision.revision)
        if is_first
        else (),
        groups=tuple(_groups(edition, record, revision, listed, maker)),
        late=tuple(maker.view(one) for one in late if one.id in listed.shown),
        more_late=_more(edition, record, listed, late, Outcome.LATE),
        is_empty=not groups,
    )


def _groups(
    edition: Edition, record: Record, revision: Revision, listed: _Listed, maker: CommentViews
) -> Iterator[ClauseGroup]:
    """Group timely comments by clause, in the order of the text; the whole text comes first."""
    here, text = edition.at(listed.path), addresses.revision(record.id, revision.revision)
    for place, heard in by_clause(edition, record, revision):
        seen = tuple(maker.view(one) for one in heard if one.id in listed.shown)
        if place == LATE or (listed.fits and not seen):
            continue
        clause = heard[0].clause_id
        name = clause_name(edition.locale, revision, clause)
        yield ClauseGroup(
            anchor=addresses.comments_anchor(revision.revision, clause),
            clause=Link(name, here.to(text, clause)) if clause else None,
            name=name,
            comments=seen,
            more=_more(edition, record, listed, heard, f"clause-{clause or 'whole'}"),
        )


def _more(
    edition: Edition, record: Record, listed: _Listed, heard: Sequence[Comment], code: str
) -> Link | None:
    """Lead to the rest of some comments, where the page of all has no room for them."""
    left = sum(one.id not in listed.shown for one in heard)
    if listed.fits or not left:
        return None
    path = path_of(record, filters_of(edition, record), code)
    return Link(edition.locale.words("and {n} more", n=left), edition.at(listed.path).to(path))


def _own_page(edition: Edition, record: Record, shown: CommentView, revision: int) -> SitePage:
    path = addresses.comment(record.id, shown.id)
    here = edition.at(path)
    view = CommentPageView(
        standard=edition.short_title(record),
        comment=shown,
        about=tuple(_about(edition, record, path, revision, shown.clause)),
        among_href=_among(edition, record, shown),
        told_elsewhere=told_elsewhere(edition),
        hrefs=hrefs_of(edition, here, record),
    )
    return page_of(
        edition,
        here,
        record,
        name=edition.locale.words("Comment {name}", name=record.comment_name(shown.id)),
        content=edition.render("comment.html", view),
    )


def _among(edition: Edition, record: Record, shown: CommentView) -> str:
    """Lead to a comment among all others; where they are too many, to those on its clause."""
    here, is_there = (
        edition.at(addresses.comment(record.id, shown.id)),
        _first_shown(edition, record),
    )
    anchor = addresses.comments_anchor(
        shown.revision, None if shown.clause == "whole" else shown.clause
    )
    return here.to(addresses.comments(record.id), shown.anchor if shown.id in is_there else anchor)


def _about(edition: Edition, record: Record, path: str, number: int, clause: str) -> Iterator[Link]:
    """Lead to the text that a comment is on, and to the clause in it."""
    here, revision = edition.at(path), record.revision(number)
    if revision is None:
        return
    text = addresses.revision(record.id, number)
    yield Link(revision_name(edition.locale, revision), here.to(text))
    if clause != "whole":
        yield Link(clause_name(edition.locale, revision, clause), here.to(text, clause))
