"""The findings of the statistics as files: each table as CSV, each picture as PNG."""

from collections.abc import Iterator

from talqy.language.edition import Edition
from talqy.model import addresses
from talqy.office.csv_file import csv_for_offices
from talqy.office.drawing import MOST_PIXELS, png_of
from talqy.site.charts import PICTURE_STYLE, WIDTH
from talqy.site.pages.findings import Finding
from talqy.site.pages.statistics import has_picture, source_of, statistics_of

_SCALE = 3


def statistics_files(edition: Edition) -> Iterator[tuple[str, bytes]]:
    """Make the files of all findings in one language, by their paths below it."""
    for one in statistics_of(edition).findings:
        table = csv_for_offices(one.heads, ([cell.words for cell in row] for row in one.rows))
        yield addresses.finding_file(one.id, "csv"), table.encode()
        if has_picture(one):
            yield addresses.finding_file(one.id, "png"), _picture(edition, one)


def _picture(edition: Edition, finding: Finding) -> bytes:
    """Draw a finding as a picture by itself, three times as wide as on a phone where that fits."""
    shown = finding.drawing.alone(finding.title, f"{finding.note} {source_of(edition)}")
    wide, high = WIDTH + 32, shown.height + 20
    scale = min(_SCALE, MOST_PIXELS / high)
    return png_of(str(shown.standing), round(wide * scale), round(high * scale), PICTURE_STYLE)
