"""The parts of click that speak: commands, options and arguments in the language of the run.

click asks gettext for its own words, and gettext asks files of the system, by the system's locale.
Ours stand in the catalogues, in the context `click`; therefore the two names by which its modules
ask are given to us. A test holds the catalogues to all words that the installed click has.
"""

import inspect
import re
from pathlib import Path
from typing import Any

import click
from click import _termui_impl, core, decorators, exceptions, formatting, parser, termui, types

from talqy.cli.speech import say, speech

ASKING = (_termui_impl, core, decorators, exceptions, formatting, parser, termui, types)
# What a person fills in: STANDARD, LANGUAGE=TEXT. Codes to choose from have small letters.
PLACEHOLDER = re.compile(r"BASE\.\.HEAD|[A-Z]{2,}")


def _word(words: str) -> str:
    return speech().of_click(words)


def _words(one: str, many: str, number: int) -> str:
    return speech().of_click(one, many, number)


for _module in ASKING:
    for _name, _ours in (("_", _word), ("ngettext", _words)):
        if hasattr(_module, _name):
            setattr(_module, _name, _ours)


def help_paragraphs(words: str) -> list[str]:
    """Return the paragraphs of a help text, each on one line: so they stand in the catalogues."""
    return [" ".join(part.split()) for part in re.split(r"\n\s*\n", inspect.cleandoc(words))]


def said_help(words: str | None) -> str | None:
    """Return a help text in the language of the run."""
    return "\n\n".join(map(say, help_paragraphs(words))) if words else words


def said_placeholder(words: str) -> str:
    """Return the name of what a person fills in, in the language of the run."""
    return PLACEHOLDER.sub(lambda found: say(found[0]), words)


class _SaidHelp:
    """A help text: English in the code, and said in the language of the run."""

    def __get__(self, of: Any, _: object = None) -> Any:  # noqa: ANN401 - click reads and sets it
        return said_help(of.help_words)

    def __set__(self, of: Any, words: str | None) -> None:  # noqa: ANN401
        of.help_words = words


class Option(click.Option):
    """An option whose help is said in the language of the run."""

    help = _SaidHelp()

    def make_metavar(self, ctx: click.Context) -> str:
        """Return the name of its value."""
        return said_placeholder(super().make_metavar(ctx))


class Argument(click.Argument):
    """An argument whose name is said in the language of the run."""

    def make_metavar(self, ctx: click.Context) -> str:
        """Return its name."""
        return said_placeholder(super().make_metavar(ctx))


class FilePath(click.Path):
    """A file or folder; click would name it in the language in which the program was loaded."""

    @property
    def name(self) -> str:
        """What it is."""
        return _word(self._kind)

    @name.setter
    def name(self, kind: str) -> None:
        """Keep what click says that it is: file, directory or path."""
        self._kind = kind

    def convert(
        self,
        value: Any,  # noqa: ANN401 - as click has it
        param: click.Parameter | None,
        ctx: click.Context | None,
    ) -> Any:  # noqa: ANN401
        """Return the path; none, or one that is not there, is told in a sentence of ours."""
        if not str(value):
            self.fail(say("a name is needed here, and there is none"), param, ctx)
        if self.exists and not Path(value).exists():
            if self.dir_okay:
                self.fail(say("the file or folder “{name}” was not found", name=value), param, ctx)
            self.fail(say("the file “{name}” was not found", name=value), param, ctx)
        return super().convert(value, param, ctx)


class Speaking:
    """What commands and groups have in common."""

    help = _SaidHelp()

    def collect_usage_pieces(self, ctx: click.Context) -> list[str]:
        """Return the pieces of the usage line."""
        pieces = super().collect_usage_pieces(ctx)  # type: ignore[misc]
        return [said_placeholder(piece) for piece in pieces]

    def get_help_option(self, ctx: click.Context) -> click.Option | None:
        """Return the option that shows the help."""
        option: click.Option | None = super().get_help_option(ctx)  # type: ignore[misc]
        if option is not None:  # it is made once, and may have been made in another language
            option.help = _word("Show this message and exit.")
        return option
