"""`talqy respond export` and `import`: hundreds of answers out to a workbook and back."""

from collections.abc import Sequence
from datetime import date
from pathlib import Path

import click

from talqy.build import site
from talqy.cli.problems import FORMATS, Translate, formatted
from talqy.cli.running import (
    DayType,
    alone,
    argument,
    carry_out,
    command,
    draft_option,
    file_option,
    option,
    project_option,
    replace_option,
    today_option,
)
from talqy.cli.speech import WrongUseError, speech, tell
from talqy.cli.texts import named_record, named_revision, surveyed, unknown_language, usual_language
from talqy.cli.words import FilePath
from talqy.intake.importing import MOST_BYTES
from talqy.language.locale import Locale
from talqy.model.problem import Level
from talqy.model.register import Record
from talqy.model.revision import Revision
from talqy.project.former_files import former_in_folder
from talqy.project.write import Deliver, deliver
from talqy.responses.cells import ResponseContext, outcome_names
from talqy.responses.portal_answers import proposed_by_portal
from talqy.responses.respond import response_plan
from talqy.responses.response_table import response_table
from talqy.responses.workbook_file import read_workbook
from talqy.responses.workbook_in import WorkbookResult

_WOULD_WRITE = "would write {file}: comments: {comments}, unanswered: {waiting}"
_WROTE = "wrote {file}: comments: {comments}, unanswered: {waiting}"


@command("export")
@argument("standard")
@argument("revision", required=False, metavar="[rN]")
@file_option("The file to write [default: one here, named after the standard and the revision].")
@option(
    "--language",
    metavar="CODE",
    help="Language of the workbook, such as kk [default: that of the messages, else the "
    "project's first].",
)
@option(
    "--all",
    "everything",
    is_flag=True,
    help="All in the order of receipt [default: the unanswered first].",
)
@option(
    "--portal",
    "pages",
    multiple=True,
    metavar="FILE",
    type=FilePath(exists=True, dir_okay=False, path_type=Path),
    help="A saved page of the portal “Open legal acts”: its marks and replies are proposed as "
    "answers; may be repeated.",
)
@replace_option
@project_option
@today_option
@draft_option
def export_responses(  # noqa: PLR0913, PLR0917 - one parameter an option
    standard: str,
    revision: str | None,
    file: Path | None,
    language: str | None,
    everything: bool,  # noqa: FBT001
    pages: tuple[Path, ...],
    replace: bool,  # noqa: FBT001
    root: Path,
    today: date | None,
    draft: bool,  # noqa: FBT001
) -> int:
    """Write comments into a workbook, to be answered there.

    rN is the text that they are on, such as r2; where none is named, the newest with comments.
    """
    if file and file.suffix.casefold() != ".xlsx":
        raise WrongUseError("--to {file}: the table is a workbook; name it .xlsx", file=file)
    state = surveyed(root, today)
    state.require_whole_record(standard)
    editions = site(root, state, "").editions
    language = language or usual_language(editions) or editions[0].code
    spoken = [edition for edition in editions if edition.code == language]
    if not spoken:
        raise unknown_language(language, [edition.code for edition in editions])
    record = named_record(editions[0].register, standard)
    text = named_revision(record, revision) if revision else _last_discussed(record)
    proposed, problems = proposed_by_portal(pages, record, spoken[0].register.project)
    if problems:
        click.echo(formatted(problems, "text", speech().translate), err=True)
        return 1
    table = response_table(
        editions, spoken[0], record, text, everything=everything, proposed=proposed
    )
    target = (file or Path(f"{record.id}-r{text.revision}.answers.xlsx")).as_posix()
    if not draft:
        # Loaded late, as all that is made with the libraries for Word and Excel.
        from talqy.office.sheet_layouts import sheet_layout  # noqa: PLC0415
        from talqy.responses.workbook_out import responses_xlsx  # noqa: PLC0415

        data = responses_xlsx(table, sheet_layout(spoken[0].layouts))
        deliver(Deliver(target, data, replaces=replace))
    waiting = sum(record.response_to(c.id) is None for c in record.comments_on(text.revision))
    message = _WOULD_WRITE if draft else _WROTE
    tell(message, file=target, comments=len(table.rows), waiting=waiting)
    if pages:
        tell("proposed from the pages of the portal: {count}", count=len(proposed))
    return 0


def _last_discussed(record: Record) -> Revision:
    """Return the newest text that was commented on."""
    discussed = [text for text in record.revisions if record.comments_on(text.revision)]
    if not discussed:
        raise WrongUseError("there are no comments on “{standard}” yet", standard=record.id)
    return discussed[-1]


@command("import")
@argument("file", type=FilePath(exists=True, dir_okay=False, path_type=Path))
@option("--by", metavar="AUTHORITY", help="Who decided [default: who develops the standard].")
@option("--on", type=DayType(), help="The day of the decision [default: the project's day].")
@option(
    "--replace",
    is_flag=True,
    help="Put the answers of the workbook in place of those changed on file since the export.",
)
@option("--skip-faulty", is_flag=True, help="Write the good rows although others have faults.")
@project_option
@today_option
@draft_option
@option(
    "--format",
    "form",
    type=click.Choice(FORMATS),
    default="text",
    show_default=True,
    help="How faults are shown.",
)
@alone
def import_responses(  # noqa: PLR0913, PLR0917 - one parameter an option
    file: Path,
    by: str | None,
    on: date | None,
    replace: bool,  # noqa: FBT001
    skip_faulty: bool,  # noqa: FBT001
    root: Path,
    today: date | None,
    draft: bool,  # noqa: FBT001
    form: str,
) -> int:
    """Read the answers of a workbook back.

    FILE is what “talqy respond export” wrote. Answers are written only if no row has a fault.
    """
    state = surveyed(root, today)
    register, assessment = state.known
    context = ResponseContext(
        register,
        assessment,
        outcome_names(register.codes),
        on=on or assessment.today,
        by=by or "",
        replaces=replace,
        former=former_in_folder(root),
    )
    locales = [edition.locale for edition in site(root, state, "").editions]
    result = _read(file, locales, context)
    translate = speech().translate
    if result.problems or form != "text":
        click.echo(formatted(result.problems, form, translate), err=form == "text")
    stops = any(p.level is Level.ERROR for p in result.problems)
    writes = not stops or skip_faulty
    if writes:
        carry_out(response_plan(result.ready), root, draft=draft)
    _report(result, translate, writes=writes, draft=draft, aside=form != "text")
    return int(stops)


def _read(file: Path, locales: Sequence[Locale], context: ResponseContext) -> WorkbookResult:
    with file.open("rb") as stream:
        return read_workbook(stream.read(MOST_BYTES + 1), file.name, locales, context)


def _report(
    result: WorkbookResult, translate: Translate, *, writes: bool, draft: bool, aside: bool
) -> None:
    """Say what became of all rows; aside from data that a program reads."""
    written = translate("to be written" if draft or not writes else "written")
    counts: Sequence[tuple[str, int]] = (
        (written, len(result.ready)),
        (translate("unchanged"), result.unchanged),
        (translate("changed on file since the export, left as they are"), result.kept),
        (translate("left empty"), result.empty),
        (translate("faulty"), result.faulty),
        (translate("waiting for an answer, but not in the workbook"), result.absent),
    )
    # After a fault of the whole workbook there are no rows to count.
    if any(count for _, count in counts):
        click.echo("; ".join(f"{name}: {count}" for name, count in counts), err=aside)
    if not writes:
        message = translate(
            "nothing was written; --skip-faulty writes the good rows"
            if result.ready
            else "nothing was written"
        )
        click.echo(message, err=aside)
