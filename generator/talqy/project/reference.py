"""The reference of formats and rules, printed from the code that applies them.

JSON Schemas come from the models, so that an editor completes and checks while a person writes; the
tables of problems and rules come from the very rows and functions that find them.
"""

import json
from collections.abc import Iterator, Mapping
from typing import Any

from pydantic import BaseModel

from talqy.model.codes import CodeLists
from talqy.model.comment import Comment, Response
from talqy.model.history import History
from talqy.model.notice import Notices
from talqy.model.project import Project
from talqy.model.revision import Revision
from talqy.model.service import ServiceFile
from talqy.model.standard import Standard
from talqy.model.tags import Tags
from talqy.project import faults
from talqy.project.comment_form import comment_form_page
from talqy.project.shipped import shipped_codes
from talqy.rules.check import RULES

FORMATS: dict[str, type[BaseModel]] = {
    "project": Project,
    "standard": Standard,
    "revision": Revision,
    "comment": Comment,
    "response": Response,
    "tags": Tags,
    "history": History,
    "service": ServiceFile,
}

PRINTED: dict[str, type[BaseModel]] = {"notices": Notices}
"""What commands print for programs, and people never write."""

# pydantic leaves these bounds under its own names where a text is turned into a number first.
_BOUNDS = {"ge": "minimum", "le": "maximum"}


def reference() -> Iterator[tuple[str, str]]:
    """Yield every generated file below `docs/`."""
    for name, text in (*schemas(), *schemas(PRINTED)):
        yield f"formats/{name}", text
    yield "formats/problems.md", _problems()
    yield "formats/comment-form.md", "\n".join(comment_form_page()) + "\n"
    yield "rules.md", _rules()


def schemas(of: Mapping[str, type[BaseModel]] = FORMATS) -> Iterator[tuple[str, str]]:
    """Yield the JSON Schema of each format."""
    for name, model in of.items():
        text = json.dumps(schema_of(model, shipped_codes()), ensure_ascii=False, indent=2)
        yield f"{name}.schema.json", text + "\n"


def schema_of(model: type[BaseModel], codes: CodeLists) -> dict[str, Any]:
    """Return the JSON Schema of a format, with the codes of the lists that it names."""
    schema = model.model_json_schema(by_alias=True)
    schema["$schema"] = "https://json-schema.org/draft/2020-12/schema"
    found: dict[str, Any] = _with_codes(schema, codes)
    return found


def _with_codes(node: Any, codes: CodeLists) -> Any:  # noqa: ANN401 - JSON of any shape
    """Put the codes of a list where the model only names the list; let `schema: 1` be a number."""
    if isinstance(node, list):
        return [_with_codes(below, codes) for below in node]
    if not isinstance(node, dict):
        return node
    node = {
        _BOUNDS.get(key, key): _with_codes(below, codes)
        for key, below in node.items()
        if key != "x-code-list"
    } | ({"enum": list(codes.codes(node["x-code-list"]))} if "x-code-list" in node else {})
    if node.get("const") == "1":
        return {"const": 1, "title": "Schema"}
    return node


def _problems() -> str:
    rows = "\n".join(
        f"| {fault.code} | {_cell(fault.message)} | {_cell(fault.hint)} |" for fault in faults.ALL
    )
    return (
        "# Reading problems\n\n"
        "What `talqy check` says of a file that it cannot read as it stands. Printed from\n"
        "`generator/talqy/project/faults.py` by `talqy export formats docs`; do not edit.\n\n"
        f"| code | what is wrong | how to mend it |\n| --- | --- | --- |\n{rows}\n"
    )


def _rules() -> str:
    rows = "\n".join(
        f"| {rule.code} | {rule.level} | {_cell(rule.says)} | {_cell(rule.source)} |"
        for rule in RULES
    )
    return (
        "# Rules\n\n"
        "What `talqy check` looks for in files that can be read. Printed from the functions in\n"
        "`generator/talqy/rules/` by `talqy export formats docs`; do not edit. Each has a bad\n"
        "project under `tests/golden/rules/` that shows its message. In a text that is still\n"
        "being prepared (no `consultation`, `adopted` or `withdrawn`) what a rule finds is no\n"
        "error but “to do”; the public site does not show such a text, `talqy serve` does.\n\n"
        f"| code | severity | the rule | source |\n| --- | --- | --- | --- |\n{rows}\n"
    )


def _cell(words: str) -> str:
    return words.replace("|", "\\|")
