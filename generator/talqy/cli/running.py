"""What every command has in common: its options, its language, its end, and how it writes."""

import functools
import os
import re
import signal
import sys
import threading
import traceback
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager, suppress
from datetime import date
from io import TextIOWrapper
from pathlib import Path, PurePath
from typing import Any, NoReturn, ParamSpec, TypeVar

import click

from talqy import __version__
from talqy.cli.language_choice import VARIABLE, chosen, language_named, languages
from talqy.cli.speech import WrongUseError, say, speaking, speech, tell
from talqy.cli.words import Argument, FilePath, Option, Speaking
from talqy.errors import Saying, TalqyError
from talqy.project import write
from talqy.project.lock import locked
from talqy.project.reasons import plainly

P = ParamSpec("P")


R = TypeVar("R")

option = functools.partial(click.option, cls=Option)
argument = functools.partial(click.argument, cls=Argument)

TRACEBACK = "TALQY_TRACEBACK"
"""The variable of the environment with which a fault of ours is shown whole."""
LACKING = "talqy.lacking"
"""Where a run keeps what it has to say at its end of a record that is not whole."""

WROTE = "wrote {file}"
_EVERYWHERE = (
    "Language of all that is said: kk, ru or en [default: TALQY_LANGUAGE, else “messages” of "
    "standards/project.yaml, else that of the system]."
)


class RunFailedError(click.ClickException):
    """The run could not go on."""

    exit_code = 2


class Command(Speaking, click.Command):
    """A command; what its function returns is the exit status.

    `--language` is the language of what it says, unless it has a use of its own for it.
    """

    def __init__(self, *args: Any, **kwargs: Any) -> None:  # noqa: ANN401 - as click has it
        super().__init__(*args, **kwargs)
        if not any("--language" in param.opts for param in self.params):
            self.params.append(_language("Language of what is said, such as kk."))

    def invoke(self, ctx: click.Context) -> Any:  # noqa: ANN401 - as click has it
        """Run the function, and say plainly what ends the run."""
        try:
            status = super().invoke(ctx)
        except BrokenPipeError:
            raise  # whoever read the output has seen enough; click ends the run quietly
        except (TalqyError, OSError) as error:
            raise RunFailedError(plainly(error).said(speech().translate)) from error
        except (click.ClickException, click.Abort, click.exceptions.Exit):
            raise
        except Exception as error:
            if os.environ.get(TRACEBACK):
                raise
            raise RunFailedError(_own_fault(error)) from error
        if lacking := ctx.meta.get(LACKING):
            _tell(lacking)
            status = status or 1
        raise SystemExit(status)


def _own_fault(error: Exception) -> str:
    """Say that the fault is ours, and where: nobody who uses the program can read a traceback."""
    *_, last = traceback.extract_tb(error.__traceback__)
    return say(
        "this is a fault of Talqy itself, not of your files: {kind} in {file}, line {line}. "
        "Please report it; with {variable}=1 the whole way to it is printed",
        kind=type(error).__name__,
        file=Path(last.filename).name,
        line=last.lineno,
        variable=TRACEBACK,
    )


class CommandGroup(Speaking, click.Group):
    """A group of commands."""

    command_class = Command


command = functools.partial(click.command, cls=Command)


def group(function: Callable[[], None]) -> CommandGroup:
    """Let a function be a group of commands; its docstring is the help."""
    return click.group(cls=CommandGroup)(function)


class Program(CommandGroup):
    """The program: its language is chosen before its words are read; what it prints is UTF-8."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:  # noqa: ANN401 - as click has it
        super().__init__(*args, **kwargs)
        self.params += [_language(_EVERYWHERE, VARIABLE), _VERSION]

    def __call__(self, *args: Any, **kwargs: Any) -> Any:  # noqa: ANN401 - as click has it
        """Be a process of its own, whose words are its arguments; given words, a part of one."""
        try:
            return super().__call__(*args, **kwargs)
        except SystemExit as end:
            if not (args or kwargs):
                _leave(end.code)
            raise

    def main(self, args: Any = None, *more: Any, **kwargs: Any) -> Any:  # noqa: ANN401 - as click has it
        """Run a command."""
        for stream in (sys.stdout, sys.stderr):
            # Windows gives a file or a pipe its old code page, which has no Kazakh letters; and its
            # own line ends, which no YAML of ours should get. Names of files may be no text at all.
            if isinstance(stream, TextIOWrapper):
                stream.reconfigure(encoding="utf-8", errors="backslashreplace", newline="\n")
        with ending_in_order(), speaking(chosen(sys.argv[1:] if args is None else list(args))):
            return super().main(args, *more, **kwargs)


def _leave(status: object) -> None:
    """End the process at once, when all is said: the system takes its memory as a whole.

    Python would take apart each value of a project that was read, a seventh of a build in which
    little has changed. Where other threads still run, or something cannot be said, it ends as ever.
    """
    if type(status) is int and threading.active_count() == 1:
        with suppress(OSError, ValueError):
            for stream in (sys.stdout, sys.stderr):
                stream.flush()
            os._exit(status)


@contextmanager
def ending_in_order() -> Iterator[None]:
    """Let a run that is asked to end (SIGTERM) take back what it has half written."""
    if threading.current_thread() is not threading.main_thread():
        yield
        return
    before = signal.signal(signal.SIGTERM, _end)
    try:
        yield
    finally:
        signal.signal(signal.SIGTERM, before)


def _end(number: int, _: object) -> NoReturn:
    signal.signal(number, signal.SIG_IGN)  # a second one must not interrupt what gives back
    raise SystemExit(128 + number)


def _refuse_unknown(_: click.Context, __: click.Parameter, said: str | None) -> None:
    require_words(said)


def require_words(said: str | None) -> None:
    """Refuse a language without words; a known one was chosen before the line was read."""
    known = languages(speech().root)
    if said and not language_named(said, known):
        raise WrongUseError(
            "there are no words in the language “{language}”; known: {known}",
            language=said,
            known=", ".join(known),
        )


def _language(words: str, variable: str | None = None) -> Option:
    return Option(
        ["--language"],
        metavar="CODE",
        envvar=variable,
        expose_value=False,
        callback=_refuse_unknown,
        help=words,
    )


def alone(function: Callable[P, R]) -> Callable[P, R]:
    """Let a command have its project to itself: what it has read still holds when it writes."""

    @functools.wraps(function)
    def run(*args: P.args, **kwargs: P.kwargs) -> R:
        if kwargs.get("draft") or kwargs.get("only_check"):
            return function(*args, **kwargs)
        with locked(Path(str(kwargs["root"])), _tell):
            return function(*args, **kwargs)

    return run


def carry_out(plan: Sequence[write.Step], root: Path, *, draft: bool) -> None:
    """Write the planned files, or with `draft` show them and write nothing."""
    if not draft:
        with locked(root, _tell):
            write.carry_out(plan, root)
    for step in plan:
        if draft:
            click.echo(f"--- {step.path}\n{step.text}")
        else:
            tell(WROTE, file=shown(root / step.path))


def deliver(*steps: write.Deliver) -> None:
    """Write files of one folder for other programs, and say so."""
    with locked(Path(steps[0].path).parent, _tell):
        write.deliver(*steps)
    for step in steps:
        tell(WROTE, file=step.path)


def _tell(saying: Saying) -> None:
    click.echo(saying.said(speech().translate), err=True)


def _say_version(ctx: click.Context, _: click.Parameter, wanted: bool) -> None:  # noqa: FBT001
    if wanted:
        click.echo(f"talqy {__version__}")
        ctx.exit()


_VERSION = Option(
    ["--version"],
    is_flag=True,
    expose_value=False,
    is_eager=True,
    callback=_say_version,
    help="Show the version and exit.",
)


_AS_IN_FILES = re.compile(r"\d{4}-\d\d-\d\d", re.ASCII)


class DayType(click.ParamType[date]):
    """A day, written as in the files, or as tables and people write it."""

    name = "day"

    def convert(
        self, value: object, param: click.Parameter | None, ctx: click.Context | None
    ) -> date:
        """Read a day from the command line."""
        if isinstance(value, date):
            return value
        words = str(value)
        if _AS_IN_FILES.fullmatch(words):
            with suppress(ValueError):
                return date.fromisoformat(words)
        # Loaded late: most days are written as in the files.
        from talqy.intake.form_days import day_of  # noqa: PLC0415

        # What spreadsheets count is no day that anybody types; a day has no zone.
        day = None if words.strip().isdecimal() else day_of(words, "UTC")
        return day or self.fail(
            say("{value} is no day; write it as 2026-11-20", value=value), param, ctx
        )


def shown(path: PurePath) -> str:
    """Return a path as it is printed: with “/”, on Windows too, where both ways are understood."""
    return path.as_posix()


project_option = option(
    "--project",
    "root",
    type=FilePath(exists=True, file_okay=False, path_type=Path),
    default=".",
    help="The project's folder, where mkdocs.yml is [default: this folder].",
)
today_option = option(
    "--today",
    type=DayType(),
    help="The day to speak of, such as 2026-11-20 [default: “today” in standards/project.yaml, "
    "else today].",
)
draft_option = option("--draft", is_flag=True, help="Show what would be written; write nothing.")
replace_option = option(
    "--replace", is_flag=True, help="Write the file even if there is one already."
)


def file_option(words: str) -> Callable[[Callable[P, R]], Callable[P, R]]:
    """Let a command say which file it writes; `words` are the help."""
    kind = FilePath(dir_okay=False, path_type=Path)
    return option("--to", "file", type=kind, help=words)
