"""Codes as people name them on the command line: by code, official or everyday name, or number."""

from collections.abc import Iterable

import click

from talqy.cli.speech import say, speech
from talqy.comments.form_words import code_of, typed_yes
from talqy.errors import Listed, Named
from talqy.model.codes import CodeLists
from talqy.project.shipped import shipped_codes


class CodeType(click.Choice[str]):
    """One of a list of codes; its names in any language are taken too: `accepted`, «Принято»."""

    def __init__(self, name: str, codes: Iterable[object], names: CodeLists | None = None) -> None:
        """Take `codes` of the list `name`; `names` are those of a project, if it is known yet."""
        super().__init__([str(code) for code in codes])
        self._list, self._names = name, names

    def convert(self, value: str, param: click.Parameter | None, ctx: click.Context | None) -> str:
        """Return the code that is meant."""
        names = self._names or shipped_codes()
        code = code_of(self._list, str(value), names)
        if code not in self.choices:
            known = Listed(tuple(_with_code(names, self._list, one) for one in self.choices), ", ")
            self.fail(say("“{value}” is not known here; known: {known}", value=value, known=known))
        return super().convert(code, param, ctx)


def _with_code(names: CodeLists, name: str, code: str) -> Named:
    """Return the name of a code with the code itself, where the two are not one."""
    named = names.named(name, code)
    return Named(
        {language: one if one == code else f"{one} ({code})" for language, one in named.items()}
    )


class NumberedCodeType(CodeType):
    """The same, of codes that were shown with numbers from 1."""

    def convert(self, value: str, param: click.Parameter | None, ctx: click.Context | None) -> str:
        """Return the code that is meant."""
        numbered = {str(number): code for number, code in enumerate(self.choices, 1)}
        return super().convert(numbered.get(value.strip(), value), param, ctx)


class YesNoType(click.ParamType[bool]):
    """Yes or no, in the words of any of our languages."""

    name = "yes or no"

    def convert(
        self, value: object, param: click.Parameter | None, ctx: click.Context | None
    ) -> bool:
        """Return whether it is yes."""
        is_yes = typed_yes(str(value))
        if is_yes is None:
            self.fail(say("“{value}” is neither yes nor no", value=value), param, ctx)
        return is_yes


def ask_code(question: str, name: str, members: Iterable[object], names: CodeLists) -> str:
    """Show the codes of a list with their official names, and ask for one of them."""
    asked = NumberedCodeType(name, members, names)
    for number, code in enumerate(asked.choices, 1):
        official = names.named(name, code)
        label = official.get(speech().language) or official.get("en", code)
        click.echo(f"  {number}. {label}")
    return str(click.prompt(question, type=asked, show_choices=False))


def ask_yes_or_no(question: str, *, default: str | None = None) -> bool:
    """Ask for yes or no until it is either; `default` is what Enter means."""
    return bool(click.prompt(question, type=YesNoType(), default=default))
