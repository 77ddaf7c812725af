"""What ends a run, and how a sentence with values in it is said in any language.

Rule: a fault in somebody's file is a `Problem` (model/problem.py): collected, and shown together
with all others. An exception from here means that the run as a whole cannot go on.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Protocol, runtime_checkable

Translate = Callable[[str], str]


@runtime_checkable
class Spoken(Protocol):
    """What is said in the language of whoever reads it."""

    def said(self, translate: Translate = str) -> str:
        """Return the words in the language of `translate`."""


@dataclass(frozen=True, slots=True)
class Saying:
    """A sentence of ours, its words and its values apart: a catalogue knows the words alone.

    Gaps in braces are filled with values, never with a format; a value that is `Spoken` is said in
    the same language.
    """

    words: str
    values: Mapping[str, object] = field(default_factory=dict)

    def said(self, translate: Translate = str) -> str:
        """Return the sentence in the language of `translate`."""
        values = {
            name: value.said(translate) if isinstance(value, Spoken) else value
            for name, value in self.values.items()
        }
        return filled(translate(self.words), values)


@dataclass(frozen=True, slots=True)
class Named:
    """A name that stands in several languages, said in the reader's; else in the first it has."""

    names: Mapping[str, str]

    def said(self, translate: Translate = str) -> str:
        """Return the name in the language of `translate`."""
        # What a catalogue says for “en” is the code of its own language.
        return self.names.get(translate("en")) or next(iter(self.names.values()), "")


@dataclass(frozen=True, slots=True)
class Listed:
    """Several things in one gap; those of them that are `Spoken` are said in the same language."""

    parts: tuple[object, ...]
    between: str = "; "

    def said(self, translate: Translate = str) -> str:
        """Return all parts in the language of `translate`."""
        spoken = (
            one.said(translate) if isinstance(one, Spoken) else str(one) for one in self.parts
        )
        return self.between.join(filter(None, spoken))


def filled(words: str, values: Mapping[str, object]) -> str:
    """Return words with their gaps filled; a gap without a value stays as it is."""
    # str.format would let a stranger's text act as a format; values are put in, never read.
    pieces = words.split("{")
    whole = [pieces[0]]
    for piece in pieces[1:]:
        name, closed, rest = piece.partition("}")
        whole.append(f"{values[name]}{rest}" if closed and name in values else "{" + piece)
    return "".join(whole)


class TalqyError(Exception):
    """The run cannot go on; the message says why and what to do, in words fit for the user."""

    def __init__(self, words: str, /, **values: object) -> None:
        """Keep the words of the message apart from the values that fill its gaps."""
        super().__init__(words)
        self.saying = Saying(words, values)

    def said(self, translate: Translate = str) -> str:
        """Return the message in the language of `translate`."""
        return self.saying.said(translate)

    def __str__(self) -> str:
        """Return the message in English."""
        return self.said()


class ProjectNotFoundError(TalqyError):
    """There is no Talqy project in the folder that was named."""


class ProjectBrokenError(TalqyError):
    """`standards/project.yaml` cannot be used, and nothing can be read without it."""


class ConfigurationError(TalqyError):
    """`mkdocs.yml` lacks something that the site cannot be made without."""


class CodesMissingError(TalqyError):
    """A list of codes, or a code of one, is asked for and is not there."""


class TemplateError(TalqyError):
    """A template or a catalogue of interface words cannot be used."""


class CopyNotExactError(TalqyError):
    """A copy with tracked changes would not give both of its texts back."""


class FileChangedError(TalqyError):
    """A file is no more what it was when the run read it."""


class AlreadyThereError(TalqyError):
    """A command would have to overwrite something that a person has made."""


class CannotWriteError(TalqyError):
    """A place cannot be written: a link, a file where a folder belongs, no right, a full disk."""


class BusyError(TalqyError):
    """Another run is writing in the same folder, and does not end."""
