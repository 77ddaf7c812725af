"""The matrix of a standard for reviewers: each comment across the revisions, in one row."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from markupsafe import Markup

from talqy.language.edition import Edition, SitePage
from talqy.model import addresses
from talqy.model.register import Record
from talqy.model.sharing import shared_out
from talqy.report.matrix import MatrixRow, matrix_rows, matrix_title
from talqy.report.matrix_groups import matrix_groups, tag_tallies
from talqy.site.pages.comment_filters import CommentFilter, CommentFilterView, filter_views
from talqy.site.pages.comment_order import in_page_order
from talqy.site.pages.matrix_rows import matrix_row
from talqy.site.pages.standard_parts import Link, hrefs_of, page_of

_ON_A_PAGE, _ROOM = 50, 200_000
_MOST_LISTED = 1_000
"""A filter that lets more comments through has no page of its own: the workbook has all of them."""
_LISTED = frozenset({"list", "outcome", "fate", "tag"})
"""Sorts of filters with pages of their own; by revision only the script tells comments apart."""


@dataclass(frozen=True, slots=True, kw_only=True)
class MatrixView:
    """What `matrix.html` may use: all comments on a standard, or those that pass a filter.

    Each of the `rows` was printed by `_matrix_row.html`. `only` names the filter, and is empty on
    the page of all; `script` narrows a page that has all of them. `tagged` are the tags of
    reviewers with their tallies.
    """

    title: Markup
    only: str
    count: str
    filters: tuple[CommentFilterView, ...]
    rows: tuple[Markup, ...]
    pages: tuple[tuple[int, str], ...]
    has_all: bool
    tagged: tuple[tuple[Link, str], ...]
    files: tuple[Link, ...]
    reviewers: Link
    script: str
    hrefs: dict[str, str]


def pages(edition: Edition, record: Record) -> Iterator[SitePage]:
    """Make the matrix of a standard, and the pages of its filters; none where nobody wrote."""
    if not record.comments:
        return
    known = {row.comment.id: row for row in matrix_rows(edition, record)}
    rows = [known[one.id] for one in in_page_order(edition, record) if one.id in known]
    printer = _Printer(edition, record)
    first = addresses.matrix(record.id)
    yield from _list(printer, rows, first, "")
    listed: dict[str, CommentFilter] = {}
    for one in matrix_filters(edition, record):
        listed.setdefault(one.path, one)
    for path, one in listed.items():
        if path and path != first:
            passed = [row for row in rows if row.comment.id in one.comments]
            yield from _list(printer, passed, path, one.name)


class _Printer:
    """Prints rows once for all pages that lie equally deep."""

    def __init__(self, edition: Edition, record: Record) -> None:
        self.edition, self.record = edition, record
        self._printed: dict[tuple[str, int], Markup] = {}

    def row(self, here: addresses.PagePath, row: MatrixRow) -> Markup:
        """Print a row for the pages that lie as deep as one."""
        name = row.comment.id, here.depth
        if name not in self._printed:
            view = matrix_row(self.edition, here, row)
            self._printed[name] = self.edition.templates.macro("_matrix_row.html", "row", view)
        return self._printed[name]


def _list(
    printer: _Printer, rows: Sequence[MatrixRow], first: str, only: str
) -> Iterator[SitePage]:
    """Make the pages of some comments, each with as many rows as have room."""
    here = printer.edition.at(first)

    def weigh(row: MatrixRow) -> int:
        return len(printer.row(here, row).encode())

    parts = shared_out(rows, weigh, _ROOM, _ON_A_PAGE)
    paths = [first, *(f"{first}{number}/" for number in range(2, len(parts) + 1))]
    for number, part in enumerate(parts, 1):
        yield _page(printer, part, paths, number, only, len(rows))


def _page(  # noqa: PLR0913, PLR0917 - what a page of a list is made of
    printer: _Printer,
    part: Sequence[MatrixRow],
    paths: Sequence[str],
    number: int,
    only: str,
    count: int,
) -> SitePage:
    edition, record = printer.edition, printer.record
    here, words = edition.at(paths[number - 1]), edition.locale.words
    has_all = not only and len(paths) == 1
    filters = matrix_filters(edition, record)
    places = {one.code: one.path for one in filters}
    view = MatrixView(
        title=edition.short_title(record),
        only=only,
        count=edition.locale.count("{n} comment", "{n} comments", count),
        filters=filter_views(edition, here.path, paths[0], filters),
        rows=tuple(printer.row(here, row) for row in part),
        pages=tuple((n, "" if n == number else here.to(path)) for n, path in enumerate(paths, 1))
        if len(paths) > 1
        else (),
        has_all=has_all,
        tagged=tuple(
            (Link(group.name, here.to(path) if path else ""), decided)
            for group, decided in tag_tallies(edition, record)
            for path in [places[f"tag-{group.value}"]]
        ),
        files=tuple(_files(edition, here, record)),
        reviewers=Link(words("Answers that are due"), here.to(addresses.REVIEWERS)),
        script=here.root("assets/comments.js") if has_all else "",
        hrefs=hrefs_of(edition, here, record),
    )
    named = [matrix_title(edition), *filter(None, [only]), *([str(number)] if number > 1 else [])]
    return page_of(
        edition,
        here,
        record,
        name=" – ".join(named),
        lead=f"{words('Table')}: {' – '.join(named[1:])}" if len(named) > 1 else named[0],
        content=edition.render("matrix.html", view),
    )


def _files(edition: Edition, here: addresses.PagePath, record: Record) -> Iterator[Link]:
    words = edition.locale.words
    if "xlsx" in edition.register.project.downloads:
        yield Link("Excel (XLSX)", here.to(addresses.matrix_file(record.id, "xlsx")))
    yield Link(words("Table (CSV)"), here.to(addresses.matrix_file(record.id, "csv")))


def matrix_filters(edition: Edition, record: Record) -> tuple[CommentFilter, ...]:
    """Return the filters of the matrix that some comments pass."""
    return edition.in_own.once(
        "matrix-filters", (record.id,), lambda: tuple(_filters(edition, record))
    )


def _filters(edition: Edition, record: Record) -> Iterator[CommentFilter]:
    """Give a page to each group that is not too long; groups of the same comments share one."""
    every = frozenset(one.id for one in record.comments)
    known = {every: addresses.matrix(record.id)}
    for one in matrix_groups(edition, record):
        code = one.value if one.sort in {"outcome", "list"} else f"{one.sort}-{one.value}"
        path, heard = "", one.comments
        if one.sort in _LISTED and len(heard) <= _MOST_LISTED:
            path = known.setdefault(heard, addresses.matrix(record.id, code))
        yield CommentFilter(sort=one.sort, code=code, path=path, name=one.name, comments=heard)
