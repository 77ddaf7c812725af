"""The work list of those who answer: who owes which answer by when, overdue first."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from markupsafe import Markup

from talqy.language.edition import Edition, SitePage
from talqy.model import addresses
from talqy.model.comment import Comment, Outcome
from talqy.model.register import Record
from talqy.responses.debts import Debt, Owed, by_authority, debts
from talqy.responses.due_table import owed_name
from talqy.site.pages.comment_filters import WAITING, filters_of, path_of
from talqy.site.pages.standard_parts import Link, StageView, stage_view
from talqy.site.pages.statistics import statistics_of

# More comments are counted, and stand on the page of comments.
_SHOWN = 50
_LISTED: Mapping[Owed, str] = {Owed.ANSWER: WAITING, Owed.WORD: Outcome.LATE}


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
    """What `reviewers.html` may use.

    `standing` leads to the comments that came in time, were not accepted, and whose words stand.
    """

    today: date
    authorities: tuple[AuthorityView, ...]
    file: Link
    standing: Link | None
    standing_file: Link


def pages(edition: Edition) -> Iterator[SitePage]:
    """Make the work list."""
    here, words = edition.at(addresses.REVIEWERS), edition.locale.words
    title = words("Answers that are due")
    view = ReviewersView(
        today=edition.assessment.today,
        authorities=tuple(_authorities(edition, here)),
        file=Link(words("Table (CSV)"), here.to(addresses.DUE_FILE)),
        standing=_standing(edition, here),
        standing_file=Link(words("Table (CSV)"), here.to(addresses.STANDING_FILE)),
    )
    yield SitePage(
        at=here,
        title=title,
        description=words("Which authority owes which answer, and by when."),
        section="none",
        content=edition.render("reviewers.html", view),
        trail=((words("Home"), here.to("")),),
    )


def _standing(edition: Edition, here: addresses.PagePath) -> Link | None:
    """Lead to the comments that were passed over, with how many they are; None where none was."""
    name, counted = statistics_of(edition).standing
    return Link(f"{name.whole}: {counted.words}", here.to(counted.path)) if counted.path else None


def _authorities(edition: Edition, here: addresses.PagePath) -> Iterator[AuthorityView]:
    """Put together what each authority owes; who owes the most urgent answer comes first."""
    for name, owed in by_authority(owed_on(edition)):
        title, page = edition.authority(name, short=False), here.to(addresses.authority(name))
        works = tuple(_work(edition, here, debt) for debt in owed)
        yield AuthorityView(f"by-{name}", title, page, works)


def works_of(edition: Edition, here: addresses.PagePath, authority: str) -> Iterator[WorkView]:
    """Show what one authority owes, the most urgent first."""
    for debt in owed_on(edition):
        if debt.record.standard.authority == authority:
            yield _work(edition, here, debt)


def owed_on(edition: Edition) -> tuple[Debt, ...]:
    """Return all that is owed on the day of an edition, overdue first."""
    return edition.in_all.once("debts", (), lambda: debts(edition.register, edition.assessment))


def _work(edition: Edition, here: addresses.PagePath, debt: Debt) -> WorkView:
    record = debt.record
    return WorkView(
        title=edition.short_title(record),
        href=here.to(addresses.comments(record.id), f"r{debt.revision.revision}"),
        revision=debt.revision.revision,
        stage=stage_view(edition, record, debt.revision),
        due=debt.due,
        is_overdue=debt.is_any_overdue,
        lists=tuple(
            _due_list(edition, here, record, _filtered(edition, here, debt, owed), comments)
            for owed, comments in debt.comments.items()
        ),
    )


def _filtered(edition: Edition, here: addresses.PagePath, debt: Debt, owed: Owed) -> Link:
    """Lead to all comments of a draft's standard of which the same is owed, if they have a list."""
    name, anchor = owed_name(edition, owed), f"r{debt.revision.revision}"
    if owed not in _LISTED:
        return Link(name, "")
    path = path_of(debt.record, filters_of(edition, debt.record), _LISTED[owed])
    return Link(name, here.to(path, anchor))


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
