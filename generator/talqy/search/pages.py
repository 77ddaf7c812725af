"""Pages beside the standards, as search knows them: titles, and by what people ask for them.

A query that says all words of a phrase, in any order and form, asks for the page: phrases are its
title, those of `lists/pages.yaml`, and what front matter says (`also`). So a page needs no place
among the words of standards, and puts none of them behind it.
"""

from collections.abc import Container, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import chain

from talqy.language.edition import Edition
from talqy.model import addresses
from talqy.project.shipped import page_words
from talqy.search.folding import tokens

SAY = "say"
"""The row of phrases that ask how a comment is written."""


@dataclass(frozen=True, slots=True)
class ProsePage:
    """A page beside the standards: its language, its address in it, its title and its words.

    `also` are words that people use for it. One that is not `is_searched` search does not know.
    """

    language: str
    path: str
    title: str
    text: str
    also: str = ""
    is_searched: bool = True


def pages_of(edition: Edition, prose: Iterable[ProsePage]) -> Sequence[ProsePage]:
    """Return the pages of a language: those that the project wrote, then those that are made."""
    own = (page for page in prose if page.is_searched and page.language == edition.code)
    return (*own, *_made(edition))


def _made(edition: Edition) -> Iterator[ProsePage]:
    words = edition.locale.words
    for path, title in (
        (addresses.NEWS, words("News")),
        (addresses.REGISTER, words("Standards")),
        (addresses.STATISTICS, words("Statistics")),
        (addresses.REVIEWERS, words("Answers that are due")),
        (addresses.DATA, words("Open data")),
        (addresses.VERIFY, words("Check a receipt")),
    ):
        yield ProsePage(edition.code, path, title, "")


def asked_for(
    pages: Sequence[ProsePage], languages: Sequence[str], nothing: Container[str]
) -> Mapping[str, Sequence[str]]:
    """Return the phrases that ask for each page, by its number among them, and for the form.

    Of titles, and of what front matter says, words that say `nothing` are left out.
    """
    listed = page_words()

    def said(path: str, own: Iterable[str]) -> Sequence[str]:
        words = ([it for it in tokens(phrase) if it not in nothing] for phrase in own)
        in_list = (listed.get(path, {}).get(code, ()) for code in languages)
        return [*map(" ".join, filter(None, words)), *chain.from_iterable(in_list)]

    own = (
        (str(at), page.path, (page.title, *page.also.split(","))) for at, page in enumerate(pages)
    )
    return {row: said(path, phrases) for row, path, phrases in ((SAY, SAY, ()), *own)}


def place_of_how(pages: Sequence[ProsePage]) -> int:
    """Return the number of the page that says how a comment is written; -1 where there is none."""
    return next((at for at, page in enumerate(pages) if page.path == addresses.HOW_IT_WORKS), -1)
