"""Each day in a value is found, wherever it stands."""

from collections.abc import Iterator, Mapping
from datetime import date

import pytest
from pydantic import BaseModel

from sites import ROOT
from talqy.model.values import Value
from talqy.model.walk import _fields_with_days, days_in
from talqy.project.load import read_project


def everywhere(value: object) -> Iterator[date]:
    """Yield the days in a value, by a look at each of its fields."""
    if isinstance(value, date):
        yield value
    elif isinstance(value, BaseModel):
        for name in type(value).model_fields:
            yield from everywhere(getattr(value, name))
    elif isinstance(value, tuple):
        for one in value:
            yield from everywhere(one)
    elif isinstance(value, Mapping):
        for one in value.values():
            yield from everywhere(one)


def models(above: type[Value] = Value) -> list[type[Value]]:
    return [one for below in above.__subclasses__() for one in (below, *models(below))]


@pytest.mark.parametrize("model", models(), ids=lambda model: model.__name__)
def test_a_field_that_is_passed_over_names_no_day(model: type[Value]) -> None:
    looked_at = _fields_with_days(model)
    for name, field in model.model_fields.items():
        if name not in looked_at:
            assert "date" not in str(field.annotation)


def test_the_demonstration_has_the_days_that_a_look_at_each_field_finds() -> None:
    register = read_project(ROOT).register
    assert register
    for record in register.records:
        for value in (register.project, record.standard, record.history, *record.comments):
            assert sorted(days_in(value)) == sorted(everywhere(value))
        for text in (*record.revisions, *(record.responses or {}).values()):
            assert sorted(days_in(text)) == sorted(everywhere(text))
