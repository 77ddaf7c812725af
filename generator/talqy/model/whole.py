"""A value of the model told whole, as texts: two values that differ are told otherwise.

What is read from files is told by pydantic as JSON, ten times as fast as Python prints it. What
holds it (a standard with all that is on file about it) is taken apart by its fields.
"""

from collections.abc import Iterator, Mapping
from dataclasses import fields, is_dataclass

from talqy.model.values import Value


def told_whole(value: object) -> Iterator[str]:
    """Yield texts that tell a value and nothing else; a set is told in the order of its members.

    Raise `TypeError` for what is not known to be told whole by what it prints.
    """
    if isinstance(value, Value):
        yield type(value).__name__
        yield value.model_dump_json(serialize_as_any=True)
    elif value is None or isinstance(value, str | int):
        yield repr(value)
    elif isinstance(value, tuple | frozenset):
        listed = sorted(value) if isinstance(value, frozenset) else value
        yield f"{type(value).__name__} of {len(listed)}"
        for one in listed:
            yield from told_whole(one)
    elif isinstance(value, Mapping):
        yield f"mapping of {len(value)}"
        for key, one in value.items():
            yield repr(key)
            yield from told_whole(one)
    elif is_dataclass(value) and not isinstance(value, type):
        yield type(value).__name__
        for part in fields(value):
            yield from told_whole(getattr(value, part.name))
    else:
        raise TypeError(type(value))
