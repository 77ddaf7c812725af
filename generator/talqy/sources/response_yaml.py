"""The file of a response: short mappings on one line, as people write them.

ruamel.yaml would take half a minute for the ten thousand answers of a large discussion. These files
are new, so there are no remarks to keep: PyYAML's own emitter prints them, in the styles that other
files have, and what comes out is read again and compared before anybody sees it.
"""

from typing import Any

import yaml
from ruamel.yaml.scalarstring import DoubleQuotedScalarString, LiteralScalarString

from talqy.model.comment import Response
from talqy.sources.shape import shaped
from talqy.sources.yaml_edit import LayoutError, styled_text
from talqy.sources.yaml_tree import parse


class _Short(dict[str, Any]):
    """A mapping that is printed on one line."""


class _Plain(str):
    """A key, or a number: printed as it is."""

    __slots__ = ()


class _Dumper(yaml.CSafeDumper):
    """Prints texts in the styles of `yaml_edit`."""


def _text(dumper: _Dumper, text: str) -> yaml.ScalarNode:
    styled = text if isinstance(text, _Plain) else styled_text(text)
    quoted = '"' if isinstance(styled, DoubleQuotedScalarString) else None
    style = "|" if isinstance(styled, LiteralScalarString) else quoted
    return dumper.represent_scalar("tag:yaml.org,2002:str", str(text), style=style)


def _mapping(dumper: _Dumper, tree: dict[str, Any]) -> yaml.MappingNode:
    items = [(_Plain(key), value) for key, value in tree.items()]
    return dumper.represent_mapping(
        "tag:yaml.org,2002:map", items, flow_style=isinstance(tree, _Short)
    )


# What looks like a number, or like yes and no, is a word here, as it is to our reader.
_Dumper.yaml_implicit_resolvers = {}
_Dumper.add_representer(str, _text)
_Dumper.add_representer(_Plain, _text)
_Dumper.add_representer(dict, _mapping)
_Dumper.add_representer(_Short, _mapping)


def response_yaml(response: Response, schema: str) -> str:
    """Write a response; `schema` is the address of its JSON Schema for editors."""
    landed, decided = response.landed, response.decided
    tree: dict[str, Any] = {
        "schema": _Plain(1),
        "comment": response.comment,
        "outcome": response.outcome.value,
        "reason": dict(response.reason),
        "decided": _Short(by=decided.by, on=decided.on.isoformat()),
    }
    if landed:
        tree["landed"] = _Short(revision=_Plain(landed.revision), clauses=list(landed.clauses))
    if response.duplicate_of:
        tree["duplicate_of"] = response.duplicate_of
    printed: str = yaml.dump(
        tree, Dumper=_Dumper, allow_unicode=True, sort_keys=False, width=1_000_000
    )
    text = f"# yaml-language-server: $schema={schema}\n{printed}"
    value, _ = shaped(Response, parse(text.encode(), "").tree, "", {})
    if value != response:
        raise LayoutError(f"the answer to “{response.comment}” cannot be written as it is")
    return text
