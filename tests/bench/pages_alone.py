"""Read a project, and write its pages and nothing else: no check, feeds, data, search, tables.

python tests/bench/pages_alone.py PROJECT FOLDER DAY
"""

import gc
import sys
from collections.abc import Iterator
from datetime import date
from itertools import chain
from pathlib import Path

from talqy.build import public_site
from talqy.host import SiteHost
from talqy.project.survey import survey
from talqy.site.output import write_files
from talqy.site.pages.table import pages_of_authority, pages_of_site, pages_of_standard
from talqy.site.shell import DAY, day_of_page, slots_of


def pages(project: Path, day: date) -> Iterator[tuple[str, bytes]]:
    """Make all pages of a project, a standard in all languages before the next one."""
    gc.set_threshold(100_000)  # as a build does
    host = SiteHost.of(project)
    made = public_site(project, survey(project, day, is_checked=False), host.address)
    gc.freeze()
    frame = host.frame(made)
    of_site = ((one, pages_of_site(one, frame.prose)) for one in made.editions)
    of_authorities = (
        (one, pages_of_authority(one, name))
        for name in made.editions[0].register.developers
        for one in made.editions
    )
    of_standards = (
        (one, pages_of_standard(one, record))
        for record in made.editions[0].register.records
        for one in made.editions
    )
    for edition, those in chain(of_site, of_authorities, of_standards):
        for page in those:
            slots = {**slots_of(edition, page, made.site_url), DAY: day_of_page(edition, day)}
            html = frame.shells[edition.code, page.at.depth].fill(slots)
            yield f"{page.at.full}index.html", html.encode()


if __name__ == "__main__":
    _, project, folder, day = sys.argv
    write_files(Path(folder), pages(Path(project), date.fromisoformat(day)))
