"""The open data of a project without building its site."""

from collections.abc import Mapping
from pathlib import Path

from talqy.data.exports import exports, said_of_standard, texts_of_standard
from talqy.data.services import services_of_standard
from talqy.language.edition import Edition, editions
from talqy.project.survey import survey

SITE_URL = "https://talqy.example/"


def edition_of(project: Path) -> Edition:
    """Return the first edition of a project."""
    return editions(project, *survey(project).known, site_url=SITE_URL)[0]


def of_project(project: Path) -> Mapping[str, bytes]:
    """Return all files below `data/` that are made for programs, by their paths."""
    edition = edition_of(project)
    files = dict(exports(edition))
    for record in edition.register.records:
        files |= dict(texts_of_standard(edition, record))
        files |= dict(said_of_standard(edition, record))
        files |= dict(services_of_standard(edition, record))
    return files
