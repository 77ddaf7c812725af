"""Lines and tables that are printed, in the language of Word."""

from collections.abc import Iterable, Iterator, Mapping, Sequence

from talqy.compare.redline import Mark
from talqy.office.printed import (
    Gap,
    PrintedBlock,
    PrintedCell,
    PrintedLine,
    PrintedRow,
    PrintedTable,
    Style,
)
from talqy.office.wordml import (
    EMPTY,
    GOES_ON,
    GONE_ON,
    GRID_STYLE,
    NOTHING,
    REPEATED,
    SHADED,
    WHOLE,
    Wordml,
    across,
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

_MARK_STYLES = {Mark.REMOVED: Style.REMOVED, Mark.ADDED: Style.ADDED}


class PrintedWriter:
    """Writes blocks; `styles` are those of a layout, `width` is that of its lines, in twips."""

    def __init__(self, styles: Mapping[str, str], width: int) -> None:
        self._width = width
        self._grid = styled("tblStyle", GRID_STYLE, styles)
        self._styles = {style: styled("pStyle", style, styles) for style in Style}
        self._marks = {mark: styled("rStyle", _MARK_STYLES.get(mark, ""), styles) for mark in Mark}
        self._letters: dict[tuple[Mark, str], Wordml] = {}

    def body(self, blocks: Iterable[PrintedBlock]) -> Iterator[Wordml]:
        """Yield the blocks of a file."""
        for block in blocks:
            if isinstance(block, Gap):
                yield EMPTY
            elif isinstance(block, PrintedLine):
                yield self._line(block)
            else:
                yield self._table(block)

    def _line(self, line: PrintedLine) -> Wordml:
        runs = "".join(
            run_of(words_of(text), self._looks(mark, line.language)) for mark, text in line.pieces
        )
        new, kept = (
            "<w:pageBreakBefore/>" if line.on_new_page else "",
            "<w:keepNext/>" if line.keeps_next else "",
        )
        return Wordml(f"<w:p><w:pPr>{self._styles[line.style]}{new}{kept}</w:pPr>{runs}</w:p>")

    def _looks(self, mark: Mark, language: str) -> Wordml:
        found = self._letters.get((mark, language))
        if found is None:
            found = Wordml(self._marks[mark] + spoken_in(language))
            self._letters[mark, language] = found
        return found

    def _table(self, table: PrintedTable) -> Wordml:
        widths = shared(self._width, table.shares, table.whole)
        style = self._grid if table.is_ruled else NOTHING
        rows = list(table.rows)
        if table.on_new_page and rows:
            rows[0] = _on_new_page(rows[0])
        return table_of(widths, self._rows(rows, widths), style, table.caption)

    def _rows(self, rows: Sequence[PrintedRow], widths: Sequence[int]) -> Iterator[Wordml]:
        goes_on: dict[int, int] = {}
        for row in rows:
            cells, at = [], 0
            for cell in row.cells:
                while goes_on.get(at):
                    goes_on[at] -= 1
                    cells.append(cell_of(widths[at], EMPTY, GONE_ON))
                    at += 1
                cells.append(self._cell(cell, sum(widths[at : at + cell.across])))
                goes_on[at] = cell.down - 1
                at += cell.across
            look = (REPEATED if row.is_head else NOTHING) + (WHOLE if row.is_whole else NOTHING)
            yield row_of(cells, Wordml(look))

    def _cell(self, cell: PrintedCell, width: int) -> Wordml:
        look = joined(
            (
                across(cell.across) if cell.across > 1 else NOTHING,
                GOES_ON if cell.down > 1 else NOTHING,
                SHADED if cell.is_shaded else NOTHING,
            )
        )
        return cell_of(width, joined(map(self._line, cell.lines)) or EMPTY, look)


def _on_new_page(row: PrintedRow) -> PrintedRow:
    """Return a row whose first line begins a page: that is how Word breaks before a table."""
    first, *others = row.cells
    line, *lines = first.lines
    opened = first._replace(lines=(line._replace(on_new_page=True), *lines))
    return row._replace(cells=(opened, *others))
