"""The page of search: all titles and everyday words as links, and a script that answers queries.

`theme/assets/search.js` answers a query, `search-page.js` shows what it finds. All parts of the
script are sent as one.
"""

import json
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from talqy.language.edition import Edition, SitePage
from talqy.language.locale import Locale
from talqy.model import addresses
from talqy.search.index import ProsePage, everyday_words
from talqy.site.search_files import search_files

PARTS = tuple(f"search{part}" for part in ("-words", "-files", "-shown", "-judged", "", "-page"))
"""The parts of the page's script, in the order in which they need one another."""
SCRIPT = "search-all"
"""The script that is sent: all parts in one, a tenth lighter than each by itself."""
_ON_PAGE = 100
"""With more standards the titles stand on a page of their own, so that search stays light."""


@dataclass(frozen=True, slots=True)
class SearchTitle:
    """A standard by its title, with the words that people use for it."""

    title: str
    href: str
    also: str


@dataclass(frozen=True, slots=True, kw_only=True)
class SearchView:
    """What `search.html` may use.

    `index` is the folder of the index, `home` the way to the first page of the language; `sayings`
    are the sentences of the script (JSON); there are no `titles` where they stand at `all_href`.
    """

    title: str
    index: str
    home: str
    sayings: str
    titles: tuple[SearchTitle, ...]
    all_href: str
    script: str


def pages(edition: Edition, prose: Sequence[ProsePage] = ()) -> Iterator[SitePage]:
    """Make the page of search, and where titles are many a second one that has them."""
    words = edition.locale.words
    is_long = len(edition.register.records) > _ON_PAGE
    about = words("Search in the standards, their clauses and the comments on them.")
    yield _page(edition, prose, addresses.SEARCH, (words("Search"), about), with_titles=not is_long)
    if is_long:
        about = words("All standards by title, with the words that people use for them.")
        named = words("All standards"), about
        yield _page(edition, prose, addresses.SEARCH_TITLES, named, with_titles=True)


def _page(
    edition: Edition,
    prose: Sequence[ProsePage],
    path: str,
    named: tuple[str, str],
    *,
    with_titles: bool,
) -> SitePage:
    here = edition.at(path)
    folder = search_files(edition, prose).folder
    view = SearchView(
        title=named[0],
        index=here.to(f"{addresses.SEARCH}{folder}"),
        home=here.to(addresses.HOME),
        sayings=json.dumps(_sayings(edition.locale), ensure_ascii=False),
        titles=_titles(edition, path) if with_titles else (),
        all_href="" if with_titles else here.to(addresses.SEARCH_TITLES),
        script=here.root(f"assets/{SCRIPT}.js"),
    )
    return SitePage(
        at=here,
        title=named[0],
        description=named[1],
        section="none",
        content=edition.render("search.html", view),
        trail=((edition.locale.words("Home"), here.to(addresses.HOME)),),
    )


def _titles(edition: Edition, path: str) -> tuple[SearchTitle, ...]:
    here = edition.at(path)
    return tuple(
        SearchTitle(
            edition.title(record),
            here.to(addresses.standard(record.id)),
            ", ".join(everyday_words(edition, record)),
        )
        for record in edition.by_title(edition.register.records)
    )


def _sayings(locale: Locale) -> Mapping[str, str]:
    """Return what the script says, by the state that it is said in."""
    words = locale.words
    return {
        "found": words("Found for “{query}”: {n}"),
        "guessed": words("Nothing is written like “{query}”. Shown for “{words}”: {n}"),
        "exact": words("Search for “{query}” exactly as it is typed"),
        "partly": words("There is “{title}”, but it has no “{words}”."),
        "within": words(
            "No service of its own is called “{query}”. These words stand in clauses of others: {n}"
        ),
        "absent": words(
            "There is no such service on this site: “{query}”. All standards stand below."
        ),
        "mentioned": words("These words stand in standards of other services"),
        "comments": words(
            "There is no such service on this site: “{query}”. "
            "Comments speak of it, on standards: {n}"
        ),
        "about comments": words("Standards on which comments speak of it: {n}"),
        "author": words("Comments by an author of that name come first."),
        "in comments": words("Search in the comments, too"),
        "heard in comments": words("Comments speak of it"),
        "said in comments": words("Comments have “{words}”: search in them, too"),
        "no comments": words("There is nothing in the comments."),
        "all in comments": words("In comments"),
        "part in comments": words("No comment has all the words. Nearest:"),
        "answer": words("Answer"),
        "comment": words("Comment"),
        "pages": words("Pages of this site"),
        "more": words("Show more"),
        "failed": words("Search could not be loaded. All standards stand below."),
        "again": words("Load the page again"),
        "titles": words(
            "This page was opened from a folder: only titles and everyday words are searched. "
            "Found: {n}"
        ),
        "folder": words(
            "This page was opened from a folder, and search needs a server. All standards stand "
            "below."
        ),
    }
