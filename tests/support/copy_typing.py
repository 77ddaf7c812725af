"""A working copy with words typed into the tables beside its text, as a clerk fills them in."""

import io
import re
import xml.etree.ElementTree as ET
from collections.abc import Iterator, Mapping, Sequence
from zipfile import ZipFile

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_PART, _HEAD = "word/document.xml", "Почему изменено"


def typed(data: bytes, cells: Mapping[str, Sequence[str]], table: int | None = None) -> bytes:
    """Return a copy in which the cells behind a first cell say something else.

    A row is named by words of its first cell; it is looked for in one table, or in all of them.
    """
    tree = ET.fromstring(_parts(data)[_PART])  # noqa: S314 - our own file
    where = tree if table is None else list(tree.iter(f"{W}tbl"))[table]
    for name, words in cells.items():
        row = next(one for one in where.iter(f"{W}tr") if name in _said(_cells(one)[0]))
        for cell, said in zip(_cells(row)[1:], words, strict=True):
            _write(cell, said)
    return _packed(data, tree)


def typed_over(copy: bytes, old: str, new: str) -> bytes:
    """Return a Word file in which somebody has typed other words."""
    made = io.BytesIO()
    with ZipFile(io.BytesIO(copy)) as was, ZipFile(made, "w") as now:
        for name in was.namelist():
            data = was.read(name)
            if name == _PART:
                assert old.encode() in data
                data = data.replace(old.encode(), new.encode())
            now.writestr(name, data)
    return made.getvalue()


def put_reasons(data: bytes, *rows: Sequence[str]) -> bytes:
    """Return a copy whose table of reasons has these rows in place of its empty ones."""
    tree = ET.fromstring(_parts(data)[_PART])  # noqa: S314 - our own file
    table = next(one for one in tree.iter(f"{W}tbl") if _HEAD in _said(one.find(f".//{W}tc")))
    empty = [one for one in table.iter(f"{W}tr") if not any(map(_said, _cells(one)))]
    for row, words in zip(empty, rows, strict=False):
        for cell, said in zip(_cells(row), words, strict=True):
            _write(cell, said)
    return _packed(data, tree)


def tables(data: bytes) -> list[list[list[str]]]:
    """Return the tables of a file as rows of cells."""
    tree = ET.fromstring(_parts(data)[_PART])  # noqa: S314 - our own file
    return [
        [[_said(cell) for cell in _cells(row)] for row in one.iter(f"{W}tr")]
        for one in tree.iter(f"{W}tbl")
    ]


def _cells(row: ET.Element) -> list[ET.Element]:
    return row.findall(f"{W}tc")


def _said(cell: ET.Element | None) -> str:
    assert cell is not None
    return "\n".join(map("".join, map(_words, cell.iter(f"{W}p"))))


def _words(line: ET.Element) -> Iterator[str]:
    yield from (one.text or "" for one in line.iter(f"{W}t"))


def _write(cell: ET.Element, words: str) -> None:
    for old in cell.findall(f"{W}p"):
        cell.remove(old)
    for line in words.split("\n"):
        run = ET.SubElement(ET.SubElement(cell, f"{W}p"), f"{W}r")
        ET.SubElement(run, f"{W}t").text = line


def _parts(data: bytes) -> Mapping[str, bytes]:
    with ZipFile(io.BytesIO(data)) as file:
        return {name: file.read(name) for name in file.namelist()}


def _packed(data: bytes, tree: ET.Element) -> bytes:
    stream = io.BytesIO()
    with ZipFile(stream, "w") as file:
        for name, content in _parts(data).items():
            file.writestr(name, ET.tostring(tree, "utf-8") if name == _PART else content)
    return stream.getvalue()


def with_row(copy: bytes, after: Mapping[str, str]) -> bytes:
    """Return a copy with one row more: that with some words once more, which says others then."""
    made = io.BytesIO()
    with ZipFile(io.BytesIO(copy)) as was, ZipFile(made, "w") as now:
        for name in was.namelist():
            data = was.read(name).decode() if name == _PART else was.read(name)
            if isinstance(data, str):
                rows = re.findall(r"<w:tr[ >](?:(?!</w:tr>).)*?</w:tr>", data, flags=re.DOTALL)
                row = next(one for one in rows if next(iter(after)) in one)
                new = row
                for old, words in after.items():
                    assert old in new
                    new = new.replace(old, words)
                data = data.replace(row, row + new)
            now.writestr(name, data)
    return made.getvalue()
