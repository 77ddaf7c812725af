"""A register in, the files of the whole site out: one generator, in a fixed order, no effects."""

from collections.abc import Iterator, Mapping, Sequence

from talqy.data.exports import exports
from talqy.language.edition import Edition, SitePage
from talqy.site.calendars import all_calendars
from talqy.site.chooser import chooser
from talqy.site.downloads import downloads
from talqy.site.feeds import all_feeds
from talqy.site.frame import slots_of
from talqy.site.pages import (
    clause_history,
    comments,
    compare,
    data,
    history,
    home,
    languages,
    participate,
    register,
    report,
    reviewers,
    standard,
    statistics,
)
from talqy.site.shell import Shell
from talqy.site.sitemap import sitemap

DEPTHS = (1, 2, 3, 4, 5)
"""How deep pages lie below the site's root: one shell for each."""


def pages(edition: Edition) -> Iterator[SitePage]:
    """Make all record pages of a language."""
    yield home.page(edition)
    yield from register.pages(edition)
    yield statistics.page(edition)
    yield data.page(edition)
    yield reviewers.page(edition)
    for record in edition.register.records:
        yield from standard.pages(edition, record)
        yield comments.page(edition, record)
        yield history.page(edition, record)
        yield from report.pages(edition, record)
        yield from compare.pages(edition, record)
        yield from clause_history.pages(edition, record)
        yield languages.page(edition, record)
        yield participate.page(edition, record)


def files(
    of: Sequence[Edition],
    shells: Mapping[tuple[str, int], Shell],
    site_url: str,
    prose: Sequence[str] = (),
) -> Iterator[tuple[str, bytes]]:
    """Make every file of the site but those that the host makes; `prose` are the host's pages."""
    paths = list(prose)
    for edition in of:
        for page in pages(edition):
            if edition is of[0]:
                paths.append(page.spot.path)
            shell = shells[edition.code, page.spot.depth]
            html = shell.fill(slots_of(edition, page, site_url))
            yield f"{page.spot.full}index.html", html.encode()
        for path, content in (*all_feeds(edition, site_url), *all_calendars(edition, site_url)):
            yield f"{edition.code}/{path}", content
    yield from downloads(of, site_url)
    yield from exports(of[0])
    yield "index.html", chooser(of, site_url)
    yield "404.html", chooser(of, site_url, missing=True)
    codes = [edition.code for edition in of]
    yield "sitemap.xml", sitemap(paths, codes, site_url)
