"""The index of search among the files of the site: in a folder that is named by its digest.

The page names the folder. So files of two builds never mix: an older page finds its own index, or
none, and says so. Phrases lie beside it, in a folder that is named by theirs.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from talqy.language.edition import Edition
from talqy.model import addresses
from talqy.search.index import PHRASES, index_files
from talqy.search.packed import digest_of_files
from talqy.search.pages import ProsePage


@dataclass(frozen=True, slots=True)
class SearchFiles:
    """The index of one language: its folder, seen from the page of search, and its files."""

    folder: str
    files: Mapping[str, bytes]

    def by_path(self) -> Mapping[str, bytes]:
        """Return the files by their paths within the language."""
        return {self._path(name): it for name, it in self.files.items()}

    def _path(self, name: str) -> str:
        within = name if name.startswith(PHRASES) else f"{self.folder}{name}"
        return f"{addresses.SEARCH}{within}"


def search_files(edition: Edition, prose: Sequence[ProsePage]) -> SearchFiles:
    """Make the index of a language, once for its page and for its files."""

    def made() -> SearchFiles:
        files = dict(index_files(edition, prose))
        return SearchFiles(f"{digest_of_files(files.items())}/", files)

    return edition.in_own.once("search", tuple(page.path for page in prose), made)
