"""The page of one comment: its way, its words, the answer, and what became of them."""

from collections.abc import Iterator
from dataclasses import dataclass

from markupsafe import Markup

from talqy.language.clause_sayings import clause_name
from talqy.language.edition import Edition, SitePage
from talqy.language.sayings import revision_name
from talqy.model import addresses
from talqy.model.comment import Comment
from talqy.model.register import Record
from talqy.site.pages.comment_views import CommentView, CommentViews
from talqy.site.pages.standard_parts import Link, hrefs_of, page_of


@dataclass(frozen=True, slots=True, kw_only=True)
class CommentPageView:
    """What `comment.html` may use: a comment, the text and the clause it is on, and all others."""

    standard: Markup
    comment: CommentView
    about: tuple[Link, ...]
    among_href: str
    hrefs: dict[str, str]


def pages(edition: Edition, record: Record) -> Iterator[SitePage]:
    """Make the page of every comment on a standard."""
    for comment in record.comments:
        yield _page(edition, record, comment)


def _page(edition: Edition, record: Record, comment: Comment) -> SitePage:
    here, words = edition.at(addresses.comment(record.id, comment.id)), edition.locale.words
    shown = CommentViews(edition, here, record).view(comment)
    anchor = addresses.comment_anchor(comment.id)
    view = CommentPageView(
        standard=edition.locale.say(record.standard.title),
        comment=shown,
        about=tuple(_about(edition, record, comment)),
        among_href=here.to(addresses.comments(record.id), anchor),
        hrefs=hrefs_of(here, record),
    )
    return page_of(
        edition,
        here,
        record,
        name=words("Comment {name}", name=record.comment_name(comment.id)),
        content=edition.render("comment.html", view),
    )


def _about(edition: Edition, record: Record, comment: Comment) -> Iterator[Link]:
    """Lead to the text that a comment is on, and to the clause in it."""
    revision = record.revision(comment.revision)
    if revision is None:
        return
    here = edition.at(addresses.comment(record.id, comment.id))
    path, clause = addresses.revision(record.id, revision.revision), comment.clause_id
    yield Link(revision_name(edition.locale, revision), here.to(path))
    if clause:
        yield Link(clause_name(edition.locale, revision, clause), here.to(path, clause))
