"""The findings of the statistics as files: each table as CSV, each picture as PNG."""

from collections.abc import Iterator, Sequence

from talqy.language.edition import Edition
from talqy.model import addresses
from talqy.office.csv_file import csv_for_offices
from talqy.office.drawing import MOST_PIXELS, png_of
from talqy.report.formats import WORKBOOK, quarter_in
from talqy.site.charts import PICTURE_STYLE, WIDTH, Drawing
from talqy.site.pages.quarters import shown_quarters
from talqy.site.pages.statistics import has_picture, picture_of, picture_path, statistics_of
from talqy.site.parts import EarlierSite

_SCALE = 3


def statistics_files(edition: Edition) -> Iterator[tuple[str, bytes]]:
    """Make the tables of all findings in one language, by their paths below it."""
    for one in statistics_of(edition).findings:
        table = csv_for_offices(one.heads, ([cell.words for cell in row] for row in one.rows))
        yield addresses.finding_file(one.id, "csv"), table.encode()
    for name, closed in shown_quarters(edition).items():
        yield (
            addresses.quarter_file(name),
            quarter_in("csv", name, closed, [edition], is_spoken=True),
        )


def quarter_workbooks(of: Sequence[Edition]) -> Iterator[tuple[str, bytes]]:
    """Make the workbooks of the quarters, in all languages, where the project offers workbooks."""
    if WORKBOOK in of[0].register.project.downloads:
        for name, closed in shown_quarters(of[0]).items():
            book = quarter_in(WORKBOOK, name, closed, of, is_spoken=True)
            yield addresses.quarter_workbook(name), book


def statistics_pictures(
    of: Sequence[Edition], before: EarlierSite | None = None
) -> Iterator[tuple[str, bytes]]:
    """Draw the pictures of all findings; `before` is a site that may hold them already."""
    for edition in of:
        for one in filter(has_picture, statistics_of(edition).findings):
            path = f"{edition.code}/{picture_path(edition, one)}"
            known = before.content(path) if before else None
            yield path, known or _drawn(picture_of(edition, one))


def _drawn(shown: Drawing) -> bytes:
    """Draw a picture three times as wide as on a phone, where that fits."""
    wide, high = WIDTH + 32, shown.height + 20
    scale = min(_SCALE, MOST_PIXELS / high)
    return png_of(str(shown.standing), round(wide * scale), round(high * scale), PICTURE_STYLE)
