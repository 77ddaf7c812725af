"""`talqy respond`: the authority's answer to a comment, checked before it is written."""

import re
import sys
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path

import click

from talqy.cli.codes import CodeType, ask_code
from talqy.cli.problems import formatted
from talqy.cli.respond_workbook import export_responses, import_responses
from talqy.cli.running import (
    CommandGroup,
    DayType,
    argument,
    carry_out,
    command,
    draft_option,
    option,
    project_option,
    today_option,
)
from talqy.cli.speech import WrongUseError, say, speech, tell
from talqy.cli.texts import by_language, named_comment, named_record, named_revision, unchecked
from talqy.comments import duplicates
from talqy.errors import AlreadyThereError
from talqy.language.locale import Locale
from talqy.language.sayings import in_language, outcome_name
from talqy.language.screen import on_screen
from talqy.language.shortened import shortened
from talqy.model import paths
from talqy.model.codes import CodeLists
from talqy.model.comment import ACCEPTED, Comment, Outcome
from talqy.model.register import Assessment, Record, Register
from talqy.responses.answering import answer_languages, repeating, weighed_answers
from talqy.responses.places import named_clauses, near
from talqy.responses.respond import GivenResponse, response_plan, retold_with

_RULES = {
    duplicates.Likeness.SAME: "comments with the same words: {n}",
    duplicates.Likeness.NEAR: "comments with nearly the same words: {n}",
}


_OUTCOME = "outcome"
_SHOWN = 100
_NUMBER = re.compile(r"[1-9][0-9]{0,3}")


@command()
@argument("standard")
@argument("revision", metavar="rN")
@project_option
@today_option
def groups(standard: str, revision: str, root: Path, today: date | None) -> int:
    """List comments that say the same, or nearly.

    rN is the text that they are on, such as r2.
    """
    register, _ = unchecked(root, today)
    record = named_record(register, standard)
    text = named_revision(record, revision)
    locale = speech().locale(register.codes)
    alike = duplicates.near_duplicates(record.comments_on(text.revision))
    for group in alike:
        _show(record, group, locale)
    tell(
        "groups: {groups}; comments in them: {comments}",
        groups=len(alike),
        comments=sum(len(group.comments) for group in alike),
    )
    return 0


def _show(record: Record, group: duplicates.Group, locale: Locale) -> None:
    tell(_RULES[group.likeness], n=len(group.comments))
    for comment in group.comments:
        text = " ".join(on_screen(comment.text, " ").split())
        response = record.response_to(comment.id)
        outcome = f" [{outcome_name(locale, response.outcome)}]" if response else ""
        click.echo(f"  {comment.id} {comment.received}{outcome} {shortened(text, _SHOWN)}")
    waiting = [c.id for c in group.comments if record.response_to(c.id) is None]
    if len(waiting) > 1:
        click.echo(f"  → talqy respond --group {' '.join(waiting)} --outcome …")


class _Respond(CommandGroup):
    """Takes an id where a command could stand: `talqy respond ID` is `talqy respond to ID`."""

    def parse_args(self, ctx: click.Context, args: list[str]) -> list[str]:
        if args and args[0] not in {*self.commands, "-h", "--help"}:
            args = ["to", *args]
        return super().parse_args(ctx, args)


@click.group(cls=_Respond)
def respond() -> None:
    """Answer comments: one, several alike, or many in a workbook."""


@respond.command()
@argument("comments", nargs=-1, required=True, metavar="COMMENT...")
@option("--outcome", type=CodeType(_OUTCOME, Outcome), help="What was decided.")
@option(
    "--reason",
    "reasons",
    multiple=True,
    metavar="LANGUAGE=TEXT",
    help="Why; once for each language.",
)
@option(
    "--gist",
    "gists",
    multiple=True,
    metavar="LANGUAGE=TEXT",
    help="What the comment says, in one line, for those who do not read its language.",
)
@option(
    "--landed",
    metavar="rN:CLAUSE,…",
    help="Where the change is, such as r3:term,fee; the revision may be the next one.",
)
@option("--duplicate-of", metavar="COMMENT", help="The comment that this one repeats.")
@option("--by", metavar="AUTHORITY", help="Who decided [default: who develops the standard].")
@option("--on", type=DayType(), help="The day of the decision [default: the project's day].")
@option(
    "--group", is_flag=True, help="Answer the first COMMENT, and the others as duplicates of it."
)
@option("--replace", is_flag=True, help="Put the answer in place of the one on file.")
@project_option
@today_option
@draft_option
def to(  # noqa: PLR0913, PLR0917 - one parameter an option
    comments: tuple[str, ...],
    outcome: str | None,
    reasons: tuple[str, ...],
    gists: tuple[str, ...],
    landed: str | None,
    duplicate_of: str | None,
    by: str | None,
    on: date | None,
    group: bool,  # noqa: FBT001
    replace: bool,  # noqa: FBT001
    root: Path,
    today: date | None,
    draft: bool,  # noqa: FBT001
) -> int:
    """Answer one comment, or with --group several that say the same.

    COMMENT is its id. On a terminal, what is missing is asked for.
    """
    if (len(set(comments)) > 1) != group or len(set(comments)) < len(comments):
        raise WrongUseError("name one COMMENT; or several different ones, with --group")
    register, assessment = unchecked(root, today)
    record, heard = _of_one_standard(register, comments)
    languages = answer_languages(register, assessment, record, heard)
    typing = _Typing(
        outcome,
        by_language("--reason", reasons, languages),
        by_language("--gist", gists, languages),
        landed,
        duplicate_of,
    )
    given = _complete(typing, languages, register.codes, asks=sys.stdin.isatty())
    by, on = by or record.standard.authority, on or assessment.today
    answers = [_answer(given, comment, by, on, record) for comment in heard[:1]]
    answers += [repeating(answers[0], comment, record) for comment in heard[1:]]
    _keep_responses(root, answers, replace=replace)
    of = (root, register, assessment, record)
    return _written(answers, of, replace=replace, draft=draft)


def _written(
    answers: Sequence[GivenResponse],
    of: tuple[Path, Register, Assessment, Record],
    *,
    replace: bool,
    draft: bool,
) -> int:
    """Write all answers, or say all that is wrong with them and write none."""
    root, register, assessment, record = of
    weighed = weighed_answers(answers, register, assessment, record)
    if weighed.problems:
        click.echo(formatted(weighed.problems, "text", speech().translate), err=True)
    if not weighed.may_stand:
        tell("nothing was written", err=True)
        return 1
    carry_out(response_plan(weighed.ready, replaces=replace), root, draft=draft)
    return 0


def _of_one_standard(
    register: Register, names: Sequence[str]
) -> tuple[Record, tuple[Comment, ...]]:
    comments = [named_comment(register, name) for name in names]
    if len({record.id for record, _ in comments}) > 1:
        raise WrongUseError("comments of one group are on one standard")
    return comments[0][0], tuple(comment for _, comment in comments)


@dataclass(frozen=True, slots=True)
class _Typing:
    """What was said on the command line, or to the questions after it."""

    outcome: str | None
    reason: Mapping[str, str]
    retold: Mapping[str, str]
    landed: str | None
    duplicate_of: str | None


def _complete(said: _Typing, languages: Sequence[str], codes: CodeLists, *, asks: bool) -> _Typing:
    """Ask for what is missing; where nobody can be asked, name it all at once."""
    outcome = said.outcome
    if outcome is None and asks:
        outcome = ask_code(say("Outcome"), _OUTCOME, Outcome, codes)
    missing = [] if outcome else ["--outcome"]
    reason = dict(said.reason)
    for code in languages:
        if not reason.get(code) and asks:
            reason[code] = click.prompt(say("Reason ({language})", language=in_language(code)))
        missing += [] if reason.get(code) else [f"--reason {code}=…"]
    landed, duplicate_of = said.landed, said.duplicate_of
    if outcome in ACCEPTED and not landed:
        landed = click.prompt(say("Where the change is (rN:clause,clause)")) if asks else None
        missing += [] if landed else ["--landed rN:CLAUSE"]
    if outcome == Outcome.DUPLICATE and not duplicate_of:
        duplicate_of = click.prompt(say("The comment that this one repeats")) if asks else None
        missing += [] if duplicate_of else ["--duplicate-of COMMENT"]
    if missing:
        raise WrongUseError("missing: {options}", options=", ".join(missing))
    return _Typing(outcome, reason, said.retold, landed, duplicate_of)


def _answer(said: _Typing, comment: Comment, by: str, on: date, record: Record) -> GivenResponse:
    return GivenResponse(
        comment=comment,
        outcome=said.outcome or "",
        reason=said.reason,
        retold=retold_with(record, comment, said.retold),
        by=by,
        on=on,
        landed=_landed(said.landed, record) if said.landed else None,
        duplicate_of=said.duplicate_of or "",
    )


def _landed(said: str, record: Record) -> tuple[str, tuple[str, ...]]:
    revision, colon, clauses = said.partition(":")
    number = revision.strip().removeprefix("r")
    if not colon or not clauses.strip() or not _NUMBER.fullmatch(number):
        raise WrongUseError("--landed {said}: write it as r2:term,fee", said=said)
    named = named_clauses(clauses, record, int(number))
    if named.unknown:
        unknown = named.unknown[0]
        probably = near(unknown, record, int(number))
        if probably is None:
            raise WrongUseError(
                "--landed: {revision} has no clause “{clause}”; all of them stand in {file}",
                revision=f"r{number}",
                clause=unknown,
                file=_text_of(record, int(number)),
            )
        raise WrongUseError(
            "--landed: {revision} has no clause “{clause}”, or several; did you mean “{nearest}”?",
            revision=f"r{number}",
            clause=unknown,
            nearest=probably,
        )
    return number, named.ids


def _text_of(record: Record, number: int) -> str:
    """Return the file with the clauses of a revision: its own, or the one that it starts from."""
    text = record.revision(number) or record.revisions[-1]
    return paths.revision_file(record.id, text.revision)


def _keep_responses(root: Path, answers: Sequence[GivenResponse], *, replace: bool) -> None:
    there = [answer.file for answer in answers if (root / answer.file).exists()]
    if there and not replace:
        raise AlreadyThereError(
            "answered already: {files}; --replace puts the new answer in its place",
            files=", ".join(there),
        )


respond.add_command(groups)
respond.add_command(export_responses, "export")
respond.add_command(import_responses, "import")
