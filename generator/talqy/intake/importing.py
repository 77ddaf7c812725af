"""What becomes of each message and row: taken, taken before, or left with the reasons.

Nothing is taken twice: the id of an imported comment is made from what it says, so the same file
gives the same ids again; and nothing is lost: those that say the same in one file have turns.
"""

from collections import ChainMap, Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from enum import StrEnum
from pathlib import Path

from talqy.comments import kinds
from talqy.intake import import_kinds
from talqy.intake.mail import read_mailbox, read_message, read_outlook
from talqy.intake.submission import ImportContext, Submission, drawn_up, words_of
from talqy.intake.table import ReadTable, read_csv, read_grids
from talqy.intake.table_heads import Columns
from talqy.model.comment import Comment
from talqy.model.problem import Problem
from talqy.office.grids import Place, at
from talqy.office.sound import LockedError, TooBigError, UnsoundError
from talqy.office.true_form import TrueForm, true_form
from talqy.office.worker import FellError, SlowError, Worker

MOST_BYTES = 1 << 25
FORMS = ("eml", "msg", "mbox", "csv", "xlsx", "xls", "ods", "docx")
ARCHIVES = frozenset({".zip", ".rar", ".7z", ".gz", ".tgz", ".tar", ".bz2", ".xz"})
_WORKBOOKS = frozenset({TrueForm.XLSX, TrueForm.XLS, TrueForm.ODS})
_LITTER = frozenset({"thumbs.db", "desktop.ini", "__macosx"})


class Status(StrEnum):
    """What became of a message or a row."""

    TAKEN = "taken"
    ALREADY = "already taken"
    LEFT = "left"


@dataclass(frozen=True, slots=True)
class ImportedRow:
    """One message or row: what was read, what became of it; `comment` is None where it was left."""

    submission: Submission
    status: Status
    comment: Comment | None
    problems: tuple[Problem, ...]

    @property
    def place(self) -> Place:
        """Where it was read."""
        return self.submission.place


@dataclass(frozen=True, slots=True)
class ImportedFile:
    """One file: what was found out about it, what is wrong with it, and each row's status."""

    file: str
    facts: Mapping[str, str]
    problems: tuple[Problem, ...]
    rows: tuple[ImportedRow, ...]

    @property
    def is_clean(self) -> bool:
        """Return whether nothing was left."""
        has_errors = any(problem.is_error for problem in self.problems)
        return not has_errors and all(one.status is not Status.LEFT for one in self.rows)


def take(
    read: ReadTable, file: str, context: ImportContext, before: Mapping[str, Comment]
) -> ImportedFile:
    """Decide about everything in a file; `before` are the comments taken earlier in this run."""
    return ImportedFile(file, read.facts, read.problems, tuple(_rows(read, context, before)))


def _rows(
    read: ReadTable, context: ImportContext, before: Mapping[str, Comment]
) -> Iterator[ImportedRow]:
    turns = Counter[tuple[tuple[str, str], ...]]()
    known = ChainMap[str, Comment]({}, dict(before))
    for submission in read.submissions:
        words = words_of(submission)
        row = _row(submission, turns[words], context, known)
        turns[words] += 1
        if row.comment and row.status is Status.TAKEN:
            known[row.comment.id] = row.comment
            context.judge.earlier.add(row.comment, row.comment.path.file)
        yield row


def _row(
    submission: Submission, turn: int, context: ImportContext, known: Mapping[str, Comment]
) -> ImportedRow:
    """Decide about one; what was taken before is not judged once more."""
    place = submission.place
    if not submission.said:  # what its reader could not read at all, there is nothing to judge
        return ImportedRow(submission, Status.LEFT, None, submission.notes)
    # The same number and the same words are the same message, however often a box has it.
    is_same = submission.source == "message" and bool(submission.origin)
    draft = drawn_up(submission, context, turn=0 if is_same else turn)
    name = draft.comment.id if draft.comment else ""
    there = context.record.comment(name) or known.get(name)
    # Words that were taken out since then are no reason to take the comment once more.
    if there and (there == draft.comment or there.redacted) and not draft.has_errors:
        return ImportedRow(submission, Status.ALREADY, there, ())
    problems = draft.judged(context.judge)
    if there or name in context.record.broken_comments:
        problems += (at(import_kinds.ID_TAKEN, place, id=name),)
    if draft.comment is None or any(problem.is_error for problem in problems):
        why = tuple(one for one in problems if one.kind not in import_kinds.SAID_OF_TAKEN)
        return ImportedRow(submission, Status.LEFT, None, why)
    if turn:  # that others say nearly the same has been said of the first of them
        others = (problem for problem in problems if problem.kind != kinds.CAMPAIGN)
        problems = (*others, at(import_kinds.SAME_WORDS, place))
    return ImportedRow(submission, Status.TAKEN, draft.comment, problems)


# --- reading ---


def form_of(file: str) -> str:
    """Return the form of a file; "" where it is none of ours."""
    ending = file.rpartition(".")[2].lower()
    return ending if ending in FORMS else ""


def gathered(places: Iterable[Path]) -> Iterator[Path]:
    """Yield all files that are named, and those of folders that are, in the order of their paths.

    What systems and programs leave in folders for themselves is passed over.
    """
    for place in places:
        if place.is_dir():
            yield from (file for file in sorted(place.rglob("*")) if _is_somebodys(file, place))
        else:
            yield place


def _is_somebodys(file: Path, folder: Path) -> bool:
    inside = file.relative_to(folder).parts
    hidden = any(part.startswith((".", "~$")) or part.casefold() in _LITTER for part in inside)
    return not hidden and (file.is_symlink() or file.is_file())


def read_apart(worker: Worker, file: Path, timezone: str, columns: Columns) -> ReadTable:
    """Read a stranger's file in the worker; whatever it does there, the next one can be read."""
    place = Place(str(file))
    if file.is_symlink():
        return ReadTable(problems=(at(import_kinds.A_LINK, place),))
    if not form_of(file.name):
        ending = file.suffix or file.name
        forms = ", ".join(f".{form}" for form in FORMS)
        if ending.casefold() in ARCHIVES:
            return ReadTable(problems=(at(import_kinds.ARCHIVE, place, ending=ending),))
        return ReadTable(problems=(at(import_kinds.OTHER_FORM, place, ending=ending, forms=forms),))
    with file.open("rb") as stream:
        data = stream.read(MOST_BYTES + 1)
    try:
        return worker.run(read_intake, data, str(file), timezone, columns)
    except SlowError as slow:
        return ReadTable(problems=(too_slow(slow, place.file),))
    except FellError:
        return ReadTable(problems=(at(import_kinds.FELL, place),))


def too_slow(error: SlowError, file: str) -> Problem:
    """Return why a file was not read to its end: it is too much, or the computer was too busy."""
    kind = import_kinds.SLOW_BY_THE_CLOCK if error.by_clock else import_kinds.SLOW
    return kind.at(file, seconds=error.seconds)


def read_intake(data: bytes, file: str, timezone: str, columns: Columns | None = None) -> ReadTable:
    """Read a file; what it is not able to say is a problem of the file.

    `columns` are the heads of tables that somebody has mapped to fields.
    """
    form = form_of(file)
    if len(data) > MOST_BYTES:
        return ReadTable(problems=(at(import_kinds.TOO_BIG, Place(file)),))
    if form == "eml":
        return read_message(data, file, timezone)
    if form == "msg":
        return read_outlook(data, file, timezone)
    if form == "mbox":
        return read_mailbox(data, file, timezone)
    return _read_table(data, file, form, columns or Columns())


def _read_table(data: bytes, file: str, form: str, columns: Columns) -> ReadTable:
    """Read a table as what it is: a workbook is one whatever its name ends in."""
    what, place = true_form(data), Place(file)
    if what in (TrueForm.LOCKED, TrueForm.STRICT):
        kind = import_kinds.LOCKED if what is TrueForm.LOCKED else import_kinds.STRICT
        return ReadTable(problems=(at(kind, place),))
    if what in _WORKBOOKS and form != "docx":
        return _read_office(data, file, what.value, columns)
    is_strange = what is TrueForm.MARKUP or (what is TrueForm.TEXT and form != "csv")
    if is_strange and form != "docx":
        problem = at(import_kinds.OTHER_CONTENT, place, ending=f".{form}", reason=what.value)
        return ReadTable(problems=(problem,))
    if form == "csv":
        return read_csv(data, file, columns)
    return _read_office(data, file, form, columns)


def _read_office(data: bytes, file: str, form: str, columns: Columns) -> ReadTable:
    # Loaded late, as all that is made with the libraries for Word and Excel.
    if form == "docx":
        from talqy.intake.word_intake import read_docx  # noqa: PLC0415

        return read_docx(data, file, columns)
    from talqy.office import read  # noqa: PLC0415
    from talqy.office.own_mark import own_mark  # noqa: PLC0415

    if own_mark(data):
        return ReadTable(problems=(at(import_kinds.OUR_OWN, Place(file)),))

    try:
        sheets = read_grids(read.grids(data, file, form), file, columns)
    except TooBigError:
        return ReadTable(problems=(at(import_kinds.TOO_BIG, Place(file)),))
    except LockedError:
        return ReadTable(problems=(at(import_kinds.LOCKED, Place(file)),))
    except UnsoundError:
        return ReadTable(problems=(at(import_kinds.NOT_READABLE, Place(file), form=form.upper()),))
    not_seen = read.NOT_SEEN.get(form, "")
    return replace(sheets, facts={**sheets.facts, "not seen": not_seen}) if not_seen else sheets
