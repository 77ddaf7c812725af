"""The whole of a check: every rule, and the judge of comments and of what the authority writes."""

from datetime import date
from pathlib import Path

from talqy.cli.problems import formatted
from talqy.cli.speech import speech
from talqy.comments.comment_file import retold_of_files
from talqy.comments.doors import Door
from talqy.comments.judge import context_of
from talqy.comments.kept_judge import judge_kept
from talqy.model.problem import Level, Problem
from talqy.project.again import Asked, RunAnswer
from talqy.project.survey import ProjectState, survey, with_lines


def checked(asked: Asked, root: Path, today: date | None, form: str, *, strict: bool) -> RunAnswer:
    """Return what a check says in a format, and its exit status; keep it for the next run."""
    state = survey(root, today)
    found = _problems(root, state)
    has_errors = any(problem.is_error for problem in found)
    has_more = any(problem.level is not Level.TO_DO for problem in found)
    status = int(has_errors or (strict and has_more))
    zone = state.register.project.timezone if state.register else ""
    answer = RunAnswer(formatted(found, form, speech().translate), status, zone)
    if zone:
        asked.keep(answer)
    return answer


def _problems(root: Path, found: ProjectState) -> tuple[Problem, ...]:
    """Return all problems of a project, with what the judge says of its comments."""
    if found.register is None or found.assessment is None:
        return found.problems
    context = context_of(found.register, found.assessment.today, Door.CHECK)
    told = (*retold_of_files(found.problems), *judge_kept(root, found.alone, context))
    return with_lines(root, told)
