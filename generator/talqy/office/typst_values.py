"""Lines and tables as the layouts of Typst read them: plain values, words among them as words.

Ranks of headings have no gaps here, whatever the styles of Word are: who listens to a document
goes through it by them.
"""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

from talqy.compare.marks import Mark
from talqy.language.syllables import breakable
from talqy.office.column_widths import widths_by_words
from talqy.office.file_properties import AboutFile
from talqy.office.marked_text import MarkedBlock, MarkedLine, MarkedPicture, MarkedTable
from talqy.office.printed import PrintedBlock, PrintedCell, PrintedLine, PrintedTable
from talqy.office.typeset import named_sign, typeset

_Value = Mapping[str, Any]
_RANKS = {"title": 1, "heading 1": 2, "heading 2": 3, "heading 3": 4}
_CELL, _SMALL_CELL = "Body Text", "Body Text Small"
_NOMINAL = 9_639  # twips: the width of an A4 sheet between its margins
_BROKEN = "kk"
# What steers machines, or turns words around.
_STEERING = re.compile(r"[\x00-\x08\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069]")


def typeset_blocks(
    layout: str, about: AboutFile, blocks: Iterable[PrintedBlock], folders: Sequence[Path]
) -> bytes:
    """Return blocks as a PDF, in the layout `<layout>.typ`."""
    return typeset(layout, about, printed_values(blocks, about.languages[0]), folders)


# --- what is printed ------------------------------------------------------------------------------


def printed_values(blocks: Iterable[PrintedBlock], language: str) -> list[_Value]:
    """Return the blocks of a document whose language is `language`."""
    made = []
    for block in blocks:
        if isinstance(block, PrintedLine):
            made.append(_printed_line(block, language))
        elif isinstance(block, PrintedTable):
            made.append(_printed_table(block, language))
    return made


def _printed_line(line: PrintedLine, language: str) -> _Value:
    spoken = line.language or language
    return _line(
        line.style,
        [_piece(mark, text, spoken if not line.rank else "") for mark, text in line.pieces],
        language=line.language,
        rank=line.rank,
        keeps_next=line.keeps_next,
        on_new_page=line.on_new_page,
    )


def _printed_table(table: PrintedTable, language: str) -> _Value:
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


def _printed_cell(cell: PrintedCell, share: float, language: str) -> _Value:
    return {
        "lines": [_printed_line(line, language) for line in cell.lines],
        "share": share,
        "across": cell.across,
        "down": cell.down,
        "shaded": cell.is_shaded,
    }


# --- what is marked -------------------------------------------------------------------------------


def marked_values(blocks: Iterable[MarkedBlock], language: str) -> list[_Value]:
    """Return the blocks of a text whose language is `language`, with what became of them."""
    return list(_ranked(_marked(block, language) for block in blocks))


def picture_name(number: int, kind: str) -> str:
    """Return the name by which a document calls a picture."""
    return f"picture-{number}.{kind}"


def _marked(block: MarkedBlock, language: str) -> dict[str, Any]:
    if isinstance(block, MarkedTable):
        return _marked_table(block, language)
    return _marked_line(block, language, block.style)


def _marked_line(line: MarkedLine, language: str, style: str) -> dict[str, Any]:
    rank = _RANKS.get(line.style.casefold(), 0)
    return _line(
        style,
        [_piece(run.mark, run.text, "" if rank else language) for run in line.runs],
        rank=rank,
        level=max(line.level - 1, 0),
        on_new_page=line.on_new_page,
        pictures=[_picture(one) for one in line.pictures],
    )


def _marked_table(table: MarkedTable, language: str) -> dict[str, Any]:
    shares, style = table.shares, _CELL
    if not shares:
        widths, are_small = widths_by_words(list(table.columns), _NOMINAL)
        shares, style = tuple(widths), _SMALL_CELL if are_small else _CELL
    rows = [
        {
            "head": row.is_head,
            "whole": False,
            "cells": [
                _marked_cell(cell, share, language, style)
                for cell, share in zip(row.cells, shares, strict=True)
            ],
        }
        for row in table.rows
    ]
    return {
        "kind": "table",
        "shares": shares,
        "whole": sum(shares),
        "ruled": True,
        "page": False,
        "rows": rows,
    }


def _marked_cell(cell: Sequence[MarkedBlock], share: float, language: str, style: str) -> _Value:
    """Return a cell; only working copies, which are no PDF, have tables in cells."""
    return {
        "lines": [
            _marked_line(one, language, style) for one in cell if isinstance(one, MarkedLine)
        ],
        "share": share,
        "across": 1,
        "down": 1,
        "shaded": False,
    }


def _picture(one: MarkedPicture) -> _Value:
    return {
        "file": picture_name(one.number, one.picture.kind),
        "words": one.words,
        "points": one.picture.width / 20,
        "high": one.picture.height / 20,
    }


def _ranked(values: Iterable[dict[str, Any]]) -> Iterator[_Value]:
    """Yield blocks whose headings stand one below the other without a gap."""
    above: list[int] = []
    for value in values:
        if rank := value.get("rank", 0):
            while above and above[-1] >= rank:
                above.pop()
            above.append(rank)
            value["rank"] = len(above)
        yield value


# --- lines and their words ------------------------------------------------------------------------


def _line(  # noqa: PLR0913 - what a line is
    style: str,
    pieces: Sequence[_Value],
    *,
    language: str = "",
    rank: int = 0,
    level: int = 0,
    keeps_next: bool = False,
    on_new_page: bool = False,
    pictures: Sequence[_Value] = (),
) -> dict[str, Any]:
    return {
        "kind": "line",
        "style": style,
        "pieces": pieces,
        "language": language,
        "rank": rank,
        "level": level,
        "keep": keeps_next,
        "page": on_new_page,
        "pictures": pictures,
    }


def _piece(mark: Mark, text: str, language: str) -> _Value:
    """Return words with their mark; long ones may be broken in a language that Typst does not."""
    shown = _STEERING.sub(lambda found: named_sign(found[0]), text)
    return {"mark": mark, "text": breakable(shown) if language == _BROKEN else shown}
