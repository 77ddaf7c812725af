"""The files that texts name, from the project to the site."""

from collections.abc import Iterator
from hashlib import sha256
from pathlib import Path

from talqy.errors import FileChangedError
from talqy.model import addresses, paths
from talqy.model.register import Record


def attached_files(root: Path, record: Record) -> Iterator[tuple[str, bytes]]:
    """Yield each picture, form and document of a standard with its address.

    Raise `FileChangedError` where one is no more what its text names: it was when it was read.
    """
    named = {one.file: one for revision in record.revisions for one in revision.files if one.file}
    for name, one in sorted(named.items()):
        path = paths.document_file(record.id, name)
        data = (root / path).read_bytes()
        if f"sha256:{sha256(data).hexdigest()}" != one.digest:
            raise FileChangedError(
                "{file} has changed while the site was made; nothing was written", file=path
            )
        yield addresses.document_file(record.id, name), data
