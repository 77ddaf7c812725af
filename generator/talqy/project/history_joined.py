"""Files of records that two have gone on with, put together as records: never line by line."""

from talqy.model import paths
from talqy.model.history import History
from talqy.project.history_file import history_text
from talqy.project.validate import shaped
from talqy.project.yaml_read import parse
from talqy.project.yaml_write import LayoutError
from talqy.record.joining import RecordsApartError, joined_history


def joined_history_text(was: bytes, first: bytes, second: bytes) -> str | None:
    """Return the file of both records, `first` being the published one; None where they differ."""
    read = [_read(data) for data in (was, first, second)]
    before, published, own = read
    if before is None or published is None or own is None:
        return None
    try:
        joined = joined_history(before, published, own)
        return history_text(first.decode(), published, joined)
    except (RecordsApartError, LayoutError):
        return None


def _read(data: bytes) -> History | None:
    value, problems = shaped(History, parse(data, paths.history_file("-")).tree, "", {})
    return None if problems else value
