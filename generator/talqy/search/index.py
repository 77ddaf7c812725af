"""The index of a site in one language: files that the browser asks for one by one.

`core.txt` has the rules and the tables of the files; `r/` phrases that queries are read by, which
lie in a folder named by what they say, since no comment changes them (`PHRASES`); `w/`
words of standards and pages, `c/` words of comments, of which `c.txt` is the table; `t/` titles in
blocks, `d/` the clauses of a standard, `k/` the comments on it. Words of comments are files of
their own: most searches end without them; so are the numbers of comments (`n/`), their ids (`i/`),
and what Latin letters may mean (`keys.txt`). Very many comments on a standard lie in parts, and
beside them files of words that say in which parts each stands.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any

from talqy.language.edition import Edition
from talqy.language.sayings import outcome_of
from talqy.model import addresses
from talqy.model.register import Record
from talqy.model.sharing import shared_out
from talqy.model.standing import DISCUSSED
from talqy.project.shipped import other_services
from talqy.search.clauses import ClauseRows, clauses_of
from talqy.search.folding import tokens
from talqy.search.forms import HEAD
from talqy.search.packed import digest_of_files, joined, packed
from talqy.search.pages import ProsePage, pages_of, place_of_how
from talqy.search.postings import (
    AUTHORITY,
    BYTES_OF_FEW,
    HEADING,
    MOST_BYTES,
    OTHER_TITLE,
    TEXT,
    TITLE,
    Words,
    best_places,
    cut,
)
from talqy.search.rules import called, keys, rules

PHRASES = "r/"
"""Files whose names begin so may be shared by indexes: behind it stands the digest of them all."""
BLOCK = 8
"""So many titles stand in one file."""
PART = 60_000
"""So many bytes of comments stand in one file: compressed, as much as a page."""
_FEW = 100
"""Of so many standards at most, files of words are small."""
Plain = Mapping[str, object] | Sequence[object]
Numbered = tuple[int, int, str, int]
"""The number of a comment, its entry, its anchor; its part from 1, 0 for the one file of all, -1
where it has no words. A number of 0: it has none yet."""


def everyday_words(edition: Edition, record: Record) -> tuple[str, ...]:
    """Return the words that people use for a standard, in the language of the edition."""
    return tuple((record.standard.also or {}).get(edition.code, ()))


def in_order(edition: Edition) -> list[Record]:
    """Return the standards in the order of their numbers: of equals, the first is shown first.

    Those that are discussed come first, then those with short titles.
    """

    def key(record: Record) -> tuple[bool, int, str]:
        newest = edition.parts(record).newest
        is_discussed = edition.standing(record, newest).stage in DISCUSSED
        return not is_discussed, len(edition.title(record)), record.id

    return sorted(edition.register.records, key=key)


def index_files(edition: Edition, prose: Sequence[ProsePage]) -> Iterator[tuple[str, bytes]]:
    """Make all files of the index in one language, by their names within its folder."""
    records = in_order(edition)
    own = pages_of(edition, prose)
    words, said = Words(of_others=_of_others(edition.code)), Words()
    titles: list[Plain] = []
    numbered: list[Numbered] = []
    for number, record in enumerate(records):
        found = found_in(edition, record)
        words.add(number, found["words"])
        said.add(number, found["said"])
        titles.append(found["title"])
        yield f"d/{number}.txt", packed(found["clauses"])
        comments = list(_comments(edition, record))
        yield from _comment_files(number, comments)
        numbered += _numbered(record, number, comments)
    for number, page in enumerate(own, len(records)):
        if page.text:
            words.add(number, best_places(((TITLE, page.title), (TEXT, page.text))))
        titles.append([page.path, page.title])
    for at in range(0, len(titles), BLOCK):
        yield f"t/{at // BLOCK}.txt", packed(titles[at : at + BLOCK])
    most = BYTES_OF_FEW if len(records) <= _FEW else MOST_BYTES
    begins, files = cut(words.lines(len(records)), most)
    yield from ((f"w/{number}.txt", packed(file)) for number, file in enumerate(files))
    comment_begins, files = cut(said.lines(len(records)), most)
    yield from ((f"c/{number}.txt", packed(file)) for number, file in enumerate(files))
    yield from _number_files(numbered)
    yield "keys.txt", packed(keys())
    yield "c.txt", packed(comment_begins)
    core: dict[str, object] = {"standards": len(records), "block": BLOCK, "w": begins}
    core["head"] = HEAD.get(edition.code, 0)
    names = (word for word, places in words.places.items() if TITLE in places.values())
    read_by = rules(edition.register.project, words.places, own, names)
    core["how"] = place_of_how(own)
    core["rules"], core["r"] = read_by.known, read_by.begins
    phrases = [packed(joined(it)) for it in read_by.files]
    core["phrases"] = digest_of_files((str(number), it) for number, it in enumerate(phrases))
    folder = f"{PHRASES}{core['phrases']}"
    yield from ((f"{folder}/{number}.txt", it) for number, it in enumerate(phrases))
    yield "core.txt", packed(joined(core))


def _comment_files(number: int, comments: Sequence[Sequence[str]]) -> Iterator[tuple[str, bytes]]:
    """Make the files of the comments on a standard: one, or parts with an index of their words."""
    parts = _parts(comments)
    if len(parts) == 1:
        if comments:
            yield f"k/{number}.txt", packed(comments)
        return
    words = Words()
    for at, part in enumerate(parts):
        words.add(at, best_places(_in_comments(part)))
        yield f"k/{number}/{at}.txt", packed(part)
    begins, files = cut(words.lines(0))
    yield from ((f"k/{number}/w/{at}.txt", packed(file)) for at, file in enumerate(files))
    yield f"k/{number}.txt", packed({"begins": begins})


def _numbered(record: Record, entry: int, comments: Sequence[Sequence[str]]) -> Iterator[Numbered]:
    """Yield the comments on a standard by their register numbers, and where each is read."""
    parts = _parts(comments)
    places = {row[0]: at for at, part in enumerate(parts, 1) for row in part}
    for comment in record.comments:
        anchor = addresses.comment_anchor(comment.id)
        place = places.get(anchor, -1) if len(parts) > 1 or anchor not in places else 0
        yield record.numbers.get(comment.id) or 0, entry, anchor, place


def _number_files(numbered: Sequence[Numbered]) -> Iterator[tuple[str, bytes]]:
    """Make the files of the numbers of comments, and of their ids, and with what each begins."""
    orders = ("n", sorted(row for row in numbered if row[0])), ("i", sorted(numbered, key=_anchor))
    shared = {name: _shared_out(rows) for name, rows in orders}
    begins = {"begins": [part[0][0] for part in shared["n"]]}
    ids = {"ids": [part[0][2] for part in shared["i"]]}
    yield "n.txt", packed(begins | ids | {"called": called()})
    for name, parts in shared.items():
        yield from ((f"{name}/{at}.txt", packed(part)) for at, part in enumerate(parts))


def _anchor(row: Numbered) -> str:
    return row[2]


def _shared_out(rows: Sequence[Numbered]) -> Sequence[Sequence[Numbered]]:
    return shared_out(rows, lambda row: len(packed(row)), PART) if rows else ()


def _parts(comments: Sequence[Sequence[str]]) -> Sequence[Sequence[Sequence[str]]]:
    return shared_out(comments, lambda row: len(packed(row)), PART)


def _of_others(code: str) -> frozenset[str]:
    return frozenset(token for word in other_services().get(code, ()) for token in tokens(word))


def found_in(edition: Edition, record: Record) -> dict[str, Any]:
    """Return what a standard adds to search: words by place, its title and clauses.

    What people said stands in the record, and is not left a second time: it may be megabytes.
    """

    def found() -> dict[str, Any]:
        texts = clauses_of(edition, record)
        return {
            "words": best_places((*_named(edition, record), *_in_texts(texts))),
            "said": best_places(_in_comments(_comments(edition, record))),
            "title": _title(edition, record),
            "clauses": [text.told() for text in texts],
        }

    return edition.added(record, "search", found)


_Placed = Iterator[tuple[str, str]]
"""Texts, each with the place in which its words stand."""


def _named(edition: Edition, record: Record) -> _Placed:
    """Yield what a standard is called, and whose it is."""
    standard, code = record.standard, edition.code
    named = (standard.title, standard.short_title or {})
    body = edition.register.project.authorities.get(standard.authority)
    names = (body.name, body.short or {}) if body else ()
    also = (body.also or {}).get(code, ()) if body else ()
    for place, texts in (
        (TITLE, [each[code] for each in named if code in each]),
        (TITLE, [*everyday_words(edition, record), standard.code]),
        (OTHER_TITLE, [text for each in named for text in each.values()]),
        (AUTHORITY, [edition.locale.coded("life-event", standard.life_event)]),
        (AUTHORITY, [*(each[code] for each in names if code in each), *also]),
    ):
        yield from ((place, text) for text in texts)


def _in_texts(texts: Sequence[ClauseRows]) -> _Placed:
    for clause in (row for text in texts for row in text.rows):
        yield HEADING, clause.heading
        yield TEXT, clause.text


def _in_comments(comments: Iterable[Sequence[str]]) -> _Placed:
    for anchor, _, *said, author, _ in comments:
        yield TITLE, author
        yield from ((TEXT, text) for text in (anchor, *said))


def _title(edition: Edition, record: Record) -> list[object]:
    """Return the address of a standard, its title, everyday words, stage, and short title.

    The stage is told as the register tells it: that of the newest text.
    """
    stage = edition.standing(record, edition.parts(record).newest).stage
    also = ", ".join(everyday_words(edition, record))
    said = edition.locale.coded("stage", stage)
    short = (record.standard.short_title or {}).get(edition.code, "")
    return [addresses.standard(record.id), edition.title(record), also, said, short, stage]


def _comments(edition: Edition, record: Record) -> Iterator[tuple[str, ...]]:
    """Yield the anchor of each comment that has words, its language, words, answer and author.

    What became of it comes last. The author is as published: nothing of one who gave no name, or
    took it back.
    """
    for comment in map(record.shown, record.comments):
        response = record.response_to(comment.id)
        answer = (response.reason or {}).get(edition.code, "") if response else ""
        text = "\n".join(filter(None, (comment.text, comment.proposal)))
        if text:
            yield (
                addresses.comment_anchor(comment.id),
                comment.language,
                text,
                answer,
                comment.author.name or "",
                outcome_of(edition.locale, record, comment, edition.assessment),
            )
