"""`talqy build`: check, render, and write what differs; where nothing does, say so at once."""

from datetime import date
from pathlib import Path

from talqy.cli.circles import look_rarely_for_circles
from talqy.cli.running import command, option, project_option, today_option
from talqy.cli.site_told import tell_found, tell_site
from talqy.cli.speech import WrongUseError, speech
from talqy.cli.words import FilePath
from talqy.project.again import Asked
from talqy.site.output import add_to_list, refuse_list_inside, site_folder
from talqy.site.parts import is_as_left


@command()
@project_option
@today_option
@option(
    "--to",
    "folder",
    type=FilePath(file_okay=False, path_type=Path),
    help="The folder to write into [default: “site_dir” of mkdocs.yml].",
)
@option("--strict", is_flag=True, help="Write nothing while there is an error.")
@option(
    "--leave-out",
    is_flag=True,
    help="Build without what is on record and cannot be shown; the pages say what is missing.",
)
@option(
    "--preview",
    is_flag=True,
    help="Build what is not published yet, texts in preparation too; each page says so, and asks "
    "search engines to pass it over.",
)
@option(
    "--changed-list",
    "changed",
    type=FilePath(dir_okay=False, path_type=Path),
    help="Add what was written or removed to this list, a path on each line (“rsync "
    "--files-from”).",
)
def build(  # noqa: PLR0913, PLR0917 - one parameter an option
    root: Path,
    today: date | None,
    folder: Path | None,
    strict: bool,  # noqa: FBT001
    leave_out: bool,  # noqa: FBT001
    preview: bool,  # noqa: FBT001
    changed: Path | None,
) -> int:
    """Build the whole site.

    A wrong file is named and left out, and the rest is published; but where that file is on
    record, nothing is. Texts in preparation are shown by “talqy serve” and in a preview alone.
    """
    if preview and folder is None:
        raise WrongUseError(
            "a preview needs a folder of its own, so that nobody publishes it: say --to FOLDER"
        )
    if folder:
        site_folder(root, folder)
    question = (folder, today, strict, leave_out, preview, speech().language)
    asked = Asked(root, "build", *question)
    known = asked.answer()
    if known is None or not is_as_left(Path(known.site), known.listed):
        look_rarely_for_circles()
        # Loaded late: where nothing has changed, nothing of it is needed.
        from talqy.cli.building import built  # noqa: PLC0415

        return built(
            asked,
            root,
            today,
            folder,
            strict=strict,
            leave_out=leave_out,
            preview=preview,
            changed=changed,
        )
    if changed:
        refuse_list_inside(changed, Path(known.site))
        add_to_list(changed, ())
    tell_found(known.printed)
    tell_site(Path(known.site), known.files)
    return known.status
