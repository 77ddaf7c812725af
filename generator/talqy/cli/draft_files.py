"""The Word files of `talqy draft import`, and the text that they come from."""

from collections.abc import Iterator, Sequence
from pathlib import Path

from talqy.cli.speech import WrongUseError
from talqy.cli.texts import named_record, named_revision, unknown_language
from talqy.drafts import word_kinds
from talqy.drafts.clause_starts import units_of
from talqy.drafts.many_sayings import ManySayings
from talqy.drafts.new_texts import newest_living
from talqy.drafts.word_text import Known, stamp_on
from talqy.drafts.word_views import Views, lacks_reader, read_views, refused
from talqy.intake import import_kinds
from talqy.intake.importing import MOST_BYTES, too_slow
from talqy.model.problem import Problem
from talqy.model.register import Record, Register
from talqy.model.revision import Revision
from talqy.office.text_marks import Stamp, short_digest
from talqy.office.worker import FellError, SlowError, Worker
from talqy.project.shipped_files import folders
from talqy.record.digests import digest_of

WordFiles = Sequence[tuple[str, Views]]
"""The files by their names, each in both views."""


def read_files(files: Sequence[Path]) -> WordFiles:
    """Return all files, read in a worker: whoever sent them, they are from outside."""
    with Worker() as worker:
        return [(file.name, _read(file, worker)) for file in files]


def _read(file: Path, worker: Worker) -> Views:
    with file.open("rb") as stream:
        data = stream.read(MOST_BYTES + 1)
    if len(data) > MOST_BYTES:
        return refused(import_kinds.TOO_BIG.at(file.name))
    if lacks_reader(data, file.name):
        raise WrongUseError(
            "{file}: what reads a PDF is not installed; install it with: {command}",
            file=file.name,
            command='pip install "talqy[import]"',
        )
    try:
        return worker.run(read_views, data, file.name)
    except SlowError as slow:
        return refused(too_slow(slow, file.name))
    except FellError:
        return refused(import_kinds.FELL.at(file.name))


def _stamps(files: WordFiles) -> Iterator[tuple[str, Stamp]]:
    for name, views in files:
        if stamp := stamp_on(views.accepted):
            yield name, stamp


def record_of(register: Register, standard: str | None, files: WordFiles) -> Record:
    """Return the standard that is named, or else that of the files."""
    stamped = next((stamp.standard for _, stamp in _stamps(files)), None)
    if not (standard or stamped):
        raise WrongUseError(
            "name the standard with --standard, or a new one with --new; the file does not say "
            "whose text it is"
        )
    return named_record(register, standard or stamped or "")


def base_of(record: Record, named: str | None, files: WordFiles) -> Revision:
    """Return the text that is named, or else that of the files, or the newest one."""
    if named:
        return named_revision(record, named)
    stamped = next((s.revision for _, s in _stamps(files) if s.standard == record.id), None)
    return named_revision(record, f"r{stamped}") if stamped else newest_living(record)


def stamp_faults(
    record: Record, base: Revision, files: WordFiles, *, is_named: bool
) -> Iterator[Problem]:
    """Yield what is wrong with stamps: another standard, another wording, an older text."""
    newest = newest_living(record).revision
    for name, stamp in _stamps(files):
        if stamp.standard != record.id:
            yield word_kinds.OTHER_STANDARD.at(name, found=stamp.standard)
        elif stamp.revision == base.revision and stamp.digest != short_digest(digest_of(base)):
            command = f"talqy export text {record.id} r{base.revision} --to-edit"
            yield word_kinds.OTHER_BASE.at(name, base=base.revision, command=command)
        elif base.revision != newest and not is_named:
            yield word_kinds.OLDER_BASE.at(name, base=base.revision, newest=newest)


def known_of(  # noqa: PLR0913, PLR0917 - the text, and what a person has said of the files
    root: Path,
    register: Register,
    record: Record | None,
    base: Revision | None,
    languages: Sequence[str],
    count: int,
) -> Sequence[Known]:
    """Return what each file is read with; `languages` are those that a person has said."""
    project = register.project
    for code in languages:
        if code not in project.languages:
            raise unknown_language(code, project.languages)
    said = [*languages, *[""] * count][:count]
    titles = tuple(record.standard.title.values()) if record else ()
    units = units_of(register.codes)
    sayings = ManySayings(folders(root, "messages"))
    return [Known(tuple(project.languages), base, titles, code, units, sayings) for code in said]


def taken_ids(record: Record | None) -> frozenset[str]:
    """Return all ids that clauses of a standard have had: an id is for ever."""
    texts = record.revisions if record else ()
    return frozenset(clause.id for text in texts for clause in text.walk())
