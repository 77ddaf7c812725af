"""The comments on a standard: by revision and clause, each with what became of it."""

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import groupby

from markupsafe import Markup

from talqy.language.clause_sayings import clause_name
from talqy.language.edition import Edition, SitePage
from talqy.language.late import LateView, late_views
from talqy.language.sayings import revision_name
from talqy.law.periods import is_late
from talqy.model import addresses
from talqy.model.addresses import PagePath
from talqy.model.comment import Comment
from talqy.model.register import Record
from talqy.model.revision import Revision
from talqy.site.pages.comment_filters import (
    Filter,
    FilterView,
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
    tally: tuple[TallyRow, ...]
    entered_late: tuple[LateView, ...]
    groups: tuple[ClauseGroup, ...]
    late: tuple[CommentView, ...]
    is_empty: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class CommentsView:
    """What `comments.html` may use: all comments on a standard, or those that pass a filter.

    `only` names what these have in common; it is empty on the page of all, which `script` narrows.
    """

    title: Markup
    only: str
    filters: tuple[FilterView, ...]
    discussions: tuple[Discussion, ...]
    has_comments: bool
    script: str
    hrefs: dict[str, str]


def pages(edition: Edition, record: Record) -> Iterator[SitePage]:
    """Make the page of all comments on a standard, and one for each filter that parts them."""
    yield _page(edition, record, addresses.comments(record.id), None, ())
    filters = filters_of(edition, record)
    alike: dict[str, list[Filter]] = {}
    for one in filters:
        alike.setdefault(path_of(record, filters, one.code), []).append(one)
    for path, same in alike.items():
        if path != addresses.comments(record.id):
            yield _page(edition, record, path, same[0].comments, tuple(one.name for one in same))


def _page(
    edition: Edition,
    record: Record,
    path: str,
    within: frozenset[str] | None,
    names: tuple[str, ...],
) -> SitePage:
    here, words = edition.at(path), edition.locale.words
    discussed = [
        revision
        for revision in reversed(record.revisions)
        if _are_any(record.comments_on(revision.revision), within)
        or (within is None and revision.consultation)
    ]
    view = CommentsView(
        title=edition.locale.say(record.standard.title),
        only=", ".join(names),
        filters=filter_views(edition, here, record),
        discussions=tuple(_discussion(edition, here, record, r, within) for r in discussed),
        has_comments=bool(record.comments),
        script=here.root("assets/comments.js") if within is None and record.comments else "",
        hrefs=hrefs_of(here, record),
    )
    name = words("Comments and answers")
    return page_of(
        edition,
        here,
        record,
        name=f"{view.only} – {name}" if view.only else name,
        content=edition.render("comments.html", view),
    )


def _are_any(comments: tuple[Comment, ...], within: frozenset[str] | None) -> bool:
    return any(within is None or comment.id in within for comment in comments)


def _discussion(
    edition: Edition,
    here: PagePath,
    record: Record,
    revision: Revision,
    within: frozenset[str] | None,
) -> Discussion:
    heard = record.comments_on(revision.revision)
    comments = [comment for comment in heard if within is None or comment.id in within]
    talk, views = revision.consultation, CommentViews(edition, here, record)
    late = [comment for comment in comments if is_late(comment.received, talk)]
    timely = [comment for comment in comments if not is_late(comment.received, talk)]
    return Discussion(
        revision=revision.revision,
        anchor=f"r{revision.revision}",
        kind=edition.locale.coded("revision-kind", revision.kind),
        name=revision_name(edition.locale, revision),
        stage=stage_view(edition, record, revision),
        href=here.to(addresses.revision(record.id, revision.revision)),
        report=report_link(edition, here, record, revision),
        tally=tally_rows(edition, here, record, revision.revision) if within is None else (),
        entered_late=late_views(edition.locale, record.history, revision.revision)
        if within is None
        else (),
        groups=tuple(_groups(edition, here, record, revision, timely)),
        late=tuple(views.view(comment) for comment in late),
        is_empty=not comments,
    )


def _groups(
    edition: Edition, here: PagePath, record: Record, revision: Revision, comments: list[Comment]
) -> Iterator[ClauseGroup]:
    """Group comments by clause, in the order of the text; the whole text comes first."""
    views = CommentViews(edition, here, record)
    paths = {clause.id: place for place, clause in enumerate(revision.walk(), 1)}

    def place(comment: Comment) -> int:
        return paths.get(comment.clause_id or "", 0)

    for _, group in groupby(sorted(comments, key=place), key=place):
        heard = list(group)
        clause = heard[0].clause_id
        path = addresses.revision(record.id, revision.revision)
        yield ClauseGroup(
            anchor=addresses.comments_anchor(revision.revision, clause),
            clause=Link(clause_name(edition.locale, revision, clause), here.to(path, clause))
            if clause
            else None,
            name=clause_name(edition.locale, revision, clause),
            comments=tuple(views.view(comment) for comment in heard),
        )
