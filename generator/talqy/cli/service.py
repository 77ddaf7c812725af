"""`talqy service`: comments by the form, the queue and the desk, as one process behind a proxy.

What it is made of may not be installed (the extra `service`): it is loaded where it is needed.
"""

import os
from importlib.util import find_spec
from pathlib import Path

from talqy.cli.running import group, option, project_option
from talqy.cli.speech import WrongUseError, tell
from talqy.cli.words import FilePath
from talqy.model import paths

_NEEDED = (
    *("starlette", "uvicorn", "python_multipart", "altcha"),
    *("sqlalchemy", "psycopg", "cryptography", "prometheus_client"),
)

_settings_option = option(
    "--settings",
    "file",
    type=FilePath(dir_okay=False, path_type=Path),
    help="The file of settings [default: service.yaml in the project's folder].",
)


@group
def service() -> None:
    """Take comments by the form of the site, and publish them.

    Settings are in service.yaml; secrets come from the environment alone.
    """


@service.command()
@project_option
@_settings_option
def run(root: Path, file: Path | None) -> int:
    """Run the service until it is stopped.

    It answers where “listen” of its settings says; a proxy that encrypts stands in front of it.
    """
    _require_extra()
    from talqy.service.run import run as run_service  # noqa: PLC0415 - the extra may be missing
    from talqy.service.settings import usable_settings  # noqa: PLC0415

    named = file or root / paths.SERVICE
    settings = usable_settings(named, os.environ)
    tell(
        "The service: {address}, listening at {listen} (stop with Ctrl+C)",
        address=settings.address,
        listen=settings.said.listen,
    )
    run_service(named, settings)
    return 0


def _require_extra() -> None:
    """Refuse to go on where something is missing that only the service needs."""
    lacking = [name for name in _NEEDED if find_spec(name) is None]
    if lacking:
        raise WrongUseError(
            "what the service is made of is not installed ({lacking}); install it with: {command}",
            lacking=", ".join(lacking),
            command='pip install "talqy[service]"',
        )
