"""What rules have found in one standard, kept for the next run.

The key is a digest of the very values that the rules look at, and not of files: so nothing that a
rule can see is forgotten in it. Rules of words look at how texts stand since something happened
last, all others at the day. What would not come back from JSON as it was is not kept.
"""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import fields, replace
from datetime import date
from decimal import Decimal
from pathlib import Path
from typing import Any

from talqy.errors import Listed, Named, Saying
from talqy.law.sameness import stands_as
from talqy.model.codes import Code
from talqy.model.digest import key_of
from talqy.model.problem import Kind, Level, Problem
from talqy.project.kept import KeptFile
from talqy.rules.check import check_the_day, check_words
from talqy.rules.rule import CheckContext

Find = Callable[[CheckContext], Iterable[Problem]]
"""Finds what is wrong in one standard."""

_SHAPES: Mapping[str, type[Any]] = {
    shape.__name__: shape for shape in (Problem, Kind, Saying, Named, Listed, Code)
}
_TEXTS: Mapping[str, Callable[[str], object]] = {
    "date": date.fromisoformat,
    "Decimal": Decimal,
    "Level": Level,
}
_LIST, _MAPPING = "list", "mapping"


class KeptFindings:
    """What `check_alone` has found in the standards of one project, now and in earlier runs."""

    def __init__(self, root: Path) -> None:
        self._kept = KeptFile(root, "findings")

    def __call__(self, context: CheckContext) -> Iterable[Problem]:
        """Return what is wrong in one standard, of which a context tells alone."""
        said = _said(context)
        stands = [stands_as(one, context.still.assessment) for one in context.register.records]
        of_words = key_of(said, *stands, "words")
        on_the_day = key_of(said, str(context.assessment.today), str(context.now), "the day")
        return (
            *self._known_or_found(of_words, check_words, context),
            *self._known_or_found(on_the_day, check_the_day, context),
        )

    def _known_or_found(self, key: str, find: Find, context: CheckContext) -> Iterable[Problem]:
        known = _problems(self._kept.get(key))
        if known is not None:
            return known
        found = tuple(find(context))
        packed = _packed(found)
        if _problems(packed) == found:
            self._kept.put(key, packed)
        return found

    def close(self) -> None:
        """Leave for the next run what this one has found."""
        self._kept.close()


def _said(context: CheckContext) -> str:
    """Return a digest of all that a context tells but the day.

    A set is printed in another order by each run, so it is taken apart.
    """
    register, none = context.register, frozenset[Any]()
    whole, broken = [], []
    for record in register.records:
        broken += [sorted(record.broken_revisions), sorted(record.broken_comments)]
        whole.append(replace(record, broken_revisions=none, broken_comments=none))
    return key_of(repr(replace(register, records=tuple(whole))), repr(broken))


def _problems(packed: object) -> tuple[Problem, ...] | None:
    """Return problems that were packed; None for what is none, whoever has written it."""
    try:
        found = _unpacked(packed)
    except (ArithmeticError, LookupError, TypeError, ValueError):
        return None
    return found if isinstance(found, tuple) and all(map(_is_problem, found)) else None


def _is_problem(found: object) -> bool:
    """Return whether something is a problem in all that others ask of it."""
    return (
        isinstance(found, Problem)
        and isinstance(found.kind, Kind)
        and isinstance(found.kind.level, Level)
        and all(isinstance(one, str) for one in (found.kind.code, found.kind.message, found.file))
        and isinstance(found.values, Mapping)
        and isinstance(found.path, tuple)
        and all(isinstance(step, str | int) for step in found.path)
    )


def _packed(value: object) -> Any:  # noqa: ANN401 - whatever JSON can hold
    """Return a value as JSON can hold it: what is no text and no number has the name of its shape.

    What has no shape that is known here is packed as nothing, and so does not come back.
    """
    if value is None or isinstance(value, bool | int) or type(value) is str:
        return value
    name = type(value).__name__
    if name in _TEXTS:
        return [name, str(value)]
    if name in _SHAPES:
        return [name, *(_packed(getattr(value, one.name)) for one in fields(_SHAPES[name]))]
    if isinstance(value, Mapping):
        return [_MAPPING, *([key, _packed(below)] for key, below in value.items())]
    return [_LIST, *map(_packed, value)] if isinstance(value, tuple) else None


def _unpacked(packed: Any) -> Any:  # noqa: ANN401 - what was packed
    if not isinstance(packed, list):
        return packed
    name, below = packed[0], packed[1:]
    if name in _TEXTS:
        return _TEXTS[name](*below)
    if name == _MAPPING:
        return {key: _unpacked(value) for key, value in below}
    values: Sequence[object] = tuple(map(_unpacked, below))
    return _SHAPES[name](*values) if name in _SHAPES else values
