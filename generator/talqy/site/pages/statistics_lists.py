"""What stands behind the figures of the statistics: the comments of each, and the discussions."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date
from itertools import groupby
from typing import TypeVar

from markupsafe import Markup

from talqy.language.edition import Edition, SitePage
from talqy.language.sayings import outcome_name
from talqy.model import addresses
from talqy.model.sharing import shared_out
from talqy.report.heard import Heard
from talqy.site.pages.list_names import ListName
from talqy.site.pages.standard_parts import Link
from talqy.site.pages.you_said import short

T = TypeVar("T")
_ON_PAGE = 200
_TOLD = 200
"""Of so many comments a list tells each; of more it has their numbers, standard by standard."""
_ROOM = 200_000
_OF_NUMBER, _OF_HEADING = 60, 160  # bytes of a page beside ids and titles


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
    """What `_figure_row.html` may use: a comment in a list.

    `reason` is the answer in short, `outcome` a code.
    """

    link: Link
    standard: str
    on: date
    outcome: str
    outcome_name: str
    due: date | None
    reason: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ListedNumbers:
    """The comments on one standard in a long list: links by their numbers, and how many."""

    standard: Link
    count: str
    numbers: tuple[Link, ...]


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
    """What `figure_list.html` may use: the comments, or the discussions, of one figure.

    Each of the `comments` was printed by `_figure_row.html`; very many are told by their `numbers`
    alone.
    """

    today: date
    name: str
    count: str
    comments: tuple[Markup, ...]
    numbers: tuple[ListedNumbers, ...]
    discussions: tuple[ListedDiscussion, ...]
    pages: tuple[tuple[int, str], ...]
    statistics: Link


class FigureLists:
    """Gathers what the figures count, so that each can lead to it; `named` are the lists."""

    def __init__(self, edition: Edition) -> None:
        self._edition, self._here = edition, edition.at(addresses.STATISTICS)
        self.named: dict[str, tuple[ListName, tuple[Heard, ...]]] = {}
        self.discussions: dict[str, tuple[ListName, tuple[ListedDiscussion, ...]]] = {}

    def figure(self, code: str, name: ListName, heard: Iterable[Heard]) -> Figure:
        """Count comments; the number leads to them, zero to nothing."""
        counted = tuple(heard)
        if not counted:
            return Figure(self._edition.locale.number(0))
        self.named.setdefault(code, (name, counted))
        path = addresses.statistics(code)
        return Figure(self._edition.locale.number(len(counted)), self._here.to(path), path)

    def of_discussions(
        self, code: str, name: ListName, listed: Sequence[ListedDiscussion], words: str = ""
    ) -> Figure:
        """Count discussions, or say something of them."""
        if not listed:
            return Figure(words or self._edition.locale.number(0))
        self.discussions.setdefault(code, (name, tuple(listed)))
        return Figure(words or self._edition.locale.number(len(listed)), self._href(code))

    def _href(self, code: str) -> str:
        return self._here.to(addresses.statistics(code))


def list_pages(edition: Edition, lists: FigureLists) -> Iterator[SitePage]:
    """Make the pages of all lists; long ones in several.

    A comment stands in several lists: it is printed once for all pages that lie equally deep.
    """
    rows: dict[tuple[str, str, int], Markup] = {}

    def row(here: addresses.PagePath, one: Heard) -> Markup:
        name = one.record.id, one.comment.id, here.depth
        if name not in rows:
            view = _comment(edition, here, one)
            rows[name] = edition.templates.macro("_figure_row.html", "row", view)
        return rows[name]

    for code, (name, heard) in lists.named.items():
        count = edition.locale.count("{n} comment", "{n} comments", len(heard))
        is_told = len(heard) <= _TOLD
        parts = _in_parts(heard) if is_told else _by_numbers(edition, heard)
        for here, part, pages in _placed(edition, code, parts):
            view = _view(edition, here, name.whole, count, pages)
            if is_told:
                view = replace(view, comments=tuple(row(here, one) for one in part))
            else:
                view = replace(view, numbers=tuple(_numbers_of(edition, here, part)))
            yield _page(edition, here, view, name.title(count))
    for code, (name, listed) in lists.discussions.items():
        count = edition.locale.number(len(listed))
        for here, those, pages in _placed(edition, code, _in_parts(listed)):
            view = _view(edition, here, name.whole, count, pages)
            view = replace(view, discussions=tuple(those))
            yield _page(edition, here, view, name.title(count))


def _in_parts(listed: Sequence[T]) -> Sequence[Sequence[T]]:
    return shared_out(listed, lambda _: 0, 0, _ON_PAGE)


def _by_numbers(edition: Edition, heard: Sequence[Heard]) -> Sequence[Sequence[Heard]]:
    """Share comments out to pages on which each is a number, under the title of its standard."""
    begins = {one.comment.id for _, of in groupby(heard, _standard_of) for one in [next(of)]}

    def weigh(one: Heard) -> int:
        title = edition.title(one.record) if one.comment.id in begins else ""
        own = _OF_NUMBER + len(one.record.id) + len(one.comment.id)
        return own + bool(title) * (_OF_HEADING + len(one.record.id) + len(title.encode()))

    return shared_out(heard, weigh, _ROOM)


def _standard_of(one: Heard) -> str:
    return one.record.id


def _placed(
    edition: Edition, code: str, parts: Sequence[Sequence[T]]
) -> Iterator[tuple[addresses.PagePath, Sequence[T], tuple[tuple[int, str], ...]]]:
    """Yield the pages of a list: where each is, what it shows, and the ways to all of them."""
    for number, part in enumerate(parts, 1):
        here = edition.at(addresses.statistics(code, number))
        yield here, part, _numbers(here, code, number, len(parts))


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
        numbers=(),
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


def _page(edition: Edition, here: addresses.PagePath, view: FigureListView, title: str) -> SitePage:
    words = edition.locale.words
    numbers = [number for number, href in view.pages if not href and number > 1]
    return SitePage(
        at=here,
        title=" – ".join((title, *map(str, numbers), words("Statistics"))),
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


def _numbers_of(
    edition: Edition, here: addresses.PagePath, heard: Sequence[Heard]
) -> Iterator[ListedNumbers]:
    for _, of in groupby(heard, _standard_of):
        those = list(of)
        record = those[0].record
        yield ListedNumbers(
            standard=Link(edition.short_title(record), here.to(addresses.comments(record.id))),
            count=edition.locale.number(len(those)),
            numbers=tuple(
                Link(
                    record.comment_name(one.comment.id),
                    here.to(addresses.comment(record.id, one.comment.id)),
                )
                for one in those
            ),
        )
