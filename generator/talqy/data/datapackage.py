"""`datapackage.json`: the tables as CSV for programs that read tables (Data Package 1).

What a column holds is told by the schema of its table, and its names for people by `COLUMNS`. A
table that has no room in one file has two columns, which name the files with its rows.
"""

import csv
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from talqy.data.columns import COLUMNS
from talqy.data.schemas import Schema, schema_of_file
from talqy.data.shapes import TABLES
from talqy.data.tables import FORMAT, as_json
from talqy.language.edition import Edition
from talqy.model import addresses
from talqy.model.licences import licence_address

_NAME = "talqy-open-data"
_INDEX = ["file", "rows"]


def data_package(edition: Edition, tables: Mapping[str, bytes]) -> tuple[str, bytes]:
    """Write what the tables are; `tables` are their files as CSV, by name."""
    project = edition.register.project
    package = {
        "profile": "tabular-data-package",
        "name": _NAME,
        "title": edition.locale.plain(project.name),
        "homepage": edition.site_url,
        "version": FORMAT,
        "languages": [*project.languages],
        **_licences(project.licence),
        "resources": [_resource(edition, name, content) for name, content in tables.items()],
    }
    return addresses.DATA_PACKAGE, as_json(package)


def _licences(licence: str | None) -> Mapping[str, Any]:
    if licence is None:
        return {}
    address = licence_address(licence)
    named = {} if licence == address else {"name": licence}
    return {"licenses": [{**named, "path": address}]}


def _resource(edition: Edition, name: str, content: bytes) -> Mapping[str, Any]:
    heads = next(csv.reader([content.decode("utf-8-sig").partition("\r\n")[0]]), [])
    fields = _index_fields() if heads == _INDEX else _fields(edition, name, heads)
    return {
        "profile": "tabular-data-resource",
        "name": name,
        "path": f"{name}.csv",
        "format": "csv",
        "mediatype": "text/csv",
        "encoding": "utf-8-sig",
        "dialect": {"delimiter": ",", "lineTerminator": "\r\n", "quoteChar": '"'},
        "schema": {"fields": [*fields], "missingValues": [""]},
    }


def _index_fields() -> Iterator[Mapping[str, str]]:
    yield {"name": "file", "type": "string"}
    yield {"name": "rows", "type": "integer"}


def _fields(edition: Edition, name: str, heads: Sequence[str]) -> Iterator[Mapping[str, Any]]:
    schema = schema_of_file(TABLES[name], edition.register.codes)
    row = schema["oneOf"][0]["properties"]["rows"]["items"]
    for head in heads:
        column, _, last = head.rpartition(".")
        language = last if last in edition.register.project.languages else ""
        known = COLUMNS[name][column if language else head]
        suffix = f" ({language})" if language else ""
        names = {one.code: one.words(known.head) + suffix for one in edition.locales}
        of_language = {"language": language} if language else {}
        yield {
            "name": head,
            "type": _kind(schema, row, head.split(".")),
            "title": names[edition.code],
            "titles": names,
            **of_language,
        }


def _kind(whole: Schema, node: Schema, way: Sequence[str]) -> str:
    """Return the type of a column: that of the value at the end of the way into a row."""
    kinds = {_type(end) for end in _ends(whole, node, way)} - {"null"}
    return kinds.pop() if len(kinds) == 1 else "string"


def _ends(whole: Schema, node: Schema, way: Sequence[str]) -> Iterator[Schema]:
    if "$ref" in node:
        yield from _ends(whole, whole["$defs"][node["$ref"].rpartition("/")[2]], way)
        return
    for choice in (*node.get("anyOf", ()), *node.get("oneOf", ())):
        yield from _ends(whole, choice, way)
    if way and way[0] in node.get("properties", {}):
        yield from _ends(whole, node["properties"][way[0]], way[1:])
    elif not way and "type" in node:
        yield node


def _type(schema: Schema) -> str:
    if schema.get("format") == "date":
        return "date"
    return schema["type"] if schema["type"] in {"integer", "boolean", "null"} else "string"
