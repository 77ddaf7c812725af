"""Pictures, forms and documents that lie beside a text as files: there, whole, and the ones meant.

A text names each by its digest: so it stays what was published, as the text does.
"""

from collections.abc import Iterator, Sequence
from pathlib import Path as Root

from talqy.errors import FileChangedError
from talqy.model import paths
from talqy.model.digest import digest_of_bytes
from talqy.model.facts import AttachedFile
from talqy.model.problem import Path, Problem
from talqy.model.register import Record
from talqy.model.revision import DraftDocument, Revision
from talqy.project import faults
from talqy.project.files import ProjectFiles
from talqy.project.reasons import reason_of
from talqy.project.yaml_read import most_bytes

# Files of an office are archives; an .odt is one as well.
_ARCHIVE = b"PK\x03\x04"
_BEGINNINGS = {
    "png": b"\x89PNG\r\n\x1a\n",
    "jpg": b"\xff\xd8\xff",
    "jpeg": b"\xff\xd8\xff",
    "pdf": b"%PDF-",
    "rtf": b"{\\rtf",
}


def problems_of_attached(
    files: ProjectFiles, standard: str, revision: Revision
) -> Iterator[Problem]:
    """Yield what is wrong with the files that a text names."""
    file = paths.revision_file(standard, revision.revision)
    for place, one in _named(revision):
        if one.file:
            yield from _faults_of(files, file, place, paths.document_file(standard, one.file), one)


def is_of_form(path: str, data: bytes) -> bool:
    """Return whether a file begins as those of its ending do."""
    return data.startswith(_BEGINNINGS.get(path.rpartition(".")[2], _ARCHIVE))


def attached_bytes(root: Root, record: Record, one: AttachedFile | DraftDocument) -> bytes:
    """Return the bytes of a file that a text names by its digest.

    Raise `FileChangedError` where it is another one.
    """
    path = paths.document_file(record.id, one.file or "")
    data = (root / path).read_bytes()
    if digest_of_bytes(data) != one.digest:
        raise FileChangedError(
            "{file} is not the file that its text names: its digest is another one; nothing was "
            "written",
            file=path,
        )
    return data


def pictures_of(root: Root, record: Record, texts: Sequence[Revision]) -> dict[str, bytes]:
    """Return the pictures of the clauses of texts by their digests; what has none is left out."""
    named = [one for text in texts for clause in text.walk() for one in clause.facts.files]
    found = {}
    for one in named:
        file = root / paths.document_file(record.id, one.file)
        if one.is_picture and one.digest and one.digest not in found and file.is_file():
            found[one.digest] = attached_bytes(root, record, one)
    return found


def _named(revision: Revision) -> Iterator[tuple[Path, AttachedFile | DraftDocument]]:
    for at, document in enumerate(revision.documents):
        yield ("documents", at), document
    for clause in revision.walk():
        for at, attached in enumerate(clause.facts.files):
            yield ("clauses", f"#{clause.id}", "facts", "files", at), attached


def _faults_of(
    files: ProjectFiles, file: str, place: Path, path: str, one: AttachedFile | DraftDocument
) -> Iterator[Problem]:
    if not files.is_file(path):
        yield faults.ATTACHED_GONE.at(file, place, name=path)
        return
    try:
        data = files.data(path)
    except OSError as error:
        yield faults.UNREADABLE.at(path, reason=reason_of(error))
        return
    digest = digest_of_bytes(data)
    if len(data) > most_bytes(path):
        yield faults.TOO_BIG.at(path, limit=most_bytes(path))
    elif not is_of_form(path, data):
        yield faults.ATTACHED_FORM.at(file, place, name=path)
    elif one.digest is None:
        yield faults.ATTACHED_UNSEALED.at(file, place, name=path, digest=digest)
    elif one.digest != digest:
        yield faults.ATTACHED_OTHER.at(file, (*place, "digest"), name=path, digest=digest)
