"""What comments of a matrix have in common: a decision, what became of their words, a tag."""

from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from talqy.compare.traces import Fate
from talqy.language.count_words import parts_said
from talqy.language.edition import Edition
from talqy.language.sayings import outcome_name, revision_number
from talqy.model.comment import Outcome
from talqy.model.register import Record
from talqy.record.counts import Unanswered
from talqy.report.matrix import STANDS, MatrixRow, Unfollowed, matrix_rows, matrix_title
from talqy.report.matrix_table import fate_name

WAITING = "waiting"


@dataclass(frozen=True, slots=True)
class MatrixGroup:
    """Comments that have something of one sort in common: a list, outcome, fate, tag, revision."""

    sort: str
    value: str
    name: str
    comments: frozenset[str]


def matrix_groups(edition: Edition, record: Record) -> Iterator[MatrixGroup]:
    """Yield the groups that some comments on a standard are in, in the order of the page."""
    by: dict[tuple[str, str], set[str]] = {}
    for row in matrix_rows(edition, record):
        for thing in _things(row):
            by.setdefault(thing, set()).add(row.comment.id)
    for (sort, value), name in _names(edition, record).items():
        if found := by.get((sort, value)):
            yield MatrixGroup(sort, value, name, frozenset(found))


def tag_tallies(edition: Edition, record: Record) -> Iterator[tuple[MatrixGroup, str]]:
    """Yield the tags of reviewers with what was decided on their comments, in words."""
    outcomes: dict[str, list[str]] = {}
    for row in matrix_rows(edition, record):
        for code in record.tags_of(row.comment.id):
            outcomes.setdefault(code, []).append(outcome_name(edition.locale, row.outcome))
    for group in matrix_groups(edition, record):
        if group.sort == "tag":
            counted = Counter(sorted(outcomes[group.value]))
            yield group, parts_said(edition.locale, counted.items())


def _things(row: MatrixRow) -> Iterator[tuple[str, str]]:
    if row.stands:
        yield "list", STANDS
    yield "outcome", row.outcome or WAITING
    yield "fate", row.fate.value
    yield "revision", str(row.at.revision)
    yield from (("tag", code) for code in row.record.tags_of(row.comment.id))


def _names(edition: Edition, record: Record) -> Mapping[tuple[str, str], str]:
    locale = edition.locale
    names = {("list", STANDS): matrix_title(edition, only_standing=True)}
    codes = edition.register.codes.codes("outcome")
    names |= {("outcome", code): outcome_name(locale, Outcome(code)) for code in codes}
    names |= {("outcome", code): outcome_name(locale, code) for code in Unanswered}
    names["outcome", WAITING] = outcome_name(locale, None)
    names |= {("fate", fate): fate_name(edition, fate) for fate in (*Fate, *Unfollowed)}
    names |= {("tag", code): locale.plain(tag.name) for code, tag in record.tags.items()}
    texts = (one.revision for one in reversed(record.revisions))
    return names | {("revision", str(text)): revision_number(locale, text) for text in texts}
