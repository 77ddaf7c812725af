"""A site that opens from a folder: links name the pages that a server would find by their folders.

All links between pages are relative already, and no page needs another file to be read. What looks
for rows or words in other files stands aside there, and the lists in the pages stay.
"""

import re
from collections.abc import Iterable, Iterator

_LINK = re.compile(rb'(?<= href=")(?![a-z][a-z0-9+.-]*:|/|#)([^"?#]*?)(?=["?#])')
_INDEX = b"index.html"


def opens_from_a_folder(files: Iterable[tuple[str, bytes]]) -> Iterator[tuple[str, bytes]]:
    """Yield the files of a site with links that need no server."""
    for path, content in files:
        yield path, _LINK.sub(_to_page, content) if path.endswith(".html") else content


def _to_page(link: re.Match[bytes]) -> bytes:
    """Return a link to a folder as one to its page."""
    way = link[1]
    if not way or way.endswith(b"/"):
        return way + _INDEX if way else way
    return way + b"/" + _INDEX if way.rpartition(b"/")[2] in {b".", b".."} else way
