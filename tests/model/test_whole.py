"""What is told whole tells everything: a value that differs anywhere is told otherwise."""

from collections.abc import Iterator, Mapping
from dataclasses import replace
from datetime import date, timedelta
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest
from pydantic import BaseModel

import builders as b
from sites import small
from talqy.model.facts import Fee
from talqy.model.values import Value
from talqy.model.whole import told_whole
from talqy.project.load import read_project


def models(above: type[BaseModel] = Value) -> list[type[BaseModel]]:
    return [one for below in above.__subclasses__() for one in (below, *models(below))]


@pytest.mark.parametrize("model", models(), ids=lambda model: model.__name__)
def test_json_hides_nothing_of_a_value(model: type[BaseModel]) -> None:
    own = model.__pydantic_decorators__
    assert [own.field_serializers, own.model_serializers] == [{}, {}]
    assert not model.__private_attributes__
    assert not any(field.exclude for field in model.model_fields.values())


def others_of(value: Any) -> Iterator[Any]:  # noqa: C901 - one branch a shape
    """Yield a value with each one of its smallest parts in turn another."""
    if isinstance(value, BaseModel):
        for name in type(value).model_fields:
            for other in others_of(getattr(value, name)):
                yield value.model_copy(update={name: other})
    elif isinstance(value, tuple):
        yield value[:-1] if value else ("one more",)
        for at, one in enumerate(value):
            for other in others_of(one):
                yield (*value[:at], other, *value[at + 1 :])
    elif isinstance(value, Mapping):
        yield {**value, "one more": "word"}
        for key, one in value.items():
            for other in others_of(one):
                yield {**value, key: other}
    elif isinstance(value, date):
        yield value + timedelta(days=1)
    elif isinstance(value, Decimal):
        yield Decimal(f"{value}0") if "." in str(value) else Decimal(f"{value}.0")
    elif isinstance(value, str):
        yield f"{value} "


class Ending(Decimal):
    """A number during which the run is asked to end: whoever prints it comes by what was asked."""

    def __str__(self) -> str:
        raise SystemExit(143)


def test_an_end_that_is_asked_for_meanwhile_is_heard() -> None:
    """A signal comes at any moment, also while numbers are printed."""
    fee = Fee(amount=Decimal("0.5"))
    assert list(told_whole(fee)) == ["Fee", '{"free":false,"amount":"0.5","case":null}']
    with pytest.raises(SystemExit):
        "".join(told_whole(fee.model_copy(update={"amount": Ending("0.5")})))


def test_whatever_is_another_in_a_standard_is_told_otherwise(tmp_path: Path) -> None:
    register = read_project(small(tmp_path, comments=[b.a_comment()])).register
    assert register
    (record,) = register.records
    told, count = {tuple(told_whole(record))}, 1
    for name, part in vars(record).items():
        if name.startswith("_"):
            continue
        for other in others_of(part):
            told.add(tuple(told_whole(replace(record, **{name: other}))))
            count += 1
    for change in (
        {"broken_history": True},
        {"gone_history": True},
        {"broken_revisions": frozenset({3})},
        {"broken_comments": frozenset({"a"})},
    ):
        told.add(tuple(told_whole(replace(record, **change))))
        count += 1
    assert count > 60
    assert len(told) == count


def test_a_set_is_told_in_one_order() -> None:
    names = [f"name-{number}" for number in range(50)]
    assert [*told_whole(frozenset(names))] == [*told_whole(frozenset(reversed(names)))]


def test_lists_are_not_told_alike_where_their_members_are() -> None:
    assert [*told_whole((("a",), ("b",)))] != [*told_whole((("a", "b"), ()))]
    assert [*told_whole({"a": "b"})] != [*told_whole(("a", "b"))]


def test_what_cannot_be_told_whole_is_refused() -> None:
    with pytest.raises(TypeError):
        [*told_whole(object())]
