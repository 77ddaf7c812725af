"""Settings of the service as they hold: the file, what it leaves to others, and the secrets.

Secrets come from the environment alone: a file is copied, mailed and committed.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from urllib.parse import urlsplit

from talqy.errors import TalqyError
from talqy.language.screen import on_screen
from talqy.model.problem import Problem
from talqy.model.service import ServiceFile
from talqy.project.file_reader import FileReader, sorted_by_place
from talqy.project.files import HeldFiles
from talqy.project.yaml_read import MAX_BYTES

SECRET = "TALQY_SERVICE_SECRET"  # noqa: S105 - the name of a variable
DATABASE = "TALQY_SERVICE_DATABASE"
FORGE_TOKEN = "TALQY_FORGE_TOKEN"  # noqa: S105 - the name of a variable
MAIL_PASSWORD = "TALQY_MAIL_PASSWORD"  # noqa: S105 - the name of a variable
MAILBOX_PASSWORD = "TALQY_MAILBOX_PASSWORD"  # noqa: S105 - the name of a variable
QUEUE = "queue.sqlite"
"""The file of the queue in the service's folder, where no other database is named."""
FOLLOWED = "followed"


class NoSettingsError(TalqyError):
    """There is no file of settings, or nothing can be done with it."""


@dataclass(frozen=True, slots=True)
class Settings:
    """What holds for one service: `folder` is that of the file, `secret` what only it knows."""

    said: ServiceFile
    folder: Path
    secret: str = field(repr=False, default="")
    own_database: str = field(repr=False, default="")
    """The database that the environment names; it beats that of the file."""
    forge_token: str = field(repr=False, default="")
    """By which git and the forge know the service, where comments go to another repository."""
    mail_password: str = field(repr=False, default="")
    mailbox_password: str = field(repr=False, default="")

    @property
    def repository(self) -> Path:
        """The project's repository."""
        return self.folder / self.said.repository

    @property
    def data(self) -> Path:
        """The service's own folder."""
        return self.folder / self.said.data

    @property
    def database(self) -> str | Path:
        """Where the queue lies: an address of PostgreSQL, or a file of SQLite."""
        return self.own_database or self.said.database or self.data / QUEUE

    @property
    def followed(self) -> Path:
        """The file that says which commit of the project was followed last."""
        return self.data / FOLLOWED

    @property
    def address(self) -> str:
        """Where people find the service; it ends with “/”."""
        return self.said.address.rstrip("/") + "/"

    @property
    def path(self) -> str:
        """The path of its address on its host, such as `/` or `/comments/`."""
        return urlsplit(self.address).path


@dataclass(frozen=True, slots=True)
class ReadSettings:
    """Settings that were read; None where the file cannot be used, and then `problems` say why."""

    settings: Settings | None
    problems: tuple[Problem, ...]


def read_settings(file: Path, environment: Mapping[str, str]) -> ReadSettings:
    """Read the file of settings, and the secrets of an environment."""
    if not file.is_file():
        raise NoSettingsError(
            "there is no {file}: write the settings of the service into it (docs/service.md shows "
            "how), or name another file with --settings",
            file=file.as_posix(),
        )
    with file.open("rb") as stream:
        files = HeldFiles({file.name: stream.read(MAX_BYTES + 1)})
    reader = FileReader(files)
    said = reader.value(file.name, ServiceFile)
    problems = sorted_by_place(files, reader.problems)
    if said is None:
        return ReadSettings(None, problems)
    names = (SECRET, DATABASE, FORGE_TOKEN, MAIL_PASSWORD, MAILBOX_PASSWORD)
    secrets = (environment.get(name, "").strip() for name in names)
    return ReadSettings(Settings(said, file.parent, *secrets), problems)


def usable_settings(file: Path, environment: Mapping[str, str]) -> Settings:
    """Return settings that can be used; raise with the first thing that is wrong."""
    read = read_settings(file, environment)
    if read.settings is None:
        first = read.problems[0]
        raise NoSettingsError(
            "{file}, line {line}: {what}; “talqy service check” says all that is wrong",
            file=on_screen(file.as_posix()),
            line=first.line,
            what=first,
        )
    return read.settings
