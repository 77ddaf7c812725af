"""Files in words, and where at the desk one works on what they hold."""

from dataclasses import dataclass, replace

from talqy.model import paths
from talqy.model.problem import Level, Problem
from talqy.model.values import is_slug
from talqy.service.desk.pages import DeskVisit
from talqy.service.desk.plain_values import with_plain_values
from talqy.service.desk.work.names import WorkName
from talqy.service.desk.works_shown.begun import work_title


@dataclass(frozen=True, slots=True)
class FilePlace:
    """A file in words; `href` is the page of the desk for it, empty where there is none."""

    words: str
    href: str


@dataclass(frozen=True, slots=True)
class FaultView:
    """What is wrong, in words, and where it can be mended; `file` is for the technical person."""

    words: str
    hint: str
    place: FilePlace
    file: str
    is_grave: bool


def place_of_file(visit: DeskVisit, file: str) -> FilePlace:
    """Return what a file holds, in words of the field, and where one works on it."""
    comment = paths.CommentPath.parse(file)
    if comment:
        below = visit.path(f"answers/{comment.standard}/r{comment.revision}/")
        title = _title(visit, comment.standard)
        said = {"id": comment.id, "standard": title}
        if file == comment.response_file:
            return FilePlace(visit.say("Answer to comment {id}: {standard}", **said), below)
        return FilePlace(visit.say("Comment {id}: {standard}", **said), below)
    of = paths.StandardPath.parse(file)
    if of is None:
        return _other(visit, file)
    title = _title(visit, of.standard)
    steps = visit.path(f"steps/{of.standard}/")
    if of.revision:
        below = visit.path(f"s/{of.standard}/r{of.revision}/")
        words = visit.say("Revision {n}: {standard}", n=of.revision, standard=title)
        return FilePlace(words, below)
    if of.is_history:
        return FilePlace(visit.say("Record: {standard}", standard=title), steps)
    return FilePlace(visit.say("Particulars of the standard: {standard}", standard=title), steps)


def _other(visit: DeskVisit, file: str) -> FilePlace:
    if file == paths.PROJECT:
        return FilePlace(visit.say("Settings of the project"), "")
    standard = paths.standard_of(file)
    if standard and paths.is_in(file, paths.STANDARDS):
        title = _title(visit, standard)
        words = visit.say("Document of the standard: {standard}", standard=title)
        return FilePlace(words, visit.path(f"steps/{standard}/"))
    return FilePlace(visit.say("Other files"), "")


def _title(visit: DeskVisit, standard: str) -> str:
    record = visit.edition.register.record(standard)
    return visit.edition.short_title(record).striptags() if record else standard


def fault_view(visit: DeskVisit, problem: Problem) -> FaultView:
    """Return what is wrong, as a page says it."""
    catalogue = visit.edition.locale.catalogue
    named = WorkName.of_key(str(problem.values.get("work", "")))
    place = _of_work(visit, named) if named else place_of_file(visit, problem.file)
    below = "" if named else _below(problem)
    problem = with_plain_values(visit.edition, problem)
    return FaultView(
        words=problem.said(catalogue.problem),
        hint=problem.advised(catalogue.problem),
        place=replace(place, href=f"{place.href}{below}" if place.href else ""),
        file=f"{problem.file}:{problem.line}" if problem.line else problem.file,
        is_grave=problem.level is Level.ERROR,
    )


def _of_work(visit: DeskVisit, name: WorkName) -> FilePlace:
    return FilePlace(work_title(visit, name), visit.path(f"work/{name.key}/"))


def _below(problem: Problem) -> str:
    """Return what leads on from the page of a text to the clause that a problem is about."""
    of = paths.StandardPath.parse(problem.file)
    clause = problem.values.get("clause")
    if of is None or not of.revision or not isinstance(clause, str) or not is_slug(clause):
        return ""
    return f"#{clause}"
