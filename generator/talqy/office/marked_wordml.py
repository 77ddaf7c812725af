"""A document with tracked changes in the language of Word: lines, tables and their marks.

Every word is escaped at one door, `_words`. What a line looks like is said by the styles of the
layout alone; only the codes of clauses have letters of their own.
"""

from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from html import escape
from itertools import count

from talqy.compare.marks import Mark
from talqy.office.marked_text import (
    MarkedBlock,
    MarkedLine,
    MarkedRow,
    MarkedRun,
    MarkedTable,
    with_sound_ends,
)
from talqy.office.packages import office_language

_TAGS = {Mark.ADDED: "ins", Mark.REMOVED: "del"}
_BREAK = '</w:t><w:br/><w:t xml:space="preserve">'
_TAB = '</w:t><w:tab/><w:t xml:space="preserve">'
_CODE_LETTERS = '<w:color w:val="767676"/><w:sz w:val="16"/><w:szCs w:val="16"/>'
_STRONG = "<w:b/><w:bCs/>"
_STEP = 567  # twips by which an item stands deeper than the one around it
_CELL_MARGINS = 216
_TABLE = (
    '<w:tbl><w:tblPr>{style}<w:tblW w:w="{width}" w:type="dxa"/><w:tblLayout w:type="fixed"/>'
    '<w:tblLook w:val="04A0"/></w:tblPr><w:tblGrid>{grid}</w:tblGrid>{rows}</w:tbl>'
)


class MarkedWriter:
    """Writes blocks; changes are those of an author on a day, each under a number of its own.

    `styles` are the ids of styles by their names in small letters, as the layout has them.
    """

    def __init__(self, styles: Mapping[str, str], author: str, day: date) -> None:
        self._styles = styles
        self._who = f'w:author="{escape(author)}" w:date="{day.isoformat()}T00:00:00Z"'
        self._numbers = count(1)

    def body(self, blocks: Sequence[MarkedBlock], width: int, letters: str = "") -> str:
        """Write the blocks of a body or a cell, `width` twips wide; `letters` are those of lines.

        No style that all layouts have is that of the head of a table.
        """
        return "".join(
            self._line(one, letters) if isinstance(one, MarkedLine) else self._table(one, width)
            for one in with_sound_ends(blocks)
        )

    # --- lines -----------------------------------------------------------------------------------

    def _line(self, line: MarkedLine, letters: str) -> str:
        named = [at for at, run in enumerate(line.runs) if run.is_named] if line.bookmark else []
        runs = [self._run(run, line.language, letters) for run in line.runs]
        if named:
            number = next(self._numbers)
            opened = f'<w:bookmarkStart w:id="{number}" w:name="{escape(line.bookmark)}"/>'
            runs[named[0]] = opened + runs[named[0]]
            runs[named[-1]] += f'<w:bookmarkEnd w:id="{number}"/>'
        return f"<w:p><w:pPr>{''.join(self._look(line))}</w:pPr>{''.join(runs)}</w:p>"

    def _look(self, line: MarkedLine) -> Iterator[str]:
        yield self._style("pStyle", line.style)
        if line.on_new_page:
            yield "<w:pageBreakBefore/>"
        if line.level > 1:
            yield f'<w:ind w:left="{(line.level - 1) * _STEP}"/>'
        if line.end in _TAGS:
            yield f"<w:rPr>{self._change(line.end)}</w:rPr>"

    def _style(self, element: str, name: str) -> str:
        found = self._styles.get(name.casefold())
        return f'<w:{element} w:val="{escape(found)}"/>' if found else ""

    def _change(self, mark: Mark) -> str:
        """Write a change of the end of a line or of a row."""
        return f'<w:{_TAGS[mark]} w:id="{next(self._numbers)}" {self._who}/>'

    def _run(self, run: MarkedRun, language: str, letters: str) -> str:
        letters += _CODE_LETTERS if run.is_code else ""
        if language:
            letters += f'<w:lang w:val="{escape(office_language(language))}"/>'
        look = f"<w:rPr>{letters}</w:rPr>" if letters else ""
        written = f"<w:r>{look}{_words(run)}</w:r>"
        if run.mark not in _TAGS:
            return written
        tag = _TAGS[run.mark]
        return f'<w:{tag} w:id="{next(self._numbers)}" {self._who}>{written}</w:{tag}>'

    # --- tables ----------------------------------------------------------------------------------

    def _table(self, table: MarkedTable, width: int) -> str:
        widths = [round(width * share / sum(table.shares)) for share in table.shares]
        return _TABLE.format(
            style=self._style("tblStyle", "Table Grid"),
            width=sum(widths),
            grid="".join(f'<w:gridCol w:w="{one}"/>' for one in widths),
            rows="".join(self._row(row, widths) for row in table.rows),
        )

    def _row(self, row: MarkedRow, widths: Sequence[int]) -> str:
        look = "<w:tblHeader/>" if row.is_head else ""
        look += self._change(row.mark) if row.mark in _TAGS else ""
        letters = _STRONG if row.is_head else ""
        cells = "".join(
            f'<w:tc><w:tcPr><w:tcW w:w="{width}" w:type="dxa"/></w:tcPr>'
            f"{self.body(cell, width - _CELL_MARGINS, letters)}</w:tc>"
            for cell, width in zip(row.cells, widths, strict=True)
        )
        return f"<w:tr>{f'<w:trPr>{look}</w:trPr>' if look else ''}{cells}</w:tr>"


def _words(run: MarkedRun) -> str:
    """Write words: the one door at which they are escaped."""
    escaped = escape(run.text, quote=False).replace("\n", _BREAK).replace("\t", _TAB)
    written = f'<w:t xml:space="preserve">{escaped}</w:t>'
    if run.mark is Mark.REMOVED:
        return written.replace("<w:t ", "<w:delText ").replace("</w:t>", "</w:delText>")
    return written
