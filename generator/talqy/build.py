"""The whole tool on one screen: read, check, derive, render, publish.

Effects are at the two ends (reading files, writing files); between them everything is a value.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from talqy.language.edition import Edition, editions
from talqy.project.survey import Survey
from talqy.site.output import write_files
from talqy.site.shell import Shell
from talqy.site.site import files


@dataclass(frozen=True, slots=True)
class Site:
    """A surveyed project, ready to be rendered in all its languages."""

    editions: tuple[Edition, ...]
    site_url: str


def site(root: Path, of: Survey, site_url: str) -> Site:
    """Prepare the site of what could be read; wrong files are left out, and named in problems."""
    return Site(editions(root, *of.known), site_url.rstrip("/") + "/")


def publish(
    of: Site, shells: Mapping[tuple[str, int], Shell], folder: Path, prose: Sequence[str]
) -> int:
    """Stamp all record pages, and write them and the data beside what the host has written."""
    return len(write_files(folder, files(of.editions, shells, of.site_url, prose)))
