"""The findings of the statistics as files: each table as CSV."""

from collections.abc import Iterator

from talqy.language.edition import Edition
from talqy.model import addresses
from talqy.office.csv_file import csv_for_offices
from talqy.site.pages.statistics import statistics_of


def statistics_files(edition: Edition) -> Iterator[tuple[str, bytes]]:
    """Make the files of all findings in one language, by their paths below it."""
    for one in statistics_of(edition).findings:
        table = csv_for_offices(one.heads, ([cell.words for cell in row] for row in one.rows))
        yield addresses.finding_file(one.id, "csv"), table.encode()
