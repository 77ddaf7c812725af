"""What `check` says of a draft, beside the clause that it is about, with the way to mend it."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from talqy.drafts.draft_fields import FIELDS
from talqy.language.clause_sayings import plain_clause_name
from talqy.model.facts import FACTS
from talqy.model.problem import Problem
from talqy.model.revision import Revision
from talqy.service.desk.drafts.draft_visit import DraftVisit
from talqy.service.desk.drafts.field_labels import field_words
from talqy.service.desk.drafts.in_words import in_words

_FIELDS = {
    **{field.name: field.label for field in FIELDS},
    "heading": "Heading",
    "text": "Text",
    "table": "Table",
    "number": "Number",
}
_REASONS = frozenset({"amendments", "replaced", "editorial"})


@dataclass(frozen=True, slots=True)
class ClauseFinding:
    """One finding in words; `advice` and `place` are for who works on the files.

    `where` names the field that it is about, and is empty where that is not one alone. `href` leads
    to where it is mended at the desk, and is empty where that is this very page.
    """

    words: str
    is_grave: bool
    advice: str
    place: str
    href: str = ""
    where: str = ""


@dataclass(frozen=True, slots=True)
class Findings:
    """The findings on a draft: by clause, and those on the draft as a whole."""

    of_clauses: dict[str, list[ClauseFinding]]
    of_draft: tuple[ClauseFinding, ...]

    @property
    def count(self) -> int:
        """How many there are."""
        return sum(map(len, self.of_clauses.values())) + len(self.of_draft)

    def of(self, clause: str) -> Sequence[ClauseFinding]:
        """Return those on a clause."""
        return self.of_clauses.get(clause, ())


def findings(at: DraftVisit) -> Findings:
    """Return what is found in the files of a draft."""
    by_clause: dict[str, list[ClauseFinding]] = {}
    whole = list[ClauseFinding]()
    for problem in _own(at):
        name = clause_of(at.revision, problem)
        if name and at.revision.clause(name):
            finding = _said(at, problem, f"edit/{name}/")
            by_clause.setdefault(name, []).append(finding)
        else:
            key = str(problem.path[0]) if problem.path else ""
            below = "reasons/" if key in _REASONS else "about/"
            whole.append(_said(at, problem, below))
    return Findings(by_clause, tuple(whole))


def _own(at: DraftVisit) -> Iterator[Problem]:
    own = at.draft.path
    yield from (one for one in at.work.state.problems if one.file == own)


def clause_of(revision: Revision, problem: Problem) -> str:
    """Return the clause that a problem of a text is about; "" of none."""
    steps, name = problem.path, ""
    clauses = revision.clauses
    while len(steps) > 1 and steps[0] == "clauses":
        step = steps[1]
        if isinstance(step, str):
            return step.removeprefix("#")
        if step >= len(clauses):
            return name
        name, clauses, steps = clauses[step].id, clauses[step].clauses, steps[2:]
    return name


def _said(at: DraftVisit, problem: Problem, below: str) -> ClauseFinding:
    locale = at.edition.locale
    translate = locale.catalogue.problem
    problem = in_words(locale, problem, lambda name: _called(at, name))
    place = f"{problem.file}:{problem.line}" if problem.line else problem.file
    return ClauseFinding(
        problem.said(translate),
        problem.is_error,
        problem.advised(translate),
        f"{problem.code} {place}",
        at.path(below),
        _where(at, problem),
    )


def _where(at: DraftVisit, problem: Problem) -> str:
    """Return what the field is called that a problem is about, and its language."""
    steps = list(problem.path)
    while len(steps) > 1 and steps[0] == "clauses":
        steps = steps[2:]
    words = at.edition.locale.words
    label = ""
    if steps and steps[0] in _FIELDS:
        label = words(_FIELDS[str(steps[0])])
    elif len(steps) > 1 and steps[0] == "facts" and steps[1] in FACTS:
        label = field_words(at.edition.locale, str(steps[1]), str(steps[1]))
    elif steps and steps[0] == "amendments":
        label = words("Reasons of the changes")
    last = str(steps[-1]) if label else ""
    language = at.languages.get(last, "")
    return f"{label} ({language})" if language else label


def _called(at: DraftVisit, name: str) -> str:
    texts = (at.revision, at.base)
    text = next((one for one in texts if one and one.clause(name)), None)
    return plain_clause_name(at.edition.locale, text, name) if text else name
