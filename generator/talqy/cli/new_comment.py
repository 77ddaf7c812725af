"""`talqy new comment`: asks for what is needed, checks it, and says how to send it.

One question at a time, codes with their names. The first is the language, asked in all languages of
the project; the others speak it.
"""

import sys
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path

import click

from talqy.cli.codes import CodeType, ask_code, ask_yes_or_no
from talqy.cli.language_choice import languages
from talqy.cli.problems import formatted
from talqy.cli.running import (
    DayType,
    argument,
    carry_out,
    command,
    draft_option,
    option,
    project_option,
)
from talqy.cli.speech import Speech, WrongUseError, say, speaking, speech, tell
from talqy.cli.texts import named_record, named_revision, unchecked
from talqy.comments.clause_names import clause_named
from talqy.comments.doors import Door
from talqy.comments.judge import context_of, judge_day, weighed
from talqy.comments.new_comment import comment_plan, drawn_id
from talqy.errors import Saying
from talqy.intake.drawn_up import drawn_up
from talqy.intake.submission import ImportContext, Submission
from talqy.language.forge_links import new_file
from talqy.language.screen import on_screen
from talqy.model.comment import (
    AUTHORS_SAID,
    WISHES_SAID,
    AuthorKind,
    Comment,
    CommentChannel,
)
from talqy.model.paths import CommentPath
from talqy.model.problem import Problem
from talqy.model.register import Assessment, Record
from talqy.model.revision import Clause, Revision
from talqy.model.standing import DISCUSSED
from talqy.office.grids import Place

# The sentence of the page “How to comment”, in its own words.
_CONSENT = (
    "Consent 2: my comment is published on this site, in open data and in the public archive of "
    "the files from which the site is made, in full and for good: its words, who writes (not the "
    "name, unless I give it), the day and the way by which it came. The authority answers it in "
    "public. I can have my name taken out later, or withdraw the comment; a mark stays in its "
    "place."
)


Given = Mapping[str, str]


@dataclass(frozen=True, slots=True)
class Question:
    """What one field needs; `ask` knows what was answered before. An optional one may be passed."""

    name: str
    ask: Callable[[Given], str]
    is_optional: bool = False


def questions(root: Path, context: ImportContext) -> tuple[Question, ...]:
    """Return all questions in the order in which they are asked."""
    codes = context.judge.register.codes
    return (
        Question("language", lambda _: _language(root, context)),
        Question("clause", lambda said: _clause(context, said["language"])),
        Question("kind", lambda _: ask_code(say("What you want"), _KIND, WISHES_SAID, codes)),
        Question("text", lambda _: str(click.prompt(say("Your comment")))),
        Question("quote", lambda _: _passing(_QUOTE), is_optional=True),
        Question("proposal", lambda _: _passing(_PROPOSAL), is_optional=True),
        Question("name", lambda _: _passing(_NAME), is_optional=True),
        Question("consent", lambda said: _consent(root, said["language"])),
    )


_KIND = "comment-kind"
_QUOTE = Saying("The words of the draft that you speak of (Enter: none)")
_PROPOSAL = Saying("The wording that you ask for (Enter: none)")
_NAME = Saying("Your name, if it may be published (Enter: none)")


def missing(asked: Sequence[Question], said: Given) -> list[str]:
    """Return what is still needed, by the names of the options."""
    return [f"--{one.name}" for one in asked if not one.is_optional and one.name not in said]


def answers(root: Path, asked: Sequence[Question], said: Given) -> Given:
    """Ask for everything that was not said; optional things only together with the text itself."""
    known, is_talk = dict(said), "text" not in said
    for one in asked:
        if one.name not in known and (is_talk or not one.is_optional):
            with speaking(spoken(root, known.get("language", "en"))):
                known[one.name] = one.ask(known)
    return known


def spoken(root: Path, language: str) -> Speech:
    """Return the words of a language; a comment may be in one that has no catalogue."""
    return Speech(language if language in languages(root) else "en", root)


def consent_sentence(root: Path, language: str) -> str:
    """Say what a comment's author agrees to, in their language where there is a catalogue of it."""
    return spoken(root, language).catalogue(_CONSENT)


def _language(root: Path, context: ImportContext) -> str:
    known = context.judge.register.project.languages
    asked = Saying("Language of your comment")
    named = dict.fromkeys(asked.said(spoken(root, code).translate) for code in known)
    return str(click.prompt(f"{' / '.join(named)} ({', '.join(known)}, …)", default=known[0]))


def _clause(context: ImportContext, language: str) -> str:
    """List the clauses by number and heading, and ask until one of them is meant."""
    for clause in context.revision.walk():
        heading = clause.heading or clause.text or {}
        title = heading.get(language) or next(iter(heading.values()), "")
        click.echo(f"  {clause.number_in(language):>6}  {on_screen(title, ' ')[:80]}{_id(clause)}")
    while True:
        typed = str(click.prompt(say("Clause: its number, or “whole” for the draft as a whole")))
        _, problems = clause_named(typed, context.record.id, context.revision, Place("--clause"))
        if not problems:
            return typed
        for problem in problems:
            translate = speech().translate
            click.echo(f"{problem.said(translate)}\n    → {problem.advised(translate)}", err=True)


def _id(clause: Clause) -> str:
    """Return the id of a clause that has no number to be named by."""
    return "" if clause.number else f"  [{clause.id}]"


def _consent(root: Path, language: str) -> str:
    click.echo(consent_sentence(root, language))
    return "true" if ask_yes_or_no(say("Do you agree? (yes or no)")) else "false"


def _passing(asked: Saying) -> str:
    question = asked.said(speech().translate)
    return str(click.prompt(question, default="", show_default=False))


@command()
@argument("standard", metavar="STANDARD")
@project_option
@option(
    "--revision", metavar="rN", help="The draft, such as r2 [default: the one under discussion]."
)
@option(
    "--clause",
    metavar="CLAUSE",
    help="The clause, by number (3) or id (term); “whole” for the whole text; “after:term” for "
    "something missing after it.",
)
@option("--language", metavar="CODE", help="Language in which you write, such as kk.")
@option("--kind", type=CodeType(_KIND, WISHES_SAID), help="What you want.")
@option("--text", help="Your comment.")
@option("--quote", help="The words of the draft that you speak of.")
@option("--proposal", help="The wording that you ask for.")
@option(
    "--author",
    type=CodeType("author-kind", AUTHORS_SAID),
    default=str(AuthorKind.INDIVIDUAL),
    show_default=True,
    help="Who speaks.",
)
@option("--name", help="Your name, if it may be published.")
@option("--foreign", is_flag=True, help="The author is foreign, or stateless.")
@option(
    "--channel",
    type=CodeType("comment-channel", CommentChannel),
    default=str(CommentChannel.PULL_REQUEST),
    show_default=True,
    help="How it comes in.",
)
@option("--received", type=DayType(), help="The day of receipt [default: the project's day].")
@option("--in-reply-to", metavar="ID", help="The comment that it answers.")
@option("--consent", is_flag=True, help="The author agrees to publication.")
@draft_option
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
    """Write a comment on a draft.

    STANDARD is the id of the standard. On a terminal, what is missing is asked for.
    """
    register, assessment = unchecked(root)
    record = named_record(register, standard)
    text = named_revision(record, revision) if revision else under_discussion(record, assessment)
    judge = context_of(register, assessment.today, Door.NEW)
    context = ImportContext(judge=judge, record=record, revision=text)
    fields = {name: value for name, value in given.items() if value}
    fields |= {"foreign": str(foreign).lower(), "received": str(received or assessment.today)}
    fields |= {"consent": "true"} if consent else {}
    closed = _not_open(context, received or assessment.today)
    if closed and missing(questions(root, context), fields):
        # Nobody is asked for words that cannot be taken.
        return _kept(root, context, None, closed, draft=draft)
    return _written(root, context, _completed(root, context, fields), draft=draft)


def _not_open(context: ImportContext, day: date) -> list[Problem]:
    """Return why no comment of a day is taken, whatever it says; nothing where it is."""
    found = judge_day("--received", day, context.revision, context.record, context.judge)
    problems = weighed(found, context.judge.door)
    return problems if any(problem.is_error for problem in problems) else []


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
            click.echo(consent_sentence(root, said.get("language", speech().language)), err=True)
        raise WrongUseError(
            "missing: {options}; on a terminal they are asked for", options=", ".join(lacking)
        )
    return answers(root, asked, said) if lacking else said


def _written(root: Path, context: ImportContext, said: Mapping[str, str], *, draft: bool) -> int:
    """Check the comment and write it, or say all that is wrong with it."""
    taken = {name for record in context.judge.register.records for name in _ids(record)}
    options = {name: Place(f"--{name.replace('_', '-')}") for name in said}
    submission = Submission(place=Place("comment"), said=said, places=options)
    draft_of_it = drawn_up(submission, context, name=drawn_id(taken.__contains__))
    problems = draft_of_it.judged(context.judge)
    with speaking(spoken(root, said["language"])):
        return _kept(root, context, draft_of_it.comment, problems, draft=draft)


def _kept(
    root: Path,
    context: ImportContext,
    comment: Comment | None,
    problems: Sequence[Problem],
    *,
    draft: bool,
) -> int:
    if problems:
        click.echo(formatted(problems, "text", speech().translate), err=True)
    if comment is None or any(problem.is_error for problem in problems):
        tell("nothing was written", err=True)
        return 1
    plan = comment_plan(comment)
    carry_out([plan], root, draft=draft)
    click.echo(_next_step(context, comment.path))
    return 0


def _ids(record: Record) -> set[str]:
    return {comment.id for comment in record.comments} | record.broken_comments


def _next_step(context: ImportContext, place: CommentPath) -> str:
    """Say how the file gets to the authority."""
    project = context.judge.register.project
    if page := new_file(project.forge, place.folder):
        name, branch = place.file.rpartition("/")[2], f"comment-{place.id}"
        commands = (
            f"git switch -c {branch}; git add {place.file}; git commit -m {branch}; "
            f"git push -u origin {branch}"
        )
        sent = say("Next: send it as a pull request: {commands}", commands=commands)
        or_else = say(
            "Or put the file's text into a new file named {name}: {page}", name=name, page=page
        )
        return f"{sent}\n{or_else}"
    authority = project.authorities.get(context.record.standard.authority)
    if authority and authority.email:
        return say("Next: send the file by mail to {address}", address=authority.email)
    return say("Next: send the file by mail to the authority that develops the draft")
