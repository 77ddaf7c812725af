"""Lists of codes: one that is asked for and is not there is named; no value passes for that."""

import json
import re
from typing import Annotated

import pytest

from talqy.errors import CodesMissingError
from talqy.model.codes import CodeLists
from talqy.model.project import CodeName
from talqy.model.revision import Revision
from talqy.model.standard import Standard
from talqy.model.values import CodeOf, Slug, Value
from talqy.project.shipped import shipped_codes

COLOURS = CodeLists({"colour": {"red": CodeName(name={"en": "Red"})}})


class Painted(Value):
    """Something with a code."""

    colour: Annotated[Slug, CodeOf("colour")]


def test_a_list_that_is_not_there_is_named_with_those_that_are() -> None:
    with pytest.raises(CodesMissingError, match="no list of codes “form”; the lists are: colour"):
        COLOURS.codes("form")
    with pytest.raises(CodesMissingError, match="no list of codes “form”"):
        COLOURS.named("form", "paper")


def test_a_code_that_is_not_there_is_named_with_those_that_are() -> None:
    with pytest.raises(CodesMissingError, match="“colour” has no code “blue”; its codes are: red"):
        COLOURS.named("colour", "blue")


def test_no_value_passes_because_its_list_is_missing() -> None:
    with pytest.raises(CodesMissingError, match="no list of codes “colour”"):
        Painted.model_validate({"colour": "red"}, context={"codes": {}})


def test_without_any_lists_every_well_formed_code_passes() -> None:
    assert Painted.model_validate({"colour": "blue"}).colour == "blue"


@pytest.mark.parametrize("format_", [Standard, Revision])
def test_every_list_that_a_format_asks_for_is_shipped(format_: type[Value]) -> None:
    schema = json.dumps(format_.model_json_schema())
    wanted = set(re.findall(r'"x-code-list": "([^"]+)"', schema))
    assert wanted
    assert wanted <= set(shipped_codes().lists)
