"""Files of comments: all are read, then each is taken, with what a person has answered."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from talqy.comments.doors import Door
from talqy.comments.table_heads import Columns
from talqy.intake import portal_kinds
from talqy.intake.forms import form_of
from talqy.intake.importing import ImportedFile, Status, gathered, read_apart, take
from talqy.intake.mail import addressed
from talqy.intake.portal_counts import wrong_counts
from talqy.intake.portal_places import Answers, PortalQuestion, placed
from talqy.intake.submission import ImportContext
from talqy.intake.table import ReadTable
from talqy.model.comment import Comment
from talqy.model.problem import Problem
from talqy.office.grids import Place
from talqy.office.portal_values import PortalPage
from talqy.office.worker import Worker


@dataclass(frozen=True, slots=True)
class ReadFile:
    """A file that was read, and what holds for all that is in it."""

    file: str
    read: ReadTable
    context: ImportContext


def read_files(
    files: Sequence[Path], context: ImportContext, heads: Columns, *, by_subject: bool
) -> list[ReadFile]:
    """Return file after file, each with its door, and with what its form says of all in it."""
    done = []
    with Worker() as worker:
        for file in gathered(files):
            read = read_apart(worker, file, context.judge.register.project.timezone, heads)
            form = form_of(file.name)
            door = form.door if form else Door.TABLE
            if door is Door.MAIL:
                clause = context.unsaid.get("clause", "")
                read = addressed(read, context, clause=clause, by_subject=by_subject)
            here = replace(
                context,
                judge=replace(context.judge, door=door),
                unsaid={**(form.unsaid if form else {}), **context.unsaid},
            )
            done.append(ReadFile(str(file), read, here))
    return done


def questions_of(reads: Sequence[ReadFile]) -> list[PortalQuestion]:
    """Return all that a person is asked of the pages among the files."""
    return [question for one in reads for question in placed(one.read, one.context, {})[1]]


def taken(
    reads: Sequence[ReadFile], context: ImportContext, answers: Answers
) -> list[ImportedFile]:
    """Return what became of each file; what an earlier one of them had is taken already."""
    done: list[ImportedFile] = []
    pages = [(one.file, one.read.page) for one in reads if one.read.page]
    counts = wrong_counts(pages, context.judge.register.codes)
    for one in reads:
        read, _ = placed(one.read, one.context, answers)
        before = {comment.id: comment for comment in new_comments(done)}
        file = take(read, one.file, one.context, before)
        done.append(replace(file, problems=(*file.problems, *counts.get(one.file, ()))))
    return done


def new_comments(files: Sequence[ImportedFile]) -> list[Comment]:
    """Return the comments that were taken."""
    return [
        one.comment
        for file in files
        for one in file.rows
        if one.comment and one.status is Status.TAKEN
    ]


def portal_pages(
    files: Sequence[Path], timezone: str
) -> tuple[Sequence[PortalPage], Sequence[Problem]]:
    """Return saved pages of the portal; or else, of the first that is none, why it is not."""
    found: list[PortalPage] = []
    with Worker() as worker:
        for file in files:
            read = read_apart(worker, file, timezone, Columns())
            if read.page is None:
                none = portal_kinds.of_page(Place(str(file)), portal_kinds.NO_DRAFT_THERE)
                return (), read.problems or (none,)
            found.append(read.page)
    return found, ()
