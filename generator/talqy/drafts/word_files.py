"""The files of an import, and what stands on them: whose text it is, and of which wording."""

from collections.abc import Iterator, Sequence

from talqy.drafts import word_kinds
from talqy.drafts.new_texts import newest_living
from talqy.drafts.word_text import stamp_on
from talqy.drafts.word_views import Views, lacks_reader, read_views, refused
from talqy.errors import TalqyError
from talqy.intake import import_kinds
from talqy.intake.importing import MOST_BYTES, too_slow
from talqy.model.problem import Problem
from talqy.model.register import Record
from talqy.model.revision import Revision
from talqy.office.text_marks import Stamp, short_digest
from talqy.office.worker import FellError, SlowError, Worker
from talqy.record.digests import digest_of

WordFiles = Sequence[tuple[str, Views]]
"""The files by their names, each in both views."""


class ReaderMissingError(TalqyError):
    """A file is read with an extra that is not installed."""


def read_files(files: Sequence[tuple[str, bytes]]) -> WordFiles:
    """Return all files, read in a worker: whoever sent them, they are from outside.

    What is longer than `MOST_BYTES` is not read; who holds it need not hold all of it.
    """
    with Worker() as worker:
        return [(name, _read(name, data, worker)) for name, data in files]


def _read(name: str, data: bytes, worker: Worker) -> Views:
    if len(data) > MOST_BYTES:
        return refused(import_kinds.TOO_BIG.at(name))
    if lacks_reader(data, name):
        raise ReaderMissingError(
            "{file}: what reads a PDF is not installed; install it with: {command}",
            file=name,
            command='pip install "talqy[import]"',
        )
    try:
        return worker.run(read_views, data, name)
    except SlowError as slow:
        return refused(too_slow(slow, name))
    except FellError:
        return refused(import_kinds.FELL.at(name))


def stamps(files: WordFiles) -> Iterator[tuple[str, Stamp]]:
    """Yield what stands on files that came from us, with their names."""
    for name, views in files:
        if stamp := stamp_on(views.accepted):
            yield name, stamp


def stamped_standard(files: WordFiles) -> str:
    """Return the standard that files name; "" where none does."""
    return next((stamp.standard for _, stamp in stamps(files)), "")


def stamped_revision(files: WordFiles, standard: str) -> int | None:
    """Return the text of a standard that files name; None where none does."""
    return next((one.revision for _, one in stamps(files) if one.standard == standard), None)


def stamp_faults(
    record: Record, base: Revision, files: WordFiles, *, is_named: bool, is_sought: bool
) -> Iterator[Problem]:
    """Yield what is wrong with stamps: another standard, another wording, an older text.

    `is_named` is whether a person has named the base, `is_sought` whether git was asked for the
    wording of the stamps.
    """
    newest = newest_living(record).revision
    for name, stamp in stamps(files):
        if stamp.standard != record.id:
            yield word_kinds.OTHER_STANDARD.at(name, found=stamp.standard)
        elif stamp.revision == base.revision and stamp.digest != short_digest(digest_of(base)):
            command = f"talqy export text {record.id} r{base.revision} --to-edit"
            kind = word_kinds.UNKNOWN_WORDING if is_sought else word_kinds.OTHER_BASE
            yield kind.at(name, base=base.revision, command=command)
        elif base.revision != newest and not is_named:
            yield word_kinds.OLDER_BASE.at(name, base=base.revision, newest=newest)
