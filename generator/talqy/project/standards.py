"""`standards/` in, standards with their revisions out."""

import re
from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from talqy.model import paths
from talqy.model.history import History
from talqy.model.revision import Revision
from talqy.model.standard import Standard
from talqy.project import faults
from talqy.project.files import ALLOWED_ANYWHERE, Entry
from talqy.project.reading import Reading

_STANDARD = re.compile(r"standards/([^/]+)/standard\.yaml")
_REVISION = re.compile(r"standards/([^/]+)/revisions/r([1-9]\d{0,3})\.yaml")
_HISTORY = re.compile(r"standards/([^/]+)/history\.yaml")
_EXPECTED = "standards/<id>/standard.yaml, revisions/r<N>.yaml, history.yaml"


@dataclass(slots=True)
class Shelf:
    """What was found in one standard's folder; `broken` are the revisions that cannot be used."""

    standard: Standard | None = None
    revisions: dict[int, Revision] = field(default_factory=dict)
    broken: set[int] = field(default_factory=set)
    history: History | None = None


def read_standards(reading: Reading, found: Iterable[Entry]) -> Mapping[str, Shelf]:
    """Read every file under `standards/`, or name it in a problem."""
    shelves: dict[str, Shelf] = defaultdict(Shelf)
    for entry in found:
        if entry.is_link:
            reading.problems.append(faults.LINK.at(entry.path))
        elif entry.path == paths.PROJECT or entry.name in ALLOWED_ANYWHERE:
            continue
        elif match := _STANDARD.fullmatch(entry.path):
            shelves[match[1]].standard = _standard(reading, entry.path, match[1])
        elif match := _REVISION.fullmatch(entry.path):
            _shelve_revision(reading, entry.path, shelves[match[1]], int(match[2]))
        elif match := _HISTORY.fullmatch(entry.path):
            shelves[match[1]].history = _history(reading, entry.path, match[1])
        else:
            reading.problems.append(faults.STRAY.at(entry.path, expected=_EXPECTED))
    _report_incomplete(reading, shelves)
    return shelves


def _standard(reading: Reading, file: str, folder: str) -> Standard | None:
    standard = reading.value(file, Standard)
    if standard is None or standard.id == folder:
        return standard
    reading.problems.append(
        faults.ID_NOT_FOLDER.inside(file, ("id",), key="id", value=standard.id, place=folder),
    )
    return None


def _history(reading: Reading, file: str, folder: str) -> History | None:
    history = reading.value(file, History)
    if history is None or history.standard == folder:
        return history
    key, value = "standard", history.standard
    reading.problems.append(
        faults.ID_NOT_FOLDER.inside(file, (key,), key=key, value=value, place=folder),
    )
    return None


def _shelve_revision(reading: Reading, file: str, shelf: Shelf, number: int) -> None:
    revision = reading.value(file, Revision)
    if revision is None or not _fits(reading, file, revision, number):
        shelf.broken.add(number)
    else:
        shelf.revisions[number] = revision


def _fits(reading: Reading, file: str, revision: Revision, number: int) -> bool:
    before = len(reading.problems)
    if revision.revision != number:
        reading.problems.append(
            faults.ID_NOT_FOLDER.inside(
                file, ("revision",), key="revision", value=revision.revision, place=f"r{number}"
            ),
        )
    seen: set[str] = set()
    for clause in revision.walk():
        if clause.id in seen:
            reading.problems.append(
                faults.ID_TWICE.inside(file, ("clauses", f"#{clause.id}", "id"), value=clause.id),
            )
        seen.add(clause.id)
    return len(reading.problems) == before


def _report_incomplete(reading: Reading, shelves: Mapping[str, Shelf]) -> None:
    """Name each standard that has no usable `standard.yaml`, or no text at all."""
    seen = {problem.file for problem in reading.problems}
    for name, shelf in shelves.items():
        file = paths.standard_file(name)
        if shelf.standard is None and file not in seen:
            reading.problems.append(faults.UNREADABLE.at(file, reason="there is no such file"))
        elif shelf.standard and not shelf.revisions and not shelf.broken:
            reading.problems.append(faults.NO_TEXT.at(file))
