"""`talqy merge`: what was discussed becomes part of the record, which only grows."""

import sys
from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from difflib import unified_diff
from pathlib import Path

import click

from talqy.cli.codes import ask_yes_or_no
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
from talqy.cli.speech import WrongUseError, say, speech, tell
from talqy.cli.texts import in_every_language, may_be_published, named_record
from talqy.comments.doors import Door
from talqy.comments.judge import context_of
from talqy.comments.official import as_filed, judge_official, judge_said
from talqy.law.stages import closing_day
from talqy.model import paths
from talqy.model.history import History, LateAfter, RecordedComment
from talqy.model.problem import Problem
from talqy.model.register import Record, Register
from talqy.project.files import text_of
from talqy.project.history_file import MergePlan, merge_plan
from talqy.project.survey import ProjectState, survey
from talqy.project.write import carry_out
from talqy.record.entering import answered_since, late_since
from talqy.record.recording import files_to_be_kept, recorded_history
from talqy.record.settings import errors_of_settings
from talqy.rules.claimed_days import claimed_ahead
from talqy.rules.entering import late, trusted
from talqy.rules.record import in_the_way


@command()
@argument("name", metavar="[STANDARD]", required=False)
@option("--all", "everything", is_flag=True, help="Merge all standards.")
@project_option
@today_option
@draft_option
@option(
    "--reason",
    "reasons",
    multiple=True,
    metavar="LANGUAGE=TEXT",
    help="Why comments come on record after the report on their discussion; once for each language "
    "of the project. Without it, a person on a terminal is asked for a yes.",
)
@option("--check", "only_check", is_flag=True, help="Fail where a merge is due; write nothing.")
@alone
def merge(  # noqa: PLR0913, PLR0917 - one parameter an option
    name: str | None,
    everything: bool,  # noqa: FBT001
    root: Path,
    today: date | None,
    draft: bool,  # noqa: FBT001
    reasons: tuple[str, ...],
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
    if _is_refused(state, records, name):
        return 1
    spoken = in_every_language("--reason", reasons, register.project.languages) if reasons else None
    plans = [merge_plan(record, assessment, _text(root, record), spoken) for record in records]
    due, entering = [plan for plan in plans if plan.step], list(_late(records, plans))
    if spoken and not entering:
        raise WrongUseError("no comment comes late, and a reason is for those that do")
    if not only_check:
        _say_what_enters(records, plans, assessment.today)
    if only_check or draft:
        _show(due, whole=draft)
    elif not _may_enter(register, entering, spoken):
        tell("nothing was merged", err=True)
        return 1
    else:
        carry_out([plan.step for plan in due if plan.step], root)
        for plan in due:
            tell(WROTE, file=shown(root / paths.history_file(plan.standard)))
    if not due and only_check:
        tell("the record is up to date")
    elif not due:
        _say_up_to_date(records, register, assessment.today)
    return int(only_check and bool(due))


def _is_refused(state: ProjectState, records: Sequence[Record], name: str | None) -> bool:
    """Say what is wrong with the record, or with what would be put there; return whether it is."""
    if problems := in_the_way(state.problems, name):
        click.echo(formatted(problems, "text", speech().translate), err=True)
        tell("nothing was merged: the record must be read whole first", err=True)
    elif problems := tuple(_not_to_be_kept(state, records)):
        click.echo(formatted(problems, "text", speech().translate), err=True)
        tell("nothing was merged: what has errors is not put on record", err=True)
    elif problems := tuple(_settings_in_the_way(state, records)):
        click.echo(formatted(problems, "text", speech().translate), err=True)
        tell(
            "nothing was merged: the settings that the record is written with have errors", err=True
        )
    return bool(problems)


_Late = tuple[Record, int, RecordedComment]


def _late(records: Sequence[Record], plans: Sequence[MergePlan]) -> Iterator[_Late]:
    """Yield what comes into a finished record, comments and answers: standard, revision, line."""
    for record, plan in zip(records, plans, strict=True):
        if plan.history:
            for since in (late_since, answered_since):
                for revision, line in since(record.history, plan.history):
                    yield record, revision, line


def _say_what_enters(records: Sequence[Record], plans: Sequence[MergePlan], today: date) -> None:
    """Name each comment that comes late, and each part that comes by the word of its file."""
    for record, plan in zip(records, plans, strict=True):
        for found in _entering(record, plan.history, today) if plan.history else ():
            click.echo(f"{found.file}: {found.said(speech().translate)}", err=True)


def _entering(record: Record, history: History, today: date) -> Iterator[Problem]:
    yield from trusted(record, history)
    yield from late(record, history)
    yield from claimed_ahead(record, today)


def is_terminal() -> bool:
    """Return whether a person can be asked."""
    return sys.stdin.isatty()


def _may_enter(
    register: Register, entering: Sequence[_Late], reason: Mapping[str, str] | None
) -> bool:
    """Return whether comments may come after a report: with a reason, or by a person's yes."""
    if reason:
        said = {"reason": reason}
        return all(
            may_be_published(
                judge_said(
                    register, (record.id, number), paths.history_file(record.id), said, Door.ANSWER
                )
            )
            for record, number, _ in entering
        )
    after = [line.id for *_, line in entering if _is_after_report(line)]
    if not after:
        return True
    if is_terminal():
        return ask_yes_or_no(say("Put them on record after the report?"), default=say("no"))
    tell(
        "{comments}: what comes on record after the report needs a reason in every language "
        "(--reason), or the yes of a person on a terminal",
        comments=", ".join(after),
        err=True,
    )
    return False


def _is_after_report(line: RecordedComment) -> bool:
    answer = line.response and line.response.late
    return bool(answer or (line.late and line.late.after is LateAfter.REPORT))


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


def _settings_in_the_way(state: ProjectState, records: Sequence[Record]) -> list[Problem]:
    """Return the errors of the project with which something would come on record."""
    _, assessment = state.known
    growing = [r for r in records if recorded_history(r, assessment) != r.history]
    if not growing:
        return []
    return errors_of_settings(state.problems, {r.standard.authority for r in growing})


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
