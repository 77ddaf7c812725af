"""The files of a project that stand behind its public site, as people wrote them.

What is still being prepared is not among them: who asks names the records that are public.
"""

from collections.abc import Iterable, Iterator
from pathlib import Path

from talqy.model import paths
from talqy.model.register import Record
from talqy.project.files import DiskFiles


def public_sources(root: Path, records: Iterable[Record]) -> Iterator[tuple[str, bytes]]:
    """Yield settings, texts, records, comments and answers; lines end in LF, as digests are taken.

    So `sha256sum` prints of a comment what the record says of it.
    """
    files = DiskFiles(root)
    for path in (paths.PROJECT, *(path for record in records for path in _of(record))):
        if files.is_file(path):
            content = files.data(path)
            is_text = not paths.is_document(path)
            yield path, content.replace(b"\r\n", b"\n") if is_text else content


def _of(record: Record) -> Iterator[str]:
    yield paths.standard_file(record.id)
    yield paths.history_file(record.id)
    for revision in record.revisions:
        yield paths.revision_file(record.id, revision.revision)
    named = {one.file for revision in record.revisions for one in revision.files if one.file}
    yield from (paths.document_file(record.id, name) for name in sorted(named))
    for comment in record.comments:
        yield comment.path.file
        yield comment.path.response_file
