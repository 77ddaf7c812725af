"""What every command has in common: its options, its end, and how it writes."""

import functools
import sys
from collections.abc import Callable, Sequence
from datetime import date
from io import TextIOWrapper
from pathlib import Path, PurePath
from typing import Any, ParamSpec, TypeVar

import click

from talqy.errors import TalqyError
from talqy.project import write
from talqy.project.lock import locked
from talqy.project.write import Create, Deliver, Replace

P = ParamSpec("P")


R = TypeVar("R")


def alone(function: Callable[P, R]) -> Callable[P, R]:
    """Let a command have its project to itself: what it has read still holds when it writes."""

    @functools.wraps(function)
    def run(*args: P.args, **kwargs: P.kwargs) -> R:
        if kwargs.get("draft") or kwargs.get("only_check"):
            return function(*args, **kwargs)
        with locked(Path(str(kwargs["root"])), _tell):
            return function(*args, **kwargs)

    return run


def carry_out(plan: Sequence[Create | Replace], root: Path, *, draft: bool) -> None:
    """Write the planned files, or with `draft` show them and write nothing."""
    if not draft:
        with locked(root, _tell):
            write.carry_out(plan, root)
    for step in plan:
        click.echo(f"--- {step.path}\n{step.text}" if draft else f"wrote {shown(root / step.path)}")


def deliver(step: Deliver) -> None:
    """Write one file for another program, and say so."""
    with locked(Path(step.path).parent, _tell):
        write.deliver(step)
    click.echo(f"wrote {step.path}")


def _tell(message: str) -> None:
    click.echo(message, err=True)


class RunFailedError(click.ClickException):
    """The run could not go on."""

    exit_code = 2


class Program(click.Group):
    """The program: whatever a command prints, even its help and wrong use, is UTF-8."""

    def main(self, *args: Any, **kwargs: Any) -> Any:  # noqa: ANN401 - as click has it
        """Run a command."""
        for stream in (sys.stdout, sys.stderr):
            # Windows gives a file or a pipe its old code page, which has no Kazakh letters; and its
            # own line ends, which no YAML of ours should get. Names of files may be no text at all.
            if isinstance(stream, TextIOWrapper):
                stream.reconfigure(encoding="utf-8", errors="backslashreplace", newline="\n")
        return super().main(*args, **kwargs)


class DayType(click.ParamType[date]):
    """A day, written as in the files."""

    name = "day"

    def convert(
        self, value: object, param: click.Parameter | None, ctx: click.Context | None
    ) -> date:
        """Read a day from the command line."""
        if isinstance(value, date):
            return value
        try:
            return date.fromisoformat(str(value))
        except ValueError:
            return self.fail(f"{value} is no day; write it as 2026-11-20", param, ctx)


def shown(path: PurePath) -> str:
    """Return a path as it is printed: with “/”, on Windows too, where both ways are understood."""
    return path.as_posix()


def command(function: Callable[P, int]) -> Callable[P, None]:
    """Let a function's answer be the exit status, and say plainly what ends the run."""

    @functools.wraps(function)
    def run(*args: P.args, **kwargs: P.kwargs) -> None:
        try:
            status = function(*args, **kwargs)
        except TalqyError as error:
            raise RunFailedError(str(error)) from error
        except BrokenPipeError:
            raise  # whoever read the output has seen enough; click ends the run quietly
        except OSError as error:
            # A full disk, a folder that may not be written: plain words instead of a traceback.
            said = error.strerror or type(error).__name__
            file = shown(Path(str(error.filename))) if error.filename else "a file"
            raise RunFailedError(f"{file}: {said}") from error
        raise SystemExit(status)

    return run


project_option = click.option(
    "--project",
    "root",
    type=click.Path(exists=True, file_okay=False, path_type=Path),
    default=".",
    help="The project's folder, where mkdocs.yml is [default: this folder].",
)
today_option = click.option(
    "--today",
    type=DayType(),
    help="The day to speak of, such as 2026-11-20 [default: “today” in standards/project.yaml, "
    "else today].",
)
messages_option = click.option(
    "--language",
    metavar="CODE",
    default="en",
    show_default=True,
    help="Language of the messages, such as kk.",
)
draft_option = click.option(
    "--draft", is_flag=True, help="Show what would be written; write nothing."
)
