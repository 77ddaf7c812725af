"""Code lists: closed sets of codes with official names, as values. Their data is in `lists/`."""

from collections.abc import Mapping
from dataclasses import dataclass, replace

from talqy.errors import CodesMissingError, Listed, Named, Translate
from talqy.model.problem import Problem
from talqy.model.project import CodeName
from talqy.model.values import list_of_codes


@dataclass(frozen=True, slots=True)
class CodeLists:
    """All code lists of a project: the shipped ones with the project's own names over them."""

    lists: Mapping[str, Mapping[str, CodeName]]

    def codes(self, name: str) -> tuple[str, ...]:
        """Return the codes of one list in their official order."""
        return tuple(list_of_codes(self.lists, name))

    def named(self, name: str, code: str) -> Mapping[str, str]:
        """Return the official name of a code by language."""
        known = list_of_codes(self.lists, name)
        if code not in known:
            raise CodesMissingError(
                "the list “{name}” has no code “{code}”; its codes are: {known}",
                name=name,
                code=code,
                known=", ".join(known),
            )
        return known[code].name

    def over(self, own: Mapping[str, Mapping[str, CodeName]]) -> "CodeLists":
        """Return these lists with a project's own codes and names over them, key by key."""
        names = dict.fromkeys([*self.lists, *own])
        merged = {name: {**self.lists.get(name, {}), **own.get(name, {})} for name in names}
        return CodeLists(
            {name: _joined(self.lists.get(name, {}), new) for name, new in merged.items()}
        )


def _joined(
    shipped: Mapping[str, CodeName], merged: Mapping[str, CodeName]
) -> Mapping[str, CodeName]:
    """Keep the shipped languages of a code that a project only adds a language to."""
    return {
        code: CodeName(name={**shipped[code].name, **own.name}, source=own.source)
        if code in shipped
        else own
        for code, own in merged.items()
    }


@dataclass(frozen=True, slots=True)
class Code:
    """A code of a list in a message: whoever is told of it reads its official name."""

    list: str
    code: str

    def said(self, _: Translate = str) -> str:
        """Return the code itself, where nobody has named it."""
        return self.code


def named(problem: Problem, codes: CodeLists) -> Problem:
    """Return a problem with official names in the place of codes."""
    values = {name: in_words(value, codes) for name, value in problem.values.items()}
    return replace(problem, values=values)


def in_words(value: object, codes: CodeLists) -> object:
    """Return a value of a message with official names in the place of codes."""
    if isinstance(value, Problem):
        return named(value, codes)
    if isinstance(value, Listed):
        return Listed(tuple(in_words(part, codes) for part in value.parts), value.between)
    if isinstance(value, Code) and value.code in codes.codes(value.list):
        return Named(codes.named(value.list, value.code))
    return value
