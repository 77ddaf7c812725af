"""A document with tracked changes in the language of Word: lines, tables and their marks.

What a line looks like is said by the styles of the layout alone; only the codes of clauses have
letters of their own.
"""

from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from html import escape
from itertools import count

from talqy.compare.marks import Mark
from talqy.office.column_widths import widths_by_words
from talqy.office.margin_notes import noted
from talqy.office.marked_text import (
    MarkedBlock,
    MarkedLine,
    MarkedPicture,
    MarkedRow,
    MarkedRun,
    MarkedTable,
    with_sound_ends,
)
from talqy.office.word_pictures import drawn
from talqy.office.wordml import (
    GRID_STYLE,
    NOTHING,
    REPEATED,
    Wordml,
    cell_of,
    joined,
    row_of,
    run_of,
    shared,
    spoken_in,
    styled,
    table_of,
    words_of,
)

_TAGS = {Mark.ADDED: "ins", Mark.REMOVED: "del"}
_CODE_LETTERS = Wordml('<w:color w:val="767676"/><w:sz w:val="16"/><w:szCs w:val="16"/>')
_STRONG = Wordml("<w:b/><w:bCs/>")
_SMALL = Wordml('<w:sz w:val="16"/><w:szCs w:val="16"/>')
_STEP = 567  # twips by which an item stands deeper than the one around it
_CELL_MARGINS = 216


class MarkedWriter:
    """Writes blocks; changes are those of an author on a day, each under a number of its own.

    `styles` are the ids of styles by their names in small letters, as the layout has them.
    """

    def __init__(self, styles: Mapping[str, str], author: str, day: date) -> None:
        self._styles = styles
        self._who = f'w:author="{escape(author)}" w:date="{day.isoformat()}T00:00:00Z"'
        self._numbers = count(1)

    def body(self, blocks: Sequence[MarkedBlock], width: int, letters: Wordml = NOTHING) -> Wordml:
        """Write the blocks of a body or a cell, `width` twips wide; `letters` are those of lines.

        No style that all layouts have is that of the head of a table.
        """
        return joined(
            self._line(one, letters, width)
            if isinstance(one, MarkedLine)
            else self._table(one, width)
            for one in with_sound_ends(blocks)
        )

    # --- lines -----------------------------------------------------------------------------------

    def _line(self, line: MarkedLine, letters: Wordml, width: int) -> Wordml:
        named = [at for at, run in enumerate(line.runs) if run.is_named] if line.bookmark else []
        runs = [str(self._run(run, line.language, letters)) for run in line.runs]
        if named:
            number = next(self._numbers)
            opened = f'<w:bookmarkStart w:id="{number}" w:name="{escape(line.bookmark)}"/>'
            runs[named[0]] = opened + runs[named[0]]
            runs[named[-1]] += f'<w:bookmarkEnd w:id="{number}"/>'
        runs += [str(self._picture(one, width)) for one in line.pictures]
        words = noted("".join(runs), line.notes)
        return Wordml(f"<w:p><w:pPr>{''.join(self._look(line))}</w:pPr>{words}</w:p>")

    def _look(self, line: MarkedLine) -> Iterator[str]:
        yield styled("pStyle", line.style, self._styles)
        if line.on_new_page:
            yield "<w:pageBreakBefore/>"
        if line.level > 1:
            yield f'<w:ind w:left="{(line.level - 1) * _STEP}"/>'
        if line.end in _TAGS:
            yield f"<w:rPr>{self._change(line.end)}</w:rPr>"

    def _change(self, mark: Mark) -> str:
        """Write a change of the end of a line or of a row."""
        return f'<w:{_TAGS[mark]} w:id="{next(self._numbers)}" {self._who}/>'

    def _run(self, run: MarkedRun, language: str, letters: Wordml) -> Wordml:
        look = joined((letters, _CODE_LETTERS if run.is_code else NOTHING, spoken_in(language)))
        written = run_of(words_of(run.text, are_deleted=run.mark is Mark.REMOVED), look)
        return self._marked(run.mark, written)

    def _picture(self, one: MarkedPicture, width: int) -> Wordml:
        return self._marked(one.mark, drawn(one.number, one.picture, one.words, width))

    def _marked(self, mark: Mark, written: Wordml) -> Wordml:
        if mark not in _TAGS:
            return written
        tag = _TAGS[mark]
        return Wordml(f'<w:{tag} w:id="{next(self._numbers)}" {self._who}>{written}</w:{tag}>')

    # --- tables ----------------------------------------------------------------------------------

    def _table(self, table: MarkedTable, width: int) -> Wordml:
        widths, letters = shared(width, table.shares), NOTHING
        if not table.shares:
            widths, are_small = widths_by_words(list(table.columns), width)
            letters = _SMALL if are_small else NOTHING
        rows = (self._row(row, widths, letters) for row in table.rows)
        return table_of(widths, rows, styled("tblStyle", GRID_STYLE, self._styles))

    def _row(self, row: MarkedRow, widths: Sequence[int], letters: Wordml) -> Wordml:
        look = REPEATED if row.is_head else NOTHING
        change = self._change(row.mark) if row.mark in _TAGS else ""
        letters = Wordml((_STRONG if row.is_head else NOTHING) + letters)
        cells = [
            cell_of(width, self.body(cell, width - _CELL_MARGINS, letters))
            for cell, width in zip(row.cells, widths, strict=True)
        ]
        return row_of(cells, Wordml(look + change))
