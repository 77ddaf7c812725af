"""What a merge puts on record, as a value: what keeps it back, what enters late, what is written.

The command and the desk say the same of it, and write the same files.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from talqy.comments.doors import Door
from talqy.comments.judge import context_of
from talqy.comments.official import as_filed, judge_official, judge_said
from talqy.errors import Saying
from talqy.law.stages import closing_day
from talqy.model import paths
from talqy.model.history import History, LateAfter, RecordedComment
from talqy.model.problem import Problem
from talqy.model.register import Record, Register
from talqy.project.files import text_of
from talqy.project.history_file import MergePlan, merge_plan
from talqy.project.survey import ProjectState
from talqy.project.write import Replace
from talqy.record.entering import answered_since, late_since
from talqy.record.recording import files_to_be_kept, recorded_history
from talqy.record.settings import errors_of_settings
from talqy.rules.claimed_days import claimed_ahead
from talqy.rules.entering import late, trusted
from talqy.rules.record import in_the_way
from talqy.steps.kept_back import KeptBack


def kept_from_record(
    state: ProjectState, records: Sequence[Record], standard: str | None
) -> KeptBack | None:
    """Return what is wrong with the record, or with what would be put there; None: nothing is.

    `standard` names the one that is merged; None where all are.
    """
    if problems := in_the_way(state.problems, standard):
        why = "nothing was merged: the record must be read whole first"
    elif problems := tuple(_not_to_be_kept(state, records)):
        why = "nothing was merged: what has errors is not put on record"
    elif problems := tuple(_settings_in_the_way(state, records)):
        why = "nothing was merged: the settings that the record is written with have errors"
    else:
        return None
    return KeptBack(Saying(why), problems)


@dataclass(frozen=True, slots=True)
class LateLine:
    """A line that comes into a finished part of a record, or is answered there."""

    record: Record
    revision: int
    line: RecordedComment

    @property
    def is_after_report(self) -> bool:
        """Return whether its comment, or its answer, comes after the report."""
        answer = self.line.response and self.line.response.late
        return bool(answer or (self.line.late and self.line.late.after is LateAfter.REPORT))


@dataclass(frozen=True, slots=True)
class Merge:
    """What would come on record of some standards, each with its plan."""

    records: Sequence[Record]
    plans: Sequence[MergePlan]
    today: date

    @property
    def due(self) -> Sequence[MergePlan]:
        """The plans by which something is written."""
        return [plan for plan in self.plans if plan.step]

    @property
    def steps(self) -> list[Replace]:
        """The files that are written."""
        return [plan.step for plan in self.plans if plan.step]

    @property
    def late(self) -> Sequence[LateLine]:
        """What comes into a finished record, comments and answers."""
        return [
            LateLine(record, revision, line)
            for record, plan in zip(self.records, self.plans, strict=True)
            if plan.history
            for since in (late_since, answered_since)
            for revision, line in since(record.history, plan.history)
        ]

    @property
    def after_report(self) -> Sequence[str]:
        """The comments that come after a report: only with a reason, or by a person's yes."""
        return [each.line.id for each in self.late if each.is_after_report]

    def languages_of_late(self, register: Register) -> tuple[str, ...]:
        """Return the languages in which it is said why: those of the texts on which they came."""
        texts = {(each.record.id, each.revision) for each in self.late}
        spoken = [register.languages_at(*text, self.today) for text in sorted(texts)]
        return tuple(dict.fromkeys(code for codes in spoken for code in codes))

    def noticed(self) -> Iterator[Problem]:
        """Name each comment that comes late, and each part that comes by the word of its file."""
        for record, plan in zip(self.records, self.plans, strict=True):
            yield from _entering(record, plan.history, self.today) if plan.history else ()

    def faults_of(self, register: Register, reason: Mapping[str, str]) -> list[Problem]:
        """Judge the words that say why comments come late: they are published with each."""
        return [
            problem
            for each in self.late
            for problem in judge_said(
                register,
                (each.record.id, each.revision),
                paths.history_file(each.record.id),
                {"reason": reason},
                Door.ANSWER,
            )
        ]


def merge_of(
    root: Path,
    state: ProjectState,
    records: Sequence[Record],
    late_reason: Mapping[str, str] | None = None,
) -> Merge:
    """Plan what comes on record of some standards; their histories are read from a folder."""
    _, assessment = state.known
    plans = [merge_plan(one, assessment, _text(root, one), late_reason) for one in records]
    return Merge(records, plans, assessment.today)


def numbers_wait_until(records: Sequence[Record], today: date) -> date | None:
    """Return the first day after which comments get their numbers; None where none wait for it."""
    days = [
        closing_day(talk, today)
        for record in records
        for text in record.revisions
        if (talk := text.consultation) and closing_day(talk, today) >= today
        if any(comment.id not in record.numbers for comment in record.comments_on(text.revision))
    ]
    return min(days, default=None)


def _entering(record: Record, history: History, today: date) -> Iterator[Problem]:
    yield from trusted(record, history)
    yield from late(record, history)
    yield from claimed_ahead(record, today)


def _text(root: Path, record: Record) -> str | None:
    file = root / paths.history_file(record.id)
    return text_of(file) if file.exists() else None


def _not_to_be_kept(state: ProjectState, records: Sequence[Record]) -> list[Problem]:
    """Return the errors in the files that this merge would put on record for ever.

    What is personal cannot be taken out of a record any more, so it is looked for here too.
    """
    register, assessment = state.known
    kept = {file for record in records for file in files_to_be_kept(record, assessment)}
    context = context_of(register, assessment.today, Door.CHECK)
    found = (*state.problems, *as_filed(judge_official(register, context, kept)))
    return [problem for problem in found if problem.is_error and problem.file in kept]


def _settings_in_the_way(state: ProjectState, records: Sequence[Record]) -> list[Problem]:
    """Return the errors of the project with which something would come on record."""
    _, assessment = state.known
    growing = [r for r in records if recorded_history(r, assessment) != r.history]
    if not growing:
        return []
    return errors_of_settings(state.problems, {r.standard.authority for r in growing})
