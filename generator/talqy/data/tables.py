"""Tables shared out into files that a phone on a slow line can carry.

A file of a table has rows, or it names the files that have them: each may do so again
(docs/formats/data.md). JSON has `rows`, or `files`; CSV has the columns of the rows, or the columns
`file` and `rows`. So whoever takes one for the other stumbles at once, and loses no row in silence.
"""

import json
from collections.abc import Iterable, Iterator, Mapping, Sequence

from talqy.model.sharing import shared_out
from talqy.office.csv_file import Row, csv_text

FORMAT = "2.0"
"""Which edition of these formats a file keeps to (docs/formats/data.md says what each changed).

The first number grows where a program that reads the one before would stumble, the second where
something is added.
"""
MOST_BYTES = 290_000
"""So many bytes of rows stand in one file."""
FORMS = ("json", "csv")
Files = Iterator[tuple[str, bytes]]


def as_json(value: object) -> bytes:
    """Write a value for programs, so that a line of text is a line."""
    return (json.dumps(value, ensure_ascii=False, indent=1) + "\n").encode()


def as_file(content: Row) -> bytes:
    """Write a file of the open data: an object that says first by which format it is."""
    return as_json({"format": FORMAT, **content})


def weight(row: Row) -> int:
    """Return how many bytes of a file a row takes, as JSON: each row names its columns there."""
    return len(as_json([row]))


def table(name: str, rows: Iterable[Row]) -> Files:
    """Write a table in both forms: in one file, or in parts below it with a file that names them.

    `name` is the address of the file without its ending.
    """
    parts = shared_out(rows, weight, MOST_BYTES)
    if len(parts) == 1:
        yield from _both(name, parts[0])
        return
    below = name.rpartition("/")[2]
    for number, part in enumerate(parts, 1):
        yield from _both(f"{name}/{number}", part)
    named = {f"{below}/{number}": len(part) for number, part in enumerate(parts, 1)}
    yield from names_of_parts(name, named)


def names_of_parts(name: str, rows: Mapping[str, int]) -> Files:
    """Write the file that leads on: which files have the rows, and how many each of them has.

    `rows` are told by the addresses of these files, seen from this one, without their endings.
    """
    for form, write in (("json", _index_json), ("csv", _csv)):
        files = [{"file": f"{file}.{form}", "rows": count} for file, count in rows.items()]
        yield f"{name}.{form}", write(files)


def _index_json(files: Sequence[Row]) -> bytes:
    return as_file({"count": sum(one["rows"] for one in files), "files": files})


def _both(name: str, rows: Sequence[Row]) -> Files:
    yield f"{name}.json", as_file({"rows": rows})
    yield f"{name}.csv", _csv(rows)


def _csv(rows: Sequence[Row]) -> bytes:
    """Write rows; a byte order mark lets Excel see UTF-8."""
    return b"\xef\xbb\xbf" + csv_text(rows).encode()
