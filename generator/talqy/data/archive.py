"""Everything in one archive: files of a day, their digests, and the root of the record.

The same files give the same bytes: they stand in their order, under one moment, whatever the clock
and the system say.
"""

import hashlib
import io
from collections.abc import Iterable
from itertools import chain
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

from talqy.data.tables import FORMAT, as_json
from talqy.language.edition import Edition

ABOUT, DIGESTS = "about.json", "SHA256SUMS"
SOURCES = "sources"
"""The folder of the files as people wrote them."""
_UNIX, _MAY_BE_READ = 3, 0o100644 << 16


def folder_of(edition: Edition) -> str:
    """Return the folder that all files of an archive lie in: it bears the day."""
    return f"talqy-{edition.assessment.today.isoformat()}"


def packed_archive(edition: Edition, files: Iterable[tuple[str, bytes]]) -> bytes:
    """Return an archive of files, with what it is and a digest of each, as sha256sum reads them."""
    made, digests, folder = io.BytesIO(), list[str](), folder_of(edition)
    with ZipFile(made, "w", ZIP_DEFLATED) as package:
        for path, content in chain([_about(edition)], files):
            package.writestr(_entry(f"{folder}/{path}"), content)
            digests.append(f"{hashlib.sha256(content).hexdigest()}  {path}\n")
        package.writestr(_entry(f"{folder}/{DIGESTS}"), "".join(digests).encode())
    return made.getvalue()


def _entry(path: str) -> ZipInfo:
    entry = ZipInfo(path)
    entry.compress_type, entry.create_system = ZIP_DEFLATED, _UNIX
    entry.external_attr = _MAY_BE_READ
    return entry


def _about(edition: Edition) -> tuple[str, bytes]:
    proofs, project = edition.proofs, edition.register.project
    return ABOUT, as_json(
        {
            "format": FORMAT,
            "day": edition.assessment.today.isoformat(),
            "site": edition.site_url,
            "name": dict(project.name),
            "licence": project.licence,
            "root": proofs.root,
            "standards": {name: proofs.root_of(name) for name in proofs.standards},
        }
    )
