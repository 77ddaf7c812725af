"""Archives: the one that the site offers, of sources and data; and the site itself as one."""

from collections.abc import Iterable, Iterator, Sequence
from itertools import chain
from pathlib import Path

from talqy.data.akn.text import texts_for_law
from talqy.data.archive import SOURCES, folder_of, packed_archive
from talqy.data.exports import exports, said_of_standard, texts_of_standard
from talqy.data.services import services_of_standard
from talqy.language.edition import Edition
from talqy.model import addresses, paths
from talqy.project.public_sources import public_sources
from talqy.site.receipts import receipt_files
from talqy.site.without_server import opens_from_a_folder


def archive_files(root: Path, of: Sequence[Edition], site_url: str) -> Iterator[tuple[str, bytes]]:
    """Make the archive of a site, where its project wants one."""
    if of[0].register.project.archive:
        yield addresses.ARCHIVE, packed_archive(of[0], _data(root, of, site_url))


def site_archive(
    root: Path, edition: Edition, files: Iterable[tuple[str, bytes]]
) -> tuple[str, bytes]:
    """Return the archive of a site that opens from a folder, and its name without an ending."""
    shown = ((path, content) for path, content in files if not paths.is_in(path, paths.ADDED))
    every = chain(opens_from_a_folder(shown), _sources(root, edition))
    return folder_of(edition), packed_archive(edition, every)


def _sources(root: Path, edition: Edition) -> Iterator[tuple[str, bytes]]:
    for path, content in public_sources(root, edition.register.records):
        yield f"{SOURCES}/{path}", content


def _data(root: Path, of: Sequence[Edition], site_url: str) -> Iterator[tuple[str, bytes]]:
    yield from _sources(root, of[0])
    yield from exports(of[0])
    for record in of[0].register.records:
        still = [edition.still(record) for edition in of]
        yield from chain(
            texts_of_standard(still[0], record),
            said_of_standard(still[0], record),
            services_of_standard(still[0], record),
            texts_for_law(still, record),
            receipt_files(still, record, site_url),
        )
