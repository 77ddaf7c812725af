"""The table about a draft in a working copy: its rows are written, and read by their names."""

from collections.abc import Iterator, Mapping, Sequence

from talqy.drafts import word_kinds
from talqy.drafts.copy_tables import CopyRow
from talqy.drafts.draft_fields import BY_LABEL, FIELDS, Said
from talqy.drafts.many_sayings import ManySayings
from talqy.model.problem import Problem
from talqy.model.register import Record
from talqy.model.revision import Revision
from talqy.model.walk import is_unwritten
from talqy.office.grids import at


def shown_fields(record: Record, text: Revision, *, is_open: bool) -> Iterator[CopyRow]:
    """Yield the rows of a copy: `is_open` while its text is in preparation, else for the next one.

    What a standard is called is said with its first text.
    """
    for field in FIELDS:
        of_standard = field.of_standard
        if of_standard and not (is_open and text.base is None):
            continue
        words = getattr(record.standard if of_standard else text, field.name) or {}
        written = {code: said for code, said in words.items() if not is_unwritten(said)}
        yield CopyRow(field.label, written if is_open else {})


def read_fields(rows: Sequence[CopyRow], sayings: ManySayings) -> Mapping[str, Said]:
    """Return what each field says, by its key; two files say it in a language each."""
    found: dict[str, Said] = {}
    for row, label in _named(rows, sayings):
        if label:
            name = BY_LABEL[label].name
            found[name] = {**found.get(name, {}), **row.said}
    return found


def field_faults(rows: Sequence[CopyRow], sayings: ManySayings) -> Iterator[Problem]:
    """Yield rows that say something under a name that no field has."""
    for row, label in _named(rows, sayings):
        if not label and (row.about or any(row.said.values())):
            known = ", ".join(sayings.printed(one, list(row.said)) for one in BY_LABEL)
            yield at(word_kinds.UNKNOWN_ROW, row.place, said=row.about, known=known)


def _named(rows: Sequence[CopyRow], sayings: ManySayings) -> Iterator[tuple[CopyRow, str]]:
    yield from ((row, sayings.meant(row.about, BY_LABEL)) for row in rows)
