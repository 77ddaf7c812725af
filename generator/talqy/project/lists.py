"""The data that ships with the tool: code lists with official names, and rule profiles."""

from collections.abc import Mapping
from functools import cache
from importlib.resources import files
from typing import Any

import yaml
from pydantic import TypeAdapter

from talqy.model.codes import CodeLists
from talqy.model.project import CodeName, RuleProfile


def _shipped(name: str) -> Any:  # noqa: ANN401 - typed by the caller
    text = (files("talqy") / "lists" / name).read_text("utf-8")
    return yaml.load(text, Loader=yaml.CBaseLoader)  # noqa: S506 - strings only, from our own file


@cache
def shipped_codes() -> CodeLists:
    """Read the code lists."""
    shape = TypeAdapter(dict[str, dict[str, CodeName]])
    return CodeLists(shape.validate_python(_shipped("codes.yaml")))


@cache
def shipped_profiles() -> Mapping[str, RuleProfile]:
    """Read the rule profiles by name."""
    return TypeAdapter(dict[str, RuleProfile]).validate_python(_shipped("profiles.yaml"))
