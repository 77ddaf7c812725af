"""Values of the queue as rows of its tables, and back."""

from dataclasses import asdict
from typing import Any

from sqlalchemy.engine import RowMapping

from talqy.service.taken import SAYS, Act, Lane, Logged, State, Taken


def as_comment(taken: Taken) -> dict[str, Any]:
    """Return the row of a comment."""
    return asdict(taken)


def taken_of(row: RowMapping) -> Taken:
    """Return the comment of a row."""
    values = {**row, "lane": Lane(row["lane"]), "state": State(row["state"])}
    return Taken(**{**values, "text": bytes(row["text"])})


def as_act(act: Act, comment: str, was: State | None, to: State | None) -> dict[str, Any]:
    """Return the row of a line of the log."""
    return {
        "comment": comment,
        "at": act.at,
        "by": act.by,
        "what": act.written,
        "was": was,
        "to": to,
        "reason": act.reason,
        "values": act.values,
    }


def logged(row: RowMapping) -> Logged:
    """Return the line of the log of a row."""
    what, is_said = row["what"].removeprefix(SAYS), row["what"].startswith(SAYS)
    act = Act(what, row["at"], row["by"], row["reason"], row["values"], is_said)
    was, to = (State(row[name]) if row[name] else None for name in ("was", "to"))
    return Logged(row["number"], row["comment"], act, was, to)
