"""The lists that ship with the tool: codes, everyday names, rule profiles, days off."""

from collections.abc import Mapping
from functools import cache
from importlib.resources import files
from typing import Any

import yaml
from pydantic import TypeAdapter

from talqy.model.calendar import Calendar
from talqy.model.codes import CodeLists
from talqy.model.project import CodeName, RuleProfile

_CALENDARS = ("kz.yaml",)


def _shipped(name: str, room: str = "lists") -> Any:  # noqa: ANN401 - typed by the caller
    text = (files("talqy") / room / name).read_text("utf-8")
    return yaml.load(text, Loader=yaml.CBaseLoader)  # noqa: S506 - strings only, from our own file


@cache
def shipped_codes() -> CodeLists:
    """Read the code lists."""
    shape = TypeAdapter(dict[str, dict[str, CodeName]])
    return CodeLists(shape.validate_python(_shipped("codes.yaml")))


@cache
def everyday_names() -> Mapping[str, Mapping[str, tuple[str, ...]]]:
    """Read the everyday names of codes, by code list and code."""
    shape = TypeAdapter(dict[str, dict[str, tuple[str, ...]]])
    return shape.validate_python(_shipped("everyday.yaml"))


@cache
def search_words() -> Mapping[str, Any]:
    """Read the words for search of no one standard.

    `stop` by language; `same`, a list of groups; `headed`, by row its `heads` and what is
    `asked`; `comments`.
    """
    words: Mapping[str, Any] = _shipped("search.yaml")
    return words


@cache
def other_services() -> Mapping[str, tuple[str, ...]]:
    """Read the words by which services are called that a site may not have, by language."""
    shape = TypeAdapter(dict[str, tuple[str, ...]])
    return shape.validate_python(_shipped("other-services.yaml"))


@cache
def page_words() -> Mapping[str, Mapping[str, tuple[str, ...]]]:
    """Read by what people ask for pages of the site, by the address of a page and by language."""
    shape = TypeAdapter(dict[str, dict[str, tuple[str, ...]]])
    return shape.validate_python(_shipped("pages.yaml"))


@cache
def language_signs() -> Mapping[str, Mapping[str, frozenset[str]]]:
    """Read the words and the endings by which a language is known, by its tag."""
    shape = TypeAdapter(dict[str, dict[str, str]])
    signs = shape.validate_python(_shipped("languages.yaml"))
    return {
        language: {sort: frozenset(words.split()) for sort, words in sorts.items()}
        for language, sorts in signs.items()
    }


@cache
def shipped_profiles() -> Mapping[str, RuleProfile]:
    """Read the rule profiles by name."""
    return TypeAdapter(dict[str, RuleProfile]).validate_python(_shipped("profiles.yaml"))


@cache
def shipped_calendars() -> Mapping[str, Calendar]:
    """Read the tables of days off by country."""
    found = (Calendar.model_validate(_shipped(name, "law/calendars")) for name in _CALENDARS)
    return {calendar.country: calendar for calendar in found}
