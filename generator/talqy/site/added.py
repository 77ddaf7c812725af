"""What one standard adds to the pages of all: to lists of texts, news, calendars, and search.

And what its own pages that name the day tell of its texts: how its cases went on along the line.

It is a file of the standard's part: a line with a digest, and JSON. So it is made where the part is
made, and has its key: where nothing of a standard has changed, pages of all are put together from
what lies there, and nothing of that standard is compared, said or cut into words anew
(docs/decisions/0056).
"""

import hashlib
import json
from collections.abc import Sequence

from talqy.data.exports import rows_added
from talqy.language.edition import Edition
from talqy.language.for_you import against_held
from talqy.model.paths import ADDED
from talqy.model.register import Record
from talqy.report.matrix import rows_that_stand
from talqy.search.index import found_in
from talqy.site.calendars import events_text
from talqy.site.pages.time_steps import case_rows


def added_path(record: Record) -> str:
    """Return where it lies in the folder of a site."""
    return f"{ADDED}/{record.id}.json"


def added_file(of: Sequence[Edition], record: Record) -> tuple[str, bytes]:
    """Write what a standard adds, by languages and by names."""
    for edition in of:
        for revision in record.revisions:
            against_held(edition, record, revision)
        case_rows(edition, record)
        events_text(edition, record, edition.site_url)
        found_in(edition, record)
        rows_that_stand(edition, record)
    rows_added(of[0], record)
    added = {edition.code: edition.all_added(record) for edition in of}
    written = json.dumps(added, ensure_ascii=False).encode()
    return added_path(record), f"{_digest(written)}\n".encode() + written


def take_added(of: Sequence[Edition], record: Record, left: bytes) -> None:
    """Let the editions know what an earlier run has left of what a standard adds.

    What is not as it was written is as if it were not there: a disk may have lost its content, and
    somebody may have changed it.
    """
    digest, _, written = left.partition(b"\n")
    if digest != _digest(written).encode():
        return
    added = json.loads(written)
    for edition in of:
        edition.know_added(record, added[edition.code])


def _digest(written: bytes) -> str:
    return hashlib.sha256(written).hexdigest()
