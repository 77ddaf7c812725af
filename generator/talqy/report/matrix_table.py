"""The matrix of comments across revisions in one language: what its page and its files say."""

from collections.abc import Callable, Iterator, Sequence

from talqy.compare.traces import Fate
from talqy.language.clause_sayings import plain_clause_name
from talqy.language.edition import Edition
from talqy.language.fate_words import fate_words, taken_words
from talqy.language.sayings import code_of, outcome_name
from talqy.language.shortened import shortened
from talqy.model.comment import WHOLE
from talqy.office.plain_tables import PlainTable, Value
from talqy.report.matrix import MatrixRow, Unfollowed

_MOST = 1_000
"""So many signs of a text stand in a cell: more make a row higher than a screen."""
_WIDTHS = (18, 30, 10, 12, 12, 14, 14, 14, 30, 44, 44, 18, 18, 14, 44, 18, 34, 34, 48, 20)

_Column = tuple[str, Callable[[MatrixRow], Value]]


def matrix_table(edition: Edition, rows: Sequence[MatrixRow], title: str) -> PlainTable:
    """Say some comments as a table, codes beside names."""
    columns = tuple(_columns(edition))
    day = edition.locale.state_of(edition.assessment.today)
    return PlainTable(
        title=title,
        notes=[edition.locale.words("As of {day}", day=day)],
        heads=[head for head, _ in columns],
        rows=[[value(row) for _, value in columns] for row in rows],
        widths=_WIDTHS,
        fixed=0,
        is_filtered=True,
    )


def fate_name(edition: Edition, fate: Fate | Unfollowed) -> str:
    """Return what became of words in short, in whichever text; or why that is not told."""
    words = edition.locale.words
    return {
        Fate.UNCHANGED: words("Words unchanged"),
        Fate.CHANGED: words("Words changed"),
        Fate.REPLACED: words("Words replaced"),
        Fate.REMOVED: words("Words removed"),
        Fate.SPLIT: words("Clause split"),
        Fate.MERGED: words("Clause joined with another"),
        Fate.CLAUSE_REMOVED: words("Clause removed"),
        Unfollowed.NO_WORDS: words("The text as a whole, or withdrawn"),
        Unfollowed.NO_LATER_TEXT: words("There is no later text yet"),
    }[fate]


def fate_said(edition: Edition, row: MatrixRow) -> str:
    """Say what became of the words that a comment is about."""
    if row.trace is None or row.to is row.at:
        return fate_name(edition, row.fate)
    return fate_words(edition, row.trace, row.to)


def wording_said(edition: Edition, row: MatrixRow) -> str:
    """Say what became of the wording that a comment asks for."""
    to = None if row.to is row.at else row.to
    return taken_words(edition, row.record, row.comment, to)


def text_now(edition: Edition, row: MatrixRow) -> str:
    """Return what the clauses say now that a comment is about; nothing where they are gone."""
    found = (row.to.clause(name) for name in (row.trace.clauses if row.trace else ()))
    said = (edition.locale.plain(clause.text) for clause in found if clause and clause.text)
    return "\n".join(filter(None, said))


def tag_names(edition: Edition, row: MatrixRow) -> Iterator[tuple[str, str]]:
    """Yield the tags of a comment: their codes and names."""
    for code in row.record.tags_of(row.comment.id):
        yield code, edition.locale.plain(row.record.tags[code].name)


def _columns(edition: Edition) -> Iterator[_Column]:
    locale, words = edition.locale, edition.locale.words
    standard, comment, clause = words("Standard"), words("Comment"), words("Clause")
    yield code_of(locale, standard), lambda row: row.record.id
    yield standard, lambda row: edition.title(row.record)
    yield words("Revision"), lambda row: row.at.revision
    yield code_of(locale, comment), lambda row: row.comment.id
    yield comment, lambda row: row.record.comment_name(row.comment.id)
    yield words("Received"), lambda row: row.comment.received
    yield words("Came in time"), lambda row: words("no") if row.is_late else words("yes")
    yield code_of(locale, clause), lambda row: row.comment.clause_id or WHOLE
    yield clause, lambda row: plain_clause_name(locale, row.at, row.comment.clause_id)
    yield words("Comment in its own words"), lambda row: _short(row.comment.text)
    yield words("Wording asked for"), lambda row: _short(row.comment.proposal or "")
    yield from _decided(edition)
    yield from _followed(edition)


def _decided(edition: Edition) -> Iterator[_Column]:
    locale, words = edition.locale, edition.locale.words
    outcome = words("Outcome")
    yield code_of(locale, outcome), lambda row: row.outcome.value if row.outcome else ""
    yield outcome, lambda row: outcome_name(locale, row.outcome)
    yield words("Decided on"), lambda row: row.response.decided.on if row.response else None
    yield (
        words("Reason"),
        lambda row: _short(locale.plain(row.response.reason)) if row.response else "",
    )


def _followed(edition: Edition) -> Iterator[_Column]:
    locale, words = edition.locale, edition.locale.words
    fate = words("What became of the words")
    yield code_of(locale, fate), lambda row: row.fate.value
    yield fate, lambda row: fate_said(edition, row)
    yield words("What became of the wording asked for"), lambda row: wording_said(edition, row)
    yield words("In which text they were looked for"), lambda row: row.to.revision
    yield words("Text now"), lambda row: _short(text_now(edition, row))
    yield words("Tags"), lambda row: "; ".join(name for _, name in tag_names(edition, row))


def _short(text: str) -> str:
    return shortened(text.strip(), _MOST)
