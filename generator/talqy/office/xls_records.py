"""What a workbook of older Excel (.xls) says of its own sizes, before a library trusts it.

The library makes room for as many cells and texts as the file counts: one bit turned may ask for
more than any machine has. Source: [MS-XLS] 2.3 (kinds of records), 2.4.90 (Dimensions), 2.4.265
(SST).
"""

import io
import struct
from collections.abc import Iterator, Sequence

import olefile

from talqy.office.sound import TooBigError, UnsoundError

_STREAMS = ("Workbook", "Book")
_BEGINS, _DIMENSIONS, _TEXTS = 0x0809, 0x0200, 0x00FC
# Formula, MulRk, RString, LabelSst, Number, Label, BoolErr, Rk: each begins with row and column.
_CELLS = frozenset({0x0006, 0x00BD, 0x00D6, 0x00FD, 0x0203, 0x0204, 0x0205, 0x027E})
# Excel 97 to 2003 has no more; older ones have fewer.
_ROWS, _COLUMNS = 65_536, 256
# A text is at least its length and its kind.
_LEAST_TEXT = 3


def refuse_counts(data: bytes, most_cells: int) -> None:
    """Raise UnsoundError for counts that cannot be, and TooBigError for more than `most_cells`."""
    for stream in _streams(data):
        said, filled = 0, 0
        rows, columns = set[int](), set[int]()
        for kind, body in _records(stream):
            if kind == _DIMENSIONS and len(body) >= 12:
                said += _extent(body)
            elif kind == _TEXTS and len(body) >= 8:
                _refuse_texts(body, len(stream), most_cells)
            elif kind in _CELLS and len(body) >= 4:
                row, column = struct.unpack_from("<HH", body)
                rows.add(row)
                columns.add(column)
            elif kind == _BEGINS:
                filled += _area(rows, columns)
                rows, columns = set(), set()
        if max(said, filled + _area(rows, columns)) > most_cells:
            raise TooBigError


def _streams(data: bytes) -> Iterator[bytes]:
    """Yield the streams of cells; a damaged container is refused, as its reader would trust it."""
    try:
        with olefile.OleFileIO(io.BytesIO(data), raise_defects=olefile.DEFECT_INCORRECT) as file:
            found = [file.openstream(name).read() for name in _STREAMS if file.exists(name)]
            if file.minifat is None:
                file.loadminifat()
            is_endless = _has_circle(file.fat) or _has_circle(file.minifat)
    except Exception as error:  # its faults are many: out of an array, of a file, of a chain
        raise UnsoundError from error
    if is_endless or not found:
        raise UnsoundError
    yield from found


def _has_circle(follower: Sequence[int]) -> bool:
    """Return whether a chain of sectors comes back to itself: whoever follows it never ends.

    `follower` holds the next sector of each one. Source: [MS-CFB] 2.3.
    """
    done = set[int]()
    for first in range(len(follower)):
        chain, at = set[int](), first
        while at < len(follower) and at not in done:
            if at in chain:
                return True
            chain.add(at)
            at = follower[at]
        done |= chain
    return False


def _records(stream: bytes) -> Iterator[tuple[int, bytes]]:
    at = 0
    while at + 4 <= len(stream):
        kind, length = struct.unpack_from("<HH", stream, at)
        yield kind, stream[at + 4 : at + 4 + length]
        at += 4 + length


def _extent(body: bytes) -> int:
    """Return how many cells a sheet says it has, by its first rows and columns and those behind."""
    first, last, left, right = struct.unpack_from("<IIHH" if len(body) >= 14 else "<HHHH", body)
    if last > _ROWS or right > _COLUMNS or first > last or left > right:
        raise UnsoundError
    return int((last - first) * (right - left))


def _area(rows: set[int], columns: set[int]) -> int:
    """Return how many cells lie between the outermost ones that are filled."""
    if not rows:
        return 0
    return (max(rows) - min(rows) + 1) * (max(columns) - min(columns) + 1)


def _refuse_texts(body: bytes, size: int, most_cells: int) -> None:
    total, own = struct.unpack_from("<II", body)
    if own * _LEAST_TEXT > size or total > most_cells:
        raise UnsoundError
