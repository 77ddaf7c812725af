"""Comments that have something in common, such as an outcome or a clause, as plain links."""

from collections.abc import Iterator
from dataclasses import dataclass

from talqy.language.clause_sayings import clause_name
from talqy.language.edition import Edition
from talqy.language.sayings import outcome_name, revision_title
from talqy.model import addresses
from talqy.model.register import Record
from talqy.record.counts import became_of

WAITING = "waiting"


@dataclass(frozen=True, slots=True, kw_only=True)
class CommentFilter:
    """The comments that have something of one `sort` in common; `code` stands in the address.

    A sort is an outcome, a clause, a revision, or a language.
    """

    sort: str
    code: str
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


def filters_of(edition: Edition, record: Record) -> tuple[CommentFilter, ...]:
    """Return the filters that some comments on a standard pass."""
    return edition.in_own.once("filters", (record.id,), lambda: tuple(_filters(edition, record)))


def _filters(edition: Edition, record: Record) -> Iterator[CommentFilter]:
    locale, outcomes = edition.locale, list(edition.register.codes.codes("outcome"))
    by: dict[tuple[str, str], set[str]] = {}
    became = {one.id: became_of(record, one) for one in record.comments}
    for one in record.comments:
        by.setdefault(("outcome", became[one.id] or WAITING), set()).add(one.id)
        by.setdefault(("clause", one.clause_id or "whole"), set()).add(one.id)
        by.setdefault(("revision", str(one.revision)), set()).add(one.id)
        by.setdefault(("language", one.language), set()).add(one.id)
    found = sorted(filter(None, set(became.values())), key=outcomes.index)
    names = {("outcome", str(outcome)): outcome_name(locale, outcome) for outcome in found}
    names["outcome", WAITING] = outcome_name(locale, None)
    names |= _clause_names(edition, record)
    texts = (one.revision for one in reversed(record.revisions))
    names |= {("revision", str(text)): revision_title(locale, text) for text in texts}
    spoken = sorted(code for sort, code in by if sort == "language")
    names |= {("language", code): locale.language_name(code) for code in spoken}
    for (sort, code), name in names.items():
        if heard := by.get((sort, code)):
            filter_path = code if sort == "outcome" else f"{sort}-{code}"
            yield CommentFilter(sort=sort, code=filter_path, name=name, comments=frozenset(heard))


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
    own = next((one for one in filters if one.code == code), None)
    if own is None or len(own.comments) == len(record.comments):
        return addresses.comments(record.id)
    same = next(one for one in filters if one.comments == own.comments)
    return addresses.comments_of(record.id, same.code)


def filter_views(edition: Edition, path: str, record: Record) -> tuple[CommentFilterView, ...]:
    """Lead to all filters of a standard; where one sort knows one alone, nothing is told apart."""
    here, filters = edition.at(path), filters_of(edition, record)
    sorts = [one.sort for one in filters]
    return tuple(
        CommentFilterView(
            sort=one.sort,
            value=one.code.removeprefix(f"{one.sort}-"),
            name=one.name,
            count=len(one.comments),
            href=here.to(own := path_of(record, filters, one.code)),
            is_here=own == path,
        )
        for one in filters
        if sorts.count(one.sort) > 1
    )


def tally_rows(edition: Edition, path: str, record: Record, revision: int) -> Iterator[TallyRow]:
    """Count a discussion; the rows after the first add up to the first."""
    counts, locale = edition.counts(record, revision), edition.locale
    filters, here = filters_of(edition, record), edition.at(path)

    def row(name: str, count: int, code: str) -> TallyRow:
        href = here.to(path_of(record, filters, code), f"r{revision}")
        return TallyRow(name=name, count=count, code=code, href=href)

    yield row(locale.words("Received"), counts.received, f"revision-{revision}")
    order = list(edition.register.codes.codes("outcome"))
    for outcome in (*sorted(filter(None, counts.outcomes), key=order.index), None):
        if count := counts.outcomes.get(outcome):
            yield row(outcome_name(locale, outcome), count, outcome or WAITING)
