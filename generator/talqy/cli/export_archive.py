"""`talqy export archive`: the whole site in one file, to be opened without a server."""

from collections.abc import Iterable, Iterator
from datetime import date
from itertools import chain
from pathlib import Path

from talqy.build import Site, public_site
from talqy.cli.running import (
    command,
    deliver,
    file_option,
    project_option,
    replace_option,
    today_option,
)
from talqy.cli.surveyed import surveyed
from talqy.data.archive import SOURCES, folder_of, packed_archive
from talqy.host import SiteHost, rendered_site
from talqy.model import paths
from talqy.project.public_sources import public_sources
from talqy.project.write import Deliver
from talqy.site.parts import files_of_parts
from talqy.site.without_server import opens_from_a_folder


@command()
@project_option
@today_option
@file_option("The file to write [default: one here, named after the day].")
@replace_option
def archive(root: Path, today: date | None, file: Path | None, replace: bool) -> int:  # noqa: FBT001
    """Write the whole site as one archive that opens from a folder.

    Whoever unpacks it opens index.html: from a stick, without a server and a network. Sources,
    receipts, the digest of each file and the root of the record are in it.
    """
    state = surveyed(root, today).as_found
    of = public_site(root, state, SiteHost.of(root.resolve()).address)
    first = of.editions[0]
    with rendered_site(root.resolve(), state) as rendered:
        made = files_of_parts(rendered.parts)
        output = packed_archive(first, chain(opens_from_a_folder(_shown(made)), _sources(root, of)))
    target = file or Path(f"{folder_of(first)}.zip")
    deliver(Deliver(target.as_posix(), output, replaces=replace))
    return 0


def _shown(files: Iterable[tuple[str, bytes]]) -> Iterator[tuple[str, bytes]]:
    """Yield what people see of a site: not the tool's own notes."""
    yield from ((path, content) for path, content in files if not paths.is_in(path, paths.ADDED))


def _sources(root: Path, of: Site) -> Iterator[tuple[str, bytes]]:
    for path, content in public_sources(root, of.editions[0].register.records):
        yield f"{SOURCES}/{path}", content
