"""`talqy merge`: what was discussed becomes part of the record, which only grows."""

import sys
from collections.abc import Mapping, Sequence
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
from talqy.model import paths
from talqy.model.register import Record, Register
from talqy.project.history_file import MergePlan
from talqy.project.survey import ProjectState, survey
from talqy.project.write import carry_out
from talqy.steps.merging import Merge, kept_from_record, merge_of, numbers_wait_until


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
    made = merge_of(root, state, records)
    if spoken := _spoken(register, made, reasons):
        made = merge_of(root, state, records, spoken)
    if not only_check:
        _say_what_enters(made)
    if only_check or draft:
        _show(made.due, whole=draft)
    elif not _may_enter(register, made, spoken):
        tell("nothing was merged", err=True)
        return 1
    else:
        carry_out(made.steps, root)
        for plan in made.due:
            tell(WROTE, file=shown(root / paths.history_file(plan.standard)))
    if not made.due and only_check:
        tell("the record is up to date")
    elif not made.due:
        _say_up_to_date(records, register, assessment.today)
    return int(only_check and bool(made.due))


def _spoken(register: Register, made: Merge, reasons: Sequence[str]) -> dict[str, str] | None:
    """Read why comments come late, in the languages of the texts on which they came."""
    if not reasons:
        return None
    if not made.late:
        raise WrongUseError("no comment comes late, and a reason is for those that do")
    wanted = made.languages_of_late(register)
    return in_every_language("--reason", reasons, wanted, register.project.languages)


def _is_refused(state: ProjectState, records: Sequence[Record], name: str | None) -> bool:
    """Say what is wrong with the record, or with what would be put there; return whether it is."""
    kept = kept_from_record(state, records, name)
    if kept:
        click.echo(formatted(kept.problems, "text", speech().translate), err=True)
        click.echo(kept.why.said(speech().translate), err=True)
    return kept is not None


def _say_what_enters(made: Merge) -> None:
    """Name each comment that comes late, and each part that comes by the word of its file."""
    for found in made.noticed():
        click.echo(f"{found.file}: {found.said(speech().translate)}", err=True)


def is_terminal() -> bool:
    """Return whether a person can be asked."""
    return sys.stdin.isatty()


def _may_enter(register: Register, made: Merge, reason: Mapping[str, str] | None) -> bool:
    """Return whether comments may come after a report: with a reason, or by a person's yes."""
    if reason:
        return may_be_published(made.faults_of(register, reason))
    after = made.after_report
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


def _say_up_to_date(records: Sequence[Record], register: Register, today: date) -> None:
    """Say that nothing is to be recorded; where comments wait for their numbers, until when."""
    until = numbers_wait_until(records, today)
    if until is None:
        tell("the record is up to date")
        return
    day = speech().locale(register.codes).day(until)
    tell("there is nothing to record yet; numbers are given after this day: {day}", day=day)


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
