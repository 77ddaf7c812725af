"""The JSON Schemas of all files below `data/`, which lie beside them.

They are made of the types in `shapes.py`, with the codes that this project has.
"""

from typing import Any

from talqy.data.shapes import FILES, TABLES, Shape
from talqy.data.tables import FORMAT, Files, as_json
from talqy.model import addresses
from talqy.model.codes import CodeLists
from talqy.project.reference import schema_of

Schema = dict[str, Any]
_NAMED_FILES: Schema = {
    "type": "array",
    "items": {
        "type": "object",
        "properties": {"file": {"type": "string"}, "rows": {"type": "integer", "minimum": 1}},
        "required": ["file", "rows"],
        "additionalProperties": False,
    },
}


def schema_files(codes: CodeLists, site_url: str) -> Files:
    """Write the schema of each kind of file."""
    for name, shape in {**TABLES, **FILES}.items():
        path = addresses.data_schema(name)
        yield path, as_json({"$id": f"{site_url}{path}", **schema_of_file(shape, codes)})


def schema_of_file(shape: Shape, codes: CodeLists) -> Schema:
    """Return the schema of a file: of a table it has rows, or names the files that have them."""
    schema = {**schema_of(shape.of, codes)}
    _take_out(schema, shape.without)
    if "format" in schema["properties"]:
        schema["properties"]["format"] = {"const": FORMAT}
    if not shape.is_table:
        return schema
    rows = {key: schema.pop(key) for key in ("properties", "title", "description", "type")}
    rows |= {"required": [*rows["properties"]], "additionalProperties": False}
    del schema["required"], schema["additionalProperties"]
    return {
        **schema,
        "title": rows["title"],
        "description": rows["description"],
        "oneOf": [
            _object({"rows": {"type": "array", "items": rows}}),
            _object({"count": {"type": "integer", "minimum": 0}, "files": _NAMED_FILES}),
        ],
    }


def _object(properties: Schema) -> Schema:
    all_of = {"format": {"const": FORMAT}, **properties}
    return {
        "type": "object",
        "properties": all_of,
        "required": [*all_of],
        "additionalProperties": False,
    }


def _take_out(schema: Schema, names: frozenset[str]) -> None:
    """Take what is not given out of a schema, and of all that it is made of."""
    for each in (schema, *schema.get("$defs", {}).values()):
        for name in names & each.get("properties", {}).keys():
            del each["properties"][name]
        if "required" in each:
            each["required"] = [name for name in each["required"] if name not in names]
