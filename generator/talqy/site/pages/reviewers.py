"""The work list of those who answer: who owes which answer by when, overdue first."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from markupsafe import Markup

from talqy.language.edition import Edition, SitePage
from talqy.language.sayings import outcome_name
from talqy.model import addresses
from talqy.model.comment import Comment, Outcome
from talqy.model.register import Record
from talqy.responses.debts import Debt, debts
from talqy.site.pages.comment_filters import WAITING, filters_of, path_of
from talqy.site.pages.standard_parts import Link, StageView, stage_view

# More comments are counted, and stand on the page of comments.
_SHOWN = 50


@dataclass(frozen=True, slots=True)
class DueList:
    """Comments that wait for the same thing; `more` leads to those that are only counted.

    `href` leads to all of them on a page of their own, where there is one.
    """

    name: Markup | str
    count: str
    href: str
    comments: tuple[Link, ...]
    more: Link | None


@dataclass(frozen=True, slots=True, kw_only=True)
class WorkView:
    """What is owed on one draft; `due` is None where no report will come."""

    title: Markup
    href: str
    revision: int
    stage: StageView
    due: date | None
    is_overdue: bool
    lists: tuple[DueList, ...]


@dataclass(frozen=True, slots=True)
class AuthorityView:
    """What one authority owes."""

    anchor: str
    name: Markup
    href: str
    works: tuple[WorkView, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class ReviewersView:
    """What `reviewers.html` may use."""

    today: date
    authorities: tuple[AuthorityView, ...]


def pages(edition: Edition) -> Iterator[SitePage]:
    """Make the work list."""
    here, words = edition.at(addresses.REVIEWERS), edition.locale.words
    title = words("Answers that are due")
    view = ReviewersView(
        today=edition.assessment.today, authorities=tuple(_authorities(edition, here))
    )
    yield SitePage(
        at=here,
        title=title,
        description=words("Which authority owes which answer, and by when."),
        section="none",
        content=edition.render("reviewers.html", view),
        trail=((words("Home"), here.to("")),),
    )


def _authorities(edition: Edition, here: addresses.PagePath) -> Iterator[AuthorityView]:
    """Put together what each authority owes; who owes the most urgent answer comes first."""
    for name in dict.fromkeys(debt.record.standard.authority for debt in _owed(edition)):
        title, page = edition.authority(name, short=False), here.to(addresses.authority(name))
        yield AuthorityView(f"by-{name}", title, page, tuple(works_of(edition, here, name)))


def works_of(edition: Edition, here: addresses.PagePath, authority: str) -> Iterator[WorkView]:
    """Show what one authority owes, the most urgent first."""
    for debt in _owed(edition):
        if debt.record.standard.authority == authority:
            yield _work(edition, here, debt)


def _owed(edition: Edition) -> tuple[Debt, ...]:
    return edition.in_all.once("debts", (), lambda: debts(edition.register, edition.assessment))


def _work(edition: Edition, here: addresses.PagePath, debt: Debt) -> WorkView:
    words, record = edition.locale.words, debt.record
    groups = (
        (_filtered(edition, here, debt, None), debt.waiting),
        (_filtered(edition, here, debt, Outcome.LATE), debt.late),
        (Link(words("The reason is not there in every language"), ""), debt.half),
        (Link(words("Accepted, but the next revision is not there yet"), ""), debt.promised),
    )
    return WorkView(
        title=edition.short_title(record),
        href=here.to(addresses.comments(record.id), f"r{debt.revision.revision}"),
        revision=debt.revision.revision,
        stage=stage_view(edition, record, debt.revision),
        due=debt.due,
        is_overdue=debt.is_overdue or debt.is_report_overdue,
        lists=tuple(
            _due_list(edition, here, record, group, comments)
            for group, comments in groups
            if comments
        ),
    )


def _filtered(
    edition: Edition, here: addresses.PagePath, debt: Debt, outcome: Outcome | None
) -> Link:
    """Lead to all comments of a draft's standard that are counted alike."""
    path = path_of(debt.record, filters_of(edition, debt.record), outcome or WAITING)
    anchor = f"r{debt.revision.revision}"
    return Link(outcome_name(edition.locale, outcome), here.to(path, anchor))


def _due_list(
    edition: Edition,
    here: addresses.PagePath,
    record: Record,
    group: Link,
    comments: Sequence[Comment],
) -> DueList:
    page_of = addresses.comments(record.id)
    rest = len(comments) - _SHOWN
    return DueList(
        group.words,
        edition.locale.number(len(comments)),
        group.href,
        tuple(
            Link(
                record.comment_name(comment.id),
                here.to(addresses.comment(record.id, comment.id)),
            )
            for comment in comments[:_SHOWN]
        ),
        Link(
            edition.locale.words("and {n} more", n=rest),
            here.to(page_of, f"r{comments[0].revision}"),
        )
        if rest > 0
        else None,
    )
