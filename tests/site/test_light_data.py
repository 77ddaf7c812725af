"""Open data at size: no file is large, and each leads to the rows that have no room in it."""

import csv
import io
import json
import posixpath
from collections.abc import Iterator, Mapping
from dataclasses import replace
from functools import cache
from typing import Any

import pytest

import builders as b
from cases import a_case, a_record
from sites import ROOT
from talqy.data import exports as exports_file
from talqy.data.exports import exports, said_of_standard, texts_of_standard
from talqy.data.tables import FORMAT, table
from talqy.language.edition import Edition, editions
from talqy.model import addresses

MOST = 300_000
MANY = 900
FEW = 3


@cache
def made(comments: int) -> Mapping[str, bytes]:
    """Return the data of a project whose one standard has so many comments."""
    names = [f"{number:010d}" for number in range(comments)]
    text = "Срок «долгий», и\nэто плохо.\n" * 8
    said = [b.a_comment(name, text=text, received="2026-11-16") for name in names]
    record = a_record(comments=said, responses=[b.a_response(name) for name in names[::2]])
    record = replace(record, digests=dict.fromkeys(names, f"sha256:{0:064d}"))
    case = a_case(record, today="2026-12-20")
    edition: Edition = editions(ROOT, case.register, case.assessment)[0]
    files = [*exports(edition), *said_of_standard(edition, record)]
    assert len(files) == len(dict(files))
    return dict(files)


def rows_of(files: Mapping[str, bytes], path: str) -> Iterator[Mapping[str, Any]]:
    """Yield the rows of a JSON table as the page on formats tells a program to."""
    read = json.loads(files[path])
    if "rows" in read:
        yield from read["rows"]
        return
    found = 0
    for one in read["files"]:
        below = list(rows_of(files, posixpath.join(posixpath.dirname(path), one["file"])))
        assert len(below) == one["rows"]
        yield from below
        found += len(below)
    assert found == read["count"]


def cells_of(files: Mapping[str, bytes], path: str) -> Iterator[Mapping[str, str]]:
    """Yield the rows of a CSV table likewise."""
    text = files[path].decode("utf-8-sig")
    for row in csv.DictReader(io.StringIO(text, newline="")):
        if [*row] == ["file", "rows"]:
            yield from cells_of(files, posixpath.join(posixpath.dirname(path), row["file"]))
        else:
            yield row


@pytest.mark.parametrize("name", ["comments", "responses"])
@pytest.mark.parametrize("comments", [FEW, MANY])
def test_all_rows_are_reached_from_the_table_of_all_and_from_that_of_the_standard(
    name: str, comments: int
) -> None:
    files = made(comments)
    count = comments if name == "comments" else -(-comments // 2)
    for at in (addresses.data_table(name), addresses.data_table(name, b.STANDARD)):
        rows, cells = [*rows_of(files, f"{at}.json")], [*cells_of(files, f"{at}.csv")]
        key = "id" if name == "comments" else "comment"
        assert len({row[key] for row in rows}) == len(rows) == count
        assert [row[key] for row in rows] == [cell[key] for cell in cells]


def test_no_file_is_large_and_few_rows_stand_in_one() -> None:
    files = made(MANY)
    assert {path: len(it) for path, it in files.items() if len(it) > MOST} == {}
    assert sum(map(len, files.values())) > 5 * MOST
    assert "data/comments/birth-registration/3.json" in files
    few = made(FEW)
    assert {path for path in few if path.startswith("data/comments")} == {
        f"data/comments{name}.{form}" for name in ("", f"/{b.STANDARD}") for form in ("json", "csv")
    }


def test_a_file_of_a_standard_is_known_as_its_own() -> None:
    """What is served is made by itself: the address says of which standard it is."""
    for path in made(MANY):
        is_own = b.STANDARD in path
        assert addresses.standard_in(path) == (b.STANDARD if is_own else ""), path


def test_a_row_that_is_larger_than_a_file_stands_in_one_alone() -> None:
    files = dict(table("data/x", [{"a": "b"}, {"a": "c" * MOST}, {"a": "d"}]))
    assert [row["a"][0] for row in rows_of(files, "data/x.json")] == ["b", "c", "d"]
    assert [one["rows"] for one in json.loads(files["data/x.json"])["files"]] == [1, 1, 1]


def test_a_table_without_rows_is_one_file() -> None:
    assert json.loads(dict(table("data/x", []))["data/x.json"])["rows"] == []


def test_texts_that_have_no_room_in_one_file_are_named_there(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    case = a_case(a_record(b.an_adopted_revision(1), b.a_revision(2)))
    edition: Edition = editions(ROOT, case.register, case.assessment)[0]
    (record,) = edition.register.records
    (path, whole), *others = texts_of_standard(edition, record)
    assert others == []
    monkeypatch.setattr(exports_file, "MOST_BYTES", len(whole) - 1)
    files = dict(texts_of_standard(edition, record))
    read = json.loads(files[path])
    assert read["standard"] == json.loads(whole)["standard"]
    named = [posixpath.join(posixpath.dirname(path), one["file"]) for one in read["revisions"]]
    texts = [json.loads(files[name]) for name in named]
    assert {text.pop("format") for text in texts} == {FORMAT}
    assert texts == json.loads(whole)["revisions"]
    assert {addresses.standard_in(name) for name in files} == {record.id}
