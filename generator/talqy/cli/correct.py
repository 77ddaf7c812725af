"""`talqy correct`: the one way to change what is on record, in the sight of everybody."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
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
from talqy.cli.speech import WrongUseError, speech, tell
from talqy.cli.surveyed import surveyed
from talqy.cli.texts import (
    in_every_language,
    may_be_published,
    named_comment,
    named_record,
    named_revision,
)
from talqy.comments.doors import Door
from talqy.comments.official import judge_answers, judge_said
from talqy.model import paths
from talqy.model.problem import Problem
from talqy.model.register import Record, Register
from talqy.model.values import is_comment_id
from talqy.project.correction import Corrector
from talqy.project.files import text_of
from talqy.record.settings import errors_of_settings
from talqy.rules.record import AUTHORITY_RULES, in_the_way

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
    spoken = in_every_language("--reason", reasons, register.project.languages)
    work = Corrector(register, lambda file: text_of(root / file), assessment.today, spoken)
    settings = [(what, said) for what, mark, said in (v.partition("=") for v in values) if mark]
    others = [value for value in values if "=" not in value]
    if is_comment_id(name) and not others and settings:
        record, comment = named_comment(register, name)
        about, door = (record.id, comment.revision), Door.ANSWER
        make = partial(work.of_response, record, comment, settings)
    elif len(others) == 1 and _TEXT.fullmatch(others[0]):
        record = named_record(register, name)
        about, door = (record.id, named_revision(record, others[0]).revision), Door.TEXT
        make = partial(work.of_text, record, about[1], settings)
    else:
        raise WrongUseError(
            "name a standard and a revision, such as r2, or a comment and what is to be said now, "
            "such as outcome=rejected"
        )
    # What the authority said may differ from the record here: that is what is being corrected. A
    # correction of which a killed run has written the record alone fits nothing yet (R14).
    aside = AUTHORITY_RULES | {"R14"}
    wrong = [p for p in in_the_way(state.problems, record.id) if p.code not in aside]
    if wrong:
        click.echo(formatted(wrong, "text", speech().translate), err=True)
        tell("nothing was corrected: the record must be read whole first", err=True)
        return 1
    if wrong := errors_of_settings(state.problems, {record.standard.authority}):
        click.echo(formatted(wrong, "text", speech().translate), err=True)
        tell(
            "nothing was corrected: the settings that the record is written with have errors",
            err=True,
        )
        return 1
    said = {"reason": spoken, **dict(settings)}
    found = judge_said(register, about, paths.history_file(record.id), said, door)
    if door is Door.ANSWER:
        known = {problem.kind for problem in found}
        new = _judged_answer(register, record, name, settings)
        found += [problem for problem in new if problem.kind not in known]
    if not may_be_published(found):
        return 1
    carry_out(make(), root, draft=draft)
    return 0


def _judged_answer(
    register: Register, record: Record, name: str, settings: Sequence[tuple[str, str]]
) -> list[Problem]:
    """Judge an answer as it would be with its new texts: what is none is not put on record."""
    comment, old = record.comment(name), record.response_to(name)
    new = {(key, language): said for key, language, said in _texts(settings)}
    if comment is None or old is None or not new:
        return []
    said = {key: dict(getattr(old, key) or {}) for key, _ in new}
    for (key, language), text in new.items():
        said[key][language] = text
    response = old.model_copy(update=said)
    answered = replace(record, responses={**(record.responses or {}), name: response})
    return [
        problem
        for problem in judge_answers(register, answered, {comment.path.response_file})
        if problem.path in new or problem.path in {(key,) for key in said}
    ]


def _texts(settings: Sequence[tuple[str, str]]) -> Iterator[tuple[str, str, str]]:
    """Yield the texts of an answer that are set: key, language, and what is said."""
    for what, said in settings:
        key, _, language = what.partition(".")
        if key in {"reason", "gist"} and language and said:
            yield key, language, said
