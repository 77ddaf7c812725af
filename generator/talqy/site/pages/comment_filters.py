"""Comments that have something in common, such as an outcome or a clause, as plain links."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import partial

from talqy.language.clause_sayings import clause_name
from talqy.language.edition import Edition
from talqy.language.sayings import outcome_name, revision_title
from talqy.model import addresses
from talqy.model.comment import Comment, Outcome
from talqy.model.register import Record
from talqy.model.sharing import shared_out
from talqy.record.counts import Unanswered, became_of

WAITING = "waiting"
ON_A_PAGE = 50
"""So many comments stand on one page at most."""
_ROOM = 220_000
_FRAME = 3_500  # bytes of a page that a comment takes beside its words


@dataclass(frozen=True, slots=True, kw_only=True)
class CommentFilter:
    """The comments that have something of one `sort` in common; `path` is their first page.

    A sort is an outcome, a clause, a revision, or a language. Filters that let the same comments
    through have one page, which has the `code` of the first of them; where these are all, it is
    the page of all.
    """

    sort: str
    code: str
    path: str
    name: str
    comments: frozenset[str]


@dataclass(frozen=True, slots=True, kw_only=True)
class CommentFilterView:
    """A filter with the number of its comments; `value` is its code among those of its sort."""

    sort: str
    value: str
    name: str
    count: int
    href: str
    is_here: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class TallyRow:
    """How many comments of a discussion have an outcome, and where they are listed."""

    name: str
    count: int
    code: str
    href: str


def lists_of(record: Record, comments: Iterable[Comment]) -> Sequence[Sequence[Comment]]:
    """Share comments out to pages: few enough, and short enough, for a phone on a slow line."""
    return shared_out(comments, partial(_weight, record), _ROOM, ON_A_PAGE)


def _weight(record: Record, comment: Comment) -> int:
    """Return about how many bytes of a page a comment takes: its words stand there twice."""
    answer = record.response_to(comment.id)
    said = (
        comment.text,
        comment.quote,
        comment.proposal,
        *(answer.reason if answer else {}).values(),
    )
    return _FRAME + 2 * sum(len(words.encode()) for words in said if words)


def has_room(record: Record) -> bool:
    """Return whether all comments on a standard stand on one page."""
    return len(lists_of(record, record.comments)) == 1


def filters_of(edition: Edition, record: Record) -> tuple[CommentFilter, ...]:
    """Return the filters that some comments on a standard pass."""
    return edition.in_own.once("filters", (record.id,), lambda: tuple(_filters(edition, record)))


def _filters(edition: Edition, record: Record) -> Iterator[CommentFilter]:
    by = _heard_by(edition, record)
    known: dict[frozenset[str], str] = {}
    if has_room(record):
        known[frozenset(one.id for one in record.comments)] = addresses.comments(record.id)
    for (sort, value), name in _names(edition, record, by).items():
        if heard := frozenset(by.get((sort, value), ())):
            code = value if sort == "outcome" else f"{sort}-{value}"
            path = known.setdefault(heard, addresses.comments_of(record.id, code))
            yield CommentFilter(sort=sort, code=code, path=path, name=name, comments=heard)


def _heard_by(edition: Edition, record: Record) -> dict[tuple[str, str], set[str]]:
    """Return the comments by each thing that they may have in common."""
    by: dict[tuple[str, str], set[str]] = {}
    for one in record.comments:
        for thing in (
            ("outcome", became_of(record, one, edition.assessment) or WAITING),
            ("clause", one.clause_id or "whole"),
            ("revision", str(one.revision)),
            ("language", one.language),
        ):
            by.setdefault(thing, set()).add(one.id)
    return by


def _names(
    edition: Edition, record: Record, by: Iterable[tuple[str, str]]
) -> dict[tuple[str, str], str]:
    """Name what comments may have in common, in the order in which pages show it."""
    locale, known = edition.locale, frozenset(by)
    codes = [one for one in edition.register.codes.codes("outcome") if ("outcome", one) in known]
    names = {("outcome", code): outcome_name(locale, Outcome(code)) for code in codes}
    names |= {("outcome", code): outcome_name(locale, code) for code in Unanswered}
    names["outcome", WAITING] = outcome_name(locale, None)
    names |= _clause_names(edition, record)
    texts = (one.revision for one in reversed(record.revisions))
    names |= {("revision", str(text)): revision_title(locale, text) for text in texts}
    spoken = sorted(value for sort, value in known if sort == "language")
    return names | {("language", code): locale.language_name(code) for code in spoken}


def _clause_names(edition: Edition, record: Record) -> dict[tuple[str, str], str]:
    """Name the clauses in the order of the newest text; those that are gone come after them."""
    names = {("clause", "whole"): ""}
    for revision in reversed(record.revisions):
        for clause in revision.walk():
            if ("clause", clause.id) not in names:
                names["clause", clause.id] = str(clause_name(edition.locale, revision, clause.id))
        names["clause", "whole"] = str(clause_name(edition.locale, revision, None))
    return names


def path_of(record: Record, filters: tuple[CommentFilter, ...], code: str) -> str:
    """Return the page of a filter: no page is made twice, whatever its comments have in common."""
    own = next((one.path for one in filters if one.code == code), None)
    return own or addresses.comments(record.id)


def filter_views(
    edition: Edition, path: str, first: str, filters: Sequence[CommentFilter]
) -> tuple[CommentFilterView, ...]:
    """Lead to all filters of a standard; one that lets all comments through tells nothing apart.

    `path` is a page of a list, and `first` the first one of that list. A filter without a page of
    its own is only counted.
    """
    here, every = edition.at(path), frozenset[str]().union(*(one.comments for one in filters))
    return tuple(
        CommentFilterView(
            sort=one.sort,
            value=one.code.removeprefix(f"{one.sort}-"),
            name=one.name,
            count=len(one.comments),
            href=here.to(one.path) if one.path else "",
            is_here=one.path == first,
        )
        for one in filters
        if one.comments != every
    )


def tally_rows(edition: Edition, path: str, record: Record, revision: int) -> Iterator[TallyRow]:
    """Count a discussion; the rows after the first add up to the first."""
    counts, locale = edition.counts(record, revision), edition.locale
    filters, here = filters_of(edition, record), edition.at(path)

    def row(name: str, count: int, code: str) -> TallyRow:
        href = here.to(path_of(record, filters, code), f"r{revision}")
        return TallyRow(name=name, count=count, code=code, href=href)

    yield row(locale.words("Received"), counts.received, f"revision-{revision}")
    order = edition.register.codes.codes("outcome")
    for outcome in (*map(Outcome, order), *Unanswered, None):
        if count := counts.outcomes.get(outcome):
            yield row(outcome_name(locale, outcome), count, outcome or WAITING)
