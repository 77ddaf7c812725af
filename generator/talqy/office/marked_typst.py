"""A text with what became of it, as the layouts of Typst read it.

Ranks of headings have no gaps here, whatever the styles of Word are: who listens to a document
goes through it by them.
"""

from collections.abc import Iterable, Iterator, Sequence
from typing import Any

from talqy.office.column_widths import widths_by_words
from talqy.office.marked_text import MarkedBlock, MarkedLine, MarkedPicture, MarkedTable
from talqy.office.typst_values import TypstValue, line_value, piece_value

_RANKS = {"title": 1, "heading 1": 2, "heading 2": 3, "heading 3": 4}
_CELL, _SMALL_CELL = "Body Text", "Body Text Small"
_NOMINAL = 9_639  # twips: the width of an A4 sheet between its margins


def marked_values(blocks: Iterable[MarkedBlock], language: str) -> list[TypstValue]:
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
    return line_value(
        style,
        [piece_value(run.mark, run.text, "" if rank else language) for run in line.runs],
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


def _marked_cell(
    cell: Sequence[MarkedBlock], share: float, language: str, style: str
) -> TypstValue:
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


def _picture(one: MarkedPicture) -> TypstValue:
    return {
        "file": picture_name(one.number, one.picture.kind),
        "words": one.words,
        "points": one.picture.width / 20,
        "high": one.picture.height / 20,
    }


def _ranked(values: Iterable[dict[str, Any]]) -> Iterator[TypstValue]:
    """Yield blocks whose headings stand one below the other without a gap."""
    above: list[int] = []
    for value in values:
        if rank := value.get("rank", 0):
            while above and above[-1] >= rank:
                above.pop()
            above.append(rank)
            value["rank"] = len(above)
        yield value
