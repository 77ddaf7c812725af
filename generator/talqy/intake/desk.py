"""The desk that takes comments in: what is known before anything was read."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date

from talqy.model.register import Record, Register
from talqy.model.revision import Revision
from talqy.model.stage import Stage
from talqy.model.standing import Standing


@dataclass(frozen=True, slots=True, kw_only=True)
class Desk:
    """Where comments are taken in: the draft, the day, and what holds where a file says nothing."""

    register: Register
    record: Record
    revision: Revision
    standing: Standing
    today: date
    unsaid: Mapping[str, str] = field(default_factory=dict)

    def stage_on(self, day: date) -> Stage | None:
        """Answer the stage of the draft on a day; None before its first one."""
        return next((s for since, s in reversed(self.standing.walk) if since <= day), None)
