"""`talqy correct`: the one way to change what is on record, in the sight of everybody."""

import re
from collections.abc import Mapping
from datetime import date
from functools import partial
from pathlib import Path

import click

from talqy.cli.problems import formatted
from talqy.cli.running import (
    alone,
    argument,
    carry_out,
    command,
    draft_option,
    option,
    project_option,
    today_option,
)
from talqy.cli.speech import WrongUseError, speech
from talqy.cli.texts import (
    in_every_language,
    may_be_published,
    named_comment,
    named_record,
    named_revision,
    surveyed,
)
from talqy.model.register import Record
from talqy.model.values import is_comment_id
from talqy.project.correction import Corrector
from talqy.steps.correcting import (
    faults_of_answer,
    faults_of_text,
    kept_from_correction,
    up_to_date,
)

_TEXT = re.compile(r"r[1-9][0-9]{0,3}")


@command()
@argument("name", metavar="STANDARD|COMMENT")
@argument("values", metavar="[REVISION] [WHAT=VALUE]...", nargs=-1)
@project_option
@option(
    "--reason",
    "reasons",
    multiple=True,
    metavar="LANGUAGE=TEXT",
    help="Why; once for each language of the project.",
)
@today_option
@draft_option
@alone
def correct(  # noqa: PLR0913, PLR0917 - one parameter an option
    name: str,
    values: tuple[str, ...],
    root: Path,
    reasons: tuple[str, ...],
    today: date | None,
    draft: bool,  # noqa: FBT001
) -> int:
    """Change what is on record, in sight of everybody.

    For a STANDARD and a REVISION, WHAT=VALUE is such as closes=2026-06-22, report.on, posted.1.on
    or adopted.act.ru; without any, what was changed in the file is taken. For the response to a
    COMMENT it is such as outcome=rejected, reason.ru, gist.kk or landed.clauses. What was there,
    the day and the reason stay on record.
    """
    state = surveyed(root, today)
    register, assessment = state.known

    def said(record: Record, number: int) -> dict[str, str]:
        wanted = register.languages_at(record.id, number, assessment.today)
        return in_every_language("--reason", reasons, wanted, register.project.languages)

    def work(record: Record, number: int, spoken: Mapping[str, str]) -> tuple[Corrector, Record]:
        of = up_to_date(root, state, record, number)
        return Corrector(of.register, of.text_of, assessment.today, spoken), of.record

    settings = [(what, said) for what, mark, said in (v.partition("=") for v in values) if mark]
    others = [value for value in values if "=" not in value]
    if is_comment_id(name) and not others and settings:
        record, comment = named_comment(register, name)
        spoken = said(record, comment.revision)
        judged = partial(faults_of_answer, register, record, comment, settings, spoken)
        corrector, known = work(record, comment.revision, spoken)
        make = partial(corrector.of_response, known, comment, settings)
    elif len(others) == 1 and _TEXT.fullmatch(others[0]):
        record = named_record(register, name)
        number = named_revision(record, others[0]).revision
        spoken = said(record, number)
        judged = partial(faults_of_text, register, record, number, settings, spoken)
        corrector, known = work(record, number, spoken)
        make = partial(corrector.of_text, known, number, settings)
    else:
        raise WrongUseError(
            "name a standard and a revision, such as r2, or a comment and what is to be said now, "
            "such as outcome=rejected"
        )
    if kept := kept_from_correction(state, record):
        click.echo(formatted(kept.problems, "text", speech().translate), err=True)
        click.echo(kept.why.said(speech().translate), err=True)
        return 1
    if not may_be_published(judged()):
        return 1
    carry_out(make(), root, draft=draft)
    return 0
