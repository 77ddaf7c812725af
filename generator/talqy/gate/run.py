"""`talqy check --pull-request`: a stranger's change in, a verdict out.

All that decides comes from the base: its settings, its texts, its days. First it is looked at what
is touched (`scope`), in which commits (`history`), and what else is published with it
(`published`); in the authority's own pull request, what may never change (`authority`); and then
each new comment: as bytes, as signs, as YAML, as a comment. Errors that the base has already are
told apart (`standing`). What could not be checked ends the
run (`TalqyError`, exit 2): it never passes.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from pathlib import Path

from talqy.comments.comment_file import Candidate, judge_files
from talqy.comments.doors import Door
from talqy.comments.earlier import earlier_in_files
from talqy.comments.judge import JudgeContext
from talqy.comments.new_comment import new_comment_path
from talqy.comments.personal import masked
from talqy.comments.signs import signs_of_size
from talqy.errors import ProjectBrokenError, TalqyError
from talqy.gate.authority import authority, compared_files
from talqy.gate.history import line, merging
from talqy.gate.published import published
from talqy.gate.scope import authority_scope, comments_in, is_own, scope
from talqy.gate.standing import PartedProblems, parted, unheld_standards
from talqy.gate.verdict import PERSONAL, Profile, Verdict, VerdictOutcome, in_places
from talqy.language.catalogue import base_problem_words
from talqy.model import paths
from talqy.model.problem import Problem
from talqy.model.project import Project
from talqy.project.file_reader import Readings
from talqy.project.files import HeldFiles
from talqy.project.git import ChangedFile, at_one_place
from talqy.project.load import read_files
from talqy.project.pull_request import PullRequest, pull_request
from talqy.project.survey import LastSurvey, survey_of
from talqy.project.today import beyond_the_clock, refuse_earlier_day, today_of

_MOST_READ = 10
_DOORS = {
    Profile.SINGLE: Door.SINGLE,
    Profile.BATCH: Door.BATCH,
    Profile.AUTHORITY: Door.AUTHORITY,
}
# Foreigners take part on equal terms, and all messages are there in English.
_SPOKEN_ANYWAY = "en"

Added = tuple[paths.CommentPath, ChangedFile]
Before = Callable[[], Sequence[Problem]]


class GateError(TalqyError):
    """A pull request cannot be checked as it was asked for."""


@dataclass(frozen=True, slots=True)
class Judged:
    """What the gate says of a pull request, and how it is said: messages by language.

    `messages` are the base's own catalogues; `context` is what the `new` comments were held to.
    """

    verdict: Verdict
    words: Mapping[str, Callable[[str], str]]
    messages: Mapping[str, bytes] = field(default_factory=dict)
    context: JudgeContext | None = None
    new: tuple[Candidate, ...] = ()

    @property
    def fit_to_be_shown(self) -> Candidate | None:
        """The one comment, where nothing of it must be mended, or may be personal data."""
        is_private = any(one.code in PERSONAL for one in self.verdict.problems)
        fails = self.verdict.outcome is VerdictOutcome.FAILS
        return self.new[0] if len(self.new) == 1 and not (is_private or fails) else None


def judged(root: Path, span: str, profile: Profile, today: date | None, language: str) -> Judged:
    """Judge the pull request `BASE..HEAD` of the repository that `root` is in.

    It is said in `language` too, beside those of the authors.
    """
    with at_one_place():
        pull = pull_request(root, span)
        verdict, context, new = _judged(pull, profile, today)
    spoken = dict.fromkeys((*verdict.languages, language))
    words = {name: base_problem_words(name, pull.messages) for name in spoken}
    return Judged(verdict, words, pull.messages, context, new)


def judge(
    pull: PullRequest,
    profile: Profile,
    today: date | None,
    kept: LastSurvey | None = None,
    before: Before | None = None,
) -> Verdict:
    """Return the verdict on a pull request; `today` overrides the base's own day and the clock.

    `kept` is what the same files were read as before, and what was found in them; `before` tells
    what is wrong on the base, for whoever knows it.
    """
    return _judged(pull, profile, today, kept, before)[0]


def _judged(
    pull: PullRequest,
    profile: Profile,
    today: date | None,
    kept: LastSurvey | None = None,
    before: Before | None = None,
) -> tuple[Verdict, JudgeContext, tuple[Candidate, ...]]:
    """Return the verdict, what comments were held to, and those that are new."""
    kept = (kept or LastSurvey()).beside()
    pull.require_history()
    added = comments_in(pull.changes)
    named = {place.standard for place, _ in added}
    context = context_on_base(pull, profile, named, today, kept.readings.beside())
    most = _most(profile, context.project, len(added))
    looked = added[: max(most, _MOST_READ)]
    data, problems = _readable(pull, looked)
    problems += _touched(pull, profile, context, most, kept)
    languages: dict[str, None] = {}
    candidates: list[Candidate] = []
    files = [(place, file) for place, _ in looked if (file := data.get(place.file)) is not None]
    for new, told in judge_files(files, context):
        problems += told
        candidates.append(new)
        if new.language in (*context.project.languages, _SPOKEN_ANYWAY):
            languages[str(new.language)] = None
    placed = in_places(HeldFiles(data), problems)
    weighed = PartedProblems(placed, ())
    if profile is Profile.AUTHORITY and pull.is_clear and any(one.is_error for one in placed):
        known = before() if before else _before(pull, context.today, kept)
        weighed = parted(placed, known, unheld_standards(pull, context.register))
    verdict = Verdict(
        profile=profile,
        base=pull.base,
        head=pull.head,
        start=pull.start,
        merged=pull.merged,
        files=tuple(place.file for place, _ in looked),
        languages=tuple(languages) or context.project.languages,
        problems=tuple(map(discreet, weighed.own)),
        standing=tuple(map(discreet, weighed.standing)),
    )
    return verdict, context, tuple(candidates)


def _touched(
    pull: PullRequest, profile: Profile, context: JudgeContext, most: int, kept: LastSurvey
) -> Iterator[Problem]:
    """Look at the change as a whole, before any comment is read."""
    yield from merging(pull)
    if profile is not Profile.AUTHORITY:
        yield from line(pull)
    yield from published(pull, profile, context)
    if not pull.is_clear:  # what others have done since would be told as done by the author
        return
    if profile is not Profile.AUTHORITY:
        yield from scope(pull, most)
        return
    yield from authority_scope(pull)
    yield from authority(pull, context.register, context.today, kept)


def _before(pull: PullRequest, today: date, kept: LastSurvey) -> Sequence[Problem]:
    """Return what is wrong on the base: what was found of the same bytes just now is not again."""
    files = pull.before(is_own)
    return survey_of(read_files(files, readings=kept.readings), files, today, kept).problems


def _most(profile: Profile, project: Project, added: int) -> int:
    """Return how many comments a pull request may bring."""
    if profile is Profile.AUTHORITY:
        return added
    if profile is Profile.SINGLE:
        return 1
    if project.gate is None:
        raise GateError(
            "the base allows no batches: its {file} must say “{example}”",
            file=paths.PROJECT,
            example="gate: {batch: 100}",
        )
    return project.gate.batch


# --- reading ------------------------------------------------------------------------------------


def context_on_base(
    pull: PullRequest,
    profile: Profile,
    standards: Iterable[str],
    today: date | None,
    readings: Readings,
) -> JudgeContext:
    """Read of the base what is needed: its settings, and the standards that are spoken of."""
    if profile is Profile.AUTHORITY:
        wanted = list(compared_files(pull))
    else:
        named = [paths.standard_folder(name) for name in standards]
        wanted = [p for p in pull.base_tree if p == paths.PROJECT or paths.is_in(p, *named)]
    register = read_files(HeldFiles(pull.base_files(wanted)), readings=readings).register
    if register is None:
        raise ProjectBrokenError(
            "{file} of the base cannot be used, and nothing can be checked without it",
            file=paths.PROJECT,
        )
    day = today_of(register, today)
    refuse_earlier_day(beyond_the_clock(register, today, day), day)
    folders = {path.rpartition("/")[0] for path in pull.base_tree}
    return JudgeContext(
        door=_DOORS[profile],
        register=register,
        today=day,
        standards=frozenset(
            paths.standard_of(folder) for folder in folders if paths.is_in(folder, paths.STANDARDS)
        ),
        # The authority may bring back a file that was lost: its digest is held to the record.
        earlier=earlier_in_files(
            pull.base_tree, pull.base_files, is_guarded=profile is not Profile.AUTHORITY
        ),
    )


def _readable(
    pull: PullRequest, looked: Iterable[Added]
) -> tuple[dict[str, bytes | None], list[Problem]]:
    """Read the new files, except those that are too big to be comments."""
    changes = [change for _, change in looked]
    sizes = pull.head_sizes(changes)
    too_big = [p for change in changes for p in signs_of_size(change.path, sizes[change.path])]
    wrong = {problem.file for problem in too_big}
    return pull.head_files(c for c in changes if c.path not in wrong), too_big


# --- discretion ---------------------------------------------------------------------------------


def discreet(problem: Problem) -> Problem:
    """Take personal data out of what a message would repeat: a value, a field, a file's name."""
    values = {
        name: masked(value) if isinstance(value, str) else value
        for name, value in problem.values.items()
    }
    file = problem.file if new_comment_path(problem.file) else masked(problem.file)
    path = tuple(masked(step) if isinstance(step, str) else step for step in problem.path)
    return replace(problem, values=values, file=file, path=path)
