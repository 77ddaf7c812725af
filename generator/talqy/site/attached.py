"""The files that texts name, from the project to the site."""

from collections.abc import Iterator
from pathlib import Path

from talqy.model import addresses
from talqy.model.register import Record
from talqy.project.attached import attached_bytes


def attached_files(root: Path, record: Record) -> Iterator[tuple[str, bytes]]:
    """Yield each picture, form and document of a standard with its address.

    Raise `FileChangedError` where one is no more what its text names: it was when it was read.
    """
    named = {one.file: one for revision in record.revisions for one in revision.files if one.file}
    for name, one in sorted(named.items()):
        yield addresses.document_file(record.id, name), attached_bytes(root, record, one)
