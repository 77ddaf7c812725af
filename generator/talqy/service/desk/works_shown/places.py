"""Files in words, and where at the desk one works on what they hold."""

from dataclasses import dataclass

from talqy.language.clause_sayings import plain_clause_name
from talqy.model import paths
from talqy.model.problem import Level, Problem
from talqy.service.desk.pages import DeskVisit
from talqy.service.desk.works_shown.promises import text_in_work
from talqy.service.desk.works_shown.spoken_fault import clause_at, spoken_fault, spoken_words

_OF_STEPS = frozenset({("consultation",), ("adopted",), ("withdrawn",)})
"""What of a text is said by its steps, and not by its draft."""


@dataclass(frozen=True, slots=True)
class FilePlace:
    """A file in words; `href` is the page of the desk for it, empty where there is none."""

    words: str
    href: str


@dataclass(frozen=True, slots=True)
class FaultView:
    """What is wrong, in words, and where it can be mended.

    `file` and `hint` are for the technical person: they speak of keys in files.
    """

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
        record = visit.edition.register.record(comment.standard)
        name = record.comment_name(comment.id) if record else comment.id
        said = {"id": name, "standard": title}
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
    """Return what is wrong, as a page says it; what to write in files is for who works on them."""
    spoken = spoken_fault(visit, problem)
    say = spoken_words(visit.edition.locale)
    return FaultView(
        words=spoken.said(say),
        hint=spoken.advised(say),
        place=_place_of(visit, problem),
        file=f"{problem.file}:{problem.line}" if problem.line else problem.file,
        is_grave=problem.level is Level.ERROR,
    )


def _place_of(visit: DeskVisit, problem: Problem) -> FilePlace:
    """Return the clause of a text that a problem is about, or what its file holds."""
    place = place_of_file(visit, problem.file)
    of = paths.StandardPath.parse(problem.file)
    if of is None or not of.revision:
        return place
    if problem.path[:1] in _OF_STEPS:
        return FilePlace(place.words, visit.path(f"steps/{of.standard}/"))
    text = text_in_work(visit, of.standard, of.revision)
    name = clause_at(text, problem) if text else ""
    if not text or not name:
        return place
    called = plain_clause_name(visit.edition.locale, text, name)
    language = _language(visit, problem)
    words = ", ".join(filter(None, (place.words, called, language)))
    return FilePlace(words, f"{place.href}#{name}")


def _language(visit: DeskVisit, problem: Problem) -> str:
    last = problem.path[-1] if problem.path else ""
    codes = {one.code for one in visit.spoken.editions}
    return visit.edition.locale.language_name(str(last)) if last in codes else ""
