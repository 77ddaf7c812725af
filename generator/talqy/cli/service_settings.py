"""What all commands of the service begin with: that it is installed, and its settings."""

import os
from collections.abc import Iterator
from contextlib import contextmanager
from importlib.util import find_spec
from pathlib import Path
from typing import TYPE_CHECKING

import click

from talqy.cli.problems import formatted
from talqy.cli.running import option
from talqy.cli.speech import WrongUseError, speech
from talqy.cli.words import FilePath
from talqy.model import paths
from talqy.project import clock

if TYPE_CHECKING:
    from talqy.service.parts import Service

_NEEDED = (
    *("starlette", "uvicorn", "python_multipart", "altcha"),
    *("sqlalchemy", "psycopg", "cryptography", "prometheus_client", "imap_tools"),
)

settings_option = option(
    "--settings",
    "file",
    type=FilePath(dir_okay=False, path_type=Path),
    help="The file of settings [default: service.yaml in the project's folder].",
)


def require_extra() -> None:
    """Refuse to go on where something is missing that only the service needs."""
    lacking = [name for name in _NEEDED if find_spec(name) is None]
    if lacking:
        raise WrongUseError(
            "what the service is made of is not installed ({lacking}); install it with: {command}",
            lacking=", ".join(lacking),
            command='pip install "talqy[service]"',
        )


def told_wrong(file: Path, form: str, *, is_err: bool) -> bool:
    """Print what is wrong with settings; return whether nothing can run with them."""
    from talqy.service.check import wrong_settings  # noqa: PLC0415 - the extra may be missing

    problems = wrong_settings(file, os.environ, clock.moment())
    if problems or not is_err:
        click.echo(formatted(problems, form, speech().translate), err=is_err)
    return any(problem.is_error for problem in problems)


@contextmanager
def opened_service(root: Path, file: Path | None) -> Iterator["Service"]:
    """Open the queue and the project of the service for a command, and let go of them."""
    require_extra()
    from talqy.service.parts import Service  # noqa: PLC0415 - the extra may be missing
    from talqy.service.settings import usable_settings  # noqa: PLC0415

    service = Service.opened(usable_settings(file or root / paths.SERVICE, os.environ))
    try:
        yield service
    finally:
        service.close()
