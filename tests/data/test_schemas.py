"""Every file of the open data is as its published schema says, and says by which format it is."""

import json
import re
from collections.abc import Iterator, Mapping
from copy import deepcopy
from pathlib import Path
from typing import Any

import pytest
from jsonschema import Draft202012Validator
from jsonschema.exceptions import best_match

from open_data import of_project
from sites import ROOT
from talqy.data.columns import COLUMNS
from talqy.data.shapes import FILES, TABLES
from talqy.data.tables import FORMAT
from talqy.model import addresses

# What stands for a cell only by its parts.
WHOLE = {"author", "decided"}
# Which schema a file of JSON has, by its address.
KINDS = {
    r"data/(register|revisions|services)(/\d+)?\.json": r"\1",
    r"data/(comments|responses)(/.+)?\.json": r"\1",
    r"data/standards/[^/]+\.json": "standard",
    r"data/standards/[^/]+/r\d+\.json": "text",
    r"data/roots\.json": "roots",
    r"data/receipts/.+\.json": "receipt",
}


def kind_of(path: str) -> str | None:
    """Return the name of the schema of a file; None where it has none."""
    found = (re.fullmatch(pattern, path) for pattern in KINDS)
    return next((m.expand(kind) for m, kind in zip(found, KINDS.values(), strict=True) if m), None)


def schemas(files: Mapping[str, bytes]) -> Mapping[str, Draft202012Validator]:
    made = {}
    for name in (*TABLES, *FILES):
        schema = json.loads(files[addresses.data_schema(name)])
        Draft202012Validator.check_schema(schema)
        made[name] = Draft202012Validator(
            schema, format_checker=Draft202012Validator.FORMAT_CHECKER
        )
    return made


def faults(files: Mapping[str, bytes]) -> Iterator[str]:
    """Yield what is wrong with files of JSON by their schemas."""
    known = schemas(files)
    for path, content in files.items():
        if path.endswith(".json") and (kind := kind_of(path)):
            for error in known[kind].iter_errors(json.loads(content)):
                found = best_match([error]) or error
                yield f"{path} {found.json_path}: {found.message}"[:300]


def of_site(site: Path) -> Mapping[str, bytes]:
    return {
        file.relative_to(site).as_posix(): file.read_bytes()
        for file in (site / "data").rglob("*.json")
    }


def test_every_file_of_the_demonstration_is_as_its_schema_says(published: Path) -> None:
    files = of_site(published / "site")
    others = {path for path in files if kind_of(path) is None}
    schemas_of_all = {addresses.data_schema(name) for name in (*TABLES, *FILES)}
    assert others == {addresses.DATA_PACKAGE, *schemas_of_all}
    assert {kind_of(path) for path in files} >= {*TABLES, "standard", "roots", "receipt"}
    assert list(faults(files)) == []


@pytest.mark.parametrize("name", ["three-languages", "first-edition"])
def test_every_file_of_the_golden_projects_is_as_its_schema_says(name: str) -> None:
    assert list(faults(of_project(ROOT / "tests/golden" / name))) == []


@pytest.fixture(scope="module")
def data() -> Mapping[str, Any]:
    return of_project(ROOT)


def spoilt(tree: Any, *way: str | int, value: object) -> Any:
    """Return a tree with another value at a place."""
    copy = deepcopy(tree)
    at = copy
    for step in way[:-1]:
        at = at[step]
    at[way[-1]] = value
    return copy


SPOILT = [
    ("register", ("format",), "1.0"),
    ("register", ("rows", 0, "stage"), "lively"),
    ("register", ("rows", 0, "life_event"), "flight"),
    ("register", ("rows", 0, "surveys"), []),
    ("revisions", ("rows", 0, "dated"), "20.11.2026"),
    ("revisions", ("rows", 0, "comments"), "12"),
    ("comments", ("rows",), 20),
    ("responses", ("rows", 0, "outcome"), "принято"),
    ("roots", ("root",), "1c83"),
    ("standards/birth-registration", ("revisions", 0, "cases"), {}),
    ("standards/birth-registration", ("standard", "title"), "Тууды тіркеу"),
]


@pytest.mark.parametrize(("file", "way", "value"), SPOILT)
def test_a_planted_fault_is_found(
    data: Mapping[str, bytes], file: str, way: tuple[str | int, ...], value: object
) -> None:
    path = f"data/{file}.json"
    tree = json.loads(data[path])
    for wrong in (spoilt(tree, *way, value=value), {**tree, "colour": "blue"}):
        assert list(faults({**data, path: json.dumps(wrong).encode()})) != []


def test_the_format_and_its_changes_are_written_down() -> None:
    said = (ROOT / "docs/formats/data.md").read_text("utf-8")
    assert f"| {FORMAT} |" in said


def places(schema: Any, node: Any) -> Iterator[tuple[str, ...]]:
    """Yield the places of a row that a cell may stand for, by the names that lead there."""
    if "$ref" in node:
        yield from places(schema, schema["$defs"][node["$ref"].rpartition("/")[2]])
        return
    inside = [*node.get("anyOf", ()), *node.get("oneOf", ())]
    yield from (place for one in inside for place in places(schema, one))
    for name, below in node.get("properties", {}).items():
        yield (name,)
        yield from ((name, *place) for place in places(schema, below))


def test_every_field_of_a_row_has_a_column_with_a_name(data: Mapping[str, bytes]) -> None:
    for name, columns in COLUMNS.items():
        schema = json.loads(data[addresses.data_schema(name)])
        row = schema["oneOf"][0]["properties"]["rows"]["items"]
        assert {".".join(place) for place in places(schema, row)} - columns.keys() <= WHOLE, name


def test_every_column_has_a_name_for_people(data: Mapping[str, bytes]) -> None:
    for name, columns in COLUMNS.items():
        files = [path for path in data if kind_of(path) == name]
        heads = data[f"data/{name}.csv"].decode("utf-8-sig").split("\r\n")[0].split(",")
        named = {
            head.rpartition(".")[0] if head.endswith((".kk", ".ru")) else head for head in heads
        }
        assert files
        assert named <= columns.keys() | {"file", "rows"}
