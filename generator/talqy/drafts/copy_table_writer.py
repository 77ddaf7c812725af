"""The tables beside the text of a working copy, as blocks of a Word file."""

from collections.abc import Iterator, Sequence

from talqy.compare.marks import Mark
from talqy.drafts.clause_tables import CELL
from talqy.drafts.copy_tables import CopyRow, CopyRows, CopyTable
from talqy.drafts.draft_fields import LABELS
from talqy.drafts.draft_rows import shown_fields, shown_reasons
from talqy.drafts.fact_rows import shown_facts
from talqy.language.locale import Locale
from talqy.model.project import FeeUnit
from talqy.model.register import Record
from talqy.model.revision import Revision
from talqy.office.marked_text import MarkedLine, MarkedRow, MarkedRun, MarkedTable
from talqy.office.text_marks import LANGUAGE_HEADS

_NAMES, _WORDS = {1: (24,), 2: (12, 20)}, 100


def rows_beside(
    locales: Sequence[Locale],
    record: Record,
    text: Revision,
    unit: FeeUnit | None,
    *,
    is_open: bool,
) -> CopyRows:
    """Return the rows beside a text, which `is_open` while it is in preparation."""
    return {
        CopyTable.ABOUT: tuple(shown_fields(record, text, is_open=is_open)),
        CopyTable.REASONS: tuple(shown_reasons(text, is_open=is_open)),
        CopyTable.FACTS: tuple(shown_facts(text, locales, unit)),
    }


def table_beside(
    table: CopyTable, rows: Sequence[CopyRow], locales: Sequence[Locale]
) -> MarkedTable:
    """Write one table: what each row is about, and what it says in each language."""
    languages = [LANGUAGE_HEADS.get(one.code, one.code) for one in locales]
    keys = [_named(key, locales) for key in table.keys]
    heads = MarkedRow(tuple(map(_cell, [*keys, *languages])), is_head=True)
    names = _NAMES[len(keys)]
    share = (_WORDS - sum(names)) / len(locales)
    written = (_row(row, locales, len(keys)) for row in rows)
    return MarkedTable((heads, *written), (*names, *[share] * len(locales)))


def _row(row: CopyRow, locales: Sequence[Locale], keys: int) -> MarkedRow:
    about = _named(row.about, locales) if row.about in LABELS else row.about
    said = (row.said.get(one.code, "") for one in locales)
    return MarkedRow(tuple(map(_cell, [*(about, row.fact)[:keys], *said])))


def _named(words: str, locales: Sequence[Locale]) -> str:
    return " / ".join(dict.fromkeys(one.words(words) for one in locales))


def _cell(words: str) -> tuple[MarkedLine, ...]:
    return tuple(_lines(words))


def _lines(words: str) -> Iterator[MarkedLine]:
    for line in words.split("\n"):
        yield MarkedLine(CELL, (MarkedRun(Mark.KEPT, line),) if line else ())
