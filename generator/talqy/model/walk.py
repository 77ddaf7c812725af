"""Every text that stands in a value of the model, and where; and every day."""

from collections.abc import Iterator, Mapping
from datetime import date
from decimal import Decimal
from enum import Enum, auto
from functools import cache
from types import NoneType
from typing import Any, get_args, get_origin

from talqy.model.problem import Path
from talqy.model.values import Value

_WITHOUT_DAYS = (str, int, Decimal)

UNWRITTEN = "…"
"""What stands for a text that is still to be written; people type three dots, too."""


class Holds(Enum):
    """What a value has below it, or that it is a text; a code or a number is neither."""

    TEXT = auto()
    FIELDS = auto()
    KEYS = auto()
    ITEMS = auto()
    NOTHING = auto()


HAVE_MORE = (Holds.FIELDS, Holds.KEYS, Holds.ITEMS)


def held_by(value: object) -> Holds:
    """Return what a value holds; its type is asked once, for to ask each value takes longer."""
    kind = type(value)
    if kind not in _HELD:
        _HELD[kind] = _held_by(kind)
    return _HELD[kind]


_HELD: dict[type, Holds] = {}


def _held_by(kind: type) -> Holds:
    if issubclass(kind, str):
        return Holds.NOTHING if issubclass(kind, Enum) else Holds.TEXT
    kinds = ((Value, Holds.FIELDS), (Mapping, Holds.KEYS), (tuple, Holds.ITEMS))
    return next((holds for one, holds in kinds if issubclass(kind, one)), Holds.NOTHING)


def below(value: Any) -> Iterator[tuple[str | int, Any]]:  # noqa: ANN401 - whatever a format has
    """Yield what stands right below a value, with its keys, in the order of the format."""
    holds = held_by(value)
    if holds is Holds.FIELDS:
        model: type[Value] = type(value)
        for name, key in fields_of(model):
            yield key, getattr(value, name)
    elif holds is Holds.KEYS:
        for name, one in value.items():
            yield str(name), one
    elif holds is Holds.ITEMS:
        yield from enumerate(value)


def strings_in(value: object, path: Path = ()) -> Iterator[tuple[Path, str]]:
    """Yield every text below a value with its path, in the order of the format; codes are none."""
    if isinstance(value, str):
        if not isinstance(value, Enum):
            yield path, value
        return
    for key, one in below(value):
        holds = held_by(one)
        if holds is Holds.TEXT:
            yield (*path, key), one
        elif holds in HAVE_MORE:
            yield from strings_in(one, (*path, key))


def days_in(value: object) -> Iterator[date]:
    """Yield every day below a value, in no order."""
    pending: list[Any] = [value]
    while pending:
        one = pending.pop()
        if one is None or isinstance(one, _WITHOUT_DAYS):
            continue
        if isinstance(one, date):
            yield one
            continue
        holds = held_by(one)
        if holds is Holds.FIELDS:
            model: type[Value] = type(one)
            pending += [getattr(one, name) for name in _fields_with_days(model)]
        elif holds in HAVE_MORE:
            pending += [part for _, part in below(one)]


@cache
def _fields_with_days(model: type[Value]) -> tuple[str, ...]:
    """Return the fields of a value in which a day may stand, or below which one may."""
    fields = model.model_fields.items()
    return tuple(name for name, field in fields if _may_hold_days(field.annotation, (model,)))


def _may_hold_days(kind: Any, within: tuple[type[Value], ...]) -> bool:  # noqa: ANN401 - a type, as it is written
    """Return whether what is of this type may be a day, or hold one; `within` are those around."""
    if not isinstance(kind, type) or get_origin(kind):
        return any(_may_hold_days(below, within) for below in get_args(kind))
    if not issubclass(kind, Value):
        return not issubclass(kind, (*_WITHOUT_DAYS, NoneType))
    fields = kind.model_fields.values() if kind not in within else ()
    return any(_may_hold_days(field.annotation, (*within, kind)) for field in fields)


def is_unwritten(text: str) -> bool:
    """Return whether a text is still to be written."""
    return text.strip() in {UNWRITTEN, "..."}


@cache
def fields_of(model: type[Value]) -> tuple[tuple[str, str], ...]:
    """Return the fields of a value: their names in the program, and their keys in a file."""
    return tuple((name, field.alias or name) for name, field in model.model_fields.items())
