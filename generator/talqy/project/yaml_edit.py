"""Files that people wrote, changed: their remarks, order, quotes and line breaks survive.

Each change touches the lines of its own value, from its key to the remarks that follow. One value
is set through ruamel.yaml, in the layout of the file: only where a round trip gives back the very
same bytes in one of the usual layouts, else the edit is refused. A new file that takes over whole
keys of an old one takes their lines as they are, and needs no printing of them.
"""

import io
from collections.abc import Iterator, Mapping, Sequence
from typing import Any, Final

from ruamel.yaml import YAML
from ruamel.yaml.comments import CommentedMap, CommentedSeq
from ruamel.yaml.scalarstring import DoubleQuotedScalarString, LiteralScalarString

from talqy.model.problem import Path
from talqy.project.yaml_read import Positions, parse, positions
from talqy.project.yaml_remarks import remarks
from talqy.project.yaml_write import LayoutError, TextStyle, dumped, style_of

# Depth of list items under their key: our own layout first, then the two others that people use.
_LAYOUTS = (
    {"sequence": 4, "offset": 2},
    {"sequence": 2, "offset": 0},
    {"sequence": 3, "offset": 1},
)
_EVER = 1_000_000  # no line is ever wrapped
_STYLED = {
    TextStyle.PLAIN: str,
    TextStyle.QUOTED: DoubleQuotedScalarString,
    TextStyle.LINES: LiteralScalarString,
}

KEPT: Final = object()
"""In `recast`: this key keeps its lines."""


def edited(text: str, path: Path, value: object) -> str:
    """Return `text` with one value set; every other line stays as it is, to the byte.

    Where the file has a layout that we do not print, such as lists in lists, it is enough that we
    print the lines of the outermost key that the value lies in; a new one comes last.
    """
    try:
        return _edited(text, path, value)
    except LayoutError:
        lines, places = text.splitlines(keepends=True), positions(text.encode())
        if path[:1] not in places and len(path) == 1 and text.endswith("\n"):
            return text + dumped({str(path[0]): value})
        if path[:1] not in places:
            raise
        start, end = places[path[:1]][0] - 1, _end(lines, places, path[:1])
        own = "".join(lines[start:end])
        if _keys_of(own) != {path[0]}:
            raise
        return "".join([*lines[:start], _edited(own, path, value), *lines[end:]])


def without(text: str, path: Path) -> str:
    """Return `text` without a value: its lines go, and every other line stays, to the byte.

    The last item of a list takes the key of the list with it.
    """
    tree = parse(text.encode(), "").tree
    while len(path) > 1 and len(_below(tree, path[:-1])) == 1:
        path = path[:-1]
    lines, places = text.splitlines(keepends=True), positions(text.encode())
    wanted = _bare(tree, path)
    start, end = places[path][0] - 1, _end(lines, places, path)
    new = "".join([*lines[:start], *lines[end:]])
    if parse(new.encode(), "").tree == wanted:
        return new
    # The value stands on a line with others: its list or mapping is written anew.
    return edited(text, path[:-1], _below(wanted, path[:-1]))


def _below(tree: Any, path: Path) -> Any:
    for step in path:
        tree = tree[step]
    return tree


def _bare(tree: Any, path: Path) -> Any:
    """Return a tree without the value at a path."""
    first, rest = path[0], path[1:]
    pairs = list(enumerate(tree) if isinstance(tree, list) else tree.items())
    wanted = pairs if rest else [pair for pair in pairs if pair[0] != first]
    kept = [(at, _bare(one, rest) if at == first else one) for at, one in wanted]
    return [one for _, one in kept] if isinstance(tree, list) else dict(kept)


def _keys_of(text: str) -> set[str]:
    tree = parse(text.encode(), "").tree
    return set(tree) if isinstance(tree, dict) else set()


def _edited(text: str, path: Path, value: object) -> str:
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


def with_items(text: str, key: str, items: Sequence[Mapping[str, Any]]) -> str:
    """Return `text` with other items under an outermost key, each known by its `id`.

    An item that was there keeps its lines and remarks, but for the values that differ; items may
    stand in others, under the same key. What comes out is read again before anybody sees it. Where
    the file has a layout that we do not print, such as lists in lists, the items are written anew,
    if no remark stands among them. A file that says all of it already stays as it is.
    """
    there = parse(text.encode(), "").tree
    if isinstance(there, dict) and there.get(key) == as_read(list(items)):
        return text
    for layout in _LAYOUTS:
        writer = _writer(**layout)
        tree = writer.load(text)
        if _printed(writer, tree) == text:
            known = dict(_items(tree[key], key))
            tree[key] = CommentedSeq([_item(item, known, key) for item in items])
            new = _printed(writer, tree)
            read = parse(new.encode(), "").tree
            if isinstance(read, dict) and read.get(key) == as_read(list(items)):
                return new
    return _with_new_items(text, key, items)


def _with_new_items(text: str, key: str, items: Sequence[Mapping[str, Any]]) -> str:
    lines, places = text.splitlines(keepends=True), positions(text.encode())
    own = lines[places[key,][0] - 1 : _end(lines, places, (key,))] if (key,) in places else []
    if not own or remarks("".join(own).encode()):
        raise LayoutError("this file's layout cannot be kept; begin each key on a line of its own")
    kept = dict.fromkeys(sorted(_keys_of(text), key=lambda one: places[one,]), KEPT)
    return recast(text, {**kept, key: list(items)})


def _items(items: Sequence[CommentedMap], key: str) -> Iterator[tuple[str, CommentedMap]]:
    for item in items:
        yield str(item["id"]), item
        yield from _items(item.get(key, ()), key)


def _item(wanted: Mapping[str, Any], known: Mapping[str, CommentedMap], key: str) -> CommentedMap:
    """Return an item as it is wanted; what is the same stays as it is written."""
    item = known.get(str(wanted["id"]), CommentedMap())
    inner = [_item(one, known, key) for one in wanted.get(key, ())]
    _rewrite(item, {**wanted, **({key: CommentedSeq(inner)} if inner else {})})
    return item


def _rewrite(old: CommentedMap, wanted: Mapping[str, Any]) -> None:
    """Let a mapping say what is wanted; values that are the same are not touched."""
    for name in [name for name in old if name not in wanted]:
        del old[name]
    for place, (name, value) in enumerate(wanted.items()):
        if name not in old:
            old.insert(place, name, _styled(value))
        elif isinstance(old[name], CommentedMap) and isinstance(value, Mapping):
            _rewrite(old[name], value)
        elif isinstance(value, CommentedSeq) or as_read(old[name]) != value:
            old[name] = _styled(value)


def as_read(value: object) -> object:
    """Return a value as our own reader gives it: all that is no list and no mapping is words."""
    if isinstance(value, Mapping):
        return {str(name): as_read(below) for name, below in value.items()}
    if isinstance(value, list):
        return [as_read(below) for below in value]
    return str(value).lower() if isinstance(value, bool) else str(value)


def recast(text: str, values: Mapping[str, Any]) -> str:
    """Make a new file out of an old one: with the keys of `values`, in their order.

    A `KEPT` key keeps its lines to the byte. The remarks above a key go where it goes, those above
    the first one stay at the head of the file, those below the last one at its end.
    """
    head, blocks, tail = _cut(text)
    new, wanted = head, {}
    old = parse(text.encode(), "").tree
    for key, value in values.items():
        remarks, lines = blocks.get(key, ("", ""))
        lines = lines if value is KEPT else dumped({key: value})
        new += remarks + lines + ("" if lines.endswith("\n") else "\n")
        source = old if value is KEPT else parse(lines.encode(), "").tree
        wanted[key] = source.get(key) if isinstance(source, dict) else None
    # Whatever the layout of the old file was: nothing is written that would be read otherwise.
    if parse((new + tail).encode(), "").tree != wanted:
        raise LayoutError("this file's layout cannot be kept; begin each key on a line of its own")
    return new + tail


def _cut(text: str) -> tuple[str, dict[str, tuple[str, str]], str]:
    """Cut a file at its outermost keys: its head, remarks and lines of each key, its tail."""
    lines, places = text.splitlines(keepends=True), positions(text.encode())
    blocks, head, above = dict[str, tuple[str, str]](), "", 0
    for path in sorted((path for path in places if len(path) == 1), key=places.__getitem__):
        start, end = places[path][0] - 1, _end(lines, places, path)
        remarks = "".join(lines[above:start])
        if not blocks:
            head, remarks = remarks, ""
        blocks[str(path[0])] = (remarks, "".join(lines[start:end]))
        above = end
    return head, blocks, "".join(lines[above:])


def _keeping_remarks(text: str, path: Path, edited_text: str) -> str:
    """Put back the remarks around the value: ruamel.yaml ties them to its lines, or moves them.

    So the lines around the value are taken from `text`, and only its own from the edit.
    """
    places = positions(text.encode())
    if path not in places:
        return edited_text
    old, new = text.splitlines(keepends=True), edited_text.splitlines(keepends=True)
    before, after = old[: places[path][0] - 1], old[_end(old, places, path) :]
    first, last = _shared(before, new), _shared(after[::-1], new[::-1])
    if first is None or last is None or first + last > len(new):
        raise LayoutError("the lines around this value cannot be kept; the file was not touched")
    return "".join([*before, *new[first : len(new) - last], *after])


def _shared(wanted: list[str], found: list[str]) -> int | None:
    """Count how many of the wanted lines were found: all, or all but the remarks at their end."""
    if found[: len(wanted)] == wanted:
        return len(wanted)
    plain = len(wanted)
    while plain and _is_remark(wanted[plain - 1]):
        plain -= 1
    return plain if found[:plain] == wanted[:plain] else None


def _end(lines: Sequence[str], places: Positions, path: Path) -> int:
    """Count the lines up to the end of a value; remarks not indented below its key come after."""
    position = places[path]
    own = position[1] - (3 if isinstance(path[-1], int) else 1)
    following = (p[0] for q, p in places.items() if p > position and q[: len(path)] != path)
    end = max(position[0], min(following, default=len(lines) + 1) - 1)
    while end > position[0] and _is_remark(lines[end - 1], own):
        end -= 1
    return end


def _is_remark(line: str, deepest: int = _EVER) -> bool:
    text = line.lstrip(" ")
    return not text.strip() or (text.startswith("#") and len(line) - len(text) <= deepest)


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


def _set(tree: Any, path: Path, value: object) -> None:
    *steps, last = path
    for step in steps:
        tree = tree[step]
    if isinstance(tree, CommentedSeq) and last == len(tree):
        tree.append(value)
    else:
        if isinstance(value, CommentedMap | CommentedSeq | LiteralScalarString):
            tree.ca.items.pop(last, None)  # else the remarks behind it would move into it
        tree[last] = value


def _styled(value: object) -> Any:
    """Choose the style of each value: texts stay texts, whatever they look like."""
    if isinstance(value, Mapping):
        return CommentedMap({key: _styled(below) for key, below in value.items()})
    if isinstance(value, str):
        return _STYLED[style_of(value)](value)
    if isinstance(value, Sequence):
        return CommentedSeq([_styled(below) for below in value])
    return value
