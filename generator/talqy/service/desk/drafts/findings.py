"""What `check` says of a draft, beside the clause that it is about, with the way to mend it."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from talqy.drafts.draft_fields import FIELDS
from talqy.language.clause_sayings import plain_clause_name
from talqy.model.facts import FACTS
from talqy.model.problem import Problem
from talqy.model.revision import Revision
from talqy.service.desk.drafts.causes import is_known_elsewhere
from talqy.service.desk.drafts.draft_visit import DraftVisit
from talqy.service.desk.drafts.in_words import in_words
from talqy.service.desk.field_labels import field_words
from talqy.service.desk.plain_values import with_plain_values

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
    for problem, languages in _together(at, _own(at)):
        name = clause_of(at.revision, problem)
        if name and at.revision.clause(name):
            finding = _said(at, problem, languages, at.path(f"edit/{name}/"))
            by_clause.setdefault(name, []).append(finding)
        else:
            whole.append(_said(at, problem, languages, _mended(at, problem)))
    return Findings(by_clause, tuple(whole))


def reason_path(at: DraftVisit, number: int) -> str:
    """Return where a reason of changes is written, by its number from 1."""
    return at.path(f"reasons/#reason-{number}")


def _mended(at: DraftVisit, problem: Problem) -> str:
    """Return where a problem of the draft as a whole is mended."""
    key, step = (*problem.path, "", "")[:2]
    if key == "amendments" and isinstance(step, int):
        return reason_path(at, step + 1)
    if key in _REASONS:
        return at.path("reasons/")
    if key == "clauses":
        return at.path("#removed" if removed(at) else "add/")
    return at.path("about/")


def removed(at: DraftVisit) -> Sequence[str]:
    """Return the clauses of the base that the draft has no more."""
    every = at.base.walk() if at.base else ()
    return [clause.id for clause in every if at.revision.clause(clause.id) is None]


def _together(
    at: DraftVisit, problems: Iterable[Problem]
) -> Iterator[tuple[Problem, Sequence[str]]]:
    """Yield problems, those that differ in the language alone as one, with their languages."""
    alike: dict[tuple[object, ...], list[Problem]] = {}
    for one in problems:
        last = one.path[-1] if one.path else ""
        path = one.path[:-1] if last in at.languages else one.path
        values = tuple(sorted((name, str(value)) for name, value in one.values.items()))
        alike.setdefault((one.kind, path, values), []).append(one)
    for same in alike.values():
        names = [str(one.path[-1]) for one in same if one.path]
        languages = [name for code, name in at.languages.items() if code in names]
        yield same[0], () if len(languages) == len(at.languages) else languages


def _own(at: DraftVisit) -> Iterator[Problem]:
    own = at.draft.path
    for one in at.work.state.problems:
        if one.file == own and not is_known_elsewhere(at, one):
            yield one


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


def _said(at: DraftVisit, problem: Problem, languages: Sequence[str], href: str) -> ClauseFinding:
    locale = at.edition.locale
    translate = locale.catalogue.problem
    where = _where(at, problem, languages)
    named = in_words(locale, problem, lambda name: called(at, name))
    problem = with_plain_values(at.edition, named)
    words = problem.said(translate)
    place = f"{problem.file}:{problem.line}" if problem.line else problem.file
    return ClauseFinding(
        words,
        problem.is_error,
        problem.advised(translate),
        f"{problem.code} {place}",
        href,
        "" if words.casefold().startswith(f"{where.casefold()}:") else where,
    )


def _where(at: DraftVisit, problem: Problem, languages: Sequence[str]) -> str:
    """Return what the field is called that a problem is about, and its languages."""
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
        label = _reason_of(at, steps)
    if not label:
        return ""
    return f"{label} ({', '.join(languages)})" if languages else label


def _reason_of(at: DraftVisit, steps: Sequence[str | int]) -> str:
    """Return of which clauses a reason of changes is."""
    label, there = at.say("Reasons of the changes"), at.revision.amendments
    step = steps[1] if len(steps) > 1 else None
    if not isinstance(step, int) or step >= len(there):
        return label
    names = "; ".join(called(at, name) for name in there[step].clauses)
    return at.say("Reason of the change: {clauses}", clauses=names)


def called(at: DraftVisit, name: str) -> str:
    """Return what a clause is called, in the draft or else in its base."""
    texts = (at.revision, at.base)
    text = next((one for one in texts if one and one.clause(name)), None)
    return plain_clause_name(at.edition.locale, text, name) if text else name
