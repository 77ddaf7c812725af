"""The index of search among the files of the site: in a folder that is named by its digest.

The page names the folder. So files of two builds never mix: an older page finds its own index, or
none, and says so.
"""

import hashlib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from talqy.language.edition import Edition
from talqy.model import addresses
from talqy.search.index import ProsePage, index_files

_LETTERS = 16


@dataclass(frozen=True, slots=True)
class SearchFiles:
    """The index of one language: its folder, seen from the page of search, and its files."""

    folder: str
    files: Mapping[str, bytes]

    def by_path(self) -> Mapping[str, bytes]:
        """Return the files by their paths within the language."""
        return {f"{addresses.SEARCH}{self.folder}{name}": it for name, it in self.files.items()}


def search_files(edition: Edition, prose: Sequence[ProsePage]) -> SearchFiles:
    """Make the index of a language, once for its page and for its files."""

    def made() -> SearchFiles:
        files = dict(index_files(edition, prose))
        digest = hashlib.sha256()
        for name, content in sorted(files.items()):
            digest.update(f"{name} {len(content)}\n".encode() + content)
        return SearchFiles(f"{digest.hexdigest()[:_LETTERS]}/", files)

    return edition.in_own.once("search", tuple(page.path for page in prose), made)
