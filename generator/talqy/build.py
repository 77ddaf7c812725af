"""The whole tool on one screen: read, check, derive, render, publish.

Effects are at the two ends (reading files, writing files); between them everything is a value.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from talqy.language.edition import Edition, editions
from talqy.project.survey import ProjectState
from talqy.site.output import write_files
from talqy.site.shell import Shell
from talqy.site.site import files


@dataclass(frozen=True, slots=True)
class Site:
    """A surveyed project, ready to be rendered in all its languages."""

    editions: tuple[Edition, ...]
    site_url: str


def site(root: Path, of: ProjectState, site_url: str) -> Site:
    """Prepare the site of what could be read; wrong files are left out, and named in problems."""
    return Site(editions(root, *of.known), site_url.rstrip("/") + "/")


def record_files(
    of: Site, shells: Mapping[tuple[str, int], Shell], prose: Sequence[str]
) -> Iterator[tuple[str, bytes]]:
    """Stamp the record pages one by one, then make the data; `prose` are the host's own pages."""
    return files(of.editions, shells, of.site_url, prose)


def publish(folder: Path, made: Iterator[tuple[str, bytes]]) -> int:
    """Write files beside what the host has written; return how many there are."""
    return len(write_files(folder, made))
