"""The command `talqy`: registers one file a command, and does nothing else."""

import click

from talqy import __version__
from talqy.cli.check import check


@click.group(context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(__version__, prog_name="talqy")
def main() -> None:
    """Publish draft standards of public services, and trace every change to its cause."""


main.add_command(check)
