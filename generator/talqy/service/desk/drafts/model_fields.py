"""Fields of a form, made from the model of a format: whatever the model gains has its field.

Read from the JSON Schema that the model itself prints, with the lists that its codes are of.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from enum import StrEnum
from functools import cache
from typing import Any

from pydantic import BaseModel, TypeAdapter

from talqy.model.facts import FACTS, Facts
from talqy.model.values import Clock, Digest, FileName, Language, Slug


class FieldKind(StrEnum):
    """How a field is filled in."""

    SPOKEN = "spoken"
    """A text by language."""
    LINE = "line"
    NUMBER = "number"
    AMOUNT = "amount"
    TIME = "time"
    FLAG = "flag"
    CODE = "code"
    CODES = "codes"
    CHOICE = "choice"
    LANGUAGE = "language"
    NAME = "name"
    """An id, which people do not choose."""
    FILE = "file"
    DIGEST = "digest"
    GROUP = "group"


@dataclass(frozen=True, slots=True)
class ModelField:
    """A field: its key in the file, how it is filled in, and what it may be.

    `codes` names the list of its codes, `choices` are those of a choice. A group has `fields`; one
    that `is_list` has rows of them. A group that `is_short` is written as its first field alone
    where the others are empty.
    """

    key: str
    kind: FieldKind
    is_required: bool = False
    codes: str = ""
    choices: tuple[str, ...] = ()
    default: str = ""
    fields: tuple["ModelField", ...] = ()
    is_list: bool = False
    is_short: bool = False

    @property
    def is_own(self) -> bool:
        """Return whether the tool gives it, and nobody fills it in."""
        return self.kind in {FieldKind.NAME, FieldKind.DIGEST, FieldKind.FILE}


@cache
def fields_of(model: type[BaseModel]) -> tuple[ModelField, ...]:
    """Return the fields of a model, in its order."""
    schema = model.model_json_schema(by_alias=True)
    return tuple(_fields(schema, schema.get("$defs", {})))


def fact_fields() -> Mapping[str, ModelField]:
    """Return the field of each fact, by the names of the one table of facts."""
    known = {field.key: field for field in fields_of(Facts)}
    return {name: known[name] for name in FACTS}


class UnknownShapeError(Exception):
    """The model has a value that no field is made for: a fault of ours."""


_Schema = Mapping[str, Any]


def _fields(schema: _Schema, defs: Mapping[str, _Schema]) -> Iterator[ModelField]:
    required = schema.get("required", ())
    for key, value in schema["properties"].items():
        yield _field(key, value, defs, is_required=key in required)


def _field(
    key: str, schema: _Schema, defs: Mapping[str, _Schema], *, is_required: bool
) -> ModelField:
    default = schema.get("default")
    said = default if isinstance(default, str) else ""
    bare = _without_null(schema)
    if "$ref" in bare:
        inside = tuple(_fields(_resolved(bare, defs), defs))
        return ModelField(key, FieldKind.GROUP, is_required, fields=inside)
    if bare.get("type") == "array":
        return _listed(key, bare["items"], defs, is_required=is_required)
    kind, codes, choices = _simple(key, bare)
    return ModelField(key, kind, is_required, codes, choices, said)


def _listed(
    key: str, items: _Schema, defs: Mapping[str, _Schema], *, is_required: bool
) -> ModelField:
    if name := items.get("x-code-list"):
        return ModelField(key, FieldKind.CODES, is_required, codes=name)
    parts = items.get("oneOf", [items])
    whole = next((one for one in parts if "$ref" in one), None)
    if whole is None:
        raise UnknownShapeError(key)
    inside = tuple(_fields(_resolved(whole, defs), defs))
    is_short = len(parts) > 1
    return ModelField(
        key, FieldKind.GROUP, is_required, fields=inside, is_list=True, is_short=is_short
    )


def _without_null(schema: _Schema) -> _Schema:
    parts = [one for one in schema.get("anyOf", ()) if one.get("type") != "null"]
    return parts[0] if len(parts) == 1 else schema


def _resolved(schema: _Schema, defs: Mapping[str, _Schema]) -> _Schema:
    return defs[str(schema["$ref"]).rpartition("/")[2]]


@cache
def _patterns() -> Mapping[str, FieldKind]:
    kinds = {
        Clock: FieldKind.TIME,
        Digest: FieldKind.DIGEST,
        FileName: FieldKind.FILE,
        Language: FieldKind.LANGUAGE,
        Slug: FieldKind.NAME,
    }
    return {TypeAdapter(one).json_schema()["pattern"]: kind for one, kind in kinds.items()}


def _simple(key: str, schema: _Schema) -> tuple[FieldKind, str, tuple[str, ...]]:
    """Return how a value that is no group is filled in, the list of its codes, its choices."""
    if name := schema.get("x-code-list"):
        return FieldKind.CODE, name, ()
    if "enum" in schema:
        return FieldKind.CHOICE, "", tuple(map(str, schema["enum"]))
    types = {schema.get("type"), *(one.get("type") for one in schema.get("anyOf", ()))}
    if "object" in types and "patternProperties" in schema:
        return FieldKind.SPOKEN, "", ()
    if "number" in types:
        return FieldKind.AMOUNT, "", ()
    kinds = {"integer": FieldKind.NUMBER, "boolean": FieldKind.FLAG}
    for name, kind in kinds.items():
        if name in types:
            return kind, "", ()
    if "string" in types:
        return _patterns().get(schema.get("pattern", ""), FieldKind.LINE), "", ()
    raise UnknownShapeError(key)
