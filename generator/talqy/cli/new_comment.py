"""`talqy new comment`: asks for what is needed, checks it, and says how to send it."""

import sys
from collections.abc import Callable, Mapping
from datetime import date
from pathlib import Path

import click

from talqy.cli.problems import formatted
from talqy.cli.questions import answers, consent_sentence, missing, questions, spoken
from talqy.cli.running import DayType, carry_out, command, draft_option, project_option
from talqy.cli.texts import named_record, named_revision
from talqy.comments.doors import Door
from talqy.comments.judge import context_of
from talqy.comments.new_comment import comment_plan, drawn_id
from talqy.comments.submission import ImportContext, Submission, drawn_up
from talqy.language.forge_links import new_file
from talqy.model.comment import AuthorKind, CommentChannel, CommentKind
from talqy.model.register import Record
from talqy.model.revision import Revision
from talqy.model.standing import DISCUSSED, Assessment
from talqy.office.grids import Place
from talqy.project.survey import survey
from talqy.project.write import Create


@click.command()
@click.argument("standard", metavar="STANDARD")
@project_option
@click.option(
    "--revision", metavar="rN", help="The draft, such as r2 [default: the one under discussion]."
)
@click.option(
    "--clause",
    metavar="CLAUSE",
    help="The clause, by number (3) or id (term); “whole” for the whole text; “after:term” for "
    "something missing after it.",
)
@click.option("--language", metavar="CODE", help="Language in which you write, such as kk.")
@click.option(
    "--kind", type=click.Choice([str(member) for member in CommentKind]), help="What you want."
)
@click.option("--text", help="Your comment.")
@click.option("--quote", help="The words of the draft that you speak of.")
@click.option("--proposal", help="The wording that you ask for.")
@click.option(
    "--author",
    type=click.Choice([str(member) for member in AuthorKind]),
    default=str(AuthorKind.INDIVIDUAL),
    show_default=True,
    help="Who speaks.",
)
@click.option("--name", help="Your name, if it may be published.")
@click.option("--foreign", is_flag=True, help="The author is foreign, or stateless.")
@click.option(
    "--channel",
    type=click.Choice([str(member) for member in CommentChannel]),
    default=str(CommentChannel.PULL_REQUEST),
    show_default=True,
    help="How it comes in.",
)
@click.option("--received", type=DayType(), help="The day of receipt [default: the project's day].")
@click.option("--in-reply-to", metavar="ID", help="The comment that it answers.")
@click.option("--consent", is_flag=True, help="The author agrees to publication.")
@draft_option
@command
def comment(  # noqa: PLR0913 - one parameter an option
    standard: str,
    root: Path,
    revision: str | None,
    received: date | None,
    *,
    foreign: bool,
    consent: bool,
    draft: bool,
    **given: str | None,
) -> int:
    """Write a comment on a draft of STANDARD.

    On a terminal, what is missing is asked for.
    """
    register, assessment = survey(root).known
    record = named_record(register, standard)
    text = named_revision(record, revision) if revision else under_discussion(record, assessment)
    judge = context_of(register, assessment.today, Door.NEW)
    context = ImportContext(judge=judge, record=record, revision=text)
    said = {name: words for name, words in given.items() if words}
    said |= {"foreign": str(foreign).lower(), "received": str(received or assessment.today)}
    said |= {"consent": "true"} if consent else {}
    return _written(root, context, _completed(root, context, said), draft=draft)


def under_discussion(record: Record, assessment: Assessment) -> Revision:
    """Return the text that people comment on where none is named: the newest under discussion."""
    talked = [
        text
        for text in record.revisions
        if assessment.of(record.id, text.revision).stage in DISCUSSED
    ]
    return (talked or list(record.revisions))[-1]


def _completed(root: Path, context: ImportContext, said: Mapping[str, str]) -> Mapping[str, str]:
    """Ask for what is missing on a terminal; elsewhere name all of it."""
    asked = questions(root, context)
    lacking = missing(asked, said)
    if lacking and not sys.stdin.isatty():
        if "--consent" in lacking:
            click.echo(consent_sentence(root, said.get("language", "en")), err=True)
        raise click.UsageError(f"missing: {', '.join(lacking)}; on a terminal they are asked for")
    return answers(root, asked, said) if lacking else said


def _written(root: Path, context: ImportContext, said: Mapping[str, str], *, draft: bool) -> int:
    """Check the comment and write it, or say all that is wrong with it."""
    taken = {name for record in context.judge.register.records for name in _ids(record)}
    options = {name: Place(f"--{name.replace('_', '-')}") for name in said}
    submission = Submission(place=Place("comment"), said=said, places=options)
    draft_of_it = drawn_up(submission, context, name=drawn_id(taken.__contains__))
    problems = draft_of_it.judged(context.judge)
    translate = spoken(root, said["language"]).problem
    if problems:
        click.echo(formatted(problems, "text", translate), err=True)
    if draft_of_it.comment is None or any(problem.is_error for problem in problems):
        click.echo(translate("nothing was written"), err=True)
        return 1
    plan = comment_plan(draft_of_it.comment)
    carry_out([plan], root, draft=draft)
    click.echo(_next_step(context, plan, translate))
    return 0


def _ids(record: Record) -> set[str]:
    return {comment.id for comment in record.comments} | record.broken_comments


def _next_step(context: ImportContext, plan: Create, translate: Callable[[str], str]) -> str:
    """Say how the file gets to the authority."""
    project = context.judge.register.project
    folder, _, name = plan.path.rpartition("/")
    if page := new_file(project.forge, folder):
        branch = f"comment-{name.removesuffix('.yaml')}"
        sent = translate("Next: send it as a pull request: {commands}")
        or_else = translate("Or put the file's text into a new file named {name}: {page}")
        commands = (
            f"git switch -c {branch}; git add {plan.path}; git commit -m {branch}; "
            f"git push -u origin {branch}"
        )
        sent = sent.replace("{commands}", commands)
        return f"{sent}\n{or_else.replace('{name}', name).replace('{page}', page)}"
    authority = project.authorities.get(context.record.standard.authority)
    if authority and authority.email:
        return translate("Next: send the file by mail to {address}").replace(
            "{address}", authority.email
        )
    return translate("Next: send the file by mail to the authority that develops the draft")
