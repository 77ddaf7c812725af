"""`standards/` in, standards with their revisions out."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field

from talqy.model import paths
from talqy.model.history import History
from talqy.model.problem import Problem
from talqy.model.revision import Revision
from talqy.model.standard import Standard
from talqy.project import faults
from talqy.project.attached import problems_of_attached
from talqy.project.file_reader import FileReader
from talqy.project.files import ALLOWED_ANYWHERE, ListedFile


@dataclass(slots=True)
class StandardFiles:
    """What was found in one standard's folder; `broken` are the revisions that cannot be used.

    `known` are its own files that lie there: those that are not, are gone. `documents` are the
    files that its texts may name.
    """

    standard: Standard | None = None
    revisions: dict[int, Revision] = field(default_factory=dict)
    broken: set[int] = field(default_factory=set)
    history: History | None = None
    known: set[str] = field(default_factory=set)
    documents: set[str] = field(default_factory=set)

    @property
    def is_recorded(self) -> bool:
        """Return whether something of it is on record, or may be: its record cannot be read."""
        return bool(self.history and self.history.revisions) or self.has_broken_history

    @property
    def has_broken_history(self) -> bool:
        """Return whether its record lies there and cannot be used."""
        return self.history is None and any(map(paths.is_record, self.known))


def read_standards(
    reader: FileReader, entries: Iterable[ListedFile]
) -> Mapping[str, StandardFiles]:
    """Read every file under `standards/`, or name it in a problem."""
    standards: dict[str, StandardFiles] = defaultdict(StandardFiles)
    for entry in entries:
        path = paths.StandardPath.parse(entry.path)
        if entry.is_link:
            reader.problems.append(faults.LINK.at(entry.path))
        elif path is not None:
            _add_file(reader, entry.path, path, standards[path.standard])
        elif paths.is_document(entry.path):
            standards[paths.standard_of(entry.path)].documents.add(entry.path)
        elif entry.path != paths.PROJECT and entry.name not in ALLOWED_ANYWHERE:
            reader.problems.append(faults.STRAY.at(entry.path, expected=paths.STANDARD_FILES))
    _report_incomplete(reader, standards)
    reader.problems += _unnamed(standards)
    return standards


def _add_file(reader: FileReader, file: str, path: paths.StandardPath, to: StandardFiles) -> None:
    """Read one file and put it to its standard; what says that it belongs elsewhere is named."""
    to.known.add(file)
    if path.revision:
        revision = reader.value(file, Revision)
        if revision is None or not _is_sound(reader, file, revision, path):
            to.broken.add(path.revision)
        else:
            to.revisions[path.revision] = revision
    elif path.is_history:
        history = reader.value(file, History)
        if history and reader.agrees(file, ("standard", history.standard, path.standard)):
            to.history = history
    else:
        standard = reader.value(file, Standard)
        if standard and reader.agrees(file, ("id", standard.id, path.standard)):
            to.standard = standard


def _is_sound(reader: FileReader, file: str, revision: Revision, at: paths.StandardPath) -> bool:
    """Hold a revision to its name, its clauses to one another, and its files to their digests."""
    before = len(reader.problems)
    if revision.revision != at.revision:
        problem = faults.ID_NOT_FOLDER.at(
            file, ("revision",), key="revision", value=revision.revision, place=f"r{at.revision}"
        )
        reader.problems.append(problem)
    seen: set[str] = set()
    for clause in revision.walk():
        if clause.id in seen:
            reader.problems.append(
                faults.ID_TWICE.at(file, ("clauses", f"#{clause.id}", "id"), value=clause.id),
            )
        seen.add(clause.id)
    reader.problems += problems_of_attached(reader.files, at.standard, revision)
    return len(reader.problems) == before


def _unnamed(standards: Mapping[str, StandardFiles]) -> Iterator[Problem]:
    """Yield the documents that no text names; a text that cannot be used may name any."""
    for name, files in standards.items():
        if files.broken:
            continue
        texts = files.revisions.values()
        named = {paths.document_file(name, f.file) for r in texts for f in r.files if f.file}
        yield from map(faults.ATTACHED_UNNAMED.at, sorted(files.documents - named))


def _report_incomplete(reader: FileReader, standards: Mapping[str, StandardFiles]) -> None:
    """Name each standard that has no usable `standard.yaml`, or no text at all."""
    seen = {problem.file for problem in reader.problems}
    for name, files in standards.items():
        file = paths.standard_file(name)
        if files.standard is None and file not in seen:
            reader.problems.append(faults.UNREADABLE.at(file, reason="there is no such file"))
        elif files.standard and not files.revisions and not files.broken:
            reader.problems.append(faults.NO_TEXT.at(file))
