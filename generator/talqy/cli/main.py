"""The command `talqy`: finds the file of each command, and does nothing else.

A file is loaded when its command is called: to load them all takes longer than most commands.
"""

from collections import UserDict
from collections.abc import Iterator
from importlib import import_module

import click

from talqy.cli.running import Program

FILES = {
    "init": "init",
    "upgrade": "upgrade",
    "new": "new",
    "draft": "draft",
    "tidy": "tidy",
    "check": "check",
    "build": "build",
    "serve": "serve",
    "diff": "diff",
    "text": "text",
    "comment": "comment",
    "respond": "respond",
    "due": "due",
    "consultation": "consultation",
    "merge": "merge",
    "correct": "correct",
    "report": "report",
    "adopt": "adopt",
    "withdraw": "adopt",
    "verify": "verify",
    "notify": "notify",
    "export": "export",
    "service": "service",
    "desk": "desk",
    "completion": "completion",
}
"""The file of this folder that has a command, by its name."""


class Commands(UserDict[str, click.Command]):
    """All commands by their names."""

    def __missing__(self, name: str) -> click.Command:
        found: click.Command = getattr(import_module(f"talqy.cli.{FILES[name]}"), name)
        self.data[name] = found
        return found

    def __contains__(self, name: object) -> bool:
        return name in FILES

    def __iter__(self) -> Iterator[str]:
        return iter(FILES)

    def __len__(self) -> int:
        return len(FILES)


@click.group(
    cls=Program, commands=Commands(), context_settings={"help_option_names": ["-h", "--help"]}
)
def main() -> None:
    """Publish draft standards of public services, and trace every change to its cause."""
