"""An editor of a new project finds for each file the schema that the file itself names."""

import json
import re
from fnmatch import fnmatchcase
from pathlib import PurePosixPath

from sites import ROOT
from talqy.drafts.editor_files import editor_plan
from talqy.drafts.new_project import project_plan
from talqy.project.reference import schemas

NAMED = re.compile(r"# yaml-language-server: \$schema=(?:\.\./)+docs/formats/(\S+)\.schema\.json")
SETTINGS = {step.path: json.loads(step.text) for step in editor_plan()}
SCHEMAS = SETTINGS[".vscode/settings.json"]["yaml.schemas"]


def is_in(path: PurePosixPath, files: str) -> bool:
    """Return whether a file is one of those of a pattern, part by part."""
    parts = PurePosixPath(files).parts
    return len(parts) == len(path.parts) and all(map(fnmatchcase, path.parts, parts))


def found_for(path: PurePosixPath) -> list[str]:
    """Return the names of the schemas that an editor has for a file."""
    fits = (schema for schema, files in SCHEMAS.items() if is_in(path, files))
    return [PurePosixPath(schema).name.removesuffix(".schema.json") for schema in fits]


def test_each_file_has_the_schema_that_it_names() -> None:
    seen = set[str]()
    for folder in ("standards", "comments"):
        for file in (ROOT / folder).rglob("*.yaml"):
            path = PurePosixPath(file.relative_to(ROOT).as_posix())
            named = NAMED.match(file.read_text("utf-8"))
            assert named, path
            assert found_for(path) == [named[1]], path
            seen.add(named[1])
    assert seen == {PurePosixPath(one).name.removesuffix(".schema.json") for one in SCHEMAS}


def test_the_schemas_and_the_extension_come_with_a_new_project() -> None:
    plan = {step.path for step in project_plan(("kk", "ru"), schemas=schemas())}
    assert plan >= {one.removeprefix("./") for one in SCHEMAS} | set(SETTINGS)
    assert SETTINGS[".vscode/extensions.json"] == {"recommendations": ["redhat.vscode-yaml"]}
