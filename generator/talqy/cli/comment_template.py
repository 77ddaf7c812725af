"""`talqy comment template`: an empty table, into which a clerk copies the words of letters."""

from pathlib import Path

from talqy.cli.new_comment import under_discussion
from talqy.cli.running import command, deliver, draft_option, option, project_option
from talqy.cli.speech import WrongUseError, speech, tell
from talqy.cli.texts import named_record, named_revision, unchecked
from talqy.cli.words import FilePath
from talqy.intake.table_template import table_template
from talqy.project.shipped_files import folders
from talqy.project.write import Deliver


@command()
@project_option
@option("--standard", required=True, metavar="ID", help="The standard that is commented on.")
@option(
    "--revision", metavar="rN", help="The draft, such as r2 [default: the one under discussion]."
)
@option(
    "--to",
    "file",
    required=True,
    type=FilePath(dir_okay=False, path_type=Path),
    help="The workbook to write, such as letters.xlsx.",
)
@option("--replace", is_flag=True, help="Write the file even if there is one already.")
@draft_option
def template(  # noqa: PLR0913 - one parameter an option
    *, root: Path, standard: str, revision: str | None, file: Path, replace: bool, draft: bool
) -> int:
    """Write an empty table for comments, to be filled in and imported.

    A cell of the clause offers the clauses of the draft. The example row is not taken.
    """
    if file.suffix.casefold() != ".xlsx":
        raise WrongUseError("--to {file}: the table is a workbook; name it .xlsx", file=file)
    register, assessment = unchecked(root)
    record = named_record(register, standard)
    text = named_revision(record, revision) if revision else under_discussion(record, assessment)
    locale = speech().locale(register.codes)
    # Loaded late, as all that is made with the libraries for Word and Excel.
    from talqy.intake.template_workbook import template_xlsx  # noqa: PLC0415
    from talqy.office.sheet_layouts import sheet_layout  # noqa: PLC0415

    made = table_template(locale, text, locale.plain(record.standard.title))
    if draft:
        tell("would write {file}", file=file.as_posix())
        return 0
    layout = sheet_layout(folders(root, "office"))
    data = template_xlsx(made, locale.code, assessment.today, layout)
    deliver(Deliver(file.as_posix(), data, replaces=replace))
    return 0
