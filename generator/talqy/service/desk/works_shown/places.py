"""Files in words, and where at the desk one works on what they hold."""

from collections.abc import Iterable
from dataclasses import dataclass, replace

from talqy.language.edition import Edition
from talqy.model import paths
from talqy.model.problem import Level, Problem
from talqy.service.desk.pages import DeskVisit, answers_page, steps_page, text_page, work_page
from talqy.service.desk.plain_values import plainly_said
from talqy.service.desk.work.values import WorkName
from talqy.service.desk.works_shown.begun import standard_title, work_title
from talqy.service.desk.works_shown.fault_places import (
    AlikeProblem,
    alike,
    place_below,
    where_words,
)


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
        below = visit.path(answers_page(comment.standard, comment.revision))
        title = standard_title(visit, comment.standard)
        said = {"id": comment.id, "standard": title}
        if file == comment.response_file:
            return FilePlace(visit.say("Answer to comment {id}: {standard}", **said), below)
        return FilePlace(visit.say("Comment {id}: {standard}", **said), below)
    of = paths.StandardPath.parse(file)
    if of is None:
        return _other(visit, file)
    title = standard_title(visit, of.standard)
    steps = visit.path(steps_page(of.standard))
    if of.revision:
        below = visit.path(text_page(of.standard, of.revision))
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
        title = standard_title(visit, standard)
        words = visit.say("Document of the standard: {standard}", standard=title)
        return FilePlace(words, visit.path(steps_page(standard)))
    return FilePlace(visit.say("Other files"), "")


def fault_views(
    visit: DeskVisit, problems: Iterable[Problem], edition: Edition | None = None
) -> list[FaultView]:
    """Return what is wrong, as a page says it; `edition` is what a work says."""
    spoken = edition or visit.edition
    return [_fault_view(visit, spoken, one) for one in alike(spoken, problems)]


def fault_view(visit: DeskVisit, problem: Problem, edition: Edition | None = None) -> FaultView:
    """Return one problem, as a page says it; `edition` is what a work says."""
    return _fault_view(visit, edition or visit.edition, AlikeProblem(problem))


def _fault_view(visit: DeskVisit, edition: Edition, one: AlikeProblem) -> FaultView:
    catalogue, problem = visit.edition.locale.catalogue, one.problem
    named = WorkName.of_key(str(problem.values.get("work", "")))
    place = _of_work(visit, named) if named else place_of_file(visit, problem.file)
    where = where_words(edition, one)
    below = "" if named else place_below(edition, problem)
    words = plainly_said(edition, problem)
    return FaultView(
        words=f"{where}: {words}" if where and where not in words else words,
        hint=problem.advised(catalogue.problem),
        place=replace(place, href=f"{place.href}{below}" if place.href else ""),
        file=f"{problem.file}:{problem.line}" if problem.line else problem.file,
        is_grave=problem.level is Level.ERROR,
    )


def _of_work(visit: DeskVisit, name: WorkName) -> FilePlace:
    return FilePlace(work_title(visit, name), visit.path(work_page(name)))
