"""What an editor needs in a new project: which schema a file has, and who reads schemas.

Visual Studio Code and its kin read these two; every editor with yaml-language-server reads the line
at the head of a file as well.
"""

import json
from collections.abc import Iterator, Mapping

from talqy.drafts.new_texts import SCHEMAS
from talqy.model import paths
from talqy.project.write import Create

_FOLDER = ".vscode"
_COMMENT = f"{paths.COMMENTS}/*/*/*/"
_SCHEMAS: Mapping[str, str] = {
    "project": paths.PROJECT,
    "standard": f"{paths.STANDARDS}/*/standard.yaml",
    "revision": f"{paths.STANDARDS}/*/revisions/*.yaml",
    "history": f"{paths.STANDARDS}/*/history.yaml",
    "comment": f"{_COMMENT}{'?' * 10}.yaml",
    "response": f"{_COMMENT}*.response.yaml",
}
"""Which files have the schema of a name. The id of a comment has ten signs."""
_READS_SCHEMAS = "redhat.vscode-yaml"


def editor_plan() -> Iterator[Create]:
    """Plan the settings of an editor, and the extension that it offers to install."""
    found = {f"./{SCHEMAS}/{name}.schema.json": files for name, files in _SCHEMAS.items()}
    settings = {"yaml.schemas": found, "files.eol": "\n", "files.encoding": "utf8"}
    yield Create(f"{_FOLDER}/settings.json", _json(settings))
    yield Create(f"{_FOLDER}/extensions.json", _json({"recommendations": [_READS_SCHEMAS]}))


def _json(value: Mapping[str, object]) -> str:
    return json.dumps(value, indent=2) + "\n"
