"""Why a step is not taken: one sentence, and what is wrong, each with its place."""

from collections.abc import Sequence
from dataclasses import dataclass

from talqy.errors import Saying
from talqy.model.problem import Problem


@dataclass(frozen=True, slots=True)
class KeptBack:
    """What keeps a merge, or a correction, from being made."""

    why: Saying
    problems: Sequence[Problem]
