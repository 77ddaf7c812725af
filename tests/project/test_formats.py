"""The JSON Schemas that editors use: current, valid, named in every file, and true to the tool."""

import json
import re
from functools import cache
from pathlib import Path
from typing import Any

import pytest
from jsonschema import Draft202012Validator
from ruamel.yaml import YAML

from sites import ROOT, project_with
from talqy.project.reference import FORMATS, reference

HEAD = re.compile(r"\A# yaml-language-server: \$schema=(\S+)\n")
OURS = (ROOT, ROOT / "tests/golden/three-languages")
FILES = [
    *sorted(
        file
        for root in OURS
        for name in ("standards", "comments")
        for file in (root / name).rglob("*.yaml")
    ),
    ROOT / "docs" / "deploy" / "service.yaml",
]


def typed(text: str) -> Any:
    """Read YAML as an editor does: by YAML 1.2, numbers as numbers."""
    reader = YAML(typ="safe", pure=True)
    reader.version = (1, 2)
    return reader.load(text)


@cache
def schema(name: str) -> dict[str, Any]:
    """Read the schema of a format."""
    text = (ROOT / f"docs/formats/{name}.schema.json").read_text("utf-8")
    read: dict[str, Any] = json.loads(text)
    return read


@cache
def validator(name: str) -> Draft202012Validator:
    """Make what applies a schema as an editor does: formats of texts are looked at too."""
    return Draft202012Validator(schema(name), format_checker=Draft202012Validator.FORMAT_CHECKER)


def faults(name: str, tree: Any) -> list[str]:
    """Return what an editor would underline."""
    return [f"{error.json_path}: {error.message}" for error in validator(name).iter_errors(tree)]


def schema_of(file: Path) -> Path:
    """Find the schema that a file names in its first line."""
    named = HEAD.match(file.read_text("utf-8"))
    assert named, f"{file} names no schema in its first line"
    return (file.parent / named[1]).resolve()


def format_of(file: Path) -> str:
    """Say which format a file has, from its place."""
    if "comments" in file.parts and file.name != "tags.yaml":
        return "response" if file.name.endswith(".response.yaml") else "comment"
    return "revision" if file.parent.name == "revisions" else file.stem


@pytest.mark.parametrize(("path", "text"), list(reference()), ids=lambda part: part[:40])
def test_generated_reference_is_newest(path: str, text: str) -> None:
    """After a change of the model: `talqy export formats docs`."""
    assert (ROOT / "docs" / path).read_text("utf-8") == text


@pytest.mark.parametrize("name", FORMATS)
def test_a_schema_is_a_valid_one_of_draft_2020_12(name: str) -> None:
    Draft202012Validator.check_schema(schema(name))
    assert schema(name)["$schema"] == "https://json-schema.org/draft/2020-12/schema"


@pytest.mark.parametrize("name", FORMATS)
def test_a_schema_hints_at_what_each_form_is(name: str) -> None:
    """An editor shows these words while a person writes."""
    assert schema(name)["description"]
    assert schema(name)["additionalProperties"] is False


def test_the_demonstration_and_the_golden_project_are_all_looked_at() -> None:
    assert len(FILES) > 100
    assert {format_of(file) for file in FILES} == set(FORMATS)


def test_every_file_names_its_schema_by_a_path_that_exists() -> None:
    for file in FILES:
        expected = ROOT / f"docs/formats/{format_of(file)}.schema.json"
        assert schema_of(file) == expected, file
        assert expected.is_file()


def test_the_schemas_accept_every_file() -> None:
    found = {
        str(file): problems
        for file in FILES
        if (problems := faults(format_of(file), typed(file.read_text("utf-8"))))
    }
    assert found == {}


WRONG = [
    ("project", "colour", "blue"),
    ("project", "languages", []),
    ("project", "review_every", 0),
    ("project", "licence", "CC-BY"),
    ("standard", "life_event", "flight"),
    ("standard", "authority", "Әділет министрлігі"),
    ("standard", "id", "Birth Registration"),
    ("revision", "kind", "change"),
    ("revision", "clauses", []),
    ("revision", "clauses", [{"id": "whole", "number": "1", "text": {"ru": "Общее."}}]),
    ("revision", "dated", "20.11.2026"),
    ("comment", "id", "short"),
    ("comment", "received", "2026-11-31"),
    ("comment", "channel", "telegram"),
    ("comment", "revision", 0),
    ("response", "outcome", "принято"),
]
SOUND = {
    "project": ROOT / "standards/project.yaml",
    "standard": ROOT / "standards/birth-registration/standard.yaml",
    "revision": ROOT / "standards/birth-registration/revisions/r1.yaml",
}


@pytest.mark.parametrize(("name", "key", "value"), WRONG)
def test_the_schemas_underline_what_the_tool_refuses(name: str, key: str, value: object) -> None:
    file = SOUND.get(name) or next(file for file in FILES if format_of(file) == name)
    tree = typed(file.read_text("utf-8"))
    assert faults(name, tree) == []
    (found,) = faults(name, {**tree, key: value})
    assert key in found


@pytest.mark.parametrize("name", FORMATS)
def test_a_schema_uses_no_word_that_editors_do_not_know(name: str) -> None:
    """Unknown words are passed over in silence, so a bound under a wrong name bounds nothing."""
    schemas = [schema(name), *schema(name).get("$defs", {}).values()]
    fields = [field for part in schemas for field in part.get("properties", {}).values()]
    known = Draft202012Validator.VALIDATORS.keys()
    telling = {"title", "description", "default", "discriminator"}
    assert {word for field in fields for word in field} <= known | telling


def test_what_the_tool_writes_names_its_schema_and_fits_it(tmp_path: Path) -> None:
    project = project_with(tmp_path / "project")
    written = [file for file in project.rglob("*.yaml") if file.name != "mkdocs.yml"]
    assert {format_of(file) for file in written} == {"project", "standard", "revision"}
    for file in written:
        name = format_of(file)
        assert schema_of(file) == (project / f"docs/formats/{name}.schema.json").resolve()
        assert schema_of(file).is_file()
        assert faults(name, typed(file.read_text("utf-8"))) == []
