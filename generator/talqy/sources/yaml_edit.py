"""Values in, YAML text out: every write of the tool, through ruamel.yaml, never by joining strings.

Rule: a person's remarks, order, quotes and line breaks survive. So a file is only edited where a
round trip through ruamel.yaml gives back the very same bytes in one of the usual layouts; else the
edit is refused, and nothing is written.
"""

import io
from collections.abc import Mapping, Sequence
from typing import Any

from ruamel.yaml import YAML
from ruamel.yaml.comments import CommentedMap, CommentedSeq
from ruamel.yaml.scalarstring import DoubleQuotedScalarString, LiteralScalarString

from talqy.errors import TalqyError
from talqy.model.problem import Path
from talqy.sources.yaml_tree import positions

# Depth of list items under their key: our own layout first, then the two others that people use.
_LAYOUTS = ({"sequence": 4, "offset": 2}, {"sequence": 2, "offset": 0}, {"sequence": 3, "offset": 1})
_EVER = 1_000_000  # no line is ever wrapped


class LayoutError(TalqyError):
    """A file's layout could not be kept; it was not touched."""


def dumped(tree: Mapping[str, Any], schema: str = "") -> str:
    """Write a new file; `schema` is the address of its JSON Schema for editors.

    Texts that YAML would read as something else are quoted; texts of several lines become blocks.
    """
    head = f"# yaml-language-server: $schema={schema}\n" if schema else ""
    return head + _printed(_writer(**_LAYOUTS[0]), _styled(tree))


def edited(text: str, path: Path, value: object) -> str:
    """Answer `text` with one value set; every other line stays as it is, to the byte."""
    for layout in _LAYOUTS:
        writer = _writer(**layout)
        tree = writer.load(text)
        if _printed(writer, tree) != text:
            continue
        _set(tree, path, _styled(value))
        return _keeping_remarks(text, path, _printed(writer, tree))
    raise LayoutError(
        "this file's layout cannot be kept by an automatic edit, so it was not touched; "
        "indent by two spaces, and lists by two more",
    )


def _keeping_remarks(text: str, path: Path, edited_text: str) -> str:
    """Put back the remarks behind the value: ruamel.yaml ties them to its last line, or moves them.

    So the lines behind the value are taken from `text`, and only the value's own from the edit.
    """
    after = _lines_after(text, path)
    if edited_text.endswith("".join(after)):
        return edited_text
    plain = next((n for n, line in enumerate(after) if not _is_remark(line)), len(after))
    rest = "".join(after[plain:])
    if not edited_text.endswith(rest):
        raise LayoutError("the lines around this value cannot be kept; the file was not touched")
    return edited_text.removesuffix(rest) + "".join(after)


def _lines_after(text: str, path: Path) -> list[str]:
    """Answer the lines behind a value: from the first remark that is not indented below its key."""
    lines = text.splitlines(keepends=True)
    places = positions(text.encode())
    if path not in places:
        return []
    line, column = places[path]
    own = column - 3 if isinstance(path[-1], int) else column - 1
    following = (p[0] for q, p in places.items() if p > places[path] and q[: len(path)] != path)
    end = min(following, default=len(lines) + 1) - 1
    while end > line and _is_remark(lines[end - 1], own):
        end -= 1
    return lines[end:]


def _is_remark(line: str, deepest: int = _EVER) -> bool:
    words = line.lstrip(" ")
    return not words.strip() or (words.startswith("#") and len(line) - len(words) <= deepest)


def _writer(*, sequence: int, offset: int) -> YAML:
    writer = YAML(typ="rt")
    writer.preserve_quotes = True
    writer.width = _EVER
    writer.allow_unicode = True
    writer.indent(mapping=2, sequence=sequence, offset=offset)
    return writer


def _printed(writer: YAML, tree: object) -> str:
    stream = io.StringIO()
    writer.dump(tree, stream)
    return stream.getvalue()


def _set(tree: Any, path: Path, value: object) -> None:  # noqa: ANN401 - ruamel's own tree
    *steps, last = path
    for step in steps:
        tree = tree[step]
    if isinstance(tree, CommentedSeq) and last == len(tree):
        tree.append(value)
    else:
        if isinstance(value, CommentedMap | CommentedSeq | LiteralScalarString):
            tree.ca.items.pop(last, None)  # else the remarks behind it would move into it
        tree[last] = value


def _styled(value: object) -> Any:  # noqa: ANN401 - ruamel's own tree
    """Choose the style of each value: texts stay texts, whatever they look like."""
    if isinstance(value, Mapping):
        return CommentedMap({key: _styled(below) for key, below in value.items()})
    if isinstance(value, str):
        return _styled_text(value)
    if isinstance(value, Sequence):
        return CommentedSeq([_styled(below) for below in value])
    return value


def _styled_text(text: str) -> str:
    lines = text.split("\n")
    if len(lines) > 1 and all(_fits_a_block(line) for line in lines) and text[:1].strip():
        return LiteralScalarString(text)
    return DoubleQuotedScalarString(text) if _needs_quotes(text) else text


def _fits_a_block(line: str) -> bool:
    return line == line.rstrip() and _printable(line)


def _printable(line: str) -> bool:
    return all(sign.isprintable() for sign in line)


def _needs_quotes(text: str) -> bool:
    """Quote whatever is not plainly a text: numbers, dates, times, yes and no, signs of YAML."""
    wordy = text[:1].isalpha() and all(sign.isalnum() or sign in " -–.,()/«»„“№" for sign in text)
    reserved = text.lower() in {"yes", "no", "on", "off", "true", "false", "null", "y", "n"}
    return not wordy or reserved or text != text.strip() or not _printable(text)
