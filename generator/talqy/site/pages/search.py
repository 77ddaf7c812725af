"""The page of search: all titles and everyday words as links, and a script that answers queries.

`theme/assets/search.js` answers a query, `search-page.js` shows what it finds. All parts of the
script are sent as one.
"""

import json
from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import partial

from talqy.language.edition import Edition, SitePage
from talqy.model import addresses
from talqy.model.register import Record
from talqy.model.sharing import shared_out
from talqy.search.index import everyday_words
from talqy.search.pages import ProsePage
from talqy.site.pages.standard_parts import Link
from talqy.site.search_files import search_files

_PARTS = ("-words", "-files", "-shown", "-judged", "-asked", "", "-page")
PARTS = tuple(f"search{part}" for part in _PARTS)
"""The parts of the page's script, in the order in which they need one another."""
SCRIPT = "search-all"
"""The script that is sent: all parts in one, a tenth lighter than each by itself."""
_ON_PAGE = 100
"""With more standards the titles stand on pages of their own, so that search stays light."""
_ROOM = 60_000
"""So many bytes of titles stand on one of these pages: on a phone, twenty screens."""
_OF_TITLE = 70  # bytes of a page beside its words


@dataclass(frozen=True, slots=True)
class SearchTitle:
    """A standard by its title, with the words that people use for it.

    The first of a letter has an `anchor`.
    """

    title: str
    href: str
    also: str
    anchor: str


@dataclass(frozen=True, slots=True, kw_only=True)
class SearchView:
    """What `search.html` may use.

    `index` is the folder of the index, `home` the way to the first page of the language; `sayings`
    are the sentences of the script (JSON); there are no `titles` where they stand at `all_href`.
    There, `letters` lead to the first title of each, and `pages` to the other pages.
    """

    title: str
    index: str
    home: str
    sayings: str
    titles: tuple[SearchTitle, ...]
    letters: tuple[Link, ...]
    pages: tuple[tuple[int, str | None], ...]
    all_href: str
    script: str


@dataclass(frozen=True, slots=True)
class _TitlesListed:
    """What a page of search is called, and which titles stand on it, with the ways to others."""

    path: str
    title: str
    description: str
    titles: tuple[SearchTitle, ...] = ()
    letters: tuple[Link, ...] = ()
    pages: tuple[tuple[int, str | None], ...] = ()
    all_href: str = ""


def pages(edition: Edition, prose: Sequence[ProsePage] = ()) -> Iterator[SitePage]:
    """Make the page of search, and where titles are many further ones that have them."""
    words = edition.locale.words
    records = edition.by_title(edition.register.records)
    is_long = len(records) > _ON_PAGE
    path = addresses.SEARCH
    about = words("Search in the standards, their clauses and the comments on them.")
    own = () if is_long else _titles(edition, path, records)
    first = _TitlesListed(path, words("Search"), about, own)
    to_all = edition.at(path).to(addresses.search_titles()) if is_long else ""
    yield _page(edition, prose, replace(first, all_href=to_all))
    for listed in _lists(edition, records) if is_long else ():
        yield _page(edition, prose, listed)


def _lists(edition: Edition, records: Sequence[Record]) -> Iterator[_TitlesListed]:
    """Yield the pages that have all titles; each leads to all letters and pages."""
    words = edition.locale.words
    about = words("All standards by title, with the words that people use for them.")
    parts = shared_out(records, partial(_weight, edition), _ROOM)
    paths = [addresses.search_titles(number) for number in range(1, len(parts) + 1)]
    begins: dict[str, tuple[str, str]] = {}
    for path, part in zip(paths, parts, strict=True):
        for record in part:
            begins.setdefault(_letter(edition, record), (path, record.id))
    for number, (path, part) in enumerate(zip(paths, parts, strict=True), 1):
        here = edition.at(path)
        yield _TitlesListed(
            path=path,
            title=f"{words('All standards')} ({number})" if number > 1 else words("All standards"),
            description=about,
            titles=_titles(edition, path, part, {first for _, first in begins.values()}),
            letters=tuple(
                Link(letter, here.to(of, f"_{first}")) for letter, (of, first) in begins.items()
            ),
            pages=tuple((n, None if to == path else here.to(to)) for n, to in enumerate(paths, 1))
            if len(paths) > 1
            else (),
        )


def _letter(edition: Edition, record: Record) -> str:
    return edition.title(record)[:1].upper()


def _weight(edition: Edition, record: Record) -> int:
    """Return about how many bytes of a page a title takes."""
    said = (record.id, edition.title(record), *everyday_words(edition, record))
    return _OF_TITLE + sum(len(words.encode()) for words in said)


def _page(edition: Edition, prose: Sequence[ProsePage], listed: _TitlesListed) -> SitePage:
    here, words = edition.at(listed.path), edition.locale.words
    folder = search_files(edition, prose).folder
    view = SearchView(
        title=listed.title,
        index=here.to(f"{addresses.SEARCH}{folder}"),
        home=here.to(addresses.HOME),
        sayings=json.dumps({**_sayings(words), **_labels(words)}, ensure_ascii=False),
        titles=listed.titles,
        letters=listed.letters,
        pages=listed.pages,
        all_href=listed.all_href,
        script=here.root(f"assets/{SCRIPT}.js"),
    )
    return SitePage(
        at=here,
        title=listed.title,
        description=listed.description,
        section="none",
        content=edition.render("search.html", view),
        trail=((words("Home"), here.to(addresses.HOME)),),
    )


def _titles(
    edition: Edition, path: str, records: Sequence[Record], begins: Collection[str] = ()
) -> tuple[SearchTitle, ...]:
    """Show standards by their titles; `begins` are the ids of those that letters lead to."""
    here = edition.at(path)
    return tuple(
        SearchTitle(
            edition.title(record),
            here.to(addresses.standard(record.id)),
            ", ".join(everyday_words(edition, record)),
            f"_{record.id}" if record.id in begins else "",
        )
        for record in records
    )


def _sayings(words: Callable[..., str]) -> Mapping[str, str]:
    """Return what the script says first, by the state that it is said in."""
    return {
        "found": words("Standards found for “{query}”: {n}"),
        "of pages": words("Pages of this site found for “{query}”: {n}"),
        "guessed": words("No word is written so. Searched for “{words}”. Standards found: {n}"),
        "exact": words("Search for “{query}” exactly as it is typed"),
        "partly": words("See “{title}”. Its text has no “{words}”."),
        "closest": words("The closest to it is “{title}”."),
        "near": words("There is “{title}”, but its text has no “{words}”."),
        "nearest": words(
            "There is no such service on this site: “{query}”. There is another one: “{title}”."
        ),
        "within": words(
            "No service of its own is called “{query}”. These words stand in clauses of others: {n}"
        ),
        "of a clause": words(
            "No service of its own is called “{query}”. The closest is a clause of “{title}”."
        ),
        "absent": words(
            "There is no such service on this site: “{query}”. All standards stand below."
        ),
        "unsure": words(
            "It is not clear which service “{query}” is about. The nearest on this site:"
        ),
        "unknown": words(
            "It is not clear which service “{query}” is about; it may not be on this site. "
            "All standards stand below."
        ),
        "comments": words(
            "There is no such service on this site: “{query}”. "
            "These words stand in comments on standards: {n}"
        ),
        "about comments": words("Standards on which comments speak of it: {n}"),
        "numbered": words("Comments with the number {number}: {n}"),
        "empty": words("There is no word to look for in “{query}”. Say in words what you need."),
        "no number": words("There is no comment № {number}."),
        "author": words("Comments by an author of that name come first."),
        "no comments": words("There is nothing in the comments."),
        "failed": words("Search could not be loaded. All standards stand below."),
        "titles": words(
            "This page was opened from a folder: only titles and everyday words are searched. "
            "Found: {n}"
        ),
        "folder": words(
            "This page was opened from a folder, and search needs a server. All standards stand "
            "below."
        ),
    }


def _labels(words: Callable[..., str]) -> Mapping[str, str]:
    """Return what the script calls parts of an answer, and the ways on."""
    return {
        "mentioned": words("Words like these stand in other services"),
        "in comments": words("Search in the comments, too"),
        "said in comments": words("Comments have “{words}”: search in them, too"),
        "all in comments": words("In comments"),
        "part in comments": words("No comment has all the words. Nearest:"),
        "answer": words("Answer"),
        "comment": words("Comment"),
        "pages": words("Pages of this site"),
        "standards": words("Standards"),
        "form": words("How to comment"),
        "more": words("Show more"),
        "again": words("Load the page again"),
    }
