"""`talqy merge`: what was discussed becomes part of the record, which only grows."""

from collections.abc import Sequence
from datetime import date
from difflib import unified_diff
from pathlib import Path

import click

from talqy.cli.problems import formatted
from talqy.cli.running import (
    WROTE,
    alone,
    argument,
    command,
    draft_option,
    option,
    project_option,
    shown,
    today_option,
)
from talqy.cli.speech import WrongUseError, speech, tell
from talqy.cli.texts import named_record
from talqy.comments.doors import Door
from talqy.comments.judge import context_of
from talqy.comments.official import as_filed, judge_official
from talqy.law.stages import closing_day
from talqy.model import paths
from talqy.model.problem import Problem
from talqy.model.register import Record, Register
from talqy.project.files import text_of
from talqy.project.history_file import MergePlan, merge_plan
from talqy.project.survey import ProjectState, survey
from talqy.project.write import carry_out
from talqy.record.recording import files_to_be_kept
from talqy.rules.record import in_the_way


@command()
@argument("name", metavar="[STANDARD]", required=False)
@option("--all", "everything", is_flag=True, help="Merge all standards.")
@project_option
@today_option
@draft_option
@option("--check", "only_check", is_flag=True, help="Fail where a merge is due; write nothing.")
@alone
def merge(  # noqa: PLR0913, PLR0917 - one parameter an option
    name: str | None,
    everything: bool,  # noqa: FBT001
    root: Path,
    today: date | None,
    draft: bool,  # noqa: FBT001
    only_check: bool,  # noqa: FBT001
) -> int:
    """Bring the record of a standard up to date.

    Texts are frozen once their discussion has opened; comments get their numbers once it is over,
    and what became of each is noted.
    """
    if bool(name) == everything:
        raise WrongUseError("name one STANDARD, or say --all")
    state = survey(root, today)
    register, assessment = state.known
    records = [named_record(register, name)] if name else list(register.records)
    if problems := in_the_way(state.problems, name):
        click.echo(formatted(problems, "text", speech().translate), err=True)
        tell("nothing was merged: the record must be read whole first", err=True)
        return 1
    if wrong := _not_to_be_kept(state, records):
        click.echo(formatted(wrong, "text", speech().translate), err=True)
        tell("nothing was merged: what has errors is not put on record", err=True)
        return 1
    plans = [merge_plan(record, assessment, _text(root, record)) for record in records]
    due = [plan for plan in plans if plan.step]
    if only_check or draft:
        _show(due, whole=draft)
        if not due and only_check:
            tell("the record is up to date")
        elif not due:
            _say_up_to_date(records, register, assessment.today)
        return int(only_check and bool(due))
    carry_out([plan.step for plan in due if plan.step], root)
    for plan in due:
        tell(WROTE, file=shown(root / paths.history_file(plan.standard)))
    if not due:
        _say_up_to_date(records, register, assessment.today)
    return 0


def _say_up_to_date(records: Sequence[Record], register: Register, today: date) -> None:
    """Say that nothing is to be recorded; where comments wait for their numbers, until when."""
    days = [
        closing_day(talk, today)
        for record in records
        for text in record.revisions
        if (talk := text.consultation) and closing_day(talk, today) >= today
        if any(comment.id not in record.numbers for comment in record.comments_on(text.revision))
    ]
    if not days:
        tell("the record is up to date")
        return
    day = speech().locale(register.codes).day(min(days))
    tell("there is nothing to record yet; numbers are given after this day: {day}", day=day)


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


def _show(due: Sequence[MergePlan], *, whole: bool) -> None:
    for plan in due:
        path = paths.history_file(plan.standard)
        if not whole:
            tell(
                "{file}: a merge is due; run “{command}”",
                file=path,
                command=f"talqy merge {plan.standard}",
            )
        elif plan.step:
            before, after = plan.old.splitlines(), plan.step.text.splitlines()
            click.echo("\n".join(unified_diff(before, after, path, path, lineterm="")))
