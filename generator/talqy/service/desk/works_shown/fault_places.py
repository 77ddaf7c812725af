"""Where in a text a problem is, in words, and on which page of the desk that is mended."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from talqy.language.edition import Edition
from talqy.model import paths
from talqy.model.problem import Problem
from talqy.model.register import Record
from talqy.model.revision import Clause, Revision
from talqy.service.desk.works_shown.version_places import VersionPlaces

_OF_THE_DRAFT = frozenset({"explanation", "gist", "grounds", "aims", "consequences"})


@dataclass(frozen=True, slots=True)
class AlikeProblem:
    """Problems that differ in the language alone, told as one: of all languages, or of one."""

    problem: Problem
    is_of_all: bool = False


def alike(edition: Edition, problems: Iterable[Problem]) -> list[AlikeProblem]:
    """Return problems, those that are said of every language as one."""
    languages = edition.register.project.languages
    found: dict[tuple[object, ...], list[Problem]] = {}
    for one in problems:
        last = one.path[-1] if one.path else ""
        path = one.path[:-1] if last in languages else one.path
        values = tuple(sorted((name, str(value)) for name, value in one.values.items()))
        found.setdefault((one.kind, one.file, path, values), []).append(one)
    told = list[AlikeProblem]()
    for same in found.values():
        named = {str(one.path[-1]) for one in same if one.path}
        is_all = len(same) > 1 and named == set(languages)
        told += [AlikeProblem(same[0], is_of_all=True)] if is_all else map(AlikeProblem, same)
    return told


def where_words(edition: Edition, one: AlikeProblem) -> str:
    """Return the clause, the field and the language of which a problem speaks; else nothing."""
    problem = one.problem
    record, text = _text_of(edition, problem.file)
    if text is None or not problem.path:
        return ""
    places = VersionPlaces(edition, text, record)
    path = _by_names(text, problem.path[:-1] if one.is_of_all else problem.path)
    said = places.name(path) if path else ""
    if not said and path[:1] == ("clauses",) and len(path) > 1 and text.clause(path[-1]):
        said = places.clause(path[-1])
    return said


def place_below(edition: Edition, problem: Problem) -> str:
    """Return what leads on from the page of a text to where a problem of it is mended.

    Or from the page of all comments on it to the one that a problem speaks of, or its answer.
    """
    if heard := paths.CommentPath.parse(problem.file):
        record = edition.register.record(heard.standard)
        if record is None or record.comment(heard.id) is None:
            return ""
        is_answer = problem.file == heard.response_file
        return f"answer/?c={heard.id}" if is_answer else f"redact/{heard.id}/"
    _, text = _text_of(edition, problem.file)
    if text is None or not problem.path:
        return ""
    key, step = (*problem.path, "", "")[:2]
    if key == "amendments":
        return f"reasons/#reason-{step + 1}" if isinstance(step, int) else "reasons/"
    if key in _OF_THE_DRAFT:
        return "about/"
    named = [one for one in _by_names(text, problem.path) if text.clause(one)]
    return f"#{named[-1]}" if key == "clauses" and named else ""


def _text_of(edition: Edition, file: str) -> tuple[Record | None, Revision | None]:
    of = paths.StandardPath.parse(file)
    record = edition.register.record(of.standard) if of and of.revision else None
    return record, record.revision(of.revision) if of and record else None


def _by_names(text: Revision, path: Sequence[str | int]) -> tuple[str, ...]:
    """Return a path with the names of clauses instead of their numbers, as versions have it."""
    named, steps, there = list[str](), list(path), tuple[Clause, ...](text.clauses)
    if steps[:1] == ["amendments"] and len(steps) > 1 and isinstance(steps[1], int):
        return ("amendments", str(steps[1] + 1), *map(str, steps[2:]))
    while len(steps) > 1 and steps[0] == "clauses":
        step = steps[1]
        if isinstance(step, str):
            name = step.removeprefix("#")
            clause = text.clause(name)
        else:
            clause = there[step] if step < len(there) else None
        if clause is None:
            return ()
        named += ["clauses", clause.id]
        there, steps = clause.clauses, steps[2:]
    return (*named, *map(str, steps))
