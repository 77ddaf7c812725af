"""A project's folder in, its register and all problems of all its files out."""

import re
from collections.abc import Iterable, Iterator, Mapping
from contextlib import suppress
from dataclasses import dataclass, replace
from pathlib import Path

from holidays.registry import EntityLoader

from talqy.errors import ProjectNotFoundError
from talqy.model import paths
from talqy.model.digest import digest_of_text_file
from talqy.model.nearness import nearest
from talqy.model.problem import Problem
from talqy.model.project import Project
from talqy.model.register import LostStandard, Record, Register
from talqy.model.standard import Standard
from talqy.project import faults
from talqy.project.comments import CommentIndex, read_comments
from talqy.project.file_reader import FileReader, Readings
from talqy.project.files import (
    DiskFiles,
    ListedFile,
    ProjectFiles,
    problems_of_folders,
    problems_of_names,
)
from talqy.project.raw_files import problems_of_raw_files
from talqy.project.shipped import shipped_calendars, shipped_codes, shipped_profiles
from talqy.project.shipped_files import shipped_templates
from talqy.project.site_file import problems_of_site_file
from talqy.project.standards import StandardFiles, read_standards
from talqy.project.stray_templates import problems_of_stray_templates
from talqy.project.validate import unknown_key
from talqy.project.zones import zone_names

_SITE_URL = re.compile(r"(?m)^site_url[ \t]*:[ \t]*[\"']?(?P<url>[^\s\"'#]+)")


@dataclass(frozen=True, slots=True)
class ReadProject:
    """What could be read. `register` is None where `project.yaml` itself cannot be used."""

    register: Register | None
    problems: tuple[Problem, ...]


def read_project(
    root: Path, readings: Readings | None = None, files: ProjectFiles | None = None
) -> ReadProject:
    """Read a project's folder; `readings` are what its `files` were read as before."""
    if not (root / paths.PROJECT).is_file():
        raise ProjectNotFoundError(
            "there is no {file} in {folder}; go to the project's folder, or make a project with "
            "“talqy init”",
            file=paths.PROJECT,
            folder=root.as_posix(),
        )
    read = read_files(files or DiskFiles(root), readings=readings)
    of_folders = (*problems_of_folders(root), *problems_of_raw_files(root))
    of_site = problems_of_site_file(root)
    return replace(read, problems=(*of_folders, *of_site, *read.problems))


def read_files(
    files: ProjectFiles, besides: Iterable[str] = (), readings: Readings | None = None
) -> ReadProject:
    """Read all of `standards/` and `comments/`; a broken file never hides the others.

    `besides` are languages that texts may be in beside those of the project.
    """
    reader = FileReader(files, readings=readings or Readings())
    reader.readings.begin()
    project = _project(reader)
    codes = shipped_codes().over(project.codes) if project else shipped_codes()
    languages = (*(project.languages if project else ()), *besides)
    reader.context = reader.readings.as_before({"languages": languages, "codes": codes.lists})
    entries = {folder: tuple(files.entries(folder)) for folder in paths.FOLDERS}
    reader.problems += problems_of_names(e.path for listed in entries.values() for e in listed)
    reader.problems += problems_of_stray_templates(files, entries[paths.TEMPLATES])
    standards = read_standards(reader, entries[paths.STANDARDS])
    comments = read_comments(reader, entries[paths.COMMENTS], standards)
    if project is None:
        return ReadProject(None, tuple(reader.problems))
    records, lost = _records(standards, comments), tuple(_lost(standards))
    register = Register(
        project,
        codes,
        shipped_profiles(),
        shipped_calendars(),
        records,
        reader.remarks,
        lost,
        _site_url(files),
        _templates(files, entries[paths.TEMPLATES]),
    )
    return ReadProject(register, tuple(reader.problems))


def _templates(files: ProjectFiles, entries: Iterable[ListedFile]) -> Mapping[str, str]:
    """Return the digests of the project's own words and templates; prose of people is none."""
    found = {}
    for entry in entries:
        if paths.is_in(entry.path, *paths.SAID_AND_MADE) and not entry.is_link:
            with suppress(OSError):
                found[entry.path] = digest_of_text_file(files.data(entry.path))
    return found


def _project(reader: FileReader) -> Project | None:
    """Read the settings, and hold them to the world: its time zones and countries."""
    project = reader.value(paths.PROJECT, Project)
    if project is None:
        return None
    countries = set(EntityLoader.get_country_codes())
    unknown = [
        faults.WRONG_VALUE_NEAR.at(
            paths.PROJECT, path, value=value, nearest=nearest(value, known) or default
        )
        for path, value, known, default in (
            (("timezone",), project.timezone, zone_names(), "Asia/Almaty"),
            (("calendar", "country"), project.calendar.country, countries, "KZ"),
        )
        if value not in known
    ]
    reader.problems += [*unknown, *_unspoken(reader, project), *_unknown_lists(project)]
    return None if unknown else project


def _site_url(files: ProjectFiles) -> str | None:
    """Return the address in mkdocs.yml, a file of MkDocs, which has words that our YAML refuses."""
    if not files.is_file(paths.SITE):
        return None
    try:
        text = files.data(paths.SITE).decode("utf-8", "replace")
    except OSError:
        return None
    found = _SITE_URL.search(text)
    return found["url"] if found else ""


def _unspoken(reader: FileReader, project: Project) -> Iterator[Problem]:
    """Yield the problem of a language for commands in which there are no words."""
    known = {file.stem for file in (shipped_templates() / "messages").glob("*.po")}
    own = reader.files.entries(paths.MESSAGES)
    known |= {entry.name.removesuffix(".po") for entry in own if entry.name.endswith(".po")}
    if project.messages and project.messages not in known:
        yield faults.WRONG_VALUE.at(
            paths.PROJECT, ("messages",), value=project.messages, known=", ".join(sorted(known))
        )


def _unknown_lists(project: Project) -> Iterator[Problem]:
    """Yield the problem of names given to codes of a list that nothing asks for."""
    known = sorted(shipped_codes().lists)
    for name in project.codes:
        if name not in known:
            yield unknown_key(paths.PROJECT, ("codes", name), known)


def _lost(standards: Mapping[str, StandardFiles]) -> Iterator[LostStandard]:
    """Yield the standards on record of which nothing can be shown."""
    for name, files in sorted(standards.items()):
        if files.is_recorded and not (files.standard and files.revisions):
            first = min(files.broken, default=1)
            file = paths.revision_file(name, first) if files.standard else paths.standard_file(name)
            recorded = files.history.revisions if files.history else ()
            texts = tuple(entry.revision for entry in recorded)
            yield LostStandard(name, files.standard, texts, file, file not in files.known)


def _records(standards: Mapping[str, StandardFiles], index: CommentIndex) -> tuple[Record, ...]:
    return tuple(
        _record(files.standard, files, index)
        for _, files in sorted(standards.items())
        if files.standard is not None and files.revisions
    )


def _record(standard: Standard, files: StandardFiles, index: CommentIndex) -> Record:
    comments = tuple(index.comments.get(standard.id, ()))
    ids = [comment.id for comment in comments]
    return Record(
        standard=standard,
        revisions=tuple(files.revisions[number] for number in sorted(files.revisions)),
        comments=comments,
        responses={name: index.responses[name] for name in ids if name in index.responses},
        history=files.history,
        broken_history=files.has_broken_history,
        broken_revisions=frozenset(files.broken),
        broken_comments=frozenset(index.broken.get(standard.id, ())),
        digests={name: index.digests[name] for name in ids},
        tagged=index.tags.get(standard.id),
    )
