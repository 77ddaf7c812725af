"""A pull request that changes texts of standards: read from git objects, compared, checked."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from talqy.diff.review import ReviewedDraft
from talqy.language.base_words import words_of
from talqy.language.edition import Edition, editions
from talqy.model.problem import Problem, Severity
from talqy.project.load import read_files
from talqy.project.pull_request import PullRequest, compared_texts, pull_request
from talqy.project.survey import survey_of


@dataclass(frozen=True, slots=True)
class Review:
    """What a pull request does to texts of standards, and what is wrong with these standards."""

    editions: tuple[Edition, ...]
    drafts: tuple[ReviewedDraft, ...]
    problems: tuple[Problem, ...]
    base: str
    head: str

    @property
    def has_errors(self) -> bool:
        """Return whether anything is worse than a warning."""
        return any(problem.severity is Severity.ERROR for problem in self.problems)


def review(root: Path, span: str, today: date | None = None) -> Review:
    """Read a pull request `BASE..HEAD` from git objects, compare its texts, and check them."""
    request = pull_request(root, span)
    found = survey_of(read_files(request.after), request.after, today)
    with words_of(request.messages) as folder:
        prepared = editions(folder, *found.known)
    return Review(
        editions=prepared,
        drafts=tuple(_drafts(request, prepared[0])),
        problems=tuple(_concerning(request, found.problems)),
        base=request.base,
        head=request.head,
    )


def _concerning(request: PullRequest, problems: Sequence[Problem]) -> list[Problem]:
    """Choose the problems of the standards that a pull request changes, those of its texts first.

    Each file of a standard lies in `standards/<id>/…` or in `comments/<id>/…`.
    """
    standards = {draft.standard for draft in request.drafts}
    texts = {draft.path for draft in request.drafts}
    chosen = [p for p in problems if {*p.file.split("/")[1:2]} & standards]
    return sorted(chosen, key=lambda problem: problem.file not in texts)


def _drafts(request: PullRequest, edition: Edition) -> Iterator[ReviewedDraft]:
    before = read_files(request.before).register
    records = {record.id: record for record in edition.register.records}
    for draft in request.drafts:
        record = records.get(draft.standard)
        texts = compared_texts(draft, before, record)
        yield ReviewedDraft(
            path=draft.path,
            compared=edition.comparison(record, *texts) if record and texts else None,
            is_removed=draft.is_removed,
            is_usable=bool(record and record.revision(draft.number)),
        )
