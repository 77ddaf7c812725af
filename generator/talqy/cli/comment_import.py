"""`talqy comment import`: messages, forms and letters become comments, each row accounted for."""

import json
from collections.abc import Container, Iterator, Sequence
from dataclasses import replace
from datetime import date
from pathlib import Path, PurePosixPath

import click

from talqy.cli.codes import CodeType
from talqy.cli.draft_questions import question_file
from talqy.cli.new_comment import under_discussion
from talqy.cli.problems import Translate, as_data, as_text, formatted, said_of_many, together
from talqy.cli.running import (
    DayType,
    alone,
    argument,
    command,
    deliver,
    draft_option,
    option,
    project_option,
)
from talqy.cli.speech import WrongUseError, say, speech, tell
from talqy.cli.texts import named_record, named_revision, unchecked
from talqy.cli.words import FilePath
from talqy.comments.doors import Door
from talqy.comments.judge import context_of
from talqy.comments.new_comment import comment_plan
from talqy.comments.table_heads import Columns
from talqy.drafts.portal_plan import PortalPlan
from talqy.errors import AlreadyThereError
from talqy.intake.import_report import (
    FileReport,
    RowReport,
    about_line,
    counted,
    fact_lines,
    file_report,
    place_line,
    status_name,
    subject_line,
    summary_line,
    word_blocks,
)
from talqy.intake.import_run import new_comments, questions_of, read_files, taken
from talqy.intake.importing import Status
from talqy.intake.submission import ImportContext
from talqy.language.locale import Locale
from talqy.language.screen import on_screen
from talqy.model.comment import AuthorKind, CommentChannel, CommentKind
from talqy.model.problem import Problem
from talqy.model.project import TableColumns
from talqy.project.shipped_files import folders
from talqy.project.write import Deliver, carry_out

FORMATS = ("text", "json")
_DIGEST = 12


def reported(
    files: Sequence[FileReport], form: str, locale: Locale, standard: str, *, draft: bool
) -> str:
    """Print the report in one of the formats."""
    if form == "json":
        return json.dumps(_data(files, locale, draft=draft), ensure_ascii=False, indent=2)
    lines = [*_lines(files, locale, draft=draft), *_next(files, standard)]
    return "\n".join([*lines, summary_line(files, locale, draft=draft)])


def _next(files: Sequence[FileReport], standard: str) -> Iterator[str]:
    """Say where the table comes from into which words of letters are copied."""
    if counted(files)[Status.LEFT]:
        command = f"talqy comment template --standard {standard} --to ../table.xlsx"
        yield say("An empty table for words that have to be copied: {command}", command=command)


def _lines(files: Sequence[FileReport], locale: Locale, *, draft: bool) -> Iterator[str]:
    translate = locale.catalogue.problem
    for file in files:
        yield on_screen("; ".join([file.file, *fact_lines(file, locale)]))
        yield from (_indented(as_text(problem, translate)) for problem in file.problems)
        often = said_of_many(problem for row in file.rows for problem in row.problems)
        once = {id(problem) for group in often for problem in group}
        for row in file.rows:
            yield from _row_lines(row, locale, once, draft=draft)
        yield from (_indented(together([*map(_short, group)], translate)) for group in often)


def _row_lines(
    row: RowReport, locale: Locale, once: Container[int], *, draft: bool
) -> Iterator[str]:
    """Say what became of a row; of those problems that are said `once` of many, the codes alone."""
    codes = ", ".join(problem.code for problem in row.problems if id(problem) in once)
    place = on_screen(place_line(row.place, row.line, locale))
    yield f"  {place}: {_status(row, locale, draft=draft)}" + (f" [{codes}]" if codes else "")
    alone = (problem for problem in row.problems if id(problem) not in once)
    yield from (_indented(_placed(_short(problem), row, locale)) for problem in alone)
    if draft:
        yield from map(_indented, _shown(row, locale))


def _shown(row: RowReport, locale: Locale) -> Iterator[str]:
    """Show what would be published, and what would not; each line of others' words is marked."""
    yield on_screen(about_line(row, locale))
    for name, words in word_blocks(row, locale):
        yield f"{name}:"
        yield from (f"  | {on_screen(line)}" for line in words.splitlines())


def _indented(block: str) -> str:
    return "\n".join(f"    {line}" for line in block.splitlines())


def _status(row: RowReport, locale: Locale, *, draft: bool) -> str:
    """Return what became of a row, where its file lies, and the subject of a message."""
    words = status_name(locale, row.status, draft=draft) if row.status else ""
    status = click.style(words, bold=row.status is Status.LEFT)
    subject = on_screen(subject_line(row, locale))
    return status + (f" → {row.file}" if row.file else "") + (f"; {subject}" if subject else "")


def _short(problem: Problem) -> Problem:
    """Return a problem for a terminal: of a digest its beginning; the workbook and JSON have it."""
    digest = problem.values.get("digest")
    if not isinstance(digest, str):
        return problem
    return replace(problem, values={**problem.values, "digest": f"{digest[:_DIGEST]}…"})


def _placed(problem: Problem, row: RowReport, locale: Locale) -> str:
    """Print a problem of a row; its place is said as that of the row, where it is the same."""
    if (problem.file, problem.line) == (row.place, row.line) and row.line and not problem.column:
        problem = replace(problem, file=place_line(row.place, row.line, locale), line=0)
    return as_text(problem, locale.catalogue.problem)


def _data(files: Sequence[FileReport], locale: Locale, *, draft: bool) -> dict[str, object]:
    translate = locale.catalogue.problem
    return {
        "draft": draft,
        **{str(status): count for status, count in counted(files).items()},
        "files": [
            {
                "file": file.file,
                **file.facts,
                "rows not read": file.not_read,
                "problems": [as_data(problem, translate) for problem in file.problems],
                "rows": [_row(row, translate) for row in file.rows],
            }
            for file in files
        ],
    }


def _row(row: RowReport, translate: Translate) -> dict[str, object]:
    return {
        "place": on_screen(row.place),
        "line": row.line,
        "subject": on_screen(row.subject),
        "status": str(row.status),
        "comment": PurePosixPath(row.file).stem or None,
        "path": row.file or None,
        "about": row.about,
        "words": row.words,
        "left_out": list(row.left_out),
        "problems": [_problem(problem, translate) for problem in row.problems],
    }


def _problem(problem: Problem, translate: Translate) -> dict[str, object]:
    """Return a problem for a program, with the head of a message by which a machine is known."""
    head = problem.values.get("head")
    return as_data(problem, translate) | ({"head": on_screen(str(head))} if head else {})


def _column(said: str) -> tuple[str, str]:
    """Return field and head of an option; raise BadParameter where it says something else."""
    name, sign, head = said.partition("=")
    if name.strip() not in TableColumns.model_fields:
        known = ", ".join(TableColumns.model_fields)
        raise WrongUseError("“{name}” is not one of: {known}", name=name.strip(), known=known)
    if not sign or not head.strip():
        raise WrongUseError('write it as {name}="the head of the column"', name=name.strip())
    return name.strip(), head.strip()


_CHANNELS = [str(way) for way in CommentChannel if way is not CommentChannel.PULL_REQUEST]


@command("import")
@argument("files", nargs=-1, required=True, type=FilePath(exists=True, path_type=Path))
@project_option
@option("--standard", required=True, metavar="ID", help="The standard that is commented on.")
@option(
    "--revision", metavar="rN", help="The draft, such as r2 [default: the one under discussion]."
)
@option(
    "--channel",
    type=CodeType("comment-channel", _CHANNELS),
    help="How they came in, where a file does not say "
    "[default: email for messages, else not stated].",
)
@option("--received", type=DayType(), help="The day of receipt where a file names none.")
@option(
    "--clause",
    metavar="CLAUSE",
    help="The clause, by number (3) or id (term): in letters always, in tables where none is told "
    "[default: the whole text].",
)
@option(
    "--clause-from-subject",
    "by_subject",
    is_flag=True,
    help="Take the clause of a message from its subject alone, as the site's mail link writes it.",
)
@option(
    "--column",
    "columns",
    multiple=True,
    metavar='FIELD="HEAD"',
    callback=lambda _context, _option, said: tuple(map(_column, said)),
    help="Which column of a table holds what, where its head is not known, such as "
    'text="Your remark"; may be repeated.',
)
@option(
    "--text-language",
    metavar="CODE",
    help="Language of the texts, such as kk [default: told by their words and letters].",
)
@option(
    "--kind",
    type=CodeType("comment-kind", CommentKind),
    help="What they want, where a file does not say "
    "[default: what the words plainly say, else change].",
)
@option(
    "--author",
    type=CodeType("author-kind", AuthorKind),
    help="Who speaks, where a file does not say [default: individual].",
)
@option("--name", help="The author's name, where a file has none and it may be published.")
@option(
    "--plan",
    "plan_file",
    type=FilePath(dir_okay=False, path_type=Path),
    help="Of saved pages of the portal: write the questions into this file (.yaml or .xlsx), and "
    "nothing else.",
)
@option(
    "--answers",
    "answers_file",
    type=FilePath(exists=True, dir_okay=False, path_type=Path),
    help="The file of questions, with its answers.",
)
@draft_option
@option(
    "--format",
    "form",
    type=click.Choice(FORMATS),
    default="text",
    show_default=True,
    help="The report as text for people or as JSON for programs.",
)
@option(
    "--report",
    "workbook",
    metavar="FILE.xlsx",
    type=FilePath(dir_okay=False, path_type=Path),
    help="Write the report as a workbook too, with the words of every row.",
)
@option(
    "--replace",
    "replaces",
    is_flag=True,
    help="Write the workbook, or the questions, even if there is such a file already.",
)
@alone
def import_(  # noqa: PLR0913, PLR0917 - one parameter an option
    files: tuple[Path, ...],
    root: Path,
    standard: str,
    revision: str | None,
    received: date | None,
    text_language: str | None,
    form: str,
    workbook: Path | None,
    plan_file: Path | None,
    answers_file: Path | None,
    *,
    columns: tuple[tuple[str, str], ...],
    by_subject: bool,
    draft: bool,
    replaces: bool,
    **unsaid: str | None,
) -> int:
    """Take in comments from messages, tables and pages of the portal.

    FILES end in .eml, .msg, .mbox, .csv, .xlsx, .xls, .ods, .docx, .html, .htm, .mhtml or .mht, or
    are folders of such files.
    The report names every message and row; what cannot be taken is left, with the reason. Running
    it again adds nothing twice.
    """
    if workbook:
        _refuse_place(workbook, replaces=replaces)
    register, assessment = unchecked(root)
    record = named_record(register, standard)
    text = named_revision(record, revision) if revision else under_discussion(record, assessment)
    known = {name: value for name, value in unsaid.items() if value}
    known |= {"received": received.isoformat()} if received else {}
    known |= {"language": text_language} if text_language else {}
    judge = context_of(register, assessment.today, Door.TABLE)
    context = ImportContext(judge=judge, record=record, revision=text, unsaid=known)
    heads = Columns(given=columns, usual=register.project.columns.heads())
    reads = read_files(files, context, heads, by_subject=by_subject)
    plan = PortalPlan(questions_of(reads))
    if answers_file:
        _take_answers(plan, answers_file)
    if plan_file:
        content = question_file(plan_file, plan.questions, plan.given, folders(root, "office"))
        deliver(Deliver(plan_file.as_posix(), content, replaces=replaces))
        tell("questions: {count}", count=len(plan.questions))
        return 0
    files_taken = taken(reads, context, plan.answers)
    if not draft:
        carry_out([comment_plan(comment) for comment in new_comments(files_taken)], root)
    locale = speech().locale(register.codes)
    told = [file_report(file, text, locale, register.project.timezone) for file in files_taken]
    if workbook:
        title = locale.catalogue.problem("What came in")
        # Loaded late, as all that is made for Word and Excel.
        from talqy.intake.import_workbook import import_xlsx  # noqa: PLC0415

        layouts = folders(root, "office")
        data = import_xlsx(told, locale, title, assessment.today, layouts, draft=draft)
        deliver(Deliver(workbook.as_posix(), data, replaces=replaces))
    click.echo(reported(told, form, locale, record.id, draft=draft))
    return int(not all(file.is_clean for file in files_taken))


def _take_answers(plan: PortalPlan, file: Path) -> None:
    """Take the answers of a file; stop at one that is none."""
    if wrong := plan.take(file.read_bytes(), file.name, speech().translate):
        click.echo(formatted(wrong, "text", speech().translate), err=True)
        tell("nothing was written", err=True)
        raise click.exceptions.Exit(1)


def _refuse_place(workbook: Path, *, replaces: bool) -> None:
    """Refuse a place for the report before anything is taken: nothing may stand there."""
    if workbook.suffix.casefold() != ".xlsx":
        raise WrongUseError(
            "--report {file}: the report is a workbook; name it .xlsx", file=workbook
        )
    if workbook.exists() and not replaces:
        raise AlreadyThereError(
            "already there, and left as it is: {files}; name another file, or say --replace",
            files=workbook,
        )
