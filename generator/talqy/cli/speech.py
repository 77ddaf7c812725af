"""One language for all that commands say: how it is said.

It is chosen before the command line is read (`language_choice.py`), so that what is wrong with
that line is said in it too.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

import click

from talqy.errors import Saying, TemplateError
from talqy.language.catalogue import Catalogue, catalogue
from talqy.project.shipped_files import folders

if TYPE_CHECKING:
    from talqy.language.locale import Locale
    from talqy.model.codes import CodeLists


@dataclass(frozen=True)
class Speech:
    """The language of a run; `root` is the project whose own words come before ours, if any."""

    language: str
    root: Path | None = None

    def translate(self, words: str) -> str:
        """Return words of commands and of `check` in this language, or in English."""
        return self.catalogue.problem(words)

    def of_click(self, one: str, many: str = "", number: int = 1) -> str:
        """Return words of click, which has a catalogue of no language of ours."""
        return self.catalogue.of_click(one, many, number)

    def locale(self, codes: "CodeLists") -> "Locale":
        """Return the language with the names of a project's codes."""
        # Loaded late, for the commands that say no day and no number.
        from talqy.language.locale import Locale  # noqa: PLC0415

        return Locale(self.language, self.catalogue, codes, space=" ")

    @cached_property
    def catalogue(self) -> Catalogue:
        """The words of the language; a project's own that cannot be read are left aside."""
        try:
            return catalogue(self.language, folders(self.root, "messages"))
        except TemplateError:
            if self.root is None:
                raise
            return catalogue(self.language, folders(None, "messages"))


_ENGLISH = Speech("en")
# Not in the context of click: what is wrong with a command line is said when that is gone.
_speech: ContextVar[Speech] = ContextVar("_speech")


def speech() -> Speech:
    """Return the language of this run."""
    return _speech.get(_ENGLISH)


@contextmanager
def speaking(chosen: Speech) -> Iterator[None]:
    """Say everything in this language while the run lasts."""
    before = _speech.set(chosen)
    try:
        yield
    finally:
        _speech.reset(before)


def say(words: str, /, **values: object) -> str:
    """Return a sentence in the language of this run, its gaps filled."""
    return Saying(words, values).said(speech().translate)


def tell(words: str, /, *, err: bool = False, **values: object) -> None:
    """Print a sentence in the language of this run."""
    click.echo(say(words, **values), err=err)


class WrongUseError(click.UsageError):
    """A command line that is of no use: the words say what is wrong, and what to write."""

    def __init__(self, words: str, /, **values: object) -> None:
        """Say it in the language of this run, which nothing changes any more."""
        super().__init__(say(words, **values))
