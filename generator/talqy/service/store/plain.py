"""Tables of the queue as their databases have them: texts, numbers and bytes, and nothing else.

What is carried from one database to another is carried as it lies.
"""

import base64
from collections.abc import Mapping
from typing import Any

from sqlalchemy import Column, LargeBinary, TableClause, TypeDecorator, column, table

from talqy.service.store.attachment_tables import ASIDE
from talqy.service.store.every_table import EVERY_TABLE
from talqy.service.store.letter_tables import BATCHES, LETTERS, REACHED
from talqy.service.store.tables import COUNTED, LEASES, VERSIONS

_LEFT = (VERSIONS, COUNTED, LEASES, LETTERS, BATCHES, REACHED, ASIDE)
"""What says nothing of a queue, or nothing for longer than some minutes.

Letters that waited when a backup was made have gone out since: brought back, they would go again.
"""

Row = Mapping[str, Any]


def carried() -> tuple[TableClause, ...]:
    """Return the tables that a backup holds."""
    kept = (one for one in EVERY_TABLE.sorted_tables if one not in _LEFT)
    return tuple(table(one.name, *map(_plain, one.columns)) for one in kept)


def key_of(plain: TableClause) -> tuple[str, ...]:
    """Return the names of the columns by which the rows of a table are known."""
    return tuple(one.name for one in EVERY_TABLE.tables[plain.name].primary_key)


def _plain(of: Column[Any]) -> Any:  # noqa: ANN401 - a column of any kind
    kind = of.type.impl_instance if isinstance(of.type, TypeDecorator) else of.type
    return column(of.name, kind)


def binary_columns(plain: TableClause) -> frozenset[str]:
    """Return the names of the columns that hold bytes."""
    return frozenset(one.name for one in plain.columns if isinstance(one.type, LargeBinary))


def written(row: Row, binary: frozenset[str]) -> Row:
    """Return a row as JSON can hold it."""
    return {
        name: base64.b64encode(value).decode() if name in binary and value is not None else value
        for name, value in row.items()
    }


def read(row: Row, binary: frozenset[str]) -> Row:
    """Return a row as a database can hold it; raise `ValueError` where it is none of ours."""
    return {
        name: base64.b64decode(value, validate=True)
        if name in binary and value is not None
        else value
        for name, value in row.items()
    }
