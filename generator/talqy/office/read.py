"""Workbooks in, plain grids out: every form of them, by one door.

Documents of Word are read by `word_read.py`.

They come from strangers: a file is bounded before it is unpacked, and no part of it may define
entities. Formulas are never computed; what the program last showed is taken.
"""

from collections.abc import Callable, Iterator, Mapping

from talqy.office.grids import Grid
from talqy.office.old_sheets import NOT_SEEN, old_grids
from talqy.office.sheets import workbook_grids
from talqy.office.sound import UnsoundError, look_through

__all__ = ["NOT_SEEN", "grids"]


def grids(data: bytes, file: str, form: str) -> tuple[Grid, ...]:
    """Read all tables of an office file; `form` is `xlsx`, `xls` or `ods`."""
    if form != "xls":
        look_through(data)
    try:
        return tuple(_READERS[form](data, file))
    except UnsoundError:
        raise
    except Exception as error:  # a broken file brings up whatever the library has
        raise UnsoundError from error


_READERS: Mapping[str, Callable[[bytes, str], Iterator[Grid]]] = {
    "xlsx": workbook_grids,
    "xls": old_grids,
    "ods": old_grids,
}
