"""The reception that takes comments in: what is known before anything was read."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property

from talqy.comments.content import published
from talqy.model.register import Record, Register
from talqy.model.revision import Revision
from talqy.model.stage import Stage
from talqy.model.standing import Standing


@dataclass(frozen=True, kw_only=True)
class Reception:
    """Where comments are taken in: the draft, the day, and what holds where a file says nothing."""

    register: Register
    record: Record
    revision: Revision
    standing: Standing
    today: date
    unsaid: Mapping[str, str] = field(default_factory=dict)

    def stage_on(self, day: date) -> Stage | None:
        """Return the stage of the draft on a day; None before its first one."""
        return next((s for since, s in reversed(self.standing.walk) if since <= day), None)

    @cached_property
    def public(self) -> frozenset[str]:
        """The addresses and numbers that the authority itself has published: they may be quoted."""
        texts = [a.email for a in self.register.project.authorities.values() if a.email]
        for clause in self.revision.walk():
            texts += [*(clause.text or {}).values(), *(clause.heading or {}).values()]
        return published(texts)
