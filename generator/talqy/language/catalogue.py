"""Interface words: gettext catalogues, read from `.po` files as people edit them.

A project's own catalogue lies over ours, key by key. The site has no fallback to another language:
a word that is missing stops the build with its name. Only messages of `check` (context `problem`)
fall back to English, because a finding must be shown whatever happens.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import cache, cached_property
from pathlib import Path

from babel.messages.catalog import Catalog
from babel.messages.pofile import PoFileError, read_po

from talqy.errors import TemplateError
from talqy.project.shipped import folders

PROBLEM = "problem"
FORMAT = "format"


@dataclass(frozen=True)
class Catalogue:
    """The words of one language. `layers` are asked in order: the project's own first."""

    language: str
    layers: tuple[Catalog, ...]

    @cached_property
    def _found(self) -> dict[tuple[str, str | None], str | None]:
        return {}

    def __call__(self, words: str, /, context: str | None = None) -> str:
        """Say `words` in this language."""
        key = (words, context)
        if key not in self._found:
            self._found[key] = self.find(words, context)
        found = self._found[key]
        if found is None:
            raise TemplateError(
                f"messages/{self.language}.po has no translation of “{words}”"
                + (f" in the context “{context}”" if context else ""),
            )
        return found

    def count(self, one: str, many: str, number: int) -> str:
        """Say a phrase with a number in it, in the plural form that the language asks for."""
        for layer in self.layers:
            message = layer.get(one)
            if message and isinstance(message.string, tuple) and all(message.string):
                form = message.string[_plural_form(layer, number)]
                return form.replace("{n}", str(number))
        raise TemplateError(f"messages/{self.language}.po has no plural forms of “{one}”/“{many}”")

    def problem(self, words: str) -> str:
        """Say a message of `check`, in English where the catalogue lacks it."""
        return self.find(words, PROBLEM) or words

    def find(self, words: str, context: str | None = None) -> str | None:
        """Find a translation; a fuzzy or empty one is none."""
        for layer in self.layers:
            message = layer.get(words, context)
            if message and not message.fuzzy and isinstance(message.string, str) and message.string:
                return message.string
        return None


def catalogue(language: str, folders: Sequence[Path]) -> Catalogue:
    """Read a language's catalogues from the folders that have one, the project's first."""
    layers = [
        _read(file) for file in (folder / f"{language}.po" for folder in folders) if file.is_file()
    ]
    if not layers:
        raise TemplateError(
            f"there is no catalogue of interface words for the language “{language}”: "
            f"put one at site_templates/messages/{language}.po (copy en.po, and translate it)",
        )
    return Catalogue(language, tuple(layers))


def _read(file: Path) -> Catalog:
    try:
        with file.open("rb") as stream:
            return read_po(stream, abort_invalid=True)
    except (PoFileError, UnicodeDecodeError, ValueError) as error:
        raise TemplateError(f"{file.name} is not a valid catalogue: {error}") from error


def _plural_form(layer: Catalog, number: int) -> int:
    """Choose the plural form by the catalogue's own rule, as gettext does."""
    return int(_plural_rule(layer.plural_expr)(number))


@cache
def _plural_rule(expression: str) -> Callable[[int], int]:
    from gettext import c2py  # noqa: PLC0415 - undocumented, but stable

    return c2py(expression)


def problem_words(root: Path, language: str) -> Callable[[str], str]:
    """Return the function that says messages of `check` in a language."""
    return catalogue(language, folders(root, "messages")).problem
