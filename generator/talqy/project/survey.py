"""A project read, checked and assessed: what it says, how it stands on the day, what is wrong."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cached_property
from pathlib import Path

from talqy.compare.align import align
from talqy.errors import Listed, ProjectBrokenError, Saying, TalqyError
from talqy.law.periods import Workdays, counting, profile_of, workdays_of
from talqy.law.stages import closing_day, stage_on, walk
from talqy.model import paths
from talqy.model.history import History
from talqy.model.problem import Level, Problem
from talqy.model.register import Record, Register
from talqy.model.revision import Revision
from talqy.model.standing import DISCUSSED, Assessment, Stage, Standing
from talqy.project import clock
from talqy.project.file_reader import sorted_by_place
from talqy.project.files import DiskFiles, ProjectFiles
from talqy.project.gone import with_gone
from talqy.project.kept_findings import Find, KeptFindings
from talqy.project.load import ReadProject, read_project
from talqy.project.today import (
    beyond_the_clock,
    clock_problem,
    refuse_earlier_day,
    today_of,
)
from talqy.record.digests import digest_of
from talqy.record.missing import Missing, all_missing
from talqy.rules.check import check_alone, check_whole
from talqy.rules.rule import CheckContext

_GONE = "{file} (gone)"
_UNUSABLE = "{file} (cannot be used)"


BENT = frozenset({"T05", "R02", "R04", "R05", "R06"})
"""What says that a text, a comment or a word of the authority is not the one on record."""


class RecordBentError(TalqyError):
    """What is published would be something else than the record."""


class RecordIncompleteError(TalqyError):
    """What is published would say less than the record."""


@dataclass(frozen=True)
class ProjectState:
    """What a project says, how it stands on the day, and all that is wrong with it."""

    register: Register | None
    assessment: Assessment | None
    problems: tuple[Problem, ...]
    ahead: History | None = None
    """The record that goes beyond what the clock of this machine says is today."""

    @property
    def has_errors(self) -> bool:
        """Return whether anything is worse than a warning."""
        return any(problem.level is Level.ERROR for problem in self.problems)

    @property
    def as_read(self) -> tuple[Register, Assessment]:
        """The register, and how it stands on the day that the clock says, right or wrong.

        Without usable settings nothing can be said or done.
        """
        if self.register is None or self.assessment is None:
            raise ProjectBrokenError(
                "{file} cannot be used, and without it nothing can be done; see “talqy check”",
                file=paths.PROJECT,
            )
        return self.register, self.assessment

    @property
    def known(self) -> tuple[Register, Assessment]:
        """The register and how it stands on the day, for whoever shows that or goes on from it.

        Where the clock is behind a record, what is over would be shown as still to come.
        """
        register, assessment = self.as_read
        refuse_earlier_day(self.ahead, assessment.today)
        return register, assessment

    @cached_property
    def missing(self) -> tuple[Missing, ...]:
        """What is on record and cannot be shown."""
        return all_missing(self.register) if self.register else ()

    @property
    def lacking(self) -> Listed:
        """The files of what is on record and cannot be shown."""
        return Listed(tuple(map(_named, self.missing)))

    def require_whole_record(self, standard: str | None = None) -> None:
        """Refuse to go on where less would be said than the record has, of one standard or all."""
        missing = [one for one in self.missing if standard in {None, one.standard}]
        if not missing:
            return
        raise RecordIncompleteError(
            "nothing was written: of what is on record this cannot be shown: {missing}. Mend the "
            "files, or put them back from git; “talqy build --leave-out” builds without them, and "
            "the pages say what is missing",
            missing=Listed(tuple(map(_named, missing))),
        )

    def require_true_record(self, standard: str | None = None) -> None:
        """Refuse to publish what differs from the record: what is on record is only corrected."""
        bent = [p.file for p in self.problems if p.is_error and p.code in BENT]
        of = [file for file in dict.fromkeys(bent) if standard in {None, paths.standard_of(file)}]
        if of:
            raise RecordBentError(
                "nothing was written: this is not what is on record: {files}. Put the files back "
                "from git, or correct what is on record with “talqy correct”; see “talqy check”",
                files=", ".join(of),
            )


def _named(one: Missing) -> Saying:
    return Saying(_GONE if one.is_gone else _UNUSABLE, {"file": one.file})


def survey(root: Path, today: date | None = None) -> ProjectState:
    """Read and check a project; `today` overrides the project's own day and the clock."""
    found = KeptFindings(root)
    state = survey_of(with_gone(read_project(root), root), DiskFiles(root), today, found)
    found.close()
    return state


def survey_of(
    read: ReadProject, of: ProjectFiles, today: date | None = None, find: Find = check_alone
) -> ProjectState:
    """Check a project that was read, and find the lines of its problems in its files.

    `find` finds what is wrong in one standard, of which a context tells alone.
    """
    if read.register is None:
        return ProjectState(None, None, sorted_by_place(of, read.problems))
    now = clock.now_in(read.register.project.timezone)
    assessment = assess(read.register, today_of(read.register, today))
    ahead = beyond_the_clock(read.register, today)
    told = (clock_problem(ahead, assessment.today),) if ahead else ()
    context = CheckContext(read.register, assessment, now)
    of_each = (found for one in read.register.records for found in find(context.alone(one)))
    problems = (*read.problems, *told, *check_whole(context), *of_each)
    return ProjectState(read.register, assessment, sorted_by_place(of, problems), ahead)


def with_lines(root: Path, problems: Sequence[Problem]) -> tuple[Problem, ...]:
    """Find the lines of problems that a command has found, in the files of a project."""
    return sorted_by_place(DiskFiles(root), problems)


def assess(register: Register, today: date) -> Assessment:
    """Compute once what rules and pages need to know about every revision."""
    workdays = workdays_of(register)
    return Assessment(
        today,
        {
            (record.id, revision.revision): _standing(register, record, revision, today, workdays)
            for record, revision in register.revisions()
        },
    )


def _standing(
    register: Register, record: Record, revision: Revision, today: date, workdays: Workdays
) -> Standing:
    closing_within = register.project.closing_within
    stage = stage_on(today, record, revision, workdays, closing_within)
    steps = walk(record, revision, workdays, closing_within)
    consultation = revision.consultation
    base = record.base_of(revision)
    alignment = align(record, base, revision) if base else None
    if consultation is None:
        return Standing(stage=stage, walk=steps, digest=digest_of(revision), alignment=alignment)
    profile = profile_of(register, consultation)
    closes = closing_day(consultation, today)
    due = workdays.nth_after(closes, register.project.report_within)
    return Standing(
        stage=stage,
        walk=steps,
        counting=counting(consultation, profile, workdays) if profile else None,
        closes=closes,
        days_left=workdays.between(today, closes) if stage in DISCUSSED else None,
        # A draft that was given up owes nobody a report.
        report_due=None if stage is Stage.WITHDRAWN else due,
        overdue_since=_overdue_since(steps, due, today),
        digest=digest_of(revision),
        alignment=alignment,
    )


def _overdue_since(steps: Sequence[tuple[date, Stage]], due: date, today: date) -> date | None:
    """Return the day after a report was due, if that day has come and the report had not."""
    if due >= today:
        return None
    day = due + timedelta(days=1)
    stage = next((stage for since, stage in reversed(steps) if since <= day), None)
    return day if stage is Stage.CONSIDERING else None
