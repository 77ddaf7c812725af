"""A value of the model told whole, as texts: two values that differ are told otherwise.

What is read from files is taken apart by pydantic, and written as JSON: a third faster than Python
prints it. What holds it (a standard with all that is on file about it) is taken apart field by
field.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, fields, is_dataclass
from datetime import date
from decimal import Decimal
from json import JSONEncoder

from talqy.model.values import Value


def _printed(value: object) -> str:
    """Return a number or a day as text: JSON has neither."""
    if not isinstance(value, Decimal | date):
        raise TypeError(type(value))
    return str(value)


# Not by `model_dump_json`: it calls `str` of numbers, and looks for the values of words, as if they
# could not fail. A run that is asked to end (a signal) ends in any call; there the number was told
# as unprintable and the run went on, or the end became an error of pydantic.
_TELLING = JSONEncoder(ensure_ascii=False, separators=(",", ":"), default=_printed)


@dataclass(slots=True)
class ToldValues:
    """How values were told that are read from files; what is the same value is not told again.

    A value is known by its place in memory, where it stays as long as it is kept here.
    """

    before: Mapping[int, tuple[Value, str]] = field(default_factory=dict)
    now: dict[int, tuple[Value, str]] = field(default_factory=dict)

    def next(self) -> "ToldValues":
        """Return what is known for the next time: what was not told this time is forgotten."""
        return ToldValues(self.now)

    def told(self, value: Value) -> str:
        """Return a value as JSON."""
        known = self.before.get(id(value))
        if known is None or known[0] is not value:
            known = value, _TELLING.encode(value.model_dump(serialize_as_any=True))
        self.now[id(value)] = known
        return known[1]


def told_whole(value: object, known: ToldValues | None = None) -> Iterator[str]:
    """Yield texts that tell a value and nothing else; a set is told in the order of its members.

    `known` is how values were told before. Raise `TypeError` for what is not known to be told whole
    by what it prints.
    """
    if isinstance(value, Value):
        yield type(value).__name__
        yield (known or ToldValues()).told(value)
    elif value is None or isinstance(value, str | int):
        yield repr(value)
    elif isinstance(value, tuple | frozenset):
        listed = sorted(value) if isinstance(value, frozenset) else value
        yield f"{type(value).__name__} of {len(listed)}"
        for one in listed:
            yield from told_whole(one, known)
    elif isinstance(value, Mapping):
        yield f"mapping of {len(value)}"
        for key, one in value.items():
            yield repr(key)
            yield from told_whole(one, known)
    elif is_dataclass(value) and not isinstance(value, type):
        yield type(value).__name__
        for part in fields(value):
            yield from told_whole(getattr(value, part.name), known)
    else:
        raise TypeError(type(value))
