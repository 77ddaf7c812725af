"""A register in, the files of the whole site out: one generator, in a fixed order, no effects.

A standard is shown in all languages before the next one: what they share is computed once, and what
is kept of it only for a while is still there.
"""

from collections.abc import Iterator, Mapping, Sequence

from talqy.data.exports import exports
from talqy.language.edition import Edition, SitePage
from talqy.model import addresses
from talqy.search.index import ProsePage
from talqy.site.calendars import all_calendars
from talqy.site.downloads import downloads
from talqy.site.feeds import all_feeds, sitemap
from talqy.site.pages.home import chooser
from talqy.site.pages.register import rows_file
from talqy.site.pages.table import pages_of_site, pages_of_standard
from talqy.site.receipts import receipt_files
from talqy.site.search_files import search_files
from talqy.site.shell import Shell, slots_of
from talqy.site.statistics_files import statistics_files

DEPTHS = (1, 2, 3, 4, 5)
"""How deep pages lie below the site's root: one shell for each."""


def files(
    of: Sequence[Edition],
    shells: Mapping[tuple[str, int], Shell],
    site_url: str,
    prose: Sequence[ProsePage] = (),
) -> Iterator[tuple[str, bytes]]:
    """Make every file of the site but those that the host makes; `prose` are the host's pages."""
    paths = {page.path for page in prose}

    def stamped(edition: Edition, pages: Iterator[SitePage]) -> Iterator[tuple[str, bytes]]:
        for page in pages:
            paths.add(page.at.path)
            shell = shells[edition.code, page.at.depth]
            html = shell.fill(slots_of(edition, page, site_url))
            yield f"{page.at.full}index.html", html.encode()

    for edition in of:
        yield from stamped(edition, pages_of_site(edition, prose))
        for path, content in search_files(edition, prose).by_path().items():
            yield f"{edition.code}/{path}", content
    for record in of[0].register.records:
        for edition in of:
            yield from stamped(edition, pages_of_standard(edition, record))
        yield from downloads(of, record, site_url)
        yield from receipt_files(of, record, site_url)
    for edition in of:
        for path, content in (
            *all_feeds(edition, site_url),
            *all_calendars(edition, site_url),
            *statistics_files(edition),
        ):
            yield f"{edition.code}/{path}", content
        yield f"{edition.code}/{addresses.REGISTER_ROWS}", rows_file(edition)
    yield from exports(of[0])
    yield "index.html", chooser(of, site_url)
    yield "404.html", chooser(of, site_url, missing=True)
    yield "sitemap.xml", sitemap(paths, [edition.code for edition in of], site_url)
