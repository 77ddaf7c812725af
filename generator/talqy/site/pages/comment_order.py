"""In which order pages show comments: the newest text first, clause by clause, late ones last."""

from collections.abc import Iterator

from talqy.language.edition import Edition
from talqy.model.comment import Comment
from talqy.model.register import Record
from talqy.model.revision import Revision
from talqy.site.pages.comment_steps import came_late

LATE = -1
"""The place of comments that came late, among places of clauses."""
Groups = list[tuple[int, tuple[Comment, ...]]]


def in_page_order(edition: Edition, record: Record) -> Iterator[Comment]:
    """Yield all comments as pages show them."""
    for text in reversed(record.revisions):
        for _, heard in by_clause(edition, record, text):
            yield from heard


def by_clause(edition: Edition, record: Record, revision: Revision) -> Groups:
    """Group the comments on a text by the place of their clause, once for all pages of them.

    The whole text is 0; those that came late stand apart.
    """
    names = (record.id, revision.revision)
    return edition.in_all.once("comments-by-clause", names, lambda: _grouped(record, revision))


def _grouped(record: Record, revision: Revision) -> Groups:
    places = {clause.id: place for place, clause in enumerate(revision.walk(), 1)}
    groups: dict[int, list[Comment]] = {}
    for one in record.comments_on(revision.revision):
        place = LATE if came_late(record, one) else places.get(one.clause_id or "", 0)
        groups.setdefault(place, []).append(one)
    order = sorted(groups, key=lambda place: (place == LATE, place))
    return [(place, tuple(groups[place])) for place in order]
