"""A project read, checked and assessed: what it says, how it stands on the day, what is wrong."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from functools import cached_property
from pathlib import Path

from talqy.compare.align import align
from talqy.errors import Listed, ProjectBrokenError, Saying, TalqyError
from talqy.law.periods import Workdays, counting, profile_of, workdays_of
from talqy.law.reports import report_term
from talqy.law.stages import closing_day, stage_on, walk
from talqy.model import paths
from talqy.model.history import History
from talqy.model.problem import Level, Problem
from talqy.model.register import Assessment, Record, Register
from talqy.model.revision import Revision
from talqy.model.standing import DISCUSSED, Standing
from talqy.model.whole import ToldValues
from talqy.project import clock
from talqy.project.file_reader import Readings, sorted_by_place
from talqy.project.files import CopiedFiles, DiskFiles, ProjectFiles, SeenFile, SeenFiles
from talqy.project.gone import with_gone
from talqy.project.kept_findings import Find, KeptFindings
from talqy.project.load import ReadProject, read_project
from talqy.project.records_known import Past
from talqy.project.today import (
    beyond_the_clock,
    clock_problem,
    refuse_earlier_day,
)
from talqy.record.digests import digest_of
from talqy.record.missing import Missing, all_missing
from talqy.rules.check import check_alone, check_together
from talqy.rules.rule import CheckContext, Recall, digest_of_settings, found_now

_GONE = "{file} (gone)"
_UNUSABLE = "{file} (cannot be used)"


@dataclass(frozen=True, slots=True)
class CommitCopy:
    """What git knows of a copy of a commit: the history before it, and the ids of its files.

    `content` reads a file by its id, so many bytes of it at most: in the folder of the copy there
    may be no comments.
    """

    past: Past
    ids: Mapping[str, str]
    content: Callable[[str, int], bytes]


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
    alone: tuple[CheckContext, ...] = ()
    """The settings, then each standard, as if there were no others."""
    ahead: History | None = None
    """The record that goes beyond what the clock of this machine says is today."""

    @property
    def has_errors(self) -> bool:
        """Return whether anything is worse than a warning."""
        return any(problem.level is Level.ERROR for problem in self.problems)

    @property
    def as_found(self) -> "ProjectState":
        """The state without what the rules looked at, which takes as much memory as a register."""
        return replace(self, alone=())

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


@dataclass(frozen=True)
class _Part:
    """The settings, or one standard, whatever lies beside it."""

    records: tuple[Record, ...]
    context: CheckContext
    find: Find

    @cached_property
    def problems(self) -> tuple[Problem, ...]:
        """What is wrong with it."""
        return tuple(self.find(self.context))


@dataclass(slots=True)
class LastSurvey:
    """What is kept from one survey of a project to the next, and spares whoever asks again.

    A file is known by its bytes, and a standard by all that its files say: what was found of it
    holds while these, the settings and the day are the same (docs/decisions/0052). `find` finds
    what is wrong with one of these parts, `recall` gives what else was found of it.
    """

    readings: Readings = field(default_factory=Readings)
    find: Find = check_alone
    recall: Recall = found_now
    files: dict[str, SeenFile] = field(default_factory=dict)
    _shared: tuple[Register, date, date] | None = None
    _parts: Mapping[str, _Part] = field(default_factory=dict)

    def beside(self) -> "LastSurvey":
        """Return what is known here, for who looks at something else meanwhile."""
        return LastSurvey(
            self.readings.beside(), self.find, self.recall, {}, self._shared, self._parts
        )

    def as_before(self, register: Register) -> Register:
        """Return the register; each standard that says what it said before is the same value."""
        known = {record.id: record for part in self._parts.values() for record in part.records}
        same = ((known.get(record.id), record) for record in register.records)
        return replace(register, records=tuple(old if old == new else new for old, new in same))

    def parts(self, register: Register, today: date, now: date) -> tuple[_Part, ...]:
        """Return what is found of the settings, then of each standard."""
        settings = register.alone()
        told = digest_of_settings(settings)
        known, is_same = self._parts, self._shared == (settings, today, now)
        self._shared, self._parts = (settings, today, now), {}
        for name, records in (("", ()), *((one.id, (one,)) for one in register.records)):
            part = known.get(name)
            if part is None or not is_same or part.records != records:
                alone = register.alone(*records)
                assessment = assess(alone, today)
                values = part.context.told.next() if part else ToldValues()
                context = CheckContext(
                    alone, assessment, now, is_part=True, settings=told, told=values
                )
                part = _Part(records, context, self.find)
            self._parts[name] = part
        return tuple(self._parts.values())


def survey(
    root: Path,
    today: date | None = None,
    kept: LastSurvey | None = None,
    *,
    is_checked: bool = True,
    copied: CommitCopy | None = None,
) -> ProjectState:
    """Read and check a project; `today` overrides the project's own day and the clock.

    `copied` is what git knows of it, where the folder is a copy of a commit.

    One that is not checked is read all the same: its problems are those of files alone. What was
    found is kept for the next run, unless one that goes on keeps it itself.
    """
    findings = KeptFindings(root) if kept is None else None
    if findings:
        kept = LastSurvey(find=findings, recall=findings.recall)
    kept = kept or LastSurvey()
    files: ProjectFiles = SeenFiles(root, kept.files)
    if copied:
        files = CopiedFiles(copied.ids, copied.content, kept.files)
    past = copied.past if copied else None
    read = with_gone(read_project(root, kept.readings, files), root, past)
    state = survey_of(read, files, today, kept, is_checked=is_checked)
    if findings:
        findings.close()
    return state


def survey_of(
    read: ReadProject,
    of: ProjectFiles,
    today: date | None = None,
    kept: LastSurvey | None = None,
    *,
    is_checked: bool = True,
) -> ProjectState:
    """Check a project that was read, and find the lines of its problems in its files."""
    kept = kept or LastSurvey()
    if read.register is None:
        return ProjectState(None, None, sorted_by_place(of, read.problems, kept.readings))
    register, now = kept.as_before(read.register), clock.now_in(read.register.project.timezone)
    day = register.project.day(today, now)
    parts = kept.parts(register, day, now)
    alone = tuple(part.context for part in parts)
    standings = (pair for one in alone for pair in one.assessment.standings.items())
    assessment = Assessment(day, dict(standings))
    ahead = beyond_the_clock(register, today, now)
    told = (clock_problem(ahead, day),) if ahead else ()
    found: list[Problem] = []
    if is_checked:
        found += (problem for part in parts for problem in part.problems)
        whole = CheckContext(register, assessment, now, known_alone=alone, recall=kept.recall)
        found += check_together(whole)
    problems = (*read.problems, *told, *found)
    placed = sorted_by_place(of, problems, kept.readings)
    return ProjectState(register, assessment, placed, alone, ahead)


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
    made = consultation.report if consultation.is_reported(today) else None
    return Standing(
        stage=stage,
        walk=steps,
        counting=counting(consultation, profile, workdays) if profile else None,
        closes=closes,
        days_left=workdays.between(today, closes) if stage in DISCUSSED else None,
        report=report_term(steps, due, made.on if made else None, today),
        digest=digest_of(revision),
        alignment=alignment,
    )
