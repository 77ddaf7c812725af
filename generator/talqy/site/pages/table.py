"""Every kind of page in one table: a page is written in a file of its own, and named here."""

import re
from collections.abc import Callable, Iterator, Sequence
from enum import Enum

from markupsafe import Markup

from talqy.language.edition import Edition, SitePage
from talqy.model import addresses
from talqy.model.register import Record
from talqy.record.missing import Missing, all_missing, missing_of
from talqy.search.pages import ProsePage
from talqy.site.pages import (
    authorities,
    clause_history,
    comments,
    compare,
    data,
    history,
    home,
    in_force,
    languages,
    matrix,
    missing,
    news,
    participate,
    quarters,
    register,
    report,
    reviewers,
    search,
    standard,
    statistics,
    verify,
)


class Tells(Enum):
    """How a kind of page tells of the day: it stays between two events, or names the day itself.

    What is `PROVEN` stays as well, and shows a receipt: another when any record is another.
    """

    STILL = "still"
    BY_DAY = "by day"
    PROVEN = "proven"


_OF_SITE: tuple[tuple[str, Callable[[Edition], Iterator[SitePage]]], ...] = (
    ("$", home.pages),
    (addresses.REGISTER, register.pages),
    (addresses.STATISTICS, statistics.pages),
    (addresses.STATISTICS, quarters.pages),
    (f"{addresses.DATA}$", data.pages),
    (addresses.REVIEWERS, reviewers.pages),
    (addresses.NEWS, news.pages_of_site),
    (f"{addresses.VERIFY}$", verify.pages),
)
"""How the addresses of each kind begin, in a language, and what makes its pages."""

_OF_STANDARD: tuple[tuple[str, Callable[[Edition, Record], Iterator[SitePage]], Tells], ...] = (
    (r"(?:r\d+/)?$", standard.pages, Tells.STILL),
    ("(?:comments)/", comments.pages, Tells.STILL),
    ("c/", comments.own_pages, Tells.PROVEN),
    ("matrix/", matrix.pages, Tells.STILL),
    ("history/$", history.pages, Tells.BY_DAY),
    ("in-force/", in_force.pages, Tells.BY_DAY),
    ("report/", report.pages, Tells.STILL),
    (r"r\d+-r\d+/", compare.pages, Tells.STILL),
    ("history/.", clause_history.pages, Tells.STILL),
    ("languages/", languages.pages, Tells.STILL),
    ("comment/", participate.pages, Tells.STILL),
    ("news/", news.pages, Tells.STILL),
    (r"r\d+(?:-r\d+)?/", missing.pages_of_texts, Tells.STILL),
)
"""The same below the page of a standard, and whether a kind of page names the day each day."""


def pages_of_site(
    edition: Edition, prose: Sequence[ProsePage] = (), wanted: str | None = None
) -> Iterator[SitePage]:
    """Make the pages that show all standards in one language; search finds the prose as well.

    `wanted` is the address of one of them: then no other kinds are made.
    """
    lacking = _lacking(edition)
    for begins, make in _OF_SITE:
        for page in make(edition) if _fits(begins, wanted) else ():
            yield missing.noted(edition, page, lacking)
    for page in search.pages(edition, prose) if _fits(addresses.SEARCH, wanted) else ():
        yield missing.noted(edition, page, lacking)
    if _fits("s/", wanted):
        yield from missing.pages_of_lost(edition)


def pages_of_authority(edition: Edition, name: str) -> Iterator[SitePage]:
    """Make the page of an authority that develops standards, in one language."""
    yield missing.noted(edition, authorities.page(edition, name), _lacking(edition))


def _lacking(edition: Edition) -> tuple[Missing, ...]:
    """Return all that is on record and cannot be shown; each page of all standards asks."""
    return edition.in_all.once("lacking", (), lambda: all_missing(edition.register))


def pages_of_standard(
    edition: Edition, record: Record, wanted: str | None = None, *, tells: Tells | None = None
) -> Iterator[SitePage]:
    """Make the pages of one standard in one language.

    `wanted` is the address of one of them; else all are made, or those that tell of the day so.
    """
    lacking, first = tuple(missing_of(record)), addresses.standard(record.id)
    below = None if wanted is None else wanted.removeprefix(first)
    still = edition.still(record)
    for begins, make, kind in _OF_STANDARD:
        is_asked = _fits(begins, below) and tells in {None, kind}
        told = edition if kind is Tells.BY_DAY else still
        for page in make(told, record) if is_asked else ():
            # The pages of missing texts say so themselves.
            is_said = make is missing.pages_of_texts
            yield page if is_said else missing.noted(told, page, lacking)


def piece_of_day(edition: Edition, record: Record, path: str) -> Markup | None:
    """Return the piece of a page that names the day, by our own templates; None where it is many.

    All else on that page stays between two events.
    """
    if path == addresses.history(record.id):
        return history.drawn_line(edition, record)
    is_held = path == addresses.in_force(record.id) and edition.parts(record).in_force
    return Markup() if is_held else None


def _fits(begins: str, wanted: str | None) -> bool:
    return wanted is None or re.match(begins, wanted) is not None


def pages(edition: Edition) -> Iterator[SitePage]:
    """Make all pages of one language."""
    yield from pages_of_site(edition)
    for name in edition.register.developers:
        yield from pages_of_authority(edition, name)
    for record in edition.register.records:
        yield from pages_of_standard(edition, record)
