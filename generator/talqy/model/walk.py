"""Every text that stands in a value of the model, and where; and every day."""

from collections.abc import Iterator, Mapping
from datetime import date
from decimal import Decimal
from enum import Enum
from functools import cache
from types import NoneType
from typing import Any, get_args, get_origin

from talqy.model.problem import Path
from talqy.model.values import Value

_WITHOUT_DAYS = (str, int, Decimal)

UNWRITTEN = "…"
"""What stands for a text that is still to be written; people type three dots, too."""


def strings_in(value: object, path: Path = ()) -> Iterator[tuple[Path, str]]:
    """Yield every text below a value with its path, in the order of the format; codes are none."""
    if isinstance(value, str):
        if not isinstance(value, Enum):
            yield path, value
    elif isinstance(value, Value):
        for name, key in fields_of(type(value)):
            yield from strings_in(getattr(value, name), (*path, key))
    elif isinstance(value, Mapping):
        for key, below in value.items():
            yield from strings_in(below, (*path, str(key)))
    elif isinstance(value, tuple):
        for index, below in enumerate(value):
            yield from strings_in(below, (*path, index))


def days_in(value: object) -> Iterator[date]:
    """Yield every day below a value, in no order."""
    pending = [value]
    while pending:
        one = pending.pop()
        if one is None or isinstance(one, _WITHOUT_DAYS):
            continue
        if isinstance(one, date):
            yield one
        elif isinstance(one, Value):
            pending += [getattr(one, name) for name in _fields_with_days(type(one))]
        elif isinstance(one, tuple):
            pending.extend(one)
        elif isinstance(one, Mapping):
            pending.extend(one.values())


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
