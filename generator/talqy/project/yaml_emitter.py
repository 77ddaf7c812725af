"""New files of many: PyYAML's own emitter prints in a moment what ruamel.yaml takes a minute for.

A large discussion has ten thousand comments, and as many answers. New files have no remarks to
keep, so all that ruamel.yaml is needed for is the look; and of mappings of texts and numbers, this
emitter prints the very same bytes. What it would print otherwise (lists under a key, signs beyond
U+FFFF, keys that need quotation marks) is refused here, and left to ruamel.yaml.
"""

import re
from collections.abc import Mapping
from typing import Any

import yaml

from talqy.project.yaml_styles import OneLine, style_of

# No line is ever wrapped.
_OPTIONS: dict[str, Any] = {"allow_unicode": True, "sort_keys": False, "width": 1_000_000}
# Keys that both print without quotation marks, as YAML 1.2 reads them: “on” is a word.
_PLAIN_KEY = re.compile(r"(?!(?:true|false|null)$)[a-z][a-z0-9_]*")
# The emitter escapes these.
_BEYOND = re.compile("[\U00010000-\U0010ffff]")


class _Key(str):
    """A key: printed as it is."""

    __slots__ = ()


class _Dumper(yaml.CSafeDumper):
    """Prints texts in the styles of `yaml_styles`."""


def _scalar(dumper: _Dumper, text: str, style: str | None = None) -> yaml.ScalarNode:
    return dumper.represent_scalar("tag:yaml.org,2002:str", text, style=style)


def _mapping(dumper: _Dumper, tree: Mapping[str, Any]) -> yaml.MappingNode:
    items = [(_Key(key), value) for key, value in tree.items()]
    is_flow = isinstance(tree, OneLine)
    return dumper.represent_mapping("tag:yaml.org,2002:map", items, flow_style=is_flow)


# What looks like a number, or like yes and no, is a word here, as it is to our reader.
_Dumper.yaml_implicit_resolvers = {}
_Dumper.add_representer(str, lambda dumper, text: _scalar(dumper, text, style_of(text) or None))
_Dumper.add_representer(_Key, lambda dumper, key: _scalar(dumper, str(key)))
_Dumper.add_representer(bool, lambda dumper, value: _scalar(dumper, str(value).lower()))
_Dumper.add_representer(int, lambda dumper, value: _scalar(dumper, str(value)))
_Dumper.add_representer(dict, _mapping)
_Dumper.add_representer(OneLine, _mapping)


def emitted(tree: Mapping[str, Any]) -> str | None:
    """Print a file as ruamel.yaml would; None where this emitter does it otherwise."""
    if not _is_simple(tree):
        return None
    printed: str = yaml.dump(dict(tree), Dumper=_Dumper, **_OPTIONS)
    return printed


def _is_simple(value: object, *, in_line: bool = False) -> bool:
    match value:
        case str():
            return not _BEYOND.search(value)
        case int():
            return True
        case list():
            return in_line and all(_is_simple(below, in_line=True) for below in value)
        case dict():
            return bool(value) and all(
                _PLAIN_KEY.fullmatch(key) is not None
                and _is_simple(below, in_line=in_line or isinstance(value, OneLine))
                for key, below in value.items()
            )
    return False
