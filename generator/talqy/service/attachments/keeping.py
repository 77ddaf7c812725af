"""How long files of comments are kept, and bytes that nothing names are swept away."""

from datetime import datetime, timedelta

from talqy.model.publishing import Keeping
from talqy.service.attachments.file_folder import FileFolder
from talqy.service.store.attached import AttachedFiles
from talqy.service.taken import State

_GRACE = timedelta(hours=2)
"""So long bytes lie that nothing names yet: who is bringing them in has not written it down."""


def forget_files(rows: AttachedFiles, folder: FileFolder, keep: Keeping, now: datetime) -> int:
    """Forget the files whose time is over; return how many it was.

    Those of a comment that is not published go with its words.
    """
    days = {
        State.PUBLISHED: keep.attachments,
        State.REFUSED: min(keep.refused, keep.attachments),
        State.WITHDRAWN: min(keep.withdrawn, keep.attachments),
    }
    count = sum(rows.forget(state, now - timedelta(days=many)) for state, many in days.items())
    rows.forget_aside(now)
    folder.sweep(rows.in_use(), now - _GRACE)
    return count
