"""Where a revision stands: computed from its data and the day, never stored.

The table of moves is the law of the tool: `law/stages.py` computes the walk of every revision
through its dates, and a rule compares each step with it. A new stage needs an official name in
`lists/codes.yaml` (a test asks for it).
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum

from talqy.model.alignment import Alignment
from talqy.model.project import RuleProfile


class Stage(StrEnum):
    """The stages of a revision, in the usual order."""

    PREPARING = "preparing"
    PLANNED = "planned"
    OPEN = "open"
    CLOSING = "closing"
    CONSIDERING = "considering"
    ANSWERED = "answered"
    ADOPTED = "adopted"
    SUPERSEDED = "superseded"
    WITHDRAWN = "withdrawn"
    REPEALED = "repealed"


_END: frozenset[Stage] = frozenset()


LEGAL_MOVES: Mapping[Stage, frozenset[Stage]] = {
    # It has no day yet; the day on which it gets one stands in no file.
    Stage.PREPARING: _END,
    # A draft that was never discussed may give way to a later one, but it cannot be adopted.
    Stage.PLANNED: frozenset({Stage.OPEN, Stage.CLOSING, Stage.SUPERSEDED, Stage.WITHDRAWN}),
    Stage.OPEN: frozenset({Stage.CLOSING, Stage.CONSIDERING, Stage.WITHDRAWN}),
    # An extension takes a closing discussion back to open.
    Stage.CLOSING: frozenset({Stage.OPEN, Stage.CONSIDERING, Stage.WITHDRAWN}),
    Stage.CONSIDERING: frozenset({Stage.ANSWERED, Stage.WITHDRAWN}),
    # The report comes first: articles 13 (2) and 15 of Law No. 88-V.
    Stage.ANSWERED: frozenset(
        {Stage.ADOPTED, Stage.SUPERSEDED, Stage.WITHDRAWN, Stage.REPEALED},
    ),
    Stage.ADOPTED: frozenset({Stage.SUPERSEDED, Stage.REPEALED}),
    Stage.SUPERSEDED: _END,
    Stage.WITHDRAWN: _END,
    Stage.REPEALED: _END,
}


DISCUSSED: frozenset[Stage] = frozenset({Stage.OPEN, Stage.CLOSING})
"""The stages in which a comment is in time."""
TO_COME: frozenset[Stage] = frozenset({Stage.PREPARING, Stage.PLANNED})
"""The stages of drafts whose discussion has not begun."""
AWAITED = DISCUSSED | {Stage.CONSIDERING}
"""The stages in which people may comment, or wait for the answer: they come for the draft."""
DRAFTS = TO_COME | AWAITED | {Stage.ANSWERED}
"""The stages of drafts that may still be adopted."""
DECIDED = frozenset({Stage.ANSWERED, Stage.ADOPTED, Stage.WITHDRAWN, Stage.REPEALED})
"""The stages in which people know what became of a draft: reported on, adopted or given up."""
LIVING = DRAFTS | {Stage.ADOPTED}
"""The stages of texts that are on their way, or in force."""
MENDABLE = DISCUSSED | TO_COME
"""The stages in which a text can still be mended, in its place or by a new posting."""


def is_legal(before: Stage, after: Stage) -> bool:
    """Return whether a revision may go from one stage straight to another."""
    return after in LEGAL_MOVES[before]


def is_mendable(stage: Stage) -> bool:
    """Return whether a text can still be mended in this stage: then what is wrong is an error."""
    return stage in MENDABLE


@dataclass(frozen=True, slots=True, kw_only=True)
class Counting:
    """How a period was counted, so that anybody can count it again.

    `posted` is the day of posting, `first` the day after it, `last` the earliest lawful closing
    day; `skipped` are the days between them that do not count; `calendar` is the edition of the
    table of days off, None where none was needed, or we have none of the country.
    """

    profile: RuleProfile
    posted: date
    first: date
    last: date
    skipped: tuple[date, ...]
    calendar: date | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class ReportTerm:
    """What an authority owes, or owed, after a discussion; `law/reports.py` judges it.

    `due` is the last day for the report, None where nobody is owed one: a draft that was given up
    or overtaken by then. `days_late` are the days after it without a report, while one was owed.
    `answers_due` is the last day for the answers to comments, None where they are owed no longer.
    """

    due: date | None = None
    days_late: int = 0
    is_overdue: bool = False
    answers_due: date | None = None
    are_answers_overdue: bool = False

    @property
    def overdue_since(self) -> date | None:
        """Return the first day that was too late for the report, also where it came later."""
        return self.due + timedelta(days=1) if self.due and self.days_late else None

    @property
    def late_until(self) -> date | None:
        """Return the day to which a late report was waited for: it came, or was owed no longer."""
        return self.due + timedelta(days=self.days_late) if self.due and self.days_late else None


NO_REPORT = ReportTerm()
"""Of a text that is not discussed."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Standing:
    """Where one revision stands.

    `days_left` are working days after the day, to the closing day; `report` is what was owed of
    the report; `digest` is that of its text; `alignment` is with the text that it starts from, None
    for a first one.
    """

    stage: Stage
    walk: tuple[tuple[date, Stage], ...]
    counting: Counting | None = None
    closes: date | None = None
    days_left: int | None = None
    report: ReportTerm = NO_REPORT
    digest: str = ""
    alignment: Alignment | None = None
