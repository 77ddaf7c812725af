"""The text of `history.yaml`: a line for each comment, so that a line once written stays.

ruamel.yaml keeps a person's remarks too, but reads and writes the whole file for every edit, and a
discussion may have thousands of comments. Here every value is printed by PyYAML's own emitter on
one line; lines that need not change are kept to the byte, and what comes out is read again and
compared before anybody sees it.
"""

from collections.abc import Iterator, Mapping
from typing import Any

import yaml

from talqy.model.history import History, RecordedRevision
from talqy.model.problem import Path
from talqy.project.validate import shaped
from talqy.project.yaml_edit import LayoutError
from talqy.project.yaml_read import MAX_HISTORY_BYTES, parse, positions

_LINES = "the lines of history.yaml cannot be kept; only “talqy merge” writes it"
_KEYS = ("digest", "consultation", "tally", "comments")


class _OneLine(yaml.CSafeDumper):
    """PyYAML's emitter; a text of several lines is written with signs for its line breaks."""


_OneLine.add_representer(
    str,
    lambda dumper, text: dumper.represent_scalar(
        "tag:yaml.org,2002:str", text, style='"' if "\n" in text else None
    ),
)


def history_text(old: str | None, history: History, schema: str) -> str:
    """Return the new text of a history; `old` is the one on file, whose lines are kept."""
    if old is None:
        head = f"# yaml-language-server: $schema={schema}\n"
        head += "# Written by “talqy merge” alone; remarks like this one are kept.\n"
        lines = [f"schema: 1\nstandard: {_printed(history.standard)}\nrevisions:\n"]
        lines += [line for entry in history.revisions for line in _block(entry)]
        new = head + "".join(lines)
    else:
        new = _renewed(old, history)
    if _read(new) != history:
        raise LayoutError(_LINES)
    return new


def _read(text: str) -> History | None:
    tree = parse(text.encode(), "standards/-/history.yaml").tree
    value, problems = shaped(History, tree, "", {})
    return None if problems else value


def _renewed(old: str, history: History) -> str:
    """Replace the lines that changed, and put in those that are new."""
    lines, places = old.splitlines(keepends=True), positions(old.encode())
    known = _read(old)
    if known is None or (lines and not lines[-1].endswith("\n")):
        raise LayoutError("history.yaml cannot be read; only “talqy merge” writes it")
    after: dict[int, list[str]] = {}
    for place, entry in enumerate(history.revisions):
        if place >= len(known.revisions):
            after.setdefault(len(lines), []).extend(_block(entry))
        elif entry != known.revisions[place]:
            _renew(lines, places, after, place, known.revisions[place], entry)
    renewed = list(lines)
    for at in sorted(after, reverse=True):
        renewed[at:at] = after[at]
    return "".join(renewed)


def _renew(  # noqa: PLR0913, PLR0917 - the lines, where they are, and both entries
    lines: list[str],
    places: Mapping[Path, tuple[int, int]],
    after: dict[int, list[str]],
    place: int,
    was: RecordedRevision,
    entry: RecordedRevision,
) -> None:
    """Bring the lines of one revision up to date."""
    top: Path = ("revisions", place)
    end = max(line for path, (line, _) in places.items() if path[:2] == top)
    last = places[*top, "digest"][0]
    for key in ("consultation", "tally"):
        at, value = places.get((*top, key)), _plain(getattr(entry, key))
        if at is None and value is not None:
            after.setdefault(last, []).append(f"    {key}: {_printed(value)}\n")
        elif at and value != _plain(getattr(was, key)):
            lines[at[0] - 1] = f"    {key}: {_printed(value)}{_behind(lines[at[0] - 1])}"
        last = at[0] if at else last
    for number, (old, new) in enumerate(zip(was.comments, entry.comments, strict=False)):
        if old != new:
            at = places[*top, "comments", number]
            lines[at[0] - 1] = f"      - {_printed(_plain(new))}{_behind(lines[at[0] - 1])}"
    added = [f"      - {_printed(_plain(c))}\n" for c in entry.comments[len(was.comments) :]]
    if added and not was.comments:
        added.insert(0, "    comments:\n")
    if added:
        after.setdefault(end, []).extend(added)


def _behind(line: str) -> str:
    """Return what follows a value in braces: a remark, which may have braces of its own."""
    try:
        tokens = list(yaml.scan(line, Loader=yaml.CSafeLoader))
    except yaml.YAMLError as error:
        raise LayoutError(_LINES) from error
    ends = [t.end_mark.index for t in tokens if isinstance(t, yaml.FlowMappingEndToken)]
    return line[ends[-1] :] if ends else "\n"


def _block(entry: RecordedRevision) -> Iterator[str]:
    yield f"  - revision: {entry.revision}\n"
    for key in _KEYS:
        value = _plain(getattr(entry, key))
        if key == "comments" and value:
            yield "    comments:\n"
            yield from (f"      - {_printed(comment)}\n" for comment in value)
        elif key != "comments" and value is not None:
            yield f"    {key}: {_printed(value)}\n"


def _plain(value: Any) -> Any:  # noqa: ANN401 - a part of the format, or a tuple of them
    """Return a value as YAML has it: mappings, lists, texts, numbers; nothing that is not set."""
    if isinstance(value, tuple):
        return [_plain(one) for one in value]
    if value is None or isinstance(value, str):
        return value
    return value.model_dump(mode="json", by_alias=True, exclude_none=True, exclude_defaults=True)


def _printed(value: object) -> str:
    """Print a value on one line; texts that look like something else are quoted."""
    printed: str = yaml.dump(
        value,
        Dumper=_OneLine,
        default_flow_style=True,
        allow_unicode=True,
        sort_keys=False,
        width=MAX_HISTORY_BYTES,
    )
    return printed.removesuffix("...\n").rstrip("\n")
