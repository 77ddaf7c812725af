"""How things stand on the day: what `derive` computes once, and `checks` and `render` read."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from talqy.model.alignment import Alignment
from talqy.model.project import RuleProfile
from talqy.model.stage import Stage


@dataclass(frozen=True, slots=True, kw_only=True)
class Counting:
    """How a period was counted, so that anybody can count it again.

    `posted` is the day of posting, `first` the day after it, `last` the earliest lawful closing
    day; `skipped` are the days between them that do not count.
    """

    profile: RuleProfile
    posted: date
    first: date
    last: date
    skipped: tuple[date, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Standing:
    """Where one revision stands.

    `days_left` are working days after the day, to the closing day; `digest` is that of its text;
    `alignment` is with the text that it starts from, None for a first one.
    """

    stage: Stage
    walk: tuple[tuple[date, Stage], ...]
    counting: Counting | None = None
    closes: date | None = None
    days_left: int | None = None
    report_due: date | None = None
    digest: str = ""
    alignment: Alignment | None = None


@dataclass(frozen=True, slots=True)
class Assessment:
    """The standings of all revisions of a register on `today`."""

    today: date
    standings: Mapping[tuple[str, int], Standing]

    def of(self, standard: str, revision: int) -> Standing:
        """Return the standing of one revision."""
        return self.standings[standard, revision]
