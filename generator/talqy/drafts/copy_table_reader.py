"""The tables beside the text of a working copy, taken out of a file.

A table is known by the first words of its head, in any language that the tool speaks.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from talqy.drafts import word_kinds
from talqy.drafts.copy_tables import CopyRow, CopyRows, CopyTable
from talqy.drafts.many_sayings import ManySayings
from talqy.drafts.table_passages import lines_in, notes_in, said
from talqy.model.problem import Kind, Problem
from talqy.model.walk import is_unwritten
from talqy.office.grids import Place, at
from talqy.office.text_marks import LANGUAGE_HEADS
from talqy.office.word_values import UNDECIDED, Block, NoteKind, WordDocument, WordRow, WordTable

_NOTHING = frozenset({"", "-", "–", "—"})
_PLAIN = UNDECIDED | {NoteKind.REMARK}


@dataclass(frozen=True, slots=True)
class BesideText:
    """What stands in these tables of a file, the file without them, and what is wrong."""

    document: WordDocument
    rows: CopyRows
    problems: tuple[Problem, ...]


def beside_text(
    document: WordDocument, file: str, languages: Sequence[str], sayings: ManySayings
) -> BesideText:
    """Take the tables beside the text out of a document."""
    rows: dict[CopyTable, list[CopyRow]] = {}
    problems: list[Problem] = []
    left: list[Block] = []
    for block in document.blocks:
        if not isinstance(block, WordTable) or not (found := _head(block, languages, sayings)):
            left.append(block)
            continue
        table, columns = found
        for row in block.rows[1:]:
            place = Place(f"{file}!{block.number}!A{row.number}")
            if kind := _fault(row, block.rows[0]):
                problems.append(at(kind, place))
            else:
                rows.setdefault(table, []).append(_row(table, row, columns, place))
        rows.setdefault(table, [])
    return BesideText(replace(document, blocks=tuple(left)), rows, tuple(problems))


def _head(
    table: WordTable, languages: Sequence[str], sayings: ManySayings
) -> tuple[CopyTable, Mapping[str, int]] | None:
    """Return which table it is, and the columns of its languages; None of any other table."""
    heads = [said(cell) for cell in table.rows[0].cells] if table.rows else []
    named = {LANGUAGE_HEADS.get(code, code).casefold(): code for code in languages}
    columns = {
        named[head.casefold()]: place
        for place, head in enumerate(heads)
        if head.casefold() in named
    }
    keys = heads[: min(columns.values(), default=0)]
    if len(heads) != len(keys) + len(columns):
        return None
    for one in CopyTable:
        known = zip(keys, one.keys, strict=False)
        if len(one.keys) == len(keys) and all(sayings.meant(head, [key]) for head, key in known):
            return one, columns
    return None


def _fault(row: WordRow, head: WordRow) -> Kind | None:
    if [cell.span for cell in row.cells] != [cell.span for cell in head.cells]:
        return word_kinds.MERGED
    if any(cell.continues for cell in row.cells):
        return word_kinds.MERGED
    odd = (note.kind not in _PLAIN for cell in row.cells for note in notes_in(cell.blocks))
    return word_kinds.ODD_CELL if any(odd) else None


def _row(table: CopyTable, row: WordRow, columns: Mapping[str, int], place: Place) -> CopyRow:
    cells = {code: "\n".join(lines_in(row.cells[at].blocks)) for code, at in columns.items()}
    about, *fact = (" ".join(said(cell).split()) for cell in row.cells[: len(table.keys)])
    written = {code: _written(words) for code, words in cells.items()}
    return CopyRow(about, written, place, *fact)


def _written(words: str) -> str:
    return "" if words in _NOTHING or is_unwritten(words) else words
