"""What stands behind the figures of the statistics: the comments of each, and the discussions."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date

from talqy.language.edition import Edition, SitePage
from talqy.language.sayings import outcome_name
from talqy.model import addresses
from talqy.report.heard import Heard
from talqy.site.pages.standard_parts import Link
from talqy.site.pages.you_said import short

_ON_PAGE = 200


@dataclass(frozen=True, slots=True)
class Figure:
    """A cell of a table: a number that leads to what it counts, or words.

    `path` is the address of the list, wherever the number stands.
    """

    words: str
    href: str = ""
    path: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class ListedComment:
    """A comment in a list: `reason` is the answer in short, `outcome` a code."""

    link: Link
    standard: str
    on: date
    outcome: str
    outcome_name: str
    due: date | None
    reason: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ListedDiscussion:
    """A discussion that is over: its report, and the working days used of those allowed."""

    link: Link
    closed: date
    due: date | None
    report: date | None
    used: str
    is_late: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class FigureListView:
    """What `figure_list.html` may use: the comments, or the discussions, of one figure."""

    today: date
    name: str
    count: str
    comments: tuple[ListedComment, ...]
    discussions: tuple[ListedDiscussion, ...]
    pages: tuple[tuple[int, str], ...]
    statistics: Link


class FigureLists:
    """Gathers what the figures count, so that each can lead to it; `named` are the lists."""

    def __init__(self, edition: Edition) -> None:
        self._edition, self._here = edition, edition.at(addresses.STATISTICS)
        self.named: dict[str, tuple[str, tuple[Heard, ...]]] = {}
        self.discussions: dict[str, tuple[str, tuple[ListedDiscussion, ...]]] = {}

    def figure(self, code: str, name: str, heard: Iterable[Heard]) -> Figure:
        """Count comments; the number leads to them, zero to nothing."""
        counted = tuple(heard)
        if not counted:
            return Figure(self._edition.locale.number(0))
        self.named.setdefault(code, (name, counted))
        path = addresses.statistics(code)
        return Figure(self._edition.locale.number(len(counted)), self._here.to(path), path)

    def of_discussions(
        self, code: str, name: str, listed: Sequence[ListedDiscussion], words: str = ""
    ) -> Figure:
        """Count discussions, or say something of them."""
        if not listed:
            return Figure(words or self._edition.locale.number(0))
        self.discussions.setdefault(code, (name, tuple(listed)))
        return Figure(words or self._edition.locale.number(len(listed)), self._href(code))

    def _href(self, code: str) -> str:
        return self._here.to(addresses.statistics(code))


def list_pages(edition: Edition, lists: FigureLists) -> Iterator[SitePage]:
    """Make the pages of all lists; long ones in several."""
    for code, (name, heard) in lists.named.items():
        count = edition.locale.count("{n} comment", "{n} comments", len(heard))
        for here, at, pages in _parts(edition, code, len(heard)):
            shown = tuple(_comment(edition, here, one) for one in heard[at])
            view = _view(edition, here, name, count, pages)
            yield _page(edition, here, replace(view, comments=shown))
    for code, (name, listed) in lists.discussions.items():
        count = edition.locale.number(len(listed))
        for here, at, pages in _parts(edition, code, len(listed)):
            view = _view(edition, here, name, count, pages)
            yield _page(edition, here, replace(view, discussions=listed[at]))


def _parts(
    edition: Edition, code: str, count: int
) -> Iterator[tuple[addresses.PagePath, slice, tuple[tuple[int, str], ...]]]:
    """Yield the pages of a list: where each is, what it shows, and the ways to all of them."""
    starts = range(0, count, _ON_PAGE)
    for number, start in enumerate(starts, 1):
        here = edition.at(addresses.statistics(code, number))
        yield here, slice(start, start + _ON_PAGE), _numbers(here, code, number, len(starts))


def _view(
    edition: Edition,
    here: addresses.PagePath,
    name: str,
    count: str,
    pages: tuple[tuple[int, str], ...],
) -> FigureListView:
    """Return the view of a page of a list, which shows nothing yet."""
    return FigureListView(
        today=edition.assessment.today,
        name=name,
        count=count,
        comments=(),
        discussions=(),
        pages=pages,
        statistics=_back(edition, here),
    )


def _numbers(
    here: addresses.PagePath, code: str, number: int, count: int
) -> tuple[tuple[int, str], ...]:
    if count == 1:
        return ()
    numbers = range(1, count + 1)
    return tuple(
        (n, "" if n == number else here.to(addresses.statistics(code, n))) for n in numbers
    )


def _back(edition: Edition, here: addresses.PagePath) -> Link:
    return Link(edition.locale.words("Statistics"), here.to(addresses.STATISTICS))


def _page(edition: Edition, here: addresses.PagePath, view: FigureListView) -> SitePage:
    words = edition.locale.words
    return SitePage(
        at=here,
        title=f"{view.name} – {words('Statistics')}",
        description=f"{words('Statistics')}: {view.name}, {view.count}",
        section="statistics",
        content=edition.render("figure_list.html", view),
        trail=((words("Home"), here.to("")), (words("Statistics"), view.statistics.href)),
    )


def _comment(edition: Edition, here: addresses.PagePath, one: Heard) -> ListedComment:
    locale, record = edition.locale, one.record
    href = here.to(addresses.comment(record.id, one.comment.id))
    return ListedComment(
        link=Link(record.comment_name(one.comment.id), href),
        standard=locale.plain(record.standard.short_title or record.standard.title),
        on=one.comment.received,
        outcome=one.outcome or "waiting",
        outcome_name=outcome_name(locale, one.outcome),
        due=one.due.day if one.due else None,
        reason=short(locale.plain(one.response.reason)) if one.response else "",
    )
