"""Lines and tables that are printed, as a PDF: as the layouts of Typst read them."""

from collections.abc import Iterable, Sequence
from pathlib import Path

from talqy.office.file_properties import AboutFile
from talqy.office.printed import PrintedBlock, PrintedCell, PrintedLine, PrintedTable
from talqy.office.typeset import typeset
from talqy.office.typst_values import TypstValue, line_value, piece_value


def typeset_blocks(
    layout: str, about: AboutFile, blocks: Iterable[PrintedBlock], folders: Sequence[Path]
) -> bytes:
    """Return blocks as a PDF, in the layout `<layout>.typ`."""
    return typeset(layout, about, printed_values(blocks, about.languages[0]), folders)


def printed_values(blocks: Iterable[PrintedBlock], language: str) -> list[TypstValue]:
    """Return the blocks of a document whose language is `language`."""
    made = []
    for block in blocks:
        if isinstance(block, PrintedLine):
            made.append(_printed_line(block, language))
        elif isinstance(block, PrintedTable):
            made.append(_printed_table(block, language))
    return made


def _printed_line(line: PrintedLine, language: str) -> TypstValue:
    spoken = line.language or language
    return line_value(
        line.style,
        [piece_value(mark, text, spoken if not line.rank else "") for mark, text in line.pieces],
        language=line.language,
        rank=line.rank,
        keeps_next=line.keeps_next,
        on_new_page=line.on_new_page,
    )


def _printed_table(table: PrintedTable, language: str) -> TypstValue:
    rows, goes_on = [], dict[int, int]()
    for row in table.rows:
        cells, at = [], 0
        for cell in row.cells:
            while goes_on.get(at):
                goes_on[at] -= 1
                at += 1
            share = sum(table.shares[at : at + cell.across])
            goes_on[at] = cell.down - 1
            at += cell.across
            cells.append(_printed_cell(cell, share, language))
        rows.append({"head": row.is_head, "whole": row.is_whole, "cells": cells})
    return {
        "kind": "table",
        "shares": table.shares,
        "whole": table.whole,
        "ruled": table.is_ruled,
        "page": table.on_new_page,
        "rows": rows,
    }


def _printed_cell(cell: PrintedCell, share: float, language: str) -> TypstValue:
    return {
        "lines": [_printed_line(line, language) for line in cell.lines],
        "share": share,
        "across": cell.across,
        "down": cell.down,
        "shaded": cell.is_shaded,
    }
