"""Where the texts are: every text by language of a value, with its path inside the file."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache

from talqy.model.problem import Path
from talqy.model.values import Value


@dataclass(frozen=True, slots=True)
class SpokenText:
    """One official text by language; `mendable` while its file can still be changed freely."""

    file: str
    path: Path
    spoken: Mapping[str, str]
    mendable: bool


def texts_of(value: object, path: Path = ()) -> Iterator[tuple[Path, Mapping[str, str]]]:
    """Yield every text by language below `value`, in the order of the format."""
    if isinstance(value, Value):
        for name, key in _fields(type(value)):
            below = getattr(value, name)
            if isinstance(below, Value | Mapping | tuple):
                yield from texts_of(below, (*path, key))
    elif isinstance(value, Mapping):
        if value and all(isinstance(below, str) for below in value.values()):
            yield path, value
        else:
            for key, below in value.items():
                yield from texts_of(below, (*path, str(key)))
    elif isinstance(value, tuple):
        for index, below in enumerate(value):
            yield from texts_of(below, (*path, index))


@cache
def _fields(model: type[Value]) -> tuple[tuple[str, str], ...]:
    return tuple((name, field.alias or name) for name, field in model.model_fields.items())
