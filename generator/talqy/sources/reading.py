"""One file in, one value out; problems are gathered on the way, and none is lost."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, TypeVar

from pydantic import BaseModel

from talqy.model.problem import Problem
from talqy.sources import faults
from talqy.sources.shape import shaped
from talqy.sources.yaml_tree import MAX_BYTES, parse

V = TypeVar("V", bound=BaseModel)


@dataclass(slots=True)
class Reading:
    """The reading of one project: where it lies, what its words may be, what was found wrong.

    `context` holds `languages` and `codes`; while it is empty, they are not checked.
    """

    root: Path
    context: Mapping[str, Any] = field(default_factory=dict)
    problems: list[Problem] = field(default_factory=list)

    def value(self, file: str, model: type[V]) -> V | None:
        """Read one file as `model`; None where it cannot be used."""
        data = self.data(file)
        if data is None:
            return None
        parsed = parse(data, file)
        self.problems += parsed.problems
        if parsed.tree is None:
            return None
        value, problems = shaped(model, parsed.tree, file, self.context)
        self.problems += problems
        return value

    def data(self, file: str) -> bytes | None:
        """Read a file's bytes, no more than are wanted."""
        try:
            with (self.root / file).open("rb") as stream:
                return stream.read(MAX_BYTES + 1)
        except OSError as error:
            self.problems.append(faults.UNREADABLE.at(file, reason=error.strerror or "?"))
            return None
