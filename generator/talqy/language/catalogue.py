"""Interface words: gettext catalogues, read from `.po` files as people edit them.

A project's own catalogue lies over ours, key by key. The site has no fallback to another language:
a word that is missing stops the build with its name. Only what commands and `check` say (context
`problem`), and click for them (context `click`), falls back to English: it must be said whatever
happens. What is called alike on pages and by commands (parts of the record) stands there once.
"""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from functools import cache, cached_property, lru_cache
from io import BytesIO
from pathlib import Path

from babel.messages.catalog import Catalog
from babel.messages.pofile import PoFileError, read_po

from talqy.errors import TemplateError
from talqy.project.shipped_files import folders

PROBLEM = "problem"
FORMAT = "format"
CLICK = "click"


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
        message = self._found[key]
        if message is None:
            where = f"{self.language}.po" + (f", msgctxt {context}" if context else "")
            raise TemplateError(
                "messages/{where} has no translation of “{words}”", where=where, words=words
            )
        return message

    def count(self, one: str, many: str, number: int) -> str:
        """Say a phrase with a number in it, in the plural form that the language asks for."""
        for layer in self.layers:
            message = layer.get(one)
            if message and isinstance(message.string, tuple) and all(message.string):
                form = message.string[_plural_form(layer, number)]
                return form.replace("{n}", str(number))
        raise TemplateError(
            "messages/{where} has no plural forms of “{words}”",
            where=f"{self.language}.po",
            words=f"{one} / {many}",
        )

    def problem(self, words: str) -> str:
        """Say a message of `check`, in English where the catalogue lacks it."""
        return self.find(words, PROBLEM) or words

    def of_the_record(self, words: str) -> str:
        """Say on a page what `check` says too: there is no fallback but for English, its own."""
        return words if self.language == "en" else self(words, PROBLEM)

    def of_click(self, one: str, many: str = "", number: int = 1) -> str:
        """Say words of click, in English where the catalogue lacks them; `many` is their plural."""
        for layer in self.layers:
            message = layer.get(one, CLICK)
            if message and many and isinstance(message.string, tuple) and all(message.string):
                return str(message.string[_plural_form(layer, number)])
            if message and not many and message.string:
                return str(message.string)
        return many if many and number != 1 else one

    def find(self, words: str, context: str | None = None) -> str | None:
        """Find a translation; a fuzzy or empty one is none."""
        for layer in self.layers:
            message = layer.get(words, context)
            if message and not message.fuzzy and isinstance(message.string, str) and message.string:
                return message.string
        return None


def catalogue(
    language: str, folders: Sequence[Path], over: Mapping[str, bytes] | None = None
) -> Catalogue:
    """Return a language's words from the folders that have some, the project's first.

    `over` are catalogues that somebody took from elsewhere (from a commit), by language: they lie
    over all folders.
    """
    files = (folder / f"{language}.po" for folder in folders)
    layers = [file.read_bytes() for file in files if file.is_file()]
    layers[:0] = [over[language]] if over and language in over else []
    if not layers:
        raise TemplateError(
            "there is no catalogue of interface words for the language “{language}”: put one at "
            "site_templates/messages/{language}.po (copy en.po, and translate it)",
            language=language,
        )
    return Catalogue(language, tuple(_parsed(language, data) for data in layers))


# One run asks for ours several times (what is said, each language of a pull request), and reading
# one takes longer than judging a comment; those of pull requests are others each time.
@lru_cache(maxsize=8)
def _parsed(language: str, data: bytes) -> Catalog:
    try:
        return read_po(BytesIO(data), abort_invalid=True)
    except (PoFileError, UnicodeDecodeError, ValueError) as error:
        raise TemplateError(
            "{file} is not a valid catalogue; Babel says: {words}",
            file=f"{language}.po",
            words=error,
        ) from error


def _plural_form(layer: Catalog, number: int) -> int:
    """Choose the plural form by the catalogue's own rule, as gettext does."""
    return int(_plural_rule(layer.plural_expr)(number))


@cache
def _plural_rule(expression: str) -> Callable[[int], int]:
    from gettext import c2py  # noqa: PLC0415 - undocumented, but stable

    return c2py(expression)


def base_problem_words(language: str, messages: Mapping[str, bytes]) -> Callable[[str], str]:
    """Return the function that says messages of `check`, with the words of a pull request's base.

    Whatever the project's folder holds may be the head's: it is not asked.
    """
    return base_catalogue(language, messages).problem


def base_catalogue(language: str, messages: Mapping[str, bytes]) -> Catalogue:
    """Return a language's words, with those of a pull request's base over ours."""
    return catalogue(language, folders(None, "messages"), messages)
