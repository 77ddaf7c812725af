"""`talqy comment import`: messages, forms and letters become comments, each row accounted for."""

import json
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date
from pathlib import Path

import click

from talqy.cli.new_comment import under_discussion
from talqy.cli.problems import Translate, as_data, as_text, plain
from talqy.cli.running import DayType, alone, command, draft_option, project_option
from talqy.cli.texts import named_record, named_revision
from talqy.comments.doors import Door
from talqy.comments.importing import (
    FORMS,
    MOST_BYTES,
    ImportedFile,
    ImportedRow,
    Status,
    form_of,
    read_intake,
    take,
)
from talqy.comments.judge import context_of
from talqy.comments.mail import addressed
from talqy.comments.new_comment import comment_plan
from talqy.comments.submission import ImportContext
from talqy.comments.table import ReadTable
from talqy.language.catalogue import problem_words
from talqy.model.comment import AuthorKind, Comment, CommentChannel, CommentKind
from talqy.project.survey import survey
from talqy.project.write import carry_out

FORMATS = ("text", "json")


def reported(files: Sequence[ImportedFile], form: str, translate: Translate, *, draft: bool) -> str:
    """Print the report in one of the formats."""
    if form == "json":
        return json.dumps(_data(files, translate, draft=draft), ensure_ascii=False, indent=2)
    return "\n".join([*_lines(files, translate), _summary(files, translate, draft=draft)])


def _lines(files: Sequence[ImportedFile], translate: Translate) -> Iterator[str]:
    for file in files:
        yield plain(
            "; ".join([file.file, *(f"{name}: {said}" for name, said in file.facts.items())])
        )
        yield from (_indented(as_text(problem, translate)) for problem in file.problems)
        for one in file.rows:
            where = f" → {one.comment.path.file}" if one.comment else ""
            status = click.style(_statuses(translate)[one.status], bold=one.status is Status.LEFT)
            yield f"  {_place(one)}: {status}{where}"
            yield from (_indented(as_text(problem, translate)) for problem in one.problems)


def _indented(block: str) -> str:
    return "\n".join(f"    {line}" for line in block.splitlines())


def _place(one: ImportedRow) -> str:
    return plain(one.place.file) + (f":{one.place.line}" if one.place.line else "")


def _counted(files: Sequence[ImportedFile]) -> dict[str, int]:
    counted = Counter(one.status for file in files for one in file.rows)
    return {str(status): counted[status] for status in Status}


def _statuses(translate: Translate) -> dict[str, str]:
    return {
        Status.TAKEN: translate("taken"),
        Status.ALREADY: translate("already taken"),
        Status.LEFT: translate("left"),
    }


def _summary(files: Sequence[ImportedFile], translate: Translate, *, draft: bool) -> str:
    names = _statuses(translate)
    words = ", ".join(f"{names[status]}: {count}" for status, count in _counted(files).items())
    return f"{words}; {translate('a draft: nothing was written')}" if draft else words


def _data(files: Sequence[ImportedFile], translate: Translate, *, draft: bool) -> dict[str, object]:
    return {
        "draft": draft,
        **_counted(files),
        "files": [
            {
                "file": file.file,
                **file.facts,
                "problems": [as_data(problem, translate) for problem in file.problems],
                "rows": [_row(one, translate) for one in file.rows],
            }
            for file in files
        ],
    }


def _row(one: ImportedRow, translate: Translate) -> dict[str, object]:
    return {
        "place": plain(one.place.file),
        "line": one.place.line,
        "fate": str(one.status),
        "comment": one.comment.id if one.comment else None,
        "path": one.comment.path.file if one.comment else None,
        "problems": [as_data(problem, translate) for problem in one.problems],
    }


_CHANNELS = [str(way) for way in CommentChannel if way is not CommentChannel.PULL_REQUEST]


@click.command("import")
@click.argument(
    "files", nargs=-1, required=True, type=click.Path(exists=True, dir_okay=False, path_type=Path)
)
@project_option
@click.option("--standard", required=True, metavar="ID", help="The standard that is commented on.")
@click.option(
    "--revision", metavar="rN", help="The draft, such as r2 [default: the one under discussion]."
)
@click.option(
    "--channel",
    type=click.Choice(_CHANNELS),
    help="How they came in [default: email for .eml and .docx, else web].",
)
@click.option("--received", type=DayType(), help="The day of receipt where a file names none.")
@click.option(
    "--clause",
    metavar="CLAUSE",
    help="The clause, by number (3) or id (term), where a file names none "
    "[default: the whole text].",
)
@click.option(
    "--clause-from-subject",
    "by_subject",
    is_flag=True,
    help="Take the clause of a message from its subject, as the site's mail link writes it.",
)
@click.option(
    "--text-language",
    metavar="CODE",
    help="Language of the texts, such as kk [default: told by their letters].",
)
@click.option(
    "--kind",
    type=click.Choice([str(kind) for kind in CommentKind]),
    help="What they want, where a file does not say "
    "[default: question where a text ends in “?”, else change].",
)
@click.option(
    "--author",
    type=click.Choice([str(kind) for kind in AuthorKind]),
    help="Who speaks, where a file does not say [default: individual].",
)
@click.option("--name", help="The author's name, where a file has none and it may be published.")
@draft_option
@click.option(
    "--format",
    "form",
    type=click.Choice(FORMATS),
    default="text",
    show_default=True,
    help="The report as text for people or as JSON for programs.",
)
@click.option(
    "--language",
    metavar="CODE",
    default="en",
    show_default=True,
    help="Language of the report, such as kk.",
)
@command
@alone
def import_(  # noqa: PLR0913, PLR0917 - one parameter an option
    files: tuple[Path, ...],
    root: Path,
    standard: str,
    revision: str | None,
    received: date | None,
    text_language: str | None,
    form: str,
    language: str,
    *,
    by_subject: bool,
    draft: bool,
    **unsaid: str | None,
) -> int:
    """Take in comments from messages and tables.

    FILES end in .eml, .csv, .xlsx or .docx. The report names every message and row; what
    cannot be taken is left, with the reason. Running it again adds nothing twice.
    """
    if wrong := [file.name for file in files if not form_of(file.name)]:
        raise click.UsageError(f"{wrong[0]}: known are files ending in {', '.join(FORMS)}")
    register, assessment = survey(root).known
    record = named_record(register, standard)
    text = named_revision(record, revision) if revision else under_discussion(record, assessment)
    known = {name: words for name, words in unsaid.items() if words}
    known |= {"received": received.isoformat()} if received else {}
    known |= {"language": text_language} if text_language else {}
    judge = context_of(register, assessment.today, Door.TABLE)
    context = ImportContext(judge=judge, record=record, revision=text, unsaid=known)
    taken = _taken(files, context, by_subject=by_subject)
    if not draft:
        carry_out([comment_plan(comment) for comment in _new(taken)], root)
    click.echo(reported(taken, form, problem_words(root, language), draft=draft))
    return int(not all(file.is_clean for file in taken))


def _taken(
    files: Sequence[Path], context: ImportContext, *, by_subject: bool
) -> list[ImportedFile]:
    """Take file after file; what an earlier one of them had is taken already."""
    done: list[ImportedFile] = []
    for file in files:
        read = _read(file, context, by_subject=by_subject)
        channel = "email" if form_of(file.name) in {"eml", "docx"} else "web"
        door = Door.MAIL if form_of(file.name) == "eml" else Door.TABLE
        here = replace(
            context,
            judge=replace(context.judge, door=door),
            unsaid={"channel": channel, **context.unsaid},
        )
        before = {comment.id: comment for comment in _new(done)}
        done.append(take(read, str(file), here, before))
    return done


def _read(file: Path, context: ImportContext, *, by_subject: bool) -> ReadTable:
    with file.open("rb") as stream:
        data = stream.read(MOST_BYTES + 1)
    read = read_intake(data, str(file), context.judge.register.project.timezone)
    clause = context.unsaid.get("clause", "")
    return addressed(read, context, clause=clause, by_subject=by_subject)


def _new(files: Sequence[ImportedFile]) -> list[Comment]:
    return [
        one.comment
        for file in files
        for one in file.rows
        if one.comment and one.status is Status.TAKEN
    ]
