"""`talqy completion`: a shell completes commands, options and their values."""

from collections.abc import Mapping

import click
from click.shell_completion import BashComplete, FishComplete, ShellComplete, ZshComplete

from talqy.cli.running import argument, command

_SHELLS: Mapping[str, type[ShellComplete]] = {
    "bash": BashComplete,
    "zsh": ZshComplete,
    "fish": FishComplete,
}
_ASKED_BY = "_TALQY_COMPLETE"
"""The variable in which click looks for what a shell asks."""


@command()
@argument("shell", type=click.Choice(list(_SHELLS)))
def completion(shell: str) -> int:
    """Print what makes a shell complete commands.

    Have the shell read it as it starts: docs/install.md says where.
    """
    program = click.get_current_context().find_root().command
    click.echo(_SHELLS[shell](program, {}, "talqy", _ASKED_BY).source())
    return 0
