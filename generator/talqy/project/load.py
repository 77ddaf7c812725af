"""A project's folder in, its register and all problems of all its files out."""

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from zoneinfo import available_timezones

from holidays.registry import EntityLoader

from talqy.errors import ProjectNotFoundError
from talqy.model import paths
from talqy.model.comment import Comment
from talqy.model.problem import Problem
from talqy.model.project import Project
from talqy.model.register import Record, Register
from talqy.project import faults
from talqy.project.comments import Mailbox, read_comments
from talqy.project.files import DiskFiles, ProjectFiles
from talqy.project.lists import shipped_codes, shipped_profiles
from talqy.project.reading import Reading
from talqy.project.standards import Shelf, read_standards
from talqy.project.validate import nearest


@dataclass(frozen=True, slots=True)
class ReadProject:
    """What could be read. `register` is None where `project.yaml` itself cannot be used."""

    register: Register | None
    problems: tuple[Problem, ...]


def read_project(root: Path) -> ReadProject:
    """Read a project's folder."""
    if not (root / paths.PROJECT).is_file():
        raise ProjectNotFoundError(
            f"there is no {paths.PROJECT} in {root}; "
            "go to the project's folder, or make a project with “talqy init”",
        )
    return read_files(DiskFiles(root))


def read_files(files: ProjectFiles) -> ReadProject:
    """Read all of `standards/` and `comments/`; a broken file never hides the others."""
    reading = Reading(files)
    project = _project(reading)
    codes = shipped_codes().over(project.codes) if project else shipped_codes()
    languages = project.languages if project else ()
    reading.context = {"languages": languages, "codes": codes.lists}
    shelves = read_standards(reading, files.entries("standards"))
    mailbox = read_comments(reading, files.entries("comments"), shelves)
    if project is None:
        return ReadProject(None, tuple(reading.problems))
    register = Register(
        project, codes, shipped_profiles(), _records(shelves, mailbox, reading.digests)
    )
    return ReadProject(register, tuple(reading.problems))


def _project(reading: Reading) -> Project | None:
    """Read the settings, and hold them to the world: its time zones and countries."""
    project = reading.value(paths.PROJECT, Project)
    if project is None:
        return None
    countries = set(EntityLoader.get_country_codes())
    unknown = [
        faults.WRONG_VALUE_NEAR.inside(
            paths.PROJECT, path, value=value, nearest=nearest(value, known) or default
        )
        for path, value, known, default in (
            (("timezone",), project.timezone, available_timezones(), "Asia/Almaty"),
            (("calendar", "country"), project.calendar.country, countries, "KZ"),
        )
        if value not in known
    ]
    reading.problems += unknown
    return None if unknown else project


def _records(
    shelves: Mapping[str, Shelf], mailbox: Mailbox, digests: Mapping[str, str]
) -> tuple[Record, ...]:
    return tuple(
        Record(
            standard=shelf.standard,
            revisions=tuple(shelf.revisions[number] for number in sorted(shelf.revisions)),
            comments=tuple(mailbox.comments.get(name, ())),
            responses={
                comment.id: mailbox.responses[comment.id]
                for comment in mailbox.comments.get(name, ())
                if comment.id in mailbox.responses
            },
            history=shelf.history,
            broken_revisions=frozenset(shelf.broken),
            broken_comments=frozenset(mailbox.broken),
            digests={
                comment.id: digests[_comment_file(comment)]
                for comment in mailbox.comments.get(name, ())
            },
        )
        for name, shelf in sorted(shelves.items())
        if shelf.standard is not None and shelf.revisions
    )


def _comment_file(comment: Comment) -> str:
    return paths.comment_file(comment.standard, comment.revision, comment.received, comment.id)
