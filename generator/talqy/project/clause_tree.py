"""The tree of a clause, as the file of a text has it."""

from collections.abc import Mapping
from typing import Any

CLAUSES = "clauses"
"""The key of the clauses inside a clause, and of those of a text."""


def alone(clause: Mapping[str, Any]) -> dict[str, Any]:
    """Return what a clause says itself: its tree without the clauses inside it."""
    return {key: value for key, value in clause.items() if key != CLAUSES}
