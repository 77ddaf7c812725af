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
_READS_SCHEMAS = "redhat.vscode-yaml"


def editor_plan() -> Iterator[Create]:
    """Plan the settings of an editor, and the extension that it offers to install."""
    found = {f"./{SCHEMAS}/{name}.schema.json": files for name, files in paths.OF_FORMATS.items()}
    settings = {"yaml.schemas": found, "files.eol": "\n", "files.encoding": "utf8"}
    yield Create(f"{_FOLDER}/settings.json", _json(settings))
    yield Create(f"{_FOLDER}/extensions.json", _json({"recommendations": [_READS_SCHEMAS]}))


def _json(value: Mapping[str, object]) -> str:
    return json.dumps(value, indent=2) + "\n"
