"""What a rule is: a function from a case to findings, with its code, severity and source."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from functools import cached_property

from talqy.model import paths
from talqy.model.problem import Path, Problem, Severity
from talqy.model.register import Record, Register
from talqy.model.revision import Revision
from talqy.model.stage import Stage
from talqy.model.standing import Assessment, Standing
from talqy.model.values import Value
from talqy.rules.spoken import SpokenText, texts_of


@dataclass(frozen=True)
class Case:
    """What rules look at: all that a project says, and how it stands on the day."""

    register: Register
    assessment: Assessment

    def revisions(self) -> Iterator[tuple[Record, Revision, Standing]]:
        """Yield every revision with its record and its standing."""
        for record, revision in self.register.revisions():
            yield record, revision, self.assessment.of(record.id, revision.revision)

    @cached_property
    def texts(self) -> tuple[SpokenText, ...]:
        """Every text that an authority writes, in every file."""
        return tuple(
            SpokenText(file, path, spoken, mendable)
            for file, value, mendable in self._official_files()
            for path, spoken in texts_of(value)
        )

    def _official_files(self) -> Iterator[tuple[str, Value, bool]]:
        # Names of codes are left to `codes`: a project may add a language to a shipped name.
        project = self.register.project.model_copy(update={"codes": {}})
        yield paths.PROJECT, project, True
        for record in self.register.records:
            yield paths.standard_file(record.id), record.standard, True
            for revision in record.revisions:
                file = paths.revision_file(record.id, revision.revision)
                stage = self.assessment.of(record.id, revision.revision).stage
                yield file, revision, stage in DRAFTS
            for comment in record.comments:
                if response := record.response_to(comment.id):
                    day = (record.id, comment.revision, comment.received, comment.id)
                    yield paths.response_file(*day), response, True


@dataclass(frozen=True, slots=True)
class Finding:
    """One place that breaks a rule. `mild` makes a warning of an error that nobody can mend now."""

    file: str
    path: Path
    message: str
    hint: str
    values: dict[str, object] = field(default_factory=dict)
    mild: bool = False


def found(
    file: str, path: Path, message: str, hint: str, *, mild: bool = False, **values: object
) -> Finding:
    """Make a finding; the gaps of its words are filled from `values`."""
    return Finding(file, path, message, hint, values, mild)


Finder = Callable[[Case], Iterator[Finding]]


@dataclass(frozen=True, slots=True)
class Rule:
    """One rule of the tool; `docs/rules.md` is printed from these."""

    code: str
    severity: Severity
    source: str
    find: Finder

    @property
    def says(self) -> str:
        """The rule in one sentence: the first line of its function's docstring."""
        return (self.find.__doc__ or "").strip().splitlines()[0]

    def problems(self, case: Case) -> Iterator[Problem]:
        """Apply the rule."""
        for finding in self.find(case):
            yield Problem(
                code=self.code,
                severity=Severity.WARNING if finding.mild else self.severity,
                file=finding.file,
                path=finding.path,
                message=finding.message,
                hint=finding.hint,
                values=finding.values,
            )


def rule(
    code: str, *, source: str, severity: Severity = Severity.ERROR
) -> Callable[[Finder], Rule]:
    """Make a rule of a function; it still has to be named in `RULES` of its file."""
    return lambda find: Rule(code, severity, source, find)


DRAFTS = frozenset({Stage.PLANNED, Stage.OPEN, Stage.CLOSING})
"""Stages in which the text can still be mended, or taken back and posted anew."""
LIVING = DRAFTS | {Stage.CONSIDERING, Stage.ANSWERED, Stage.ADOPTED}
"""Stages of texts that are on their way, or in force."""
