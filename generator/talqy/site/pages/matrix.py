"""The matrix of a standard for reviewers: each comment across the revisions, in one row."""

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from markupsafe import Markup

from talqy.language.clause_sayings import clause_name
from talqy.language.count_words import parts_said
from talqy.language.edition import Edition, SitePage
from talqy.language.sayings import outcome_name, revision_number
from talqy.language.shortened import shortened
from talqy.model import addresses
from talqy.model.register import Record
from talqy.model.sharing import shared_out
from talqy.report.matrix import MatrixRow, matrix_rows, matrix_title
from talqy.report.matrix_groups import matrix_groups
from talqy.report.matrix_table import (
    fate_said,
    tag_names,
    text_now,
    wording_said,
)
from talqy.site.pages.comment_filters import WAITING, CommentFilter, CommentFilterView, filter_views
from talqy.site.pages.comment_order import in_page_order
from talqy.site.pages.standard_parts import Link, hrefs_of, page_of

_ON_A_PAGE, _ROOM = 50, 200_000
_MOST_LISTED = 1_000
"""A filter that lets more comments through has no page of its own: the workbook has all of them."""
_LISTED = frozenset({"list", "outcome", "fate", "tag"})
"""Sorts of filters with pages of their own; by revision only the script tells comments apart."""
_SHORT = 240


@dataclass(frozen=True, slots=True, kw_only=True)
class MatrixRowView:
    """What `_matrix_row.html` may use: a comment in the matrix.

    `said` are the author's own words in short, in `language`; `fate` and `outcome` are codes.
    `now` is what the clause says now, and `looked_in` the text in which its words were looked for.
    """

    comment: Link
    revision: str
    clause: Link
    received: date
    is_late: bool
    said: str
    language: str
    outcome: str
    outcome_name: str
    decided: date | None
    reason: str
    fate: str
    fate_words: str
    wording: str
    now: str
    looked_in: Link
    tags: tuple[tuple[str, str], ...]
    number: int


@dataclass(frozen=True, slots=True)
class TagTally:
    """A tag of reviewers: how many comments have it, and what was decided on these."""

    tag: Link
    count: str
    parts: str


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
    tagged: tuple[TagTally, ...]
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
            view = _row_view(self.edition, here, row)
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
    view = MatrixView(
        title=edition.short_title(record),
        only=only,
        count=edition.locale.count("{n} comment", "{n} comments", count),
        filters=filter_views(edition, here.path, paths[0], matrix_filters(edition, record)),
        rows=tuple(printer.row(here, row) for row in part),
        pages=tuple((n, "" if n == number else here.to(path)) for n, path in enumerate(paths, 1))
        if len(paths) > 1
        else (),
        has_all=has_all,
        tagged=tuple(_tagged(edition, here, record)),
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
        lead=" – ".join(named[1:]) or named[0],
        content=edition.render("matrix.html", view),
    )


def _tagged(edition: Edition, here: addresses.PagePath, record: Record) -> Iterator[TagTally]:
    """Count what was decided on the comments of each tag."""
    locale, outcomes = edition.locale, dict[str, list[str]]()
    for row in matrix_rows(edition, record):
        for code in record.tags_of(row.comment.id):
            outcomes.setdefault(code, []).append(outcome_name(locale, row.outcome))
    paths = {one.code: one.path for one in matrix_filters(edition, record)}
    for code, names in outcomes.items():
        path = paths[f"tag-{code}"]
        yield TagTally(
            Link(locale.plain(record.tags[code].name), here.to(path) if path else ""),
            locale.number(len(names)),
            parts_said(locale, Counter(sorted(names)).items()),
        )


def _files(edition: Edition, here: addresses.PagePath, record: Record) -> Iterator[Link]:
    words = edition.locale.words
    if "xlsx" in edition.register.project.downloads:
        yield Link("Excel (XLSX)", here.to(addresses.matrix_file(record.id, "xlsx")))
    yield Link(words("Table (CSV)"), here.to(addresses.matrix_file(record.id, "csv")))


def _row_view(edition: Edition, here: addresses.PagePath, row: MatrixRow) -> MatrixRowView:
    locale, comment, response = edition.locale, row.comment, row.response
    at, to = (addresses.revision(row.record.id, text.revision) for text in (row.at, row.to))
    clause = clause_name(locale, row.at, comment.clause_id)
    return MatrixRowView(
        comment=Link(
            row.record.comment_name(comment.id),
            here.to(addresses.comment(row.record.id, comment.id)),
        ),
        revision=revision_number(locale, row.at.revision),
        number=row.at.revision,
        clause=Link(clause, here.to(at, comment.clause_id or "")),
        received=comment.received,
        is_late=row.is_late,
        said=shortened(" ".join(comment.text.split()), _SHORT),
        language=comment.language,
        outcome=row.outcome or WAITING,
        outcome_name=outcome_name(locale, row.outcome),
        decided=response.decided.on if response else None,
        reason=shortened(" ".join(locale.plain(response.reason).split()), _SHORT)
        if response
        else "",
        fate=row.fate.value,
        fate_words=fate_said(edition, row),
        wording=wording_said(edition, row),
        now=shortened(" ".join(text_now(edition, row).split()), _SHORT),
        looked_in=Link(revision_number(locale, row.to.revision), here.to(to)),
        tags=tuple(tag_names(edition, row)),
    )


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
