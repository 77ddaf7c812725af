"""`talqy merge`: what was discussed becomes part of the record, which only grows."""

from collections.abc import Sequence
from datetime import date
from difflib import unified_diff
from pathlib import Path

import click

from talqy.cli.findings import formatted
from talqy.cli.running import (
    command,
    draft_option,
    messages_option,
    project_option,
    today_option,
)
from talqy.cli.texts import named_record
from talqy.language.catalogue import problem_words
from talqy.model import paths
from talqy.model.problem import Problem
from talqy.model.register import Record, Register
from talqy.project.merging import MergePlan, merge_plan
from talqy.project.plan import beside, replace_all
from talqy.project.survey import survey
from talqy.rules.record import is_of_the_record


@click.command()
@click.argument("name", metavar="[STANDARD]", required=False)
@click.option("--all", "everything", is_flag=True, help="Merge all standards.")
@project_option
@today_option
@draft_option
@click.option(
    "--check", "only_check", is_flag=True, help="Fail where a merge is due; write nothing."
)
@messages_option
@command
def merge(  # noqa: PLR0913, PLR0917 - one parameter an option
    name: str | None,
    everything: bool,  # noqa: FBT001
    root: Path,
    today: date | None,
    draft: bool,  # noqa: FBT001
    only_check: bool,  # noqa: FBT001
    language: str,
) -> int:
    """Bring the record of a standard up to date.

    Texts are frozen once their discussion has opened; comments get their numbers once it is over,
    and what became of each is noted.
    """
    if bool(name) == everything:
        raise click.UsageError("name one STANDARD, or say --all")
    found = survey(root, today)
    register, assessment = found.known
    records = [named_record(register, name)] if name else list(register.records)
    if problems := _in_the_way(found.problems, register, name):
        click.echo(formatted(problems, "text", problem_words(root, language)), err=True)
        click.echo("nothing was merged: the record must be read whole first", err=True)
        return 1
    plans = [merge_plan(record, assessment, _text(root, record)) for record in records]
    due = [plan for plan in plans if plan.step]
    if only_check or draft:
        _show(due, whole=draft)
        return int(only_check and bool(due))
    replace_all([plan.step for plan in due if plan.step], root)
    for plan in due:
        click.echo(f"wrote {root / paths.history_file(plan.standard)}")
    if not due:
        click.echo("the record is up to date")
    return 0


def _text(root: Path, record: Record) -> str | None:
    file = root / paths.history_file(record.id)
    # Bytes, so that line breaks stay what they are.
    return file.read_bytes().decode() if file.exists() else None


def _in_the_way(
    problems: Sequence[Problem], register: Register, name: str | None
) -> tuple[Problem, ...]:
    """Return the problems of one standard, or of all, that would make the record wrong.

    What a killed run has left beside a history is none of them: this run takes its place.
    """
    own = f"{name}/" if name else ""
    left = {beside(paths.history_file(record.id)) for record in register.records}
    return tuple(
        problem
        for problem in filter(is_of_the_record, problems)
        if problem.file.startswith((f"standards/{own}", f"comments/{own}"))
        and problem.file not in left
    )


def _show(due: Sequence[MergePlan], *, whole: bool) -> None:
    for plan in due:
        path = paths.history_file(plan.standard)
        if not whole:
            click.echo(f"{path}: a merge is due; run “talqy merge {plan.standard}”")
        elif plan.step:
            before, after = plan.old.splitlines(), plan.step.text.splitlines()
            click.echo("\n".join(unified_diff(before, after, path, path, lineterm="")))
    if not due:
        click.echo("the record is up to date")
