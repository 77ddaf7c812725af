"""Values in, the text of a new YAML file out; and of a single line of one.

PyYAML's emitters print: the one in C wherever it can, since a large discussion has ten thousand
comments; the one in Python what the other would print otherwise (lists under a key, signs beyond
U+FFFF, keys that need quotation marks). Both print the same bytes where both can, so nobody sees
which one it was. Files that people wrote are not printed anew: see `yaml_edit`.

A text must stay a text in whatever program reads the file: so all that looks like a number, a day,
a sign of YAML or a word with a meaning is quoted, also where our own reader would not need it.
"""

import re
from collections.abc import Collection, Mapping
from enum import StrEnum
from typing import Any

import yaml

from talqy.errors import TalqyError
from talqy.model.comment import Comment, Response
from talqy.project.validate import shaped
from talqy.project.yaml_read import parse

_WORDY = re.compile(r"(?:[^\W_]|[ \-–.,()/«»„“№])*")
_RESERVED = frozenset({"yes", "no", "on", "off", "true", "false", "null", "y", "n"})
# Keys that stand without quotation marks, as YAML 1.2 reads them: “on” is a word.
_PLAIN_KEY = re.compile(r"(?!(?:true|false|null)$)[a-z][a-z0-9_]*")
# The emitter in C escapes these.
_BEYOND = re.compile("[\U00010000-\U0010ffff]")
# What stands in quotation marks only as an escape.
_ESCAPED = re.compile('["\\\\\x00-\x1f\x7f-\x9f\u2028\u2029\ufeff\ud800-\udfff\ufffe\uffff]')
# No line is ever wrapped.
_OPTIONS: dict[str, Any] = {"allow_unicode": True, "sort_keys": False, "width": 1 << 26}
_MAP, _SEQ, _STR = (f"tag:yaml.org,2002:{kind}" for kind in ("map", "seq", "str"))


class LayoutError(TalqyError):
    """A file cannot be written as it is meant; it was not touched."""


class TextStyle(StrEnum):
    """How a text is printed; the values are YAML's own signs."""

    PLAIN = ""
    QUOTED = '"'
    LINES = "|"


class OneLine(dict[str, object]):
    """A mapping that is printed on one line, in braces."""


def dumped(tree: Mapping[str, Any], schema: str = "") -> str:
    """Return the text of a new file; `schema` is the address of its JSON Schema for editors.

    Texts that YAML would read as something else are quoted; texts of several lines become blocks.
    """
    head = f"# yaml-language-server: $schema={schema}\n" if schema else ""
    printed: str = yaml.dump(dict(tree), Dumper=_InC if _is_simple(tree) else _InPython, **_OPTIONS)
    return head + printed


def value_yaml(value: Comment | Response, schema: str, one_line: Collection[str] = ()) -> str:
    """Return the file of a value of the model, which is written once and has people's words in it.

    The mappings at the keys `one_line` stand on one line each, as people write them. What comes out
    is read again, and compared with the value, before anybody sees it.
    """
    plain = value.model_dump(mode="json", by_alias=True, exclude_none=True, exclude_defaults=True)
    tree: dict[str, Any] = {**plain, "schema": int(value.schema_)}
    tree |= {key: OneLine(tree[key]) for key in one_line if key in tree}
    text = dumped(tree, schema)
    again, _ = shaped(type(value), parse(text.encode(), "").tree, "", {})
    if again != value:
        raise LayoutError("{name} cannot be written as it is", name=_name(value))
    return text


def one_line(value: object) -> str:
    """Return a value on a line of its own, as the history has it: without a line break at its end.

    Texts that look like something else stand in single quotation marks; a text of several lines is
    written with signs for its line breaks.
    """
    printed: str = yaml.dump(value, Dumper=_OnOneLine, default_flow_style=True, **_OPTIONS)
    return printed.removesuffix("...\n").rstrip("\n")


def style_of(text: str) -> TextStyle:
    """Choose the style of a text."""
    lines = text.split("\n")
    framed = text[:1].strip() and text[-1:].strip()  # else a block takes in the lines around it
    if len(lines) > 1 and framed and all(_fits_a_block(line) for line in lines):
        return TextStyle.LINES
    return TextStyle.QUOTED if _needs_quotes(text) else TextStyle.PLAIN


def _fits_a_block(line: str) -> bool:
    return line == line.rstrip() and line.isprintable()


def _needs_quotes(text: str) -> bool:
    """Quote whatever is not plainly a text: numbers, dates, times, yes and no, signs of YAML."""
    wordy = text[:1].isalpha() and _WORDY.fullmatch(text)
    reserved = text.lower() in _RESERVED
    return not wordy or reserved or text != text.strip() or not text.isprintable()


def _name(value: Comment | Response) -> str:
    if isinstance(value, Response):
        return f"the answer to “{value.comment}”"
    return f"the comment “{value.id}”"


def _is_simple(value: object, *, in_line: bool = False) -> bool:
    """Return whether the emitter in C prints a value as the other one does."""
    match value:
        case str():
            return not _BEYOND.search(value)
        case int():
            return True
        case list() | tuple():
            return in_line and all(_is_simple(below, in_line=True) for below in value)
        case dict():
            return bool(value) and all(
                _PLAIN_KEY.fullmatch(key) is not None
                and _is_simple(below, in_line=in_line or isinstance(value, OneLine))
                for key, below in value.items()
            )
    return False


class _Key(str):
    """A key: printed as it is, or in single quotation marks."""

    __slots__ = ()


class _WrittenOut:
    """A value that stands in two places is written out in both: aliases are not allowed."""

    def ignore_aliases(self, _data: object) -> bool:
        """Return whether no alias is made."""
        return True


class _InC(_WrittenOut, yaml.CSafeDumper):
    """The quick emitter."""


class _InPython(_WrittenOut, yaml.SafeDumper):
    """The emitter that can be told how to print."""

    def increase_indent(self, flow: bool = False, indentless: bool = False) -> None:  # noqa: FBT001, FBT002, ARG002 - as PyYAML calls it
        """Indent the items of a list below their key."""
        super().increase_indent(flow, False)  # noqa: FBT003

    def write_double_quoted(self, text: str, split: bool = True) -> None:  # noqa: FBT001, FBT002, ARG002 - as PyYAML calls it
        """Leave every sign that can be seen as it is, also beyond U+FFFF."""
        written = _ESCAPED.sub(lambda sign: _escape(sign[0]), text)
        self.write_indicator(f'"{written}"', True)  # noqa: FBT003


def _escape(sign: str) -> str:
    short = _InPython.ESCAPE_REPLACEMENTS.get(sign)
    if short:
        return f"\\{short}"
    return f"\\x{ord(sign):02X}" if ord(sign) < 0x100 else f"\\u{ord(sign):04X}"


class _OnOneLine(yaml.CSafeDumper):
    """The emitter of lines of the history."""


def _scalar(dumper: Any, text: str, style: str | None = None) -> yaml.ScalarNode:
    node: yaml.ScalarNode = dumper.represent_scalar(_STR, text, style=style or None)
    return node


def _key(dumper: Any, key: str) -> yaml.ScalarNode:
    is_plain = _PLAIN_KEY.fullmatch(key) or not _needs_quotes(key)
    return _scalar(dumper, str(key), None if is_plain else "'")


def _mapping(dumper: Any, tree: Mapping[str, Any]) -> yaml.MappingNode:
    items = [(_Key(key), value) for key, value in tree.items()]
    is_flow = isinstance(tree, OneLine) or not tree
    node: yaml.MappingNode = dumper.represent_mapping(_MAP, items, flow_style=is_flow)
    return node


def _sequence(dumper: Any, items: Collection[Any]) -> yaml.SequenceNode:
    node: yaml.SequenceNode = dumper.represent_sequence(_SEQ, items, flow_style=not items)
    return node


for _emitter in (_InC, _InPython):
    # What looks like a number, or like yes and no, is a word here, as it is to our reader.
    _emitter.yaml_implicit_resolvers = {}
    _emitter.add_representer(
        str, lambda dumper, text: _scalar(dumper, text, style_of(text) or None)
    )
    _emitter.add_representer(_Key, _key)
    _emitter.add_representer(bool, lambda dumper, value: _scalar(dumper, str(value).lower()))
    _emitter.add_representer(int, lambda dumper, value: _scalar(dumper, str(value)))
    _emitter.add_representer(type(None), lambda dumper, _: _scalar(dumper, ""))
    _emitter.add_representer(dict, _mapping)
    _emitter.add_representer(OneLine, _mapping)
    _emitter.add_representer(list, _sequence)
    _emitter.add_representer(tuple, _sequence)
_OnOneLine.add_representer(
    str, lambda dumper, text: _scalar(dumper, text, '"' if "\n" in text else None)
)
