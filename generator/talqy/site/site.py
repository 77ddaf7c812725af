"""A register in, the files of the whole site out: in parts, each made when it is asked for.

A standard is shown in all languages before the next one: what they share is computed once, and what
is kept of it only for a while is still there.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import partial
from itertools import chain

from talqy.data.akn.text import texts_for_law
from talqy.data.exports import exports, said_of_standard, texts_of_standard
from talqy.data.office_tables import office_tables, office_tables_of
from talqy.data.services import services_of_standard
from talqy.language.edition import Edition
from talqy.model import addresses
from talqy.model.digest import key_of
from talqy.model.register import Record
from talqy.search.pages import ProsePage
from talqy.site.added import added_file, added_path, take_added
from talqy.site.calendars import (
    calendar_of_authority,
    calendar_of_site,
    calendar_of_standard,
)
from talqy.site.downloads import downloads
from talqy.site.feeds import feed_of_authority, feed_of_site, feed_of_standard
from talqy.site.pages import compare
from talqy.site.pages.home import chooser
from talqy.site.pages.register import rows_files
from talqy.site.pages.table import (
    Tells,
    pages_of_authority,
    pages_of_site,
    pages_of_standard,
)
from talqy.site.parts import (
    NOTHING_MADE,
    EarlierSite,
    Made,
    Make,
    SitePart,
    files_of_parts,
)
from talqy.site.receipts import receipt_files
from talqy.site.reviewers_files import reviewers_files
from talqy.site.search_files import search_files
from talqy.site.share import share_tags_of_chooser
from talqy.site.shell import Shells
from talqy.site.sitemap import sitemaps
from talqy.site.stamping import INDEX, Stamping
from talqy.site.statistics_files import quarter_workbooks, statistics_files

_Beside = Callable[[Record | None], Iterator[tuple[str, bytes]]]


@dataclass(frozen=True, slots=True)
class PartsKnown:
    """What is known of the parts of a site besides what the register says.

    `whole` is the digest of all that pages of the whole site are made of, `keys` are those of the
    parts of standards, by their ids; there are none where that is not known. `records` is the
    digest of all records, to whose root receipts lead. `beside` makes the
    files that are shown beside the pages of a standard as they are, or beside those of the whole
    site. `before` is the site that was built before, if there is one; `authorities` are the keys of
    what shows the standards of one authority, by their ids. The project may have templates of its
    own for pages of standards: `is_by_own_templates`; they may name the day wherever they like.
    """

    whole: str
    keys: Mapping[str, str]
    beside: _Beside
    records: str = ""
    before: EarlierSite | None = None
    authorities: Mapping[str, str] = field(default_factory=dict)
    is_by_own_templates: bool = False


NOTHING_KNOWN = PartsKnown("", {}, lambda _: iter(()))
_PAGES, _STANDARD, _DATA = "pages", "standard ", "data"
_AUTHORITY = "authority "
_SEARCH = f"/{addresses.SEARCH}"

# Weights, as measured: a unit is about 50 ms. What shows all standards has none: it is made of what
# they add, when they are ready, by the run itself.
_TEXT, _OF_COMMENTS = 6, 5

DEPTHS = (1, 2, 3, 4, 5, 6)
"""How deep pages lie below the root: one shell for each; later pages of a list lie deepest."""


def parts(
    of: Sequence[Edition],
    shells: Shells,
    site_url: str,
    prose: Sequence[ProsePage] = (),
    known: PartsKnown = NOTHING_KNOWN,
) -> Iterator[SitePart]:
    """Yield the parts of the site in their order: one for each standard, in all languages.

    The host's pages are no part of them; `prose` are those that search and the sitemap name.
    """
    stamp = Stamping.of_site(of, shells, site_url)
    records, day = of[0].register.records, of[0].assessment.today.isoformat()
    pages = partial(_pages_of_site, of, stamp, prose, known)
    yield SitePart(_PAGES, known.whole, pages)
    for name in of[0].register.developers:
        own_pages = partial(_of_authority, of, stamp, name, known)
        yield SitePart(f"{_AUTHORITY}{name}", known.authorities.get(name, ""), own_pages)
    for record in records:
        key, name = known.keys.get(record.id, ""), _part_of(record)
        still = partial(_of_standard, of, stamp, record, site_url, known)
        yield SitePart(name, key, still, _weight(record), day, stamp.renewed, name)
        yield _part_by_day(of, stamp, record, known, partial(_by_day, of, stamp, record, known))
        proven, proves = key and key_of(key, known.records), partial(_proven, of, stamp, record)
        own = len(record.comments) // _OF_COMMENTS
        yield SitePart(
            f"{name} receipts", proven, partial(proves, site_url), own, day, stamp.renewed, name
        )
    data = partial(_data, of, site_url, known)
    yield SitePart(_DATA, known.whole, data)
    yield SitePart("sitemap", "", partial(_sitemap, of, site_url, prose))


def _part_by_day(
    of: Sequence[Edition], stamp: Stamping, record: Record, known: PartsKnown, make: Make
) -> SitePart:
    """Return the part of the pages that name the day.

    By our own templates one piece of them names it, and is put in anew on another day.
    """
    of_standard, key = _part_of(record), known.keys.get(record.id, "")
    day, weight = of[0].assessment.today.isoformat(), len(record.revisions)
    name, renew = f"{of_standard} by day", _AnotherDay(of, stamp, record, known)
    if known.is_by_own_templates:
        return SitePart(name, key and key_of(key, day), make, weight, bundle=of_standard)
    return SitePart(name, key, make, weight, day, renew, of_standard)


def _weight(record: Record) -> int:
    """Return how much work a standard is: a text about six times as much as a comment."""
    return _TEXT * len(record.revisions) + len(record.comments)


@dataclass(frozen=True, slots=True)
class _AnotherDay:
    """Gives the pages of a standard that name the day the one of now."""

    of: Sequence[Edition]
    stamp: Stamping
    record: Record
    known: PartsKnown

    def __call__(self, was: str, path: str, page: bytes) -> bytes | None:
        """Return a page of an earlier day as it is made now; None where it must be made anew."""
        _take_added(self.of, [self.record], self.known, NOTHING_MADE)
        return self.stamp.renewed_by_day(self.record, was, path, page)


def _pages_of_site(
    of: Sequence[Edition],
    stamp: Stamping,
    prose: Sequence[ProsePage],
    known: PartsKnown,
    made: Made,
) -> Iterator[tuple[str, bytes]]:
    _take_added(of, of[0].register.records, known, made)
    for edition in of:
        yield from stamp(edition, pages_of_site(edition, prose))
        yield from _search(edition, prose)


def _of_authority(
    of: Sequence[Edition], stamp: Stamping, name: str, known: PartsKnown, made: Made
) -> Iterator[tuple[str, bytes]]:
    """Make what shows the standards of one authority, and nothing else of the register."""
    _take_added(of, of[0].register.records_of(name), known, made)
    for edition in of:
        yield from stamp(edition, pages_of_authority(edition, name))
        yield from _follow_authority(edition, name, edition.site_url)


def _follow_authority(edition: Edition, name: str, site_url: str) -> Iterator[tuple[str, bytes]]:
    for path, content in (
        feed_of_authority(edition, name, site_url),
        calendar_of_authority(edition, name, site_url),
    ):
        yield f"{edition.code}/{path}", content


def _search(edition: Edition, prose: Sequence[ProsePage]) -> Iterator[tuple[str, bytes]]:
    for path, content in search_files(edition, prose).by_path().items():
        yield f"{edition.code}/{path}", content


def _of_standard(
    of: Sequence[Edition],
    stamp: Stamping,
    record: Record,
    site_url: str,
    known: PartsKnown,
    _: Made,
) -> Iterator[tuple[str, bytes]]:
    still = [edition.still(record) for edition in of]
    for edition in still:
        yield from stamp(edition, pages_of_standard(edition, record, tells=Tells.STILL))
    yield from _told(still, record, site_url)
    yield from downloads(still, record, site_url)
    yield from known.beside(record)
    if record.id in known.keys:
        yield added_file(still, record)
    for edition in of:
        edition.end(record)


def _by_day(
    of: Sequence[Edition], stamp: Stamping, record: Record, known: PartsKnown, made: Made
) -> Iterator[tuple[str, bytes]]:
    _take_added(of, [record], known, made)
    for edition in of:
        yield from stamp(edition, pages_of_standard(edition, record, tells=Tells.BY_DAY))


def _proven(
    of: Sequence[Edition], stamp: Stamping, record: Record, site_url: str, _: Made
) -> Iterator[tuple[str, bytes]]:
    """Make what leads to the root of all records: a part by itself, so that a merge makes no more.

    A page that is proven bears the day as a still one does.
    """
    still = [edition.still(record) for edition in of]
    for edition in still:
        yield from stamp(edition, pages_of_standard(edition, record, tells=Tells.PROVEN))
    yield from receipt_files(still, record, site_url)


def _take_added(
    of: Sequence[Edition], records: Iterable[Record], known: PartsKnown, made: Made
) -> None:
    """Take what standards add, each once: as another process has made it, or an earlier run."""
    for record in records:
        of[0].in_all.once("taken", (record.id,), partial(_take, of, record, known, made))


def _take(of: Sequence[Edition], record: Record, known: PartsKnown, made: Made) -> None:
    part, path, before = _part_of(record), added_path(record), known.before
    added = made.content(part, path)
    if added is None and before:
        added = before.content_of_part(part, known.keys.get(record.id, ""), path)
    if added is not None:
        take_added(of, record, added)


def _part_of(record: Record) -> str:
    return f"{_STANDARD}{record.id}"


def _follow(edition: Edition, record: Record, site_url: str) -> Iterator[tuple[str, bytes]]:
    for path, content in (
        feed_of_standard(edition, record, site_url),
        calendar_of_standard(edition, record, site_url),
    ):
        yield f"{edition.code}/{path}", content


def _for_offices(
    edition: Edition, tables: Iterator[tuple[str, bytes]]
) -> Iterator[tuple[str, bytes]]:
    """Put tables in one language where its pages are."""
    for path, content in tables:
        yield f"{edition.code}/{path}", content


def file_of_site(
    of: Sequence[Edition],
    shells: Shells,
    path: str,
    prose: Sequence[ProsePage] = (),
    known: PartsKnown = NOTHING_KNOWN,
) -> bytes | None:
    """Make one file of the site as `parts` would; None where the site has no such file.

    Of pages no other kinds are made on the way to it, of files none that stand elsewhere.
    """
    edition = next((one for one in of if path.startswith(f"{one.code}/")), None)
    record, site_url = of[0].register.record(addresses.standard_in(path)), of[0].site_url
    developers = of[0].register.developers
    if addresses.is_sitemap(path):
        files = files_of_parts(parts(of, shells, site_url, prose, known))
    elif edition and path.endswith(f"/{INDEX}"):
        wanted = path.removeprefix(f"{edition.code}/").removesuffix(INDEX)
        files = _page(edition, Stamping.of_site(of, shells, site_url), record, prose, wanted)
    elif record:
        files = _files_of_standard(of, record, site_url, known)
    elif edition:
        searched = _search(edition, prose) if _SEARCH in path else iter(())
        own = [name for name in developers if addresses.authority(name) in path]
        followed = (_follow_authority(edition, name, site_url) for name in own)
        files = chain(searched, *followed, _lists(edition, site_url), known.beside(None))
    else:
        of_data = chain(quarter_workbooks(of), exports(of[0]), known.beside(None))
        files = of_data if path.startswith(addresses.DATA) else _choosers(of, site_url)
    return next((content for name, content in files if name == path), None)


def _page(
    edition: Edition,
    stamp: Stamping,
    record: Record | None,
    prose: Sequence[ProsePage],
    wanted: str,
) -> Iterator[tuple[str, bytes]]:
    """Make the page at an address, as soon as it comes."""
    if record:
        made = pages_of_standard(edition, record, wanted)
    else:
        names = edition.register.developers
        own = [name for name in names if addresses.authority(name) == wanted]
        of_own = (pages_of_authority(edition, name) for name in own)
        made = chain(*of_own, pages_of_site(edition, prose, wanted))
    yield from stamp(edition, (page for page in made if page.at.path == wanted))


def _files_of_standard(
    of: Sequence[Edition], record: Record, site_url: str, known: PartsKnown
) -> Iterator[tuple[str, bytes]]:
    """Make the files of a standard that are no pages, those first that take no time."""
    still = [edition.still(record) for edition in of]
    yield from _told(still, record, site_url)
    yield from receipt_files(still, record, site_url)
    yield from downloads(still, record, site_url)
    yield from known.beside(record)


def _told(still: Sequence[Edition], record: Record, site_url: str) -> Iterator[tuple[str, bytes]]:
    """Make what tells of a standard to those who follow it, to offices and to programs."""
    for edition in still:
        yield from _follow(edition, record, site_url)
        yield from _for_offices(edition, office_tables_of(edition, record))
    yield from texts_of_standard(still[0], record)
    yield from said_of_standard(still[0], record)
    yield from services_of_standard(still[0], record)
    yield from texts_for_law(still, record)


def _data(
    of: Sequence[Edition], site_url: str, known: PartsKnown, made: Made
) -> Iterator[tuple[str, bytes]]:
    _take_added(of, of[0].register.records, known, made)
    for edition in of:
        yield from _lists(edition, site_url)
    yield from chain(quarter_workbooks(of), exports(of[0]), known.beside(None))
    yield from _choosers(of, site_url)


def _lists(edition: Edition, site_url: str) -> Iterator[tuple[str, bytes]]:
    """Make the files that tell of many standards in one language."""
    for path, content in chain(
        rows_files(edition),
        [feed_of_site(edition, site_url), calendar_of_site(edition, site_url)],
        statistics_files(edition),
        office_tables(edition),
        reviewers_files(edition),
    ):
        yield f"{edition.code}/{path}", content


def _choosers(of: Sequence[Edition], site_url: str) -> Iterator[tuple[str, bytes]]:
    share = share_tags_of_chooser(of[0], site_url)
    yield INDEX, chooser(of, site_url, share)
    yield "404.html", chooser(of, site_url, missing=True)


def _sitemap(
    of: Sequence[Edition], site_url: str, prose: Sequence[ProsePage], made: Made
) -> Iterator[tuple[str, bytes]]:
    """Name the pages that were made: they have the same addresses in all languages.

    An address that went is not among them.
    """
    first = f"{of[0].code}/"
    files = [path for name, those in made.paths.items() if _has_pages(name) for path in those]
    pages = {
        path.removeprefix(first).removesuffix(INDEX)
        for path in files
        if path.startswith(first) and path.rpartition("/")[2] == INDEX
    }
    gone = {
        addresses.compare(record.id, older.revision, newer.revision)
        for record in of[0].register.records
        for older, newer in compare.gone(of[0], record)
    }
    paths = (pages - gone) | {page.path for page in prose}
    yield from sitemaps(paths, [edition.code for edition in of], site_url)


def _has_pages(part: str) -> bool:
    return part == _PAGES or part.startswith((_STANDARD, _AUTHORITY))
