"""`talqy export archive`: the whole site in one file, to be opened without a server."""

from datetime import date
from pathlib import Path

from talqy.build import preview_site, public_site
from talqy.cli.running import (
    command,
    deliver,
    file_option,
    option,
    project_option,
    replace_option,
    today_option,
)
from talqy.cli.texts import surveyed
from talqy.host import SiteHost, rendered_site
from talqy.project.write import Deliver
from talqy.site.archive_files import site_archive
from talqy.site.parts import files_of_parts


@command()
@project_option
@today_option
@file_option("The file to write [default: one here, named after the day].")
@replace_option
@option(
    "--preview",
    is_flag=True,
    help="Build what is not published yet, texts in preparation too; each page says so, and asks "
    "search engines to pass it over.",
)
def archive(
    root: Path,
    today: date | None,
    file: Path | None,
    replace: bool,  # noqa: FBT001
    preview: bool,  # noqa: FBT001
) -> int:
    """Write the whole site as one archive that opens from a folder.

    Whoever unpacks it opens index.html: from a stick, without a server and a network. Sources,
    receipts, the digest of each file and the root of the record are in it.
    """
    state = surveyed(root, today).as_found
    prepared = preview_site if preview else public_site
    of = prepared(root, state, SiteHost.of(root.resolve()).address)
    with rendered_site(root.resolve(), state, preview=preview) as rendered:
        name, made = site_archive(root, of.editions[0], files_of_parts(rendered.parts))
    target = file or Path(f"{name}.zip")
    deliver(Deliver(target.as_posix(), made, replaces=replace))
    return 0
