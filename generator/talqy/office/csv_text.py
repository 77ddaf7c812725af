"""CSV files of any usual make: letters, delimiter, and rows, whatever one of them has wrong.

A row whose quotation marks do not close is named by its line, and the rows after it are looked at:
the standard reader gives up the whole file, or swallows rows into a cell.
"""

import re
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

from talqy.office.grids import Row

DELIMITERS = (",", ";", "\t", "|")
MOST_ROWS, MOST_COLUMNS = 20_000, 1_000
# Lines that are looked at, whether something stands in them or not.
MOST_LINES = 300_000
_SEPARATED = re.compile(r"\ufeff?\"?sep=(.)\"?[ ]*(?:\r\n|\n|\r)")
_LINE_END = re.compile(r"\r\n|\n|\r")


class TooManyError(Exception):
    """A CSV file with more rows or columns than are read."""


@dataclass(frozen=True, slots=True)
class CsvRows:
    """Rows by the lines on which they begin; `broken` are lines on which no sound row begins.

    `halved` are those that look like parts of one row, with a line break in words without marks.
    """

    rows: tuple[Row, ...]
    broken: tuple[int, ...]
    halved: tuple[int, ...] = ()


def encoding_of(data: bytes) -> str | None:
    """Return the encoding of a table; None where it is none of the usual ones."""
    signs = ((b"\xef\xbb\xbf", "utf-8-sig"), (b"\xff\xfe", "utf-16"), (b"\xfe\xff", "utf-16"))
    likely = [code for mark, code in signs if data.startswith(mark)]
    # Without a mark, zeros beside letters tell UTF-16, and on which side its delimiters are.
    if not likely and b"\x00" in data[:4_096]:
        likely = ["utf-16-le" if data[1:4_096:2].count(0) else "utf-16-be"]
    for code in likely or ["utf-8", "cp1251"]:
        try:
            data.decode(code)
        except UnicodeDecodeError:
            continue
        return code
    return None


def delimiter_of(text: str, known: Callable[[Sequence[str], bool], int]) -> str:
    """Return the delimiter: as the file says (`sep=;`), else the one that shows most known heads.

    `known` counts the known heads of a row, and is told whether it is the first one. Where none is
    known, the one that parts the first row most is taken, so that its heads can be told.
    """
    if separator := _SEPARATED.match(text):
        return separator[1]
    start = _first_lines(text, 30)

    def score(delimiter: str) -> tuple[int, int]:
        rows = csv_rows(start, delimiter).rows[:15]
        heads = [known(row.cells, row is rows[0]) for row in rows]
        return max(heads, default=0), len(rows[0].cells) if rows else 0

    return max(DELIMITERS, key=score)


def _first_lines(text: str, count: int) -> str:
    ends = _LINE_END.finditer(text, 0, 1 << 16)
    last = [end.end() for end, _ in zip(ends, range(count), strict=False)]
    return text[: last[-1]] if len(last) == count else text[: 1 << 16]


def csv_rows(
    text: str, delimiter: str, is_whole: Callable[[Sequence[str]], bool] = lambda _: False
) -> CsvRows:
    """Return all rows of a text. Raise TooManyError where they are too many, or too wide.

    `is_whole` tells a short row that is one, as the sum below a table.
    """
    if separator := _SEPARATED.match(text):
        # The line itself is no row; it stays a line, for the numbers of the others.
        text = "\n" + text[separator.end() :]
    reader = _CsvReader(text.removeprefix("\ufeff"), delimiter)
    rows = tuple(reader.rows())
    halved = frozenset(_halved(rows, is_whole))
    sound = tuple(row for row in rows if row.number not in halved)
    return CsvRows(sound, tuple(reader.broken), tuple(sorted(halved)))


def _halved(rows: Sequence[Row], is_whole: Callable[[Sequence[str]], bool]) -> Iterator[int]:
    """Yield the numbers of rows that look like parts of one.

    A line without a delimiter goes on with the row above it; a short one with a short one above it
    does where both together have as many cells as the table, and it does not begin as rows do: with
    a date, a number or a word that others have there. The width is that of most rows.
    """
    widths = Counter(len(row.cells) for row in rows)
    wide = max(widths, key=lambda width: (widths[width] * width, width), default=0)
    start = next((at for at, row in enumerate(rows) if len(row.cells) >= wide), 0)
    begins = {_beginning(row.cells) for row in rows[start + 1 :] if len(row.cells) >= wide} - {""}
    for at in range(start + 2, len(rows)):
        above, row = rows[at - 1], rows[at]
        is_one = is_whole(row.cells) or _beginning(row.cells) in begins
        if wide > 1 and not is_one and _goes_on(above.cells, row.cells, wide):
            yield from (above.number, row.number)


def _beginning(cells: Sequence[str]) -> str:
    """Return how a row begins: the form of a date or a number, else the words of its first cell."""
    first = " ".join(cells[0].casefold().split())
    return first if any(map(str.isalpha, first)) else re.sub(r"\d+", "0", first)


def _goes_on(above: Sequence[str], cells: Sequence[str], wide: int) -> bool:
    if len(cells) == 1:
        return any(map(str.isalpha, cells[0]))
    return len(cells) < wide and len(above) + len(cells) - 1 == wide


class _CsvReader:
    """The way through a text, row after row; after a broken one it goes on with the next line."""

    def __init__(self, text: str, delimiter: str) -> None:
        self._text, self._delimiter = text, delimiter
        sign = re.escape(delimiter)
        self._quoted = re.compile(rf'[ ]*"((?:[^"]++|"")*+)"[ ]*(?={sign}|\r|\n|\Z)')
        self._bare = re.compile(rf"[^{sign}\r\n]*")
        self._last_mark = text.rfind('"')
        self.broken: list[int] = []
        self._is_after_broken = False

    def rows(self) -> Iterator[Row]:
        at, line, wide, count, walked = 0, 1, 0, 0, 0
        while at < len(self._text):
            walked += 1
            cells, end = self._row(at)
            if cells is None or self._is_remains(cells, wide):
                self.broken.append(line)
                self._is_after_broken = True
                end = self._line_end(at)
            elif any(cells):
                self._is_after_broken = False
                count, wide = count + 1, max(wide, len(cells))
                yield Row(line, tuple(cells))
            if max(count, len(self.broken)) > MOST_ROWS or walked > MOST_LINES:
                raise TooManyError
            line += len(_LINE_END.findall(self._text, at, end))
            at = end

    def _is_remains(self, cells: list[str], wide: int) -> bool:
        """Return whether a line may be what is left of a broken row, or has swallowed others."""
        if self._is_after_broken and any(cells) and len(cells) < wide:
            return True
        most = max((cell.count(self._delimiter, cell.find("\n")) for cell in cells), default=0)
        lines = (line for cell in cells if "\n" in cell for line in cell.split("\n")[1:])
        return most >= wide - 1 > 1 and any(
            line.count(self._delimiter) >= wide - 1 for line in lines
        )

    def _row(self, at: int) -> tuple[list[str] | None, int]:
        """Return the cells of the row that begins at a place, and where the next one does."""
        cells: list[str] = []
        while True:
            read = self._cell(at)
            if read is None:
                return None, at
            cell, at = read
            cells.append(cell.strip())
            if len(cells) > MOST_COLUMNS:
                raise TooManyError
            if not self._text.startswith(self._delimiter, at):
                return cells, self._line_end(at)
            at += 1

    def _cell(self, at: int) -> tuple[str, int] | None:
        """Return a cell and its end; None where its quotation marks do not close."""
        if at <= self._last_mark and (match := self._quoted.match(self._text, at)):
            return _LINE_END.sub("\n", match[1].replace('""', '"')), match.end()
        bare = self._bare.match(self._text, at)
        assert bare  # noqa: S101 - it matches nothing at least
        if bare[0].lstrip(" ").startswith('"'):
            return None
        return bare[0], bare.end()

    def _line_end(self, at: int) -> int:
        end = _LINE_END.search(self._text, at)
        return end.end() if end else len(self._text)
