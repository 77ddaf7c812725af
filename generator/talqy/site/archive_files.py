"""The archive that the site offers: sources and data of all standards, with receipts."""

from collections.abc import Iterator, Sequence
from itertools import chain
from pathlib import Path

from talqy.data.akn.text import texts_for_law
from talqy.data.archive import SOURCES, packed_archive
from talqy.data.exports import exports, said_of_standard, texts_of_standard
from talqy.data.services import services_of_standard
from talqy.language.edition import Edition
from talqy.model import addresses
from talqy.project.public_sources import public_sources
from talqy.site.receipts import receipt_files


def archive_files(root: Path, of: Sequence[Edition], site_url: str) -> Iterator[tuple[str, bytes]]:
    """Make the archive of a site, where its project wants one."""
    if of[0].register.project.archive:
        yield addresses.ARCHIVE, packed_archive(of[0], _data(root, of, site_url))


def _data(root: Path, of: Sequence[Edition], site_url: str) -> Iterator[tuple[str, bytes]]:
    records = of[0].register.records
    for path, content in public_sources(root, records):
        yield f"{SOURCES}/{path}", content
    yield from exports(of[0])
    for record in records:
        still = [edition.still(record) for edition in of]
        yield from chain(
            texts_of_standard(still[0], record),
            said_of_standard(still[0], record),
            services_of_standard(still[0], record),
            texts_for_law(still, record),
            receipt_files(still, record, site_url),
        )
