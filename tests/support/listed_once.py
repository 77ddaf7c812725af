"""What an installed theme holds is looked up once a process: Material has ten thousand icons.

A folder of the project is listed each time. Icons lie in a hidden folder, and MkDocs takes nothing
from hidden folders into a site; a site built in a process of its own lists everything itself
(`tests/site/test_build.py`).
"""

from collections.abc import Callable
from functools import cache
from pathlib import Path

from jinja2 import FileSystemLoader

Listing = Callable[[FileSystemLoader], list[str]]


def listed_once(listing: Listing, installed: Path) -> Listing:
    """Return `FileSystemLoader.list_templates` that keeps what lies in installed folders."""

    def of_one(folder: str) -> list[str]:
        return listing(FileSystemLoader(folder))

    @cache
    def kept(folder: str) -> list[str]:
        return [name for name in of_one(folder) if not name.startswith(".")]

    def listed(loader: FileSystemLoader) -> list[str]:
        found = set[str]()
        for folder in loader.searchpath:
            is_kept = Path(folder).is_relative_to(installed)
            found.update(kept(folder) if is_kept else of_one(folder))
        return sorted(found)

    return listed
