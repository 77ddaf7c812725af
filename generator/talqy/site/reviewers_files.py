"""The lists of reviewers as files that Excel opens by a double click."""

from collections.abc import Iterator

from talqy.language.edition import Edition
from talqy.model import addresses
from talqy.office.plain_files import plain_csv
from talqy.responses.due_table import due_table
from talqy.site.pages.reviewers import owed_on


def reviewers_files(edition: Edition) -> Iterator[tuple[str, bytes]]:
    """Make the lists in one language, by their paths below it."""
    owed = plain_csv(due_table(edition, owed_on(edition)), edition.locale)
    yield addresses.DUE_FILE, owed.encode()
