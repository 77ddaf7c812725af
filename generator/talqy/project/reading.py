"""One file in, one value out; problems are gathered on the way, and none is lost."""

import hashlib
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any, TypeVar

from pydantic import BaseModel

from talqy.model.problem import Problem
from talqy.project import faults
from talqy.project.files import ProjectFiles
from talqy.project.validate import shaped
from talqy.project.yaml_read import parse

V = TypeVar("V", bound=BaseModel)


def digest_of_file(data: bytes) -> str:
    """Return `sha256:…` over the bytes of a file: anybody can compute it again."""
    return f"sha256:{hashlib.sha256(data).hexdigest()}"


@dataclass(slots=True)
class Reading:
    """The reading of one project: its files, what its words may be, what was found wrong.

    `context` holds `languages` and `codes`; while it is empty, they are not checked. `digests` has
    the digest of every file that was read, as `sha256sum` computes it.
    """

    files: ProjectFiles
    context: Mapping[str, Any] = field(default_factory=dict)
    problems: list[Problem] = field(default_factory=list)
    digests: dict[str, str] = field(default_factory=dict)

    def value(self, file: str, model: type[V]) -> V | None:
        """Read one file as `model`; None where it cannot be used."""
        data = self.data(file)
        if data is None:
            return None
        self.digests[file] = digest_of_file(data)
        parsed = parse(data, file)
        self.problems += parsed.problems
        if parsed.tree is None:
            return None
        value, problems = shaped(model, parsed.tree, file, self.context)
        self.problems += problems
        return value

    def data(self, file: str) -> bytes | None:
        """Read a file's bytes."""
        try:
            return self.files.data(file)
        except OSError as error:
            self.problems.append(faults.UNREADABLE.at(file, reason=error.strerror or "?"))
            return None
