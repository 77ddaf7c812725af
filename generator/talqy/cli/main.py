"""The command `talqy`: registers one file a command, and does nothing else."""

import click

from talqy.cli.build import build, serve
from talqy.cli.check import check
from talqy.cli.comment import comment
from talqy.cli.correct import correct
from talqy.cli.diff import diff
from talqy.cli.draft import draft
from talqy.cli.export import export
from talqy.cli.merge import merge
from talqy.cli.new import init, new
from talqy.cli.report import report
from talqy.cli.respond import respond
from talqy.cli.running import Program
from talqy.cli.text import text
from talqy.cli.tidy import tidy
from talqy.cli.upgrade import upgrade
from talqy.cli.verify import verify


@click.group(cls=Program, context_settings={"help_option_names": ["-h", "--help"]})
def main() -> None:
    """Publish draft standards of public services, and trace every change to its cause."""


COMMANDS = (
    *(init, upgrade, new, draft, tidy, check, build, serve, diff, text, comment, respond),
    *(merge, correct, report, verify, export),
)
for each in COMMANDS:
    main.add_command(each)
