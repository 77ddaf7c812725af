"""Every kind of page in one table: a page is written in a file of its own, and named here."""

from collections.abc import Callable, Iterator, Sequence

from talqy.language.edition import Edition, SitePage
from talqy.model.register import Record
from talqy.record.missing import all_missing, missing_of
from talqy.search.index import ProsePage
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
    missing,
    news,
    participate,
    register,
    report,
    reviewers,
    search,
    standard,
    statistics,
    verify,
)

_OF_SITE: tuple[Callable[[Edition], Iterator[SitePage]], ...] = (
    home.pages,
    register.pages,
    statistics.pages,
    data.pages,
    reviewers.pages,
    news.pages_of_site,
    authorities.pages,
    verify.pages,
)
_OF_STANDARD: tuple[Callable[[Edition, Record], Iterator[SitePage]], ...] = (
    standard.pages,
    comments.pages,
    history.pages,
    in_force.pages,
    report.pages,
    compare.pages,
    clause_history.pages,
    languages.pages,
    participate.pages,
    news.pages,
)


def pages_of_site(edition: Edition, prose: Sequence[ProsePage] = ()) -> Iterator[SitePage]:
    """Make the pages that show all standards in one language; search finds the prose as well."""
    lacking = all_missing(edition.register)
    for make in _OF_SITE:
        for page in make(edition):
            yield missing.noted(edition, page, lacking)
    for page in search.pages(edition, prose):
        yield missing.noted(edition, page, lacking)
    yield from missing.pages_of_lost(edition)


def pages_of_standard(edition: Edition, record: Record) -> Iterator[SitePage]:
    """Make the pages of one standard in one language."""
    lacking = tuple(missing_of(record))
    for make in _OF_STANDARD:
        for page in make(edition, record):
            yield missing.noted(edition, page, lacking)
    yield from missing.pages_of_texts(edition, record)


def pages(edition: Edition) -> Iterator[SitePage]:
    """Make all pages of one language."""
    yield from pages_of_site(edition)
    for record in edition.register.records:
        yield from pages_of_standard(edition, record)
