"""`talqy service`: comments by the form, the queue and the desk, as one process behind a proxy.

What it is made of may not be installed (the extra `service`): it is loaded where it is needed.
"""

import os
from pathlib import Path

from talqy.cli.running import group, project_option
from talqy.cli.service_publish import publish
from talqy.cli.service_queue import queue
from talqy.cli.service_settings import require_extra, settings_option
from talqy.cli.speech import tell
from talqy.model import paths


@group
def service() -> None:
    """Take comments by the form of the site, and publish them.

    Settings are in service.yaml; secrets come from the environment alone.
    """


@service.command()
@project_option
@settings_option
def run(root: Path, file: Path | None) -> int:
    """Run the service until it is stopped.

    It answers where “listen” of its settings says; a proxy that encrypts stands in front of it.
    """
    require_extra()
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


service.add_command(publish)
service.add_command(queue)
