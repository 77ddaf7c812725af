"""The lists of reviewers as files that Excel opens by a double click."""

from collections.abc import Iterator

from talqy.language.edition import Edition
from talqy.model import addresses
from talqy.report.matrix_files import matrix_in
from talqy.responses.due_files import due_in
from talqy.site.pages.reviewers import owed_on


def reviewers_files(edition: Edition) -> Iterator[tuple[str, bytes]]:
    """Make the lists in one language, by their paths below it."""
    yield addresses.DUE_FILE, due_in("csv", edition, owed_on(edition))
    standing = matrix_in("csv", [edition], edition.register.records, only_standing=True)
    yield addresses.STANDING_FILE, standing
