"""Files in a project's `site_templates/` that nothing asks for: named, never passed over."""

from collections.abc import Iterable, Iterator
from contextlib import suppress

from talqy.model import paths
from talqy.model.problem import Problem
from talqy.project import faults
from talqy.project.files import ListedFile, ProjectFiles
from talqy.project.shipped_files import shipped_templates

_READ = sorted((*paths.SAID_AND_MADE, paths.PAGES))
_GUIDE = "README.md"


def problems_of_stray_templates(
    files: ProjectFiles, entries: Iterable[ListedFile]
) -> Iterator[Problem]:
    """Name each file below `site_templates/` that lies in none of the folders that are read.

    A folder that mkdocs.yml names is read by MkDocs. A guide, what begins with a dot, and a copy of
    a file of ours that says the same are no faults.
    """
    of_mkdocs = _text(files, paths.SITE)
    for entry in entries:
        if paths.is_in(entry.path, *_READ) or entry.name == _GUIDE or entry.name.startswith("."):
            continue
        folder = "/".join(entry.path.split("/")[:2])
        if folder != entry.path and folder in of_mkdocs:
            continue
        if entry.is_link or not _is_ours(files, entry.path):
            folders, messages = ", ".join(f"{name}/" for name in _READ), f"{paths.MESSAGES}/"
            yield faults.NOT_A_TEMPLATE.at(entry.path, folders=folders, messages=messages)


def _is_ours(files: ProjectFiles, path: str) -> bool:
    """Return whether a file says what ours at the same place says."""
    ours = shipped_templates() / path.removeprefix(f"{paths.TEMPLATES}/")
    return ours.is_file() and ours.read_text("utf-8") == _text(files, path)


def _text(files: ProjectFiles, path: str) -> str:
    """Return what a file says, with line ends LF; nothing for one that is not there."""
    if not files.is_file(path):
        return ""
    with suppress(OSError):
        return files.data(path).decode("utf-8", "replace").replace("\r\n", "\n")
    return ""
