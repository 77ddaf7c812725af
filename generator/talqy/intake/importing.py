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
from talqy.comments.table_heads import Columns
from talqy.intake import import_kinds, row_kinds
from talqy.intake.drawn_up import Draft, drawn_up
from talqy.intake.forms import form_of, refused
from talqy.intake.identity import ids_with_other_options
from talqy.intake.submission import ImportContext, Submission, words_of
from talqy.intake.table import ReadTable
from talqy.model.comment import Comment
from talqy.model.litter import is_litter
from talqy.model.problem import Problem
from talqy.model.register import Record
from talqy.office.grids import Place, at
from talqy.office.worker import FellError, SlowError, Worker

MOST_BYTES = 1 << 25


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
    """One file: what was found out about it, what is wrong with it, and each row's status.

    `not_read` counts the rows of tables that could not be read as tables of comments.
    """

    file: str
    facts: Mapping[str, str]
    problems: tuple[Problem, ...]
    rows: tuple[ImportedRow, ...]
    not_read: int = 0

    @property
    def is_clean(self) -> bool:
        """Return whether nothing was left."""
        has_errors = any(problem.is_error for problem in self.problems)
        return not has_errors and all(one.status is not Status.LEFT for one in self.rows)


def take(
    read: ReadTable, file: str, context: ImportContext, before: Mapping[str, Comment]
) -> ImportedFile:
    """Decide about everything in a file; `before` are the comments taken earlier in this run."""
    rows = tuple(_rows(read, context, before))
    # A file of which nothing is new is the same file again. Else two people may have said the same.
    is_again = all(row.status is not Status.TAKEN and _id(row) not in before for row in rows)
    if not is_again:
        rows = tuple(map(_asked_whose, rows))
    return ImportedFile(file, read.facts, read.problems, rows, read.not_read)


def _id(row: ImportedRow) -> str:
    return row.comment.id if row.comment else ""


def _asked_whose(row: ImportedRow) -> ImportedRow:
    """Say of words that are on file already that nothing tells their author from another one."""
    is_told_apart = row.submission.origin or (row.comment and row.comment.author.name)
    if row.status is not Status.ALREADY or is_told_apart:
        return row
    return replace(row, problems=(*row.problems, at(import_kinds.COUNTED_ONCE, row.place)))


class _OnFile:
    """The comments on record, by their texts, for the submissions of one file."""

    def __init__(self, record: Record, drafts: Iterable[Draft | None]) -> None:
        self._record = record
        self._own = {draft.comment.id for draft in drafts if draft and draft.comment}
        self._by_text: dict[str, list[Comment]] = {}
        for comment in record.comments:
            self._by_text.setdefault(comment.text, []).append(comment)

    def with_other_options(self, draft: Draft) -> str:
        """Return the comment that the same words became with other options; "" if there is none.

        One that another row of the file stands for is not this one: two people may say the same.
        """
        alike = self._by_text.get(draft.parts["text"], ())
        ids = ids_with_other_options(draft.parts, draft.submission.said, alike)
        return next((one for one in ids if one not in self._own and self._record.comment(one)), "")


def _rows(
    read: ReadTable, context: ImportContext, before: Mapping[str, Comment]
) -> Iterator[ImportedRow]:
    known = ChainMap[str, Comment]({}, dict(before))
    drafts = tuple(drafts_of(read, context))
    on_file = _OnFile(context.record, drafts)
    for submission, draft in zip(read.submissions, drafts, strict=True):
        row = _row(submission, draft, context, known, on_file)
        if row.comment and row.status is Status.TAKEN:
            known[row.comment.id] = row.comment
            context.judge.earlier.add(row.comment, row.comment.path.file)
        yield row


def drafts_of(read: ReadTable, context: ImportContext) -> Iterator[Draft | None]:
    """Draw up each submission; None for what its reader could not read at all."""
    turns = Counter[tuple[tuple[str, str], ...]]()
    for submission in read.submissions:
        words = words_of(submission)
        # The same number and the same words are the same message, however often a box has it.
        is_same = submission.source == "message" and bool(submission.origin)
        turn = 0 if is_same else turns[words]
        yield (
            drawn_up(submission, context, name=submission.id, turn=turn)
            if submission.said
            else None
        )
        turns[words] += 1


def _row(
    submission: Submission,
    draft: Draft | None,
    context: ImportContext,
    known: Mapping[str, Comment],
    on_file: _OnFile,
) -> ImportedRow:
    """Decide about one; what was taken before is not judged once more."""
    place = submission.place
    if draft is None:
        return ImportedRow(submission, Status.LEFT, None, submission.notes)
    name = draft.comment.id if draft.comment else ""
    there = context.record.comment(name) or known.get(name)
    # Words that were taken out since then are no reason to take the comment once more.
    is_same = there and (there == draft.comment or there.redacted or _is_again(there, draft))
    if there and is_same and not draft.has_errors:
        return ImportedRow(submission, Status.ALREADY, there, ())
    problems = draft.judged(context.judge)
    # What is wrong with the row is said first: with that it is no other comment yet.
    if name in context.record.broken_comments or (there and not draft.has_errors):
        problems += (at(import_kinds.ID_TAKEN, place, id=name),)
    elif name and not draft.has_errors and (other := on_file.with_other_options(draft)):
        problems += (at(import_kinds.ID_TAKEN, place, id=other),)
    if draft.comment is None or any(problem.is_error for problem in problems):
        why = tuple(one for one in problems if one.kind not in import_kinds.SAID_OF_TAKEN)
        return ImportedRow(submission, Status.LEFT, None, why)
    if draft.parts["turn"]:  # that others say nearly the same has been said of the first of them
        others = (problem for problem in problems if problem.kind != kinds.CAMPAIGN)
        problems = (*others, at(import_kinds.SAME_WORDS, place))
    return ImportedRow(submission, Status.TAKEN, draft.comment, problems)


def _is_again(there: Comment, draft: Draft) -> bool:
    """Return whether it is the same comment of another site, however it was filed here."""
    made_at, words = draft.submission.made_at, str(draft.tree.get("text", ""))
    return bool(made_at and there.source and made_at.id == there.source.id and words == there.text)


# --- reading ---


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
    hidden = any(part.startswith(".") or is_litter(part) for part in inside)
    around = [up for up in file.parents if up.is_relative_to(folder)]
    return not (hidden or any(map(_is_beside_page, around))) and (
        file.is_symlink() or not file.is_dir()
    )


_BESIDE_PAGE = "_files"


def _is_beside_page(folder: Path) -> bool:
    """Return whether a browser has put into a folder what belongs to the page beside it."""
    page = folder.with_name(folder.name.removesuffix(_BESIDE_PAGE))
    is_named = folder.name.endswith(_BESIDE_PAGE) and page.name
    return bool(is_named) and any(
        page.with_name(f"{page.name}{ending}").is_file() for ending in (".html", ".htm")
    )


def read_apart(worker: Worker, file: Path, timezone: str, columns: Columns) -> ReadTable:
    """Read a stranger's file in the worker; whatever it does there, the next one can be read."""
    place = Place(str(file))
    if file.is_symlink():
        return ReadTable(problems=(at(import_kinds.A_LINK, place),))
    if file.exists() and not file.is_file():  # a pipe keeps whoever opens it waiting
        return ReadTable(problems=(at(row_kinds.NO_ORDINARY_FILE, place),))
    if form_of(file.name) is None:
        return refused(str(file))
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
    if form is None:
        return refused(file)
    if len(data) > MOST_BYTES:
        return ReadTable(problems=(at(import_kinds.TOO_BIG, Place(file)),))
    return form.read(data, file, timezone, columns or Columns())
